//! Words that every screen shares.

/// The shell, buttons and small words.
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub trait CommonWords {
    fn skip_to_content(&self) -> &'static str;
    fn home(&self) -> &'static str;
    #[allow(clippy::new_ret_no_self, clippy::wrong_self_convention, reason = "it is the word on a button")]
    fn new(&self) -> &'static str;
    fn new_opportunity(&self) -> &'static str;
    /// The tooltip of the button that switches to the other language, in that other language.
    fn other_language(&self) -> &'static str;
    /// Its two letters.
    fn other_language_short(&self) -> &'static str;
    fn theme_as_system(&self) -> &'static str;
    fn theme_light(&self) -> &'static str;
    fn theme_dark(&self) -> &'static str;
    fn views(&self) -> &'static str;
    fn pipeline(&self) -> &'static str;
    fn closed_views(&self) -> &'static str;
    fn overview(&self) -> &'static str;
    fn board(&self) -> &'static str;
    /// What can be done: the name of the palette.
    fn commands(&self) -> &'static str;
    fn settings(&self) -> &'static str;
    fn needs_attention(&self) -> &'static str;
    /// The list of acts.
    fn done_in_this_tab(&self) -> &'static str;
    fn kept_in_this_browser(&self) -> &'static str;
    fn where_you_are(&self) -> &'static str;
    fn save(&self) -> &'static str;
    fn cancel(&self) -> &'static str;
    fn close_dialog(&self) -> &'static str;
    fn undo(&self) -> &'static str;
    fn redo(&self) -> &'static str;
    fn retry(&self) -> &'static str;
    fn dismiss(&self) -> &'static str;
    fn download_my_data(&self) -> &'static str;
    fn more_actions(&self) -> &'static str;
    fn copy(&self) -> &'static str;
    fn delete(&self) -> &'static str;
    fn add(&self) -> &'static str;
    fn choose(&self) -> &'static str;
    fn optional(&self) -> &'static str;
    fn today(&self) -> &'static str;
    fn pick_a_date(&self) -> &'static str;
    /// "in 8 days" / "8 days ago" / "today", for a difference in days.
    fn days_from_today(&self, days: i64) -> String;
    /// "1 day", "102 days".
    fn days(&self, days: i64) -> String;
    fn not_given(&self) -> &'static str;
    fn not_found_title(&self) -> &'static str;
    fn not_found_text(&self) -> &'static str;
    fn unsaved_changes(&self, count: usize) -> String;
    fn unsaved_input_restored(&self) -> &'static str;
    fn discard(&self) -> &'static str;
    /// Demo: what the banner says.
    fn sample_banner(&self) -> &'static str;
    fn sample_reset(&self) -> &'static str;
    fn sample_leave(&self) -> &'static str;
    /// Storage cannot be used: nothing is kept.
    fn nothing_is_kept(&self) -> &'static str;
    fn loading(&self) -> &'static str;
    /// The screens behind the lists could not be loaded.
    fn screens_are_missing(&self) -> &'static str;
    /// The stored data is of a newer program: read-only until reload.
    fn newer_format(&self) -> &'static str;
    fn reload(&self) -> &'static str;
}
