//! Single keys and keys with Ctrl: each gives its command, and none where something is typed or asked.

use anyhow::{Result, ensure};
use e2e::steps::{FORMAT_KEY, STORED_AT, arrive, closed_deal, open_deal, quote, records, store_deal};
use e2e::{Key, Page, Site, in_browser};
use serde_json::{Value, json};

const ID: &str = "deal00001";
const TICK: &str = "Close all active and draft quotes with the opportunity";

fn with_an_active_quote() -> Value {
    let mut deal = open_deal("ERP rollout");
    deal["cu"] = json!("Contoso");
    deal["qu"] = json!([quote(1, true)]);
    deal
}

#[tokio::test]
async fn w_and_l_close_the_row_with_the_focus_once_its_quote_is_settled() {
    for (key, outcome, button, reason) in [("w", "w", "Close as won", None), ("l", "l", "Close as lost", Some("Price"))]
    {
        in_browser(Site::whole(), async |page| {
            store_deal(page, ID, &with_an_active_quote()).await?;
            arrive(page, "#/open").await?;
            page.press("j").await?;
            page.has_focus("link", "ERP rollout").await?;
            let before = records(page).await?;
            page.press(key).await?;
            page.has("dialog", "Close opportunity").await?;
            if let Some(reason) = reason {
                page.choose("Status reason", reason).await?;
            }
            page.click("button", button).await?;
            page.sees("1 quote stops this opportunity from closing. Active: Q-00001 r0.").await?;
            page.press(Key::Escape).await?;
            page.has_no("dialog", "Close opportunity").await?;
            page.has_focus("link", "ERP rollout").await?;
            ensure!(records(page).await? == before, "Esc changes nothing");

            page.press(key).await?;
            page.click("checkbox", TICK).await?;
            page.click("button", button).await?;
            page.has_no("dialog", "Close opportunity").await?;
            let stored = page.opportunity().await?;
            ensure!(
                stored["cl"][0]["o"] == outcome || outcome == "w" && stored["cl"][0].get("o").is_none(),
                "{stored}"
            );
            page.is_at("#/open").await?;
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn w_on_what_is_closed_says_so_on_its_page() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &closed_deal("Website")).await?;
        arrive(page, "#/lost").await?;
        let before = records(page).await?;
        page.press("jw").await?;
        page.sees("already closed as lost").await?;
        page.has("heading", "Website").await?;
        ensure!(records(page).await? == before, "nothing is changed");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn each_key_does_what_the_sheet_says() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &with_an_active_quote()).await?;
        store_deal(page, "deal00002", &closed_deal("Website")).await?;
        arrive(page, "#/open").await?;
        page.press("n").await?;
        page.has_focus("textbox", "Topic").await?;
        ensure!(page.route().await? == "#/new", "N leads to the form");

        arrive(page, "#/open").await?;
        page.press("/").await?;
        page.has_focus("searchbox", "Search opportunities").await?;

        arrive(page, "#/open").await?;
        page.press("je").await?;
        page.has_focus("textbox", "Topic").await?;
        ensure!(page.route().await? == format!("#/opportunity/{ID}"), "E leads to the page");

        arrive(page, &format!("#/opportunity/{ID}")).await?;
        page.press("e").await?;
        page.has_focus("textbox", "Topic").await?;

        arrive(page, "#/lost").await?;
        page.press("jr").await?;
        page.sees("Opportunity reopened.").await?;
        page.has_focus("heading", "Lost opportunities").await?;
        page.chord(Key::Control, 'z').await?;
        page.sees("Undone: opportunity reopened.").await?;
        page.chord(Key::Control, 'y').await?;
        page.sees("Done again: opportunity reopened.").await?;

        arrive(page, &format!("#/opportunity/{ID}")).await?;
        page.press("l").await?;
        page.has("dialog", "Close opportunity").await?;
        page.press(Key::Escape).await?;
        page.has_no("dialog", "Close opportunity").await?;
        page.press("?").await?;
        page.has("dialog", "Keyboard shortcuts").await?;
        page.sees("Close as won…").await?;
        page.press(Key::Escape).await?;
        page.has_no("dialog", "Keyboard shortcuts").await
    })
    .await;
}

/// A book of so many deals, more than a list mounts.
async fn two_hundred(page: &Page) -> Result<()> {
    page.store(FORMAT_KEY, "1").await?;
    for number in 0..200 {
        let deal = json!({ "t": format!("Deal {number:03}"), "cy": "MYR", "cr": STORED_AT, "mo": STORED_AT });
        page.store_record(&format!("tutup:o:deal{number:05}"), &deal).await?;
    }
    Ok(())
}

