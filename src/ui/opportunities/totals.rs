//! The foot of a list: how many there are, what they add up to, and what that says of winning (R19, R25).

use std::sync::Arc;

use leptos::prelude::*;

use super::columns::{columns_of, sum_column};
use crate::domain::Currency;
use crate::ui::parts::Sum;
use crate::ui::store::use_store;
use crate::ui::text::use_speech;
use crate::workspace::{Listing, Rate, View};

/// The sums, each currency by itself, and a line on what they are worth.
#[component]
pub fn Totals(list: Memo<Arc<Listing>>, view: View, main: Memo<Currency>) -> impl IntoView {
    let store = use_store();
    let speech = use_speech();
    let words = speech.words;
    let unreadable = Memo::new(move |_| store.workspace(|workspace| workspace.unreadable().len()));
    let columns = columns_of(view);
    let before = sum_column(view).and_then(|sum| columns.iter().position(|column| *column == sum)).unwrap_or(1);
    let behind = columns.len().saturating_sub(before + 1);
    let sums = move || {
        let main = main.get();
        let (count, sums) = list.with(|list| (list.tally().count(), sums(list)));
        let others = sums.iter().filter(|(currency, _)| *currency != main);
        let others = others.map(|(currency, sum)| view! { " "<Sum minor=*sum currency=*currency/> }).collect_view();
        let also = (sums.iter().any(|(currency, _)| *currency != main))
            .then(|| view! { <span class="muted">{words.other_currency()}</span>{others} });
        let own = sums.iter().find(|(currency, _)| *currency == main).map(|(_, sum)| *sum);
        let unreadable = unreadable.get();
        let without =
            (unreadable > 0).then(|| view! { " "<span class="muted">{words.without_unreadable(unreadable)}</span> });
        let count = speech.format.with_value(|format| format.count(count));
        view! {
            <tr>
                <td colspan=before class="total">{words.total_of(&count)}{without}</td>
                <td class="number sum">{own.map(|sum| view! { <Sum minor=sum currency=main bare=true/> })}</td>
                <td colspan=behind class="number also">{also}</td>
            </tr>
        }
    };
    let worth = move || {
        let lines = if view.is_of_open() { weighted(&list.get()) } else { rates(&list.get()) };
        let lines = lines.into_iter().map(|line| view! { <span>{line}</span>" " }).collect::<Vec<_>>();
        (!lines.is_empty()).then(|| view! { <tr class="worth"><td colspan=columns.len()>{lines}</td></tr> })
    };
    view! { {sums}{worth} }
}

/// What a list adds up to, in minor units of each currency.
fn sums(list: &Listing) -> Vec<(Currency, i64)> {
    let totals = list.tally().totals().iter();
    totals.map(|(currency, total)| (*currency, i64::try_from(total.minor).unwrap_or(i64::MAX))).collect()
}

/// Weighted by probability, with how many could not be.
fn weighted(list: &Listing) -> Vec<String> {
    let speech = use_speech();
    let counted: usize = list.tally().totals().values().map(|total| total.weighted_count).sum();
    let without = list.tally().count().saturating_sub(counted);
    let mut lines: Vec<String> = Vec::new();
    speech.format.with_value(|format| {
        let totals = list.tally().totals().iter().filter(|(_, total)| total.weighted_count > 0);
        for (currency, total) in totals {
            lines.extend(total.weighted().map(|sum| speech.words.weighted_sum(&format.money(sum, *currency))));
        }
        if without > 0 && !lines.is_empty() {
            lines.push(speech.words.not_weighted(&format.count(without)));
        }
    });
    lines
}

/// What was won and lost, by count and by value, each with what it is a share of.
fn rates(list: &Listing) -> Vec<String> {
    let speech = use_speech();
    let outcomes = list.outcomes();
    let Some(rate) = outcomes.rate() else { return Vec::new() };
    speech.format.with_value(|format| {
        let count = |count: usize| format.count(count);
        let percent = |rate: Rate| format.share(rate.per_myriad());
        let words = speech.words;
        let mut lines = vec![
            words.won_and_lost(&count(outcomes.won), &count(outcomes.lost)),
            words.win_rate(&percent(rate), &count(outcomes.won + outcomes.lost)),
        ];
        for (currency, values) in outcomes.values() {
            let money = |minor: i128| format.minor_units(i64::try_from(minor).unwrap_or(i64::MAX), *currency);
            lines.extend(values.rate().map(|rate| {
                words.win_rate_by_value(&percent(rate), &money(values.won), &money(values.won + values.lost))
            }));
        }
        lines
    })
}
