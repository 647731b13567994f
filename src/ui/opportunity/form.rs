//! What the form of an opportunity holds, what of it is unsaved, and how it follows the record.
//!
//! The controls are the browser's own and keep what is typed. This reads them whenever something is typed, so that what
//! depends on it (the lines' sum, the number of changes) is shown at once, and fills them when the record changes.

use std::collections::BTreeSet;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlFormElement, HtmlInputElement};

use super::rows::{RowAct, rows, with_rows};
use super::typed::{self, currency, without_shown_sum};
use crate::domain::forms::{Typed, opportunity_entry};
use crate::domain::{Currency, Field, FieldProblem, Opportunity, OpportunityEntry, OpportunityId, Refusal};
use crate::ui::parts::{FormState, fill, read, submitted_form};
use crate::ui::route::{Panel, Route};
use crate::ui::store::{Store, use_store};
use crate::ui::text::{Locale, use_locale};

/// The id of the form in the page.
pub(super) const FORM: &str = "summary-form";

/// The form of an opportunity.
#[derive(Clone, Copy)]
pub(super) struct OpportunityForm {
    /// Of this opportunity; absent for a new one.
    pub id: Option<OpportunityId>,
    /// What its controls start with, and what is wrong with what they hold.
    pub state: FormState,
    /// What it holds.
    pub typed: RwSignal<Typed>,
    /// The names of the fields in which it differs from the record.
    pub changed: RwSignal<BTreeSet<String>>,
    /// Whether the currency cannot change any more.
    pub locked: RwSignal<bool>,
    /// What there is to say about unsaved input.
    pub remark: RwSignal<Option<Remark>>,
    /// Why an act was refused, where no field is to blame.
    pub refused: RwSignal<Option<Refusal>>,
    pub(super) store: Store,
    pub(super) locale: Locale,
}

/// What there is to say about unsaved input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Remark {
    /// It was there when the page was opened.
    Restored,
    /// It was discarded; this is what it was.
    Discarded(Typed),
    /// *Save* was pressed and there was none.
    None,
}

impl OpportunityForm {
    /// The form of a new opportunity.
    pub fn of_new() -> Self {
        let store = use_store();
        let preferences = store.preferences().get_untracked();
        Self::start(None, Route::New, typed::of_new(&preferences), preferences.currency)
    }

    /// The form of this opportunity.
    pub fn of(opportunity: &Opportunity) -> Self {
        let record = form_of(use_locale(), opportunity);
        let route = Route::Opportunity(opportunity.id, Panel::None);
        let form = Self::start(Some(opportunity.id), route, record, opportunity.details.currency);
        form.locked.set(opportunity.currency_is_locked());
        form
    }

    /// The form of an opportunity that breaks a rule and is in no book.
    pub fn of_broken(broken: &Opportunity) -> Self {
        let record = form_of(use_locale(), broken);
        let form = Self::start(None, Route::Mend(broken.id), record, broken.details.currency);
        form.locked.set(broken.currency_is_locked());
        form
    }

    fn start(id: Option<OpportunityId>, route: Route, record: Typed, main: Currency) -> Self {
        let store = use_store();
        let state = FormState::new("summary", key(store, route), record, main);
        let held = state.initial.get_value();
        state.currency.set(currency(&held).unwrap_or(main));
        Self {
            id,
            state,
            changed: RwSignal::new(state.changed(&held)),
            typed: RwSignal::new(held),
            locked: RwSignal::new(false),
            remark: RwSignal::new(state.restored.then_some(Remark::Restored)),
            refused: RwSignal::new(None),
            store,
            locale: use_locale(),
        }
    }

    /// Something was typed, picked or chosen.
    pub fn listen(self) {
        // A control that is taken out of the page may report a change after the form has gone.
        let Some(typed) = held().filter(|_| self.typed.try_get_untracked().is_some()) else { return };
        if self.remark.with_untracked(|remark| matches!(remark, Some(Remark::Discarded(_) | Remark::None))) {
            self.remark.set(None);
        }
        self.show(typed);
    }

    /// Whether this field differs from the record.
    pub fn is_changed(self, field: Field) -> Signal<bool> {
        let name = field.name();
        Signal::derive(move || self.changed.with(|changed| changed.contains(&name)))
    }

