//! The address of the page, behind its `#`; and the one that it is about to have.
//!
//! The browser shows an address in a window of its own, and to change it costs more than to draw the page. So what is typed
//! letter by letter, and a dialog that goes, change the page first. The address follows, at the latest with the next step:
//! no step begins at an address that is not that of the page.

use std::cell::RefCell;
use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use wasm_bindgen::JsValue;

use super::{behind_the_frame, is_at};

/// How long typing has to rest before the address follows it.
const REST: Duration = Duration::from_millis(150);

/// What the address is about to be.
struct Late {
    /// What it is until then.
    shown: String,
    next: Next,
}

enum Next {
    /// Another in its place, once this has run out.
    Other(String, Option<TimeoutHandle>),
    /// The one before it, which is this.
    Back(String),
}

thread_local! {
    static LATE: RefCell<Option<Late>> = const { RefCell::new(None) };
}

/// The part of the address behind the page, with its `#`.
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Where a link or Back led; nowhere, if the browser only tells of an address that the page has left meanwhile.
pub fn arrived() -> Option<String> {
    let hash = hash();
    let is_left = LATE.with_borrow(|late| late.as_ref().is_some_and(|late| late.shown == hash));
    if is_left {
        return None;
    }
    drop(take());
    Some(hash)
}

/// Goes to an address; Back returns from it.
pub fn go(address: &str) {
    match take().map(|late| late.next) {
        // One back and one on: the same as in its place.
        Some(Next::Back(_)) => return write(address),
        Some(Next::Other(here, _)) => write(&here),
        None => {}
    }
    if let Some(window) = web_sys::window() {
        // Setting a hash fails on no page that could load the program.
        let _ = window.location().set_hash(address);
    }
}

/// Takes the place of the present address, which Back then does not return to.
pub fn replace(address: &str) {
    drop(take());
    write(address);
}

/// Likewise, once nothing is typed any more.
pub fn replace_soon(address: String) {
    if let Some(Next::Back(page)) = take().map(|late| late.next) {
        write(&page);
    }
    let timer = set_timeout_with_handle(settle, REST).ok();
    put(Next::Other(address, timer));
}

/// Goes one address back, to that of the page which is shown already, once that is drawn.
pub fn back_to(page: String) {
    settle();
    put(Next::Back(page));
    let back = || {
        let here = hash();
        let due = |late: &Late| matches!(late.next, Next::Back(_)) && late.shown == here;
        // Whoever has gone on meanwhile shall not be led back from there.
        if LATE.with_borrow(|late| late.as_ref().is_some_and(due)) {
            drop(take());
            go_back();
        }
    };
    behind_the_frame(back);
}

/// Gives the page its address before a link leads on from it, which a click on it does by itself.
pub fn before_link(click: &web_sys::Event) {
    if is_at(click, "a") {
        settle();
    }
}

/// Gives the page its address now.
fn settle() {
    match take().map(|late| late.next) {
        Some(Next::Other(address, _) | Next::Back(address)) => write(&address),
        None => {}
    }
}

fn put(next: Next) {
    let late = Late { shown: hash(), next };
    LATE.with_borrow_mut(|it| *it = Some(late));
}

fn take() -> Option<Late> {
    let late = LATE.with_borrow_mut(Option::take);
    if let Some(Late { next: Next::Other(_, Some(timer)), .. }) = &late {
        timer.clear();
    }
    late
}

fn write(address: &str) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // As setting a hash.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(address));
    }
}

fn go_back() {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        // As above.
        let _ = history.back();
    }
}
