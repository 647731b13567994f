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
    /// The view in its order, whatever the filter: what another one lets through stands in this order already.
    whole: Arc<Vec<Arc<Row>>>,
    /// Those that the filter lets through; where it lets all through, the same.
    rows: Arc<Vec<Arc<Row>>>,
    tally: Tally,
    outcomes: Outcomes,
    /// By which open ones have been open so many days.
    today: Date,
    seen: Mark,
}

impl Listing {
    /// What the query asks for.
    pub fn of(index: &Index, query: Query) -> Self {
        let mut whole: Vec<_> = index.all_rows().filter(|row| row.views.has(query.view)).cloned().collect();
        sort(&mut whole, &query, index.today());
        let whole = Arc::new(whole);
        Self::among(index, query, whole.clone(), &whole)
    }

    /// What another query asks for, as the index is now. What is in order is not put in order anew, and what was found
    /// already is what fewer are found among.
    #[must_use]
    pub fn asked(&self, index: &Index, query: Query) -> Self {
        if query.view != self.query.view {
            return Self::of(index, query);
        }
        let newer = self.after(index);
        let now = newer.as_ref().unwrap_or(self);
        if query.sort != now.query.sort {
            return if query.filter == now.query.filter { now.sorted(query) } else { Self::of(index, query) };
        }
        let found = if query.filter.is_within(&now.query.filter) { &now.rows } else { &now.whole };
        Self::among(index, query, now.whole.clone(), found)
    }

    /// The same rows in the order of this query, which asks for nothing else.
    fn sorted(&self, query: Query) -> Self {
        let in_order = |rows: &Arc<Vec<Arc<Row>>>| {
            let mut rows = Vec::clone(rows);
            sort(&mut rows, &query, self.today);
            Arc::new(rows)
        };
        let whole = in_order(&self.whole);
        let rows = if query.filter.is_none() { whole.clone() } else { in_order(&self.rows) };
        Self { query, whole, rows, ..self.clone() }
    }

    /// What the query asks for among those.
    fn among(index: &Index, query: Query, whole: Arc<Vec<Arc<Row>>>, among: &[Arc<Row>]) -> Self {
        let sieve = Sieve::of(&query);
        let mut outcomes = Outcomes::default();
        let (rows, tally) = if query.filter.is_none() {
            // The index has counted it already.
            (whole.clone(), index.tally(query.view).cloned().unwrap_or_default())
        } else {
            let rows: Vec<_> = among.iter().filter(|row| sieve.lets_through(row)).cloned().collect();
            let mut tally = Tally::default();
            for row in &rows {
                tally.add(row, query.view, true);
            }
            (Arc::new(rows), tally)
        };
        if query.view == View::All {
            rows.iter().for_each(|row| outcomes.add(row, true));
        } else {
            let others = index.all_rows().filter(|row| row.outcome.is_some() && row.views.has(View::All));
            others.filter(|row| sieve.lets_through(row)).for_each(|row| outcomes.add(row, true));
        }
        Self { query, whole, rows, tally, outcomes, today: index.today(), seen: index.mark().clone() }
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
                if let Some(row) = row {
                    next.put(row, is_in, sieve.lets_through(row));
                }
            }
        }
        if self.query.filter.is_none() {
            next.rows = next.whole.clone();
        }
        next.seen = index.mark().clone();
        Some(next)
    }

    /// Puts a row in, or takes it out; among those that are shown if the filter lets it through.
    fn put(&mut self, row: &Arc<Row>, is_in: bool, passes: bool) {
        let Query { view, sort, ref filter } = self.query;
        if passes && row.views.has(View::All) {
            self.outcomes.add(row, is_in);
        }
        if !row.views.has(view) {
            return;
        }
        let today = self.today;
        let place = |rows: &mut Arc<Vec<Arc<Row>>>| {
            let rows = Arc::make_mut(rows);
            match (rows.binary_search_by(|other| sort.compare(today, other, row)), is_in) {
                (Err(place), true) => rows.insert(place, row.clone()),
                (Ok(place), false) => drop(rows.remove(place)),
                (Ok(_), true) | (Err(_), false) => {}
            }
        };
        place(&mut self.whole);
        if passes {
            self.tally.add(row, view, is_in);
            if !filter.is_none() {
                place(&mut self.rows);
            }
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

fn sort(rows: &mut [Arc<Row>], query: &Query, today: Date) {
    rows.sort_unstable_by(|one, other| query.sort.compare(today, one, other));
}
