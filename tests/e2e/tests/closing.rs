//! Closing is refused with every reason at once, and done once.

use anyhow::{Result, ensure};
use e2e::steps::{closed_deal, open_deal, quote, store_deal};
use e2e::{Key, Page, Site, in_browser};
use serde_json::json;

const ID: &str = "deal00001";
const TICK: &str = "Close all active and draft quotes with the opportunity";

/// A field of the dialog, what is typed into it, what it then says, and what mends it.
struct Wrong<'a> {
    label: &'a str,
    typed: &'a str,
    says: &'a str,
    mended: &'a str,
}

#[tokio::test]
async fn r9_every_problem_comes_in_one_answer_and_is_mended_one_by_one() {
    let (long_name, long_text) = ("n".repeat(101), "t".repeat(2001));
    let wrong = [
        Wrong {
            label: "Competitor",
            typed: &long_name,
            says: "Competitor has 101 characters; 100 is the most.",
            mended: "Fabrikam",
        },
        Wrong {
            label: "Actual revenue",
            typed: "1e5",
            says: "Actual revenue must be an amount such as 1,234.50.",
            mended: "0",
        },
        Wrong {
            label: "Close date",
            typed: "31/4/2026",
            says: "Close date: that month has no such day. With slashes the day comes first, as in 22/11/2026.",
            mended: "30/4/2026",
        },
        Wrong {
            label: "Revisit on",
            typed: "20266-01-01",
            says: "Revisit on must be between 1970 and 2199.",
            mended: "",
        },
        Wrong {
            label: "Description",
            typed: &long_text,
            says: "Description has 2,001 characters; 2,000 is the most.",
            mended: "They chose another one.",
        },
    ];
    in_browser(Site::whole(), async |page| {
        let mut deal = open_deal("ERP rollout");
        deal["qu"] = json!([quote(1, true), quote(2, false)]);
        store_deal(page, ID, &deal).await?;
        page.open(&format!("#/opportunity/{ID}/close?as=lost")).await?;
        for field in &wrong {
            page.insert(field.label, field.typed).await?;
        }
        page.choose("Status reason", "Choose…").await?;
        page.click("button", "Close as lost").await?;

        page.has_focus("alert", "Not closed yet: 7 things to settle").await?;
        page.is_wrong("Status reason", "Choose a status reason.").await?;
        page.is_wrong(TICK, "Tick this to close them too, and choose what becomes of each.").await?;
        page.sees("1 quote stops this opportunity from closing. Active: Q-00001 r0.").await?;
        for field in &wrong {
            page.is_wrong(field.label, field.says).await?;
            page.has("link", field.says).await?;
            ensure!(page.value(field.label).await? == field.typed, "what was typed into {} stays", field.label);
        }
        ensure!(page.opportunity().await? == deal, "nothing is changed");

        // The summary leads to the fields.
        page.click("link", "Choose a status reason.").await?;
        page.has_focus("combobox", "Status reason").await?;
        page.choose("Status reason", "Price").await?;
        page.is_right("Status reason").await?;
        for (place, field) in wrong.iter().enumerate() {
            page.fill(field.label, field.mended).await?;
            page.is_right(field.label).await?;
            let left = if place == 4 { "1 thing".to_owned() } else { format!("{} things", 5 - place) };
            page.has("alert", &format!("Not closed yet: {left} to settle")).await?;
        }
        page.click("checkbox", TICK).await?;
        page.sees_no("Not closed yet").await?;
        page.click("button", "Close as lost").await?;
        page.sees("Lost on 30 Apr 2026, and read-only since.").await?;
        let closing = page.opportunity().await?["cl"][0].clone();
        let wanted = json!({ "i": 1, "o": "l", "re": "p", "ar": 0, "on": "2026-04-30", "cn": "Fabrikam",
            "de": "They chose another one.", "sq": [[1, 0, "al"], [2, 0, "dc"]], "es": 100_000, "at": closing["at"] });
        ensure!(closing == wanted, "{closing}");
        Ok(())
    })
    .await;
}

