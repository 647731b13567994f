//! What will happen, one line each.

use std::collections::BTreeMap;

use super::case::Case;
use crate::domain::{CheckedClosing, ClosingWarning, Date, Fate, Field, FieldProblem, Money, Outcome, QuoteKey, Terms};

/// One thing that will happen.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Consequence {
    /// Nothing, until these fields are settled.
    NothingYet(Vec<Field>),
    /// The opportunity closes.
    Closed(Outcome, Option<Money>, Date),
    /// These quotes become Won, Lost or Canceled.
    Settled(Fate, Vec<QuoteKey>),
    /// This quote was Won before and stays it.
    StaysWon(QuoteKey),
    /// The closing of this number is canceled by a correction.
    Replaced(u32),
    /// All of it is read-only then.
    ReadOnly,
    /// It is unusual.
    Unusual(ClosingWarning),
}

impl Consequence {
    /// What will happen if it is done as checked; what is unusual stands last.
    pub fn all(
        case: Case<'_>,
        outcome: Outcome,
        checked: &Result<CheckedClosing, Vec<FieldProblem>>,
        warnings: &[(Field, ClosingWarning)],
    ) -> Vec<Self> {
        let it = case.opportunity;
        let mut then = match checked {
            Err(problems) => {
                let mut fields: Vec<Field> = problems.iter().map(|problem| problem.field).collect();
                fields.dedup();
                vec![Self::NothingYet(fields)]
            }
            Ok(checked) => {
                let won = it.won_quote().map(|quote| Self::StaysWon(quote.key));
                let replaced = it.closing().map(|closing| Self::Replaced(closing.facts().number));
                let mut then = vec![Self::Closed(outcome, revenue(&checked.terms), checked.date)];
                then.extend(settled(&checked.fates).into_iter().chain(won).chain(replaced));
                then.push(Self::ReadOnly);
                then
            }
        };
        then.extend(warnings.iter().map(|(_, warning)| Self::Unusual(*warning)));
        then
    }
}

fn revenue(terms: &Terms) -> Option<Money> {
    match *terms {
        Terms::Won { revenue } => Some(revenue),
        Terms::Lost { revenue, .. } => revenue,
    }
}

/// The quotes by what becomes of them, the winner first.
fn settled(fates: &BTreeMap<QuoteKey, Fate>) -> Vec<Consequence> {
    let of = |fate: Fate| {
        let quotes: Vec<QuoteKey> =
            fates.iter().filter(|(_, other)| **other == fate).map(|(quote, _)| *quote).collect();
        (!quotes.is_empty()).then_some(Consequence::Settled(fate, quotes))
    };
    Fate::ALL.iter().filter_map(|&fate| of(fate)).collect()
}
