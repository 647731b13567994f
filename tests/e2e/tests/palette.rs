//! The palette: every command and every opportunity by a few letters, by keys, pointer and touch.

use anyhow::{Result, ensure};
use e2e::steps::{arrive, closed_deal, open_deal, quote, records, store_deal};
use e2e::{Key, Look, Page, Site, in_browser};
use serde_json::json;

const FIELD: &str = "A command or an opportunity";
const TICK: &str = "Close all active and draft quotes with the opportunity";

/// Three opportunities: open with an active quote, lost, and in the bin.
async fn store(page: &Page) -> Result<()> {
    let mut erp = open_deal("ERP rollout");
    erp["cu"] = json!("Contoso");
    erp["qu"] = json!([quote(1, true)]);
    store_deal(page, "deal00001", &erp).await?;
    store_deal(page, "deal00002", &closed_deal("Énergie audit")).await?;
    let mut deleted = open_deal("ERP deleted");
    deleted["dl"] = json!(1_790_820_000_000_i64);
    store_deal(page, "deal00003", &deleted).await
}

async fn open(page: &Page) -> Result<()> {
    page.chord(Key::Control, 'k').await?;
    page.has_focus("combobox", FIELD).await
}

/// What is offered, in its order.
async fn offered(page: &Page) -> Result<Vec<String>> {
    let names =
        "return [...document.querySelectorAll('[role=option]')].map((it) => it.innerText.split('\\n')[0].trim())";
    Ok(serde_json::from_value(page.browser.run(names, vec![]).await?)?)
}

async fn offers_first(page: &Page, letters: &str, wanted: &[&str]) -> Result<()> {
    page.fill(FIELD, letters).await?;
    page.wait_for(&format!("{wanted:?} for {letters:?}"), async || {
        let offered = offered(page).await?;
        ensure!(offered.iter().take(wanted.len()).eq(wanted), "{offered:?}");
        Ok(Some(()))
    })
    .await
}

