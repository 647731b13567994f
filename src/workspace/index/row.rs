//! One row: what lists sort, filter, search and count of one opportunity.

use std::cmp::Ordering;
use std::sync::Arc;

use super::Situation;
use super::views::Views;
use crate::domain::{
    Closing, ClosingFacts, Currency, Date, Instant, Money, OpenReason, Opportunity, OpportunityId, Outcome, Percent,
    QuoteState, Rating, ReasonId, Stage, Status, Text, View, fold,
};

/// What the lists know of one opportunity. Texts are folded: without regard to case and accents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which one.
    pub id: OpportunityId,
    /// In which views it stands.
    pub views: Views,
    /// Won or Lost; absent while it is open.
    pub outcome: Option<Outcome>,
    /// The currency of the amounts.
    pub currency: Currency,
    /// The estimated revenue.
    pub estimate: Option<Money>,
    /// The estimated revenue at closing; what a lost one counts as (R19).
    pub estimate_at_closing: Option<Money>,
    /// The actual revenue of the closing that holds.
    pub actual: Option<Money>,
    /// The probability to show (R13).
    pub probability: Option<Percent>,
    /// When it should close.
    pub estimated_close: Option<Date>,
    /// When it closed.
    pub actual_close: Option<Date>,
    /// When to ask again; only what is lost has it.
    pub revisit_on: Option<Date>,
    /// How far it has come.
    pub stage: Stage,
    /// How promising it feels.
    pub rating: Rating,
    /// Why it is as it is.
    pub reason: RowReason,
    /// Who won instead, as the list names it now (R18).
    pub competitor: Option<Arc<str>>,
    /// What it is about.
    pub topic: Arc<str>,
    /// The account.
    pub customer: Option<Arc<str>>,
    /// How many of its quotes are drafts.
    pub drafts: usize,
    /// How many of its quotes are active.
    pub active: usize,
    /// The day on which it came into the book.
    pub created_on: Date,
    /// When it was moved into the bin; absent while it is not there.
    pub deleted_on: Option<Instant>,
    /// Where its reason stands in the user's list; what stands on none comes last.
    reason_place: usize,
    /// Everything that is searched.
    search: String,
    /// Customer and contact as they are spelled.
    pub(super) people: [Option<Box<str>>; 2],
}

/// The status reason of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowReason {
    /// Why it is open.
    Open(OpenReason),
    /// Why it was closed.
    Closed(ReasonId),
}

impl RowReason {
    /// The code by which an address names it.
    pub fn code(&self) -> &str {
        match self {
            Self::Open(reason) => reason.code(),
            Self::Closed(reason) => reason.code(),
        }
    }

    /// The reason of this code.
    pub fn from_code(code: &str) -> Option<Self> {
        OpenReason::from_code(code).map(Self::Open).or_else(|| ReasonId::from_code(code).map(Self::Closed))
    }
}

impl Row {
    pub(super) fn of(opportunity: &Opportunity, situation: &Situation) -> Self {
        let details = &opportunity.details;
        let closing = opportunity.closing();
        let facts = closing.map(Closing::facts);
        let competitor = closing.and_then(Closing::competitor).map(|it| it.shown(&situation.lists).as_str());
        let in_state = |state| opportunity.quotes.iter().filter(|quote| quote.state() == state).count();
        let reason = match &opportunity.status {
            Status::Open(reason) => RowReason::Open(*reason),
            Status::Closed(closing) => RowReason::Closed(closing.facts().reason.id),
        };
        Self {
            id: opportunity.id,
            views: Views::of(opportunity, situation),
            outcome: opportunity.outcome(),
            currency: details.currency,
            estimate: opportunity.estimated_revenue(),
            estimate_at_closing: facts.and_then(|facts| facts.estimate),
            actual: closing.and_then(Closing::revenue),
            probability: opportunity.shown_probability(),
            estimated_close: details.estimated_close_date,
            actual_close: facts.map(|facts| facts.date),
            revisit_on: closing.and_then(Closing::revisit_on),
            stage: details.stage,
            rating: details.rating,
            reason,
            competitor: competitor.map(|name| fold(name).into()),
            topic: fold(details.topic.as_str()).into(),
            customer: details.customer.as_ref().map(|name| fold(name.as_str()).into()),
            drafts: in_state(QuoteState::Draft),
            active: in_state(QuoteState::Active),
            created_on: situation.clock.day_of(opportunity.created_on),
            deleted_on: opportunity.deleted_on,
            reason_place: reason_place(reason, situation),
            search: fold(&searched(opportunity, competitor)),
            people: [&details.customer, &details.contact].map(|name| name.as_ref().map(|name| name.as_str().into())),
        }
    }

