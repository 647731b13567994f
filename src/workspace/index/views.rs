//! In which views of the book an opportunity stands (R25).

use super::Situation;
use crate::domain::{Closing, Opportunity, Outcome, View};

/// How many days ahead a revisit date brings a lost opportunity into *Revisit* (R25).
const REVISIT_AHEAD: i64 = 14;

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
