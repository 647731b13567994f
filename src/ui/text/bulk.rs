//! Selecting several opportunities, and what is done with them at once.

use crate::domain::Outcome;

/// Words of the boxes in the lists.
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub trait SelectionWords {
    /// The box of a row: "Select: ERP rollout".
    fn select_one(&self, topic: &str) -> String;
    /// The box in the head: "Select all 14 in this view".
    fn select_all_in_view(&self, count: &str) -> String;
}

/// Words of the bar and of the dialogs. Counts come written out, and as numbers where the words go by them.
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub trait BulkWords {
    // --- the bar
    fn selection(&self) -> &'static str;
    /// "12 selected".
    fn selected(&self, count: &str) -> String;
    /// "Select all 14".
    fn select_all_of(&self, count: &str) -> String;
    fn clear_selection(&self) -> &'static str;
    /// Why closing and editing cannot be had.
    fn none_is_open(&self) -> &'static str;
    fn edit_several(&self) -> &'static str;
    fn export(&self) -> &'static str;

    // --- the dialog that closes
    fn close_selected_title(&self) -> &'static str;
    /// The button: "Close 11 as lost".
    fn close_many(&self, outcome: Outcome, count: &str) -> String;
    /// "11 will be closed.", before what they add up to.
    fn will_close(&self, count: &str) -> String;
    /// "1 is left out."
    fn are_left_out(&self, count: &str, number: usize) -> String;
    /// Behind it: where the reasons stand.
    fn left_out_reasons(&self) -> &'static str;
    /// The same where all are left out.
    fn none_closes(&self) -> &'static str;
    /// The caption of the table.
    fn what_happens_to_each(&self) -> &'static str;
    fn is_left_out(&self) -> &'static str;
    /// "Show 100 more of 400".
    fn show_more_rows(&self, count: &str, rest: &str) -> String;

    // --- the dialog that edits
    fn edit_title(&self) -> &'static str;
    fn edit_hint(&self) -> &'static str;
    /// The choice that changes nothing.
    fn leave_as_it_is(&self) -> &'static str;
    fn nothing_to_change(&self) -> &'static str;
    /// The button: "Change 11".
    fn edit_many(&self, count: &str) -> String;
    fn closed_are_left_out(&self, count: &str, number: usize) -> String;
}
