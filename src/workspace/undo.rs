//! Undo and redo (R16): an act's change, or its inverse, is written like any other, over records that are as they must be. What
//! was removed, or written over by a backup, comes back byte for byte.

use super::{Change, CommitLock, Reserve, StorageError, What, Workspace};
use crate::domain::Key;
use crate::storage;

/// Why nothing was taken back or done again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UndoError {
    /// No act of this tab is left to take back.
    NothingToUndo,
    /// No act is left to do again.
    NothingToRedo,
    /// Some records are no longer as the act left them.
    Changed {
        /// Which.
        changed: Vec<Key>,
        /// How many others the act changed, which could be taken back alone.
        untouched: usize,
    },
    /// It could not be written.
    Storage(StorageError),
    /// The act changed many records, or another one that does is not finished: it needs the [`CommitLock`].
    NeedsLock,
}

impl From<StorageError> for UndoError {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::Unfinished => Self::NeedsLock,
            error => Self::Storage(error),
        }
    }
}

impl Workspace {
    /// Takes the newest act back and says which it was. Every field returns as it was.
    ///
    /// # Errors
    /// Nothing was changed. [`UndoError::NeedsLock`]: call [`undo_locked`](Self::undo_locked).
    pub fn undo(&mut self) -> Result<What, UndoError> {
        self.undo_with(None)
    }

    /// The same for an act over many records.
    ///
    /// # Errors
    /// Nothing was changed.
    pub fn undo_locked(&mut self, lock: &CommitLock) -> Result<What, UndoError> {
        self.undo_with(Some(lock))
    }

    fn undo_with(&mut self, lock: Option<&CommitLock>) -> Result<What, UndoError> {
        let act = self.last_undoable().ok_or(UndoError::NothingToUndo)?;
        let (what, change) = (act.what, act.change.inverse());
        self.replay(&change, lock)?;
        self.acts.undone();
        Ok(what)
    }

    /// Does the act again that was taken back last, and says which it was.
    ///
    /// # Errors
    /// Nothing was changed. [`UndoError::NeedsLock`]: call [`redo_locked`](Self::redo_locked).
    pub fn redo(&mut self) -> Result<What, UndoError> {
        self.redo_with(None)
    }

    /// The same for an act over many records.
    ///
    /// # Errors
    /// Nothing was changed.
    pub fn redo_locked(&mut self, lock: &CommitLock) -> Result<What, UndoError> {
        self.redo_with(Some(lock))
    }

    fn redo_with(&mut self, lock: Option<&CommitLock>) -> Result<What, UndoError> {
        let act = self.last_redoable().ok_or(UndoError::NothingToRedo)?;
        let (what, change) = (act.what, act.change.clone());
        self.replay(&change, lock)?;
        self.acts.redone();
        Ok(what)
    }

    /// Takes back what the newest act did to records that nobody has touched since, and leaves the others as they are.
    ///
    /// # Errors
    /// Nothing was changed.
    pub fn undo_untouched(&mut self, lock: &CommitLock) -> Result<What, UndoError> {
        let act = self.last_undoable().ok_or(UndoError::NothingToUndo)?;
        let inverse = act.change.inverse().0.into_iter();
        let untouched = Change(inverse.filter(|it| self.book.record(it.key) == it.before).collect());
        if untouched.0.is_empty() {
            return Err(UndoError::NothingToUndo);
        }
        self.replay(&untouched, Some(lock))?;
        self.acts.undone_in_part(untouched.inverse());
        Ok(What::Many(untouched.0.len()))
    }

    /// Writes a change if its records are as they were before it.
    fn replay(&mut self, change: &Change, lock: Option<&CommitLock>) -> Result<(), UndoError> {
        if let Some(lock) = lock {
            storage::finish(&*self.store, self.shelf, lock)?;
            change.0.iter().try_for_each(|record| self.catch_up(record.key))?;
        }
        let (untouched, changed): (Vec<_>, Vec<_>) =
            change.0.iter().partition(|it| self.book.record(it.key) == it.before);
        if !changed.is_empty() {
            let changed = changed.into_iter().map(|it| it.key).collect();
            return Err(UndoError::Changed { changed, untouched: untouched.len() });
        }
        match (change.0.as_slice(), lock) {
            ([], _) => Ok(()),
            ([record], None) => Ok(self.write(record, Reserve::GiveUp)?),
            (_, None) => Err(UndoError::NeedsLock),
            (_, Some(lock)) => Ok(self.write_many(lock, change, Reserve::GiveUp)?),
        }
    }
}
