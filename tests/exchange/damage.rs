//! Files that are not what was written: each is refused for what it is, and what can be had from it is offered.

use tutup::exchange::{BackupError, BadLine, Header, Limit, LineFlaw, MAX_BYTES, MAX_ENTRIES, Source, VERSION, read};

use super::books::{MADE, body, file_of, name, opportunity, preferences, stored, with_header};

fn three() -> String {
    let [one, two] = [opportunity("One", 1, 1), opportunity("Two", 2, 1)];
    file_of(&stored([(&name(1), &one), (&name(2), &two), ("prefs", &preferences("MYR", 1))]))
}

/// The names of what can be had from the file, and what cannot.
fn salvage(error: BackupError) -> (Vec<String>, Vec<BadLine>) {
    let (BackupError::CutOff { salvage, .. } | BackupError::Damaged { salvage } | BackupError::Line { salvage, .. }) =
        error
    else {
        panic!("{error:?}")
    };
    assert!(salvage.salvaged);
    (salvage.entries.into_keys().collect(), salvage.left_out)
}

fn bad(line: usize, key: Option<&str>, flaw: LineFlaw) -> BadLine {
    BadLine { line, key: key.map(str::to_owned), flaw }
}

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn what_mail_and_editors_do_to_a_text_does_no_harm() {
    let file = three();
    let expected = read(file.as_bytes()).unwrap();
    assert!(!expected.salvaged);
    let crlf = file.replace('\n', "\r\n");
    let bare = file.trim_end();
    for text in [
        crlf.clone(),
        format!("\u{feff}{file}"),
        format!("\u{feff}{crlf}"),
        bare.to_owned(),
        format!("{bare}\r"),
        format!("{file}\n\n"),
        format!("{crlf}\r\n"),
        file.replacen('\n', "\r\n", 2),
    ] {
        assert_eq!(read(text.as_bytes()), Ok(expected.clone()), "{text:?}");
    }
    for text in [
        format!("\u{feff}\u{feff}{file}"),
        format!("\n{file}"),
        file.replace('\n', "\r\r\n"),
        file.replace('\n', "\r"),
        file.replace("]\n", "] \n"),
        file.replace('\n', "\n\n"),
    ] {
        assert!(read(text.as_bytes()).is_err(), "{text:?}");
    }
}

#[test]
fn line_ends_inside_of_values_stay() {
    let file = file_of(&stored([("prefs", "a\r\nb\nc\r"), ("lists", "\u{feff}\r\n")]));
    for text in [file.clone(), file.replace('\n', "\r\n")] {
        let backup = read(text.as_bytes()).unwrap();
        assert_eq!(
            (backup.entries["prefs"].as_str(), backup.entries["lists"].as_str()),
            ("a\r\nb\nc\r", "\u{feff}\r\n")
        );
    }
}

#[test]
fn something_else_is_no_backup() {
    let utf16: Vec<u8> = three().encode_utf16().flat_map(u16::to_le_bytes).collect();
    for other in [
        &b""[..],
        b"\n",
        b"{}",
        b"[]",
        b"null",
        b"{",
        b"\xff\xfe",
        b"Topic,Customer\nERP,Contoso\n",
        br#"{"file":"tutup-backup"}"#,
        br#"{"file":"something else","version":1}"#,
        br#"{"tutup":{"lists":"x"}}"#,
        br#"{"other:key":"value"}"#,
        br#"["prefs","no checksum"]"#,
        &utf16,
        &b"x\n".repeat(MAX_ENTRIES + 5),
        &vec![b'['; 1_000_000],
        &vec![b'\n'; MAX_BYTES],
    ] {
        assert_eq!(
            read(other),
            Err(BackupError::NotABackup),
            "{:?}",
            String::from_utf8_lossy(&other[..other.len().min(99)])
        );
    }
}