    /// Does something to the rows of lines.
    pub fn change_rows(self, act: RowAct) {
        let Some(typed) = held() else { return };
        let problems = self.state.problems.with_untracked(|problems| act.on_problems(problems));
        if self.state.problems.with_untracked(|before| *before != problems) {
            self.state.problems.set(problems);
        }
        self.hold(with_rows(&typed, act.on(rows(&typed))));
    }

    /// Takes over what the record has become. What is unsaved stays; every other field shows the record.
    pub fn follow(self, opportunity: &Opportunity) {
        let record = form_of(self.locale, opportunity);
        let locked = opportunity.currency_is_locked();
        if record != self.state.record() {
            if self.changed.with_untracked(BTreeSet::is_empty) {
                self.settle(record);
            } else {
                // A currency that is locked by now is the record's.
                let fixed = locked.then(|| Field::Currency.name()).into_iter().collect();
                let held = self.typed.with_untracked(|held| self.state.follow(held, record, &fixed));
                self.hold(held);
            }
        }
        if self.locked.get_untracked() != locked {
            self.locked.set(locked);
        }
    }

    /// The record has become this, and nothing is unsaved.
    pub fn settle(self, record: Typed) {
        self.state.settle(record.clone());
        self.remark.set(None);
        self.refused.set(None);
        self.hold(record);
    }

    /// Shows the record again; what was unsaved can be brought back until something is typed.
    pub fn discard(self) {
        let held = self.typed.get_untracked();
        self.settle(self.state.record());
        self.remark.set(Some(Remark::Discarded(held)));
    }

    /// Brings back what was discarded.
    pub fn bring_back(self) {
        if let Some(Remark::Discarded(typed)) = self.remark.get_untracked() {
            self.remark.set(None);
            self.hold(typed);
        }
    }

    /// Makes the form hold this.
    pub(super) fn hold(self, typed: Typed) {
        if let Some(form) = element() {
            fill(&form, &typed);
        }
        self.show(typed);
    }

    /// Keeps what is unsaved for the tab, and shows what depends on what the form holds.
    fn show(self, typed: Typed) {
        self.state.keep(&typed);
        self.changed.set(self.state.changed(&typed));
        if let Some(currency) = currency(&typed)
            && self.state.currency.get_untracked() != currency
        {
            self.state.currency.set(currency);
        }
        if self.changed.with_untracked(BTreeSet::is_empty) && self.remark.get_untracked() == Some(Remark::Restored) {
            self.remark.set(None);
        }
        // A control that is mounted later starts with what is held by then.
        self.state.initial.set_value(typed.clone());
        self.typed.set(typed);
    }
}

/// What the form of an opportunity holds when nothing was typed.
pub fn form_of(locale: Locale, opportunity: &Opportunity) -> Typed {
    locale.format.with_value(|format| typed::of_record(opportunity, format))
}

/// The entry that a form makes.
///
/// # Errors
/// Every problem at its field.
pub fn entry_of(locale: Locale, typed: &Typed) -> Result<OpportunityEntry, Vec<FieldProblem>> {
    locale.format.with_value(|format| opportunity_entry(typed, &format.months()))
}

/// The id of the form's first control.
pub fn topic_control() -> String {
    format!("summary-{}", Field::Topic.name())
}

/// The form in the page; absent while the opportunity is closed.
pub(super) fn element() -> Option<HtmlFormElement> {
    submitted_form(FORM)
}

/// What the form in the page holds.
pub(super) fn held() -> Option<Typed> {
    element().map(|form| without_shown_sum(read(&form)))
}

/// Shows the lines' sum where the estimate stands.
pub(super) fn show_sum(sum: &str) {
    let control = element().and_then(|form| form.elements().named_item(&Field::EstimatedRevenue.name()));
    if let Some(control) = control.and_then(|control| control.dyn_into::<HtmlInputElement>().ok()) {
        control.set_value(sum);
    }
}

/// Under which name the unsaved input of that route's form is kept.
pub(super) fn key(store: Store, route: Route) -> String {
    store.address(route).trim_start_matches("#/").to_owned()
}
