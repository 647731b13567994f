//! The names of what the domain counts with, in Malay.

use super::Malay;
use crate::domain::{
    BillingMethod, BuiltInReason, ClosingWarning, Fate, Field, LossClass, OpenReason, Outcome, Process, QuoteAct,
    QuoteClosed, QuoteState, Rating, Stage, Timeframe,
};
use crate::ui::text::ValueWords;

impl ValueWords for Malay {
    fn field(&self, field: Field) -> &'static str {
        match field {
            Field::Topic => "Topik",
            Field::Customer => "Pelanggan",
            Field::Contact => "Kenalan",
            Field::Currency => "Mata wang",
            Field::RevenueSource => "Sumber hasil",
            Field::EstimatedRevenue => "Anggaran hasil",
            Field::EstimatedCloseDate => "Anggaran tarikh tutup",
            Field::Probability => "Kebarangkalian",
            Field::Rating => "Penarafan",
            Field::Stage => "Peringkat",
            Field::OpenReason | Field::StatusReason => "Sebab status",
            Field::Budget => "Amaun belanjawan",
            Field::Timeframe => "Jangka masa pembelian",
            Field::Process => "Proses pembelian",
            Field::AccountManager => "Pengurus akaun",
            Field::ContractingUnit => "Unit pengkontrakan",
            Field::Description => "Penerangan",
            Field::CustomerNeed => "Keperluan pelanggan",
            Field::ProposedSolution => "Penyelesaian yang dicadangkan",
            Field::Lines => "Baris",
            Field::LineName(_) | Field::QuoteName | Field::EntryName => "Nama",
            Field::LineBilling(_) => "Kaedah pengebilan",
            Field::LineBudget(_) => "Belanjawan pelanggan",
            Field::LineAmount(_) => "Amaun disebut harga",
            Field::Total => "Jumlah",
            Field::EffectiveFrom => "Berkuat kuasa dari",
            Field::EffectiveTo => "Berkuat kuasa hingga",
            Field::DueBy => "Perlu dibayar sebelum",
            Field::Outcome => "Keputusan",
            Field::ActualRevenue => "Hasil sebenar",
            Field::CloseDate => "Tarikh tutup",
            Field::Competitor => "Pesaing",
            Field::RevisitOn => "Hubungi semula pada",
            Field::Quotes => "Tutup semua sebut harga aktif dan draf pada masa yang sama",
            Field::Fate(_) => "Menjadi",
            Field::Note => "Nota",
            Field::EntryClass => "Dikira sebagai",
        }
    }

    fn open_state(&self) -> &'static str {
        "Terbuka"
    }

    fn outcome(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Won => "Menang",
            Outcome::Lost => "Kalah",
        }
    }

    fn open_reason(&self, reason: OpenReason) -> &'static str {
        match reason {
            OpenReason::InProgress => "Sedang berjalan",
            OpenReason::OnHold => "Ditangguhkan",
        }
    }

    fn stage(&self, stage: Stage) -> &'static str {
        match stage {
            Stage::Qualify => "Layakkan",
            Stage::Develop => "Bangunkan",
            Stage::Propose => "Cadangkan",
            Stage::Close => "Tutup",
        }
    }

    fn rating(&self, rating: Rating) -> &'static str {
        match rating {
            Rating::Hot => "Panas",
            Rating::Warm => "Suam",
            Rating::Cold => "Dingin",
        }
    }

    fn timeframe(&self, timeframe: Timeframe) -> &'static str {
        match timeframe {
            Timeframe::Immediate => "Segera",
            Timeframe::ThisQuarter => "Suku tahun ini",
            Timeframe::NextQuarter => "Suku tahun depan",
            Timeframe::ThisYear => "Tahun ini",
            Timeframe::Unknown => "Tidak diketahui",
        }
    }

    fn process(&self, process: Process) -> &'static str {
        match process {
            Process::Individual => "Individu",
            Process::Committee => "Jawatankuasa",
            Process::Unknown => "Tidak diketahui",
        }
    }

    fn billing(&self, billing: BillingMethod) -> &'static str {
        match billing {
            BillingMethod::TimeAndMaterial => "Masa dan bahan",
            BillingMethod::FixedPrice => "Harga tetap",
        }
    }

    fn quote_state(&self, state: QuoteState) -> &'static str {
        match state {
            QuoteState::Draft => "Draf",
            QuoteState::Active => "Aktif",
            QuoteState::Won(_) => "Menang",
            QuoteState::Closed(QuoteClosed::Lost, _) => "Kalah",
            QuoteState::Closed(QuoteClosed::Canceled, _) => "Dibatalkan",
            QuoteState::Closed(QuoteClosed::Revised, _) => "Disemak",
        }
    }

    fn fate(&self, fate: Fate) -> &'static str {
        match fate {
            Fate::Won => "Menang",
            Fate::Lost => "Kalah",
            Fate::Canceled => "Dibatalkan",
        }
    }

    fn quote_act(&self, act: QuoteAct) -> &'static str {
        match act {
            QuoteAct::Edit => "Edit",
            QuoteAct::Delete => "Padam",
            QuoteAct::Activate => "Aktifkan",
            QuoteAct::Revise => "Semak",
            QuoteAct::Win => "Tandakan sebagai menang",
            QuoteAct::CloseAsLost => "Tutup sebagai kalah",
            QuoteAct::Cancel => "Batalkan sebut harga",
        }
    }

    fn built_in_reason(&self, reason: BuiltInReason) -> &'static str {
        match reason {
            BuiltInReason::Won => "Menang",
            BuiltInReason::Canceled => "Dibatalkan",
            BuiltInReason::OutSold => "Dikalahkan pesaing",
            BuiltInReason::Price => "Harga",
            BuiltInReason::NoDecision => "Tiada keputusan",
            BuiltInReason::NoBudget => "Tiada belanjawan",
            BuiltInReason::NotAFit => "Tidak sesuai",
            BuiltInReason::Other => "Lain-lain",
        }
    }

    fn loss_class(&self, class: LossClass) -> &'static str {
        match class {
            LossClass::Competitor => "Pesaing",
            LossClass::NoDecision => "Tiada keputusan",
            LossClass::Canceled => "Dibatalkan",
            LossClass::Disqualified => "Tidak layak",
            LossClass::Other => "Lain-lain",
        }
    }

    fn user_provided(&self) -> &'static str {
        "Diberi pengguna"
    }

    fn calculated(&self) -> &'static str {
        "Dikira daripada baris"
    }

    fn closing_warning(&self, warning: ClosingWarning) -> String {
        match warning {
            ClosingWarning::DateInFuture => "Tarikh tutup ialah tarikh akan datang.".to_owned(),
            ClosingWarning::DateBeforeCreated => {
                "Tarikh tutup lebih awal daripada hari peluang ini dicipta.".to_owned()
            }
            ClosingWarning::RevisitBeforeClose => "Tarikh hubungi semula lebih awal daripada tarikh tutup.".to_owned(),
            ClosingWarning::NoWinner => "Peluang ini ditutup sebagai menang tanpa sebut harga yang menang.".to_owned(),
            ClosingWarning::WonQuote(quote) => format!("Peluang ini ditutup sebagai kalah, dan {quote} kekal menang."),
        }
    }
}
