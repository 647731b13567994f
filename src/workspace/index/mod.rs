//! What the lists show: per opportunity one row, and of every view its count and sums, kept by difference.
//!
//! What lies in the bin is in the view of the bin and nowhere else (R26).
//!
//! Each change takes one row out and puts one in; nothing is recounted or sorted anew. An index that went through any
//! changes equals one built from the book that they led to. What the rows depend on beside the book is the
//! [`Situation`]: when that changes, at midnight or with a preference, the index is built anew.

mod finding;
mod listing;
mod names;
mod query;
mod row;
mod selection;
mod tally;
mod views;

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

pub use finding::{Fit, Letters};
pub use listing::Listing;
pub use query::{Filter, Query, Sort, Span, Wanted};
pub use row::{Row, RowReason};
pub use selection::Selection;
pub use tally::{OutcomeValues, Outcomes, Rate, Tally, Total};

use crate::domain::{Book, Clock, Currency, Date, Lists, Opportunity, OpportunityId, Preferences};
pub use crate::domain::{Column, View};
use names::Names;

/// How many changes are remembered for the lists that follow them; more at once are followed by making the list anew.
const REMEMBERED: usize = 1024;

/// What the rows depend on beside the book's opportunities.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Situation {
    /// What time it is; only the day counts, and how far the calendar is ahead.
    pub clock: Clock,
    /// The names and the order of status reasons and competitors.
    pub lists: Arc<Lists>,
    /// Whether drafts block, and after how many days an opportunity is stale.
    pub preferences: Arc<Preferences>,
}

impl Situation {
    /// The situation of a book at this time.
    pub fn of(book: &Book, clock: Clock) -> Self {
        Self { clock, lists: book.lists().clone(), preferences: book.preferences().clone() }
    }

    /// Today on the user's calendar.
    pub fn today(&self) -> Date {
        self.clock.today()
    }

    /// Whether rows made in the one are those made in the other.
    fn is_like(&self, other: &Self) -> bool {
        let day = |it: &Self| (it.today(), it.clock.ahead_of_utc);
        let preferred = |it: &Self| (it.preferences.drafts, it.preferences.stale_after);
        day(self) == day(other) && self.lists == other.lists && preferred(self) == preferred(other)
    }
}

/// All rows, with the counts and totals of every view.
#[derive(Clone, Debug)]
pub struct Index {
    situation: Situation,
    rows: BTreeMap<OpportunityId, Arc<Row>>,
    /// One for each view.
    tallies: [Tally; View::ALL.len()],
    customers: Names,
    contacts: Names,
    /// How many opportunities outside the bin are in each.
    currencies: BTreeMap<Currency, usize>,
    mark: Mark,
    /// The latest changes, oldest first.
    steps: VecDeque<Step>,
}

/// How far an index has come: which one it is, and how often it has changed.
#[derive(Clone, Debug, Default)]
struct Mark {
    index: Arc<()>,
    changes: usize,
}

impl Eq for Mark {}

impl PartialEq for Mark {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.index, &other.index) && self.changes == other.changes
    }
}

/// A row before and after a change.
#[derive(Clone, Debug)]
struct Step {
    before: Option<Arc<Row>>,
    after: Option<Arc<Row>>,
}

/// Two are equal when they show the same, however they came to it.
impl PartialEq for Index {
    fn eq(&self, other: &Self) -> bool {
        self.situation.is_like(&other.situation)
            && (&self.rows, &self.tallies) == (&other.rows, &other.tallies)
            && (&self.customers, &self.contacts) == (&other.customers, &other.contacts)
            && self.currencies == other.currencies
    }
}

impl Index {
    /// The index of a book at this time.
    pub fn of(book: &Book, clock: Clock) -> Self {
        let mut index = Self {
            situation: Situation::of(book, clock),
            rows: BTreeMap::new(),
            tallies: Default::default(),
            customers: Names::default(),
            contacts: Names::default(),
            currencies: BTreeMap::new(),
            mark: Mark::default(),
            steps: VecDeque::new(),
        };
        index.fill(book);
        index
    }

