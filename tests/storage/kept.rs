//! When the user is reminded of a backup.

use tutup::domain::Instant;
use tutup::storage::{KEPT, Kept, MANY_ACTS, MANY_DAYS, Place, Shelf};

use super::tab::NOW;

const DAY: i64 = 24 * 60 * 60 * 1000;

/// So many days after [`NOW`].
fn day(number: i64) -> Instant {
    Instant(NOW.now.0 + number * DAY)
}

fn with_acts(kept: Kept, number: u32, at: Instant) -> Kept {
    (0..number).fold(kept, |kept, _| kept.with_act(at))
}

#[test]
fn who_did_nothing_is_not_reminded() {
    for kept in [Kept::default(), Kept::after_backup(day(0))] {
        assert!(!kept.is_due(day(0)));
        assert!(!kept.is_due(day(1000)));
    }
}

#[test]
fn many_acts_remind_at_once_with_a_backup_or_without() {
    for kept in [Kept::default(), Kept::after_backup(day(0))] {
        assert!(!with_acts(kept, MANY_ACTS - 1, day(0)).is_due(day(1)));
        assert!(with_acts(kept, MANY_ACTS, day(0)).is_due(day(0)));
    }
}

#[test]
fn one_act_reminds_a_week_after_the_last_backup() {
    let kept = Kept::after_backup(day(0)).with_act(day(5));
    assert!(!kept.is_due(Instant(day(MANY_DAYS).0 - 1)));
    assert!(kept.is_due(day(MANY_DAYS)));
}

#[test]
fn one_act_reminds_a_week_after_it_when_there_never_was_a_backup() {
    let kept = Kept::default().with_act(day(5)).with_act(day(6));
    assert!(!kept.is_due(Instant(day(5 + MANY_DAYS).0 - 1)));
    assert!(kept.is_due(day(5 + MANY_DAYS)));
}

#[test]
fn a_backup_ends_it_and_a_clock_that_goes_back_does_no_harm() {
    let kept = with_acts(Kept::default(), 50, day(0));
    assert!(kept.is_due(day(0)));
    assert!(!Kept::after_backup(day(30)).is_due(day(90)));
    let ahead = Kept::after_backup(Instant(i64::MAX)).with_act(Instant(i64::MIN));
    assert!(!ahead.is_due(Instant(i64::MIN)));
    assert!(with_acts(ahead, MANY_ACTS, day(0)).is_due(day(0)));
}

#[test]
fn it_comes_back_as_it_was_and_what_cannot_be_read_is_as_if_never() {
    let acted = with_acts(Kept::after_backup(day(0)), 3, day(2));
    for kept in [Kept::default(), Kept::after_backup(day(1)), acted, Kept::default().with_act(Instant(-5))] {
        assert_eq!(Kept::parse(&kept.to_string()), kept);
    }
    assert_eq!(acted.to_string(), format!("{}|3|{}", day(0).0, day(2).0));
    let most = Kept { acts: u32::MAX, since: Some(day(0)), backup: None };
    assert_eq!(most.with_act(day(1)), most);
    for text in [
        "",
        "-",
        "-|0",
        "-|0|-|",
        "-|1|-",
        "-|0|5",
        "|0|",
        "a|0|-",
        "-|-1|5",
        "-|4294967296|5",
        "1.5|0|-",
        "null",
        "{}",
    ] {
        assert_eq!(Kept::parse(text), Kept::default(), "{text}");
    }
}

#[test]
fn it_lies_beside_the_book() {
    assert!(KEPT.starts_with(Shelf::Main.prefix()));
    assert!(!matches!(Shelf::Main.place(KEPT), Some(Place::Record(_) | Place::NoId | Place::Format)));
}
