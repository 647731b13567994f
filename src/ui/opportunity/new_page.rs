//! The form of a new opportunity.

use leptos::prelude::*;

use super::acts::UnsavedCount;
use super::form::{FORM, OpportunityForm};
use super::head::Crumb;
use super::lines::Lines;
use super::remarks::Remarks;
use super::summary::Summary;
use crate::domain::Field;
use crate::ui::browser;
use crate::ui::parts::PAGE_HEAD;
use crate::ui::text::use_words;
use crate::workspace::View;

/// The form of a new opportunity. Saving it makes the opportunity and leads to its page.
#[component]
pub fn NewPage() -> impl IntoView {
    let words = use_words();
    let form = OpportunityForm::of_new();
    browser::set_title(&format!("{} · Tutup", words.new_opportunity()));
    browser::after_drawing(move || browser::focus(&form.state.control_id(Field::Topic)));
    view! {
        <Crumb view=View::Open/>
        <div class="page-head record-head">
            <h1 id=PAGE_HEAD tabindex="-1">{words.new_opportunity()}</h1>
            <div class="row actions">
                <UnsavedCount form=form/>
                <button class="button" data-kind="primary" type="submit" form=FORM>{words.save()}</button>
            </div>
        </div>
        <Remarks form=form/>
        <div class="record" data-new="">
            <FormElement form=form on_submit=move || form.create()>
                <Summary form=form/>
                <div class="stack middle"><Lines form=form/></div>
            </FormElement>
        </div>
    }
}

/// The form itself: it has no box of its own, so that its parts stand in the columns of the page.
#[component]
pub(super) fn FormElement(form: OpportunityForm, on_submit: impl Fn() + 'static, children: Children) -> impl IntoView {
    view! {
        <form
            class="in-columns"
            id=FORM
            data-main=""
            novalidate=true
            autocomplete="off"
            on:input=move |_| form.listen()
            on:change=move |_| form.listen()
            on:submit=move |event| {
                event.prevent_default();
                on_submit();
            }
        >
            {children()}
        </form>
    }
}
