//! A real pipeline as a book: the 8,800 rows of `maven_crm/sales_pipeline.csv`, each as the acts by hand would have left it.
//!
//! What the file does not say is decided here: amounts are US dollars, what was lost was lost for another reason, *Prospecting*
//! is the first stage and *Engaging* the second, and a row came into the book when the customer was engaged, else in 2016.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

use anyhow::{Context as _, Result};
use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::page::Page;
use crate::records::{OPPORTUNITY, envelope};
use crate::{Site, in_browser};

/// Runs on a page whose book is the real pipeline; says so and does nothing where the data are not at hand.
///
/// # Panics
///
/// When the test fails, or the data are not what they were.
pub async fn with_pipeline(test: impl AsyncFnOnce(&Page) -> Result<()>) {
    let Some(stored) = maven().expect("the file is as it was") else {
        println!("skipped: TUTUP_REAL_DATA is not set");
        return;
    };
    in_browser(Site::whole(), async |page| {
        page.store_all(&stored).await?;
        page.store_record("tutup:prefs", &json!({ "cy": "USD", "la": "en" })).await?;
        test(page).await
    })
    .await;
}

/// The stored values of the whole file, by key; `None` when `TUTUP_REAL_DATA` does not say where the data lie.
fn maven() -> Result<Option<BTreeMap<String, String>>> {
    let Some(folder) = env::var_os("TUTUP_REAL_DATA") else { return Ok(None) };
    let file = fs::read_to_string(Path::new(&folder).join("maven_crm/sales_pipeline.csv"))?;
    let rows = (0_u32..).zip(file.lines().skip(1)).map(|(place, line)| {
        let record = record(line).with_context(|| format!("row {place}: {line}"))?;
        Ok((format!("{OPPORTUNITY}{:0>9}", base_36(place)), envelope(&record)))
    });
    rows.collect::<Result<_>>().map(Some)
}

fn record(line: &str) -> Result<Value> {
    let cells: Vec<&str> = line.split(',').collect();
    let [_, agent, product, account, stage, engaged, closed, value] = cells[..] else { anyhow::bail!("other columns") };
    let created = if engaged.is_empty() { 1_451_606_400_000 } else { midnight(engaged)? };
    let mut record = json!({ "t": product, "cy": "USD", "am": agent, "cr": created, "mo": created });
    if !account.is_empty() {
        record["cu"] = json!(account);
    }
    if stage == "Engaging" {
        record["sg"] = json!("d");
        record["sc"] = json!([["q", "d", created]]);
    }
    let outcome = match stage {
        "Won" => json!({ "o": "w", "re": "w" }),
        "Lost" => json!({ "o": "l", "re": "p" }),
        _ => return Ok(record),
    };
    let at = midnight(closed)?;
    let mut closing = outcome;
    closing["i"] = json!(1);
    closing["on"] = json!(closed);
    closing["at"] = json!(at);
    closing["ar"] = json!(value.parse::<i64>()? * 100);
    record["mo"] = json!(at);
    record["cl"] = json!([closing]);
    Ok(record)
}

fn midnight(day: &str) -> Result<i64> {
    let day = NaiveDate::parse_from_str(day, "%Y-%m-%d")?;
    Ok(day.and_hms_opt(0, 0, 0).context("midnight")?.and_utc().timestamp_millis())
}

fn base_36(mut number: u32) -> String {
    let mut digits = Vec::new();
    while number > 0 {
        digits.push(char::from_digit(number % 36, 36).unwrap_or('0'));
        number /= 36;
    }
    digits.iter().rev().collect()
}
