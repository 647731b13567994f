//! At work in a book of 8,800 real rows: by mouse, by finger, by keys alone. One deal among them has an active and a draft
//! quote, so that it can be closed only with both.
//!
//! The data are not part of this repository: `TUTUP_REAL_DATA` names the folder that holds `maven_crm/sales_pipeline.csv`.

use anyhow::{Result, ensure};
use e2e::board::{drop_on, hold, middle, place, stands_at, touch};
use e2e::maven::with_pipeline;
use e2e::steps::{ENGLISH, arrive, open_deal, quote, store_deal};
use e2e::{Key, Look, Page};
use serde_json::{Value, json};

const ID: &str = "deal00001";
const TOPIC: &str = "ERP rollout";
const ALL_CARDS: &str = "return document.querySelector('[data-drop=Develop] .count')?.innerText === '1,590'";

/// The first of its stage, for it is to be closed before all others.
fn deal() -> Value {
    let mut deal = open_deal(TOPIC);
    deal["sg"] = json!("d");
    deal["cy"] = json!("USD");
    deal["ec"] = json!("2016-01-15");
    deal["qu"] = json!([quote(1, true), quote(2, false)]);
    deal
}

async fn with_deal(test: impl AsyncFnOnce(&Page) -> Result<()>) {
    with_pipeline(async |page| {
        store_deal(page, ID, &deal()).await?;
        test(page).await
    })
    .await;
}

async fn stored(page: &Page) -> Result<Value> {
    Ok(page.opportunities().await?[ID].clone())
}

/// Presses the button of the dialog that is open: the active quote stops it.
async fn is_refused(page: &Page) -> Result<()> {
    page.choose("Status reason", "Price").await?;
    page.click("button", "Close as lost").await?;
    page.has_focus("alert", "Not closed yet: 1 thing to settle").await?;
    page.sees("1 quote stops this opportunity from closing. Active: Q-00001 r0.").await?;
    ensure!(stored(page).await? == deal(), "it is refused and nothing is changed");
    Ok(())
}

async fn is_closed(page: &Page) -> Result<()> {
    page.sees("Closed as lost, with 2 quotes.").await?;
    page.has_no("dialog", "Close opportunity").await?;
    let closed = stored(page).await?;
    ensure!(closed["cl"][0]["o"] == "l" && closed["cl"][0]["sq"] == json!([[1, 0, "al"], [2, 0, "dc"]]), "{closed}");
    Ok(())
}

