//! What cannot be read or breaks a rule: shown with its reason and its raw text, downloaded, read again, mended, removed
//! (RULES §6).

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use e2e::steps::{closed_deal, open_deal, quote, store_deal};
use e2e::{Key, Page, Site, envelope, in_browser, open};
use serde_json::{Value, json};

const DAMAGED: &str = "tutup:o:deal00002";
const BROKEN: &str = "tutup:o:deal00003";

/// Cut, with a separator of lines that is none in JSON and half a character, as only a browser can hold it.
const CUT: &str = "'00000000|1|1|{\"t\":\"cut \\u2028 here \\ud83d'";

/// Closed with an active quote: it can be read and breaks R8.
fn broken() -> Value {
    let mut deal = closed_deal("Closed with an active quote");
    deal["qu"] = json!([quote(7, true)]);
    deal["zz"] = json!("of a later program");
    deal
}

async fn begin(page: &Page) -> Result<()> {
    store_deal(page, "deal00001", &open_deal("ERP rollout")).await?;
    page.browser.run(&format!("localStorage.setItem('{DAMAGED}', {CUT})"), vec![]).await?;
    store_deal(page, "deal00003", &broken()).await
}

/// What lies under this key is still what lay there at first, letter by letter, as the browser has it.
async fn is_untouched(page: &Page) -> Result<()> {
    let same = page.browser.run(&format!("return localStorage.getItem('{DAMAGED}') === {CUT}"), vec![]).await?;
    ensure!(same == true, "the damaged value is touched");
    Ok(())
}

/// Everything else that is stored: half a character does not travel to a test.
async fn others(page: &Page) -> Result<BTreeMap<String, String>> {
    let script = format!("const all = {{ ...localStorage }}; delete all['{DAMAGED}']; return all;");
    Ok(serde_json::from_value(page.browser.run(&script, vec![]).await?)?)
}

/// Presses the button of the value that has this key.
async fn press(page: &Page, key: &str, button: &str) -> Result<()> {
    const PRESS: &str = "
        const [key, name] = args;
        const values = [...document.querySelectorAll('.attention-list > li')];
        const value = values.find((value) => value.querySelector('h2').innerText.includes(key));
        const button = [...value.querySelectorAll('button, a')].find((it) => it.innerText.trim() === name);
        if (!button || button.disabled) return false;
        button.click();
        return true;";
    page.wait_for(&format!("{button} of {key}"), async || {
        Ok((page.browser.run(PRESS, vec![json!(key), json!(button)]).await? == true).then_some(()))
    })
    .await
}

#[tokio::test]
async fn p4_what_cannot_be_read_is_shown_with_its_reason_and_its_raw_text_and_leaves_only_after_its_download() {
    in_browser(Site::whole(), async |page| {
        begin(page).await?;
        page.open("").await?;
        page.click("link", "without 2 unreadable").await?;
        page.has("heading", "Needs attention").await?;
        page.sees("Its checksum does not match, so it was cut or altered.").await?;
        page.sees("It is closed, and Q-00007 r0 is still open.").await?;
        page.sees("00000000|1|1|{\"t\":\"cut").await?;
        let before = others(page).await?;

        let disabled =
            "return [...document.querySelectorAll('.attention-list button')].filter((it) => it.disabled).length";
        ensure!(page.browser.run(disabled, vec![]).await? == 2, "nothing can be removed before its download");
        press(page, DAMAGED, "Download").await?;
        let file = page.read_download().await?;
        ensure!(file.contains("\\ud83d") && file.contains(DAMAGED), "half a character is in the file as it is: {file}");
        press(page, DAMAGED, "Remove…").await?;
        page.has("dialog", "Remove this value for good?").await?;
        page.press(Key::Escape).await?;
        page.has_no("dialog", "Remove this value for good?").await?;
        is_untouched(page).await?;

        press(page, DAMAGED, "Remove…").await?;
        page.click("button", "Remove for good").await?;
        page.sees(&format!("Removed: {DAMAGED}")).await?;
        page.has_focus("heading", "Needs attention").await?;
        ensure!(page.stored().await? == before, "it is gone, and nothing else is touched");
        page.has("link", "Needs attention 1").await
    })
    .await;
}

