//! The way from an empty book to a closing that is corrected, taken in both languages.

use anyhow::{Result, ensure};
use e2e::steps::{self, Deal, ENGLISH, MALAY, Words};
use e2e::{Key, Look, Page, Site, in_browser};
use serde_json::json;

const DEAL: Deal<'_> =
    Deal { topic: "ERP rollout", customer: "Contoso", estimate: "1,000.50", estimated_date: "2026-12-15" };

#[tokio::test]
async fn an_opportunity_is_entered_quoted_closed_reopened_and_corrected_in_english() {
    in_browser(Site::whole(), async |page| the_whole_way(page, &ENGLISH).await).await;
}

#[tokio::test]
async fn an_opportunity_is_entered_quoted_closed_reopened_and_corrected_in_malay() {
    in_browser(Site::whole(), async |page| the_whole_way(page, &MALAY).await).await;
}

async fn the_whole_way(page: &Page, words: &Words) -> Result<()> {
    page.look(Look { width: 1280, height: 800, theme: "light" }, words.language).await?;
    page.open("").await?;
    enter(page, words).await?;
    steps::add_active_quote(page, words, DEAL).await?;
    close_with_the_quote(page, words).await?;
    reload(page, words).await?;
    reopen_and_undo(page, words).await?;
    correct(page, words).await?;
    undo_and_redo(page, words).await
}

async fn enter(page: &Page, words: &Words) -> Result<()> {
    page.first("link", words.new_opportunity).await?.click().await?;
    steps::fill_in(page, words, DEAL).await?;
    page.click("button", words.new_line).await?;
    page.fill(words.name_of_line_1, "Workshop").await?;
    page.fill(words.budget_of_line_1, "250").await?;
    page.click("button", words.save).await?;
    page.has("heading", DEAL.topic).await?;

    let stored = page.opportunity().await?;
    ensure!(stored["t"] == DEAL.topic && stored["cu"] == DEAL.customer, "{stored}");
    ensure!(stored["er"] == 100_050 && stored["ec"] == DEAL.estimated_date, "{stored}");
    ensure!(stored["ln"] == json!([{ "i": stored["ln"][0]["i"], "n": "Workshop", "bu": 25_000 }]), "{stored}");
    Ok(())
}

/// R6: an active quote stops the closing and is named; the box lets it go along.
async fn close_with_the_quote(page: &Page, words: &Words) -> Result<()> {
    page.click("link", words.offer_won).await?;
    page.has("dialog", words.close_dialog).await?;
    page.click("button", words.close_as_won).await?;
    page.has_focus("alert", words.one_thing_to_settle).await?;
    page.sees(&format!("{} {}: Q-00001 r0.", words.one_quote_stops, words.active)).await?;
    ensure!(page.opportunity().await?["cl"].is_null(), "nothing is closed yet");

    page.click("checkbox", words.tick).await?;
    page.holds_value(words.revenue, "250.00").await?;
    page.fill(words.revenue, "240").await?;
    page.click("button", words.close_as_won).await?;
    page.has_no("dialog", words.close_dialog).await?;
    page.sees(words.is_closed).await?;
    page.sees(words.closed_with_one_quote).await?;
    is_won(page, 1, 24_000).await
}

/// What was done is there after a reload, on the screen and in the storage.
async fn reload(page: &Page, words: &Words) -> Result<()> {
    page.reload().await?;
    page.has("heading", DEAL.topic).await?;
    page.sees(words.is_closed).await?;
    page.sees("RM 240.00").await?;
    page.has_no("textbox", words.topic).await?;
    is_won(page, 1, 24_000).await
}

/// R14, R16: reopened, and by the keyboard closed again as if nothing had been.
async fn reopen_and_undo(page: &Page, words: &Words) -> Result<()> {
    let before = page.opportunity().await?;
    page.click("button", words.reopen).await?;
    page.sees(words.reopened).await?;
    page.has("link", words.offer_won).await?;
    ensure!(page.opportunity().await?["cl"][0]["xb"] == "r", "the closing is kept as canceled");

    page.chord(Key::Control, 'z').await?;
    page.sees(words.is_closed).await?;
    ensure!(page.opportunity().await? == before, "an undone act leaves no trace");
    Ok(())
}

async fn correct(page: &Page, words: &Words) -> Result<()> {
    page.click("link", words.correct).await?;
    page.has("dialog", words.correct_dialog).await?;
    page.holds_value(words.revenue, "240.00").await?;
    page.fill(words.revenue, "RM 1,230.45").await?;
    page.click("button", words.correct_as_won).await?;
    page.sees(words.corrected).await?;
    page.sees("RM 1,230.45").await?;
    is_won(page, 2, 123_045).await
}

async fn undo_and_redo(page: &Page, words: &Words) -> Result<()> {
    page.click("button", words.undo).await?;
    page.sees(words.undone_correction).await?;
    is_won(page, 1, 24_000).await?;
    page.click("button", words.redo).await?;
    page.sees(words.redone_correction).await?;
    is_won(page, 2, 123_045).await?;
    page.chord(Key::Control, 'z').await?;
    page.sees(words.undone_correction).await?;
    page.chord(Key::Control, 'y').await?;
    page.sees(words.redone_correction).await?;
    is_won(page, 2, 123_045).await
}

/// The current closing is this one, as Won with this revenue, and the quote is won.
async fn is_won(page: &Page, closing: usize, revenue: i64) -> Result<()> {
    let stored = page.opportunity().await?;
    let closings = stored["cl"].as_array().map_or(0, Vec::len);
    ensure!(closings == closing, "{stored}");
    let current = &stored["cl"][closing - 1];
    ensure!(current["o"] == "w" && current["ar"] == revenue && current["xb"].is_null(), "{stored}");
    ensure!(stored["qu"][0]["st"][2][0] == "w", "{stored}");
    Ok(())
}
