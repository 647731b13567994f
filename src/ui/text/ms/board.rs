//! The board, in Malay.

use super::Malay;
use crate::domain::{Outcome, Stage};
use crate::ui::text::{BoardWords, ValueWords as _};

impl BoardWords for Malay {
    fn board_hint(&self) -> [&'static str; 2] {
        [
            "Seret kad ke peringkat lain, atau ke atas keputusan untuk menutupnya. Dengan papan kekunci, ",
            " memindahkan kad.",
        ]
    }

    fn board_estimated(&self) -> &'static str {
        "Anggaran"
    }

    fn board_weighted(&self) -> &'static str {
        "Berwajaran"
    }

    fn board_not_weighted(&self, count: &str) -> String {
        format!("{count} tidak dikira")
    }

    fn no_estimate(&self) -> &'static str {
        "Tiada anggaran"
    }

    fn nothing_at_stage(&self) -> &'static str {
        "Tiada apa-apa pada peringkat ini."
    }

    fn show_more_cards(&self, more: &str, rest: &str) -> String {
        format!("Tunjukkan {more} lagi daripada {rest}")
    }

    fn move_menu(&self, topic: &str) -> String {
        format!("Pindahkan: {topic}")
    }

    fn move_to(&self, stage: Stage) -> String {
        format!("Pindahkan ke {}", self.stage(stage))
    }

    fn now_stands(&self, topic: &str, stage: Stage, place: &str, count: &str) -> String {
        format!("“{topic}” kini pada peringkat {}, nombor {place} daripada {count}.", self.stage(stage))
    }

    fn drop_places(&self) -> &'static str {
        "Tutup dengan melepaskan"
    }

    fn drop_to_close(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Won => "Lepaskan untuk tutup sebagai menang",
            Outcome::Lost => "Lepaskan untuk tutup sebagai kalah",
        }
    }
}
