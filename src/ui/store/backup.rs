//! Backups: what goes into one, when the last was made, and what one brings back.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::{Notice, Store};
use crate::domain::Instant;
use crate::storage::{CommitLock, Kept, Shelf, StorageError, Write};
use crate::ui::browser::{self, Kept::InThisBrowser};
use crate::workspace::{CommitError, Done, Workspace};

impl Store {
    /// Every value of the user's own book as it is: what a backup holds, and what one is restored over.
    ///
    /// # Errors
    /// It could not be read, or not all of it.
    pub fn stored(self) -> Result<BTreeMap<String, String>, StorageError> {
        self.books.with_untracked(|books| books.main.stored())
    }

    /// When the last backup was made, and what was done since.
    pub fn since_backup(self) -> Kept {
        self.books.with(|books| books.main.since_backup())
    }

    /// How many opportunities were changed since the last backup, when it is time to remind of one.
    pub fn backup_due(self) -> Option<usize> {
        let kept = self.books.with_untracked(|books| books.main.since_backup());
        let reminds = self.kept == InThisBrowser && self.shelf_untracked() == Shelf::Main;
        (reminds && kept.is_due(browser::clock().now)).then_some(kept.acts as usize)
    }

    /// A backup was made.
    pub fn backed_up(self, at: Instant) {
        if let Err(error) = self.change(|books| books.main.backed_up(at)) {
            self.notice.set(Some(Notice::NotSaved(error)));
        }
    }

    /// Writes these values into the user's own book, all or none, as soon as no other tab is busy; then says what came of it.
    pub fn restore(self, writes: Vec<Write>, then: impl FnOnce(Result<Done, CommitError>) + 'static) {
        let act = move |main: &mut Workspace, lock: &CommitLock| main.restore(lock, writes);
        self.act_locked(Shelf::Main, act, then);
    }

    /// Removes the user's own book, in as many acts as it takes, to make room for another one.
    pub fn make_room(self, then: impl FnOnce(Result<Done, CommitError>) + 'static) {
        self.act_locked(Shelf::Main, Workspace::make_room, then);
    }
}
