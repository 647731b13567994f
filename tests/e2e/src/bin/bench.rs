//! Measures how fast the built product is: see `tools/bench`.
//!
//! `cargo run -p e2e --bin bench -- BOOKS SEED [--runs N] [FIGURE…]`: the folder of the generated books, the seed that they
//! were drawn from, how often to measure, and what, if not everything.

use std::process::ExitCode;

use anyhow::{Context as _, Result};
use e2e::bench::{Figure, Options, run};

/// As many runs as make a median that repeats.
const RUNS: usize = 11;

#[tokio::main]
async fn main() -> Result<ExitCode> {
    let all_held = run(&options()?).await?;
    Ok(if all_held { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn options() -> Result<Options> {
    let mut arguments = std::env::args().skip(1);
    let books = arguments.next().context("which folder has the books?")?.into();
    let seed = arguments.next().context("which seed are they of?")?.parse()?;
    let mut options = Options { figures: Vec::new(), runs: RUNS, books, seed };
    while let Some(argument) = arguments.next() {
        if argument == "--runs" {
            options.runs = arguments.next().context("how many runs?")?.parse()?;
        } else {
            let names = Figure::ALL.map(Figure::name).join(" ");
            options
                .figures
                .push(Figure::from_name(&argument).with_context(|| format!("{argument}? There are: {names}"))?);
        }
    }
    if options.figures.is_empty() {
        options.figures = Figure::ALL.into();
    }
    Ok(options)
}
