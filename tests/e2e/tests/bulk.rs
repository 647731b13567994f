//! Several opportunities at once (R17): selected in a list, then closed, edited, moved to the bin or exported in one act.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, ensure};
use e2e::steps::{ENGLISH, closed_deal, open_deal, quote, store_deal};
use e2e::{Key, Page, Site, in_browser};
use serde_json::{Value, json};

/// The topics of five open opportunities, in the order of the list: by the estimated close date.
const TOPICS: [&str; 5] = ["Alpha", "Beta", "Gamma", "Delta", "Epsilon"];

fn id(place: usize) -> String {
    format!("deal0000{}", place + 1)
}

/// Stores the five; Gamma has an active quote of 1,200.00 and a draft.
async fn five(page: &Page) -> Result<()> {
    for (place, topic) in TOPICS.into_iter().enumerate() {
        let mut deal = open_deal(topic);
        deal["ec"] = json!(format!("2026-12-{:02}", place + 1));
        if topic == "Gamma" {
            deal["qu"] = json!([quote(1, true), quote(2, false)]);
        }
        store_deal(page, &id(place), &deal).await?;
    }
    page.open("#/open").await
}

async fn select(page: &Page, topics: &[&str]) -> Result<()> {
    for topic in topics {
        page.click("checkbox", &format!("Select: {topic}")).await?;
    }
    page.sees(&format!("{} selected", topics.len())).await
}

/// The topics of the rows whose boxes are ticked.
async fn selected(page: &Page) -> Result<Vec<String>> {
    const TICKED: &str = "
        return [...document.querySelectorAll('tbody tr:has(:checked) .topic a')].map((link) => link.innerText)";
    Ok(serde_json::from_value(page.browser.run(TICKED, vec![]).await?)?)
}

async fn has_selected(page: &Page, topics: &[&str]) -> Result<()> {
    page.wait_for(&format!("{topics:?} to be selected"), async || {
        let found = selected(page).await?;
        ensure!(found == topics, "{found:?} are");
        Ok(Some(()))
    })
    .await
}

/// Clicks the box of a row with Shift held down.
async fn shift_click(page: &Page, topic: &str) -> Result<()> {
    let box_of_it = page.find("checkbox", &format!("Select: {topic}")).await?;
    let chain = page.browser.driver.action_chain();
    let chain = chain.key_down(char::from(Key::Shift)).click_element(&box_of_it).key_up(char::from(Key::Shift));
    Ok(chain.perform().await?)
}

async fn focus_row(page: &Page, place: usize) -> Result<()> {
    page.browser.run("document.getElementById(args[0]).focus()", vec![json!(format!("row-{}", id(place)))]).await?;
    Ok(())
}

async fn outcomes(page: &Page) -> Result<BTreeMap<String, Option<String>>> {
    let outcome = |deal: &Value| {
        let current = deal["cl"].as_array().and_then(|all| all.iter().find(|closing| closing.get("xb").is_none()));
        current.and_then(|closing| closing["o"].as_str()).map(str::to_owned)
    };
    Ok(page.opportunities().await?.iter().map(|(id, deal)| (id.clone(), outcome(deal))).collect())
}

