//! Selecting several opportunities, and what is done with them at once, in English.

use super::English;
use crate::ui::text::SelectionWords;

impl SelectionWords for English {
    fn select_one(&self, topic: &str) -> String {
        format!("Select: {topic}")
    }

    fn select_all_in_view(&self, count: &str) -> String {
        format!("Select all {count} in this view")
    }
}
