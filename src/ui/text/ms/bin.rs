//! The bin, in Malay.

use super::Malay;
use crate::ui::text::BinWords;

impl BinWords for Malay {
    fn deleted_since(&self, date: &str) -> String {
        format!("Dipadam pada {date}, dan baca sahaja sejak itu.")
    }

    fn deleted_what_now(&self) -> &'static str {
        "Peluang ini tiada dalam mana-mana senarai, carian atau jumlah. Pulihkan untuk mendapatkannya semula seperti \
         sedia ada."
    }

    fn restore(&self) -> &'static str {
        "Pulihkan"
    }

    fn delete_for_good(&self) -> &'static str {
        "Padam secara kekal"
    }

    fn empty_bin_button(&self) -> &'static str {
        "Kosongkan tong kitar semula…"
    }

    fn empty_bin(&self) -> &'static str {
        "Kosongkan tong kitar semula"
    }

    fn empty_bin_what_goes(&self, _count: usize) -> &'static str {
        "Baris, sebut harga, penutupan dan notanya turut dipadam. Buat asal boleh mengembalikannya sehingga halaman ini \
         dimuat semula atau ditutup; selepas itu, tiada cara lagi."
    }

    fn empty_bin_of(&self, count: usize) -> String {
        format!("Padam {count} peluang secara kekal")
    }
}
