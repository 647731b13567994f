//! What stands between the head of the page and its form: refusals, problems, what became of unsaved input.

use leptos::prelude::*;

use super::form::{OpportunityForm, Remark};
use crate::ui::parts::{Icon, ProblemSummary};
use crate::ui::text::use_words;

/// Why an act was refused, what is wrong with the form, and what became of unsaved input.
#[component]
pub(super) fn Remarks(form: OpportunityForm) -> impl IntoView {
    let refused = move || {
        form.refused.get().map(|refusal| {
            let text = form.locale.format.with_value(|format| form.locale.words.refusal(&refusal, format));
            view! {
                <div class="notice" data-kind="warn" role="alert">
                    <Icon name="warn"/>
                    <p>{text}</p>
                    <button class="button" data-kind="quiet" type="button" on:click=move |_| form.refused.set(None)>
                        {use_words().dismiss()}
                    </button>
                </div>
            }
        })
    };
    view! {
        <div class="remarks">
            {refused}
            <Contested form=form/>
            {move || form.remark.get().map(|remark| unsaved(form, &remark))}
            <ProblemSummary form=form.state title=|words, count| words.not_saved_yet(count)/>
        </div>
    }
}

/// That the record changed in fields whose input is not saved, and the way to see both.
#[component]
fn Contested(form: OpportunityForm) -> impl IntoView {
    let words = form.locale.words;
    let count = form.state.contested_now();
    let compare = move |_| {
        form.typed.with_untracked(|typed| form.state.asks(typed));
    };
    move || {
        (count.get() > 0).then(|| {
            view! {
                <div class="notice" data-kind="warn" role="status">
                    <Icon name="warn"/>
                    <p>{words.changed_under_input(count.get())}</p>
                    <button class="button" type="button" on:click=compare>{words.compare()}</button>
                </div>
            }
        })
    }
}

fn unsaved(form: OpportunityForm, remark: &Remark) -> AnyView {
    let words = form.locale.words;
    match remark {
        Remark::Restored => view! {
            <div class="notice" role="status">
                <Icon name="again"/>
                <p>{words.unsaved_input_restored()}</p>
                <button class="button" type="button" on:click=move |_| form.discard()>{words.discard()}</button>
            </div>
        }
        .into_any(),
        // It stands beside *Save*.
        Remark::None => ().into_any(),
        Remark::Discarded(_) => view! {
            <div class="notice" role="status">
                <Icon name="again"/>
                <p>{words.unsaved_input_discarded()}</p>
                <button class="button" type="button" on:click=move |_| form.bring_back()>{words.bring_back()}</button>
            </div>
        }
        .into_any(),
    }
}
