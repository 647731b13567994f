//! How the form is saved: all of it, or its problems are shown at their fields.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::form::{OpportunityForm, Remark, element, held};
use super::typed;
use crate::domain::forms::{Typed, opportunity_entry};
use crate::domain::{Command, OpportunityCommand, OpportunityEntry, OpportunityId, Refusal};
use crate::ui::browser;
use crate::ui::parts::{FormState, PAGE_HEAD};
use crate::ui::route::{Panel, Route};
use crate::ui::store::{Notice, Store};
use crate::ui::text::Locale;
use crate::workspace::CommitError;

impl OpportunityForm {
    /// Saves what is unsaved, if anything is, and says whether nothing is left unsaved.
    pub fn save_first(self) -> bool {
        element().is_none() || self.changed.with_untracked(BTreeSet::is_empty) || self.save()
    }

    /// *Save* was pressed: says so when there was nothing to save.
    pub fn save_by_hand(self) {
        if self.changed.with_untracked(BTreeSet::is_empty) {
            self.state.problems.set(Vec::new());
            self.remark.set(Some(Remark::None));
        } else {
            self.save();
        }
    }

    /// Saves the form of a known opportunity, and says whether it could be.
    fn save(self) -> bool {
        let (Some(id), Some(typed)) = (self.id, held()) else { return false };
        let saved = self.enter(&typed, id, OpportunityCommand::Edit);
        if saved && let Some(opportunity) = self.store.read(|book| book.opportunity(id).cloned()) {
            self.settle(self.locale.format.with_value(|format| typed::of_record(&opportunity, format)));
        }
        saved
    }

    /// Brings a new opportunity into the book and goes to its page, which takes the form's place.
    pub fn create(self) {
        let Some(typed) = held() else { return };
        let id = browser::new_id();
        if self.enter(&typed, id, OpportunityCommand::Create) {
            self.state.forget();
            self.store.replace(Route::Opportunity(id, Panel::None));
            browser::after_drawing(|| browser::focus(PAGE_HEAD));
        }
    }

    /// Checks what was typed and commits it; problems are shown at their fields, other refusals on the page.
    fn enter(self, typed: &Typed, id: OpportunityId, command: fn(OpportunityEntry) -> OpportunityCommand) -> bool {
        let done = entry(typed, self.locale)
            .map_err(|problems| CommitError::Refused(Refusal::Problems(problems)))
            .and_then(|entry| self.store.commit(&Command::Opportunity(id, command(entry))));
        match done {
            Ok(_) => return true,
            Err(CommitError::Refused(Refusal::Problems(problems))) => self.state.problems.set(problems),
            Err(CommitError::Refused(refusal)) => self.refused.set(Some(refusal)),
            // The notice says what storage could not do; what was typed stays.
            Err(CommitError::Storage(_) | CommitError::NeedsLock) => {}
        }
        false
    }
}

/// Saves the unsaved input that is kept for an opportunity whose form is not on the page (R22). If it has problems, it
/// goes to the form, which shows them.
pub(super) fn save_kept(store: Store, locale: Locale, id: OpportunityId) -> bool {
    let Some(opportunity) = store.read(|book| book.opportunity(id).cloned()) else { return true };
    if !opportunity.is_editable() {
        return true;
    }
    let record = locale.format.with_value(|format| typed::of_record(&opportunity, format));
    let route = Route::Opportunity(id, Panel::None);
    let key = super::form::key(store, route.clone());
    let kept = FormState::new("summary", key, record, opportunity.details.currency);
    if !kept.restored {
        return true;
    }
    let entry = kept.initial.with_value(|typed| entry(typed, locale));
    let refusal = match entry {
        Err(problems) => Refusal::Problems(problems),
        Ok(entry) => match store.commit(&Command::Opportunity(id, OpportunityCommand::Edit(entry))) {
            Ok(_) => {
                kept.forget();
                return true;
            }
            Err(CommitError::Refused(refusal)) => refusal,
            Err(CommitError::Storage(_) | CommitError::NeedsLock) => return false,
        },
    };
    store.notice().set(Some(Notice::Refused(refusal)));
    store.go(route);
    false
}

fn entry(typed: &Typed, locale: Locale) -> Result<OpportunityEntry, Vec<crate::domain::FieldProblem>> {
    locale.format.with_value(|format| opportunity_entry(typed, &format.months()))
}
