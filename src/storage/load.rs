//! Everything on the disk becomes a book, and beside it what could not be read.
//!
//! Damage stays local: a value that cannot be read is left where it is and reported, and the rest loads. Reading writes
//! nothing.

use super::{Damage, FORMAT, KeyValue, Place, Shelf, Stamp, Stamps, StorageError, record};
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
    /// The format, when it is not the one that this version writes.
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

/// Reads everything on the shelf. It never fails: what cannot be read is reported in the result.
pub fn load(store: &dyn KeyValue, shelf: Shelf) -> Loaded {
    let mut loaded = Loaded::default();
    match newer_format(store, shelf) {
        Ok(newer) => loaded.newer_format = newer,
        Err(error) => loaded.fail(error),
    }
    let keys = sorted_keys(store).unwrap_or_else(|error| {
        loaded.fail(error);
        Vec::new()
    });
    for key in keys {
        let record = match shelf.place(&key) {
            Some(Place::Record(record)) => Some(record),
            Some(Place::NoId) => None,
            Some(Place::Format) | None => continue,
        };
        match store.get(&key) {
            Ok(Some(raw)) => loaded.take(key, record, raw),
            Ok(None) => {}
            Err(error) => loaded.fail(error),
        }
    }
    loaded
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
    let Some(raw) = store.get(&storage_key)? else { return Ok(Found::Nothing) };
    Ok(match record::decode(key, &raw) {
        Ok(decoded) => Found::Record(decoded.record, decoded.stamp),
        Err(why) => Found::Unreadable(Unreadable { key: storage_key, raw, why }),
    })
}

/// The format on the shelf, when it is there and not [`FORMAT`].
pub(crate) fn newer_format(store: &dyn KeyValue, shelf: Shelf) -> Result<Option<String>, StorageError> {
    Ok(store.get(&shelf.format_key())?.filter(|found| found != FORMAT))
}

impl Loaded {
    fn take(&mut self, storage_key: String, key: Option<Key>, raw: String) {
        let decoded = key.ok_or(Damage::Key).and_then(|key| Ok((key, record::decode(key, &raw)?)));
        match decoded {
            Ok((key, decoded)) => {
                self.stamps.set(key, Some(decoded.stamp));
                self.book.put(key, Some(decoded.record));
            }
            Err(why) => self.unreadable.push(Unreadable { key: storage_key, raw, why }),
        }
    }

    fn fail(&mut self, error: StorageError) {
        self.failure.get_or_insert(error);
    }
}
