//! A browser that is killed at any moment, as by a power cut: what it finds when it is started again with the same profile.
//!
//! Chromium puts the local storage on the disk some seconds after it was written, so acts may be missing then; what is there
//! is whole, and nothing is there without what was done before it.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use anyhow::{Result, ensure};
use e2e::steps::{FORMAT_KEY, open_deal, quote};
use e2e::{Page, Site, envelope, in_browsers};
use serde_json::{Value, json};

/// Closes one opportunity after the other as a user would, as fast as the page can. Act n closes the nth and says so in the
/// closing. `window.e2eActs` counts those that the page has shown as done.
const CLOSE_ONE_AFTER_THE_OTHER: &str = "
    const shown = async (find) => {
        for (;;) {
            const found = find();
            if (found) return found;
            await new Promise(requestAnimationFrame);
        }
    };
    const set = (field, value) => {
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const closeAll = async (ids) => {
        for (const [place, id] of ids.entries()) {
            location.hash = `#/opportunity/${id}/close?as=won`;
            const text = await shown(() => document.querySelector('dialog[open] [name=description]'));
            set(text, `Act ${place + 1}`);
            text.form.querySelector('[type=checkbox]').click();
            text.form.requestSubmit();
            await shown(() => !document.querySelector('dialog[open]'));
            window.e2eActs = place + 1;
        }
    };
    window.e2eActs = 0;
    closeAll(args[0]);";

const DEALS: usize = 150;

fn id(place: usize) -> String {
    format!("deal{place:05}")
}

async fn acts_done(page: &Page) -> Result<usize> {
    let count = page.browser.run("return window.e2eActs", vec![]).await?;
    Ok(usize::try_from(count.as_u64().unwrap_or_default())?)
}

/// Waits until so many acts are shown as done.
async fn acts(page: &Page, count: usize) -> Result<()> {
    page.wait_for(&format!("{count} acts"), async || Ok((acts_done(page).await? >= count).then_some(()))).await
}

/// Stores opportunities before the page starts, all at once.
async fn store(page: &Page, deals: impl Iterator<Item = (String, Value)>) -> Result<()> {
    page.browser.run("Object.assign(localStorage, args[0])", vec![file(deals)]).await.map(drop)
}

/// A file of *Download my data*.
fn file(deals: impl Iterator<Item = (String, Value)>) -> Value {
    let records = deals.map(|(id, deal)| (format!("tutup:o:{id}"), json!(envelope(&deal))));
    Value::Object(records.chain([(FORMAT_KEY.to_owned(), json!("1"))]).collect())
}

/// Opens the application once, so that what it writes for itself is there, and ends the browser, so that all of it is on the
/// disk.
async fn settle(page: &mut Page) -> Result<()> {
    page.open("").await?;
    page.holds("the reserve", "return 'tutup:reserve' in localStorage").await?;
    page.start_again().await
}

/// The program starts, finds nothing wrong, and has finished what was begun.
async fn starts_in_order(page: &Page) -> Result<()> {
    page.open("#/settings").await?;
    page.has("heading", "Where is my data?").await?;
    page.sees_no("attention").await?;
    page.sees_no("unreadable").await?;
    let tidy = "return Object.keys(localStorage).every((key) => key !== 'tutup:tx' && !key.startsWith('tutup:s:'))";
    page.holds("nothing half done", tidy).await
}

#[tokio::test]
async fn p1_p2_a_killed_browser_has_each_numbered_closing_wholly_or_not_and_none_without_the_one_before() {
    // Whether the browser is killed only after it has put something on the disk.
    for (seed, reaches_the_disk) in [(1, false), (2, true), (3, true)] {
        let more = fastrand::Rng::with_seed(seed).usize(1..12);
        println!("seed {seed}: reaches the disk: {reaches_the_disk}, then {more} acts more");
        in_browsers(Site::whole(), async |page| {
            let mut deal = open_deal("Numbered");
            deal["qu"] = json!([quote(1, true), quote(2, false)]);
            store(page, (1..=DEALS).map(|place| (id(place), deal.clone()))).await?;
            settle(page).await?;
            page.open("#/open").await?;
            let ids: Vec<String> = (1..=DEALS).map(id).collect();
            page.browser.run(CLOSE_ONE_AFTER_THE_OTHER, vec![json!(ids)]).await?;
            if reaches_the_disk {
                let first = "\"Act 1\"";
                page.wait_for("the first act on the disk", async || {
                    Ok(page.browser.is_on_disk(first).await?.then_some(()))
                })
                .await?;
            }
            acts(page, DEALS.min(acts_done(page).await? + more)).await?;
            let done = acts_done(page).await?;
            page.kill_and_start_again().await?;

            let stored = page.opportunities().await?;
            let closed = stored.values().filter(|deal| deal.get("cl").is_some()).count();
            println!("seed {seed}: about {done} acts were done, {closed} survived");
            ensure!(closed > 0 || !reaches_the_disk, "the first act was on the disk");
            for place in 1..=DEALS {
                let found = &stored[&id(place)];
                if place > closed {
                    ensure!(*found == deal, "{place} of {closed} is half done: {found}");
                } else {
                    ensure!(found["cl"][0]["de"] == format!("Act {place}"), "{place} of {closed} is missing: {found}");
                    ensure!(found["cl"][0]["sq"].as_array().is_some_and(|settled| settled.len() == 2), "{found}");
                    let ends: Vec<&Value> = (0..2).map(|quote| &found["qu"][quote]["st"]).collect();
                    ensure!(ends.iter().all(|steps| is_settled(steps)), "{found}");
                }
            }
            starts_in_order(page).await?;
            page.open(&format!("#/opportunity/{}", id(1 + closed % DEALS))).await?;
            page.has("link", if closed < DEALS { "Close as won…" } else { "Correct this closing…" }).await
        })
        .await;
    }
}

/// Whether a quote's last step is none of an open quote.
fn is_settled(steps: &Value) -> bool {
    let last = steps.as_array().and_then(|steps| steps.last());
    last.is_some_and(|step| step[0] == "w" || step[0] == "c")
}

/// Stops the page in the middle of an act: behind the write number `e2eStopAt` nothing of it goes on, for a question waits for
/// its answer. What it says then is on the disk as soon as all that was written before it is.
const STOPPING: &str = "{
    const { setItem, getItem, removeItem } = Storage.prototype;
    const count = () => {
        if (!window.e2eStopAt || --window.e2eStopAt) return;
        const isBegun = getItem.call(localStorage, 'tutup:tx') !== null;
        setItem.call(localStorage, 'e2e:stopped', isBegun ? 'e2e-begun' : 'e2e-not-begun');
        alert('stopped');
    };
    for (const [name, write] of Object.entries({ setItem, removeItem })) {
        Storage.prototype[name] = function (...args) {
            write.apply(this, args);
            if (this === localStorage) count();
        };
    }
}";

