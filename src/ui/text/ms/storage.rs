//! What storage could not do, what is safe and what to do, in Malay.

use super::Malay;
use crate::domain::Key;
use crate::storage::{StorageError, Theirs};
use crate::ui::text::{Refused, StorageWords};

impl StorageWords for Malay {
    fn storage(&self, error: &StorageError) -> String {
        storage(error)
    }
}

fn storage(error: &StorageError) -> String {
    match error {
        StorageError::Unavailable => "Storan pelayar tidak memberikan respons, jadi tiada apa-apa disimpan. Apa-apa \
         yang anda taip masih ada di sini: muat turun data anda, kemudian benarkan data laman untuk alamat ini dan \
         muat semula."
            .to_owned(),
        StorageError::NotSaved { name } => {
            let (why, remedy) = match Refused::of(name) {
                Refused::Full => ("storannya penuh", "kosongkan ruang"),
                Refused::Blocked => ("storannya disekat", "benarkan data laman untuk alamat ini"),
                Refused::Unknown => {
                    ("storannya mungkin penuh atau disekat", "kosongkan ruang atau benarkan data laman")
                }
            };
            format!(
                "Tidak disimpan: pelayar enggan menyimpannya ({name}); {why}. Data yang tersimpan tidak terjejas dan \
                 apa-apa yang anda taip masih ada di sini. Muat turun data anda, {remedy}, kemudian cuba lagi."
            )
        }
        StorageError::ChangedElsewhere(conflict) => {
            let what = record(conflict.key);
            match &conflict.theirs {
                Theirs::Gone => format!(
                    "Tidak disimpan: {what} telah dibuang dalam tab lain. Apa-apa yang anda taip masih ada di sini; \
                     salin yang perlu, kemudian muat semula."
                ),
                Theirs::Record(_) => format!(
                    "Tidak disimpan: {what} telah diubah dalam tab lain, dan perubahan itu dikekalkan. Apa-apa yang \
                     anda taip masih ada di sini; lihat perubahan itu, kemudian simpan sekali lagi."
                ),
                Theirs::Unreadable(_) => format!(
                    "Tidak disimpan: {what} telah diganti dengan sesuatu yang tidak dapat dibaca, dan dibiarkan \
                     begitu. Apa-apa yang anda taip masih ada di sini; muat turun data anda sebelum meneruskan."
                ),
            }
        }
        StorageError::Unfinished => "Tidak disimpan: satu tindakan ke atas banyak rekod sedang diselesaikan. Apa yang \
         anda taip masih di sini; cuba lagi sebentar."
            .to_owned(),
        StorageError::NoRoom { needed, free } => format!(
            "Tidak disimpan: tindakan ini memerlukan {needed} aksara storan semasa dijalankan, dan {free} masih ada. \
             Tiada apa-apa diubah. Pilih rekod yang lebih sedikit, atau kosongkan ruang dahulu: muat turun data anda \
             dan kosongkan tong."
        ),
        StorageError::Moved { key } => format!(
            "Tidak disimpan: apa yang tersimpan di {key} telah diubah dalam tab lain. Tiada apa-apa diubah; lihat \
             perubahan itu dan cuba lagi."
        ),
        StorageError::Unreadable(unreadable) => format!(
            "Tidak disimpan: data yang tersimpan di bawah {} tidak dapat dibaca, jadi data itu dibiarkan begitu. \
             Apa-apa yang anda taip masih ada di sini; muat turun data anda sebelum meneruskan.",
            unreadable.key
        ),
        StorageError::WouldNotReadBack(key) => format!(
            "Tidak disimpan: {} tidak dapat ditulis supaya boleh dibaca semula. Ini ralat Tutup. Data yang tersimpan \
             tidak terjejas dan apa-apa yang anda taip masih ada di sini; muat turun data anda dan laporkan ralat \
             ini.",
            record(*key)
        ),
        StorageError::NewerFormat { .. } => "Tidak disimpan: data ini ditulis oleh Tutup yang lebih baharu, jadi di \
         sini data ini baca sahaja. Apa-apa yang anda taip masih ada di sini; salin yang perlu, kemudian muat semula \
         untuk mendapatkan versi baharu."
            .to_owned(),
    }
}

fn record(key: Key) -> &'static str {
    match key {
        Key::Opportunity(_) => "peluang ini",
        Key::Lists => "senarai sebab dan pesaing",
        Key::Preferences => "rekod keutamaan anda",
    }
}
