//! The settings: preferences, the data, the lists, and what the program is.

use crate::domain::{DraftRule, Language, Outcome, Theme};
use crate::storage::Damage;
use crate::ui::browser::Units;
use crate::ui::text::Format;

/// Words of the settings.
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub trait SettingsWords {
    fn general(&self) -> &'static str;
    fn general_about(&self) -> &'static str;
    fn language_label(&self) -> &'static str;
    fn theme_label(&self) -> &'static str;
    /// `None` is the system's.
    fn theme_name(&self, theme: Option<Theme>) -> &'static str;
    fn currency_hint(&self) -> &'static str;
    fn draft_quotes_label(&self) -> &'static str;
    fn draft_rule(&self, rule: DraftRule) -> &'static str;
    fn draft_rule_hint(&self) -> &'static str;

    fn where_is_my_data(&self) -> &'static str;
    fn where_about(&self) -> &'static str;
    /// The questions of *Where is my data?* and their answers.
    fn where_it_lies(&self) -> &'static str;
    fn where_it_lies_text(&self) -> &'static str;
    fn who_reads_it(&self) -> &'static str;
    fn who_reads_it_text(&self) -> &'static str;
    fn what_deletes_it(&self) -> &'static str;
    fn what_deletes_it_text(&self) -> &'static str;
    fn short_of_space(&self) -> &'static str;
    /// Whether the browser has promised to keep it then; `None` when it does not say.
    fn short_of_space_text(&self, is_lasting: Option<bool>) -> &'static str;
    fn what_to_do(&self) -> &'static str;
    fn what_to_do_text(&self) -> &'static str;
    /// The same two where the browser stores nothing.
    fn nowhere_about(&self) -> &'static str;
    fn nowhere_text(&self) -> &'static str;
    /// "14 opportunities".
    fn opportunities(&self, count: usize, format: &Format) -> String;
    /// How the browser's room is taken, as sentences that follow their number.
    fn room_taken(&self, units: Units, format: &Format) -> String;
    /// How much of that is the sample data.
    fn units_of_sample(&self, units: usize, format: &Format) -> String;
    /// The name of the meter.
    fn storage_used(&self) -> &'static str;
    /// More than four fifths of it are used.
    fn nearly_full(&self) -> &'static str;
    /// Nearly all of it is used.
    fn almost_full(&self) -> &'static str;
    fn what_is_downloaded(&self) -> &'static str;
    /// What the link to the rescue page is for, and the link.
    fn when_it_does_not_start(&self) -> &'static str;
    fn rescue_page(&self) -> &'static str;
    fn not_all_read(&self) -> &'static str;
    /// "2 records need attention."
    fn need_attention(&self, count: usize, format: &Format) -> String;
    fn left_as_they_are(&self) -> &'static str;
    /// Why a stored value is no record, as a sentence.
    fn damage(&self, damage: &Damage) -> String;

    fn sample_data(&self) -> &'static str;
    fn sample_about(&self) -> &'static str;
    fn open_sample(&self) -> &'static str;

    fn status_reasons(&self) -> &'static str;
    fn status_reasons_about(&self) -> &'static str;
    /// The head of the reasons of an outcome: "When won".
    fn reasons_when(&self, outcome: Outcome) -> &'static str;
    fn competitors(&self) -> &'static str;
    fn competitors_about(&self) -> &'static str;
    fn no_competitors(&self) -> &'static str;
    fn column_used(&self) -> &'static str;
    fn column_actions(&self) -> &'static str;
    fn needs_description(&self) -> &'static str;
    fn retired(&self) -> &'static str;
    fn rename(&self) -> &'static str;
    fn retire(&self) -> &'static str;
    fn offer_again(&self) -> &'static str;
    fn move_up(&self) -> &'static str;
    fn move_down(&self) -> &'static str;
    fn new_reason(&self, outcome: Outcome) -> &'static str;
    fn new_competitor(&self) -> &'static str;

    fn about(&self) -> &'static str;
    fn about_text(&self) -> &'static str;
    fn version(&self) -> &'static str;
    fn licence(&self) -> &'static str;
    fn requests(&self) -> &'static str;
    fn no_requests(&self) -> &'static str;
    fn notices(&self) -> &'static str;
    fn open_notices(&self) -> &'static str;
    fn in_a_new_tab(&self) -> &'static str;

    /// What a language calls itself.
    fn language_name(&self, language: Language) -> &'static str {
        match language {
            Language::English => "English",
            Language::Malay => "Bahasa Melayu",
        }
    }
}
