//! Deleting into the bin, restoring from it and emptying it (R26).

use anyhow::{Result, ensure};
use e2e::steps::{closed_deal, open_deal, quote, store_deal};
use e2e::{Page, Site, in_browser};
use serde_json::json;

const ID: &str = "deal00001";
const CLOSED: &str = "deal00002";

/// What an open opportunity with an active quote can be changed by.
const CONTROLS: [(&str, &str); 10] = [
    ("link", "Close as won…"),
    ("link", "Close as lost…"),
    ("link", "Close all quotes…"),
    ("button", "Save"),
    ("button", "More actions"),
    ("button", "New quote"),
    ("button", "New line"),
    ("button", "Add"),
    ("button", "Actions for Q-00001 r0"),
    ("textbox", "Topic"),
];

async fn delete(page: &Page, id: &str) -> Result<()> {
    page.open(&format!("#/opportunity/{id}")).await?;
    page.click("button", "More actions").await?;
    page.click("button", "Delete").await
}

#[tokio::test]
async fn r26_what_is_deleted_is_in_the_bin_and_nowhere_else_and_comes_back_as_it_was() {
    in_browser(Site::whole(), async |page| {
        let mut deal = open_deal("ERP rollout");
        deal["qu"] = json!([quote(1, true), quote(2, false)]);
        store_deal(page, ID, &deal).await?;
        store_deal(page, CLOSED, &closed_deal("Website")).await?;
        delete(page, ID).await?;
        page.sees("Moved to the bin.").await?;
        page.sees("No opportunity is open.").await?;
        ensure!(page.route().await? == "#/open");
        page.open("#/all").await?;
        page.has("link", "Website").await?;
        page.has_no("link", "ERP rollout").await?;

        page.open("#/bin").await?;
        page.has_no("link", "Website").await?;
        page.click("link", "ERP rollout").await?;
        read_only(page).await?;
        page.click("link", "Q-00002").await?;
        page.sees("The opportunity is in the bin, so its quotes are read-only.").await?;
        for act in ["Save", "Activate", "Actions for Q-00002 r0"] {
            page.has_no("button", act).await?;
        }
        page.open(&format!("#/opportunity/{ID}/close?as=won")).await?;
        page.sees("This opportunity is in the bin and read-only. Restore it first.").await?;
        page.has_no("button", "Close as won").await?;
        read_only(page).await?;

        page.click("button", "Restore").await?;
        page.sees("Restored from the bin.").await?;
        for (role, name) in CONTROLS {
            page.has(role, name).await?;
        }
        ensure!(page.opportunities().await?[ID] == deal, "it is as it was");
        page.click("button", "Undo").await?;
        read_only(page).await?;
        page.click("button", "Redo").await?;
        page.has("link", "Close as won…").await
    })
    .await;
}

/// The page of the opportunity in the bin: what would be refused has no control.
async fn read_only(page: &Page) -> Result<()> {
    page.sees("and read-only since.").await?;
    page.has("button", "Restore").await?;
    for (role, name) in CONTROLS {
        page.has_no(role, name).await?;
    }
    Ok(())
}

#[tokio::test]
async fn r26_emptying_the_bin_asks_with_the_number_and_undo_brings_it_back() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, CLOSED, &closed_deal("Website")).await?;
        delete(page, CLOSED).await?;
        page.sees("No opportunity has been lost.").await?;
        page.click("button", "Undo").await?;
        page.has("link", "Website").await?;
        delete(page, CLOSED).await?;
        page.sees("Moved to the bin.").await?;
        let deleted = page.opportunity().await?;

        page.open("#/bin").await?;
        page.click("link", "Empty the bin…").await?;
        page.has("dialog", "Empty the bin").await?;
        page.sees("1 opportunity").await?;
        page.click("button", "Cancel").await?;
        page.has_no("dialog", "Empty the bin").await?;
        ensure!(page.opportunity().await? == deleted, "asking changes nothing");
        page.click("link", "Empty the bin…").await?;
        page.click("button", "Delete 1 opportunity for good").await?;
        page.sees("Bin emptied, 1 opportunity deleted for good.").await?;
        page.sees("The bin is empty.").await?;
        page.has_no("link", "Empty the bin…").await?;
        ensure!(page.opportunities().await?.is_empty());

        page.click("button", "Undo").await?;
        page.click("link", "Website").await?;
        ensure!(page.opportunity().await? == deleted);
        page.click("button", "Delete for good").await?;
        page.sees("Deleted for good.").await?;
        page.sees("The bin is empty.").await?;
        ensure!(page.opportunities().await?.is_empty());
        page.open("#/bin/empty").await?;
        page.sees("The bin is empty.").await?;
        page.has_no("dialog", "Empty the bin").await
    })
    .await;
}

#[tokio::test]
async fn p2_r26_a_bin_of_many_is_emptied_in_one_act() {
    in_browser(Site::whole(), async |page| {
        for id in [ID, CLOSED, "deal00003"] {
            store_deal(page, id, &open_deal(id)).await?;
        }
        for id in [ID, CLOSED] {
            delete(page, id).await?;
            page.sees("Moved to the bin.").await?;
        }
        let before = page.opportunities().await?;
        page.open("#/bin").await?;
        page.click("link", "Empty the bin…").await?;
        page.sees("2 opportunities").await?;
        page.double_click("button", "Delete 2 opportunities for good").await?;
        page.sees("Bin emptied, 2 opportunities deleted for good.").await?;
        page.sees("The bin is empty.").await?;
        ensure!(page.opportunity().await?["t"] == "deal00003", "what is not in the bin stays");
        page.click("button", "Undo").await?;
        page.has("link", ID).await?;
        page.has("link", CLOSED).await?;
        ensure!(page.opportunities().await? == before);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn r22_delete_saves_what_is_unsaved_first_and_does_not_start_while_that_has_problems() {
    in_browser(Site::whole(), async |page| {
        store_deal(page, ID, &open_deal("ERP rollout")).await?;
        page.open(&format!("#/opportunity/{ID}")).await?;
        page.fill("Estimated revenue", "about a lot").await?;
        page.click("button", "More actions").await?;
        page.click("button", "Delete").await?;
        page.sees("Not saved yet").await?;
        ensure!(page.opportunity().await?.get("dl").is_none(), "it is not deleted");

        page.fill("Estimated revenue", "7").await?;
        page.click("button", "More actions").await?;
        page.click("button", "Delete").await?;
        page.sees("Moved to the bin.").await?;
        let deleted = page.opportunity().await?;
        ensure!(deleted["er"] == 700 && deleted["dl"].is_i64(), "{deleted}");
        Ok(())
    })
    .await;
}
