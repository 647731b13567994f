//! The browser's storage: full, blocked, damaged, of a later program, and shared by two tabs (DESIGN §4).

use anyhow::{Result, ensure};
use e2e::steps::{FORMAT_KEY, closed_deal, open_deal, quote, store_deal};
use e2e::{Key, Page, Site, in_browser};
use serde_json::{Value, json};

const ID: &str = "deal00001";
const KEY: &str = "tutup:o:deal00001";

/// Makes every write to the local storage throw what stands in `window.e2eThrows`, as long as something does.
const FAULTY: &str = "{
    const put = Storage.prototype.setItem;
    Storage.prototype.setItem = function (...pair) {
        if (this === localStorage && 'e2eThrows' in window) throw window.e2eThrows;
        return put.apply(this, pair);
    };
}";

async fn throws(page: &Page, what: &str) -> Result<()> {
    page.browser.run(&format!("window.e2eThrows = {what}"), vec![]).await?;
    Ok(())
}

async fn recovers(page: &Page) -> Result<()> {
    page.browser.run("delete window.e2eThrows", vec![]).await?;
    Ok(())
}

/// The stored values as the user downloads them.
async fn download(page: &Page) -> Result<Value> {
    page.first("button", "Download my data").await?.click().await?;
    Ok(serde_json::from_str(&page.read_download().await?)?)
}

