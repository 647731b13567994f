//! The form of a note. Notes can be added whatever the opportunity's status (R2).

use leptos::{ev, html, prelude::*};

use super::form::key;
use crate::domain::forms::Typed;
use crate::domain::{
    Command, Field, FieldProblem, LongText, Opportunity, OpportunityCommand, OpportunityId, Problem, Refusal,
};
use crate::ui::parts::{FieldError, FormState, described, fill, invalid, only_first_press, read, submitted_form};
use crate::ui::route::{Panel, Route};
use crate::ui::store::{Notice, Store, use_store};
use crate::ui::text::use_words;
use crate::workspace::CommitError;

const FORM: &str = "note-form";

/// A line to write a note in.
#[component]
pub(super) fn NoteForm<'a>(opportunity: &'a Opportunity) -> impl IntoView {
    let store = use_store();
    let words = use_words();
    let id = opportunity.id;
    let key = format!("{}/note", key(store, Route::Opportunity(id, Panel::None)));
    let form = FormState::new("note", key, Typed::default(), opportunity.details.currency);
    let text = NodeRef::<html::Textarea>::new();
    let keep = move |_| {
        if let Some(element) = submitted_form(FORM) {
            form.keep(&read(&element));
        }
    };
    let add = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(element) = submitted_form(FORM) else { return };
        match note(&read(&element)).and_then(|note| commit(store, id, note)) {
            Ok(()) => {
                form.settle(Typed::default());
                fill(&element, &Typed::default());
                if let Some(text) = text.get_untracked() {
                    // The next note can be written at once.
                    let _ = text.focus();
                }
            }
            Err(problems) => form.problems.set(problems),
        }
    };
    let keys = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !event.is_composing() {
            // Else the page's own form would be submitted.
            event.prevent_default();
            event.stop_propagation();
            if let Some(element) = submitted_form(FORM) {
                // A form in the page can be submitted.
                let _ = element.request_submit();
            }
        }
    };
    view! {
        <form class="note actions" id=FORM novalidate=true autocomplete="off" on:input=keep on:submit=add>
            <label class="hidden" for=form.control_id(Field::Note)>{words.add_a_note()}</label>
            <textarea
                class="input"
                id=form.control_id(Field::Note)
                name=Field::Note.name()
                rows="1"
                placeholder=words.add_a_note_here()
                prop:value=form.start(Field::Note)
                node_ref=text
                aria-invalid=invalid(form, Field::Note)
                aria-describedby=described(form, Field::Note)
                on:keydown=keys
            ></textarea>
            <button class="button" type="submit" on:click=only_first_press>{words.add()}</button>
            <FieldError form=form field=Field::Note/>
        </form>
    }
}

fn note(typed: &Typed) -> Result<LongText, Vec<FieldProblem>> {
    let wrong = |problem| vec![FieldProblem::new(Field::Note, problem)];
    let note = LongText::parse(typed.get(&Field::Note.name())).map_err(|problem| wrong(problem.into()))?;
    note.ok_or_else(|| wrong(Problem::Required))
}

fn commit(store: Store, id: OpportunityId, note: LongText) -> Result<(), Vec<FieldProblem>> {
    match store.commit(&Command::Opportunity(id, OpportunityCommand::AddNote(note))) {
        Ok(_) => Ok(()),
        Err(CommitError::Refused(Refusal::Problems(problems))) => Err(problems),
        Err(CommitError::Refused(refusal)) => {
            store.notice().set(Some(Notice::Refused(refusal)));
            Err(Vec::new())
        }
        // The notice says what storage could not do; what was typed stays.
        Err(CommitError::Storage(_) | CommitError::NeedsLock) => Err(Vec::new()),
    }
}
