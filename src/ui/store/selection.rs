//! What is selected in the list, for acts over many (R17).
//!
//! A selection belongs to one list: one book, one view, one filter; only its order may change. It stays while one looks at an
//! opportunity or at the board and comes back, and ends where another list is shown. What leaves the list leaves it too.

use std::sync::Arc;

use leptos::prelude::*;

use super::Store;
use crate::domain::OpportunityId;
use crate::storage::Shelf;
use crate::workspace::{Filter, Listing, Selection, View};

/// The list in which something is selected.
#[derive(Clone, Debug)]
pub(super) struct Selecting {
    of: (Shelf, View, Filter),
    list: Memo<Arc<Listing>>,
}

impl Store {
    /// What is selected.
    pub fn selection(self) -> ReadSignal<Selection> {
        self.picked().read_only()
    }

    /// The selected ones, in the order of the list.
    pub fn selected_ids(self) -> Vec<OpportunityId> {
        let ids = self.with_list(|list| self.picked().with_untracked(|selection| selection.in_order_of(list)));
        ids.unwrap_or_default()
    }

    /// Selects one that is not, and leaves one out that is.
    pub fn toggle_selected(self, id: OpportunityId) {
        let is_selected = self.picked().with_untracked(|selection| selection.contains(id));
        self.select(id, !is_selected);
    }

    /// Selects one or leaves it out.
    pub fn select(self, id: OpportunityId, is_selected: bool) {
        self.picked().update(|selection| selection.set(id, is_selected));
    }

    /// Selects all from the one that was selected last to this one, or leaves them out.
    pub fn select_to(self, id: OpportunityId, is_selected: bool) {
        self.with_list(|list| self.picked().update(|selection| selection.set_range(list, id, is_selected)));
    }

    /// Selects everything in the list, whether its row is mounted or not.
    pub fn select_all_in_view(self) {
        self.with_list(|list| self.picked().update(|selection| selection.set_all(list)));
    }

    /// Leaves everything out.
    pub fn clear_selection(self) {
        if self.picked().with_untracked(|selection| !selection.is_empty()) {
            self.picked().set(Selection::default());
        }
    }

    /// Lets the selection be one of this list, as long as the list is shown.
    pub(in crate::ui) fn select_in(self, list: Memo<Arc<Listing>>) {
        list.with_untracked(|shown| self.come_to_select(list, shown));
        Effect::new(move |_| list.with(|shown| self.come_to_select(list, shown)));
    }

    fn picked(self) -> RwSignal<Selection> {
        self.at_hand.with_value(|it| it.selection)
    }

    fn come_to_select(self, list: Memo<Arc<Listing>>, shown: &Listing) {
        let query = shown.query();
        let of = (self.shelf_untracked(), query.view, query.filter.clone());
        let goes_on = self.at_hand.with_value(|it| it.selecting.as_ref().is_some_and(|earlier| earlier.of == of));
        self.at_hand.update_value(|it| it.selecting = Some(Selecting { of, list }));
        if goes_on {
            self.picked().maybe_update(|selection| selection.keep_in(shown));
        } else {
            self.clear_selection();
        }
    }

    /// The list that is shown, or was shown last while it is still there.
    fn with_list<T>(self, of: impl FnOnce(&Listing) -> T) -> Option<T> {
        let list = self.at_hand.with_value(|it| it.selecting.as_ref().map(|selecting| selecting.list))?;
        list.try_with_untracked(|list| of(list))
    }
}
