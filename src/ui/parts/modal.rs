//! A modal dialog: the browser's own, mounted only while its address is the present one.
//!
//! Esc, the cross and Cancel close it by `on_close`, which leads to the page's own address; then it is unmounted, and the
//! focus goes back to where it came from; when that has gone with its row or card, to the next one, and when there is none,
//! to the page's head.
//!
//! All that a modal dialog keeps from being used the browser styles anew when it goes, which costs as much as the rest of
//! the frame. So it is seen no more in the frame in which it is unmounted, and leaves the page behind it.

use leptos::tachys::view::Mountable;
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::Icon;
use crate::ui::{browser, text::use_words};

/// A modal dialog around a form.
#[component]
pub fn Modal(
    /// Prefix of the ids in it.
    id: &'static str,
    /// What it does.
    #[prop(into)]
    title: String,
    /// What it is about.
    #[prop(into)]
    subtitle: String,
    /// Called when it shall close without having done anything.
    on_close: impl Fn() + Copy + 'static,
    /// Called when its form is submitted: by the button, Enter or Ctrl+Enter.
    on_submit: impl Fn() + Clone + 'static,
    /// The form's fields.
    children: Children,
    /// Its buttons: the one that acts is a submit button. Cancel stands before them.
    #[prop(into)]
    buttons: ViewFn,
) -> impl IntoView {
    let words = use_words();
    let dialog = NodeRef::<html::Dialog>::new();
    let on_press = on_submit.clone();
    let view = view! {
        <dialog
            class="dialog"
            node_ref=dialog
            aria-labelledby=format!("{id}-title")
            aria-describedby=format!("{id}-subtitle")
            on:cancel=move |event: ev::Event| {
                // A file picker or the like inside would cancel too; only the dialog's own counts.
                if event.target() == event.current_target() {
                    event.prevent_default();
                    on_close();
                }
            }
            on:close=move |_| on_close()
        >
            <form
                id=format!("{id}-form")
                // By itself it closes the dialog: a key that is pressed while that goes leads nowhere.
                method="dialog"
                novalidate=true
                autocomplete="off"
                // The button does it by itself: a browser looks through all the fields before it submits a form, for what
                // it could fill in next time.
                on:click=move |event| {
                    if browser::is_at(&event, "[type=submit]:enabled") {
                        event.prevent_default();
                        on_press();
                    }
                }
                on:submit=move |event: ev::SubmitEvent| {
                    event.prevent_default();
                    on_submit();
                }
            >
                <header>
                    <div>
                        <h2 id=format!("{id}-title")>{title}</h2>
                        <p class="muted" id=format!("{id}-subtitle")>{subtitle}</p>
                    </div>
                    <button
                        class="button"
                        data-kind="quiet"
                        data-square=""
                        type="button"
                        aria-label=words.close_dialog()
                        on:click=move |_| on_close()
                    >
                        <Icon name="cross"/>
                    </button>
                </header>
                <div class="body">{children()}</div>
                <footer>
                    <button class="button" type="button" on:click=move |_| on_close()>{words.cancel()}</button>
                    {buttons.run()}
                </footer>
            </form>
        </dialog>
    };
    show(view.into_any(), dialog);
}

/// Shows a dialog as long as the present owner lives.
fn show(view: AnyView, dialog: NodeRef<html::Dialog>) {
    let opener = browser::focused();
    let beside = opener.as_ref().map(beside).unwrap_or_default();
    let mut view = view.build();
    let body = browser::document().and_then(|document| document.body());
    let (Some(body), Some(dialog)) = (body, dialog.get_untracked()) else { return };
    view.mount(&body, None);
    // It is in the page and closed, so it can be opened.
    let _ = dialog.show_modal();
    let shown = StoredValue::new_local(Some((view, dialog, opener, beside)));
    on_cleanup(move || {
        let Some((view, dialog, opener, beside)) = shown.try_update_value(Option::take).flatten() else { return };
        // What it follows is going; the elements stay.
        drop(view);
        dialog.set_open(false);
        dialog.set_hidden(true);
        browser::behind_the_frame(move || {
            dialog.remove();
            if browser::focused().is_some_and(|focused| focused.tag_name() != "BODY") {
                return;
            }
            let opener = opener.filter(|opener| opener.tag_name() != "BODY");
            match opener.into_iter().chain(beside).find(|element| element.is_connected()) {
                Some(element) => drop(element.focus()),
                None => browser::focus(PAGE_HEAD),
            }
        });
    });
}

/// The links of the row or card behind that of the opener and of the one before it.
fn beside(opener: &HtmlElement) -> Vec<HtmlElement> {
    let Some(own) = opener.closest("[data-opportunity]").ok().flatten() else { return Vec::new() };
    let link = |other: web_sys::Element| {
        let link = other.query_selector(":scope[data-opportunity] a").ok().flatten();
        link.and_then(|link| link.dyn_into().ok())
    };
    [own.next_element_sibling(), own.previous_element_sibling()].into_iter().flatten().filter_map(link).collect()
}

/// The id of the head of every page, which takes the focus when what had it has gone.
pub const PAGE_HEAD: &str = "page-head";

/// Submits the form that the user is at: that of the open dialog, else the page's own. For Ctrl+S and Ctrl+Enter.
pub fn submit_current_form() {
    if let Some(form) = current_form() {
        // A form in the page can be submitted.
        let _ = form.request_submit();
    }
}

/// Whether there is such a form.
pub fn can_submit() -> bool {
    current_form().is_some()
}

fn current_form() -> Option<web_sys::HtmlFormElement> {
    let document = browser::document()?;
    let form = match document.query_selector(".dialog[open]").ok()? {
        Some(dialog) => dialog.query_selector("form"),
        None => document.query_selector("form[data-main]"),
    };
    form.ok()??.dyn_into().ok()
}
