//! The commands: one table of everything that the user can have done, from which buttons, menus, shortcuts and the palette
//! take name, key and deed.
//!
//! - `table`: which commands there are, in which group, by which keys; their names are in [`super::text`].
//! - `scene`: what the user is at, and what can be done there; `deeds`: what a command does.
//! - `button`: a command as a button or a link; `keys`: the listener; `rows`: how the keys move in a list.
//! - `palette`, `sheet`, `done`: the dialogs of all commands, of the keys, and of what this tab did; `popup`: what they
//!   have in common.

mod button;
mod deeds;
mod done;
mod keys;
mod palette;
mod popup;
mod rows;
mod scene;
mod sheet;
mod table;
#[cfg(test)]
mod tests;

use leptos::{ev, prelude::*};

use super::store::{Popup, use_store};
use super::text::use_locale;

pub use button::CommandButton;
pub use scene::Scene;
pub use table::{Group, Step, UserCommand};

/// Listens to the keys, and shows the dialog that is open over everything.
#[component]
pub fn Commands() -> impl IntoView {
    let (store, locale) = (use_store(), use_locale());
    let listener = window_event_listener(ev::keydown, move |event| keys::hear(store, locale, &event));
    on_cleanup(move || listener.remove());
    let dialog = |popup| match popup {
        Popup::Palette => view! { <palette::Palette/> }.into_any(),
        Popup::Shortcuts => view! { <sheet::ShortcutSheet/> }.into_any(),
        Popup::Acts => view! { <done::DoneInThisTab/> }.into_any(),
    };
    // By its key, so that the one that opens from another is a dialog of its own: the other's is closed already.
    view! {
        <For each=move || store.popup().get() key=|popup| *popup let:popup>
            {dialog(popup)}
        </For>
    }
}
