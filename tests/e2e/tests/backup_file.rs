//! The file that is kept up to date by itself. A headless browser shows no picker, so a file of the origin's own takes the place
//! of the one that a user would choose: its handle is of the same kind.

use anyhow::{Result, ensure};
use e2e::steps::{closed_deal, open_deal, store_deal};
use e2e::{Page, Site, in_browser};
use serde_json::{Value, json};

const ID: &str = "deal00001";

/// Chooses the file whose name stands in `e2e:file`, asks for permission as a browser does after a reload while `e2e:asks` is
/// there, and lets a test fire the timer of thirty seconds, count what is written, and hide the tab.
const FILES: &str = "{
    const folder = navigator.storage.getDirectory();
    window.showSaveFilePicker = async () => {
        const name = sessionStorage.getItem('e2e:file');
        if (!name) throw new DOMException('closed', 'AbortError');
        return (await folder).getFileHandle(name, { create: true });
    };
    const files = FileSystemFileHandle.prototype;
    files.queryPermission = async () => sessionStorage.getItem('e2e:asks') ? 'prompt' : 'granted';
    files.requestPermission = async () => { sessionStorage.removeItem('e2e:asks'); return 'granted'; };
    const { createWritable } = files;
    window.e2eWrites = 0;
    files.createWritable = function (...args) {
        if (window.e2eFails) return Promise.reject(new DOMException('', window.e2eFails));
        window.e2eWrites += 1;
        return createWritable.apply(this, args);
    };
    const { setTimeout } = window;
    window.setTimeout = (run, wait, ...rest) => {
        if (wait === 30000) { window.e2eTimer = run; return 0; }
        return setTimeout(run, wait, ...rest);
    };
    let hidden = false;
    Object.defineProperty(Document.prototype, 'hidden', { get: () => hidden });
    window.e2eHide = (is) => { hidden = is; document.dispatchEvent(new Event('visibilitychange', { bubbles: true })); };
    window.e2eRead = async (name) => (await (await (await folder).getFileHandle(name)).getFile()).text();
    window.e2ePut = async (name, text) => {
        const writable = await createWritable.call(await (await folder).getFileHandle(name, { create: true }));
        await writable.write(text);
        await writable.close();
    };
    window.e2eDrop = async (name) => (await folder).removeEntry(name);
}";

/// A page with the settings open, and this file chosen by the user.
async fn choose(page: &Page, name: &str) -> Result<()> {
    run(page, &format!("sessionStorage.setItem('e2e:file', '{name}')")).await?;
    page.click("button", "Choose a file…").await
}

async fn start(page: &Page) -> Result<()> {
    page.before_load(FILES).await?;
    page.open("#/settings").await?;
    page.has("heading", "A file that is kept up to date").await
}

async fn run(page: &Page, script: &str) -> Result<()> {
    page.browser.run(script, vec![]).await.map(drop)
}

