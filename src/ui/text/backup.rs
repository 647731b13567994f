//! Backups and the way back from them.

use super::Format;
use crate::exchange::{BackupError, Preview, Shrink};

/// Words of backups.
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub trait BackupWords {
    fn backup(&self) -> &'static str;
    fn backup_about(&self) -> &'static str;
    fn back_up_now(&self) -> &'static str;
    fn backup_hint(&self) -> &'static str;
    /// "Last backup on 12 Nov 2026, 10:00; 3 opportunities were changed since."
    fn last_backup(&self, made: &str, changed: usize, format: &Format) -> String;
    /// "There is no backup yet of 3 opportunities."
    fn no_backup_yet(&self, opportunities: usize, format: &Format) -> String;
    /// That so many opportunities were changed since the last backup.
    fn backup_is_due(&self, count: usize, format: &Format) -> String;
    /// The link to where one is made.
    fn to_the_backup(&self) -> &'static str;
    fn restore_from_a_file(&self) -> &'static str;
    fn restore_hint(&self) -> &'static str;
    fn restore_title(&self) -> &'static str;
    fn merge(&self) -> &'static str;
    fn replace(&self) -> &'static str;
    /// What will happen, a sentence each; only what happens is named.
    fn restore_preview(&self, preview: &Preview, format: &Format) -> Vec<String>;
    fn restore_this(&self, replaces: bool) -> &'static str;
    fn nothing_to_restore(&self) -> &'static str;
    /// That much of the book would be gone, as something to agree to.
    fn shrinks(&self, shrink: &Shrink, format: &Format) -> String;
    fn replace_in_two_steps(&self) -> &'static str;
    fn delete_present_book(&self, opportunities: usize) -> String;
    /// Why a file was not read.
    fn backup_error(&self, error: &BackupError, format: &Format) -> String;
    /// The browser could not read the file.
    fn file_not_read(&self) -> &'static str;
    /// Takes what can be had from a damaged file.
    fn salvage(&self, entries: usize, format: &Format) -> String;
    fn salvaged_only_merges(&self) -> &'static str;
    fn conflicts(&self, count: usize) -> String;
    fn keep_ours(&self) -> &'static str;
    fn take_theirs(&self) -> &'static str;
    fn keep_newer(&self) -> &'static str;
    fn choose_one_by_one(&self) -> &'static str;
}
