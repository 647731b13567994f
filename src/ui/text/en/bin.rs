//! The bin, in English.

use super::{English, counted};
use crate::ui::text::BinWords;

impl BinWords for English {
    fn deleted_since(&self, date: &str) -> String {
        format!("Deleted on {date}, and read-only since.")
    }

    fn deleted_what_now(&self) -> &'static str {
        "It is in no list, search or total. Restore it to have it back as it was."
    }

    fn restore(&self) -> &'static str {
        "Restore"
    }

    fn delete_for_good(&self) -> &'static str {
        "Delete for good"
    }

    fn empty_bin_button(&self) -> &'static str {
        "Empty the bin…"
    }

    fn empty_bin(&self) -> &'static str {
        "Empty the bin"
    }

    fn empty_bin_what_goes(&self, count: usize) -> &'static str {
        if count == 1 {
            "Its lines, quotes, closings and notes go with it. Undo can bring it back until this page is reloaded or \
             closed; after that, nothing can."
        } else {
            "Their lines, quotes, closings and notes go with them. Undo can bring them back until this page is reloaded \
             or closed; after that, nothing can."
        }
    }

    fn empty_bin_of(&self, count: usize) -> String {
        format!("Delete {} for good", counted(&count.to_string(), "opportunity", "opportunities"))
    }
}
