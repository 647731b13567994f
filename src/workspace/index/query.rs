//! What a list is asked for: a view, a filter, an order.

use std::cmp::Ordering;

use super::row::{Row, RowReason};
use crate::domain::{Column, Currency, Date, Money, Stage, View, fold};

/// What a list shows, and in which order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// Of which view.
    pub view: View,
    /// Which of its rows.
    pub filter: Filter,
    /// In which order.
    pub sort: Sort,
}

/// Which rows of a view are wanted; each condition that is absent is met by all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// All these words, in any order and anywhere, without regard to case and accents.
    pub text: String,
    /// The stage.
    pub stage: Option<Stage>,
    /// The status reason.
    pub reason: Option<RowReason>,
    /// The customer, or none.
    pub customer: Option<Wanted<String>>,
    /// The competitor, or none.
    pub competitor: Option<Wanted<String>>,
    /// The currency.
    pub currency: Option<Currency>,
    /// The amount with which a row counts in the view, in major units, or none.
    pub amount: Option<Wanted<Span<i64>>>,
    /// The estimated close date in a view of open ones, else the actual close date; or none.
    pub date: Option<Wanted<Span<Date>>>,
}

/// What a field should hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted<T> {
    /// Nothing.
    Empty,
    /// This.
    Is(T),
}

/// From the one to the other, both included; an end that is absent is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span<T> {
    /// The least.
    pub from: Option<T>,
    /// The greatest.
    pub to: Option<T>,
}

/// By what rows are ordered. Rows without it come last both ways (R25), rows alike in it stand by topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub column: Column,
    /// Greatest, latest, last letter first.
    pub descending: bool,
}

impl Query {
    /// The whole of a view in its own order.
    pub fn all_of(view: View) -> Self {
        Self { view, filter: Filter::default(), sort: Sort::of(view) }
    }
}

impl Sort {
    /// The order in which a view is shown unless another one is asked for.
    pub fn of(view: View) -> Self {
        let (column, descending) = match view {
            View::Open | View::Overdue | View::Blocked => (Column::EstimatedClose, false),
            View::Stale => (Column::DaysOpen, true),
            View::Won | View::Lost => (Column::ActualClose, true),
            View::Revisit => (Column::RevisitOn, false),
            View::All => (Column::Topic, false),
            View::Bin => (Column::DeletedOn, true),
        };
        Self { column, descending }
    }

    /// The order of two rows.
    pub(super) fn compare(self, today: Date, one: &Row, other: &Row) -> Ordering {
        let by_column = match self.column {
            Column::Topic => self.present(&one.topic, &other.topic),
            Column::Customer => self.optional(one.customer.as_ref(), other.customer.as_ref()),
            Column::Status => self.present(&one.outcome, &other.outcome),
            Column::Stage => self.present(&one.stage, &other.stage),
            Column::Reason => self.present(&one.reason_place(), &other.reason_place()),
            Column::Competitor => self.optional(one.competitor.as_ref(), other.competitor.as_ref()),
            Column::Estimate => self.optional(scaled(one, one.estimate), scaled(other, other.estimate)),
            Column::Revenue => self.optional(scaled(one, one.actual), scaled(other, other.actual)),
            Column::Probability => self.optional(one.probability, other.probability),
            Column::Rating => self.present(&one.rating, &other.rating),
            Column::EstimatedClose => self.optional(one.estimated_close, other.estimated_close),
            Column::ActualClose => self.optional(one.actual_close, other.actual_close),
            Column::RevisitOn => self.optional(one.revisit_on, other.revisit_on),
            Column::OpenQuotes => self.present(&(one.active + one.drafts), &(other.active + other.drafts)),
            Column::DaysOpen => self.present(&one.days_open(today), &other.days_open(today)),
            Column::DeletedOn => self.optional(one.deleted_on, other.deleted_on),
        };
        by_column.then_with(|| one.by_topic(other))
    }

