//! Many records are written: all or nothing.
//!
//! What is to be written goes into the redo record, whose one `set` is the commit point: before it nothing has changed,
//! after it everything has, for readers see base and redo record together. Then the entries are carried out one by one and
//! the redo record is taken away; whatever stops that, [`finish`] goes on with it. What is too large for one value is
//! staged first, each new value beside the old one, and the redo record only names them.
//!
//! All of this happens under the [`CommitLock`]; the writes of single records need none, for they compare.

use std::collections::BTreeMap;

use super::commit::{Over, Prepared, check_format, prepare};
use super::journal::{Entry, Journal, New, Pending, Print, Seen};
use super::reserve::{self, Reserve};
use super::shelf::JOURNAL;
use super::{FORMAT, KeyValue, Memory, Shelf, Stamp, StorageError, Unreadable, record};
use crate::domain::{Change, Key, RecordChange};

/// That no other tab is in the middle of an act over many records. Only who has asked the browser for the lock, and waited
/// until writes of other tabs can be seen, may make one.
#[derive(Debug)]
pub struct CommitLock(());

impl CommitLock {
    /// The lock is held, and stays so until this is dropped.
    pub fn held() -> Self {
        Self(())
    }
}

/// The largest redo record that holds values itself, in UTF-16 units.
pub const LARGEST_INLINE: usize = 32 * 1024;

/// One value to be written as it is: how a restored backup comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// The whole key.
    pub key: String,
    /// What the record was read as that is replaced; `None` where nothing lies.
    pub over: Option<Stamp>,
    /// The value; `None` takes the key away.
    pub value: Option<String>,
}

/// Writes a change of any number of records, each over what `over` says; returns what is stored then.
///
/// # Errors
/// Nothing was written; see [`StorageError`].
pub fn commit_many<'a>(
    store: &dyn KeyValue,
    shelf: Shelf,
    lock: &CommitLock,
    change: &'a Change,
    over: impl Fn(&'a RecordChange) -> Over<'a>,
    reserve: Reserve,
) -> Result<Vec<(Key, Option<Stamp>)>, StorageError> {
    finish(store, shelf, lock)?;
    let prepare = |change| prepare(store, shelf, change, over(change));
    let writes = change.0.iter().map(prepare).collect::<Result<Vec<_>, _>>()?;
    let stamps = change.0.iter().zip(&writes).map(|(change, write)| (change.key, write.stamp)).collect();
    write(store, shelf, lock, writes, reserve)?;
    Ok(stamps)
}

/// Writes values as they are, each over what it replaces.
///
/// # Errors
/// Nothing was written; [`StorageError::Moved`] when something else lies there by now.
pub fn commit_raw(
    store: &dyn KeyValue,
    shelf: Shelf,
    lock: &CommitLock,
    writes: &[Write],
    reserve: Reserve,
) -> Result<(), StorageError> {
    finish(store, shelf, lock)?;
    let prepare = |Write { key, over, value }: &Write| {
        let stored = store.get(key)?;
        let known = match &stored {
            None => over.is_none(),
            Some(raw) => over.is_some() && record::stamp(raw) == *over,
        };
        match key.strip_prefix(shelf.prefix()) {
            Some(name) if known => Ok(Prepared::new(shelf, name.to_owned(), stored.as_deref(), value.clone(), None)),
            _ => Err(StorageError::Moved { key: key.clone() }),
        }
    };
    let writes = writes.iter().map(prepare).collect::<Result<Vec<_>, _>>()?;
    write(store, shelf, lock, writes, reserve)
}

