//! Keys that work everywhere: Ctrl+Z and redo outside text fields, Ctrl+S and Ctrl+Enter for the form at hand.

use leptos::{ev, leptos_dom::helpers::WindowListenerHandle, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement, KeyboardEvent};

use super::parts::submit_current_form;
use super::{browser, store::Store};

/// Listens until the handle is told to stop.
pub fn listen(store: Store) -> WindowListenerHandle {
    window_event_listener(ev::keydown, move |event| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || event.repeat() || event.is_composing() {
            return;
        }
        if let Some(act) = act(&event) {
            event.prevent_default();
            match act {
                // Every act begins on a screen, so before they are here there is none to take back.
                Act::Undo => store.screens().get_untracked().screens().into_iter().for_each(|it| (it.undo)(store)),
                Act::Redo => store.screens().get_untracked().screens().into_iter().for_each(|it| (it.redo)(store)),
                Act::Submit => submit_current_form(),
            }
        }
    })
}

enum Act {
    Undo,
    Redo,
    Submit,
}

fn act(event: &KeyboardEvent) -> Option<Act> {
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("s", false) | ("enter", _) => Some(Act::Submit),
        // In a text field these are the browser's; in an open dialog there is nothing done yet to take back.
        _ if types_text() || dialog_is_open() => None,
        ("z", false) => Some(Act::Undo),
        ("z", true) | ("y", false) => Some(Act::Redo),
        _ => None,
    }
}

fn types_text() -> bool {
    let Some(focused) = browser::focused() else { return false };
    let text_input = focused
        .dyn_ref::<HtmlInputElement>()
        .is_some_and(|input| !matches!(input.type_().as_str(), "checkbox" | "radio" | "button" | "submit"));
    text_input || focused.is_instance_of::<HtmlTextAreaElement>()
}

fn dialog_is_open() -> bool {
    browser::document().is_some_and(|document| document.query_selector("dialog[open]").ok().flatten().is_some())
}
