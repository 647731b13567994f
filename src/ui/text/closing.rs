//! The dialog that closes an opportunity, and the one that corrects its closing.

use crate::domain::{Outcome, QuoteNumber};

/// Words of the dialog that closes.
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub trait ClosingWords {
    fn close_title(&self) -> &'static str;
    fn correct_title(&self) -> &'static str;
    /// The button: "Close as won".
    fn close_as(&self, outcome: Outcome) -> &'static str;
    /// The button: "Correct as won".
    fn correct_as(&self, outcome: Outcome) -> &'static str;
    /// The head of the summary when correcting: "Not corrected yet: 4 things to settle".
    fn not_corrected_yet(&self, count: usize) -> String;

    // --- unsaved input
    fn typed_before_is_back(&self) -> &'static str;
    fn start_over(&self) -> &'static str;

    // --- beside the fields
    fn total_of_quote(&self, quote: QuoteNumber) -> String;
    fn the_estimate(&self) -> &'static str;
    /// Where a value comes from: the closing that was canceled last.
    fn earlier_closing(&self) -> &'static str;
    /// Where a value comes from: the closing that is being corrected.
    fn present_closing(&self) -> &'static str;
    fn use_total_of(&self, quote: QuoteNumber) -> String;
    fn use_the_estimate(&self) -> &'static str;
    /// "RM 70,000.00 (5.6%) below the estimate"; the percentage is absent when the estimate is 0.
    fn beside_estimate(&self, amount: &str, percent: Option<&str>, above: bool) -> String;
    fn competitor_hint(&self) -> &'static str;
    fn revisit_hint(&self) -> &'static str;

    // --- the quotes
    fn quotes_in_the_way(&self) -> &'static str;
    /// "2 drafts are settled with the opportunity."
    fn drafts_go_along(&self, count: usize) -> String;
    fn tick_to_close_too(&self) -> &'static str;

    // --- what will happen
    fn then(&self) -> &'static str;
    fn stays_open(&self) -> &'static str;
    /// What has to be settled before anything happens, from the names of the fields.
    fn to_settle_first(&self, fields: &[String]) -> String;
    /// "The opportunity, with", before the revenue.
    fn opportunity_with(&self) -> &'static str;
    /// "The opportunity", where there is no revenue.
    fn opportunity_without(&self) -> &'static str;
    /// "on", before a date.
    fn on_date(&self) -> &'static str;
    /// Behind a quote that was won before: "as before".
    fn as_before(&self) -> &'static str;
    /// "Closing 1, which stays in the history".
    fn replaced_closing(&self, number: u32) -> String;
    fn read_only(&self) -> &'static str;
    fn until_reopened(&self) -> &'static str;
    fn warning(&self) -> &'static str;
}
