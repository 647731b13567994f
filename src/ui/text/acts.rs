//! What was done: the notices, and the list that undo works on.

use crate::domain::Outcome;
use crate::ui::text::Format;
use crate::workspace::What;

/// Notices after acts.
pub trait ActWords {
    /// What was done, as a short sentence: "Q-00012 r1 activated."
    fn done(&self, what: &What) -> String;
    /// "Closed as won, with 3 quotes."; "Closed as won." without any.
    fn closed(&self, what: &What, quotes: usize) -> String;
    /// "Undone: …".
    fn undone(&self, what: &What) -> String;
    /// "Done again: …".
    fn redone(&self, what: &What) -> String;
    /// Nothing is left to undo.
    fn nothing_to_undo(&self) -> &'static str;
    /// Nothing is left to redo.
    fn nothing_to_redo(&self) -> &'static str;
    /// An act cannot be taken back because these records changed since.
    fn cannot_undo(&self, names: &[String]) -> String;
    /// The label of the offer to take back the untouched part of an act over many records.
    fn undo_untouched(&self, untouched: usize, changed: usize, format: &Format) -> String;
    /// The label of the offer after a quote was won or the last one lost: "Close as won…".
    fn offer_close(&self, outcome: Outcome) -> &'static str;
}

/// The words of an act as a sentence: a capital first, a full stop at the end.
pub(super) fn sentence(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), rest.as_str()))
}
