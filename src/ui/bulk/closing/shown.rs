//! What the dialog shows, from the book and what was entered: one pure function.

use std::collections::BTreeMap;

use super::entered::{COMMON, Entered};
use crate::domain::forms::{Months, Typed, closing_input};
use crate::domain::{
    Book, BulkClosing, BulkException, BulkPlan, Clock, ClosingInput, Currency, Date, Field, FieldProblem, Money,
    OpportunityId, Outcome, ReasonId, Refusal, default_reason,
};
use crate::ui::close_dialog::fates;

/// Everything that the dialog shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// What is said, once and for single ones.
    pub closing: BulkClosing,
    /// What would be done.
    pub plan: BulkPlan,
    /// Those that are left out for what is in their own way.
    pub left_out: BTreeMap<OpportunityId, Refusal>,
    /// What is wrong with what is said once.
    pub problems: Vec<FieldProblem>,
    /// The reasons to choose from.
    pub reasons: Vec<ReasonId>,
    /// Whether the reason has to be explained.
    pub needs_description: bool,
    /// How far the close date lies ahead of today, where it is one.
    pub days_ahead: Option<i64>,
    /// What those that close add up to, in minor units: their actual revenue, or what is lost by the estimate.
    pub sums: BTreeMap<Currency, i128>,
    /// How many close once nothing is wrong any more.
    pub count: usize,
    texts: BTreeMap<Field, String>,
}

/// By what it is worked out, beside the book.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// What time it is.
    pub clock: Clock,
    /// How the language writes a date.
    pub write: &'a dyn Fn(Date) -> String,
    /// How it calls the months.
    pub months: Months<'a>,
}

impl Shown {
    /// What is shown of these opportunities when this was entered.
    pub fn of(book: &Book, ids: &[OpportunityId], case: Case<'_>, entered: &Entered) -> Self {
        let outcome = entered.outcome;
        let texts = texts(book, case, entered);
        let typed = Typed(texts.iter().map(|(field, text)| (field.name(), text.clone())).collect());
        let input = closing_input(&typed, outcome, &[], book.preferences().currency, case.months);
        let closing = bulk(book, entered, &input);
        let plan = closing.plan(book, ids);
        let left_out = plan.own_refusals();
        let listed = book.lists().reasons.iter().filter(|reason| reason.kind.outcome() == outcome);
        let offered = listed.filter(|reason| !reason.retired || Some(reason.id) == input.reason);
        let needs = input.reason.and_then(|id| book.lists().reason(id)).is_some_and(|reason| reason.needs_description);
        Self {
            problems: plan.common_problems(),
            count: (plan.closing.len() + plan.left_out.len()).saturating_sub(left_out.len()),
            sums: sums(book, ids, &plan, &left_out, outcome),
            reasons: offered.map(|reason| reason.id).collect(),
            needs_description: needs,
            days_ahead: input.date.ok().flatten().map(|date| date.days_since(case.clock.today())),
            closing,
            plan,
            left_out,
            texts,
        }
    }

    /// What the control of a field holds that is said once.
    pub fn text(&self, field: Field) -> &str {
        self.texts.get(&field).map_or("", String::as_str)
    }

    /// What these controls hold, under their names.
    pub fn typed(&self) -> Typed {
        Typed(self.texts.iter().map(|(field, text)| (field.name(), text.clone())).collect())
    }
}

/// What the controls hold that are said once: what was entered, else the defaults of RULES §4.
fn texts(book: &Book, case: Case<'_>, entered: &Entered) -> BTreeMap<Field, String> {
    let text = |field| entered.text(field).map(str::to_owned);
    let named = text(Field::Competitor).is_some_and(|name| !name.chars().all(char::is_whitespace));
    let reason = || default_reason(entered.outcome, named, book.lists()).map(|id| id.code().to_owned());
    let today = || Some((case.write)(case.clock.today()));
    let of = |field: Field| {
        let default = || match field {
            Field::StatusReason => reason(),
            Field::CloseDate => today(),
            _ => None,
        };
        (field, text(field).or_else(default).unwrap_or_default())
    };
    BTreeMap::from(COMMON.map(of))
}

fn bulk(book: &Book, entered: &Entered, input: &ClosingInput) -> BulkClosing {
    let mut exceptions = BTreeMap::new();
    for id in entered.changed() {
        let Some(opportunity) = book.opportunity(id) else { continue };
        let typed = entered.revenue(id).filter(|_| input.outcome == Outcome::Won);
        let revenue = typed.map(|typed| match typed.trim() {
            "" => Ok(None),
            typed => Money::parse(typed, opportunity.details.currency).map(Some),
        });
        let fates = entered.picks(id).map(|picks| fates(opportunity, input.outcome, picks)).unwrap_or_default();
        exceptions.insert(id, BulkException { revenue, fates });
    }
    let ClosingInput { outcome, reason, date, competitor, description, quotes, .. } = input.clone();
    BulkClosing { outcome, reason, date, competitor, description, close_all: quotes.close_all, exceptions }
}

fn sums(
    book: &Book,
    ids: &[OpportunityId],
    plan: &BulkPlan,
    left_out: &BTreeMap<OpportunityId, Refusal>,
    outcome: Outcome,
) -> BTreeMap<Currency, i128> {
    if outcome == Outcome::Won {
        return plan.sums(book);
    }
    let mut sums = BTreeMap::new();
    let closing = ids.iter().filter(|id| !left_out.contains_key(id));
    for opportunity in closing.filter_map(|id| book.opportunity(*id)) {
        if let Some(estimate) = opportunity.estimated_revenue() {
            *sums.entry(opportunity.details.currency).or_default() += i128::from(estimate.minor());
        }
    }
    sums
}
