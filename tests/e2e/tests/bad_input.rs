//! What cannot be kept of a quote, a closing, a note or an entry is refused at its field and stays as it was typed (R23).

use anyhow::ensure;
use e2e::refusals::{BELL, Row, refused};
use e2e::steps::{STORED_AT, open_deal, quote, store_deal};
use e2e::{Key, Site, in_browser};
use serde_json::{Value, json};

const ID: &str = "deal00001";

#[tokio::test]
async fn the_form_of_a_quote() {
    let long = |length: usize| "é".repeat(length);
    let (t101, t301, t2001) = (long(101), long(301), long(2001));
    let rounds: [&[Row<'_>]; 3] = [
        &[
            ("Name", "", "Name is required."),
            ("Total", "1e5", "Total must be an amount such as 1,234.50."),
            (
                "Effective from",
                "31/4/2026",
                "Effective from: that month has no such day. With slashes the day comes first, as in 22/11/2026.",
            ),
            ("Effective to", "0000", "Effective to must be a date such as 22 Nov 2026, 22/11/2026 or 2026-11-22."),
            ("Due by", "1/1/20266", "Due by must be between 1970 and 2199."),
            ("Description", &t2001, "Description has 2,001 characters; 2,000 is the most."),
        ],
        &[
            ("Name", &t301, "Name has 301 characters; 300 is the most."),
            ("Total", "-1", "Total cannot be below zero."),
            ("Due by", "tomorrow", "Due by must be a date such as 22 Nov 2026, 22/11/2026 or 2026-11-22."),
            ("Description", BELL, "Description has the control character U+0007. Remove it."),
        ],
        &[
            ("Name", BELL, "Name has the control character U+0007. Remove it."),
            ("Total", "1,000,000,000,000.01", "Total can be at most 1,000,000,000,000."),
        ],
    ];
    let lines: [Row<'_>; 3] = [
        ("Name, line 1", &t101, "Line 1: name has 101 characters; 100 is the most."),
        ("Customer budget, line 1", "٣٤", "Line 1: customer budget must be an amount such as 1,234.50."),
        ("Quoted amount, line 1", "12.345", "Line 1: quoted amount has too many decimals; MYR has 2."),
    ];
    in_browser(Site::whole(), async |page| {
        let mut deal = open_deal("ERP rollout");
        deal["qu"] = json!([quote(1, false)]);
        store_deal(page, ID, &deal).await?;
        page.open(&format!("#/opportunity/{ID}/quote/Q-00001-0")).await?;
        for rows in rounds {
            for label in ["Effective from", "Effective to", "Due by", "Description"] {
                page.fill(label, "").await?;
            }
            refused(page, "Save", "Not saved yet", rows).await?;
        }
        page.fill("Name", "Offer").await?;
        page.fill("Due by", "").await?;
        page.fill("Description", "").await?;
        page.click("button", "New line").await?;
        refused(page, "Save", "Not saved yet", &lines).await?;
        ensure!(page.opportunity().await? == deal, "nothing is stored");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_dialog_that_closes() {
    let rounds: [&[Row<'_>]; 4] = [
        &[("Actual revenue", "", "Actual revenue is required."), ("Close date", "", "Close date is required.")],
        &[
            ("Actual revenue", "-1", "Actual revenue cannot be below zero."),
            ("Close date", "0000", "Close date must be a date such as 22 Nov 2026, 22/11/2026 or 2026-11-22."),
        ],
        &[
            ("Actual revenue", "1,000,000,000,000.01", "Actual revenue can be at most 1,000,000,000,000."),
            ("Close date", "1/1/20266", "The close date must be between 1970 and 2199."),
            ("Description", BELL, "Description has the control character U+0007. Remove it."),
        ],
        &[
            ("Actual revenue", "1.234,50", "Actual revenue must be an amount such as 1,234.50."),
            ("Close date", "31/12/1969", "The close date must be between 1970 and 2199."),
        ],
    ];
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        page.open(&format!("#/opportunity/{ID}/close?as=won")).await?;
        for rows in rounds {
            page.fill("Description", "").await?;
            refused(page, "Close as won", "Not closed yet", rows).await?;
        }
        page.click("radio", "Lost").await?;
        page.choose("Status reason", "Other").await?;
        let rows = [
            ("Actual revenue", "12.345", "Actual revenue has too many decimals; MYR has 2."),
            ("Competitor", BELL, "Competitor has the control character U+0007. Remove it."),
            (
                "Close date",
                "2026-02-29",
                "Close date: that month has no such day. With slashes the day comes first, as in 22/11/2026.",
            ),
            ("Revisit on", "x", "Revisit on must be a date such as 22 Nov 2026, 22/11/2026 or 2026-11-22."),
            ("Description", "", "Description is required with this status reason."),
        ];
        refused(page, "Close as lost", "Not closed yet", &rows).await?;
        ensure!(page.opportunity().await? == open_deal("ERP rollout"), "nothing is changed");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_note() {
    let (t2001, cases) = ("é".repeat(2001), |long| {
        [
            ("", "Note is required."),
            ("  \n ", "Note is required."),
            (long, "Note has 2,001 characters; 2,000 is the most."),
            (BELL, "Note has the control character U+0007. Remove it."),
        ]
    });
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        page.open(&format!("#/opportunity/{ID}")).await?;
        for (typed, says) in cases(t2001.as_str()) {
            page.insert("Add a note", typed).await?;
            page.click("button", "Add").await?;
            page.is_wrong("Add a note", says).await?;
            page.holds_value("Add a note", typed).await?;
        }
        page.insert("Add a note", "They call on Monday.\n<b>Call</b>").await?;
        page.chord(Key::Control, Key::Enter).await?;
        page.sees("Note added.").await?;
        page.sees("<b>Call</b>").await?;
        ensure!(page.opportunity().await?["no"][0]["tx"] == "They call on Monday.\n<b>Call</b>");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn an_entry_of_a_list() {
    let t101 = "é".repeat(101);
    let cases = [
        ("", "Name is required."),
        (t101.as_str(), "Name has 101 characters; 100 is the most."),
        (BELL, "Name has the control character U+0007. Remove it."),
        ("NORTHWIND", "This name is on the list already. Choose another one."),
    ];
    in_browser(Site::whole(), async |page| {
        let lists = json!({ "re": reasons(), "cp": [{ "i": "rival0001", "n": "Northwind" }] });
        page.store_record("tutup:lists", &lists).await?;
        page.open("#/settings").await?;
        for (typed, says) in cases {
            page.insert("New competitor", typed).await?;
            page.press(Key::Enter).await?;
            page.is_wrong("New competitor", says).await?;
            page.holds_value("New competitor", typed).await?;
        }
        page.insert("New reason when lost", "Moved abroad").await?;
        page.press(Key::Enter).await?;
        page.is_wrong("Counts as", "Choose what it counts as.").await?;

        page.click("button", "Rename: Northwind").await?;
        page.insert("Rename: Northwind", &t101).await?;
        page.press(Key::Enter).await?;
        page.is_wrong("Rename: Northwind", "Name has 101 characters; 100 is the most.").await?;
        page.press(Key::Escape).await?;
        page.has_focus("button", "Rename: Northwind").await
    })
    .await;
}

/// One reason for each outcome, as they are stored.
fn reasons() -> Value {
    json!([{ "i": "w", "k": "w" }, { "i": "p", "k": "x" }])
}

/// A control that is taken out of the page reports a last change: nothing may answer it that has gone with it.
#[tokio::test]
async fn a_page_can_be_left_from_within_a_half_typed_field() {
    let places = [
        ("#/new".to_owned(), "Topic"),
        (format!("#/opportunity/{ID}"), "Topic"),
        (format!("#/opportunity/{ID}"), "Add a note"),
        (format!("#/opportunity/{ID}/quote/Q-00001-0"), "Total"),
        (format!("#/opportunity/{ID}/close?as=lost"), "Description"),
        ("#/settings".to_owned(), "New competitor"),
    ];
    in_browser(Site::whole(), async |page| {
        let mut deal = open_deal("ERP rollout");
        deal["qu"] = json!([{ "i": 1, "n": "Offer", "st": [["d", STORED_AT]] }]);
        store_deal(page, ID, &deal).await?;
        for (route, label) in places {
            page.open("#/all").await?;
            page.browser.run("location.hash = args[0]", vec![json!(route)]).await?;
            page.field(label).await?.send_keys("12").await?;
            page.back().await?;
            page.has("heading", "All opportunities").await?;
            page.click("button", "Theme: as the system").await?;
            page.click("button", "Theme: light").await?;
            page.click("button", "Theme: dark").await?;
        }
        Ok(())
    })
    .await;
}
