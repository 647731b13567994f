//! Closing an opportunity, reopening it and correcting a closing: the heart of the program (RULES §4).
//!
//! This file has the record of a closing. What the dialog holds and the one decision about it are in `decision.rs`, what it
//! starts with in `defaults.rs`, and what is done to the opportunity in `acts.rs`. A [`Closing`] can only be made there, or
//! put back by the floor that stores it.

mod acts;
mod decision;
mod defaults;

pub use decision::{CheckedClosing, ClosingEntry, ClosingInput, ClosingRules, ClosingWarning, Settlement};
pub use defaults::{default_reason, offer};

use super::{
    Date, Fate, Id, Instant, Lists, LongText, Money, Name, OpenReason, Outcome, Percent, QuoteKey, ReasonId, Stage,
};

/// The record of one act of closing (R11). Only the decision makes one (R15); what was stored is put back by
/// [`Closing::restore`].
///
/// ```compile_fail
/// fn closed_without_a_decision(facts: tutup::domain::ClosingFacts) -> tutup::domain::Closing {
///     tutup::domain::Closing { facts }
/// }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Closing {
    facts: ClosingFacts,
}

/// What a closing says.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ClosingFacts {
    /// 1 for the first of its opportunity.
    pub number: u32,
    /// Won or Lost, with what only that outcome has.
    pub terms: Terms,
    /// Why.
    pub reason: ReasonRef,
    /// The actual close date.
    pub date: Date,
    /// What was written about it.
    pub description: Option<LongText>,
    /// When it was entered.
    pub done_at: Instant,
    /// What became of the quotes that it settled.
    pub settled: Vec<SettledQuote>,
    /// What reopening brings back.
    pub before: Before,
    /// The estimated revenue at that time; what a lost opportunity counts as in the reports (R19).
    pub estimate: Option<Money>,
}

/// Won or Lost.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Terms {
    /// The customer bought.
    Won {
        /// The actual revenue.
        revenue: Money,
    },
    /// The customer did not.
    Lost {
        /// The actual revenue, should there be any.
        revenue: Option<Money>,
        /// Who got it.
        competitor: Option<CompetitorRef>,
        /// When to ask again.
        revisit_on: Option<Date>,
    },
}

/// A status reason as a record keeps it: its id, and its name at that time (R18).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ReasonRef {
    /// Which reason.
    pub id: ReasonId,
    /// What it was called; absent for a built-in one that had no other name than the language's.
    pub name: Option<Name>,
}

/// A competitor as a record keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CompetitorRef {
    /// Which entry of the list; absent when the name was typed new.
    pub id: Option<Id>,
    /// What it was called.
    pub name: Name,
}

/// What a closing made of a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SettledQuote {
    /// Which quote.
    pub quote: QuoteKey,
    /// Draft or Active.
    pub before: OpenQuoteState,
    /// What it became.
    pub fate: Fate,
}

/// The states in which a quote is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OpenQuoteState {
    /// It is being written.
    Draft,
    /// It is offered.
    Active,
}

/// What the opportunity was like before it closed (R11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Before {
    /// Its stage.
    pub stage: Stage,
    /// Its probability.
    pub probability: Option<Percent>,
    /// Why it was open.
    pub open_reason: OpenReason,
}

/// A closing that no longer holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CanceledClosing {
    /// What it said.
    pub closing: Closing,
    /// What canceled it.
    pub by: Cancellation,
    /// When.
    pub at: Instant,
}

/// What canceled a closing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cancellation {
    /// The opportunity was reopened.
    Reopening,
    /// The next closing corrects it.
    Correction,
}

impl Closing {
    /// Puts a closing back together from what was stored. Whether it fits its opportunity is for
    /// `Opportunity::breaches` to say.
    pub fn restore(facts: ClosingFacts) -> Self {
        Self { facts }
    }

    /// Won or Lost.
    pub fn outcome(&self) -> Outcome {
        match self.facts.terms {
            Terms::Won { .. } => Outcome::Won,
            Terms::Lost { .. } => Outcome::Lost,
        }
    }

    /// The actual revenue.
    pub fn revenue(&self) -> Option<Money> {
        match self.facts.terms {
            Terms::Won { revenue } => Some(revenue),
            Terms::Lost { revenue, .. } => revenue,
        }
    }

    /// Who got it instead.
    pub fn competitor(&self) -> Option<&CompetitorRef> {
        match &self.facts.terms {
            Terms::Won { .. } => None,
            Terms::Lost { competitor, .. } => competitor.as_ref(),
        }
    }

    /// When to ask again.
    pub fn revisit_on(&self) -> Option<Date> {
        match self.facts.terms {
            Terms::Won { .. } => None,
            Terms::Lost { revisit_on, .. } => revisit_on,
        }
    }

    /// The dialog that corrects it: its present values (R14).
    pub fn input(&self, lists: &Lists) -> ClosingInput {
        ClosingInput {
            outcome: self.outcome(),
            reason: Some(self.facts.reason.id),
            revenue: Ok(self.revenue()),
            date: Ok(Some(self.facts.date)),
            competitor: Ok(self.competitor().map(|competitor| competitor.shown(lists).clone())),
            description: Ok(self.facts.description.clone()),
            revisit_on: Ok(self.revisit_on()),
            quotes: Settlement::default(),
        }
    }

    /// What reopening brings back.
    pub fn before(&self) -> Before {
        self.facts.before
    }

    /// Everything it says.
    pub fn facts(&self) -> &ClosingFacts {
        &self.facts
    }
}

impl ReasonRef {
    /// The name to show: the list's present one, else the stored one; absent for a built-in reason that has the
    /// language's name (R18).
    pub fn shown<'a>(&'a self, lists: &'a Lists) -> Option<&'a Name> {
        lists.reason(self.id).map_or(self.name.as_ref(), |reason| reason.name.as_ref())
    }
}

impl CompetitorRef {
    /// The name to show: the list's present one, else the stored one (R18).
    pub fn shown<'a>(&'a self, lists: &'a Lists) -> &'a Name {
        self.id.and_then(|id| lists.competitor(id)).map_or(&self.name, |listed| &listed.name)
    }

    /// The competitor of this name: the one on the list, or one typed new.
    fn named(name: Name, lists: &Lists) -> Self {
        match lists.competitor_named(name.as_str()) {
            Some(listed) => Self { id: Some(listed.id), name: listed.name.clone() },
            None => Self { id: None, name },
        }
    }
}
