//! What the page of an opportunity offers while it lies in the bin (R26).

use leptos::prelude::*;

use crate::domain::{Command, Opportunity, OpportunityCommand};
use crate::ui::browser;
use crate::ui::commands::{CommandButton, UserCommand};
use crate::ui::parts::{Icon, PAGE_HEAD};
use crate::ui::route::Route;
use crate::ui::store::use_store;
use crate::ui::text::use_locale;
use crate::workspace::View;

/// That it is in the bin and since when, and the two ways out of it.
#[component]
pub(super) fn DeletedBanner<'a>(opportunity: &'a Opportunity) -> impl IntoView {
    let store = use_store();
    let locale = use_locale();
    let words = locale.words;
    let id = opportunity.id;
    let day = browser::clock().day_of(opportunity.deleted_on?);
    let since = words.deleted_since(&locale.format.with_value(|format| format.date(day)));
    let remove = move |_| {
        if store.act(&Command::Opportunity(id, OpportunityCommand::Remove)).is_some() {
            // The page's address stays behind, and Back does not lead to it.
            store.replace(Route::view(View::Bin));
            browser::after_drawing(|| browser::focus(PAGE_HEAD));
        }
    };
    Some(view! {
        <div class="notice">
            <Icon name="bin"/>
            <p><strong>{since}</strong>" "{words.deleted_what_now()}</p>
            <div class="row actions">
                <button class="button" type="button" on:click=remove>{words.delete_for_good()}</button>
                <CommandButton command=UserCommand::Restore of=id/>
            </div>
        </div>
    })
}
