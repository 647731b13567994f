//! What the user takes away as a file.

use std::cell::RefCell;
use std::collections::BTreeMap;

use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use super::storage::{RawKey, raw};
use super::{Kept, clock, document};
use crate::storage::PREFIX;

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

/// Hands the user a file of one stored value as it is, in the same form. Where the browser stores nothing, it is `held`.
pub fn download_value(kept: Kept, key: &str, held: &str) {
    let Some(value) = value(kept, key, held) else { return };
    let file = js_sys::Object::new();
    // Setting a member of a fresh plain object cannot fail.
    let _ = js_sys::Reflect::set(&file, &key.into(), &value);
    let safe = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { '-' };
    let name = format!("{}.json", key.chars().map(safe).take(80).collect::<String>());
    if let Ok(text) = js_sys::JSON::stringify_with_replacer_and_space(&file, &JsValue::NULL, &1.into()) {
        download(&name, &text.into());
        HANDED_OUT.with_borrow_mut(|all| all.insert(key.to_owned(), value));
    }
}

/// Whether what lies at this key now was handed out by [`download_value`] since the page was loaded: the very same text.
pub fn was_downloaded(kept: Kept, key: &str, held: &str) -> bool {
    let now = value(kept, key, held);
    now.is_some() && HANDED_OUT.with_borrow(|all| all.get(key) == now.as_ref())
}

thread_local! {
    /// The values that were handed out one by one, by their keys. They are the browser's own texts: one that holds half a
    /// character stays what it is.
    static HANDED_OUT: RefCell<BTreeMap<String, JsString>> = const { RefCell::new(BTreeMap::new()) };
}

fn value(kept: Kept, key: &str, held: &str) -> Option<JsString> {
    match kept {
        Kept::InThisBrowser => raw()?.get(&key.into()).ok().flatten(),
        Kept::Nowhere => Some(held.into()),
    }
}

/// The program's keys and values as the browser has them.
fn stored_values() -> Vec<(JsString, JsString)> {
    let Some(storage) = raw() else { return Vec::new() };
    let ours = JsString::from(PREFIX);
    let value = |key: RawKey| storage.get(&key).ok().flatten().map(|value| (key.into(), value));
    storage.keys().into_iter().filter(|key| key.begins_with(&ours)).filter_map(value).collect()
}

/// Hands a file of JSON to the user.
pub fn download(name: &str, content: &JsValue) {
    download_as(name, "application/json", content);
}

/// Hands a file of that kind to the user.
pub fn download_as(name: &str, kind: &str, content: &JsValue) {
    // Whatever fails here, the browser says so itself; there is nothing to undo.
    let _ = try_download(name, kind, content);
}

fn try_download(name: &str, kind: &str, content: &JsValue) -> Result<(), JsValue> {
    let document = document().ok_or(JsValue::NULL)?;
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(content);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    forget_later(address)
}

/// Some browsers read the file only after the click has returned, so it is there for a minute more.
fn forget_later(address: String) -> Result<(), JsValue> {
    let forget = Closure::once_into_js(move || {
        // An address that is forgotten already needs no more forgetting.
        let _ = Url::revoke_object_url(&address);
    });
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    window.set_timeout_with_callback_and_timeout_and_arguments_0(forget.unchecked_ref(), 60_000)?;
    Ok(())
}
