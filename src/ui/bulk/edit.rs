//! The dialog that gives the selected opportunities the same stage, status reason or estimated close date.

use leptos::prelude::*;

use super::chosen;
use super::doing::{Doing, Failure};
use crate::domain::forms::{Typed, bulk_edit};
use crate::domain::{BulkEdit, Field as Of, OpenReason, OpportunityId, Stage};
use crate::ui::parts::{DateInput, Field, FormState, Modal, ProblemSummary, Select, read, submitted_form};
use crate::ui::route::{Over, Route};
use crate::ui::store::{Store, use_store};
use crate::ui::text::{Locale, use_locale};
use crate::workspace::View;

const ID: &str = "edit-selected";

/// The dialog, as long as something is selected.
#[component]
pub fn EditSelected() -> impl IntoView {
    let (store, locale) = (use_store(), use_locale());
    let ids = chosen(store, locale, |over| *over == Over::EditSelected);
    ids.map(|ids| view! { <Dialog ids=ids/> })
}

#[component]
fn Dialog(ids: Vec<OpportunityId>) -> impl IntoView {
    let (store, locale) = (use_store(), use_locale());
    let words = locale.words;
    let count = ids.len();
    let currency = untrack(|| store.preferences().get().currency);
    let key = store.address(Route::view(View::All).with_over(Over::EditSelected));
    let form = FormState::new(ID, key, blank(), currency);
    let ids = StoredValue::new(ids);
    let left_out =
        Memo::new(move |_| ids.with_value(|ids| store.read(|book| BulkEdit::default().left_out(book, ids).len())));
    let changing = move || count - left_out.get().min(count);
    let number = move |count: usize| locale.format.with_value(|format| format.count(count));
    let (doing, nothing) = (Doing::new(), RwSignal::new(false));
    let submit = move || {
        if !doing.is_busy() {
            nothing.set(submit(store, locale, form, ids, doing));
        }
    };
    let unchanged = (String::new(), words.leave_as_it_is().to_owned());
    let stages = Stage::ALL.iter().map(|it| (it.code().to_owned(), words.stage(*it).to_owned()));
    let stages: Vec<_> = std::iter::once(unchanged.clone()).chain(stages).collect();
    let reasons = OpenReason::ALL.iter().map(|it| (it.code().to_owned(), words.open_reason(*it).to_owned()));
    let reasons: Vec<_> = std::iter::once(unchanged).chain(reasons).collect();
    let keep = move |_| {
        if let Some(typed) = held() {
            nothing.set(false);
            form.keep(&typed);
        }
    };
    view! {
        <Modal
            id=ID
            title=words.edit_title()
            subtitle=locale.format.with_value(|format| words.opportunities(count, format))
            on_close=move || store.close_panel()
            on_submit=submit
            buttons=move || view! {
                <button class="button" data-kind="primary" type="submit" disabled=move || changing() == 0>
                    {move || words.edit_many(&number(changing()))}
                </button>
            }
        >
            <div class="bulk" on:input=keep on:change=keep>
                <Failure doing=doing/>
                <ProblemSummary form=form title=|words, count| words.not_saved_yet(count)/>
                {move || nothing.get().then(|| view! { <p class="hint" role="alert">{words.nothing_to_change()}</p> })}
                <p class="muted">{words.edit_hint()}</p>
                <div class="form">
                    <Field form=form field=Of::Stage>
                        <Select form=form field=Of::Stage options=stages width="medium"/>
                    </Field>
                    <Field form=form field=Of::OpenReason>
                        <Select form=form field=Of::OpenReason options=reasons width="medium"/>
                    </Field>
                    <Field form=form field=Of::EstimatedCloseDate>
                        <DateInput form=form field=Of::EstimatedCloseDate/>
                    </Field>
                </div>
                {move || (left_out.get() > 0).then(|| {
                    view! { <p class="hint">{words.closed_are_left_out(&number(left_out.get()), left_out.get())}</p> }
                })}
            </div>
        </Modal>
    }
}

/// Changes those that can be changed, or says what is wrong; whether nothing was entered.
fn submit(store: Store, locale: Locale, form: FormState, ids: StoredValue<Vec<OpportunityId>>, doing: Doing) -> bool {
    let Some(typed) = held() else { return false };
    let edit = match locale.format.with_value(|format| bulk_edit(&typed, &format.months())) {
        Ok(edit) => edit,
        Err(problems) => {
            form.problems.set(problems);
            return false;
        }
    };
    form.problems.set(Vec::new());
    if !edit.is_empty() {
        let command = ids.with_value(|ids| untrack(|| store.read(|book| edit.command(book, ids))));
        doing.commit(store, command, form, move || store.close_panel());
    }
    edit.is_empty()
}

fn held() -> Option<Typed> {
    submitted_form(&format!("{ID}-form")).as_ref().map(read)
}

/// What its controls hold before anything is entered.
fn blank() -> Typed {
    let fields = [Of::Stage, Of::OpenReason, Of::EstimatedCloseDate];
    Typed(fields.iter().map(|field| (field.name(), String::new())).collect())
}
