//! The sample data is a book of its own.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use e2e::steps::{open_deal, store_deal};
use e2e::{Page, Site, in_browser};

/// What is stored of the user's own book, and how many opportunities of the sample's.
async fn books(page: &Page) -> Result<(BTreeMap<String, String>, usize)> {
    let mut stored = page.stored().await?;
    // Room that is kept free for both books, a moment after the start.
    stored.remove("tutup:reserve");
    let (sample, own): (BTreeMap<_, _>, _) = stored.into_iter().partition(|(key, _)| key.starts_with("tutup:demo:"));
    Ok((own, sample.keys().filter(|key| key.starts_with("tutup:demo:o:")).count()))
}

#[tokio::test]
async fn from_the_empty_book_the_sample_is_one_click_away_and_left_in_one() {
    in_browser(Site::whole(), async |page| {
        page.open("").await?;
        page.click("link", "Load sample data").await?;
        page.sees("This is sample data, kept apart from yours. Change whatever you like.").await?;
        page.has("heading", "Open opportunities").await?;
        let (own, sample) = books(page).await?;
        ensure!(sample > 10, "{sample} opportunities");
        ensure!(own.keys().all(|key| !key.starts_with("tutup:o:")), "the own book stays empty: {own:?}");
        page.click("link", "Leave the sample data").await?;
        page.has("heading", "The book is empty").await
    })
    .await;
}

#[tokio::test]
async fn what_is_done_to_the_sample_is_undone_by_a_reset_and_never_reaches_the_own_book() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, "deal00001", &open_deal("My own")).await?;
        page.open("").await?;
        let (own, _) = books(page).await?;
        page.open("#/demo/open").await?;
        page.has_no("link", "My own").await?;
        let (_, count) = books(page).await?;
        page.click("link", "New opportunity").await?;
        page.fill("Topic", "In the sample").await?;
        page.click("button", "Save").await?;
        page.has("heading", "In the sample").await?;
        page.click("link", "Close as won…").await?;
        page.fill("Actual revenue", "1").await?;
        page.click("button", "Close as won").await?;
        page.sees("and read-only since.").await?;
        page.reload().await?;
        page.has("heading", "In the sample").await?;
        ensure!(books(page).await? == (own.clone(), count + 1), "it is in the sample's book alone");

        page.click("link", "Won opportunities").await?;
        page.has("link", "In the sample").await?;
        page.click("button", "Reset the sample data").await?;
        page.has_no("link", "In the sample").await?;
        ensure!(books(page).await? == (own.clone(), count), "the sample is as it was");

        page.click("link", "Leave the sample data").await?;
        page.has("link", "My own").await?;
        ensure!(books(page).await?.0 == own, "the own book is untouched");
        Ok(())
    })
    .await;
}
