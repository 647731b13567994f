//! The backup that is kept up to date by itself, in a file that the user has chosen.
//!
//! It is written some time after the last change and when the tab is left, never as part of an act: no act waits for it, and
//! none fails with it. One tab writes at a time; each looks first at what the file holds.

mod state;

use std::cell::Cell;
use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::{ev, prelude::*, task::spawn_local};

use state::Stop;
pub use state::{BackupFile, FileState, FileTrouble};

use super::Store;
use crate::exchange::{self, MAX_BYTES, Overwrite};
use crate::ui::browser::backup_file::{self, FileError, Remembered};
use crate::ui::browser::{self, Kept::InThisBrowser};
use crate::ui::lock;

/// So long after the last change it is written.
const PAUSE: Duration = Duration::from_secs(30);

/// The lock that one tab at a time holds for it.
const LOCK: &str = "tutup-file";

/// The name that is suggested for it.
const NAME: &str = "tutup-backup.txt";

thread_local! {
    static TIMER: Cell<Option<TimeoutHandle>> = const { Cell::new(None) };
}

impl Store {
    /// The file that is kept up to date, if there is one.
    pub fn backup_file(self) -> Signal<Option<BackupFile>> {
        self.books.with_untracked(|books| books.backup_file).into()
    }

    /// From now on a chosen file is kept up to date, as long as the application is in the page.
    pub fn keep_backup_file(self) {
        if self.kept != InThisBrowser || !backup_file::is_offered() {
            return;
        }
        self.recall_backup_file();
        let changes = Memo::new(move |_| self.books.with(|books| books.main.changes()));
        Effect::new(move |before: Option<u64>| {
            let now = changes.get();
            if before.is_some_and(|before| before != now) {
                self.write_backup_file_later();
            }
            now
        });
        let listener = window_event_listener(ev::visibilitychange, move |_| {
            let is_hidden = browser::document().is_some_and(|document| document.hidden());
            match self.chosen_file() {
                Some(BackupFile { state: FileState::Waiting, .. }) if is_hidden => self.write_backup_file(None),
                // Another tab may have chosen one meanwhile.
                None if !is_hidden => self.recall_backup_file(),
                _ => {}
            }
        });
        on_cleanup(move || listener.remove());
    }

    /// Lets the user choose the file, and writes it.
    pub fn choose_backup_file(self) {
        spawn_local(async move {
            let chosen = match backup_file::choose(NAME).await {
                Ok(handle) => {
                    let file = Remembered { handle, wrote: None, at: None };
                    backup_file::remember(&file).await.map(|()| file)
                }
                Err(error) => Err(error),
            };
            match chosen {
                Ok(file) => {
                    self.show_backup_file(&file, FileState::Waiting);
                    self.write_backup_file(None);
                }
                Err(FileError::Dismissed) => {}
                Err(error) => self.backup_file_failed(error),
            }
        });
    }

    /// Lets the browser ask again whether the program may write the file, and writes it.
    pub fn allow_backup_file(self) {
        spawn_local(async move {
            let Ok(Some(file)) = backup_file::recall().await else { return };
            if file.handle.ask().await.unwrap_or(false) {
                self.show_backup_file(&file, FileState::Waiting);
                self.write_backup_file(None);
            }
        });
    }

    /// Keeps the file up to date no longer. It stays as it is.
    pub fn forget_backup_file(self) {
        spawn_local(async move {
            match backup_file::forget().await {
                Ok(()) => self.set_backup_file(None),
                Err(error) => self.backup_file_failed(error),
            }
        });
    }

    /// Hands over what the file holds.
    pub fn read_backup_file(self, then: impl FnOnce(Vec<u8>) + 'static) {
        spawn_local(async move {
            let held = match backup_file::recall().await {
                Ok(Some(file)) => file.handle.read(MAX_BYTES).await,
                Ok(None) => return,
                Err(error) => Err(error),
            };
            match held {
                Ok(held) => then(held),
                Err(error) => self.backup_file_failed(error),
            }
        });
    }

    /// Writes the file now, as far as nothing stands against it but what the user has `agreed` to lose: its fingerprint.
    pub fn write_backup_file(self, agreed: Option<String>) {
        TIMER.take().iter().for_each(TimeoutHandle::clear);
        spawn_local(lock::alone(LOCK, async move {
            match self.try_write_backup_file(agreed.as_deref()).await {
                Ok(()) => {}
                Err(Stop::NotAllowed) => self.backup_file_stands(FileState::NotAllowed),
                Err(Stop::Trouble(trouble)) => self.backup_file_trouble(trouble),
            }
        }));
    }

    fn write_backup_file_later(self) {
        if self.chosen_file().is_none_or(|file| file.state == FileState::NotAllowed) {
            return;
        }
        self.backup_file_stands(FileState::Waiting);
        TIMER.take().iter().for_each(TimeoutHandle::clear);
        // A page that cannot set a timer still writes when the tab is left.
        TIMER.set(set_timeout_with_handle(move || self.write_backup_file(None), PAUSE).ok());
    }

    /// Takes up the file that was chosen in another tab, or before the page was loaded.
    fn recall_backup_file(self) {
        spawn_local(async move {
            let Ok(Some(file)) = backup_file::recall().await else { return };
            if self.chosen_file().is_some() {
                return;
            }
            let is_allowed = file.handle.is_allowed().await.unwrap_or(false);
            self.show_backup_file(&file, if is_allowed { FileState::Waiting } else { FileState::NotAllowed });
            if is_allowed {
                self.write_backup_file_later();
            }
        });
    }

    async fn try_write_backup_file(self, agreed: Option<&str>) -> Result<(), Stop> {
        // Asked anew: another tab may have written it, or chosen another.
        let Some(mut file) = backup_file::recall().await? else {
            self.set_backup_file(None);
            return Ok(());
        };
        if !file.handle.is_allowed().await? {
            return Err(Stop::NotAllowed);
        }
        let held = file.handle.read(MAX_BYTES).await?;
        // Nothing waits from here to the verdict: the book is the one that will be written.
        let Some(stored) = self.books.try_with_untracked(|books| books.main.stored()) else { return Ok(()) };
        let stored = stored.map_err(|error| Stop::Trouble(FileTrouble::Book(error)))?;
        let now = browser::clock().now;
        let values = stored.iter().map(|(key, value)| (key.as_str(), value.as_str()));
        let backup = exchange::write(values, now, env!("CARGO_PKG_VERSION")).map_err(|_| FileTrouble::TooLarge)?;
        match exchange::overwrite(&held, file.wrote.as_deref(), agreed, &backup.text) {
            Overwrite::Foreign { seen } => return Err(FileTrouble::Foreign { seen }.into()),
            Overwrite::Shrinks { seen, held, left } => return Err(FileTrouble::Shrinks { seen, held, left }.into()),
            Overwrite::Needless => file.wrote = Some(exchange::fingerprint(&held)),
            Overwrite::Allowed => {
                file.handle.write(&backup.text).await?;
                file.wrote = Some(exchange::fingerprint(backup.text.as_bytes()));
                file.at = Some(now);
                if self.books.try_with_untracked(|_| ()).is_some() {
                    self.backed_up(now);
                }
            }
        }
        backup_file::remember(&file).await?;
        // What was changed while it was written has set the timer anew.
        let is_awaited = TIMER.take().inspect(|timer| TIMER.set(Some(*timer))).is_some();
        self.show_backup_file(&file, if is_awaited { FileState::Waiting } else { FileState::Current });
        Ok(())
    }
}
