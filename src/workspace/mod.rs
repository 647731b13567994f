//! Where decision, disk and state meet: judge, persist, publish.
//!
//! [`Workspace::commit`] asks the book what a command would change, has the storage write it, and only then lets the
//! book and the index show it. So memory never shows what storage refused, and a failed act leaves everything as it was.
//! *Undo* takes an [`Act`] back by the same way (R16), the [`Index`] keeps what the lists show, [`sample`] fills the
//! demonstration.

mod acts;
mod attention;
mod index;
mod own;
mod refresh;
mod restore;
pub mod sample;
mod taken;
mod undo;

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::domain::{
    Book, Change, Clock, Command, Key, OpportunityCommand, Outcome, Preferences, QuoteCommand, Record, RecordChange,
    Refusal, offer,
};
use crate::storage::{
    self, CommitLock, KeyValue, Loaded, Over, PREFIX, Reserve, Shelf, Stamp, Stamps, StorageError, Unreadable,
};
use acts::Acts;
use own::Own;
use taken::Taken;

pub use acts::{About, Act, What};
pub use index::{
    Column, Filter, Fit, Index, Letters, Listing, OutcomeValues, Outcomes, Query, Rate, Row, RowReason, Selection,
    Sort, Span, Tally, Total, View, Wanted,
};
pub use refresh::Refreshed;
pub use undo::UndoError;

/// One book, the place where it lies, and what this tab did with it.
pub struct Workspace {
    store: Rc<dyn KeyValue>,
    shelf: Shelf,
    book: Book,
    index: Index,
    stamps: Stamps,
    /// In the order of the keys.
    unreadable: Vec<Unreadable>,
    newer_format: Option<String>,
    failure: Option<StorageError>,
    acts: Acts,
    own: Own,
    taken: Taken,
    changes: u64,
}

/// What a command did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// What was done; absent when it was no act: nothing changed, or only preferences did.
    pub what: Option<What>,
    /// What changed; empty when everything was so already, and then nothing was written.
    pub change: Change,
    /// The closing to offer next (R5).
    pub offer: Option<Outcome>,
}

/// Why a command did nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommitError {
    /// The rules forbid it.
    Refused(Refusal),
    /// It could not be written.
    Storage(StorageError),
    /// It changes many records, or an act that does is not finished: it needs the [`CommitLock`].
    NeedsLock,
}

impl From<StorageError> for CommitError {
    fn from(error: StorageError) -> Self {
        match error {
            StorageError::Unfinished => Self::NeedsLock,
            error => Self::Storage(error),
        }
    }
}

impl Workspace {
    /// Reads the book on the shelf at this time. It never fails: [`unreadable`](Self::unreadable), [`is_read_only`](Self::is_read_only)
    /// and [`load_failure`](Self::load_failure) say what could not be read.
    pub fn open(store: Rc<dyn KeyValue>, shelf: Shelf, clock: Clock) -> Self {
        let Loaded { book, stamps, unreadable, newer_format, failure } = storage::load(&*store, shelf);
        let index = Index::of(&book, clock);
        Self {
            store,
            shelf,
            book,
            index,
            stamps,
            unreadable,
            newer_format,
            failure,
            acts: Acts::default(),
            own: Own::default(),
            taken: Taken::default(),
            changes: 0,
        }
    }

    /// Carries the command out: when it returns `Ok`, what changed is on the disk.
    ///
    /// # Errors
    /// Nothing was changed, on the disk or here. [`CommitError::NeedsLock`]: call [`commit_locked`](Self::commit_locked).
    /// An act on records that another tab has changed can be tried again after [`refresh`](Self::refresh).
    pub fn commit(&mut self, command: &Command, clock: Clock) -> Result<Done, CommitError> {
        let change = self.book.decide(command, clock).map_err(CommitError::Refused)?;
        match change.0.as_slice() {
            [] => {}
            [record] => self.write(record, reserve_for(command))?,
            _ => return Err(CommitError::NeedsLock),
        }
        Ok(self.done(command, change, clock))
    }

