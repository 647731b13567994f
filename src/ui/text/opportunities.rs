//! The lists of opportunities.

use crate::workspace::View;

/// Words of the lists.
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub trait ListWords {
    /// The name of a view in the navigation: "Open".
    fn view(&self, view: View) -> &'static str;
    /// The head of its page: "Open opportunities".
    fn view_title(&self, view: View) -> &'static str;
    /// A column's head with the currency that most amounts are in.
    fn in_currency(&self, head: &str, symbol: &str) -> String;
    fn column_estimate(&self) -> &'static str;
    fn column_revenue(&self) -> &'static str;
    fn column_probability(&self) -> &'static str;
    fn column_closes(&self) -> &'static str;
    fn column_closed(&self) -> &'static str;
    fn column_deleted(&self) -> &'static str;
    fn column_quotes(&self) -> &'static str;
    fn column_status(&self) -> &'static str;
    fn column_days_open(&self) -> &'static str;
    fn days_late(&self, days: i64) -> String;
    fn active_quotes(&self, count: usize) -> String;
    fn draft_quotes(&self, count: usize) -> String;
    fn total_of(&self, count: &str) -> String;
    /// The search through everything.
    fn search(&self) -> &'static str;
    fn nothing_found(&self) -> &'static str;
    fn found(&self, count: usize) -> String;
    /// Takes a search or a filter away.
    fn show_all(&self) -> &'static str;
    fn other_currency(&self) -> &'static str;
    fn without_unreadable(&self, count: usize) -> String;
    /// The first run.
    fn empty_title(&self) -> &'static str;
    fn empty_text(&self) -> &'static str;
    fn empty_sample(&self) -> &'static str;
    fn empty_stays_here(&self) -> &'static str;
    fn load_sample(&self) -> &'static str;
    /// What the bin is for, above its list.
    fn bin_about(&self) -> &'static str;
    /// A view without opportunities while the book has some.
    fn nothing_in_view(&self, view: View) -> &'static str;
}
