//! Two versions of one record, in Malay.

use super::Malay;
use crate::domain::forms::ChangedBy;
use crate::ui::text::ConflictWords;

impl ConflictWords for Malay {
    fn conflict_title(&self) -> &'static str {
        "Diubah di dua tempat"
    }

    fn conflict_lead(&self) -> &'static str {
        "Tidak disimpan: rekod ini telah diubah di tempat lain sejak anda mula, dalam tab lain atau melalui buat asal. \
         Perubahan itu dikekalkan, begitu juga apa yang anda taip. Pilih yang betul, kemudian simpan."
    }

    fn compare_lead(&self) -> &'static str {
        "Dua tab menyimpan rekod ini pada saat yang sama, dan hanya satu versi dapat kekal. Pilih yang betul, kemudian \
         simpan."
    }

    fn changed_beneath(&self) -> &'static str {
        "Tiada apa-apa dilakukan: peluang ini telah diubah di tempat lain sejak anda melihatnya. Apa yang anda masukkan di \
         sini dikekalkan. Lihat apa yang berubah, kemudian tekan butang sekali lagi."
    }

    fn version_yours(&self) -> &'static str {
        "Versi anda"
    }

    fn version_stored(&self) -> &'static str {
        "Disimpan kini"
    }

    fn version_before(&self) -> &'static str {
        "Sebelum ini"
    }

    fn version_of_this_tab(&self) -> &'static str {
        "Tab ini"
    }

    fn version_of_other_tab(&self) -> &'static str {
        "Tab lain"
    }

    fn choose_for_all(&self) -> &'static str {
        "Untuk semua medan"
    }

    fn keep_all_of_mine(&self) -> &'static str {
        "Kekalkan versi saya"
    }

    fn take_all_of_theirs(&self) -> &'static str {
        "Guna versi lain"
    }

    fn choose_first(&self, count: usize) -> String {
        format!("Pilih satu versi dahulu, dalam {count} medan.")
    }

    fn changed_by(&self, by: ChangedBy) -> &'static str {
        match by {
            ChangedBy::Ours => "diubah di sini",
            ChangedBy::Theirs => "diubah di tempat lain",
            ChangedBy::Both => "diubah di kedua-dua tempat",
        }
    }

    fn also_differs(&self) -> &'static str {
        "Juga berbeza"
    }

    fn what_changed(&self) -> &'static str {
        "Apa yang berubah"
    }

    fn what_differs(&self) -> &'static str {
        "Perkara"
    }

    fn versions_are_the_same(&self) -> &'static str {
        "Kedua-dua versi sudah sama. Tiada apa-apa untuk dipilih."
    }

    fn not_there(&self) -> &'static str {
        "Tiada"
    }

    fn in_the_bin(&self) -> &'static str {
        "dalam tong kitar semula"
    }

    fn compare(&self) -> &'static str {
        "Bandingkan…"
    }

    fn changed_under_input(&self, count: usize) -> String {
        format!("Semasa anda menaip, rekod ini telah diubah di tempat lain dalam {count} medan yang anda ubah juga.")
    }

    fn overwritten(&self, name: &str) -> String {
        format!(
            "“{name}” disimpan di sini dan dalam tab lain pada saat yang sama. Yang ditunjukkan ialah versi tab lain."
        )
    }

    fn overwrote(&self, name: &str) -> String {
        format!(
            "“{name}” disimpan di sini dan dalam tab lain pada saat yang sama. Yang ditunjukkan ialah versi tab ini."
        )
    }
}
