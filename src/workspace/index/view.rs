//! The views of the book (R25), and in which of them an opportunity stands.

use super::Situation;
use crate::domain::{Closing, Opportunity, Outcome};

/// How many days ahead a revisit date brings a lost opportunity into *Revisit* (R25).
const REVISIT_AHEAD: i64 = 14;

/// A list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// What is open.
    Open,
    /// What is open and should have closed before today.
    Overdue,
    /// What is open and has a quote that stops it from closing (R6).
    Blocked,
    /// What is open and was not changed for longer than the preference says.
    Stale,
    /// What is won.
    Won,
    /// What is lost.
    Lost,
    /// What is lost and to be asked about again, up to 14 days ahead.
    Revisit,
    /// Everything.
    All,
    /// What was deleted, and is in no other view.
    Bin,
}

impl View {
    /// Every view, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Open,
        Self::Overdue,
        Self::Blocked,
        Self::Stale,
        Self::Won,
        Self::Lost,
        Self::Revisit,
        Self::All,
        Self::Bin,
    ];

    /// Its name in an address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Overdue => "overdue",
            Self::Blocked => "blocked",
            Self::Stale => "stale",
            Self::Won => "won",
            Self::Lost => "lost",
            Self::Revisit => "revisit",
            Self::All => "all",
            Self::Bin => "bin",
        }
    }

    /// The view of this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.code() == code)
    }

    /// Whether all that stand in it are open.
    pub fn is_of_open(self) -> bool {
        matches!(self, Self::Open | Self::Overdue | Self::Blocked | Self::Stale)
    }
}

/// A set of views.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Views(u16);

impl Views {
    pub(super) fn of(opportunity: &Opportunity, situation: &Situation) -> Self {
        let mut views = Self::default();
        if opportunity.is_in_bin() {
            views.add(View::Bin);
            return views;
        }
        views.add(View::All);
        match opportunity.outcome() {
            None => views.add_open(opportunity, situation),
            Some(Outcome::Won) => views.add(View::Won),
            Some(Outcome::Lost) => {
                views.add(View::Lost);
                let revisit = opportunity.closing().and_then(Closing::revisit_on);
                if revisit.is_some_and(|date| date.days_since(situation.today()) <= REVISIT_AHEAD) {
                    views.add(View::Revisit);
                }
            }
        }
        views
    }

    fn add_open(&mut self, opportunity: &Opportunity, situation: &Situation) {
        let today = situation.today();
        self.add(View::Open);
        if opportunity.details.estimated_close_date.is_some_and(|date| date < today) {
            self.add(View::Overdue);
        }
        if opportunity.blocking_quotes(situation.preferences.drafts).next().is_some() {
            self.add(View::Blocked);
        }
        let unchanged = today.days_since(situation.clock.day_of(opportunity.modified_on));
        if unchanged > i64::from(situation.preferences.stale_after.get()) {
            self.add(View::Stale);
        }
    }

    fn add(&mut self, view: View) {
        self.0 |= 1 << view as u16;
    }

    /// Whether the view is in the set.
    pub fn has(self, view: View) -> bool {
        self.0 & (1 << view as u16) != 0
    }
}
