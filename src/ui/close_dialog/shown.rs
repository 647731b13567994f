//! What the dialog shows, from the record, the rules and what the user entered: one pure function.

use std::collections::BTreeMap;

use super::aside::RevenueAside;
use super::case::{Case, typed};
use super::consequence::Consequence;
use super::entered::{Entered, Picks};
use crate::domain::forms::Typed;
use crate::domain::{
    CheckedClosing, ClosingRules, ClosingWarning, Fate, Field, FieldProblem, Outcome, QuoteKey, ReasonId,
};

/// Everything that the dialog shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Which way it closes.
    pub outcome: Outcome,
    /// What its controls hold.
    texts: BTreeMap<Field, String>,
    /// The reasons to choose from.
    pub reasons: Vec<ReasonId>,
    /// Whether the reason has to be explained.
    pub needs_description: bool,
    /// What stands beside the revenue.
    pub revenue: RevenueAside,
    /// How far the close date lies ahead of today, where it is one.
    pub days_ahead: Option<i64>,
    /// What becomes of each open quote.
    pub fates: BTreeMap<QuoteKey, Fate>,
    /// The quotes that stop it from closing (R6, R7).
    pub blocking: Vec<QuoteKey>,
    /// What is unusual, and at which field.
    pub warnings: Vec<(Field, ClosingWarning)>,
    /// Whether it can be done as it stands (R9).
    pub checked: Result<CheckedClosing, Vec<FieldProblem>>,
    /// What will happen.
    pub then: Vec<Consequence>,
}

impl Shown {
    /// What is shown of this case when this was entered.
    pub fn of(case: Case<'_>, entered: &Entered, picks: &Picks) -> Self {
        let (it, outcome) = (case.opportunity, entered.outcome());
        let fates = case.fates(outcome, picks);
        let texts = case.texts(entered, &fates);
        let input = case.input(outcome, &texts, &fates);
        let rules = ClosingRules { lists: case.lists, drafts: case.drafts };
        let blocking: Vec<QuoteKey> = match it.closing() {
            None => it.blocking_quotes(case.drafts).map(|quote| quote.key).collect(),
            Some(_) => Vec::new(),
        };
        let unsettled = !blocking.is_empty() && !input.quotes.close_all;
        let warnings = input.warnings(it, case.clock).into_iter();
        // What is not decided about the quotes yet is nothing to be warned of.
        let warnings = warnings.filter(|warning| !(unsettled && *warning == ClosingWarning::NoWinner));
        let warnings: Vec<(Field, ClosingWarning)> =
            warnings.map(|warning| (place(warning, !fates.is_empty()), warning)).collect();
        let checked = input.check(it, rules);
        let then = Consequence::all(case, outcome, &checked, &warnings);
        let date = input.date.ok().flatten();
        Self {
            outcome,
            reasons: case.reasons(outcome, input.reason),
            needs_description: input
                .reason
                .and_then(|id| case.lists.reason(id))
                .is_some_and(|reason| reason.needs_description),
            revenue: RevenueAside::of(case, entered, &input, &fates),
            days_ahead: date.map(|date| date.days_since(case.clock.today())),
            texts,
            fates,
            blocking,
            warnings,
            checked,
            then,
        }
    }

    /// What the control of this field holds.
    pub fn text(&self, field: Field) -> &str {
        self.texts.get(&field).map_or("", String::as_str)
    }

    /// What the controls hold, under their names.
    pub fn typed(&self) -> Typed {
        typed(&self.texts)
    }

    /// Whether the box *Close all active and draft quotes with the opportunity* is ticked.
    pub fn closes_all(&self) -> bool {
        !self.text(Field::Quotes).is_empty()
    }

    /// What is wrong.
    pub fn problems(&self) -> &[FieldProblem] {
        self.checked.as_ref().map_or_else(Vec::as_slice, |_| &[])
    }
}

/// The field at which a warning stands; those of quotes at the outcome when there are none to choose for.
fn place(warning: ClosingWarning, chooses: bool) -> Field {
    match warning {
        ClosingWarning::DateInFuture | ClosingWarning::DateBeforeCreated => Field::CloseDate,
        ClosingWarning::RevisitBeforeClose => Field::RevisitOn,
        ClosingWarning::NoWinner if chooses => Field::Quotes,
        ClosingWarning::NoWinner | ClosingWarning::WonQuote(_) => Field::Outcome,
    }
}
