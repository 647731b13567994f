//! What is done with several opportunities at once (R17): the bar that appears while some are selected in a list, and the
//! dialogs that close and edit them.

mod acts;
mod bar;
mod closing;
mod doing;
mod edit;

use leptos::prelude::*;

use super::route::{Over, Route};
use super::store::Store;
use super::text::Locale;
use crate::domain::{Currency, OpportunityId};

pub use acts::{delete, export, restore};
pub use bar::SelectionBar;
pub use closing::CloseSelected;
pub use edit::EditSelected;

/// Those that a dialog is about: what was selected when its address was gone to, in the order of the list. Where nothing was,
/// as after a reload, or what is unsaved of them could not be saved (R22), there are none, and the list is shown without it.
fn chosen(store: Store, locale: Locale, over: fn(&Over) -> bool) -> Option<Vec<OpportunityId>> {
    let ids = Some(store.selected_ids()).filter(|ids| !ids.is_empty() && acts::save_first(store, locale, ids));
    if ids.is_none() {
        Effect::new(move |_| {
            if store.place().with_untracked(|place| over(&place.route.over())) {
                store.close_panel();
            }
        });
    }
    ids
}

/// The address of a dialog over the list as it is shown now.
fn over_here(store: Store, over: Over) -> Route {
    store.place().with_untracked(|place| place.route.with_over(over))
}

/// Sums in the order of their currencies: "RM 1,200.00 · SGD 86,000.00".
fn sums_text(locale: Locale, sums: impl IntoIterator<Item = (Currency, i128)>) -> String {
    locale.format.with_value(|format| {
        let sum = |(currency, minor): (Currency, i128)| {
            format.minor_units(i64::try_from(minor).unwrap_or(i64::MAX), currency)
        };
        sums.into_iter().map(sum).collect::<Vec<_>>().join(" · ")
    })
}
