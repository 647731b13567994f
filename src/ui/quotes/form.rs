//! The form of a draft.

use leptos::{ev, prelude::*};

use super::draft::{Draft, FORM};
use super::lines::LinesEditor;
use crate::domain;
use crate::domain::{Currency, OpportunityId, Quote};
use crate::ui::conflict::FormConflict;
use crate::ui::parts::{DateInput, Field, Icon, LongTextInput, MoneyInput, ProblemSummary, TextInput};
use crate::ui::text::use_words;

/// What a draft says, to be changed. While it is mounted, it stands in `current`.
#[component]
pub fn DraftForm<'a>(
    /// Of which opportunity.
    id: OpportunityId,
    /// The draft as it is saved.
    quote: &'a Quote,
    /// The opportunity's currency.
    currency: Currency,
    /// Where the page finds the form.
    current: RwSignal<Option<Draft>>,
) -> impl IntoView {
    let words = use_words();
    let draft = Draft::new(id, quote, currency);
    current.set(Some(draft));
    on_cleanup(move || {
        // Another form may stand there by now; and with the whole page, the place itself goes.
        let _ = current.try_maybe_update(|current| {
            let mine = current.is_some_and(|other| other.is(draft));
            if mine {
                *current = None;
            }
            (mine, ())
        });
    });
    let form = draft.form;
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        draft.save();
    };
    let about = quote.key.to_string();
    let without_lines = Memo::new(move |_| draft.rows.with(Vec::is_empty));
    view! {
        <form
            class="quote-form"
            id=FORM
            data-main=""
            novalidate=true
            autocomplete="off"
            on:input=move |_| draft.look()
            on:change=move |_| draft.look()
            on:submit=submit
        >
            <Restored draft=draft/>
            <Contested draft=draft/>
            <Problems draft=draft/>
            <section aria-labelledby="quote-summary-head">
                <div class="section-head"><h2 id="quote-summary-head">{words.quote_summary()}</h2></div>
                <div class="form">
                    <Field form=form field=domain::Field::QuoteName required=true>
                        <TextInput form=form field=domain::Field::QuoteName required=true/>
                    </Field>
                    {move || without_lines.get().then(|| view! {
                        <Field form=form field=domain::Field::Total>
                            <MoneyInput form=form field=domain::Field::Total/>
                        </Field>
                    })}
                    <Field form=form field=domain::Field::EffectiveFrom>
                        <DateInput form=form field=domain::Field::EffectiveFrom/>
                    </Field>
                    <Field form=form field=domain::Field::EffectiveTo>
                        <DateInput form=form field=domain::Field::EffectiveTo/>
                    </Field>
                    <Field form=form field=domain::Field::DueBy>
                        <DateInput form=form field=domain::Field::DueBy/>
                    </Field>
                    <Field form=form field=domain::Field::Description stack=true>
                        <LongTextInput form=form field=domain::Field::Description rows=4/>
                    </Field>
                </div>
            </section>
            <LinesEditor draft=draft/>
        </form>
        <FormConflict form=form subtitle=about on_save=move |chosen| draft.choose(chosen)/>
    }
}

/// That unsaved input of before is back.
#[component]
fn Restored(draft: Draft) -> impl IntoView {
    let words = use_words();
    let notice = move || {
        view! { <div class="notice"><Icon name="draft"/><p>{words.unsaved_input_restored()}</p></div> }
    };
    view! { <div class="across" role="status">{move || draft.is_restored.get().then(notice)}</div> }
}

/// That the draft changed in fields whose input is not saved, and the way to see both versions.
#[component]
fn Contested(draft: Draft) -> impl IntoView {
    let words = use_words();
    let count = draft.form.contested_now();
    let notice = move || {
        view! {
            <div class="notice" data-kind="warn">
                <Icon name="warn"/>
                <p>{words.changed_under_input(count.get())}</p>
                <button class="button" type="button" on:click=move |_| draft.compare()>{words.compare()}</button>
            </div>
        }
    };
    view! { <div class="across" role="status">{move || (count.get() > 0).then(notice)}</div> }
}

/// What is wrong, under a head that says what it keeps from happening.
#[component]
fn Problems(draft: Draft) -> impl IntoView {
    let form = draft.form;
    let any = Memo::new(move |_| form.problems.with(|problems| !problems.is_empty()));
    move || {
        any.get().then(|| {
            let summary = if draft.for_activation.get() {
                view! { <ProblemSummary form=form title=|words, count| words.not_activated_yet(count)/> }.into_any()
            } else {
                view! { <ProblemSummary form=form title=|words, count| words.not_saved_yet(count)/> }.into_any()
            };
            view! { <div class="across">{summary}</div> }
        })
    }
}
