//! What was typed and not saved is never lost, and is forgotten when the user says so (R10, R22).

use anyhow::{Result, ensure};
use e2e::steps::{closed_deal, open_deal, quote, store_deal};
use e2e::{Key, Page, Site, in_browser};
use serde_json::json;

const ID: &str = "deal00001";

#[tokio::test]
async fn r10_a_half_typed_opportunity_survives_leaving_back_and_reload_until_it_is_discarded() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        page.open(&format!("#/opportunity/{ID}")).await?;
        page.fill("Topic", "ERP rollout, phase 2").await?;
        page.fill("Estimated revenue", "about a lot").await?;
        page.click("radio", "Propose").await?;
        page.sees("3 unsaved changes").await?;
        page.reload().await?;
        half_typed(page).await?;

        page.click("link", "Open opportunities").await?;
        page.click("link", "Settings").await?;
        page.back().await?;
        page.back().await?;
        half_typed(page).await?;
        ensure!(page.opportunity().await?["t"] == "ERP rollout", "nothing is saved by itself");

        page.click("button", "Discard").await?;
        page.holds_value("Topic", "ERP rollout").await?;
        page.holds_value("Estimated revenue", "1,000.00").await?;
        page.reload().await?;
        page.holds_value("Topic", "ERP rollout").await?;
        page.sees_no("unsaved").await
    })
    .await;
}

async fn half_typed(page: &Page) -> Result<()> {
    page.sees("Your unsaved input is back. Save it or discard it.").await?;
    page.holds_value("Topic", "ERP rollout, phase 2").await?;
    page.holds_value("Estimated revenue", "about a lot").await?;
    let stage = page.find("radio", "Propose").await?;
    ensure!(stage.is_selected().await?, "the stage is back too");
    Ok(())
}

#[tokio::test]
async fn r10_a_half_typed_new_opportunity_survives_with_its_lines() {
    in_browser(Site::whole(), async |page| {
        page.open("#/new").await?;
        page.fill("Customer", "Contoso").await?;
        page.click("button", "New line").await?;
        page.fill("Name, line 1", "Workshop").await?;
        page.fill("Customer budget, line 1", "1.234,50").await?;
        page.click("link", "Open opportunities").await?;
        page.has("heading", "The book is empty").await?;
        page.first("link", "New opportunity").await?.click().await?;
        page.holds_value("Customer", "Contoso").await?;
        page.reload().await?;
        page.holds_value("Name, line 1", "Workshop").await?;
        page.holds_value("Customer budget, line 1", "1.234,50").await?;

        page.click("button", "Discard").await?;
        page.holds_value("Customer", "").await?;
        page.reload().await?;
        page.holds_value("Customer", "").await
    })
    .await;
}

#[tokio::test]
async fn r10_a_half_typed_quote_survives_leaving_back_and_reload_until_it_is_discarded() {
    in_browser(Site::whole(), async |page| {
        let mut deal = open_deal("ERP rollout");
        deal["qu"] = json!([quote(1, false)]);
        store_deal(page, ID, &deal).await?;
        page.open(&format!("#/opportunity/{ID}/quote/Q-00001-0")).await?;
        page.fill("Total", "1,50").await?;
        page.fill("Due by", "soon").await?;
        page.reload().await?;
        page.holds_value("Total", "1,50").await?;
        page.click("link", "ERP rollout").await?;
        page.has("heading", "ERP rollout").await?;
        page.back().await?;
        page.holds_value("Due by", "soon").await?;
        page.sees("Your unsaved input is back. Save it or discard it.").await?;
        ensure!(page.opportunity().await? == deal, "nothing is saved by itself");

        page.first("button", "Discard").await?.click().await?;
        page.holds_value("Total", "1,200.00").await?;
        page.reload().await?;
        page.holds_value("Total", "1,200.00").await?;
        page.holds_value("Due by", "").await
    })
    .await;
}

#[tokio::test]
async fn r10_a_half_typed_closing_survives_esc_cancel_back_and_reload_until_it_starts_over() {
    in_browser(Site::whole(), async |page| {
        let mut deal = open_deal("ERP rollout");
        deal["qu"] = json!([quote(1, true)]);
        store_deal(page, ID, &deal).await?;
        page.open(&format!("#/opportunity/{ID}")).await?;
        page.click("link", "Close as lost…").await?;
        page.choose("Status reason", "No budget").await?;
        page.fill("Close date", "31 April").await?;
        page.fill("Description", "They said").await?;
        page.click("checkbox", "Close all active and draft quotes with the opportunity").await?;
        page.choose("Becomes: Q-00001 r0", "Canceled").await?;

        page.press(Key::Escape).await?;
        offered_again(page).await?;
        page.click("button", "Cancel").await?;
        offered_again(page).await?;
        page.back().await?;
        offered_again(page).await?;
        page.reload().await?;
        as_typed(page).await?;
        ensure!(page.opportunity().await? == deal, "nothing is changed");

        page.click("button", "Start over").await?;
        page.holds_value("Description", "").await?;
        page.press(Key::Escape).await?;
        page.click("link", "Close as lost…").await?;
        page.holds_value("Description", "").await?;
        page.sees_no("What you entered here before is back.").await
    })
    .await;
}

