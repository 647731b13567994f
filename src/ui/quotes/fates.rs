//! The table of open quotes with what becomes of each (R6): one for every dialog that settles quotes.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::{ev, html, prelude::*};

use super::cells;
use crate::domain::{Details, Fate, Field, Opportunity, Quote, QuoteKey};
use crate::ui::parts::{FieldError, FormState, described, invalid, typed_text};
use crate::ui::store::use_store;
use crate::ui::text::{use_locale, use_words};

/// The open quotes of an opportunity, and a select for the fate of each, called `Field::Fate(key).name()`.
#[component]
pub fn Fates(
    /// Of this form.
    form: FormState,
    /// The opportunity whose open quotes are settled.
    opportunity: Arc<Opportunity>,
    /// The fates that this dialog knows, in the order in which they are offered.
    offered: &'static [Fate],
    /// Whether a quote can take an offered fate at present; asked anew when something that it reads changes.
    can: impl Fn(QuoteKey, Fate) -> bool + Copy + Send + Sync + 'static,
    /// The fate of each quote at present, by default or picked; the selects follow it.
    #[prop(into)]
    fates: Signal<BTreeMap<QuoteKey, Fate>>,
    /// What the user picked; a quote that is not in it has its default.
    picks: RwSignal<BTreeMap<QuoteKey, Fate>>,
    /// While it is off, nothing can be picked; what was picked is kept.
    #[prop(optional, into)]
    off: Signal<bool>,
) -> impl IntoView {
    let locale = use_locale();
    let words = locale.words;
    let Opportunity { details: Details { currency, .. }, quotes, .. } = Arc::unwrap_or_clone(opportunity);
    let total =
        locale.format.with_value(|format| words.in_currency(words.field(Field::Total), &format.symbol(currency)));
    let today = use_store().today().get_untracked();
    let row = |quote: &Quote| {
        let key = quote.key;
        let select =
            view! { <FateSelect form=form quote=key offered=offered can=can fates=fates picks=picks off=off/> };
        view! {
            <tr>
                <th scope="row">{cells::number(key)}</th>
                {cells::name_state_and_total(quote, currency, today)}
                <td class="fate">{select}</td>
            </tr>
        }
    };
    let open = quotes.iter().filter(|quote| quote.state().is_open());
    let becomes = open.clone().next().map(|quote| words.field(Field::Fate(quote.key)));
    let rows = open.map(row).collect_view();
    view! {
        <table class="ledger fates" data-off=move || off.get().then_some("")>
            <caption class="hidden">{words.fates_caption()}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.quote()}</th>
                    <th scope="col">{words.field(Field::QuoteName)}</th>
                    <th scope="col">{words.column_status()}</th>
                    <th scope="col" class="number">{total}</th>
                    <th scope="col">{becomes}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// What becomes of one quote.
#[component]
fn FateSelect(
    form: FormState,
    quote: QuoteKey,
    offered: &'static [Fate],
    can: impl Fn(QuoteKey, Fate) -> bool + Copy + Send + Sync + 'static,
    fates: Signal<BTreeMap<QuoteKey, Fate>>,
    picks: RwSignal<BTreeMap<QuoteKey, Fate>>,
    off: Signal<bool>,
) -> impl IntoView {
    let words = use_words();
    let field = Field::Fate(quote);
    let select = NodeRef::<html::Select>::new();
    let fate = Memo::new(move |_| fates.with(|fates| fates.get(&quote).copied()));
    Effect::new(move |_| {
        if let (Some(select), Some(fate)) = (select.get(), fate.get()) {
            select.set_value(fate.code());
        }
    });
    let pick = move |event: ev::Event| {
        if let Some(fate) = Fate::from_code(&typed_text(&event)) {
            picks.update(|picks| {
                picks.insert(quote, fate);
            });
        }
    };
    let now = fate.get_untracked();
    let options = offered.iter().map(|&fate| {
        let is_out = move || !can(quote, fate);
        view! {
            <option value=fate.code() selected={now == Some(fate)} hidden=is_out disabled=is_out>
                {words.fate(fate)}
            </option>
        }
    });
    // A disabled control is not in what the form holds, so what was picked stands in for it.
    let kept = move || {
        let fate = off.get().then(|| fate.get()).flatten();
        fate.map(|fate| view! { <input type="hidden" name=field.name() value=fate.code()/> })
    };
    view! {
        <select
            class="input"
            id=form.control_id(field)
            name=field.name()
            aria-label=format!("{}: {quote}", words.field(field))
            aria-invalid=invalid(form, field)
            aria-describedby=described(form, field)
            disabled=move || off.get()
            node_ref=select
            on:change=pick
        >
            {options.collect_view()}
        </select>
        {kept}
        <FieldError form=form field=field/>
    }
}
