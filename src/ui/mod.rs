//! The screens: the only floor that knows Leptos and the browser.
//!
//! - [`store`]: the signal around the workspace; what components may call.
//! - [`route`]: every place has an address.
//! - [`text`]: the words of each language; [`browser`]: every browser call that is not a view.
//! - [`parts`]: what screens are built of; then one folder a screen or subject.
//! - `screens`: where the program is cut in two, so that a browser has the lists before it has loaded the rest.

#![allow(clippy::needless_pass_by_value, reason = "a component owns its properties")]

mod act_notice;
mod attention;
mod board;
pub mod browser;
mod bulk;
mod close_dialog;
mod commands;
mod conflict;
mod lock;
mod notice;
mod opportunities;
mod opportunity;
mod over;
pub mod parts;
mod quotes;
pub mod route;
mod screens;
mod settings;
mod shell;
pub mod store;
pub mod text;

use leptos::{ev, leptos_dom::helpers::WindowListenerHandle, prelude::*};
use wasm_bindgen::{JsCast, closure::Closure};

use shell::Shell;
use store::Store;
use text::Speech;

/// The whole application. It is mounted anew when the language changes: words are not reactive, and unsaved input is kept.
#[component]
pub fn App() -> impl IntoView {
    browser::unsaved::resume();
    let store = Store::open();
    provide_context(store);
    store.load_screens();
    let listeners = [
        window_event_listener(ev::hashchange, move |_| store.arrive()),
        window_event_listener(ev::click, |event| browser::address::before_link(&event)),
        window_event_listener(ev::storage, move |event| match event.key() {
            Some(key) => store.hear(&key, event.new_value().as_deref()),
            None => store.refresh_all(),
        }),
        window_event_listener(ev::visibilitychange, move |_| store.look_at_the_calendar()),
    ];
    on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
    look_at_midnight(store);
    let theme = store.theme();
    Effect::new(move |_| browser::set_theme(theme.get()));
    let language = store.language();
    move || {
        let language = language.get();
        browser::set_language(text::tag(language));
        provide_context(Speech::new(language));
        view! { <Shell/> }
    }
}

/// Looks at the calendar just after the coming midnight, and after each one that follows.
fn look_at_midnight(store: Store) {
    let clock = browser::clock();
    let local = clock.now.0 + i64::from(clock.ahead_of_utc) * 60_000;
    let rest = 86_400_000 - local.rem_euclid(86_400_000);
    let again = Closure::once_into_js(move || {
        store.look_at_the_calendar();
        look_at_midnight(store);
    });
    if let Some(window) = web_sys::window() {
        // A page that cannot set a timer still looks when it is shown again.
        let wait = i32::try_from(rest + 1000).unwrap_or(i32::MAX);
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(again.unchecked_ref(), wait);
    }
}
