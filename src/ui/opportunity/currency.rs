//! The currency: any of ISO 4217 until something depends on it, then it is only shown (RULES §2).

use leptos::prelude::*;

use super::form::OpportunityForm;
use crate::domain::{Currency, Field as F};
use crate::ui::parts::{Field, Select};
use crate::ui::text::use_words;

/// The field of the currency.
#[component]
pub(super) fn CurrencyField(form: OpportunityForm) -> impl IntoView {
    let state = form.state;
    let control = move || {
        if form.locked.get() {
            view! { <Locked form=form/> }.into_any()
        } else {
            view! { <Choice form=form/> }.into_any()
        }
    };
    view! { <Field form=state field=F::Currency changed=form.is_changed(F::Currency)>{control}</Field> }
}

#[component]
fn Choice(form: OpportunityForm) -> impl IntoView {
    let name = |currency: Currency| {
        let name = form.locale.format.with_value(|format| format.currency_name(currency));
        (currency.code().to_owned(), format!("{currency} · {name}"))
    };
    view! { <Select form=form.state field=F::Currency options=Currency::all().map(name).collect()/> }
}

#[component]
fn Locked(form: OpportunityForm) -> impl IntoView {
    let id = form.state.control_id(F::Currency);
    let hint = format!("{id}-hint");
    view! {
        <input
            class="input"
            id=id
            name=F::Currency.name()
            value=form.state.start(F::Currency)
            readonly=true
            aria-describedby=hint.clone()
        />
        <p class="hint" id=hint>{use_words().currency_locked()}</p>
    }
}