    /// The same for a command that changes many records, or that has to wait for an act that does. What other tabs have
    /// done is read first, and judged by.
    ///
    /// # Errors
    /// Nothing was changed, on the disk or here.
    pub fn commit_locked(&mut self, lock: &CommitLock, command: &Command, clock: Clock) -> Result<Done, CommitError> {
        storage::finish(&*self.store, self.shelf, lock)?;
        self.catch_up(Key::Lists)?;
        self.catch_up(Key::Preferences)?;
        if let Ok(change) = self.book.decide(command, clock) {
            change.0.iter().try_for_each(|record| self.catch_up(record.key))?;
        }
        let change = self.book.decide(command, clock).map_err(CommitError::Refused)?;
        self.write_many(lock, &change, reserve_for(command))?;
        Ok(self.done(command, change, clock))
    }

    /// Takes other preferences over. They are no act, and nothing in the rules can refuse them.
    ///
    /// # Errors
    /// Nothing was changed, on the disk or here.
    pub fn prefer(&mut self, preferences: Preferences) -> Result<(), StorageError> {
        let change = self.book.prefer(preferences);
        if change.before == change.after { Ok(()) } else { self.write(&change, Reserve::Keep) }
    }

    /// Everything the user tracks, as far as it could be read.
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// Has the lists show what there is at this time: views go by today.
    pub fn turn_to(&mut self, clock: Clock) {
        self.index.turn(&self.book, clock);
    }

    /// What the lists show.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// What lies on the shelf and is no record, in the order of the keys.
    pub fn unreadable(&self) -> impl ExactSizeIterator<Item = &Unreadable> {
        self.unreadable.iter()
    }

    /// Whether a later version of the program wrote the data, so that this one may not.
    pub fn is_read_only(&self) -> bool {
        self.newer_format.is_some()
    }

    /// What went wrong with the store itself when the book was read; the book is then incomplete.
    pub fn load_failure(&self) -> Option<&StorageError> {
        self.failure.as_ref()
    }

    /// How often anything of it was shown anew, whoever changed it.
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// Which book this is.
    pub fn shelf(&self) -> Shelf {
        self.shelf
    }

    /// What this tab did, newest first.
    pub fn acts(&self) -> impl ExactSizeIterator<Item = &Act> {
        self.acts.newest_first()
    }

    /// The act that *undo* takes back.
    pub fn last_undoable(&self) -> Option<&Act> {
        self.acts.newest_first().next()
    }

    /// What was taken back and can be done again, in the order in which *redo* does it.
    pub fn undone_acts(&self) -> impl ExactSizeIterator<Item = &Act> {
        self.acts.undone_next_first()
    }

    /// The act that *redo* does again.
    pub fn last_redoable(&self) -> Option<&Act> {
        self.acts.undone_next_first().next()
    }

    /// Finishes what was begun before, here or in a tab that is gone, and makes room for what must always be possible.
    /// Called at start-up; nothing on the screen changes by it.
    ///
    /// # Errors
    /// It could not be done now. Nothing is lost: it is done another time.
    pub fn tidy(&mut self, lock: &CommitLock) -> Result<(), StorageError> {
        storage::tidy(&*self.store, self.shelf, lock)
    }

    /// Whether [`tidy`](Self::tidy) has something to do.
    pub fn is_untidy(&self) -> bool {
        !self.is_read_only() && storage::is_untidy(&*self.store, self.shelf).unwrap_or(false)
    }

    /// Every key of this program with its value as it is, of all books, whether it is a record or not. Empty when the
    /// store does not answer.
    pub fn raw_export(&self) -> Vec<(String, String)> {
        let mut keys = storage::sorted_keys(&*self.store).unwrap_or_default();
        keys.retain(|key| key.starts_with(PREFIX));
        let value = |key: String| self.store.get(&key).ok().flatten().map(|value| (key, value));
        keys.into_iter().filter_map(value).collect()
    }

    /// Every value of this book as it is, by its key: what a backup holds, and what one is restored over. All of it or
    /// nothing, for a part would look like a smaller book.
    ///
    /// # Errors
    /// The store does not answer, or an act is not finished: see [`tidy`](Self::tidy).
    pub fn stored(&self) -> Result<BTreeMap<String, String>, StorageError> {
        storage::stored(&*self.store, self.shelf)
    }

