//! Quotes: offered, revised, won, canceled, closed and deleted (RULES §3).

use anyhow::{Result, ensure};
use e2e::steps::{STORED_AT, open_deal, quote, store_deal};
use e2e::{Page, Site, in_browser};
use serde_json::{Value, json};

const ID: &str = "deal00001";

/// The page of an opportunity with these quotes.
async fn with_quotes(page: &Page, quotes: Value) -> Result<()> {
    let mut deal = open_deal("ERP rollout");
    deal["qu"] = quotes;
    store_deal(page, ID, &deal).await?;
    page.open(&format!("#/opportunity/{ID}")).await
}

/// Does something with a quote by its row's menu.
async fn act(page: &Page, quote: &str, act: &str) -> Result<()> {
    page.click("button", &format!("Actions for {quote}")).await?;
    page.click("button", act).await
}

/// Number, revision and state of every stored quote: `1-0 w`.
async fn states(page: &Page) -> Result<Vec<String>> {
    let stored = page.opportunity().await?;
    let quotes = stored["qu"].as_array().cloned().unwrap_or_default();
    let state = |quote: &Value| {
        let last = quote["st"].as_array().and_then(|steps| steps.last()).map(|step| step[0].clone());
        let state = last.as_ref().and_then(Value::as_str).unwrap_or("?").to_owned();
        format!("{}-{} {state}", quote["i"], quote["r"].as_u64().unwrap_or(0))
    };
    Ok(quotes.iter().map(state).collect())
}

async fn are(page: &Page, wanted: &[&str]) -> Result<()> {
    let states = states(page).await?;
    ensure!(states == wanted, "{states:?}");
    Ok(())
}

#[tokio::test]
async fn a_draft_is_filled_in_activated_and_revised() {
    in_browser(Site::whole(), async |page| {
        with_quotes(page, json!([])).await?;
        page.click("button", "New quote").await?;
        page.holds_value("Name", "ERP rollout").await?;
        page.holds_value("Total", "1,000.00").await?;
        page.fill("Effective from", "1/12/2026").await?;
        page.fill("Effective to", "30 Nov 2026").await?;
        page.click("button", "Save").await?;
        page.has_focus("alert", "Not saved yet: 1 thing to settle").await?;
        page.is_wrong("Effective to", "“Effective to” cannot be before “Effective from”. Change one of the two dates.")
            .await?;
        page.fill("Effective to", "31 Dec 2026").await?;
        page.click("button", "Activate").await?;
        page.sees("Q-00001 r0 activated.").await?;
        page.has_no("textbox", "Name").await?;
        let stored = page.opportunity().await?["qu"][0].clone();
        ensure!(
            stored["ef"] == "2026-12-01" && stored["et"] == "2026-12-31",
            "what was unsaved is saved first: {stored}"
        );

        page.first("button", "Revise").await?.click().await?;
        page.has("heading", "Q-00001 r1").await?;
        page.sees("Quote revised, the new draft is Q-00001 r1.").await?;
        page.holds_value("Effective to", "31 Dec 2026").await?;
        are(page, &["1-0 r", "1-1 d"]).await
    })
    .await;
}

#[tokio::test]
async fn a_draft_without_a_total_is_not_activated_but_one_of_nothing_is() {
    in_browser(Site::whole(), async |page| {
        with_quotes(page, json!([{ "i": 1, "n": "Offer", "st": [["d", STORED_AT]] }])).await?;
        act(page, "Q-00001 r0", "Activate").await?;
        page.sees("Q-00001 r0 has no total. Enter one, 0 if it costs nothing, and then activate it.").await?;
        page.click("link", "Q-00001").await?;
        page.click("button", "Activate").await?;
        page.has_focus("alert", "Not activated yet: 1 thing to settle").await?;
        page.is_wrong("Total", "Total is required.").await?;
        page.fill("Total", "0").await?;
        page.click("button", "Activate").await?;
        page.sees("Q-00001 r0 activated.").await?;
        are(page, &["1-0 a"]).await
    })
    .await;
}

