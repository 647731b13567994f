//! Files with something wrong in them, hundreds of thousands: none may bring the program down, none may pass for what it
//! is not, and nothing that cannot be read may be lost over one.

use std::collections::BTreeSet;

use fastrand::Rng;
use tutup::exchange::{Backup, BackupError, Mode, PlanError, Rule, Source, plan, read};
use tutup::storage::{Write, is_intact};

use super::books::{
    Stored, body, carry_out, export, file_of, name, opportunity, preferences, record, stored, two_of_one, with_header,
};
use super::tab::sealed;

const MUTATIONS: u32 = 300_000;
const SEED: u64 = 0x7475_7475_7062_6b70;

/// What is stored, and a whole file for it.
struct Case {
    now: Stored,
    file: String,
    export: String,
    original: Backup,
}

#[derive(Debug, Default)]
struct Tally {
    files: u32,
    passed: u32,
    read: u32,
    salvaged: u32,
    refused: u32,
    plans: u32,
    writes: usize,
}

#[test]
fn p8_no_damaged_file_does_harm() {
    let mutations = std::env::var("TUTUP_MUTATIONS").map_or(MUTATIONS, |count| count.parse().unwrap());
    println!("seed {SEED:#x}, {mutations} files");
    let cases: Vec<Case> = cases();
    let mut rng = Rng::with_seed(SEED);
    let (mut as_they_are, mut made_right, mut exports) = (Tally::default(), Tally::default(), Tally::default());
    for number in 0..mutations {
        let case = &cases[number as usize / 2 % cases.len()];
        if number % 2 == 0 {
            try_one(case, &damaged(&mut rng, case.file.as_bytes()), true, &mut as_they_are);
        } else {
            let body = damaged(&mut rng, body(&case.file).as_bytes());
            try_one(case, &repaired(&mut rng, &body), false, &mut made_right);
        }
        if number % 10 == 0 {
            try_one(case, &damaged(&mut rng, case.export.as_bytes()), true, &mut exports);
        }
    }
    report("as they are", &as_they_are);
    report("checksums made right again", &made_right);
    report("exports", &exports);
    assert!(made_right.passed * 10 > made_right.files * 9);
    assert!(made_right.read * 4 > made_right.files && made_right.read < made_right.passed);
    assert!(as_they_are.passed * 10 < as_they_are.files && as_they_are.salvaged * 2 > as_they_are.files);
    assert!(exports.read * 20 > exports.files && exports.salvaged * 4 > exports.files);
}

fn report(which: &str, tally: &Tally) {
    let share = |count: u32| f64::from(count) * 100.0 / f64::from(tally.files);
    println!(
        "{which}: {} files; {:.1} % passed the checksum, {:.1} % were read, of {:.1} % a part, {:.1} % refused; {} plans of {} writes",
        tally.files,
        share(tally.passed),
        share(tally.read),
        share(tally.salvaged),
        share(tally.refused),
        tally.plans,
        tally.writes,
    );
}

fn try_one(case: &Case, file: &[u8], as_it_is: bool, tally: &mut Tally) {
    let copy = file.to_vec();
    let found = read(file);
    assert_eq!(copy, file);
    tally.files += 1;
    tally.passed += u32::from(matches!(found, Ok(_) | Err(BackupError::Line { .. })));
    let backup = match found {
        Ok(backup) => {
            tally.read += 1;
            assert!(!backup.salvaged);
            // What the checksum lets through is what was written, if nobody made it right again.
            if as_it_is && matches!(backup.source, Source::Backup(_)) {
                assert_eq!(backup.entries, case.original.entries);
            }
            backup
        }
        Err(
            BackupError::CutOff { salvage, .. } | BackupError::Damaged { salvage } | BackupError::Line { salvage, .. },
        ) => {
            tally.salvaged += u32::from(!salvage.entries.is_empty());
            tally.refused += u32::from(salvage.entries.is_empty());
            assert!(salvage.salvaged && salvage.entries.values().all(|value| is_intact(value)));
            if as_it_is {
                let originals: BTreeSet<&String> = case.original.entries.values().collect();
                assert!(salvage.entries.values().all(|value| originals.contains(value)));
            }
            *salvage
        }
        Err(_) => {
            tally.refused += 1;
            return;
        }
    };
    assert!(backup.left_out.is_sorted_by_key(|bad| bad.line));
    let mode = if tally.files.is_multiple_of(2) { Mode::Merge } else { Mode::Replace };
    match plan(mode, &case.now, &backup) {
        Ok(mut plan) => {
            plan.choose_for_all(Rule::Theirs);
            let writes = plan.writes();
            carry_out_safely(case, mode, &backup, &writes);
            tally.plans += 1;
            tally.writes += writes.len();
        }
        Err(error) => assert_eq!((error, mode, backup.salvaged), (PlanError::Salvaged, Mode::Replace, true)),
    }
}

