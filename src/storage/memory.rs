//! A store in memory: for the tests, which make it fail, and for browsers that give none.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::{KeyValue, PREFIX, StorageError};

/// A store that lasts as long as it is held. It counts what is asked of it and fails on demand.
#[derive(Debug, Default)]
pub struct Memory {
    values: RefCell<BTreeMap<String, String>>,
    capacity: Cell<Option<usize>>,
    failure: Cell<Failure>,
    reads: Cell<usize>,
    writes: Cell<usize>,
}

/// Which operations fail, counted from 1 since the failure was asked for.
#[derive(Clone, Copy, Debug, Default)]
enum Failure {
    #[default]
    Never,
    At(usize),
    From(usize),
}

impl Memory {
    /// Nothing in it.
    pub fn new() -> Self {
        Self::default()
    }

    /// Lets it hold at most this many UTF-16 units, keys included, as browsers count.
    #[must_use]
    pub fn with_capacity(self, units: usize) -> Self {
        self.capacity.set(Some(units));
        self
    }

    /// Makes the `n`th operation from now fail, 1 being the next one, and no other.
    pub fn fail_at(&self, n: usize) {
        self.failure.set(Failure::At(n));
    }

    /// Makes the `n`th operation from now fail, 1 being the next one, and all behind it.
    pub fn fail_from(&self, n: usize) {
        self.failure.set(Failure::From(n));
    }

    /// Lets everything succeed again.
    pub fn recover(&self) {
        self.failure.set(Failure::Never);
    }

    /// How many reads were asked for: values and lists of keys.
    pub fn reads(&self) -> usize {
        self.reads.get()
    }

    /// How many writes were asked for: values put and taken away.
    pub fn writes(&self) -> usize {
        self.writes.get()
    }

    /// Everything in it, by key; not counted, and it never fails.
    pub fn contents(&self) -> BTreeMap<String, String> {
        self.values.borrow().clone()
    }

    /// How many UTF-16 units it holds, keys included.
    pub fn units(&self) -> usize {
        self.values.borrow().iter().map(|(key, value)| units(key) + units(value)).sum()
    }

    /// Puts a value there as another program would: not counted, and it never fails.
    pub fn plant(&self, key: &str, value: &str) {
        self.values.borrow_mut().insert(key.to_owned(), value.to_owned());
    }

    fn units_with(&self, key: &str, value: &str) -> usize {
        let before = self.values.borrow().get(key).map_or(0, |value| units(key) + units(value));
        self.units() - before + units(key) + units(value)
    }

    fn fails(&self) -> bool {
        match self.failure.get() {
            Failure::Never => false,
            Failure::At(n) => {
                self.failure.set(if n <= 1 { Failure::Never } else { Failure::At(n - 1) });
                n <= 1
            }
            Failure::From(n) => {
                self.failure.set(Failure::From(n.saturating_sub(1).max(1)));
                n <= 1
            }
        }
    }

    fn read(&self) -> Result<(), StorageError> {
        self.reads.set(self.reads.get() + 1);
        if self.fails() { Err(StorageError::Unavailable) } else { Ok(()) }
    }

    fn write(&self) -> Result<(), StorageError> {
        self.writes.set(self.writes.get() + 1);
        if self.fails() { Err(not_saved()) } else { Ok(()) }
    }
}

impl KeyValue for Memory {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.read()?;
        Ok(self.values.borrow().get(key).filter(|_| key.starts_with(PREFIX)).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.write()?;
        if !key.starts_with(PREFIX) {
            return Err(not_saved());
        }
        if self.capacity.get().is_some_and(|capacity| self.units_with(key, value) > capacity) {
            return Err(not_saved());
        }
        self.plant(key, value);
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.write()?;
        if key.starts_with(PREFIX) {
            self.values.borrow_mut().remove(key);
        }
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.read()?;
        Ok(self.values.borrow().keys().filter(|key| key.starts_with(PREFIX)).cloned().collect())
    }
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// What most browsers say when the store is full.
fn not_saved() -> StorageError {
    StorageError::NotSaved { name: "QuotaExceededError".to_owned() }
}
