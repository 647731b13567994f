//! Bad input gets the right words at the right field, and stays (R23).

use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, stored_keys};

/// Each field of an opportunity with what cannot be, and a part of the words that it gets.
const BAD: &[(&str, &str, &str)] = &[
    ("Topic", "", "required"),
    ("Topic", "   ", "required"),
    ("Topic", "a\u{0}b", "U+0000"),
    ("Customer", "\u{7}", "U+0007"),
    ("Contact", "x\u{1b}", "U+001B"),
    ("Estimated revenue", "1.234,50", "1,234.50"),
    ("Estimated revenue", "1e5", "1,234.50"),
    ("Estimated revenue", "1,23", "1,234.50"),
    ("Estimated revenue", "NaN", "1,234.50"),
    ("Estimated revenue", "٣٤", "1,234.50"),
    ("Estimated revenue", "-1", "below zero"),
    ("Estimated revenue", "12.345", "MYR has 2"),
    ("Estimated revenue", "1,000,000,000,000.01", "1,000,000,000,000"),
    ("Estimated close date", "31 Apr 2026", "no such day"),
    ("Estimated close date", "0000", "22 Nov 2026"),
    ("Estimated close date", "1/1/20266", "1970 and 2199"),
    ("Estimated close date", "2200-01-01", "1970 and 2199"),
    ("Estimated close date", "tomorrow", "22 Nov 2026"),
    ("Probability", "101", "0 to 100"),
    ("Probability", "5.5", "0 to 100"),
    ("Probability", "-1", "0 to 100"),
    ("Budget amount", "12.345", "MYR has 2"),
    ("Description", "\u{0}", "U+0000"),
    ("Account manager", "\u{202e}\u{1}", "U+0001"),
];

#[wasm_bindgen_test]
async fn r23_every_wrong_entry_of_an_opportunity_is_named_at_its_field_and_stays() {
    let page = Page::open("#/new");
    for (label, typed, words) in BAD {
        page.type_into("Topic", "A topic").await;
        page.type_into(label, typed).await;
        let held = page.held(label).await;
        page.press("Save").await;
        page.refuses(label, words).await;
        assert_eq!(page.held(label).await, held, "{label} keeps what was typed");
        page.type_into(label, "").await;
    }
    assert!(!stored_keys().iter().any(|key| key.starts_with("tutup:o:")), "nothing was saved");
}

#[wasm_bindgen_test]
async fn r23_a_text_one_character_too_long_is_never_cut() {
    let page = Page::open("#/new");
    for (label, max) in [("Topic", 300), ("Customer", 160), ("Account manager", 100), ("Description", 2000)] {
        let long = "é".repeat(max + 1);
        page.type_into("Topic", "A topic").await;
        page.type_into(label, &long).await;
        page.press("Save").await;
        page.refuses(label, &grouped(max + 1)).await;
        page.refuses(label, &grouped(max)).await;
        assert_eq!(page.held(label).await, long);
        page.type_into(label, "").await;
    }
}

fn grouped(count: usize) -> String {
    if count < 1000 { count.to_string() } else { format!("{},{:03}", count / 1000, count % 1000) }
}

#[wasm_bindgen_test]
async fn r23_what_looks_dangerous_is_text() {
    let page = Page::open("#/new");
    let topic = "<img src=x onerror=alert(1)> 👩\u{200d}👩\u{200d}👧 שלום";
    page.type_into("Topic", topic).await;
    page.press("Save").await;
    page.sees("Close as won").await;
    page.sees(topic).await;
    assert!(page.all("img").is_empty());
}