    fn present<T: Ord + ?Sized>(self, one: &T, other: &T) -> Ordering {
        if self.descending { other.cmp(one) } else { one.cmp(other) }
    }

    fn optional<T: Ord>(self, one: Option<T>, other: Option<T>) -> Ordering {
        match (one, other) {
            (Some(one), Some(other)) => self.present(&one, &other),
            (one, other) => one.is_none().cmp(&other.is_none()),
        }
    }
}

/// The amount in thousandths of the major unit, so that currencies of different digits stand in one order.
fn scaled(row: &Row, amount: Option<Money>) -> Option<i64> {
    amount.map(|amount| amount.minor().saturating_mul(1000 / row.currency.scale()))
}

/// A filter made ready: what was typed is folded once.
pub(super) struct Sieve<'a> {
    filter: &'a Filter,
    view: View,
    words: Vec<String>,
    customer: Option<Wanted<String>>,
    competitor: Option<Wanted<String>>,
}

impl Filter {
    /// Whether it lets everything through.
    pub(super) fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the other one lets all through that this one does: what a longer word is in, a shorter one is in.
    pub(super) fn is_within(&self, wider: &Self) -> bool {
        let wordless = |filter: &Self| Self { text: String::new(), ..filter.clone() };
        let (words, before) = (self.words(), wider.words());
        wordless(self) == wordless(wider) && before.iter().all(|before| words.iter().any(|word| word.contains(before)))
    }

    fn words(&self) -> Vec<String> {
        fold(&self.text).split_whitespace().map(str::to_owned).collect()
    }
}

impl<'a> Sieve<'a> {
    pub(super) fn of(query: &'a Query) -> Self {
        let filter = &query.filter;
        Self {
            filter,
            view: query.view,
            words: filter.words(),
            customer: filter.customer.as_ref().map(Wanted::folded),
            competitor: filter.competitor.as_ref().map(Wanted::folded),
        }
    }

    /// Whether the row meets every condition, in whatever view it stands.
    pub(super) fn lets_through(&self, row: &Row) -> bool {
        let filter = self.filter;
        let date = || if self.view.is_of_open() { row.estimated_close } else { row.actual_close };
        // In the view that counts the amount by, so that one that is lost is not measured by what it did not bring.
        let amount = || scaled(row, row.amount(self.view));
        filter.stage.is_none_or(|stage| row.stage == stage)
            && filter.reason.is_none_or(|reason| row.reason == reason)
            && filter.currency.is_none_or(|currency| row.currency == currency)
            && meets(self.customer.as_ref(), || row.customer.as_deref(), |name, is| name == is)
            && meets(self.competitor.as_ref(), || row.competitor.as_deref(), |name, is| name == is)
            && meets(filter.amount.as_ref(), amount, |span, is| span.map(|major| major.saturating_mul(1000)).holds(is))
            && meets(filter.date.as_ref(), date, |span, is| span.holds(is))
            && row.matches(&self.words)
    }
}

fn meets<W, T>(wanted: Option<&Wanted<W>>, is: impl FnOnce() -> Option<T>, holds: impl FnOnce(&W, T) -> bool) -> bool {
    match wanted {
        None => true,
        Some(Wanted::Empty) => is().is_none(),
        Some(Wanted::Is(wanted)) => is().is_some_and(|is| holds(wanted, is)),
    }
}

impl Wanted<String> {
    fn folded(&self) -> Self {
        match self {
            Self::Empty => Self::Empty,
            Self::Is(name) => Self::Is(fold(name.trim())),
        }
    }
}

impl<T: Copy + Ord> Span<T> {
    /// Whether it lies between the ends.
    pub fn holds(self, it: T) -> bool {
        self.from.is_none_or(|from| from <= it) && self.to.is_none_or(|to| it <= to)
    }

    fn map<U>(self, change: impl Fn(T) -> U) -> Span<U> {
        Span { from: self.from.map(&change), to: self.to.map(&change) }
    }
}
