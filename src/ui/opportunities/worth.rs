//! What the sums of a list are worth: weighted by probability (R25), or what they say of winning (R19).

use std::sync::Arc;

use leptos::prelude::*;

use crate::ui::text::{Locale, use_locale};
use crate::workspace::{Column, Listing, Rate};

/// The last row of the foot: of what is open the weighted sums, else what was won and lost.
#[component]
pub fn Worth(
    /// Of which rows.
    list: Memo<Arc<Listing>>,
    /// The columns under which it stands.
    columns: Memo<Vec<Column>>,
) -> impl IntoView {
    let locale = use_locale();
    move || {
        let is_open = list.with(|list| list.query().view.is_of_open());
        let lines = list.with(|list| if is_open { weighted(locale, list) } else { rates(locale, list) });
        let lines = lines.into_iter().map(|line| view! { <span>{line}</span>" " }).collect::<Vec<_>>();
        // With the boxes before them.
        let span = columns.with(Vec::len) + 1;
        (!lines.is_empty()).then(|| view! { <tr class="worth"><td colspan=span>{lines}</td></tr> })
    }
}

/// Weighted by probability, with how many could not be.
fn weighted(locale: Locale, list: &Listing) -> Vec<String> {
    let counted: usize = list.tally().totals().values().map(|total| total.weighted_count).sum();
    let without = list.tally().count().saturating_sub(counted);
    let mut lines: Vec<String> = Vec::new();
    locale.format.with_value(|format| {
        let totals = list.tally().totals().iter().filter(|(_, total)| total.weighted_count > 0);
        for (currency, total) in totals {
            lines.extend(total.weighted().map(|sum| locale.words.weighted_sum(&format.money(sum, *currency))));
        }
        if without > 0 && !lines.is_empty() {
            lines.push(locale.words.not_weighted(&format.count(without)));
        }
    });
    lines
}

/// What was won and lost, by count and by value, each with what it is a share of.
fn rates(locale: Locale, list: &Listing) -> Vec<String> {
    let outcomes = list.outcomes();
    let Some(rate) = outcomes.rate() else { return Vec::new() };
    locale.format.with_value(|format| {
        let count = |count: usize| format.count(count);
        let percent = |rate: Rate| format.share(rate.per_myriad());
        let words = locale.words;
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