#[tokio::test]
async fn p3_what_changed_since_its_download_is_not_removed() {
    in_browser(Site::whole(), async |page| {
        begin(page).await?;
        page.open("#/attention").await?;
        press(page, DAMAGED, "Download").await?;
        press(page, DAMAGED, "Remove…").await?;
        page.store(DAMAGED, "another half a value").await?;
        page.click("button", "Remove for good").await?;
        page.sees(&format!("what lies under {DAMAGED} was changed in another tab meanwhile")).await?;
        page.sees("another half a value").await?;
        ensure!(page.stored().await?[DAMAGED] == "another half a value");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn try_again_takes_in_what_was_mended_elsewhere() {
    in_browser(Site::whole(), async |page| {
        begin(page).await?;
        page.open("#/attention").await?;
        press(page, DAMAGED, "Try again").await?;
        page.sees("Read again: it still needs attention.").await?;
        is_untouched(page).await?;
        page.store(DAMAGED, &envelope(&open_deal("Mended elsewhere"))).await?;
        press(page, DAMAGED, "Try again").await?;
        page.sees(&format!("It can be read again: {DAMAGED}")).await?;
        page.has("link", "Open 2").await
    })
    .await;
}

#[tokio::test]
async fn what_breaks_a_rule_is_mended_in_the_form_and_nothing_is_left_out_that_was_not_downloaded() {
    in_browser(Site::whole(), async |page| {
        begin(page).await?;
        page.open("#/attention").await?;
        press(page, BROKEN, "Open in the form").await?;
        page.sees("To hold, the saved version differs. The opportunity is open again.").await?;
        page.holds_value("Topic", "Closed with an active quote").await?;
        page.fill("Topic", "Mended").await?;
        page.click("button", "Save").await?;
        page.sees("Download it first: what is left out is then only in that file.").await?;
        page.has_focus("button", "Download").await?;
        page.press(Key::Enter).await?;
        ensure!(page.read_download().await?.contains(BROKEN));
        let before = others(page).await?;
        ensure!(open(&before[BROKEN])? == broken(), "nothing is mended by itself");

        page.click("button", "Save").await?;
        page.has("heading", "Mended").await?;
        let stored = open(&others(page).await?[BROKEN])?;
        ensure!(stored["t"] == "Mended" && stored["zz"] == "of a later program", "{stored}");
        ensure!(stored["qu"][0]["i"] == 7 && stored["cl"][0]["o"] == "l", "{stored}");
        page.open("").await?;
        page.has("link", "Mended").await?;
        page.sees("without 1 unreadable").await
    })
    .await;
}

#[tokio::test]
async fn what_was_set_aside_is_shown_beside_what_lies_there_and_put_back_where_nothing_does() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, "deal00001", &open_deal("ERP rollout")).await?;
        let aside = "tutup:x:00c0ffee.7:o:deal00001";
        page.store_record(aside, &open_deal("Set aside")).await?;
        page.store_record("tutup:x:00c0ffee.8:o:deal00002", &open_deal("Free to return")).await?;
        page.open("#/attention").await?;
        page.sees("This lies at tutup:o:deal00001 instead:").await?;
        page.sees("Nothing lies at tutup:o:deal00002 by now.").await?;
        press(page, "tutup:x:00c0ffee.8:o:deal00002", "Put back").await?;
        page.sees("Put back: tutup:x:00c0ffee.8:o:deal00002").await?;
        let stored = page.stored().await?;
        ensure!(open(&stored[DAMAGED])?["t"] == "Free to return" && stored.contains_key(aside), "{stored:?}");
        page.has("link", "Open 2").await?;
        page.has("link", "Needs attention 1").await
    })
    .await;
}

#[tokio::test]
async fn the_sample_book_has_a_page_of_its_own() {
    in_browser(Site::whole(), async |page| {
        begin(page).await?;
        page.open("#/demo/open").await?;
        page.sees("sample").await?;
        page.store("tutup:demo:o:deal00002", "half a value").await?;
        page.open("#/demo/attention").await?;
        page.sees("half a value").await?;
        page.sees_no(BROKEN).await?;
        press(page, "tutup:demo:o:deal00002", "Download").await?;
        press(page, "tutup:demo:o:deal00002", "Remove…").await?;
        page.click("button", "Remove for good").await?;
        page.sees("Nothing needs attention: everything that is stored can be read.").await?;
        is_untouched(page).await
    })
    .await;
}
