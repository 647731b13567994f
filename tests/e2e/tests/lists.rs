//! The lists at scale: 8,800 rows of real sales data, their control numbers, and what is found, filtered and sorted in them.
//!
//! The data are not part of this repository: `TUTUP_REAL_DATA` names the folder that holds `maven_crm/sales_pipeline.csv`.

use anyhow::{Result, ensure};
use e2e::maven::with_pipeline;
use e2e::{Key, Page};
use serde_json::{Value, json};

/// The rows of the list that are mounted, and how many it says that it has.
const MOUNTED: &str = "[document.querySelectorAll('table.opportunities tbody tr[data-opportunity]').length,
    Number(document.querySelector('table.opportunities').ariaRowCount || document.querySelector('table.opportunities')
        .getAttribute('aria-rowcount')) - 1]";

#[tokio::test]
async fn each_view_of_the_pipeline_counts_its_control_number() {
    with_pipeline(async |page| {
        page.open("#/open").await?;
        for (view, count) in
            [("Open", "2,089"), ("Stale", "2,089"), ("Won", "4,238"), ("Lost", "2,473"), ("All", "8,800")]
        {
            page.has("link", &format!("{view} {count}")).await?;
        }
        for (address, rows, said) in [
            ("#/open?stage=Develop", 1_589, "Total of 1,589"),
            ("#/open?stage=Qualify", 500, "Total of 500"),
            ("#/all?customer=", 1_425, "Total of 1,425"),
            ("#/all?date=", 2_089, "Total of 2,089"),
            ("#/won", 4_238, "10,005,534.00"),
            ("#/won", 4_238, "Win rate 63.15% of 6,711 closed."),
            ("#/lost", 2_473, "4,238 won, 2,473 lost."),
            ("#/all?date=2017-03-01..2017-03-31", 647, "Win rate 82.07% of 647 closed."),
            ("#/won?amount=5000..", 657, "Total of 657"),
        ] {
            page.open(address).await?;
            page.sees(said).await?;
            let some =
                format!("const [mounted, rows] = {MOUNTED}; return rows === {rows} && mounted > 20 && mounted <= 80");
            page.holds(&format!("{rows} rows at {address}, few of them mounted"), &some).await?;
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_search_finds_what_is_closed_too_and_back_leads_to_where_it_began() {
    with_pipeline(async |page| {
        page.open("#/stale").await?;
        page.fill("Search opportunities", "gtxpro  ISDÓM").await?;
        page.sees("Total of 21").await?;
        page.sees("10 won, 9 lost.").await?;
        let marked =
            "return ['won', 'lost'].map(it => document.querySelectorAll(`td.state [data-status=${it}]`).length)";
        ensure!(page.browser.run(marked, vec![]).await? == json!([10, 9]), "Won and Lost are not marked");
        page.back().await?;
        page.sees("Total of 2,089").await?;
        ensure!(page.route().await? == "#/stale", "it came back to {}", page.route().await?);
        page.holds_value("Search opportunities", "").await
    })
    .await;
}

#[tokio::test]
async fn a_column_sorts_both_ways_and_the_address_keeps_it() {
    with_pipeline(async |page| {
        page.open("#/won").await?;
        page.click("button", "Actual revenue, US$").await?;
        page.sees("30,288").await?;
        ensure!(page.route().await? == "#/won?sort=-revenue", "{}", page.route().await?);
        ensure!(first_row(page).await? == "GTK 500", "{}", first_row(page).await?);
        page.click("button", "Actual revenue, US$").await?;
        page.holds("the least first", "return location.hash === '#/won?sort=revenue'").await?;
        page.reload().await?;
        page.holds("the order", "return document.querySelector('th[aria-sort]').ariaSort === 'ascending'").await?;
        page.back().await?;
        page.holds("the greatest first again", "return document.querySelector('tbody').innerText.includes('30,288')")
            .await
    })
    .await;
}

async fn first_row(page: &Page) -> Result<Value> {
    page.browser.run("return document.querySelector('tbody [data-opportunity] .topic').innerText", vec![]).await
}

#[tokio::test]
async fn conditions_are_chosen_in_the_panel_and_taken_away_again() {
    with_pipeline(async |page| {
        page.open("#/all").await?;
        page.click("button", "Filter").await?;
        page.insert("Customer", "isdom").await?;
        page.press(Key::Enter).await?;
        page.sees("Total of 119").await?;
        page.choose("Status reason", "Won").await?;
        page.sees("Win rate 100.00%").await?;
        page.insert("Actual close date: From", "2017-12-01").await?;
        page.press(Key::Tab).await?;
        page.holds(
            "the address",
            "return location.hash.includes('customer=isdom&') && location.hash.includes('date=2017-12-01..')",
        )
        .await?;
        page.insert("Actual close date: To", "soon").await?;
        page.press(Key::Tab).await?;
        page.sees("Enter a date such as").await?;
        page.click("link", "Show all").await?;
        page.sees("Total of 8,800").await?;
        page.click("checkbox", "Customer: empty").await?;
        page.sees("Total of 1,425").await
    })
    .await;
}

#[tokio::test]
async fn chosen_columns_stay_and_the_usual_ones_come_back() {
    with_pipeline(async |page| {
        let heads = async || {
            let heads = "return [...document.querySelectorAll('thead th button')].map(head => head.innerText)";
            page.browser.run(heads, vec![]).await
        };
        page.open("#/open").await?;
        let usual = heads().await?;
        page.click("button", "Columns").await?;
        page.click("checkbox", "Rating").await?;
        page.click("checkbox", "Days open").await?;
        page.click("checkbox", "Estimated revenue").await?;
        page.holds("the choice", "return document.querySelector('thead').innerText.includes('Rating')").await?;
        let chosen = heads().await?;
        ensure!(
            chosen == json!(["Topic", "Customer", "Stage", "Prob.", "Rating", "Closes", "Quotes", "Days open"]),
            "{chosen}"
        );
        page.reload().await?;
        ensure!(heads().await? == chosen, "after a reload: {}", heads().await?);
        page.open("#/won").await?;
        ensure!(!heads().await?.to_string().contains("Rating"), "another view has them too");
        page.open("#/open").await?;
        page.click("button", "Columns").await?;
        page.click("button", "The usual columns").await?;
        page.holds("the usual", "return document.querySelector('thead').innerText.includes('Est. revenue')").await?;
        ensure!(heads().await? == usual, "{}", heads().await?);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn one_comes_back_to_the_row_that_was_opened() {
    with_pipeline(async |page| {
        page.open("#/won").await?;
        page.browser.run("scrollTo(0, 60_000)", vec![]).await?;
        page.holds(
            "rows far down",
            "return Number(document.querySelector('tbody [data-opportunity]').ariaRowIndex
            || document.querySelector('tbody [data-opportunity]').getAttribute('aria-rowindex')) > 1000",
        )
        .await?;
        let opened = page
            .browser
            .run(
                "const all = [...document.querySelectorAll('tbody [data-opportunity] a')];
            const link = all[Math.floor(all.length / 2)]; link.focus(); link.click(); return link.id",
                vec![],
            )
            .await?;
        page.has("link", "Won opportunities").await?;
        page.back().await?;
        let script = format!("return document.activeElement.id === {opened} && scrollY > 50_000");
        page.holds("the row with the focus, where it was", &script).await
    })
    .await;
}