#[tokio::test]
async fn r5_winning_settles_the_others_and_offers_to_close_with_the_total() {
    in_browser(Site::whole(), async |page| {
        with_quotes(page, json!([quote(1, true), quote(2, true), quote(3, false)])).await?;
        act(page, "Q-00001 r0", "Mark as won").await?;
        page.sees("Q-00001 r0 won.").await?;
        are(page, &["1-0 w", "2-0 l", "3-0 c"]).await?;
        ensure!(page.opportunity().await?["cl"].is_null(), "nothing closes by itself");

        // One offer stands in the notice, one in the head of the page.
        let offers = page
            .browser
            .run("return [...document.querySelectorAll('.notices a')].map((link) => link.textContent)", vec![])
            .await?;
        ensure!(offers == json!(["Close as won…"]), "{offers}");
        page.first("link", "Close as won…").await?.click().await?;
        page.holds_value("Actual revenue", "1,200.00").await?;
        page.sees("the total of Q-00001").await?;
        page.click("button", "Close as won").await?;
        page.sees("Closed as won.").await?;
        ensure!(page.opportunity().await?["cl"][0]["ar"] == 120_000, "the quote's total is the revenue");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn r4_a_second_winner_is_refused_with_the_ways_out_beside_it() {
    in_browser(Site::whole(), async |page| {
        let won = json!({ "i": 1, "n": "Offer 1", "tt": 120_000,
            "st": [["d", STORED_AT], ["a", STORED_AT], ["w", STORED_AT, "2026-10-01"]] });
        with_quotes(page, json!([won, quote(2, true)])).await?;
        act(page, "Q-00002 r0", "Mark as won").await?;
        page.sees("Q-00001 r0 is won already, and only one quote can be.").await?;
        are(page, &["1-0 w", "2-0 a"]).await?;
        page.click("button", "Cancel quote: Q-00001 r0").await?;
        page.sees("Q-00001 r0 canceled.").await?;
        page.sees_no("is won already").await?;
        act(page, "Q-00002 r0", "Mark as won").await?;
        page.sees("Q-00002 r0 won.").await?;
        are(page, &["1-0 c", "2-0 w"]).await
    })
    .await;
}

#[tokio::test]
async fn r5_when_the_last_open_quote_is_lost_closing_as_lost_is_offered() {
    in_browser(Site::whole(), async |page| {
        with_quotes(page, json!([quote(1, true), quote(2, true)])).await?;
        act(page, "Q-00001 r0", "Cancel quote").await?;
        page.sees("Q-00001 r0 canceled.").await?;
        act(page, "Q-00002 r0", "Close as lost").await?;
        page.sees("Q-00002 r0 closed as lost.").await?;
        are(page, &["1-0 c", "2-0 l"]).await?;
        page.first("link", "Close as lost…").await?.click().await?;
        page.has("dialog", "Close opportunity").await
    })
    .await;
}

#[tokio::test]
async fn r6_all_quotes_are_closed_by_themselves_then_closing_is_free() {
    in_browser(Site::whole(), async |page| {
        with_quotes(page, json!([quote(1, true), quote(2, false), quote(3, true)])).await?;
        page.click("link", "Close all quotes…").await?;
        page.has("dialog", "Close all quotes").await?;
        page.holds_value("Becomes: Q-00001 r0", "Lost").await?;
        page.holds_value("Becomes: Q-00002 r0", "Canceled").await?;
        page.choose("Becomes: Q-00003 r0", "Canceled").await?;
        page.double_click("button", "Close 3 quotes").await?;
        page.sees("All open quotes closed.").await?;
        are(page, &["1-0 l", "2-0 c", "3-0 c"]).await?;
        ensure!(page.opportunity().await?["cl"].is_null(), "the opportunity stays open");

        page.open(&format!("#/opportunity/{ID}/close-quotes")).await?;
        page.sees("This opportunity has no draft or active quote, so there is nothing to close.").await?;
        page.has_no("dialog", "Close all quotes").await
    })
    .await;
}

#[tokio::test]
async fn a_deleted_draft_comes_back_by_undo_and_its_number_is_taken_anew_without_it() {
    in_browser(Site::whole(), async |page| {
        with_quotes(page, json!([quote(1, true), quote(2, false)])).await?;
        act(page, "Q-00002 r0", "Delete").await?;
        page.sees("Q-00002 r0 deleted.").await?;
        are(page, &["1-0 a"]).await?;
        page.click("button", "Undo").await?;
        page.sees("Undone: Q-00002 r0 deleted.").await?;
        are(page, &["1-0 a", "2-0 d"]).await?;

        page.click("link", "Q-00002").await?;
        page.click("button", "Actions for Q-00002 r0").await?;
        page.click("button", "Delete").await?;
        page.has_focus("heading", "ERP rollout").await?;
        page.open(&format!("#/opportunity/{ID}/quote/Q-00002-0")).await?;
        page.has("heading", "There is no Q-00002 r0").await
    })
    .await;
}

#[tokio::test]
async fn r2_the_quotes_of_a_closed_opportunity_are_read_only() {
    in_browser(Site::whole(), async |page| {
        let mut deal = e2e::steps::closed_deal("ERP rollout");
        deal["qu"] =
            json!([{ "i": 1, "n": "Offer 1", "tt": 5, "st": [["d", STORED_AT], ["c", STORED_AT, "2026-10-05"]] }]);
        store_deal(page, ID, &deal).await?;
        page.open(&format!("#/opportunity/{ID}")).await?;
        page.has("link", "Q-00001").await?;
        page.has_no("button", "Actions for Q-00001 r0").await?;
        page.has_no("button", "New quote").await?;
        page.open(&format!("#/opportunity/{ID}/quote/Q-00001-0")).await?;
        page.sees("The opportunity was lost on 5 Oct 2026, so its quotes are read-only.").await?;
        page.has_no("button", "Revise").await?;
        page.has_no("textbox", "Name").await
    })
    .await;
}
