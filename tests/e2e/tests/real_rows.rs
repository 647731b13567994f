//! Rows of real sales data, entered as a user would, are stored as they were entered.
//!
//! The data are not part of this repository: `TUTUP_REAL_DATA` names a folder that holds
//! `maven_crm/sales_pipeline.csv`. Keys and clicks do everything; scripts only find elements and, at the end, read the
//! storage.

use std::collections::BTreeMap;
use std::time::Instant;
use std::{env, fs};

use anyhow::{Context as _, Result, ensure};
use e2e::{Key, Look, Page, Site, in_browser};
use serde_json::{Value, json};

const ROWS: usize = 25;

/// Reasons for lost as the dialog names them, with how they are stored.
const REASONS: [(&str, &str); 7] = [
    ("Price", "p"),
    ("Canceled", "c"),
    ("No budget", "b"),
    ("Other", "x"),
    ("Out-Sold", "o"),
    ("No decision", "n"),
    ("Not a fit", "f"),
];

/// A row of the file, and what is entered for it.
struct Row {
    topic: String,
    customer: String,
    stage: String,
    closed_on: String,
    /// In whole dollars.
    value: i64,
    estimate: i64,
    quotes: Vec<Quote>,
    /// Which of [`REASONS`], should it be lost.
    reason: usize,
}

struct Quote {
    number: usize,
    /// In whole dollars.
    total: i64,
    active: bool,
}

#[tokio::test]
async fn real_rows_are_entered_quoted_and_closed_and_stored_as_entered() {
    let Some(folder) = env::var_os("TUTUP_REAL_DATA") else {
        println!("skipped: TUTUP_REAL_DATA is not set");
        return;
    };
    let file = std::path::Path::new(&folder).join("maven_crm/sales_pipeline.csv");
    let rows = pick(&fs::read_to_string(file).expect("the file can be read")).expect("the file holds such rows");
    let start = Instant::now();
    in_browser(Site::whole(), async |page| {
        // So high that nothing has to be scrolled to.
        page.browser.look(Look { width: 1280, height: 2400, theme: "light" }).await?;
        page.open("#/settings").await?;
        page.choose_by_keys("Currency", "USD").await?;
        for row in &rows {
            enter(page, row).await.with_context(|| row.topic.clone())?;
        }
        page.reload().await?;
        compare(page, &rows).await
    })
    .await;
    tell(&rows, start);
}

/// Rows of every kind, spread over the file: won, lost, engaging, prospecting, and without an account.
fn pick(file: &str) -> Option<Vec<Row>> {
    let lines: Vec<Vec<&str>> = file.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let kinds = ["Won", "Lost", "Engaging", "Won", "Lost", "Prospecting", "Won", "Lost", ""];
    let (mut quotes, mut lost) = (0, 0);
    let mut rows = Vec::new();
    for number in 0..ROWS {
        let kind = kinds[number % kinds.len()];
        let from = number * lines.len() / ROWS;
        let fits = |line: &&Vec<&str>| if kind.is_empty() { line[3].is_empty() } else { line[4] == kind };
        let line = lines.iter().skip(from).chain(lines.iter().take(from)).find(fits)?;
        let value: i64 = line[7].parse().unwrap_or(0);
        let estimate = if value > 0 { value } else { 1000 };
        let of_row = (0..=number % 3).map(|place| {
            quotes += 1;
            let more = i64::try_from(place).unwrap_or(0) * 10;
            Quote { number: quotes, total: estimate + more, active: (number + place) % 2 == 0 }
        });
        rows.push(Row {
            topic: format!("{} for {}", line[2], if line[3].is_empty() { "whom it may concern" } else { line[3] }),
            customer: line[3].to_owned(),
            stage: line[4].to_owned(),
            closed_on: line[6].to_owned(),
            value,
            estimate,
            quotes: of_row.collect(),
            reason: lost % REASONS.len(),
        });
        lost += usize::from(line[4] == "Lost");
    }
    Some(rows)
}

async fn click(page: &Page, role: &str, name: &str) -> Result<()> {
    page.find(role, name).await?.click().await.with_context(|| format!("click on {role} {name:?}"))
}

async fn enter(page: &Page, row: &Row) -> Result<()> {
    page.first("link", "New opportunity").await?.click().await?;
    page.fill("Topic", &row.topic).await?;
    page.fill("Customer", &row.customer).await?;
    page.fill("Estimated revenue", &row.estimate.to_string()).await?;
    page.chord(Key::Control, 's').await?;
    page.has("heading", &row.topic).await?;
    for quote in &row.quotes {
        add(page, row, quote).await?;
    }
    match row.stage.as_str() {
        "Won" => close_as_won(page, row).await,
        "Lost" => close_as_lost(page, row).await,
        _ => Ok(()),
    }
}

async fn add(page: &Page, row: &Row, quote: &Quote) -> Result<()> {
    click(page, "button", "New quote").await?;
    page.has("heading", &format!("Q-{:05} r0", quote.number)).await?;
    if quote.total != row.estimate {
        page.fill("Total", &quote.total.to_string()).await?;
        click(page, "button", "Save").await?;
        page.sees(&format!("Q-{:05} r0 edited.", quote.number)).await?;
    }
    if quote.active {
        click(page, "button", "Activate").await?;
        page.sees(&format!("Q-{:05} r0 activated.", quote.number)).await?;
    }
    let page_of_it = match row.customer.as_str() {
        "" => row.topic.clone(),
        customer => format!("{} · {customer}", row.topic),
    };
    click(page, "link", &page_of_it).await
}

