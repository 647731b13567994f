//! How fast the built product is: `tools/bench`.
//!
//! A real browser, whose storage holds a generated book, opens Tutup and the plain page (`tests/e2e/bench`) in turn; both are at
//! one address and read the same stored values. What a user waits for is measured in the page, by the same code in both
//! (`tests/e2e/bench/measure.js`). A bar is held or missed at the largest size.

mod book;
mod figure;
mod machine;
mod numbers;
mod runs;
mod site;
mod table;

use std::path::PathBuf;

use anyhow::Result;

pub use figure::Figure;

/// How many opportunities the books have, the smallest first.
pub const SIZES: [usize; 3] = [100, 1_000, 10_000];

/// What to measure.
#[derive(Debug, Clone)]
pub struct Options {
    /// These figures.
    pub figures: Vec<Figure>,
    /// Each so often.
    pub runs: usize,
    /// Where the generated books lie, each a file `<number of opportunities>.json` of what is stored at which key.
    pub books: PathBuf,
    /// The seed that they were drawn from.
    pub seed: u64,
}

/// Measures, prints the table, and says whether every bar is held.
pub async fn run(options: &Options) -> Result<bool> {
    let results = runs::measure(options).await?;
    let lines = figure::lines(&options.figures, &results);
    println!("{}", machine::heading(options, &results.chromium)?);
    println!("{}", table::of(&lines));
    Ok(lines.iter().all(|line| line.verdict().is_held()))
}
