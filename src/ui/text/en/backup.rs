//! Backups and the way back from them, in English.

use super::{English, counted};
use crate::exchange::{BackupError, Limit, Preview, Shrink};
use crate::ui::text::{BackupWords, Format};

impl BackupWords for English {
    fn backup(&self) -> &'static str {
        "Backup"
    }

    fn backup_about(&self) -> &'static str {
        "The whole book in one file, for the day this browser loses it."
    }

    fn back_up_now(&self) -> &'static str {
        "Back up now"
    }

    fn backup_hint(&self) -> &'static str {
        "Keep the file somewhere else: on another disk, in your mail, in a cloud drive."
    }

    fn last_backup(&self, made: &str, changed: usize, format: &Format) -> String {
        let since = match changed {
            0 => "nothing was changed since.".to_owned(),
            1 => "1 opportunity was changed since.".to_owned(),
            _ => format!("{} opportunities were changed since.", format.count(changed)),
        };
        format!("Last backup on {made}; {since}")
    }

    fn no_backup_yet(&self, opportunities: usize, format: &Format) -> String {
        if opportunities == 0 {
            return "There is no backup yet, and nothing to back up.".to_owned();
        }
        let count = counted(&format.count(opportunities), "opportunity", "opportunities");
        format!("There is no backup yet of {count}.")
    }

    fn backup_is_due(&self, count: usize, format: &Format) -> String {
        let changed = counted(&format.count(count), "opportunity is", "opportunities are");
        format!("{changed} in no backup, and so in this browser alone.")
    }

    fn to_the_backup(&self) -> &'static str {
        "Back up"
    }

    fn restore_from_a_file(&self) -> &'static str {
        "Restore from a file…"
    }

    fn restore_hint(&self) -> &'static str {
        "A backup, or a file of Download my data. What it would change is shown first; nothing is written before you say so."
    }

    fn restore_title(&self) -> &'static str {
        "What this file would do"
    }

    fn merge(&self) -> &'static str {
        "Merge: add what is in the file, keep everything that is here"
    }

    fn replace(&self) -> &'static str {
        "Replace: have exactly what is in the file, and nothing else"
    }

    fn restore_preview(&self, preview: &Preview, format: &Format) -> Vec<String> {
        let some = |count: usize, one, many| counted(&format.count(count), one, many);
        let records = |count| some(count, "record", "records");
        let mut lines = Vec::new();
        let mut say = |count: usize, text: String| {
            if count > 0 {
                lines.push(text);
            }
        };
        say(preview.added, format!("{} will be added.", records(preview.added)));
        say(preview.replaced, format!("{} will be replaced by the file’s.", records(preview.replaced)));
        say(preview.removed, format!("{} will be removed: not in the file.", records(preview.removed)));
        say(
            preview.theirs,
            format!("{}; the file’s version is taken.", some(preview.theirs, "record differs", "records differ")),
        );
        say(preview.ours, format!("{}; yours is kept.", some(preview.ours, "record differs", "records differ")));
        say(preview.same, format!("{} the same in both.", some(preview.same, "record is", "records are")));
        say(
            preview.added_unreadable + preview.added_later,
            format!(
                "{} cannot be read by this Tutup; stored as they are, and shown as needing attention.",
                records(preview.added_unreadable + preview.added_later)
            ),
        );
        say(
            preview.stays,
            format!("{} as before, for it cannot be read.", some(preview.stays, "value stays", "values stay")),
        );
        say(
            preview.left_out,
            format!(
                "{} out: there is no place for it.",
                some(preview.left_out, "value of the file is left", "values of the file are left")
            ),
        );
        lines.push(format!(
            "Opportunities: {} now, {} then.",
            format.count(preview.now.opportunities),
            format.count(preview.then.opportunities)
        ));
        lines
    }

    fn restore_this(&self, replaces: bool) -> &'static str {
        if replaces { "Replace my book by this file" } else { "Merge this file into my book" }
    }

    fn nothing_to_restore(&self) -> &'static str {
        "Nothing to change: all of it is here"
    }

    fn shrinks(&self, shrink: &Shrink, format: &Format) -> String {
        format!(
            "Yes, leave me {} of my {}.",
            format.count(shrink.then.opportunities),
            counted(&format.count(shrink.now.opportunities), "opportunity", "opportunities")
        )
    }

    fn replace_in_two_steps(&self) -> &'static str {
        "The old and the new do not fit beside each other. Back up what is here, delete it, and then restore the file."
    }

    fn delete_present_book(&self, opportunities: usize) -> String {
        format!("Delete the present book of {}", counted(&opportunities.to_string(), "opportunity", "opportunities"))
    }

    fn backup_error(&self, error: &BackupError, format: &Format) -> String {
        match error {
            BackupError::TooLarge(Limit::Bytes) => {
                "This file is larger than any backup of Tutup can be. Pick another one.".to_owned()
            }
            BackupError::TooLarge(Limit::Entries) => {
                "This file holds more records than any backup of Tutup can. Pick another one.".to_owned()
            }
            BackupError::NotABackup => {
                "This is neither a backup of Tutup nor a file of Download my data. Pick another one.".to_owned()
            }
            BackupError::LaterVersion { .. } | BackupError::LaterFormat { .. } => {
                "A newer Tutup made this backup. Reload this page to get the newer program, then try again.".to_owned()
            }
            BackupError::CutOff { promised: Some(promised), .. } => format!(
                "The end of this file is missing: it should hold {}. Look for the whole file first.",
                counted(&format.count(*promised), "record", "records")
            ),
            BackupError::CutOff { promised: None, .. } => {
                "The end of this file is missing. Look for the whole file first.".to_owned()
            }
            BackupError::Damaged { .. } => {
                "This file is not as it was written: its checksum does not match. Look for another copy first."
                    .to_owned()
            }
            BackupError::Line { bad, .. } => {
                format!("Line {} of this file is none that a backup has. Look for another copy first.", bad.line)
            }
        }
    }

    fn file_not_read(&self) -> &'static str {
        "The browser could not read this file. Has it moved, or may it not be opened? Pick it again."
    }

    fn salvage(&self, entries: usize, format: &Format) -> String {
        format!("Take the {} that can be read", counted(&format.count(entries), "record", "records"))
    }

    fn salvaged_only_merges(&self) -> &'static str {
        "What was saved from a damaged file can be merged only: nobody knows what else was in it."
    }

    fn conflicts(&self, count: usize) -> String {
        if count == 1 { "1 record differs".to_owned() } else { format!("{count} records differ") }
    }

    fn keep_ours(&self) -> &'static str {
        "Keep mine"
    }

    fn take_theirs(&self) -> &'static str {
        "Take the file’s"
    }

    fn keep_newer(&self) -> &'static str {
        "The one changed later"
    }

    fn choose_one_by_one(&self) -> &'static str {
        "Choose one by one"
    }
}
