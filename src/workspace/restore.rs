//! A backup comes back: its values are written as they are, and shown as they read.

use super::{Act, Change, CommitError, CommitLock, Done, Reserve, What, Workspace};
use crate::domain::{Instant, RecordChange};
use crate::storage::{self, KEPT, Kept, Place, StorageError, Unreadable, Write};

impl Workspace {
    /// Writes these values, all of them or none, and shows them. It is one act, and *undo* takes it back as far as records
    /// go.
    ///
    /// # Errors
    /// Nothing was changed.
    pub fn restore(&mut self, lock: &CommitLock, writes: Vec<Write>) -> Result<Done, CommitError> {
        let replaced = writes.iter().filter(|write| write.over.is_some()).filter_map(|write| {
            let Place::Record(key) = self.shelf.place(&write.key)? else { return None };
            Some((key, self.store.get(&write.key).ok().flatten()?))
        });
        let replaced: Vec<_> = replaced.collect();
        let change = self.write_raw(lock, writes, Reserve::GiveUp)?;
        self.has_gone(replaced);
        let what = What::BackupRestored(change.0.len());
        self.acts.done(Act { what, about: None, change: change.clone(), at: None });
        Ok(Done { what: Some(what), change, offer: None })
    }

    /// Writes these values as they are, all or none, and shows them.
    pub(super) fn write_raw(
        &mut self,
        lock: &CommitLock,
        writes: Vec<Write>,
        reserve: Reserve,
    ) -> Result<Change, StorageError> {
        storage::commit_raw(&*self.store, self.shelf, lock, &writes, reserve)
            .inspect_err(|error| self.note_format(error))?;
        let changes = writes.into_iter().filter_map(|write| self.restored(write));
        Ok(Change(changes.filter(|change| change.before != change.after).collect()))
    }

    /// Removes every record that can be read, in as many acts as the room for their redo records takes, and says what the last
    /// one did. What cannot be read stays.
    ///
    /// # Errors
    /// Not everything was removed; each act is wholly done or not at all.
    pub fn make_room(&mut self, lock: &CommitLock) -> Result<Done, CommitError> {
        let mut done = Done { what: None, change: Change::default(), offer: None };
        let stored = self.stored()?;
        let removal = |(key, raw): (&String, &String)| match self.shelf.place(key)? {
            Place::Record(record) => {
                let over = storage::decode(record, raw).ok()?.stamp;
                Some(Write { key: key.clone(), over: Some(over), value: None })
            }
            _ => None,
        };
        let removals: Vec<Write> = stored.iter().filter_map(removal).collect();
        for some in removals.chunks(REMOVED_AT_ONCE) {
            done = self.restore(lock, some.to_vec())?;
        }
        Ok(done)
    }

    /// When the last backup was made, and how many opportunities were changed since.
    pub fn since_backup(&self) -> Kept {
        let backup = self.store.get(KEPT).ok().flatten().and_then(|text| storage::parse_kept(&text));
        let changed = self.book.with_bin().map(|opportunity| opportunity.deleted_on.max(Some(opportunity.modified_on)));
        Kept::new(backup, changed.flatten())
    }

    /// Notes that a backup was made.
    ///
    /// # Errors
    /// It could not be noted; the backup is none the worse.
    pub fn backed_up(&mut self, at: Instant) -> Result<(), StorageError> {
        self.store.set(KEPT, &at.0.to_string())
    }

    /// Shows a value that was written.
    fn restored(&mut self, Write { key: storage_key, value, .. }: Write) -> Option<RecordChange> {
        let place = self.shelf.place(&storage_key)?;
        let read = value.map(|raw| {
            let read = storage::read_at(place, &raw);
            read.map_err(|why| Unreadable { key: storage_key.clone(), raw, why })
        });
        let (found, unreadable) = match read.transpose() {
            Ok(found) => (found, None),
            Err(unreadable) => (None, Some(unreadable)),
        };
        self.note_unreadable(&storage_key, unreadable);
        let Place::Record(key) = place else { return None };
        let (after, stamp) = found.unzip();
        let change = RecordChange { key, before: self.book.record(key), after };
        self.written(&change, stamp);
        Some(change)
    }
}

/// So many removals fit into one redo record, and that into the reserve.
const REMOVED_AT_ONCE: usize = 600;