/// Carries the plan out, and sees that nothing was lost but what a plan like this one may take away.
fn carry_out_safely(case: &Case, mode: Mode, backup: &Backup, writes: &[Write]) {
    let mut then = case.now.clone();
    carry_out(&mut then, writes);
    for (key, value) in case.now.iter().filter(|(key, value)| then.get(*key) != Some(value)) {
        assert!(mode == Mode::Replace || backup.entries.contains_key(&key[6..]), "{key}");
        assert!(record(key, value).is_some(), "{key}");
    }
}

fn cases() -> Vec<Case> {
    let small = |now: Stored, stored: Stored| {
        let file = file_of(&stored);
        let original = read(file.as_bytes()).unwrap();
        Case { now, export: export(&stored), file, original }
    };
    let (one, later) = (opportunity("Satu \\\"dua\\\" 日本 😀", 5, 3), sealed("2|9|{\"of\":\"later\"}"));
    let now = stored([(&name(1), &one), (&name(2), "nonsense"), ("prefs", &preferences("MYR", 2)), ("format", "1")]);
    let file = stored([
        (&name(1), &opportunity("Satu", 9, 9)),
        (&name(2), &one),
        (&name(3), &later),
        ("lists", "odd \u{0}\r\n"),
        ("prefs", &preferences("SGD", 1)),
        ("x:lists:00", "aside"),
    ]);
    // Some of each kind, so that a file is small and most of its values are whole.
    let few = |stored: Stored| {
        let kind = |start: &str, count| {
            let of_kind = move |(key, raw): &(String, String)| key[6..].starts_with(start) && raw.len() < 700;
            stored.clone().into_iter().filter(of_kind).take(count).collect::<Vec<_>>()
        };
        [kind("o:0", 3), kind("o:n", 1), kind("lists", 1), kind("prefs", 1), kind("x:", 1)]
            .concat()
            .into_iter()
            .collect()
    };
    let books = (0..6).map(two_of_one).map(|(now, file)| small(few(now), few(file)));
    [small(now, file)].into_iter().chain(books).collect()
}

/// The bytes with one to three changes of the kinds that happen to files, or that someone makes.
fn damaged(rng: &mut Rng, bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..rng.u32(1..4) {
        let at = rng.usize(0..=bytes.len());
        let end = (at + rng.usize(0..40)).min(bytes.len());
        match rng.u32(0..12) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..end)),
            2 => drop(bytes.splice(at..at, bytes[at..end].to_vec())),
            3 => bytes.insert(at, rng.u8(..)),
            4 => drop(bytes.splice(at..at, TOKENS[rng.usize(0..TOKENS.len())].bytes())),
            5 => swap_lines(rng, &mut bytes),
            6 => bytes = bytes.split(|byte| *byte == b'\n').collect::<Vec<_>>().join(&b"\r\n"[..]),
            7 | 8 => {
                // A digit or a letter becomes another one.
                let Some(place) = bytes[at..].iter().position(u8::is_ascii_alphanumeric) else { continue };
                bytes[at + place] = [rng.digit(10), rng.lowercase()][rng.usize(0..2)] as u8;
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << rng.u32(0..8);
                }
            }
        }
    }
    bytes
}

const TOKENS: [&str; 14] = [
    "\"",
    "\\",
    "|",
    "[",
    "]",
    "{}",
    "\n",
    ",",
    "null",
    "\\ud800",
    "\u{feff}",
    "-1",
    "99999999999999999999",
    "[\"prefs\",\"\"]\n",
];

fn swap_lines(rng: &mut Rng, bytes: &mut Vec<u8>) {
    let mut lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
    let places = 0..lines.len();
    lines.swap(rng.usize(places.clone()), rng.usize(places.clone()));
    if rng.bool() {
        lines.push(lines[rng.usize(places)]);
    }
    *bytes = lines.join(&b'\n');
}

/// The body with every checksum right again: those of the values, where there is still one, and that of the file.
fn repaired(rng: &mut Rng, body: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(body);
    let lines = text.split_terminator('\n').map(|line| {
        let line = line.strip_suffix('\r').unwrap_or(line);
        match serde_json::from_str::<(String, String)>(line) {
            Ok((key, value)) => {
                let value = match value.split_once('|') {
                    Some((_, content)) if rng.u32(0..8) > 0 => sealed(content),
                    _ => value,
                };
                serde_json::to_string(&(key, value)).unwrap() + "\n"
            }
            Err(_) => format!("{line}\n"),
        }
    });
    let body: String = lines.collect();
    // Blank lines at the end end no lines.
    let end = body.trim_end_matches(['\r', '\n']).len();
    let body = if end == 0 { "" } else { &body[..=end] };
    with_header(body).into_bytes()
}
