//! The figures of an opportunity at a glance: what it should bring while it is open, what it brought once it is closed.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::{Closing, Currency, Date, Field, Money, Opportunity, Percent, QuoteState};
use crate::ui::browser;
use crate::ui::parts::{Amount, Day, Icon, Sum};
use crate::ui::store::use_store;
use crate::ui::text::{Locale, use_locale};

/// The strip of figures. A closed record's is ruled off.
#[component]
pub(super) fn Figures(record: Memo<Option<Arc<Opportunity>>>) -> impl IntoView {
    let locale = use_locale();
    let today = use_store().today();
    move || {
        record.get().map(|it| match it.closing() {
            None => view! { <dl class="figures">{open(locale, &it, today.get())}</dl> }.into_any(),
            Some(closing) => {
                view! { <dl class="figures" data-closed="">{closed(locale, &it, closing)}</dl> }.into_any()
            }
        })
    }
}

fn open(locale: Locale, it: &Opportunity, today: Date) -> AnyView {
    let words = locale.words;
    let currency = it.details.currency;
    let date = it.details.estimated_close_date;
    let in_days = date.map(|date| date.days_since(today)).map(|days| match days {
        0.. => view! { " "<span class="muted">{words.days_from_today(days)}</span> }.into_any(),
        ..0 => view! {
            " "<span class="status" data-status="late"><Icon name="clock"/>{words.days_late(-days)}</span>
        }
        .into_any(),
    });
    let estimate = view! { <Amount money=it.estimated_revenue() currency=currency/> };
    view! {
        {figure(words.field(Field::EstimatedRevenue), estimate)}
        {figure(words.column_closes(), view! { <Day date=date/>{in_days} })}
        {figure(words.field(Field::Probability), percent(locale, it.details.probability))}
        {figure(words.weighted(), view! { <Amount money=weighted(it) currency=currency/> })}
        {figure(words.column_quotes(), quotes(locale, it))}
    }
    .into_any()
}

fn closed(locale: Locale, it: &Opportunity, closing: &Closing) -> AnyView {
    let words = locale.words;
    let currency = it.details.currency;
    let on = closing.facts().date;
    let revenue = closing.revenue();
    let timing = it.details.estimated_close_date.map(|estimated| match on.days_since(estimated) {
        0 => words.on_the_day().to_owned(),
        late @ 1.. => words.days_late(late),
        early => words.days_early(-early),
    });
    let timing = timing.map(|timing| view! { " "<span class="muted">{timing}</span> });
    let before = closing.before().probability.map(|before| {
        let before = locale.format.with_value(|format| format.percent(before.get()));
        view! { " "<span class="muted">{words.was(&before)}</span> }
    });
    let open_for = on.days_since(browser::clock().day_of(it.created_on)).max(0);
    let probability = view! { {percent(locale, it.shown_probability())}{before} };
    view! {
        {figure(words.field(Field::ActualRevenue), view! { <Amount money=revenue currency=currency/> })}
        {against(locale, revenue, closing.facts().estimate, currency)}
        {figure(words.column_closed(), view! { <Day date=Some(on)/>{timing} })}
        {figure(words.field(Field::Probability), probability)}
        {figure(words.open_for(), words.days(open_for))}
    }
    .into_any()
}

fn figure(name: &'static str, value: impl IntoView + 'static) -> AnyView {
    view! { <div><dt>{name}</dt><dd>{value.into_any()}</dd></div> }.into_any()
}

fn percent(locale: Locale, percent: Option<Percent>) -> AnyView {
    match percent {
        Some(percent) => locale.format.with_value(|format| format.percent(percent.get())).into_any(),
        None => view! { <span class="muted" aria-label=locale.words.not_given()>"–"</span> }.into_any(),
    }
}

/// How far the actual revenue is from the estimate of that time; without a revenue, that estimate.
fn against(locale: Locale, revenue: Option<Money>, estimate: Option<Money>, currency: Currency) -> AnyView {
    let words = locale.words;
    let (Some(revenue), Some(estimate)) = (revenue, estimate) else {
        return figure(words.estimate_at_closing(), view! { <Amount money=estimate currency=currency/> });
    };
    let difference = revenue.minor() - estimate.minor();
    let share = per_mille(difference, estimate.minor()).map(|share| {
        view! { " "<span class="muted">{signed_percent(share)}</span> }
    });
    figure(words.against_estimate(), view! { <Sum minor=difference currency=currency bare=true/>{share} })
}

/// The difference in thousandths of the estimate, rounded half away from zero; none of an estimate of 0.
fn per_mille(difference: i64, estimate: i64) -> Option<i64> {
    let (difference, estimate) = (i128::from(difference) * 1000, i128::from(estimate));
    let half = if difference < 0 { -estimate / 2 } else { estimate / 2 };
    (estimate > 0).then(|| (difference + half) / estimate).and_then(|share| i64::try_from(share).ok())
}

/// "−5.6%", "+12.0%": both languages write the point.
fn signed_percent(per_mille: i64) -> String {
    let sign = match per_mille {
        ..0 => "−",
        0 => "",
        1.. => "+",
    };
    let size = per_mille.unsigned_abs();
    format!("{sign}{}.{}%", size / 10, size % 10)
}

/// Estimate × probability, rounded once (R25).
fn weighted(it: &Opportunity) -> Option<Money> {
    let (estimate, percent) = (it.estimated_revenue()?, it.details.probability?);
    Money::from_minor((estimate.minor() * i64::from(percent.get()) + 50) / 100)
}

fn quotes(locale: Locale, it: &Opportunity) -> AnyView {
    let words = locale.words;
    let count = |is: fn(QuoteState) -> bool| it.quotes.iter().filter(|quote| is(quote.state())).count();
    let shown = [
        ("won", count(QuoteState::is_won), words.won_quotes(count(QuoteState::is_won))),
        ("active", count(|it| it == QuoteState::Active), words.active_quotes(count(|it| it == QuoteState::Active))),
        ("draft", count(|it| it == QuoteState::Draft), words.draft_quotes(count(|it| it == QuoteState::Draft))),
    ];
    let shown: Vec<AnyView> = shown
        .into_iter()
        .filter(|(_, count, _)| *count > 0)
        .map(|(status, _, text)| {
            view! { <span class="status" data-status=status><Icon name=status/>{text}</span>" " }.into_any()
        })
        .collect();
    if shown.is_empty() {
        return view! { <span class="muted" aria-label=words.no_open_quotes()>"–"</span> }.into_any();
    }
    shown.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    #[test]
    fn a_difference_in_percent_is_rounded_to_a_tenth() {
        let percent = |difference, estimate| per_mille(difference, estimate).map(signed_percent);
        assert_eq!(percent(-70_000, 1_250_000), Some("−5.6%".into()));
        assert_eq!(percent(1, 3), Some("+33.3%".into()));
        assert_eq!(percent(-2, 3), Some("−66.7%".into()));
        assert_eq!(percent(0, 10), Some("0.0%".into()));
        assert_eq!(percent(5, 0), None);
    }
}
