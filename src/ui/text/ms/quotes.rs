//! The words of quotes, in Malay.

use super::Malay;
use crate::domain::{Outcome, QuoteClosed, QuoteKey, QuoteNumber, QuoteState};
use crate::ui::text::{Format, QuoteIsFixed, QuoteWords};

impl QuoteWords for Malay {
    fn quotes(&self) -> &'static str {
        "Sebut harga"
    }

    fn quote(&self) -> &'static str {
        "Sebut harga"
    }

    fn quotes_caption(&self) -> &'static str {
        "Sebut harga peluang ini, yang terbuka dahulu"
    }

    fn quote_actions(&self) -> &'static str {
        "Tindakan"
    }

    fn actions_for_quote(&self, quote: QuoteKey) -> String {
        format!("Tindakan bagi {quote}")
    }

    fn quote_act_on(&self, act: &str, quote: QuoteKey) -> String {
        format!("{act}: {quote}")
    }

    fn new_quote(&self) -> &'static str {
        "Sebut harga baharu"
    }

    fn close_all_quotes_button(&self) -> &'static str {
        "Tutup semua sebut harga…"
    }

    fn no_quotes_yet(&self) -> &'static str {
        "Belum ada sebut harga. Yang baharu bermula dengan baris peluang ini, atau dengan anggarannya."
    }

    fn no_quotes(&self) -> &'static str {
        "Tiada sebut harga."
    }

    fn expired(&self) -> &'static str {
        "Tamat tempoh"
    }

    fn also_on(&self) -> &'static str {
        "juga pada"
    }

    fn quotes_are_open(&self, quotes: &[(QuoteKey, QuoteState)]) -> String {
        match quotes {
            [(quote, QuoteState::Active)] => format!("{quote} masih aktif."),
            [(quote, _)] => format!("{quote} masih draf."),
            quotes if quotes.iter().all(|(_, state)| *state == QuoteState::Active) => {
                format!("{} sebut harga masih aktif.", quotes.len())
            }
            quotes => format!("{} sebut harga masih terbuka.", quotes.len()),
        }
    }

    fn closing_will_ask(&self, _quotes: usize) -> &'static str {
        "Apabila peluang ini ditutup, anda akan ditanya dahulu apa jadinya dengan sebut harga itu."
    }

    fn fates_caption(&self) -> &'static str {
        "Sebut harga yang terbuka dan apa jadinya setiap satu"
    }

    fn close_all_quotes(&self) -> &'static str {
        "Tutup semua sebut harga"
    }

    fn close_quotes(&self, count: usize) -> String {
        format!("Tutup {count} sebut harga")
    }

    fn then_quotes(&self) -> &'static str {
        "Selepas itu"
    }

    fn opportunity_stays_open(&self) -> &'static str {
        "Peluang ini, dan tiada sebut harga yang menghalang penutupannya"
    }

    fn quote_summary(&self) -> &'static str {
        "Ringkasan"
    }

    fn quote_history(&self) -> &'static str {
        "Sejarah"
    }

    fn revisions_of(&self, number: QuoteNumber) -> String {
        format!("Semakan {number}")
    }

    fn revision(&self) -> &'static str {
        "Semakan"
    }

    fn effective(&self) -> &'static str {
        "Berkuat kuasa"
    }

    fn effective_range(&self, from: Option<&str>, to: Option<&str>) -> String {
        match (from, to) {
            (Some(from), Some(to)) => format!("{from} – {to}"),
            (Some(from), None) => format!("dari {from}"),
            (None, Some(to)) => format!("hingga {to}"),
            (None, None) => String::new(),
        }
    }

    fn quote_is_fixed(&self, why: &QuoteIsFixed, format: &Format) -> String {
        match why {
            QuoteIsFixed::WithOpportunity { outcome, on } => {
                let outcome = match outcome {
                    Outcome::Won => "menang",
                    Outcome::Lost => "kalah",
                };
                let on = format.date(*on);
                format!(
                    "Peluang ini {outcome} pada {on}, jadi sebut harganya baca sahaja. Buka semula peluang ini untuk \
                     mengubah apa-apa."
                )
            }
            QuoteIsFixed::InBin => {
                "Peluang ini berada dalam tong kitar semula, jadi sebut harganya baca sahaja. Pulihkan peluang ini untuk \
                 mengubah apa-apa."
                    .to_owned()
            }
            QuoteIsFixed::Active => {
                "Sebut harga aktif sudah berada pada pelanggan dan tidak diedit. Semak sebut harga \
                                     ini: ia diketepikan, dan draf baharu mengambil tempatnya."
                    .to_owned()
            }
            QuoteIsFixed::Won => {
                "Pelanggan menerima sebut harga ini. Peluang masih terbuka: tutup sebagai menang, atau \
                                  semak atau batalkan sebut harga ini jika keadaan berubah."
                    .to_owned()
            }
            QuoteIsFixed::Settled => {
                "Sebut harga ini telah selesai dan baca sahaja. Untuk menawarkannya semula, semak \
                                      sebut harga ini: draf baharu dengan kandungan yang sama akan dibuat."
                    .to_owned()
            }
            QuoteIsFixed::Replaced(latest) => {
                format!("Sebut harga ini telah selesai dan baca sahaja. Semakan terkini bagi nombornya ialah {latest}.")
            }
        }
    }

    fn go_to_opportunity(&self) -> &'static str {
        "Pergi ke peluang"
    }

    fn go_to_quote(&self, quote: QuoteKey) -> String {
        format!("Pergi ke {quote}")
    }

    fn quote_step(&self, state: QuoteState) -> &'static str {
        match state {
            QuoteState::Draft => "Bermula sebagai draf",
            QuoteState::Active => "Diaktifkan",
            QuoteState::Won(_) => "Menang",
            QuoteState::Closed(QuoteClosed::Lost, _) => "Ditutup sebagai kalah",
            QuoteState::Closed(QuoteClosed::Canceled, _) => "Dibatalkan",
            QuoteState::Closed(QuoteClosed::Revised, _) => "Disemak",
        }
    }

    fn dated(&self, date: &str) -> String {
        format!("bertarikh {date}")
    }

    fn not_activated_yet(&self, count: usize) -> String {
        format!("Belum diaktifkan: {count} perkara perlu diselesaikan")
    }

    fn quote_lines_caption(&self) -> &'static str {
        "Baris sebut harga ini"
    }

    fn add_quote_line(&self) -> &'static str {
        "Baris baharu"
    }

    fn no_quote_lines(&self) -> &'static str {
        "Tanpa baris, jumlahnya ditaip. Baris mengambil tempatnya: jumlah ialah hasil tambah baris."
    }

    fn quote_lines_full(&self, max: usize) -> String {
        format!("Satu sebut harga boleh mempunyai paling banyak {max} baris.")
    }

    fn quote_line_tools(&self) -> &'static str {
        "Alih atau buang"
    }

    fn quote_line(&self, place: usize) -> String {
        format!("baris {place}")
    }

    fn quote_line_up(&self) -> &'static str {
        "Alih ke atas"
    }

    fn quote_line_down(&self) -> &'static str {
        "Alih ke bawah"
    }

    fn remove_quote_line(&self) -> &'static str {
        "Buang"
    }

    fn quote_line_needs_amount(&self) -> &'static str {
        "perlu untuk mengaktifkan"
    }

    fn sum_of_lines(&self, known: usize, all: usize) -> String {
        if known == all {
            format!("Jumlah {all} baris")
        } else {
            format!("Jumlah {known} daripada {all} baris setakat ini")
        }
    }

    fn no_such_quote(&self, quote: QuoteKey) -> String {
        format!("{quote} tiada")
    }

    fn no_such_quote_text(&self) -> &'static str {
        "Peluang ini tiada sebut harga itu: mungkin sudah dipadam, atau alamatnya tersalah taip."
    }

    fn no_opportunity_of_quote(&self) -> &'static str {
        "Tiada peluang itu"
    }
}
