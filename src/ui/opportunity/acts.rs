//! What can be done with an opportunity: save, close, reopen, correct, copy, delete.

use leptos::{ev, prelude::*};

use super::deleted::delete;
use super::form::{FORM, OpportunityForm, Remark};
use super::unsaved::use_unsaved_form;
use crate::domain::{Command, Opportunity, OpportunityCommand, OpportunityId, Outcome, Text};
use crate::ui::browser;
use crate::ui::parts::{Icon, Menu, PAGE_HEAD};
use crate::ui::route::{Panel, Route};
use crate::ui::store::use_store;
use crate::ui::text::use_words;

/// The acts on an open opportunity.
#[component]
pub(super) fn OpenActs(form: OpportunityForm, id: OpportunityId) -> impl IntoView {
    let words = use_words();
    view! {
        <div class="row actions">
            <UnsavedCount form=form/>
            <button class="button" type="submit" form=FORM>{words.save()}</button>
            <CloseLink id=id outcome=Outcome::Lost icon="lost"/>
            <CloseLink id=id outcome=Outcome::Won icon="won"/>
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

/// The link to the dialog that closes it. What is unsaved is saved first; if that fails, the dialog stays shut (R22).
#[component]
fn CloseLink(id: OpportunityId, outcome: Outcome, icon: &'static str) -> impl IntoView {
    let store = use_store();
    let unsaved = use_unsaved_form();
    let kind = (outcome == Outcome::Won).then_some("primary");
    let save_first = move |event: ev::MouseEvent| {
        if !unsaved.save_first() {
            event.prevent_default();
        }
    };
    let dialog = store.address(Route::Opportunity(id, Panel::Close(outcome)));
    view! {
        <a class="button" data-kind=kind href=dialog on:click=save_first>
            <Icon name=icon/>
            {use_words().offer_close(outcome)}
        </a>
    }
}

/// The rarer acts.
#[component]
pub(super) fn More(id: OpportunityId, form: OpportunityForm) -> impl IntoView {
    let store = use_store();
    let words = use_words();
    let unsaved = use_unsaved_form();
    let copy = move |_| {
        let topic = untrack(|| store.read(|book| book.opportunity(id).map(|it| it.details.topic.clone())));
        let Some(topic) = topic.filter(|_| unsaved.save_first()) else { return };
        let copied = Text::parse(&words.copy_of(topic.as_str())).ok().flatten().unwrap_or(topic);
        let new = browser::new_id();
        if store.act(&Command::Opportunity(new, OpportunityCommand::CopyOf(id, copied))).is_some() {
            store.go(Route::Opportunity(new, Panel::None));
            browser::after_drawing(|| browser::focus(PAGE_HEAD));
        }
    };
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
            <button class="button" type="button" on:click=copy><Icon name="copy"/>{words.copy()}</button>
            {discard}
            <button class="button" type="button" on:click=move |_| delete(store, unsaved, id)>
                <Icon name="bin"/>
                {words.delete()}
            </button>
        </Menu>
    }
}

fn is_editable(form: OpportunityForm, id: OpportunityId) -> bool {
    form.store.read(|book| book.opportunity(id).is_some_and(|it| it.is_editable()))
}

/// That it is closed and since when, and the two ways to change that (R2, R14).
#[component]
pub(super) fn ClosedBanner<'a>(opportunity: &'a Opportunity, form: OpportunityForm) -> impl IntoView {
    let store = use_store();
    let words = use_words();
    let id = opportunity.id;
    let closing = opportunity.closing()?;
    let kind = match closing.outcome() {
        Outcome::Won => "won",
        Outcome::Lost => "lost",
    };
    let since = crate::ui::text::use_locale().format.with_value(|format| format.date(closing.facts().date));
    let since = words.closed_since(closing.outcome(), &since);
    let reopen = move |_| {
        if store.act(&Command::Opportunity(id, OpportunityCommand::Reopen)).is_some() {
            form.refused.set(None);
            browser::after_drawing(|| browser::focus(PAGE_HEAD));
        }
    };
    let correct = store.address(Route::Opportunity(id, Panel::Correct));
    Some(view! {
        <div class="notice" data-kind=kind>
            <Icon name="lock"/>
            <p><strong>{since}</strong>" "{words.closed_what_stays()}</p>
            <div class="row actions">
                <a class="button" href=correct>{words.correct_closing()}</a>
                <button class="button" type="button" on:click=reopen><Icon name="again"/>{words.reopen()}</button>
            </div>
        </div>
    })
}
