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
async fn p4_p8_damaged_preferences_do_not_keep_the_page_from_starting() {
    in_browser(Site::whole(), async |page| {
        page.store("tutup:prefs", "00000000|1|1|{\"th\":").await?;
        page.open("").await?;
        page.has("link", "Tutup").await
    })
    .await;
}

/// What is wrong, the site that has it, what runs before the page loads, and what the console may say.
type Failure = (&'static str, fn() -> Site, &'static str, &'static [&'static str]);

/// How the program can fail to load: the site, what is done before each load, and what the browser says in the console.
const FAILURES: &[Failure] = &[
    ("the program is missing", || Site::without(".wasm"), "", &["404"]),
    ("half of the program is there", || Site::with_half(".wasm"), "", &[]),
    ("other bytes are there", || Site::with_garbled(".wasm"), "", &[]),
    ("its JavaScript is missing", || Site::without("tutup-*.js"), "", &["404"]),
    ("half of its JavaScript is there", || Site::with_half("tutup-*.js"), "", &[]),
    ("the browser has no WebAssembly", Site::whole, "delete window.WebAssembly", &[]),
    ("the host forbids WebAssembly", || Site::under("script-src 'self'"), "", &[]),
    ("the network is lost", Site::whole, "window.fetch = async () => { throw new TypeError('Failed to fetch') }", &[]),
    ("it fails while it starts", Site::whole, "Intl.NumberFormat = function () { throw new Error('none') }", &[]),
];

/// What Chromium says some seconds after it has fetched the program for nothing.
const UNUSED: &str = "was preloaded using link preload but not used";

/// Counts how often the page is loaded; the anteroom, which each test loads too, is none of the page's loads.
const COUNT: &str =
    "if (location.pathname === '/') sessionStorage.setItem('e2e', Number(sessionStorage.getItem('e2e')) + 1);";

#[tokio::test]
async fn p5_p8_whatever_keeps_the_program_from_loading_the_panel_says_so_and_hands_out_the_data() {
    for (what, site, before, said) in FAILURES {
        println!("{what}");
        in_browser(site(), async |page| {
            for part in *said {
                page.expect_console(part);
            }
            page.allow_console(UNUSED);
            page.store("tutup:o:abc", "not a record").await?;
            page.store("other:key", "not ours").await?;
            page.browser.run("localStorage.setItem('tutup:lone', 'a\\ud83d!')", vec![]).await?;
            let kept = kept(page).await?;
            page.before_load(&format!("{before};{COUNT}")).await?;

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

            page.browser.rest().await?;
            let loads = page.browser.run("return sessionStorage.getItem('e2e')", vec![]).await?;
            ensure!(loads == "1", "it was loaded {loads} times");
            ensure!(kept == self::kept(page).await?, "nothing is written");
            page.has("button", "Reload").await?;
            page.click("button", "Rescue page").await?;
            page.has("heading", "Get my data out").await
        })
        .await;
    }
}

#[tokio::test]
async fn p8_without_the_script_that_starts_it_the_page_is_not_blank_and_leads_to_the_data() {
    for missing in ["boot.js", "stored.js"] {
        in_browser(Site::without(missing), async |page| {
            page.expect_console("404");
            page.allow_console(UNUSED);
            page.browser.driver.goto(page.address()).await?;
            page.sees("Tutup is loading. If this stays, load the page again.").await?;
            page.sees("Tutup sedang dimuatkan.").await?;
            page.has("link", "get my data out").await
        })
        .await;
    }
}

#[tokio::test]
async fn what_stands_there_while_it_loads_goes_when_it_has() {
    in_browser(Site::whole(), async |page| {
        page.open("").await?;
        page.has("link", "Tutup").await?;
        page.holds("no sign of loading", "return !document.getElementById('loading')").await
    })
    .await;
}

#[tokio::test]
async fn p8_after_a_panic_the_panel_opens_and_stays() {
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

/// Hosts tell the kind of a file by its ending, and a script that comes as another kind is not run: nginx 1.22, for one, knows
/// no `.mjs`.
#[test]
fn every_file_has_an_ending_that_static_hosts_know() {
    let dist = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist")).unwrap();
    let names = dist.map(|file| file.unwrap().file_name().into_string().unwrap());
    let known = [".css", ".html", ".js", ".svg", ".txt", ".wasm"];
    let unknown: Vec<String> =
        names.filter(|name| name != "_headers" && !known.iter().any(|ending| name.ends_with(ending))).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
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

/// What is stored, as a text: the driver cannot carry a lone surrogate.
async fn kept(page: &Page) -> Result<Value> {
    page.browser.run("return JSON.stringify({ ...localStorage })", vec![]).await
}

async fn download(page: &Page) -> Result<String> {
    page.click("button", "Download my data").await?;
    Ok(fs::read_to_string(page.downloaded().await?)?)
}