#[tokio::test]
async fn r17_rows_are_selected_by_click_shift_space_and_all_at_once() {
    in_browser(Site::whole(), async |page| {
        five(page).await?;
        page.click("checkbox", "Select: Beta").await?;
        has_selected(page, &["Beta"]).await?;
        page.sees("1 selected").await?;
        page.sees("RM 1,000.00").await?;
        shift_click(page, "Delta").await?;
        has_selected(page, &["Beta", "Gamma", "Delta"]).await?;
        page.sees("3 selected").await?;
        page.sees("RM 3,000.00").await?;
        shift_click(page, "Gamma").await?;
        has_selected(page, &["Beta"]).await?;

        // Space on the link of a row, and with Shift as far as from the one before.
        focus_row(page, 3).await?;
        page.press(" ").await?;
        has_selected(page, &["Beta", "Delta"]).await?;
        focus_row(page, 4).await?;
        page.chord(Key::Shift, ' ').await?;
        has_selected(page, &["Beta", "Delta", "Epsilon"]).await?;
        // On the box it is the browser's own.
        page.browser.run("document.querySelector('tbody tr input').focus()", vec![]).await?;
        page.press(" ").await?;
        has_selected(page, &["Alpha", "Beta", "Delta", "Epsilon"]).await?;
        let some = "return document.getElementById('select-all').indeterminate";
        ensure!(page.browser.run(some, vec![]).await? == true, "the box of all says that some are");

        page.click("button", "Select all 5").await?;
        has_selected(page, &TOPICS).await?;
        page.has_no("button", "Select all 5").await?;
        page.click("checkbox", "Select all 5 in this view").await?;
        has_selected(page, &[]).await?;
        page.click("checkbox", "Select all 5 in this view").await?;
        has_selected(page, &TOPICS).await?;
        page.press(Key::Escape).await?;
        has_selected(page, &[]).await?;
        page.has_no("button", "Clear selection").await
    })
    .await;
}

