//! What can be done about a list beside its rows: filter it, and choose its columns.

use leptos::prelude::*;

use super::columns::{self, can_stand_in, columns_of};
use super::filters::{Filters, conditions};
use crate::domain::{Command, Preferences};
use crate::ui::parts::Icon;
use crate::ui::store::{Store, use_store};
use crate::ui::text::use_locale;
use crate::workspace::{Column, Query, View};

/// The two panels, closed until they are asked for; the filter says how many conditions there are.
#[component]
pub fn ListTools(
    /// What the list is asked for.
    query: Memo<Query>,
) -> impl IntoView {
    let words = use_locale().words;
    let count = Memo::new(move |_| query.with(|query| conditions(&query.filter)));
    let count = move || Some(count.get()).filter(|count| *count > 0);
    let view = query.with_untracked(|query| query.view);
    view! {
        <div class="list-tools">
            <Panel id="filter" icon="filter" content=move || view! { <Filters query=query/> }.into_any()>
                {words.filter()}
                {move || count().map(|count| view! { " "<span class="count">{count}</span> })}
            </Panel>
            <Panel id="columns" icon="columns" content=move || view! { <Columns view=view/> }.into_any()>
                {words.columns()}
            </Panel>
        </div>
    }
}

/// One of the panels. What is in it is made when it is opened first; one is open at a time.
#[component]
fn Panel(
    id: &'static str,
    icon: &'static str,
    content: impl Fn() -> AnyView + Send + 'static,
    children: Children,
) -> impl IntoView {
    let was_opened = RwSignal::new(false);
    view! {
        <details class="list-tool" id=id name="list-tools" on:toggle=move |_| was_opened.set(true)>
            <summary class="button"><Icon name=icon/>{children()}</summary>
            {move || was_opened.get().then(&content)}
        </details>
    }
}

/// Which columns the view has.
#[component]
fn Columns(view: View) -> impl IntoView {
    let store = use_store();
    let words = use_locale().words;
    let shown = columns_of(store, view);
    let has_its_own = Memo::new(move |_| shown.with(|shown| shown.as_slice() == columns::own(view)));
    let boxes = Column::ALL.into_iter().filter(|column| *column != Column::Topic && can_stand_in(*column, view));
    let boxes = boxes.map(|column| {
        let choose = move |event| {
            let mut columns = shown.get_untracked();
            columns.retain(|other| *other != column);
            columns.extend(event_target_checked(&event).then_some(column));
            prefer(store, |preferences| preferences.columns.choose(view, columns));
        };
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || shown.with(|shown| shown.contains(&column))
                    on:change=choose
                />
                {columns::long_name(words, column)}
            </label>
        }
    });
    view! {
        <fieldset class="choices columns">
            <legend class="hidden">{words.columns_of(words.view_title(view))}</legend>
            {boxes.collect_view()}
            <button
                class="link"
                type="button"
                disabled=has_its_own
                on:click=move |_| prefer(store, |preferences| preferences.columns.forget(view))
            >
                {words.usual_columns()}
            </button>
        </fieldset>
    }
}

/// Changes a preference of the book that is shown.
fn prefer(store: Store, change: impl FnOnce(&mut Preferences)) {
    let mut preferences = Preferences::clone(&store.preferences().get_untracked());
    change(&mut preferences);
    store.act(&Command::Preferences(preferences));
}