async fn read(page: &Page, name: &str) -> Result<String> {
    let text = page.browser.run("return e2eRead(args[0])", vec![json!(name)]).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

async fn put(page: &Page, name: &str, text: &str) -> Result<()> {
    page.browser.run("await e2ePut(...args)", vec![json!(name), json!(text)]).await.map(drop)
}

async fn writes(page: &Page) -> Result<Value> {
    page.browser.run("return window.e2eWrites", vec![]).await
}

/// Thirty seconds after the last change.
async fn timer(page: &Page) -> Result<()> {
    page.holds("the timer", "return !!window.e2eTimer").await?;
    run(page, "const run = window.e2eTimer; window.e2eTimer = null; run()").await
}

/// Changes the opportunity without leaving the page, whose timer would be lost.
async fn edit(page: &Page, topic: &str) -> Result<()> {
    run(page, &format!("window.e2eTimer = null; location.hash = '#/opportunity/{ID}'")).await?;
    page.fill("Topic", topic).await?;
    page.click("button", "Save").await?;
    page.sees("Opportunity edited.").await?;
    run(page, "location.hash = '#/settings'").await?;
    page.has("heading", "A file that is kept up to date").await
}

#[tokio::test]
async fn a_chosen_file_is_written_some_time_after_the_last_change_and_when_the_tab_is_hidden_and_not_by_an_act() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        start(page).await?;
        page.sees("There is no backup yet").await?;
        choose(page, "mine.txt").await?;
        page.sees("mine.txt holds all of your book; last written on").await?;
        page.sees("Last backup on").await?;
        ensure!(read(page, "mine.txt").await?.contains("ERP rollout"));

        edit(page, "Second").await?;
        page.sees("mine.txt will be written within 30 seconds").await?;
        ensure!(writes(page).await? == 1, "the act has written the file");
        timer(page).await?;
        page.sees("mine.txt holds all of your book").await?;
        ensure!(read(page, "mine.txt").await?.contains("Second"));

        edit(page, "Third").await?;
        run(page, "e2eHide(true)").await?;
        page.sees("mine.txt holds all of your book").await?;
        ensure!(read(page, "mine.txt").await?.contains("Third"));
        run(page, "e2eHide(false); e2eHide(true)").await?;
        page.browser.rest().await?;
        ensure!(writes(page).await? == 3, "what has not changed is not written");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn p4_p7_a_file_that_something_else_has_changed_is_not_written_over_before_the_user_says_so() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        start(page).await?;
        choose(page, "mine.txt").await?;
        page.sees("mine.txt holds all of your book").await?;
        put(page, "mine.txt", "My diary").await?;
        edit(page, "Second").await?;
        timer(page).await?;
        page.sees("mine.txt is not up to date").await?;
        page.sees("something else has put there what it holds now.").await?;
        ensure!(read(page, "mine.txt").await? == "My diary");
        page.click("button", "Restore from this file…").await?;
        page.sees("This is neither a backup of Tutup").await?;

        let overwrite = page.find("button", "Overwrite this file").await?;
        ensure!(!overwrite.is_enabled().await?, "nobody has agreed");
        // It is agreed to lose what was seen, not what lies there by then.
        put(page, "mine.txt", "My other diary").await?;
        page.click("checkbox", "Yes, what mine.txt holds now may be lost.").await?;
        page.click("button", "Overwrite this file").await?;
        page.holds("the verdict", "return !document.querySelector('.chosen-file [type=checkbox]').checked").await?;
        ensure!(read(page, "mine.txt").await? == "My other diary");
        page.click("checkbox", "Yes, what mine.txt holds now may be lost.").await?;
        page.click("button", "Overwrite this file").await?;
        page.sees("mine.txt holds all of your book").await?;
        ensure!(read(page, "mine.txt").await?.contains("Second"));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_fuller_backup_is_not_replaced_by_an_emptied_book_and_brings_it_back() {
    in_browser(Site::whole(), async |page| {
        for place in 1..=3 {
            store_deal(page, &format!("deal{place:05}"), &closed_deal("Website")).await?;
        }
        start(page).await?;
        choose(page, "mine.txt").await?;
        page.sees("mine.txt holds all of your book").await?;
        let whole = read(page, "mine.txt").await?;
        for place in 1..=3 {
            page.browser
                .run("localStorage.removeItem(args[0])", vec![json!(format!("tutup:o:deal{place:05}"))])
                .await?;
        }
        page.reload().await?;
        timer(page).await?;
        page.sees("it holds 3 opportunities, and your book only 0.").await?;
        ensure!(read(page, "mine.txt").await? == whole);
        page.click("button", "Restore from this file…").await?;
        page.sees("3 records will be added.").await?;
        page.click("button", "Merge this file into my book").await?;
        page.sees("Backup restored: 3 records changed.").await?;
        ensure!(page.opportunities().await?.len() == 3);
        timer(page).await?;
        page.sees("mine.txt holds all of your book").await
    })
    .await;
}

#[tokio::test]
async fn the_choice_survives_a_reload_and_the_browser_asks_again() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        start(page).await?;
        choose(page, "mine.txt").await?;
        page.sees("mine.txt holds all of your book").await?;
        run(page, "sessionStorage.setItem('e2e:asks', 'yes')").await?;
        page.reload().await?;
        page.sees("mine.txt is not written, until you allow it again").await?;
        edit(page, "Second").await?;
        run(page, "e2eHide(true); e2eHide(false)").await?;
        ensure!(writes(page).await? == 0, "nobody has allowed it");
        page.click("button", "Go on keeping the file").await?;
        page.sees("mine.txt holds all of your book").await?;
        ensure!(read(page, "mine.txt").await?.contains("Second"));

        page.click("button", "Stop keeping the file").await?;
        page.has("button", "Choose a file…").await?;
        page.reload().await?;
        page.has("button", "Choose a file…").await?;
        let mine = page.stored().await?;
        ensure!(
            mine.keys().all(|key| !key.contains("file")),
            "the choice lies in the local storage: {:?}",
            mine.keys()
        );
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn p7_a_file_that_cannot_be_written_is_said_once_and_tried_again_after_the_next_change() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        start(page).await?;
        choose(page, "mine.txt").await?;
        page.sees("mine.txt holds all of your book").await?;
        run(page, "window.e2eFails = 'QuotaExceededError'").await?;
        edit(page, "Second").await?;
        timer(page).await?;
        page.sees("The file of your backup was not written (QuotaExceededError).").await?;
        page.sees("mine.txt is not up to date").await?;
        ensure!(read(page, "mine.txt").await?.contains("ERP rollout"), "it holds what it held");
        page.sees("Your book is safe in this browser; the settings say what to do.").await?;
        edit(page, "Still not").await?;
        timer(page).await?;
        page.sees("mine.txt is not up to date").await?;
        page.sees_no("the settings say what to do.").await?;
        run(page, "window.e2eFails = null").await?;
        edit(page, "Third").await?;
        timer(page).await?;
        page.sees("mine.txt holds all of your book").await?;

        run(page, "await e2eDrop('mine.txt')").await?;
        edit(page, "Fourth").await?;
        timer(page).await?;
        page.sees("it is no longer where it was.").await?;
        run(page, "sessionStorage.setItem('e2e:file', 'other.txt')").await?;
        page.click("button", "Choose another file…").await?;
        page.sees("other.txt holds all of your book").await?;
        ensure!(read(page, "other.txt").await?.contains("Fourth"));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn of_two_tabs_one_writes_what_both_have_done_and_neither_takes_the_other_for_a_stranger() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        start(page).await?;
        choose(page, "mine.txt").await?;
        page.sees("mine.txt holds all of your book").await?;
        let driver = &page.browser.driver;
        let first = driver.window().await?;
        let second = driver.new_tab().await?;
        page.switch(&second).await?;
        page.before_load(FILES).await?;
        page.open("#/settings").await?;
        page.sees("mine.txt will be written within 30 seconds").await?;
        edit(page, "Second").await?;
        timer(page).await?;
        page.sees("mine.txt holds all of your book").await?;
        ensure!(writes(page).await? == 1);

        page.switch(&first).await?;
        page.sees("mine.txt will be written within 30 seconds").await?;
        timer(page).await?;
        page.sees("mine.txt holds all of your book").await?;
        ensure!(writes(page).await? == 1, "the same was written twice");
        edit(page, "Third").await?;
        timer(page).await?;
        page.sees("mine.txt holds all of your book").await?;
        ensure!(read(page, "mine.txt").await?.contains("Third"));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn where_the_browser_has_no_such_files_none_is_offered_and_who_chooses_none_has_none() {
    in_browser(Site::whole(), async |page| {
        page.before_load("delete window.showSaveFilePicker").await?;
        page.open("#/settings").await?;
        page.has("button", "Back up now").await?;
        page.has_no("heading", "A file that is kept up to date").await
    })
    .await;
    in_browser(Site::whole(), async |page| {
        start(page).await?;
        page.click("button", "Choose a file…").await?;
        page.browser.rest().await?;
        page.has("button", "Choose a file…").await?;
        page.sees_no("not written").await
    })
    .await;
}
