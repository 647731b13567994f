//! When and where it was measured.

use std::process::Command;

use anyhow::{Context as _, Result};

use super::{Options, table};

/// The heading of the table: date, machine, browser, and what was measured.
pub(super) fn heading(options: &Options, chromium: &str) -> Result<String> {
    let date = Command::new("date").arg("+%-d %B %Y").env("LC_ALL", "C").output().context("date")?.stdout;
    let date = String::from_utf8(date)?;
    let cores = std::thread::available_parallelism()?;
    let runs = options.runs;
    let seed = table::grouped(usize::try_from(options.seed)?);
    Ok(format!(
        "{}, {}, {cores} cores, Chromium {chromium}. Medians of {runs} runs (least–most), the book drawn from seed {seed}.\n",
        date.trim(),
        processor().unwrap_or_else(|| "an unknown processor".to_owned()),
    ))
}

/// The processor's name, as Linux has it.
fn processor() -> Option<String> {
    let facts = std::fs::read_to_string("/proc/cpuinfo").ok()?;
    let name = facts.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "))?.1;
    Some(name.trim().to_owned())
}
