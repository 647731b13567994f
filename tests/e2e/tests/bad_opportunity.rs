//! What cannot be kept of an opportunity is refused at its field and stays as it was typed; everything else is kept as it
//! is (R23).

use anyhow::ensure;
use e2e::refusals::{BELL, Row, refused};
use e2e::{Site, in_browser};
use serde_json::json;

#[tokio::test]
async fn the_form_of_an_opportunity() {
    let long = |length: usize| "é".repeat(length);
    let (t101, t161, t301, t2001) = (long(101), long(161), long(301), long(2001));
    let rounds: [&[Row<'_>]; 4] = [
        &[
            ("Topic", "", "Topic is required."),
            ("Customer", &t161, "Customer has 161 characters; 160 is the most."),
            ("Contact", &t161, "Contact has 161 characters; 160 is the most."),
            ("Estimated revenue", "1.234,50", "Estimated revenue must be an amount such as 1,234.50."),
            (
                "Estimated close date",
                "31 Apr 2026",
                "Estimated close date: that month has no such day. With slashes the day comes first, as in 22/11/2026.",
            ),
            ("Probability", "101", "Probability must be a whole number from 0 to 100."),
            ("Description", &t2001, "Description has 2,001 characters; 2,000 is the most."),
            ("Budget amount", "-1", "Budget amount cannot be below zero."),
            ("Account manager", &t101, "Account manager has 101 characters; 100 is the most."),
            ("Contracting unit", &t101, "Contracting unit has 101 characters; 100 is the most."),
            ("Customer need", &t2001, "Customer need has 2,001 characters; 2,000 is the most."),
            ("Proposed solution", &t2001, "Proposed solution has 2,001 characters; 2,000 is the most."),
            ("Name, line 1", "", "Line 1: name is required."),
            ("Customer budget, line 1", "12.345", "Line 1: customer budget has too many decimals; MYR has 2."),
        ],
        &[
            ("Topic", " \u{a0} ", "Topic is required."),
            ("Customer", BELL, "Customer has the control character U+0007. Remove it."),
            ("Contact", BELL, "Contact has the control character U+0007. Remove it."),
            ("Estimated revenue", "1e5", "Estimated revenue must be an amount such as 1,234.50."),
            (
                "Estimated close date",
                "0000",
                "Estimated close date must be a date such as 22 Nov 2026, 22/11/2026 or 2026-11-22.",
            ),
            ("Probability", "-1", "Probability must be a whole number from 0 to 100."),
            ("Description", BELL, "Description has the control character U+0007. Remove it."),
            ("Budget amount", "٣٤", "Budget amount must be an amount such as 1,234.50."),
            ("Account manager", BELL, "Account manager has the control character U+0007. Remove it."),
            ("Contracting unit", BELL, "Contracting unit has the control character U+0007. Remove it."),
            ("Customer need", BELL, "Customer need has the control character U+0007. Remove it."),
            ("Proposed solution", BELL, "Proposed solution has the control character U+0007. Remove it."),
            ("Name, line 1", "  ", "Line 1: name is required."),
            ("Customer budget, line 1", "NaN", "Line 1: customer budget must be an amount such as 1,234.50."),
        ],
        &[
            ("Topic", &t301, "Topic has 301 characters; 300 is the most."),
            ("Customer", "", ""),
            ("Contact", "", ""),
            ("Estimated revenue", "1,000,000,000,000.01", "Estimated revenue can be at most 1,000,000,000,000."),
            ("Estimated close date", "1/1/20266", "The estimated close date must be between 1970 and 2199."),
            ("Probability", "12.5", "Probability must be a whole number from 0 to 100."),
            ("Description", "", ""),
            ("Budget amount", "1,23", "Budget amount must be an amount such as 1,234.50."),
            ("Account manager", "", ""),
            ("Contracting unit", "", ""),
            ("Customer need", "", ""),
            ("Proposed solution", "", ""),
            ("Name, line 1", &t101, "Line 1: name has 101 characters; 100 is the most."),
            ("Customer budget, line 1", "$ 5", "Line 1: customer budget must be an amount such as 1,234.50."),
        ],
        &[
            ("Topic", BELL, "Topic has the control character U+0007. Remove it."),
            ("Estimated revenue", "12.345", "Estimated revenue has too many decimals; MYR has 2."),
            ("Estimated close date", "31/12/1969", "The estimated close date must be between 1970 and 2199."),
            ("Probability", "fifty", "Probability must be a whole number from 0 to 100."),
            ("Budget amount", "1 234", "Budget amount must be an amount such as 1,234.50."),
            ("Name, line 1", BELL, "Line 1: name has the control character U+0007. Remove it."),
            ("Customer budget, line 1", "--1", "Line 1: customer budget must be an amount such as 1,234.50."),
        ],
    ];
    in_browser(Site::whole(), async |page| {
        page.open("#/new").await?;
        page.click("button", "New line").await?;
        page.click("DisclosureTriangle", "Eight more fields").await?;
        for rows in rounds {
            for (label, ..) in rows.iter().filter(|(.., says)| says.is_empty()) {
                page.fill(label, "").await?;
            }
            let wrong: Vec<Row<'_>> = rows.iter().copied().filter(|(.., says)| !says.is_empty()).collect();
            refused(page, "Save", "Not saved yet", &wrong).await?;
        }
        ensure!(page.opportunities().await?.is_empty(), "nothing is stored");
        // What was wrong is there after a reload too, to be mended.
        page.reload().await?;
        page.holds_value("Topic", BELL).await?;
        page.holds_value("Probability", "fifty").await
    })
    .await;
}

#[tokio::test]
async fn amounts_follow_the_currency() {
    in_browser(Site::whole(), async |page| {
        page.open("#/settings").await?;
        page.choose_by_keys("Currency", "JPY").await?;
        page.open("#/new").await?;
        let rows = [
            ("Topic", "", "Topic is required."),
            ("Estimated revenue", "12.5", "Estimated revenue has decimals; JPY has none."),
        ];
        refused(page, "Save", "Not saved yet", &rows).await?;
        page.click("DisclosureTriangle", "Eight more fields").await?;
        page.choose_by_keys("Currency", "KWD").await?;
        page.fill("Topic", "In dinars").await?;
        page.fill("Estimated revenue", "KWD 1,234.567").await?;
        page.click("button", "Save").await?;
        page.sees("Opportunity created.").await?;
        ensure!(page.opportunity().await?["er"] == 1_234_567, "three digits behind the point");
        Ok(())
    })
    .await;
}

/// Text of every script is kept as it is, and text that looks like a page is only text.
#[tokio::test]
async fn what_looks_dangerous_is_kept_and_shown_as_it_is() {
    const MARKUP: &str = "<img src=x onerror=\"document.title='hit'\"><script>document.title='hit'</script>";
    const FAMILY: &str = "👩\u{200D}👩\u{200D}👧\u{200D}👦 نبيل \u{202E}ygrene";
    let most = "𝒳".repeat(300);
    in_browser(Site::whole(), async |page| {
        page.open("#/new").await?;
        page.insert("Topic", MARKUP).await?;
        page.insert("Customer", FAMILY).await?;
        page.insert("Contact", "=HYPERLINK(\"http://example.com\")").await?;
        page.insert("Description", "one\n\ttwo").await?;
        page.insert("Estimated revenue", "RM\u{a0}1,000,000,000,000").await?;
        page.click("button", "Save").await?;
        page.has("heading", MARKUP).await?;
        page.sees(FAMILY).await?;
        let stored = page.opportunity().await?;
        let wanted = json!([MARKUP, FAMILY, "one\n\ttwo", 100_000_000_000_000_i64]);
        ensure!(json!([stored["t"], stored["cu"], stored["de"], stored["er"]]) == wanted, "{stored}");

        page.click("link", "Close as lost…").await?;
        page.choose("Status reason", "Price").await?;
        page.insert("Competitor", "<b>Bold & Co</b>").await?;
        page.click("button", "Close as lost").await?;
        page.sees("<b>Bold & Co</b>").await?;
        page.open("#/lost").await?;
        page.has("link", MARKUP).await?;
        ensure!(page.browser.driver.title().await? == "Lost opportunities · Tutup", "no script of theirs has run");

        page.open("#/new").await?;
        page.insert("Topic", &most).await?;
        page.click("button", "Save").await?;
        page.sees("Opportunity created.").await?;
        let all = page.opportunities().await?;
        ensure!(all.values().any(|record| record["t"] == most.as_str()), "300 characters of four bytes each are kept");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_nul_is_refused_where_a_field_can_hold_one() {
    in_browser(Site::whole(), async |page| {
        page.open("#/new").await?;
        page.fill("Topic", "Nothing").await?;
        let put = "const [field, text] = args; field.value = text;
            field.dispatchEvent(new Event('input', { bubbles: true })); return field.value;";
        let field = page.field("Description").await?.to_json()?;
        let held = page.browser.run(put, vec![field, json!("a\0b")]).await?;
        ensure!(held == "a\0b", "the field holds {held}");
        page.click("button", "Save").await?;
        page.is_wrong("Description", "Description has the control character U+0000. Remove it.").await?;
        ensure!(page.opportunities().await?.is_empty());
        Ok(())
    })
    .await;
}
