//! What the user is at when a command is asked for, and which commands can be carried out there.

use std::sync::Arc;

use leptos::prelude::*;

use super::UserCommand;
use crate::domain::{Opportunity, OpportunityId};
use crate::storage::Shelf;
use crate::ui::browser::{self, Kept};
use crate::ui::opportunity::AtHand;
use crate::ui::opportunity::UnsavedForm;
use crate::ui::parts::can_submit;
use crate::ui::route::{Over, Panel, Route};
use crate::ui::store::Store;
use crate::ui::text::Locale;
use crate::workspace::{Filter, Query, View, Wanted};

/// What the user is at.
#[derive(Clone)]
pub struct Scene {
    pub(super) store: Store,
    pub(super) locale: Locale,
    /// The page, without what is open on it.
    pub(super) page: Route,
    /// The opportunity at hand.
    pub(super) subject: Option<Arc<Opportunity>>,
}

impl Scene {
    /// What the user is at now: at hand is the opportunity of the page, else that of the row or card which has the focus.
    pub fn now(store: Store, locale: Locale) -> Self {
        let page = store.place().with_untracked(|place| place.route.page());
        let id = match page {
            Route::Opportunity(id, _) | Route::Quote(id, _) => Some(id),
            _ => row_at_hand(),
        };
        Self { store, locale, page, subject: id.and_then(|id| found(store, id)) }
    }

    /// The same page with that opportunity at hand.
    pub fn with(store: Store, locale: Locale, id: OpportunityId) -> Self {
        let page = store.place().with_untracked(|place| place.route.page());
        Self { store, locale, page, subject: found(store, id) }
    }

    pub(super) fn id(&self) -> Option<OpportunityId> {
        self.subject.as_ref().map(|it| it.id)
    }

    /// The unsaved input of the opportunity at hand.
    pub(super) fn unsaved(&self) -> Option<AtHand> {
        self.id().map(|id| UnsavedForm::at_hand(self.store, self.locale, id))
    }

    /// Whether the command can be carried out here and now.
    pub fn can(&self, command: UserCommand) -> bool {
        use UserCommand as It;
        let store = self.store;
        let is = |test: fn(&Opportunity) -> bool| self.subject.as_deref().is_some_and(test);
        untrack(|| match command {
            It::Close(_) | It::Edit => is(Opportunity::is_editable),
            It::Reopen | It::Correct => is(|it| it.closing().is_some() && !it.is_in_bin()),
            It::Copy | It::Delete => is(|it| !it.is_in_bin()),
            It::OfCustomer => is(|it| it.details.customer.is_some()),
            It::Restore => is(Opportunity::is_in_bin),
            It::Submit => can_submit(),
            It::Undo => store.workspace(|workspace| workspace.last_undoable().is_some()),
            It::Redo => store.workspace(|workspace| workspace.last_redoable().is_some()),
            It::Attention => store.workspace(|workspace| workspace.unreadable().len() > 0),
            It::Row(_) => self.is_list() && store.list_at_hand().is_some_and(|list| list.count() > 0),
            It::Select => self.selectable().is_some(),
            It::SelectAll => self.is_list() && store.list_at_hand().is_some_and(|list| list.count() > 0),
            It::ClearSelection => self.is_list() && store.selection().with(|selection| !selection.is_empty()),
            It::CloseSelected(_) | It::EditSelected => self.selects(|view| view != View::Bin) && self.selects_open(),
            It::DeleteSelected | It::ExportSelected => self.selects(|view| view != View::Bin),
            It::RestoreSelected => self.selects(|view| view == View::Bin),
            It::Backup => store.shelf() == Shelf::Main && store.kept() == Kept::InThisBrowser,
            It::Speak(language) => language != store.language().get(),
            It::Paint(theme) => theme != store.theme().get(),
            It::New
            | It::Search
            | It::Acts
            | It::View(_)
            | It::Board
            | It::Settings
            | It::Download
            | It::Shortcuts
            | It::Palette => true,
        })
    }

    /// The opportunity at hand, if it stands in the list on the screen.
    pub(super) fn selectable(&self) -> Option<OpportunityId> {
        let list = self.store.list_at_hand().filter(|_| self.is_list())?;
        self.id().filter(|id| list.place(*id).is_some())
    }

    /// Whether something is selected in a list of such a view.
    fn selects(&self, of: fn(View) -> bool) -> bool {
        let is_there = matches!(&self.page, Route::List(query, _) if of(query.view));
        is_there && self.store.selection().with_untracked(|selection| !selection.is_empty())
    }

    /// Whether anything that is selected is open.
    fn selects_open(&self) -> bool {
        let ids = self.store.selection().with_untracked(|selection| selection.ids().to_vec());
        self.store.read(|book| ids.iter().any(|id| book.opportunity(*id).is_some_and(|it| it.is_editable())))
    }

    pub(super) fn is_list(&self) -> bool {
        matches!(self.page, Route::List(..))
    }

    /// Where the command leads, if it is a way to somewhere.
    pub fn route(&self, command: UserCommand) -> Option<Route> {
        use UserCommand as It;
        match command {
            It::Close(outcome) => self.id().map(|id| match &self.page {
                page @ (Route::List(..) | Route::Board(_)) => page.with_over(Over::Close(id, outcome)),
                _ => Route::Opportunity(id, Panel::Close(outcome)),
            }),
            It::CloseSelected(outcome) => match self.store.selected_ids().as_slice() {
                // One alone is closed as from its own page, in the dialog that has room for all of it.
                [id] => Some(self.page.with_over(Over::Close(*id, outcome))),
                _ => Some(self.page.with_over(Over::CloseSelected(outcome))),
            },
            It::EditSelected => Some(self.page.with_over(Over::EditSelected)),
            It::Correct => self.id().map(|id| Route::Opportunity(id, Panel::Correct)),
            It::OfCustomer => {
                let customer = self.subject.as_ref()?.details.customer.as_ref()?;
                let filter = Filter { customer: Some(Wanted::Is(customer.to_string())), ..Filter::default() };
                Some(Route::list(Query { filter, ..Query::all_of(View::All) }))
            }
            It::New => Some(Route::New),
            It::View(view) => Some(Route::view(view)),
            It::Board => Some(Route::Board(Over::None)),
            It::Attention => Some(Route::Attention),
            It::Settings => Some(Route::Settings),
            _ => None,
        }
    }

    /// The address of that, for a link.
    pub fn address(&self, command: UserCommand) -> Option<String> {
        self.route(command).map(|route| self.store.address(route))
    }

    /// The name of the command, with what it would be done to.
    pub(super) fn name_with_subject(&self, command: UserCommand) -> String {
        let words = self.locale.words;
        let name = words.command(command);
        match &self.subject {
            Some(it) if command.group() == super::Group::Opportunity => {
                words.command_on(name.trim_end_matches('…'), it.details.topic.as_str())
            }
            _ => name.to_owned(),
        }
    }
}

fn found(store: Store, id: OpportunityId) -> Option<Arc<Opportunity>> {
    untrack(|| store.read(|book| book.opportunity(id).cloned()))
}

/// The opportunity whose row or card has the focus.
pub(super) fn row_at_hand() -> Option<OpportunityId> {
    let row = browser::focused()?.closest("[data-opportunity]").ok().flatten()?;
    OpportunityId::parse(&row.get_attribute("data-opportunity")?)
}
