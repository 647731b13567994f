//! The browser asks before a page with unsaved input is left, and only then.

use anyhow::{Result, ensure};
use e2e::steps::{open_deal, store_deal};
use e2e::{Key, Page, Site, in_browser};

const ID: &str = "deal00001";

/// Whether the browser would ask if the page were left now.
async fn asks(page: &Page) -> Result<bool> {
    let leave = "return !dispatchEvent(new Event('beforeunload', { cancelable: true }))";
    Ok(page.browser.run(leave, vec![]).await? == true)
}

#[tokio::test]
async fn leaving_is_asked_about_only_while_something_is_unsaved() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        page.open(&format!("#/opportunity/{ID}")).await?;
        ensure!(!asks(page).await?, "nothing is typed");

        page.fill("Topic", "ERP rollout, phase 2").await?;
        ensure!(asks(page).await?, "a topic is typed");
        page.fill("Topic", "ERP rollout").await?;
        ensure!(!asks(page).await?, "it is as it was");

        page.fill("Customer", "Contoso").await?;
        page.click("link", "Open opportunities").await?;
        page.has("link", "ERP rollout").await?;
        ensure!(asks(page).await?, "it is unsaved on another page too");
        page.reload().await?;
        page.has("link", "ERP rollout").await?;
        ensure!(asks(page).await?, "and after a reload");

        page.click("link", "ERP rollout").await?;
        page.holds_value("Customer", "Contoso").await?;
        page.click("button", "Save").await?;
        page.sees("Opportunity edited.").await?;
        ensure!(!asks(page).await?, "it is saved");

        page.fill("Customer", "Fabrikam").await?;
        page.reload().await?;
        page.holds_value("Customer", "Fabrikam").await?;
        ensure!(asks(page).await?);
        page.click("button", "Discard").await?;
        page.holds_value("Customer", "Contoso").await?;
        ensure!(!asks(page).await?, "it is discarded");

        page.click("link", "Close as won…").await?;
        page.has("dialog", "Close opportunity").await?;
        page.press(Key::Escape).await?;
        page.has_no("dialog", "Close opportunity").await?;
        ensure!(!asks(page).await?, "a dialog with nothing entered is nothing unsaved");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn input_that_the_record_holds_by_now_is_not_asked_about() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        page.open(&format!("#/opportunity/{ID}")).await?;
        page.fill("Topic", "ERP rollout, phase 2").await?;
        let mut deal = open_deal("ERP rollout, phase 2");
        deal["er"] = serde_json::json!(100_000);
        store_deal(page, ID, &deal).await?;
        page.reload().await?;
        page.holds_value("Topic", "ERP rollout, phase 2").await?;
        page.sees_no("unsaved").await?;
        ensure!(!asks(page).await?);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn where_unsaved_input_cannot_be_kept_leaving_is_asked_about_all_the_more() {
    let blocked = ["get() { throw new DOMException('denied', 'SecurityError'); }", "value: null"];
    for getter in blocked {
        in_browser(Site::whole(), async |page| {
            page.before_load(&format!("Object.defineProperty(window, 'sessionStorage', {{ {getter} }})")).await?;
            page.open("#/new").await?;
            ensure!(!asks(page).await?);
            page.fill("Topic", "ERP rollout").await?;
            ensure!(asks(page).await?);
            page.click("button", "Save").await?;
            page.sees("Opportunity created.").await?;
            ensure!(!asks(page).await?);
            Ok(())
        })
        .await;
    }
}
