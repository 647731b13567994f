//! How a quote came to where it is, and the other revisions of its number.

use leptos::prelude::*;

use super::cells;
use crate::domain::{Currency, Date, Field, Opportunity, OpportunityId, Quote, QuoteStep};
use crate::ui::browser;
use crate::ui::parts::Amount;
use crate::ui::route::Route;
use crate::ui::store::use_store;
use crate::ui::text::{use_locale, use_words};

/// The steps of a quote, newest first, each with its day.
#[component]
pub fn Steps<'a>(
    /// Oldest first.
    steps: &'a [QuoteStep],
    /// Today on the user's calendar.
    today: Date,
) -> impl IntoView {
    let locale = use_locale();
    let words = locale.words;
    let clock = browser::clock();
    let step = |step: &QuoteStep| {
        let day = clock.day_of(step.at);
        let (short, moment) =
            locale.format.with_value(|format| (format.short_date(day, today), format.moment(step.at)));
        // A quote that was settled with its opportunity has the closing's date, whenever that was entered.
        let dated = step.state.closed_on().filter(|on| *on != day).map(|on| {
            let on = locale.format.with_value(|format| format.date(on));
            view! { ", "<span class="muted">{words.dated(&on)}</span> }
        });
        view! {
            <li>
                <time datetime=day.to_string() title=moment>{short}</time>
                <p>{words.quote_step(step.state)}{dated}</p>
            </li>
        }
    };
    view! {
        <section class="history" aria-labelledby="quote-history-head">
            <div class="section-head"><h2 id="quote-history-head">{words.quote_history()}</h2></div>
            <ol class="timeline">{steps.iter().rev().map(step).collect_view()}</ol>
        </section>
    }
}

/// Every revision of the quote's number, if there are others, latest first.
pub fn revisions(opportunity: &Opportunity, quote: &Quote) -> Vec<Quote> {
    let of_number = opportunity.quotes.iter().filter(|other| other.key.number == quote.key.number);
    let mut revisions: Vec<Quote> = of_number.cloned().collect();
    revisions.sort_by_key(|quote| std::cmp::Reverse(quote.key.revision));
    if revisions.len() > 1 { revisions } else { Vec::new() }
}

/// The revisions of a quote's number.
#[component]
pub fn Revisions<'a>(
    /// Of which opportunity.
    id: OpportunityId,
    /// All of them.
    revisions: &'a [Quote],
    /// The one that is shown.
    quote: &'a Quote,
    /// The opportunity's currency.
    currency: Currency,
    /// Today on the user's calendar.
    today: Date,
) -> impl IntoView {
    let store = use_store();
    let words = use_words();
    let row = |other: &Quote| {
        let key = other.key;
        let number = format!("r{}", key.revision);
        let number = if key == quote.key {
            view! { <span aria-current="page">{number}</span> }.into_any()
        } else {
            view! { <a href=store.address(Route::Quote(id, key)) aria-label=key.to_string()>{number}</a> }.into_any()
        };
        view! {
            <tr>
                <th scope="row">{number}</th>
                <td class="state wide-column">{cells::state(other, today, false)}</td>
                <td class="number"><Amount money=other.total(currency) currency=currency/></td>
            </tr>
        }
    };
    view! {
        <section aria-labelledby="quote-revisions-head">
            <div class="section-head">
                <h2 id="quote-revisions-head">{words.revisions_of(quote.key.number)}</h2>
            </div>
            <table class="ledger revisions">
                <caption class="hidden">{words.revisions_of(quote.key.number)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.revision()}</th>
                        <th scope="col">{words.column_status()}</th>
                        <th scope="col" class="number">{words.field(Field::Total)}</th>
                    </tr>
                </thead>
                <tbody>{revisions.iter().map(row).collect_view()}</tbody>
            </table>
        </section>
    }
}
