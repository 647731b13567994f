//! Selecting several opportunities, and what is done with them at once, in English.

use super::English;
use crate::domain::Outcome;
use crate::ui::text::{BulkWords, SelectionWords};

impl SelectionWords for English {
    fn select_one(&self, topic: &str) -> String {
        format!("Select: {topic}")
    }

    fn select_all_in_view(&self, count: &str) -> String {
        format!("Select all {count} in this view")
    }
}

impl BulkWords for English {
    fn selection(&self) -> &'static str {
        "Selection"
    }

    fn selected(&self, count: &str) -> String {
        format!("{count} selected")
    }

    fn select_all_of(&self, count: &str) -> String {
        format!("Select all {count}")
    }

    fn clear_selection(&self) -> &'static str {
        "Clear selection"
    }

    fn none_is_open(&self) -> &'static str {
        "None of these is open."
    }

    fn edit_several(&self) -> &'static str {
        "Edit…"
    }

    fn export(&self) -> &'static str {
        "Export"
    }

    fn close_selected_title(&self) -> &'static str {
        "Close selected opportunities"
    }

    fn close_many(&self, outcome: Outcome, count: &str) -> String {
        match outcome {
            Outcome::Won => format!("Close {count} as won"),
            Outcome::Lost => format!("Close {count} as lost"),
        }
    }

    fn will_close(&self, count: &str) -> String {
        format!("{count} will be closed.")
    }

    fn are_left_out(&self, count: &str, number: usize) -> String {
        format!("{count} {} left out.", if number == 1 { "is" } else { "are" })
    }

    fn left_out_reasons(&self) -> &'static str {
        "The table says why."
    }

    fn none_closes(&self) -> &'static str {
        "So nothing can be closed yet; the table says why."
    }

    fn what_happens_to_each(&self) -> &'static str {
        "What will happen to each"
    }

    fn is_left_out(&self) -> &'static str {
        "Left out"
    }

    fn show_more_rows(&self, count: &str, rest: &str) -> String {
        format!("Show {count} more of {rest}")
    }

    fn edit_title(&self) -> &'static str {
        "Edit selected opportunities"
    }

    fn edit_hint(&self) -> &'static str {
        "What you leave alone here stays in each of them as it is."
    }

    fn leave_as_it_is(&self) -> &'static str {
        "Leave as it is"
    }

    fn nothing_to_change(&self) -> &'static str {
        "Nothing is chosen yet. Choose at least one of these fields."
    }

    fn edit_many(&self, count: &str) -> String {
        format!("Change {count}")
    }

    fn closed_are_left_out(&self, count: &str, number: usize) -> String {
        let (are, they) = if number == 1 { ("is", "it is") } else { ("are", "they are") };
        format!("{count} {are} left out: {they} closed and read-only.")
    }
}
