//! Two windows of one browser, each in a process of its own, and a tab that crashes.

use anyhow::{Context as _, Result, bail, ensure};
use e2e::steps::{closed_deal, open_deal, quote, store_deal};
use e2e::{Page, Site, in_browser};
use serde_json::json;
use thirtyfour::WindowHandle;

const ID: &str = "deal00001";
const KEY: &str = "tutup:o:deal00001";

/// Opens a second window on a route and goes to it; returns the first and the second.
async fn second_window(page: &Page, route: &str) -> Result<[WindowHandle; 2]> {
    let driver = &page.browser.driver;
    let first = driver.window().await?;
    let second = driver.new_window().await?;
    page.switch(&second).await?;
    page.open(route).await?;
    Ok([first, second])
}

/// Kills the process of the tab that the test is at, as a browser's error or the system does, and goes to another.
async fn crash(page: &Page, refuge: &WindowHandle) -> Result<()> {
    // The answer is that there is none any more.
    let answer = page.browser.cdp("Page.crash", json!({})).await;
    ensure!(answer.is_err(), "the tab lives on");
    page.switch(refuge).await
}

#[tokio::test]
async fn p1_p2_after_a_tab_has_crashed_every_act_is_there() {
    in_browser(Site::whole(), async |page| {
        let mut deal = open_deal("ERP rollout");
        deal["qu"] = json!([quote(1, true), quote(2, false)]);
        store_deal(page, ID, &deal).await?;
        let [first, second] = second_window(page, &format!("#/opportunity/{ID}")).await?;
        page.fill("Topic", "ERP rollout, phase 2").await?;
        page.click("button", "Save").await?;
        page.sees("Opportunity edited.").await?;
        page.fill("Add a note", "They call").await?;
        page.click("button", "Add").await?;
        page.sees("Note added.").await?;
        page.click("link", "Close as won…").await?;
        page.click("checkbox", "Close all active and draft quotes with the opportunity").await?;
        page.click("button", "Close as won").await?;
        page.sees("Closed as won, with 2 quotes.").await?;
        let before = page.opportunities().await?;
        crash(page, &first).await?;

        page.open(&format!("#/opportunity/{ID}")).await?;
        page.has("heading", "ERP rollout, phase 2").await?;
        page.sees("and read-only since.").await?;
        page.sees("They call").await?;
        ensure!(page.opportunities().await? == before, "an act is missing");
        ensure!(before[ID]["cl"][0]["sq"].as_array().is_some_and(|settled| settled.len() == 2));
        page.open("#/settings").await?;
        page.sees_no("attention").await?;
        close(page, &second, &first).await
    })
    .await;
}

/// Closes a window that has crashed, whose log cannot be read, and goes on in another.
async fn close(page: &Page, crashed: &WindowHandle, other: &WindowHandle) -> Result<()> {
    page.switch(crashed).await?;
    // A crashed one may refuse to be closed by the driver; the browser's end closes it.
    let _ = page.browser.driver.close_window().await;
    page.switch(other).await
}

#[tokio::test]
async fn p3_two_windows_in_processes_of_their_own_edit_in_turn_and_nothing_is_lost() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        let route = format!("#/opportunity/{ID}");
        page.open(&route).await?;
        let windows = second_window(page, &route).await?;
        let fields = [("Customer", "cu"), ("Contact", "co"), ("Topic", "t")];
        for turn in 0..6 {
            let ((label, _), text) = (fields[turn % 3], format!("Turn {turn}"));
            page.switch(&windows[turn % 2]).await?;
            page.fill(label, &text).await?;
            page.click("button", "Save").await?;
            page.sees("Opportunity edited.").await?;
            // The other shows it without being asked.
            page.switch(&windows[(turn + 1) % 2]).await?;
            page.holds_value(label, &text).await?;
        }
        let stored = page.opportunity().await?;
        for (place, (label, name)) in fields.into_iter().enumerate() {
            ensure!(stored[name] == format!("Turn {}", place + 3), "{label} is lost: {stored}");
        }
        in_processes_of_their_own(page, &windows, &route).await
    })
    .await;
}

/// One window crashes, the other lives.
async fn in_processes_of_their_own(page: &Page, windows: &[WindowHandle; 2], route: &str) -> Result<()> {
    let [first, second] = windows;
    page.switch(second).await?;
    crash(page, first).await.context("the second window")?;
    page.open(route).await?;
    close(page, second, first).await
}

/// At the appointed moment, types a topic into the form and saves, before the page can hear of anything else.
const SAVE_AT: &str = "
    const [moment, topic] = args;
    window.e2eSaved = false;
    setTimeout(() => {
        const field = document.querySelector('form [name=topic]');
        while (Date.now() < moment);
        field.value = topic;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        field.form.requestSubmit();
        window.e2eSaved = true;
    }, moment - Date.now() - 20);";

