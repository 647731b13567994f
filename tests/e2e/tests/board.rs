//! The board: what is open by stage; moving and closing by mouse, by finger, by keys and by menu.

use anyhow::{Context as _, Result, ensure};
use e2e::board::{card, drag, drop_on, hold, let_go, middle, nothing_in_hand, place, stands_at, touch};
use e2e::steps::{open_deal, quote, store_deal};
use e2e::{Key, Look, Page, Site, envelope, in_browser};
use serde_json::{Value, json};

const ID: &str = "deal00001";
const KEY: &str = "tutup:o:deal00001";
const TOPIC: &str = "ERP rollout";
const TICK: &str = "Close all active and draft quotes with the opportunity";

/// What is said to those who do not see where a card went.
const TOLD: &str = "return document.querySelector('main > output').innerText";

/// A card that begins in *Develop*, with an active and a draft quote.
fn deal() -> Value {
    let mut deal = open_deal(TOPIC);
    deal["sg"] = json!("d");
    deal["cu"] = json!("Contoso");
    deal["pr"] = json!(60);
    deal["qu"] = json!([quote(1, true), quote(2, false)]);
    deal
}

fn at_stage(topic: &str, stage: &str) -> Value {
    let mut deal = open_deal(topic);
    deal["sg"] = json!(stage);
    deal
}

async fn open_board(page: &Page) -> Result<()> {
    store_deal(page, ID, &deal()).await?;
    page.open("#/board").await?;
    page.has("link", TOPIC).await
}

async fn stored_stage(page: &Page, id: &str, code: &str) -> Result<()> {
    let stored = page.opportunities().await?;
    ensure!(stored[id]["sg"] == code, "{}", stored[id]);
    Ok(())
}

// --- what is shown

/// What stands in the head of each column, and on its cards.
const COLUMNS: &str = "
    const text = (element) => element.innerText.replace(/\\s+/g, ' ').trim();
    return [...document.querySelectorAll('.column')].map((column) =>
        [text(column.querySelector('header')), ...[...column.querySelectorAll('li')].map(text)]);";

