//! What the lists show: per opportunity one row, kept sorted, counted and summed by difference.
//!
//! What lies in the bin is in the view of the bin and nowhere else (R26).
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
    /// One for each view.
    views: [ViewIndex; 5],
    customers: Names,
    contacts: Names,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct ViewIndex {
    order: BTreeSet<Place>,
    /// In the order of the currencies, of which a book has few.
    totals: Vec<(Currency, Total)>,
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

impl ViewIndex {
    fn count_amount(&mut self, currency: Currency, amount: Money, is_in: bool) {
        let place = self.totals.partition_point(|(other, _)| *other < currency);
        if self.totals.get(place).is_none_or(|(other, _)| *other != currency) {
            self.totals.insert(place, (currency, Total::default()));
        }
        let Some((_, total)) = self.totals.get_mut(place) else { return };
        let minor = i128::from(amount.minor());
        total.count = if is_in { total.count + 1 } else { total.count.saturating_sub(1) };
        total.minor += if is_in { minor } else { -minor };
        if total.count == 0 {
            self.totals.remove(place);
        }
    }
}

impl Index {
    /// The index of a book.
    pub fn of(book: &Book) -> Self {
        let mut index = Self::default();
        for opportunity in book.with_bin() {
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
        self.view(view).map_or(0, |view| view.order.len())
    }

    /// The totals of a view by currency, as far as there are amounts: see [`Row::amount`].
    pub fn totals(&self, view: View) -> Vec<(Currency, Total)> {
        self.view(view).map_or_else(Vec::new, |view| view.totals.clone())
    }

    /// The customers in the book outside the bin, each once, in alphabetical order.
    pub fn customers(&self) -> impl Iterator<Item = &str> {
        self.customers.iter()
    }

    /// The contacts in the book outside the bin, each once, in alphabetical order.
    pub fn contacts(&self) -> impl Iterator<Item = &str> {
        self.contacts.iter()
    }

    fn in_order(&self, view: View) -> impl Iterator<Item = OpportunityId> {
        self.view(view).into_iter().flat_map(|view| view.order.iter().map(|place| place.id))
    }

    fn view(&self, view: View) -> Option<&ViewIndex> {
        self.views.get(view as usize)
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
        for &view in row.views() {
            let place = row.place(view);
            let Some(view_index) = self.views.get_mut(view as usize) else { continue };
            if is_in {
                view_index.order.insert(place);
            } else {
                view_index.order.remove(&place);
            }
            if let Some(amount) = row.amount(view) {
                view_index.count_amount(row.currency, amount, is_in);
            }
        }
        if row.deleted_on.is_none() {
            self.customers.count(row.customer.as_deref(), is_in);
            self.contacts.count(row.contact.as_deref(), is_in);
        }
    }
}
