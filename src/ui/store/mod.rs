//! The store: the signal around the workspace, and everything that a component may call.
//!
//! State goes down as signals, acts go up as calls. A component never writes storage: it calls [`Store::commit`], which
//! returns after the change is saved or says why it was not. What happened then stands in the notice.

mod acts;
mod attention;
mod backup;
mod backup_file;
mod crossed;
mod followers;
mod hand;
mod lists;
mod place;
mod sample;
mod selection;
mod tabs;

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

pub use backup_file::{BackupFile, FileState, FileTrouble};

use super::browser::{self, Kept};
use super::route::Place;
use super::screens::{self, Arrival};
use super::text::Locale;
use crate::domain::{
    Book, Date, Key, Language, Lists, Opportunity, OpportunityId, Outcome, Preferences, Refusal, Theme,
};
use crate::storage::{KeyValue, Shelf, StorageError};
use crate::workspace::{UndoError, What, Workspace};

pub use crossed::Crossed;
pub use hand::Popup;

/// What a component may ask and do.
#[derive(Clone, Copy)]
pub struct Store {
    books: RwSignal<Books, LocalStorage>,
    place: RwSignal<Place>,
    today: RwSignal<Date>,
    notice: RwSignal<Option<Notice>>,
    screens: RwSignal<Arrival>,
    at_hand: StoredValue<hand::AtHand>,
    kept: Kept,
}

/// The user's own book and, once it was looked at, the sample one.
struct Books {
    storage: Rc<dyn KeyValue>,
    main: Workspace,
    demo: Option<Workspace>,
    /// The file that is kept up to date by itself, if one was chosen.
    backup_file: RwSignal<Option<BackupFile>>,
    crossed: Option<(Shelf, Crossed)>,
}

impl Books {
    fn workspace(&self, which: Shelf) -> &Workspace {
        match (which, &self.demo) {
            (Shelf::Demo, Some(demo)) => demo,
            _ => &self.main,
        }
    }

    fn workspace_mut(&mut self, which: Shelf) -> &mut Workspace {
        match (which, &mut self.demo) {
            (Shelf::Demo, Some(demo)) => demo,
            _ => &mut self.main,
        }
    }
}

/// What the program says after an act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// It was done; it can be undone, and a closing may be offered.
    Done {
        /// What was done.
        what: What,
        /// How many quotes were settled by closing an opportunity.
        settled: usize,
        /// The closing to offer, and of which opportunity.
        offer: Option<(OpportunityId, Outcome)>,
    },
    /// It was taken back.
    Undone(What),
    /// It was put back.
    Redone(What),
    /// It was refused.
    Refused(Refusal),
    /// It could not be saved. Stays until it is solved or dismissed.
    NotSaved(StorageError),
    /// Another tab wrote over what this one had saved of that record, without having seen it. Theirs is shown.
    Overwritten(Key),
    /// This tab wrote over what another one had saved of that record, without having seen it. Ours is shown.
    Overwrote(Key),
    /// The file that is kept up to date by itself was not written; the settings say why.
    BackupFile,
    /// It cannot be taken back, or nothing is left to be.
    CannotUndo(UndoError),
}

impl Store {
    /// Opens what the browser keeps, at the address that the browser shows.
    pub fn open() -> Self {
        let (storage, kept) = browser::open_storage();
        let main = Workspace::open(storage.clone(), Shelf::Main, browser::clock());
        let place = Place::parse(&browser::address::hash());
        let store = Self {
            books: RwSignal::new_local(Books {
                storage,
                main,
                demo: None,
                backup_file: RwSignal::new(None),
                crossed: None,
            }),
            place: RwSignal::new(Place { shelf: Shelf::Main, route: place.route.clone() }),
            today: RwSignal::new(browser::clock().today()),
            notice: RwSignal::new(None),
            screens: RwSignal::new(Arrival::Awaited),
            at_hand: StoredValue::new(hand::AtHand::none()),
            kept,
        };
        store.show(place);
        store
    }

    /// Something of the book, taken anew when the book changes. Compare cheaply: the caller's memo decides what follows.
    pub fn read<T>(self, read: impl FnOnce(&Book) -> T) -> T {
        self.workspace(|workspace| read(workspace.book()))
    }

    /// Something of the workspace, likewise.
    pub fn workspace<T>(self, read: impl FnOnce(&Workspace) -> T) -> T {
        let which = self.shelf();
        self.books.with(|books| read(books.workspace(which)))
    }