/// So long after the first window was told, both save: the driver has told the second by then. In milliseconds.
const AHEAD: u64 = 500;

/// So often must the windows have met; how often they try.
const MEETINGS: (usize, usize) = (3, 20);

#[tokio::test]
async fn p3_p7_two_windows_that_save_at_the_same_moment_lose_nothing_unsaid() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        let route = format!("#/opportunity/{ID}");
        page.open(&route).await?;
        let windows = second_window(page, &route).await?;
        let mut met = 0;
        for round in 0..MEETINGS.1 {
            let before = revision(page).await?;
            let now = page.browser.run("return Date.now()", vec![]).await?.as_u64().context("a time")?;
            let topics = [0, 1].map(|place| format!("Round {round}, window {place}"));
            for (window, topic) in windows.iter().zip(&topics) {
                page.switch(window).await?;
                page.browser.run(SAVE_AT, vec![json!(now + AHEAD), json!(topic)]).await?;
            }
            for window in &windows {
                page.switch(window).await?;
                page.holds("the save", "return window.e2eSaved === true").await?;
            }
            let stored = settled(page, &windows).await?;
            let lost = topics.iter().position(|topic| *topic != stored).context("one of them stands")?;
            ensure!(topics.contains(&stored), "round {round}: {stored:?} is stored");
            // Where one of them was late, it has seen what it wrote over.
            if revision(page).await? == before + 1 {
                met += 1;
                say_so(page, &windows, lost).await.with_context(|| format!("round {round}: {stored:?} stands"))?;
            }
            if met == MEETINGS.0 {
                return in_processes_of_their_own(page, &windows, &route).await;
            }
            for window in &windows {
                page.switch(window).await?;
                // What one of them could not save is no part of the next round.
                page.browser.run("sessionStorage.clear()", vec![]).await?;
                page.open(&route).await?;
            }
        }
        bail!("in {} rounds the windows saved at the same moment {met} times", MEETINGS.1)
    })
    .await;
}

/// How often the record was written.
async fn revision(page: &Page) -> Result<u64> {
    let stored = page.stored().await?;
    let revision = stored[KEY].split('|').nth(2).context("a revision")?;
    Ok(revision.parse()?)
}

/// What both windows see as stored, once they see the same.
async fn settled(page: &Page, windows: &[WindowHandle; 2]) -> Result<String> {
    page.wait_for("both windows to see the same", async || {
        let mut seen = Vec::new();
        for window in windows {
            page.switch(window).await?;
            seen.push(page.opportunity().await?["t"].clone());
        }
        Ok(seen[0].as_str().filter(|_| seen[0] == seen[1]).map(str::to_owned))
    })
    .await
}

/// The window whose save was refused says so, or one of them says that both have saved.
async fn say_so(page: &Page, windows: &[WindowHandle; 2], lost: usize) -> Result<()> {
    page.wait_for("a window that says so", async || {
        for (place, window) in windows.iter().enumerate() {
            page.switch(window).await?;
            let said = page.browser.run("return document.querySelector('.notices').innerText", vec![]).await?;
            let said = said.as_str().unwrap_or_default();
            let refused = place == lost && said.contains("was changed in another tab, and that change is kept");
            if refused || said.contains("was saved here and in another tab at the same moment") {
                return Ok(Some(()));
            }
        }
        Ok(None)
    })
    .await
}

#[tokio::test]
async fn r1_p3_two_windows_that_close_the_same_opportunity_make_one_closing() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        let route = format!("#/opportunity/{ID}/close?as=lost");
        page.open(&route).await?;
        page.choose("Status reason", "Price").await?;
        let [first, _] = second_window(page, &route).await?;
        page.choose("Status reason", "No budget").await?;
        page.click("button", "Close as lost").await?;
        page.sees("and read-only since.").await?;
        let closed = page.opportunity().await?;
        page.switch(&first).await?;
        page.sees("already closed as lost").await?;
        ensure!(page.opportunity().await? == closed && closed["cl"].as_array().map(Vec::len) == Some(1), "{closed}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn p3_what_another_window_deleted_for_good_is_not_written_again() {
    in_browser(Site::whole(), async |page| {
        let mut deleted = closed_deal("ERP rollout");
        deleted["dl"] = deleted["mo"].clone();
        store_deal(page, ID, &deleted).await?;
        let route = format!("#/opportunity/{ID}");
        page.open(&route).await?;
        let [first, _] = second_window(page, &route).await?;
        page.click("button", "Delete for good").await?;
        page.sees("Deleted for good.").await?;
        page.switch(&first).await?;
        page.has("heading", "This opportunity is not there").await?;
        ensure!(!page.stored().await?.contains_key(KEY), "it is back");
        Ok(())
    })
    .await;
}
