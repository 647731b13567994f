//! The bar at the foot of a list while something is selected in it: how many, what they add up to, what can be done.

use std::sync::Arc;

use leptos::{ev, leptos_dom::helpers::WindowListenerHandle, prelude::*};

use super::sums_text;
use crate::domain::{Currency, Outcome};
use crate::ui::browser;
use crate::ui::commands::{Scene, UserCommand};
use crate::ui::parts::{Icon, PAGE_HEAD};
use crate::ui::store::{Store, use_store};
use crate::ui::text::{Locale, use_locale};
use crate::workspace::{Listing, Selection, View, Workspace};

/// What the bar says.
#[derive(Clone, Default, PartialEq)]
struct Summary {
    count: usize,
    /// How many of them can be closed and edited.
    open: usize,
    /// How many the list has.
    listed: usize,
    sums: Vec<(Currency, i128)>,
}

impl Summary {
    fn of(selection: &Selection, workspace: &Workspace, list: &Listing) -> Self {
        if selection.is_empty() {
            return Self::default();
        }
        let tally = selection.tally(workspace.index(), list.query().view);
        let rows = selection.ids().iter().filter_map(|id| workspace.index().row(*id));
        Self {
            count: selection.len(),
            open: rows.filter(|row| row.outcome.is_none() && row.deleted_on.is_none()).count(),
            listed: list.rows().len(),
            sums: tally.totals().iter().map(|(currency, total)| (*currency, total.minor)).collect(),
        }
    }
}

/// The bar. What it says is announced.
#[component]
pub fn SelectionBar(
    /// In which list.
    list: Memo<Arc<Listing>>,
) -> impl IntoView {
    let (store, locale) = (use_store(), use_locale());
    let words = locale.words;
    let is_bin = Memo::new(move |_| list.with(|list| list.query().view == View::Bin));
    let summary = Memo::new(move |_| {
        store
            .selection()
            .with(|selection| list.with(|list| store.workspace(|workspace| Summary::of(selection, workspace, list))))
    });
    let any = Memo::new(move |_| summary.with(|summary| summary.count > 0));
    let number = move |count: usize| locale.format.with_value(|format| format.count(count));
    let says = move || {
        let summary = summary.get();
        let sums = sums_text(locale, summary.sums);
        any.get().then(|| {
            view! {
                <strong>{words.selected(&number(summary.count))}</strong>" "<span class="money">{sums}</span>
            }
        })
    };
    let more = move || {
        let listed = summary.with(|summary| (summary.count < summary.listed).then_some(summary.listed));
        listed.map(|listed| {
            let select = move |_| store.select_all_in_view();
            view! {
                <button class="link" type="button" on:click=select>{words.select_all_of(&number(listed))}</button>
            }
        })
    };
    let clear = move |_| {
        store.clear_selection();
        browser::after_drawing(|| browser::focus(PAGE_HEAD));
    };
    let none_open = Memo::new(move |_| summary.with(|summary| summary.open == 0));
    clear_by_escape(store);
    let buttons = move || {
        if !is_bin.get() {
            return view! { <Acts store=store none_open=none_open/> }.into_any();
        }
        view! {
            <button class="button" type="button" on:click=move |_| give(store, locale, UserCommand::RestoreSelected)>
                <Icon name="again"/>
                {words.restore()}
            </button>
        }
        .into_any()
    };
    view! {
        <section class=move || if any.get() { "selection" } else { "hidden" } aria-label=words.selection()>
            <p role="status">{says}</p>
            {move || any.get().then(|| view! {
                {more}
                <div class="row actions">
                    {buttons()}
                    <button class="button" data-kind="quiet" type="button" on:click=clear>
                        <Icon name="cross"/>
                        {words.clear_selection()}
                    </button>
                </div>
            })}
        </section>
    }
}

/// What can be done with what does not lie in the bin. Where none of it is open, the bar says so.
#[component]
fn Acts(store: Store, none_open: Memo<bool>) -> impl IntoView {
    let locale = use_locale();
    let words = locale.words;
    let why = "selection-why";
    let described = move || none_open.get().then_some(why);
    let close = move |outcome: Outcome, icon: &'static str| {
        let open = move |_| give(store, locale, UserCommand::CloseSelected(outcome));
        view! {
            <button
                class="button"
                type="button"
                disabled=move || none_open.get()
                aria-describedby=described
                on:click=open
            >
                <Icon name=icon/>
                {words.offer_close(outcome)}
            </button>
        }
    };
    view! {
        {move || none_open.get().then(|| view! { <small id=why>{words.none_is_open()}</small> })}
        {close(Outcome::Won, "won")}
        {close(Outcome::Lost, "lost")}
        <button
            class="button"
            type="button"
            disabled=move || none_open.get()
            aria-describedby=described
            on:click=move |_| give(store, locale, UserCommand::EditSelected)
        >
            {words.edit_several()}
        </button>
        <button class="button" type="button" on:click=move |_| give(store, locale, UserCommand::ExportSelected)>
            <Icon name="download"/>
            {words.export()}
        </button>
        <button class="button" type="button" on:click=move |_| give(store, locale, UserCommand::DeleteSelected)>
            <Icon name="bin"/>
            {words.delete()}
        </button>
    }
}

/// Carries out a command of the table.
fn give(store: Store, locale: Locale, command: UserCommand) {
    Scene::now(store, locale).run(command);
}

/// Esc leaves everything out, unless it closes something else: a dialog, a menu, a search.
fn clear_by_escape(store: Store) {
    let clear = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() && !event.is_composing() && !closes_something_else() {
            store.clear_selection();
        }
    };
    let listener = window_event_listener(ev::keydown, clear);
    on_cleanup(move || WindowListenerHandle::remove(listener));
}

fn closes_something_else() -> bool {
    const OPEN: &str = "dialog[open], :popover-open, input:not([type=checkbox]):focus, select:focus, textarea:focus";
    browser::document().is_some_and(|document| document.query_selector(OPEN).ok().flatten().is_some())
}
