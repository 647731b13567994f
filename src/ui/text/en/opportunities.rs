//! The words of the lists, in English.

use super::English;
use crate::ui::text::ListWords;
use crate::workspace::View;

impl ListWords for English {
    fn view(&self, view: View) -> &'static str {
        match view {
            View::Open => "Open",
            View::Overdue => "Overdue",
            View::Blocked => "Blocked",
            View::Stale => "Stale",
            View::Won => "Won",
            View::Lost => "Lost",
            View::Revisit => "Revisit",
            View::All => "All",
            View::Bin => "Bin",
        }
    }

    fn view_title(&self, view: View) -> &'static str {
        match view {
            View::Open => "Open opportunities",
            View::Overdue => "Overdue opportunities",
            View::Blocked => "Opportunities blocked by a quote",
            View::Stale => "Stale opportunities",
            View::Won => "Won opportunities",
            View::Lost => "Lost opportunities",
            View::Revisit => "Lost opportunities to revisit",
            View::All => "All opportunities",
            View::Bin => "Bin",
        }
    }

    fn in_currency(&self, head: &str, symbol: &str) -> String {
        format!("{head}, {symbol}")
    }

    fn column_estimate(&self) -> &'static str {
        "Est. revenue"
    }

    fn column_revenue(&self) -> &'static str {
        "Actual revenue"
    }

    fn column_probability(&self) -> &'static str {
        "Prob."
    }

    fn column_closes(&self) -> &'static str {
        "Closes"
    }

    fn column_closed(&self) -> &'static str {
        "Closed on"
    }

    fn column_deleted(&self) -> &'static str {
        "Deleted"
    }

    fn column_quotes(&self) -> &'static str {
        "Quotes"
    }

    fn column_status(&self) -> &'static str {
        "Status"
    }

    fn days_late(&self, days: i64) -> String {
        if days == 1 { "1 day late".into() } else { format!("{days} days late") }
    }

    fn active_quotes(&self, count: usize) -> String {
        format!("{count} active")
    }

    fn draft_quotes(&self, count: usize) -> String {
        if count == 1 { "1 draft".into() } else { format!("{count} drafts") }
    }

    fn total_of(&self, count: &str) -> String {
        format!("Total of {count}")
    }

    fn column_days_open(&self) -> &'static str {
        "Days open"
    }

    fn search(&self) -> &'static str {
        "Search opportunities"
    }

    fn nothing_found(&self) -> &'static str {
        "Nothing matches."
    }

    fn found(&self, count: usize) -> String {
        if count == 1 { "1 opportunity found".into() } else { format!("{count} opportunities found") }
    }

    fn show_all(&self) -> &'static str {
        "Show all"
    }

    fn other_currency(&self) -> &'static str {
        "Other currency"
    }

    fn without_unreadable(&self, count: usize) -> String {
        format!("without {count} unreadable")
    }

    fn empty_title(&self) -> &'static str {
        "The book is empty"
    }

    fn empty_text(&self) -> &'static str {
        "Write down a possible sale: a topic, a customer, an amount, a date. When it is decided, close it as won or lost, \
         and the reason is kept."
    }

    fn empty_sample(&self) -> &'static str {
        "The sample is a book of its own: it is kept apart from yours, and left or reset in one click."
    }

    fn empty_stays_here(&self) -> &'static str {
        "What you enter stays in this browser: no account, no server. Nobody else can read it, and no other browser, \
         profile, device or address shows it. Clearing the browser’s site data deletes it, a private window forgets it, \
         and Safari may delete it after seven days of use without a visit. So download a copy now and then, in the \
         settings under “Where is my data?”."
    }

    fn load_sample(&self) -> &'static str {
        "Load sample data"
    }

    fn bin_about(&self) -> &'static str {
        "What you delete stays here until you restore it or delete it for good."
    }

    fn nothing_in_view(&self, view: View) -> &'static str {
        match view {
            View::Open => "No opportunity is open.",
            View::Overdue => "No open opportunity is past its estimated close date.",
            View::Blocked => "No quote stops an open opportunity from closing.",
            View::Stale => "Every open opportunity was changed lately.",
            View::Won => "No opportunity has been won yet.",
            View::Lost => "No opportunity has been lost.",
            View::Revisit => "No lost opportunity is due to be asked about again.",
            View::All => "There is no opportunity.",
            View::Bin => "The bin is empty.",
        }
    }
}
