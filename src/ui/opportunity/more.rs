//! The fields that are filled in more rarely, behind a summary that opens.

use leptos::{html, prelude::*};

use super::currency::CurrencyField;
use super::form::OpportunityForm;
use crate::domain::{Field as F, Process, Timeframe};
use crate::ui::parts::{Field, LongTextInput, MoneyInput, Select, TextInput};
use crate::ui::text::use_words;

/// Every field in here.
const FIELDS: [F; 8] = [
    F::Currency,
    F::Budget,
    F::Timeframe,
    F::Process,
    F::AccountManager,
    F::ContractingUnit,
    F::CustomerNeed,
    F::ProposedSolution,
];

/// Eight more fields. They are in sight from the start when one of them is filled, and as soon as one has a problem.
#[component]
pub(super) fn MoreFields(form: OpportunityForm) -> impl IntoView {
    let words = use_words();
    let state = form.state;
    let details = NodeRef::<html::Details>::new();
    let filled = |field: F| field != F::Currency && !state.start(field).is_empty();
    let open = FIELDS.into_iter().any(filled) || (form.id.is_none() && form.is_changed(F::Currency).get_untracked());
    Effect::new(move |_| {
        let wrong = state.problems.with(|problems| problems.iter().any(|problem| FIELDS.contains(&problem.field)));
        if wrong && let Some(details) = details.get() {
            // Setting an attribute of that name cannot fail.
            let _ = details.set_attribute("open", "");
        }
    });
    let changed = move |field| form.is_changed(field);
    let none = (String::new(), words.not_given_option().to_owned());
    let timeframes = Timeframe::ALL.iter().map(|it| (it.code().into(), words.timeframe(*it).into()));
    let timeframes = std::iter::once(none.clone()).chain(timeframes).collect();
    let processes = Process::ALL.iter().map(|it| (it.code().into(), words.process(*it).into()));
    let processes = std::iter::once(none).chain(processes).collect();
    view! {
        <details open=open node_ref=details>
            <summary>{words.more_fields()}</summary>
            <div class="form">
                <CurrencyField form=form/>
                <Field form=state field=F::Budget changed=changed(F::Budget)>
                    <MoneyInput form=state field=F::Budget/>
                </Field>
                <Field form=state field=F::Timeframe changed=changed(F::Timeframe)>
                    <Select form=state field=F::Timeframe options=timeframes/>
                </Field>
                <Field form=state field=F::Process changed=changed(F::Process)>
                    <Select form=state field=F::Process options=processes/>
                </Field>
                <Field form=state field=F::AccountManager changed=changed(F::AccountManager)>
                    <TextInput form=state field=F::AccountManager/>
                </Field>
                <Field form=state field=F::ContractingUnit changed=changed(F::ContractingUnit)>
                    <TextInput form=state field=F::ContractingUnit/>
                </Field>
                <Field form=state field=F::CustomerNeed stack=true changed=changed(F::CustomerNeed)>
                    <LongTextInput form=state field=F::CustomerNeed rows=2/>
                </Field>
                <Field form=state field=F::ProposedSolution stack=true changed=changed(F::ProposedSolution)>
                    <LongTextInput form=state field=F::ProposedSolution rows=2/>
                </Field>
            </div>
        </details>
    }
}
