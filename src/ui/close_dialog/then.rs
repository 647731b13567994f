//! *Then*: what will happen, always of what stands in the dialog.

use leptos::prelude::*;

use super::consequence::Consequence;
use super::state::Dialog;
use crate::domain::{Date, Fate, Field as Of, Money, Outcome, QuoteKey};
use crate::ui::parts::{Day, Icon};

/// The preview. What changes in it is announced when the user pauses.
#[component]
pub fn Then(dialog: Dialog) -> impl IntoView {
    let then = dialog.part(|shown| shown.then.clone());
    view! {
        <section class="then" aria-labelledby="close-then">
            <h3 id="close-then">{dialog.locale.words.then()}</h3>
            <div role="status" aria-atomic="false">
                <ul>
                    <For each=move || then.get() key=Clone::clone let:consequence>
                        {line(dialog, &consequence)}
                    </For>
                </ul>
            </div>
        </section>
    }
}

fn line(dialog: Dialog, consequence: &Consequence) -> AnyView {
    let words = dialog.locale.words;
    let (status, icon, word, text) = match consequence {
        Consequence::NothingYet(fields) => {
            let names: Vec<String> = fields.iter().map(|field| name(dialog, *field)).collect();
            ("idle", "open", words.stays_open(), words.to_settle_first(&names).into_any())
        }
        Consequence::Closed(outcome, revenue, date) => {
            let status = match outcome {
                Outcome::Won => "won",
                Outcome::Lost => "lost",
            };
            (status, status, words.outcome(*outcome), closed(dialog, *revenue, *date))
        }
        Consequence::Settled(fate, quotes) => {
            let status = match fate {
                Fate::Won => "won",
                Fate::Lost => "lost",
                Fate::Canceled => "canceled",
            };
            (status, status, words.fate(*fate), names(quotes).into_any())
        }
        Consequence::StaysWon(quote) => {
            ("won", "won", words.fate(Fate::Won), format!("{quote}, {}", words.as_before()).into_any())
        }
        Consequence::Replaced(number) => {
            ("canceled", "canceled", words.fate(Fate::Canceled), words.replaced_closing(*number).into_any())
        }
        Consequence::ReadOnly => ("lock", "lock", words.read_only(), words.until_reopened().into_any()),
        Consequence::Unusual(warning) => ("warn", "warn", words.warning(), words.closing_warning(*warning).into_any()),
    };
    view! {
        <li><span class="status" data-status=status><Icon name=icon/>{word}</span><span>{text}</span></li>
    }
    .into_any()
}

fn names(quotes: &[QuoteKey]) -> String {
    quotes.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn closed(dialog: Dialog, revenue: Option<Money>, date: Date) -> AnyView {
    let words = dialog.locale.words;
    let currency = dialog.form.currency.get_untracked();
    let head = match revenue {
        Some(money) => {
            let money = dialog.locale.format.with_value(|format| format.money(money, currency));
            view! { {words.opportunity_with()}" "<strong class="money">{money}</strong> }.into_any()
        }
        None => words.opportunity_without().into_any(),
    };
    view! { {head}" "{words.on_date()}" "<Day date=Some(date)/> }.into_any()
}

/// How a field is called in the list of what is to settle.
fn name(dialog: Dialog, field: Of) -> String {
    let words = dialog.locale.words;
    match field {
        Of::Quotes => words.quotes_in_the_way().to_owned(),
        Of::Fate(quote) => quote.to_string(),
        field => words.field(field).to_owned(),
    }
}
