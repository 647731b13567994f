//! The keys: which command one gives, and where it gives none. Single keys are off while something is typed, in dialogs and
//! menus, and when the settings say so (WCAG 2.1.4); so is undo in a text field, where it is the browser's.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent};

use super::scene::{Scene, row_at_hand};
use super::table::{Shortcut, UserCommand};
use crate::ui::browser;
use crate::ui::store::{Popup, Store};
use crate::ui::text::Locale;

/// Carries out the command of the keys that were pressed, if they give one here.
pub(super) fn hear(store: Store, locale: Locale, event: &KeyboardEvent) {
    if event.default_prevented() || event.is_composing() || event.alt_key() {
        return;
    }
    let pressed = Pressed::of(event);
    let Some((command, shortcut)) = pressed.command() else { return };
    let is_free = match (command, shortcut) {
        (UserCommand::Palette, _) => return palette(store, event),
        // The list hears it itself, for it is there first.
        (UserCommand::Select, _) => false,
        (UserCommand::Submit, _) => !event.repeat(),
        (_, Shortcut::Ctrl(_) | Shortcut::CtrlShift(_)) => !event.repeat() && !types_text() && !is_covered(),
        (_, Shortcut::Key(_)) => is_free(store, command, &pressed) && !is_covered(),
    };
    if !is_free {
        return;
    }
    let scene = Scene::now(store, locale);
    // What is closed already says so where its address leads.
    let says_why = matches!(command, UserCommand::Close(_)) && scene.subject.is_some();
    if scene.can(command) || says_why || matches!(shortcut, Shortcut::Ctrl(_) | Shortcut::CtrlShift(_)) {
        event.prevent_default();
        scene.run(command);
    }
}

/// Opens the palette, or closes it. A dialog that asks for something keeps it shut.
fn palette(store: Store, event: &KeyboardEvent) {
    event.prevent_default();
    if event.repeat() {
        return;
    }
    match store.popup().get_untracked() {
        Some(Popup::Palette) => super::popup::close(),
        _ if is_covered_by_a_dialog() => {}
        _ => store.popup().set(Some(Popup::Palette)),
    }
}

/// Whether a single key is a shortcut where the focus is.
fn is_free(store: Store, command: UserCommand, pressed: &Pressed) -> bool {
    if types_text() || chooses() {
        return false;
    }
    if matches!(command, UserCommand::Row(_)) && pressed.key.chars().count() > 1 {
        // Elsewhere arrows, Home and End scroll the page.
        return row_at_hand().is_some();
    }
    let repeats = matches!(command, UserCommand::Row(_));
    untrack(|| store.single_keys()) && (repeats || !pressed.repeats)
}

/// What was pressed.
struct Pressed {
    /// As the browser names what it types, in lower case.
    key: String,
    control: bool,
    shift: bool,
    repeats: bool,
}

impl Pressed {
    fn of(event: &KeyboardEvent) -> Self {
        Self {
            key: event.key().to_lowercase(),
            control: event.ctrl_key() || event.meta_key(),
            shift: event.shift_key(),
            repeats: event.repeat(),
        }
    }

    fn command(&self) -> Option<(UserCommand, Shortcut)> {
        let keys = |command: UserCommand| command.keys().iter().map(move |shortcut| (command, *shortcut));
        UserCommand::ALL.into_iter().flat_map(keys).find(|(_, shortcut)| self.is(*shortcut))
    }

    fn is(&self, shortcut: Shortcut) -> bool {
        // Signs such as ? and / stand on Shift on some keyboards; a capital is not the letter's key.
        let is_sign = |key: &str| key.chars().all(|sign| sign.is_ascii_punctuation());
        match shortcut {
            Shortcut::Key(key) => self.key == key && !self.control && (!self.shift || is_sign(key)),
            Shortcut::Ctrl("enter") => self.key == "enter" && self.control,
            Shortcut::Ctrl(key) => self.key == key && self.control && !self.shift,
            Shortcut::CtrlShift(key) => self.key == key && self.control && self.shift,
        }
    }
}

/// Whether what has the focus takes text.
fn types_text() -> bool {
    let Some(focused) = browser::focused() else { return false };
    let text_input = focused
        .dyn_ref::<HtmlInputElement>()
        .is_some_and(|input| !matches!(input.type_().as_str(), "checkbox" | "radio" | "button" | "submit"));
    text_input || focused.is_instance_of::<HtmlTextAreaElement>() || focused.is_content_editable()
}

/// Whether what has the focus takes letters and arrows to choose by.
fn chooses() -> bool {
    browser::focused().is_some_and(|focused| {
        let radio = focused.dyn_ref::<HtmlInputElement>().is_some_and(|input| input.type_() == "radio");
        radio || focused.is_instance_of::<HtmlSelectElement>()
    })
}

/// Whether a dialog or a menu is open over the page.
fn is_covered() -> bool {
    is_covered_by_a_dialog() || has(":popover-open")
}

fn is_covered_by_a_dialog() -> bool {
    has("dialog[open]")
}

fn has(selector: &str) -> bool {
    browser::document().is_some_and(|document| document.query_selector(selector).ok().flatten().is_some())
}
