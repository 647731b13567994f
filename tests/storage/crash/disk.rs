//! A disk that outlives the programs that use it, and fails when it is told to.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use tutup::storage::{KeyValue, Memory, StorageError};

/// How an operation fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The machine stops there: that operation and all behind it never happen.
    Stop,
    /// That operation fails, and no other.
    Once,
    /// That operation fails, and all behind it.
    Lasting,
}

/// What a store leaves out that the design asks for. With any of them violations must be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Nothing: as it is shipped.
    Nothing,
    /// Readers do not look at the redo record.
    Overlay,
    /// What is staged goes where it belongs one by one, with no redo record before.
    Flip,
}

/// A store over values that outlive it.
#[derive(Clone, Debug)]
pub struct Disk {
    memory: Rc<Memory>,
    missing: Missing,
    /// Operations that are left until the fault.
    left: Rc<Cell<Option<usize>>>,
}

impl Disk {
    /// A disk with this on it.
    pub fn of(contents: &BTreeMap<String, String>, missing: Missing) -> Self {
        let memory = Memory::new();
        for (key, value) in contents {
            memory.plant(key, value);
        }
        Self { memory: Rc::new(memory), missing, left: Rc::default() }
    }

    pub fn units(&self) -> usize {
        self.memory.units()
    }

    /// Lets it hold no more than that.
    pub fn limit(&self, units: Option<usize>) {
        if let Some(units) = units {
            self.memory.limit(units);
        }
    }

    /// Lets the `n`th operation from now fail, 1 being the next one.
    pub fn fail(&self, fault: Fault, n: usize) {
        match fault {
            Fault::Stop | Fault::Lasting => self.memory.fail_from(n),
            Fault::Once => self.memory.fail_at(n),
        }
        self.left.set(Some(n));
    }

    /// Whether the fault came to pass.
    pub fn failed(&self) -> bool {
        self.left.get() == Some(0)
    }

    /// The machine runs again.
    pub fn recover(&self) {
        self.memory.recover();
        self.left.set(None);
    }

    pub fn contents(&self) -> BTreeMap<String, String> {
        self.memory.contents()
    }

    fn count(&self) {
        if let Some(left) = self.left.get() {
            self.left.set(Some(left.saturating_sub(1)));
        }
    }

    fn move_what_is_staged(&self) -> Result<(), StorageError> {
        for key in self.memory.contents().keys() {
            let Some(name) = key.strip_prefix("tutup:s:") else { continue };
            if let Some(value) = self.get(key)? {
                self.set(&format!("tutup:{name}"), &value)?;
                self.remove(key)?;
            }
        }
        Ok(())
    }
}

impl KeyValue for Disk {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.count();
        let value = self.memory.get(key)?;
        Ok(value.filter(|_| self.missing != Missing::Overlay || key != "tutup:tx"))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        if self.missing == Missing::Flip && key == "tutup:tx" {
            return self.move_what_is_staged();
        }
        self.count();
        self.memory.set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.count();
        self.memory.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.count();
        self.memory.keys()
    }

    fn free(&self) -> Result<Option<usize>, StorageError> {
        self.count();
        self.memory.free()
    }
}
