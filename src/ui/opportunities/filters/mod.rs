//! The filter of a list: conditions, which stand in the address as soon as they are chosen.

mod choices;
mod names;
mod spans;

use leptos::prelude::*;

use crate::ui::route::Route;
use crate::ui::store::{Store, use_store};
use crate::ui::text::use_locale;
use crate::workspace::{Filter, Query};
use choices::{Currencies, Reasons, Stages};
use names::{COMPETITOR, CUSTOMER, Named};
use spans::{AMOUNT, DATE, Ends};

/// The conditions that a list can have.
#[component]
pub fn Filters(
    /// What the list is asked for.
    query: Memo<Query>,
) -> impl IntoView {
    let words = use_locale().words;
    let desk = Desk { store: use_store(), query };
    let view = query.with_untracked(|query| query.view);
    view! {
        <div class="form conditions">
            <Words desk=desk/>
            <Stages desk=desk/>
            <Reasons desk=desk view=view/>
            <Named desk=desk of=CUSTOMER/>
            {(!view.is_of_open()).then(|| view! { <Named desk=desk of=COMPETITOR/> })}
            <Currencies desk=desk/>
            <Ends desk=desk label=words.amount_of(view) of=AMOUNT/>
            <Ends desk=desk label=words.date_of(view) of=DATE/>
        </div>
    }
}

/// How many conditions it has.
pub fn conditions(filter: &Filter) -> usize {
    let Filter { text, stage, reason, customer, competitor, currency, amount, date } = filter;
    [
        !text.is_empty(),
        stage.is_some(),
        reason.is_some(),
        customer.is_some(),
        competitor.is_some(),
        currency.is_some(),
        amount.is_some(),
        date.is_some(),
    ]
    .into_iter()
    .filter(|is_set| *is_set)
    .count()
}

/// The list that is filtered.
#[derive(Clone, Copy)]
struct Desk {
    store: Store,
    query: Memo<Query>,
}

impl Desk {
    /// Something of the filter.
    fn read<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Filter) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.query.with(|query| read(&query.filter)))
    }

    /// Another filter in its place. What is typed letter by letter is one step back, a choice is one each.
    fn change(self, typed: bool, change: impl FnOnce(&mut Filter)) {
        let mut query = self.query.get_untracked();
        let earlier = query.clone();
        change(&mut query.filter);
        if query == earlier {
            return;
        }
        let goes_on = typed && !earlier.filter.text.is_empty();
        if goes_on { self.store.replace_soon(Route::list(query)) } else { self.store.go(Route::list(query)) }
    }
}

#[component]
fn Words(desk: Desk) -> impl IntoView {
    let words = use_locale().words;
    let text = desk.read(|filter| filter.text.clone());
    view! {
        <div class="field">
            <label for="filter-text">{words.text_filter()}</label>
            <input
                class="input"
                id="filter-text"
                type="search"
                autocomplete="off"
                prop:value=move || text.get()
                on:input=move |event| desk.change(true, |filter| filter.text = event_target_value(&event))
            />
        </div>
    }
}

/// The box for what has nothing there.
#[component]
fn Nothing(is_none: Signal<bool>, label: &'static str, choose: impl Fn(bool) + 'static) -> impl IntoView {
    let words = use_locale().words;
    view! {
        <label class="check">
            <input
                type="checkbox"
                aria-label=words.is_empty(label)
                prop:checked=is_none
                on:change=move |event| choose(event_target_checked(&event))
            />
            {words.empty()}
        </label>
    }
}
