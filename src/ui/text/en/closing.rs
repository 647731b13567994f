//! Words of the dialog that closes, in English.

use super::{English, counted};
use crate::domain::{Outcome, QuoteNumber};
use crate::ui::text::ClosingWords;

impl ClosingWords for English {
    fn close_title(&self) -> &'static str {
        "Close opportunity"
    }

    fn correct_title(&self) -> &'static str {
        "Correct this closing"
    }

    fn close_as(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Won => "Close as won",
            Outcome::Lost => "Close as lost",
        }
    }

    fn correct_as(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Won => "Correct as won",
            Outcome::Lost => "Correct as lost",
        }
    }

    fn not_corrected_yet(&self, count: usize) -> String {
        format!("Not corrected yet: {} to settle", counted(&count.to_string(), "thing", "things"))
    }

    fn typed_before_is_back(&self) -> &'static str {
        "What you entered here before is back."
    }

    fn start_over(&self) -> &'static str {
        "Start over"
    }

    fn total_of_quote(&self, quote: QuoteNumber) -> String {
        format!("the total of {quote}")
    }

    fn the_estimate(&self) -> &'static str {
        "the estimate"
    }

    fn earlier_closing(&self) -> &'static str {
        "as in the canceled closing"
    }

    fn present_closing(&self) -> &'static str {
        "as it was closed"
    }

    fn use_total_of(&self, quote: QuoteNumber) -> String {
        format!("Use the total of {quote}")
    }

    fn use_the_estimate(&self) -> &'static str {
        "Use the estimate"
    }

    fn beside_estimate(&self, amount: &str, percent: Option<&str>, above: bool) -> String {
        let side = if above { "above" } else { "below" };
        match percent {
            Some(percent) => format!("{amount} ({percent}) {side} the estimate"),
            None => format!("{amount} {side} the estimate"),
        }
    }

    fn competitor_hint(&self) -> &'static str {
        "optional; a new name is kept with the closing"
    }

    fn revisit_hint(&self) -> &'static str {
        "optional; when to ask again"
    }

    fn quotes_in_the_way(&self) -> &'static str {
        "Quotes in the way"
    }

    fn drafts_go_along(&self, count: usize) -> String {
        let is = if count == 1 { "is" } else { "are" };
        format!("{} {is} settled with the opportunity.", counted(&count.to_string(), "draft quote", "draft quotes"))
    }

    fn tick_to_close_too(&self) -> &'static str {
        "Tick this to close them too, and choose what becomes of each."
    }

    fn then(&self) -> &'static str {
        "Then"
    }

    fn stays_open(&self) -> &'static str {
        "Nothing yet"
    }

    fn to_settle_first(&self, fields: &[String]) -> String {
        format!("To settle first: {}", fields.join(", "))
    }

    fn opportunity_with(&self) -> &'static str {
        "The opportunity, with"
    }

    fn opportunity_without(&self) -> &'static str {
        "The opportunity,"
    }

    fn on_date(&self) -> &'static str {
        "on"
    }

    fn as_before(&self) -> &'static str {
        "as before"
    }

    fn replaced_closing(&self, number: u32) -> String {
        format!("Closing {number}, which stays in the history")
    }

    fn read_only(&self) -> &'static str {
        "Read-only"
    }

    fn until_reopened(&self) -> &'static str {
        "All of it, until you reopen the opportunity"
    }

    fn warning(&self) -> &'static str {
        "Warning"
    }
}