#[tokio::test]
async fn r10_a_half_typed_note_and_half_named_entries_survive_leaving_another_document_and_reload() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &closed_deal("ERP rollout")).await?;
        let note = format!("#/opportunity/{ID}");
        page.open(&note).await?;
        page.fill("Add a note", "They call").await?;
        page.open("#/settings").await?;
        page.fill("New competitor", "Fabrikam").await?;
        page.click("button", "Rename: Price").await?;
        page.fill("Rename: Price", "Too dear").await?;

        // Another document in the tab ends this one, as does a tab that the browser discards.
        page.open("#/settings").await?;
        page.holds_value("New competitor", "Fabrikam").await?;
        page.holds_value("Rename: Price", "Too dear").await?;
        page.open(&note).await?;
        page.holds_value("Add a note", "They call").await?;
        page.reload().await?;
        page.holds_value("Add a note", "They call").await?;
        ensure!(page.opportunity().await? == closed_deal("ERP rollout"), "nothing is saved by itself");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_double_click_adds_once_and_nothing_is_said_to_be_missing() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        page.open(&format!("#/opportunity/{ID}")).await?;
        page.fill("Add a note", "They call").await?;
        page.double_click("button", "Add").await?;
        page.sees("Note added.").await?;
        page.is_right("Add a note").await?;
        ensure!(page.opportunity().await?["no"].as_array().map(Vec::len) == Some(1), "one note");
        page.click("button", "Add").await?;
        page.is_wrong("Add a note", "Note is required.").await
    })
    .await;
}

#[tokio::test]
async fn r10_half_chosen_fates_survive_esc_back_and_reload() {
    in_browser(Site::whole(), async |page| {
        let mut deal = open_deal("ERP rollout");
        deal["qu"] = json!([quote(1, true)]);
        store_deal(page, ID, &deal).await?;
        page.open(&format!("#/opportunity/{ID}")).await?;
        page.click("link", "Close all quotes…").await?;
        page.choose("Becomes: Q-00001 r0", "Canceled").await?;
        page.press(Key::Escape).await?;
        page.has_no("dialog", "Close all quotes").await?;
        page.click("link", "Close all quotes…").await?;
        page.holds_value("Becomes: Q-00001 r0", "Canceled").await?;
        page.back().await?;
        page.has_no("dialog", "Close all quotes").await?;
        page.click("link", "Close all quotes…").await?;
        page.reload().await?;
        page.holds_value("Becomes: Q-00001 r0", "Canceled").await?;
        ensure!(page.opportunity().await? == deal, "nothing is changed");
        Ok(())
    })
    .await;
}

/// The dialog has closed; opened again it holds what was typed.
async fn offered_again(page: &Page) -> Result<()> {
    page.has_no("dialog", "Close opportunity").await?;
    page.click("link", "Close as lost…").await?;
    as_typed(page).await
}

async fn as_typed(page: &Page) -> Result<()> {
    page.sees("What you entered here before is back.").await?;
    page.holds_value("Close date", "31 April").await?;
    page.holds_value("Description", "They said").await?;
    page.holds_value("Status reason", "NoBudget").await?;
    page.holds_value("Becomes: Q-00001 r0", "Canceled").await
}

#[tokio::test]
async fn r22_closing_first_saves_what_is_unsaved_and_does_not_start_while_it_has_problems() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        page.open(&format!("#/opportunity/{ID}")).await?;
        page.fill("Topic", "").await?;
        page.fill("Estimated revenue", "2,000").await?;
        page.click("link", "Close as won…").await?;
        page.has_focus("alert", "Not saved yet: 1 thing to settle").await?;
        page.is_wrong("Topic", "Topic is required.").await?;
        page.has_no("dialog", "Close opportunity").await?;

        page.fill("Topic", "ERP rollout, phase 2").await?;
        page.click("link", "Close as won…").await?;
        page.has("dialog", "Close opportunity").await?;
        page.holds_value("Actual revenue", "2,000.00").await?;
        let stored = page.opportunity().await?;
        ensure!(stored["t"] == "ERP rollout, phase 2" && stored["er"] == 200_000, "{stored}");
        Ok(())
    })
    .await;
}