    /// The rows that a query asks for, in their order.
    pub fn list(&self, query: Query) -> Listing {
        Listing::of(self, query)
    }

    /// The ids of a view in its own order.
    pub fn ids(&self, view: View) -> Vec<OpportunityId> {
        self.list(Query::all_of(view)).ids().collect()
    }

    /// The row of an opportunity. While nothing that it shows changes, it is the same `Arc`.
    pub fn row(&self, id: OpportunityId) -> Option<&Arc<Row>> {
        self.rows.get(&id)
    }

    /// How many rows a view has.
    pub fn count(&self, view: View) -> usize {
        self.tally(view).map_or(0, Tally::count)
    }

    /// What a view adds up to.
    pub fn tally(&self, view: View) -> Option<&Tally> {
        self.tallies.get(view as usize)
    }

    /// Today, as the views have it.
    pub fn today(&self) -> Date {
        self.situation.today()
    }

    /// The time by which the views go.
    pub fn clock(&self) -> Clock {
        self.situation.clock
    }

    /// The customers in the book outside the bin, each once, in alphabetical order.
    pub fn customers(&self) -> impl Iterator<Item = &str> {
        self.customers.iter()
    }

    /// The contacts in the book outside the bin, each once, in alphabetical order.
    pub fn contacts(&self) -> impl Iterator<Item = &str> {
        self.contacts.iter()
    }

    /// The currencies of the opportunities outside the bin, each once, by code.
    pub fn currencies(&self) -> impl Iterator<Item = Currency> {
        self.currencies.keys().copied()
    }

    /// Makes all rows anew where the situation is another one: a new day, other lists, other preferences.
    pub(super) fn turn(&mut self, book: &Book, clock: Clock) {
        let situation = Situation::of(book, clock);
        if !self.situation.is_like(&situation) {
            *self = Self::of(book, clock);
        }
    }

    /// Puts an opportunity's row in its place, or takes it away.
    pub(super) fn put(&mut self, id: OpportunityId, opportunity: Option<&Opportunity>) {
        let after = opportunity.map(|opportunity| Arc::new(Row::of(opportunity, &self.situation)));
        if self.rows.get(&id) == after.as_ref() {
            return;
        }
        let before = self.rows.remove(&id);
        if let Some(row) = &before {
            self.count_row(row, false);
        }
        if let Some(row) = &after {
            self.count_row(row, true);
            self.rows.insert(id, row.clone());
        }
        self.mark.changes += 1;
        self.steps.push_back(Step { before, after });
        if self.steps.len() > REMEMBERED {
            self.steps.pop_front();
        }
    }

    fn fill(&mut self, book: &Book) {
        for opportunity in book.with_bin() {
            let row = Arc::new(Row::of(opportunity, &self.situation));
            self.count_row(&row, true);
            self.rows.insert(row.id, row);
        }
    }

    /// Counts the row in, or out again.
    fn count_row(&mut self, row: &Row, is_in: bool) {
        for (view, tally) in View::ALL.into_iter().zip(&mut self.tallies).filter(|(view, _)| row.views.has(*view)) {
            tally.add(row, view, is_in);
        }
        if row.deleted_on.is_none() {
            let [customer, contact] = &row.people;
            self.customers.count(customer.as_deref(), is_in);
            self.contacts.count(contact.as_deref(), is_in);
            let uses = self.currencies.entry(row.currency).or_default();
            *uses = if is_in { *uses + 1 } else { uses.saturating_sub(1) };
            if *uses == 0 {
                self.currencies.remove(&row.currency);
            }
        }
    }

    fn all_rows(&self) -> impl Iterator<Item = &Arc<Row>> {
        self.rows.values()
    }

    fn mark(&self) -> &Mark {
        &self.mark
    }

    /// What changed since it had come so far; `None` when that is not known.
    fn steps_since(&self, seen: &Mark) -> Option<impl Iterator<Item = &Step>> {
        let new = self.mark.changes.checked_sub(seen.changes).filter(|_| Arc::ptr_eq(&self.mark.index, &seen.index))?;
        let known = self.steps.len().checked_sub(new)?;
        Some(self.steps.iter().skip(known))
    }
}
