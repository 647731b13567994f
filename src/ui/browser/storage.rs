//! The browser's storage.

use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};

use gloo_storage::{LocalStorage, Storage as _};
use js_sys::JsString;
use wasm_bindgen::prelude::*;
use web_sys::Storage;

use super::room::units_stored;
use crate::storage::{KeyValue, Memory, PREFIX, StorageError};

/// The browser's local storage, or, where it cannot be used, a store that lasts as long as the tab.
pub fn open_storage() -> (Rc<dyn KeyValue>, Kept) {
    // gloo panics where storage is blocked, so it is asked for only after the browser has handed it out itself.
    if local().is_some() {
        (Rc::new(Local(LocalStorage::raw())), Kept::InThisBrowser)
    } else {
        (Rc::new(Memory::new()), Kept::Nowhere)
    }
}

/// Whether what is entered outlasts the tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It does, in this browser.
    InThisBrowser,
    /// It does not: the browser gives no storage.
    Nowhere,
}

/// From now on this page writes nothing more, neither records nor unsaved input: the program met an error that it cannot go
/// on from, and no longer knows what it holds. Listeners that are still called are refused. `boot.js` calls it too.
#[wasm_bindgen]
pub fn stop_writing() {
    STOPPED.store(true, Ordering::Relaxed);
}

/// Whether it has come to that.
pub(super) fn is_stopped() -> bool {
    STOPPED.load(Ordering::Relaxed)
}

static STOPPED: AtomicBool = AtomicBool::new(false);

struct Local(Storage);

impl Local {
    fn write(write: impl FnOnce() -> Result<(), JsValue>) -> Result<(), StorageError> {
        if is_stopped() {
            return Err(StorageError::NotSaved { name: "stopped".to_owned() });
        }
        write().map_err(|error| StorageError::NotSaved { name: name_of(&error) })
    }
}

impl KeyValue for Local {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.0.get_item(key).map_err(|_| StorageError::Unavailable)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        Self::write(|| self.0.set_item(key, value))
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        Self::write(|| self.0.remove_item(key))
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let count = self.0.length().map_err(|_| StorageError::Unavailable)?;
        let keys = (0..count).map(|place| self.0.key(place)).collect::<Result<Vec<_>, _>>();
        let keys = keys.map_err(|_| StorageError::Unavailable)?;
        Ok(keys.into_iter().flatten().filter(|key| key.starts_with(PREFIX)).collect())
    }

    fn free(&self) -> Result<Option<usize>, StorageError> {
        Ok(Some(units_stored().free()))
    }
}

/// What the browser calls an exception; browsers name a full storage differently, and some throw what is no error at all.
pub(super) fn name_of(error: &JsValue) -> String {
    let name = js_sys::Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    name.or_else(|| error.as_string()).unwrap_or_else(|| "unknown".to_owned())
}

/// The local storage, where the browser hands it out.
fn local() -> Option<Storage> {
    web_sys::window().and_then(|window| window.local_storage().ok().flatten())
}

/// The local storage in JavaScript's own texts, which stay on that side: nothing is copied, and a damaged value that holds
/// half a character stays what it is.
pub(super) fn raw() -> Option<RawStorage> {
    local().map(JsCast::unchecked_into)
}

#[wasm_bindgen]
extern "C" {
    /// A `Storage`, as [`raw`] hands it out.
    pub(super) type RawStorage;

    #[wasm_bindgen(method, catch, js_name = getItem)]
    pub(super) fn get(this: &RawStorage, key: &JsString) -> Result<Option<JsString>, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn key(this: &RawStorage, place: u32) -> Result<Option<RawKey>, JsValue>;

    #[wasm_bindgen(method, getter, catch)]
    fn length(this: &RawStorage) -> Result<u32, JsValue>;

    /// A key of one.
    #[wasm_bindgen(extends = JsString)]
    pub(super) type RawKey;

    /// Of a text on JavaScript's side, for there may be ten thousand keys.
    #[wasm_bindgen(method, js_name = startsWith)]
    pub(super) fn begins_with(this: &RawKey, prefix: &JsString) -> bool;
}

impl RawStorage {
    /// Every key at this address, those of other programs too; as far as the browser says them.
    pub(super) fn keys(&self) -> Vec<RawKey> {
        let count = self.length().unwrap_or_default();
        (0..count).filter_map(|place| self.key(place).ok().flatten()).collect()
    }
}