/// So many opportunities, each of that topic, and each distinct: a value that got under another's key would be seen.
fn deals(records: usize, topic: &str) -> impl Iterator<Item = (String, Value)> {
    (1..=records).map(move |place| {
        let mut deal = open_deal(topic);
        deal["cu"] = json!(id(place));
        (id(place), deal)
    })
}

/// Picks a file without the browser's dialog.
const PICK: &str = "
    const input = document.querySelector('#restore-file');
    const files = new DataTransfer();
    files.items.add(new File([args[0]], 'picked.json'));
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));";

#[tokio::test]
async fn p2_a_browser_killed_between_the_writes_of_a_restored_file_has_all_of_it_or_nothing() {
    // So many records, and between which writes: some fit into one redo record, more are staged first.
    let few: (usize, RangeInclusive<usize>) = (40, 1..=40);
    let many = (300, 1..=901);
    let cases = [(11, &few), (13, &many), (14, &many), (15, &many)];
    for (seed, (records, writes)) in cases {
        let stop = fastrand::Rng::with_seed(seed).usize(writes.clone());
        println!("seed {seed}: {records} records, stopped behind write {stop}");
        in_browsers(Site::whole(), async |page| {
            store(page, deals(*records, "Before")).await?;
            settle(page).await?;
            page.before_load(STOPPING).await?;
            page.open("#/settings").await?;
            page.browser.run(PICK, vec![json!(file(deals(*records, "After")).to_string())]).await?;
            page.choose(&format!("{records} records differ"), "Take the file’s").await?;
            page.browser.run(&format!("window.e2eStopAt = {stop}"), vec![]).await?;
            page.click("button", "Merge this file into my book").await?;
            let begun = page.wait_for("the stop on the disk", async || {
                let (begun, not) =
                    (page.browser.is_on_disk("e2e-begun").await?, page.browser.is_on_disk("e2e-not-begun").await?);
                Ok((begun || not).then_some(begun))
            });
            let begun = begun.await?;
            page.kill_and_start_again().await?;

            starts_in_order(page).await?;
            let mut topics: BTreeMap<String, usize> = BTreeMap::new();
            for (id, deal) in page.opportunities().await? {
                ensure!(deal["cu"] == *id, "{deal} under {id}");
                *topics.entry(deal["t"].to_string()).or_default() += 1;
            }
            let all = if begun { "\"After\"" } else { "\"Before\"" };
            println!("seed {seed}: begun: {begun}, {topics:?}");
            ensure!(topics == BTreeMap::from([(all.to_owned(), *records)]), "{topics:?}");
            Ok(())
        })
        .await;
    }
}
