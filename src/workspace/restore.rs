//! A backup comes back: its values are written as they are, and shown as they read.

use super::{Act, Change, CommitError, CommitLock, Done, Reserve, What, Workspace};
use crate::domain::{Record, RecordChange};
use crate::storage::{self, Damage, Place, Stamp, Unreadable, Write};

impl Workspace {
    /// Writes these values, all of them or none, and shows them. It is one act, and *undo* takes it back as far as records
    /// go.
    ///
    /// # Errors
    /// Nothing was changed.
    pub fn restore(&mut self, lock: &CommitLock, writes: Vec<Write>) -> Result<Done, CommitError> {
        storage::commit_raw(&*self.store, self.shelf, lock, &writes, Reserve::GiveUp)
            .inspect_err(|error| self.note_format(error))?;
        let changes = writes.into_iter().filter_map(|write| self.restored(write));
        let change = Change(changes.filter(|change| change.before != change.after).collect());
        let what = What::BackupRestored(change.0.len());
        self.acts.done(Act { what, about: None, change: change.clone() });
        Ok(Done { what: Some(what), change, offer: None })
    }

    /// Shows a value that was written.
    fn restored(&mut self, Write { key: storage_key, value, .. }: Write) -> Option<RecordChange> {
        let place = self.shelf.place(&storage_key)?;
        let read = value.map(|raw| {
            let read = read(place, &raw);
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

fn read(place: Place, raw: &str) -> Result<(Record, Stamp), Damage> {
    match place {
        Place::Record(key) => storage::decode(key, raw).map(|decoded| (decoded.record, decoded.stamp)),
        Place::Aside => Err(Damage::Aside),
        _ => Err(Damage::Key),
    }
}
