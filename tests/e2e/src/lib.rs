//! Drives the built page in a real browser, in the user's words.
//!
//! A test gets a fresh Chromium profile and a server of its own for `dist/`:
//!
//! ```no_run
//! # #[tokio::test]
//! # async fn doc() {
//! e2e::in_browser(e2e::Site::whole(), async |page| {
//!     page.open("#/open").await?;
//!     page.click("link", "New opportunity").await?;
//!     page.fill("Topic", "ERP rollout").await?;
//!     page.press("\u{e007}").await?;
//!     page.sees("ERP rollout").await
//! })
//! .await;
//! # }
//! ```
//!
//! Every test fails, besides by what it asserts, on an error or a warning in the console, on a breach of the content
//! security policy, and on a request to another origin: see [`Page::expect_console`] for the tests that provoke one.
//!
//! Elements are found as assistive technology finds them, by the role and the name that the browser computes; what is
//! hidden or lies behind an open dialog is not found. Nothing sleeps: every step waits for what it needs, up to
//! [`PATIENCE`].

pub mod bench;
pub mod board;
mod browser;
mod fields;
mod hands;
#[path = "../../fixtures/long.rs"]
mod long;
pub mod maven;
mod page;
mod processes;
mod records;
pub mod refusals;
mod site;
pub mod steps;
mod watch;

use std::panic::{AssertUnwindSafe, resume_unwind};

use anyhow::Result;
use futures_util::FutureExt as _;
use tokio::sync::Semaphore;

pub use browser::{Browser, Look, Purpose};
pub use page::{PATIENCE, Page};
pub use records::{envelope, envelope_of, open};
pub use site::{BELOW, Site};
pub use thirtyfour::{Key, WebElement};

/// Two browsers are what a machine with two cores can drive without one starving the other.
static SEATS: Semaphore = Semaphore::const_new(2);

/// Runs `test` on a page of `site` that nobody has opened before, then checks what the browser has to say about it.
///
/// # Panics
///
/// When the test fails, or the browser logged what no test may cause.
pub async fn in_browser(site: Site, test: impl AsyncFnOnce(&Page) -> Result<()>) {
    in_browsers(site, async |page| test(page).await).await;
}

/// The same with a browser that the test may end or kill, and start again with the same profile.
///
/// # Panics
///
/// Likewise; what a browser had to say that was ended before is not known.
pub async fn in_browsers(site: Site, test: impl AsyncFnOnce(&mut Page) -> Result<()>) {
    let _seat = SEATS.acquire().await.expect("the semaphore is never closed");
    let address = site.serve().await.expect("the site is served on a free port");
    let mut page = Page::start(address).await.unwrap_or_else(|error| panic!("no browser: {error:#}"));

    // The browser is ended before a failed assertion goes on: it would outlive the test.
    let outcome = AssertUnwindSafe(test(&mut page)).catch_unwind().await;
    if !matches!(outcome, Ok(Ok(()))) {
        // What the page looked like helps whoever reads the failure; where it cannot be had, the failure stands alone.
        let _ = page.keep_picture().await;
    }
    let verdict = page.end().await;

    match outcome {
        Err(panic) => resume_unwind(panic),
        Ok(Err(error)) => panic!("{error:#}{}", verdict.err().map(|more| format!("\n{more:#}")).unwrap_or_default()),
        Ok(Ok(())) => verdict.unwrap_or_else(|error| panic!("{error:#}")),
    }
}
