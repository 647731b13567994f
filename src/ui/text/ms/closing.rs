//! Words of the dialog that closes, in Malay.

use super::Malay;
use crate::domain::{Outcome, QuoteNumber};
use crate::ui::text::ClosingWords;

impl ClosingWords for Malay {
    fn close_title(&self) -> &'static str {
        "Tutup peluang"
    }

    fn correct_title(&self) -> &'static str {
        "Betulkan penutupan ini"
    }

    fn close_as(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Won => "Tutup sebagai menang",
            Outcome::Lost => "Tutup sebagai kalah",
        }
    }

    fn correct_as(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Won => "Betulkan sebagai menang",
            Outcome::Lost => "Betulkan sebagai kalah",
        }
    }

    fn not_corrected_yet(&self, count: usize) -> String {
        format!("Belum dibetulkan: {count} perkara perlu diselesaikan")
    }

    fn typed_before_is_back(&self) -> &'static str {
        "Input anda yang terdahulu dikembalikan."
    }

    fn start_over(&self) -> &'static str {
        "Mula semula"
    }

    fn total_of_quote(&self, quote: QuoteNumber) -> String {
        format!("jumlah {quote}")
    }

    fn the_estimate(&self) -> &'static str {
        "anggaran hasil"
    }

    fn earlier_closing(&self) -> &'static str {
        "seperti penutupan yang dibatalkan"
    }

    fn present_closing(&self) -> &'static str {
        "seperti semasa ditutup"
    }

    fn use_total_of(&self, quote: QuoteNumber) -> String {
        format!("Guna jumlah {quote}")
    }

    fn use_the_estimate(&self) -> &'static str {
        "Guna anggaran"
    }

    fn beside_estimate(&self, amount: &str, percent: Option<&str>, above: bool) -> String {
        let side = if above { "melebihi" } else { "kurang daripada" };
        match percent {
            Some(percent) => format!("{amount} ({percent}) {side} anggaran"),
            None => format!("{amount} {side} anggaran"),
        }
    }

    fn competitor_hint(&self) -> &'static str {
        "pilihan; nama baharu turut disimpan"
    }

    fn revisit_hint(&self) -> &'static str {
        "pilihan; bila hendak bertanya lagi"
    }

    fn quotes_in_the_way(&self) -> &'static str {
        "Sebut harga yang menghalang"
    }

    fn drafts_go_along(&self, count: usize) -> String {
        format!("{count} sebut harga draf diselesaikan bersama peluang ini.")
    }

    fn tick_to_close_too(&self) -> &'static str {
        "Tandakan untuk menutup semuanya juga, dan pilih keputusan bagi setiap satu."
    }

    fn then(&self) -> &'static str {
        "Selepas itu"
    }

    fn stays_open(&self) -> &'static str {
        "Belum lagi"
    }

    fn to_settle_first(&self, fields: &[String]) -> String {
        format!("Perlu diselesaikan dahulu: {}", fields.join(", "))
    }

    fn opportunity_with(&self) -> &'static str {
        "Peluang ini, dengan"
    }

    fn opportunity_without(&self) -> &'static str {
        "Peluang ini,"
    }

    fn on_date(&self) -> &'static str {
        "pada"
    }

    fn as_before(&self) -> &'static str {
        "seperti sebelum ini"
    }

    fn replaced_closing(&self, number: u32) -> String {
        format!("Penutupan {number}, yang kekal dalam sejarah")
    }

    fn read_only(&self) -> &'static str {
        "Baca sahaja"
    }

    fn until_reopened(&self) -> &'static str {
        "Semuanya, sehingga peluang dibuka semula"
    }

    fn warning(&self) -> &'static str {
        "Amaran"
    }
}
