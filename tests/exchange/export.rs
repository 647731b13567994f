//! A file of *Download my data* brings people back too.

use serde_json::Value;
use tutup::domain::Key;
use tutup::exchange::{Backup, BackupError, BadLine, Limit, LineFlaw, MAX_ENTRIES, Mode, Source, read};
use tutup::storage::{CommitLock, Memory, Reserve, Shelf, Stamp, Write, commit_raw, decode};

use super::books::{
    Stored, backup_of, carry_out, export, json_of, lived_in, name, opportunity, planned, preferences, stored,
};
use super::examples::id;

fn three() -> Stored {
    let [one, two] = [opportunity("One", 1, 1), opportunity("Two", 2, 1)];
    stored([(&name(1), &one), (&name(2), &two), ("prefs", &preferences("MYR", 1)), ("format", "1")])
}

#[test]
fn p5_an_export_holds_what_a_backup_holds() {
    for seed in 0..20 {
        let mut stored = lived_in(seed);
        for unfinished in [true, false] {
            if !unfinished {
                stored.remove("tutup:tx");
            }
            let text = export(&stored);
            let minified = serde_json::from_str::<Value>(&text).unwrap().to_string();
            for text in [text.clone(), text.replace('\n', "\r\n"), format!("\u{feff}{text}\n"), minified] {
                let expected = Backup { source: Source::Export { unfinished }, ..backup_of(&stored) };
                let mut found = read(text.as_bytes()).unwrap();
                if unfinished {
                    // A redo record that cannot be read is set aside, and what was staged for it.
                    let entries = found.entries.into_iter();
                    let (aside, entries): (Vec<_>, Vec<_>) = entries.partition(|(_, value)| value == "beside the book");
                    assert_eq!(aside.len(), 2);
                    assert!(aside.iter().all(|(name, _)| name.starts_with("x:")));
                    found.entries = entries.into_iter().collect();
                }
                assert_eq!(found, expected, "seed {seed}");
            }
        }
    }
}

/// Whatever moment of an act over many records the export is of.
#[test]
fn p1_an_act_that_was_acknowledged_is_read_from_an_export_too() {
    let before = three();
    for large in [0, 40_000] {
        let mut after = before.clone();
        after.insert("tutup:prefs".into(), preferences("SGD", 2));
        after.insert(format!("tutup:{}", name(4)), opportunity("Four", 4, 1) + &"x".repeat(large));
        after.remove(&format!("tutup:{}", name(2)));
        let writes = [
            Write { key: format!("tutup:{}", name(2)), over: Some(stamp(&before, 2)), value: None },
            Write {
                key: format!("tutup:{}", name(4)),
                over: None,
                value: after.get(&format!("tutup:{}", name(4))).cloned(),
            },
            Write {
                key: "tutup:prefs".into(),
                over: Some(stamp(&before, 0)),
                value: after.get("tutup:prefs").cloned(),
            },
        ];
        let (mut unfinished, mut acknowledged) = (0, 0);
        for operation in 1.. {
            let store = Memory::new();
            for (key, value) in &before {
                store.plant(key, value);
            }
            store.fail_from(operation);
            let done = commit_raw(&store, Shelf::Main, &CommitLock::held(), &writes, Reserve::Keep);
            let found = read(export(&store.contents()).as_bytes()).unwrap();
            let expected = if done.is_ok() { &after } else { &before };
            assert_eq!(found.entries, backup_of(expected).entries, "{large} {operation}");
            acknowledged += usize::from(done.is_ok());
            unfinished += usize::from(found.source == Source::Export { unfinished: true });
            if !store.contents().keys().any(|key| key == "tutup:tx") && done.is_ok() {
                break;
            }
        }
        println!("{large}: {unfinished} exports in the middle of the act, {acknowledged} after it was acknowledged");
        assert!(unfinished > 3);
    }
}

/// What is stored of opportunity `number`, or of the preferences.
fn stamp(stored: &Stored, number: u64) -> Stamp {
    let key = if number == 0 { Key::Preferences } else { Key::Opportunity(id(number)) };
    decode(key, &stored[&Shelf::Main.key(key)]).unwrap().stamp
}

