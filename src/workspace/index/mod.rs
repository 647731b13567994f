//! What the lists show: per opportunity one row, kept sorted, counted and summed by difference.
//!
//! Each change takes one row out and puts one in; nothing is recounted or sorted anew. An index that went through any
//! changes equals one built from the book that they led to.

mod names;
mod row;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use row::{Row, View};

use crate::domain::{Book, Currency, Money, Opportunity, OpportunityId, fold};
use names::Names;
use row::Place;

/// All rows, in the order of every view, with their counts and totals.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    rows: BTreeMap<OpportunityId, Arc<Row>>,
    views: BTreeMap<View, ViewIndex>,
    customers: Names,
    contacts: Names,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct ViewIndex {
    order: BTreeSet<Place>,
    totals: BTreeMap<Currency, Total>,
}

/// Amounts of one currency in a view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// How many rows have an amount.
    pub count: usize,
    /// Their sum in minor units.
    pub minor: i128,
}

impl Total {
    /// The sum as money; `None` when it is more than one amount can be.
    pub fn money(self) -> Option<Money> {
        i64::try_from(self.minor).ok().and_then(Money::from_minor)
    }
}

impl Index {
    /// The index of a book.
    pub fn of(book: &Book) -> Self {
        let mut index = Self::default();
        for opportunity in book.opportunities() {
            index.put(opportunity.id, Some(opportunity));
        }
        index
    }

    /// The ids of a view in the order in which it is shown.
    pub fn rows(&self, view: View) -> Vec<OpportunityId> {
        self.in_order(view).collect()
    }

    /// The ids of a view that match what was typed, in the order in which it is shown: all words, in any order and
    /// anywhere, without regard to case and accents.
    pub fn search(&self, view: View, typed: &str) -> Vec<OpportunityId> {
        let typed = fold(typed);
        let words: Vec<&str> = typed.split_whitespace().collect();
        self.in_order(view).filter(|id| self.row(*id).is_some_and(|row| row.matches(&words))).collect()
    }

    /// The row of an opportunity. While nothing that it shows changes, it is the same `Arc`.
    pub fn row(&self, id: OpportunityId) -> Option<&Arc<Row>> {
        self.rows.get(&id)
    }

    /// How many rows a view has.
    pub fn count(&self, view: View) -> usize {
        self.views.get(&view).map_or(0, |view| view.order.len())
    }

    /// The totals of a view by currency, as far as there are amounts: see [`Row::amount`].
    pub fn totals(&self, view: View) -> Vec<(Currency, Total)> {
        let totals = self.views.get(&view).into_iter().flat_map(|view| view.totals.iter());
        totals.map(|(currency, total)| (*currency, *total)).collect()
    }

    /// The customers in the book, each once, in alphabetical order.
    pub fn customers(&self) -> impl Iterator<Item = &str> {
        self.customers.iter()
    }

    /// The contacts in the book, each once, in alphabetical order.
    pub fn contacts(&self) -> impl Iterator<Item = &str> {
        self.contacts.iter()
    }

    fn in_order(&self, view: View) -> impl Iterator<Item = OpportunityId> {
        self.views.get(&view).into_iter().flat_map(|view| view.order.iter().map(|place| place.id))
    }

    /// Puts an opportunity's row in its place, or takes it away.
    pub(super) fn put(&mut self, id: OpportunityId, opportunity: Option<&Opportunity>) {
        let new = opportunity.map(|opportunity| Arc::new(Row::of(opportunity)));
        if self.rows.get(&id) == new.as_ref() {
            return;
        }
        if let Some(old) = self.rows.remove(&id) {
            self.count_row(&old, false);
        }
        if let Some(new) = new {
            self.count_row(&new, true);
            self.rows.insert(id, new);
        }
    }

    /// Counts the row in, or out again.
    fn count_row(&mut self, row: &Row, is_in: bool) {
        for view in row.views() {
            let place = row.place(view);
            let view_index = self.views.entry(view).or_default();
            if is_in {
                view_index.order.insert(place);
            } else {
                view_index.order.remove(&place);
            }
            if let Some(amount) = row.amount(view) {
                let total = view_index.totals.entry(row.currency).or_default();
                let minor = i128::from(amount.minor());
                total.count = if is_in { total.count + 1 } else { total.count.saturating_sub(1) };
                total.minor += if is_in { minor } else { -minor };
                if total.count == 0 {
                    view_index.totals.remove(&row.currency);
                }
            }
            if view_index.order.is_empty() {
                self.views.remove(&view);
            }
        }
        self.customers.count(row.customer.as_deref(), is_in);
        self.contacts.count(row.contact.as_deref(), is_in);
    }
}
