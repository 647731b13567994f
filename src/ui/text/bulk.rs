//! Selecting several opportunities, and what is done with them at once.

/// Words of the boxes in the lists.
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub trait SelectionWords {
    /// The box of a row: "Select: ERP rollout".
    fn select_one(&self, topic: &str) -> String;
    /// The box in the head: "Select all 14 in this view".
    fn select_all_in_view(&self, count: &str) -> String;
}
