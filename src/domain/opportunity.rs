//! An opportunity: a possible sale with its quotes and its history, and what it decides itself (RULES §2–§3).
//!
//! An open opportunity has no current closing and a closed one has exactly one: the status holds it. Closing, reopening
//! and correcting are in `closing.rs`, what is done with its quotes in `quoting.rs`.

use super::{
    CanceledClosing, Closing, Currency, Date, Field, FieldProblem, Instant, Line, LineEntry, LongText, Money,
    MoneyProblem, OpportunityId, Outcome, Problem, Quote, QuoteKey, QuoteNumber, Refusal, Text, choice::choice, line,
};

/// A possible sale.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Opportunity {
    /// What it is known by.
    pub id: OpportunityId,
    /// What was entered about it.
    pub details: Details,
    /// Its pieces of project work, in the user's order.
    pub lines: Vec<Line>,
    /// Whether it is open or how it was closed.
    pub status: Status,
    /// Its quotes, oldest first; a new revision stands behind everything that was there.
    pub quotes: Vec<Quote>,
    /// The closings that no longer hold, numbered from 1 without gaps (R11).
    pub canceled_closings: Vec<CanceledClosing>,
    /// Notes, oldest first.
    pub notes: Vec<Note>,
    /// How its stage changed, oldest first.
    pub stage_changes: Vec<StageChange>,
    /// When it came into the book.
    pub created_on: Instant,
    /// When anything of it changed last; moving it into the bin and back does not count.
    pub modified_on: Instant,
    /// When it was moved into the bin; absent while it is not there (R26).
    pub deleted_on: Option<Instant>,
}

/// What is entered about an opportunity, lines aside.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Details {
    /// What it is about.
    pub topic: Text<300>,
    /// The account.
    pub customer: Option<Text<160>>,
    /// The person there.
    pub contact: Option<Text<160>>,
    /// The currency of all money in it, its quotes and its closings (R12).
    pub currency: Currency,
    /// Where the estimate comes from.
    pub revenue: Revenue,
    /// When it should close.
    pub estimated_close_date: Option<Date>,
    /// How likely it is, in whole percent.
    pub probability: Option<Percent>,
    /// How promising it feels.
    pub rating: Rating,
    /// How far it has come.
    pub stage: Stage,
    /// What the customer can spend.
    pub budget: Option<Money>,
    /// When the customer wants to buy.
    pub timeframe: Option<Timeframe>,
    /// Who decides there.
    pub process: Option<Process>,
    /// Who looks after it here.
    pub account_manager: Option<Text<100>>,
    /// Which unit would deliver it.
    pub contracting_unit: Option<Text<100>>,
    /// What it is about, at length.
    pub description: Option<LongText>,
    /// What the customer needs.
    pub customer_need: Option<LongText>,
    /// What is proposed.
    pub proposed_solution: Option<LongText>,
}

/// Where the estimated revenue comes from (R20).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Revenue {
    /// It was typed, if at all.
    UserProvided(Option<Money>),
    /// It is the sum of the opportunity's lines.
    Calculated,
}

/// A whole percentage, 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(u8);

impl Percent {
    /// The percentage; `None` above 100.
    pub fn new(percent: u8) -> Option<Self> {
        (percent <= 100).then_some(Self(percent))
    }

    /// Its number, 0 to 100.
    pub fn get(self) -> u8 {
        self.0
    }
}

/// Open, or closed with the closing that holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// It can be changed.
    Open(OpenReason),
    /// It is read-only (R2); the closing says whether it was Won or Lost.
    Closed(Box<Closing>),
}

choice! {
    /// Why it is open.
    #[allow(missing_docs, reason = "named in RULES §2")]
    OpenReason { InProgress, OnHold }
}
choice! {
    /// How far a sale has come. An outcome is not a stage.
    #[allow(missing_docs, reason = "named in RULES §2")]
    Stage { Qualify, Develop, Propose, Close }
}
choice! {
    /// How promising it feels.
    #[allow(missing_docs, reason = "named in RULES §2")]
    Rating { Hot, Warm, Cold }
}
choice! {
    /// When the customer wants to buy.
    #[allow(missing_docs, reason = "named in RULES §2")]
    Timeframe { Immediate, ThisQuarter, NextQuarter, ThisYear, Unknown }
}
choice! {
    /// Who decides at the customer's.
    #[allow(missing_docs, reason = "named in RULES §2")]
    Process { Individual, Committee, Unknown }
}