    /// Persists one record, then publishes.
    fn write(&mut self, change: &RecordChange, reserve: Reserve) -> Result<(), StorageError> {
        let before = self.about_to_go(change);
        let stamp = storage::commit(&*self.store, self.shelf, change, self.over(change), reserve)
            .inspect_err(|error| self.note_format(error))?;
        self.written(change, stamp);
        self.has_gone(before);
        Ok(())
    }

    /// Persists all of it, then publishes.
    fn write_many(&mut self, lock: &CommitLock, change: &Change, reserve: Reserve) -> Result<(), StorageError> {
        let before: Vec<_> = change.0.iter().filter_map(|record| self.about_to_go(record)).collect();
        let stamps = storage::commit_many(&*self.store, self.shelf, lock, change, |it| self.over(it), reserve)
            .inspect_err(|error| self.note_format(error))?;
        for (record, (_, stamp)) in change.0.iter().zip(stamps) {
            self.written(record, stamp);
        }
        self.has_gone(before);
        Ok(())
    }

    /// What the change is written over: what is stored, unless it brings back what this tab has taken away.
    fn over<'a>(&'a self, change: &'a RecordChange) -> Over<'a> {
        Over { read: self.stamps.get(change.key), taken: self.taken.bytes(change) }
    }

    /// The bytes that nothing will be left of: those of a record that is removed, or gives way to one that was taken away.
    fn about_to_go(&self, change: &RecordChange) -> Option<(Key, String)> {
        let goes = change.after.is_none() || self.taken.bytes(change).is_some();
        let raw = || self.store.get(&self.shelf.key(change.key)).ok().flatten();
        goes.then(raw).flatten().map(|raw| (change.key, raw))
    }

    fn has_gone(&mut self, before: impl IntoIterator<Item = (Key, String)>) {
        for (key, raw) in before {
            self.taken.take(key, raw);
        }
    }

    fn written(&mut self, change: &RecordChange, stamp: Option<Stamp>) {
        self.own.wrote(change, self.stamps.get(change.key), stamp);
        self.show(change.key, change.after.clone(), stamp);
    }

    fn note_format(&mut self, error: &StorageError) {
        if let StorageError::NewerFormat { found } = error {
            self.newer_format = Some(found.clone());
        }
    }

    /// Puts a record as it is stored into book and index.
    fn show(&mut self, key: Key, record: Option<Record>, stamp: Option<Stamp>) {
        self.changes += 1;
        self.stamps.set(key, stamp);
        self.book.put(key, record);
        match key {
            Key::Opportunity(id) => self.index.put(id, self.book.opportunity(id).map(|opportunity| &**opportunity)),
            Key::Lists | Key::Preferences => self.index.turn(&self.book, self.index.clock()),
        }
    }

    fn done(&mut self, command: &Command, change: Change, clock: Clock) -> Done {
        let offer = offered(&change);
        let act = Act::of(command, &change, clock.now);
        let what = act.as_ref().map(|act| act.what);
        if let Some(act) = act {
            self.acts.done(act);
        }
        Done { what, change, offer }
    }
}

/// What closes, settles or removes works on a full store too, and so does taking it back.
fn reserve_for(command: &Command) -> Reserve {
    let gives_up = match command {
        Command::Opportunity(_, command) => matches!(
            command,
            OpportunityCommand::Close(_)
                | OpportunityCommand::Correct(_)
                | OpportunityCommand::CloseAllQuotes(_)
                | OpportunityCommand::Delete
                | OpportunityCommand::Remove
        ),
        Command::Quote(_, _, command) => matches!(
            command,
            QuoteCommand::Win | QuoteCommand::CloseAsLost | QuoteCommand::Cancel | QuoteCommand::Delete
        ),
        Command::Lists(_) | Command::Preferences(_) => false,
        Command::Many(commands) => commands.iter().all(|command| reserve_for(command) == Reserve::GiveUp),
    };
    if gives_up { Reserve::GiveUp } else { Reserve::Keep }
}

/// The closing to offer after an act on quotes (R5); other acts do not change what it goes by.
fn offered(change: &Change) -> Option<Outcome> {
    match change.0.as_slice() {
        [RecordChange { before: Some(Record::Opportunity(before)), after: Some(Record::Opportunity(after)), .. }] => {
            offer(before, after)
        }
        _ => None,
    }
}
