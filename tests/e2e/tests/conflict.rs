//! What two tabs changed: refused, shown side by side, and chosen field by field.

use anyhow::{Result, ensure};
use e2e::steps::{STORED_AT, closed_deal, open_deal, quote, store_deal};
use e2e::{Key, Page, Site, envelope_of, in_browser};
use serde_json::{Value, json};

const ID: &str = "deal00001";
const KEY: &str = "tutup:o:deal00001";
const DIALOG: &str = "Changed in two places";

/// The deal as the other tab saves it: another topic and estimate, and a probability.
fn theirs() -> Value {
    let mut deal = open_deal("Theirs");
    deal["er"] = json!(250_000);
    deal["pr"] = json!(60);
    deal
}

/// Types another topic, estimate and customer, and saves over what this tab has not read.
async fn refused(page: &Page) -> Result<()> {
    store_deal(page, ID, &open_deal("ERP rollout")).await?;
    page.open(&format!("#/opportunity/{ID}")).await?;
    page.fill("Topic", "Mine").await?;
    page.fill("Estimated revenue", "2,000").await?;
    page.fill("Customer", "Contoso").await?;
    // A tab is never told of what was written from within itself, so it has not read it.
    page.store_record(KEY, &theirs()).await?;
    page.click("button", "Save").await?;
    page.has("dialog", DIALOG).await
}

#[tokio::test]
async fn p3_an_edit_of_what_another_tab_changed_is_refused_and_chosen_field_by_field() {
    in_browser(Site::whole(), async |page| {
        refused(page).await?;
        page.sees_no("Not saved: this opportunity").await?;
        page.sees("changed in both places").await?;
        page.has("radio", "Yours RM\u{a0}2,000.00").await?;
        page.has("radio", "Stored now RM\u{a0}2,500.00").await?;
        let own = page.find("radio", "Yours Contoso").await?;
        ensure!(own.is_selected().await?, "what only this tab changed is this tab's");
        let other = page.find("radio", "Stored now 60%").await?;
        ensure!(other.is_selected().await?, "what only the other tab changed is the other's");
        ensure!(page.opportunity().await? == theirs(), "theirs is kept");

        // Nothing is chosen silently.
        page.press(Key::Enter).await?;
        page.sees("Choose one version first, in 2 fields.").await?;
        page.has_focus("radio", "Yours Mine").await?;
        page.click("radio", "Yours Mine").await?;
        page.click("radio", "Stored now RM\u{a0}2,500.00").await?;
        page.press(Key::Enter).await?;
        page.sees("Opportunity edited.").await?;
        page.has_no("dialog", DIALOG).await?;
        let stored = page.opportunity().await?;
        ensure!(stored["t"] == "Mine" && stored["cu"] == "Contoso", "{stored}");
        ensure!(stored["er"] == 250_000 && stored["pr"] == 60, "{stored}");
        page.sees_no("unsaved").await
    })
    .await;
}

