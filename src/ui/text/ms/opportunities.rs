//! The words of the lists, in Malay.

use super::Malay;
use crate::ui::text::ListWords;
use crate::workspace::View;

impl ListWords for Malay {
    fn view(&self, view: View) -> &'static str {
        match view {
            View::Open => "Terbuka",
            View::Overdue => "Lewat",
            View::Blocked => "Terhalang",
            View::Stale => "Lapuk",
            View::Won => "Menang",
            View::Lost => "Kalah",
            View::Revisit => "Hubungi semula",
            View::All => "Semua",
            View::Bin => "Tong kitar semula",
        }
    }

    fn view_title(&self, view: View) -> &'static str {
        match view {
            View::Open => "Peluang terbuka",
            View::Overdue => "Peluang yang lewat",
            View::Blocked => "Peluang yang terhalang oleh sebut harga",
            View::Stale => "Peluang yang lapuk",
            View::Won => "Peluang menang",
            View::Lost => "Peluang kalah",
            View::Revisit => "Peluang kalah untuk dihubungi semula",
            View::All => "Semua peluang",
            View::Bin => "Tong kitar semula",
        }
    }

    fn in_currency(&self, head: &str, symbol: &str) -> String {
        format!("{head}, {symbol}")
    }

    fn column_estimate(&self) -> &'static str {
        "Angg. hasil"
    }

    fn column_revenue(&self) -> &'static str {
        "Hasil sebenar"
    }

    fn column_probability(&self) -> &'static str {
        "Kebar."
    }

    fn column_closes(&self) -> &'static str {
        "Tarikh tutup"
    }

    fn column_closed(&self) -> &'static str {
        "Ditutup pada"
    }

    fn column_deleted(&self) -> &'static str {
        "Dipadam"
    }

    fn column_quotes(&self) -> &'static str {
        "Sebut harga"
    }

    fn column_status(&self) -> &'static str {
        "Status"
    }

    fn days_late(&self, days: i64) -> String {
        format!("lewat {days} hari")
    }

    fn active_quotes(&self, count: usize) -> String {
        format!("{count} aktif")
    }

    fn draft_quotes(&self, count: usize) -> String {
        format!("{count} draf")
    }

    fn total_of(&self, count: &str) -> String {
        format!("Jumlah {count}")
    }

    fn column_days_open(&self) -> &'static str {
        "Hari terbuka"
    }

    fn search(&self) -> &'static str {
        "Cari peluang"
    }

    fn nothing_found(&self) -> &'static str {
        "Tiada yang sepadan."
    }

    fn found(&self, count: usize) -> String {
        format!("{count} peluang ditemui")
    }

    fn show_all(&self) -> &'static str {
        "Tunjukkan semua"
    }

    fn other_currency(&self) -> &'static str {
        "Mata wang lain"
    }

    fn without_unreadable(&self, count: usize) -> String {
        format!("tanpa {count} yang tidak dapat dibaca")
    }

    fn empty_title(&self) -> &'static str {
        "Buku ini kosong"
    }

    fn empty_text(&self) -> &'static str {
        "Catat satu jualan yang mungkin: topik, pelanggan, amaun, tarikh. Apabila ada keputusan, tutup sebagai menang atau \
         kalah, dan sebabnya disimpan."
    }

    fn empty_sample(&self) -> &'static str {
        "Data contoh ialah buku tersendiri: ia diasingkan daripada buku anda, dan boleh ditinggalkan atau ditetapkan semula \
         dengan satu klik."
    }

    fn empty_stays_here(&self) -> &'static str {
        "Apa yang anda masukkan kekal dalam pelayar ini: tiada akaun, tiada pelayan. Orang lain tidak dapat membacanya, \
         dan pelayar, profil, peranti atau alamat lain tidak memaparkannya. Mengosongkan data laman dalam pelayar akan \
         memadamkannya, tetingkap peribadi melupakannya, dan Safari mungkin memadamkannya selepas tujuh hari penggunaan \
         tanpa lawatan. Jadi muat turun salinan dari semasa ke semasa, dalam tetapan di bawah “Di manakah data saya?”."
    }

    fn load_sample(&self) -> &'static str {
        "Muatkan data contoh"
    }

    fn bin_about(&self) -> &'static str {
        "Apa yang anda padam kekal di sini sehingga anda memulihkannya atau memadamkannya secara kekal."
    }

    fn nothing_in_view(&self, view: View) -> &'static str {
        match view {
            View::Open => "Tiada peluang yang terbuka.",
            View::Overdue => "Tiada peluang terbuka yang melepasi anggaran tarikh tutup.",
            View::Blocked => "Tiada sebut harga yang menghalang peluang terbuka daripada ditutup.",
            View::Stale => "Setiap peluang terbuka telah diubah baru-baru ini.",
            View::Won => "Belum ada peluang yang menang.",
            View::Lost => "Tiada peluang yang kalah.",
            View::Revisit => "Tiada peluang kalah yang perlu dihubungi semula.",
            View::All => "Tiada peluang.",
            View::Bin => "Tong kitar semula kosong.",
        }
    }
}
