//! How a deal and what happened to it are written down.

use crate::domain::{BillingMethod, BuiltInReason, Outcome, Process, Rating, Stage, Timeframe};

/// A deal and what happened to it. Amounts are in major units, days are counted from today; 0 and "" are absent.
pub(super) struct Deal {
    pub topic: &'static str,
    pub customer: &'static str,
    pub contact: &'static str,
    pub currency: &'static str,
    pub estimate: i64,
    pub budget: i64,
    /// In how many days it should close.
    pub closes_in: i64,
    pub rating: Rating,
    pub timeframe: Option<Timeframe>,
    pub process: Option<Process>,
    pub unit: &'static str,
    pub description: &'static str,
    pub need: &'static str,
    pub solution: &'static str,
    /// The estimate is then their sum.
    pub lines: &'static [(&'static str, BillingMethod, i64)],
    /// How many days ago it was created.
    pub created: i64,
    /// What happened since: how many days ago, and what.
    pub story: &'static [(i64, Step)],
}

/// A deal of which nothing is said yet.
pub(super) const DEAL: Deal = Deal {
    topic: "",
    customer: "",
    contact: "",
    currency: "MYR",
    estimate: 0,
    budget: 0,
    closes_in: 0,
    rating: Rating::Warm,
    timeframe: None,
    process: None,
    unit: "",
    description: "",
    need: "",
    solution: "",
    lines: &[],
    created: 0,
    story: &[],
};

/// Something that happened. Quotes are named by their place among the opportunity's quotes.
pub(super) enum Step {
    Reaches(Stage, u8),
    Waits,
    Note(&'static str),
    /// A draft with this name and, without lines, this total; valid for so many days from then on.
    Quote(&'static str, i64, i64),
    Activate(usize),
    /// A new revision with this total.
    Revise(usize, i64),
    Win(usize),
    Lose(usize),
    Cancel(usize),
    Close(Ending),
    Correct(Ending),
    Reopen,
}

/// How a deal closed, on that day.
pub(super) struct Ending {
    pub outcome: Outcome,
    pub reason: BuiltInReason,
    /// Only where it is not what the dialog offers.
    pub revenue: i64,
    pub competitor: &'static str,
    /// In how many days from today to ask again.
    pub revisit_in: i64,
    pub description: &'static str,
    /// The quote that the customer bought, where it is not the one that the dialog offers.
    pub winner: Option<usize>,
}

/// A deal that was won, without anything special.
pub(super) const WON: Ending = Ending {
    outcome: Outcome::Won,
    reason: BuiltInReason::Won,
    revenue: 0,
    competitor: "",
    revisit_in: 0,
    description: "",
    winner: None,
};

/// A deal that was lost.
pub(super) const LOST: Ending = Ending { outcome: Outcome::Lost, reason: BuiltInReason::NoDecision, ..WON };
