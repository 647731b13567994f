//! The values in a file: their names, their lines, and what can be wrong with them.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};

use super::backup::{Backup, Source};
use crate::storage::{Place, Shelf, is_intact};

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 20_000_000;
/// The most values that a file may hold.
pub const MAX_ENTRIES: usize = 50_000;
/// The longest name of a value, in characters.
pub const MAX_KEY: usize = 100;

/// Something in a file that was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// Counted from 1; in a file of *Download my data* as the program lays it out.
    pub line: usize,
    /// The name of the value, as far as it could be read.
    pub key: Option<String>,
    /// What is wrong.
    pub flaw: LineFlaw,
}

/// Why something in a file was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineFlaw {
    /// It is no name with its value.
    NoEntry,
    /// It holds what is no Unicode text, such as half a character.
    NotText,
    /// No value of this version has such a name.
    UnknownKey,
    /// Its name is longer than [`MAX_KEY`].
    KeyTooLong,
    /// Its name was there before.
    Doubled {
        /// The line in which it was.
        first: usize,
    },
    /// In a damaged file: its own checksum is wrong, so it may be part of the damage.
    Checksum,
}

/// The name of the value at this key of the user's own book, if it belongs into a backup: the key without what all keys
/// of the book start with.
pub(super) fn name_of(key: &str) -> Option<&str> {
    let name = key.strip_prefix(Shelf::Main.prefix())?;
    let belongs = matches!(Shelf::Main.place(key), Some(Place::Record(_) | Place::NoId | Place::Aside));
    belongs.then_some(name)
}

/// The whole key of the value of this name.
pub(super) fn key_of(name: &str) -> String {
    format!("{}{name}", Shelf::Main.prefix())
}

pub(super) fn is_short(name: &str) -> bool {
    name.chars().nth(MAX_KEY).is_none()
}

/// The line of a value, without its end.
pub(super) fn print(name: &str, value: &str) -> String {
    // Texts can always be printed.
    serde_json::to_string(&(name, value)).unwrap_or_default()
}

/// The values of a file as they are read.
#[derive(Default)]
pub(super) struct Entries {
    taken: BTreeMap<String, (usize, String)>,
    flaws: Vec<BadLine>,
}

impl Entries {
    /// Takes what stands in a line of a backup.
    pub(super) fn take_line(&mut self, line: usize, text: &[u8]) {
        match serde_json::from_slice::<(RawText, RawText)>(text) {
            Ok((name, value)) => self.take(line, name, value),
            Err(_) => self.flaw(line, None, LineFlaw::NoEntry),
        }
    }

    /// Takes a value, if it can be taken.
    pub(super) fn take(&mut self, line: usize, name: RawText, value: RawText) {
        let Some(name) = name.0 else { return self.flaw(line, None, LineFlaw::NotText) };
        let flaw = if !is_short(&name) {
            LineFlaw::KeyTooLong
        } else if name_of(&key_of(&name)).is_none() {
            LineFlaw::UnknownKey
        } else if let Some(&(first, _)) = self.taken.get(&name) {
            LineFlaw::Doubled { first }
        } else if let Some(value) = value.0 {
            self.taken.insert(name, (line, value));
            return;
        } else {
            LineFlaw::NotText
        };
        let shown = name.chars().take(MAX_KEY).collect();
        self.flaw(line, Some(shown), flaw);
    }

    pub(super) fn flaws(&self) -> &[BadLine] {
        &self.flaws
    }

    /// All of it, from a file that is whole.
    pub(super) fn whole(self, source: Source) -> Backup {
        let entries = self.taken.into_iter().map(|(name, (_, value))| (name, value)).collect();
        Backup { source, salvaged: false, entries, left_out: self.flaws }
    }

    /// What can be had from a damaged file: the values whose own checksum is right.
    pub(super) fn salvage(mut self, source: Source) -> Backup {
        let (intact, damaged) = self.taken.into_iter().partition(|(_, (_, value))| is_intact(value));
        self.taken = intact;
        let damaged: BTreeMap<String, (usize, String)> = damaged;
        let bad = |(name, (line, _))| BadLine { line, key: Some(name), flaw: LineFlaw::Checksum };
        self.flaws.extend(damaged.into_iter().map(bad));
        self.flaws.sort_by_key(|bad| bad.line);
        Backup { salvaged: true, ..self.whole(source) }
    }

    fn flaw(&mut self, line: usize, key: Option<String>, flaw: LineFlaw) {
        self.flaws.push(BadLine { line, key, flaw });
    }
}

/// A text of a file; `None` when it holds what is no Unicode text.
pub(super) struct RawText(pub(super) Option<String>);

impl<'de> Deserialize<'de> for RawText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // As bytes: half a character is then no reason to give up everything behind it.
        deserializer.deserialize_bytes(RawTextVisitor)
    }
}

struct RawTextVisitor;

impl Visitor<'_> for RawTextVisitor {
    type Value = RawText;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<RawText, E> {
        Ok(RawText(std::str::from_utf8(bytes).ok().map(str::to_owned)))
    }
}
