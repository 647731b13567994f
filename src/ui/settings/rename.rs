//! Renaming an entry in its row.

use leptos::{ev, html, prelude::*};

use super::entries::{RENAME, RowState};
use crate::domain::{Currency, EntryCommand, Field, FieldProblem, Problem, Refusal};
use crate::ui::browser::{self, unsaved};
use crate::ui::parts::{Icon, typed_text};
use crate::ui::store::{Notice, use_store};
use crate::ui::text::use_locale;
use crate::workspace::CommitError;

/// The name as a field, across the whole row. Enter saves it, Esc leaves it as it was.
#[component]
pub fn RenameForm(
    /// Of this row.
    row: RowState,
) -> impl IntoView {
    let locale = use_locale();
    let words = locale.words;
    let input = NodeRef::<html::Input>::new();
    let problem = RwSignal::new(None::<Problem>);
    let name = row.name_now();
    let kept = unsaved::get(&row.unsaved_name());
    if kept.is_none() {
        input.on_load(|input| {
            // It is in the page and can take the focus.
            let _ = input.focus();
            input.select();
        });
    }
    let keep = move |event: ev::Event| unsaved::set(&row.unsaved_name(), &typed_text(&event));
    let save = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(input) = input.get_untracked() else { return };
        match rename(row, &input.value()) {
            Ok(()) => leave(row),
            Err(found) => {
                problem.set(found);
                // As above.
                let _ = input.focus();
            }
        }
    };
    let escape = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            event.prevent_default();
            leave(row);
        }
    };
    let error = row.id.control("error");
    let described = {
        let error = error.clone();
        move || problem.get().map(|_| error.clone())
    };
    let says = move || {
        problem.get().map(|problem| {
            let problem = FieldProblem::new(Field::EntryName, problem);
            let text = locale.format.with_value(|format| words.problem(&problem, Currency::MYR, format));
            view! { <p class="error" id=error.clone()><Icon name="error"/>{text}</p> }
        })
    };
    view! {
        <td class="edit" colspan=row.list.columns()>
            <form novalidate=true autocomplete="off" on:submit=save on:keydown=escape>
                <input
                    class="input"
                    node_ref=input
                    value=kept.unwrap_or_else(|| name.clone())
                    aria-label=format!("{}: {name}", words.rename())
                    aria-invalid=move || problem.get().map(|_| "true")
                    aria-describedby=described
                    on:input=keep
                />
                <button class="button" type="submit">{words.save()}</button>
                <button class="button" data-kind="quiet" type="button" on:click=move |_| leave(row)>
                    {words.cancel()}
                </button>
                {says}
            </form>
        </td>
    }
}

/// Back to the row as it was before, with the focus where it came from.
fn leave(row: RowState) {
    unsaved::remove(&row.unsaved_name());
    row.renaming.set(false);
    browser::after_drawing(move || browser::focus(&row.id.control(RENAME)));
}

/// Gives the entry the typed name. A failure without a problem stands in the notice.
fn rename(row: RowState, typed: &str) -> Result<(), Option<Problem>> {
    let (store, words) = (use_store(), use_locale().words);
    let name = row.lists.with_untracked(|lists| row.list.check_name(typed, Some(row.id), lists, words))?;
    if name.as_str() == row.name_now() {
        // A built-in reason whose name was left as it is goes on following the language.
        return Ok(());
    }
    match store.commit(&row.id.command(EntryCommand::Rename(name))) {
        Ok(_) => Ok(()),
        Err(CommitError::Refused(Refusal::Problems(problems))) => {
            Err(problems.into_iter().next().map(|problem| problem.problem))
        }
        Err(CommitError::Refused(refusal)) => {
            store.notice().set(Some(Notice::Refused(refusal)));
            Err(None)
        }
        Err(CommitError::Storage(_) | CommitError::NeedsLock) => Err(None),
    }
}
