//! What is wrong and what to do about it.

use crate::domain::{Currency, Field, FieldProblem, QuoteAct, QuoteClosed, QuoteKey, QuoteState, Refusal};
use crate::ui::text::Format;

/// Problems and refusals, as sentences that say what to do.
pub trait ProblemWords {
    /// The problem at a field, as a sentence that names the field and, where it helps, an example that is right. The same
    /// words stand in the summary and at the field.
    fn problem(&self, problem: &FieldProblem, currency: Currency, format: &Format) -> String;
    /// The head of the summary: "Not saved yet: 4 things to settle".
    fn not_saved_yet(&self, count: usize) -> String;
    /// The head of the dialog's summary: "Not closed yet: 4 things to settle".
    fn not_closed_yet(&self, count: usize) -> String;
    /// Why a command was refused. `Refusal::Problems` reads as the number of problems; they stand at their fields.
    fn refusal(&self, refusal: &Refusal, format: &Format) -> String;
}

/// The most that can be entered as an amount, in major units, as both languages write it.
pub(super) const LARGEST_AMOUNT: &str = "1,000,000,000,000";

/// An amount that reads well in a currency with that many digits, to show how amounts are typed.
pub(super) fn example_amount(currency: Currency) -> &'static str {
    match currency.digits() {
        0 => "1,234",
        3 => "1,234.500",
        _ => "1,234.50",
    }
}

/// What a sentence about a field begins with, besides its label.
pub(super) enum Spot {
    /// Nothing: there is one such field.
    Alone,
    /// The row, counted from 1.
    Row(usize),
    /// The quote, which stands for the label.
    Quote(QuoteKey),
}

/// How a sentence names this field.
pub(super) fn spot(field: Field) -> Spot {
    match field {
        Field::LineName(row) | Field::LineBilling(row) | Field::LineBudget(row) | Field::LineAmount(row) => {
            Spot::Row(row.saturating_add(1))
        }
        Field::Fate(quote) => Spot::Quote(quote),
        Field::Topic
        | Field::Customer
        | Field::Contact
        | Field::Currency
        | Field::RevenueSource
        | Field::EstimatedRevenue
        | Field::EstimatedCloseDate
        | Field::Probability
        | Field::Rating
        | Field::Stage
        | Field::OpenReason
        | Field::Budget
        | Field::Timeframe
        | Field::Process
        | Field::AccountManager
        | Field::ContractingUnit
        | Field::Description
        | Field::CustomerNeed
        | Field::ProposedSolution
        | Field::Lines
        | Field::QuoteName
        | Field::Total
        | Field::EffectiveFrom
        | Field::EffectiveTo
        | Field::DueBy
        | Field::Outcome
        | Field::StatusReason
        | Field::ActualRevenue
        | Field::CloseDate
        | Field::Competitor
        | Field::RevisitOn
        | Field::Quotes
        | Field::Note
        | Field::EntryName
        | Field::EntryClass => Spot::Alone,
    }
}

/// Whether the act would lead a quote to where it is already.
pub(super) fn is_done(state: QuoteState, act: QuoteAct) -> bool {
    match act {
        QuoteAct::Activate => state == QuoteState::Active,
        QuoteAct::Win => state.is_won(),
        QuoteAct::CloseAsLost => matches!(state, QuoteState::Closed(QuoteClosed::Lost, _)),
        QuoteAct::Cancel => matches!(state, QuoteState::Closed(QuoteClosed::Canceled, _)),
        QuoteAct::Edit | QuoteAct::Delete | QuoteAct::Revise => false,
    }
}
