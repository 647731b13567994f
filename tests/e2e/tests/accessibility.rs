//! Every screen, looked over by axe-core: as wide as a desk and as narrow as a telephone, light and dark.

use std::{env, fs};

use anyhow::{Context as _, Result, ensure};
use e2e::steps::{STORED_AT, closed_deal, open_deal, quote, store_deal};
use e2e::{Key, Look, Page, Site, in_browser};
use serde_json::{Value, json};

/// What axe finds wrong: each rule with the elements that break it.
async fn violations(page: &Page) -> Result<Vec<String>> {
    const RUN: &str = "
        const { violations } = await axe.run(document, { resultTypes: ['violations'], preload: false });
        return violations.flatMap(({ id, nodes }) =>
            nodes.map(({ html, failureSummary }) => `${id}: ${html}\\n  ${failureSummary.replaceAll('\\n', ' ')}`));";
    page.browser.rest().await?;
    let loaded = page.browser.run("return 'axe' in window", vec![]).await?;
    if loaded != true {
        let file = env::var("AXE").context("axe-core is not there: run tools/setup, or name axe.min.js in AXE")?;
        let axe = fs::read_to_string(&file).with_context(|| format!("{file} cannot be read"))?;
        page.browser.driver.execute(axe, vec![]).await?;
    }
    Ok(serde_json::from_value(page.browser.run(RUN, vec![]).await?)?)
}

/// Notes what is wrong here, and whether the page is wider than its window.
async fn look_over(page: &Page, place: &str, found: &mut Vec<String>) -> Result<()> {
    let here = violations(page).await.with_context(|| place.to_owned())?;
    found.extend(here.into_iter().map(|violation| format!("{place}: {violation}")));
    let sideways = "return document.documentElement.scrollWidth > innerWidth";
    if page.browser.run(sideways, vec![]).await? == true {
        found.push(format!("{place}: the page scrolls sideways"));
    }
    Ok(())
}

fn rich_deal() -> Value {
    let mut deal = open_deal("ERP rollout");
    deal["cu"] = json!("Contoso");
    deal["pr"] = json!(60);
    deal["ec"] = json!("2026-10-02");
    deal["ln"] = json!([{ "i": 1, "n": "Workshop", "bu": 25_000 }, { "i": 2, "n": "Training", "bi": "f" }]);
    deal["qu"] = json!([quote(1, true), quote(2, false)]);
    deal["no"] = json!([{ "i": 1, "tx": "They call on Monday.", "at": STORED_AT }]);
    deal
}

async fn every_screen(page: &Page, look: Look<'_>) -> Result<()> {
    let mut found = Vec::new();
    page.look(look, "en").await?;
    page.open("").await?;
    look_over(page, "empty", &mut found).await?;

    store_deal(page, "deal00001", &rich_deal()).await?;
    store_deal(page, "deal00002", &closed_deal("Website")).await?;
    let mut deleted = rich_deal();
    deleted["dl"] = json!(STORED_AT);
    store_deal(page, "deal00003", &deleted).await?;
    page.open("rescue.html").await?;
    look_over(page, "rescue page", &mut found).await?;
    for route in ["open", "won", "lost", "all", "board", "settings"] {
        page.open(&format!("#/demo/{route}")).await?;
        look_over(page, route, &mut found).await?;
    }
    for (place, route) in [
        ("new", "#/new"),
        ("open opportunity", "#/opportunity/deal00001"),
        ("closed opportunity", "#/opportunity/deal00002"),
        ("missing opportunity", "#/opportunity/deal00009"),
        ("draft", "#/opportunity/deal00001/quote/Q-00002-0"),
        ("active quote", "#/opportunity/deal00001/quote/Q-00001-0"),
        ("close all quotes", "#/opportunity/deal00001/close-quotes"),
        ("close as won", "#/opportunity/deal00001/close?as=won"),
        ("correct", "#/opportunity/deal00002/correct"),
        ("board", "#/board"),
        ("close over the board", "#/board/close/deal00001?as=lost"),
        ("bin", "#/bin"),
        ("empty the bin", "#/bin/empty"),
        ("deleted opportunity", "#/opportunity/deal00003"),
    ] {
        page.open(route).await?;
        look_over(page, place, &mut found).await?;
    }

    for (outcome, button) in [("won", "Close as won"), ("lost", "Close as lost")] {
        page.open(&format!("#/opportunity/deal00001/close?as={outcome}")).await?;
        page.insert("Actual revenue", "1e5").await?;
        page.insert("Close date", "31 April").await?;
        page.click("button", button).await?;
        page.sees("Not closed yet").await?;
        look_over(page, &format!("{outcome} with problems"), &mut found).await?;
    }
    several(page, &mut found).await?;
    over_everything(page, &mut found).await?;
    two_versions(page, &mut found).await?;
    needs_attention(page, &mut found).await?;
    page.open("#/new").await?;
    page.insert("Probability", "101").await?;
    page.click("button", "Save").await?;
    page.sees("Not saved yet").await?;
    look_over(page, "new with problems", &mut found).await?;

    ensure!(found.is_empty(), "{} violations:\n{}", found.len(), found.join("\n"));
    Ok(())
}

