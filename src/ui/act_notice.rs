//! What the last act did, and what can be done next: take it back, or do what the program offers.

use leptos::prelude::*;

use super::commands::{Scene, UserCommand};
use super::parts::Icon;
use super::route::{Panel, Route};
use super::store::{Notice, Store, use_store};
use super::text::{Locale, use_locale};
use crate::domain::{Key, OpportunityId, Outcome};
use crate::storage::StorageError;
use crate::workspace::{UndoError, What};

/// What the last act did, with *Undo* and what the program offers next; or why it did nothing.
pub fn view(notice: Notice) -> AnyView {
    let store = use_store();
    let locale = use_locale();
    let words = locale.words;
    match notice {
        Notice::Done { what, settled, offer } => toast(
            store,
            match what {
                What::Closed(_) | What::ClosedMany(..) => words.closed(&what, settled),
                _ => words.done(&what),
            },
            view! {
                {offer.map(|(id, outcome)| view! { <Offer id=id outcome=outcome/> })}
                {link(store, locale, UserCommand::Undo)}
            }
            .into_any(),
        ),
        Notice::Undone(what) => toast(store, words.undone(&what), link(store, locale, UserCommand::Redo)),
        Notice::Redone(what) => toast(store, words.redone(&what), link(store, locale, UserCommand::Undo)),
        Notice::Refused(refusal) => {
            let text = locale.format.with_value(|format| words.refusal(&refusal, format));
            toast(store, text, ().into_any())
        }
        // The first part of the program shows a failure of storage itself, with more to do about it.
        Notice::NotSaved(error) => toast(store, words.storage(&error), ().into_any()),
        Notice::BackupFile => {
            let text = words.file_not_written().to_owned();
            let settings = store.address(Route::Settings);
            toast(store, text, view! { <a class="link" href=settings>{words.settings()}</a> }.into_any())
        }
        Notice::CannotUndo(error) => toast(store, undo_error(store, locale, &error), rest(store, locale, &error)),
        Notice::Overwritten(key) => {
            toast(store, words.overwritten(&store.name_of(locale, key)), compare(store, locale, key))
        }
        Notice::Overwrote(key) => {
            toast(store, words.overwrote(&store.name_of(locale, key)), compare(store, locale, key))
        }
    }
}

/// What can be done about it, as the table of commands has it.
fn link(store: Store, locale: Locale, command: UserCommand) -> AnyView {
    let give = move |_| Scene::now(store, locale).run(command);
    view! { <button class="link" type="button" on:click=give>{locale.words.command(command)}</button> }.into_any()
}

/// The way to both versions of an opportunity that two tabs wrote at the same moment.
fn compare(store: Store, locale: Locale, key: Key) -> AnyView {
    let Key::Opportunity(id) = key else { return ().into_any() };
    let address = store.address(Route::Opportunity(id, Panel::Compare));
    view! { <a class="link" href=address>{locale.words.compare()}</a> }.into_any()
}

fn toast(store: Store, text: String, acts: AnyView) -> AnyView {
    let dismiss = move |_| store.notice().set(None);
    view! {
        <div class="toast">
            <p>{text}</p>
            {acts}
            <button class="link" type="button" aria-label=use_locale().words.dismiss() on:click=dismiss>
                <Icon name="cross"/>
            </button>
        </div>
    }
    .into_any()
}

/// The closing that the program offers after an act on quotes (R5).
#[component]
fn Offer(id: OpportunityId, outcome: Outcome) -> impl IntoView {
    let store = use_store();
    let address = store.address(Route::Opportunity(id, Panel::Close(outcome)));
    view! { <a class="link" href=address>{use_locale().words.offer_close(outcome)}</a> }
}

/// Why nothing was taken back.
pub fn undo_error(store: Store, locale: Locale, error: &UndoError) -> String {
    match error {
        UndoError::NothingToUndo => locale.words.nothing_to_undo().to_owned(),
        UndoError::NothingToRedo => locale.words.nothing_to_redo().to_owned(),
        UndoError::Changed { changed, .. } => {
            let names: Vec<String> = changed.iter().map(|key| store.name_of(locale, *key)).collect();
            locale.words.cannot_undo(&names)
        }
        UndoError::Storage(error) => locale.words.storage(error),
        UndoError::NeedsLock => locale.words.storage(&StorageError::Unfinished),
    }
}

/// Of an act over many records, those can still be taken back that nobody has touched since (R16).
pub fn rest(store: Store, locale: Locale, error: &UndoError) -> AnyView {
    let UndoError::Changed { changed, untouched: untouched @ 1.. } = error else { return ().into_any() };
    let text = locale.format.with_value(|format| locale.words.undo_untouched(*untouched, changed.len(), format));
    view! { <button class="link" type="button" on:click=move |_| store.undo_untouched()>{text}</button> }.into_any()
}
