//! Counts and sums of rows, kept by difference: what goes in comes out again the same way.

use std::collections::BTreeMap;

use super::row::Row;
use crate::domain::{Currency, Money, Outcome, View};

/// How many rows there are, and what they add up to: each currency by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    count: usize,
    /// None of them empty.
    totals: BTreeMap<Currency, Total>,
}

/// What the rows of one currency add up to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// How many rows have an amount.
    pub count: usize,
    /// Their sum in minor units.
    pub minor: i128,
    /// How many have an amount and a probability.
    pub weighted_count: usize,
    /// The sum of amount × percent, in minor units.
    percents: i128,
}

impl Total {
    /// The sum as money; `None` when it is more than one amount can be.
    pub fn money(self) -> Option<Money> {
        money(self.minor)
    }

    /// The sum of estimate × probability, exact and rounded once, half up (R25); `None` when it is more than one amount
    /// can be.
    pub fn weighted(self) -> Option<Money> {
        money((self.percents + 50).div_euclid(100))
    }
}

/// What was won and lost of some rows (R19): the value won is actual revenue, the value lost the estimate at closing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcomes {
    /// How many were won.
    pub won: usize,
    /// How many were lost.
    pub lost: usize,
    /// None of them empty.
    values: BTreeMap<Currency, OutcomeValues>,
}

/// What was won and lost in one currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OutcomeValues {
    rows: usize,
    /// Won, in minor units.
    pub won: i128,
    /// Lost, in minor units.
    pub lost: i128,
}

/// A share with what it is a share of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// The part.
    pub part: i128,
    /// The whole, more than nothing.
    pub whole: i128,
}

impl Rate {
    fn of(part: i128, whole: i128) -> Option<Self> {
        (whole > 0).then_some(Self { part, whole })
    }

    /// The share in hundredths of a percent, rounded half up.
    pub fn per_myriad(self) -> i128 {
        (self.part * 10_000 * 2 + self.whole) / (self.whole * 2)
    }
}

impl Tally {
    /// How many rows.
    pub fn count(&self) -> usize {
        self.count
    }

    /// What they add up to, by currency.
    pub fn totals(&self) -> &BTreeMap<Currency, Total> {
        &self.totals
    }

    /// Counts a row of the view in, or out again.
    pub(super) fn add(&mut self, row: &Row, view: View, is_in: bool) {
        step(&mut self.count, is_in);
        let Some(amount) = row.amount(view) else { return };
        let total = self.totals.entry(row.currency).or_default();
        let minor = i128::from(amount.minor());
        step(&mut total.count, is_in);
        total.minor += signed(minor, is_in);
        if let Some(percent) = row.probability {
            step(&mut total.weighted_count, is_in);
            total.percents += signed(minor * i128::from(percent.get()), is_in);
        }
        if !is_in {
            self.totals.retain(|_, total| total.count > 0);
        }
    }
}

impl Outcomes {
    /// The win rate by count: won of won and lost.
    pub fn rate(&self) -> Option<Rate> {
        Rate::of(self.won as i128, (self.won + self.lost) as i128)
    }

    /// The values by currency.
    pub fn values(&self) -> &BTreeMap<Currency, OutcomeValues> {
        &self.values
    }

    /// Counts a row in, or out again; one that is open counts for nothing.
    pub(super) fn add(&mut self, row: &Row, is_in: bool) {
        let Some(outcome) = row.outcome else { return };
        let values = self.values.entry(row.currency).or_default();
        step(&mut values.rows, is_in);
        let minor = |money: Option<Money>| signed(money.map_or(0, |money| money.minor().into()), is_in);
        match outcome {
            Outcome::Won => {
                step(&mut self.won, is_in);
                values.won += minor(row.actual);
            }
            Outcome::Lost => {
                step(&mut self.lost, is_in);
                values.lost += minor(row.estimate_at_closing);
            }
        }
        if !is_in {
            self.values.retain(|_, values| values.rows > 0);
        }
    }
}

impl OutcomeValues {
    /// The win rate by value: won of won and lost.
    pub fn rate(self) -> Option<Rate> {
        Rate::of(self.won, self.won + self.lost)
    }
}

fn money(minor: i128) -> Option<Money> {
    i64::try_from(minor).ok().and_then(Money::from_minor)
}

fn step(count: &mut usize, is_in: bool) {
    *count = if is_in { *count + 1 } else { count.saturating_sub(1) };
}

fn signed(minor: i128, is_in: bool) -> i128 {
    if is_in { minor } else { -minor }
}