#[tokio::test]
async fn it_finds_commands_and_opportunities_by_beginnings_without_accents() {
    in_browser(Site::whole(), async |page| {
        store(page).await?;
        arrive(page, "#/open").await?;
        page.fill("Search opportunities", "roll").await?;
        // Also while something is typed.
        open(page).await?;
        offers_first(page, "NEW", &["New opportunity"]).await?;
        offers_first(page, "nop", &["New opportunity"]).await?;
        offers_first(page, "erp", &["ERP rollout"]).await?;
        offers_first(page, "er ro", &["ERP rollout"]).await?;
        offers_first(page, "cont", &["ERP rollout"]).await?;
        offers_first(page, "q-00001", &["ERP rollout"]).await?;
        offers_first(page, "energie", &["Énergie audit"]).await?;
        page.has("option", "Énergie audit Lost").await?;
        page.fill(FIELD, "erp deleted").await?;
        page.sees("No command and no opportunity fits.").await?;
        page.fill(FIELD, "ÉN").await?;
        page.has("option", "Énergie audit Lost").await?;
        page.press(Key::Enter).await?;
        page.has_focus("heading", "Énergie audit").await?;
        ensure!(page.route().await? == "#/opportunity/deal00002", "Enter opens its page");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn arrows_home_end_and_esc_work_in_the_list() {
    in_browser(Site::whole(), async |page| {
        store(page).await?;
        arrive(page, "#/open").await?;
        page.press("j").await?;
        page.has_focus("link", "ERP rollout").await?;
        open(page).await?;
        let active = "const at = document.activeElement.getAttribute('aria-activedescendant');
            const option = document.getElementById(at);
            const [list, here] = [option.closest('[role=listbox]'), option].map((it) => it.getBoundingClientRect());
            return option.ariaSelected === 'true' && here.top >= list.top - 1 && here.bottom <= list.bottom + 1
                && [...document.querySelectorAll('[role=option]')].indexOf(option)";
        let last = offered(page).await?.len() - 1;
        for (key, wanted) in [
            (Key::Down, 1),
            (Key::Down, 2),
            (Key::Up, 1),
            (Key::Home, 0),
            (Key::Up, last),
            (Key::Down, 0),
            (Key::End, last),
        ] {
            page.press(key).await?;
            page.wait_for(&format!("option {wanted} in sight"), async || {
                let at = page.browser.run(active, vec![]).await?;
                ensure!(at == json!(wanted), "{at}");
                Ok(Some(()))
            })
            .await?;
        }
        page.press(Key::Escape).await?;
        page.has_no("dialog", "Commands").await?;
        page.has_focus("link", "ERP rollout").await?;
        open(page).await?;
        page.chord(Key::Control, 'k').await?;
        page.has_no("dialog", "Commands").await?;
        page.has_focus("link", "ERP rollout").await
    })
    .await;
}

#[tokio::test]
async fn it_closes_the_opportunity_at_hand_once_its_quote_is_settled() {
    for (letters, command, button, reason) in [
        ("caw", "Close as won: ERP rollout", "Close as won", None),
        ("close lost", "Close as lost: ERP rollout", "Close as lost", Some("Price")),
    ] {
        in_browser(Site::whole(), async |page| {
            store(page).await?;
            arrive(page, "#/open").await?;
            page.press("j").await?;
            page.has_focus("link", "ERP rollout").await?;
            let before = records(page).await?;
            open(page).await?;
            offers_first(page, letters, &[command]).await?;
            page.press(Key::Escape).await?;
            page.has_no("dialog", "Commands").await?;
            open(page).await?;
            offers_first(page, letters, &[command]).await?;
            page.press(Key::Enter).await?;
            page.has("dialog", "Close opportunity").await?;
            if let Some(reason) = reason {
                page.choose("Status reason", reason).await?;
            }
            page.click("button", button).await?;
            page.sees("1 quote stops this opportunity from closing. Active: Q-00001 r0.").await?;
            page.click("button", "Cancel").await?;
            page.has_no("dialog", "Close opportunity").await?;
            page.has_focus("link", "ERP rollout").await?;
            ensure!(records(page).await? == before, "Cancel changes nothing");
            open(page).await?;
            offers_first(page, letters, &[command]).await?;
            page.press(Key::Enter).await?;
            page.click("checkbox", TICK).await?;
            page.click("button", button).await?;
            page.sees(", with 1 quote.").await?;
            let stored = page.opportunities().await?;
            ensure!(stored["deal00001"]["cl"][0]["i"] == 1, "{stored:?}");
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn what_cannot_be_done_is_not_offered() {
    in_browser(Site::whole(), async |page| {
        store(page).await?;
        arrive(page, "#/opportunity/deal00002").await?;
        open(page).await?;
        let offers = offered(page).await?;
        let has = |name: &str| offers.iter().any(|offered| offered == name);
        ensure!(has("Reopen: Énergie audit") && has("Correct this closing: Énergie audit"), "{offers:?}");
        ensure!(!offers.iter().any(|it| it.starts_with("Close as") || it.starts_with("Edit")), "{offers:?}");
        ensure!(!has("Undo") && !has("Redo") && !has("Needs attention") && !has("Save"), "{offers:?}");
        offers_first(page, "reop", &["Reopen: Énergie audit"]).await?;
        page.press(Key::Enter).await?;
        page.sees("Opportunity reopened.").await?;
        page.has_focus("heading", "Énergie audit").await?;
        open(page).await?;
        let offers = offered(page).await?;
        ensure!(offers.iter().any(|it| it == "Undo") && offers.iter().any(|it| it == "Save"), "{offers:?}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn unsaved_input_is_saved_before_a_copy_is_made() {
    in_browser(Site::whole(), async |page| {
        store(page).await?;
        arrive(page, "#/opportunity/deal00001").await?;
        page.fill("Topic", "ERP rollout, phase 2").await?;
        open(page).await?;
        offers_first(page, "copy", &["Copy: ERP rollout"]).await?;
        page.press(Key::Enter).await?;
        page.has_focus("heading", "ERP rollout, phase 2 (copy)").await?;
        arrive(page, "#/opportunity/deal00001").await?;
        page.insert("Topic", "").await?;
        open(page).await?;
        offers_first(page, "dele", &["Delete: ERP rollout, phase 2"]).await?;
        let before = records(page).await?;
        page.press(Key::Enter).await?;
        page.sees("Not saved yet").await?;
        ensure!(records(page).await? == before, "what has problems is not deleted over them");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn it_is_there_for_pointer_and_touch() {
    in_browser(Site::whole(), async |page| {
        store(page).await?;
        for look in
            [Look { width: 1280, height: 800, theme: "light" }, Look { width: 360, height: 740, theme: "light" }]
        {
            page.look(look, "en").await?;
            arrive(page, "#/open").await?;
            page.click("button", "Commands, Ctrl K").await?;
            page.has_focus("combobox", FIELD).await?;
            page.press("sett").await?;
            page.click("option", "Settings").await?;
            page.has_focus("heading", "Settings").await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn all_of_the_customer_and_a_row_that_leaves_its_list() {
    in_browser(Site::whole(), async |page| {
        store(page).await?;
        let mut other = open_deal("Support");
        other["cu"] = json!("Contoso");
        store_deal(page, "deal00004", &other).await?;
        arrive(page, "#/opportunity/deal00001").await?;
        open(page).await?;
        offers_first(page, "all of", &["All of this customer: ERP rollout"]).await?;
        page.press(Key::Enter).await?;
        page.has("link", "Support").await?;
        page.has_no("link", "Énergie audit").await?;
        ensure!(page.route().await? == "#/all?customer=Contoso", "{}", page.route().await?);
        page.press("j").await?;
        page.has_focus("link", "ERP rollout").await?;
        open(page).await?;
        offers_first(page, "delete", &["Delete: ERP rollout"]).await?;
        page.press(Key::Enter).await?;
        // The focus goes on to the row that has come into its place.
        page.has_focus("link", "Support").await
    })
    .await;
}

#[tokio::test]
async fn rows_are_selected_and_left_out() {
    in_browser(Site::whole(), async |page| {
        store(page).await?;
        arrive(page, "#/all").await?;
        let selected = "return document.querySelectorAll('tr[data-opportunity] .pick input:checked').length";
        page.press("j").await?;
        page.has_focus("link", "Énergie audit").await?;
        for (letters, command, wanted) in [
            ("select the", "Select the row", 1),
            ("select all", "Select all in this view", 2),
            ("clear", "Clear the selection", 0),
        ] {
            open(page).await?;
            offers_first(page, letters, &[command]).await?;
            page.press(Key::Enter).await?;
            page.wait_for(&format!("{wanted} selected"), async || {
                let now = page.browser.run(selected, vec![]).await?;
                ensure!(now == json!(wanted), "{now}");
                Ok(Some(()))
            })
            .await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn r17_it_closes_all_that_is_selected_once_their_quotes_are_settled() {
    in_browser(Site::whole(), async |page| {
        store(page).await?;
        store_deal(page, "deal00009", &open_deal("Without a quote")).await?;
        arrive(page, "#/open").await?;
        open(page).await?;
        let offers = offered(page).await?;
        ensure!(!offers.iter().any(|it| it.contains("selected")), "nothing is selected: {offers:?}");
        offers_first(page, "select all", &["Select all in this view"]).await?;
        page.press(Key::Enter).await?;
        page.sees("2 selected").await?;
        let before = records(page).await?;
        close_selected(page).await?;
        page.choose("Status reason", "Price").await?;
        page.press(Key::Escape).await?;
        page.has_no("dialog", "Close selected opportunities").await?;
        ensure!(records(page).await? == before, "Esc changes nothing");
        close_selected(page).await?;
        page.choose("Status reason", "Price").await?;
        page.sees("1 is left out.").await?;
        page.click("checkbox", TICK).await?;
        page.click("button", "Close 2 as lost").await?;
        page.has_no("dialog", "Close selected opportunities").await?;
        let stored = page.opportunities().await?;
        for id in ["deal00001", "deal00009"] {
            ensure!(stored[id]["cl"][0]["re"] == "p", "{stored:?}");
        }
        Ok(())
    })
    .await;
}

async fn close_selected(page: &Page) -> Result<()> {
    open(page).await?;
    offers_first(page, "close sel lost", &["Close the selected as lost…"]).await?;
    page.press(Key::Enter).await?;
    page.has("dialog", "Close selected opportunities").await
}
