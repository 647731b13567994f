//! Conditions on names: of the customer, of the competitor.

use leptos::prelude::*;

use super::{Desk, Nothing};
use crate::domain::{Book, Field};
use crate::ui::text::use_locale;
use crate::workspace::{Filter, Wanted};

/// A condition on a name: how it is read from the filter and put into it.
#[derive(Clone, Copy)]
pub struct OfName {
    field: Field,
    id: &'static str,
    get: fn(&Filter) -> Option<Wanted<String>>,
    set: fn(&mut Filter, Option<Wanted<String>>),
}

pub const CUSTOMER: OfName = OfName {
    field: Field::Customer,
    id: "filter-customer",
    get: |filter| filter.customer.clone(),
    set: |filter, wanted| filter.customer = wanted,
};

pub const COMPETITOR: OfName = OfName {
    field: Field::Competitor,
    id: "filter-competitor",
    get: |filter| filter.competitor.clone(),
    set: |filter, wanted| filter.competitor = wanted,
};

/// A name in full, offered from those in the book; or none.
#[component]
pub fn Named(desk: Desk, of: OfName) -> impl IntoView {
    let words = use_locale().words;
    let wanted = desk.read(of.get);
    let name = move || match wanted.get() {
        Some(Wanted::Is(name)) => name,
        _ => String::new(),
    };
    let list = format!("{}-names", of.id);
    let names = Memo::new(move |_| match of.field {
        Field::Competitor => desk.store.read(Book::competitor_names),
        _ => desk.store.workspace(|workspace| workspace.index().customers().map(str::to_owned).collect::<Vec<_>>()),
    });
    let options = move || names.get().into_iter().map(|name| view! { <option value=name/> }).collect_view();
    let choose = move |event| {
        let name = event_target_value(&event).trim().to_owned();
        desk.change(false, |filter| (of.set)(filter, (!name.is_empty()).then_some(Wanted::Is(name))));
    };
    view! {
        <div class="field">
            <label for=of.id>{words.field(of.field)}</label>
            <div class="row">
                <input
                    class="input"
                    id=of.id
                    list=list.clone()
                    autocomplete="off"
                    prop:value=name
                    disabled=move || wanted.get() == Some(Wanted::Empty)
                    on:change=choose
                />
                <datalist id=list>{options}</datalist>
                <Nothing
                    is_none=Signal::derive(move || wanted.get() == Some(Wanted::Empty))
                    label=words.field(of.field)
                    choose=move |none| desk.change(false, |filter| (of.set)(filter, none.then_some(Wanted::Empty)))
                />
            </div>
        </div>
    }
}