#[tokio::test]
async fn r17_the_selection_stays_with_its_list() {
    in_browser(Site::whole(), async |page| {
        five(page).await?;
        store_deal(page, "deal00009", &closed_deal("Old")).await?;
        select(page, &["Alpha", "Delta"]).await?;
        page.click("link", "Beta").await?;
        page.has("heading", "Beta").await?;
        page.back().await?;
        has_selected(page, &["Alpha", "Delta"]).await?;
        page.sees("2 selected").await?;
        // Another order is the same list.
        page.click("button", "Topic").await?;
        page.holds("the order by topic", "return document.querySelector('th[aria-sort] button').innerText === 'Topic'")
            .await?;
        has_selected(page, &["Alpha", "Delta"]).await?;
        // Another list is another one, and what was selected in the first is forgotten.
        page.fill("Search opportunities", "alp").await?;
        page.has_no("link", "Beta").await?;
        has_selected(page, &[]).await?;
        page.open("#/open").await?;
        has_selected(page, &[]).await?;
        // The address of a dialog about nothing is the list.
        for address in ["close-selected?as=lost", "edit-selected"] {
            page.open(&format!("#/open/{address}")).await?;
            page.wait_for("the list", async || Ok((page.route().await? == "#/open").then_some(()))).await?;
            page.has("link", "Alpha").await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn r17_r6_an_active_quote_leaves_one_out_until_it_is_closed_with_it_and_one_undo_takes_all_back() {
    in_browser(Site::whole(), async |page| {
        five(page).await?;
        let before = page.opportunities().await?;
        select(page, &["Alpha", "Gamma", "Epsilon"]).await?;
        page.click("button", "Close as lost…").await?;
        ensure!(page.route().await? == "#/open/close-selected?as=lost");
        page.sees("2 will be closed.").await?;
        page.sees("1 is left out.").await?;
        page.sees("1 quote stops this opportunity from closing. Q-00001 r0.").await?;

        // What is wrong for all stands at its field, and nothing happens.
        page.click("button", "Close 2 as lost").await?;
        page.has_focus("alert", "Not closed yet: 1 thing to settle").await?;
        page.is_wrong("Status reason", "Choose a status reason.").await?;
        ensure!(page.opportunities().await? == before, "nothing has changed");
        page.choose("Status reason", "Price").await?;
        page.is_right("Status reason").await?;

        // Without the tick the blocked one stays as it is.
        page.click("button", "Close 2 as lost").await?;
        page.sees("2 closed as lost.").await?;
        page.has_no("link", "Alpha").await?;
        let closed = outcomes(page).await?;
        ensure!(closed[&id(0)].as_deref() == Some("l") && closed[&id(4)].as_deref() == Some("l"), "{closed:?}");
        ensure!(page.opportunities().await?[&id(2)] == before[&id(2)], "the blocked one is as it was");
        page.click("button", "Undo").await?;
        page.sees("Undone: 2 closed as lost.").await?;
        ensure!(page.opportunities().await? == before, "all are as they were");

        // With the tick it closes with the others, in one act; one quote is withdrawn instead of lost.
        select(page, &["Alpha", "Gamma", "Epsilon"]).await?;
        page.click("button", "Close as lost…").await?;
        page.choose("Status reason", "Price").await?;
        page.click("checkbox", ENGLISH.tick).await?;
        page.sees("3 will be closed.").await?;
        page.sees_no("left out").await?;
        page.choose("Becomes: Q-00001 r0, Gamma", "Canceled").await?;
        page.double_click("button", "Close 3 as lost").await?;
        page.sees("3 closed as lost, with 2 quotes.").await?;
        let all = page.opportunities().await?;
        for place in [0, 2, 4] {
            ensure!(all[&id(place)]["cl"].as_array().map(Vec::len) == Some(1), "one closing each: {}", all[&id(place)]);
        }
        let settled = &all[&id(2)]["cl"][0];
        ensure!(
            settled["re"] == "p" && settled["sq"] == json!([[1, 0, "ac"], [2, 0, "dc"]]),
            "both are canceled: {settled}"
        );
        page.click("button", "Undo").await?;
        page.sees("Undone: 3 closed as lost.").await?;
        ensure!(page.opportunities().await? == before, "all are as they were");
        page.click("button", "Redo").await?;
        page.sees("Done again: 3 closed as lost.").await?;
        ensure!(page.opportunities().await? == all);
        Ok(())
    })
    .await;
}

/// From the list, by pointer: one that is selected alone is closed in the dialog that has room for all of it.
#[tokio::test]
async fn r06_one_selected_alone_is_refused_for_its_active_quote_and_closes_with_it_over_the_list() {
    in_browser(Site::whole(), async |page| {
        five(page).await?;
        select(page, &["Gamma"]).await?;
        let before = page.stored().await?;
        page.click("button", "Close as lost…").await?;
        page.has("dialog", "Close opportunity").await?;
        page.press(Key::Escape).await?;
        page.has_no("dialog", "Close opportunity").await?;
        ensure!(page.stored().await? == before, "Esc changes something");
        page.click("button", "Close as lost…").await?;
        page.choose("Status reason", "Price").await?;
        page.click("button", "Close as lost").await?;
        page.sees("Not closed yet").await?;
        ensure!(page.stored().await? == before, "a refusal changes something");
        page.click("checkbox", ENGLISH.tick).await?;
        page.click("button", "Close as lost").await?;
        page.has_no("dialog", "Close opportunity").await?;
        page.is_at("#/open").await?;
        page.sees_no("1 selected").await
    })
    .await;
}

#[tokio::test]
async fn r10_cancel_changes_nothing_and_what_was_typed_comes_back() {
    in_browser(Site::whole(), async |page| {
        five(page).await?;
        // When the bar is there, the whole program is, and has made what it keeps for itself.
        select(page, &["Alpha"]).await?;
        page.click("button", "Clear selection").await?;
        let before = page.stored().await?;
        for way in ["Cancel", "Esc", "Back"] {
            select(page, &["Alpha", "Gamma"]).await?;
            page.click("button", "Close as lost…").await?;
            if way == "Cancel" {
                page.choose("Status reason", "Price").await?;
                page.fill("Description", "Both went to the same rival").await?;
                page.click("radio", "Won").await?;
                page.fill("Actual revenue: Alpha", "5").await?;
                page.click("radio", "Lost").await?;
                page.click("checkbox", ENGLISH.tick).await?;
            } else {
                page.sees("What you entered here before is back.").await?;
            }
            ensure!(page.value("Description").await? == "Both went to the same rival");
            ensure!(page.value("Status reason").await? == "Price");
            page.has("button", "Close 2 as lost").await?;
            match way {
                "Cancel" => page.click("button", "Cancel").await?,
                "Esc" => page.press(Key::Escape).await?,
                _ => page.back().await?,
            }
            page.has_no("heading", "Close selected opportunities").await?;
            let after = page.stored().await?;
            ensure!(after == before, "{way} changes nothing: {:?}", after.keys().collect::<Vec<_>>());
            page.is_at("#/open").await?;
            page.sees("2 selected").await?;
            page.click("button", "Clear selection").await?;
        }
        select(page, &["Alpha", "Gamma"]).await?;
        page.click("button", "Close as won…").await?;
        ensure!(page.value("Actual revenue: Alpha").await? == "5");
        page.click("button", "Start over").await?;
        page.holds_value("Actual revenue: Alpha", "1,000.00").await?;
        ensure!(page.value("Description").await?.is_empty());
        page.press(Key::Escape).await?;
        ensure!(page.stored().await? == before);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn r17_each_can_take_another_revenue_and_what_is_wrong_with_one_leaves_it_out() {
    in_browser(Site::whole(), async |page| {
        five(page).await?;
        let mut without = open_deal("Zeta");
        without.as_object_mut().context("a record")?.remove("er");
        store_deal(page, "deal00006", &without).await?;
        page.open("#/open").await?;
        select(page, &["Alpha", "Beta", "Gamma", "Zeta"]).await?;
        page.click("button", "Close as won…").await?;
        page.sees("2 will be closed.").await?;
        page.sees("RM 2,000.00").await?;
        page.sees("Actual revenue is required.").await?;
        page.click("checkbox", ENGLISH.tick).await?;
        page.sees("3 will be closed.").await?;
        ensure!(page.value("Actual revenue: Gamma").await? == "1,200.00", "the total of the quote that wins");
        page.choose("Becomes: Q-00001 r0, Gamma", "Lost").await?;
        page.holds_value("Actual revenue: Gamma", "1,000.00").await?;
        page.choose("Becomes: Q-00001 r0, Gamma", "Won").await?;
        page.fill("Actual revenue: Alpha", "1,23").await?;
        page.sees("Actual revenue must be an amount such as").await?;
        page.has("button", "Close 2 as won").await?;
        page.fill("Actual revenue: Alpha", "1,500.50").await?;
        page.fill("Actual revenue: Zeta", "0").await?;
        page.sees("4 will be closed.").await?;
        page.sees("RM 3,700.50").await?;
        page.click("button", "Close 4 as won").await?;
        page.sees("4 closed as won, with 2 quotes.").await?;
        let all = page.opportunities().await?;
        let paid = [0, 1, 2, 5].map(|place| all[&id(place)]["cl"][0]["ar"].as_i64());
        ensure!(paid == [Some(150_050), Some(100_000), Some(120_000), Some(0)], "{paid:?}: {}", all[&id(0)]["cl"]);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn several_are_edited_at_once_and_what_is_left_alone_stays() {
    in_browser(Site::whole(), async |page| {
        five(page).await?;
        store_deal(page, "deal00009", &closed_deal("Old")).await?;
        page.open("#/all").await?;
        let before = page.opportunities().await?;
        select(page, &["Alpha", "Gamma", "Old"]).await?;
        page.click("button", "Edit…").await?;
        ensure!(page.route().await? == "#/all/edit-selected");
        page.sees("1 is left out: it is closed and read-only.").await?;
        page.click("button", "Change 2").await?;
        page.sees("Nothing is chosen yet.").await?;
        page.choose("Stage", "Propose").await?;
        page.fill("Estimated close date", "soon").await?;
        page.click("button", "Change 2").await?;
        page.has_focus("alert", "Not saved yet: 1 thing to settle").await?;
        ensure!(page.opportunities().await? == before, "nothing has changed");
        page.fill("Estimated close date", "2027-01-31").await?;
        page.click("button", "Change 2").await?;
        page.sees("2 edited.").await?;
        let after = page.opportunities().await?;
        for place in [0, 2] {
            let mut expected = before[&id(place)].clone();
            let changed = &after[&id(place)];
            ensure!(changed["ec"] == "2027-01-31" && changed["sg"] != before[&id(place)]["sg"], "{changed}");
            for name in ["ec", "sg", "sc", "mo"] {
                expected[name] = changed[name].clone();
            }
            ensure!(*changed == expected, "the rest is as it was: {changed}");
        }
        ensure!(after["deal00009"] == before["deal00009"], "the closed one is as it was");
        page.click("button", "Undo").await?;
        page.sees("Undone: 2 edited.").await?;
        ensure!(page.opportunities().await? == before);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn r26_several_are_moved_to_the_bin_and_brought_back_at_once() {
    in_browser(Site::whole(), async |page| {
        five(page).await?;
        let before = page.opportunities().await?;
        select(page, &["Beta", "Gamma", "Delta"]).await?;
        page.click("button", "Delete").await?;
        page.sees("3 moved to the bin.").await?;
        page.has_no("link", "Beta").await?;
        page.has_no("button", "Clear selection").await?;
        page.open("#/bin").await?;
        select(page, &["Beta", "Delta"]).await?;
        page.has_no("button", "Close as lost…").await?;
        page.click("button", "Restore").await?;
        page.sees("2 restored from the bin.").await?;
        let now = page.opportunities().await?;
        ensure!(now[&id(1)] == before[&id(1)] && now[&id(3)] == before[&id(3)] && now[&id(2)] != before[&id(2)]);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_is_closed_cannot_be_closed_and_the_bar_says_so() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, "deal00001", &closed_deal("Old")).await?;
        store_deal(page, "deal00002", &open_deal("New")).await?;
        page.open("#/all").await?;
        select(page, &["Old"]).await?;
        page.sees("None of these is open.").await?;
        for act in ["Close as won…", "Close as lost…", "Edit…"] {
            let button = page.find("button", act).await?;
            ensure!(!button.is_enabled().await?, "{act} is off");
        }
        page.click("checkbox", "Select: New").await?;
        page.click("button", "Close as won…").await?;
        page.sees("1 will be closed.").await?;
        page.sees("This opportunity is already closed as lost, on 5 Oct 2026.").await
    })
    .await;
}

#[tokio::test]
async fn r22_what_is_unsaved_is_saved_first_and_with_problems_nothing_begins() {
    in_browser(Site::whole(), async |page| {
        five(page).await?;
        page.click("link", "Alpha").await?;
        page.fill("Estimated revenue", "70").await?;
        page.back().await?;
        select(page, &["Alpha", "Beta"]).await?;
        page.click("button", "Close as won…").await?;
        page.holds_value("Actual revenue: Alpha", "70.00").await?;
        ensure!(page.opportunities().await?[&id(0)]["er"] == 7_000, "it is saved");
        page.press(Key::Escape).await?;
        page.click("link", "Beta").await?;
        page.fill("Estimated revenue", "1,23").await?;
        page.back().await?;
        page.sees("2 selected").await?;
        page.click("button", "Close as won…").await?;
        page.has("heading", "Beta").await?;
        page.has_focus("alert", "Not saved yet: 1 thing to settle").await?;
        ensure!(outcomes(page).await?.values().all(Option::is_none), "nothing is closed");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_selected_ones_are_exported_as_a_table() {
    in_browser(Site::whole(), async |page| {
        five(page).await?;
        store_deal(page, "deal00009", &closed_deal("=Old, \"quoted\"")).await?;
        page.open("#/all").await?;
        select(page, &["Alpha", "=Old, \"quoted\""]).await?;
        page.click("button", "Export").await?;
        let file = page.downloaded().await?;
        let name = file.file_name().and_then(|name| name.to_str()).context("a name")?;
        let dated = name.strip_prefix("tutup-").and_then(|rest| rest.strip_suffix(".csv"));
        ensure!(dated.is_some_and(|date| date.len() == 10), "it is called {name}");
        let text = tokio::fs::read_to_string(&file).await?;
        let rows: Vec<&str> = text.split_terminator("\r\n").collect();
        ensure!(rows.len() == 3, "{text}");
        ensure!(rows[0].starts_with("\u{feff}(Do Not Modify) Opportunity,"), "{text}");
        let [alpha, old] = [
            "deal00001,,2026-10-01,Alpha,,,1000.00,2026-12-01,,,,Warm,Open,",
            "deal00009,,2026-10-01,\"'=Old, \"\"quoted\"\"\",,,1000.00,,,2026-10-05,0,Warm,Lost,Price,",
        ];
        ensure!(rows.iter().any(|row| row.starts_with(alpha)), "{text}");
        ensure!(rows.iter().any(|row| row.starts_with(old)), "{text}");
        Ok(())
    })
    .await;
}
