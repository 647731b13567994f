//! A store in memory: for the tests, which make it fail, and for browsers that give none.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use super::{KeyValue, PREFIX, StorageError};

/// A store that lasts as long as it is held. It counts what is asked of it and fails on demand.
#[derive(Debug, Default)]
pub struct Memory {
    values: RefCell<BTreeMap<String, String>>,
    /// The UTF-16 units of all keys and values.
    units: Cell<usize>,
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

    /// Lets it hold no more than this many units from now on; what it holds already stays.
    pub fn limit(&self, units: usize) {
        self.capacity.set(Some(units));
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
        self.units.get()
    }

    /// Puts a value there as another program would: not counted, and it never fails.
    pub fn plant(&self, key: &str, value: &str) {
        self.units.set(self.units_with(key, value));
        self.values.borrow_mut().insert(key.to_owned(), value.to_owned());
    }

    fn units_with(&self, key: &str, value: &str) -> usize {
        self.units.get() - self.units_of(key) + units(key) + units(value)
    }

    fn units_of(&self, key: &str) -> usize {
        self.values.borrow().get(key).map_or(0, |value| units(key) + units(value))
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
            self.units.set(self.units.get() - self.units_of(key));
            self.values.borrow_mut().remove(key);
        }
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.read()?;
        Ok(self.values.borrow().keys().filter(|key| key.starts_with(PREFIX)).cloned().collect())
    }

    fn free(&self) -> Result<Option<usize>, StorageError> {
        self.read()?;
        Ok(self.capacity.get().map(|capacity| capacity.saturating_sub(self.units())))
    }
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// What most browsers say when the store is full.
fn not_saved() -> StorageError {
    StorageError::NotSaved { name: "QuotaExceededError".to_owned() }
}
