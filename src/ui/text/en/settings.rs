//! The settings, in English.

use super::{English, counted};
use crate::domain::{DraftRule, Outcome, Theme};
use crate::storage::{Damage, Flaw};
use crate::ui::browser::{ROOM, Units};
use crate::ui::text::{Format, SettingsWords};

impl SettingsWords for English {
    fn general(&self) -> &'static str {
        "General"
    }

    fn general_about(&self) -> &'static str {
        "Takes effect at once; there is nothing to save."
    }

    fn language_label(&self) -> &'static str {
        "Language"
    }

    fn theme_label(&self) -> &'static str {
        "Theme"
    }

    fn theme_name(&self, theme: Option<Theme>) -> &'static str {
        match theme {
            None => "System",
            Some(Theme::Light) => "Light",
            Some(Theme::Dark) => "Dark",
        }
    }

    fn currency_hint(&self) -> &'static str {
        "What a new opportunity starts with; the others keep theirs."
    }

    fn draft_quotes_label(&self) -> &'static str {
        "Draft quotes"
    }

    fn draft_rule(&self, rule: DraftRule) -> &'static str {
        match rule {
            DraftRule::CloseAlong => "Close along",
            DraftRule::Block => "Block closing",
        }
    }

    fn draft_rule_hint(&self) -> &'static str {
        "Close along is how Project Operations does it. Block closing is how Sales does it: strict mode."
    }

    fn where_is_my_data(&self) -> &'static str {
        "Where is my data?"
    }

    fn where_about(&self) -> &'static str {
        "Here, and nowhere else."
    }

    fn where_it_lies(&self) -> &'static str {
        "Where"
    }

    fn where_it_lies_text(&self) -> &'static str {
        "In this browser, in this profile, on this device, at this address. Another browser, profile, device or \
         address starts empty."
    }

    fn who_reads_it(&self) -> &'static str {
        "Who can read it"
    }

    fn who_reads_it_text(&self) -> &'static str {
        "Nobody else: it is sent nowhere and there is no other copy. Only who uses this browser profile can, and pages \
         at the same address."
    }

    fn what_deletes_it(&self) -> &'static str {
        "What deletes it"
    }

    fn what_deletes_it_text(&self) -> &'static str {
        "Clearing the browser’s site data, removing the profile, and closing a private window. Safari may delete it \
         after seven days of use without a visit here."
    }

    fn short_of_space(&self) -> &'static str {
        "Short of space"
    }

    fn short_of_space_text(&self, is_lasting: Option<bool>) -> &'static str {
        match is_lasting {
            Some(true) => "The browser has promised not to delete it by itself.",
            Some(false) => "The browser has promised nothing: it may delete it by itself when the device is full.",
            None => "The browser does not say whether it would delete it by itself when the device is full.",
        }
    }

    fn what_to_do(&self) -> &'static str {
        "What to do"
    }

    fn what_to_do_text(&self) -> &'static str {
        "Back up now and then, and always before you clean up the browser or change the device."
    }

    fn nowhere_about(&self) -> &'static str {
        "In this tab, and nowhere else."
    }

    fn nowhere_text(&self) -> &'static str {
        "This browser lets Tutup store nothing, so nothing is kept: what you enter is gone when you close or reload \
         this tab. Download it before you go, or allow site data for this address and reload."
    }

    fn opportunities(&self, count: usize, format: &Format) -> String {
        counted(&format.count(count), "opportunity", "opportunities")
    }

    fn room_taken(&self, units: Units, format: &Format) -> String {
        let [all, ours, free] = [ROOM, units.ours, units.free()].map(|units| format.count(units));
        let others = match units.others {
            0 => String::new(),
            others => format!("other programs at this address use {}, ", format.count(others)),
        };
        format!(
            "in this book. Of the {all} characters that a browser stores for an address, Tutup uses {ours}, {others}and \
             {free} are free."
        )
    }

    fn units_of_sample(&self, units: usize, format: &Format) -> String {
        format!("{} of Tutup’s are the sample data.", format.count(units))
    }

    fn storage_used(&self) -> &'static str {
        "Storage used"
    }

    fn nearly_full(&self) -> &'static str {
        "More than 80 % is used. Download a copy of your data."
    }

    fn almost_full(&self) -> &'static str {
        "More than 95 % is used, and soon nothing new can be saved. Download a copy now, then empty the bin."
    }

    fn what_is_downloaded(&self) -> &'static str {
        "One JSON file with all that Tutup holds here, each value exactly as it is."
    }

    fn when_it_does_not_start(&self) -> &'static str {
        "Should Tutup ever not start, this page hands out the same file:"
    }

    fn rescue_page(&self) -> &'static str {
        "Rescue page"
    }

    fn not_all_read(&self) -> &'static str {
        "The browser’s storage did not answer, so some of your data may be missing on the screen. Reload to read it \
         again."
    }

    fn need_attention(&self, count: usize, format: &Format) -> String {
        counted(&format.count(count), "record needs attention.", "records need attention.")
    }

    fn left_as_they_are(&self) -> &'static str {
        "What cannot be read was left as it is, and it is in the download."
    }

    fn damage(&self, damage: &Damage) -> String {
        match damage {
            Damage::Key => "The key should end in the id of an opportunity and does not.".to_owned(),
            Damage::Envelope => "It does not look like a stored record.".to_owned(),
            Damage::Checksum => "Its checksum does not match, so it was cut or altered.".to_owned(),
            Damage::NewerSchema { .. } => "A newer Tutup wrote it.".to_owned(),
            Damage::Json { at } => format!("Its content is garbled from byte {} on.", at.saturating_add(1)),
            Damage::Field(field) => {
                let flaw = match field.flaw {
                    Flaw::Missing => "is missing",
                    Flaw::Misplaced => "does not belong there",
                    Flaw::Invalid => "holds what it cannot hold",
                    Flaw::Double => "is there twice",
                };
                format!("Its content is not as it must be: {} {flaw}.", field.path)
            }
            Damage::Aside => {
                "It was to be saved where another tab had left something else by then; both were kept.".to_owned()
            }
            Damage::Rules(_) => "Its content breaks rules that hold for every record.".to_owned(),
        }
    }

    fn sample_data(&self) -> &'static str {
        "Sample data"
    }

    fn sample_about(&self) -> &'static str {
        "A book to try things in, kept apart from yours."
    }

    fn open_sample(&self) -> &'static str {
        "Open the sample data"
    }

    fn status_reasons(&self) -> &'static str {
        "Status reasons"
    }

    fn status_reasons_about(&self) -> &'static str {
        "Why an opportunity was closed. A retired reason is no longer offered; the records that have it keep it."
    }

    fn reasons_when(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Won => "When won",
            Outcome::Lost => "When lost",
        }
    }

    fn competitors(&self) -> &'static str {
        "Competitors"
    }

    fn competitors_about(&self) -> &'static str {
        "Offered when you close as lost."
    }

    fn no_competitors(&self) -> &'static str {
        "Nobody is on this list. A competitor that you name in a closing is kept with it, and offered from there."
    }

    fn column_used(&self) -> &'static str {
        "Used"
    }

    fn column_actions(&self) -> &'static str {
        "Actions"
    }

    fn needs_description(&self) -> &'static str {
        "needs a description"
    }

    fn retired(&self) -> &'static str {
        "retired"
    }

    fn rename(&self) -> &'static str {
        "Rename"
    }

    fn retire(&self) -> &'static str {
        "Retire"
    }

    fn offer_again(&self) -> &'static str {
        "Offer again"
    }

    fn move_up(&self) -> &'static str {
        "Move up"
    }

    fn move_down(&self) -> &'static str {
        "Move down"
    }

    fn new_reason(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Won => "New reason when won",
            Outcome::Lost => "New reason when lost",
        }
    }

    fn new_competitor(&self) -> &'static str {
        "New competitor"
    }

    fn about(&self) -> &'static str {
        "About"
    }

    fn about_text(&self) -> &'static str {
        "Tracks sales opportunities in one browser tab, built around the act of closing them."
    }

    fn version(&self) -> &'static str {
        "Version"
    }

    fn licence(&self) -> &'static str {
        "Licence"
    }

    fn requests(&self) -> &'static str {
        "Requests"
    }

    fn no_requests(&self) -> &'static str {
        "None once it has loaded: no server, no account, no statistics."
    }

    fn notices(&self) -> &'static str {
        "Notices"
    }

    fn open_notices(&self) -> &'static str {
        "Licences of the crates in this program"
    }

    fn in_a_new_tab(&self) -> &'static str {
        "opens in a new tab"
    }
}
