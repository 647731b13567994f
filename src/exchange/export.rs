//! Reading a file of *Download my data*: one JSON object with every key that was stored, and its value as a text.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::backup::{Backup, Source};
use super::entries::{Entries, LineFlaw, MAX_ENTRIES, RawText};
use super::read::{BackupError, Limit};
use crate::storage::{FORMAT, PREFIX};

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
    unfinished: bool,
    later_format: Option<String>,
}

impl Export {
    fn take(&mut self, key: RawText, value: RawText) {
        self.line += 1;
        let Some(key) = key.0 else { return self.entries.take(self.line, RawText(None), value) };
        let Some(name) = key.strip_prefix(PREFIX) else { return };
        self.keys += 1;
        match name {
            "format" => self.later_format = Some(value.0.unwrap_or_default()).filter(|found| found != FORMAT),
            JOURNAL => self.unfinished = true,
            _ if is_passed_over(name) => {}
            _ => self.entries.take(self.line, RawText(Some(name.to_owned())), value),
        }
    }

    fn is_too_long(&self) -> bool {
        self.line > MAX_ENTRIES + 1
    }

    fn done(self, error: Option<serde_json::Error>) -> Result<Backup, BackupError> {
        let source = Source::Export { unfinished: self.unfinished };
        if let Some(found) = self.later_format {
            return Err(BackupError::LaterFormat { found });
        }
        if self.is_too_long() {
            return Err(BackupError::TooLarge(Limit::Entries));
        }
        let doubled = self.entries.flaws().iter().find(|bad| matches!(bad.flaw, LineFlaw::Doubled { .. })).cloned();
        match (error, doubled) {
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
fn is_passed_over(name: &str) -> bool {
    matches!(name, "kept" | "reserve") || ["demo:", "s:"].into_iter().any(|start| name.starts_with(start))
}

const JOURNAL: &str = "tx";
