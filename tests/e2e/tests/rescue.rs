//! The rescue page: it shows and hands out what is stored, whatever has become of the program, and only reads.

use anyhow::{Result, ensure};
use e2e::steps::{FORMAT_KEY, open_deal, store_deal};
use e2e::{BELOW, Page, Site, envelope, in_browser};
use serde_json::{Value, json};

/// Notes every call that could change a storage.
const WATCH: &str = "{
    window.e2eWrites = [];
    for (const name of ['setItem', 'removeItem', 'clear']) {
        const act = Storage.prototype[name];
        Storage.prototype[name] = function (...args) { e2eWrites.push([name, ...args]); return act.apply(this, args); };
    }
}";

/// What the table says, a row of texts each.
async fn rows(page: &Page) -> Result<Vec<[String; 4]>> {
    page.has("heading", "Get my data out").await?;
    let cells = "return [...document.querySelectorAll('tbody tr')].map((row) =>
        [...row.cells].map((cell) => cell.innerText))";
    Ok(serde_json::from_value(page.browser.run(cells, vec![]).await?)?)
}

/// Both storages; the driver cannot carry a lone surrogate, so it comes as another character.
async fn kept(page: &Page) -> Result<Value> {
    let text = page.browser.run("return JSON.stringify([{ ...localStorage }, { ...sessionStorage }])", vec![]).await?;
    Ok(serde_json::from_str(&text.as_str().unwrap_or_default().replace(r"\ud83d", "?"))?)
}

/// A deal with every byte length that UTF-8 has.
fn deal() -> Value {
    open_deal("ERP rollout: é, ₨, 👩\u{200d}👧")
}

async fn fill(page: &Page) -> Result<()> {
    store_deal(page, "deal00001", &deal()).await?;
    page.store("tutup:o:deal00002", &envelope(&open_deal("Cut")).replace("\"Cut\"", "\"Cu\"")).await?;
    page.store("tutup:o:deal00003", "{}").await?;
    page.store("tutup:demo:o:deal00004", &envelope(&open_deal("Sample"))).await?;
    // CRC-32 of `3|1|{"t":"Later"}`, as any program computes it.
    page.store("tutup:o:deal00005", LATER).await?;
    page.store("tutup:reserve", &"x".repeat(1987)).await?;
    page.store("other:key", "not ours").await?;
    page.browser.run("localStorage.setItem('tutup:lone', 'a\\ud83d!')", vec![]).await?;
    page.browser.run("sessionStorage.setItem('tutup:form:#/new', 'half typed')", vec![]).await?;
    Ok(())
}

const LATER: &str = "5cf717d6|3|1|{\"t\":\"Later\"}";

