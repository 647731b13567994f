//! The runs: which page does what, in which browser.

use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use tokio::process::Command;

use super::book::{self, Book, SUBJECT};
use super::figure::{Figure, Results, Side};
use super::{Options, SIZES, site};
use crate::browser::{Browser, Look, Purpose};
use crate::records::open;
use crate::site::{ANTEROOM, DIST};

/// Short acts are measured so many at a time.
const BATCH: u64 = 200;

/// Closings and edits, each with a dialog or a form that is opened for it.
const SMALL_BATCH: u64 = 20;

/// So many are closed in one act.
const MANY: u64 = 500;

/// Pages whose frames come as soon as there is something to draw: 60 a second would round every figure up to 16 ms. Chromium
/// would not take so many addresses in so short a time from a page either, and would keep the pages that were left.
const UNHURRIED: &[&str] =
    &["--disable-frame-rate-limit", "--disable-ipc-flooding-protection", "--disable-features=BackForwardCache"];

/// Pages whose frames come as on a screen.
const SIXTY_A_SECOND: &[&str] = &["--disable-features=BackForwardCache"];

const SIDES: [Side; 2] = [Side::Tutup, Side::Plain];

/// Measures everything that was asked for.
pub(super) async fn measure(options: &Options) -> Result<Results> {
    let address = site::serve().await?;
    let mut results = Results::default();
    for size in SIZES {
        let book = book::read(&options.books, size)?;
        let wants = |figures: &[Figure]| figures.iter().any(|figure| options.figures.contains(figure));
        if wants(&[
            Figure::Start,
            Figure::Search,
            Figure::Sort,
            Figure::View,
            Figure::Close,
            Figure::Bulk,
            Figure::Edit,
            Figure::Memory,
        ]) {
            let room = Room::open(&address, &book, UNHURRIED).await?;
            let outcome = room.acts(options, size, &mut results).await;
            room.browser.quit().await?;
            outcome?;
        }
        if wants(&[Figure::Scroll]) {
            let room = Room::open(&address, &book, SIXTY_A_SECOND).await?;
            let outcome = room.scrolls(options, size, &mut results).await;
            room.browser.quit().await?;
            outcome?;
        }
    }
    if options.figures.contains(&Figure::Load) {
        let size = load().await?;
        for book in SIZES {
            results.add("load", Side::Tutup, book, size);
        }
    }
    Ok(results)
}

/// What a browser loads until the lists can be used, in KiB.
async fn load() -> Result<f64> {
    let tool = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tools/size.mjs");
    // The limit is judged by the table.
    let output = Command::new("node").args([tool, DIST, "1000"]).output().await.context("node")?;
    let text = String::from_utf8(output.stdout)?;
    let last = text.lines().last().and_then(|line| line.split(' ').next()).context("tools/size.mjs says nothing")?;
    Ok(last.parse()?)
}

/// A browser whose storage holds a book.
struct Room {
    browser: Browser,
    address: String,
}

