//! How commands move in a list, and where the focus stays when a row leaves it.

use leptos::task::{spawn_local, tick};

use super::Scene;
use super::scene::row_at_hand;
use super::table::Step;
use crate::domain::OpportunityId;
use crate::ui::browser;
use crate::ui::opportunities::ListAtHand;
use crate::ui::parts::PAGE_HEAD;
use crate::ui::store::Store;

/// Moves the focus to another row; from nowhere, to the first that can be seen.
pub(super) fn step(store: Store, step: Step) {
    let Some(list) = store.list_at_hand() else { return };
    let Some(end) = list.count().checked_sub(1) else { return };
    let here = row_at_hand().and_then(|id| list.place(id));
    list.focus(match (step, here) {
        (Step::First, _) => 0,
        (Step::Last, _) => end,
        (Step::Next, Some(here)) => end.min(here + 1),
        (Step::Previous, Some(here)) => here.saturating_sub(1),
        (Step::Next | Step::Previous, None) => list.first_in_sight(),
    });
}

/// The row of the opportunity that an act is done to, if it is in the list on the screen.
pub(super) struct RowAtHand {
    id: OpportunityId,
    place: Option<(ListAtHand, usize)>,
}

impl RowAtHand {
    pub fn of(scene: &Scene, id: OpportunityId) -> Self {
        let list = scene.store.list_at_hand().filter(|_| scene.is_list());
        Self { id, place: list.and_then(|list| Some((list, list.place(id)?))) }
    }

    /// The act was done: the focus is on the row, or on that which stands in its place; without one, on the page's head.
    pub fn keep_focus(self) {
        let Some((list, place)) = self.place else {
            return browser::after_drawing(|| browser::focus(PAGE_HEAD));
        };
        spawn_local(async move {
            tick().await;
            match (list.place(self.id), list.count().checked_sub(1)) {
                (Some(place), _) => list.focus(place),
                (None, Some(end)) => list.focus(place.min(end)),
                (None, None) => browser::focus(PAGE_HEAD),
            }
        });
    }
}