#[tokio::test]
async fn under_a_dialog_only_the_rows_in_sight_are_mounted_and_the_row_with_the_focus_keeps_it() {
    in_browser(Site::whole(), async |page| {
        const MOUNTED: &str = "document.querySelectorAll('tr[data-opportunity]').length";
        const ROOM: &str = "Math.ceil(innerHeight / document.querySelector('tr[data-opportunity]').offsetHeight)";
        let many = format!("return {MOUNTED} > {ROOM} + 10");
        let few = format!("return document.querySelector('dialog[open]') && {MOUNTED} <= {ROOM} + 3");

        two_hundred(page).await?;
        arrive(page, "#/all").await?;
        page.press("jj").await?;
        page.has_focus("link", "Deal 001").await?;
        page.holds("rows beyond those in sight", &many).await?;
        page.press("l").await?;
        page.holds("no more than is in sight under the dialog", &few).await?;
        page.press(Key::Escape).await?;
        page.has_focus("link", "Deal 001").await?;
        page.holds("rows beyond those in sight again", &many).await?;

        // Scrolled out of sight, though not out of the window, it is where the focus comes back to.
        let step = "scrollBy(0, 7 * document.querySelector('tr[data-opportunity]').offsetHeight);
            for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)";
        for _ in 0..2 {
            page.browser.run(step, vec![]).await?;
        }
        let out =
            "return document.activeElement.tagName === 'A' && document.activeElement.getBoundingClientRect().top < 0";
        page.holds("the row with the focus out of sight", out).await?;
        page.holds("rows beyond those in sight", &many).await?;
        page.press("l").await?;
        page.has("dialog", "Close opportunity").await?;
        page.press(Key::Escape).await?;
        page.has_focus("link", "Deal 001").await
    })
    .await;
}

#[tokio::test]
async fn a_row_says_which_row_of_the_table_it_is_after_one_before_it_has_gone() {
    in_browser(Site::whole(), async |page| {
        two_hundred(page).await?;
        arrive(page, "#/all").await?;
        page.press("jjj").await?;
        page.has_focus("link", "Deal 002").await?;
        let index =
            |is: usize| format!("return document.activeElement.closest('tr').getAttribute('aria-rowindex') === '{is}'");
        page.holds("the head, two rows, and it", &index(4)).await?;
        page.press("k").await?;
        page.press(" ").await?;
        page.press("j").await?;
        page.click("button", "Delete").await?;
        page.sees("Total of 199").await?;
        page.browser.run("document.getElementById('row-deal00002').focus()", vec![]).await?;
        page.holds("the head, one row, and it", &index(3)).await
    })
    .await;
}

#[tokio::test]
async fn keys_move_through_a_list_with_the_window_of_rows() {
    in_browser(Site::whole(), async |page| {
        two_hundred(page).await?;
        arrive(page, "#/all").await?;
        for (keys, row) in [
            ("j", "Deal 000"),
            ("jjj", "Deal 003"),
            ("k", "Deal 002"),
            ("\u{e015}", "Deal 003"),
            ("\u{e013}\u{e013}", "Deal 001"),
            ("\u{e010}", "Deal 199"),
            ("j", "Deal 199"),
            ("kkkkk", "Deal 194"),
            ("\u{e011}", "Deal 000"),
        ] {
            page.press(keys).await?;
            page.has_focus("link", row).await?;
        }
        page.press("j".repeat(100).as_str()).await?;
        page.has_focus("link", "Deal 100").await?;
        let in_sight = "const row = document.activeElement.getBoundingClientRect();
            const at = document.elementFromPoint(row.left + 5, (row.top + row.bottom) / 2);
            return at === document.activeElement && document.querySelectorAll('.opportunities tbody tr').length <= 82";
        page.holds("the row with the focus in sight, and few others mounted", in_sight).await
    })
    .await;
}

#[tokio::test]
async fn keys_give_nothing_where_something_is_typed_or_asked_or_with_other_keys() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &with_an_active_quote()).await?;
        arrive(page, &format!("#/opportunity/{ID}")).await?;
        page.insert("Description", "new words, later? /").await?;
        page.holds_value("Description", "new words, later? /").await?;
        page.field("Status reason").await?.focus().await?;
        page.press("lnw").await?;
        page.has_no("dialog", "Close opportunity").await?;
        ensure!(page.route().await? == format!("#/opportunity/{ID}"), "letters in a field lead nowhere");

        page.click("button", "More actions").await?;
        page.press("nw").await?;
        ensure!(page.route().await? == format!("#/opportunity/{ID}"), "letters in a menu lead nowhere");
        page.press(Key::Escape).await?;

        arrive(page, "#/open").await?;
        page.press("j").await?;
        page.has_focus("link", "ERP rollout").await?;
        for held in [Key::Alt, Key::Shift] {
            page.chord(held, 'l').await?;
        }
        page.has_no("dialog", "Close opportunity").await?;
        page.press("l").await?;
        page.has("dialog", "Close opportunity").await?;
        // What was unsaved is saved by now (R22).
        let before = records(page).await?;
        page.click("radio", "Lost").await?;
        page.press("n?").await?;
        page.has("dialog", "Close opportunity").await?;
        page.press(Key::Escape).await?;
        ensure!(records(page).await? == before, "nothing is changed");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn single_keys_can_be_switched_off_and_those_with_ctrl_stay() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &with_an_active_quote()).await?;
        arrive(page, "#/settings").await?;
        page.click("radio", "Off").await?;
        arrive(page, "#/open").await?;
        page.press("nj?w/").await?;
        page.tab_to("link", "ERP rollout").await?;
        page.press("wl?n").await?;
        ensure!(page.route().await? == "#/open", "no key leads anywhere");
        page.has_no("dialog", "Close opportunity").await?;
        page.chord(Key::Control, 'k').await?;
        page.has("dialog", "Commands").await?;
        page.press("keyb").await?;
        page.has("option", "Keyboard shortcuts").await?;
        page.press(Key::Enter).await?;
        page.sees("are switched off in the settings.").await
    })
    .await;
}
