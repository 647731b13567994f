//! Where decision, disk and state meet: judge, persist, publish.
//!
//! [`Workspace::commit`] asks the book what a command would change, has the storage write it, and only then lets the
//! book and the index show it. So memory never shows what storage refused, and a failed act leaves everything as it was.
//! *Undo* takes an [`Act`] back by the same way (R16), the [`Index`] keeps what the lists show, [`sample`] fills the
//! demonstration.

mod acts;
mod index;
pub mod sample;

use std::rc::Rc;

use crate::domain::{Book, Change, Clock, Command, Key, Outcome, Record, RecordChange, Refusal, offer};
use crate::storage::{self, Found, KeyValue, Loaded, PREFIX, Place, Shelf, Stamp, Stamps, StorageError, Unreadable};
use acts::Acts;

pub use acts::{About, Act, UndoError, What};
pub use index::{Index, Row, Total, View};

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
    /// It would change more than one record. This version writes one at a time: several writes are not all or nothing,
    /// which R9 asks for.
    ManyRecords,
}

impl Workspace {
    /// Reads the book on the shelf. It never fails: [`unreadable`](Self::unreadable), [`is_read_only`](Self::is_read_only)
    /// and [`load_failure`](Self::load_failure) say what could not be read.
    pub fn open(store: Rc<dyn KeyValue>, shelf: Shelf) -> Self {
        let Loaded { book, stamps, unreadable, newer_format, failure } = storage::load(&*store, shelf);
        let index = Index::of(&book);
        Self { store, shelf, book, index, stamps, unreadable, newer_format, failure, acts: Acts::default() }
    }

    /// Carries the command out: when it returns `Ok`, what changed is on the disk.
    ///
    /// # Errors
    /// Nothing was changed, on the disk or here. An act on records that another tab has changed can be tried again after
    /// [`refresh`](Self::refresh).
    pub fn commit(&mut self, command: &Command, clock: Clock) -> Result<Done, CommitError> {
        let change = self.book.decide(command, clock).map_err(CommitError::Refused)?;
        let offer = offered(&change);
        match change.0.as_slice() {
            [] => {}
            [record] => self.write(record).map_err(CommitError::Storage)?,
            _ => return Err(CommitError::ManyRecords),
        }
        let act = Act::of(command, &change);
        let what = act.as_ref().map(|act| act.what);
        if let Some(act) = act {
            self.acts.done(act);
        }
        Ok(Done { what, change, offer })
    }

    /// Everything the user tracks, as far as it could be read.
    pub fn book(&self) -> &Book {
        &self.book
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

    /// The act that *redo* does again.
    pub fn last_redoable(&self) -> Option<&Act> {
        self.acts.last_undone()
    }

    /// Takes the newest act back (R16) and says which it was. Every field returns as it was.
    ///
    /// # Errors
    /// Nothing was changed.
    pub fn undo(&mut self) -> Result<What, UndoError> {
        let act = self.last_undoable().ok_or(UndoError::NothingToUndo)?;
        let (what, change) = (act.what, act.change.inverse());
        self.replay(&change)?;
        self.acts.undone();
        Ok(what)
    }

    /// Does the act again that was taken back last, and says which it was.
    ///
    /// # Errors
    /// Nothing was changed.
    pub fn redo(&mut self) -> Result<What, UndoError> {
        let act = self.last_redoable().ok_or(UndoError::NothingToRedo)?;
        let (what, change) = (act.what, act.change.clone());
        self.replay(&change)?;
        self.acts.redone();
        Ok(what)
    }

    /// Reads what this key holds again, after another tab changed it. Returns whether that made a difference here.
    pub fn refresh(&mut self, storage_key: &str) -> bool {
        match self.shelf.place(storage_key) {
            Some(Place::Record(key)) => self.refresh_record(key),
            Some(Place::Format) => self.refresh_format(),
            Some(Place::NoId) | None => false,
        }
    }

    /// Reads everything again, after another tab removed everything at once. What this tab did stays in the list of acts.
    pub fn reload(&mut self) {
        let acts = std::mem::take(&mut self.acts);
        *self = Self { acts, ..Self::open(self.store.clone(), self.shelf) };
    }

    /// Every key of this program with its value as it is, of all books, whether it is a record or not. Empty when the
    /// store does not answer.
    pub fn raw_export(&self) -> Vec<(String, String)> {
        let mut keys = storage::sorted_keys(&*self.store).unwrap_or_default();
        keys.retain(|key| key.starts_with(PREFIX));
        let value = |key: String| self.store.get(&key).ok().flatten().map(|value| (key, value));
        keys.into_iter().filter_map(value).collect()
    }

    /// Persists, then publishes.
    fn write(&mut self, change: &RecordChange) -> Result<(), StorageError> {
        let read = self.stamps.get(change.key);
        let stamp = storage::commit(&*self.store, self.shelf, change, read).inspect_err(|error| {
            if let StorageError::NewerFormat { found } = error {
                self.newer_format = Some(found.clone());
            }
        })?;
        self.show(change.key, change.after.clone(), stamp);
        Ok(())
    }

    /// Puts a record as it is stored into book and index.
    fn show(&mut self, key: Key, record: Option<Record>, stamp: Option<Stamp>) {
        self.stamps.set(key, stamp);
        self.book.put(key, record);
        if let Key::Opportunity(id) = key {
            self.index.put(id, self.book.opportunity(id).map(|opportunity| &**opportunity));
        }
    }

    /// Writes an act's change, or its inverse, if its records are as they were before it.
    fn replay(&mut self, change: &Change) -> Result<(), UndoError> {
        let touched = change.0.iter().filter(|it| self.book.record(it.key) != it.before);
        let touched: Vec<Key> = touched.map(|it| it.key).collect();
        if !touched.is_empty() {
            return Err(UndoError::Changed(touched));
        }
        match change.0.as_slice() {
            [] => Ok(()),
            [record] => self.write(record).map_err(UndoError::Storage),
            _ => Err(UndoError::ManyRecords),
        }
    }

    fn refresh_format(&mut self) -> bool {
        let Ok(newer) = storage::newer_format(&*self.store, self.shelf) else { return false };
        let changed = self.newer_format != newer;
        self.newer_format = newer;
        changed
    }

    fn refresh_record(&mut self, key: Key) -> bool {
        let storage_key = self.shelf.key(key);
        let (record, stamp, unreadable) = match storage::load_record(&*self.store, self.shelf, key) {
            Err(_) => return false,
            Ok(Found::Nothing) => (None, None, None),
            Ok(Found::Record(record, stamp)) => (Some(record), Some(stamp), None),
            Ok(Found::Unreadable(unreadable)) => (None, None, Some(unreadable)),
        };
        let place = self.unreadable.partition_point(|other| other.key < storage_key);
        let before = self.unreadable.get(place).filter(|other| other.key == storage_key);
        let same = self.stamps.get(key) == stamp && before == unreadable.as_ref();
        if before.is_some() {
            self.unreadable.remove(place);
        }
        if let Some(unreadable) = unreadable {
            self.unreadable.insert(place, unreadable);
        }
        if !same {
            self.show(key, record, stamp);
        }
        !same
    }
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
