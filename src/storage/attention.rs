//! What needs attention is written over or taken away, at the user's word alone and only while it is what the user has seen.

use super::commit::{check_writable, put};
use super::reserve::Reserve;
use super::{KeyValue, Shelf, Stamp, StorageError, Unreadable, record};
use crate::domain::{Key, Record};

/// Puts a record that holds in place of one that breaks the rules, provided that what is stored is still `seen`. Members that
/// this version does not know stay.
///
/// # Errors
/// Nothing was written; [`StorageError::Moved`] when something else lies there by now.
pub fn write_over(
    store: &dyn KeyValue,
    shelf: Shelf,
    key: Key,
    seen: &str,
    with: &Record,
) -> Result<Stamp, StorageError> {
    let storage_key = shelf.key(key);
    let behind = check_as_seen(store, shelf, &storage_key, seen)?;
    let unreadable = |why| {
        let unreadable = Unreadable { key: storage_key.clone(), raw: seen.to_owned(), why };
        StorageError::Unreadable(Box::new(unreadable))
    };
    let broken = record::decode_unruled(key, seen).map_err(unreadable)?;
    let value = record::encode(with, Some(&broken)).map_err(unreadable)?;
    // A value that would need attention again must not get there, whatever made it.
    let stamp = match record::decode(key, &value) {
        Ok(decoded) if decoded.record == *with => decoded.stamp,
        _ => return Err(StorageError::WouldNotReadBack(key)),
    };
    put(store, shelf, behind, &storage_key, &value, Reserve::GiveUp)?;
    Ok(stamp)
}

/// Takes away what lies at this key and is no record, provided that it is still `seen`.
///
/// # Errors
/// Nothing was removed; [`StorageError::Moved`] when something else lies there by now.
pub fn remove(store: &dyn KeyValue, shelf: Shelf, storage_key: &str, seen: &str) -> Result<(), StorageError> {
    check_as_seen(store, shelf, storage_key, seen)?;
    store.remove(storage_key)
}

/// Whether the format is behind, where the value may be written over and is still the one that was seen.
fn check_as_seen(store: &dyn KeyValue, shelf: Shelf, storage_key: &str, seen: &str) -> Result<bool, StorageError> {
    let behind = check_writable(store, shelf)?;
    match store.get(storage_key)? {
        Some(stored) if stored == seen => Ok(behind),
        _ => Err(StorageError::Moved { key: storage_key.to_owned() }),
    }
}