    /// The opportunity of this id; changes when that one record does.
    pub fn opportunity(self, id: OpportunityId) -> Memo<Option<Arc<Opportunity>>> {
        self.count_followers(1);
        Memo::new_with_compare(
            move |_| self.read(|book| book.opportunity(id).cloned()),
            |earlier, now| !same(earlier.and_then(Option::as_ref), now.and_then(Option::as_ref)),
        )
    }

    /// The status reasons and competitors.
    pub fn lists(self) -> Memo<Arc<Lists>> {
        Memo::new_with_compare(move |_| self.read(|book| book.lists().clone()), |earlier, now| !same(earlier, now))
    }

    /// The preferences of the book that is shown. Language and theme are the main book's: see [`Store::language`].
    pub fn preferences(self) -> Memo<Arc<Preferences>> {
        Memo::new_with_compare(
            move |_| self.read(|book| book.preferences().clone()),
            |earlier, now| !same(earlier, now),
        )
    }

    /// The language of the screens, whichever book is shown.
    pub fn language(self) -> Memo<Language> {
        let chosen = move || self.books.with(|books| books.main.book().preferences().language);
        Memo::new(move |_| chosen().unwrap_or_else(browser::preferred_language))
    }

    /// The theme, whichever book is shown.
    pub fn theme(self) -> Memo<Option<Theme>> {
        Memo::new(move |_| self.books.with(|books| books.main.book().preferences().theme))
    }

    /// Today on the user's calendar; taken anew at midnight and when the tab is shown again.
    pub fn today(self) -> Signal<Date> {
        self.today.into()
    }

    /// The screens behind the lists, or how far their loading has come. Once they are here, nothing follows that any more.
    pub fn arrival(self) -> Arrival {
        match self.screens.get_untracked() {
            here @ Arrival::Here(_) => here,
            Arrival::Awaited | Arrival::Failed => self.screens.get(),
        }
    }

    /// Whether the sample book is shown before its deals are here: they come with the screens.
    pub fn sample_is_coming(self) -> bool {
        self.shelf() == Shelf::Demo && self.screens.with(|arrival| matches!(arrival, Arrival::Awaited))
    }

    /// What the program has to say about the last act.
    pub fn notice(self) -> RwSignal<Option<Notice>> {
        self.notice
    }

    /// Whether what is entered outlasts the tab.
    pub fn kept(self) -> Kept {
        self.kept
    }

    /// Loads the screens behind the lists. Once they are here the program asks the network for nothing any more.
    pub fn load_screens(self) {
        self.screens.set(Arrival::Awaited);
        let owner = Owner::current();
        spawn_local(async move {
            let arrival = screens::load().await;
            // Nobody waits for them where the application was taken out of the page meanwhile.
            if self.screens.try_set(arrival).is_none() {
                if let Some(screens) = arrival.screens() {
                    (screens.tidy)(self);
                    if let Some(owner) = owner {
                        owner.with(|| (screens.keep_backup_file)(self));
                    }
                }
                self.fill_demo();
            }
        });
    }

    /// Hands the user a file of everything that is stored, as it is.
    pub fn download(self) {
        let which = self.shelf_untracked();
        let held = self.books.with_untracked(|books| books.workspace(which).raw_export());
        browser::download_stored(self.kept, held);
    }

    /// What a record is called on the screen.
    pub fn name_of(self, locale: Locale, key: Key) -> String {
        match key {
            Key::Opportunity(id) => {
                let topic = self.read(|book| book.opportunity(id).map(|found| found.details.topic.to_string()));
                topic.unwrap_or_else(|| id.to_string())
            }
            Key::Lists => locale.words.status_reasons().to_owned(),
            Key::Preferences => locale.words.settings().to_owned(),
        }
    }

    fn shelf_untracked(self) -> Shelf {
        self.place.with_untracked(|place| place.shelf)
    }

    fn change<T>(self, change: impl FnOnce(&mut Books) -> T) -> T {
        change(&mut self.books.write())
    }
}

fn same<T>(earlier: Option<&Arc<T>>, now: Option<&Arc<T>>) -> bool {
    match (earlier, now) {
        (Some(earlier), Some(now)) => Arc::ptr_eq(earlier, now),
        (None, None) => true,
        _ => false,
    }
}

/// The store of the page.
pub fn use_store() -> Store {
    expect_context()
}
