//! The ways out for what needs attention (RULES §6). Nothing of it is an act: what lies there is no record, so there is
//! nothing that *undo* could bring back, and the raw value is in the user's hands before it goes.

use std::sync::Arc;

use super::{CommitError, CommitLock, Workspace};
use crate::domain::{Clock, Key, Mended, Opportunity, OpportunityEntry, OpportunityId, Record, RecordChange, mended};
use crate::storage::{self, Damage, Place, Reserve, StorageError, Unreadable, Write};

impl Workspace {
    /// What lies at this key and is no record.
    pub fn unreadable_at(&self, storage_key: &str) -> Option<&Unreadable> {
        self.unreadable.iter().find(|unreadable| unreadable.key == storage_key)
    }

    /// Reads the stored value again, and says whether it needs attention no longer.
    pub fn try_again(&mut self, storage_key: &str) -> bool {
        match self.shelf.place(storage_key) {
            // It concerns other records too.
            Some(Place::Journal) => self.reload(),
            _ => drop(self.refresh(storage_key)),
        }
        self.unreadable_at(storage_key).is_none()
    }

    /// The opportunity that lies there, if it can be read and only breaks the rules.
    pub fn broken(&self, id: OpportunityId) -> Option<Opportunity> {
        let key = Key::Opportunity(id);
        let unreadable = self.unreadable_at(&self.shelf.key(key))?;
        match (&unreadable.why, storage::decode_unruled(key, &unreadable.raw).ok()?.record) {
            (Damage::Rules(_), Record::Opportunity(broken)) => Some(Arc::unwrap_or_clone(broken)),
            _ => None,
        }
    }

    /// Puts a version that holds in place of a broken opportunity that was `seen`: what was entered, with as much of the rest
    /// as the rules allow.
    ///
    /// # Errors
    /// Nothing was changed. [`StorageError::Moved`] when something else lies there by now.
    pub fn mend(
        &mut self,
        id: OpportunityId,
        seen: &str,
        entry: &OpportunityEntry,
        clock: Clock,
    ) -> Result<(), CommitError> {
        let key = Key::Opportunity(id);
        let storage_key = self.shelf.key(key);
        let known = self.unreadable_at(&storage_key).is_some_and(|unreadable| unreadable.raw == seen);
        let Some(broken) = self.broken(id).filter(|_| known) else {
            return Err(StorageError::Moved { key: storage_key }.into());
        };
        let Mended { opportunity, .. } = mended(&broken, entry, clock.now).map_err(CommitError::Refused)?;
        let record = Record::Opportunity(Arc::new(opportunity));
        let stamp = storage::write_over(&*self.store, self.shelf, key, seen, &record)
            .inspect_err(|error| self.note_format(error))?;
        self.note_unreadable(&storage_key, None);
        self.written(&RecordChange { key, before: None, after: Some(record) }, Some(stamp));
        Ok(())
    }

    /// Removes what lies at this key and needs attention, exactly as it was `seen`.
    ///
    /// # Errors
    /// Nothing was removed. [`StorageError::Moved`] when something else lies there by now.
    pub fn discard(&mut self, storage_key: &str, seen: &str) -> Result<(), StorageError> {
        if self.unreadable_at(storage_key).is_none_or(|unreadable| unreadable.raw != seen) {
            return Err(StorageError::Moved { key: storage_key.to_owned() });
        }
        storage::remove(&*self.store, self.shelf, storage_key, seen).inspect_err(|error| self.note_format(error))?;
        self.note_unreadable(storage_key, None);
        Ok(())
    }

    /// The key at which a value was to lie that was set aside, while it can be put there: nothing lies there, and the value
    /// is a record.
    pub fn free_target(&self, storage_key: &str) -> Option<String> {
        let target = self.shelf.target(storage_key)?;
        let Some(Place::Record(key)) = self.shelf.place(&target) else { return None };
        let raw = &self.unreadable_at(storage_key)?.raw;
        let is_free = self.store.get(&target).ok()?.is_none();
        (is_free && storage::decode(key, raw).is_ok()).then_some(target)
    }

    /// What lies where a value was to lie that was set aside.
    pub fn instead_of(&self, storage_key: &str) -> Option<String> {
        let target = self.shelf.target(storage_key)?;
        self.store.get(&target).ok().flatten()
    }

    /// Puts a value that was set aside where it was to lie.
    ///
    /// # Errors
    /// Nothing was changed.
    pub fn put_back(&mut self, lock: &CommitLock, storage_key: &str) -> Result<(), StorageError> {
        let moved = || StorageError::Moved { key: storage_key.to_owned() };
        let target = self.free_target(storage_key).ok_or_else(moved)?;
        let raw = self.unreadable_at(storage_key).ok_or_else(moved)?.raw.clone();
        let Some(Place::Record(key)) = self.shelf.place(&target) else { return Err(moved()) };
        let over = storage::decode(key, &raw).ok().map(|decoded| decoded.stamp);
        let there = Write { key: target, over: None, value: Some(raw) };
        let gone = Write { key: storage_key.to_owned(), over, value: None };
        self.write_raw(lock, vec![there, gone], Reserve::GiveUp)?;
        Ok(())
    }
}
