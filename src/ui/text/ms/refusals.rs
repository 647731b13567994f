//! Why an act is refused and what to do instead, in Malay.

use crate::domain::{Outcome, QuoteAct, QuoteClosed, QuoteKey, QuoteState, Refusal};
use crate::ui::text::Format;
use crate::ui::text::problems::is_done;

pub(super) fn refusal(refusal: &Refusal, format: &Format) -> String {
    match refusal {
        Refusal::Problems(problems) => {
            format!("{} perkara perlu diselesaikan dahulu.", format.count(problems.len()))
        }
        Refusal::NoOpportunity(_) => {
            "Peluang ini tiada lagi dalam buku anda. Pilih peluang lain daripada senarai.".to_owned()
        }
        Refusal::OpportunityExists(_) => {
            "Peluang dengan ID ini sudah ada dalam buku anda. Cuba lagi; ID lain akan diberikan.".to_owned()
        }
        Refusal::AlreadyClosed { outcome, on } => format!(
            "Peluang ini sudah ditutup sebagai {} pada {}. Untuk mengubahnya, betulkan penutupan ini atau buka semula \
             peluang ini.",
            closed_as(*outcome),
            format.date(*on)
        ),
        Refusal::ReadOnly { outcome } => format!(
            "Peluang ini sudah {} dan baca sahaja. Buka semula untuk mengubahnya; nota masih boleh ditambah.",
            closed_as(*outcome)
        ),
        Refusal::InBin(_) => {
            "Peluang ini berada dalam tong kitar semula dan baca sahaja. Pulihkan peluang ini dahulu.".to_owned()
        }
        Refusal::NotInBin(_) => {
            "Peluang ini tiada dalam tong kitar semula. Hanya yang berada di sana boleh dipulihkan atau \
             dipadam secara kekal."
                .to_owned()
        }
        Refusal::NotClosed => {
            "Peluang ini terbuka, jadi tiada penutupan untuk dibuka semula atau dibetulkan. Tutup peluang ini dahulu."
                .to_owned()
        }
        Refusal::NoQuote(quote) => {
            format!("{quote} tiada lagi pada peluang ini. Pilih sebut harga yang lain.")
        }
        Refusal::QuoteState { quote, state, act } => quote_state(*quote, *state, *act),
        Refusal::NoTotal(quote) => {
            format!("{quote} tiada jumlah. Isi jumlahnya, 0 jika percuma, kemudian aktifkan sebut harga itu.")
        }
        Refusal::LinesWithoutAmount { quote, lines } => {
            let names: Vec<String> = lines.iter().map(|name| format!("“{name}”")).collect();
            format!(
                "{quote} belum boleh diaktifkan: {} baris tiada amaun disebut harga, iaitu {}. Isi amaunnya dahulu.",
                format.count(lines.len()),
                names.join(", ")
            )
        }
        Refusal::AnotherWon(won) => {
            format!("{won} sudah menang, dan hanya satu sebut harga boleh menang. Semak atau batalkan {won} dahulu.")
        }
        Refusal::OpenRevision(open) => format!(
            "{open} ialah semakan sebut harga ini yang masih terbuka. Gunakan semakan itu, atau tutup atau padam \
             dahulu."
        ),
        Refusal::NotLatest { quote, latest } => {
            format!("{quote} mempunyai semakan yang lebih baharu. Semak {latest} sebaliknya.")
        }
        Refusal::NoOpenQuote => {
            "Peluang ini tiada sebut harga draf atau aktif, jadi tiada apa-apa untuk ditutup.".to_owned()
        }
        Refusal::NumbersExhausted => {
            "Nombor sebut harga tertinggi sudah digunakan, jadi tiada nombor bagi sebut harga baharu. Semak sebut \
             harga sedia ada sebaliknya."
                .to_owned()
        }
        Refusal::NoEntry => "Entri ini tiada lagi dalam senarai. Pilih entri lain.".to_owned(),
        Refusal::EntryExists => {
            "Entri dengan ID ini sudah ada dalam senarai. Cuba lagi; ID lain akan diberikan.".to_owned()
        }
        Refusal::LastReason(outcome) => format!(
            "Ini satu-satunya sebab yang tinggal untuk menutup sebagai {}. Tambah atau aktifkan semula sebab lain \
             dahulu.",
            closed_as(*outcome)
        ),
        Refusal::InUse { records } => format!(
            "{} peluang menggunakan entri ini, jadi entri ini tidak boleh dipadam; nyahaktifkan sahaja.",
            format.count(*records)
        ),
        Refusal::BuiltIn(_) => "Sebab ini terbina dalam Tutup dan tidak boleh dipadam; nyahaktifkan \
         sahaja."
            .to_owned(),
        Refusal::Twice => "Tindakan ini akan mengubah rekod yang sama dua kali, jadi tiada apa-apa diubah. Buat \
         perubahan itu satu demi satu."
            .to_owned(),
    }
}

fn closed_as(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Won => "menang",
        Outcome::Lost => "kalah",
    }
}

fn quote_state(quote: QuoteKey, state: QuoteState, act: QuoteAct) -> String {
    let is = match state {
        QuoteState::Draft => "masih draf",
        QuoteState::Active => "sudah aktif",
        QuoteState::Won(_) => "sudah menang",
        QuoteState::Closed(QuoteClosed::Lost, _) => "sudah ditutup sebagai kalah",
        QuoteState::Closed(QuoteClosed::Canceled, _) => "sudah dibatalkan",
        QuoteState::Closed(QuoteClosed::Revised, _) => "sudah disemak",
    };
    let done = match act {
        QuoteAct::Edit => "diedit",
        QuoteAct::Delete => "dipadam",
        QuoteAct::Activate => "diaktifkan",
        QuoteAct::Revise => "disemak",
        QuoteAct::Win => "ditandakan sebagai menang",
        QuoteAct::CloseAsLost => "ditutup sebagai kalah",
        QuoteAct::Cancel => "dibatalkan",
    };
    if is_done(state, act) {
        return format!("{quote} {is}.");
    }
    format!("{quote} {is}, jadi tidak boleh {done}. {}", instead(state, act))
}

fn instead(state: QuoteState, act: QuoteAct) -> &'static str {
    let draft = state == QuoteState::Draft;
    match act {
        QuoteAct::Edit => "Semak sebut harga ini dan edit draf baharunya.",
        QuoteAct::Delete => "Hanya draf boleh dipadam; sebut harga ini kekal dalam rekod.",
        QuoteAct::Revise => "Edit draf itu terus.",
        QuoteAct::Win | QuoteAct::CloseAsLost if draft => "Aktifkan dahulu.",
        QuoteAct::Activate | QuoteAct::Win => "Semak sebut harga ini dan aktifkan draf baharunya.",
        QuoteAct::Cancel if draft => "Padam draf itu sebaliknya.",
        QuoteAct::CloseAsLost if state.is_won() => "Batalkan jika pelanggan menarik diri.",
        QuoteAct::CloseAsLost | QuoteAct::Cancel => "Sebut harga ini telah selesai; tiada tindakan lagi.",
    }
}
