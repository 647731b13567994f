//! An act over many waits until no other tab is busy with one, and meanwhile the user may leave its dialog.

use anyhow::{Result, ensure};
use e2e::steps::{open_deal, store_deal};
use e2e::{Key, Page, Site, in_browser};

/// As another tab does that is busy with an act over many.
const HOLD: &str = "await new Promise((held) => navigator.locks.request('tutup',
    () => new Promise((release) => { globalThis.release = release; held(); })))";

/// Stores Alpha and Beta, selects both, opens the dialog of that button and keeps every act over many waiting.
async fn open_dialog(page: &Page, button: &str) -> Result<()> {
    store_deal(page, "deal00001", &open_deal("Alpha")).await?;
    store_deal(page, "deal00002", &open_deal("Beta")).await?;
    open_with_both(page, button).await?;
    page.browser.run(HOLD, vec![]).await.map(drop)
}

async fn open_with_both(page: &Page, button: &str) -> Result<()> {
    page.open("#/open").await?;
    for topic in ["Alpha", "Beta"] {
        page.click("checkbox", &format!("Select: {topic}")).await?;
    }
    page.click("button", button).await
}

/// Presses the button, leaves the dialog by Esc, goes to the form of a new opportunity, and lets the act happen.
async fn press_and_leave(page: &Page, button: &str, done: &str) -> Result<()> {
    page.click("button", button).await?;
    page.press(Key::Escape).await?;
    page.has_no("button", button).await?;
    page.sees("2 selected").await?;
    page.click("link", "New opportunity").await?;
    page.has("heading", "New opportunity").await?;
    page.browser.run("release()", vec![]).await?;
    page.sees(done).await?;
    ensure!(page.route().await? == "#/new", "it led to {}", page.route().await?);
    page.click("button", "Undo").await?;
    page.sees(&format!("Undone: {done}")).await
}

#[tokio::test]
async fn r1_a_closing_that_waits_happens_and_its_dialog_may_be_left() {
    in_browser(Site::whole(), async |page| {
        open_dialog(page, "Close as lost…").await?;
        page.choose("Status reason", "Price").await?;
        page.fill("Description", "Both went to the same rival").await?;
        press_and_leave(page, "Close 2 as lost", "2 closed as lost.").await?;
        let open = page.opportunities().await?;
        ensure!(open.values().all(|it| it["cl"].is_null()), "both are open again: {open:?}");
        open_with_both(page, "Close as lost…").await?;
        ensure!(page.value("Description").await?.is_empty(), "what was entered was done, and is forgotten");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn r1_an_edit_that_waits_happens_and_its_dialog_may_be_left() {
    in_browser(Site::whole(), async |page| {
        open_dialog(page, "Edit…").await?;
        page.choose("Stage", "Propose").await?;
        press_and_leave(page, "Change 2", "2 edited.").await
    })
    .await;
}
