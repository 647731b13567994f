//! The dialog that closes all that is selected (R17).
//!
//! What the user entered ([`entered`]) is the only state. Everything else follows: [`shown`] is one pure function of the book
//! and of what was entered, and the parts of the dialog show it.

mod desk;
mod entered;
mod fields;
mod rows;
mod shown;

use leptos::prelude::*;

use super::doing::Failure;
use super::{chosen, sums_text};
use crate::domain::{OpportunityId, Outcome};
use crate::ui::parts::{Icon, Modal, ProblemSummary};
use crate::ui::route::Over;
use crate::ui::store::use_store;
use crate::ui::text::use_locale;
use desk::{Desk, ID};
use fields::Fields;
use rows::Rows;

/// The dialog, as long as something is selected. What is unsaved of them is saved first (R22).
#[component]
pub fn CloseSelected(
    /// Which way they close to begin with.
    outcome: Outcome,
) -> impl IntoView {
    let (store, locale) = (use_store(), use_locale());
    let ids = chosen(store, locale, |over| matches!(over, Over::CloseSelected(_)));
    ids.map(|ids| view! { <Dialog ids=ids outcome=outcome/> })
}

#[component]
fn Dialog(ids: Vec<OpportunityId>, outcome: Outcome) -> impl IntoView {
    let count = ids.len();
    let desk = Desk::open(ids, outcome);
    let words = desk.locale.words;
    let told = desk.part(|shown| (shown.closing.outcome, shown.count));
    let number = move |count: usize| desk.locale.format.with_value(|format| format.count(count));
    let act = move || {
        let (outcome, count) = told.get();
        words.close_many(outcome, &number(count))
    };
    desk.show_texts();
    view! {
        <Modal
            id=ID
            title=words.close_selected_title()
            subtitle=desk.locale.format.with_value(|format| words.opportunities(count, format))
            on_close=move || desk.store.close_panel()
            on_submit=move || desk.submit()
            buttons=move || view! {
                <button class="button" data-kind="primary" type="submit" disabled=move || told.get().1 == 0>{act}</button>
            }
        >
            <div
                class="bulk"
                on:input=move |event| desk.take(&event)
                on:change=move |event| desk.take(&event)
            >
                <Failure doing=desk.doing/>
                <ProblemSummary form=desk.form title=|words, count| words.not_closed_yet(count)/>
                <Back desk=desk/>
                <Fields desk=desk/>
                <Counts desk=desk/>
                <Rows desk=desk/>
            </div>
        </Modal>
    }
}

/// Says that what was entered before is back, and offers to forget it.
#[component]
fn Back(desk: Desk) -> impl IntoView {
    let words = desk.locale.words;
    move || {
        desk.restored.get().then(|| {
            view! {
                <p class="hint row" role="status">
                    {words.typed_before_is_back()}
                    <button class="link" type="button" on:click=move |_| desk.start_over()>{words.start_over()}</button>
                </p>
            }
        })
    }
}

/// How many close, what they add up to, and how many are left out.
#[component]
fn Counts(desk: Desk) -> impl IntoView {
    let words = desk.locale.words;
    let told = desk.part(|shown| (shown.count, shown.left_out.len(), shown.sums.clone()));
    let number = move |count: usize| desk.locale.format.with_value(|format| format.count(count));
    let says = move || {
        let (count, left_out, sums) = told.get();
        let sums = sums_text(desk.locale, sums);
        let out = (left_out > 0).then(|| {
            let kind = if count == 0 { words.none_closes() } else { words.left_out_reasons() };
            view! {
                <span><Icon name="warn"/>{words.are_left_out(&number(left_out), left_out)}" "{kind}</span>
            }
        });
        view! { <span>{words.will_close(&number(count))}" "<strong class="money">{sums}</strong></span>{out} }
    };
    view! { <p class="counts" role="status">{says}</p> }
}
