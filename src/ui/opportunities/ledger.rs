//! A list as a ledger: a head that sorts, a row an opportunity, sums under their column.

use std::sync::Arc;

use leptos::{html, prelude::*};

use super::at_hand::ListAtHand;
use super::columns::{self, columns_of};
use super::picks::{self, PickAll};
use super::row::Row;
use super::totals::Totals;
use super::window::{WHOLE, Window};
use crate::domain::{Currency, Field, OpportunityId};
use crate::ui::parts::Icon;
use crate::ui::route::Route;
use crate::ui::store::use_store;
use crate::ui::text::{use_first_words, use_speech};
use crate::workspace::{Column, Listing, Query, Sort, View};

/// The rows that are mounted: which, and where the first of them stands.
#[derive(Clone, Debug, Default, PartialEq)]
struct Mounted {
    first: usize,
    ids: Vec<OpportunityId>,
    count: usize,
}

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
            let range = window.rows(list);
            let ids = list.rows().get(range.clone()).unwrap_or_default().iter().map(|row| row.id).collect();
            Mounted { first: range.start, ids, count: list.rows().len() }
        })
    });
    let windowed = move || mounted.with(|mounted| (mounted.count > WHOLE).then_some(""));
    let above = move || mounted.with(|mounted| mounted.first);
    let below = move || mounted.with(|mounted| mounted.count.saturating_sub(mounted.first + mounted.ids.len()));
    let place = move |id: OpportunityId| {
        mounted.with_untracked(|mounted| {
            let place = mounted.ids.iter().position(|other| *other == id);
            place.map_or(0, |place| mounted.first + place + 2)
        })
    };
    Effect::new(move |_| {
        list.get();
        if let Some(body) = body.get_untracked() {
            number_rows(&body, place);
        }
    });
    let (today, lists) = (store.today(), store.lists());
    // Rows of another view, or with other columns, are other rows. They follow nothing of this by themselves: what a row follows
    // would keep it in mind when it is no longer mounted.
    let rows = move || {
        let (view, columns) = (view.get(), Arc::<[Column]>::from(columns.get()));
        let (main, today) = (main.get(), today.get());
        lists.get();
        window.begin();
        view! {
            <For each=move || mounted.with(|mounted| mounted.ids.clone()) key=|id| *id let:id>
                <Row id=id view=view columns=columns.clone() place=place(id) main=main today=today/>
            </For>
        }
    };
    let sums = move || {
        (view.get() != View::Bin)
            .then(|| view! { <tfoot><Totals list=list view=view columns=columns main=main/></tfoot> })
    };
    let rest = move |rows: Signal<usize>| {
        let rows = Memo::new(move |_| rows.get());
        move || {
            (rows.get() > 0).then(|| {
                let height = move || window.height(rows.get());
                view! { <tr class="rest" aria-hidden="true"><td style:block-size=height></td></tr> }
            })
        }
    };
    view! {
        <table
            class="ledger opportunities"
            data-view=move || view.get().code()
            data-windowed=windowed
            aria-rowcount=move || mounted.with(|mounted| mounted.count + 1)
        >
            <caption class="hidden">{move || words.view_title(view.get())}</caption>
            <thead><Head columns=columns list=list main=main/></thead>
            <tbody
                node_ref=body
                on:click=move |event| picks::clicked(store, &event)
                on:keydown=move |event| picks::pressed(store, &event)
            >
                {rest(Signal::derive(above))}
                {rows}
                {rest(Signal::derive(below))}
            </tbody>
            {sums}
        </table>
    }
}

/// Says in the rows that are mounted which rows of the table they are, where some came or went before them.
fn number_rows(body: &web_sys::HtmlElement, place: impl Fn(OpportunityId) -> usize) {
    let rows = body.children();
    for row in (0..rows.length()).filter_map(|place| rows.item(place)) {
        if let Some(id) = picks::row_of(&row) {
            // The name of an attribute is one.
            let _ = row.set_attribute("aria-rowindex", &place(id).to_string());
        }
    }
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
