//! What stands in the place of screens that are not here.

use leptos::prelude::*;

use crate::ui::browser;
use crate::ui::parts::Icon;
use crate::ui::store::use_store;
use crate::ui::text::use_first_words;

/// Nothing at first, for most often it takes no longer than a blink; then that something is being loaded.
#[component]
pub fn Waiting() -> impl IntoView {
    view! { <p class="lead waiting" role="status">{use_first_words().loading()}</p> }
}

/// The screens could not be loaded: what works all the same, and the two ways on.
#[component]
pub fn Missing() -> impl IntoView {
    let store = use_store();
    let words = use_first_words();
    let again = move |_| {
        // The button goes; the focus must not be lost with it.
        browser::focus("page");
        store.load_screens();
    };
    view! {
        <div class="notice banner" data-kind="error" role="alert">
            <Icon name="error"/>
            <p>{words.screens_are_missing()}</p>
            <button class="button" type="button" on:click=again>{words.retry()}</button>
            <button class="button" type="button" on:click=|_| browser::reload()>{words.reload()}</button>
        </div>
    }
}
