//! The file that is kept up to date by itself.

use super::Format;
use crate::ui::store::{FileState, FileTrouble};

/// Words of the file that is kept up to date.
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub trait BackupFileWords {
    fn file_title(&self) -> &'static str;
    fn file_hint(&self) -> &'static str;
    fn file_choose(&self) -> &'static str;
    fn file_choose_another(&self) -> &'static str;
    fn file_go_on(&self) -> &'static str;
    fn file_stop(&self) -> &'static str;
    fn file_restore(&self) -> &'static str;
    /// That what the file of this name holds may be lost, as something to agree to.
    fn file_agree(&self, name: &str) -> String;
    fn file_overwrite(&self) -> &'static str;
    /// How it stands, and when it was written last.
    fn file_state(&self, name: &str, state: &FileState, written: Option<&str>) -> String;
    fn file_not_written(&self) -> &'static str;
    /// Why it was not written, what is safe and what to do.
    fn file_trouble(&self, trouble: &FileTrouble, format: &Format) -> String;
}
