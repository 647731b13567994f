//! What other tabs did is read again, key by key, as the browser tells of it.

use super::own::Chain;
use super::{Key, Workspace};
use crate::domain::Record;
use crate::storage::{self, Conflict, Found, Place, Stamp, StorageError, Theirs, Unreadable};

/// What came of reading again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refreshed {
    /// Nothing is different here.
    Same,
    /// What is shown has changed.
    Changed,
    /// Another tab wrote over what this one had written, without having seen it. The other version is shown now.
    Overwritten(Box<Conflict>),
    /// This tab wrote over what another one had written, without having seen it. The own version is shown.
    Overwrote(Box<Conflict>),
}

impl Workspace {
    /// Reads what this key holds again, after another tab changed it to this.
    pub fn hear(&mut self, storage_key: &str, value: Option<&str>) -> Refreshed {
        match (self.refresh(storage_key), self.shelf.place(storage_key), value) {
            (Refreshed::Same, Some(Place::Record(key)), Some(value)) => self.heard(key, value),
            (refreshed, ..) => refreshed,
        }
    }

    /// Reads what this key holds again.
    pub fn refresh(&mut self, storage_key: &str) -> Refreshed {
        match self.shelf.place(storage_key) {
            Some(Place::Record(key)) => self.refresh_record(key),
            Some(Place::Format) => self.refresh_format(),
            Some(Place::Journal) => self.refresh_named(),
            Some(Place::NoId | Place::Aside) => self.refresh_unreadable(storage_key),
            Some(Place::Staged | Place::Reserve) | None => Refreshed::Same,
        }
    }

    /// Reads everything again, after another tab removed everything at once. What this tab did stays in the list of acts.
    pub fn reload(&mut self) {
        let (acts, taken) = (std::mem::take(&mut self.acts), std::mem::take(&mut self.taken));
        let changes = self.changes + 1;
        *self = Self { acts, taken, changes, ..Self::open(self.store.clone(), self.shelf, self.index.clock()) };
    }

    /// Takes over what lies there now before it is judged by.
    ///
    /// # Errors
    /// Another tab wrote over what this one had written; it is shown, and nobody has decided upon it yet.
    pub(super) fn catch_up(&mut self, key: Key) -> Result<(), StorageError> {
        match self.refresh_record(key) {
            Refreshed::Same | Refreshed::Changed => Ok(()),
            Refreshed::Overwritten(conflict) | Refreshed::Overwrote(conflict) => {
                Err(StorageError::ChangedElsewhere(conflict))
            }
        }
    }

    pub(super) fn refresh_record(&mut self, key: Key) -> Refreshed {
        let storage_key = self.shelf.key(key);
        let (record, stamp, unreadable) = match storage::load_record(&*self.store, self.shelf, key) {
            Err(_) => return Refreshed::Same,
            Ok(Found::Nothing) => (None, None, None),
            Ok(Found::Record(record, stamp)) => (Some(record), Some(stamp), None),
            Ok(Found::Unreadable(unreadable)) => (None, None, Some(unreadable)),
        };
        let same = self.note_unreadable(&storage_key, unreadable) & (self.stamps.get(key) == stamp);
        if same {
            return Refreshed::Same;
        }
        let overwritten = self.overwritten(key, record.as_ref(), stamp);
        self.own.forget(key);
        self.show(key, record, stamp);
        overwritten.map_or(Refreshed::Changed, |conflict| Refreshed::Overwritten(Box::new(conflict)))
    }

    /// Whether what lies there was written over this tab's own last version without having seen it.
    fn overwritten(&self, key: Key, record: Option<&Record>, stamp: Option<Stamp>) -> Option<Conflict> {
        let own = self.own.get(key)?;
        let unseen = own.is_not_after(stamp?) && own.last() == self.stamps.get(key);
        let ours = self.book.record(key).filter(|_| unseen)?;
        let theirs = record.cloned().filter(|theirs| *theirs != ours)?;
        Some(Conflict { key, base: own.before().cloned(), ours: Some(ours), theirs: Theirs::Record(theirs) })
    }

    /// Whether a version that lies there no longer was written over by this tab without having been seen.
    fn heard(&self, key: Key, value: &str) -> Refreshed {
        let theirs = storage::decode(key, value).ok().filter(|theirs| {
            let own = self.own.get(key);
            own.is_some_and(|own| own.is_beside(theirs.stamp) && own.last() == self.stamps.get(key))
        });
        let (Some(theirs), Some(ours)) = (theirs, self.book.record(key)) else { return Refreshed::Same };
        if theirs.record == ours {
            return Refreshed::Same;
        }
        let base = self.own.get(key).and_then(Chain::before).cloned();
        let conflict = Conflict { key, base, ours: Some(ours), theirs: Theirs::Record(theirs.record) };
        Refreshed::Overwrote(Box::new(conflict))
    }

    fn refresh_format(&mut self) -> Refreshed {
        let Ok(newer) = storage::newer_format(&*self.store, self.shelf) else { return Refreshed::Same };
        let changed = self.newer_format != newer;
        self.newer_format = newer;
        if changed { Refreshed::Changed } else { Refreshed::Same }
    }

    /// Another tab came to the commit point of an act over many records, or finished it.
    fn refresh_named(&mut self) -> Refreshed {
        let mut all = Refreshed::Same;
        for key in storage::unfinished(&*self.store, self.shelf).unwrap_or_default() {
            match self.refresh(&key) {
                Refreshed::Changed if all == Refreshed::Same => all = Refreshed::Changed,
                Refreshed::Same | Refreshed::Changed => {}
                both @ (Refreshed::Overwritten(_) | Refreshed::Overwrote(_)) => all = both,
            }
        }
        all
    }

    fn refresh_unreadable(&mut self, storage_key: &str) -> Refreshed {
        let Ok(unreadable) = storage::load_unreadable(&*self.store, self.shelf, storage_key) else {
            return Refreshed::Same;
        };
        if self.note_unreadable(storage_key, unreadable) { Refreshed::Same } else { Refreshed::Changed }
    }

    /// Takes over whether this key needs attention; returns whether that was so already.
    pub(super) fn note_unreadable(&mut self, storage_key: &str, unreadable: Option<Unreadable>) -> bool {
        let place = self.unreadable.partition_point(|other| other.key.as_str() < storage_key);
        let before = self.unreadable.get(place).filter(|other| other.key == storage_key);
        let same = before == unreadable.as_ref();
        self.changes += u64::from(!same);
        if before.is_some() {
            self.unreadable.remove(place);
        }
        if let Some(unreadable) = unreadable {
            self.unreadable.insert(place, unreadable);
        }
        same
    }
}
