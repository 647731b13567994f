//! What this tab did: listed, undone and done again, refused where a record has changed since (R16).

use anyhow::{Result, ensure};
use e2e::steps::{arrive, commands_are_here, open_deal, store_deal};
use e2e::{Key, Page, Site, in_browser};
use serde_json::json;

const ID: &str = "deal00001";

/// The acts that are listed, newest first.
async fn listed(page: &Page) -> Result<Vec<String>> {
    let rows = "return [...document.querySelectorAll('.acts li')].map((it) => it.firstElementChild.innerText
        .split('\\n').slice(0, 2).join(' ').replace(/ \\d.*/, ''))";
    Ok(serde_json::from_value(page.browser.run(rows, vec![]).await?)?)
}

async fn lists(page: &Page, wanted: &[&str]) -> Result<()> {
    page.wait_for(&format!("{wanted:?}"), async || {
        let listed = listed(page).await?;
        ensure!(listed == wanted, "{listed:?}");
        Ok(Some(()))
    })
    .await
}

async fn open_list(page: &Page) -> Result<()> {
    page.chord(Key::Control, 'k').await?;
    page.has("combobox", "A command or an opportunity").await?;
    page.press("done in").await?;
    page.has("option", "Done in this tab").await?;
    page.press(Key::Enter).await?;
    page.has("dialog", "Done in this tab").await
}

#[tokio::test]
async fn r16_acts_are_undone_and_done_again_in_the_list() {
    in_browser(Site::whole(), async |page| {
        let deal = open_deal("ERP rollout");
        store_deal(page, ID, &deal).await?;
        arrive(page, &format!("#/opportunity/{ID}")).await?;
        open_list(page).await?;
        page.sees("Nothing was done in this tab yet.").await?;
        page.sees("The list ends when the page is loaded again").await?;
        page.press(Key::Escape).await?;

        page.fill("Probability", "40").await?;
        page.chord(Key::Control, 's').await?;
        page.sees("Opportunity edited.").await?;
        page.press(Key::Tab).await?;
        page.click("button", "New quote").await?;
        page.sees("Q-00001 r0 added.").await?;
        page.click("link", "ERP rollout").await?;
        page.click("link", "Open opportunities").await?;
        page.click("button", "Done in this tab 2").await?;
        let (added, edited) = ("Q-00001 r0 added. ERP rollout", "Opportunity edited. ERP rollout");
        lists(page, &[added, edited]).await?;
        page.click("button", "Undo").await?;
        page.has_focus("button", "Undo").await?;
        page.has("button", "Redo").await?;
        ensure!(page.opportunity().await?.get("qu").is_none(), "the quote is taken back");
        page.press(Key::Enter).await?;
        page.has_no("button", "Undo").await?;
        page.has_focus("button", "Redo").await?;
        page.holds("both struck out", "return document.querySelectorAll('.acts [data-undone]').length === 2").await?;
        ensure!(page.opportunity().await?.get("pr").is_none(), "the edit is taken back");
        page.press(Key::Enter).await?;
        page.has("button", "Undo").await?;
        lists(page, &[added, edited]).await?;
        ensure!(page.opportunity().await?["pr"] == 40, "the edit is done again");

        page.reload().await?;
        commands_are_here(page).await?;
        open_list(page).await?;
        page.sees("Nothing was done in this tab yet.").await
    })
    .await;
}

#[tokio::test]
async fn r16_the_list_says_why_an_act_cannot_be_undone() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        arrive(page, &format!("#/opportunity/{ID}")).await?;
        page.fill("Probability", "40").await?;
        page.chord(Key::Control, 's').await?;
        page.sees("Opportunity edited.").await?;
        let first = page.second_tab(&format!("#/opportunity/{ID}")).await?;
        page.fill("Probability", "50").await?;
        page.chord(Key::Control, 's').await?;
        page.sees("Opportunity edited.").await?;
        page.switch(&first).await?;
        page.holds_value("Probability", "50").await?;
        open_list(page).await?;
        page.click("button", "Undo").await?;
        let why = "Nothing was changed: “ERP rollout” is no longer as this act left it.";
        page.sees(why).await?;
        let in_dialog =
            "return document.querySelector('dialog[open]').innerText.includes('no longer as this act left it')";
        page.holds("it in the dialog", in_dialog).await?;
        ensure!(page.opportunity().await?["pr"] == json!(50), "the other tab's act stands");
        Ok(())
    })
    .await;
}
