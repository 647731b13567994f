//! Wrong input by tables: what is typed, and what the page says to it.

use anyhow::{Result, ensure};

use crate::page::Page;

/// Text with a control character in it.
pub const BELL: &str = "ring\u{7}ring";

/// A field, what is typed into it, and what it then says.
pub type Row<'a> = (&'a str, &'a str, &'a str);

/// Types everything, saves, and finds each field marked and holding what was typed, and the summary complete.
pub async fn refused(page: &Page, button: &str, head: &str, rows: &[Row<'_>]) -> Result<()> {
    for (label, typed, _) in rows {
        page.insert(label, typed).await?;
    }
    page.click("button", button).await?;
    let things = if rows.len() == 1 { "1 thing".to_owned() } else { format!("{} things", rows.len()) };
    page.has_focus("alert", &format!("{head}: {things} to settle")).await?;
    for (label, typed, says) in rows {
        page.is_wrong(label, says).await?;
        page.has("link", says).await?;
        let now = page.value(label).await?;
        ensure!(now == *typed, "{label} held {typed:?} and holds {now:?}");
    }
    Ok(())
}
