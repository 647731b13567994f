//! A list as a ledger: a head that sorts, a row an opportunity, sums under their column.

use std::sync::Arc;

use leptos::{html, prelude::*};

use super::at_hand::ListAtHand;
use super::columns::{self, columns_of};
use super::picks::{self, PickAll};
use super::rows::{Mould, Mounted, Rows};
use super::totals::Totals;
use super::window::{WHOLE, Window};
use crate::domain::{Currency, Field};
use crate::ui::parts::Icon;
use crate::ui::route::Route;
use crate::ui::store::use_store;
use crate::ui::text::{use_first_words, use_speech};
use crate::workspace::{Column, Listing, Query, Sort, View};

/// The rows of a list.
#[component]
pub fn Ledger(
    /// Which.
    list: Memo<Arc<Listing>>,
    /// Of which view.
    view: Memo<View>,
) -> impl IntoView {
    let store = use_store();
    let words = use_first_words();
    let columns = columns_of(store, move || view.get());
    // Amounts in the currency of the preferences go without its sign: the column's head has it.
    let main = Memo::new(move |_| store.preferences().get().currency);
    let body = NodeRef::<html::Tbody>::new();
    let window = Window::new(body, list);
    store.shows_list(ListAtHand::new(list, window));
    let mounted = Memo::new(move |_| {
        list.with(|list| {
            let (range, count) = (window.rows(list), list.rows().len());
            let rest = [range.start, count.saturating_sub(range.end)].map(|rows| window.height(rows));
            let ids = list.rows().get(range.clone()).unwrap_or_default().iter().map(|row| row.id).collect();
            Mounted { first: range.start, ids, count, rest }
        })
    });
    let windowed = move || mounted.with(|mounted| (mounted.count > WHOLE).then_some(""));
    let selected = move || store.selection().with(|selection| (!selection.is_empty()).then_some(""));
    draw_rows(body, mounted, move || {
        // Rows of another view, or with other columns, or under other names, are other rows.
        store.lists().get();
        window.begin();
        Mould::new(view.get(), columns.get().into(), main.get(), store.today().get())
    });
    let sums = move || {
        (view.get() != View::Bin)
            .then(|| view! { <tfoot><Totals list=list view=view columns=columns main=main/></tfoot> })
    };
    view! {
        <table
            class="ledger opportunities"
            data-view=move || view.get().code()
            data-windowed=windowed
            data-selected=selected
            aria-rowcount=move || mounted.with(|mounted| mounted.count + 1)
        >
            <caption class="hidden">{move || words.view_title(view.get())}</caption>
            <thead><Head columns=columns list=list main=main/></thead>
            <tbody
                node_ref=body
                on:click=move |event| picks::clicked(store, &event)
                on:keydown=move |event| picks::pressed(store, &event)
            ></tbody>
            {sums}
        </table>
    }
}

/// Has the rows in the body follow what is mounted, stored and selected.
fn draw_rows(body: NodeRef<html::Tbody>, mounted: Memo<Mounted>, mould: impl Fn() -> Mould + 'static) {
    let store = use_store();
    Effect::new(move |_| {
        let mould = mould();
        let Some(rows) = body.get().and_then(|body| Rows::new(body.into(), mould)) else { return };
        let rows = StoredValue::new_local(rows);
        Effect::new(move |_| {
            store.selection().with(|selection| {
                mounted.with(|mounted| {
                    store.read(|book| rows.update_value(|rows| rows.show(mounted, book, selection)));
                });
            });
        });
    });
}

#[component]
fn Head(columns: Memo<Vec<Column>>, list: Memo<Arc<Listing>>, main: Memo<Currency>) -> impl IntoView {
    let sort = Memo::new(move |_| list.with(|list| list.query().sort));
    view! {
        <tr aria-rowindex="1">
            <PickAll list=list/>
            <For each=move || columns.get() key=|column| *column let:column>
                <ColumnHead column=column list=list sort=sort main=main/>
            </For>
        </tr>
    }
}

/// The name of a column, which sorts by it: first the way that is asked for most, then the other.
#[component]
fn ColumnHead(column: Column, list: Memo<Arc<Listing>>, sort: Memo<Sort>, main: Memo<Currency>) -> impl IntoView {
    let store = use_store();
    let speech = use_speech();
    let words = speech.words;
    let name = columns::name(words, column);
    let is_money = matches!(column, Column::Estimate | Column::Revenue);
    let shown = move || {
        let symbol = || speech.format.with_value(|format| format.symbol(main.get()));
        if is_money { words.in_currency(name, &symbol()) } else { name.to_owned() }
    };
    let sorted = move || {
        let sort = sort.get();
        (sort.column == column).then_some(if sort.descending { "descending" } else { "ascending" })
    };
    let press = move |_| {
        let query = list.with_untracked(|list| list.query().clone());
        let descending = if query.sort.column == column { !query.sort.descending } else { begins_with_most(column) };
        store.go(Route::list(Query { sort: Sort { column, descending }, ..query }));
    };
    let arrow = move || sorted().map(|way| view! { <Icon name=if way == "descending" { "down" } else { "up" }/> });
    let title = (column == Column::Probability).then(|| words.field(Field::Probability));
    view! {
        <th scope="col" class=columns::is_number(column).then_some("number") aria-sort=sorted>
            <button type="button" title=title on:click=press>{shown}{arrow}</button>
        </th>
    }
}

/// Of figures and of what is closed, the greatest and the latest are looked for first.
fn begins_with_most(column: Column) -> bool {
    matches!(
        column,
        Column::Estimate
            | Column::Revenue
            | Column::Probability
            | Column::ActualClose
            | Column::OpenQuotes
            | Column::DaysOpen
            | Column::DeletedOn
    )
}
