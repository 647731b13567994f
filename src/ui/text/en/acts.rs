//! What was done: the notices, in English.

use super::{English, counted};
use crate::domain::Outcome;
use crate::ui::text::acts::sentence;
use crate::ui::text::{ActWords, Format, ValueWords as _};
use crate::workspace::What;

impl ActWords for English {
    fn done(&self, what: &What) -> String {
        sentence(&words(what))
    }

    fn closed(&self, what: &What, quotes: usize) -> String {
        let closed = sentence(&words(what));
        if quotes == 0 {
            return closed;
        }
        let closed = closed.trim_end_matches('.');
        format!("{closed}, with {}.", counted(&quotes.to_string(), "quote", "quotes"))
    }

    fn undone(&self, what: &What) -> String {
        format!("Undone: {}.", words(what))
    }

    fn redone(&self, what: &What) -> String {
        format!("Done again: {}.", words(what))
    }

    fn nothing_to_undo(&self) -> &'static str {
        "There is nothing to undo."
    }

    fn nothing_to_redo(&self) -> &'static str {
        "There is nothing to redo."
    }

    fn cannot_undo(&self, names: &[String]) -> String {
        match names {
            [] => "Nothing was changed: the records are no longer as this act left them.".to_owned(),
            [name] => format!("Nothing was changed: “{name}” is no longer as this act left it."),
            names => format!(
                "Nothing was changed: {} records are no longer as this act left them: {}.",
                names.len(),
                names.join(", ")
            ),
        }
    }

    fn undo_untouched(&self, untouched: usize, changed: usize, format: &Format) -> String {
        format!("Undo the {} untouched, leave {}", format.count(untouched), format.count(changed))
    }

    fn offer_close(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Won => "Close as won…",
            Outcome::Lost => "Close as lost…",
        }
    }
}

fn words(what: &What) -> String {
    match what {
        What::Created => "opportunity created".to_owned(),
        What::Copied => "opportunity copied".to_owned(),
        What::Edited => "opportunity edited".to_owned(),
        What::Moved(stage) => format!("moved to {}", English.stage(*stage)),
        What::Closed(outcome) => format!("closed as {}", outcome_word(*outcome)),
        What::Corrected(outcome) => format!("closing corrected, closed as {}", outcome_word(*outcome)),
        What::Reopened => "opportunity reopened".to_owned(),
        What::Deleted => "moved to the bin".to_owned(),
        What::Restored => "restored from the bin".to_owned(),
        What::Removed => "deleted for good".to_owned(),
        What::BinEmptied(count) => {
            format!("bin emptied, {} deleted for good", counted(&count.to_string(), "opportunity", "opportunities"))
        }
        What::Noted => "note added".to_owned(),
        What::QuoteAdded(quote) => format!("{quote} added"),
        What::QuoteEdited(quote) => format!("{quote} edited"),
        What::QuoteDeleted(quote) => format!("{quote} deleted"),
        What::QuoteActivated(quote) => format!("{quote} activated"),
        What::QuoteRevised(quote) => format!("quote revised, the new draft is {quote}"),
        What::QuoteWon(quote) => format!("{quote} won"),
        What::QuoteLost(quote) => format!("{quote} closed as lost"),
        What::QuoteCanceled(quote) => format!("{quote} canceled"),
        What::QuoteCopied(quote) => format!("quote copied to {quote}"),
        What::QuotesClosed => "all open quotes closed".to_owned(),
        What::Lists => "lists changed".to_owned(),
        What::ClosedMany(outcome, count) => format!("{count} closed as {}", outcome_word(*outcome)),
        What::EditedMany(count) => format!("{count} edited"),
        What::DeletedMany(count) => format!("{count} moved to the bin"),
        What::RestoredMany(count) => format!("{count} restored from the bin"),
        What::Many(records) => format!("{} changed", counted(&records.to_string(), "record", "records")),
        What::BackupRestored(records) => {
            format!("backup restored: {} changed", counted(&records.to_string(), "record", "records"))
        }
    }
}

fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Won => "won",
        Outcome::Lost => "lost",
    }
}
