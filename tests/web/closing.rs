//! Closing through the dialog.

use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::window;

use crate::page::{Page, stored, stored_keys};

async fn saved(topic: &str) -> (Page, String) {
    let page = Page::open("#/new");
    page.type_into("Topic", topic).await;
    page.type_into("Estimated revenue", "1000").await;
    page.press("Save").await;
    page.sees("Close as won").await;
    let key = stored_keys().into_iter().find(|key| key.starts_with("tutup:o:")).unwrap();
    (page, key)
}

#[wasm_bindgen_test]
async fn r06_an_opportunity_without_quotes_closes_with_its_estimate() {
    let (page, key) = saved("Training").await;
    let id = key.trim_start_matches("tutup:o:").to_owned();
    let page = page.reopen(&format!("#/opportunity/{id}/close?as=won"));
    page.sees("Close opportunity").await;
    assert_eq!(page.held("Actual revenue").await, "1,000.00");
    page.press("Close as won").await;
    page.sees_no("Close opportunity").await;
    page.sees("read-only").await;
    assert!(window().unwrap().location().hash().unwrap().ends_with(&id), "the address is the page's again");
    let page = page.reopen("#/won");
    page.sees("Training").await;
}

#[wasm_bindgen_test]
async fn r09_everything_wrong_with_a_closing_is_said_at_once() {
    let (page, key) = saved("Audit").await;
    let before = stored(&key);
    let id = key.trim_start_matches("tutup:o:").to_owned();
    let page = page.reopen(&format!("#/opportunity/{id}/close?as=lost"));
    page.sees("Close opportunity").await;
    page.type_into("Actual revenue", "12.345").await;
    page.type_into("Close date", "31 Apr 2026").await;
    page.press("Close as lost").await;
    page.sees("3 things to settle").await;
    page.refuses("Actual revenue", "MYR has 2").await;
    page.refuses("Close date", "no such day").await;
    assert_eq!(page.held("Actual revenue").await, "12.345");
    assert_eq!(stored(&key), before, "nothing was written");
}
