//! What cards add up to: each currency by itself, as it is and weighted by probability.

use leptos::prelude::*;

use crate::domain::Currency;
use crate::ui::parts::Sum;
use crate::ui::store::Store;
use crate::ui::text::use_locale;
use crate::workspace::{Tally, View};

/// Of all that is open, beside the head of the page.
#[component]
pub(super) fn Totals(store: Store) -> impl IntoView {
    let words = use_locale().words;
    let tally = Memo::new(move |_| {
        store.workspace(|workspace| workspace.index().tally(View::Open).cloned().unwrap_or_default())
    });
    let unreadable = Memo::new(move |_| store.workspace(|workspace| workspace.unreadable().len()));
    let without_unreadable = move || {
        let count = unreadable.get();
        (count > 0).then(|| view! { <span class="without">{words.without_unreadable(count)}</span> })
    };
    let weighted = move || {
        let sums = tally.with(weighted_sums);
        (!sums.is_empty()).then(|| {
            let without = tally.with(not_weighted);
            view! { <div><dt>{words.board_weighted()}</dt><dd>{amounts(sums)}{without}</dd></div> }
        })
    };
    move || {
        let sums = tally.with(sums);
        (!sums.is_empty()).then(|| {
            view! {
                <dl class="summary">
                    <div><dt>{words.board_estimated()}</dt><dd>{amounts(sums)}{without_unreadable}</dd></div>
                    {weighted}
                </dl>
            }
        })
    }
}

/// Of one column, under its name.
pub(super) fn of_column(tally: &Tally) -> impl IntoView + use<> {
    let words = use_locale().words;
    let weighted = weighted_sums(tally);
    let weighted = (!weighted.is_empty()).then(|| {
        view! { <p class="weighted">{words.board_weighted()}" "{amounts(weighted)}{not_weighted(tally)}</p> }
    });
    view! { <p>{amounts(sums(tally))}</p>{weighted} }
}

fn amounts(sums: Vec<(Currency, i64)>) -> impl IntoView {
    let amount = |(currency, minor)| view! { <Sum minor=minor currency=currency/>" " };
    sums.into_iter().map(amount).collect_view()
}

fn sums(tally: &Tally) -> Vec<(Currency, i64)> {
    let totals = tally.totals().iter();
    totals.map(|(currency, total)| (*currency, i64::try_from(total.minor).unwrap_or(i64::MAX))).collect()
}

fn weighted_sums(tally: &Tally) -> Vec<(Currency, i64)> {
    let totals = tally.totals().iter().filter(|(_, total)| total.weighted_count > 0);
    totals.filter_map(|(currency, total)| Some((*currency, total.weighted()?.minor()))).collect()
}

/// How many are not in the weighted sums, for want of an amount or a probability.
fn not_weighted(tally: &Tally) -> Option<impl IntoView + use<>> {
    let locale = use_locale();
    let counted: usize = tally.totals().values().map(|total| total.weighted_count).sum();
    let without = tally.count().saturating_sub(counted);
    let text = || locale.words.board_not_weighted(&locale.format.with_value(|format| format.count(without)));
    (without > 0).then(|| view! { <span class="without">{text()}</span> })
}
