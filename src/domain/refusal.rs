//! Why a command is refused: data, never prose. Each language finds its own words for every case.

use super::{Date, DateProblem, MoneyProblem, OpportunityId, Outcome, QuoteKey, QuoteState, ReasonId, TextProblem};

/// Why nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// What was entered does not do; every problem at once (R9).
    Problems(Vec<FieldProblem>),
    /// No such opportunity is in the book.
    NoOpportunity(OpportunityId),
    /// An opportunity of this id is there already.
    OpportunityExists(OpportunityId),
    /// Closing again what is closed (R1).
    AlreadyClosed {
        /// How it is closed.
        outcome: Outcome,
        /// Its actual close date.
        on: Date,
    },
    /// Changing what is closed, and so read-only (R2).
    ReadOnly {
        /// How it is closed.
        outcome: Outcome,
    },
    /// Doing something with what lies in the bin, but restore it or remove it (R26).
    InBin(OpportunityId),
    /// Restoring or removing what does not lie in the bin (R26).
    NotInBin(OpportunityId),
    /// Reopening or correcting what is open.
    NotClosed,
    /// No such quote is on the opportunity.
    NoQuote(QuoteKey),
    /// The quote's state does not allow the act (RULES §3).
    QuoteState {
        /// The quote.
        quote: QuoteKey,
        /// The state it is in.
        state: QuoteState,
        /// What was asked for.
        act: QuoteAct,
    },
    /// Activating a quote that has no total (RULES §3).
    NoTotal(QuoteKey),
    /// Activating a quote with lines that have no amount yet (R21).
    LinesWithoutAmount {
        /// The quote.
        quote: QuoteKey,
        /// The names of those lines.
        lines: Vec<String>,
    },
    /// Winning a quote beside one that is Won (R4): that one can be revised or canceled.
    AnotherWon(QuoteKey),
    /// Revising while the number has an open revision (R4).
    OpenRevision(QuoteKey),
    /// Revising a quote of which there is a later revision.
    NotLatest {
        /// The revision asked for.
        quote: QuoteKey,
        /// The latest revision of that number.
        latest: QuoteKey,
    },
    /// *Close all quotes* where none is open.
    NoOpenQuote,
    /// Numbers ran out; four thousand million quotes are enough for anybody.
    NumbersExhausted,
    /// No such entry is on the list.
    NoEntry,
    /// An entry of this id is on the list already.
    EntryExists,
    /// Retiring the only reason left of an outcome (R18).
    LastReason(Outcome),
    /// Deleting an entry that records use (R18).
    InUse {
        /// How many opportunities use it, those in the bin too.
        records: usize,
    },
    /// Deleting a reason that came with the program; it can be retired.
    BuiltIn(ReasonId),
    /// Two parts of one bulk act change the same record.
    Twice,
}

/// What can be done with a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuoteAct {
    /// Change its fields and lines.
    Edit,
    /// Remove it.
    Delete,
    /// Make it an offer.
    Activate,
    /// Put it aside for a new draft of the same number.
    Revise,
    /// The customer accepts it.
    Win,
    /// The customer declines it.
    CloseAsLost,
    /// It is withdrawn.
    Cancel,
}

/// One problem, at the place where it can be mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// Where.
    pub field: Field,
    /// What.
    pub problem: Problem,
}

impl FieldProblem {
    /// A problem at a field.
    pub fn new(field: Field, problem: Problem) -> Self {
        Self { field, problem }
    }
}

/// A place where something is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the fields of RULES §2, §3 and §4 under their own names")]
pub enum Field {
    Topic,
    Customer,
    Contact,
    Currency,
    RevenueSource,
    EstimatedRevenue,
    EstimatedCloseDate,
    Probability,
    Rating,
    Stage,
    OpenReason,
    Budget,
    Timeframe,
    Process,
    AccountManager,
    ContractingUnit,
    Description,
    CustomerNeed,
    ProposedSolution,
    /// The lines as a whole.
    Lines,
    /// The name of the line in this row, counted from 0; likewise below.
    LineName(usize),
    LineBilling(usize),
    LineBudget(usize),
    LineAmount(usize),
    QuoteName,
    Total,
    EffectiveFrom,
    EffectiveTo,
    DueBy,
    Outcome,
    StatusReason,
    ActualRevenue,
    CloseDate,
    Competitor,
    RevisitOn,
    /// The tick box *Close all active and draft quotes with the opportunity*.
    Quotes,
    /// What becomes of this quote.
    Fate(QuoteKey),
    Note,
    /// The name of a status reason or competitor.
    EntryName,
    /// What kind of loss a status reason counts as.
    EntryClass,
}

/// What is wrong with what was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was entered where something must be.
    Required,
    /// It is no text that can be kept.
    Text(TextProblem),
    /// It is no amount of the currency.
    Money(MoneyProblem),
    /// It is no date.
    Date(DateProblem),
    /// It is no whole percentage from 0 to 100.
    Percent,
    /// It is none of the choices.
    Choice,
    /// The currency cannot change while there are lines, quotes or closings.
    CurrencyLocked,
    /// There are more lines than `max`.
    TooManyLines {
        /// How many there may be.
        max: usize,
    },
    /// The lines add up to more than can be stored.
    SumTooLarge,
    /// *Effective to* lies before *effective from*.
    EndBeforeStart,
    /// The reason was retired meanwhile.
    ReasonRetired,
    /// The reason has to be explained in the description.
    DescriptionRequired,
    /// These quotes stop the opportunity from closing (R6).
    QuotesBlock(Vec<QuoteKey>),
    /// Only one quote can be the winner, and this one is it already.
    OneWinner(QuoteKey),
    /// A quote can only be won when the opportunity is.
    WonOnLost,
    /// A quote without a total cannot be won.
    NoTotal,
    /// An open quote can be settled, and this one is not open (any more).
    QuoteNotOpen,
    /// An entry of this name is on the list.
    NameTaken,
}

impl From<TextProblem> for Problem {
    fn from(problem: TextProblem) -> Self {
        Self::Text(problem)
    }
}

impl From<MoneyProblem> for Problem {
    fn from(problem: MoneyProblem) -> Self {
        Self::Money(problem)
    }
}

impl From<DateProblem> for Problem {
    fn from(problem: DateProblem) -> Self {
        Self::Date(problem)
    }
}
