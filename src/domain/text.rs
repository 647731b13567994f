//! Text as it is kept (R23): trimmed, in NFC, without control characters, counted in Unicode scalar values, never cut.

use std::fmt;

use crate::unicode::{decomposed_without_marks, nfc};

/// One line of text of 1 to `MAX` characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text<const MAX: usize>(String);

/// Text of 1 to 2000 characters that may have line breaks and tabs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LongText(String);

impl<const MAX: usize> Text<MAX> {
    /// The text as it will be kept, `None` when nothing but blanks was typed.
    ///
    /// # Errors
    /// It is too long or has a control character.
    pub fn parse(typed: &str) -> Result<Option<Self>, TextProblem> {
        Ok(kept(typed, MAX, |c| !c.is_control())?.map(Self))
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl LongText {
    /// How many characters it may have.
    pub const MAX: usize = 2000;

    /// The text as it will be kept, `None` when nothing but blanks was typed. Line ends of other systems become `\n`.
    ///
    /// # Errors
    /// It is too long or has a control character other than line feed and tab.
    pub fn parse(typed: &str) -> Result<Option<Self>, TextProblem> {
        let typed = typed.replace("\r\n", "\n").replace('\r', "\n");
        Ok(kept(&typed, Self::MAX, |c| !c.is_control() || matches!(c, '\n' | '\t'))?.map(Self))
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn kept(typed: &str, max: usize, allowed: fn(char) -> bool) -> Result<Option<String>, TextProblem> {
    let text = nfc(typed.trim());
    if let Some(character) = text.chars().find(|&c| !allowed(c)) {
        return Err(TextProblem::Control { character });
    }
    match text.chars().count() {
        0 => Ok(None),
        length if length > max => Err(TextProblem::TooLong { length, max }),
        _ => Ok(Some(text)),
    }
}

/// Why a text cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextProblem {
    /// It has `length` characters, `max` are allowed.
    TooLong {
        /// How many it has.
        length: usize,
        /// How many it may have.
        max: usize,
    },
    /// It has a control character, such as NUL.
    Control {
        /// The first one.
        character: char,
    },
}

impl<const MAX: usize> fmt::Display for Text<MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for LongText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text without regard to case and accents, for searching, sorting and telling whether two names are the same.
///
/// ```
/// assert_eq!(tutup::domain::fold("Ólafur STRASSE"), "olafur strasse");
/// ```
pub fn fold(text: &str) -> String {
    // Most texts are, and a book has many.
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    decomposed_without_marks(text).chars().flat_map(char::to_lowercase).collect()
}
