//! The words of the panels above a list, in Malay.

use super::Malay;
use crate::ui::text::FilterWords;
use crate::workspace::View;

impl FilterWords for Malay {
    fn filter(&self) -> &'static str {
        "Tapis"
    }
    fn columns(&self) -> &'static str {
        "Lajur"
    }
    fn columns_of(&self, list: &str) -> String {
        format!("Lajur senarai: {list}")
    }
    fn usual_columns(&self) -> &'static str {
        "Lajur biasa"
    }
    fn any(&self) -> &'static str {
        "Mana-mana"
    }
    fn text_filter(&self) -> &'static str {
        "Perkataan di mana-mana"
    }
    fn amount_of(&self, view: View) -> &'static str {
        match view {
            View::Won => "Hasil sebenar",
            View::Open
            | View::Overdue
            | View::Blocked
            | View::Stale
            | View::Lost
            | View::Revisit
            | View::All
            | View::Bin => "Hasil anggaran",
        }
    }
    fn date_of(&self, view: View) -> &'static str {
        if view.is_of_open() { "Tarikh tutup anggaran" } else { "Tarikh tutup sebenar" }
    }
    fn empty(&self) -> &'static str {
        "Kosong"
    }
    fn is_empty(&self, field: &str) -> String {
        format!("{field}: kosong")
    }
    fn from(&self) -> &'static str {
        "Dari"
    }
    fn until(&self) -> &'static str {
        "Hingga"
    }
    fn amount_filter_is_wrong(&self) -> &'static str {
        "Masukkan amaun bulat tanpa perpuluhan, seperti 12,000."
    }
    fn date_filter_is_wrong(&self) -> &'static str {
        "Masukkan tarikh seperti 2026-11-30, 30/11/2026 atau 30 Nov 2026."
    }
    fn stale_after(&self) -> &'static str {
        "Lapuk selepas (hari)"
    }
    fn stale_after_hint(&self) -> &'static str {
        "Peluang terbuka yang tidak berubah lebih daripada bilangan hari ini berada dalam paparan Lapuk."
    }
    fn stale_after_is_wrong(&self) -> &'static str {
        "Masukkan bilangan hari yang bulat dari 1 hingga 999."
    }

    fn weighted_sum(&self, sum: &str) -> String {
        format!("Berwajaran {sum}.")
    }

    fn not_weighted(&self, count: &str) -> String {
        format!("{count} tanpa amaun atau kebarangkalian tidak dikira.")
    }

    fn won_and_lost(&self, won: &str, lost: &str) -> String {
        format!("{won} menang, {lost} kalah.")
    }

    fn win_rate(&self, percent: &str, of: &str) -> String {
        format!("Kadar kemenangan {percent} daripada {of} yang ditutup.")
    }

    fn win_rate_by_value(&self, percent: &str, won: &str, of: &str) -> String {
        format!("Mengikut nilai {percent}: {won} daripada {of}.")
    }
}
