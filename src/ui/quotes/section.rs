//! The quotes of an opportunity, on its page.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::acting::{Acting, AnotherWon};
use super::{draft, row::Row};
use crate::domain::{
    Command, Field, Opportunity, OpportunityCommand, OpportunityId, Quote, QuoteKey, QuoteNumber, QuoteState,
};
use crate::ui::browser;
use crate::ui::opportunity::{UnsavedForm, use_unsaved_form};
use crate::ui::parts::{Icon, PAGE_HEAD};
use crate::ui::route::{Panel, Route};
use crate::ui::store::{Store, use_store};
use crate::ui::text::{use_locale, use_words};
use crate::workspace::What;

/// The id of the section's head, which takes the focus when a row has gone.
pub const HEAD: &str = "quotes-head";

/// The quotes of an opportunity, with what can be done with them.
#[component]
pub fn QuotesSection(
    /// Which opportunity.
    id: OpportunityId,
) -> impl IntoView {
    let store = use_store();
    let locale = use_locale();
    let words = locale.words;
    let record = store.opportunity(id);
    let unsaved = use_unsaved_form();
    let save_first = move |quote| unsaved.save_first() && draft::save_from_elsewhere(store, locale, id, quote);
    let acting = Acting::new(id, HEAD, save_first);
    let quotes = Memo::new(move |_| record.with(|record| record.as_ref().map(in_order).unwrap_or_default()));
    let is_editable = Memo::new(move |_| record.with(|record| record.as_ref().is_some_and(|it| it.is_editable())));
    let any = Memo::new(move |_| quotes.with(|quotes| !quotes.is_empty()));
    view! {
        <section aria-labelledby=HEAD>
            <div class="section-head">
                <h2 id=HEAD tabindex="-1">{words.quotes()}</h2>
                {move || is_editable.get().then(|| view! { <Buttons id=id unsaved=unsaved/> })}
            </div>
            <AnotherWon acting=acting/>
            {move || match (any.get(), is_editable.get()) {
                (true, _) => view! { <Table id=id acting=acting quotes=quotes is_editable=is_editable/> }.into_any(),
                (false, true) => view! { <p class="remark">{words.no_quotes_yet()}</p> }.into_any(),
                (false, false) => view! { <p class="remark">{words.no_quotes()}</p> }.into_any(),
            }}
            {move || is_editable.get().then(|| view! { <WillBlock id=id/> })}
        </section>
    }
}

/// The quotes as the table has them: what is offered, what is being written, what was won, and what was settled, latest
/// first.
fn in_order(opportunity: &Arc<Opportunity>) -> Vec<QuoteKey> {
    let place = |quote: &&Quote| match quote.state() {
        QuoteState::Active => (0, Reverse(None)),
        QuoteState::Draft => (1, Reverse(None)),
        QuoteState::Won(_) => (2, Reverse(None)),
        QuoteState::Closed(..) => (3, Reverse(quote.steps.last().map(|step| step.at))),
    };
    let mut quotes: Vec<&Quote> = opportunity.quotes.iter().collect();
    quotes.sort_by_key(place);
    quotes.into_iter().map(|quote| quote.key).collect()
}

/// *Close all quotes* and *New quote*.
#[component]
fn Buttons(id: OpportunityId, unsaved: UnsavedForm) -> impl IntoView {
    let store = use_store();
    let words = use_words();
    let record = store.opportunity(id);
    let any_open =
        Memo::new(move |_| record.with(|record| record.as_ref().is_some_and(|it| it.open_quotes().next().is_some())));
    let close_all = move || {
        let address = store.address(Route::Opportunity(id, Panel::CloseQuotes));
        view! { <a class="button" data-kind="quiet" href=address>{words.close_all_quotes_button()}</a> }
    };
    let add = move |_| {
        if unsaved.save_first() {
            add_quote(store, id);
        }
    };
    view! {
        <div class="row actions">
            {move || any_open.get().then(close_all)}
            <button class="button" data-kind="quiet" type="button" on:click=add>
                <Icon name="plus"/>
                {words.new_quote()}
            </button>
        </div>
    }
}

/// Starts a quote and goes to its page.
fn add_quote(store: Store, id: OpportunityId) {
    let done = store.act(&Command::Opportunity(id, OpportunityCommand::AddQuote));
    if let Some(What::QuoteAdded(quote)) = done.and_then(|done| done.what) {
        store.go(Route::Quote(id, quote));
        browser::after_drawing(|| browser::focus(PAGE_HEAD));
    }
}

#[component]
fn Table(id: OpportunityId, acting: Acting, quotes: Memo<Vec<QuoteKey>>, is_editable: Memo<bool>) -> impl IntoView {
    let store = use_store();
    let locale = use_locale();
    let words = locale.words;
    let record = store.opportunity(id);
    let total = move || {
        let currency = record.with(|record| record.as_ref().map(|it| it.details.currency));
        let symbol = currency.map(|currency| locale.format.with_value(|format| format.symbol(currency)));
        words.in_currency(words.field(Field::Total), &symbol.unwrap_or_default())
    };
    let elsewhere = Memo::new(move |_| {
        let numbers = quotes.with(|quotes| quotes.iter().map(|quote| quote.number).collect::<Vec<_>>());
        store.read(|book| numbers.into_iter().map(|number| (number, also_on(book, number, id))).collect())
    });
    view! {
        <table class="ledger quotes">
            <caption class="hidden">{words.quotes_caption()}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.quote()}</th>
                    <th scope="col">{words.field(Field::QuoteName)}</th>
                    <th scope="col">{words.column_status()}</th>
                    <th scope="col" class="number">{total}</th>
                    {move || is_editable.get().then(|| view! {
                        <th scope="col"><span class="hidden">{words.quote_actions()}</span></th>
                    })}
                </tr>
            </thead>
            <tbody>
                <For each=move || quotes.get() key=|quote| *quote let:quote>
                    <Row id=id quote=quote acting=acting is_editable=is_editable elsewhere=elsewhere/>
                </For>
            </tbody>
        </table>
    }
}

/// The other opportunities that have quotes of these numbers, by id and topic.
pub type Elsewhere = BTreeMap<QuoteNumber, Vec<(OpportunityId, String)>>;

/// The other opportunities that have a quote of this number.
pub fn also_on(book: &crate::domain::Book, number: QuoteNumber, id: OpportunityId) -> Vec<(OpportunityId, String)> {
    let others = book.also_numbered(number, id).into_iter();
    others.map(|other| (other.id, other.details.topic.to_string())).collect()
}

/// Which quotes will stop the closing, and what it will ask (R6, R7).
#[component]
fn WillBlock(id: OpportunityId) -> impl IntoView {
    let store = use_store();
    let words = use_words();
    let record = store.opportunity(id);
    let preferences = store.preferences();
    let blocking = Memo::new(move |_| {
        let drafts = preferences.with(|preferences| preferences.drafts);
        let key = |quote: &Quote| (quote.key, quote.state());
        record.with(|record| record.as_ref().map(|it| it.blocking_quotes(drafts).map(key).collect::<Vec<_>>()))
    });
    let remark = move |quotes: Vec<(QuoteKey, QuoteState)>| {
        view! {
            <p class="remark">
                <span class="status" data-status="warn">
                    <Icon name="warn"/>
                    <strong>{words.quotes_are_open(&quotes)}</strong>
                </span>
                " "
                {words.closing_will_ask(quotes.len())}
            </p>
        }
    };
    move || blocking.get().filter(|quotes| !quotes.is_empty()).map(remark)
}
