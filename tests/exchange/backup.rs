//! What a backup holds, and that it comes back.

use tutup::domain::Instant;
use tutup::exchange::{Header, Limit, MAX_ENTRIES, MAX_KEY, Mode, Source, read, write};
use tutup::storage::FORMAT;

use super::books::{
    MADE, Stored, backup_of, body, carry_out, file_of, lived_in, name, opportunity, pairs, planned, sha256, stored,
};

#[test]
fn the_file_is_as_it_is_described() {
    let value = opportunity("\\\"é😀", 7, 3).replace("\\\"é", "é\u{2028}");
    let file = file_of(&stored([("prefs", "odd \u{1}\"\\\r\n"), (&name(1), &value), ("format", FORMAT)]));
    let lines: Vec<&str> = file.split('\n').collect();
    let inner = value.replace('"', "\\\"");
    let body = format!("[\"o:000000001\",\"{inner}\"]\n[\"prefs\",\"odd \\u0001\\\"\\\\\\r\\n\"]\n");
    assert_eq!(lines[1..].join("\n"), body);
    let sum = sha256(body.as_bytes());
    let header =
        r#"{"file":"tutup-backup","version":1,"format":"2","made":1795312800000,"program":"0.1.0","entries":2,"#;
    assert_eq!(lines[0], format!("{header}\"sha256\":\"{sum}\"}}"));
    let empty = file_of(&Stored::new());
    assert!(
        empty.ends_with(
            "\"entries\":0,\"sha256\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}\n"
        )
    );
}

/// Frozen: whatever the format becomes, this must be read.
#[test]
fn what_version_1_wrote_is_read() {
    let backup = read(include_bytes!("v1.tutup")).unwrap();
    let header = Header { made: Instant(1_795_312_800_000), program: "0.1.0".into() };
    assert_eq!(backup.source, Source::Backup(header));
    let mut expected: Stored = Stored::new();
    let lines = include_str!("../fixtures/schema1.txt").lines();
    for line in lines.filter(|line| !line.starts_with('#') && !line.starts_with("tutup:demo:")) {
        let (key, value) = line.split_once('\t').unwrap();
        expected.insert(key.into(), value.into());
    }
    expected.insert("tutup:o:no-id".into(), "nonsense \u{1}\r\n".into());
    expected.insert("tutup:x:lists:00".into(), "aside".into());
    assert_eq!(body(&file_of(&expected)), body(include_str!("v1.tutup")));
    expected.remove("tutup:format").unwrap();
    let whole = backup.entries.into_iter().map(|(name, value)| (format!("tutup:{name}"), value)).collect::<Stored>();
    assert_eq!(whole, expected);
}

#[test]
fn p4_backup_wipe_restore_backup_gives_the_same_bytes() {
    for seed in 0..40 {
        let before = lived_in(seed);
        let file = file_of(&before);
        for mode in [Mode::Merge, Mode::Replace] {
            let mut wiped = Stored::new();
            let plan = planned(mode, &wiped, &read(file.as_bytes()).unwrap());
            carry_out(&mut wiped, &plan.writes());
            let again = write(pairs(&wiped), Instant(5), "9.9.9").unwrap().text;
            assert_eq!(body(&again), body(&file), "seed {seed}");
            assert_ne!(again.lines().next(), file.lines().next());
            for (key, value) in &before {
                let in_backup = ["o:", "x:", "lists", "prefs"].iter().any(|start| key[6..].starts_with(start));
                assert_eq!(wiped.get(key), in_backup.then_some(value), "seed {seed}: {key}");
            }
        }
    }
}

#[test]
fn p6_other_programs_and_the_demonstration_are_in_no_backup() {
    let mut others = stored([("demo:o:000000001", "x"), ("kept", "x"), ("tx", "x"), ("s:lists", "x"), ("new", "x")]);
    others.insert("o:000000001".into(), "of another program".into());
    others.insert("lists".into(), "of another program".into());
    assert_eq!(backup_of(&others).entries.len(), 0);
}

#[test]
fn names_that_are_too_long_are_left_out_and_named() {
    let (fits, too_long) = (format!("o:{}", "é".repeat(MAX_KEY - 2)), format!("o:{}", "é".repeat(MAX_KEY - 1)));
    let shelf = stored([(&fits, "a"), (&too_long, "b")]);
    let written = write(pairs(&shelf), MADE, "0.1.0").unwrap();
    assert_eq!((written.entries, written.left_out), (1, vec![format!("tutup:{too_long}")]));
    assert_eq!(read(written.text.as_bytes()).unwrap().entries.into_keys().collect::<Vec<_>>(), [fits]);
}

#[test]
fn p7_what_could_not_be_read_again_is_not_written() {
    let many =
        |count: usize| (0..count as u64).map(|n| (format!("tutup:{}", name(n)), String::new())).collect::<Stored>();
    assert_eq!(write(pairs(&many(MAX_ENTRIES + 1)), MADE, "0").unwrap_err(), Limit::Entries);
    assert_eq!(backup_of(&many(MAX_ENTRIES)).entries.len(), MAX_ENTRIES);
    let large = stored([("prefs", &"\u{1}".repeat(3_400_000))]);
    assert_eq!(write(pairs(&large), MADE, "0").unwrap_err(), Limit::Bytes);
}

/// No text takes more bytes a unit than Chinese characters do, save control characters, which no record holds.
#[test]
fn a_full_storage_fits_into_a_backup() {
    for text in ["的", "\"", "😀"] {
        let count = 5_242_880 / text.encode_utf16().count();
        let full = stored([(&name(1), &text.repeat(count))]);
        assert_eq!(backup_of(&full).entries.len(), 1, "{text}");
    }
}
