//! Amounts and days as the ledger sets them.

use leptos::prelude::*;

use crate::domain::{Currency, Date, Money};
use crate::ui::text::use_speech;

/// An amount: all digits, sign and minor digits in lighter ink. Absent, a dash (never 0).
#[component]
pub fn Amount(
    /// How much.
    money: Option<Money>,
    /// In what.
    currency: Currency,
    /// Without the currency's sign: where the column's head has it.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let speech = use_speech();
    let Some(money) = money else {
        return view! { <span class="muted" aria-label=speech.words.not_given()>"–"</span> }.into_any();
    };
    view! { <Sum minor=money.minor() currency=currency bare=bare/> }.into_any()
}

/// A sum or a difference in minor units, which may be negative or beyond what one record can hold.
#[component]
pub fn Sum(
    /// How much.
    minor: i64,
    /// In what.
    currency: Currency,
    /// Without the currency's sign.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    let parts = use_speech().format.with_value(|format| format.parts(minor, currency));
    let symbol = (!bare).then(|| view! { <span class="minor">{parts.symbol}</span>"\u{a0}" });
    let minor = (!parts.minor.is_empty()).then(|| view! { <span class="minor">{parts.minor}</span> });
    view! { <span class="money">{symbol}{parts.major}{minor}</span> }
}

/// A date, machine-readable too. Absent, a dash.
#[component]
pub fn Day(
    /// Which day.
    date: Option<Date>,
    /// Leave the year away when it is that of this day.
    #[prop(optional)]
    today: Option<Date>,
) -> impl IntoView {
    let speech = use_speech();
    let Some(date) = date else {
        return view! { <span class="muted" aria-label=speech.words.not_given()>"–"</span> }.into_any();
    };
    let text = speech.format.with_value(|format| match today {
        Some(today) => format.short_date(date, today),
        None => format.date(date),
    });
    view! { <time datetime=date.to_string()>{text}</time> }.into_any()
}
