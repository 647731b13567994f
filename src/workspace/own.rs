//! What this tab has written and has not seen replaced: by it a write is noticed that another tab made at the same moment.
//!
//! Browsers show a write to other tabs only some milliseconds later, so two tabs can write over the same version without
//! seeing each other; the later write stands, and neither comparison found anything. Each tab hears of the other's write
//! afterwards, and one of them can tell.

use crate::domain::{Key, Record, RecordChange};
use crate::storage::Stamp;

/// The records that this tab wrote last, by key.
#[derive(Debug, Default)]
pub(super) struct Own(Vec<(Key, Chain)>);

/// Writes of one record, each over the one before.
#[derive(Debug)]
pub(super) struct Chain {
    /// The revision that the first was written over; 0 where nothing lay.
    base: u64,
    /// What that was.
    before: Option<Record>,
    writes: Vec<Stamp>,
}

impl Own {
    /// This tab wrote the change of a record, over what it was `read` as.
    pub(super) fn wrote(&mut self, change: &RecordChange, read: Option<Stamp>, stamp: Option<Stamp>) {
        let key = change.key;
        let Some(stamp) = stamp else { return self.forget(key) };
        let base = read.map_or(0, |read| read.revision);
        let chain = Chain { base, before: change.before.clone(), writes: vec![stamp] };
        match self.0.binary_search_by_key(&key, |(key, _)| *key) {
            Err(place) => self.0.insert(place, (key, chain)),
            Ok(place) => {
                let Some((_, before)) = self.0.get_mut(place) else { return };
                if before.last() == read { before.writes.push(stamp) } else { *before = chain }
            }
        }
    }

    /// Another tab's version was taken over.
    pub(super) fn forget(&mut self, key: Key) {
        if let Ok(place) = self.0.binary_search_by_key(&key, |(key, _)| *key) {
            self.0.remove(place);
        }
    }

    /// What this tab wrote there.
    pub(super) fn get(&self, key: Key) -> Option<&Chain> {
        let place = self.0.binary_search_by_key(&key, |(key, _)| *key).ok()?;
        self.0.get(place).map(|(_, chain)| chain)
    }
}

impl Chain {
    /// Whether a version of that stamp was made beside this tab's, and not before or after them.
    pub(super) fn is_beside(&self, stamp: Stamp) -> bool {
        stamp.revision > self.base && !self.writes.contains(&stamp)
    }

    /// Whether a version of that stamp cannot have been made after this tab's last.
    pub(super) fn is_not_after(&self, stamp: Stamp) -> bool {
        self.is_beside(stamp) && self.last().is_some_and(|last| stamp.revision <= last.revision)
    }

    /// What the first of them was written over.
    pub(super) fn before(&self) -> Option<&Record> {
        self.before.as_ref()
    }

    /// The last of them.
    pub(super) fn last(&self) -> Option<Stamp> {
        self.writes.last().copied()
    }
}