/// Carries out what an act has begun and not finished, and takes away what it left. Doing it twice does no harm.
///
/// # Errors
/// It could not be finished now; readers still see it as done.
pub fn finish(store: &dyn KeyValue, shelf: Shelf, _lock: &CommitLock) -> Result<(), StorageError> {
    let pending = Journal::pending(store, shelf)?;
    if pending != Pending::Nothing {
        check_format(store, shelf)?;
    }
    match pending {
        Pending::Nothing => {}
        Pending::Journal(journal) => {
            for entry in journal.entries() {
                carry_out(store, shelf, entry)?;
            }
            store.remove(&shelf.journal_key())?;
        }
        Pending::Damaged(journal) => {
            set_staged_aside(store, shelf)?;
            set_aside(store, shelf, JOURNAL, &journal.raw)?;
            store.remove(&shelf.journal_key())?;
        }
    }
    Ok(())
}

/// The values of a store that lie in a file, after [`finish`]. Nobody else writes there, so there is no lock to hold.
///
/// # Errors
/// They were stored by a later version of the program.
pub fn finished(shelf: Shelf, values: BTreeMap<String, String>) -> Result<BTreeMap<String, String>, StorageError> {
    let store = Memory::new();
    for (key, value) in values {
        store.plant(&key, &value);
    }
    finish(&store, shelf, &CommitLock::held())?;
    Ok(store.contents())
}

/// Takes away what was staged for an act that never came to its commit point, and fills the reserve.
///
/// # Errors
/// The store does not answer, or what was left could not be taken away; it does no harm.
pub fn tidy(store: &dyn KeyValue, shelf: Shelf, lock: &CommitLock) -> Result<(), StorageError> {
    finish(store, shelf, lock)?;
    for key in staged_keys(store, shelf)? {
        store.remove(&key)?;
    }
    if shelf == Shelf::Main && !reserve::is_whole(store)? {
        reserve::fill(store);
    }
    Ok(())
}

/// Whether [`tidy`] has something to do.
///
/// # Errors
/// The store does not answer.
pub fn is_untidy(store: &dyn KeyValue, shelf: Shelf) -> Result<bool, StorageError> {
    Ok(store.get(&shelf.journal_key())?.is_some()
        || !staged_keys(store, shelf)?.is_empty()
        || (shelf == Shelf::Main && store.get(&shelf.format_key())?.is_some() && !reserve::is_whole(store)?))
}

fn write(
    store: &dyn KeyValue,
    shelf: Shelf,
    lock: &CommitLock,
    writes: Vec<Prepared>,
    reserve: Reserve,
) -> Result<(), StorageError> {
    if writes.is_empty() {
        return Ok(());
    }
    let behind = check_format(store, shelf)?;
    let act = Act::of(shelf, writes)?;
    act.has_room(store, shelf, reserve)?;
    if behind {
        store.set(&shelf.format_key(), FORMAT)?;
    }
    act.begin(store, shelf, reserve)?;
    // The act is done, whatever happens from here on: what could not be carried out now, the next one finishes.
    let _ = finish(store, shelf, lock);
    if reserve == Reserve::GiveUp && shelf == Shelf::Main {
        reserve::fill(store);
    }
    Ok(())
}

/// An act over many records as it is about to be written.
struct Act {
    /// The redo record.
    journal: String,
    /// New values that are too many for it, each with the key where it is staged.
    staged: Vec<(String, String)>,
    /// How many UTF-16 units it takes at most, beside what is stored.
    units: usize,
}

impl Act {
    fn of(shelf: Shelf, writes: Vec<Prepared>) -> Result<Self, StorageError> {
        let growths: Vec<usize> = writes.iter().map(|write| write.growth).collect();
        let entries = writes.into_iter().map(|write| Entry {
            name: write.name,
            over: write.over,
            new: write.value.map_or(New::Removed, New::Inline),
        });
        let mut entries: Vec<Entry> = entries.collect();
        let journal = print(&entries)?;
        let units = journal.encode_utf16().count();
        if units <= LARGEST_INLINE {
            let units = shelf.journal_key().len() + units + growths.iter().sum::<usize>();
            return Ok(Self { journal, staged: Vec::new(), units });
        }

        let mut staged = Vec::new();
        for entry in &mut entries {
            if let New::Inline(value) = &mut entry.new {
                let print = Print::of(value);
                staged.push((shelf.staged(&entry.name), std::mem::take(value)));
                entry.new = New::Staged(print);
            }
        }
        let journal = print(&entries)?;
        let beside = staged.iter().map(|(key, value)| key.len() + value.encode_utf16().count()).sum::<usize>();
        // Each staged value is taken away once it is in its place, so only the largest is there three times.
        let growth = growths.into_iter().max().unwrap_or(0);
        let units = beside + shelf.journal_key().len() + journal.encode_utf16().count() + growth;
        Ok(Self { journal, staged, units })
    }

