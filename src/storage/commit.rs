//! One record is written: all of it in one `set`, or nothing.
//!
//! In this order: the format is read; the redo record's place is read, for an act that is not finished goes first; the
//! stored value is read and its stamp compared with the one that this tab has read; the record is encoded over the JSON
//! just read; one `set`. The format is written before the first record of a fresh book, and before the first one over what an
//! earlier version left: a page of that version that is still open reads it before each of its writes, and stops.

use super::journal::Print;
use super::reserve::{self, Reserve};
use super::{Conflict, FORMAT, KeyValue, Shelf, Stamp, StorageError, Theirs, Unreadable, is_known_format, record};
use crate::domain::RecordChange;

/// What a record is written over.
#[derive(Clone, Copy, Debug, Default)]
pub struct Over<'a> {
    /// What is stored was read as this; `None` where nothing lies.
    pub read: Option<Stamp>,
    /// The bytes that the record had when it was taken away: they come back as they were, but for the revision.
    pub taken: Option<&'a str>,
}

/// Writes what the change makes of its record, provided that what is stored is still what was read; returns what
/// is stored then. `None` stands for *nothing*, before and after.
///
/// # Errors
/// Nothing was written; see [`StorageError`].
pub fn commit(
    store: &dyn KeyValue,
    shelf: Shelf,
    change: &RecordChange,
    over: Over<'_>,
    reserve: Reserve,
) -> Result<Option<Stamp>, StorageError> {
    let behind = check_writable(store, shelf)?;
    let Prepared { name, value, stamp, .. } = prepare(store, shelf, change, over)?;
    let key = shelf.named(&name);
    match value {
        None => store.remove(&key)?,
        Some(value) => put(store, shelf, behind, &key, &value, reserve)?,
    }
    Ok(stamp)
}

/// Writes one value, and before it the format where that is `behind`.
pub(super) fn put(
    store: &dyn KeyValue,
    shelf: Shelf,
    behind: bool,
    key: &str,
    value: &str,
    reserve: Reserve,
) -> Result<(), StorageError> {
    if behind {
        store.set(&shelf.format_key(), FORMAT)?;
    }
    reserve::set(store, shelf, key, value, reserve)
}

/// Whether the format is behind, see [`check_format`].
///
/// # Errors
/// Nothing may be written now: an act over many records is not finished, or the format is of a later version.
pub(super) fn check_writable(store: &dyn KeyValue, shelf: Shelf) -> Result<bool, StorageError> {
    let behind = check_format(store, shelf)?;
    if store.get(&shelf.journal_key())?.is_some() { Err(StorageError::Unfinished) } else { Ok(behind) }
}

/// Whether the shelf has no format yet, or an earlier one.
///
/// # Errors
/// [`StorageError::NewerFormat`] when it is none that this version knows.
pub(super) fn check_format(store: &dyn KeyValue, shelf: Shelf) -> Result<bool, StorageError> {
    match store.get(&shelf.format_key())? {
        None => Ok(true),
        Some(found) if is_known_format(&found) => Ok(found != FORMAT),
        Some(found) => Err(StorageError::NewerFormat { found }),
    }
}

/// A write that was judged against what is stored and has only to be done.
#[derive(Clone, Debug)]
pub(super) struct Prepared {
    /// The key without what all keys of the shelf start with.
    pub(super) name: String,
    /// What is stored now.
    pub(super) over: Option<Print>,
    /// What is to be stored; `None` takes the key away.
    pub(super) value: Option<String>,
    /// What that is known by, if it is a record.
    pub(super) stamp: Option<Stamp>,
    /// How many UTF-16 units more the value has than what is stored now.
    pub(super) growth: usize,
}

impl Prepared {
    pub(super) fn new(
        shelf: Shelf,
        name: String,
        stored: Option<&str>,
        value: Option<String>,
        stamp: Option<Stamp>,
    ) -> Self {
        let units = |value: &str| value.encode_utf16().count() + shelf.named(&name).len();
        let growth = value.as_deref().map_or(0, units).saturating_sub(stored.map_or(0, units));
        Self { over: stored.map(Print::of), name, value, stamp, growth }
    }
}

/// Compares what is stored with what was read, and encodes the record over it.
pub(super) fn prepare(
    store: &dyn KeyValue,
    shelf: Shelf,
    change: &RecordChange,
    Over { read, taken }: Over<'_>,
) -> Result<Prepared, StorageError> {
    let storage_key = shelf.key(change.key);
    let raw = store.get(&storage_key)?;
    let conflict = |theirs| {
        let conflict = Conflict { key: change.key, base: change.before.clone(), ours: change.after.clone(), theirs };
        Err(StorageError::ChangedElsewhere(Box::new(conflict)))
    };
    let unreadable = |why| Unreadable { key: storage_key.clone(), raw: raw.clone().unwrap_or_default(), why };
    let stored = match raw.as_deref().map(|raw| record::decode(change.key, raw)).transpose() {
        Ok(stored) => stored,
        Err(why) if read.is_some() => return conflict(Theirs::Unreadable(unreadable(why))),
        Err(why) => return Err(StorageError::Unreadable(Box::new(unreadable(why)))),
    };
    if stored.as_ref().map(|stored| stored.stamp) != read {
        return conflict(stored.map_or(Theirs::Gone, |stored| Theirs::Record(stored.record)));
    }

    let name = Shelf::name_of(change.key);
    let Some(after) = &change.after else { return Ok(Prepared::new(shelf, name, raw.as_deref(), None, None)) };
    let value = match taken {
        None => record::encode(after, stored.as_ref()),
        Some(bytes) => {
            // A tab that has read either must notice.
            let revisions = [record::stamp(bytes), read].into_iter().flatten().map(|stamp| stamp.revision);
            record::reseal(bytes, revisions.max().unwrap_or(0).saturating_add(1))
        }
    };
    let value = value.map_err(|why| StorageError::Unreadable(Box::new(unreadable(why))))?;
    // A value that would be listed as damaged at the next start must not get there, whatever made it.
    let stamp = match record::decode(change.key, &value) {
        Ok(decoded) if decoded.record == *after => decoded.stamp,
        _ => return Err(StorageError::WouldNotReadBack(change.key)),
    };
    Ok(Prepared::new(shelf, name, raw.as_deref(), Some(value), Some(stamp)))
}
