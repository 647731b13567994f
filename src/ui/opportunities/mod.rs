//! The lists of opportunities: the views of the book, and the bin.

mod at_hand;
pub mod bin;
mod blank;
mod columns;
mod filters;
mod ledger;
mod picks;
mod reminder;
mod rows;
mod search;
mod tools;
mod totals;
mod window;
mod worth;

use leptos::prelude::*;

use super::browser;
use super::route::Route;
use super::screens::Waiting;
use super::store::use_store;
use super::text::use_first_words;
use crate::workspace::{Filter, Query, View};
use blank::Blank;
use ledger::Ledger;

pub use at_hand::ListAtHand;
pub use reminder::Reminder;
pub use search::Search;
pub use tools::ListTools;
pub use worth::Worth;

/// A view of the book as a ledger: a row an opportunity, sums under their column. It stays while one goes from view to view.
#[component]
pub fn ListPage() -> impl IntoView {
    let store = use_store();
    let words = use_first_words();
    // The address may lead elsewhere before this page is gone.
    let query = Memo::new(move |earlier: Option<&Query>| {
        store.place().with(|place| match &place.route {
            Route::List(query, _) => query.clone(),
            Route::EmptyBin => {
                earlier.filter(|earlier| earlier.view == View::Bin).cloned().unwrap_or_else(|| Query::all_of(View::Bin))
            }
            _ => earlier.cloned().unwrap_or_else(|| Query::all_of(View::Open)),
        })
    });
    // Asked before the list is, so that a row of the view that was left is not drawn once more for the next one.
    let view = Memo::new(move |_| query.with(|query| query.view));
    let is_bin = Memo::new(move |_| view.get() == View::Bin);
    Effect::new(move |_| browser::set_title(&format!("{} · Tutup", words.view_title(view.get()))));
    let list = store.listing(query);
    store.come_to_list(query);
    store.select_in(list);
    let nothing_at_all = Memo::new(move |_| !is_bin.get() && store.read(|book| book.with_bin().len() == 0));
    let what = Memo::new(move |_| match list.with(|list| (list.rows().is_empty(), list.query().filter.clone())) {
        _ if nothing_at_all.get() && store.sample_is_coming() => Shown::Waiting,
        _ if nothing_at_all.get() => Shown::Blank,
        (true, filter) if filter == Filter::default() => Shown::Nothing,
        (true, _) => Shown::NothingFound,
        _ => Shown::Rows,
    });
    let screens = move || store.arrival().screens();
    let empty_bin = move || is_bin.get().then(|| screens().map(|screens| (screens.empty_bin)()));
    let about = move || is_bin.get().then(|| view! { <p class="lead">{words.bin_about()}</p> });
    let reminder = move || (!is_bin.get()).then(|| screens().map(|screens| (screens.reminder)(view)));
    let any = Memo::new(move |_| !matches!(what.get(), Shown::Waiting | Shown::Blank | Shown::Nothing));
    let tools = move || any.get().then(|| screens().map(|screens| (screens.list_tools)(query)));
    let selection = move || screens().map(|screens| (screens.selection)(list));
    let everything = move || store.address(Route::view(view.get()));
    let filtered = Memo::new(move |_| query.with(|query| query.filter != Filter::default()));
    let found = move || filtered.get().then(|| words.found(list.with(|list| list.rows().len())));
    view! {
        <div class="page-head">
            <h1 id="page-head" tabindex="-1">{move || words.view_title(view.get())}</h1>
            {move || {
                filtered.get().then(|| view! { <a class="button actions" href=everything>{words.show_all()}</a> })
            }}
            {empty_bin}
        </div>
        {about}
        {reminder}
        {tools}
        {move || match what.get() {
            Shown::Waiting => view! { <Waiting/> }.into_any(),
            Shown::Blank => view! { <Blank/> }.into_any(),
            Shown::Nothing => view! { <p class="lead">{move || words.nothing_in_view(view.get())}</p> }.into_any(),
            Shown::NothingFound => view! { <p class="lead">{words.nothing_found()}</p> }.into_any(),
            Shown::Rows => view! { <Ledger list=list view=view/> }.into_any(),
        }}
        {selection}
        // What a search finds is told without taking the focus from where it is typed.
        <output class="hidden">{found}</output>
    }
}

/// What stands under the head.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    Waiting,
    Blank,
    Nothing,
    NothingFound,
    Rows,
}
