//! The foot of a list: how many there are, and what they add up to.

use std::sync::Arc;

use leptos::prelude::*;

use super::columns::sum_column;
use crate::domain::Currency;
use crate::ui::parts::Sum;
use crate::ui::route::Route;
use crate::ui::store::use_store;
use crate::ui::text::use_speech;
use crate::workspace::{Column, Listing, View};

/// The sums, each currency by itself, and a line on what they are worth.
#[component]
pub fn Totals(
    /// Of which rows.
    list: Memo<Arc<Listing>>,
    /// Of which view.
    view: Memo<View>,
    /// Which columns it has.
    columns: Memo<Vec<Column>>,
    /// The currency whose sign the columns' heads have.
    main: Memo<Currency>,
) -> impl IntoView {
    let store = use_store();
    let speech = use_speech();
    let words = speech.words;
    let unreadable = Memo::new(move |_| store.workspace(|workspace| workspace.unreadable().len()));
    // The main currency's sum stands under its column, if that is shown and the count has room before it; all others behind.
    let sum_at = Memo::new(move |_| {
        let sum = sum_column(view.get());
        columns.with(|columns| columns.iter().position(|column| Some(*column) == sum)).filter(|at| *at > 0)
    });
    let without = move || {
        let unreadable = unreadable.get();
        (unreadable > 0).then(|| {
            let address = store.address(Route::Attention);
            view! { " "<a class="muted" href=address>{words.without_unreadable(unreadable)}</a> }
        })
    };
    let total = move || {
        let count = list.with(|list| list.tally().count());
        words.total_of(&speech.format.with_value(|format| format.count(count)))
    };
    let under_column = move || {
        let sum = list.with(|list| sums(list).into_iter().find(|(currency, _)| *currency == main.get()));
        sum.map(|(currency, minor)| view! { <Sum minor=minor currency=currency bare=true/> })
    };
    let others = move || {
        let mut sums = list.with(|list| sums(list));
        let is_under_column = sum_at.get().is_some();
        sums.retain(|(currency, _)| !is_under_column || *currency != main.get());
        let label = (is_under_column && !sums.is_empty())
            .then(|| view! { <span class="muted">{words.other_currency()}</span> });
        let sums = sums.into_iter().map(|(currency, minor)| view! { " "<Sum minor=minor currency=currency/> });
        view! { {label}{sums.collect_view()} }
    };
    let sums = move || {
        let count = columns.with(Vec::len);
        let (before, own, behind) = match sum_at.get() {
            // The boxes stand before the columns.
            Some(at) => {
                (at + 1, Some(view! { <td class="number sum">{under_column}</td> }), count.saturating_sub(at + 1))
            }
            None => (2, None, count.saturating_sub(1)),
        };
        let also = (behind > 0).then(|| view! { <td colspan=behind class="number also">{others}</td> });
        let also_here = (behind == 0).then(|| view! { " "<span class="also">{others}</span> });
        view! { <tr><td colspan=before class="total">{total}{without}{also_here}</td>{own}{also}</tr> }
    };
    let worth = move || store.arrival().screens().map(|screens| (screens.worth)(list, columns));
    view! { {sums}{worth} }
}

/// What a list adds up to, in minor units of each currency.
fn sums(list: &Listing) -> Vec<(Currency, i64)> {
    let totals = list.tally().totals().iter();
    totals.map(|(currency, total)| (*currency, i64::try_from(total.minor).unwrap_or(i64::MAX))).collect()
}