#[tokio::test]
async fn p4_p5_it_lists_every_value_with_its_state_and_hands_all_out_as_they_are() {
    in_browser(Site::whole(), async |page| {
        fill(page).await?;
        let before = kept(page).await?;
        page.before_load(WATCH).await?;
        page.open("rescue.html").await?;

        let size = |key: &str| before[0][key].as_str().map_or(0, |value| key.len() + value.encode_utf16().count());
        let row = |key: &str, topic: &str, state: &str| [key.into(), topic.into(), size(key).to_string(), state.into()];
        let mut wanted: Vec<[String; 4]> = vec![
            row("tutup:demo:o:deal00004", "Sample", "checksum right"),
            row("tutup:format", "", "what the program needs beside the records"),
            row("tutup:lone", "", "what the program needs beside the records"),
            row("tutup:o:deal00001", "ERP rollout: é, ₨, 👩\u{200d}👧", "checksum right"),
            row("tutup:o:deal00002", "Cu", "checksum wrong: cut or altered"),
            row("tutup:o:deal00003", "", "not a record"),
            row("tutup:o:deal00005", "Later", "written by a newer Tutup"),
            row("tutup:reserve", "", "what the program needs beside the records"),
        ];
        wanted[7][2] = "2,000".into();
        wanted.push(["tutup:form:#/new", "", "26", "unsaved input of this tab"].map(String::from));
        let found = rows(page).await?;
        ensure!(found == wanted, "{found:#?}");
        page.sees("Values stored: 9 · of them this page cannot read: 3.").await?;

        page.click("button", "Download my data").await?;
        let data = page.read_download().await?;
        ensure!(data.contains(r#""tutup:lone": "a\ud83d!""#), "a lone surrogate stays what it is: {data}");
        page.click("button", "Show it as text to copy").await?;
        let shown = page.browser.run("return document.getElementById('raw').value", vec![]).await?;
        ensure!(shown == data.as_str(), "the text is that of the file: {shown}");
        let data: Value = serde_json::from_str(&data.replace(r"\ud83d", ""))?;
        for key in [FORMAT_KEY, "tutup:o:deal00001", "tutup:o:deal00002", "tutup:o:deal00003", "tutup:o:deal00005"] {
            ensure!(data[key] == before[0][key] && data[key].is_string(), "{key} is not as it is stored");
        }
        ensure!(data["tutup:form:#/new"] == "half typed");
        ensure!(data.as_object().map(serde_json::Map::len) == Some(9), "what is not ours stays: {data}");

        ensure!(page.browser.run("return e2eWrites", vec![]).await? == json!([]), "the page only reads");
        let after = kept(page).await?;
        ensure!(before == after, "{after}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn p5_it_needs_neither_the_program_nor_webassembly_nor_an_address_of_its_own() {
    in_browser(Site::without("tutup-*"), async |page| {
        store_deal(page, "deal00001", &deal()).await?;
        page.before_load("delete window.WebAssembly").await?;
        for place in ["rescue.html".to_owned(), format!("{}/rescue.html", &BELOW[1..])] {
            page.open(&place).await?;
            ensure!(rows(page).await?.len() == 2, "{place}");
            page.click("button", "Download my data").await?;
            ensure!(page.read_download().await?.contains("tutup:o:deal00001"), "{place}");
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn p7_where_the_browser_does_not_let_it_read_it_says_so() {
    for getter in ["get() { throw new DOMException('denied', 'SecurityError'); }", "value: null"] {
        in_browser(Site::whole(), async |page| {
            page.before_load(&format!("Object.defineProperty(window, 'localStorage', {{ {getter} }})")).await?;
            page.open("rescue.html").await?;
            page.sees("This browser does not let the page read its storage. Nothing was changed.").await?;
            page.has_no("button", "Download my data").await
        })
        .await;
    }
}

#[tokio::test]
async fn where_nothing_is_stored_it_says_where_to_look() {
    in_browser(Site::whole(), async |page| {
        page.store("other:key", "not ours").await?;
        page.open("rescue.html").await?;
        page.sees("Nothing of Tutup is stored here.").await?;
        page.has_no("button", "Download my data").await?;
        page.click("link", "Back to Tutup").await?;
        page.has("heading", "The book is empty").await
    })
    .await;
}

#[tokio::test]
async fn it_speaks_the_stored_language_or_else_that_of_the_browser() {
    in_browser(Site::whole(), async |page| {
        page.before_load("Object.defineProperty(navigator, 'languages', { value: ['de-DE', 'ms-MY', 'en-GB'] })")
            .await?;
        page.open("rescue.html").await?;
        page.sees("Tiada apa-apa daripada Tutup disimpan di sini.").await?;
        page.sees_no("Nothing of Tutup").await?;
        page.store_record("tutup:prefs", &json!({ "cy": "MYR", "la": "en" })).await?;
        page.open("rescue.html").await?;
        page.has("heading", "Get my data out").await?;
        page.sees_no("Muat turun").await
    })
    .await;
}

#[tokio::test]
async fn p5_p7_without_its_script_it_says_what_to_do_in_both_languages() {
    in_browser(Site::without("rescue.js"), async |page| {
        page.expect_console("404");
        page.open("rescue.html").await?;
        page.sees("If this line stays, the browser does not run the page’s script.").await?;
        page.sees("Jika baris ini kekal, pelayar tidak menjalankan skrip halaman ini.").await
    })
    .await;
}
