//! What commands find at hand: the form of the page, the list on the screen, what is open over everything.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::Store;
use super::lists::Left;
use super::selection::Selecting;
use crate::domain::{Language, OpportunityId, Theme};
use crate::storage::Shelf;
use crate::ui::opportunities::ListAtHand;
use crate::ui::opportunity::UnsavedForm;
use crate::workspace::{Listing, Selection, View};

/// What is open over every page and has no address, for it does not outlive a reload.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Popup {
    /// Every command and every opportunity, by a few letters.
    Palette,
    /// The keys and what they do.
    Shortcuts,
    /// What this tab did.
    Acts,
}

/// What is at hand beside the books. The form and the list of a page are gone with it, and then answer nothing.
pub(super) struct AtHand {
    form: Option<(OpportunityId, UnsavedForm)>,
    list: Option<ListAtHand>,
    /// What is open over every page.
    pub popup: RwSignal<Option<Popup>>,
    /// The book that is shown, by itself: what depends on it alone need not look when anything else of the place changes.
    pub shelf: RwSignal<Shelf>,
    /// The list from which an opportunity was opened.
    pub left: Option<Left>,
    /// What each view showed last.
    pub orders: BTreeMap<View, Arc<Listing>>,
    /// What is selected.
    pub selection: RwSignal<Selection>,
    /// The list in which something is.
    pub selecting: Option<Selecting>,
    /// How many began to follow the book since those that have gone were forgotten.
    pub followers: usize,
    /// Whether the dialog that is open was opened from its page, so that Back leads there and not out of the program.
    pub opened_from_page: bool,
}

impl AtHand {
    pub fn none() -> Self {
        Self {
            form: None,
            list: None,
            popup: RwSignal::new(None),
            shelf: RwSignal::new(Shelf::Main),
            left: None,
            orders: BTreeMap::new(),
            selecting: None,
            followers: 0,
            selection: RwSignal::new(Selection::default()),
            opened_from_page: false,
        }
    }
}

impl Store {
    /// What is open over every page.
    pub fn popup(self) -> RwSignal<Option<Popup>> {
        self.at_hand.with_value(|it| it.popup)
    }

    /// The page shows the form of this opportunity.
    pub fn shows_form(self, id: OpportunityId, form: UnsavedForm) {
        self.at_hand.update_value(|it| it.form = Some((id, form)));
    }

    /// The form of this opportunity, if it was the last to be shown.
    pub fn form_at_hand(self, id: OpportunityId) -> Option<UnsavedForm> {
        self.at_hand.with_value(|it| it.form.filter(|(of, _)| *of == id).map(|(_, form)| form))
    }

    /// The page shows this list.
    pub fn shows_list(self, list: ListAtHand) {
        self.at_hand.update_value(|it| it.list = Some(list));
    }

    /// The list that was the last to be shown.
    pub fn list_at_hand(self) -> Option<ListAtHand> {
        self.at_hand.with_value(|it| it.list)
    }

    /// Whether single keys are shortcuts, whichever book is shown.
    pub fn single_keys(self) -> bool {
        self.books.with(|books| books.main.book().preferences().single_keys)
    }

    /// Speaks that language.
    pub fn speak(self, language: Language) {
        self.prefer(|preferences| preferences.language = Some(language));
    }

    /// Shows that theme.
    pub fn paint(self, theme: Option<Theme>) {
        self.prefer(|preferences| preferences.theme = theme);
    }
}
