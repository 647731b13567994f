//! Unsaved input, kept for this tab only. That it cannot be kept is no failure of what the user does, so none is told; but
//! as long as there is some, the browser asks before the page is left.

use std::cell::{Cell, OnceCell};
use std::collections::BTreeSet;

use gloo_storage::{SessionStorage, Storage as _};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, Storage};

use super::storage::is_stopped;

const KEY: &str = "tutup:form:";

thread_local! {
    /// The forms that hold some.
    static FORMS: Cell<BTreeSet<String>> = Cell::default();
    static ASK: OnceCell<js_sys::Function> = const { OnceCell::new() };
}

/// What was kept for that form.
pub fn get(form: &str) -> Option<String> {
    session()?.get_item(&format!("{KEY}{form}")).ok().flatten()
}

/// Keeps it.
pub fn set(form: &str, typed: &str) {
    if is_stopped() {
        return;
    }
    if let Some(session) = session() {
        // A full or blocked session storage only means that a reload will not bring the input back.
        let _ = session.set_item(&format!("{KEY}{form}"), typed);
    }
    change(|forms| forms.insert(form.to_owned()));
}

/// Forgets it.
pub fn remove(form: &str) {
    if is_stopped() {
        return;
    }
    if let Some(session) = session() {
        // What cannot be removed could not have been kept.
        let _ = session.remove_item(&format!("{KEY}{form}"));
    }
    change(|forms| forms.remove(form));
}

/// Takes up what was kept before the page was loaded.
pub fn resume() {
    let Some(session) = session() else { return };
    let keys = (0..session.length().unwrap_or_default()).filter_map(|place| session.key(place).ok().flatten());
    let forms: BTreeSet<String> = keys.filter_map(|key| Some(key.strip_prefix(KEY)?.to_owned())).collect();
    change(|all| {
        all.extend(forms);
        true
    });
}

/// Changes which forms hold unsaved input. The browser is asked to ask only while one does: a page that listens for being
/// left is not kept for Back by every browser.
fn change(change: impl FnOnce(&mut BTreeSet<String>) -> bool) {
    let mut forms = FORMS.take();
    let changed = change(&mut forms);
    let some = !forms.is_empty();
    FORMS.set(forms);
    if let Some(window) = web_sys::window().filter(|_| changed) {
        ASK.with(|ask| window.set_onbeforeunload(some.then(|| ask.get_or_init(asking))));
    }
}

/// What makes the browser ask. A page that has stopped is left without a question: its input is kept for the next.
fn asking() -> js_sys::Function {
    let ask = Closure::<dyn Fn(Event)>::new(|event: Event| {
        if !is_stopped() {
            event.prevent_default();
        }
    });
    ask.into_js_value().unchecked_into()
}

fn session() -> Option<Storage> {
    // gloo panics where storage is blocked, so it is asked for only after the browser has handed it out itself.
    web_sys::window()?.session_storage().ok().flatten().map(|_| SessionStorage::raw())
}
