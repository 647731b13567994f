//! The components in a headless browser, in the user's words.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![allow(missing_docs, reason = "tests are named after what they prove")]

#[path = "web/addresses.rs"]
mod addresses;
#[path = "web/closing.rs"]
mod closing;
#[path = "web/first_run.rs"]
mod first_run;
#[path = "web/input.rs"]
mod input;
#[path = "web/page.rs"]
mod page;
#[path = "fixtures/unicode.rs"]
mod unicode;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
