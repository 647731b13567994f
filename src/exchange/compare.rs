//! What becomes of one value: the table of [`plan`](mod@super::plan), line by line.

use super::conflict::{Conflict, Version};
use super::plan::{LeftOut, Mode, Plan, Stay, Step, What, WhyLeftOut};
use super::preview::units;
use crate::domain::Key;
use crate::storage::{Damage, Decoded, Place, Shelf, Write, decode, reseal};

impl Plan {
    pub(super) fn count(&mut self, ours: Option<&Value>) {
        if let Some(Value { read: Ok((key, _)), .. }) = ours {
            self.now.records += 1;
            self.now.opportunities += usize::from(matches!(key, Key::Opportunity(_)));
        }
    }

    /// Both have a value.
    pub(super) fn compare(&mut self, key: String, ours: Value, theirs: Value) {
        let same = ours.raw == theirs.raw;
        match (ours.read, theirs.read) {
            (Ok((_, stored)), Ok((_, file))) if stored.is_same_as(&file) => self.same += 1,
            (Ok((record, stored)), Ok((_, file))) => {
                let write = Write { key, over: Some(stored.stamp), value: Some(theirs.raw.to_owned()) };
                match self.mode {
                    Mode::Replace => self.replace(record, &stored, write, ours.raw),
                    Mode::Merge => self.conflict(record, &stored, &file, write, ours.raw),
                }
            }
            (Ok(_), Err(why)) => self.left_out.push(LeftOut { key, why: WhyLeftOut::Unreadable(why) }),
            (Err(why), _) => {
                if same {
                    self.same += 1;
                } else {
                    self.left_out.push(LeftOut { key: key.clone(), why: WhyLeftOut::PlaceTaken });
                }
                self.stays.push(Stay { key, why });
            }
        }
    }

    fn replace(&mut self, record: Key, stored: &Decoded, write: Write, raw: &str) {
        let growth = growth(&write, raw);
        self.steps.push(Step {
            what: What::Replaced,
            record: Some(record),
            before: Some(Version::of(stored)),
            write,
            growth,
        });
    }

    fn conflict(&mut self, record: Key, stored: &Decoded, file: &Decoded, mut take: Write, raw: &str) {
        // A tab that has read either version must notice the third.
        let revision = stored.stamp.revision.max(file.stamp.revision).saturating_add(1);
        // What was decoded has an envelope.
        take.value = take.value.map(|value| reseal(&value, revision).unwrap_or(value));
        let growth = growth(&take, raw);
        let (ours, theirs) = (Version::of(stored), Version::of(file));
        self.conflicts.push(Conflict { key: record, ours, theirs, chosen: None, take, growth });
    }

    /// The file has none.
    pub(super) fn ours_alone(&mut self, key: String, ours: Value, may_go: bool) {
        match ours.read {
            Err(why) => self.stays.push(Stay { key, why }),
            Ok((record, stored)) if self.mode == Mode::Replace && may_go => {
                let growth = difference(0, units(&key) + units(ours.raw));
                let write = Write { key, over: Some(stored.stamp), value: None };
                let before = Some(Version::of(&stored));
                self.steps.push(Step { what: What::Removed, record: Some(record), before, write, growth });
            }
            Ok(_) => {}
        }
    }

    /// Nothing is stored there.
    pub(super) fn theirs_alone(&mut self, key: String, theirs: &Value) {
        let (what, record) = match &theirs.read {
            Ok((record, _)) => (What::Added, Some(*record)),
            Err(Damage::NewerSchema { .. }) => (What::AddedLater, None),
            Err(_) => (What::AddedUnreadable, None),
        };
        let growth = difference(units(&key) + units(theirs.raw), 0);
        let write = Write { key, over: None, value: Some(theirs.raw.to_owned()) };
        self.steps.push(Step { what, record, before: None, write, growth });
    }
}

/// A value and what it is read as: which record, or why none.
pub(super) struct Value<'a> {
    raw: &'a str,
    read: Result<(Key, Decoded<'a>), Damage>,
}

impl<'a> Value<'a> {
    pub(super) fn of(key: &str, raw: &'a str) -> Self {
        let read = match Shelf::Main.place(key) {
            Some(Place::Record(record)) => decode(record, raw).map(|decoded| (record, decoded)),
            Some(Place::Aside) => Err(Damage::Aside),
            _ => Err(Damage::Key),
        };
        Self { raw, read }
    }
}

impl Version {
    fn of(decoded: &Decoded) -> Self {
        Self { record: decoded.record.clone(), revision: decoded.stamp.revision }
    }
}

/// How many UTF-16 units a write over this value adds.
fn growth(write: &Write, raw: &str) -> isize {
    difference(write.value.as_deref().map_or(0, units), units(raw))
}

fn difference(new: usize, old: usize) -> isize {
    new.cast_signed() - old.cast_signed()
}
