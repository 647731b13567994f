//! The page of an opportunity, open or closed.

use std::sync::Arc;

use leptos::prelude::*;

use super::acts::{ClosedBanner, More, OpenActs};
use super::closed::{Closings, ReadOnlyRecord};
use super::deleted::DeletedBanner;
use super::figures::Figures;
use super::form::OpportunityForm;
use super::head::{Crumb, Missing, Title, list_of};
use super::history::History;
use super::lines::Lines;
use super::new_page::FormElement;
use super::panels::Panels;
use super::remarks::Remarks;
use super::summary::Summary;
use super::unsaved::UnsavedForm;
use crate::domain::{Opportunity, OpportunityId, Refusal};
use crate::ui::browser;
use crate::ui::conflict::FormConflict;
use crate::ui::quotes::QuotesSection;
use crate::ui::store::{Notice, use_store};
use crate::workspace::View;

/// An opportunity: its form while it is open, its closing and its facts once it is closed or deleted, its quotes, its
/// history, and the dialogs that the address opens on it.
#[component]
pub fn OpportunityPage(
    /// Which one.
    id: OpportunityId,
) -> impl IntoView {
    let record = use_store().opportunity(id);
    let is_there = Memo::new(move |_| record.with(Option::is_some));
    move || match is_there.get().then(|| record.get_untracked()).flatten() {
        Some(opportunity) => view! { <RecordPage id=id record=record opportunity=opportunity/> }.into_any(),
        None => view! { <Missing/> }.into_any(),
    }
}

#[component]
fn RecordPage(
    id: OpportunityId,
    record: Memo<Option<Arc<Opportunity>>>,
    opportunity: Arc<Opportunity>,
) -> impl IntoView {
    let form = OpportunityForm::of(&opportunity);
    let unsaved = UnsavedForm::new(move || untrack(|| form.save_first()), move || form.refused.set(None));
    provide_context(unsaved);
    form.store.shows_form(id, unsaved);
    show_refusal_of_elsewhere(form);
    Effect::new(move |_| {
        if let Some(opportunity) = record.get() {
            untrack(|| form.follow(&opportunity));
        }
    });
    let topic = Signal::derive(move || {
        record.with(|it| it.as_ref().map(|it| it.details.topic.to_string())).unwrap_or_default()
    });
    Effect::new(move |_| browser::set_title(&format!("{} · Tutup", topic.get())));
    let is_editable = Memo::new(move |_| record.with(|it| it.as_ref().is_some_and(|it| it.is_editable())));
    let is_in_bin = Memo::new(move |_| record.with(|it| it.as_ref().is_some_and(|it| it.is_in_bin())));
    let list = Memo::new(move |_| record.with(|it| it.as_deref().map_or(View::All, list_of)));
    let acts = move || match (is_in_bin.get(), is_editable.get()) {
        (true, _) => ().into_any(),
        (false, true) => view! { <OpenActs form=form id=id/> }.into_any(),
        (false, false) => view! { <div class="row actions"><More id=id form=form/></div> }.into_any(),
    };
    let banner = move || {
        record.get().map(|it| {
            if it.is_in_bin() {
                view! { <DeletedBanner opportunity=&it/> }.into_any()
            } else {
                view! { <ClosedBanner opportunity=&it/> }.into_any()
            }
        })
    };
    let columns = move || {
        if is_editable.get() {
            view! { <OpenRecord id=id record=record form=form/> }.into_any()
        } else {
            view! { <ReadOnlyRecord id=id record=record/> }.into_any()
        }
    };
    view! {
        <Crumb view=list of=id/>
        <div class="page-head record-head"><Title record=record/>{acts}</div>
        {banner}
        <Remarks form=form/>
        <Figures record=record/>
        <div class="record">{columns}<History id=id record=record/></div>
        <Panels id=id record=record form=form/>
        <FormConflict form=form.state subtitle=topic on_save=move |chosen| form.take(chosen)/>
    }
}

#[component]
fn OpenRecord(id: OpportunityId, record: Memo<Option<Arc<Opportunity>>>, form: OpportunityForm) -> impl IntoView {
    let lists = use_store().lists();
    let closings = move || {
        let reopened = record.get().filter(|it| !it.canceled_closings.is_empty());
        let lists = lists.get();
        reopened.map(|it| view! { <Closings opportunity=&it lists=&lists/> }.into_any())
    };
    view! {
        <FormElement form=form on_submit=move || form.save_by_hand()>
            <div class="stack facts-of"><Summary form=form/>{closings}</div>
            <div class="stack middle">
                <QuotesSection id=id/>
                <Lines form=form/>
            </div>
        </FormElement>
    }
}

/// Another page led here because the unsaved input has problems (R22): they are shown where they can be mended.
fn show_refusal_of_elsewhere(form: OpportunityForm) {
    let notice = form.store.notice().get_untracked();
    if let Some(Notice::Refused(Refusal::Problems(problems))) = notice
        && form.state.restored
    {
        form.state.problems.set(problems);
    }
}
