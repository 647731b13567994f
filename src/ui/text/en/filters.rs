//! The words of the panels above a list, in English.

use super::English;
use crate::ui::text::FilterWords;
use crate::workspace::View;

impl FilterWords for English {
    fn filter(&self) -> &'static str {
        "Filter"
    }
    fn columns(&self) -> &'static str {
        "Columns"
    }
    fn columns_of(&self, list: &str) -> String {
        format!("Columns of the list: {list}")
    }
    fn usual_columns(&self) -> &'static str {
        "The usual columns"
    }
    fn any(&self) -> &'static str {
        "Any"
    }
    fn text_filter(&self) -> &'static str {
        "Words anywhere"
    }
    fn amount_of(&self, view: View) -> &'static str {
        match view {
            View::Won => "Actual revenue",
            View::Open
            | View::Overdue
            | View::Blocked
            | View::Stale
            | View::Lost
            | View::Revisit
            | View::All
            | View::Bin => "Estimated revenue",
        }
    }
    fn date_of(&self, view: View) -> &'static str {
        if view.is_of_open() { "Estimated close date" } else { "Actual close date" }
    }
    fn empty(&self) -> &'static str {
        "Empty"
    }
    fn is_empty(&self, field: &str) -> String {
        format!("{field}: empty")
    }
    fn from(&self) -> &'static str {
        "From"
    }
    fn until(&self) -> &'static str {
        "To"
    }
    fn amount_filter_is_wrong(&self) -> &'static str {
        "Enter whole amounts without decimals, such as 12,000."
    }
    fn date_filter_is_wrong(&self) -> &'static str {
        "Enter a date such as 2026-11-30, 30/11/2026 or 30 Nov 2026."
    }
    fn stale_after(&self) -> &'static str {
        "Stale after (days)"
    }
    fn stale_after_hint(&self) -> &'static str {
        "An open opportunity that was not changed for more than so many days stands in the view Stale."
    }
    fn stale_after_is_wrong(&self) -> &'static str {
        "Enter a whole number of days from 1 to 999."
    }

    fn weighted_sum(&self, sum: &str) -> String {
        format!("Weighted {sum}.")
    }

    fn not_weighted(&self, count: &str) -> String {
        format!("{count} without amount or probability not counted.")
    }

    fn won_and_lost(&self, won: &str, lost: &str) -> String {
        format!("{won} won, {lost} lost.")
    }

    fn win_rate(&self, percent: &str, of: &str) -> String {
        format!("Win rate {percent} of {of} closed.")
    }

    fn win_rate_by_value(&self, percent: &str, won: &str, of: &str) -> String {
        format!("By value {percent}: {won} of {of}.")
    }
}
