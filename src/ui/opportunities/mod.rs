//! The lists of opportunities: Open, Won, Lost and All, and the bin.

pub mod bin;
mod blank;
mod reminder;
mod row;

use leptos::prelude::*;

use super::browser;
use super::parts::Sum;
use super::route::Route;
use super::screens::Waiting;
use super::store::use_store;
use super::text::{use_first_words, use_speech};
use crate::domain::{Currency, Field};
use crate::workspace::{Index, View};
use blank::Blank;
use row::Row;

pub use reminder::Reminder;

/// A view of the book as a ledger: a row an opportunity, sums under their column.
#[component]
pub fn ListPage(
    /// Which view.
    view: View,
) -> impl IntoView {
    let store = use_store();
    let words = use_first_words();
    browser::set_title(&format!("{} · Tutup", words.view_title(view)));
    let count = Memo::new(move |_| store.workspace(|workspace| workspace.index().count(view)));
    let empty_bin = move || store.screens().get().screens().map(|screens| (screens.empty_bin)());
    let reminder = move || store.screens().get().screens().map(|screens| (screens.reminder)());
    let nothing_at_all = Memo::new(move |_| view != View::Bin && store.read(|book| book.with_bin().len() == 0));
    view! {
        <div class="page-head">
            <h1 id="page-head" tabindex="-1">{words.view_title(view)}</h1>
            {(view == View::Bin).then_some(empty_bin)}
        </div>
        {(view == View::Bin).then(|| view! { <p class="lead">{words.bin_about()}</p> })}
        {(view != View::Bin).then_some(reminder)}
        {move || match (nothing_at_all.get(), count.get()) {
            (true, _) if store.sample_is_coming() => view! { <Waiting/> }.into_any(),
            (true, _) => view! { <Blank/> }.into_any(),
            (false, 0) => view! { <p class="lead">{words.nothing_in_view(view)}</p> }.into_any(),
            _ => view! { <Ledger view=view/> }.into_any(),
        }}
    }
}

#[component]
fn Ledger(view: View) -> impl IntoView {
    let store = use_store();
    let words = use_first_words();
    let ids = Memo::new(move |_| store.workspace(|workspace| workspace.index().rows(view)));
    // Amounts in the currency of the preferences go without its sign: the column's head has it.
    let main = Memo::new(move |_| store.preferences().get().currency);
    view! {
        <table class="ledger opportunities" data-view=format!("{view:?}").to_ascii_lowercase()>
            <caption class="hidden">{words.view_caption(view)}</caption>
            <thead><Head view=view main=main/></thead>
            <tbody>
                <For each=move || ids.get() key=|id| *id let:id>
                    <Row id=id view=view main=main/>
                </For>
            </tbody>
            {(view != View::Bin).then(|| view! { <tfoot><Totals view=view main=main/></tfoot> })}
        </table>
    }
}

#[component]
fn Head(view: View, main: Memo<Currency>) -> impl IntoView {
    let speech = use_speech();
    let words = speech.words;
    let money = move |head: &'static str| {
        let symbol = move || speech.format.with_value(|format| format.symbol(main.get()));
        view! { <th scope="col" class="number">{move || words.in_currency(head, &symbol())}</th> }.into_any()
    };
    let plain = |head: &'static str| view! { <th scope="col">{head}</th> }.into_any();
    let number = |head: &'static str| view! { <th scope="col" class="number">{head}</th> }.into_any();
    let probability = || {
        let (name, short) = (words.field(Field::Probability), words.column_probability());
        view! { <th scope="col" class="number"><abbr title=name>{short}</abbr></th> }.into_any()
    };
    let (reason, competitor) = (words.field(Field::StatusReason), words.field(Field::Competitor));
    let rest = match view {
        View::Open => vec![
            plain(words.field(Field::Stage)),
            money(words.column_estimate()),
            probability(),
            number(words.column_closes()),
            plain(words.column_quotes()),
        ],
        View::Won => vec![plain(reason), money(words.column_revenue()), number(words.column_closed())],
        View::Lost => {
            vec![plain(reason), plain(competitor), money(words.column_estimate()), number(words.column_closed())]
        }
        View::All => vec![
            plain(words.column_status()),
            money(words.column_estimate()),
            money(words.column_revenue()),
            number(words.column_closes()),
        ],
        View::Bin => vec![plain(words.column_status()), number(words.column_deleted())],
    };
    view! { <tr>{plain(words.field(Field::Topic))}{plain(words.field(Field::Customer))}{rest}</tr> }
}

/// How many there are, and what they add up to: each currency by itself.
#[component]
fn Totals(view: View, main: Memo<Currency>) -> impl IntoView {
    let store = use_store();
    let words = use_first_words();
    let count = Memo::new(move |_| store.workspace(|workspace| workspace.index().count(view)));
    let sums = Memo::new(move |_| store.workspace(|workspace| sums(workspace.index(), view)));
    let unreadable = Memo::new(move |_| store.workspace(|workspace| workspace.unreadable().len()));
    let (before, behind) = match view {
        View::Open => ("3", "3"),
        View::Won => ("3", "1"),
        View::Lost => ("4", "1"),
        View::All | View::Bin => ("3", "2"),
    };
    move || {
        let (main, sums) = (main.get(), sums.get());
        let others = sums.iter().filter(|(currency, _)| *currency != main);
        let others = others.map(|(currency, sum)| view! { " "<Sum minor=*sum currency=*currency/> }).collect_view();
        let also = (sums.iter().any(|(currency, _)| *currency != main))
            .then(|| view! { <span class="muted">{words.other_currency()}</span>{others} });
        let own = sums.iter().find(|(currency, _)| *currency == main).map(|(_, sum)| *sum);
        let unreadable = unreadable.get();
        let without = (unreadable > 0).then(|| {
            let address = store.address(Route::Attention);
            view! { " "<a class="muted" href=address>{words.without_unreadable(unreadable)}</a> }
        });
        view! {
            <tr>
                <td colspan=before class="total">{words.total_of(count.get())}{without}</td>
                <td class="number sum">{own.map(|sum| view! { <Sum minor=sum currency=main bare=true/> })}</td>
                <td colspan=behind class="number also">{also}</td>
            </tr>
        }
    }
}

/// What a view adds up to, in minor units of each currency.
fn sums(index: &Index, view: View) -> Vec<(Currency, i64)> {
    let totals = index.totals(view).into_iter();
    totals.map(|(currency, total)| (currency, i64::try_from(total.minor).unwrap_or(i64::MAX))).collect()
}
