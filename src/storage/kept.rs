//! What is known about backups: when the last one was made, and what was done since.

use std::fmt;

use crate::domain::Instant;

/// What lies at [`KEPT`]. It is in no backup, and what cannot be read there is as if there had never been one: it can be
/// written over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// When the last backup was made.
    pub backup: Option<Instant>,
    /// How many acts there were since, or ever; an act over many records is one.
    pub acts: u32,
    /// When the first of them was.
    pub since: Option<Instant>,
}

/// Where it lies.
pub const KEPT: &str = "tutup:kept";

impl Kept {
    /// What the text says.
    ///
    /// ```
    /// use tutup::{domain::Instant, storage::Kept};
    /// let kept = Kept::default().with_act(Instant(5)).with_act(Instant(9));
    /// assert_eq!(kept.to_string(), "-|2|5");
    /// assert_eq!(Kept::parse("-|2|5"), kept);
    /// assert_eq!(Kept::parse("what?"), Kept::default());
    /// ```
    pub fn parse(text: &str) -> Self {
        Self::try_parse(text).unwrap_or_default()
    }

    /// The same after one more act.
    #[must_use]
    pub fn with_act(self, at: Instant) -> Self {
        Self { acts: self.acts.saturating_add(1), since: self.since.or(Some(at)), ..self }
    }

    /// What is known after a backup.
    pub fn after_backup(at: Instant) -> Self {
        Self { backup: Some(at), acts: 0, since: None }
    }

    /// Whether to remind the user: something was done since the last backup, and that was [`MANY_ACTS`] acts, or that
    /// backup is [`MANY_DAYS`] old; where there was none, the first act is.
    pub fn is_due(self, now: Instant) -> bool {
        let long_ago = |then: Instant| now.0.saturating_sub(then.0) >= MANY_DAYS * DAY;
        self.acts > 0 && (self.acts >= MANY_ACTS || self.backup.or(self.since).is_some_and(long_ago))
    }

    fn try_parse(text: &str) -> Option<Self> {
        let mut parts = text.split('|');
        let (backup, acts, since) = (parts.next()?, parts.next()?, parts.next()?);
        let kept = Self { backup: instant(backup)?, acts: acts.parse().ok()?, since: instant(since)? };
        let agrees = (kept.acts > 0) == kept.since.is_some() && parts.next().is_none();
        agrees.then_some(kept)
    }
}

/// After this many acts the user is reminded.
pub const MANY_ACTS: u32 = 20;

/// After this many days the user is reminded.
pub const MANY_DAYS: i64 = 7;

/// `<last backup>|<acts since>|<first of them>`, the times in milliseconds, `-` where there is none.
impl fmt::Display for Kept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let instant =
            |instant: Option<Instant>| instant.map_or_else(|| "-".to_owned(), |instant| instant.0.to_string());
        write!(f, "{}|{}|{}", instant(self.backup), self.acts, instant(self.since))
    }
}

#[allow(clippy::option_option, reason = "a dash is read as no time, anything else as nothing at all")]
fn instant(text: &str) -> Option<Option<Instant>> {
    if text == "-" { Some(None) } else { text.parse().ok().map(|millis| Some(Instant(millis))) }
}

/// In milliseconds.
const DAY: i64 = 24 * 60 * 60 * 1000;
