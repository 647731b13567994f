//! Backup and restore, by hand: the file that the program hands out is the one that it takes back.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use e2e::steps::{closed_deal, open_deal, store_deal};
use e2e::{Page, Site, in_browser};

/// Presses *Back up now*; returns where the file is.
async fn back_up(page: &Page) -> Result<PathBuf> {
    page.open("#/settings").await?;
    page.click("button", "Back up now").await?;
    page.downloaded().await
}

/// Picks a file as the user does in the browser's own dialog.
async fn pick(page: &Page, file: &Path) -> Result<()> {
    let input = page.browser.driver.find(thirtyfour::By::Css("#restore-file")).await?;
    input.send_keys(file.to_string_lossy().as_ref()).await?;
    Ok(())
}

/// What a backup holds: everything behind its first line.
fn content(file: &Path) -> Result<String> {
    let text = fs::read_to_string(file)?;
    Ok(text.split_once('\n').map(|(_, content)| content.to_owned()).unwrap_or_default())
}

#[tokio::test]
async fn p1_what_was_backed_up_comes_back_after_everything_is_gone() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, "deal00001", &open_deal("ERP rollout")).await?;
        store_deal(page, "deal00002", &closed_deal("Website")).await?;
        let file = back_up(page).await?;
        let before = content(&file)?;
        page.sees("nothing was changed since.").await?;

        page.browser.run("localStorage.clear()", vec![]).await?;
        page.reload().await?;
        page.open("#/settings").await?;
        page.sees("There is no backup yet").await?;
        let copy = file.with_file_name("restored-from.txt");
        fs::rename(&file, &copy)?;
        pick(page, &copy).await?;
        page.sees("2 records will be added.").await?;
        ensure!(page.opportunities().await?.is_empty(), "nothing is written before consent");
        page.click("button", "Merge this file into my book").await?;
        page.sees("Backup restored: 2 records changed.").await?;
        page.open("#/all").await?;
        page.sees("ERP rollout").await?;
        page.sees("Website").await?;

        ensure!(content(&back_up(page).await?)? == before, "byte for byte");
        pick(page, &copy).await?;
        page.has("button", "Nothing to change: all of it is here").await?;
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn conflicts_are_shown_and_chosen_and_a_shrinking_book_needs_a_second_yes() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, "deal00001", &open_deal("ERP rollout")).await?;
        let file = back_up(page).await?;
        store_deal(page, "deal00001", &open_deal("ERP rollout, both sites")).await?;
        store_deal(page, "deal00002", &open_deal("Website")).await?;
        store_deal(page, "deal00003", &open_deal("Intranet")).await?;
        page.reload().await?;
        pick(page, &file).await?;
        page.sees("1 record differs; yours is kept.").await?;
        page.has("button", "Nothing to change: all of it is here").await?;
        page.choose("1 record differs", "Take the file’s").await?;
        page.sees("the file’s version is taken.").await?;
        page.click("button", "Merge this file into my book").await?;
        page.sees("Backup restored: 1 record changed.").await?;
        ensure!(page.opportunities().await?["deal00001"]["t"] == "ERP rollout");
        ensure!(page.opportunities().await?.len() == 3);

        pick(page, &file).await?;
        page.click("radio", "Replace: have exactly what is in the file, and nothing else").await?;
        page.sees("2 records will be removed").await?;
        let replace = page.find("button", "Replace my book by this file").await?;
        ensure!(!replace.is_enabled().await?, "less than half would be left");
        page.click("checkbox", "Yes, leave me 1 of my 3 opportunities.").await?;
        page.click("button", "Replace my book by this file").await?;
        page.sees("Backup restored: 2 records changed.").await?;
        ensure!(page.opportunities().await?.len() == 1);
        page.click("button", "Undo").await?;
        page.sees("Undone").await?;
        ensure!(page.opportunities().await?.len() == 3, "undo brings them back");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn p7_a_file_that_is_no_backup_or_a_damaged_one_changes_nothing_and_says_what_to_do() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, "deal00001", &open_deal("ERP rollout")).await?;
        store_deal(page, "deal00002", &open_deal("Website")).await?;
        let file = back_up(page).await?;
        let whole = fs::read_to_string(&file)?;
        let before = page.stored().await?;
        let bad = file.with_file_name("bad.txt");
        for (text, words) in [
            (String::new(), "This is neither a backup of Tutup"),
            ("Dear diary".to_owned(), "This is neither a backup of Tutup"),
            ("\0\u{feff}\u{202e}<img src=x onerror=alert(1)>".to_owned(), "This is neither a backup of Tutup"),
            (whole[..whole.len() - 20].to_owned(), "The end of this file is missing"),
            (whole.replace("Website", "Webside"), "its checksum does not match"),
            (whole.replacen("\"version\":1", "\"version\":2", 1), "A newer Tutup made this backup"),
        ] {
            fs::write(&bad, text)?;
            pick(page, &bad).await?;
            page.sees(words).await?;
            page.click("button", "Dismiss").await?;
            page.sees_no(words).await?;
        }
        ensure!(page.stored().await? == before);
        Ok(())
    })
    .await;
}