#[tokio::test]
async fn by_mouse_a_card_is_dropped_and_rows_are_selected_to_be_closed_at_once() {
    with_deal(async |page| {
        page.open("#/board").await?;
        page.holds("all cards of the stage", ALL_CARDS).await?;
        drop_on(page, ID, "lost").await?;
        page.has("dialog", "Close opportunity").await?;
        page.click("button", "Cancel").await?;
        stands_at(page, ID, "Develop").await?;
        ensure!(stored(page).await? == deal(), "Cancel changes nothing");
        drop_on(page, ID, "lost").await?;
        is_refused(page).await?;
        page.click("checkbox", ENGLISH.tick).await?;
        page.click("button", "Close as lost").await?;
        is_closed(page).await?;
        page.has("link", "Lost 2,474").await?;
        page.click("button", "Undo").await?;
        stands_at(page, ID, "Develop").await?;

        page.click("link", "Open 2,090").await?;
        page.click("checkbox", &format!("Select: {TOPIC}")).await?;
        let twelfth = page.browser.driver.find(thirtyfour::By::Css("tbody tr[aria-rowindex='13'] input")).await?;
        let shift = char::from(Key::Shift);
        page.browser.driver.action_chain().key_down(shift).click_element(&twelfth).key_up(shift).perform().await?;
        page.sees("12 selected").await?;
        page.click("button", "Close as lost…").await?;
        page.sees("11 will be closed.").await?;
        page.choose("Status reason", "Price").await?;
        page.click("checkbox", ENGLISH.tick).await?;
        page.click("button", "Close 12 as lost").await?;
        page.sees("12 closed as lost, with 2 quotes.").await?;
        page.has("link", "Lost 2,485").await?;
        page.click("button", "Undo").await?;
        page.has("link", "Lost 2,473").await?;
        ensure!(stored(page).await? == deal(), "one undo brings all back");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn by_finger_a_card_that_is_held_is_dropped_and_closed() {
    with_deal(async |page| {
        page.browser.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
        page.browser.look(Look { width: 360, height: 740, theme: "light" }).await?;
        page.open("#/board").await?;
        page.holds("all cards of the stage", ALL_CARDS).await?;
        hold(page, ID).await?;
        let lost = middle(page, &place("lost")).await?;
        touch(page, "touchMove", &[lost]).await?;
        page.holds("Lost lit up", "return document.querySelector('[data-drop=lost]').matches('[data-over]')").await?;
        touch(page, "touchEnd", &[]).await?;
        page.has("dialog", "Close opportunity").await?;
        is_refused(page).await?;
        tap(page, "dialog[open] input[type=checkbox]").await?;
        tap(page, "dialog[open] [type=submit]").await?;
        page.sees("Closed as lost, with 2 quotes.").await?;
        ensure!(stored(page).await?["cl"][0]["o"] == "l", "a tap closes it");

        page.open("#/lost").await?;
        page.sees("Total of 2,474").await?;
        tap(page, &format!("#row-{ID}")).await?;
        page.has("heading", TOPIC).await
    })
    .await;
}

/// Touches the middle of the element with one finger.
async fn tap(page: &Page, element: &str) -> Result<()> {
    let show = "document.querySelector(args[0]).scrollIntoView({ block: 'center' })";
    page.browser.run(show, vec![json!(element)]).await?;
    let at = middle(page, element).await?;
    touch(page, "touchStart", &[at]).await?;
    touch(page, "touchEnd", &[]).await
}

#[tokio::test]
async fn by_keys_it_is_found_refused_closed_and_brought_back() {
    with_deal(async |page| {
        arrive(page, "#/open").await?;
        page.press("/").await?;
        page.has_focus("searchbox", "Search opportunities").await?;
        page.press("q-00001").await?;
        page.sees("Total of 1").await?;
        page.tab_to("link", TOPIC).await?;
        page.press("l").await?;
        page.has_focus("radio", "Lost").await?;
        page.press(Key::Escape).await?;
        page.has_focus("link", TOPIC).await?;
        ensure!(stored(page).await? == deal(), "Esc changes nothing");
        page.press("l").await?;
        page.has_focus("radio", "Lost").await?;
        page.tab_to("combobox", "Status reason").await?;
        page.press("Price").await?;
        page.chord(Key::Control, Key::Enter).await?;
        page.has_focus("alert", "Not closed yet: 1 thing to settle").await?;
        page.tab_to("checkbox", ENGLISH.tick).await?;
        page.press(Key::Space).await?;
        page.chord(Key::Control, Key::Enter).await?;
        is_closed(page).await?;
        page.has("link", "Lost 2,474").await?;
        page.chord(Key::Control, 'z').await?;
        page.has("link", "Lost 2,473").await?;
        ensure!(stored(page).await? == deal(), "Ctrl+Z brings it back");

        // The palette, from any page.
        arrive(page, "#/settings").await?;
        page.chord(Key::Control, 'k').await?;
        page.press("erp rollout").await?;
        page.has("option", "ERP rollout Open, in progress").await?;
        page.press(Key::Enter).await?;
        page.has_focus("heading", TOPIC).await?;
        page.chord(Key::Control, 'k').await?;
        page.press("close as lost").await?;
        page.has("option", "Close as lost: ERP rollout").await?;
        page.press(Key::Enter).await?;
        page.has("dialog", "Close opportunity").await?;
        is_refused(page).await?;
        page.click("checkbox", ENGLISH.tick).await?;
        page.chord(Key::Control, Key::Enter).await?;
        is_closed(page).await
    })
    .await;
}
