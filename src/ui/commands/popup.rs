//! What the dialogs of commands have in common: the browser's own modal dialog, which gives the focus back when it closes.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use crate::ui::browser;
use crate::ui::parts::Icon;
use crate::ui::store::{Popup, use_store};
use crate::ui::text::use_words;

/// The id of the dialog that is open.
const POPUP: &str = "popup";

/// A modal dialog without an address. Esc, its cross and a press beside it close it.
#[component]
pub(super) fn PopupDialog(
    /// Which.
    popup: Popup,
    /// What it is.
    title: &'static str,
    /// Whether the title is shown in a head with a cross; else it is the name of the dialog alone.
    #[prop(optional)]
    head: bool,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    let store = use_store();
    let dialog = NodeRef::<html::Dialog>::new();
    dialog.on_load(|dialog| {
        // It is in the page and closed, so it can be opened.
        let _ = dialog.show_modal();
    });
    let kind = match popup {
        Popup::Palette => "palette",
        Popup::Shortcuts => "shortcuts",
        Popup::Acts => "acts",
    };
    let open = store.popup();
    let closed = move |_| {
        // The browser says so later: another one may be open by then, or the application gone.
        if open.try_get_untracked() == Some(Some(popup)) {
            open.set(None);
        }
    };
    let pressed = move |event: ev::MouseEvent| {
        if event.target() == event.current_target() {
            close();
        }
    };
    let head = head.then(|| {
        view! {
            <header>
                <h2>{title}</h2>
                <button
                    class="button"
                    data-kind="quiet"
                    data-square=""
                    type="button"
                    aria-label=use_words().close_dialog()
                    on:click=|_| close()
                >
                    <Icon name="cross"/>
                </button>
            </header>
        }
    });
    view! {
        <dialog id=POPUP class="dialog popup" data-kind=kind aria-label=title node_ref=dialog on:close=closed on:click=pressed>
            <div class="popup-content">{head}{children()}</div>
        </dialog>
    }
}

/// Closes the dialog that is open, if one is: the focus is back where it was when this returns.
pub(super) fn close() {
    let open = browser::document().and_then(|document| document.get_element_by_id(POPUP));
    if let Some(dialog) = open.and_then(|it| it.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.close();
    }
}
