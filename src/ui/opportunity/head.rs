//! The way back, and the head of the page.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::{Opportunity, OpportunityId, Outcome};
use crate::ui::parts::{Icon, OpportunityStatus, PAGE_HEAD};
use crate::ui::route::Route;
use crate::ui::store::use_store;
use crate::ui::text::{use_locale, use_words};
use crate::workspace::View;

/// The list that an opportunity belongs to.
pub fn list_of(opportunity: &Opportunity) -> View {
    match opportunity.outcome() {
        _ if opportunity.is_in_bin() => View::Bin,
        None => View::Open,
        Some(Outcome::Won) => View::Won,
        Some(Outcome::Lost) => View::Lost,
    }
}

/// The link back to a list, and where in it the opportunity stands.
#[component]
pub(super) fn Crumb(
    /// Which list.
    #[prop(into)]
    view: Signal<View>,
    /// Of which opportunity.
    #[prop(optional)]
    of: Option<OpportunityId>,
) -> impl IntoView {
    let store = use_store();
    let locale = use_locale();
    let list = store.listing(Memo::new(move |_| store.list_left(view.get())));
    let place = Memo::new(move |_| {
        let list = list.get();
        let place = of.and_then(|id| list.place(id));
        place.map(|place| (place + 1, list.rows().len()))
    });
    let position = move || {
        place.get().map(|(place, count)| {
            let number = |number| locale.format.with_value(|format| format.count(number));
            view! { <span class="muted wide">{locale.words.position(&number(place), &number(count))}</span> }
        })
    };
    view! {
        <nav class="crumb actions" aria-label=locale.words.where_you_are()>
            <a href=move || store.address(Route::list(store.list_left(view.get())))>
                <Icon name="left"/>
                {move || locale.words.view_title(view.get())}
            </a>
            {position}
        </nav>
    }
}

/// What the opportunity is, whose, and how it stands.
#[component]
pub(super) fn Title(record: Memo<Option<Arc<Opportunity>>>) -> impl IntoView {
    let topic = move || record.with(|it| it.as_ref().map(|it| it.details.topic.to_string()));
    let who = move || {
        let people = record.with(|it| {
            let details = &it.as_ref()?.details;
            let names: Vec<String> =
                [&details.customer, &details.contact].into_iter().flatten().map(ToString::to_string).collect();
            Some(names.join(", "))
        });
        people.filter(|people| !people.is_empty()).map(|people| view! { <span class="muted">{people}</span> })
    };
    let status = move || record.get().map(|it| view! { <OpportunityStatus opportunity=&it large=true/> }.into_any());
    view! {
        <div>
            <h1 id=PAGE_HEAD tabindex="-1">{topic}</h1>
            <p class="row">{who}{status}</p>
        </div>
    }
}

/// Words in the place of an opportunity that is not there.
#[component]
pub(super) fn Missing() -> impl IntoView {
    let words = use_words();
    crate::ui::browser::set_title(&format!("{} · Tutup", words.opportunity_missing()));
    view! {
        <Crumb view=View::All/>
        <div class="page-head"><h1 id=PAGE_HEAD tabindex="-1">{words.opportunity_missing()}</h1></div>
        <p class="lead">{words.opportunity_missing_text()}</p>
    }
}
