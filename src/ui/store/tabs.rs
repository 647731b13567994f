//! What other tabs do, and what one that is gone has left.

use leptos::prelude::*;

use super::{Notice, Store};
use crate::storage::Shelf;
use crate::ui::{browser, lock};
use crate::workspace::{Refreshed, Workspace};

impl Store {
    /// Reads everything again, after another tab removed everything at once.
    pub fn refresh_all(self) {
        self.change(|books| {
            books.main.reload();
            if let Some(demo) = &mut books.demo {
                demo.reload();
            }
        });
    }

    /// Takes over what another tab did to that key.
    pub fn refresh(self, key: &str) {
        self.hear(key, None);
    }

    /// The same, with what it wrote there.
    pub fn hear(self, key: &str, value: Option<&str>) {
        let mut both = Vec::new();
        self.books.maybe_update(|books| {
            let demo = books.demo.as_mut().map_or(Refreshed::Same, |demo| demo.hear(key, value));
            let heard = [(Shelf::Main, books.main.hear(key, value)), (Shelf::Demo, demo)];
            let changed = heard.iter().any(|(_, one)| *one != Refreshed::Same);
            let crossed = heard.into_iter().filter_map(|(shelf, one)| match one {
                Refreshed::Overwritten(conflict) => Some((shelf, *conflict, false)),
                Refreshed::Overwrote(conflict) => Some((shelf, *conflict, true)),
                Refreshed::Same | Refreshed::Changed => None,
            });
            both.extend(crossed);
            changed
        });
        for (shelf, conflict, is_ours_stored) in both {
            let record = conflict.key;
            self.keep_crossed(shelf, conflict, is_ours_stored);
            // Of the book that is not shown nothing is said: the user could not look at it.
            if shelf == self.shelf_untracked() {
                let notice = if is_ours_stored { Notice::Overwrote(record) } else { Notice::Overwritten(record) };
                self.notice.set(Some(notice));
            }
        }
    }

    /// Looks at the calendar again.
    pub fn look_at_the_calendar(self) {
        let clock = browser::clock();
        if self.today.get_untracked() != clock.today() {
            self.today.set(clock.today());
            self.change(|books| {
                books.main.turn_to(clock);
                books.demo.iter_mut().for_each(|demo| demo.turn_to(clock));
            });
        }
    }

    /// Finishes what an earlier act over many records has left, here or in a tab that is gone.
    pub fn tidy(self) {
        let untidy = self.books.with_untracked(|books| books.main.is_untidy());
        let demo = self.books.with_untracked(|books| books.demo.as_ref().is_some_and(Workspace::is_untidy));
        if untidy || demo {
            lock::locked(move |lock| {
                // What cannot be finished now is shown as finished all the same, and finished another time. Nobody waits for
                // it where the application was taken out of the page meanwhile.
                self.books.try_update_untracked(|books| {
                    let _ = books.main.tidy(lock);
                    let _ = books.demo.as_mut().map(|demo| demo.tidy(lock));
                });
            });
        }
    }
}
