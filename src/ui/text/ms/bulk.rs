//! Selecting several opportunities, and what is done with them at once, in Malay.

use super::Malay;
use crate::ui::text::SelectionWords;

impl SelectionWords for Malay {
    fn select_one(&self, topic: &str) -> String {
        format!("Pilih: {topic}")
    }

    fn select_all_in_view(&self, count: &str) -> String {
        format!("Pilih kesemua {count} dalam pandangan ini")
    }
}