async fn close_as_won(page: &Page, row: &Row) -> Result<()> {
    click(page, "link", "Close as won…").await?;
    finish(page, row, "Close as won").await
}

async fn close_as_lost(page: &Page, row: &Row) -> Result<()> {
    click(page, "link", "Close as lost…").await?;
    let (reason, code) = REASONS[row.reason];
    page.choose_by_keys("Status reason", reason).await?;
    if code == "x" {
        page.fill("Description", "As the file says").await?;
    }
    finish(page, row, "Close as lost").await
}

async fn finish(page: &Page, row: &Row, button: &str) -> Result<()> {
    page.fill("Actual revenue", &row.value.to_string()).await?;
    page.fill("Close date", &row.closed_on).await?;
    if row.quotes.iter().any(|quote| quote.active) {
        click(page, "checkbox", "Close all active and draft quotes with the opportunity").await?;
    }
    click(page, "button", button).await?;
    page.sees("and read-only since.").await
}

/// Every record is what was entered, field by field; what only the clock knows is left aside.
async fn compare(page: &Page, rows: &[Row]) -> Result<()> {
    let stored = page.opportunities().await?;
    ensure!(stored.len() == rows.len(), "{} records are stored", stored.len());
    // The quote numbers tell which record is which row.
    let number = |record: &Value| record["qu"][0]["i"].as_u64().unwrap_or(0);
    let by_number: BTreeMap<u64, Value> = stored.into_values().map(|it| (number(&it), without_clock(it))).collect();
    for (record, row) in by_number.values().zip(rows) {
        let wanted = record_of(row);
        ensure!(*record == wanted, "stored: {record}\nwanted: {wanted}");
    }
    Ok(())
}

fn record_of(row: &Row) -> Value {
    let outcome = match row.stage.as_str() {
        "Won" => Some("w"),
        "Lost" => Some("l"),
        _ => None,
    };
    let active = row.quotes.iter().filter(|quote| quote.active).count();
    // R6: the one active quote of a won opportunity is won; else active ones are lost, and drafts are canceled.
    let fate = |quote: &Quote| match (quote.active, outcome) {
        (true, Some("w")) if active == 1 => "w",
        (true, _) => "l",
        (false, _) => "c",
    };
    let quote_of = |quote: &Quote| {
        let mut steps = vec![json!(["d"])];
        if quote.active {
            steps.push(json!(["a"]));
        }
        if outcome.is_some() {
            steps.push(json!([fate(quote), row.closed_on]));
        }
        json!({ "i": quote.number, "n": row.topic, "tt": quote.total * 100, "st": steps })
    };
    let quotes: Vec<Value> = row.quotes.iter().map(quote_of).collect();
    let mut record = json!({ "t": row.topic, "cy": "USD", "er": row.estimate * 100, "qu": quotes });
    if !row.customer.is_empty() {
        record["cu"] = json!(row.customer);
    }
    if let Some(outcome) = outcome {
        let code = if outcome == "w" { "w" } else { REASONS[row.reason].1 };
        let before = |quote: &Quote| if quote.active { "a" } else { "d" };
        let settled = row.quotes.iter().map(|it| json!([it.number, 0, format!("{}{}", before(it), fate(it))]));
        record["cl"] = json!([{ "i": 1, "o": outcome, "re": code, "ar": row.value * 100, "on": row.closed_on,
            "es": row.estimate * 100, "sq": settled.collect::<Vec<Value>>() }]);
        if code == "x" {
            record["cl"][0]["de"] = json!("As the file says");
        }
    }
    record
}

fn without_clock(mut record: Value) -> Value {
    let drop = |value: &mut Value, names: &[&str]| {
        if let Some(members) = value.as_object_mut() {
            members.retain(|name, _| !names.contains(&name.as_str()));
        }
    };
    drop(&mut record, &["cr", "mo"]);
    for closing in record["cl"].as_array_mut().into_iter().flatten() {
        drop(closing, &["at"]);
    }
    for quote in record["qu"].as_array_mut().into_iter().flatten() {
        for step in quote["st"].as_array_mut().into_iter().flatten() {
            step.as_array_mut().map(|step| step.remove(1));
        }
    }
    if record["cl"].is_null() {
        drop(&mut record, &["cl"]);
    }
    record
}

fn tell(rows: &[Row], start: Instant) {
    let quotes: usize = rows.iter().map(|row| row.quotes.len()).sum();
    let won: Vec<&Row> = rows.iter().filter(|row| row.stage == "Won").collect();
    let lost = rows.iter().filter(|row| row.stage == "Lost").count();
    let sum: i64 = won.iter().map(|row| row.value).sum();
    println!(
        "{} rows, {quotes} quotes, {} closed as won with {sum} USD in all, {lost} as lost, {} s",
        rows.len(),
        won.len(),
        start.elapsed().as_secs()
    );
}
