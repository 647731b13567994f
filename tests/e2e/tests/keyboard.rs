//! All of it without a mouse: Tab, arrows, Space, Enter, Ctrl+S, Ctrl+Enter and Esc.

use anyhow::{Result, ensure};
use e2e::steps::{open_deal, store_deal};
use e2e::{Key, Page, Site, in_browser};
use serde_json::json;

#[tokio::test]
async fn from_the_empty_book_to_a_closed_opportunity() {
    in_browser(Site::whole(), async |page| {
        page.open("").await?;
        enter(page).await?;
        add_active_quote(page).await?;
        esc_leads_back_to_the_opener(page).await?;
        close(page).await
    })
    .await;
}

async fn enter(page: &Page) -> Result<()> {
    page.tab_to("link", "New opportunity").await?;
    page.press(Key::Enter).await?;
    page.has("textbox", "Topic").await?;
    page.tab_to("textbox", "Topic").await?;
    page.press("ERP rollout").await?;
    page.tab_to("radio", "Qualify").await?;
    page.press(Key::Right).await?;
    page.tab_to("textbox", "Estimated revenue").await?;
    page.press("1,000").await?;
    page.tab_to("button", "New line").await?;
    page.press(Key::Space).await?;
    page.has_focus("textbox", "Name, line 1").await?;
    page.press("Workshop").await?;
    page.chord(Key::Control, 's').await?;
    page.has_focus("heading", "ERP rollout").await?;
    let stored = page.opportunity().await?;
    ensure!(stored["sg"] == "d" && stored["er"] == 100_000 && stored["ln"][0]["n"] == "Workshop", "{stored}");
    Ok(())
}

async fn add_active_quote(page: &Page) -> Result<()> {
    page.tab_to("button", "New quote").await?;
    page.press(Key::Enter).await?;
    page.has("heading", "Q-00001 r0").await?;
    page.tab_to("textbox", "Quoted amount, line 1").await?;
    page.press("900").await?;
    page.chord(Key::Control, 's').await?;
    page.sees("Q-00001 r0 edited.").await?;
    back_tab_to(page, "button", "Activate").await?;
    page.press(Key::Space).await?;
    page.sees("Q-00001 r0 activated.").await?;
    back_tab_to(page, "link", "ERP rollout").await?;
    page.press(Key::Enter).await?;
    page.has("heading", "ERP rollout").await
}

async fn back_tab_to(page: &Page, role: &str, name: &str) -> Result<()> {
    for _ in 0..50 {
        page.chord(Key::Shift, Key::Tab).await?;
        if page.focus().await? == format!("{role} {name:?}") {
            return Ok(());
        }
    }
    anyhow::bail!("Shift+Tab does not lead to {role} {name:?}")
}

async fn esc_leads_back_to_the_opener(page: &Page) -> Result<()> {
    page.tab_to("link", "Close as lost…").await?;
    page.press(Key::Enter).await?;
    page.has_focus("radio", "Lost").await?;
    page.press(Key::Escape).await?;
    page.has_focus("link", "Close as lost…").await
}

async fn close(page: &Page) -> Result<()> {
    page.press(Key::Enter).await?;
    page.has_focus("radio", "Lost").await?;
    page.tab_to("combobox", "Status reason").await?;
    page.press("Price").await?;
    page.chord(Key::Control, Key::Enter).await?;
    page.has_focus("alert", "Not closed yet: 1 thing to settle").await?;
    page.tab_to("checkbox", "Close all active and draft quotes with the opportunity").await?;
    page.press(Key::Space).await?;
    page.chord(Key::Control, Key::Enter).await?;
    page.has_focus("heading", "ERP rollout").await?;
    page.sees("and read-only since.").await?;
    let stored = page.opportunity().await?;
    ensure!(stored["cl"][0]["re"] == "p" && stored["cl"][0]["sq"] == json!([[1, 0, "al"]]), "{stored}");
    Ok(())
}

#[tokio::test]
async fn the_focus_stays_in_the_dialog() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, "deal00001", &open_deal("ERP rollout")).await?;
        page.open("#/opportunity/deal00001/close?as=won").await?;
        page.has_focus("radio", "Won").await?;
        for _ in 0..20 {
            page.press(Key::Tab).await?;
            let inside =
                "return !!document.activeElement.closest('dialog') || document.activeElement === document.body";
            let inside = page.browser.run(inside, vec![]).await?;
            ensure!(inside == true, "Tab leaves it for {}", page.focus().await?);
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn undo_and_redo_leave_a_text_field_to_the_browser() {
    in_browser(Site::whole(), async |page| {
        page.open("#/new").await?;
        page.fill("Topic", "ERP rollout").await?;
        page.chord(Key::Control, 's').await?;
        page.has_focus("heading", "ERP rollout").await?;
        page.insert("Customer", "Contoso").await?;
        page.chord(Key::Control, 'z').await?;
        page.holds_value("Customer", "").await?;
        ensure!(page.opportunity().await?["t"] == "ERP rollout", "the act is not undone from within a field");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_skip_link_leads_to_the_content() {
    in_browser(Site::whole(), async |page| {
        page.open("#/settings").await?;
        page.tab_to("link", "Skip to the content").await?;
        page.press(Key::Enter).await?;
        page.has_focus("main", "").await?;
        ensure!(page.route().await? == "#/settings", "the address stays");
        Ok(())
    })
    .await;
}
