//! The dialogs that an address opens on the page, and why one does not open (R22).

use std::sync::Arc;

use leptos::prelude::*;

use super::form::OpportunityForm;
use crate::domain::{Opportunity, OpportunityId, Outcome, Refusal};
use crate::ui::close_dialog::CloseDialog;
use crate::ui::conflict::CompareDialog;
use crate::ui::quotes::CloseQuotesDialog;
use crate::ui::route::{Panel, Route};
use crate::ui::store::use_store;

/// The dialog of the present address, once what was unsaved is saved. Where it would have nothing to do, the page says
/// why, and the address becomes the page's own.
#[component]
pub(super) fn Panels(
    id: OpportunityId,
    record: Memo<Option<Arc<Opportunity>>>,
    form: OpportunityForm,
) -> impl IntoView {
    let store = use_store();
    let wanted = Memo::new(move |_| {
        store.place().with(|place| match place.route {
            Route::Opportunity(other, panel) if other == id => panel,
            _ => Panel::None,
        })
    });
    let refusal = Memo::new(move |_| record.with(|it| it.as_deref().and_then(|it| refusal(wanted.get(), it))));
    let admitted = RwSignal::new(Panel::None);
    Effect::new(move |_| {
        let (wanted, refusal) = (wanted.get(), refusal.get());
        let admit = wanted != Panel::None && refusal.is_none();
        let is_new = admitted.get_untracked() != wanted;
        if let Some(refusal) = refusal {
            form.refused.set(Some(refusal));
        }
        let is_ready = move || match wanted {
            // What is unsaved is not touched by putting back what another tab wrote over.
            Panel::Compare => store.crossed(id).is_some(),
            _ => form.save_first(),
        };
        if admit && is_new && untrack(is_ready) {
            form.refused.set(None);
            admitted.set(wanted);
        } else if !admit || is_new {
            admitted.set(Panel::None);
            if wanted != Panel::None {
                store.replace(Route::Opportunity(id, Panel::None));
            }
        }
    });
    let admitted = Memo::new(move |_| admitted.get());
    move || match admitted.get() {
        Panel::None => ().into_any(),
        Panel::Close(outcome) => view! { <CloseDialog id=id outcome=outcome correcting=false/> }.into_any(),
        Panel::Correct => {
            let outcome = record.with_untracked(|it| it.as_ref().and_then(|it| it.outcome()));
            view! { <CloseDialog id=id outcome=outcome.unwrap_or(Outcome::Won) correcting=true/> }.into_any()
        }
        Panel::CloseQuotes => view! { <CloseQuotesDialog id=id/> }.into_any(),
        Panel::Compare => view! { <CompareDialog id=id/> }.into_any(),
    }
}

/// Why the dialog would have nothing to do.
fn refusal(panel: Panel, opportunity: &Opportunity) -> Option<Refusal> {
    let closing = opportunity.closing();
    match (panel, closing) {
        (Panel::Close(_) | Panel::Correct | Panel::CloseQuotes, _) if opportunity.is_in_bin() => {
            Some(Refusal::InBin(opportunity.id))
        }
        (Panel::None | Panel::Compare, _) | (Panel::Close(_), None) | (Panel::Correct, Some(_)) => None,
        (Panel::Close(_), Some(closing)) => {
            Some(Refusal::AlreadyClosed { outcome: closing.outcome(), on: closing.facts().date })
        }
        (Panel::Correct, None) => Some(Refusal::NotClosed),
        (Panel::CloseQuotes, Some(closing)) => Some(Refusal::ReadOnly { outcome: closing.outcome() }),
        (Panel::CloseQuotes, None) => opportunity.open_quotes().next().is_none().then_some(Refusal::NoOpenQuote),
    }
}