    /// The amount with which it counts in a view's total: the actual revenue in *Won*, the estimate at closing in *Lost*
    /// (R19) and *Revisit*, none in *Bin* (R26), else the estimated revenue.
    pub fn amount(&self, view: View) -> Option<Money> {
        match view {
            View::Open | View::Overdue | View::Blocked | View::Stale | View::All => self.estimate,
            View::Won => self.actual,
            View::Lost | View::Revisit => self.estimate_at_closing,
            View::Bin => None,
        }
    }

    /// How many whole days it was open: from the day of its creation to its close, or to today (R25).
    pub fn days_open(&self, today: Date) -> i64 {
        self.actual_close.unwrap_or(today).days_since(self.created_on)
    }

    /// Whether all these folded words are in what is searched.
    pub fn matches(&self, words: &[String]) -> bool {
        words.iter().all(|word| self.search.contains(word.as_str()))
    }

    /// The order of two rows that are alike in what the list is sorted by: one order, so that a list does not jump.
    pub(super) fn by_topic(&self, other: &Self) -> Ordering {
        self.topic.cmp(&other.topic).then(self.id.cmp(&other.id))
    }

    pub(super) fn reason_place(&self) -> usize {
        self.reason_place
    }
}

fn reason_place(reason: RowReason, situation: &Situation) -> usize {
    match reason {
        RowReason::Open(reason) => reason as usize,
        RowReason::Closed(id) => {
            let place = situation.lists.reasons.iter().position(|reason| reason.id == id);
            OpenReason::ALL.len() + place.unwrap_or(situation.lists.reasons.len())
        }
    }
}

/// Everything that was written about it: its fields, its lines, its quotes, its closings and its notes.
fn searched(it: &Opportunity, competitor: Option<&str>) -> String {
    let mut all = String::new();
    let mut add = |text: &str| all.extend([text, "\n"]);
    let details = &it.details;
    add(details.topic.as_str());
    let names = [&details.customer, &details.contact];
    names.into_iter().flatten().map(Text::as_str).for_each(&mut add);
    let units = [&details.account_manager, &details.contracting_unit];
    units.into_iter().flatten().map(Text::as_str).for_each(&mut add);
    let long = [&details.description, &details.customer_need, &details.proposed_solution];
    long.into_iter().flatten().for_each(|text| add(text.as_str()));
    it.lines.iter().for_each(|line| add(line.name.as_str()));
    for quote in &it.quotes {
        add(&quote.key.number.to_string());
        add(quote.content.name.as_str());
        quote.content.description.iter().for_each(|text| add(text.as_str()));
        quote.content.price.lines().iter().for_each(|line| add(line.line.name.as_str()));
    }
    competitor.into_iter().for_each(&mut add);
    let canceled = it.canceled_closings.iter().map(|canceled| canceled.closing.facts());
    for facts in canceled.chain(it.closing().map(Closing::facts)) {
        facts.description.iter().for_each(|text| add(text.as_str()));
        closing_names(facts).into_iter().flatten().for_each(&mut add);
    }
    it.notes.iter().for_each(|note| add(note.text.as_str()));
    all
}

/// The names that a closing was made with; the language's name of a built-in reason is not one of them.
fn closing_names(facts: &ClosingFacts) -> [Option<&str>; 2] {
    let reason = facts.reason.name.as_ref().map(Text::as_str);
    let competitor = match &facts.terms {
        crate::domain::Terms::Lost { competitor, .. } => competitor.as_ref().map(|competitor| competitor.name.as_str()),
        crate::domain::Terms::Won { .. } => None,
    };
    [reason, competitor]
}
