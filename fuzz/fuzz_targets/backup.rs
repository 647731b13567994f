//! Any bytes as a file to restore from: `cargo +nightly fuzz run backup`.
//!
//! A file that begins with `+` is a body: it gets the header that fits it, so that what lies behind the checksum is reached.
//! What can be read is planned over an empty store and over one with a record, by both ways; the plan over nothing puts
//! there no more than the file has.
#![no_main]

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use tutup::exchange::{Mode, plan, read};

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    let file = match input.strip_prefix(b"+") {
        Some(body) => with_header(body),
        None => input.to_vec(),
    };
    let copy = file.clone();
    let backup = read(&file);
    assert_eq!(copy, file);
    let Ok(backup) = backup else { return };
    let one = ("tutup:o:000000001".to_owned(), "0a1b2c3d|1|1|{}".to_owned());
    for stored in [BTreeMap::new(), BTreeMap::from([one])] {
        for mode in [Mode::Merge, Mode::Replace] {
            let Ok(plan) = plan(mode, &stored, &backup) else { continue };
            let bytes: usize = plan.writes().iter().filter_map(|write| write.value.as_ref()).map(String::len).sum();
            assert!(bytes <= 2 * file.len() + 64, "{} bytes of file, {bytes} to be written", file.len());
        }
    }
});

fn with_header(body: &[u8]) -> Vec<u8> {
    let sum = Sha256::digest(body).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
    let entries = body.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).count();
    let start = r#"{"file":"tutup-backup","version":1,"format":"2","made":1795312800000,"program":"0.1.0","entries":"#;
    let mut file = format!("{start}{entries},\"sha256\":\"{sum}\"}}\n").into_bytes();
    file.extend_from_slice(body);
    file
}
