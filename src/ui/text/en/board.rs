//! The board, in English.

use super::English;
use crate::domain::{Outcome, Stage};
use crate::ui::text::{BoardWords, ValueWords as _};

impl BoardWords for English {
    fn board_hint(&self) -> [&'static str; 2] {
        ["Drag a card to another stage, or onto an outcome to close it. On the keyboard, ", " moves the card."]
    }

    fn board_estimated(&self) -> &'static str {
        "Estimated"
    }

    fn board_weighted(&self) -> &'static str {
        "Weighted"
    }

    fn board_not_weighted(&self, count: &str) -> String {
        format!("{count} not counted")
    }

    fn no_estimate(&self) -> &'static str {
        "No estimate"
    }

    fn nothing_at_stage(&self) -> &'static str {
        "Nothing at this stage."
    }

    fn show_more_cards(&self, more: &str, rest: &str) -> String {
        format!("Show {more} more of {rest}")
    }

    fn move_menu(&self, topic: &str) -> String {
        format!("Move: {topic}")
    }

    fn move_to(&self, stage: Stage) -> String {
        format!("Move to {}", self.stage(stage))
    }

    fn now_stands(&self, topic: &str, stage: Stage, place: &str, count: &str) -> String {
        format!("“{topic}” is now in {}, number {place} of {count}.", self.stage(stage))
    }

    fn drop_places(&self) -> &'static str {
        "Close by dropping"
    }

    fn drop_to_close(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Won => "Drop to close as won",
            Outcome::Lost => "Drop to close as lost",
        }
    }
}
