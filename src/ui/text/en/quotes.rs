//! The words of quotes, in English.

use super::{English, counted};
use crate::domain::{Outcome, QuoteClosed, QuoteKey, QuoteNumber, QuoteState};
use crate::ui::text::{Format, QuoteIsFixed, QuoteWords};

impl QuoteWords for English {
    fn quotes(&self) -> &'static str {
        "Quotes"
    }

    fn quote(&self) -> &'static str {
        "Quote"
    }

    fn quotes_caption(&self) -> &'static str {
        "Quotes of this opportunity, open ones first"
    }

    fn quote_actions(&self) -> &'static str {
        "Actions"
    }

    fn actions_for_quote(&self, quote: QuoteKey) -> String {
        format!("Actions for {quote}")
    }

    fn quote_act_on(&self, act: &str, quote: QuoteKey) -> String {
        format!("{act}: {quote}")
    }

    fn new_quote(&self) -> &'static str {
        "New quote"
    }

    fn close_all_quotes_button(&self) -> &'static str {
        "Close all quotes…"
    }

    fn no_quotes_yet(&self) -> &'static str {
        "No quotes yet. A new one starts with the opportunity's lines, or with its estimate."
    }

    fn no_quotes(&self) -> &'static str {
        "No quotes."
    }

    fn expired(&self) -> &'static str {
        "Expired"
    }

    fn also_on(&self) -> &'static str {
        "also on"
    }

    fn quotes_are_open(&self, quotes: &[(QuoteKey, QuoteState)]) -> String {
        match quotes {
            [(quote, QuoteState::Active)] => format!("{quote} is active."),
            [(quote, _)] => format!("{quote} is a draft."),
            quotes if quotes.iter().all(|(_, state)| *state == QuoteState::Active) => {
                format!("{} quotes are active.", quotes.len())
            }
            quotes => format!("{} quotes are open.", quotes.len()),
        }
    }

    fn closing_will_ask(&self, quotes: usize) -> &'static str {
        if quotes == 1 {
            "Closing the opportunity will first ask what becomes of it."
        } else {
            "Closing the opportunity will first ask what becomes of them."
        }
    }

    fn fates_caption(&self) -> &'static str {
        "Open quotes and what becomes of each"
    }

    fn close_all_quotes(&self) -> &'static str {
        "Close all quotes"
    }

    fn close_quotes(&self, count: usize) -> String {
        format!("Close {}", counted(&count.to_string(), "quote", "quotes"))
    }

    fn then_quotes(&self) -> &'static str {
        "Then"
    }

    fn opportunity_stays_open(&self) -> &'static str {
        "The opportunity, and no quote stops it from closing"
    }

    fn quote_summary(&self) -> &'static str {
        "Summary"
    }

    fn quote_history(&self) -> &'static str {
        "History"
    }

    fn revisions_of(&self, number: QuoteNumber) -> String {
        format!("Revisions of {number}")
    }

    fn revision(&self) -> &'static str {
        "Revision"
    }

    fn effective(&self) -> &'static str {
        "Effective"
    }

    fn effective_range(&self, from: Option<&str>, to: Option<&str>) -> String {
        match (from, to) {
            (Some(from), Some(to)) => format!("{from} – {to}"),
            (Some(from), None) => format!("from {from}"),
            (None, Some(to)) => format!("until {to}"),
            (None, None) => String::new(),
        }
    }

    fn quote_is_fixed(&self, why: &QuoteIsFixed, format: &Format) -> String {
        match why {
            QuoteIsFixed::WithOpportunity { outcome, on } => {
                let outcome = match outcome {
                    Outcome::Won => "won",
                    Outcome::Lost => "lost",
                };
                let on = format.date(*on);
                format!(
                    "The opportunity was {outcome} on {on}, so its quotes are read-only. Reopen it to change anything."
                )
            }
            QuoteIsFixed::InBin => {
                "The opportunity is in the bin, so its quotes are read-only. Restore it to change anything.".to_owned()
            }
            QuoteIsFixed::Active => {
                "An active quote is with the customer and is not edited. Revise it: this one is put \
                                     aside, and a new draft takes its place."
                    .to_owned()
            }
            QuoteIsFixed::Won => {
                "The customer accepted this quote. The opportunity is still open: close it as won, or \
                                  revise or cancel the quote if that has changed."
                    .to_owned()
            }
            QuoteIsFixed::Settled => {
                "This quote is settled and read-only. To offer it again, revise it: a new draft says the same."
                    .to_owned()
            }
            QuoteIsFixed::Replaced(latest) => {
                format!("This quote is settled and read-only. The latest revision of its number is {latest}.")
            }
        }
    }

    fn go_to_opportunity(&self) -> &'static str {
        "Go to the opportunity"
    }

    fn go_to_quote(&self, quote: QuoteKey) -> String {
        format!("Go to {quote}")
    }

    fn quote_step(&self, state: QuoteState) -> &'static str {
        match state {
            QuoteState::Draft => "Started as a draft",
            QuoteState::Active => "Activated",
            QuoteState::Won(_) => "Won",
            QuoteState::Closed(QuoteClosed::Lost, _) => "Closed as lost",
            QuoteState::Closed(QuoteClosed::Canceled, _) => "Canceled",
            QuoteState::Closed(QuoteClosed::Revised, _) => "Revised",
        }
    }

    fn dated(&self, date: &str) -> String {
        format!("as of {date}")
    }

    fn not_activated_yet(&self, count: usize) -> String {
        format!("Not activated yet: {} to settle", counted(&count.to_string(), "thing", "things"))
    }

    fn quote_lines_caption(&self) -> &'static str {
        "Lines of this quote"
    }

    fn add_quote_line(&self) -> &'static str {
        "New line"
    }

    fn no_quote_lines(&self) -> &'static str {
        "Without lines the total is typed. Lines take its place: the total is then their sum."
    }

    fn quote_lines_full(&self, max: usize) -> String {
        format!("A quote can have at most {max} lines.")
    }

    fn quote_line_tools(&self) -> &'static str {
        "Move or remove"
    }

    fn quote_line(&self, place: usize) -> String {
        format!("line {place}")
    }

    fn quote_line_up(&self) -> &'static str {
        "Move up"
    }

    fn quote_line_down(&self) -> &'static str {
        "Move down"
    }

    fn remove_quote_line(&self) -> &'static str {
        "Remove"
    }

    fn quote_line_needs_amount(&self) -> &'static str {
        "needed to activate"
    }

    fn sum_of_lines(&self, known: usize, all: usize) -> String {
        let lines = counted(&all.to_string(), "line", "lines");
        if known == all { format!("Sum of {lines}") } else { format!("Sum of {known} of {lines}, so far") }
    }

    fn no_such_quote(&self, quote: QuoteKey) -> String {
        format!("There is no {quote}")
    }

    fn no_such_quote_text(&self) -> &'static str {
        "The opportunity has no such quote: it may have been deleted, or the address may be mistyped."
    }

    fn no_opportunity_of_quote(&self) -> &'static str {
        "There is no such opportunity"
    }
}
