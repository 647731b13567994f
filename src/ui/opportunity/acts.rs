//! What can be done with an opportunity: save, close, reopen, correct, copy, delete.

use leptos::prelude::*;

use super::form::{FORM, OpportunityForm, Remark};
use crate::domain::{Opportunity, OpportunityId, Outcome};
use crate::ui::commands::{CommandButton, UserCommand};
use crate::ui::parts::{Icon, Menu};
use crate::ui::text::use_words;

/// The acts on an open opportunity.
#[component]
pub(super) fn OpenActs(form: OpportunityForm, id: OpportunityId) -> impl IntoView {
    let words = use_words();
    view! {
        <div class="row actions">
            <UnsavedCount form=form/>
            <button class="button" type="submit" form=FORM>{words.save()}</button>
            <CommandButton command=UserCommand::Close(Outcome::Lost) of=id/>
            <CommandButton command=UserCommand::Close(Outcome::Won) of=id kind="primary"/>
            <More id=id form=form/>
        </div>
    }
}

/// How much of the form is unsaved, or that nothing was.
#[component]
pub(super) fn UnsavedCount(form: OpportunityForm) -> impl IntoView {
    let words = use_words();
    let text = move || match form.changed.with(std::collections::BTreeSet::len) {
        0 if form.remark.get() == Some(Remark::None) => words.nothing_to_save().to_owned(),
        0 => String::new(),
        count => words.unsaved_changes(count),
    };
    view! { <span class="muted unsaved" role="status">{text}</span> }
}

/// The rarer acts.
#[component]
pub(super) fn More(id: OpportunityId, form: OpportunityForm) -> impl IntoView {
    let words = use_words();
    let is_unsaved = Memo::new(move |_| form.changed.with(|changed| !changed.is_empty()) && is_editable(form, id));
    let discard = move || {
        is_unsaved.get().then(|| {
            view! {
                <button class="button" type="button" on:click=move |_| form.discard()>
                    <Icon name="again"/>
                    {words.discard_changes()}
                </button>
            }
        })
    };
    view! {
        <Menu id="more-actions" label=words.more_actions()>
            <CommandButton command=UserCommand::Copy of=id/>
            <CommandButton command=UserCommand::OfCustomer of=id/>
            {discard}
            <CommandButton command=UserCommand::Delete of=id/>
        </Menu>
    }
}

fn is_editable(form: OpportunityForm, id: OpportunityId) -> bool {
    form.store.read(|book| book.opportunity(id).is_some_and(|it| it.is_editable()))
}

/// That it is closed and since when, and the two ways to change that (R2, R14).
#[component]
pub(super) fn ClosedBanner<'a>(opportunity: &'a Opportunity) -> impl IntoView {
    let words = use_words();
    let id = opportunity.id;
    let closing = opportunity.closing()?;
    let kind = match closing.outcome() {
        Outcome::Won => "won",
        Outcome::Lost => "lost",
    };
    let since = crate::ui::text::use_locale().format.with_value(|format| format.date(closing.facts().date));
    let since = words.closed_since(closing.outcome(), &since);
    Some(view! {
        <div class="notice" data-kind=kind>
            <Icon name="lock"/>
            <p><strong>{since}</strong>" "{words.closed_what_stays()}</p>
            <div class="row actions">
                <CommandButton command=UserCommand::Correct of=id/>
                <CommandButton command=UserCommand::Reopen of=id/>
            </div>
        </div>
    })
}
