//! Every screen, looked over by axe-core: as wide as a desk and as narrow as a telephone, light and dark.

use std::{env, fs};

use anyhow::{Context as _, Result, ensure};
use e2e::steps::{STORED_AT, closed_deal, open_deal, quote, store_deal};
use e2e::{Look, Page, Site, in_browser};
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
    for route in ["open", "won", "lost", "all", "settings"] {
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
    page.open("#/new").await?;
    page.insert("Probability", "101").await?;
    page.click("button", "Save").await?;
    page.sees("Not saved yet").await?;
    look_over(page, "new with problems", &mut found).await?;

    ensure!(found.is_empty(), "{} violations:\n{}", found.len(), found.join("\n"));
    Ok(())
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
