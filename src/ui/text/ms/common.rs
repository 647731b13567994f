//! Words that every screen shares, in Malay.

use super::Malay;
use crate::ui::text::CommonWords;

impl CommonWords for Malay {
    fn skip_to_content(&self) -> &'static str {
        "Langkau ke kandungan"
    }

    fn home(&self) -> &'static str {
        "Tutup, laman utama"
    }

    fn new(&self) -> &'static str {
        "Baharu"
    }

    fn new_opportunity(&self) -> &'static str {
        "Peluang baharu"
    }

    fn other_language(&self) -> &'static str {
        "English"
    }

    fn other_language_short(&self) -> &'static str {
        "EN"
    }

    fn theme_as_system(&self) -> &'static str {
        "Tema: ikut sistem"
    }

    fn theme_light(&self) -> &'static str {
        "Tema: cerah"
    }

    fn theme_dark(&self) -> &'static str {
        "Tema: gelap"
    }

    fn views(&self) -> &'static str {
        "Pandangan"
    }

    fn pipeline(&self) -> &'static str {
        "Saluran"
    }

    fn closed_views(&self) -> &'static str {
        "Ditutup"
    }

    fn overview(&self) -> &'static str {
        "Ikhtisar"
    }

    fn board(&self) -> &'static str {
        "Papan"
    }

    fn commands(&self) -> &'static str {
        "Perintah"
    }

    fn settings(&self) -> &'static str {
        "Tetapan"
    }

    fn needs_attention(&self) -> &'static str {
        "Perlu perhatian"
    }

    fn done_in_this_tab(&self) -> &'static str {
        "Dilakukan dalam tab ini"
    }

    fn kept_in_this_browser(&self) -> &'static str {
        "Disimpan dalam pelayar ini sahaja."
    }

    fn where_you_are(&self) -> &'static str {
        "Lokasi anda"
    }

    fn save(&self) -> &'static str {
        "Simpan"
    }

    fn cancel(&self) -> &'static str {
        "Batal"
    }

    fn close_dialog(&self) -> &'static str {
        "Tutup dialog"
    }

    fn undo(&self) -> &'static str {
        "Buat asal"
    }

    fn redo(&self) -> &'static str {
        "Buat semula"
    }

    fn retry(&self) -> &'static str {
        "Cuba lagi"
    }

    fn dismiss(&self) -> &'static str {
        "Ketepikan"
    }

    fn download_my_data(&self) -> &'static str {
        "Muat turun data saya"
    }

    fn more_actions(&self) -> &'static str {
        "Tindakan lain"
    }

    fn copy(&self) -> &'static str {
        "Salin"
    }

    fn delete(&self) -> &'static str {
        "Padam"
    }

    fn add(&self) -> &'static str {
        "Tambah"
    }

    fn choose(&self) -> &'static str {
        "Pilih…"
    }

    fn optional(&self) -> &'static str {
        "pilihan"
    }

    fn today(&self) -> &'static str {
        "hari ini"
    }

    fn pick_a_date(&self) -> &'static str {
        "Pilih tarikh"
    }

    fn days_from_today(&self, days: i64) -> String {
        match days {
            0 => self.today().to_owned(),
            1.. => format!("dalam {}", self.days(days)),
            ..0 => format!("{} lalu", self.days(days)),
        }
    }

    fn days(&self, days: i64) -> String {
        format!("{} hari", days.unsigned_abs())
    }

    fn not_given(&self) -> &'static str {
        "tidak diberikan"
    }

    fn not_found_title(&self) -> &'static str {
        "Halaman ini tiada"
    }

    fn not_found_text(&self) -> &'static str {
        "Alamat ini mungkin tersilap taip, atau kandungannya berada dalam pelayar lain. Data anda tidak terjejas."
    }

    fn unsaved_changes(&self, count: usize) -> String {
        format!("{count} perubahan belum disimpan")
    }

    fn unsaved_input_restored(&self) -> &'static str {
        "Input anda yang belum disimpan telah dikembalikan. Simpan atau buang input itu."
    }

    fn discard(&self) -> &'static str {
        "Buang"
    }

    fn sample_banner(&self) -> &'static str {
        "Ini data contoh yang disimpan berasingan daripada data anda. Ubahlah apa-apa sahaja."
    }

    fn sample_reset(&self) -> &'static str {
        "Tetapkan semula data contoh"
    }

    fn sample_leave(&self) -> &'static str {
        "Keluar daripada data contoh"
    }

    fn nothing_is_kept(&self) -> &'static str {
        "Pelayar ini tidak membenarkan Tutup menyimpan apa-apa, jadi input anda akan hilang apabila anda meninggalkan \
         halaman ini. Benarkan data laman untuk alamat ini dan muat semula, atau muat turun data anda dahulu."
    }

    fn loading(&self) -> &'static str {
        "Memuatkan…"
    }

    fn screens_are_missing(&self) -> &'static str {
        "Tidak semua bahagian Tutup dapat dimuatkan: senarai berfungsi, peluang dan tetapan tidak dapat dibuka. Data anda \
         selamat. Cuba lagi apabila rangkaian pulih, atau muat semula sekiranya ada Tutup yang lebih baharu."
    }

    fn newer_format(&self) -> &'static str {
        "Data ini ditulis oleh Tutup yang lebih baharu, jadi di sini data ini baca sahaja. Muat semula untuk \
         mendapatkan versi baharu; data anda tidak terjejas."
    }

    fn reload(&self) -> &'static str {
        "Muat semula"
    }
}
