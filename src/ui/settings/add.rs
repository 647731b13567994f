//! Adding an entry to a list.

use std::sync::Arc;

use leptos::{ev, prelude::*};

use super::list::List;
use crate::domain::forms::Typed;
use crate::domain::{
    Command, Field, FieldProblem, Lists, ListsCommand, LossClass, Outcome, Problem, ReasonKind, Refusal,
};
use crate::ui::browser;
use crate::ui::parts::{FieldError, FormState, Select, TextInput, fill, only_first_press, read, submitted_form};
use crate::ui::route::Route;
use crate::ui::store::{Notice, use_store};
use crate::ui::text::{Words, use_words};
use crate::workspace::CommitError;

/// The name of the box that says whether a new reason needs a description.
const NEEDS_DESCRIPTION: &str = "needs-description";

/// A form of one line below the list.
#[component]
pub fn AddForm(
    /// To this list.
    list: List,
    /// All lists.
    lists: Memo<Arc<Lists>>,
) -> impl IntoView {
    let store = use_store();
    let words = use_words();
    let id = form_id(list);
    let currency = store.preferences().get_untracked().currency;
    let form = FormState::new(id, format!("{}/{id}", store.address(Route::Settings)), Typed::default(), currency);
    let keep = move |_| {
        if let Some(element) = submitted_form(id) {
            form.keep(&read(&element));
        }
    };
    let add = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(element) = submitted_form(id) else { return };
        let command = lists.with_untracked(|lists| addition(list, &read(&element), lists, words));
        match command.map(|command| store.commit(&command)) {
            Ok(Ok(_)) => {
                form.settle(Typed::default());
                fill(&element, &Typed::default());
                browser::focus(&name_control(list));
            }
            Err(problems) | Ok(Err(CommitError::Refused(Refusal::Problems(problems)))) => {
                let first = problems.first().map(|problem| form.control_id(problem.field));
                form.problems.set(problems);
                browser::after_drawing(move || first.iter().for_each(|id| browser::focus(id)));
            }
            Ok(Err(CommitError::Refused(refusal))) => store.notice().set(Some(Notice::Refused(refusal))),
            Ok(Err(CommitError::Storage(_) | CommitError::NeedsLock)) => {}
        }
    };
    let label = match list {
        List::Reasons(outcome) => words.new_reason(outcome),
        List::Competitors => words.new_competitor(),
    };
    view! {
        <form class="add actions" id=id novalidate=true autocomplete="off" on:input=keep on:change=keep on:submit=add>
            <div class="entry-name">
                <label for=form.control_id(Field::EntryName)>{label}</label>
                <TextInput form=form field=Field::EntryName/>
            </div>
            {list.has_classes().then(|| view! { <OfLost form=form/> })}
            {matches!(list, List::Reasons(_)).then(|| view! { <NeedsDescription form=form/> })}
            <button class="button" type="submit" on:click=only_first_press>{words.add()}</button>
            <FieldError form=form field=Field::EntryName/>
            {list.has_classes().then(|| view! { <FieldError form=form field=Field::EntryClass/> })}
        </form>
    }
}

/// What a reason for lost counts as in the reports.
#[component]
fn OfLost(form: FormState) -> impl IntoView {
    let words = use_words();
    let classes = LossClass::ALL.iter().map(|class| (class.code().to_owned(), words.loss_class(*class).to_owned()));
    let options = std::iter::once((String::new(), words.choose().to_owned())).chain(classes).collect();
    view! {
        <div>
            <label for=form.control_id(Field::EntryClass)>{words.field(Field::EntryClass)}</label>
            <Select form=form field=Field::EntryClass options=options/>
        </div>
    }
}

#[component]
fn NeedsDescription(form: FormState) -> impl IntoView {
    let start = form.initial.with_value(|typed| !typed.get(NEEDS_DESCRIPTION).is_empty());
    view! {
        <label class="check">
            <input type="checkbox" name=NEEDS_DESCRIPTION value="yes" checked=start/>
            {use_words().needs_description()}
        </label>
    }
}

/// The id of the field for the name.
pub(super) fn name_control(list: List) -> String {
    format!("{}-{}", form_id(list), Field::EntryName.name())
}

fn form_id(list: List) -> &'static str {
    match list {
        List::Reasons(Outcome::Won) => "add-won",
        List::Reasons(Outcome::Lost) => "add-lost",
        List::Competitors => "add-competitor",
    }
}

/// The command that the form asks for, or everything that is wrong with it.
fn addition(list: List, typed: &Typed, lists: &Lists, words: &dyn Words) -> Result<Command, Vec<FieldProblem>> {
    let mut problems = Vec::new();
    let mut note = |field, problem| problems.push(FieldProblem::new(field, problem));
    let name = list.check_name(typed.get(&Field::EntryName.name()), None, lists, words);
    let name = name.map_err(|problem| note(Field::EntryName, problem)).ok();
    let kind = match list {
        List::Reasons(Outcome::Won) => Some(ReasonKind::Won),
        List::Reasons(Outcome::Lost) => {
            let class = LossClass::from_code(typed.get(&Field::EntryClass.name()));
            class.map(ReasonKind::Lost).or_else(|| {
                note(Field::EntryClass, Problem::Required);
                None
            })
        }
        List::Competitors => None,
    };
    let needs_description = !typed.get(NEEDS_DESCRIPTION).is_empty();
    let id = browser::new_id();
    let command = match (list, name, kind) {
        (List::Reasons(_), Some(name), Some(kind)) => ListsCommand::AddReason { id, name, kind, needs_description },
        (List::Competitors, Some(name), _) => ListsCommand::AddCompetitor { id, name },
        _ => return Err(problems),
    };
    Ok(Command::Lists(command))
}
