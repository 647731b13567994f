//! Everything on the disk becomes a book, and beside it what could not be read.
//!
//! Damage stays local: a value that cannot be read is left where it is and reported, and the rest loads. Reading writes
//! nothing.

use std::collections::BTreeMap;

use super::journal::{Journal, Pending, Seen};
use super::{Damage, KeyValue, Place, Shelf, Stamp, Stamps, StorageError, is_known_format, record};
use crate::domain::{Book, Key, Record};

/// What lies on a shelf.
#[derive(Debug, Default)]
pub struct Loaded {
    /// All that could be read.
    pub book: Book,
    /// What each record was read as.
    pub stamps: Stamps,
    /// What could not be read, in the order of the keys.
    pub unreadable: Vec<Unreadable>,
    /// The format, when this version does not know it.
    pub newer_format: Option<String>,
    /// The first thing that went wrong with the store itself; the book is then incomplete.
    pub failure: Option<StorageError>,
}

/// A stored value that is no record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The key that holds it.
    pub key: String,
    /// What lies there.
    pub raw: String,
    /// Why it is no record.
    pub why: Damage,
}

/// Reads everything on the shelf, with what an unfinished act over many records is about to write. It never fails: what
/// cannot be read is reported in the result.
pub fn load(store: &dyn KeyValue, shelf: Shelf) -> Loaded {
    let mut loaded = Loaded::default();
    match newer_format(store, shelf) {
        Ok(newer) => loaded.newer_format = newer,
        Err(error) => loaded.fail(error),
    }
    let pending = Journal::pending(store, shelf).unwrap_or_else(|error| {
        loaded.fail(error);
        Pending::Nothing
    });
    let mut keys = store.keys().unwrap_or_else(|error| {
        loaded.fail(error);
        Vec::new()
    });
    if let Pending::Journal(journal) = &pending {
        keys.extend(journal.keys(shelf));
    }
    keys.sort_unstable();
    keys.dedup();
    for key in keys {
        let Some(place) = shelf.place(&key) else { continue };
        match store.get(&key).and_then(|base| seen(store, shelf, &pending, &key, base)) {
            Ok(Some(raw)) => loaded.take(key, place, raw),
            Ok(None) => {}
            Err(error) => loaded.fail(error),
        }
    }
    if let Pending::Damaged(journal) = pending {
        let place = loaded.unreadable.partition_point(|other| other.key < journal.key);
        loaded.unreadable.insert(place, journal);
    }
    loaded
}

/// Every value on the shelf that a backup holds, by its key: records, and what is none and needs attention.
///
/// # Errors
/// The store does not answer, or an act over many records is not finished.
pub fn stored(store: &dyn KeyValue, shelf: Shelf) -> Result<BTreeMap<String, String>, StorageError> {
    if store.get(&shelf.journal_key())?.is_some() {
        return Err(StorageError::Unfinished);
    }
    let held = |key: &String| matches!(shelf.place(key), Some(Place::Record(_) | Place::NoId | Place::Aside));
    let keys = store.keys()?.into_iter().filter(held);
    let values = keys.map(|key| Ok(store.get(&key)?.map(|value| (key, value))));
    values.filter_map(Result::transpose).collect()
}

/// What a reader sees at this key, where this lies.
fn seen(
    store: &dyn KeyValue,
    shelf: Shelf,
    pending: &Pending,
    key: &str,
    base: Option<String>,
) -> Result<Option<String>, StorageError> {
    let Pending::Journal(journal) = pending else { return Ok(base) };
    let Some(entry) = journal.entry(shelf, key) else { return Ok(base) };
    Ok(match entry.seen(store, shelf, base.as_deref())? {
        Seen::New(new) => new,
        Seen::Base | Seen::Both(_) => base,
    })
}

/// Every key of the store, in alphabetical order.
pub(crate) fn sorted_keys(store: &dyn KeyValue) -> Result<Vec<String>, StorageError> {
    let mut keys = store.keys()?;
    keys.sort_unstable();
    Ok(keys)
}

/// What lies at one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    Nothing,
    /// A record.
    Record(Record, Stamp),
    /// Something that is no record.
    Unreadable(Unreadable),
}

/// Reads one record again.
///
/// # Errors
/// The store does not answer.
pub fn load_record(store: &dyn KeyValue, shelf: Shelf, key: Key) -> Result<Found, StorageError> {
    let storage_key = shelf.key(key);
    let pending = Journal::pending(store, shelf)?;
    let base = store.get(&storage_key)?;
    let Some(raw) = seen(store, shelf, &pending, &storage_key, base)? else { return Ok(Found::Nothing) };
    Ok(match read_at(Place::Record(key), &raw) {
        Ok((record, stamp)) => Found::Record(record, stamp),
        Err(why) => Found::Unreadable(Unreadable { key: storage_key, raw, why }),
    })
}

/// The keys that an unfinished act over many records is about to write.
///
/// # Errors
/// The store does not answer.
pub fn unfinished(store: &dyn KeyValue, shelf: Shelf) -> Result<Vec<String>, StorageError> {
    Ok(match Journal::pending(store, shelf)? {
        Pending::Journal(journal) => journal.keys(shelf).collect(),
        Pending::Nothing | Pending::Damaged(_) => Vec::new(),
    })
}

/// Reads a key again that can hold no record.
///
/// # Errors
/// The store does not answer.
pub fn load_unreadable(store: &dyn KeyValue, shelf: Shelf, key: &str) -> Result<Option<Unreadable>, StorageError> {
    let Some(place @ (Place::NoId | Place::Aside)) = shelf.place(key) else { return Ok(None) };
    let unreadable = |raw: String| read_at(place, &raw).err().map(|why| Unreadable { key: key.to_owned(), raw, why });
    Ok(store.get(key)?.and_then(unreadable))
}

/// Reads a value by the place where it lies.
///
/// # Errors
/// It is no record, or none may lie there.
pub fn read_at(place: Place, raw: &str) -> Result<(Record, Stamp), Damage> {
    match place {
        Place::Record(key) => record::decode(key, raw).map(|decoded| (decoded.record, decoded.stamp)),
        Place::Aside => Err(Damage::Aside),
        Place::NoId | Place::Format | Place::Journal | Place::Staged | Place::Reserve => Err(Damage::Key),
    }
}

/// The format on the shelf, when it is there and this version does not know it.
pub(crate) fn newer_format(store: &dyn KeyValue, shelf: Shelf) -> Result<Option<String>, StorageError> {
    Ok(store.get(&shelf.format_key())?.filter(|found| !is_known_format(found)))
}

impl Loaded {
    fn take(&mut self, storage_key: String, place: Place, raw: String) {
        match (place, read_at(place, &raw)) {
            (Place::Record(key), Ok((record, stamp))) => {
                self.stamps.set(key, Some(stamp));
                self.book.put(key, Some(record));
            }
            (Place::Record(_) | Place::NoId | Place::Aside, Err(why)) => {
                self.unreadable.push(Unreadable { key: storage_key, raw, why });
            }
            _ => {}
        }
    }

    fn fail(&mut self, error: StorageError) {
        self.failure.get_or_insert(error);
    }
}