#[test]
fn p7_a_later_version_is_told_from_damage() {
    let file = three();
    let later = file.replace("\"version\":1", "\"version\":2");
    assert_eq!(read(later.as_bytes()), Err(BackupError::LaterVersion { version: u64::from(VERSION) + 1 }));
    // Of a later version nothing but its number is believed.
    assert_eq!(
        read(br#"{"version":900,"file":"tutup-backup","what":["ever"]}"#),
        Err(BackupError::LaterVersion { version: 900 })
    );
    let format = file.replace("\"format\":\"2\"", "\"format\":\"3\"");
    assert_eq!(read(format.as_bytes()), Err(BackupError::LaterFormat { found: "3".into() }));
    // Members of the header that nobody knows are passed over.
    assert!(read(file.replacen('{', "{\"new\":[1],", 1).as_bytes()).is_ok());
    for header in ["\"version\":0", "\"version\":-1", "\"version\":\"1\"", "\"other\":1"] {
        let odd = file.replace("\"version\":1", header);
        assert!(matches!(read(odd.as_bytes()), Err(BackupError::Damaged { .. })), "{header}");
    }
}

#[test]
fn too_large_is_said_before_anything_is_read() {
    assert_eq!(read(&vec![b' '; MAX_BYTES + 1]), Err(BackupError::TooLarge(Limit::Bytes)));
    let many = "[\"prefs\",\"\"]\n".repeat(MAX_ENTRIES + 1);
    assert_eq!(read(with_header(&many).as_bytes()), Err(BackupError::TooLarge(Limit::Entries)));
    let lines = "\n".repeat(MAX_ENTRIES + 1) + "x";
    assert_eq!(read(with_header(&lines).as_bytes()), Err(BackupError::TooLarge(Limit::Entries)));
}

#[test]
fn p7_a_file_that_was_cut_off_is_told_wherever_that_was() {
    let file = three();
    let first = file.find('\n').unwrap();
    for end in 0..file.len() - 1 {
        let found = read(&file.as_bytes()[..end]);
        match found {
            Err(BackupError::NotABackup) => assert!(end < first, "{end}"),
            Err(BackupError::CutOff { promised: Some(3), salvage }) => {
                let whole_lines = file[..end].matches("\"]").count();
                assert_eq!(salvage.entries.len(), whole_lines, "{end}");
            }
            other => panic!("{end}: {other:?}"),
        }
    }
}

#[test]
fn p4_a_damaged_value_costs_that_value() {
    let file = three();
    let damaged = file.replace("Two", "Too");
    let expected = (names(&[&name(1), "prefs"]), vec![bad(3, Some(&name(2)), LineFlaw::Checksum)]);
    let error = read(damaged.as_bytes()).unwrap_err();
    assert!(matches!(error, BackupError::Damaged { .. }));
    assert_eq!(salvage(error), expected);

    let mut not_text = file.clone().into_bytes();
    not_text[file.find("Two").unwrap()] = 0xe9;
    assert_eq!(salvage(read(&not_text).unwrap_err()).1, [bad(3, Some(&name(2)), LineFlaw::NotText)]);
    let half = file.replace("Two", "\\ud83d");
    assert_eq!(salvage(read(half.as_bytes()).unwrap_err()).1, [bad(3, Some(&name(2)), LineFlaw::NotText)]);
}

#[test]
fn a_wrong_header_costs_nothing_that_has_its_own_checksum() {
    let file = three();
    let all = names(&[&name(1), &name(2), "prefs"]);
    for (header, lines) in [("", 0), ("{\"file\":\"tutup-back", 1), ("x", 1)] {
        let text = if header.is_empty() { body(&file).to_owned() } else { format!("{header}\n{}", body(&file)) };
        let Err(BackupError::Damaged { salvage }) = read(text.as_bytes()) else { panic!("{header}") };
        assert_eq!(salvage.source, Source::Headless);
        assert_eq!((salvage.entries.len(), salvage.left_out.len()), (3, lines));
    }
    for (old, new) in [("\"entries\":3", "\"entries\":2"), ("\"sha256\":\"", "\"sha256\":\"0")] {
        let error = read(file.replace(old, new).as_bytes()).unwrap_err();
        assert!(matches!(error, BackupError::Damaged { .. }), "{new}");
        assert_eq!(salvage(error), (all.clone(), vec![]));
    }
    let Err(BackupError::CutOff { promised: Some(4), salvage }) =
        read(file.replace("\"entries\":3", "\"entries\":4").as_bytes())
    else {
        panic!()
    };
    assert_eq!(salvage.source, Source::Backup(Header { made: MADE, program: "0.1.0".into() }));
    assert_eq!(salvage.entries.into_keys().collect::<Vec<_>>(), all);
}

#[test]
fn p7_a_line_that_no_backup_should_have_is_named() {
    let file = three();
    let long = format!("o:{}", "é".repeat(200));
    let shown: String = long.chars().take(100).collect();
    for (line, key, flaw) in [
        ("x".to_owned(), None, LineFlaw::NoEntry),
        (String::new(), None, LineFlaw::NoEntry),
        ("[\"prefs\"]".into(), None, LineFlaw::NoEntry),
        ("[\"prefs\",\"a\",\"b\"]".into(), None, LineFlaw::NoEntry),
        ("[\"prefs\",null]".into(), None, LineFlaw::NoEntry),
        ("[\"prefs\",[1]]".into(), None, LineFlaw::NoEntry),
        ("{\"prefs\":\"a\"}".into(), None, LineFlaw::NoEntry),
        ("[\"prefs\",\"a\"]]".into(), None, LineFlaw::NoEntry),
        ("[\"\\ud800\",\"a\"]".into(), None, LineFlaw::NotText),
        ("[\"lists\",\"\\udc00\"]".into(), Some("lists"), LineFlaw::NotText),
        ("[\"format\",\"1\"]".into(), Some("format"), LineFlaw::UnknownKey),
        ("[\"kept\",\"1\"]".into(), Some("kept"), LineFlaw::UnknownKey),
        ("[\"tx\",\"1\"]".into(), Some("tx"), LineFlaw::UnknownKey),
        ("[\"demo:prefs\",\"1\"]".into(), Some("demo:prefs"), LineFlaw::UnknownKey),
        ("[\"tutup:prefs\",\"1\"]".into(), Some("tutup:prefs"), LineFlaw::UnknownKey),
        ("[\"\",\"1\"]".into(), Some(""), LineFlaw::UnknownKey),
        (format!("[\"{long}\",\"1\"]"), Some(&shown), LineFlaw::KeyTooLong),
        ("[\"o:000000001\",\"1\"]".into(), Some("o:000000001"), LineFlaw::Doubled { first: 2 }),
    ] {
        let (before, last) = body(&file).trim_end().rsplit_once('\n').unwrap();
        let text = with_header(&format!("{before}\n{line}\n{last}\n"));
        let error = read(text.as_bytes()).unwrap_err();
        let expected = bad(4, key, flaw);
        assert!(matches!(&error, BackupError::Line { bad, .. } if *bad == expected), "{line}: {error:?}");
        assert_eq!(salvage(error), (names(&[&name(1), &name(2), "prefs"]), vec![expected]));
    }
}

#[test]
fn lines_in_another_order_are_still_a_backup() {
    let file = three();
    let turned: String = body(&file).lines().rev().fold(String::new(), |turned, line| turned + line + "\n");
    let (read_turned, expected) = (read(with_header(&turned).as_bytes()), read(file.as_bytes()));
    assert_eq!(read_turned.unwrap().entries, expected.unwrap().entries);
    let swapped = format!("{}\n{turned}", file.lines().next().unwrap());
    assert!(matches!(read(swapped.as_bytes()), Err(BackupError::Damaged { .. })));
}
