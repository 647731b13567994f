//! Reading a file of *Download my data*: one JSON object with every key that was stored, and its value as a text.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::backup::{Backup, Source};
use super::entries::{Entries, LineFlaw, MAX_ENTRIES, RawText, key_of, name_of};
use super::read::{BackupError, Limit};
use crate::storage::{KEPT, PREFIX, Place, Shelf, finished, is_known_format};

/// What the file holds; `None` when it is no such file.
pub(super) fn read(file: &[u8]) -> Option<Result<Backup, BackupError>> {
    let mut export = Export::default();
    let mut parser = serde_json::Deserializer::from_slice(file);
    let end = export.deserialize(&mut parser).and_then(|()| parser.end());
    (export.keys > 0).then(|| export.done(end.err()))
}

#[derive(Default)]
struct Export {
    entries: Entries,
    /// Keys of this program.
    keys: usize,
    line: usize,
    /// The redo record of an act over many records, and what is staged for it.
    unfinished: BTreeMap<String, String>,
    later_format: Option<String>,
}

impl Export {
    fn take(&mut self, key: RawText, value: RawText) {
        self.line += 1;
        let Some(key) = key.0 else { return self.entries.take(self.line, RawText(None), value) };
        let Some(name) = key.strip_prefix(PREFIX) else { return };
        self.keys += 1;
        match name {
            "format" => {
                self.later_format = Some(value.0.unwrap_or_default()).filter(|found| !is_known_format(found));
            }
            _ if is_passed_over(&key) => {}
            _ if is_unfinished(&key) => drop(value.0.and_then(|value| self.unfinished.insert(key, value))),
            _ => self.entries.take(self.line, RawText(Some(name.to_owned())), value),
        }
    }

    fn is_too_long(&self) -> bool {
        self.line > MAX_ENTRIES + 1
    }

    fn done(self, error: Option<serde_json::Error>) -> Result<Backup, BackupError> {
        if let Some(found) = self.later_format {
            return Err(BackupError::LaterFormat { found });
        }
        if self.is_too_long() {
            return Err(BackupError::TooLarge(Limit::Entries));
        }
        let unfinished = self.unfinished.keys().any(|key| Shelf::Main.place(key) == Some(Place::Journal));
        let source = Source::Export { unfinished };
        let doubled = self.entries.flaws().iter().find(|bad| matches!(bad.flaw, LineFlaw::Doubled { .. })).cloned();
        match (error, doubled) {
            (None, None) if unfinished => Ok(finish(self.entries.whole(source), self.unfinished)),
            (None, None) => Ok(self.entries.whole(source)),
            (None, Some(bad)) => Err(BackupError::Line { bad, salvage: Box::new(self.entries.salvage(source)) }),
            (Some(error), _) => {
                let salvage = Box::new(self.entries.salvage(source));
                Err(if error.is_eof() {
                    BackupError::CutOff { promised: None, salvage }
                } else {
                    BackupError::Damaged { salvage }
                })
            }
        }
    }
}

/// Carries out what was acknowledged when the file was made, and not yet in its place.
fn finish(mut backup: Backup, unfinished: BTreeMap<String, String>) -> Backup {
    let values = backup.entries.iter().map(|(name, value)| (key_of(name), value.clone()));
    // Of a file nothing fails: it has no format of a later version, and no storage that could be full.
    if let Ok(values) = finished(Shelf::Main, values.chain(unfinished).collect()) {
        let named = |(key, value): (String, String)| Some((name_of(&key)?.to_owned(), value));
        backup.entries = values.into_iter().filter_map(named).collect();
    }
    backup
}

/// The values that were read stay, whatever comes behind them.
impl<'de> DeserializeSeed<'de> for &mut Export {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for &mut Export {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("keys with their values")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        // The opening brace has a line of its own.
        self.line = 1;
        while let Some(key) = map.next_key()? {
            self.take(key, map.next_value()?);
            if self.is_too_long() {
                return Err(A::Error::custom("too many"));
            }
        }
        Ok(())
    }
}

/// What is stored beside the book and is no part of a backup.
fn is_passed_over(key: &str) -> bool {
    let starts = [Shelf::Demo.prefix(), UNSAVED_INPUT];
    key == KEPT || starts.iter().any(|start| key.starts_with(start)) || Shelf::Main.place(key) == Some(Place::Reserve)
}

fn is_unfinished(key: &str) -> bool {
    matches!(Shelf::Main.place(key), Some(Place::Journal | Place::Staged))
}

/// What the keys start with under which the page that takes the place of a stopped program adds what was being typed.
const UNSAVED_INPUT: &str = "tutup:form:";
