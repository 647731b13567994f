//! The head of a quote's page: where it belongs, what it is, and what can be done with it.

use leptos::{ev, prelude::*};

use super::acts::Act;
use super::cells;
use super::draft::{Draft, FORM};
use super::page::Shown;
use super::row::AlsoOn;
use super::section::also_on;
use crate::ui::parts::{Icon, Menu, PAGE_HEAD};
use crate::ui::route::{Panel, Route};
use crate::ui::text::use_words;

/// The way back to the opportunity.
#[component]
pub(super) fn Crumb(shown: Shown) -> impl IntoView {
    let words = use_words();
    let address = shown.store.address(Route::Opportunity(shown.id, Panel::None));
    let name = shown.of(|it, _| match &it.details.customer {
        Some(customer) => format!("{} · {customer}", it.details.topic),
        None => it.details.topic.to_string(),
    });
    view! {
        <nav class="crumb actions" aria-label=words.where_you_are()>
            <a href=address><Icon name="left"/>{move || name.get()}</a>
        </nav>
    }
}

/// Number, revision, state, and what can be done.
#[component]
pub(super) fn Head(shown: Shown) -> impl IntoView {
    let store = shown.store;
    let today = store.today();
    let name = shown.of(|_, quote| quote.content.name.to_string());
    let state = move || shown.quote.get().map(|(_, quote)| cells::state(&quote, today.get(), true));
    let also = Memo::new(move |_| store.read(|book| also_on(book, shown.key.number, shown.id)));
    view! {
        <div class="page-head record-head">
            <div>
                <h1 id=PAGE_HEAD tabindex="-1">{cells::number(shown.key)}</h1>
                <p class="row"><span class="muted">{move || name.get()}</span>{state}</p>
                <AlsoOn also=also/>
            </div>
            <div class="row actions" data-kind="quote">
                {move || shown.draft.get().map(|draft| view! { <Saving draft=draft/> })}
                <Acts shown=shown/>
            </div>
        </div>
    }
}

/// How much is unsaved, and *Save*.
#[component]
fn Saving(draft: Draft) -> impl IntoView {
    let words = use_words();
    let unsaved = move || draft.unsaved.try_get().filter(|count| *count > 0);
    let discard = move || {
        unsaved().map(|_| {
            view! {
                <button class="button" data-kind="quiet" type="button" on:click=move |_| draft.discard_and_stay()>
                    {words.discard()}
                </button>
            }
        })
    };
    view! {
        <span class="muted wide" role="status">{move || unsaved().map(|count| words.unsaved_changes(count))}</span>
        {discard}
        <button class="button" type="submit" form=FORM>{words.save()}</button>
    }
}

/// What can be done with the quote: what is wanted most at the end, the rest behind "⋯".
#[component]
fn Acts(shown: Shown) -> impl IntoView {
    let words = use_words();
    let button = move |act: Act| {
        let primary = matches!(act, Act::Activate | Act::Win).then_some("primary");
        // The second click of a double click would hit the button that has taken this one's place.
        let run = move |event: ev::MouseEvent| {
            if event.detail() < 2 {
                shown.act(act);
            }
        };
        view! {
            <button class="button" data-kind=primary type="button" on:click=run>
                <Icon name=act.icon()/>
                {act.name(words)}
            </button>
        }
    };
    let beside =
        move || shown.acts.with(|acts| acts.iter().take(with_buttons(acts)).rev().copied().collect::<Vec<_>>());
    let behind = move || shown.acts.with(|acts| acts.iter().skip(with_buttons(acts)).copied().collect::<Vec<_>>());
    let any_behind = Memo::new(move |_| !behind().is_empty());
    let menu = move || {
        view! {
            <Menu id="quote-acts" label=words.actions_for_quote(shown.key)>
                {move || behind().into_iter().map(button).collect_view()}
            </Menu>
        }
    };
    // A button is never another act's, lest a key held down goes on with that one.
    view! {
        <For each=beside key=|act| *act children=button/>
        {move || any_behind.get().then(menu)}
    }
}

/// How many acts have buttons of their own: a draft has *Save* beside them.
fn with_buttons(acts: &[Act]) -> usize {
    if acts.contains(&Act::Activate) { 1 } else { 3 }
}
