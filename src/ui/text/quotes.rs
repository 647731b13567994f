//! Quotes: their table, their page, and the dialog that closes them all.

use super::Format;
use crate::domain::{Date, Outcome, QuoteKey, QuoteNumber, QuoteState};

/// Why a quote cannot be edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuoteIsFixed {
    /// Its opportunity is closed (R2).
    WithOpportunity {
        /// How.
        outcome: Outcome,
        /// Since when.
        on: Date,
    },
    /// Its opportunity is in the bin (R26).
    InBin,
    /// It is offered.
    Active,
    /// The customer accepted it.
    Won,
    /// It is settled, and nothing follows it yet.
    Settled,
    /// It is settled, and this is the latest revision of its number.
    Replaced(QuoteKey),
}

/// Words of the quotes.
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub trait QuoteWords {
    fn quotes(&self) -> &'static str;
    /// The head of a column of quotes.
    fn quote(&self) -> &'static str;
    /// What the table holds, for assistive technology.
    fn quotes_caption(&self) -> &'static str;
    fn quote_actions(&self) -> &'static str;
    /// "Actions for Q-00012 r1".
    fn actions_for_quote(&self, quote: QuoteKey) -> String;
    /// An act with its quote: "Revise: Q-00012 r1".
    fn quote_act_on(&self, act: &str, quote: QuoteKey) -> String;
    fn new_quote(&self) -> &'static str;
    /// The button that opens the dialog: "Close all quotes…".
    fn close_all_quotes_button(&self) -> &'static str;
    /// An open opportunity without quotes.
    fn no_quotes_yet(&self) -> &'static str;
    /// A closed one.
    fn no_quotes(&self) -> &'static str;
    fn expired(&self) -> &'static str;
    /// What stands before the names of other opportunities with the same number.
    fn also_on(&self) -> &'static str;
    /// "Q-00012 r1 is active." or "3 quotes are open."
    fn quotes_are_open(&self, quotes: &[(QuoteKey, QuoteState)]) -> String;
    /// What closing the opportunity will do about so many of them.
    fn closing_will_ask(&self, quotes: usize) -> &'static str;

    /// What the table of fates holds, for assistive technology.
    fn fates_caption(&self) -> &'static str;
    /// The title of the dialog.
    fn close_all_quotes(&self) -> &'static str;
    /// Its button: "Close 3 quotes".
    fn close_quotes(&self, count: usize) -> String;
    /// The head of what will have become of them.
    fn then_quotes(&self) -> &'static str;
    fn opportunity_stays_open(&self) -> &'static str;

    fn quote_summary(&self) -> &'static str;
    fn quote_history(&self) -> &'static str;
    fn revisions_of(&self, number: QuoteNumber) -> String;
    fn revision(&self) -> &'static str;
    /// The head of the days on which a quote holds.
    fn effective(&self) -> &'static str;
    /// From one day to another, at least one of which is known.
    fn effective_range(&self, from: Option<&str>, to: Option<&str>) -> String;
    /// Why it cannot be edited, and what can be done instead.
    fn quote_is_fixed(&self, why: &QuoteIsFixed, format: &Format) -> String;
    fn go_to_opportunity(&self) -> &'static str;
    /// "Go to Q-00012 r2".
    fn go_to_quote(&self, quote: QuoteKey) -> String;
    /// A step of a quote, from what it became.
    fn quote_step(&self, state: QuoteState) -> &'static str;
    /// What stands behind a step that has another date than the day on which it was entered.
    fn dated(&self, date: &str) -> String;
    fn not_activated_yet(&self, count: usize) -> String;

    fn quote_lines_caption(&self) -> &'static str;
    fn add_quote_line(&self) -> &'static str;
    /// A draft without lines.
    fn no_quote_lines(&self) -> &'static str;
    fn quote_lines_full(&self, max: usize) -> String;
    fn quote_line_tools(&self) -> &'static str;
    /// A line by its place: "line 2".
    fn quote_line(&self, place: usize) -> String;
    fn quote_line_up(&self) -> &'static str;
    fn quote_line_down(&self) -> &'static str;
    fn remove_quote_line(&self) -> &'static str;
    fn quote_line_needs_amount(&self) -> &'static str;
    /// What the sum is of: all lines, or those whose amount is known.
    fn sum_of_lines(&self, known: usize, all: usize) -> String;

    fn no_such_quote(&self, quote: QuoteKey) -> String;
    fn no_such_quote_text(&self) -> &'static str;
    fn no_opportunity_of_quote(&self) -> &'static str;
}
