//! What needs attention, in English.

use super::{English, counted};
use crate::domain::{Breach, Without};
use crate::ui::text::{AttentionWords, Format};

impl AttentionWords for English {
    fn breach(&self, breach: &Breach) -> String {
        match breach {
            Breach::OpenQuote(quote) => format!("It is closed, and {quote} is still open."),
            Breach::TwoWon => "More than one of its quotes is won.".to_owned(),
            Breach::TwoOpenRevisions(number) => format!("{number} has more than one open revision."),
            Breach::RevisionOrder(number) => format!("The revisions of {number} are out of order."),
            Breach::QuoteSteps(quote) => format!("{quote} has a history that no act leads to."),
            Breach::ClosingNumbers => "Its closings are not numbered 1, 2, 3 and so on.".to_owned(),
            Breach::Cancellation => "Its last closing is said to be corrected, and nothing corrects it.".to_owned(),
            Breach::Reason => "A closing has a status reason of the other outcome.".to_owned(),
            Breach::DoubleId => "Two of its lines or notes have the same number.".to_owned(),
            Breach::AmountTooLarge => "An amount is larger than can be kept.".to_owned(),
            Breach::LineCount => "It has too many lines, or a quote has none where it must have some.".to_owned(),
            Breach::EndBeforeStart(quote) => format!("{quote} ends before it begins."),
        }
    }

    fn attention_lead(&self) -> &'static str {
        "These stored values cannot be shown as they are. They were left untouched, and everything else works without them. \
         Decide on each when you like."
    }

    fn nothing_needs_attention(&self) -> &'static str {
        "Nothing needs attention: everything that is stored can be read."
    }

    fn open_attention(&self) -> &'static str {
        "See what can be done"
    }

    fn attention_list(&self) -> &'static str {
        "Values that need attention"
    }

    fn raw_text_of(&self, key: &str) -> String {
        format!("Raw text of {key}")
    }

    fn raw_goes_on(&self, characters: usize, format: &Format) -> String {
        format!("{} more characters are in the download.", format.count(characters))
    }

    fn raw_is_empty(&self) -> &'static str {
        "It is empty."
    }

    fn download(&self) -> &'static str {
        "Download"
    }

    fn try_again(&self) -> &'static str {
        "Try again"
    }

    fn still_needs_attention(&self) -> &'static str {
        "Read again: it still needs attention."
    }

    fn open_in_the_form(&self) -> &'static str {
        "Open in the form"
    }

    fn put_back(&self) -> &'static str {
        "Put back"
    }

    fn lies_there_instead(&self, key: &str) -> String {
        format!("This lies at {key} instead:")
    }

    fn nothing_lies_there(&self, key: &str) -> String {
        format!("Nothing lies at {key} by now.")
    }

    fn remove_for_good(&self) -> &'static str {
        "Remove for good"
    }

    fn remove_ask(&self) -> &'static str {
        "Remove…"
    }

    fn download_before_removing(&self) -> &'static str {
        "It can be removed once you have downloaded it."
    }

    fn remove_title(&self) -> &'static str {
        "Remove this value for good?"
    }

    fn remove_text(&self) -> &'static str {
        "Tutup cannot bring it back. The file that you downloaded is then the only copy."
    }

    fn was_removed(&self, key: &str) -> String {
        format!("Removed: {key}")
    }

    fn was_put_back(&self, key: &str) -> String {
        format!("Put back: {key}")
    }

    fn reads_again(&self, key: &str) -> String {
        format!("It can be read again: {key}")
    }

    fn mend_title(&self) -> &'static str {
        "Mend an opportunity"
    }

    fn mend_lead(&self) -> &'static str {
        "What is stored breaks a rule. Saving puts this version in its place; until then it stays as it is."
    }

    fn left_out(&self, without: &Without) -> Option<String> {
        let mut parts = Vec::new();
        if without.is_reopened {
            parts.push("The opportunity is open again.".to_owned());
        }
        if !without.quotes.is_empty() {
            let quotes: Vec<String> = without.quotes.iter().map(ToString::to_string).collect();
            parts.push(format!("Left out: {}.", quotes.join(", ")));
        }
        if without.closings > 0 {
            let closings = counted(&without.closings.to_string(), "closing", "closings");
            parts.push(format!("Left out: {closings}."));
        }
        (!parts.is_empty()).then(|| format!("To hold, the saved version differs. {}", parts.join(" ")))
    }

    fn download_before_mending(&self) -> &'static str {
        "Download it first: what is left out is then only in that file."
    }

    fn nothing_to_mend(&self) -> &'static str {
        "Nothing to mend is stored there. It may have been mended or removed in another tab."
    }
}
