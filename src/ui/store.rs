//! The store: the signal around the workspace, and everything that a component may call.
//!
//! State goes down as signals, acts go up as calls. A component never writes storage: it calls [`Store::commit`], which
//! returns after the change is saved or says why it was not. What happened then stands in the notice.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::browser::{self, Kept};
use super::lock;
use super::route::{Place, Route};
use super::screens::{self, Arrival};
use super::text::Locale;
use crate::domain::{
    Book, Change, Clock, Command, Date, Key, Language, Lists, Opportunity, OpportunityId, Outcome, Preferences, Record,
    RecordChange, Refusal, Theme,
};
use crate::storage::{CommitLock, Conflict, KeyValue, Shelf, StorageError};
use crate::workspace::{CommitError, Done, Refreshed, UndoError, What, Workspace};

/// What a component may ask and do.
#[derive(Clone, Copy)]
pub struct Store {
    books: RwSignal<Books, LocalStorage>,
    place: RwSignal<Place>,
    today: RwSignal<Date>,
    notice: RwSignal<Option<Notice>>,
    /// Whether the dialog that is open was opened from its page, so that Back leads there and not out of the program.
    opened_from_page: StoredValue<bool>,
    screens: RwSignal<Arrival>,
    kept: Kept,
}

/// The user's own book and, once it was looked at, the sample one.
struct Books {
    storage: Rc<dyn KeyValue>,
    main: Workspace,
    demo: Option<Workspace>,
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
    /// Another tab wrote over what this one had saved, without having seen it. Theirs is shown.
    Overwritten(Box<Conflict>),
    /// This tab wrote over what another one had saved, without having seen it. Ours is shown.
    Overwrote(Box<Conflict>),
    /// It cannot be taken back, or nothing is left to be.
    CannotUndo(UndoError),
}

impl Store {
    /// Opens what the browser keeps, at the address that the browser shows.
    pub fn open() -> Self {
        let (storage, kept) = browser::open_storage();
        let main = Workspace::open(storage.clone(), Shelf::Main);
        let place = Place::parse(&browser::hash());
        let store = Self {
            books: RwSignal::new_local(Books { storage, main, demo: None }),
            place: RwSignal::new(Place { shelf: Shelf::Main, route: place.route.clone() }),
            today: RwSignal::new(browser::clock().today()),
            notice: RwSignal::new(None),
            opened_from_page: StoredValue::new(false),
            screens: RwSignal::new(Arrival::Awaited),
            kept,
        };
        store.show(place);
        store
    }

    // --- what there is

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

