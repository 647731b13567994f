//! The address follows what is shown, and each step leads on from it, however soon it comes.

use anyhow::ensure;
use e2e::steps::{arrive, open_deal, store_deal};
use e2e::{Key, Site, in_browser};

const ID: &str = "deal00001";

/// Letters in the search, and a link before the address can have followed them.
const TYPE_AND_LEAVE: &str = "const field = document.querySelector('#search');
    for (const typed of ['e', 'er', 'erp']) {
        field.value = typed;
        field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    document.querySelector('.views a[href=\"#/won\"]').click()";

/// Cancel, and something else in the same moment.
fn cancel_and(then: &str) -> String {
    format!("document.querySelector('dialog[open] footer button[type=button]').click(); {then}")
}

#[tokio::test]
async fn what_was_typed_last_is_where_back_leads() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        arrive(page, "#/stale").await?;
        page.browser.run(TYPE_AND_LEAVE, vec![]).await?;
        page.has("heading", "Won opportunities").await?;
        ensure!(page.route().await? == "#/won", "it is at {}", page.route().await?);
        page.back().await?;
        page.holds_value("Search opportunities", "erp").await?;
        page.sees("Total of 1").await?;
        ensure!(page.route().await?.ends_with("=erp"), "it came back to {}", page.route().await?);
        page.back().await?;
        page.is_at("#/stale").await?;
        page.holds_value("Search opportunities", "").await
    })
    .await;
}

#[tokio::test]
async fn the_address_follows_when_the_typing_rests() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        arrive(page, "#/open").await?;
        page.fill("Search opportunities", "roll").await?;
        page.is_at("#/all?q=roll").await?;
        page.reload().await?;
        page.holds_value("Search opportunities", "roll").await?;
        page.sees("Total of 1").await
    })
    .await;
}

#[tokio::test]
async fn a_dialog_that_is_gone_is_no_step_back() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        arrive(page, "#/open").await?;
        // As soon as the dialog is out of the page, which is before it is drawn without it.
        let key = "while (document.querySelector('dialog[open]')) await null;
            document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }))";
        for leave in ["", key] {
            page.browser.run("document.querySelector('.views a[href=\"#/all\"]').click()", vec![]).await?;
            page.is_at("#/all").await?;
            page.press("jl").await?;
            page.has("dialog", "Close opportunity").await?;
            if leave.is_empty() {
                page.press(Key::Escape).await?;
            } else {
                page.browser.run(&cancel_and(leave), vec![]).await?;
                page.has("heading", "New opportunity").await?;
                page.is_at("#/new").await?;
                page.back().await?;
            }
            page.is_at("#/all").await?;
            page.has_no("dialog", "Close opportunity").await?;
            page.back().await?;
            page.is_at("#/open").await?;
            page.has("heading", "Open opportunities").await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_link_right_after_a_dialog_leads_on_from_its_page() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        arrive(page, "#/all").await?;
        page.press("jl").await?;
        page.has("dialog", "Close opportunity").await?;
        let link = cancel_and("document.querySelector('.views a[href=\"#/won\"]').click()");
        page.browser.run(&link, vec![]).await?;
        page.has("heading", "Won opportunities").await?;
        page.is_at("#/won").await?;
        page.back().await?;
        page.is_at("#/all").await?;
        page.has_no("dialog", "Close opportunity").await
    })
    .await;
}

#[tokio::test]
async fn whoever_goes_on_while_a_dialog_goes_is_not_led_back() {
    // The frame in which the dialog leaves the page, before it does.
    const GO_ON: &str = "
        requestAnimationFrame(() => requestAnimationFrame(() => { location.hash = '#/settings'; }));
        document.querySelector('dialog[open] footer button').click();
        await new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
        for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);";
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        arrive(page, "#/open").await?;
        page.click("link", "ERP rollout").await?;
        page.click("link", "Close as won…").await?;
        page.has("dialog", "Close opportunity").await?;
        page.browser.run(GO_ON, vec![]).await?;
        page.has("heading", "Settings").await?;
        page.is_at("#/settings").await?;
        page.has_no("dialog", "Close opportunity").await
    })
    .await;
}
