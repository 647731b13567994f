//! What other tabs do, and what one that is gone has left.

use leptos::prelude::*;

use super::{Notice, Store};
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
