//! Words that every screen shares, in English.

use super::{English, counted};
use crate::ui::text::CommonWords;

impl CommonWords for English {
    fn skip_to_content(&self) -> &'static str {
        "Skip to the content"
    }

    fn home(&self) -> &'static str {
        "Tutup, home"
    }

    fn new(&self) -> &'static str {
        "New"
    }

    fn new_opportunity(&self) -> &'static str {
        "New opportunity"
    }

    fn other_language(&self) -> &'static str {
        "Bahasa Melayu"
    }

    fn other_language_short(&self) -> &'static str {
        "MS"
    }

    fn theme_as_system(&self) -> &'static str {
        "Theme: as the system"
    }

    fn theme_light(&self) -> &'static str {
        "Theme: light"
    }

    fn theme_dark(&self) -> &'static str {
        "Theme: dark"
    }

    fn views(&self) -> &'static str {
        "Views"
    }

    fn pipeline(&self) -> &'static str {
        "Pipeline"
    }

    fn closed_views(&self) -> &'static str {
        "Closed"
    }

    fn overview(&self) -> &'static str {
        "Overview"
    }

    fn board(&self) -> &'static str {
        "Board"
    }

    fn commands(&self) -> &'static str {
        "Commands"
    }

    fn settings(&self) -> &'static str {
        "Settings"
    }

    fn needs_attention(&self) -> &'static str {
        "Needs attention"
    }

    fn done_in_this_tab(&self) -> &'static str {
        "Done in this tab"
    }

    fn kept_in_this_browser(&self) -> &'static str {
        "Kept in this browser only."
    }

    fn where_you_are(&self) -> &'static str {
        "Where you are"
    }

    fn save(&self) -> &'static str {
        "Save"
    }

    fn cancel(&self) -> &'static str {
        "Cancel"
    }

    fn close_dialog(&self) -> &'static str {
        "Close the dialog"
    }

    fn undo(&self) -> &'static str {
        "Undo"
    }

    fn redo(&self) -> &'static str {
        "Redo"
    }

    fn retry(&self) -> &'static str {
        "Try again"
    }

    fn dismiss(&self) -> &'static str {
        "Dismiss"
    }

    fn download_my_data(&self) -> &'static str {
        "Download my data"
    }

    fn more_actions(&self) -> &'static str {
        "More actions"
    }

    fn copy(&self) -> &'static str {
        "Copy"
    }

    fn delete(&self) -> &'static str {
        "Delete"
    }

    fn add(&self) -> &'static str {
        "Add"
    }

    fn choose(&self) -> &'static str {
        "Choose…"
    }

    fn optional(&self) -> &'static str {
        "optional"
    }

    fn today(&self) -> &'static str {
        "today"
    }

    fn pick_a_date(&self) -> &'static str {
        "Pick a date"
    }

    fn days_from_today(&self, days: i64) -> String {
        match days {
            0 => self.today().to_owned(),
            1.. => format!("in {}", self.days(days)),
            ..0 => format!("{} ago", self.days(days)),
        }
    }

    fn days(&self, days: i64) -> String {
        counted(&days.unsigned_abs().to_string(), "day", "days")
    }

    fn not_given(&self) -> &'static str {
        "not given"
    }

    fn not_found_title(&self) -> &'static str {
        "There is no such page"
    }

    fn not_found_text(&self) -> &'static str {
        "The address may be mistyped, or what it shows may be in another browser. Your data is as it was."
    }

    fn unsaved_changes(&self, count: usize) -> String {
        counted(&count.to_string(), "unsaved change", "unsaved changes")
    }

    fn unsaved_input_restored(&self) -> &'static str {
        "Your unsaved input is back. Save it or discard it."
    }

    fn discard(&self) -> &'static str {
        "Discard"
    }

    fn sample_banner(&self) -> &'static str {
        "This is sample data, kept apart from yours. Change whatever you like."
    }

    fn sample_reset(&self) -> &'static str {
        "Reset the sample data"
    }

    fn sample_leave(&self) -> &'static str {
        "Leave the sample data"
    }

    fn nothing_is_kept(&self) -> &'static str {
        "This browser lets Tutup store nothing, so what you enter is gone when you leave the page. Allow site data for \
         this address and reload, or download your data before you go."
    }

    fn loading(&self) -> &'static str {
        "Loading…"
    }

    fn screens_are_missing(&self) -> &'static str {
        "Not all of Tutup could be loaded: the lists work, opportunities and settings do not open. Your data is safe. Try \
         again when the network is back, or reload in case there is a newer Tutup."
    }

    fn newer_format(&self) -> &'static str {
        "A newer Tutup has written this data, so it is read-only here. Reload to get the newer program; your data is \
         as it was."
    }

    fn reload(&self) -> &'static str {
        "Reload"
    }
}