/// Something the user wrote down; closed opportunities take notes too (R2).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Note {
    /// Unique within its opportunity.
    pub id: u32,
    /// What was written.
    pub text: LongText,
    /// When.
    pub at: Instant,
}

/// A step from stage to stage (R24).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StageChange {
    /// The stage before.
    pub from: Stage,
    /// The stage after.
    pub to: Stage,
    /// When.
    pub at: Instant,
}

/// An opportunity as it was entered and checked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OpportunityEntry {
    /// Everything but status and lines.
    pub details: Details,
    /// Why it is open.
    pub open_reason: OpenReason,
    /// Its lines in their order.
    pub lines: Vec<LineEntry>,
}

impl Opportunity {
    /// Won or Lost; absent while it is open.
    pub fn outcome(&self) -> Option<Outcome> {
        self.closing().map(Closing::outcome)
    }

    /// The closing that holds; absent while it is open.
    pub fn closing(&self) -> Option<&Closing> {
        match &self.status {
            Status::Open(_) => None,
            Status::Closed(closing) => Some(closing),
        }
    }

    /// What it should bring (R20).
    pub fn estimated_revenue(&self) -> Option<Money> {
        estimate(self.details.revenue, self.lines.iter().map(|line| line.budget), self.details.currency)
    }

    /// The probability to show: 100 or 0 while it is closed, else the field (R13).
    pub fn shown_probability(&self) -> Option<Percent> {
        match self.outcome() {
            Some(Outcome::Won) => Some(Percent(100)),
            Some(Outcome::Lost) => Some(Percent(0)),
            None => self.details.probability,
        }
    }

    /// Whether the currency cannot change any more (RULES §2).
    pub fn currency_is_locked(&self) -> bool {
        let closings = self.closing().is_some() || !self.canceled_closings.is_empty();
        !self.lines.is_empty() || !self.quotes.is_empty() || closings
    }

    /// Whether its fields, lines and quotes can be changed: it is open (R2) and not in the bin (R26).
    pub fn is_editable(&self) -> bool {
        self.outcome().is_none() && !self.is_in_bin()
    }

    /// The quote of this number and revision.
    pub fn quote(&self, key: QuoteKey) -> Option<&Quote> {
        self.quotes.iter().find(|quote| quote.key == key)
    }

    /// Its quotes that are Draft or Active.
    pub fn open_quotes(&self) -> impl Iterator<Item = &Quote> {
        self.quotes.iter().filter(|quote| quote.state().is_open())
    }

    /// The quote that the customer bought.
    pub fn won_quote(&self) -> Option<&Quote> {
        self.quotes.iter().find(|quote| quote.state().is_won())
    }

    /// The highest revision of a quote number.
    pub fn latest_revision(&self, number: QuoteNumber) -> Option<&Quote> {
        self.quotes.iter().filter(|quote| quote.key.number == number).max_by_key(|quote| quote.key.revision)
    }

    /// A new opportunity.
    pub(in crate::domain) fn create(
        id: OpportunityId,
        entry: &OpportunityEntry,
        now: Instant,
    ) -> Result<Self, Refusal> {
        let mut opportunity = Self {
            id,
            details: entry.details.clone(),
            lines: Vec::new(),
            status: Status::Open(entry.open_reason),
            quotes: Vec::new(),
            canceled_closings: Vec::new(),
            notes: Vec::new(),
            stage_changes: Vec::new(),
            created_on: now,
            modified_on: now,
            deleted_on: None,
        };
        opportunity.edit(entry, now)?;
        Ok(opportunity)
    }

