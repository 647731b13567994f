//! What else a user, a browser or another program can do to the data, tried one by one: nothing is lost, or it is said.

use std::fs;

use anyhow::{Result, ensure};
use e2e::steps::{FORMAT_KEY, STORED_AT, closed_deal, open_deal, quote, store_deal};
use e2e::{Key, Page, Site, in_browser};
use serde_json::json;

const ID: &str = "deal00001";
const KEY: &str = "tutup:o:deal00001";

/// Runs a script as the browser's own tools do: the page hears nothing of what it does to the storage.
async fn behind_its_back(page: &Page, script: &str) -> Result<()> {
    page.browser.run(script, vec![]).await.map(drop)
}

async fn save(page: &Page) -> Result<()> {
    page.click("button", "Save").await
}

/// Picks a file with this content, as the user does in the browser's own dialog.
async fn pick(page: &Page, content: &str) -> Result<()> {
    let file = page.browser.downloads().join(".picked.txt");
    fs::write(&file, content)?;
    let input = page.browser.driver.find(thirtyfour::By::Css("#restore-file")).await?;
    Ok(input.send_keys(file.to_string_lossy().as_ref()).await?)
}

#[tokio::test]
async fn p3_p4_p7_what_is_changed_behind_an_open_form_is_not_written_over_and_the_input_stays() {
    // What happens to the storage, and what the program says to a save then.
    let attempts = [
        ("localStorage.removeItem('tutup:o:deal00001')", "this opportunity was removed in another tab."),
        ("localStorage.clear()", "this opportunity was removed in another tab."),
        ("localStorage.setItem('tutup:o:deal00001', '')", "was replaced by something that cannot be read"),
        ("localStorage.setItem('tutup:o:deal00001', 'no|record|at all')", "something that cannot be read"),
        ("localStorage.setItem('tutup:format', '99')", "a newer Tutup has written this data"),
        ("localStorage.setItem('tutup:format', '')", "a newer Tutup has written this data"),
    ];
    for (script, words) in attempts {
        in_browser(Site::whole(), async |page| {
            store_deal(page, ID, &open_deal("ERP rollout")).await?;
            page.open(&format!("#/opportunity/{ID}")).await?;
            page.holds("the reserve", "return 'tutup:reserve' in localStorage").await?;
            page.fill("Topic", "Typed").await?;
            behind_its_back(page, script).await?;
            let before = page.stored().await?;
            save(page).await?;
            page.sees("Not saved:").await?;
            page.sees(words).await?;
            ensure!(page.stored().await? == before, "{script}: it was written");
            let kept = page.browser.run("return { ...sessionStorage }", vec![]).await?;
            ensure!(kept.to_string().contains("Typed"), "{script}: the input is gone: {kept}");
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn p1_p7_in_a_full_storage_closing_and_deleting_work_and_what_does_not_fit_keeps_its_input() {
    in_browser(Site::whole(), async |page| {
        let mut deal = open_deal("ERP rollout");
        deal["qu"] = json!([quote(1, true), quote(2, false)]);
        store_deal(page, ID, &deal).await?;
        store_deal(page, "deal00002", &open_deal("Website")).await?;
        page.open(&format!("#/opportunity/{ID}/close?as=won")).await?;
        page.holds("the reserve", "return 'tutup:reserve' in localStorage").await?;
        let fill = "
            for (let size = 1 << 22; size; size >>= 1) {
                const so_far = localStorage.getItem('other:key') ?? '';
                try { localStorage.setItem('other:key', so_far + 'x'.repeat(size)); } catch {}
            }";
        behind_its_back(page, fill).await?;
        page.fill("Description", "While it was full").await?;
        page.click("checkbox", "Close all active and draft quotes with the opportunity").await?;
        page.click("button", "Close as won").await?;
        page.sees("Closed as won, with 2 quotes.").await?;
        page.open("#/opportunity/deal00002").await?;
        page.click("button", "More actions").await?;
        page.click("button", "Delete").await?;
        page.sees("Moved to the bin.").await?;

        behind_its_back(page, fill).await?;
        page.open("#/new").await?;
        page.fill("Topic", &"Too long ".repeat(30)).await?;
        behind_its_back(page, fill).await?;
        behind_its_back(page, "localStorage.removeItem('tutup:reserve')").await?;
        behind_its_back(page, fill).await?;
        save(page).await?;
        page.sees("Not saved: the browser refused to store it").await?;
        page.holds_value("Topic", &"Too long ".repeat(30)).await?;
        let stored = page.opportunities().await?;
        ensure!(stored.len() == 2 && stored[ID]["cl"][0]["de"] == "While it was full", "{stored:?}");
        ensure!(stored["deal00002"]["dl"].is_i64(), "{stored:?}");

        behind_its_back(page, "localStorage.removeItem('other:key')").await?;
        save(page).await?;
        page.sees("Opportunity created.").await?;
        ensure!(page.opportunities().await?.len() == 3);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn p3_a_page_that_comes_back_with_back_does_not_write_over_what_happened_meanwhile() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        page.open(&format!("#/opportunity/{ID}")).await?;
        page.has("heading", "ERP rollout").await?;
        page.browser.driver.goto(format!("{}/e2e-anteroom", page.address())).await?;
        page.store_record(KEY, &open_deal("Theirs")).await?;
        page.back().await?;
        page.fill("Customer", "Contoso").await?;
        save(page).await?;
        // Whether the browser has kept the page as it was, or loads it anew: theirs is seen before anything is written.
        page.sees("Theirs").await?;
        ensure!(page.opportunity().await?["t"] == "Theirs", "theirs is gone");
        page.holds_value("Customer", "Contoso").await
    })
    .await;
}

#[tokio::test]
async fn r16_p3_undo_does_not_take_back_what_another_tab_has_built_upon() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        let route = format!("#/opportunity/{ID}");
        page.open(&route).await?;
        page.fill("Customer", "Contoso").await?;
        save(page).await?;
        page.sees("Opportunity edited.").await?;
        let first = page.second_tab(&route).await?;
        page.fill("Contact", "Fabrikam").await?;
        save(page).await?;
        page.sees("Opportunity edited.").await?;
        page.switch(&first).await?;
        page.holds_value("Contact", "Fabrikam").await?;
        page.click("button", "Undo").await?;
        page.sees("ERP rollout").await?;
        page.sees_no("Undone").await?;
        let stored = page.opportunity().await?;
        ensure!(stored["cu"] == "Contoso" && stored["co"] == "Fabrikam", "{stored}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn ctrl_z_in_a_text_takes_back_the_typing_and_no_act() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        page.open(&format!("#/opportunity/{ID}")).await?;
        page.fill("Customer", "Contoso").await?;
        save(page).await?;
        page.sees("Opportunity edited.").await?;
        page.fill("Topic", "Typed").await?;
        page.chord(Key::Control, 'z').await?;
        page.browser.rest().await?;
        ensure!(page.opportunity().await?["cu"] == "Contoso", "the act was taken back");
        page.holds_value("Customer", "Contoso").await
    })
    .await;
}

#[tokio::test]
async fn another_language_or_a_reset_of_the_sample_keeps_what_is_typed_elsewhere() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        page.open(&format!("#/opportunity/{ID}")).await?;
        page.fill("Topic", "Typed").await?;
        page.sees("1 unsaved change").await?;
        page.click("button", "MS: Bahasa Melayu").await?;
        page.holds_value("Topik", "Typed").await?;
        page.click("button", "EN: English").await?;
        page.holds_value("Topic", "Typed").await?;

        behind_its_back(page, "location.hash = '#/demo/open'").await?;
        page.click("button", "Reset the sample data").await?;
        page.sees("This is sample data").await?;
        page.click("link", "Leave the sample data").await?;
        page.click("link", "ERP rollout").await?;
        page.holds_value("Topic", "Typed").await?;
        ensure!(page.opportunities().await?[ID] == open_deal("ERP rollout"), "it was saved or changed");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_clock_that_went_back_damages_no_record() {
    // The year 2001, long before the record was created.
    const PAST: &str = "{
        const now = Date;
        const back = now.now() - now.UTC(2001, 0, 1);
        window.Date = new Proxy(now, {
            construct: (clock, args) => args.length ? new clock(...args) : new clock(clock.now() - back),
            get: (clock, name) => name === 'now' ? () => clock.now() - back : Reflect.get(clock, name),
        });
    }";
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        page.before_load(PAST).await?;
        page.open(&format!("#/opportunity/{ID}")).await?;
        page.fill("Topic", "ERP rollout, phase 2").await?;
        save(page).await?;
        page.sees("Opportunity edited.").await?;
        page.click("link", "Close as won…").await?;
        page.click("button", "Close as won").await?;
        page.sees("and read-only since.").await?;
        let closed = page.opportunity().await?;
        ensure!(closed["cl"][0]["on"] == "2001-01-01" && closed["cr"] == STORED_AT, "{closed}");
        page.open("#/settings").await?;
        page.sees_no("attention").await?;
        ensure!(page.opportunity().await? == closed);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn r26_deleting_for_good_by_a_double_click_deletes_one_and_can_be_undone() {
    in_browser(Site::whole(), async |page| {
        for id in [ID, "deal00002"] {
            let mut deleted = closed_deal(id);
            deleted["dl"] = json!(STORED_AT);
            store_deal(page, id, &deleted).await?;
        }
        let before = page.opportunities().await?;
        page.open(&format!("#/opportunity/{ID}")).await?;
        page.double_click("button", "Delete for good").await?;
        page.sees("Deleted for good.").await?;
        ensure!(page.opportunities().await?.keys().eq(["deal00002"]), "one is gone");
        page.click("button", "Undo").await?;
        page.sees("Undone").await?;
        ensure!(page.opportunities().await? == before);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn p3_a_bin_that_another_tab_has_changed_is_emptied_of_what_was_counted_or_not_at_all() {
    in_browser(Site::whole(), async |page| {
        let mut deleted = closed_deal("Website");
        deleted["dl"] = json!(STORED_AT);
        store_deal(page, ID, &deleted).await?;
        page.open("#/bin/empty").await?;
        page.has("button", "Delete 1 opportunity for good").await?;
        // The other tab restores it; this one has not heard of it when it empties.
        page.store_record(KEY, &closed_deal("Website")).await?;
        page.click("button", "Delete 1 opportunity for good").await?;
        page.sees("This opportunity is not in the bin").await?;
        ensure!(page.opportunity().await? == closed_deal("Website"), "it is deleted");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn p2_a_reload_while_the_bin_is_being_emptied_leaves_all_of_it_or_nothing() {
    in_browser(Site::whole(), async |page| {
        const COUNT: usize = 60;
        // Whether the first page has come to use what it loaded depends on when it is left.
        page.allow_console("was preloaded using link preload but not used");
        for reload in ["location.reload()", "setTimeout(() => location.reload(), 100)"] {
            let mut deleted = closed_deal("Website");
            deleted["dl"] = json!(STORED_AT);
            for place in 0..COUNT {
                store_deal(page, &format!("deal{place:05}"), &deleted).await?;
            }
            page.open("#/bin/empty").await?;
            page.has("button", &format!("Delete {COUNT} opportunities for good")).await?;
            let both = format!("document.querySelector('dialog [type=submit]').click(); {reload}");
            // The reload has come when the page has forgotten the variable.
            behind_its_back(page, &format!("window.e2eBefore = true; setTimeout(() => {{ {both} }})")).await?;
            page.holds("the page anew", "return !window.e2eBefore && !!document.querySelector('main')").await?;
            page.open("#/settings").await?;
            page.sees_no("attention").await?;
            let left = page.opportunities().await?.len();
            ensure!(left == 0 || left == COUNT, "{left} are left");
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn p3_a_restore_that_was_shown_for_another_book_is_worked_out_anew() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        page.open("#/settings").await?;
        let file = json!({ "tutup:format": "1", KEY: e2e::envelope(&open_deal("From the file")) });
        pick(page, &file.to_string()).await?;
        page.choose("1 record differs", "Take the file’s").await?;
        page.store_record(KEY, &open_deal("Changed elsewhere meanwhile")).await?;
        page.click("button", "Merge this file into my book").await?;
        page.sees("was changed in another tab meanwhile. Nothing was changed").await?;
        page.sees("1 record differs; yours is kept.").await?;
        ensure!(page.opportunity().await?["t"] == "Changed elsewhere meanwhile");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn an_empty_backup_replaces_a_book_only_after_a_second_yes_and_can_be_undone() {
    in_browser(Site::whole(), async |page| {
        page.open("#/settings").await?;
        page.click("button", "Back up now").await?;
        let empty = page.read_download().await?;
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        let before = page.opportunities().await?;
        page.open("#/settings").await?;
        pick(page, &empty).await?;
        page.click("radio", "Replace: have exactly what is in the file, and nothing else").await?;
        let replace = page.find("button", "Replace my book by this file").await?;
        ensure!(!replace.is_enabled().await?, "nothing would be left, and nobody has agreed");
        page.click("checkbox", "Yes, leave me 0 of my 1 opportunity.").await?;
        page.click("button", "Replace my book by this file").await?;
        page.sees("Backup restored").await?;
        ensure!(page.opportunities().await?.is_empty());
        page.click("button", "Undo").await?;
        page.sees("Undone").await?;
        ensure!(page.opportunities().await? == before);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn p6_no_act_touches_what_is_another_programs() {
    let others = ["tutup", "tutupx:o:1", "Tutup:o:deal00001", " tutup:o:deal00001", "o:deal00001", "\u{feff}tutup:o:x"];
    in_browser(Site::whole(), async |page| {
        for key in others {
            page.store(key, "theirs").await?;
        }
        let mut deleted = closed_deal("Website");
        deleted["dl"] = json!(STORED_AT);
        store_deal(page, "deal00002", &deleted).await?;
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        page.open("#/bin/empty").await?;
        page.click("button", "Delete 1 opportunity for good").await?;
        page.sees("Bin emptied").await?;
        page.open("#/demo/open").await?;
        page.click("button", "Reset the sample data").await?;
        page.open("#/settings").await?;
        pick(page, &json!({ "tutup:format": "1", KEY: e2e::envelope(&open_deal("File")), "other": "x" }).to_string())
            .await?;
        page.click("radio", "Replace: have exactly what is in the file, and nothing else").await?;
        page.click("button", "Replace my book by this file").await?;
        page.sees("Backup restored").await?;
        let stored = page.stored().await?;
        for key in others {
            ensure!(stored[key] == "theirs", "{key:?} is touched");
        }
        let known = |key: &String| key.starts_with("tutup:") || others.contains(&key.as_str());
        ensure!(stored.keys().all(known), "a key of its own making: {:?}", stored.keys());
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn p4_a_redo_record_that_cannot_be_read_is_set_aside_and_nothing_is_lost() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        page.store(FORMAT_KEY, "1").await?;
        page.store("tutup:tx", "deadbeef|half a redo rec").await?;
        page.open(&format!("#/opportunity/{ID}")).await?;
        // It is set aside a moment after the start; until then a save says that it has to be tried again.
        page.holds("it set aside", "return localStorage.getItem('tutup:tx') === null").await?;
        page.fill("Topic", "ERP rollout, phase 2").await?;
        save(page).await?;
        page.holds("the save", "return localStorage.getItem('tutup:o:deal00001').includes('phase 2')").await?;
        let stored = page.stored().await?;
        ensure!(!stored.contains_key("tutup:tx"), "it is in the way");
        ensure!(stored.values().any(|value| value.contains("half a redo rec")), "its bytes are gone: {stored:?}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn two_new_opportunities_in_two_tabs_are_two() {
    in_browser(Site::whole(), async |page| {
        page.open("#/new").await?;
        page.fill("Topic", "First").await?;
        let first = page.second_tab("#/new").await?;
        page.fill("Topic", "Second").await?;
        save(page).await?;
        page.sees("Opportunity created.").await?;
        page.switch(&first).await?;
        page.holds_value("Topic", "First").await?;
        save(page).await?;
        page.sees("Opportunity created.").await?;
        let topics: Vec<_> = page.opportunities().await?.into_values().map(|deal| deal["t"].to_string()).collect();
        ensure!(topics.len() == 2 && topics.contains(&"\"First\"".into()), "{topics:?}");
        Ok(())
    })
    .await;
}
