//! The words of the page of an opportunity, in English.

use super::{English, counted};
use crate::domain::{Cancellation, Fate, Outcome, QuoteKey};
use crate::ui::text::{Emphasis, OpportunityWords};

impl OpportunityWords for English {
    fn position(&self, place: &str, count: &str) -> String {
        format!("{place} of {count}")
    }

    fn summary(&self) -> &'static str {
        "Summary"
    }

    fn more_fields(&self) -> &'static str {
        "Eight more fields"
    }

    fn not_given_option(&self) -> &'static str {
        "Not given"
    }

    fn currency_locked(&self) -> &'static str {
        "Locked while there are lines, quotes or closings."
    }

    fn nothing_to_save(&self) -> &'static str {
        "Nothing has changed"
    }

    fn discard_changes(&self) -> &'static str {
        "Discard changes"
    }

    fn unsaved_input_discarded(&self) -> &'static str {
        "Your unsaved input is discarded."
    }

    fn bring_back(&self) -> &'static str {
        "Bring it back"
    }

    fn copy_of(&self, topic: &str) -> String {
        format!("{topic} (copy)")
    }

    fn opportunity_missing(&self) -> &'static str {
        "This opportunity is not there"
    }

    fn opportunity_missing_text(&self) -> &'static str {
        "It may have been removed, or it may be in another browser. Everything else is as it was."
    }

    fn weighted(&self) -> &'static str {
        "Weighted"
    }

    fn against_estimate(&self) -> &'static str {
        "Against the estimate"
    }

    fn estimate_at_closing(&self) -> &'static str {
        "Estimate at closing"
    }

    fn open_for(&self) -> &'static str {
        "Open for"
    }

    fn was(&self, before: &str) -> String {
        format!("was {before}")
    }

    fn days_early(&self, days: i64) -> String {
        format!("{} early", counted(&days.to_string(), "day", "days"))
    }

    fn on_the_day(&self) -> &'static str {
        "as estimated"
    }

    fn won_quotes(&self, count: usize) -> String {
        format!("{count} won")
    }

    fn no_open_quotes(&self) -> &'static str {
        "none open"
    }

    fn lines_caption(&self) -> &'static str {
        "Lines of this opportunity"
    }

    fn line_actions(&self) -> &'static str {
        "Actions"
    }

    fn new_line(&self) -> &'static str {
        "New line"
    }

    fn no_lines(&self) -> &'static str {
        "No lines."
    }

    fn no_lines_yet(&self) -> &'static str {
        "No lines yet. A line is a piece of the work, with what the customer means to spend on it."
    }

    fn lines_full(&self, max: usize) -> String {
        format!("{max} lines are the most that an opportunity can have.")
    }

    fn of_line(&self, column: &str, line: usize) -> String {
        format!("{column}, line {line}")
    }

    fn actions_for_line(&self, line: usize) -> String {
        format!("Actions for line {line}")
    }

    fn move_line_up(&self) -> &'static str {
        "Move up"
    }

    fn move_line_down(&self) -> &'static str {
        "Move down"
    }

    fn remove_line(&self) -> &'static str {
        "Remove"
    }

    fn line_moved(&self, line: usize, count: usize) -> String {
        format!("Now line {line} of {count}.")
    }

    fn sum_of_lines_as_hint(&self, count: &str) -> String {
        match count {
            "0" => "no lines yet".to_owned(),
            count => format!("sum of {}", counted(count, "line", "lines")),
        }
    }

    fn sum_not_known(&self) -> &'static str {
        "not known yet"
    }

    fn closed_since(&self, outcome: Outcome, date: &str) -> String {
        let outcome = match outcome {
            Outcome::Won => "Won",
            Outcome::Lost => "Lost",
        };
        format!("{outcome} on {date}, and read-only since.")
    }

    fn closed_what_stays(&self) -> &'static str {
        "Fields, lines and quotes stay as they were; you can still add notes."
    }

    fn reopen(&self) -> &'static str {
        "Reopen"
    }

    fn correct_closing(&self) -> &'static str {
        "Correct this closing…"
    }

    fn closing_number(&self, number: u32) -> String {
        format!("Closing {number}")
    }

    fn earlier_closings(&self) -> &'static str {
        "Earlier closings"
    }

    fn canceled_closing(&self, number: u32, outcome: Outcome, date: &str, by: Cancellation) -> String {
        let by = match by {
            Cancellation::Reopening => "reopening",
            Cancellation::Correction => "correction",
        };
        format!("Closing {number}, {} on {date}, canceled by {by}", outcome_word(outcome))
    }

    fn before_closing(&self) -> &'static str {
        "Before"
    }

    fn settled(&self, quote: QuoteKey, fate: Fate) -> String {
        let fate = match fate {
            Fate::Won => "won",
            Fate::Lost => "lost",
            Fate::Canceled => "canceled",
        };
        format!("{quote} {fate}")
    }

    fn history(&self) -> &'static str {
        "History"
    }

    fn add_a_note(&self) -> &'static str {
        "Add a note"
    }

    fn add_a_note_here(&self) -> &'static str {
        "Add a note…"
    }

    fn was_created(&self) -> &'static str {
        "Created"
    }

    fn was_closed(&self, outcome: Outcome, corrected: bool, reason: Option<&str>, revenue: Option<&str>) -> Emphasis {
        let before = if corrected { "Closing corrected: " } else { "Closed as " };
        let revenue = revenue.map(|revenue| format!(" with {revenue}")).unwrap_or_default();
        let reason = reason.map(|reason| format!(": {reason}")).unwrap_or_default();
        Emphasis {
            before: before.to_owned(),
            strong: outcome_word(outcome).to_owned(),
            behind: format!("{revenue}{reason}"),
        }
    }

    fn was_reopened(&self, number: u32, outcome: Outcome) -> String {
        format!("Reopened; closing {number} as {} canceled", outcome_word(outcome))
    }

    fn stage_changed(&self, from: &str, to: &str) -> Emphasis {
        Emphasis { before: format!("Stage: {from} to "), strong: to.to_owned(), behind: String::new() }
    }
}

fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Won => "won",
        Outcome::Lost => "lost",
    }
}
