//! One row of the quotes of an opportunity.

use leptos::prelude::*;

use super::acting::Acting;
use super::acts::Act;
use super::cells;
use super::section::{Elsewhere, HEAD};
use crate::domain::{OpportunityId, QuoteKey};
use crate::ui::browser;
use crate::ui::parts::{Icon, Menu};
use crate::ui::route::{Panel, Route};
use crate::ui::store::use_store;
use crate::ui::text::use_words;

/// A quote with what can be done with it.
#[component]
pub fn Row(
    /// Of which opportunity.
    id: OpportunityId,
    /// Which quote.
    quote: QuoteKey,
    /// The acts of the section.
    acting: Acting,
    /// Whether the opportunity can be changed.
    is_editable: Memo<bool>,
    /// Where else there are quotes of these numbers.
    elsewhere: Memo<Elsewhere>,
) -> impl IntoView {
    let store = use_store();
    let record = store.opportunity(id);
    let today = store.today();
    let address = store.address(Route::Quote(id, quote));
    let also = Memo::new(move |_| elsewhere.with(|all| all.get(&quote.number).cloned().unwrap_or_default()));
    let found = Memo::new(move |_| {
        record.with(|it| it.as_ref().and_then(|it| it.quote(quote).cloned().map(|quote| (quote, it.details.currency))))
    });
    let cells = move || {
        found.get().map(|(quote, currency)| {
            let name = quote.content.name.to_string();
            let also = view! { <AlsoOn also=also/> }.into_any();
            view! {
                <td class="wide-column name" title=name>{name.clone()}{also}</td>
                {cells::state_and_total(&quote, currency, today.get())}
            }
        })
    };
    view! {
        <tr>
            <th scope="row"><a href=address>{quote.number.to_string()}</a>" "{cells::revision(quote)}</th>
            {cells}
            {move || is_editable.get().then(|| view! { <td class="act"><Acts id=id quote=quote acting=acting/></td> })}
        </tr>
    }
}

/// The other opportunities that have a quote of this number (RULES §3).
#[component]
pub fn AlsoOn(
    /// By id and topic.
    #[prop(into)]
    also: Signal<Vec<(OpportunityId, String)>>,
) -> impl IntoView {
    let store = use_store();
    let words = use_words();
    let links = move |also: Vec<(OpportunityId, String)>| {
        let links = also.into_iter().enumerate().map(|(place, (other, topic))| {
            let address = store.address(Route::Opportunity(other, Panel::None));
            view! { {(place > 0).then_some(", ")}<a href=address>{topic}</a> }
        });
        view! { <small class="also-on">{words.also_on()}" "{links.collect_view()}</small> }
    };
    move || Some(also.get()).filter(|also| !also.is_empty()).map(links)
}

/// The menu of a row: exactly what the quote's state allows.
#[component]
fn Acts(id: OpportunityId, quote: QuoteKey, acting: Acting) -> impl IntoView {
    let store = use_store();
    let words = use_words();
    let record = store.opportunity(id);
    let acts = Memo::new(move |_| {
        let of = |it: &std::sync::Arc<crate::domain::Opportunity>| it.quote(quote).map(|quote| Act::of(it, quote));
        record.with(|record| record.as_ref().and_then(of).unwrap_or_default())
    });
    let menu = format!("acts-{}", quote.code());
    let button = format!("{menu}-button");
    let item = move |act: Act| {
        let button = button.clone();
        let run = move |_| {
            if acting.act(quote, act).is_some() {
                // The row may stand elsewhere now, or be gone.
                let button = button.clone();
                browser::after_drawing(move || browser::focus(if is_there(&button) { &button } else { HEAD }));
            }
        };
        view! {
            <button class="button" type="button" on:click=run>
                <Icon name=act.icon()/>
                {act.name(words)}
            </button>
        }
    };
    view! {
        <Menu id=menu label=words.actions_for_quote(quote)>
            {move || acts.get().into_iter().map(item.clone()).collect_view()}
        </Menu>
    }
}

fn is_there(id: &str) -> bool {
    browser::document().is_some_and(|document| document.get_element_by_id(id).is_some())
}
