//! What lies on the disk, and the ways there: everything is read by [`load`], one record is written by [`commit`], many by
//! [`commit_many`].
//!
//! This floor sees a [`KeyValue`], not the browser. What it promises:
//!
//! - An act is all or nothing, over one record or thousands, whatever stops it.
//! - Nothing is written over that this tab has not read: a record's [`Stamp`] is compared before each write.
//! - A value that cannot be read stays as it is, byte for byte, and is reported beside the book; the rest loads.
//! - Members that this version does not know survive a rewrite, at every depth.
//! - What an earlier version wrote is brought up to the present schema as it is read; the disk changes with the next edit.
//! - Only keys that start with [`PREFIX`] are touched.
//!
//! The format itself is described in `docs/stored-format.md`.

#![allow(clippy::similar_names, reason = "a shelf is not taken for self")]

mod attention;
mod commit;
mod input;
mod journal;
mod kept;
mod load;
mod many;
mod memory;
mod migrate;
mod record;
mod reserve;
mod shelf;
mod stamps;

use std::rc::Rc;

pub use attention::{remove, write_over};
pub use commit::{Over, commit};
pub use input::{parse_input, print_input};
pub use kept::{KEPT, Kept, MANY_ACTS, MANY_DAYS, parse_kept};
pub use load::{Found, Loaded, Unreadable, load, load_record, load_unreadable, read_at, stored, unfinished};
pub(crate) use load::{newer_format, sorted_keys};
pub use many::{CommitLock, LARGEST_INLINE, Write, commit_many, commit_raw, finish, finished, is_untidy, tidy};
pub use memory::Memory;
pub(crate) use record::Json;
pub use record::{
    Damage, Decoded, FieldDamage, Flaw, SCHEMA, Stamp, decode, decode_unruled, encode, is_intact, reseal,
};
pub use reserve::{RESERVE, Reserve};
pub use shelf::{FORMAT, PREFIX, Place, Shelf, is_known_format};
pub use stamps::Stamps;

use crate::domain::{Key, Record};

/// A store of texts by key, as the browser has one.
///
/// Implementations hand out and take only keys that start with [`PREFIX`]; other programs share the origin.
pub trait KeyValue {
    /// The value of this key, if there is one.
    ///
    /// # Errors
    /// [`StorageError::Unavailable`] when the store cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StorageError>;

    /// Puts the value in place of whatever was there. When it returns `Ok`, the value is kept.
    ///
    /// # Errors
    /// [`StorageError::NotSaved`], whatever the reason; what was there before is still there.
    fn set(&self, key: &str, value: &str) -> Result<(), StorageError>;

    /// Takes the key away; nothing happens when it is not there.
    ///
    /// # Errors
    /// [`StorageError::NotSaved`], whatever the reason; what was there before is still there.
    fn remove(&self, key: &str) -> Result<(), StorageError>;

    /// Every key that starts with [`PREFIX`], in no order.
    ///
    /// # Errors
    /// [`StorageError::Unavailable`] when the store cannot be read.
    fn keys(&self) -> Result<Vec<String>, StorageError>;

    /// How many UTF-16 units can still be written, keys included; `None` when nobody knows.
    ///
    /// # Errors
    /// [`StorageError::Unavailable`] when the store cannot be read.
    fn free(&self) -> Result<Option<usize>, StorageError> {
        Ok(None)
    }
}

impl<T: KeyValue + ?Sized> KeyValue for Rc<T> {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        (**self).get(key)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        (**self).set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        (**self).remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        (**self).keys()
    }

    fn free(&self) -> Result<Option<usize>, StorageError> {
        (**self).free()
    }
}

/// Why something was not read or not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// There is no store, or it does not answer.
    Unavailable,
    /// The store refused the write: it is full, or blocked. Nothing changed.
    NotSaved {
        /// What the browser called it; the names differ by browser.
        name: String,
    },
    /// The record is not what this tab has read: another one changed it meanwhile. Nothing was written.
    ChangedElsewhere(Box<Conflict>),
    /// What lies there cannot be read, so it is not written over.
    Unreadable(Box<Unreadable>),
    /// An act over many records is not finished, here or in another tab, and goes first: see [`CommitLock`].
    Unfinished,
    /// An act over many records does not fit, so it was not begun.
    NoRoom {
        /// How many UTF-16 units it takes while it is carried out.
        needed: usize,
        /// How many there are.
        free: usize,
    },
    /// What a value was to be written over is no longer what lies there.
    Moved {
        /// Where.
        key: String,
    },
    /// What was to be written would not read back as the record, so it was not. This is a fault of the program.
    WouldNotReadBack(Key),
    /// The data were written by a later version of the program; they can be read as far as possible, not written.
    NewerFormat {
        /// What stands in place of [`FORMAT`].
        found: String,
    },
}

/// Two versions of one record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Which record.
    pub key: Key,
    /// What both were made of, as far as this tab has read it; absent when there was nothing.
    pub base: Option<Record>,
    /// What was to be written; absent when it was to be removed.
    pub ours: Option<Record>,
    /// What lies there.
    pub theirs: Theirs,
}

/// What another tab left in place of the record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Theirs {
    /// Nothing: it was removed.
    Gone,
    /// Another version.
    Record(Record),
    /// Something that cannot be read.
    Unreadable(Unreadable),
}
