//! Every call of the browser that is not a view: storage, time, chance, files, the address.

use std::rc::Rc;

use gloo_storage::{LocalStorage, SessionStorage, Storage as _};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlElement, Storage, Url};

use crate::domain::{Clock, Id, Instant, Language, Theme};
use crate::storage::{KeyValue, Memory, PREFIX, Shelf, StorageError};

/// The browser's local storage, or, where it cannot be used, a store that lasts as long as the tab.
pub fn open_storage() -> (Rc<dyn KeyValue>, Kept) {
    // gloo panics where storage is blocked, so it is asked for only after the browser has handed it out itself.
    let usable = web_sys::window().and_then(|window| window.local_storage().ok().flatten()).is_some();
    if usable {
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

struct Local(Storage);

impl KeyValue for Local {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.0.get_item(key).map_err(|_| StorageError::Unavailable)
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.0.set_item(key, value).map_err(|error| StorageError::NotSaved { name: name_of(&error) })
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.remove_item(key).map_err(|error| StorageError::NotSaved { name: name_of(&error) })
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        let count = self.0.length().map_err(|_| StorageError::Unavailable)?;
        let keys = (0..count).map(|place| self.0.key(place)).collect::<Result<Vec<_>, _>>();
        let keys = keys.map_err(|_| StorageError::Unavailable)?;
        Ok(keys.into_iter().flatten().filter(|key| key.starts_with(PREFIX)).collect())
    }
}

/// What the browser calls an exception; browsers name a full storage differently, and some throw what is no error at all.
fn name_of(error: &JsValue) -> String {
    let name = js_sys::Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    name.or_else(|| error.as_string()).unwrap_or_else(|| "unknown".to_owned())
}

/// Unsaved input, kept for this tab only. That it cannot be kept is no failure of what the user does, so none is told.
pub mod unsaved {
    use super::{SessionStorage, Storage, web_sys_session};
    use gloo_storage::Storage as _;

    const KEY: &str = "tutup:form:";

    /// What was kept for that form.
    pub fn get(form: &str) -> Option<String> {
        session()?.get_item(&format!("{KEY}{form}")).ok().flatten()
    }

    /// Keeps it.
    pub fn set(form: &str, typed: &str) {
        if let Some(session) = session() {
            // A full or blocked session storage only means that a reload will not bring the input back.
            let _ = session.set_item(&format!("{KEY}{form}"), typed);
        }
    }

    /// Forgets it.
    pub fn remove(form: &str) {
        if let Some(session) = session() {
            // What cannot be removed could not have been kept.
            let _ = session.remove_item(&format!("{KEY}{form}"));
        }
    }

    fn session() -> Option<Storage> {
        web_sys_session().map(|()| SessionStorage::raw())
    }
}

fn web_sys_session() -> Option<()> {
    web_sys::window().and_then(|window| window.session_storage().ok().flatten()).map(drop)
}

/// What time it is here.
pub fn clock() -> Clock {
    let date = js_sys::Date::new_0();
    #[allow(clippy::cast_possible_truncation, reason = "milliseconds and minutes are whole and small")]
    Clock { now: Instant(date.get_time() as i64), ahead_of_utc: -(date.get_timezone_offset() as i32) }
}

/// A new id.
pub fn new_id() -> Id {
    let mut bytes = [0_u8; 8];
    let drawn = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !drawn {
        // Every browser that runs wasm has `crypto`; should one refuse, time and chance still make ids that differ.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "any bits will do")]
        let mixed = (js_sys::Math::random() * 9e15) as u64 ^ js_sys::Date::now() as u64;
        bytes = mixed.to_le_bytes();
    }
    Id::from_number(u64::from_le_bytes(bytes))
}

/// The language that the browser asks for first of those that the screens speak.
pub fn preferred_language() -> Language {
    let wanted = web_sys::window().map(|window| window.navigator().languages());
    let first = wanted.into_iter().flatten().filter_map(|tag| tag.as_string()).find_map(|tag| match tag.get(..2) {
        Some("ms") => Some(Language::Malay),
        Some("en") => Some(Language::English),
        _ => None,
    });
    first.unwrap_or(Language::English)
}

/// Sets what the page as a whole shows: its language, its theme and its title.
pub fn set_language(tag: &str) {
    set_root_attribute("lang", Some(tag));
}

/// Light, dark, or as the system.
pub fn set_theme(theme: Option<Theme>) {
    let theme = theme.map(|theme| match theme {
        Theme::Light => "light",
        Theme::Dark => "dark",
    });
    set_root_attribute("data-theme", theme);
}

/// The title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    // Both fail only for names that are none.
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// The part of the address behind the page, with its `#`.
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Goes to an address; Back returns from it.
pub fn go(address: &str) {
    if let Some(window) = web_sys::window() {
        // Setting a hash fails on no page that could load the program.
        let _ = window.location().set_hash(address);
    }
}

/// Takes the place of the present address, which Back then does not return to.
pub fn replace(address: &str) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // As above.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(address));
    }
}

