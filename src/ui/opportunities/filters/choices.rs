//! Conditions on what is one of a few: stage, status reason, currency.

use std::sync::Arc;

use leptos::prelude::*;

use super::Desk;
use crate::domain::{Currency, Field, OpenReason, Outcome, Stage};
use crate::ui::text::use_locale;
use crate::workspace::{RowReason, View};

/// One of a few, or any.
#[component]
fn OneOf(
    id: &'static str,
    label: &'static str,
    /// The code and the name of each.
    options: Vec<(String, String)>,
    /// The code that is chosen, empty for any.
    #[prop(into)]
    chosen: Signal<String>,
    choose: impl Fn(&str) + 'static,
) -> impl IntoView {
    let any = use_locale().words.any();
    let options = std::iter::once((String::new(), any.to_owned())).chain(options).map(|(code, name)| {
        let is_chosen = {
            let code = code.clone();
            move || chosen.get() == code
        };
        view! { <option value=code selected=is_chosen>{name}</option> }
    });
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select class="input" id=id prop:value=chosen on:change=move |event| choose(&event_target_value(&event))>
                {options.collect_view()}
            </select>
        </div>
    }
}

#[component]
pub fn Stages(desk: Desk) -> impl IntoView {
    let words = use_locale().words;
    let stages = Stage::ALL.iter().map(|stage| (stage.code().to_owned(), words.stage(*stage).to_owned())).collect();
    let chosen = desk.read(|filter| filter.stage.map_or("", Stage::code).to_owned());
    let choose = move |code: &str| desk.change(false, |filter| filter.stage = Stage::from_code(code));
    view! { <OneOf id="filter-stage" label=words.field(Field::Stage) options=stages chosen=chosen choose=choose/> }
}

#[component]
pub fn Reasons(desk: Desk, view: View) -> impl IntoView {
    let words = use_locale().words;
    let lists = desk.store.lists();
    let chosen = desk.read(|filter| filter.reason.map(|reason| reason.code().to_owned()).unwrap_or_default());
    let choose = move |code: &str| desk.change(false, |filter| filter.reason = RowReason::from_code(code));
    move || {
        let open = OpenReason::ALL.iter().filter(|_| view.is_of_open() || matches!(view, View::All | View::Bin));
        let open = open.map(|reason| (reason.code().to_owned(), words.open_reason(*reason).to_owned()));
        let lists: Arc<_> = lists.get();
        let closed = lists.reasons.iter().filter(|reason| match view {
            View::Won => reason.kind.outcome() == Outcome::Won,
            View::Lost | View::Revisit => reason.kind.outcome() == Outcome::Lost,
            View::All | View::Bin => true,
            View::Open | View::Overdue | View::Blocked | View::Stale => false,
        });
        let closed = closed.map(|reason| (reason.id.code().to_owned(), words.listed_reason(reason)));
        let options = open.chain(closed).collect();
        let label = words.field(Field::StatusReason);
        view! { <OneOf id="filter-reason" label=label options=options chosen=chosen choose=choose/> }
    }
}

#[component]
pub fn Currencies(desk: Desk) -> impl IntoView {
    let words = use_locale().words;
    let used = Memo::new(move |_| {
        desk.store.workspace(|workspace| workspace.index().currencies().map(Currency::code).collect::<Vec<_>>())
    });
    let chosen = desk.read(|filter| filter.currency.map_or("", Currency::code).to_owned());
    let choose = move |code: &str| desk.change(false, |filter| filter.currency = Currency::parse(code));
    move || {
        // Where all is in one currency there is nothing to choose.
        (used.with(Vec::len) > 1 || !chosen.get().is_empty()).then(|| {
            let options = used.get().into_iter().map(|code| (code.to_owned(), code.to_owned())).collect();
            let label = words.field(Field::Currency);
            view! { <OneOf id="filter-currency" label=label options=options chosen=chosen choose=choose/> }
        })
    }
}
