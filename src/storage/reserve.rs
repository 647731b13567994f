//! Filling that is given up when the store is full, so that closing, deleting and finishing what was begun still work.
//!
//! It lies on the user's own shelf, for the demonstration can be made anew. Whoever gives it up puts back as much as fits, so
//! that what may not use it finds the store as full as before.

use super::{KeyValue, Shelf, StorageError};

/// Whether a write may use the reserve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reserve {
    /// It is not touched: what makes the book larger is *not saved* in time.
    Keep,
    /// It is given up if there is no other way.
    GiveUp,
}

/// How large the reserve is, in UTF-16 units: twice the [largest redo record](super::many::LARGEST_INLINE).
pub const RESERVE: usize = 2 * super::many::LARGEST_INLINE;

/// Puts the value there, over the reserve if it may be used and must be.
pub(super) fn set(
    store: &dyn KeyValue,
    shelf: Shelf,
    key: &str,
    value: &str,
    reserve: Reserve,
) -> Result<(), StorageError> {
    let first = store.set(key, value);
    if first.is_ok() || reserve == Reserve::Keep || shelf != Shelf::Main {
        return first;
    }
    if store.get(&reserve_key())?.is_none() {
        return first;
    }
    store.remove(&reserve_key())?;
    let second = store.set(key, value);
    fill(store);
    second
}

/// Makes the reserve as large as it should be, or as the store has room for. That it cannot is no failure: what it is
/// kept for will be told *not saved* when it comes to that.
pub(super) fn fill(store: &dyn KeyValue) {
    let there = store.get(&reserve_key()).ok().flatten().map_or(0, |filling| filling.len());
    let mut size = RESERVE;
    while size > there && size >= SMALLEST {
        if store.set(&reserve_key(), &" ".repeat(size)).is_ok() {
            return;
        }
        size -= size / 4;
    }
}

/// Whether the reserve is as large as it should be.
pub(super) fn is_whole(store: &dyn KeyValue) -> Result<bool, StorageError> {
    Ok(store.get(&reserve_key())?.is_some_and(|filling| filling.len() >= RESERVE))
}

/// How many units it would give.
pub(super) fn units(store: &dyn KeyValue) -> Result<usize, StorageError> {
    Ok(store.get(&reserve_key())?.map_or(0, |filling| filling.len()))
}

fn reserve_key() -> String {
    Shelf::Main.reserve_key()
}

/// Less is not worth a write.
const SMALLEST: usize = 256;