/// A list with everything selected, and the dialogs about that.
async fn several(page: &Page, found: &mut Vec<String>) -> Result<()> {
    page.open("#/demo/all").await?;
    page.browser.run("document.getElementById('select-all').click()", vec![]).await?;
    page.has("button", "Clear selection").await?;
    look_over(page, "list with a selection", found).await?;
    page.click("button", "Close as won…").await?;
    page.sees("What will happen to each").await?;
    look_over(page, "close several as won", found).await?;
    page.click("radio", "Lost").await?;
    page.click("checkbox", "Close all active and draft quotes with the opportunity").await?;
    page.click("button", "Close 14 as lost").await?;
    page.sees("Not closed yet").await?;
    look_over(page, "close several as lost with problems", found).await?;
    page.press(Key::Escape).await?;
    page.click("button", "Edit…").await?;
    page.has("dialog", "Edit selected opportunities").await?;
    look_over(page, "edit several", found).await
}

/// The palette, the sheet of the keys, and the list of acts.
async fn over_everything(page: &Page, found: &mut Vec<String>) -> Result<()> {
    page.open("#/opportunity/deal00002").await?;
    page.click("button", "Reopen").await?;
    page.sees("Opportunity reopened.").await?;
    page.chord(Key::Control, 'k').await?;
    page.has("dialog", "Commands").await?;
    look_over(page, "palette", found).await?;
    page.press("er").await?;
    page.sees("ERP rollout").await?;
    look_over(page, "palette with opportunities", found).await?;
    page.fill("A command or an opportunity", "nothing like it").await?;
    page.sees("No command and no opportunity fits.").await?;
    look_over(page, "palette with nothing", found).await?;
    for (letters, dialog) in [("keyboard", "Keyboard shortcuts"), ("done in", "Done in this tab")] {
        page.fill("A command or an opportunity", letters).await?;
        page.has("option", dialog).await?;
        page.press(Key::Enter).await?;
        page.has("dialog", dialog).await?;
        look_over(page, dialog, found).await?;
        page.press(Key::Escape).await?;
        page.chord(Key::Control, 'k').await?;
        page.has("dialog", "Commands").await?;
    }
    page.press(Key::Escape).await?;
    store_deal(page, "deal00002", &closed_deal("Website")).await
}

/// An edit and a closing of what another tab has changed.
async fn two_versions(page: &Page, found: &mut Vec<String>) -> Result<()> {
    store_deal(page, "deal00004", &rich_deal()).await?;
    page.open("#/opportunity/deal00004").await?;
    page.insert("Topic", "Mine").await?;
    let mut other = rich_deal();
    other["t"] = json!("Theirs");
    other["ln"] = json!([{ "i": 1, "n": "Workshop", "bu": 30_000 }]);
    store_deal(page, "deal00004", &other).await?;
    page.click("button", "Save").await?;
    page.has("dialog", "Changed in two places").await?;
    page.press(Key::Enter).await?;
    page.sees("Choose one version first").await?;
    look_over(page, "two versions", found).await?;
    page.press(Key::Escape).await?;
    page.sees("that you changed too.").await?;
    look_over(page, "contested", found).await?;
    page.open("#/opportunity/deal00001/close?as=won").await?;
    page.click("button", "Start over").await?;
    page.click("checkbox", "Close all active and draft quotes with the opportunity").await?;
    store_deal(page, "deal00001", &other).await?;
    page.click("button", "Close as won").await?;
    page.sees("Nothing was done: the opportunity was changed").await?;
    look_over(page, "changed beneath the dialog", found).await
}

async fn needs_attention(page: &Page, found: &mut Vec<String>) -> Result<()> {
    let mut broken = closed_deal("Closed with an active quote");
    broken["qu"] = json!([quote(7, true)]);
    store_deal(page, "deal00005", &broken).await?;
    page.store("tutup:o:deal00006", "half a value").await?;
    page.store_record("tutup:x:00c0ffee.7:o:deal00004", &rich_deal()).await?;
    page.open("#/attention").await?;
    look_over(page, "needs attention", found).await?;
    page.first("button", "Download").await?.click().await?;
    page.first("button", "Remove…").await?.click().await?;
    page.has("dialog", "Remove this value for good?").await?;
    look_over(page, "removing", found).await?;
    page.open("#/attention/deal00005").await?;
    look_over(page, "mending", found).await?;
    store_deal(page, "deal00001", &rich_deal()).await
}

#[tokio::test]
async fn no_violation_on_a_desk_in_light() {
    in_browser(Site::whole(), async |page| every_screen(page, Look { width: 1280, height: 800, theme: "light" }).await)
        .await;
}

#[tokio::test]
async fn no_violation_on_a_desk_in_dark() {
    in_browser(Site::whole(), async |page| every_screen(page, Look { width: 1280, height: 800, theme: "dark" }).await)
        .await;
}

#[tokio::test]
async fn no_violation_on_a_telephone_in_light() {
    in_browser(Site::whole(), async |page| every_screen(page, Look { width: 360, height: 740, theme: "light" }).await)
        .await;
}

#[tokio::test]
async fn no_violation_on_a_telephone_in_dark() {
    in_browser(Site::whole(), async |page| every_screen(page, Look { width: 360, height: 740, theme: "dark" }).await)
        .await;
}
