//! What needs attention, and the ways out of it.

use leptos::prelude::*;

use super::{Notice, Store};
use crate::domain::{OpportunityEntry, OpportunityId};
use crate::storage::StorageError;
use crate::ui::{browser, lock};
use crate::workspace::CommitError;

impl Store {
    /// Reads the stored value again, after what was begun is finished; then says whether it needs attention no longer.
    pub fn try_again(self, key: String, then: impl FnOnce(bool) + 'static) {
        let which = self.shelf_untracked();
        if self.books.with_untracked(|books| books.workspace(which).is_untidy()) {
            lock::locked(move |lock| {
                let reads = self.change(|books| {
                    let workspace = books.workspace_mut(which);
                    // What cannot be finished now is finished another time.
                    let _ = workspace.tidy(lock);
                    workspace.reload();
                    workspace.unreadable_at(&key).is_none()
                });
                then(reads);
            });
        } else {
            then(self.change(|books| books.workspace_mut(which).try_again(&key)));
        }
    }

    /// Puts a version that holds in place of an opportunity that breaks a rule and was `seen`. The notice says what storage
    /// could not do.
    ///
    /// # Errors
    /// Why nothing was changed.
    pub fn mend(self, id: OpportunityId, seen: &str, entry: &OpportunityEntry) -> Result<(), CommitError> {
        let which = self.shelf_untracked();
        let mended = self.carry_out(|books| books.workspace_mut(which).mend(id, seen, entry, browser::clock()));
        match &mended {
            Err(CommitError::Storage(error)) => self.not_done(error),
            Err(CommitError::NeedsLock) => self.not_done(&StorageError::Unfinished),
            Ok(()) | Err(CommitError::Refused(_)) => {}
        }
        mended
    }

    /// Removes what lies at this key, exactly as it was `seen`, and says whether it could. The notice says why not.
    pub fn discard(self, key: &str, seen: &str) -> bool {
        let which = self.shelf_untracked();
        let removed = self.change(|books| books.workspace_mut(which).discard(key, seen));
        removed.inspect_err(|error| self.not_done(error)).is_ok()
    }

    /// Puts a value that was set aside where it was to lie; then says whether it could. The notice says why not.
    pub fn put_back(self, key: String, then: impl FnOnce(bool) + 'static) {
        let which = self.shelf_untracked();
        lock::locked(move |lock| {
            let put = self.change(|books| books.workspace_mut(which).put_back(lock, &key));
            then(put.inspect_err(|error| self.not_done(error)).is_ok());
        });
    }

    fn not_done(self, error: &StorageError) {
        self.notice.set(Some(Notice::NotSaved(error.clone())));
        match error {
            StorageError::Moved { key } => self.refresh(key),
            StorageError::Unfinished => self.tidy(),
            _ => {}
        }
    }
}
