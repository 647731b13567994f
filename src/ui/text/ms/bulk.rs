//! Selecting several opportunities, and what is done with them at once, in Malay.

use super::Malay;
use crate::domain::Outcome;
use crate::ui::text::{BulkWords, SelectionWords};

impl SelectionWords for Malay {
    fn select_one(&self, topic: &str) -> String {
        format!("Pilih: {topic}")
    }

    fn select_all_in_view(&self, count: &str) -> String {
        format!("Pilih kesemua {count} dalam pandangan ini")
    }
}

impl BulkWords for Malay {
    fn selection(&self) -> &'static str {
        "Pilihan"
    }

    fn selected(&self, count: &str) -> String {
        format!("{count} dipilih")
    }

    fn select_all_of(&self, count: &str) -> String {
        format!("Pilih kesemua {count}")
    }

    fn clear_selection(&self) -> &'static str {
        "Kosongkan pilihan"
    }

    fn none_is_open(&self) -> &'static str {
        "Tiada satu pun yang terbuka."
    }

    fn edit_several(&self) -> &'static str {
        "Edit…"
    }

    fn export(&self) -> &'static str {
        "Eksport"
    }

    fn close_selected_title(&self) -> &'static str {
        "Tutup peluang yang dipilih"
    }

    fn close_many(&self, outcome: Outcome, count: &str) -> String {
        match outcome {
            Outcome::Won => format!("Tutup {count} sebagai menang"),
            Outcome::Lost => format!("Tutup {count} sebagai kalah"),
        }
    }

    fn will_close(&self, count: &str) -> String {
        format!("{count} akan ditutup.")
    }

    fn are_left_out(&self, count: &str, _: usize) -> String {
        format!("{count} ditinggalkan.")
    }

    fn left_out_reasons(&self) -> &'static str {
        "Sebabnya ada dalam jadual."
    }

    fn none_closes(&self) -> &'static str {
        "Jadi belum ada yang boleh ditutup; sebabnya ada dalam jadual."
    }

    fn what_happens_to_each(&self) -> &'static str {
        "Apa yang akan berlaku kepada setiap satu"
    }

    fn is_left_out(&self) -> &'static str {
        "Ditinggalkan"
    }

    fn show_more_rows(&self, count: &str, rest: &str) -> String {
        format!("Tunjukkan {count} lagi daripada {rest}")
    }

    fn edit_title(&self) -> &'static str {
        "Edit peluang yang dipilih"
    }

    fn edit_hint(&self) -> &'static str {
        "Apa yang anda biarkan di sini kekal dalam setiap peluang."
    }

    fn leave_as_it_is(&self) -> &'static str {
        "Biarkan seperti sedia ada"
    }

    fn nothing_to_change(&self) -> &'static str {
        "Belum ada yang dipilih. Pilih sekurang-kurangnya satu medan."
    }

    fn edit_many(&self, count: &str) -> String {
        format!("Ubah {count}")
    }

    fn closed_are_left_out(&self, count: &str, _: usize) -> String {
        format!("{count} ditinggalkan kerana sudah ditutup dan baca sahaja.")
    }
}
