//! The page starts, and says so when it cannot.

use std::fs;

use anyhow::{Result, ensure};
use e2e::{Look, Page, Site, in_browser};
use serde_json::Value;

#[tokio::test]
async fn the_page_starts_and_shows_its_name() {
    in_browser(Site::whole(), async |page| {
        page.open("").await?;
        page.has("link", "Tutup").await
    })
    .await;
}

#[tokio::test]
async fn theme_and_language_are_those_of_the_preferences_from_the_first_paint_on() {
    in_browser(Site::whole(), async |page| {
        page.look(Look { width: 320, height: 640, theme: "dark" }, "ms").await?;
        page.open("").await?;
        let root =
            "const { lang, dataset } = document.documentElement; return `${lang} ${dataset.theme} ${innerWidth}`";
        let root = page.browser.run(root, vec![]).await?;
        ensure!(root == "ms dark 320", "{root}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn damaged_preferences_do_not_keep_the_page_from_starting() {
    in_browser(Site::whole(), async |page| {
        page.store("tutup:prefs", "00000000|1|1|{\"th\":").await?;
        page.open("").await?;
        page.has("link", "Tutup").await
    })
    .await;
}

#[tokio::test]
async fn when_the_program_is_missing_the_panel_says_so_and_hands_out_the_data() {
    in_browser(Site::without(".wasm"), async |page| {
        page.expect_console("404");
        page.store("tutup:o:abc", "not a record").await?;
        page.store("other:key", "not ours").await?;
        page.browser.run("localStorage.setItem('tutup:lone', 'a\\ud83d!')", vec![]).await?;

        page.open("").await?;
        page.has("alertdialog", "Tutup has stopped · Tutup telah terhenti").await?;
        page.sees("The application could not be loaded.").await?;
        page.sees("Aplikasi tidak dapat dimuatkan.").await?;
        page.sees_no("nothing more was written").await?;

        let data = download(page).await?;
        ensure!(data.contains(r#""tutup:lone": "a\ud83d!""#), "a lone surrogate stays what it is: {data}");
        let data: Value = serde_json::from_str(&data.replace(r"\ud83d", ""))?;
        ensure!(data["tutup:o:abc"] == "not a record");
        ensure!(data.get("other:key").is_none(), "what is not ours is not ours to hand out");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn after_a_panic_the_panel_opens_and_stays() {
    in_browser(Site::whole(), async |page| {
        page.open("").await?;
        page.browser.run("dispatchEvent(new CustomEvent('tutup:panic', { detail: 'panicked at …' }))", vec![]).await?;
        page.sees("nothing more was written after it").await?;
        page.sees("panicked at …").await?;
        page.has_no("link", "Tutup").await?;

        page.press(e2e::Key::Escape).await?;
        page.press(e2e::Key::Escape).await?;
        page.has("alertdialog", "Tutup has stopped · Tutup telah terhenti").await?;

        page.click("button", "Muat semula").await?;
        page.has("link", "Tutup").await
    })
    .await;
}

/// Static hosts get the policy from a file, for browsers that ignore it in the page; they must not drift apart.
#[test]
fn the_headers_carry_the_policy_of_the_page() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../");
    let page = fs::read_to_string(format!("{root}index.html")).unwrap();
    let headers = fs::read_to_string(format!("{root}static/_headers")).unwrap();
    let policy = page.split_once("\"default-src").and_then(|(_, rest)| rest.split_once('"')).unwrap().0;
    assert!(headers.contains(&format!("Content-Security-Policy: default-src{policy}; frame-ancestors 'none'\n")));
}

async fn download(page: &Page) -> Result<String> {
    page.click("button", "Download my data").await?;
    Ok(fs::read_to_string(page.downloaded().await?)?)
}