    /// Replaces what was entered.
    pub(in crate::domain) fn edit(&mut self, entry: &OpportunityEntry, now: Instant) -> Result<(), Refusal> {
        self.must_be_open()?;
        let mut problems = entry.problems();
        if entry.details.currency != self.details.currency && self.currency_is_locked() {
            problems.push(FieldProblem::new(Field::Currency, Problem::CurrencyLocked));
        }
        if !problems.is_empty() {
            return Err(Refusal::Problems(problems));
        }
        let (from, to) = (self.details.stage, entry.details.stage);
        if from != to {
            self.stage_changes.push(StageChange { from, to, at: now });
        }
        self.lines = line::number(&self.lines.iter().map(|line| line.id).collect::<Vec<_>>(), entry.lines.iter());
        self.details = entry.details.clone();
        self.status = Status::Open(entry.open_reason);
        Ok(())
    }

    /// A copy of it, also of a closed one (R28): open, at the first stage, with nothing that happened to this one.
    pub(in crate::domain) fn copy(&self, id: OpportunityId, topic: Text<300>, now: Instant) -> Self {
        Self {
            id,
            details: Details { topic, stage: Stage::Qualify, probability: None, ..self.details.clone() },
            lines: self.lines.clone(),
            status: Status::Open(OpenReason::InProgress),
            quotes: Vec::new(),
            canceled_closings: Vec::new(),
            notes: Vec::new(),
            stage_changes: Vec::new(),
            created_on: now,
            modified_on: now,
            deleted_on: None,
        }
    }

    /// Writes something down, whatever the status (R2).
    pub(in crate::domain) fn add_note(&mut self, text: &LongText, at: Instant) {
        let taken = |id: &u32| self.notes.iter().any(|note| note.id == *id);
        if let Some(id) = (1..=u32::MAX).find(|id| !taken(id)) {
            self.notes.push(Note { id, text: text.clone(), at });
        }
    }

    /// Refuses to change what is closed (R2).
    pub(in crate::domain) fn must_be_open(&self) -> Result<(), Refusal> {
        match self.outcome() {
            Some(outcome) => Err(Refusal::ReadOnly { outcome }),
            None => Ok(()),
        }
    }
}

impl OpportunityEntry {
    /// What the entry estimates.
    pub fn estimated_revenue(&self) -> Option<Money> {
        estimate(self.details.revenue, self.lines.iter().map(|line| line.budget), self.details.currency)
    }

    /// The same opportunity, to be entered again.
    pub fn of(opportunity: &Opportunity) -> Self {
        let line = |line: &Line| LineEntry {
            id: Some(line.id),
            name: line.name.clone(),
            billing: line.billing,
            budget: line.budget,
        };
        Self {
            details: opportunity.details.clone(),
            open_reason: match &opportunity.status {
                Status::Open(reason) => *reason,
                Status::Closed(closing) => closing.before().open_reason,
            },
            lines: opportunity.lines.iter().map(line).collect(),
        }
    }

    /// What is wrong with the entry on its own.
    fn problems(&self) -> Vec<FieldProblem> {
        let currency = self.details.currency;
        let mut problems = line::problems(self.lines.iter(), currency);
        let typed = match self.details.revenue {
            Revenue::UserProvided(typed) => typed,
            Revenue::Calculated => None,
        };
        for (field, amount) in [(Field::EstimatedRevenue, typed), (Field::Budget, self.details.budget)] {
            if amount.is_some_and(|amount| !currency.holds(amount)) {
                problems.push(FieldProblem::new(field, MoneyProblem::TooLarge.into()));
            }
        }
        if problems.is_empty() && currency.sum(self.lines.iter().filter_map(|line| line.budget)).is_none() {
            problems.push(FieldProblem::new(Field::Lines, Problem::SumTooLarge));
        }
        problems
    }
}

impl Revenue {
    /// The source with the last sum kept as what the user provided (R20).
    #[must_use]
    pub fn provided(self, sum: Option<Money>) -> Self {
        match self {
            Self::UserProvided(typed) => Self::UserProvided(typed),
            Self::Calculated => Self::UserProvided(sum),
        }
    }
}

fn estimate(
    revenue: Revenue,
    budgets: impl ExactSizeIterator<Item = Option<Money>>,
    currency: Currency,
) -> Option<Money> {
    match revenue {
        Revenue::UserProvided(typed) => typed,
        Revenue::Calculated if budgets.len() == 0 => None,
        Revenue::Calculated => currency.sum(budgets.flatten()),
    }
}