/// From an address that somebody sent, or that the browser remembered.
#[tokio::test]
async fn r15_r6_by_its_address_cancel_changes_nothing_and_an_active_quote_stops_it_until_it_is_settled() {
    let address = format!("#/opportunity/{ID}/close?as=lost");
    in_browser(Site::whole(), async |page| {
        let mut deal = open_deal("ERP rollout");
        deal["qu"] = json!([quote(1, true)]);
        store_deal(page, ID, &deal).await?;
        for way in ["Cancel", "Esc"] {
            page.open(&address).await?;
            page.choose("Status reason", "Price").await?;
            page.click("checkbox", TICK).await?;
            match way {
                "Esc" => page.press(Key::Escape).await?,
                _ => page.click("button", way).await?,
            }
            page.has_no("dialog", "Close opportunity").await?;
            page.is_at(&format!("#/opportunity/{ID}")).await?;
            ensure!(page.opportunity().await? == deal, "{way} changes nothing");
        }

        page.open(&address).await?;
        page.click("button", "Start over").await?;
        page.choose("Status reason", "Price").await?;
        page.click("button", "Close as lost").await?;
        page.has_focus("alert", "Not closed yet: 1 thing to settle").await?;
        ensure!(page.opportunity().await? == deal, "a refusal changes nothing");
        page.click("checkbox", TICK).await?;
        page.click("button", "Close as lost").await?;
        page.sees("and read-only since.").await?;
        page.has_no("dialog", "Close opportunity").await?;
        ensure!(page.opportunity().await?["cl"][0]["sq"] == json!([[1, 0, "al"]]), "it is closed with its quote");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn r7_drafts_block_in_strict_mode_only() {
    in_browser(Site::whole(), async |page| {
        let mut deal = open_deal("ERP rollout");
        deal["qu"] = json!([quote(1, false)]);
        store_deal(page, ID, &deal).await?;
        page.open(&format!("#/opportunity/{ID}/close?as=won")).await?;
        page.sees("1 draft quote is settled with the opportunity.").await?;
        page.has_no("checkbox", TICK).await?;
        page.press(Key::Escape).await?;

        page.open("#/settings").await?;
        page.click("radio", "Block closing").await?;
        page.open(&format!("#/opportunity/{ID}/close?as=won")).await?;
        page.click("button", "Close as won").await?;
        page.has_focus("alert", "Not closed yet: 1 thing to settle").await?;
        page.sees("1 quote stops this opportunity from closing. Draft: Q-00001 r0.").await?;
        ensure!(page.opportunity().await? == deal, "changing the preference changes no record");

        page.click("checkbox", TICK).await?;
        page.click("button", "Close as won").await?;
        page.sees("and read-only since.").await?;
        ensure!(page.opportunity().await?["cl"][0]["sq"] == json!([[1, 0, "dc"]]), "a draft is canceled");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn r1_a_double_click_closes_once() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        page.open(&format!("#/opportunity/{ID}")).await?;
        page.click("link", "Close as won…").await?;
        page.double_click("button", "Close as won").await?;
        closed_once(page).await
    })
    .await;
}

#[tokio::test]
async fn r1_two_enters_close_once() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        page.open(&format!("#/opportunity/{ID}")).await?;
        page.click("link", "Close as won…").await?;
        let revenue = page.field("Actual revenue").await?;
        revenue.send_keys(Key::Enter + &String::from(char::from(Key::Enter))).await?;
        closed_once(page).await
    })
    .await;
}

#[tokio::test]
async fn r1_a_press_while_the_dialog_goes_leads_nowhere() {
    // It is not shown any more, and the page is not drawn without it yet.
    let press_on = "const dialog = document.querySelector('dialog[open]');
        const button = dialog.querySelector('[type=submit]');
        button.click();
        while (!dialog.hidden) await null;
        globalThis.isTheSamePage = true;
        button.click();
        dialog.querySelector('footer button').click();";
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        page.open(&format!("#/opportunity/{ID}")).await?;
        page.click("link", "Close as won…").await?;
        page.has("dialog", "Close opportunity").await?;
        page.browser.run(press_on, vec![]).await?;
        closed_once(page).await?;
        page.has_focus("heading", "ERP rollout").await?;
        page.holds("the page that was loaded", "return isTheSamePage && location.search === ''").await
    })
    .await;
}

/// One closing, no error, and Back does not lead into the dialog again.
async fn closed_once(page: &Page) -> Result<()> {
    page.sees("and read-only since.").await?;
    page.sees("Closed as won.").await?;
    page.sees_no("already closed").await?;
    page.has_no("dialog", "Close opportunity").await?;
    let stored = page.opportunity().await?;
    ensure!(stored["cl"].as_array().map(Vec::len) == Some(1), "{stored}");
    let route = page.route().await?;
    ensure!(route == format!("#/opportunity/{ID}"), "the address is {route}");
    Ok(())
}

#[tokio::test]
async fn r22_the_close_address_of_a_closed_opportunity_shows_its_page_and_says_why() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &closed_deal("ERP rollout")).await?;
        page.open(&format!("#/opportunity/{ID}/close?as=won")).await?;
        page.has("heading", "ERP rollout").await?;
        page.sees("This opportunity is already closed as lost, on 5 Oct 2026.").await?;
        page.has_no("dialog", "Close opportunity").await?;
        let route = page.route().await?;
        ensure!(route == format!("#/opportunity/{ID}"), "the address is {route}");

        page.click("button", "Reopen").await?;
        page.open(&format!("#/opportunity/{ID}/correct")).await?;
        page.sees("This opportunity is open, so there is no closing to reopen or correct.").await
    })
    .await;
}

#[tokio::test]
async fn r22_the_close_address_of_a_missing_opportunity_says_that_it_is_not_there() {
    in_browser(Site::whole(), async |page| {
        page.open("#/opportunity/missing01/close?as=lost").await?;
        page.has("heading", "This opportunity is not there").await?;
        page.has_no("dialog", "Close opportunity").await
    })
    .await;
}

#[tokio::test]
async fn a_double_click_on_save_makes_one_opportunity() {
    in_browser(Site::whole(), async |page| {
        page.open("#/new").await?;
        page.fill("Topic", "Once").await?;
        page.double_click("button", "Save").await?;
        page.has("heading", "Once").await?;
        page.opportunity().await?;
        page.sees("Opportunity created.").await
    })
    .await;
}
