//! The file that is kept up to date: what it holds is not lost by itself.

use tutup::domain::Instant;
use tutup::exchange::{Overwrite, fingerprint, overwrite, write};

/// A backup of so many opportunities, made at that time.
fn backup(opportunities: usize, made: i64) -> String {
    let stored: Vec<_> = (0..opportunities).map(|id| (format!("tutup:o:{id:09}"), format!("of {made}"))).collect();
    let stored = stored.iter().map(|(key, value)| (key.as_str(), value.as_str()));
    write(stored, Instant(made), "0.1.0").expect("it is small").text
}

#[test]
fn what_something_else_put_into_the_file_stays_until_the_user_agrees_to_lose_just_that() {
    let (ours, next) = (backup(3, 1), backup(3, 2));
    let last = fingerprint(ours.as_bytes());
    let one_more = format!("{ours}\n");
    for foreign in ["Dear diary", " ", "\n", one_more.as_str(), &ours[..ours.len() - 1], &backup(3, 9), &backup(0, 9)] {
        let seen = fingerprint(foreign.as_bytes());
        for last in [None, Some(last.as_str())] {
            let verdict = overwrite(foreign.as_bytes(), last, None, &next);
            assert_eq!(verdict, Overwrite::Foreign { seen: seen.clone() }, "{foreign:?}");
        }
        assert_eq!(overwrite(foreign.as_bytes(), Some(&last), Some(&seen), &next), Overwrite::Allowed, "{foreign:?}");
        let other = overwrite(b"changed since", Some(&last), Some(&seen), &next);
        assert!(matches!(other, Overwrite::Foreign { .. }), "{other:?}");
    }
}

#[test]
fn an_empty_file_and_what_the_program_wrote_are_written_over() {
    let (ours, next) = (backup(3, 1), backup(2, 2));
    assert_eq!(overwrite(b"", None, None, &next), Overwrite::Allowed);
    assert_eq!(overwrite(ours.as_bytes(), Some(&fingerprint(ours.as_bytes())), None, &next), Overwrite::Allowed);
}

#[test]
fn a_fuller_book_is_not_replaced_by_less_than_half_of_it() {
    for (held, left, shrinks) in
        [(1, 0, true), (2, 1, false), (3, 1, true), (100, 50, false), (100, 49, true), (0, 0, false)]
    {
        let (ours, next) = (backup(held, 1), backup(left, 2));
        let seen = fingerprint(ours.as_bytes());
        let verdict = overwrite(ours.as_bytes(), Some(&seen), None, &next);
        let expected = if shrinks { Overwrite::Shrinks { seen: seen.clone(), held, left } } else { Overwrite::Allowed };
        assert_eq!(verdict, expected, "{held} to {left}");
        assert_eq!(overwrite(ours.as_bytes(), Some(&seen), Some(&seen), &next), Overwrite::Allowed);
    }
}

#[test]
fn the_same_book_is_not_written_again_whoever_wrote_it() {
    let ours = backup(3, 1);
    let later = ours.replace("\"made\":1,", "\"made\":2,");
    assert_ne!(ours, later);
    assert_eq!(overwrite(ours.as_bytes(), None, None, &later), Overwrite::Needless);
}
