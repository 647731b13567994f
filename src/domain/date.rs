//! Calendar dates and instants. Neither is ever taken from a clock here: whoever asks for a decision passes a [`Clock`].

use std::fmt;

use chrono::{DateTime, Datelike, Days, NaiveDate};

/// The years a date can have (RULES §2).
pub const YEARS: std::ops::RangeInclusive<i32> = 1970..=2199;

/// A day on the user's calendar, from 1970-01-01 to 2199-12-31. It has no time and no zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// The first day there is.
    pub const FIRST: Self = Self(match NaiveDate::from_ymd_opt(1970, 1, 1) {
        Some(day) => day,
        None => NaiveDate::MIN,
    });

    /// The last day there is.
    pub const LAST: Self = Self(match NaiveDate::from_ymd_opt(2199, 12, 31) {
        Some(day) => day,
        None => NaiveDate::MAX,
    });

    /// The day of this year, month and day of the month.
    ///
    /// # Errors
    /// [`DateProblem::OutOfRange`] for a year outside [`YEARS`], [`DateProblem::NoSuchDay`] for 31 April.
    pub fn new(year: i32, month: u32, day: u32) -> Result<Self, DateProblem> {
        if !YEARS.contains(&year) {
            return Err(DateProblem::OutOfRange);
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Self).ok_or(DateProblem::NoSuchDay)
    }

    /// Reads `2026-11-22` and nothing else, as the program writes a date itself.
    pub fn from_iso(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut part = |length: usize| parts.next().filter(|part| part.len() == length);
        let (year, month, day) = (year(part(4)?)?, number(part(2)?)?, number(part(2)?)?);
        parts.next().is_none().then(|| Self::new(year, month, day).ok()).flatten()
    }

    /// Reads what a user typed (R23): `2026-11-22`, `22/11/2026` or `22 Nov 2026`. `months` names the months in the
    /// user's language, each name with its number; more than one name a month is welcome.
    ///
    /// ```
    /// use tutup::domain::{Date, DateProblem};
    /// let typed = |text| Date::parse(text, &[("Nov", 11), ("November", 11)]).map(|date| date.to_string());
    /// assert_eq!(typed("22 nov 2026"), Ok("2026-11-22".into()));
    /// assert_eq!(typed("31/4/2026"), Err(DateProblem::NoSuchDay));
    /// ```
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn parse(typed: &str, months: &[(&str, u32)]) -> Result<Self, DateProblem> {
        let typed = typed.trim();
        let separator = ['-', '/'].into_iter().find(|&sign| typed.contains(sign)).unwrap_or(' ');
        let mut parts = typed.split(separator).filter(|part| separator != ' ' || !part.is_empty());
        let (Some(first), Some(second), Some(third), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(DateProblem::NotADate);
        };
        let (year, month, day) = match separator {
            '-' => (year(first), number(second), number(third)),
            '/' => (year(third), number(second), number(first)),
            _ => (year(third), month_named(second, months), number(first)),
        };
        let not = DateProblem::NotADate;
        Self::new(year.ok_or(not)?, month.ok_or(not)?, day.ok_or(not)?)
    }

    /// The calendar year, 1970 to 2199.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// How many days this date lies after `earlier`; negative when it lies before.
    pub fn days_since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }

    /// The date this many days later; `None` past the last year.
    pub fn plus_days(self, days: u32) -> Option<Self> {
        self.0.checked_add_days(Days::new(days.into())).filter(|date| YEARS.contains(&date.year())).map(Self)
    }

    /// The date this many days earlier; `None` before the first year.
    pub fn minus_days(self, days: u32) -> Option<Self> {
        self.0.checked_sub_days(Days::new(days.into())).filter(|date| YEARS.contains(&date.year())).map(Self)
    }
}

/// `YYYY-MM-DD`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A month or a day: one or two digits.
fn number(part: &str) -> Option<u32> {
    let part = part.trim();
    (matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse().ok()).flatten()
}

/// Four digits are a year; other runs of digits are one out of range, so that the message can say so.
fn year(part: &str) -> Option<i32> {
    let part = part.trim();
    let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| if part.len() == 4 { part.parse().unwrap_or(0) } else { 0 })
}

fn month_named(part: &str, months: &[(&str, u32)]) -> Option<u32> {
    let part = part.trim_end_matches('.');
    months.iter().find(|(name, _)| name.to_lowercase() == part.to_lowercase()).map(|&(_, month)| month)
}

/// Why a text is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DateProblem {
    /// It is not written as a date is written here.
    NotADate,
    /// Its month does not have that day, or there is no such month.
    NoSuchDay,
    /// Its year is not in [`YEARS`].
    OutOfRange,
}

/// A moment in time: milliseconds since 1970-01-01T00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub i64);

/// What time it is where the user sits, taken once for an act so that the parts of the act agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The moment of the act.
    pub now: Instant,
    /// How many minutes the user's calendar is ahead of UTC; 480 in Kuala Lumpur.
    pub ahead_of_utc: i32,
}

impl Clock {
    /// Today on the user's calendar.
    pub fn today(self) -> Date {
        self.day_of(self.now)
    }

    /// The day on the user's calendar on which that moment lies; kept within [`YEARS`].
    pub fn day_of(self, instant: Instant) -> Date {
        let local = instant.0.saturating_add(i64::from(self.ahead_of_utc) * 60_000);
        let beyond = if local < 0 { Date::FIRST } else { Date::LAST };
        DateTime::from_timestamp_millis(local)
            .and_then(|moment| Date::new(moment.year(), moment.month(), moment.day()).ok())
            .unwrap_or(beyond)
    }
}
