//! Which rows of a list are selected, for acts over many (R17).

use super::{Index, Listing, Tally, View};
use crate::domain::OpportunityId;
use crate::domain::order::{insert_sorted, sorted};

/// The selected opportunities of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// In the order of the ids.
    ids: Vec<OpportunityId>,
    /// Where a range begins: the one that was selected or left out last.
    last: Option<OpportunityId>,
}

impl Selection {
    /// Whether it is selected.
    pub fn contains(&self, id: OpportunityId) -> bool {
        self.ids.binary_search(&id).is_ok()
    }

    /// How many are selected.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The selected ones in the order of their ids.
    pub fn ids(&self) -> &[OpportunityId] {
        &self.ids
    }

    /// Selects one or leaves it out; a range begins here.
    pub fn set(&mut self, id: OpportunityId, is_selected: bool) {
        if is_selected {
            insert_sorted(&mut self.ids, id);
        } else if let Ok(place) = self.ids.binary_search(&id) {
            self.ids.remove(place);
        }
        self.last = Some(id);
    }

    /// Selects all rows from where the range begins to this one, in the list's order, or leaves them out. Where none begins
    /// in the list, it is this one alone.
    pub fn set_range(&mut self, list: &Listing, id: OpportunityId, is_selected: bool) {
        let from = self.last.and_then(|last| list.place(last));
        if let (Some(from), Some(to)) = (from, list.place(id)) {
            let rows = list.rows().get(from.min(to)..=from.max(to)).unwrap_or_default();
            let range = sorted(rows.iter().map(|row| row.id));
            self.ids.retain(|id| range.binary_search(id).is_err());
            if is_selected {
                self.ids = sorted(std::mem::take(&mut self.ids).into_iter().chain(range));
            }
        }
        self.set(id, is_selected);
    }

    /// Selects all rows of the list.
    pub fn set_all(&mut self, list: &Listing) {
        self.ids = sorted(list.ids());
    }

    /// Keeps what is in the list, and says whether anything was not.
    pub fn keep_in(&mut self, list: &Listing) -> bool {
        let before = self.ids.len();
        if before > 0 {
            let listed = sorted(list.ids());
            self.ids.retain(|id| listed.binary_search(id).is_ok());
        }
        self.ids.len() != before
    }

    /// The selected ones in the order of the list.
    pub fn in_order_of(&self, list: &Listing) -> Vec<OpportunityId> {
        list.ids().filter(|id| self.contains(*id)).collect()
    }

    /// How many there are and what they add up to, as in the view.
    pub fn tally(&self, index: &Index, view: View) -> Tally {
        let mut tally = Tally::default();
        self.ids.iter().filter_map(|id| index.row(*id)).for_each(|row| tally.add(row, view, true));
        tally
    }
}
