//! Two tabs wrote one opportunity at the same moment: both versions beside each other, and what was lost can be put back.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::beyond::beyond;
use super::{ConflictDialog, Heads, Part, Row};
use crate::domain::forms::{Merge, Typed};
use crate::domain::{Command, Opportunity, OpportunityCommand, OpportunityId, QuoteCommand, QuoteKey, Refusal};
use crate::ui::opportunity::{entry_of, form_of};
use crate::ui::quotes::{fixed, quote_entry_of, quote_form_of};
use crate::ui::store::{Crossed, Notice, Store, use_store};
use crate::ui::text::{Locale, use_locale};
use crate::workspace::CommitError;

/// The dialog, as long as it is known what this tab wrote and what the other one did.
#[component]
pub fn CompareDialog(
    /// Which opportunity.
    id: OpportunityId,
) -> impl IntoView {
    let (store, locale) = (use_store(), use_locale());
    let words = locale.words;
    let record = store.opportunity(id);
    let versions = Memo::new(move |_| Some(Versions::of(store.crossed(id)?, record.get()?)));
    let parts = Signal::derive(move || versions.with(|it| it.as_ref().map(|it| it.parts(locale)).unwrap_or_default()));
    let rows = Signal::derive(move || versions.with(|it| it.as_ref().map(|it| it.beyond(locale)).unwrap_or_default()));
    let subtitle = record.with_untracked(|it| it.as_ref().map(|it| it.details.topic.to_string())).unwrap_or_default();
    let heads = Heads { ours: words.version_of_this_tab(), theirs: words.version_of_other_tab() };
    let save = move |chosen: Vec<Typed>| {
        let Some(versions) = versions.get_untracked() else { return };
        if put_back(store, locale, id, &versions, chosen) {
            store.forget_crossed();
            store.close_panel();
        }
    };
    view! {
        <ConflictDialog
            subtitle=subtitle
            lead=words.compare_lead()
            heads=heads
            parts=parts
            beyond=rows
            on_close=move || store.close_panel()
            on_save=save
        />
    }
}

/// What each tab made of the opportunity, and what is stored by now.
#[derive(Clone, PartialEq)]
struct Versions {
    base: Option<Arc<Opportunity>>,
    ours: Arc<Opportunity>,
    theirs: Arc<Opportunity>,
    stored: Arc<Opportunity>,
}

impl Versions {
    /// The version that is stored is shown as it is by now.
    fn of(crossed: Crossed, stored: Arc<Opportunity>) -> Self {
        let Crossed { base, ours, theirs, is_ours_stored } = crossed;
        let (ours, theirs) = if is_ours_stored { (stored.clone(), theirs) } else { (ours, stored.clone()) };
        Self { base, ours, theirs, stored }
    }

    /// The forms that can still be edited: the opportunity's, and those of drafts.
    fn parts(&self, locale: Locale) -> Vec<Part> {
        if !self.stored.is_editable() {
            return Vec::new();
        }
        let currency = self.stored.details.currency;
        let merge = |of: &dyn Fn(&Opportunity) -> Option<Typed>| {
            let base = self.base.as_deref().and_then(of);
            Some(Merge::of(base, of(&self.ours)?, of(&self.theirs)?, &BTreeSet::new()))
        };
        let own = merge(&|it| Some(form_of(locale, it))).map(|merge| Part { title: None, merge, currency });
        let quotes = self.drafts().into_iter().filter_map(|key| {
            let merge = merge(&|it| it.quote(key).map(|quote| quote_form_of(locale, quote, currency)))?;
            Some(Part { title: Some(key.to_string()), merge, currency })
        });
        own.into_iter().chain(quotes).collect()
    }

    /// Drafts that both tabs have and that differ.
    fn drafts(&self) -> Vec<QuoteKey> {
        let both =
            self.stored.quotes.iter().filter(|quote| fixed(&self.stored, quote).is_none()).map(|quote| quote.key);
        let differs = |key: &QuoteKey| {
            let (ours, theirs) = (self.ours.quote(*key), self.theirs.quote(*key));
            ours.zip(theirs).is_some_and(|(ours, theirs)| ours.content != theirs.content)
        };
        both.filter(differs).collect()
    }

    fn beyond(&self, locale: Locale) -> Vec<Row> {
        let drafts = if self.stored.is_editable() { self.drafts() } else { Vec::new() };
        let rest = beyond(locale, &self.ours, &self.theirs, |key| drafts.contains(&key));
        if self.stored.is_editable() { rest } else { super::changes(locale, &self.ours, &self.theirs) }
    }
}

/// Saves what differs from what is stored: the opportunity's fields, then each draft. Says whether all of it could be.
fn put_back(store: Store, locale: Locale, id: OpportunityId, versions: &Versions, chosen: Vec<Typed>) -> bool {
    let currency = versions.stored.details.currency;
    let mut forms = chosen.into_iter();
    let fields = forms.next().filter(|form| !form.differing(&form_of(locale, &versions.stored)).is_empty());
    let edit = fields
        .map(|form| entry_of(locale, &form).map(|entry| Command::Opportunity(id, OpportunityCommand::Edit(entry))));
    let drafts = versions.drafts().into_iter().zip(forms).filter_map(|(key, form)| {
        let stored = quote_form_of(locale, versions.stored.quote(key)?, currency);
        let differs = !form.differing(&stored).is_empty();
        let entry = differs.then(|| quote_entry_of(locale, &form, currency))?;
        Some(entry.map(|entry| Command::Quote(id, key, QuoteCommand::Edit(entry))))
    });
    edit.into_iter().chain(drafts).all(|command| {
        let done = command.map_err(|problems| CommitError::Refused(Refusal::Problems(problems)));
        match done.and_then(|command| store.commit(&command)) {
            Ok(_) => true,
            Err(CommitError::Refused(refusal)) => {
                store.notice().set(Some(Notice::Refused(refusal)));
                false
            }
            Err(CommitError::Storage(_) | CommitError::NeedsLock) => false,
        }
    })
}
