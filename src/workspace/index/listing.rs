//! A list as it is shown: the rows that a query asks for in their order, with what they add up to.
//!
//! It is made once for a query; afterwards each change takes one row out and puts one in. A list that went through any
//! changes equals one made anew.

use std::sync::Arc;

use super::query::{Query, Sieve};
use super::row::Row;
use super::tally::{Outcomes, Tally};
use super::{Index, Mark};
use crate::domain::{Date, OpportunityId, View};

/// The rows of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listing {
    query: Query,
    rows: Vec<Arc<Row>>,
    tally: Tally,
    outcomes: Outcomes,
    /// By which open ones have been open so many days.
    today: Date,
    seen: Mark,
}

impl Listing {
    /// What the query asks for.
    pub fn of(index: &Index, query: Query) -> Self {
        let sieve = Sieve::of(&query);
        let (mut rows, mut tally, mut outcomes) = (Vec::new(), Tally::default(), Outcomes::default());
        for row in index.all_rows().filter(|row| sieve.lets_through(row)) {
            if row.views.has(View::All) {
                outcomes.add(row, true);
            }
            if row.views.has(query.view) {
                tally.add(row, query.view, true);
                rows.push(row.clone());
            }
        }
        let today = index.today();
        rows.sort_unstable_by(|one, other| query.sort.compare(today, one, other));
        Self { query, rows, tally, outcomes, today, seen: index.mark().clone() }
    }

    /// The same list after what has changed in the index since; `None` when nothing did.
    #[must_use]
    pub fn after(&self, index: &Index) -> Option<Self> {
        if self.seen == *index.mark() {
            return None;
        }
        let Some(steps) = index.steps_since(&self.seen) else { return Some(Self::of(index, self.query.clone())) };
        let mut next = self.clone();
        let sieve = Sieve::of(&self.query);
        for step in steps {
            for (row, is_in) in [(&step.before, false), (&step.after, true)] {
                if let Some(row) = row.as_ref().filter(|row| sieve.lets_through(row)) {
                    next.put(row, is_in);
                }
            }
        }
        next.seen = index.mark().clone();
        Some(next)
    }

    /// Puts a row that meets the filter in, or takes it out.
    fn put(&mut self, row: &Arc<Row>, is_in: bool) {
        if row.views.has(View::All) {
            self.outcomes.add(row, is_in);
        }
        let Query { view, sort, .. } = self.query;
        if !row.views.has(view) {
            return;
        }
        self.tally.add(row, view, is_in);
        match (self.rows.binary_search_by(|other| sort.compare(self.today, other, row)), is_in) {
            (Err(place), true) => self.rows.insert(place, row.clone()),
            (Ok(place), false) => drop(self.rows.remove(place)),
            (Ok(_), true) | (Err(_), false) => {}
        }
    }

    /// What it was asked for.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// The rows in their order.
    pub fn rows(&self) -> &[Arc<Row>] {
        &self.rows
    }

    /// The ids of the rows in their order.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = OpportunityId> {
        self.rows.iter().map(|row| row.id)
    }

    /// Where an opportunity stands, from 0.
    pub fn place(&self, id: OpportunityId) -> Option<usize> {
        self.rows.iter().position(|row| row.id == id)
    }

    /// How many rows there are and what they add up to.
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// What was won and what was lost of all that meets the filter, in whichever view it stands (R19).
    pub fn outcomes(&self) -> &Outcomes {
        &self.outcomes
    }
}
