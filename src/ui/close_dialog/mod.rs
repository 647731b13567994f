//! The dialog that closes an opportunity, and the one that corrects its closing (RULES §4).
//!
//! What the user entered ([`entered`]) is the only state. Everything else follows: [`shown`] is one pure function of the
//! record, the rules and what was entered (with [`case`], [`aside`], [`consequence`]), and the parts of the dialog show it.

mod aside;
mod case;
mod consequence;
mod entered;
mod fields;
mod problems;
mod quotes;
mod shown;
mod state;
#[cfg(test)]
mod tests;
mod then;

use std::sync::Arc;

use leptos::prelude::*;

use super::parts::{Modal, ProblemSummary};
use super::store::use_store;
use crate::domain::{Opportunity, OpportunityId, Outcome};
use fields::Fields;
use problems::{Back, Changed, Failure};
use quotes::QuotesInTheWay;
use state::{Dialog, ID};
use then::Then;

pub use case::{can_be, fates};
pub use entered::{Picks, fate_of};

/// The dialog, as long as the opportunity can be closed, or its closing corrected.
#[component]
pub fn CloseDialog(
    /// Which opportunity.
    id: OpportunityId,
    /// Which way it closes to begin with; a correction begins with the closing that holds.
    outcome: Outcome,
    /// Whether it corrects the closing that holds.
    correcting: bool,
) -> impl IntoView {
    let record = use_store().opportunity(id);
    let is_closed = move || record.with(|it| it.as_ref().map(|it| it.closing().is_some()));
    let fits = Memo::new(move |_| is_closed() == Some(correcting));
    move || {
        let opportunity = if fits.get() { record.get_untracked() } else { None };
        opportunity.map(|opportunity| view! { <Open opportunity=opportunity outcome=outcome correcting=correcting/> })
    }
}

#[component]
fn Open(opportunity: Arc<Opportunity>, outcome: Outcome, correcting: bool) -> impl IntoView {
    let subtitle = subtitle(&opportunity);
    let dialog = Dialog::open(opportunity, outcome, correcting);
    let words = dialog.locale.words;
    let title = if correcting { words.correct_title() } else { words.close_title() };
    let outcome = dialog.part(|shown| shown.outcome);
    let act = move || if correcting { words.correct_as(outcome.get()) } else { words.close_as(outcome.get()) };
    dialog.show_texts();
    view! {
        <Modal
            id=ID
            title=title
            subtitle=subtitle
            on_close=move || dialog.store.close_panel()
            on_submit=move || dialog.submit()
            buttons=move || view! { <button class="button" data-kind="primary" type="submit">{act}</button> }
        >
            <div
                class="closing"
                on:input=move |event| dialog.take(&event)
                on:change=move |event| dialog.take(&event)
            >
                <Failure dialog=dialog/>
                <Changed dialog=dialog/>
                <ProblemSummary
                    form=dialog.form
                    title=if correcting {
                        |words, count| words.not_corrected_yet(count)
                    } else {
                        |words, count| words.not_closed_yet(count)
                    }
                />
                <Back dialog=dialog/>
                <Fields dialog=dialog/>
                <QuotesInTheWay dialog=dialog/>
                <Then dialog=dialog/>
            </div>
        </Modal>
    }
}

fn subtitle(opportunity: &Opportunity) -> String {
    let topic = &opportunity.details.topic;
    opportunity.details.customer.as_ref().map_or(topic.to_string(), |customer| format!("{topic} · {customer}"))
}