/// Goes one address back.
pub fn back() {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // As above.
        let _ = history.back();
    }
}

/// Loads the page again.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // A page that could be loaded can be loaded again.
        let _ = window.location().reload();
    }
}

/// Hands the user a file of every stored value as it is. Where the browser stores nothing, it is `held`: what this tab has.
pub fn download_stored(kept: Kept, held: Vec<(String, String)>) {
    let stored = match kept {
        Kept::InThisBrowser => stored_values(),
        Kept::Nowhere => held.into_iter().map(|(key, value)| (key.into(), value.into())).collect(),
    };
    let file = js_sys::Object::new();
    for (key, value) in stored {
        // Setting a member of a fresh plain object cannot fail.
        let _ = js_sys::Reflect::set(&file, &key, &value);
    }
    let name = format!("tutup-{}.json", clock().today());
    if let Ok(text) = js_sys::JSON::stringify_with_replacer_and_space(&file, &JsValue::NULL, &1.into()) {
        download(&name, &text.into());
    }
}

/// The program's keys and values as the browser has them: never as Rust's strings, which could not carry a damaged value
/// that holds half a character.
fn stored_values() -> Vec<(JsValue, JsValue)> {
    let Some(storage) = web_sys::window().and_then(|window| window.local_storage().ok().flatten()) else {
        return Vec::new();
    };
    let ours = |key: &JsValue| js_sys::JsString::from(key.clone()).starts_with(PREFIX, 0);
    let keys = js_sys::Object::keys(&storage);
    let value = |key: &JsValue| js_sys::Reflect::get(&storage, key).unwrap_or(JsValue::NULL);
    keys.iter().filter(ours).map(|key| (key.clone(), value(&key))).collect()
}

/// How much the program has stored, in UTF-16 units, keys included: what browsers count.
#[derive(Clone, Copy, Debug, Default)]
pub struct Units {
    /// All of it.
    pub all: usize,
    /// As much of it as is the sample data.
    pub sample: usize,
}

/// Counts what the program has stored; for that everything is read.
pub fn units_stored() -> Units {
    let mut units = Units::default();
    for (key, value) in stored_values() {
        let (key, value) = (js_sys::JsString::from(key), js_sys::JsString::from(value));
        let size = (key.length() + value.length()) as usize;
        units.all += size;
        if key.starts_with(Shelf::Demo.prefix(), 0) {
            units.sample += size;
        }
    }
    units
}

/// Hands a file to the user.
fn download(name: &str, content: &JsValue) {
    // Whatever fails here, the browser says so itself; there is nothing to undo.
    let _ = try_download(name, content);
}

fn try_download(name: &str, content: &JsValue) -> Result<(), JsValue> {
    let document = document().ok_or(JsValue::NULL)?;
    let kind = BlobPropertyBag::new();
    kind.set_type("application/json");
    let parts = js_sys::Array::of1(content);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}

/// The document.
pub fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// The element that has the focus.
pub fn focused() -> Option<HtmlElement> {
    document()?.active_element()?.dyn_into().ok()
}

/// Moves the focus to the element of that id, and shows it.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Runs something once the page has been drawn with all that was changed before.
pub fn after_drawing(run: impl FnOnce() + 'static) {
    let run = Closure::once_into_js(run);
    if let Some(window) = web_sys::window() {
        // A page that draws no more needs nothing run.
        let _ = window.request_animation_frame(run.unchecked_ref());
    }
}
