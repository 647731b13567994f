//! The sheet of the keys: every command that has some, by what it is for.

use leptos::prelude::*;

use super::popup::PopupDialog;
use super::table::{Group, Shortcut, UserCommand};
use crate::ui::browser;
use crate::ui::store::{Popup, use_store};
use crate::ui::text::use_words;

/// All keys.
#[component]
pub(super) fn ShortcutSheet() -> impl IntoView {
    let store = use_store();
    let words = use_words();
    let off = (!untrack(|| store.single_keys())).then(|| view! { <p class="lead">{words.single_keys_are_off()}</p> });
    let groups = [Group::Opportunity, Group::List, Group::Program].map(|group| {
        let commands = UserCommand::ALL.into_iter().filter(|it| it.group() == group && !it.keys().is_empty());
        let commands = commands.map(|command| {
            view! { <div><dt>{words.command(command)}</dt><dd><Keys keys=command.keys()/></dd></div> }
        });
        view! { <section><h3>{words.command_group(group)}</h3><dl>{commands.collect_view()}</dl></section> }
    });
    view! {
        <PopupDialog popup=Popup::Shortcuts title=words.command(UserCommand::Shortcuts) head=true>
            <div class="body">{off}<div class="shortcuts">{groups.into_iter().collect_view()}</div></div>
        </PopupDialog>
    }
}

/// Keys as they stand on the keyboard, each way to give the command.
#[component]
pub(super) fn Keys(keys: &'static [Shortcut]) -> impl IntoView {
    let words = use_words();
    let control = browser::control_key();
    let way = |shortcut: &Shortcut| {
        let caps = shortcut.caps(control).into_iter().map(|cap| view! { <kbd>{cap}</kbd> });
        caps.collect_view()
    };
    let ways = keys.iter().enumerate().map(|(place, shortcut)| {
        let or = (place > 0).then(|| format!(" {} ", words.or()));
        view! { {or}{way(shortcut)} }
    });
    view! { <span class="keys">{ways.collect_view()}</span> }
}
