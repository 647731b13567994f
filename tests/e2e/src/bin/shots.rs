//! Takes a picture of a running application:
//! `cargo run -p e2e --bin shots -- URL WIDTH HEIGHT light|dark OUT.png [SCRIPT.js]`.
//!
//! The script is the body of an asynchronous function, run in the page before the picture is taken.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use e2e::{Browser, Look};

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (url, width, height, theme, file, script) = match arguments[..] {
        [url, width, height, theme, file] => (url, width, height, theme, file, None),
        [url, width, height, theme, file, script] => (url, width, height, theme, file, Some(script)),
        _ => bail!("usage: shots URL WIDTH HEIGHT light|dark OUT.png [SCRIPT.js]"),
    };
    let look = Look {
        width: width.parse().context("WIDTH is a number of pixels")?,
        height: height.parse().context("HEIGHT is a number of pixels")?,
        theme,
    };
    let script = script.map(std::fs::read_to_string).transpose().context("the script cannot be read")?;

    let browser = Browser::start().await?;
    let shot = take(&browser, url, look, script.as_deref(), Path::new(file)).await;
    browser.quit().await?;
    shot
}

async fn take(browser: &Browser, url: &str, look: Look<'_>, script: Option<&str>, file: &Path) -> Result<()> {
    const SHOWS_SOMETHING: &str = "
        while (!document.querySelector('main, dialog[open]')) await new Promise(requestAnimationFrame);";

    browser.look(look).await?;
    browser.driver.goto(url).await?;
    browser.run(SHOWS_SOMETHING, vec![]).await.context("the page shows no <main>")?;
    if let Some(script) = script {
        browser.run(script, vec![]).await?;
    }
    browser.shoot(file).await
}
