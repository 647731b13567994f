//! The fields of an opportunity.

use leptos::prelude::*;

use super::form::{OpportunityForm, show_sum};
use super::more::MoreFields;
use super::rows;
use super::typed;
use crate::domain::forms::{CALCULATED, USER_PROVIDED};
use crate::domain::{Field as F, OpenReason, Rating, Stage, fold};
use crate::ui::parts::{Choices, DateInput, Field, LongTextInput, MoneyInput, Select, TextInput};
use crate::ui::text::{Format, use_words};
use crate::workspace::Index;

/// How many names are suggested at once.
const SUGGESTIONS: usize = 30;

/// The section *Summary*: what is entered about an opportunity, lines aside.
#[component]
pub(super) fn Summary(form: OpportunityForm) -> impl IntoView {
    let words = use_words();
    let state = form.state;
    let changed = move |field| form.is_changed(field);
    let stages = Stage::ALL.iter().map(|stage| (stage.code(), words.stage(*stage), None)).collect();
    let ratings = Rating::ALL.iter().map(|rating| (rating.code(), words.rating(*rating), None)).collect();
    let reasons = OpenReason::ALL.iter();
    let reasons = reasons.map(|reason| (reason.code().into(), words.open_reason(*reason).into())).collect();
    view! {
        <section aria-labelledby="summary-head">
            <div class="section-head"><h2 id="summary-head">{words.summary()}</h2></div>
            <div class="form">
                <Field form=state field=F::Topic required=true changed=changed(F::Topic)>
                    <TextInput form=state field=F::Topic required=true/>
                </Field>
                <Field form=state field=F::Customer changed=changed(F::Customer)>
                    <TextInput form=state field=F::Customer list="customers"/>
                    <Suggestions id="customers" form=form field=F::Customer of=customers/>
                </Field>
                <Field form=state field=F::Contact changed=changed(F::Contact)>
                    <TextInput form=state field=F::Contact list="contacts"/>
                    <Suggestions id="contacts" form=form field=F::Contact of=contacts/>
                </Field>
                <Field form=state field=F::Stage group=true stack=true changed=changed(F::Stage)>
                    <Choices form=state field=F::Stage options=stages even=true/>
                </Field>
                <Field form=state field=F::OpenReason changed=changed(F::OpenReason)>
                    <Select form=state field=F::OpenReason options=reasons/>
                </Field>
                <Revenue form=form/>
                <Field form=state field=F::EstimatedCloseDate changed=changed(F::EstimatedCloseDate)>
                    <DateInput form=state field=F::EstimatedCloseDate behind=was(form, F::EstimatedCloseDate)/>
                </Field>
                <Field form=state field=F::Probability changed=changed(F::Probability)>
                    <div class="affix">
                        <TextInput form=state field=F::Probability width="short" keys="numeric"/>
                        <span class="unit">"%"</span>
                        {was(form, F::Probability)}
                    </div>
                </Field>
                <Field form=state field=F::Rating group=true changed=changed(F::Rating)>
                    <Choices form=state field=F::Rating options=ratings/>
                </Field>
                <Field form=state field=F::Description stack=true changed=changed(F::Description)>
                    <LongTextInput form=state field=F::Description/>
                </Field>
                <MoreFields form=form/>
            </div>
        </section>
    }
}

/// Where the estimate comes from, and the estimate: typed, or the sum of the lines as they are typed (R20).
#[component]
fn Revenue(form: OpportunityForm) -> impl IntoView {
    let words = use_words();
    let state = form.state;
    let sources =
        vec![(USER_PROVIDED.into(), words.user_provided().into()), (CALCULATED.into(), words.calculated().into())];
    let calculated = Memo::new(move |_| form.typed.with(typed::is_calculated));
    let lines = Memo::new(move |_| form.typed.with(|typed| (rows::rows(typed).len(), rows::sum(typed).is_some())));
    let was = was(form, F::EstimatedRevenue);
    let hint = move || {
        if !calculated.get() {
            return was().into_any();
        }
        let text = match lines.get() {
            (1.., false) => words.sum_not_known().to_owned(),
            (count, _) => words.sum_of_lines_as_hint(&form.locale.format.with_value(|format| format.count(count))),
        };
        view! { <small>{text}</small> }.into_any()
    };
    Effect::new(move |_| {
        // Taken anew whenever the form changes: filling it may have emptied the control that shows the sum.
        let shown = form.typed.with(|typed| {
            let sum = rows::sum(typed).zip(typed::currency(typed));
            let text = sum.map(|(sum, currency)| Format::typed(sum, currency)).unwrap_or_default();
            typed::is_calculated(typed).then_some(text)
        });
        if let Some(sum) = shown {
            show_sum(&sum);
        }
    });
    view! {
        <Field form=state field=F::RevenueSource changed=form.is_changed(F::RevenueSource)>
            <Select form=state field=F::RevenueSource options=sources/>
        </Field>
        <Field form=state field=F::EstimatedRevenue changed=form.is_changed(F::EstimatedRevenue)>
            <MoneyInput form=state field=F::EstimatedRevenue readonly=calculated behind=hint/>
        </Field>
    }
}

/// What a field that was changed was before, if anything.
fn was(form: OpportunityForm, field: F) -> impl Fn() -> Option<AnyView> + Clone + Send + Sync + 'static {
    let changed = form.is_changed(field);
    move || {
        let before = changed.get().then(|| form.state.record().get(&field.name()).to_owned());
        let before = before.filter(|before| !before.is_empty());
        before.map(|before| view! { <small>{form.locale.words.was(&before)}</small> }.into_any())
    }
}

/// Names in the book that fit what is typed.
#[component]
fn Suggestions(
    id: &'static str,
    form: OpportunityForm,
    field: F,
    of: fn(&Index, &str) -> Vec<String>,
) -> impl IntoView {
    let name = field.name();
    let wanted = Memo::new(move |_| form.typed.with(|typed| fold(typed.get(&name))));
    let names =
        Memo::new(move |_| wanted.with(|wanted| form.store.workspace(|workspace| of(workspace.index(), wanted))));
    let options = move || names.get().into_iter().map(|name| view! { <option value=name></option> }).collect_view();
    view! { <datalist id=id>{options}</datalist> }
}

fn customers(index: &Index, wanted: &str) -> Vec<String> {
    matching(index.customers(), wanted)
}

fn contacts(index: &Index, wanted: &str) -> Vec<String> {
    matching(index.contacts(), wanted)
}

fn matching<'a>(names: impl Iterator<Item = &'a str>, wanted: &str) -> Vec<String> {
    names.filter(|name| fold(name).contains(wanted)).take(SUGGESTIONS).map(str::to_owned).collect()
}
