//! The cells that every table of quotes has.

use leptos::prelude::*;

use crate::domain::{Currency, Date, Quote, QuoteKey};
use crate::ui::parts::{Amount, Icon, QuoteStatus};
use crate::ui::text::use_words;

/// Number and revision.
pub fn number(quote: QuoteKey) -> AnyView {
    view! { {quote.number.to_string()}" "{revision(quote)} }.into_any()
}

/// The revision as it stands behind the number.
pub fn revision(quote: QuoteKey) -> AnyView {
    view! { <span class="muted">{format!("r{}", quote.revision)}</span> }.into_any()
}

/// Name, state and total.
pub fn name_state_and_total(quote: &Quote, currency: Currency, today: Date) -> AnyView {
    let name = quote.content.name.to_string();
    view! {
        <td class="wide-column name" title=name>{name.clone()}</td>
        {state_and_total(quote, currency, today)}
    }
    .into_any()
}

/// State and total.
pub fn state_and_total(quote: &Quote, currency: Currency, today: Date) -> AnyView {
    view! {
        <td class="state">{state(quote, today, false)}</td>
        <td class="number"><Amount money=quote.total(currency) currency=currency bare=true/></td>
    }
    .into_any()
}

/// The state, and whether the offer holds no more; large in the head of a page.
pub fn state(quote: &Quote, today: Date, large: bool) -> AnyView {
    let expired = quote.is_expired(today).then(|| {
        let words = use_words();
        view! { " "<span class="status" data-status="late"><Icon name="clock"/>{words.expired()}</span> }
    });
    view! { <QuoteStatus state=quote.state() large=large/>{expired} }.into_any()
}
