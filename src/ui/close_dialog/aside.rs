//! What stands beside the revenue: where it comes from, what can be taken instead, how far it is from the estimate.

use std::collections::BTreeMap;

use super::case::Case;
use super::entered::Entered;
use crate::domain::{ClosingInput, Fate, Field, Money, Outcome, QuoteKey};

/// What stands beside the revenue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RevenueAside {
    /// Where the value comes from; absent when it was typed.
    pub source: Option<Source>,
    /// The values that can be taken instead.
    pub offers: Vec<(Source, Money)>,
    /// How far it is from the estimate.
    pub difference: Option<Difference>,
}

/// Where a revenue comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The total of the winner.
    Quote(QuoteKey),
    /// The estimated revenue.
    Estimate,
    /// The closing that was canceled last (R14).
    Earlier,
    /// The closing that is corrected.
    Present,
}

/// How far a revenue is from the estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// In minor units; below zero when it is less.
    pub minor: i64,
    /// In tenths of a percent of the estimate, without sign; absent when the estimate is 0.
    pub tenths: Option<u64>,
}

impl RevenueAside {
    /// What stands beside the revenue of this input.
    pub fn of(case: Case<'_>, entered: &Entered, input: &ClosingInput, fates: &BTreeMap<QuoteKey, Fate>) -> Self {
        let it = case.opportunity;
        let value = input.revenue.ok().flatten();
        let winner = it.winner(fates).map(|quote| quote.key).zip(it.winner_total(fates));
        let winner = winner.map(|(quote, total)| (Source::Quote(quote), total));
        let estimate = it.estimated_revenue();
        let known: Vec<(Source, Money)> = match input.outcome {
            Outcome::Won => winner.into_iter().chain(estimate.map(|money| (Source::Estimate, money))).collect(),
            Outcome::Lost => Vec::new(),
        };
        let same = known.iter().find(|(_, money)| Some(*money) == value).map(|(source, _)| *source);
        let untouched = entered.text(Field::ActualRevenue).is_none() && value.is_some();
        let present = it.closing().is_some_and(|closing| closing.outcome() == input.outcome);
        let followed = if present { Source::Present } else { Source::Earlier };
        let mut offers: Vec<(Source, Money)> = known.into_iter().filter(|(_, money)| Some(*money) != value).collect();
        offers.dedup_by_key(|(_, money)| *money);
        Self {
            source: same.or_else(|| untouched.then_some(followed)),
            offers,
            difference: value.zip(estimate).and_then(|(value, estimate)| Difference::between(value, estimate)),
        }
    }
}

impl Difference {
    fn between(value: Money, estimate: Money) -> Option<Self> {
        let minor = value.minor() - estimate.minor();
        let of = u128::from(estimate.minor().unsigned_abs());
        let tenths = (u128::from(minor.unsigned_abs()) * 1000 + of / 2).checked_div(of);
        (minor != 0).then(|| Self { minor, tenths: tenths.and_then(|tenths| u64::try_from(tenths).ok()) })
    }
}
