//! Conditions from the one to the other: on amounts, on dates.

use leptos::prelude::*;

use super::{Desk, Nothing};
use crate::domain::Date;
use crate::ui::parts::Icon;
use crate::ui::text::{Locale, use_locale};
use crate::workspace::{Filter, Span, Wanted};

/// A condition from the one to the other.
#[derive(Clone, Copy)]
pub struct OfSpan<T: 'static> {
    id: &'static str,
    get: fn(&Filter) -> Option<Wanted<Span<T>>>,
    set: fn(&mut Filter, Option<Wanted<Span<T>>>),
    read: fn(Locale, &str) -> Option<T>,
    write: fn(Locale, T) -> String,
    is_wrong: fn(Locale) -> &'static str,
}

pub const AMOUNT: OfSpan<i64> = OfSpan {
    id: "filter-amount",
    get: |filter| filter.amount,
    set: |filter, wanted| filter.amount = wanted,
    read: read_amount,
    write: write_amount,
    is_wrong: |locale| locale.words.amount_filter_is_wrong(),
};

pub const DATE: OfSpan<Date> = OfSpan {
    id: "filter-date",
    get: |filter| filter.date,
    set: |filter, wanted| filter.date = wanted,
    read: read_date,
    write: write_date,
    is_wrong: |locale| locale.words.date_filter_is_wrong(),
};

/// Whole major units, with or without commas.
fn read_amount(_: Locale, typed: &str) -> Option<i64> {
    let digits = typed.replace(',', "");
    digits.parse().ok().filter(|amount| (0..=1_000_000_000_000).contains(amount))
}

fn write_amount(locale: Locale, amount: i64) -> String {
    locale.format.with_value(|format| format.count(usize::try_from(amount).unwrap_or(0)))
}

fn read_date(locale: Locale, typed: &str) -> Option<Date> {
    locale.format.with_value(|format| Date::parse(typed, &format.months()).ok())
}

fn write_date(locale: Locale, date: Date) -> String {
    locale.format.with_value(|format| format.date(date))
}

/// Two ends, either of which may be open; or nothing there at all.
#[component]
pub fn Ends<T: Copy + PartialEq + Send + Sync + 'static>(
    desk: Desk,
    label: &'static str,
    of: OfSpan<T>,
) -> impl IntoView {
    let locale = use_locale();
    let words = locale.words;
    let wanted = desk.read(of.get);
    let span = move || match wanted.get() {
        Some(Wanted::Is(span)) => span,
        _ => Span { from: None, to: None },
    };
    let (wrong_from, wrong_to) = (RwSignal::new(false), RwSignal::new(false));
    let end = move |is_from: bool, wrong: RwSignal<bool>| {
        let (name, id) = if is_from { (words.from(), "from") } else { (words.until(), "to") };
        let id = format!("{}-{id}", of.id);
        let shown = move || {
            let end = if is_from { span().from } else { span().to };
            end.map(|end| (of.write)(locale, end)).unwrap_or_default()
        };
        let choose = move |event| {
            let typed = event_target_value(&event);
            let end = (of.read)(locale, typed.trim());
            wrong.set(end.is_none() && !typed.trim().is_empty());
            if wrong.get_untracked() {
                return;
            }
            desk.change(false, |filter| {
                let mut span = span();
                if is_from {
                    span.from = end;
                } else {
                    span.to = end;
                }
                let any = span.from.is_some() || span.to.is_some();
                (of.set)(filter, any.then_some(Wanted::Is(span)));
            });
        };
        view! {
            <input
                class="input"
                id=id
                autocomplete="off"
                aria-label=format!("{label}: {name}")
                placeholder=name
                prop:value=shown
                aria-invalid=move || wrong.get().then_some("true")
                disabled=move || wanted.with(|wanted| matches!(wanted, Some(Wanted::Empty)))
                on:change=choose
            />
        }
    };
    let error = move || {
        let is_wrong = wrong_from.get() || wrong_to.get();
        let says = (of.is_wrong)(locale);
        is_wrong.then(|| view! { <p class="error" role="alert"><Icon name="error"/>{says}</p> })
    };
    view! {
        <fieldset class="field">
            <legend>{label}</legend>
            <div>
                <div class="row">
                    {end(true, wrong_from)}{end(false, wrong_to)}
                    <Nothing
                        is_none=Signal::derive(move || wanted.with(|wanted| matches!(wanted, Some(Wanted::Empty))))
                        label=label
                        choose=move |none| desk.change(false, |filter| (of.set)(filter, none.then_some(Wanted::Empty)))
                    />
                </div>
                {error}
            </div>
        </fieldset>
    }
}
