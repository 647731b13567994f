//! The words of the page of an opportunity, in Malay.

use super::Malay;
use crate::domain::{Cancellation, Fate, Outcome, QuoteKey};
use crate::ui::text::{Emphasis, OpportunityWords};

impl OpportunityWords for Malay {
    fn position(&self, place: &str, count: &str) -> String {
        format!("{place} daripada {count}")
    }

    fn summary(&self) -> &'static str {
        "Ringkasan"
    }

    fn more_fields(&self) -> &'static str {
        "Lapan medan lagi"
    }

    fn not_given_option(&self) -> &'static str {
        "Tidak diberikan"
    }

    fn currency_locked(&self) -> &'static str {
        "Dikunci selagi ada baris, sebut harga atau penutupan."
    }

    fn nothing_to_save(&self) -> &'static str {
        "Tiada perubahan"
    }

    fn discard_changes(&self) -> &'static str {
        "Buang perubahan"
    }

    fn unsaved_input_discarded(&self) -> &'static str {
        "Input anda yang belum disimpan telah dibuang."
    }

    fn bring_back(&self) -> &'static str {
        "Kembalikan"
    }

    fn copy_of(&self, topic: &str) -> String {
        format!("{topic} (salinan)")
    }

    fn opportunity_missing(&self) -> &'static str {
        "Peluang ini tiada"
    }

    fn opportunity_missing_text(&self) -> &'static str {
        "Peluang ini mungkin telah dibuang, atau berada dalam pelayar lain. Data yang lain tidak terjejas."
    }

    fn weighted(&self) -> &'static str {
        "Berwajaran"
    }

    fn against_estimate(&self) -> &'static str {
        "Berbanding anggaran"
    }

    fn estimate_at_closing(&self) -> &'static str {
        "Anggaran semasa ditutup"
    }

    fn open_for(&self) -> &'static str {
        "Terbuka selama"
    }

    fn was(&self, before: &str) -> String {
        format!("sebelum ini {before}")
    }

    fn days_early(&self, days: i64) -> String {
        format!("awal {days} hari")
    }

    fn on_the_day(&self) -> &'static str {
        "seperti dianggarkan"
    }

    fn won_quotes(&self, count: usize) -> String {
        format!("{count} menang")
    }

    fn no_open_quotes(&self) -> &'static str {
        "tiada yang terbuka"
    }

    fn lines_caption(&self) -> &'static str {
        "Baris peluang ini"
    }

    fn line_actions(&self) -> &'static str {
        "Tindakan"
    }

    fn new_line(&self) -> &'static str {
        "Baris baharu"
    }

    fn no_lines(&self) -> &'static str {
        "Tiada baris."
    }

    fn no_lines_yet(&self) -> &'static str {
        "Belum ada baris. Satu baris ialah sebahagian kerja, dengan belanjawan pelanggan untuknya."
    }

    fn lines_full(&self, max: usize) -> String {
        format!("Satu peluang boleh mempunyai paling banyak {max} baris.")
    }

    fn of_line(&self, column: &str, line: usize) -> String {
        format!("{column}, baris {line}")
    }

    fn actions_for_line(&self, line: usize) -> String {
        format!("Tindakan bagi baris {line}")
    }

    fn move_line_up(&self) -> &'static str {
        "Alih ke atas"
    }

    fn move_line_down(&self) -> &'static str {
        "Alih ke bawah"
    }

    fn remove_line(&self) -> &'static str {
        "Buang"
    }

    fn line_moved(&self, line: usize, count: usize) -> String {
        format!("Kini baris {line} daripada {count}.")
    }

    fn sum_of_lines_as_hint(&self, count: &str) -> String {
        match count {
            "0" => "belum ada baris".to_owned(),
            count => format!("jumlah {count} baris"),
        }
    }

    fn sum_not_known(&self) -> &'static str {
        "belum diketahui"
    }

    fn closed_since(&self, outcome: Outcome, date: &str) -> String {
        let outcome = match outcome {
            Outcome::Won => "Menang",
            Outcome::Lost => "Kalah",
        };
        format!("{outcome} pada {date}, dan baca sahaja sejak itu.")
    }

    fn closed_what_stays(&self) -> &'static str {
        "Medan, baris dan sebut harga kekal seperti sedia ada; nota masih boleh ditambah."
    }

    fn reopen(&self) -> &'static str {
        "Buka semula"
    }

    fn correct_closing(&self) -> &'static str {
        "Betulkan penutupan ini…"
    }

    fn closing_number(&self, number: u32) -> String {
        format!("Penutupan {number}")
    }

    fn earlier_closings(&self) -> &'static str {
        "Penutupan terdahulu"
    }

    fn canceled_closing(&self, number: u32, outcome: Outcome, date: &str, by: Cancellation) -> String {
        let by = match by {
            Cancellation::Reopening => "dibuka semula",
            Cancellation::Correction => "dibetulkan",
        };
        format!("Penutupan {number}, {} pada {date}, dibatalkan kerana {by}", outcome_word(outcome))
    }

    fn before_closing(&self) -> &'static str {
        "Sebelumnya"
    }

    fn settled(&self, quote: QuoteKey, fate: Fate) -> String {
        let fate = match fate {
            Fate::Won => "menang",
            Fate::Lost => "kalah",
            Fate::Canceled => "dibatalkan",
        };
        format!("{quote} {fate}")
    }

    fn history(&self) -> &'static str {
        "Sejarah"
    }

    fn add_a_note(&self) -> &'static str {
        "Tambah nota"
    }

    fn add_a_note_here(&self) -> &'static str {
        "Tambah nota…"
    }

    fn was_created(&self) -> &'static str {
        "Dicipta"
    }

    fn was_closed(&self, outcome: Outcome, corrected: bool, reason: Option<&str>, revenue: Option<&str>) -> Emphasis {
        let before = if corrected { "Penutupan dibetulkan: " } else { "Ditutup sebagai " };
        let revenue = revenue.map(|revenue| format!(" dengan {revenue}")).unwrap_or_default();
        let reason = reason.map(|reason| format!(": {reason}")).unwrap_or_default();
        Emphasis {
            before: before.to_owned(),
            strong: outcome_word(outcome).to_owned(),
            behind: format!("{revenue}{reason}"),
        }
    }

    fn was_reopened(&self, number: u32, outcome: Outcome) -> String {
        format!("Dibuka semula; penutupan {number} sebagai {} dibatalkan", outcome_word(outcome))
    }

    fn stage_changed(&self, from: &str, to: &str) -> Emphasis {
        Emphasis { before: format!("Peringkat: {from} kepada "), strong: to.to_owned(), behind: String::new() }
    }
}

fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Won => "menang",
        Outcome::Lost => "kalah",
    }
}
