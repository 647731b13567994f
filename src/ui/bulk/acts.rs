//! The acts on all that is selected that need no dialog.

use leptos::prelude::*;

use crate::domain::{Command, Opportunity, OpportunityId};
use crate::exchange;
use crate::ui::browser;
use crate::ui::opportunity::save_kept;
use crate::ui::parts::PAGE_HEAD;
use crate::ui::store::Store;
use crate::ui::text::Locale;

/// Saves what is unsaved of each (R22), and says whether all could be. Where one could not, its form shows why.
pub fn save_first(store: Store, locale: Locale, ids: &[OpportunityId]) -> bool {
    untrack(|| ids.iter().all(|id| save_kept(store, locale, *id)))
}

/// Moves them into the bin.
pub fn delete(store: Store, locale: Locale) {
    let ids = store.selected_ids();
    if save_first(store, locale, &ids) {
        act(store, Command::delete(&ids));
    }
}

/// Brings them back from the bin.
pub fn restore(store: Store) {
    act(store, Command::restore(&store.selected_ids()));
}

fn act(store: Store, command: Command) {
    store.commit_many(command, |_| browser::after_drawing(|| browser::focus(PAGE_HEAD)));
}

/// Hands the user a table of them, in the order of the list.
pub fn export(store: Store) {
    let (ids, clock) = (store.selected_ids(), browser::clock());
    let text = untrack(|| {
        store.read(|book| {
            let found = ids.iter().filter_map(|id| book.opportunity(*id).map(AsRef::<Opportunity>::as_ref));
            exchange::csv(found, book.lists(), clock)
        })
    });
    browser::download_as(&format!("tutup-{}.csv", clock.today()), "text/csv", &text.into());
}
