//! What is known about backups: when the last one was made, and what was done since.

use crate::domain::Instant;

/// Where the time of the last backup lies. It is in no backup.
pub const KEPT: &str = "tutup:kept";

/// The time that lies at [`KEPT`]; what cannot be read there is as if there had never been a backup.
///
/// ```
/// use tutup::{domain::Instant, storage::parse_kept};
/// assert_eq!(parse_kept("1795312800000"), Some(Instant(1_795_312_800_000)));
/// assert_eq!(parse_kept("what?"), None);
/// ```
pub fn parse_kept(text: &str) -> Option<Instant> {
    // The first programs wrote behind it how many acts there had been since.
    let (made, _) = text.split_once('|').unwrap_or((text, ""));
    made.parse().ok().map(Instant)
}

/// The last backup, and what was done since.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// When the last backup was made.
    pub backup: Option<Instant>,
    /// How many opportunities were changed since, or ever.
    pub acts: u32,
    /// When the first of them was.
    pub since: Option<Instant>,
}

impl Kept {
    /// What is in no backup, of changes made at these times.
    pub fn new(backup: Option<Instant>, changes: impl Iterator<Item = Instant>) -> Self {
        let kept = Self { backup, ..Self::default() };
        let unsaved = changes.filter(|at| backup.is_none_or(|backup| *at > backup));
        unsaved.fold(kept, |Self { acts, since, .. }, at| Self {
            backup,
            acts: acts.saturating_add(1),
            since: Some(since.map_or(at, |since| since.min(at))),
        })
    }

    /// Whether to remind the user: something was done since the last backup, and that was [`MANY_ACTS`] acts, or that
    /// backup is [`MANY_DAYS`] old; where there was none, the first act is.
    pub fn is_due(self, now: Instant) -> bool {
        let long_ago = |then: Instant| now.0.saturating_sub(then.0) >= MANY_DAYS * DAY;
        self.acts > 0 && (self.acts >= MANY_ACTS || self.backup.or(self.since).is_some_and(long_ago))
    }
}

/// After this many acts the user is reminded.
pub const MANY_ACTS: u32 = 20;

/// After this many days the user is reminded.
pub const MANY_DAYS: i64 = 7;

/// In milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;
