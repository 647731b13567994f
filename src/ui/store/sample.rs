//! The sample book, beside the user's own.

use leptos::prelude::*;

use super::{Books, Notice, Store};
use crate::domain::Clock;
use crate::storage::Shelf;
use crate::ui::browser;
use crate::workspace::{CommitError, Workspace};

impl Store {
    /// Makes the sample book anew.
    pub fn reset_demo(self) {
        if let Some(screens) = self.screens.get_untracked().screens() {
            self.make_sample(screens.reset_sample);
        }
    }

    pub(super) fn open_demo(self) {
        if self.books.with_untracked(|books| books.demo.is_some()) {
            return;
        }
        self.change(|books| books.demo = Some(Workspace::open(books.storage.clone(), Shelf::Demo, browser::clock())));
        self.fill_demo();
    }

    /// Fills the sample book as soon as it is looked at and its deals are here.
    pub(super) fn fill_demo(self) {
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
}
