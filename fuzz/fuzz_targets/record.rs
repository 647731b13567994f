//! Any text as a record, with what must hold of it: `cargo +nightly fuzz run record`.
#![no_main]

#[path = "../../tests/fixtures/record.rs"]
#[allow(dead_code, reason = "the native tests use the rest")]
mod record;

libfuzzer_sys::fuzz_target!(|input: &str| {
    record::check_any(input);
});
