//! One record is written: all of it in one `set`, or nothing.
//!
//! In this order: the format is read; the stored value is read and its stamp compared with the one that this tab has
//! read; the record is encoded over the JSON just read; one `set`. The format is written before the first record of a
//! fresh book. Changes of more than one record need a redo record, which this version does not have: the workspace
//! refuses them.

use super::{Conflict, FORMAT, KeyValue, Shelf, Stamp, StorageError, Theirs, Unreadable, record};
use crate::domain::RecordChange;

/// Writes what the change makes of its record, provided that what is stored is still what was `read`; returns what
/// is stored then. `None` stands for *nothing*, before and after.
///
/// # Errors
/// Nothing was written; see [`StorageError`].
pub fn commit(
    store: &dyn KeyValue,
    shelf: Shelf,
    change: &RecordChange,
    read: Option<Stamp>,
) -> Result<Option<Stamp>, StorageError> {
    let format_key = shelf.format_key();
    let format = store.get(&format_key)?;
    if let Some(found) = format.as_ref().filter(|found| *found != FORMAT) {
        return Err(StorageError::NewerFormat { found: found.clone() });
    }

    let storage_key = shelf.key(change.key);
    let raw = store.get(&storage_key)?;
    let conflict = |theirs| {
        let conflict = Conflict { key: change.key, ours: change.after.clone(), theirs };
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

    let Some(after) = &change.after else {
        if stored.is_some() {
            store.remove(&storage_key)?;
        }
        return Ok(None);
    };
    let value =
        record::encode(after, stored.as_ref()).map_err(|why| StorageError::Unreadable(Box::new(unreadable(why))))?;
    // A value that would be listed as damaged at the next start must not get there, whatever made it.
    let stamp = match record::decode(change.key, &value) {
        Ok(decoded) if decoded.record == *after => decoded.stamp,
        _ => return Err(StorageError::WouldNotReadBack(change.key)),
    };
    if format.is_none() {
        store.set(&format_key, FORMAT)?;
    }
    store.set(&storage_key, &value)?;
    Ok(Some(stamp))
}
