//! Preferences take effect at once; the lists are the user's own (R18).

use anyhow::{Result, ensure};
use e2e::steps::{closed_deal, open_deal, store_deal};
use e2e::{Key, Page, Site, in_browser};
use serde_json::{Value, json};

async fn root(page: &Page) -> Result<Value> {
    page.browser.run("const { lang, dataset } = document.documentElement; return [lang, dataset.theme]", vec![]).await
}

/// Waits until the page is in this language and this theme.
async fn is_in(page: &Page, language: &str, theme: Option<&str>) -> Result<()> {
    let wanted = json!([language, theme]);
    page.wait_for(&format!("{wanted}"), async || Ok((root(page).await? == wanted).then_some(()))).await
}

#[tokio::test]
async fn language_and_theme_switch_without_a_reload_and_survive_one() {
    in_browser(Site::whole(), async |page| {
        page.open("#/settings").await?;
        page.browser.run("window.e2eSame = true", vec![]).await?;
        page.click("radio", "Bahasa Melayu").await?;
        page.has("heading", "Tetapan").await?;
        page.has_focus("radio", "Bahasa Melayu").await?;
        is_in(page, "ms", None).await?;
        page.click("radio", "Gelap").await?;
        is_in(page, "ms", Some("dark")).await?;
        ensure!(page.browser.run("return window.e2eSame === true", vec![]).await? == true, "the page was not reloaded");

        page.reload().await?;
        page.has("heading", "Tetapan").await?;
        is_in(page, "ms", Some("dark")).await?;
        page.click("button", "EN: English").await?;
        page.has("heading", "Settings").await?;
        page.has_focus("button", "MS: Bahasa Melayu").await?;
        page.click("button", "Theme: dark").await?;
        is_in(page, "en", None).await
    })
    .await;
}

#[tokio::test]
async fn a_half_typed_form_survives_a_switch_of_the_language() {
    in_browser(Site::whole(), async |page| {
        page.open("#/new").await?;
        page.fill("Topic", "ERP rollout").await?;
        page.fill("Estimated close date", "30 Dec 2026").await?;
        page.click("button", "MS: Bahasa Melayu").await?;
        page.holds_value("Topik", "ERP rollout").await?;
        page.click("button", "Simpan").await?;
        page.sees("Peluang dicipta.").await?;
        ensure!(page.opportunity().await?["ec"] == "2026-12-30", "a month in the other language is read");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_currency_is_that_of_new_opportunities_only() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, "deal00001", &open_deal("In ringgit")).await?;
        page.open("#/settings").await?;
        page.choose_by_keys("Currency", "USD").await?;
        page.open("#/new").await?;
        page.fill("Topic", "In dollars").await?;
        page.fill("Estimated revenue", "$1,234.50").await?;
        page.click("button", "Save").await?;
        page.has("heading", "In dollars").await?;
        let stored = page.opportunities().await?;
        let currencies: Vec<&Value> = stored.values().map(|record| &record["cy"]).collect();
        ensure!(currencies.contains(&&json!("USD")) && currencies.contains(&&json!("MYR")), "{currencies:?}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn r18_a_reason_is_added_used_renamed_and_retired_and_records_keep_it() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, "deal00001", &open_deal("ERP rollout")).await?;
        page.open("#/settings").await?;
        add_lost_reason(page, "Moved abroad").await?;
        page.open("#/opportunity/deal00001/close?as=lost").await?;
        page.choose("Status reason", "Moved abroad").await?;
        page.click("button", "Close as lost").await?;
        page.sees("and read-only since.").await?;
        let before = page.opportunity().await?;

        page.open("#/settings").await?;
        page.click("button", "Rename: Moved abroad").await?;
        page.fill("Rename: Moved abroad", "price").await?;
        page.press(Key::Enter).await?;
        page.is_wrong("Rename: Moved abroad", "This name is on the list already. Choose another one.").await?;
        page.fill("Rename: Moved abroad", "Left the country").await?;
        page.press(Key::Enter).await?;
        page.has_focus("button", "Rename: Left the country").await?;
        page.click("button", "Retire: Left the country").await?;
        page.has("button", "Offer again: Left the country").await?;
        page.has_no("button", "Delete: Left the country").await?;
        ensure!(page.opportunity().await? == before, "a rename changes no record");

        page.open("#/lost").await?;
        page.sees("Left the country").await?;
        page.open("#/opportunity/deal00001").await?;
        page.click("button", "Reopen").await?;
        page.click("link", "Close as lost…").await?;
        let offered = page.field("Status reason").await?.text().await?;
        ensure!(!offered.contains("Left the country"), "a retired reason is not offered: {offered}");
        Ok(())
    })
    .await;
}

async fn add_lost_reason(page: &Page, name: &str) -> Result<()> {
    page.choose("Counts as", "Disqualified").await?;
    page.insert("New reason when lost", name).await?;
    page.press(Key::Enter).await?;
    page.has("button", &format!("Rename: {name}")).await
}

#[tokio::test]
async fn r18_the_last_reason_of_an_outcome_cannot_be_retired() {
    in_browser(Site::whole(), async |page| {
        page.open("#/settings").await?;
        page.click("button", "Retire: Won").await?;
        page.sees("This is the only reason left for closing as won. Add or bring back another one first.").await?;
        page.has_no("button", "Offer again: Won").await
    })
    .await;
}

#[tokio::test]
async fn a_reason_retired_in_another_tab_meanwhile_is_refused_at_its_field() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, "deal00001", &open_deal("ERP rollout")).await?;
        page.open("#/opportunity/deal00001/close?as=lost").await?;
        page.choose("Status reason", "Price").await?;
        let first = page.second_tab("#/settings").await?;
        page.click("button", "Retire: Price").await?;
        page.has("button", "Offer again: Price").await?;

        page.switch(&first).await?;
        page.click("button", "Close as lost").await?;
        page.is_wrong("Status reason", "This reason was retired. Choose another one.").await?;
        ensure!(page.opportunity().await?["cl"].is_null(), "it stays open");
        page.choose("Status reason", "No budget").await?;
        page.click("button", "Close as lost").await?;
        page.sees("and read-only since.").await
    })
    .await;
}

#[tokio::test]
async fn r18_what_a_record_uses_is_retired_not_deleted() {
    in_browser(Site::whole(), async |page| {
        let mut deal = closed_deal("ERP rollout");
        deal["cl"][0]["cn"] = json!("Fabrikam");
        store_deal(page, "deal00001", &deal).await?;
        page.open("#/settings").await?;
        page.fill("New competitor", "Northwind").await?;
        page.press(Key::Enter).await?;
        page.has("button", "Delete: Northwind").await?;
        page.click("button", "Delete: Northwind").await?;
        page.has_no("button", "Delete: Northwind").await?;
        page.click("button", "Undo").await?;
        page.has("button", "Delete: Northwind").await?;
        page.has_no("button", "Delete: Price").await
    })
    .await;
}
