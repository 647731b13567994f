//! The program comes in two parts: the lists first, all the rest as soon as they stand, and nothing after that.

use anyhow::{Result, ensure};
use e2e::steps::{open_deal, store_deal};
use e2e::{Look, Page, Site, in_browser};
use serde_json::json;

const SECOND_PART: &str = "_screens.wasm";
const MISSING: &str = "Not all of Tutup could be loaded";

/// How many requests the page made since it was loaded.
async fn requests(page: &Page) -> Result<u64> {
    let count = page.browser.run("return performance.getEntriesByType('resource').length", vec![]).await?;
    Ok(count.as_u64().unwrap_or_default())
}

/// Goes to a route without loading the page again, as a link does.
async fn go(page: &Page, route: &str) -> Result<()> {
    page.browser.run("location.hash = args[0]", vec![json!(route)]).await.map(drop)
}

/// From now on the network has no second part, or has it again.
async fn block(page: &Page, is_blocked: bool) -> Result<()> {
    page.browser.cdp("Network.enable", json!({})).await?;
    let urls: &[&str] = if is_blocked { &["*_screens.wasm"] } else { &[] };
    page.browser.cdp("Network.setBlockedURLs", json!({ "urls": urls })).await?;
    Ok(())
}

#[tokio::test]
async fn the_second_part_comes_by_itself_and_then_nothing_is_asked_of_the_network() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, "deal00001", &open_deal("ERP rollout")).await?;
        page.open("#/open").await?;
        page.has("link", "ERP rollout").await?;
        let arrived = format!(
            "return performance.getEntriesByType('resource').some((it) => it.name.endsWith({SECOND_PART:?}) && it.responseEnd > 0)"
        );
        page.holds("the second part without any act", &arrived).await?;

        let before = requests(page).await?;
        page.click("link", "ERP rollout").await?;
        page.has("heading", "ERP rollout").await?;
        page.click("link", "Close as won…").await?;
        page.has("dialog", "Close opportunity").await?;
        page.click("button", "Cancel").await?;
        page.is_at("#/opportunity/deal00001").await?;
        go(page, "#/settings").await?;
        page.has("heading", "Where is my data?").await?;
        page.click("button", "MS: Bahasa Melayu").await?;
        page.has("heading", "Tetapan").await?;
        go(page, "#/demo/open").await?;
        page.has("link", "ERP rollout phase 2").await?;
        let after = requests(page).await?;
        ensure!(before == after, "{} requests were made", after - before);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn p8_without_the_second_part_the_lists_work_and_it_can_be_asked_for_again() {
    in_browser(Site::whole(), async |page| {
        page.expect_console("Failed to fetch");
        store_deal(page, "deal00001", &open_deal("ERP rollout")).await?;
        block(page, true).await?;
        page.open("#/open").await?;
        page.sees(MISSING).await?;
        page.has("link", "ERP rollout").await?;
        go(page, "#/won").await?;
        page.has("heading", "Won opportunities").await?;
        go(page, "#/open").await?;
        page.click("link", "ERP rollout").await?;
        page.sees(MISSING).await?;
        page.has_no("heading", "ERP rollout").await?;

        page.click("button", "Try again").await?;
        page.sees(MISSING).await?;
        block(page, false).await?;
        page.click("button", "Try again").await?;
        page.has("heading", "ERP rollout").await?;
        page.sees_no(MISSING).await
    })
    .await;
}

#[tokio::test]
async fn after_an_update_of_the_host_a_reload_brings_the_second_part() {
    in_browser(Site::without(SECOND_PART), async |page| {
        page.expect_console("404");
        page.expect_console("WebAssembly");
        page.look(Look { width: 1280, height: 800, theme: "light" }, "ms").await?;
        page.open("#/settings").await?;
        page.sees("Tidak semua bahagian Tutup dapat dimuatkan").await?;
        page.has("button", "Cuba lagi").await?;
        page.click("button", "Muat semula").await?;
        page.sees("Tidak semua bahagian Tutup dapat dimuatkan").await?;
        page.has("link", "Tutup").await
    })
    .await;
}
