//! *Where is my data?*: where it lies, how long it stays, and how much room is left.

use anyhow::{Result, ensure};
use e2e::steps::{open_deal, store_deal};
use e2e::{Page, Site, in_browser};
use serde_json::json;

/// What a browser stores for an address, in UTF-16 units.
const ROOM: usize = 5_242_880;

/// A browser that answers so, and counts in the tab how often it is asked for its promise.
fn answering(answer: &str) -> String {
    format!(
        "StorageManager.prototype.persisted = async () => {{ {answer} }};
         StorageManager.prototype.persist = async () => {{
             sessionStorage.setItem('e2e', Number(sessionStorage.getItem('e2e')) + 1);
             {answer}
         }};"
    )
}

async fn create(page: &Page, route: &str, topic: &str) -> Result<()> {
    page.open(route).await?;
    page.fill("Topic", topic).await?;
    page.click("button", "Save").await?;
    page.sees("Opportunity created.").await
}

async fn asked(page: &Page) -> Result<u64> {
    let asked = page.browser.run("return Number(sessionStorage.getItem('e2e'))", vec![]).await?;
    Ok(asked.as_u64().unwrap_or_default())
}

#[tokio::test]
async fn the_browser_is_asked_to_keep_the_data_once_there_is_some_and_not_again() {
    in_browser(Site::whole(), async |page| {
        page.before_load(&answering("return false")).await?;
        create(page, "#/demo/new", "In the sample").await?;
        ensure!(asked(page).await? == 0, "the sample is nobody's");
        create(page, "#/new", "The first").await?;
        ensure!(asked(page).await? == 1);
        create(page, "#/new", "The second").await?;
        page.open("#/settings").await?;
        ensure!(asked(page).await? == 1, "one question is enough");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_the_browser_has_promised_is_said_and_a_browser_that_cannot_promise_is_no_failure() {
    let browsers = [
        (answering("return true"), "The browser has promised not to delete it by itself."),
        (answering("return false"), "it may delete it by itself when the device is full."),
        (answering("throw new TypeError('not here')"), "The browser does not say whether it would delete it"),
        (
            "Object.defineProperty(navigator, 'storage', { value: undefined })".to_owned(),
            "The browser does not say whether it would delete it",
        ),
        (
            "delete StorageManager.prototype.persisted; delete StorageManager.prototype.persist".to_owned(),
            "The browser does not say whether it would delete it",
        ),
    ];
    for (browser, words) in browsers {
        in_browser(Site::whole(), async |page| {
            page.before_load(&browser).await?;
            create(page, "#/new", "ERP rollout").await?;
            page.open("#/settings").await?;
            page.sees(words).await
        })
        .await;
    }
}

#[tokio::test]
async fn it_is_told_in_both_languages_where_the_data_lies_and_what_deletes_it() {
    let told: [(&str, [&str; 6]); 2] = [
        (
            "en",
            [
                "In this browser, in this profile, on this device, at this address.",
                "Nobody else: it is sent nowhere",
                "Clearing the browser’s site data, removing the profile, and closing a private window.",
                "Safari may delete it after seven days",
                "Back up now and then",
                "Of the 5,242,880 characters",
            ],
        ),
        (
            "ms",
            [
                "Dalam pelayar ini, dalam profil ini, pada peranti ini, pada alamat ini.",
                "Tiada orang lain: data tidak dihantar",
                "Mengosongkan data laman dalam pelayar, membuang profil dan menutup tetingkap peribadi.",
                "Safari mungkin memadamkannya selepas tujuh hari",
                "Buat sandaran dari semasa ke semasa",
                "Daripada 5,242,880 aksara",
            ],
        ),
    ];
    in_browser(Site::whole(), async |page| {
        page.open("").await?;
        page.sees("Nobody else can read it").await?;
        page.sees("Clearing the browser’s site data deletes it").await?;
        for (language, parts) in told {
            page.store_record("tutup:prefs", &json!({ "cy": "MYR", "la": language })).await?;
            page.open("#/settings").await?;
            for part in parts {
                page.sees(part).await?;
            }
            page.sees(page.address()).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn p5_it_leads_to_the_rescue_page() {
    in_browser(Site::whole(), async |page| {
        page.open("#/settings").await?;
        page.click("link", "Rescue page").await?;
        page.has("heading", "Get my data out").await
    })
    .await;
}

/// Fills the room with what is another program's, until so many units are taken in all.
async fn fill_up_to(page: &Page, taken: usize) -> Result<()> {
    let fill = "
        localStorage.removeItem('other:key');
        const own = Object.entries(localStorage).reduce((sum, [key, value]) => sum + key.length + value.length, 0);
        localStorage.setItem('other:key', 'é'.repeat(args[0] - own - 'other:key'.length));";
    page.browser.run(fill, vec![json!(taken)]).await?;
    Ok(())
}

#[tokio::test]
async fn p6_the_room_is_measured_with_what_other_programs_take_and_a_warning_comes_in_time() {
    let steps: [(usize, Option<&str>); 5] = [
        (1_000_000, None),
        (ROOM / 5 * 4, None),
        (ROOM / 5 * 4 + 1, Some("More than 80 % is used.")),
        (ROOM / 20 * 19, Some("More than 80 % is used.")),
        (ROOM / 20 * 19 + 1, Some("More than 95 % is used, and soon nothing new can be saved.")),
    ];
    in_browser(Site::whole(), async |page| {
        store_deal(page, "deal00001", &open_deal("ERP rollout")).await?;
        page.open("").await?;
        // The program takes room of its own once, some time after it has started.
        page.holds("the reserve", "return 'tutup:reserve' in localStorage").await?;
        for (taken, warning) in steps {
            fill_up_to(page, taken).await?;
            let before = page.stored().await?;
            page.open("#/settings").await?;
            let meter = page.find("meter", "Storage used").await?;
            ensure!(meter.prop("value").await?.as_deref() == Some(&*taken.to_string()), "{taken}");
            let size = |(key, value): (&String, &String)| key.len() + value.encode_utf16().count();
            let (others, ours): (Vec<_>, Vec<_>) = before.iter().partition(|(key, _)| key.as_str() == "other:key");
            let [ours, others] = [ours, others].map(|all| grouped(all.into_iter().map(size).sum()));
            page.sees(&format!("Tutup uses {ours}, other programs at this address use {others}, and ")).await?;
            page.sees(&format!("{} are free.", grouped(ROOM - taken))).await?;
            match warning {
                Some(warning) => page.sees(warning).await?,
                None => page.sees_no("More than").await?,
            }
            ensure!(page.stored().await? == before, "what is another program's stays");
        }
        Ok(())
    })
    .await;
}

/// 1234567 as 1,234,567.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let ends = (0..digits.len()).filter(|place| *place > 0 && (digits.len() - place).is_multiple_of(3));
    let mut grouped = digits.clone();
    for place in ends.collect::<Vec<_>>().into_iter().rev() {
        grouped.insert(place, ',');
    }
    grouped
}
