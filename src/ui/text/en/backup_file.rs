//! The file that is kept up to date by itself, in English.

use super::{English, counted};
use crate::ui::store::{FileState, FileTrouble};
use crate::ui::text::{BackupFileWords, Format, StorageWords as _};

impl BackupFileWords for English {
    fn file_title(&self) -> &'static str {
        "A file that is kept up to date"
    }

    fn file_hint(&self) -> &'static str {
        "Choose a new file once, best in a folder that lies somewhere else too. It is written 30 seconds after the last \
         change and when you leave this tab, and never over what something else has put there. Which file it is stays in \
         this browser, in its database “tutup”; after a reload the browser may ask you again."
    }

    fn file_choose(&self) -> &'static str {
        "Choose a file…"
    }

    fn file_choose_another(&self) -> &'static str {
        "Choose another file…"
    }

    fn file_go_on(&self) -> &'static str {
        "Go on keeping the file"
    }

    fn file_stop(&self) -> &'static str {
        "Stop keeping the file"
    }

    fn file_restore(&self) -> &'static str {
        "Restore from this file…"
    }

    fn file_agree(&self, name: &str) -> String {
        format!("Yes, what {name} holds now may be lost.")
    }

    fn file_overwrite(&self) -> &'static str {
        "Overwrite this file"
    }

    fn file_state(&self, name: &str, state: &FileState, written: Option<&str>) -> String {
        let state = match state {
            FileState::Current => "holds all of your book",
            FileState::Waiting => "will be written within 30 seconds",
            FileState::NotAllowed => "is not written, until you allow it again",
            FileState::Trouble(_) => "is not up to date",
        };
        let written = written.map_or_else(|| "not written yet".to_owned(), |at| format!("last written on {at}"));
        format!("{name} {state}; {written}.")
    }

    fn file_not_written(&self) -> &'static str {
        "The file of your backup was not written. Your book is safe in this browser; the settings say what to do."
    }

    fn file_trouble(&self, trouble: &FileTrouble, format: &Format) -> String {
        match trouble {
            FileTrouble::Foreign { .. } => "The file of your backup was not written: something else has put there what it \
             holds now. That is left as it is, and your book is safe in this browser. Look at what restoring from it would \
             bring, choose another file, or overwrite it."
                .to_owned(),
            FileTrouble::Shrinks { held, left, .. } => format!(
                "The file of your backup was not written: it holds {}, and your book only {}. The file is left as it is. \
                 Restore from it if something is missing here; otherwise choose another file, or overwrite it.",
                counted(&format.count(*held), "opportunity", "opportunities"),
                format.count(*left)
            ),
            FileTrouble::Gone => "The file of your backup was not written: it is no longer where it was. Your book is safe \
             in this browser. Choose a file again."
                .to_owned(),
            FileTrouble::NotWritten(name) => format!(
                "The file of your backup was not written ({name}). It holds what it held before, and your book is safe in \
                 this browser. After the next change it is tried again; if that does not help, choose another file."
            ),
            FileTrouble::TooLarge => "The file of your backup was not written: the book is larger than a backup can be. It \
             is safe in this browser; use Download my data."
                .to_owned(),
            FileTrouble::Book(error) => self.storage(error),
        }
    }
}