    /// Refuses what cannot fit before anything is written.
    fn has_room(&self, store: &dyn KeyValue, shelf: Shelf, reserve: Reserve) -> Result<(), StorageError> {
        let Some(free) = store.free()? else { return Ok(()) };
        let spare = if reserve == Reserve::GiveUp && shelf == Shelf::Main { reserve::units(store)? } else { 0 };
        let free = free + spare;
        if self.units > free { Err(StorageError::NoRoom { needed: self.units, free }) } else { Ok(()) }
    }

    /// Writes it up to its commit point.
    fn begin(&self, store: &dyn KeyValue, shelf: Shelf, reserve: Reserve) -> Result<(), StorageError> {
        let write = || {
            for (key, value) in &self.staged {
                reserve::set(store, shelf, key, value, reserve)?;
            }
            reserve::set(store, shelf, &shelf.journal_key(), &self.journal, reserve)
        };
        write().inspect_err(|_| {
            // Nothing has happened: what cannot be taken away now is taken away by `tidy`.
            for (key, _) in &self.staged {
                let _ = store.remove(key);
            }
        })
    }
}

fn carry_out(store: &dyn KeyValue, shelf: Shelf, entry: &Entry) -> Result<(), StorageError> {
    let key = shelf.named(&entry.name);
    let base = store.get(&key)?;
    match entry.seen(store, shelf, base.as_deref())? {
        Seen::Base | Seen::Both(None) => {}
        Seen::New(None) => store.remove(&key)?,
        Seen::New(Some(value)) => reserve::set(store, shelf, &key, &value, Reserve::GiveUp)?,
        Seen::Both(Some(value)) => set_aside(store, shelf, &entry.name, &value)?,
    }
    if matches!(entry.new, New::Staged(_)) {
        store.remove(&shelf.staged(&entry.name))?;
    }
    Ok(())
}

/// Keeps a value that may not lie where it was to lie. It then needs attention.
fn set_aside(store: &dyn KeyValue, shelf: Shelf, name: &str, value: &str) -> Result<(), StorageError> {
    let key = Print::of(value).aside(shelf, name);
    if store.get(&key)?.as_deref() == Some(value) {
        return Ok(());
    }
    reserve::set(store, shelf, &key, value, Reserve::GiveUp)
}

/// A redo record that cannot be read named what is staged: it was committed, perhaps, and may not be taken away.
fn set_staged_aside(store: &dyn KeyValue, shelf: Shelf) -> Result<(), StorageError> {
    for key in staged_keys(store, shelf)? {
        let Some(name) = shelf.staged_name(&key) else { continue };
        if let Some(value) = store.get(&key)? {
            set_aside(store, shelf, name, &value)?;
            store.remove(&key)?;
        }
    }
    Ok(())
}

fn staged_keys(store: &dyn KeyValue, shelf: Shelf) -> Result<Vec<String>, StorageError> {
    let mut keys = store.keys()?;
    keys.retain(|key| shelf.staged_name(key).is_some());
    Ok(keys)
}

fn print(entries: &[Entry]) -> Result<String, StorageError> {
    let printed = Journal::print(entries);
    // Only numbers that are none cannot be printed, and a redo record has texts only.
    printed.map_err(|why| {
        StorageError::Unreadable(Box::new(Unreadable { key: JOURNAL.to_owned(), raw: String::new(), why }))
    })
}
