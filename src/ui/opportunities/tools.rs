//! What can be done about a list beside its rows: filter it, and choose its columns.

use leptos::prelude::*;

use super::columns::{self, can_stand_in, columns_of};
use super::filters::{Filters, conditions};
use crate::ui::parts::Icon;
use crate::ui::store::use_store;
use crate::ui::text::use_locale;
use crate::workspace::{Column, Query, View};

/// A panel.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tool {
    Filter,
    Columns,
}

impl Tool {
    fn id(self) -> &'static str {
        match self {
            Self::Filter => "filter",
            Self::Columns => "columns",
        }
    }
}

/// The two panels, of which one at a time is open; the filter says how many conditions there are.
#[component]
pub fn ListTools(
    /// What the list is asked for.
    query: Memo<Query>,
) -> impl IntoView {
    let words = use_locale().words;
    let view = Memo::new(move |_| query.with(|query| query.view));
    let open = RwSignal::new(None);
    // Another view has other conditions and columns.
    Effect::new(move |earlier: Option<()>| {
        view.get();
        if earlier.is_some() {
            open.set(None);
        }
    });
    let count = Memo::new(move |_| query.with(|query| conditions(&query.filter)));
    let count = move || {
        let count = Some(count.get()).filter(|count| *count > 0);
        count.map(|count| view! { " "<span class="count">{count}</span> })
    };
    view! {
        <div class="list-tools">
            <Opener tool=Tool::Filter icon="filter" open=open>{words.filter()}{count}</Opener>
            <Opener tool=Tool::Columns icon="columns" open=open>{words.columns()}</Opener>
        </div>
        {move || open.get().map(|tool: Tool| {
            let content = match tool {
                Tool::Filter => view! { <Filters query=query/> }.into_any(),
                Tool::Columns => view! { <Columns view=view.get_untracked()/> }.into_any(),
            };
            view! { <div class="list-tool" id=tool.id()>{content}</div> }
        })}
    }
}

/// The button that opens a panel and shuts it again.
#[component]
fn Opener(tool: Tool, icon: &'static str, open: RwSignal<Option<Tool>>, children: Children) -> impl IntoView {
    let is_open = Memo::new(move |_| open.get() == Some(tool));
    let press = move |_| open.update(|open| *open = (*open != Some(tool)).then_some(tool));
    view! {
        <button
            class="button"
            type="button"
            id=format!("{}-button", tool.id())
            aria-expanded=move || is_open.get().to_string()
            aria-controls=tool.id()
            on:click=press
        >
            <Icon name=icon/>
            {children()}
        </button>
    }
}

/// Which columns the view has.
#[component]
fn Columns(view: View) -> impl IntoView {
    let store = use_store();
    let words = use_locale().words;
    let shown = columns_of(store, move || view);
    let has_its_own = Memo::new(move |_| shown.with(|shown| shown.as_slice() == columns::own(view)));
    let boxes = Column::ALL.into_iter().filter(|column| *column != Column::Topic && can_stand_in(*column, view));
    let boxes = boxes.map(|column| {
        let choose = move |event| {
            let mut columns = shown.get_untracked();
            columns.retain(|other| *other != column);
            columns.extend(event_target_checked(&event).then_some(column));
            store.prefer_here(|preferences| preferences.columns.choose(view, columns));
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
        <fieldset class="columns">
            <legend class="hidden">{words.columns_of(words.view_title(view))}</legend>
            {boxes.collect_view()}
            <button
                class="link"
                type="button"
                disabled=has_its_own
                on:click=move |_| store.prefer_here(|preferences| preferences.columns.forget(view))
            >
                {words.usual_columns()}
            </button>
        </fieldset>
    }
}