#[tokio::test]
async fn p7_whatever_a_full_or_blocked_storage_throws_nothing_is_lost_and_a_later_save_succeeds() {
    const FULL: &str = "its storage is full.";
    const BLOCKED: &str = "its storage is blocked.";
    const UNKNOWN: &str = "its storage may be full or blocked.";
    let thrown = [
        ("new DOMException('full', 'QuotaExceededError')", "QuotaExceededError", FULL),
        (
            "Object.assign(new Error(''), { name: 'QuotaExceededError', quota: 1, requested: 2 })",
            "QuotaExceededError",
            FULL,
        ),
        ("{ name: 'NS_ERROR_DOM_QUOTA_REACHED', code: 1014 }", "NS_ERROR_DOM_QUOTA_REACHED", FULL),
        ("{ name: 'QUOTA_EXCEEDED_ERR', code: 22 }", "QUOTA_EXCEEDED_ERR", FULL),
        ("new DOMException('denied', 'SecurityError')", "SecurityError", BLOCKED),
        ("new DOMException('gone', 'InvalidStateError')", "InvalidStateError", UNKNOWN),
        ("{ code: 22 }", "unknown", UNKNOWN),
        ("{ code: 1014 }", "unknown", UNKNOWN),
        ("Object.create(null)", "unknown", UNKNOWN),
        ("{ get name() { throw new Error('no name') } }", "unknown", UNKNOWN),
        ("'no room'", "no room", UNKNOWN),
        ("undefined", "unknown", UNKNOWN),
        ("null", "unknown", UNKNOWN),
        ("Symbol('full')", "unknown", UNKNOWN),
    ];
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        page.before_load(FAULTY).await?;
        page.open(&format!("#/opportunity/{ID}")).await?;
        // The program takes room of its own once, some time after it has started.
        page.holds("the reserve", "return 'tutup:reserve' in localStorage").await?;
        for (place, (what, name, why)) in thrown.into_iter().enumerate() {
            let before = page.stored().await?;
            throws(page, what).await?;
            let topic = format!("ERP rollout {place}");
            page.fill("Topic", &topic).await?;
            page.click("button", "Save").await?;
            page.sees(&format!("Not saved: the browser refused to store it ({name}); {why}")).await?;
            page.holds_value("Topic", &topic).await?;
            ensure!(page.stored().await? == before, "what was stored is as it was");
            ensure!(download(page).await?[KEY] == before[KEY].as_str(), "the download has what is stored");

            recovers(page).await?;
            page.click("button", "Save").await?;
            page.sees("Opportunity edited.").await?;
            page.sees_no("Not saved").await?;
            ensure!(page.opportunity().await?["t"] == topic.as_str(), "a later save succeeds");
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn p2_p7_r9_a_closing_that_cannot_be_stored_changes_nothing_and_is_tried_again_in_the_dialog() {
    in_browser(Site::whole(), async |page| {
        let mut deal = open_deal("ERP rollout");
        deal["qu"] = json!([quote(1, true)]);
        store_deal(page, ID, &deal).await?;
        page.before_load(FAULTY).await?;
        page.open(&format!("#/opportunity/{ID}/close?as=lost")).await?;
        page.choose("Status reason", "Other").await?;
        page.fill("Description", "They moved").await?;
        page.click("checkbox", "Close all active and draft quotes with the opportunity").await?;
        throws(page, "new DOMException('full', 'QuotaExceededError')").await?;
        page.click("button", "Close as lost").await?;
        page.sees("Not saved: the browser refused to store it (QuotaExceededError);").await?;
        page.holds_value("Description", "They moved").await?;
        ensure!(page.opportunity().await? == deal, "neither the opportunity nor its quote is changed");
        ensure!(download(page).await?[KEY].is_string());

        recovers(page).await?;
        page.click("button", "Try again").await?;
        page.sees("and read-only since.").await?;
        page.sees_no("Not saved").await?;
        ensure!(page.opportunity().await?["cl"][0]["de"] == "They moved");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn p5_p7_where_the_browser_stores_nothing_the_program_works_says_so_and_hands_out_the_data() {
    let blocked = ["get() { throw new DOMException('denied', 'SecurityError'); }", "value: null", "value: undefined"];
    for getter in blocked {
        in_browser(Site::whole(), async |page| {
            let script = format!("Object.defineProperty(window, 'localStorage', {{ {getter} }})");
            page.before_load(&script).await?;
            page.open("").await?;
            page.sees("This browser lets Tutup store nothing").await?;
            page.first("link", "New opportunity").await?.click().await?;
            page.fill("Topic", "ERP rollout").await?;
            page.click("button", "Save").await?;
            page.sees("Opportunity created.").await?;
            page.click("link", "Close as won…").await?;
            page.fill("Actual revenue", "5").await?;
            page.click("button", "Close as won").await?;
            page.sees("and read-only since.").await?;
            let data = download(page).await?;
            let record = data.as_object().and_then(|all| all.iter().find(|(key, _)| key.starts_with("tutup:o:")));
            let record = record.and_then(|(_, value)| value.as_str()).unwrap_or_default();
            ensure!(e2e::open(record)?["cl"][0]["ar"] == 500, "{data}");

            page.open("").await?;
            page.has("heading", "The book is empty").await
        })
        .await;
    }
}

#[tokio::test]
async fn p4_p7_a_storage_that_hands_out_nothing_that_it_holds_is_said_and_not_written() {
    let faults = ["getItem() { throw new DOMException('gone', 'InvalidStateError'); }", "key() { throw undefined; }"];
    for fault in faults {
        in_browser(Site::whole(), async |page| {
            store_deal(page, ID, &open_deal("ERP rollout")).await?;
            let before = page.stored().await?;
            let script = format!(
                "const holds = Storage.prototype, {{ getItem }} = holds;
                 Object.defineProperties(holds, Object.getOwnPropertyDescriptors({{ {fault} }}));
                 window.e2eGet = (storage, key) => getItem.call(storage, key);"
            );
            page.before_load(&script).await?;
            page.open("#/settings").await?;
            page.sees("The browser’s storage did not answer").await?;
            let now = page.browser.run("return e2eGet(localStorage, args[0])", vec![json!(KEY)]).await?;
            ensure!(now == before[KEY].as_str(), "{now}");
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn p4_a_damaged_record_stays_as_it_is_and_the_rest_loads() {
    let damaged = "00000000|1|1|{\"t\":\"cut \u{1F468}\u{200D}\u{1F469} here";
    let mut against_the_rules = closed_deal("Closed with an active quote");
    against_the_rules["qu"] = json!([quote(7, true)]);
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        page.store("tutup:o:deal00002", damaged).await?;
        store_deal(page, "deal00003", &against_the_rules).await?;
        page.open("").await?;
        page.has("link", "ERP rollout").await?;
        page.sees("without 2 unreadable").await?;
        let before = page.stored().await?;

        page.click("link", "Settings").await?;
        page.sees("2 records need attention.").await?;
        page.sees("Its checksum does not match, so it was cut or altered.").await?;
        page.sees("Its content breaks rules that hold for every record.").await?;
        let data = download(page).await?;
        ensure!(data["tutup:o:deal00002"] == damaged && data["tutup:o:deal00003"].is_string(), "{data}");

        page.open(&format!("#/opportunity/{ID}")).await?;
        page.fill("Topic", "ERP rollout 2").await?;
        page.click("button", "Save").await?;
        page.sees("Opportunity edited.").await?;
        let after = page.stored().await?;
        for key in ["tutup:o:deal00002", "tutup:o:deal00003"] {
            ensure!(before[key] == after[key], "{key} is touched");
        }
        page.open("#/opportunity/deal00002").await?;
        page.has("heading", "This opportunity is not there").await
    })
    .await;
}

#[tokio::test]
async fn p4_p7_data_of_a_later_program_are_read_only() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        page.store(FORMAT_KEY, "3").await?;
        page.open(&format!("#/opportunity/{ID}")).await?;
        page.sees("A newer Tutup has written this data, so it is read-only here.").await?;
        let before = page.stored().await?;
        page.fill("Topic", "ERP rollout 2").await?;
        page.click("button", "Save").await?;
        page.sees("Not saved: a newer Tutup has written this data").await?;
        page.holds_value("Topic", "ERP rollout 2").await?;
        ensure!(page.stored().await? == before, "nothing is written");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn p3_what_one_tab_saves_the_other_shows_and_what_is_typed_there_stays() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        let route = format!("#/opportunity/{ID}");
        page.open(&route).await?;
        page.fill("Customer", "Contoso").await?;

        let first = page.second_tab(&route).await?;
        page.fill("Topic", "ERP rollout, phase 2").await?;
        page.fill("Estimated revenue", "7").await?;
        page.click("button", "Save").await?;
        page.sees("Opportunity edited.").await?;

        page.switch(&first).await?;
        page.has("heading", "ERP rollout, phase 2").await?;
        page.holds_value("Estimated revenue", "7.00").await?;
        page.holds_value("Customer", "Contoso").await?;
        page.click("button", "Save").await?;
        page.sees("Opportunity edited.").await?;
        let stored = page.opportunity().await?;
        ensure!(stored["t"] == "ERP rollout, phase 2" && stored["cu"] == "Contoso" && stored["er"] == 700, "{stored}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn p3_p7_a_save_over_what_this_tab_has_not_read_is_refused_and_succeeds_once_it_has() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        page.open(&format!("#/opportunity/{ID}")).await?;
        page.fill("Customer", "Contoso").await?;
        // A browser may tell a tab late; a tab is never told of what was written from within itself.
        let theirs = open_deal("Theirs");
        page.store_record(KEY, &theirs).await?;
        page.click("button", "Save").await?;
        page.has("dialog", "Changed in two places").await?;
        ensure!(page.opportunity().await? == theirs, "theirs is kept");
        // Each changed another field, so there is nothing to choose.
        page.press(Key::Enter).await?;
        page.sees("Opportunity edited.").await?;
        let stored = page.opportunity().await?;
        ensure!(stored["t"] == "Theirs" && stored["cu"] == "Contoso", "{stored}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn p3_r1_what_another_tab_closed_is_not_closed_again() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        page.open(&format!("#/opportunity/{ID}/close?as=won")).await?;
        page.fill("Description", "Mine").await?;
        page.store_record(KEY, &closed_deal("ERP rollout")).await?;
        page.click("button", "Close as won").await?;
        page.sees("already closed as lost, on 5 Oct 2026").await?;
        ensure!(page.opportunity().await? == closed_deal("ERP rollout"), "theirs is kept");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn an_act_of_another_tab_does_not_stop_a_quote_that_is_being_typed() {
    in_browser(Site::whole(), async |page| {
        let mut deal = open_deal("ERP rollout");
        deal["qu"] = json!([quote(1, false)]);
        store_deal(page, ID, &deal).await?;
        let route = format!("#/opportunity/{ID}/quote/Q-00001-0");
        page.open(&route).await?;
        page.fill("Total", "1,500").await?;

        let first = page.second_tab(&route).await?;
        page.fill("Name", "Theirs").await?;
        page.chord(Key::Control, 's').await?;
        page.sees("Q-00001 r0 edited.").await?;

        page.switch(&first).await?;
        page.holds_value("Name", "Theirs").await?;
        page.holds_value("Total", "1,500").await
    })
    .await;
}
