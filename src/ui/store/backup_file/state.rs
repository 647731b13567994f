//! How the chosen file stands, and how that is said.

use leptos::prelude::*;

use crate::domain::Instant;
use crate::storage::StorageError;
use crate::ui::browser::backup_file::{FileError, FileHandle, Remembered};
use crate::ui::store::{Notice, Store};

/// The chosen file, as the settings show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupFile {
    /// Its name, without the folder, which the browser does not tell.
    pub name: String,
    /// When the program wrote it last.
    pub written: Option<Instant>,
    /// How it stands.
    pub state: FileState,
    /// The trouble that was told in a notice since it was written last: it is not told again.
    pub(super) told: Option<FileTrouble>,
}

/// How the chosen file stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileState {
    /// It holds the book.
    Current,
    /// It will be written in a moment.
    Waiting,
    /// After a reload the browser wants the user to allow it again.
    NotAllowed,
    /// It was not written.
    Trouble(FileTrouble),
}

/// Why the chosen file was not written. It is as it was, and so is the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileTrouble {
    /// Something else has changed it.
    Foreign {
        /// The fingerprint of what it holds.
        seen: String,
    },
    /// It holds a book more than twice as full.
    Shrinks {
        /// The fingerprint of what it holds.
        seen: String,
        /// How many opportunities the file holds.
        held: usize,
        /// How many there are here.
        left: usize,
    },
    /// It is not there any more.
    Gone,
    /// The browser has not written it; this is what it calls the reason.
    NotWritten(String),
    /// The book could not be read.
    Book(StorageError),
    /// The book is larger than any backup.
    TooLarge,
}

/// Why it was not written now.
pub(super) enum Stop {
    NotAllowed,
    Trouble(FileTrouble),
}

impl From<FileTrouble> for Stop {
    fn from(trouble: FileTrouble) -> Self {
        Self::Trouble(trouble)
    }
}

impl From<FileError> for Stop {
    fn from(error: FileError) -> Self {
        match error {
            FileError::NotAllowed => Self::NotAllowed,
            FileError::Gone => FileTrouble::Gone.into(),
            FileError::Dismissed => FileTrouble::NotWritten("AbortError".to_owned()).into(),
            FileError::Other(name) => FileTrouble::NotWritten(name).into(),
        }
    }
}

impl Store {
    /// The file as it is shown; nobody shows it where the application was taken out of the page meanwhile.
    pub(super) fn chosen_file(self) -> Option<BackupFile> {
        self.books.try_with_untracked(|books| books.backup_file)?.try_get_untracked().flatten()
    }

    pub(super) fn set_backup_file(self, file: Option<BackupFile>) {
        if let Some(shown) = self.books.try_with_untracked(|books| books.backup_file) {
            shown.try_set(file);
        }
    }

    pub(super) fn show_backup_file(self, file: &Remembered, state: FileState) {
        let name = FileHandle::name(&file.handle);
        self.set_backup_file(Some(BackupFile { name, written: file.at, state, told: None }));
    }

    pub(super) fn backup_file_stands(self, state: FileState) {
        if let Some(file) = self.chosen_file() {
            self.set_backup_file(Some(BackupFile { state, ..file }));
        }
    }

    pub(super) fn backup_file_failed(self, error: FileError) {
        match error.into() {
            Stop::NotAllowed => self.backup_file_stands(FileState::NotAllowed),
            Stop::Trouble(trouble) => self.backup_file_trouble(trouble),
        }
    }

    /// Says it in the settings, and once in a notice, which gives way to any other failure.
    pub(super) fn backup_file_trouble(self, trouble: FileTrouble) {
        let file = self.chosen_file();
        let told = file.as_ref().and_then(|file| file.told.as_ref());
        let is_busy = self.notice.try_with_untracked(|notice| matches!(notice, Some(Notice::NotSaved(_))));
        if told != Some(&trouble) && is_busy == Some(false) {
            self.notice.try_set(Some(Notice::BackupFile));
        }
        if let Some(file) = file {
            let told = Some(trouble.clone());
            self.set_backup_file(Some(BackupFile { told, state: FileState::Trouble(trouble), ..file }));
        }
    }
}
