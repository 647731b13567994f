//! How the form is saved: all of it, or its problems are shown at their fields.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::form::{OpportunityForm, Remark, element, entry_of, form_of, held};
use crate::domain::forms::Typed;
use crate::domain::{Command, Opportunity, OpportunityCommand, OpportunityEntry, OpportunityId, Refusal};
use crate::storage::StorageError;
use crate::ui::browser;
use crate::ui::parts::{FormState, PAGE_HEAD, submit_current_form};
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
        if self.state.asks(&typed) {
            return false;
        }
        let saved = self.enter(&typed, self.command(id, OpportunityCommand::Edit));
        if saved && let Some(opportunity) = self.stored() {
            self.settle(form_of(self.locale, &opportunity));
        }
        saved
    }

    /// The user has seen both versions and chose this: it is saved, unless the record has become another one again.
    pub fn take(self, chosen: Typed) {
        self.state.decided();
        self.hold(chosen);
        if self.changed.with_untracked(BTreeSet::is_empty) {
            self.settle(self.state.record());
        } else {
            self.save();
        }
    }

    /// Another tab changed the record, which was read again: the user is asked, beside both versions. Where there is nothing
    /// to choose from, the notice has said what happened.
    fn ask(self, typed: &Typed) {
        let Some(stored) = self.stored().filter(|stored| stored.is_editable()) else { return };
        let merge = self.state.beside(typed, form_of(self.locale, &stored));
        self.follow(&stored);
        if !merge.differences().is_empty() {
            self.store.notice().set(None);
            self.state.conflict().set(Some(merge));
        }
    }

    fn stored(self) -> Option<Arc<Opportunity>> {
        self.id.and_then(|id| untrack(|| self.store.read(|book| book.opportunity(id).cloned())))
    }

    /// Brings a new opportunity into the book and goes to its page, which takes the form's place.
    pub fn create(self) {
        let Some(typed) = held() else { return };
        let id = browser::new_id();
        if self.enter(&typed, self.command(id, OpportunityCommand::Create)) {
            self.arrive(id);
        }
    }

    /// Puts a version that holds in place of the record that breaks a rule and was `seen`, and goes to its page.
    pub fn mend(self, id: OpportunityId, seen: &str) {
        let Some(typed) = held() else { return };
        if self.enter(&typed, |entry| self.store.mend(id, seen, &entry)) {
            self.arrive(id);
        }
    }

    fn arrive(self, id: OpportunityId) {
        self.state.forget();
        self.store.replace(Route::Opportunity(id, Panel::None));
        browser::after_drawing(|| browser::focus(PAGE_HEAD));
    }

    /// Commits an entry by that command.
    fn command(
        self,
        id: OpportunityId,
        command: fn(OpportunityEntry) -> OpportunityCommand,
    ) -> impl FnOnce(OpportunityEntry) -> Result<(), CommitError> {
        move |entry| self.store.commit(&Command::Opportunity(id, command(entry))).map(drop)
    }

    /// Checks what was typed and commits it; problems are shown at their fields, other refusals on the page.
    fn enter(self, typed: &Typed, commit: impl FnOnce(OpportunityEntry) -> Result<(), CommitError>) -> bool {
        let done = entry_of(self.locale, typed)
            .map_err(|problems| CommitError::Refused(Refusal::Problems(problems)))
            .and_then(commit);
        match done {
            Ok(()) => return true,
            Err(CommitError::Refused(Refusal::Problems(problems))) => self.state.problems.set(problems),
            Err(CommitError::Refused(refusal)) => self.refused.set(Some(refusal)),
            Err(CommitError::Storage(StorageError::ChangedElsewhere(_))) => self.ask(typed),
            // The notice says what storage could not do; what was typed stays.
            Err(CommitError::Storage(_) | CommitError::NeedsLock) => {}
        }
        false
    }
}

/// Saves the unsaved input that is kept for an opportunity whose form is not on the page (R22). If it has problems, or the
/// record changed under it, it goes to the form, which shows that.
pub fn save_kept(store: Store, locale: Locale, id: OpportunityId) -> bool {
    let route = Route::Opportunity(id, Panel::None);
    let key = super::form::key(store, route.clone());
    // Of many, few have any.
    if browser::unsaved::get(&key).is_none() {
        return true;
    }
    let Some(opportunity) = store.read(|book| book.opportunity(id).cloned()) else { return true };
    if !opportunity.is_editable() {
        return true;
    }
    let record = form_of(locale, &opportunity);
    let kept = FormState::new("summary", key, record, opportunity.details.currency);
    if !kept.restored {
        return true;
    }
    let typed = kept.initial.get_value();
    let saved = if kept.contested(&typed).is_empty() { save_typed(store, locale, id, &typed) } else { Err(None) };
    match saved {
        Ok(()) => {
            kept.forget();
            return true;
        }
        Err(Some(CommitError::Refused(refusal))) => store.notice().set(Some(Notice::Refused(refusal))),
        // Once more, there, where both versions can be seen.
        Err(None) => browser::after_drawing(submit_current_form),
        Err(Some(CommitError::Storage(StorageError::ChangedElsewhere(_)))) => {}
        Err(Some(CommitError::Storage(_) | CommitError::NeedsLock)) => return false,
    }
    store.go(route);
    false
}

fn save_typed(store: Store, locale: Locale, id: OpportunityId, typed: &Typed) -> Result<(), Option<CommitError>> {
    let entry = entry_of(locale, typed).map_err(|problems| CommitError::Refused(Refusal::Problems(problems)))?;
    store.commit(&Command::Opportunity(id, OpportunityCommand::Edit(entry)))?;
    Ok(())
}
