//! The list on the screen, for commands that move in it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use super::window::Window;
use crate::domain::OpportunityId;
use crate::ui::browser;
use crate::workspace::Listing;

/// The list on the screen. Once it has left it, it has no rows.
#[derive(Clone, Copy)]
pub struct ListAtHand {
    list: Memo<Arc<Listing>>,
    window: Window,
}

impl ListAtHand {
    pub(super) fn new(list: Memo<Arc<Listing>>, window: Window) -> Self {
        Self { list, window }
    }

    /// How many rows it has.
    pub fn count(self) -> usize {
        self.list.try_with_untracked(|list| list.rows().len()).unwrap_or(0)
    }

    /// Where an opportunity stands, from 0.
    pub fn place(self, id: OpportunityId) -> Option<usize> {
        self.list.try_with_untracked(|list| list.place(id)).flatten()
    }

    /// Where the first row stands that can be seen.
    pub fn first_in_sight(self) -> usize {
        self.window.first_in_sight().min(self.count().saturating_sub(1))
    }

    /// Moves the focus to the row there, and the window of rows with it.
    pub fn focus(self, place: usize) {
        let id = self.list.try_with_untracked(|list| list.rows().get(place).map(|row| row.id)).flatten();
        let Some(row) = id.map(|id| format!("row-{id}")) else { return };
        if browser::is_there(&row) {
            return browser::focus(&row);
        }
        self.window.reveal(place);
        spawn_local(async move {
            tick().await;
            if browser::is_there(&row) {
                browser::focus(&row);
            } else {
                browser::after_drawing(move || browser::focus(&row));
            }
        });
    }
}
