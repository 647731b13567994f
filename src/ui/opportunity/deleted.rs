//! Deleting an opportunity, and what its page offers while it lies in the bin (R26).

use leptos::prelude::*;

use super::form::OpportunityForm;
use super::head::list_of;
use super::unsaved::UnsavedForm;
use crate::domain::{Command, Opportunity, OpportunityCommand, OpportunityId};
use crate::ui::browser;
use crate::ui::parts::{Icon, PAGE_HEAD};
use crate::ui::route::Route;
use crate::ui::store::{Store, use_store};
use crate::ui::text::use_locale;
use crate::workspace::View;

/// Moves it into the bin and goes back to its list. What is unsaved is saved first; if that fails, it stays (R22).
pub(super) fn delete(store: Store, unsaved: UnsavedForm, id: OpportunityId) {
    let list = untrack(|| store.read(|book| book.opportunity(id).map(|it| list_of(it))));
    if unsaved.save_first() && store.act(&Command::Opportunity(id, OpportunityCommand::Delete)).is_some() {
        leave(store, list.unwrap_or(View::All));
    }
}

/// The page's address stays behind, and Back does not lead to it.
fn leave(store: Store, list: View) {
    store.replace(Route::view(list));
    browser::after_drawing(|| browser::focus(PAGE_HEAD));
}

/// That it is in the bin and since when, and the two ways out of it.
#[component]
pub(super) fn DeletedBanner<'a>(opportunity: &'a Opportunity, form: OpportunityForm) -> impl IntoView {
    let store = use_store();
    let locale = use_locale();
    let words = locale.words;
    let id = opportunity.id;
    let day = browser::clock().day_of(opportunity.deleted_on?);
    let since = words.deleted_since(&locale.format.with_value(|format| format.date(day)));
    let restore = move |_| {
        if store.act(&Command::Opportunity(id, OpportunityCommand::Restore)).is_some() {
            form.refused.set(None);
            browser::after_drawing(|| browser::focus(PAGE_HEAD));
        }
    };
    let remove = move |_| {
        if store.act(&Command::Opportunity(id, OpportunityCommand::Remove)).is_some() {
            leave(store, View::Bin);
        }
    };
    Some(view! {
        <div class="notice">
            <Icon name="bin"/>
            <p><strong>{since}</strong>" "{words.deleted_what_now()}</p>
            <div class="row actions">
                <button class="button" type="button" on:click=remove>{words.delete_for_good()}</button>
                <button class="button" type="button" on:click=restore><Icon name="again"/>{words.restore()}</button>
            </div>
        </div>
    })
}