impl Room {
    async fn open(address: &str, book: &Book, flags: &'static [&'static str]) -> Result<Self> {
        let browser = Browser::start_for(Purpose::Measuring(flags)).await?;
        let room = Self { browser, address: address.to_owned() };
        match room.fill(book).await {
            Ok(()) => Ok(room),
            Err(error) => {
                room.browser.quit().await?;
                Err(error)
            }
        }
    }

    async fn fill(&self, book: &Book) -> Result<()> {
        self.browser.driver.set_script_timeout(Duration::from_secs(600)).await?;
        self.browser.look(Look { width: 1280, height: 800, theme: "light" }).await?;
        self.leave().await?;
        let fill = "for (const [key, value] of Object.entries(args[0])) localStorage.setItem(key, value);";
        self.browser.run(fill, vec![json!(book)]).await?;
        self.browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": site::MEASURE })).await?;
        // What a browser keeps of a page, it keeps for the next time.
        for side in SIDES {
            self.start(side).await?;
        }
        Ok(())
    }

    /// Goes to the empty page, and lets go of what the one before has left.
    async fn leave(&self) -> Result<()> {
        self.browser.driver.goto(format!("{}{ANTEROOM}", self.address)).await?;
        self.browser.cdp("HeapProfiler.collectGarbage", json!({})).await?;
        Ok(())
    }

    /// Opens a page anew; returns how long that took.
    async fn start(&self, side: Side) -> Result<f64> {
        self.leave().await?;
        let page = match side {
            Side::Tutup => "/#/open",
            Side::Plain => "/bench/plain.html#/open",
        };
        self.browser.driver.goto(format!("{}{page}", self.address)).await?;
        let took = self.browser.run("return (await bench.start).answered", vec![]).await?;
        number(&took)
    }

    async fn acts(&self, options: &Options, size: usize, results: &mut Results) -> Result<()> {
        results.chromium = chromium(&self.browser).await?;
        let wants = |figure| options.figures.contains(&figure);
        self.show_the_same().await?;
        for run in 0..options.runs {
            eprintln!("{size} opportunities, run {} of {}", run + 1, options.runs);
            // Whatever disturbs a machine for a while disturbs both.
            for side in if run % 2 == 0 { SIDES } else { [Side::Plain, Side::Tutup] } {
                let started = self.start(side).await?;
                if wants(Figure::Start) {
                    results.add("start", side, size, started);
                }
                self.batch("view", 4).await?;
                for (figure, key) in [(Figure::Search, "search"), (Figure::Sort, "sort"), (Figure::View, "view")] {
                    if wants(figure) {
                        results.add(key, side, size, number(&self.batch(key, BATCH).await?)?);
                    }
                }
                if wants(Figure::Close) {
                    let closed = self.batch("close", SMALL_BATCH).await?;
                    results.add("saved", side, size, number(&closed["saved"])?);
                    results.add("shown", side, size, number(&closed["shown"])?);
                }
                if wants(Figure::Bulk) && side == Side::Tutup {
                    let closed = self.batch("bulk", MANY).await?;
                    results.add("bulk", side, size, number(&closed["time"])?);
                    results.add("bulked", side, size, number(&closed["count"])?);
                }
                if wants(Figure::Edit) {
                    let edited = self.batch("edit", SMALL_BATCH).await?;
                    results.add("edit", side, size, number(&edited["time"])?);
                    results.add("writes", side, size, number(&edited["writes"])?);
                }
            }
        }
        if wants(Figure::Memory) {
            self.memory(size, results).await?;
        }
        Ok(())
    }

    /// Both pages do the same work, or comparing them says nothing.
    async fn show_the_same(&self) -> Result<()> {
        let mut seen = Vec::new();
        for side in SIDES {
            self.start(side).await?;
            self.batch("view", 4).await?;
            let shown = self.batch("shown", 0).await?;
            let closed = self.batch("close", 1).await?;
            let stored = open(closed["stored"].as_str().context("nothing is stored")?)?;
            seen.push((shown, timeless(stored)));
        }
        ensure!(seen[0].0 == seen[1].0, "the pages do not show the same:\n{}\n{}", seen[0].0, seen[1].0);
        ensure!(seen[0].1 == seen[1].1, "the pages do not write the same:\n{}\n{}", seen[0].1, seen[1].1);
        Ok(())
    }

    /// After opening rows of the list and going back, 100 times and 1,000 times more: what stays.
    async fn memory(&self, size: usize, results: &mut Results) -> Result<()> {
        self.start(Side::Tutup).await?;
        self.batch("view", 4).await?;
        self.trips(100).await?;
        let before = self.held().await?;
        self.trips(1_000).await?;
        let after = self.held().await?;
        results.add("memory100", Side::Tutup, size, before / f64::from(1 << 20));
        results.add("memory", Side::Tutup, size, 100.0 * (after - before) / before);
        Ok(())
    }

    /// Opens rows and goes back, so often; a driver does not wait for minutes.
    async fn trips(&self, count: u64) -> Result<()> {
        const AT_ONCE: u64 = 25;
        for _ in 0..count / AT_ONCE {
            self.batch("trips", AT_ONCE).await?;
        }
        Ok(())
    }

    /// The memory of the page, wasm's and JavaScript's, in bytes.
    async fn held(&self) -> Result<f64> {
        for _ in 0..3 {
            self.browser.cdp("HeapProfiler.collectGarbage", json!({})).await?;
        }
        let heap = self.browser.cdp("Runtime.getHeapUsage", json!({})).await?;
        let wasm = self.browser.run("return bench.wasm()", vec![]).await?;
        Ok(number(&heap["usedSize"])? + number(&wasm)?)
    }

    async fn scrolls(&self, options: &Options, size: usize, results: &mut Results) -> Result<()> {
        for run in 0..options.runs {
            eprintln!("{size} opportunities, scrolled {} of {}", run + 1, options.runs);
            for side in SIDES {
                self.start(side).await?;
                self.batch("view", 4).await?;
                let scrolled = self.batch("scroll", 0).await?;
                for key in ["smooth", "longest", "rows"] {
                    results.add(key, side, size, number(&scrolled[key])?);
                }
            }
        }
        Ok(())
    }

    /// Has the page do so many of an act of `measure.js`; returns what that says.
    async fn batch(&self, act: &str, count: u64) -> Result<Value> {
        let arguments = vec![json!(count), json!(SUBJECT)];
        self.browser.run(&format!("return await bench.{act}(...args)"), arguments).await.with_context(|| act.to_owned())
    }
}

async fn chromium(browser: &Browser) -> Result<String> {
    let version = browser.cdp("Browser.getVersion", json!({})).await?;
    let product = version["product"].as_str().context("the browser has no version")?;
    Ok(product.split_once('/').map_or(product, |(_, number)| number).to_owned())
}

/// The record with every moment the same.
fn timeless(record: Value) -> Value {
    match record {
        Value::Number(number) if number.as_i64().is_some_and(|number| number > 1_600_000_000_000) => 0.into(),
        Value::Array(entries) => entries.into_iter().map(timeless).collect(),
        Value::Object(members) => members.into_iter().map(|(name, value)| (name, timeless(value))).collect(),
        other => other,
    }
}

fn number(value: &Value) -> Result<f64> {
    value.as_f64().with_context(|| format!("{value} is no number"))
}
