//! What an act does about input that was not saved yet (R22).

use leptos::prelude::*;

use super::saving::save_kept;
use crate::domain::OpportunityId;
use crate::ui::store::use_store;
use crate::ui::text::use_locale;

/// The unsaved input of an opportunity's form. Its page provides it; every act on the opportunity or its quotes asks it
/// first, whichever part of the page starts the act.
#[derive(Clone, Copy)]
pub struct UnsavedForm {
    save: Callback<(), bool>,
}

impl UnsavedForm {
    /// A form that is saved by `save`, which says whether nothing is left unsaved.
    pub(super) fn new(save: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        Self { save: Callback::new(move |()| save()) }
    }

    /// The input that is kept for an opportunity whose form is not on the page: to be provided by other pages on which
    /// acts on it can be done.
    pub fn kept_of(id: OpportunityId) -> Self {
        let (store, locale) = (use_store(), use_locale());
        Self::new(move || save_kept(store, locale, id))
    }

    /// Saves what is unsaved, if anything is, and says whether the act may go on. If not, the form shows why.
    pub fn save_first(self) -> bool {
        self.save.run(())
    }
}

/// The unsaved input of the page that the component is on. To be asked for while the component is made, not in a
/// handler; where no form can be, there is nothing to save and every act may go on.
pub fn use_unsaved_form() -> UnsavedForm {
    use_context().unwrap_or_else(|| UnsavedForm::new(|| true))
}
