//! The panels above a list, its filter and its columns; and what stands below it: what its sums are worth.

use crate::workspace::View;

/// Words around a list.
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub trait FilterWords {
    fn filter(&self) -> &'static str;
    fn columns(&self) -> &'static str;
    /// What is chosen from, for who cannot see the list below.
    fn columns_of(&self, list: &str) -> String;
    /// Gives a view its own columns again.
    fn usual_columns(&self) -> &'static str;
    /// No condition.
    fn any(&self) -> &'static str;
    fn text_filter(&self) -> &'static str;
    /// Which of the amounts a condition is about in a view.
    fn amount_of(&self, view: View) -> &'static str;
    /// Which of the dates a condition is about in a view.
    fn date_of(&self, view: View) -> &'static str;
    /// What has nothing there.
    fn empty(&self) -> &'static str;
    /// The same with what is empty.
    fn is_empty(&self, field: &str) -> String;
    fn from(&self) -> &'static str;
    fn until(&self) -> &'static str;
    fn amount_filter_is_wrong(&self) -> &'static str;
    fn date_filter_is_wrong(&self) -> &'static str;
    fn stale_after(&self) -> &'static str;
    fn stale_after_hint(&self) -> &'static str;
    fn stale_after_is_wrong(&self) -> &'static str;
    /// A sum weighted by probability.
    fn weighted_sum(&self, sum: &str) -> String;
    /// How many could not be weighted, for want of an amount or a probability.
    fn not_weighted(&self, count: &str) -> String;
    fn won_and_lost(&self, won: &str, lost: &str) -> String;
    fn win_rate(&self, percent: &str, of: &str) -> String;
    fn win_rate_by_value(&self, percent: &str, won: &str, of: &str) -> String;
}
