//! What can be done: every act is a call, and what came of it stands in the notice.

use super::{Books, Notice, Store};
use crate::domain::{Change, Command, OpportunityId, Preferences, Record, RecordChange};
use crate::storage::{CommitLock, Shelf, StorageError};
use crate::ui::browser::{self, Kept};
use crate::ui::lock;
use crate::workspace::{CommitError, Done, UndoError, What, Workspace};
use leptos::prelude::*;

impl Store {
    /// Decides, saves and shows the command: all of it or nothing. The notice then says what was done, or that it could not
    /// be saved; a refusal is for the caller to show where it belongs.
    ///
    /// # Errors
    /// Why nothing was changed.
    pub fn commit(self, command: &Command) -> Result<Done, CommitError> {
        let result = self.commit_silently(command);
        match &result {
            Ok(done) => {
                let offer = done.offer.and_then(|outcome| subject(command).map(|id| (id, outcome)));
                if let Some(what) = done.what {
                    self.notice.set(Some(Notice::Done { what, settled: settled(&done.change), offer }));
                }
            }
            Err(CommitError::Storage(error)) => self.not_saved(self.shelf_untracked(), error),
            Err(CommitError::NeedsLock) => {
                self.notice.set(Some(Notice::NotSaved(StorageError::Unfinished)));
                self.tidy();
            }
            Err(CommitError::Refused(_)) => {}
        }
        result
    }

    /// Decides, saves and shows a command over many records, as soon as no other tab is busy with one; then says what came
    /// of it.
    pub fn commit_many(self, command: Command, then: impl FnOnce(Result<Done, CommitError>) + 'static) {
        let clock = browser::clock();
        let act = move |workspace: &mut Workspace, lock: &CommitLock| workspace.commit_locked(lock, &command, clock);
        self.act_locked(self.shelf_untracked(), act, then);
    }

    /// Does something to many records of that book, as soon as no other tab is busy with one; then says what came of it. That
    /// it was done stands in the notice while that book is shown, for the notice offers to undo it there; why it was not
    /// stands there anyway.
    pub(super) fn act_locked(
        self,
        which: Shelf,
        act: impl FnOnce(&mut Workspace, &CommitLock) -> Result<Done, CommitError> + 'static,
        then: impl FnOnce(Result<Done, CommitError>) + 'static,
    ) {
        lock::locked(move |lock| {
            let result = self.carry_out(|books| act(books.workspace_mut(which), lock));
            match &result {
                Ok(Done { what: Some(what), change, .. }) if which == self.shelf_untracked() => {
                    self.notice.set(Some(Notice::Done { what: *what, settled: settled(change), offer: None }));
                }
                Err(CommitError::Refused(refusal)) => self.notice.set(Some(Notice::Refused(refusal.clone()))),
                Err(CommitError::Storage(error)) => self.not_saved(which, error),
                Err(CommitError::NeedsLock) | Ok(_) => {}
            }
            then(result);
        });
    }

    fn not_saved(self, which: Shelf, error: &StorageError) {
        self.notice.set(Some(Notice::NotSaved(error.clone())));
        // What lies there is read again, so that the user sees it and the next attempt is made upon it.
        if let StorageError::ChangedElsewhere(conflict) = error {
            self.refresh(&which.key(conflict.key));
        }
    }

    /// The same, for an act that has no field at which a refusal could stand: it stands in the notice.
    pub fn act(self, command: &Command) -> Option<Done> {
        match self.commit(command) {
            Ok(done) => Some(done),
            Err(CommitError::Refused(refusal)) => {
                self.notice.set(Some(Notice::Refused(refusal)));
                None
            }
            Err(CommitError::Storage(_) | CommitError::NeedsLock) => None,
        }
    }

    fn commit_silently(self, command: &Command) -> Result<Done, CommitError> {
        let (which, clock) = (self.shelf_untracked(), browser::clock());
        self.today.maybe_update(|today| std::mem::replace(today, clock.today()) != clock.today());
        self.carry_out(|books| books.workspace_mut(which).commit(command, clock))
    }

    /// Changes the books by an act that may bring opportunities into them. When the user's own book gets its first ones, there
    /// is something to lose, and the browser is asked to keep it.
    pub(super) fn carry_out<T>(self, act: impl FnOnce(&mut Books) -> T) -> T {
        let is_empty = |books: &Books| books.main.book().with_bin().len() == 0;
        let was_empty = self.books.with_untracked(is_empty);
        let result = self.change(act);
        if was_empty && !self.books.with_untracked(is_empty) && self.kept == Kept::InThisBrowser {
            browser::ask_to_last();
        }
        result
    }

    /// Takes the newest act back (R16).
    pub fn undo(self) {
        self.replay(Notice::Undone, Workspace::undo, Workspace::undo_locked);
    }

    /// Puts the act that was taken back last in force again.
    pub fn redo(self) {
        self.replay(Notice::Redone, Workspace::redo, Workspace::redo_locked);
    }

    /// Takes the newest act back as far as its records are untouched since.
    pub fn undo_untouched(self) {
        self.replay(Notice::Undone, |_| Err(UndoError::NeedsLock), Workspace::undo_untouched);
    }

    fn replay(
        self,
        said: fn(What) -> Notice,
        act: fn(&mut Workspace) -> Result<What, UndoError>,
        locked: fn(&mut Workspace, &CommitLock) -> Result<What, UndoError>,
    ) {
        let which = self.shelf_untracked();
        let say = move |result: Result<What, UndoError>| {
            self.notice.set(Some(result.map_or_else(Notice::CannotUndo, said)));
        };
        match self.change(|books| act(books.workspace_mut(which))) {
            Err(UndoError::NeedsLock) => {
                lock::locked(move |lock| say(self.change(|books| locked(books.workspace_mut(which), lock))));
            }
            result => say(result),
        }
    }

    /// Changes language or theme, which are the main book's also while the sample is shown.
    pub fn prefer(self, change: impl FnOnce(&mut Preferences)) {
        let mut preferences = self.books.with_untracked(|books| Preferences::clone(books.main.book().preferences()));
        change(&mut preferences);
        if let Some(screens) = self.screens.get_untracked().screens() {
            (screens.prefer)(self, preferences);
        }
    }

    /// Changes a preference of the book that is shown.
    pub fn prefer_here(self, change: impl FnOnce(&mut Preferences)) {
        let mut preferences = untrack(|| self.read(|book| Preferences::clone(book.preferences())));
        change(&mut preferences);
        self.act(&Command::Preferences(preferences));
    }

    /// Saves these preferences in the main book and shows them.
    pub fn take_over(self, preferences: Preferences) {
        if let Err(error) = self.change(|books| books.main.prefer(preferences)) {
            self.notice.set(Some(Notice::NotSaved(error)));
        }
    }
}

/// How many quotes a change settled by closing their opportunity.
fn settled(change: &Change) -> usize {
    let closed = |change: &RecordChange| match (&change.before, &change.after) {
        (Some(Record::Opportunity(before)), Some(Record::Opportunity(after))) if before.closing().is_none() => {
            after.closing().map_or(0, |closing| closing.facts().settled.len())
        }
        _ => 0,
    };
    change.0.iter().map(closed).sum()
}

/// The opportunity that a command is about.
fn subject(command: &Command) -> Option<OpportunityId> {
    match command {
        Command::Opportunity(id, _) | Command::Quote(id, ..) => Some(*id),
        Command::Lists(_) | Command::Preferences(_) | Command::Many(_) => None,
    }
}