#[tokio::test]
async fn one_button_keeps_all_of_mine_and_the_other_takes_all_of_theirs() {
    for (button, topic, estimate, probability) in
        [("Keep mine", "Mine", 200_000, Value::Null), ("Take theirs", "Theirs", 250_000, json!(60))]
    {
        in_browser(Site::whole(), async |page| {
            refused(page).await?;
            page.click("button", button).await?;
            page.has_focus("button", "Save").await?;
            page.press(Key::Enter).await?;
            page.has_no("dialog", DIALOG).await?;
            page.has("heading", topic).await?;
            page.sees_no("unsaved").await?;
            let stored = page.opportunity().await?;
            ensure!(stored["t"] == topic && stored["er"] == estimate, "{stored}");
            ensure!(stored["pr"] == probability, "{stored}");
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn p7_cancel_keeps_what_was_typed_and_the_next_save_asks_again_also_after_a_reload() {
    in_browser(Site::whole(), async |page| {
        refused(page).await?;
        page.press(Key::Escape).await?;
        page.has_no("dialog", DIALOG).await?;
        page.holds_value("Topic", "Mine").await?;
        page.holds_value("Customer", "Contoso").await?;
        page.holds_value("Probability", "60").await?;
        page.sees("While you were typing, this was changed elsewhere in 2 fields that you changed too.").await?;
        ensure!(page.opportunity().await? == theirs(), "nothing is written");

        page.reload().await?;
        page.holds_value("Topic", "Mine").await?;
        page.sees("in 2 fields that you changed too.").await?;
        page.click("button", "Save").await?;
        page.has("dialog", DIALOG).await?;
        page.press(Key::Escape).await?;
        // No act passes it by.
        page.click("link", "Close as won…").await?;
        page.has("dialog", DIALOG).await?;
        page.click("button", "Take theirs").await?;
        page.click("button", "Save").await?;
        page.has_no("dialog", DIALOG).await?;
        page.sees_no("that you changed too.").await?;
        ensure!(page.opportunity().await?["t"] == "Theirs");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_is_heard_of_while_typing_is_asked_about_before_it_is_written_over() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        let route = format!("#/opportunity/{ID}");
        page.open(&route).await?;
        page.fill("Topic", "Mine").await?;

        let first = page.second_tab(&route).await?;
        page.fill("Topic", "Theirs").await?;
        page.fill("Customer", "Contoso").await?;
        page.click("button", "Save").await?;
        page.sees("Opportunity edited.").await?;

        page.switch(&first).await?;
        page.holds_value("Customer", "Contoso").await?;
        page.holds_value("Topic", "Mine").await?;
        page.sees("in 1 field that you changed too.").await?;
        page.click("button", "Save").await?;
        page.has("dialog", DIALOG).await?;
        page.has("radio", "Stored now Theirs").await?;
        ensure!(page.opportunity().await?["t"] == "Theirs", "it is not written over");
        page.click("radio", "Yours Mine").await?;
        page.press(Key::Enter).await?;
        page.sees("Opportunity edited.").await?;
        ensure!(page.opportunity().await?["t"] == "Mine");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn p3_what_changed_again_while_the_user_chose_is_shown_before_it_is_written_over() {
    in_browser(Site::whole(), async |page| {
        refused(page).await?;
        page.click("button", "Keep mine").await?;
        let mut newer = theirs();
        newer["t"] = json!("Theirs, once more");
        page.store_record(KEY, &newer).await?;
        page.click("button", "Save").await?;
        page.has("radio", "Stored now Theirs, once more").await?;
        ensure!(page.opportunity().await? == newer, "it is not written over");
        page.click("radio", "Yours Mine").await?;
        page.press(Key::Enter).await?;
        page.sees("Opportunity edited.").await?;
        let stored = page.opportunity().await?;
        ensure!(stored["t"] == "Mine" && stored["er"] == 200_000 && stored["cu"] == "Contoso", "{stored}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn p3_a_draft_that_another_tab_changed_is_chosen_field_by_field_with_its_lines() {
    in_browser(Site::whole(), async |page| {
        let mut deal = open_deal("ERP rollout");
        deal["qu"] = json!([quote(1, false)]);
        store_deal(page, ID, &deal).await?;
        page.open(&format!("#/opportunity/{ID}/quote/Q-00001-0")).await?;
        page.fill("Name", "My offer").await?;
        page.click("button", "New line").await?;
        page.fill("Name, line 1", "Workshop").await?;
        page.fill("Quoted amount, line 1", "900").await?;
        let mut other = deal.clone();
        other["qu"][0]["n"] = json!("Their offer");
        other["qu"][0]["tt"] = json!(150_000);
        page.store_record(KEY, &other).await?;
        page.chord(Key::Control, 's').await?;
        page.has("dialog", DIALOG).await?;
        page.sees("Workshop · Time and material · Quoted amount RM 900.00").await?;
        page.sees("Total: RM 1,500.00").await?;
        ensure!(page.opportunity().await? == other, "theirs is kept");

        page.click("radio", "Stored now Their offer").await?;
        page.click("radio", "Yours Workshop · Time and material · Quoted amount RM\u{a0}900.00").await?;
        page.press(Key::Enter).await?;
        page.sees("Q-00001 r0 edited.").await?;
        page.holds_value("Name", "Their offer").await?;
        page.holds_value("Name, line 1", "Workshop").await?;
        let stored = page.opportunity().await?;
        ensure!(stored["qu"][0]["n"] == "Their offer" && stored["qu"][0]["ln"][0]["qa"] == 90_000, "{stored}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn p3_closing_what_another_tab_changed_is_refused_with_what_changed_and_then_done_on_it() {
    in_browser(Site::whole(), async |page| {
        let mut deal = open_deal("ERP rollout");
        deal["qu"] = json!([quote(1, true)]);
        store_deal(page, ID, &deal).await?;
        page.open(&format!("#/opportunity/{ID}/close?as=lost")).await?;
        page.choose("Status reason", "Other").await?;
        page.fill("Description", "They moved").await?;
        page.click("checkbox", "Close all active and draft quotes with the opportunity").await?;
        let mut other = deal.clone();
        other["cu"] = json!("Contoso");
        other["qu"] = json!([quote(1, true), quote(2, false)]);
        other["no"] = json!([{ "i": 1, "tx": "They call on Monday.", "at": STORED_AT }]);
        page.store_record(KEY, &other).await?;
        page.click("button", "Close as lost").await?;
        page.sees("Nothing was done: the opportunity was changed elsewhere since you last looked.").await?;
        for changed in ["Contoso", "Offer 2 · Draft · RM 1,200.00", "They call on Monday."] {
            page.sees(changed).await?;
        }
        page.holds_value("Description", "They moved").await?;
        ensure!(page.opportunity().await? == other, "theirs is kept");

        page.click("button", "Close as lost").await?;
        page.sees("and read-only since.").await?;
        let stored = page.opportunity().await?;
        ensure!(stored["cu"] == "Contoso" && stored["cl"][0]["de"] == "They moved", "{stored}");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn what_two_tabs_wrote_at_the_same_moment_is_compared_and_put_back() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        page.open(&format!("#/opportunity/{ID}")).await?;
        page.fill("Topic", "Mine").await?;
        page.fill("Customer", "Contoso").await?;
        page.click("button", "Save").await?;
        page.sees("Opportunity edited.").await?;

        // Another tab read the first version too, and writes its second one over this tab's.
        let first = page.second_tab("rescue.html").await?;
        page.store(KEY, &envelope_of(2, &theirs())).await?;
        page.switch(&first).await?;
        page.sees("What is shown is the other tab’s.").await?;
        page.holds_value("Topic", "Theirs").await?;
        page.click("link", "Compare…").await?;
        page.has("dialog", DIALOG).await?;
        let own = page.find("radio", "This tab’s Contoso").await?;
        ensure!(own.is_selected().await?, "what only this tab changed is put back by itself");
        page.click("radio", "This tab’s Mine").await?;
        page.press(Key::Enter).await?;
        page.has_no("dialog", DIALOG).await?;
        page.sees("Opportunity edited.").await?;
        let stored = page.opportunity().await?;
        ensure!(stored["t"] == "Mine" && stored["cu"] == "Contoso", "{stored}");
        ensure!(stored["er"] == 250_000 && stored["pr"] == 60, "{stored}");

        // The address leads nowhere any more.
        page.open(&format!("#/opportunity/{ID}/compare")).await?;
        page.has("heading", "Mine").await?;
        page.has_no("dialog", DIALOG).await
    })
    .await;
}

#[tokio::test]
async fn what_another_tab_closed_at_the_same_moment_is_compared_and_not_edited() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        page.open(&format!("#/opportunity/{ID}")).await?;
        page.fill("Topic", "Mine").await?;
        page.click("button", "Save").await?;
        page.sees("Opportunity edited.").await?;
        let first = page.second_tab("rescue.html").await?;
        page.store(KEY, &envelope_of(2, &closed_deal("ERP rollout"))).await?;
        page.switch(&first).await?;
        page.click("link", "Compare…").await?;
        page.has("dialog", DIALOG).await?;
        page.sees("Lost, 5 Oct 2026").await?;
        page.has_no("button", "Save").await?;
        page.has_no("radio", "This tab’s Mine").await?;
        page.press(Key::Escape).await?;
        page.sees("and read-only since.").await
    })
    .await;
}
