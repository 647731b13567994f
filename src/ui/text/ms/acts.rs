//! What was done: the notices, in Malay.

use super::Malay;
use crate::domain::Outcome;
use crate::ui::text::acts::sentence;
use crate::ui::text::{ActWords, Format, ValueWords as _};
use crate::workspace::What;

impl ActWords for Malay {
    fn done(&self, what: &What) -> String {
        sentence(&words(what))
    }

    fn closed(&self, what: &What, quotes: usize) -> String {
        let closed = sentence(&words(what));
        if quotes == 0 {
            return closed;
        }
        format!("{}, bersama {quotes} sebut harga.", closed.trim_end_matches('.'))
    }

    fn undone(&self, what: &What) -> String {
        format!("Dibuat asal: {}.", words(what))
    }

    fn redone(&self, what: &What) -> String {
        format!("Dibuat semula: {}.", words(what))
    }

    fn nothing_to_undo(&self) -> &'static str {
        "Tiada apa-apa untuk dibuat asal."
    }

    fn nothing_to_redo(&self) -> &'static str {
        "Tiada apa-apa untuk dibuat semula."
    }

    fn cannot_undo(&self, names: &[String]) -> String {
        match names {
            [] => "Tiada apa-apa diubah: rekodnya telah berubah selepas tindakan ini.".to_owned(),
            [name] => format!("Tiada apa-apa diubah: “{name}” telah berubah selepas tindakan ini."),
            names => format!(
                "Tiada apa-apa diubah: {} rekod telah berubah selepas tindakan ini: {}.",
                names.len(),
                names.join(", ")
            ),
        }
    }

    fn undo_untouched(&self, untouched: usize, changed: usize, format: &Format) -> String {
        format!("Buat asal {} yang tidak disentuh, biarkan {}", format.count(untouched), format.count(changed))
    }

    fn offer_close(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Won => "Tutup sebagai menang…",
            Outcome::Lost => "Tutup sebagai kalah…",
        }
    }
}

fn words(what: &What) -> String {
    match what {
        What::Created => "peluang dicipta".to_owned(),
        What::Copied => "peluang disalin".to_owned(),
        What::Edited => "peluang diedit".to_owned(),
        What::Moved(stage) => format!("dipindahkan ke peringkat {}", Malay.stage(*stage)),
        What::Closed(outcome) => format!("ditutup sebagai {}", outcome_word(*outcome)),
        What::Corrected(outcome) => format!("penutupan dibetulkan, ditutup sebagai {}", outcome_word(*outcome)),
        What::Reopened => "peluang dibuka semula".to_owned(),
        What::Deleted => "dipindahkan ke tong kitar semula".to_owned(),
        What::Restored => "dipulihkan daripada tong kitar semula".to_owned(),
        What::Removed => "dipadam secara kekal".to_owned(),
        What::BinEmptied(count) => format!("tong kitar semula dikosongkan, {count} peluang dipadam secara kekal"),
        What::Noted => "nota ditambah".to_owned(),
        What::QuoteAdded(quote) => format!("{quote} ditambah"),
        What::QuoteEdited(quote) => format!("{quote} diedit"),
        What::QuoteDeleted(quote) => format!("{quote} dipadam"),
        What::QuoteActivated(quote) => format!("{quote} diaktifkan"),
        What::QuoteRevised(quote) => format!("sebut harga disemak, draf baharunya ialah {quote}"),
        What::QuoteWon(quote) => format!("{quote} menang"),
        What::QuoteLost(quote) => format!("{quote} ditutup sebagai kalah"),
        What::QuoteCanceled(quote) => format!("{quote} dibatalkan"),
        What::QuoteCopied(quote) => format!("sebut harga disalin kepada {quote}"),
        What::QuotesClosed => "semua sebut harga terbuka ditutup".to_owned(),
        What::Lists => "senarai diubah".to_owned(),
        What::ClosedMany(outcome, count) => format!("{count} ditutup sebagai {}", outcome_word(*outcome)),
        What::EditedMany(count) => format!("{count} diedit"),
        What::DeletedMany(count) => format!("{count} dipindahkan ke tong kitar semula"),
        What::RestoredMany(count) => format!("{count} dipulihkan daripada tong kitar semula"),
        What::Many(records) => format!("{records} rekod diubah"),
        What::BackupRestored(records) => format!("sandaran dipulihkan: {records} rekod diubah"),
    }
}

fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Won => "menang",
        Outcome::Lost => "kalah",
    }
}
