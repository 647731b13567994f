//! The screens behind the lists, with all that only they need: the rules, most of the words, the sample's deals.
//!
//! They are the second part of the program. In the release (feature `split`) it is a file of its own, which is fetched as
//! soon as the first part with the lists can be used; [`Arrival`] says how far that has come. The two parts meet in
//! [`Screens`] alone: whatever is reached from there and from nowhere else is left out of the first part.

mod waiting;

use std::sync::Arc;

use leptos::prelude::*;

use super::bulk::SelectionBar;
use super::commands::Commands;
use super::opportunities::{ListTools, Reminder, Worth, bin::EmptyBin};
use super::over::OverDialog;
use super::store::{Notice, Store};
use super::{act_notice, attention, board, opportunity, quotes, settings};
use crate::domain::{Clock, OpportunityId, Preferences, QuoteKey};
use crate::workspace::{Column, CommitError, Listing, Query, View, Workspace, sample};

pub use waiting::{Missing, Waiting};

/// Which screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The open opportunities by stage.
    Board,
    /// The form of a new opportunity.
    New,
    /// An opportunity with the dialog that the address opens on it.
    Opportunity(OpportunityId),
    /// A quote of an opportunity.
    Quote(OpportunityId, QuoteKey),
    /// Preferences, lists and the data.
    Settings,
    /// What needs attention.
    Attention,
    /// The form that mends an opportunity.
    Mend(OpportunityId),
}

/// What the first part of the program calls of the second.
#[derive(Clone, Copy)]
pub struct Screens {
    /// Shows a screen.
    pub show: fn(Screen) -> AnyView,
    /// Shows the dialog that the address opens over a list or the board.
    pub over: fn() -> AnyView,
    /// Says what an act did, or why it did nothing. Every act begins on a screen.
    pub act_notice: fn(Notice) -> AnyView,
    /// The way to empty the bin, and the dialog that asks.
    pub empty_bin: fn() -> AnyView,
    /// The reminder that a backup is due, above the list, when it is.
    pub reminder: fn(Memo<View>) -> AnyView,
    /// The filter and the choice of columns of a list.
    pub list_tools: fn(Memo<Query>) -> AnyView,
    /// What the sums of a list are worth, in its foot.
    pub worth: fn(Memo<Arc<Listing>>, Memo<Vec<Column>>) -> AnyView,
    /// The bar that appears while something is selected in the list.
    pub selection: fn(Memo<Arc<Listing>>) -> AnyView,
    /// Saves other preferences and shows them.
    pub prefer: fn(Store, Preferences),
    /// Finishes what an earlier act over many records has left.
    pub tidy: fn(Store),
    /// Keeps the file up to date that the user has chosen for it.
    pub keep_backup_file: fn(Store),
    /// Listens to the keys that give commands, and shows the dialogs about them. Every act begins on a screen, so there is
    /// nothing to take back before.
    pub commands: fn() -> AnyView,
    /// Fills the sample book if it is empty.
    pub fill_sample: fn(&mut Workspace, Clock) -> Result<(), CommitError>,
    /// Makes the sample book anew.
    pub reset_sample: fn(&mut Workspace, Clock) -> Result<(), CommitError>,
}

/// How far the loading has come.
#[derive(Clone, Copy)]
pub enum Arrival {
    /// Not here yet.
    Awaited,
    /// Here, for as long as the page lives.
    Here(Screens),
    /// It could not be loaded: there is no network, or the host has another version of the program by now.
    Failed,
}

impl Arrival {
    /// The screens, if they are here.
    pub fn screens(self) -> Option<Screens> {
        match self {
            Self::Here(screens) => Some(screens),
            Self::Awaited | Self::Failed => None,
        }
    }
}

/// Loads the screens.
pub async fn load() -> Arrival {
    second_part().await.map_or(Arrival::Failed, Arrival::Here)
}

/// The second part could not be loaded. The browser's console says why.
struct NotLoaded;

#[cfg(feature = "split")]
impl From<leptos::wasm_split::SplitLoaderError> for NotLoaded {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// The one way into the second part, where the program is cut in two.
#[cfg(feature = "split")]
#[leptos::wasm_split::wasm_split(screens, wasm_split_path = ::leptos::wasm_split, fallible)]
#[allow(clippy::unnecessary_wraps, reason = "the loading around it can fail")]
fn second_part() -> Result<Screens, NotLoaded> {
    Ok(screens())
}

/// In one piece, as the tests have it, all is here at once.
#[cfg(not(feature = "split"))]
#[allow(clippy::unused_async, reason = "the other way waits for a file")]
async fn second_part() -> Result<Screens, NotLoaded> {
    Ok(screens())
}

fn screens() -> Screens {
    Screens {
        show,
        over: || view! { <OverDialog/> }.into_any(),
        act_notice: act_notice::view,
        empty_bin: || view! { <EmptyBin/> }.into_any(),
        reminder: |view| view! { <Reminder view=view/> }.into_any(),
        list_tools: |query| view! { <ListTools query=query/> }.into_any(),
        worth: |list, columns| view! { <Worth list=list columns=columns/> }.into_any(),
        selection: |list| view! { <SelectionBar list=list/> }.into_any(),
        prefer: Store::take_over,
        tidy: Store::tidy,
        keep_backup_file: Store::keep_backup_file,
        commands: || view! { <Commands/> }.into_any(),
        fill_sample: sample::fill,
        reset_sample: sample::reset,
    }
}

fn show(screen: Screen) -> AnyView {
    match screen {
        Screen::Board => view! { <board::BoardPage/> }.into_any(),
        Screen::New => view! { <opportunity::NewPage/> }.into_any(),
        Screen::Opportunity(id) => view! { <opportunity::OpportunityPage id=id/> }.into_any(),
        Screen::Quote(id, key) => view! { <quotes::QuotePage id=id key=key/> }.into_any(),
        Screen::Settings => view! { <settings::SettingsPage/> }.into_any(),
        Screen::Attention => view! { <attention::AttentionPage/> }.into_any(),
        Screen::Mend(id) => view! { <opportunity::MendPage id=id/> }.into_any(),
    }
}