#[test]
fn half_a_character_costs_its_value_and_no_other() {
    let text = export(&three()).replace("Two", "\\ud83d");
    let backup = read(text.as_bytes()).unwrap();
    assert!(!backup.salvaged);
    assert_eq!(backup.entries.keys().collect::<Vec<_>>(), [&name(1), "prefs"]);
    // The first line is the brace, the second the format, and the keys follow in their order.
    assert_eq!(backup.left_out, [BadLine { line: 4, key: Some(name(2)), flaw: LineFlaw::NotText }]);

    // It stands in the file, so what lies in its place is not removed for not being there.
    let mut now = three();
    now.insert(format!("tutup:{}", name(3)), opportunity("Three", 3, 1));
    let plan = planned(Mode::Replace, &now, &backup);
    assert_eq!(plan.removed().map(|(_, version)| version.topic().unwrap().to_owned()).collect::<Vec<_>>(), ["Three"]);
    carry_out(&mut now, &plan.writes());
    assert_eq!(now, three());
}

/// The panel of a program that has stopped adds what was being typed.
#[test]
fn unsaved_input_is_no_part_of_the_book() {
    let mut stored = three();
    stored.insert("tutup:form:#/new".into(), "[[\"topic\",\"ERP\"]]".into());
    let backup = read(export(&stored).as_bytes()).unwrap();
    assert_eq!((backup.entries.len(), backup.left_out), (3, vec![]));
}

#[test]
fn keys_of_a_later_version_are_named() {
    let mut stored = three();
    stored.insert("tutup:views".into(), "later".into());
    stored.insert(format!("tutup:o:{}", "x".repeat(99)), "long".into());
    let backup = read(export(&stored).as_bytes()).unwrap();
    assert_eq!(backup.entries.len(), 3);
    let flaws: Vec<_> = backup.left_out.iter().map(|bad| (bad.line, bad.flaw)).collect();
    assert_eq!(flaws, [(5, LineFlaw::KeyTooLong), (7, LineFlaw::UnknownKey)]);
}

#[test]
fn a_later_format_is_refused() {
    for found in ["3", "", "1 "] {
        let mut stored = three();
        stored.insert("tutup:format".into(), found.into());
        assert_eq!(read(export(&stored).as_bytes()), Err(BackupError::LaterFormat { found: found.into() }));
    }
    assert!(matches!(read(br#"{"tutup:format":"\ud800"}"#), Err(BackupError::LaterFormat { .. })));
}

#[test]
fn a_damaged_export_gives_what_has_its_own_checksum() {
    let text = export(&three());
    for end in text.find("\"One").unwrap()..text.len() - 1 {
        let Err(BackupError::CutOff { promised: None, salvage }) = read(&text.as_bytes()[..end]) else {
            panic!("{end}")
        };
        assert!(salvage.salvaged);
        assert!(salvage.entries.values().all(|value| three().values().any(|other| other == value)));
        assert_eq!(salvage.entries.len(), text[..end].matches("}\"").count());
    }
    let broken = text.replace("\"tutup:prefs\"", "tutup:prefs");
    let Err(BackupError::Damaged { salvage }) = read(broken.as_bytes()) else { panic!() };
    assert_eq!(salvage.entries.len(), 2);
    let altered = text.replace("One", "Won") + "x";
    let Err(BackupError::Damaged { salvage }) = read(altered.as_bytes()) else { panic!() };
    assert_eq!((salvage.entries.len(), salvage.left_out[0].flaw), (2, LineFlaw::Checksum));
    assert_eq!(json_of(&salvage.entries["prefs"]), r#"{"cy":"MYR"}"#);
    // An altered value in a file that is whole otherwise is a value that cannot be read, like one that was stored.
    assert_eq!(read(text.replace("One", "Won").as_bytes()).unwrap().entries.len(), 3);
}

#[test]
fn a_key_that_is_there_twice_is_named() {
    let text = export(&three()).replace(&name(2), &name(1));
    let Err(BackupError::Line { bad, salvage }) = read(text.as_bytes()) else { panic!() };
    assert_eq!((bad.line, bad.flaw, salvage.entries.len()), (4, LineFlaw::Doubled { first: 3 }, 2));
}

#[test]
fn too_many_keys_are_refused() {
    let keys = |count: u64| (0..count).map(|n| (format!("tutup:{}", name(n)), String::new())).collect::<Stored>();
    let most = MAX_ENTRIES as u64;
    assert_eq!(read(export(&keys(most)).as_bytes()).unwrap().entries.len(), MAX_ENTRIES);
    assert_eq!(read(export(&keys(most + 1)).as_bytes()), Err(BackupError::TooLarge(Limit::Entries)));
}
