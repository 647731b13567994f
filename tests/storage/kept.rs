//! When the user is reminded of a backup.

use tutup::domain::Instant;
use tutup::storage::{KEPT, Kept, MANY_ACTS, MANY_DAYS, Place, Shelf, parse_kept};

use super::tab::{NOW, Tab};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// So many days after [`NOW`].
fn day(number: i64) -> Instant {
    Instant(NOW.now.0 + number * DAY)
}

/// After a backup, if any, and changes on these days.
fn kept(backup: Option<i64>, changes: &[i64]) -> Kept {
    Kept::new(backup.map(day), changes.iter().copied().map(day))
}

#[test]
fn who_did_nothing_since_is_not_reminded() {
    for kept in [kept(None, &[]), kept(Some(0), &[]), kept(Some(0), &[-5, 0])] {
        assert_eq!((kept.acts, kept.since), (0, None));
        assert!(!kept.is_due(day(0)));
        assert!(!kept.is_due(day(1000)));
    }
}

#[test]
fn many_changes_remind_at_once_with_a_backup_or_without() {
    for backup in [None, Some(0)] {
        let many = |number: u32| kept(backup, &vec![1; number as usize]);
        assert!(!many(MANY_ACTS - 1).is_due(day(1)));
        assert!(many(MANY_ACTS).is_due(day(1)));
    }
}

#[test]
fn one_change_reminds_a_week_after_the_last_backup() {
    let kept = kept(Some(0), &[5]);
    assert!(!kept.is_due(Instant(day(MANY_DAYS).0 - 1)));
    assert!(kept.is_due(day(MANY_DAYS)));
}

#[test]
fn one_change_reminds_a_week_after_it_when_there_never_was_a_backup() {
    let kept = kept(None, &[6, 5]);
    assert_eq!((kept.acts, kept.since), (2, Some(day(5))));
    assert!(!kept.is_due(Instant(day(5 + MANY_DAYS).0 - 1)));
    assert!(kept.is_due(day(5 + MANY_DAYS)));
}

#[test]
fn a_clock_that_goes_back_does_no_harm() {
    let never = Kept::new(None, [Instant(i64::MIN)].into_iter());
    assert!(never.is_due(Instant(i64::MAX)) && !never.is_due(Instant(i64::MIN)));
    let ahead = Kept::new(Some(Instant(i64::MAX)), [day(0)].into_iter());
    assert!(!ahead.is_due(day(0)) && !ahead.is_due(Instant(i64::MIN)));
}

#[test]
fn the_time_comes_back_as_it_was_and_what_cannot_be_read_is_as_if_never() {
    let mut tab = Tab::with_one().0;
    assert_eq!((tab.workspace.since_backup().backup, tab.workspace.since_backup().acts), (None, 1));
    tab.workspace.backed_up(day(1)).unwrap();
    assert_eq!(tab.store.contents()[KEPT], day(1).0.to_string());
    assert_eq!(tab.workspace.since_backup(), kept(Some(1), &[]));
    // What the first programs wrote: how many acts there were since, and when the first of them was.
    for (text, made) in [("5|0|-", Some(5)), ("-5|3|9", Some(-5)), ("-|2|5", None)] {
        assert_eq!(parse_kept(text), made.map(Instant), "{text}");
    }
    for text in ["", "-", "|", "a|0|-", "1.5|0|-", "null", "{}", "9223372036854775808"] {
        assert_eq!(parse_kept(text), None, "{text}");
        tab.store.plant(KEPT, text);
        assert_eq!(tab.workspace.since_backup().backup, None, "{text}");
    }
}

#[test]
fn it_lies_beside_the_book() {
    assert!(KEPT.starts_with(Shelf::Main.prefix()));
    assert!(!matches!(Shelf::Main.place(KEPT), Some(Place::Record(_) | Place::NoId | Place::Format)));
}
