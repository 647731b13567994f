//! What a first visitor sees, and the first record.

use tutup::domain::{LongText, fold};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, stored, stored_keys};
use crate::unicode::CASES;

#[wasm_bindgen_test]
async fn an_empty_book_invites_to_begin() {
    let page = Page::open("#/open");
    page.sees("The book is empty").await;
    page.sees("Load sample data").await;
    assert_eq!(stored_keys(), Vec::<String>::new(), "looking writes nothing");
}

#[wasm_bindgen_test]
async fn the_language_switches_without_reload_and_is_kept() {
    let page = Page::open("#/open");
    page.press("MS: Bahasa Melayu").await;
    page.sees("Buku ini kosong").await;
    let root = web_sys::window().unwrap().document().unwrap().document_element().unwrap();
    assert_eq!(root.get_attribute("lang").as_deref(), Some("ms"));
    let page = page.reopen("#/open");
    page.sees("Buku ini kosong").await;
}

#[wasm_bindgen_test]
async fn a_new_opportunity_is_one_record() {
    let page = Page::open("#/new");
    page.type_into("Topic", "ERP rollout").await;
    page.type_into("Customer", "Contoso").await;
    page.type_into("Estimated revenue", "RM 1,250,000").await;
    page.press("Save").await;
    page.wait_for("it is stored", || stored_keys().iter().any(|key| key.starts_with("tutup:o:")).then_some(())).await;
    let keys: Vec<String> = stored_keys().into_iter().filter(|key| key.starts_with("tutup:o:")).collect();
    assert_eq!(keys.len(), 1);
    assert!(stored(&keys[0]).unwrap().contains("125000000"), "money is stored in minor units");
    page.sees("Close as won").await;
    let page = page.reopen("#/open");
    page.sees("ERP rollout").await;
    page.sees("1,250,000.00").await;
}

#[wasm_bindgen_test]
async fn the_sample_is_a_book_of_its_own() {
    let page = Page::open("#/demo/open");
    page.wait_for("24 opportunities are there", || {
        (stored_keys().iter().filter(|key| key.starts_with("tutup:demo:o:")).count() == 24).then_some(())
    })
    .await;
    assert!(!stored_keys().iter().any(|key| key.starts_with("tutup:o:")), "the own book stays empty");
    let page = page.reopen("#/open");
    page.sees("The book is empty").await;
}

#[wasm_bindgen_test]
fn r23_the_browsers_tables_say_what_the_librarys_do() {
    for (typed, kept, folded) in CASES {
        assert_eq!(LongText::parse(typed).unwrap().unwrap().as_str(), *kept, "{typed:?}");
        assert_eq!(fold(kept), *folded, "{kept:?}");
    }
}
