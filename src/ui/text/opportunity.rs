//! The page of an opportunity.

use crate::domain::{Cancellation, Fate, Outcome, QuoteKey};

/// A sentence with one part that matters most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Emphasis {
    /// What stands before it.
    pub before: String,
    /// What matters most.
    pub strong: String,
    /// What stands behind it.
    pub behind: String,
}

/// Words of the page of an opportunity.
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub trait OpportunityWords {
    /// "4 of 14", numbers as the language writes them.
    fn position(&self, place: &str, count: &str) -> String;
    fn summary(&self) -> &'static str;
    fn more_fields(&self) -> &'static str;
    /// The option of a drop-down that means nothing was chosen.
    fn not_given_option(&self) -> &'static str;
    fn currency_locked(&self) -> &'static str;
    fn nothing_to_save(&self) -> &'static str;
    fn discard_changes(&self) -> &'static str;
    fn unsaved_input_discarded(&self) -> &'static str;
    fn bring_back(&self) -> &'static str;
    /// The topic of a copy: "… (copy)".
    fn copy_of(&self, topic: &str) -> String;
    fn opportunity_missing(&self) -> &'static str;
    fn opportunity_missing_text(&self) -> &'static str;

    /// The figures.
    fn weighted(&self) -> &'static str;
    fn against_estimate(&self) -> &'static str;
    fn estimate_at_closing(&self) -> &'static str;
    fn open_for(&self) -> &'static str;
    /// "was 60%".
    fn was(&self, before: &str) -> String;
    fn days_early(&self, days: i64) -> String;
    fn on_the_day(&self) -> &'static str;
    fn won_quotes(&self, count: usize) -> String;
    fn no_open_quotes(&self) -> &'static str;

    /// The lines.
    fn lines_caption(&self) -> &'static str;
    fn line_actions(&self) -> &'static str;
    fn new_line(&self) -> &'static str;
    fn no_lines(&self) -> &'static str;
    fn no_lines_yet(&self) -> &'static str;
    fn lines_full(&self, max: usize) -> String;
    /// A column's name in this line, for assistive technology: "Name, line 2".
    fn of_line(&self, column: &str, line: usize) -> String;
    fn actions_for_line(&self, line: usize) -> String;
    fn move_line_up(&self) -> &'static str;
    fn move_line_down(&self) -> &'static str;
    fn remove_line(&self) -> &'static str;
    /// Announced after a move: "Now line 2 of 4".
    fn line_moved(&self, line: usize, count: usize) -> String;
    /// "sum of 4 lines", behind the estimate.
    fn sum_of_lines_as_hint(&self, count: &str) -> String;

    /// Behind the estimate while a budget cannot be read.
    fn sum_not_known(&self) -> &'static str;

    /// A closed one.
    fn closed_since(&self, outcome: Outcome, date: &str) -> String;
    fn closed_what_stays(&self) -> &'static str;
    fn reopen(&self) -> &'static str;
    fn correct_closing(&self) -> &'static str;
    fn closing_number(&self, number: u32) -> String;
    fn earlier_closings(&self) -> &'static str;
    /// "Closing 1, lost on 3 Sep 2026, canceled by reopening".
    fn canceled_closing(&self, number: u32, outcome: Outcome, date: &str, by: Cancellation) -> String;
    fn before_closing(&self) -> &'static str;
    /// "Q-00009 r0 canceled".
    fn settled(&self, quote: QuoteKey, fate: Fate) -> String;

    /// The history.
    fn history(&self) -> &'static str;
    fn add_a_note(&self) -> &'static str;
    fn add_a_note_here(&self) -> &'static str;
    fn was_created(&self) -> &'static str;
    /// "Closed as **lost**: no decision", "Closing corrected: **won** with RM 1,180,000.00".
    fn was_closed(&self, outcome: Outcome, corrected: bool, reason: Option<&str>, revenue: Option<&str>) -> Emphasis;
    fn was_reopened(&self, number: u32, outcome: Outcome) -> String;
    fn stage_changed(&self, from: &str, to: &str) -> Emphasis;
}
