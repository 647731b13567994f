//! The board.

use crate::domain::{Outcome, Stage};

/// Words of the board.
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub trait BoardWords {
    /// How to move a card, before and behind the key that does it.
    fn board_hint(&self) -> [&'static str; 2];
    fn board_estimated(&self) -> &'static str;
    fn board_weighted(&self) -> &'static str;
    /// How many could not be weighted, beside a sum.
    fn board_not_weighted(&self, count: &str) -> String;
    /// Where an opportunity has no estimate.
    fn no_estimate(&self) -> &'static str;
    /// A column without cards.
    fn nothing_at_stage(&self) -> &'static str;
    /// The button below a column: how many more it shows, and how many are not shown yet.
    fn show_more_cards(&self, more: &str, rest: &str) -> String;
    /// The name of a card's menu.
    fn move_menu(&self, topic: &str) -> String;
    fn move_to(&self, stage: Stage) -> String;
    /// Where a card went, for those who do not see it.
    fn now_stands(&self, topic: &str, stage: Stage, place: &str, count: &str) -> String;
    /// The places that close what is dropped on them.
    fn drop_places(&self) -> &'static str;
    fn drop_to_close(&self, outcome: Outcome) -> &'static str;
}
