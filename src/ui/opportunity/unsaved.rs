//! What an act does about input that was not saved yet (R22).

use leptos::prelude::*;

use super::saving::save_kept;
use crate::domain::OpportunityId;
use crate::ui::store::{Store, use_store};
use crate::ui::text::{Locale, use_locale};

/// The unsaved input of an opportunity's form. Its page provides it; every act on the opportunity or its quotes asks it
/// first, whichever part of the page starts the act.
#[derive(Clone, Copy)]
pub struct UnsavedForm {
    ask: Callback<Ask, bool>,
}

/// What the page is asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ask {
    /// To save what is unsaved, and to say whether nothing is left.
    Save,
    /// To say no longer why an act was refused.
    Settle,
}

impl UnsavedForm {
    /// A form that is saved by `save`, which says whether nothing is left unsaved. By `settle` its page no longer says why an
    /// act was refused.
    pub(super) fn new(
        save: impl Fn() -> bool + Send + Sync + 'static,
        settle: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        let ask = move |ask| match ask {
            Ask::Save => save(),
            Ask::Settle => {
                settle();
                true
            }
        };
        Self { ask: Callback::new(ask) }
    }

    /// The input that is kept for an opportunity whose form is not on the page: to be provided by other pages on which
    /// acts on it can be done.
    pub fn kept_of(id: OpportunityId) -> Self {
        let (store, locale) = (use_store(), use_locale());
        Self::new(move || save_kept(store, locale, id), || ())
    }

    /// The form of an opportunity wherever it is: on the page, or kept for the tab.
    pub fn at_hand(store: Store, locale: Locale, id: OpportunityId) -> AtHand {
        AtHand { store, locale, id, form: store.form_at_hand(id) }
    }

    /// Saves what is unsaved, if anything is, and says whether the act may go on. If not, the form shows why.
    pub fn save_first(self) -> bool {
        self.ask.run(Ask::Save)
    }
}

/// The unsaved input of the page that the component is on. To be asked for while the component is made, not in a
/// handler; where no form can be, there is nothing to save and every act may go on.
pub fn use_unsaved_form() -> UnsavedForm {
    use_context().unwrap_or_else(|| UnsavedForm::new(|| true, || ()))
}

/// The unsaved input of an opportunity, for commands that are given anywhere.
#[derive(Clone, Copy)]
pub struct AtHand {
    store: Store,
    locale: Locale,
    id: OpportunityId,
    form: Option<UnsavedForm>,
}

impl AtHand {
    /// Saves what is unsaved, if anything is, and says whether the act may go on. If not, the form shows why.
    pub fn save_first(self) -> bool {
        // The form may have left the page.
        let saved = self.form.and_then(|form| form.ask.try_run(Ask::Save));
        saved.unwrap_or_else(|| untrack(|| save_kept(self.store, self.locale, self.id)))
    }

    /// An act was done: the page no longer says why one was refused.
    pub fn settle(self) {
        if let Some(form) = self.form {
            // As above.
            let _ = form.ask.try_run(Ask::Settle);
        }
    }
}