    /// The screens behind the lists, or how far their loading has come.
    pub fn screens(self) -> Signal<Arrival> {
        self.screens.into()
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

    // --- where the user is

    /// Where the user is.
    pub fn place(self) -> Signal<Place> {
        self.place.into()
    }

    /// Which book is shown.
    pub fn shelf(self) -> Shelf {
        self.place.with(|place| place.shelf)
    }

    /// The address of a route in the book that is shown, for a link.
    pub fn address(self, route: Route) -> String {
        Place { shelf: self.place.with_untracked(|place| place.shelf), route }.to_string()
    }

    /// Goes to a route of the book that is shown; Back returns from it.
    pub fn go(self, route: Route) {
        browser::go(&self.address(route));
        self.arrive();
    }

    /// Goes to a route that takes the place of the present one: Back does not return here.
    pub fn replace(self, route: Route) {
        browser::replace(&self.address(route));
        self.show(Place::parse(&browser::hash()));
    }

    /// Closes the dialog that is open: goes back to the page below it.
    pub fn close_panel(self) {
        let here = self.place.get_untracked();
        let page = here.with(here.route.page());
        if page == here {
            return;
        }
        // The page is shown at once; the address follows when the browser gets to it.
        self.place.set(page.clone());
        if self.opened_from_page.get_value() {
            browser::back();
        } else {
            browser::replace(&page.to_string());
        }
    }

    /// Takes over the address that the browser shows now, after a link or Back.
    pub fn arrive(self) {
        let place = Place::parse(&browser::hash());
        let here = self.place.get_untracked();
        if here != place {
            self.opened_from_page.set_value(here == place.with(place.route.page()));
            self.show(place);
        }
    }

    fn show(self, place: Place) {
        if place.shelf == Shelf::Demo {
            self.open_demo();
        }
        if self.place.with_untracked(|here| *here != place) {
            self.place.set(place);
        }
    }

    /// Loads the screens behind the lists. Once they are here the program asks the network for nothing any more.
    pub fn load_screens(self) {
        self.screens.set(Arrival::Awaited);
        spawn_local(async move {
            let arrival = screens::load().await;
            // Nobody waits for them where the application was taken out of the page meanwhile.
            if self.screens.try_set(arrival).is_none() {
                self.fill_demo();
            }
        });
    }

    // --- what can be done

    /// Decides, saves and shows the command: all of it or nothing. The notice then says what was done, or that it could not
    /// be saved; a refusal is for the caller to show where it belongs.
    ///
    /// # Errors
    /// Why nothing was changed.
    pub fn commit(self, command: &Command) -> Result<Done, CommitError> {
        let result = self.commit_silently(command);
        match &result {
            Ok(done) => {
                let offer = done.offer.and_then(|outcome| subject(command).map(|id| (id, outcome)));
                if let Some(what) = done.what {
                    self.notice.set(Some(Notice::Done { what, settled: settled(&done.change), offer }));
                }
            }
            Err(CommitError::Storage(error)) => self.not_saved(error),
            Err(CommitError::NeedsLock) => {
                self.notice.set(Some(Notice::NotSaved(StorageError::Unfinished)));
                self.tidy();
            }
            Err(CommitError::Refused(_)) => {}
        }
        result
    }

    /// Decides, saves and shows a command over many records, as soon as no other tab is busy with one; then says what came
    /// of it.
    pub fn commit_many(self, command: Command, then: impl FnOnce(&Result<Done, CommitError>) + 'static) {
        let (which, clock) = (self.shelf_untracked(), browser::clock());
        lock::locked(move |lock| {
            let result = self.change(|books| books.workspace_mut(which).commit_locked(lock, &command, clock));
            match &result {
                Ok(Done { what: Some(what), change, .. }) => {
                    self.notice.set(Some(Notice::Done { what: *what, settled: settled(change), offer: None }));
                }
                Err(CommitError::Refused(refusal)) => self.notice.set(Some(Notice::Refused(refusal.clone()))),
                Err(CommitError::Storage(error)) => self.not_saved(error),
                Err(CommitError::NeedsLock) | Ok(Done { what: None, .. }) => {}
            }
            then(&result);
        });
    }

    fn not_saved(self, error: &StorageError) {
        self.notice.set(Some(Notice::NotSaved(error.clone())));
        // What lies there is read again, so that the user sees it and the next attempt is made upon it.
        if let StorageError::ChangedElsewhere(conflict) = error {
            self.refresh(&self.shelf_untracked().key(conflict.key));
        }
    }

    /// Finishes what an earlier act over many records has left, here or in a tab that is gone.
    pub fn tidy(self) {
        let untidy = self.books.with_untracked(|books| books.main.is_untidy());
        let demo = self.books.with_untracked(|books| books.demo.as_ref().is_some_and(Workspace::is_untidy));
        if untidy || demo {
            lock::locked(move |lock| {
                // What cannot be finished now is shown as finished all the same, and finished another time.
                self.books.update_untracked(|books| {
                    let _ = books.main.tidy(lock);
                    let _ = books.demo.as_mut().map(|demo| demo.tidy(lock));
                });
            });
        }
    }

    /// The same, for an act that has no field at which a refusal could stand: it stands in the notice.
    pub fn act(self, command: &Command) -> Option<Done> {
        match self.commit(command) {
            Ok(done) => Some(done),
            Err(CommitError::Refused(refusal)) => {
                self.notice.set(Some(Notice::Refused(refusal)));
                None
            }
            Err(CommitError::Storage(_) | CommitError::NeedsLock) => None,
        }
    }

    fn commit_silently(self, command: &Command) -> Result<Done, CommitError> {
        let (which, clock) = (self.shelf_untracked(), browser::clock());
        self.today.maybe_update(|today| std::mem::replace(today, clock.today()) != clock.today());
        self.change(|books| books.workspace_mut(which).commit(command, clock))
    }

    /// Takes the newest act back (R16).
    pub fn undo(self) {
        self.replay(Notice::Undone, Workspace::undo, Workspace::undo_locked);
    }

    /// Puts the act that was taken back last in force again.
    pub fn redo(self) {
        self.replay(Notice::Redone, Workspace::redo, Workspace::redo_locked);
    }

    /// Takes the newest act back as far as its records are untouched since.
    pub fn undo_untouched(self) {
        self.replay(Notice::Undone, |_| Err(UndoError::NeedsLock), Workspace::undo_untouched);
    }

    fn replay(
        self,
        said: fn(What) -> Notice,
        act: fn(&mut Workspace) -> Result<What, UndoError>,
        locked: fn(&mut Workspace, &CommitLock) -> Result<What, UndoError>,
    ) {
        let which = self.shelf_untracked();
        let say = move |result: Result<What, UndoError>| {
            self.notice.set(Some(result.map_or_else(Notice::CannotUndo, said)));
        };
        match self.change(|books| act(books.workspace_mut(which))) {
            Err(UndoError::NeedsLock) => {
                lock::locked(move |lock| say(self.change(|books| locked(books.workspace_mut(which), lock))));
            }
            result => say(result),
        }
    }

    /// Changes language or theme, which are the main book's also while the sample is shown.
    pub fn prefer(self, change: impl FnOnce(&mut Preferences)) {
        let mut preferences = self.books.with_untracked(|books| Preferences::clone(books.main.book().preferences()));
        change(&mut preferences);
        if let Err(error) = self.change(|books| books.main.prefer(preferences)) {
            self.notice.set(Some(Notice::NotSaved(error)));
        }
    }

    /// Makes the sample book anew.
    pub fn reset_demo(self) {
        if let Some(screens) = self.screens.get_untracked().screens() {
            self.make_sample(screens.reset_sample);
        }
    }

    /// Hands the user a file of everything that is stored, as it is.
    pub fn download(self) {
        let which = self.shelf_untracked();
        let held = self.books.with_untracked(|books| books.workspace(which).raw_export());
        browser::download_stored(self.kept, held);
    }

    /// Reads everything again, after another tab removed everything at once.
    pub fn refresh_all(self) {
        self.change(|books| {
            books.main.reload();
            if let Some(demo) = &mut books.demo {
                demo.reload();
            }
        });
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

    /// Takes over what another tab did to that key.
    pub fn refresh(self, key: &str) {
        self.hear(key, None);
    }

    /// The same, with what it wrote there.
    pub fn hear(self, key: &str, value: Option<&str>) {
        let mut both = None;
        self.books.maybe_update(|books| {
            let demo = books.demo.as_mut().map_or(Refreshed::Same, |demo| demo.hear(key, value));
            let heard = [books.main.hear(key, value), demo];
            let changed = heard.iter().any(|one| *one != Refreshed::Same);
            both = heard.into_iter().find_map(|one| match one {
                Refreshed::Overwritten(conflict) => Some(Notice::Overwritten(conflict)),
                Refreshed::Overwrote(conflict) => Some(Notice::Overwrote(conflict)),
                Refreshed::Same | Refreshed::Changed => None,
            });
            changed
        });
        if both.is_some() {
            self.notice.set(both);
        }
    }

    /// Looks at the calendar again.
    pub fn look_at_the_calendar(self) {
        let today = browser::clock().today();
        if self.today.get_untracked() != today {
            self.today.set(today);
        }
    }

    fn open_demo(self) {
        if self.books.with_untracked(|books| books.demo.is_some()) {
            return;
        }
        self.change(|books| books.demo = Some(Workspace::open(books.storage.clone(), Shelf::Demo)));
        self.fill_demo();
    }

    /// Fills the sample book as soon as it is looked at and its deals are here.
    fn fill_demo(self) {
        let is_empty = |books: &Books| books.demo.as_ref().is_some_and(|demo| demo.book().with_bin().len() == 0);
        if let Some(screens) = self.screens.get_untracked().screens()
            && self.books.with_untracked(is_empty)
        {
            self.make_sample(screens.fill_sample);
        }
    }

    fn make_sample(self, how: fn(&mut Workspace, Clock) -> Result<(), CommitError>) {
        let made = self.change(|books| books.demo.as_mut().map_or(Ok(()), |demo| how(demo, browser::clock())));
        if let Err(CommitError::Storage(error)) = made {
            self.notice.set(Some(Notice::NotSaved(error)));
        }
    }

    fn shelf_untracked(self) -> Shelf {
        self.place.with_untracked(|place| place.shelf)
    }

    fn change<T>(self, change: impl FnOnce(&mut Books) -> T) -> T {
        let is_empty = |books: &Books| books.main.book().with_bin().len() == 0;
        let was_empty = self.books.with_untracked(is_empty);
        let result = change(&mut self.books.write());
        if was_empty && !self.books.with_untracked(is_empty) && self.kept == Kept::InThisBrowser {
            // From now on there is something to lose.
            browser::ask_to_last();
        }
        result
    }
}

/// How many quotes a change settled by closing their opportunity.
fn settled(change: &Change) -> usize {
    let closed = |change: &RecordChange| match (&change.before, &change.after) {
        (Some(Record::Opportunity(before)), Some(Record::Opportunity(after))) if before.closing().is_none() => {
            after.closing().map_or(0, |closing| closing.facts().settled.len())
        }
        _ => 0,
    };
    change.0.iter().map(closed).sum()
}

/// The opportunity that a command is about.
fn subject(command: &Command) -> Option<OpportunityId> {
    match command {
        Command::Opportunity(id, _) | Command::Quote(id, ..) => Some(*id),
        Command::Lists(_) | Command::Preferences(_) | Command::Many(_) => None,
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
