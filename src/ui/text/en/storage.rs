//! What storage could not do, what is safe and what to do, in English.

use super::English;
use crate::domain::Key;
use crate::storage::{StorageError, Theirs};
use crate::ui::text::{Refused, StorageWords};

impl StorageWords for English {
    fn storage(&self, error: &StorageError) -> String {
        storage(error)
    }
}

fn storage(error: &StorageError) -> String {
    match error {
        StorageError::Unavailable => "The browser's storage does not answer, so nothing was saved. Anything you typed \
         is still here: download your data, then allow site data for this address and reload."
            .to_owned(),
        StorageError::NotSaved { name } => {
            let (why, remedy) = match Refused::of(name) {
                Refused::Full => ("its storage is full", "make room"),
                Refused::Blocked => ("its storage is blocked", "allow site data for this address"),
                Refused::Unknown => ("its storage may be full or blocked", "make room or allow site data"),
            };
            format!(
                "Not saved: the browser refused to store it ({name}); {why}. What was stored is as it was and anything \
                 you typed is still here. Download your data, {remedy}, then try again."
            )
        }
        StorageError::ChangedElsewhere(conflict) => {
            let what = record(conflict.key);
            match &conflict.theirs {
                Theirs::Gone => format!(
                    "Not saved: {what} was removed in another tab. Anything you typed is still here; copy what you \
                     need, then reload."
                ),
                Theirs::Record(_) => format!(
                    "Not saved: {what} was changed in another tab, and that change is kept. Anything you typed is \
                     still here; look at the other change, then save again."
                ),
                Theirs::Unreadable(_) => format!(
                    "Not saved: {what} was replaced by something that cannot be read, and that was left as it is. \
                     Anything you typed is still here; download your data before you go on."
                ),
            }
        }
        StorageError::Unfinished => {
            "Not saved: an act over many records is just being finished. Anything you typed is \
         still here; try again in a moment."
                .to_owned()
        }
        StorageError::NoRoom { needed, free } => format!(
            "Not saved: this takes {needed} characters of storage while it is done, and {free} are left. Nothing was \
             changed. Choose fewer records, or make room first: download your data and empty the bin."
        ),
        StorageError::Moved { key } => format!(
            "Not saved: what lies under {key} was changed in another tab meanwhile. Nothing was changed; look at it and \
             try again."
        ),
        StorageError::Unreadable(unreadable) => format!(
            "Not saved: what is stored under {} cannot be read, so it was left as it is. Anything you typed is still \
             here; download your data before you go on.",
            unreadable.key
        ),
        StorageError::WouldNotReadBack(key) => format!(
            "Not saved: {} could not be written so that it reads back. This is a fault of Tutup. What was stored is as \
             it was and anything you typed is still here; download your data and report the fault.",
            record(*key)
        ),
        StorageError::NewerFormat { .. } => "Not saved: a newer Tutup has written this data, so it is read-only here. \
         Anything you typed is still here; copy what you need, then reload to get the newer program."
            .to_owned(),
    }
}

fn record(key: Key) -> &'static str {
    match key {
        Key::Opportunity(_) => "this opportunity",
        Key::Lists => "the list of reasons and competitors",
        Key::Preferences => "the record of your preferences",
    }
}
