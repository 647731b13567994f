//! What is wrong with what was entered and what to do about it, in Malay.

use super::{Malay, refusals};
use crate::domain::{Currency, DateProblem, Field, FieldProblem, MoneyProblem, Problem, Refusal, TextProblem};
use crate::ui::text::problems::{LARGEST_AMOUNT, Spot, example_amount, spot};
use crate::ui::text::{Format, ProblemWords, ValueWords};

impl ProblemWords for Malay {
    fn problem(&self, problem: &FieldProblem, currency: Currency, format: &Format) -> String {
        let field = problem.field;
        let place = place(field);
        match &problem.problem {
            Problem::Required => required(field),
            Problem::Text(problem) => text(&place, *problem, format),
            Problem::Money(problem) => money(&place, *problem, currency),
            Problem::Date(problem) => date(&place, *problem),
            Problem::Percent => format!("{place} mestilah nombor bulat dari 0 hingga 100."),
            Problem::Choice => choose(field).map_or_else(
                || format!("{place} bukan salah satu pilihan. Pilih yang lain."),
                |choose| format!("{choose} daripada senarai."),
            ),
            Problem::CurrencyLocked => {
                "Mata wang tidak boleh ditukar selagi ada baris, sebut harga atau penutupan. Pilih mata wang asal."
                    .to_owned()
            }
            Problem::TooManyLines { max } => {
                format!("Jumlah baris tidak boleh melebihi {}. Buang beberapa baris.", format.count(*max))
            }
            Problem::SumTooLarge => {
                format!("Jumlah semua baris melebihi {LARGEST_AMOUNT}. Kurangkan beberapa amaun.")
            }
            Problem::EndBeforeStart => {
                "“Berkuat kuasa hingga” tidak boleh lebih awal daripada “Berkuat kuasa dari”. Ubah salah satu tarikh."
                    .to_owned()
            }
            Problem::ReasonRetired => "Sebab ini telah dinyahaktifkan. Pilih sebab lain.".to_owned(),
            Problem::DescriptionRequired => "Penerangan wajib diisi bagi sebab status ini.".to_owned(),
            Problem::QuotesBlock(quotes) => {
                format!("{} sebut harga menghalang peluang ini daripada ditutup.", format.count(quotes.len()))
            }
            Problem::OneWinner(winner) => {
                format!("{place} tidak boleh menang juga: {winner} ialah pemenangnya. Pilih Kalah atau Dibatalkan.")
            }
            Problem::WonOnLost => {
                format!("{place} tidak boleh menang apabila peluang ini kalah. Pilih Kalah atau Dibatalkan.")
            }
            Problem::NoTotal => format!(
                "{place} tiada jumlah, jadi tidak boleh menang. Pilih Kalah atau Dibatalkan, atau isi jumlahnya \
                 dahulu."
            ),
            Problem::QuoteNotOpen => {
                format!("{place} bukan lagi draf atau aktif. Buka dialog ini semula untuk melihat statusnya.")
            }
            Problem::NameTaken => "Nama ini sudah ada dalam senarai. Pilih nama lain.".to_owned(),
        }
    }

    fn not_saved_yet(&self, count: usize) -> String {
        format!("Belum disimpan: {count} perkara perlu diselesaikan")
    }

    fn not_closed_yet(&self, count: usize) -> String {
        format!("Belum ditutup: {count} perkara perlu diselesaikan")
    }

    fn refusal(&self, refusal: &Refusal, format: &Format) -> String {
        refusals::refusal(refusal, format)
    }
}

/// The field as the subject of a sentence: "Hasil sebenar", "Baris 3: belanjawan pelanggan", "Q-00012 r1".
fn place(field: Field) -> String {
    let label = Malay.field(field);
    match spot(field) {
        Spot::Alone => label.to_owned(),
        Spot::Row(row) => format!("Baris {row}: {}", label.to_lowercase()),
        Spot::Quote(quote) => quote.to_string(),
    }
}

fn required(field: Field) -> String {
    choose(field).map_or_else(|| format!("{} wajib diisi.", place(field)), |choose| format!("{choose}."))
}

/// "Pilih sebab status", where something is chosen.
fn choose(field: Field) -> Option<String> {
    let what = match field {
        Field::Currency => Some("mata wang"),
        Field::RevenueSource => Some("sumber hasil"),
        Field::Rating => Some("penarafan"),
        Field::Stage => Some("peringkat"),
        Field::OpenReason | Field::StatusReason => Some("sebab status"),
        Field::Timeframe => Some("jangka masa pembelian"),
        Field::Process => Some("proses pembelian"),
        Field::LineBilling(_) => Some("kaedah pengebilan"),
        Field::Outcome => Some("keputusan"),
        Field::Fate(_) => Some("keputusan sebut harga ini"),
        Field::EntryClass => Some("jenis kekalahan"),
        Field::Topic
        | Field::Customer
        | Field::Contact
        | Field::EstimatedRevenue
        | Field::EstimatedCloseDate
        | Field::Probability
        | Field::Budget
        | Field::AccountManager
        | Field::ContractingUnit
        | Field::Description
        | Field::CustomerNeed
        | Field::ProposedSolution
        | Field::Lines
        | Field::LineName(_)
        | Field::LineBudget(_)
        | Field::LineAmount(_)
        | Field::QuoteName
        | Field::Total
        | Field::EffectiveFrom
        | Field::EffectiveTo
        | Field::DueBy
        | Field::ActualRevenue
        | Field::CloseDate
        | Field::Competitor
        | Field::RevisitOn
        | Field::Quotes
        | Field::Note
        | Field::EntryName => None,
    }?;
    Some(match spot(field) {
        Spot::Alone => format!("Pilih {what}"),
        Spot::Row(row) => format!("Baris {row}: pilih {what}"),
        Spot::Quote(quote) => format!("{quote}: pilih {what}"),
    })
}

fn text(place: &str, problem: TextProblem, format: &Format) -> String {
    match problem {
        TextProblem::TooLong { length, max } => {
            format!("{place} mempunyai {} aksara; had maksimum ialah {}.", format.count(length), format.count(max))
        }
        TextProblem::Control { character } => {
            format!("{place} mengandungi aksara kawalan U+{:04X}. Buang aksara itu.", u32::from(character))
        }
    }
}

fn money(place: &str, problem: MoneyProblem, currency: Currency) -> String {
    match problem {
        MoneyProblem::NotMoney => format!("{place} mestilah amaun seperti {}.", example_amount(currency)),
        MoneyProblem::Negative => format!("{place} tidak boleh kurang daripada sifar."),
        MoneyProblem::TooPrecise if currency.digits() == 0 => {
            format!("{place} mempunyai tempat perpuluhan; {currency} tiada tempat perpuluhan.")
        }
        MoneyProblem::TooPrecise => {
            format!("{place} mempunyai terlalu banyak tempat perpuluhan; {currency} ada {}.", currency.digits())
        }
        MoneyProblem::TooLarge => format!("{place} tidak boleh melebihi {LARGEST_AMOUNT}."),
    }
}

fn date(place: &str, problem: DateProblem) -> String {
    match problem {
        DateProblem::NotADate => {
            format!("{place} mestilah tarikh seperti 22 Nov 2026, 22/11/2026 atau 2026-11-22.")
        }
        DateProblem::NoSuchDay => {
            format!("{place}: bulan itu tiada hari tersebut. Dengan garis miring, hari ditulis dahulu: 22/11/2026.")
        }
        DateProblem::OutOfRange => format!("{place} mestilah antara tahun 1970 dengan 2199."),
    }
}
