//! One row: what the lists show of one opportunity, in which views, and where in each.

use std::sync::Arc;

use crate::domain::{
    Closing, Currency, Date, Instant, Money, OpenReason, Opportunity, OpportunityId, Outcome, Percent, QuoteState,
    Stage, Status, Text, fold,
};

/// What the lists show of one opportunity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which one.
    pub id: OpportunityId,
    /// What it is about.
    pub topic: String,
    /// The account.
    pub customer: Option<String>,
    /// The person there.
    pub contact: Option<String>,
    /// Won or Lost; absent while it is open.
    pub outcome: Option<Outcome>,
    /// Why it is open; absent while it is closed.
    pub open_reason: Option<OpenReason>,
    /// How far it has come.
    pub stage: Stage,
    /// The probability to show (R13).
    pub probability: Option<Percent>,
    /// The currency of the amounts.
    pub currency: Currency,
    /// The estimated revenue.
    pub estimate: Option<Money>,
    /// The estimated revenue at closing; what a lost one counts as (R19).
    pub estimate_at_closing: Option<Money>,
    /// The actual revenue of the closing that holds.
    pub actual: Option<Money>,
    /// When it should close.
    pub estimated_close: Option<Date>,
    /// When it closed.
    pub actual_close: Option<Date>,
    /// When it was moved into the bin; absent while it is not there.
    pub deleted_on: Option<Instant>,
    /// How many of its quotes are drafts.
    pub drafts: usize,
    /// How many of its quotes are active.
    pub active: usize,
    /// What is searched, folded: topic, customer, contact, account manager, and the numbers and names of the quotes.
    pub search: String,
    folded_topic: Arc<str>,
}

/// A list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// What is open, by estimated close date, those without one last.
    Open,
    /// What is won, by actual close date, newest first.
    Won,
    /// What is lost, by actual close date, newest first.
    Lost,
    /// Everything, by topic.
    All,
    /// What was deleted, and is in no other view, latest first.
    Bin,
}

/// Where a row stands in a view: by day (in the bin by instant), then by topic; rows alike in both by id, so that the
/// order is one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    time: i64,
    topic: Arc<str>,
    pub(super) id: OpportunityId,
}

impl Row {
    pub(super) fn of(opportunity: &Opportunity) -> Self {
        let details = &opportunity.details;
        let closing = opportunity.closing();
        let in_state = |state| opportunity.quotes.iter().filter(|quote| quote.state() == state).count();
        let text = |text: &Text<160>| text.as_str().to_owned();
        let people = [details.customer.as_ref(), details.contact.as_ref()].into_iter().flatten().map(Text::as_str);
        let manager = details.account_manager.iter().map(Text::as_str);
        let mut search = String::new();
        for text in std::iter::once(details.topic.as_str()).chain(people).chain(manager) {
            search.extend([text, "\n"]);
        }
        for quote in &opportunity.quotes {
            search.extend([quote.key.number.to_string().as_str(), "\n", quote.content.name.as_str(), "\n"]);
        }
        Self {
            id: opportunity.id,
            topic: details.topic.as_str().to_owned(),
            customer: details.customer.as_ref().map(text),
            contact: details.contact.as_ref().map(text),
            outcome: opportunity.outcome(),
            open_reason: match &opportunity.status {
                Status::Open(reason) => Some(*reason),
                Status::Closed(_) => None,
            },
            stage: details.stage,
            probability: opportunity.shown_probability(),
            currency: details.currency,
            estimate: opportunity.estimated_revenue(),
            estimate_at_closing: closing.and_then(|closing| closing.facts().estimate),
            actual: closing.and_then(Closing::revenue),
            estimated_close: details.estimated_close_date,
            actual_close: closing.map(|closing| closing.facts().date),
            deleted_on: opportunity.deleted_on,
            drafts: in_state(QuoteState::Draft),
            active: in_state(QuoteState::Active),
            search: fold(&search),
            folded_topic: fold(details.topic.as_str()).into(),
        }
    }

    /// The amount with which it counts in a view's total: the estimated revenue in *Open* and *All*, the actual one in
    /// *Won*, the estimate at closing in *Lost* (R19), none in *Bin* (R26).
    pub fn amount(&self, view: View) -> Option<Money> {
        match view {
            View::Open | View::All => self.estimate,
            View::Won => self.actual,
            View::Lost => self.estimate_at_closing,
            View::Bin => None,
        }
    }

    /// Whether all these folded words are in what is searched.
    pub fn matches(&self, words: &[&str]) -> bool {
        words.iter().all(|word| self.search.contains(word))
    }

    pub(super) fn views(&self) -> &'static [View] {
        match (self.deleted_on, self.outcome) {
            (Some(_), _) => &[View::Bin],
            (None, None) => &[View::Open, View::All],
            (None, Some(Outcome::Won)) => &[View::Won, View::All],
            (None, Some(Outcome::Lost)) => &[View::Lost, View::All],
        }
    }

    pub(super) fn place(&self, view: View) -> Place {
        let day = |date: Option<Date>| date.map(|date| date.days_since(Date::FIRST));
        let time = match view {
            View::Open => day(self.estimated_close).unwrap_or(i64::MAX),
            View::Won | View::Lost => day(self.actual_close).map_or(i64::MAX, |day| -day),
            View::All => 0,
            View::Bin => self.deleted_on.map_or(i64::MAX, |at| at.0.saturating_neg()),
        };
        Place { time, topic: self.folded_topic.clone(), id: self.id }
    }
}