#[tokio::test]
async fn columns_show_what_is_open_by_date_with_sums_and_what_is_closed_is_not_there() {
    in_browser(Site::whole(), async |page| {
        let mut late = at_stage("Late", "d");
        late["ec"] = json!("2020-01-31");
        late["os"] = json!("h");
        let mut yen = at_stage("Yen", "d");
        (yen["cy"], yen["er"], yen["ec"]) = (json!("JPY"), json!(5000), json!("2030-01-31"));
        let mut nothing = at_stage("Nothing known", "p");
        nothing.as_object_mut().context("an object")?.remove("er");
        store_deal(page, "deal00002", &late).await?;
        store_deal(page, "deal00003", &yen).await?;
        store_deal(page, "deal00004", &nothing).await?;
        store_deal(page, "deal00005", &e2e::steps::closed_deal("Closed")).await?;
        let mut deleted = at_stage("Deleted", "d");
        deleted["dl"] = json!(e2e::steps::STORED_AT);
        store_deal(page, "deal00006", &deleted).await?;
        open_board(page).await?;
        let columns = page.browser.run(COLUMNS, vec![]).await?;
        let wanted = json!([
            ["Qualify 0"],
            [
                "Develop 3 JP¥ 5,000 RM 2,000.00 Weighted RM 600.00 2 not counted",
                columns[1][1],
                "Yen JP¥ 5,000 31 Jan 2030",
                "ERP rollout Contoso RM 1,000.00 1 active 1 draft"
            ],
            ["Propose 1", "Nothing known No estimate"],
            ["Close 0"],
        ]);
        ensure!(columns == wanted, "{columns}");
        let late = columns[1][1].as_str().context("a card")?;
        ensure!(late.starts_with("Late RM 1,000.00 31 Jan 2020") && late.ends_with("days late On hold"), "{late}");
        page.sees("Nothing at this stage.").await?;
        let link = page.find("link", "Board").await?;
        ensure!(link.attr("aria-current").await?.as_deref() == Some("page"), "the views say where the user is");
        page.click("link", TOPIC).await?;
        page.has("heading", TOPIC).await?;
        ensure!(page.route().await? == format!("#/opportunity/{ID}"), "a click that drags nothing follows the link");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn an_empty_board_says_so() {
    in_browser(Site::whole(), async |page| {
        page.open("#/board").await?;
        page.sees("No opportunity is open.").await
    })
    .await;
}

// --- moving

#[tokio::test]
async fn r16_by_mouse_a_card_comes_to_another_stage_and_undo_brings_it_back() {
    in_browser(Site::whole(), async |page| {
        open_board(page).await?;
        drop_on(page, ID, "Propose").await?;
        stands_at(page, ID, "Propose").await?;
        page.sees("Moved to Propose.").await?;
        page.has_focus("link", TOPIC).await?;
        stored_stage(page, ID, "p").await?;
        page.click("button", "Undo").await?;
        page.sees("Undone: moved to Propose.").await?;
        stands_at(page, ID, "Develop").await?;
        ensure!(page.opportunity().await? == deal(), "it is as it was");

        // Let go where it was, or where nothing is, or with Esc, it stays.
        let before = page.stored().await?;
        drop_on(page, ID, "Develop").await?;
        drag(page, ID, "Close").await?;
        page.press(Key::Escape).await?;
        nothing_in_hand(page).await?;
        let_go(page).await?;
        stands_at(page, ID, "Develop").await?;
        ensure!(page.route().await? == "#/board", "no click follows the link");
        ensure!(page.stored().await? == before, "nothing is written");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn by_finger_a_card_that_is_held_is_dragged_and_a_swipe_scrolls() {
    in_browser(Site::whole(), async |page| {
        page.browser.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": true })).await?;
        page.browser.look(Look { width: 360, height: 740, theme: "light" }).await?;
        store_deal(page, "deal00002", &at_stage("First", "q")).await?;
        open_board(page).await?;
        let before = page.opportunities().await?;

        swipe(page, "deal00002").await?;
        nothing_in_hand(page).await?;
        ensure!(page.opportunities().await? == before, "a swipe changes nothing");

        hold(page, "deal00002").await?;
        // At the edge the columns go on by themselves, until another one is there.
        let (_, y) = middle(page, &card("deal00002")).await?;
        touch(page, "touchMove", &[(350.0, y)]).await?;
        page.holds("the last column", "return document.querySelector('[data-drop=Close]').matches('[data-over]')")
            .await?;
        touch(page, "touchEnd", &[]).await?;
        stands_at(page, "deal00002", "Close").await?;
        stored_stage(page, "deal00002", "c").await?;

        // Held, the places to close are at the foot.
        hold(page, ID).await?;
        let lost = middle(page, &place("lost")).await?;
        touch(page, "touchMove", &[lost]).await?;
        page.holds("Lost lit up", "return document.querySelector('[data-drop=lost]').matches('[data-over]')").await?;
        touch(page, "touchEnd", &[]).await?;
        page.has("dialog", "Close opportunity").await?;
        page.has_focus("radio", "Lost").await?;
        page.press(Key::Escape).await?;
        stands_at(page, ID, "Develop").await?;
        ensure!(page.opportunities().await?[ID] == deal(), "nothing is changed");
        Ok(())
    })
    .await;
}

/// Scrolls the columns by a swipe that begins on the card. A machine that is busy may take so long over it that it is none: then
/// it is taken back and done again.
async fn swipe(page: &Page, id: &str) -> Result<()> {
    page.wait_for("the columns to be scrolled by a swipe", async || {
        let (x, y) = middle(page, &card(id)).await?;
        touch(page, "touchStart", &[(x, y)]).await?;
        for step in 1..=8 {
            touch(page, "touchMove", &[(x - 20.0 * f64::from(step), y)]).await?;
        }
        let scrolled = "return document.querySelector('.board').scrollLeft > 50 && !document.querySelector('.ghost')";
        let scrolled = page.browser.run(scrolled, vec![]).await? == true;
        touch(page, if scrolled { "touchEnd" } else { "touchCancel" }, &[]).await?;
        Ok(scrolled.then_some(()))
    })
    .await
}

#[tokio::test]
async fn by_keys_the_focus_goes_from_card_to_card_and_with_the_card_that_is_moved() {
    in_browser(Site::whole(), async |page| {
        for (place, (topic, stage)) in
            [("One", "q"), ("Two", "q"), ("Three", "q"), ("Four", "p"), ("Five", "p")].into_iter().enumerate()
        {
            let mut deal = at_stage(topic, stage);
            deal["ec"] = json!(format!("2030-01-0{}", place + 1));
            store_deal(page, &format!("deal0000{place}"), &deal).await?;
        }
        page.open("#/board").await?;
        page.tab_to("link", "One").await?;
        // Past the column without cards, and to the last card where the other column has fewer.
        for (keys, topic) in [
            (Key::Down + "", "Two"),
            ("j".into(), "Three"),
            (Key::Down + "", "Three"),
            (Key::Right + "", "Five"),
            ("k".into(), "Four"),
            (Key::Up + "", "Four"),
            (Key::Right + "", "Four"),
            (Key::Left + "", "One"),
        ] {
            page.press(keys).await?;
            page.has_focus("link", topic).await?;
        }
        page.press("m").await?;
        page.has_focus("button", "Move to Develop").await?;
        page.press(Key::Tab).await?;
        page.has_focus("button", "Move to Propose").await?;
        page.press(Key::Enter).await?;
        stands_at(page, "deal00000", "Propose").await?;
        stored_stage(page, "deal00000", "p").await?;
        page.has_focus("link", "One").await?;
        let told = page.browser.run(TOLD, vec![]).await?;
        ensure!(told == "“One” is now in Propose, number 1 of 3.", "{told}");
        page.chord(Key::Control, 'z').await?;
        stands_at(page, "deal00000", "Qualify").await?;
        page.has_focus("link", "One").await?;
        page.press("m").await?;
        page.press(Key::Escape).await?;
        page.has_focus("link", "One").await
    })
    .await;
}

#[tokio::test]
async fn r22_what_is_unsaved_of_a_card_is_saved_before_it_is_moved_or_its_form_says_why_not() {
    in_browser(Site::whole(), async |page| {
        open_board(page).await?;
        for (typed, saved) in [("about a lot", false), ("7", true)] {
            page.open(&format!("#/opportunity/{ID}")).await?;
            page.fill("Estimated revenue", typed).await?;
            page.open("#/board").await?;
            page.click("button", &format!("Move: {TOPIC}")).await?;
            page.click("button", "Move to Close").await?;
            if saved {
                stands_at(page, ID, "Close").await?;
                let stored = page.opportunity().await?;
                ensure!(stored["er"] == 700 && stored["sg"] == "c", "{stored}");
            } else {
                page.sees("Estimated revenue must be an amount").await?;
                ensure!(page.opportunity().await? == deal(), "it is not moved");
            }
        }
        Ok(())
    })
    .await;
}

// --- closing

/// How the dialog that closes is reached from the board.
#[derive(Clone, Copy, Debug)]
enum Way {
    Drop,
    Menu,
    Keys,
}

async fn go(page: &Page, way: Way, outcome: &str) -> Result<()> {
    match way {
        Way::Drop => drop_on(page, ID, outcome).await?,
        Way::Menu => {
            page.click("button", &format!("Move: {TOPIC}")).await?;
            page.click("button", &format!("Close as {outcome}…")).await?;
        }
        Way::Keys => {
            page.tab_to("link", TOPIC).await?;
            page.press("M").await?;
            page.has_focus("button", "Move to Qualify").await?;
            page.tab_to("button", &format!("Close as {outcome}…")).await?;
            page.press(Key::Enter).await?;
        }
    }
    page.has("dialog", "Close opportunity").await?;
    let route = page.route().await?;
    ensure!(route == format!("#/board/close/{ID}?as={outcome}"), "{way:?}: {route}");
    Ok(())
}

async fn cancel_changes_nothing_then_refused_then_closed(page: &Page, way: Way, outcome: &str) -> Result<()> {
    open_board(page).await?;
    let before = page.stored().await?;
    for leave in ["Cancel", "Esc", "Back"] {
        go(page, way, outcome).await?;
        match leave {
            "Cancel" => page.click("button", "Cancel").await?,
            "Esc" => page.press(Key::Escape).await?,
            _ => page.back().await?,
        }
        page.has_no("dialog", "Close opportunity").await?;
        stands_at(page, ID, "Develop").await?;
        page.has_focus("link", TOPIC).await?;
        ensure!(page.stored().await?[KEY] == before[KEY], "{way:?}, {leave}: the stored value is another one");
        page.is_at("#/board").await?;
    }

    go(page, way, outcome).await?;
    if outcome == "lost" {
        page.choose("Status reason", "Price").await?;
    }
    page.click("button", &format!("Close as {outcome}")).await?;
    page.has_focus("alert", "Not closed yet: 1 thing to settle").await?;
    page.sees("1 quote stops this opportunity from closing. Active: Q-00001 r0.").await?;
    ensure!(page.stored().await?[KEY] == before[KEY], "{way:?}: it is refused");
    page.click("checkbox", TICK).await?;
    page.click("button", &format!("Close as {outcome}")).await?;
    page.sees(&format!("Closed as {outcome}, with 2 quotes.")).await?;
    page.has_no("link", TOPIC).await?;
    page.is_at("#/board").await?;
    let closed = page.opportunity().await?;
    let fates =
        if outcome == "won" { json!([[1, 0, "aw"], [2, 0, "dc"]]) } else { json!([[1, 0, "al"], [2, 0, "dc"]]) };
    ensure!(closed["cl"][0]["sq"] == fates && closed["cl"][0]["o"] == outcome[..1], "{closed}");
    page.click("button", "Undo").await?;
    stands_at(page, ID, "Develop").await?;
    ensure!(page.opportunity().await? == deal(), "undo brings it back");
    Ok(())
}

#[tokio::test]
async fn r6_a_card_that_is_dropped_on_won_is_refused_and_then_closes() {
    in_browser(Site::whole(), async |page| {
        cancel_changes_nothing_then_refused_then_closed(page, Way::Drop, "won").await
    })
    .await;
}

#[tokio::test]
async fn r6_a_card_that_is_dropped_on_lost_is_refused_and_then_closes() {
    in_browser(Site::whole(), async |page| {
        cancel_changes_nothing_then_refused_then_closed(page, Way::Drop, "lost").await
    })
    .await;
}

#[tokio::test]
async fn r6_a_card_that_is_closed_by_its_menu_is_refused_and_then_closes() {
    in_browser(Site::whole(), async |page| {
        cancel_changes_nothing_then_refused_then_closed(page, Way::Menu, "won").await
    })
    .await;
}

#[tokio::test]
async fn r6_a_card_that_is_closed_by_keys_is_refused_and_then_closes() {
    in_browser(Site::whole(), async |page| {
        cancel_changes_nothing_then_refused_then_closed(page, Way::Keys, "lost").await
    })
    .await;
}

// --- many

/// Stores so many at each stage, one a day from 2030 on.
async fn store_many(page: &Page, at_stages: [usize; 4]) -> Result<()> {
    let mut values = serde_json::Map::new();
    for (stage, (letter, count)) in ["q", "d", "p", "c"].into_iter().zip(at_stages).enumerate() {
        for place in 0..count {
            let mut deal = at_stage(&format!("{letter} {place}"), letter);
            deal["ec"] = json!(format!("20{:02}-{:02}-{:02}", 30 + place / 336, place / 28 % 12 + 1, place % 28 + 1));
            values.insert(format!("tutup:o:many{stage}{place:04}"), json!(envelope(&deal)));
        }
    }
    page.store(e2e::steps::FORMAT_KEY, "1").await?;
    let store = "Object.entries(args[0]).forEach(([key, value]) => localStorage.setItem(key, value))";
    page.browser.run(store, vec![Value::Object(values)]).await.map(drop)
}

async fn mounted(page: &Page, wanted: usize) -> Result<()> {
    let count = format!("return document.querySelectorAll('.column .card').length === {wanted}");
    page.holds(&format!("{wanted} cards"), &count).await
}

#[tokio::test]
async fn of_two_thousand_cards_fifty_a_column_are_mounted_and_more_when_asked_for() {
    in_browser(Site::whole(), async |page| {
        store_many(page, [600, 0, 700, 699]).await?;
        store_deal(page, ID, &at_stage("Without a date", "d")).await?;
        page.open("#/board").await?;
        mounted(page, 151).await?;
        page.sees("RM 2,000,000.00").await?;
        page.click("button", "Show 50 more of 550").await?;
        mounted(page, 201).await?;
        page.has("button", "Show 50 more of 500").await?;

        // Without a date it belongs behind all others: it is shown below the first, and nothing else besides.
        page.open("#/board").await?;
        page.tab_to("link", "q 0").await?;
        page.press(Key::Right).await?;
        page.has_focus("link", "Without a date").await?;
        page.press("m").await?;
        page.has_focus("button", "Move to Qualify").await?;
        page.press(Key::Enter).await?;
        stands_at(page, ID, "Qualify").await?;
        page.has_focus("link", "Without a date").await?;
        let told = page.browser.run(TOLD, vec![]).await?;
        ensure!(told == "“Without a date” is now in Qualify, number 601 of 601.", "{told}");
        mounted(page, 151).await
    })
    .await;
}
