//! What this tab did, newest first, with the way back and forth (R16).

use leptos::prelude::*;

use super::Scene;
use super::popup::PopupDialog;
use super::table::UserCommand;
use crate::ui::act_notice;
use crate::ui::browser;
use crate::ui::parts::Icon;
use crate::ui::store::{Notice, Popup, Store, use_store};
use crate::ui::text::{Locale, use_locale};
use crate::workspace::Act;

/// The acts of this tab.
#[component]
pub(super) fn DoneInThisTab() -> impl IntoView {
    let (store, locale) = (use_store(), use_locale());
    let words = locale.words;
    let undone = move || {
        let acts = store.workspace(|workspace| workspace.undone_acts().cloned().collect::<Vec<_>>());
        // The next to be done again stands beside the newest of those that hold.
        let rows = acts.iter().enumerate().rev().map(|(place, act)| row(store, locale, act, true, place == 0));
        rows.collect_view()
    };
    let done = move || {
        let acts = store.workspace(|workspace| workspace.acts().cloned().collect::<Vec<_>>());
        acts.iter().enumerate().map(|(place, act)| row(store, locale, act, false, place == 0)).collect_view()
    };
    let count = Memo::new(move |_| store.workspace(|it| (it.acts().len(), it.undone_acts().len())));
    Effect::new(move |earlier: Option<()>| {
        count.get();
        if earlier.is_some() {
            browser::after_drawing(keep_focus);
        }
    });
    let nothing = move || {
        let nothing = store.workspace(|it| it.last_undoable().is_none() && it.last_redoable().is_none());
        nothing.then(|| view! { <p class="lead">{words.nothing_done_yet()}</p> })
    };
    view! {
        <PopupDialog popup=Popup::Acts title=words.command(UserCommand::Acts) head=true>
            <div class="body">
                <p class="lead">{words.acts_end_with_a_reload()}</p>
                <div role="status">{move || refusal(store, locale)}</div>
                {nothing}
                <ol class="acts">{undone}{done}</ol>
            </div>
        </PopupDialog>
    }
}

/// One act: what, to what, when; the newest has *Undo*, that which was undone last *Redo*.
fn row(store: Store, locale: Locale, act: &Act, is_undone: bool, is_next: bool) -> AnyView {
    let words = locale.words;
    let about = act.about.as_ref().map(|about| view! { <span class="about">{about.topic.to_string()}</span> });
    let at = act.at.map(|at| locale.format.with_value(|format| format.moment(at)));
    let at = at.map(|at| view! { <span class="muted at">{at}</span> });
    let mark = is_undone.then(|| view! { <span class="muted">{words.is_undone()}</span> });
    let (command, id) = if is_undone { (UserCommand::Redo, REDO) } else { (UserCommand::Undo, UNDO) };
    let press = move |_| Scene::now(store, locale).run(command);
    let button = is_next.then(|| {
        view! {
            <button class="button" id=id type="button" on:click=press><Icon name=command.icon()/>{words.command(command)}</button>
        }
    });
    view! {
        <li data-undone=is_undone.then_some("")>
            <div><span>{words.done(&act.what)}</span>{about}{mark}{at}</div>
            {button}
        </li>
    }
    .into_any()
}

/// The button that was pressed has gone with its row; the next of its kind, or the other, takes its place.
fn keep_focus() {
    let is_lost = browser::focused().is_none_or(|focused| focused.closest("li button").ok().flatten().is_none());
    let next = [UNDO, REDO].into_iter().find(|id| browser::is_there(id));
    if let Some(next) = next.filter(|_| is_lost) {
        browser::focus(next);
    }
}

/// The id of the button that takes the newest act back.
const UNDO: &str = "acts-undo";

/// The id of the button that does the next one again.
const REDO: &str = "acts-redo";

/// Why the last one was not undone or done again.
fn refusal(store: Store, locale: Locale) -> Option<AnyView> {
    let Some(Notice::CannotUndo(error)) = store.notice().get() else { return None };
    let text = act_notice::undo_error(store, locale, &error);
    let rest = act_notice::rest(store, locale, &error);
    Some(view! { <div class="notice" data-kind="warn"><Icon name="warn"/><p>{text}</p>{rest}</div> }.into_any())
}
