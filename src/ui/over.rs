//! The dialogs that an address opens over a list or the board.

use leptos::prelude::*;

use super::bulk::{CloseSelected, EditSelected};
use super::close_dialog::CloseDialog;
use super::opportunity::save_kept;
use super::route::{Over, Panel, Route};
use super::store::use_store;
use super::text::use_locale;
use crate::domain::{OpportunityId, Outcome};

/// The dialog of the present address, if it opens one over a list or the board.
#[component]
pub fn OverDialog() -> impl IntoView {
    let store = use_store();
    let over = Memo::new(move |_| store.place().with(|place| place.route.over()));
    move || match over.get() {
        Over::None => ().into_any(),
        Over::CloseSelected(outcome) => view! { <CloseSelected outcome=outcome/> }.into_any(),
        Over::EditSelected => view! { <EditSelected/> }.into_any(),
        Over::Close(id, outcome) => view! { <CloseOne id=id outcome=outcome/> }.into_any(),
    }
}

/// Closes one, as its own page would: what is unsaved of it is saved first, and where that has problems, its form shows them.
/// Where there is nothing to close, its page says why (R22).
#[component]
fn CloseOne(id: OpportunityId, outcome: Outcome) -> impl IntoView {
    let (store, locale) = (use_store(), use_locale());
    let record = store.opportunity(id);
    let can_close = Memo::new(move |_| record.with(|it| it.as_ref().is_some_and(|it| it.is_editable())));
    let is_saved = untrack(|| can_close.get() && save_kept(store, locale, id));
    Effect::new(move |_| {
        let can_close = can_close.get();
        // What has just been closed from here is shown here; the dialog is about to go.
        if store.place().with_untracked(|place| place.route.over()) != Over::Close(id, outcome) {
            return;
        }
        if !can_close {
            store.replace(Route::Opportunity(id, Panel::Close(outcome)));
        } else if !is_saved {
            // It could not be stored, and the notice says so.
            store.close_panel();
        }
    });
    is_saved.then(|| view! { <CloseDialog id=id outcome=outcome correcting=false/> })
}
