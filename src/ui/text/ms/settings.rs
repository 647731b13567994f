//! The settings, in Malay.

use super::Malay;
use crate::domain::{DraftRule, Outcome, Theme};
use crate::storage::{Damage, Flaw};
use crate::ui::browser::{ROOM, Units};
use crate::ui::text::{Format, SettingsWords};

impl SettingsWords for Malay {
    fn general(&self) -> &'static str {
        "Umum"
    }

    fn general_about(&self) -> &'static str {
        "Berkuat kuasa serta-merta; tiada apa-apa perlu disimpan."
    }

    fn language_label(&self) -> &'static str {
        "Bahasa"
    }

    fn theme_label(&self) -> &'static str {
        "Tema"
    }

    fn theme_name(&self, theme: Option<Theme>) -> &'static str {
        match theme {
            None => "Sistem",
            Some(Theme::Light) => "Cerah",
            Some(Theme::Dark) => "Gelap",
        }
    }

    fn currency_hint(&self) -> &'static str {
        "Mata wang permulaan bagi peluang baharu; peluang lain mengekalkan mata wangnya."
    }

    fn draft_quotes_label(&self) -> &'static str {
        "Sebut harga draf"
    }

    fn draft_rule(&self, rule: DraftRule) -> &'static str {
        match rule {
            DraftRule::CloseAlong => "Tutup bersama",
            DraftRule::Block => "Halang penutupan",
        }
    }

    fn draft_rule_hint(&self) -> &'static str {
        "Tutup bersama ialah cara Project Operations. Halang penutupan ialah cara Sales: mod ketat."
    }

    fn where_is_my_data(&self) -> &'static str {
        "Di manakah data saya?"
    }

    fn where_about(&self) -> &'static str {
        "Di sini, dan tiada di tempat lain."
    }

    fn where_it_lies(&self) -> &'static str {
        "Di mana"
    }

    fn where_it_lies_text(&self) -> &'static str {
        "Dalam pelayar ini, dalam profil ini, pada peranti ini, pada alamat ini. Pelayar, profil, peranti atau alamat \
         lain bermula kosong."
    }

    fn who_reads_it(&self) -> &'static str {
        "Siapa boleh membacanya"
    }

    fn who_reads_it_text(&self) -> &'static str {
        "Tiada orang lain: data tidak dihantar ke mana-mana dan tiada salinan lain. Hanya orang yang menggunakan profil \
         pelayar ini, dan halaman pada alamat yang sama, boleh membacanya."
    }

    fn what_deletes_it(&self) -> &'static str {
        "Apa yang memadamkannya"
    }

    fn what_deletes_it_text(&self) -> &'static str {
        "Mengosongkan data laman dalam pelayar, membuang profil dan menutup tetingkap peribadi. Safari mungkin \
         memadamkannya selepas tujuh hari penggunaan tanpa lawatan ke sini."
    }

    fn short_of_space(&self) -> &'static str {
        "Kekurangan ruang"
    }

    fn short_of_space_text(&self, is_lasting: Option<bool>) -> &'static str {
        match is_lasting {
            Some(true) => "Pelayar telah berjanji untuk tidak memadamkannya dengan sendiri.",
            Some(false) => {
                "Pelayar tidak berjanji apa-apa: pelayar mungkin memadamkannya dengan sendiri apabila peranti penuh."
            }
            None => "Pelayar tidak menyatakan sama ada data akan dipadamkan dengan sendiri apabila peranti penuh.",
        }
    }

    fn what_to_do(&self) -> &'static str {
        "Apa yang perlu dilakukan"
    }

    fn what_to_do_text(&self) -> &'static str {
        "Buat sandaran dari semasa ke semasa, dan sentiasa sebelum anda mengemaskan pelayar atau menukar peranti."
    }

    fn nowhere_about(&self) -> &'static str {
        "Dalam tab ini, dan tiada di tempat lain."
    }

    fn nowhere_text(&self) -> &'static str {
        "Pelayar ini tidak membenarkan Tutup menyimpan apa-apa, jadi tiada apa-apa dikekalkan: input anda hilang \
         apabila anda menutup atau memuat semula tab ini. Muat turun data anda dahulu, atau benarkan data laman untuk \
         alamat ini dan muat semula."
    }

    fn opportunities(&self, count: usize, format: &Format) -> String {
        format!("{} peluang", format.count(count))
    }

    fn room_taken(&self, units: Units, format: &Format) -> String {
        let [all, ours, free] = [ROOM, units.ours, units.free()].map(|units| format.count(units));
        let others = match units.others {
            0 => String::new(),
            others => format!("program lain pada alamat ini menggunakan {}, ", format.count(others)),
        };
        format!(
            "dalam buku ini. Daripada {all} aksara yang disimpan pelayar bagi satu alamat, Tutup menggunakan {ours}, \
             {others}dan {free} masih kosong."
        )
    }

    fn units_of_sample(&self, units: usize, format: &Format) -> String {
        format!("{} daripada aksara Tutup ialah data contoh.", format.count(units))
    }

    fn storage_used(&self) -> &'static str {
        "Storan digunakan"
    }

    fn nearly_full(&self) -> &'static str {
        "Lebih daripada 80 % telah digunakan. Muat turun salinan data anda."
    }

    fn almost_full(&self) -> &'static str {
        "Lebih daripada 95 % telah digunakan, dan tidak lama lagi tiada apa-apa yang baharu dapat disimpan. Muat turun \
         salinan sekarang, kemudian kosongkan tong kitar semula."
    }

    fn what_is_downloaded(&self) -> &'static str {
        "Satu fail JSON dengan semua yang dipegang oleh Tutup di sini, setiap nilai tepat seperti adanya."
    }

    fn when_it_does_not_start(&self) -> &'static str {
        "Sekiranya Tutup tidak dapat dimulakan, halaman ini menyerahkan fail yang sama:"
    }

    fn rescue_page(&self) -> &'static str {
        "Halaman penyelamat"
    }

    fn not_all_read(&self) -> &'static str {
        "Storan pelayar tidak menjawab, jadi sebahagian data anda mungkin tiada pada skrin. Muat semula untuk \
         membacanya sekali lagi."
    }

    fn need_attention(&self, count: usize, format: &Format) -> String {
        format!("{} rekod perlu perhatian.", format.count(count))
    }

    fn left_as_they_are(&self) -> &'static str {
        "Apa-apa yang tidak boleh dibaca dibiarkan seperti adanya, dan disertakan dalam muat turun."
    }

    fn damage(&self, damage: &Damage) -> String {
        match damage {
            Damage::Key => "Kunci ini sepatutnya berakhir dengan ID peluang, tetapi tidak.".to_owned(),
            Damage::Envelope => "Nilai ini tidak kelihatan seperti rekod yang disimpan.".to_owned(),
            Damage::Checksum => "Hasil tambah semaknya tidak sepadan, jadi nilai ini terpotong atau diubah.".to_owned(),
            Damage::NewerSchema { .. } => "Tutup yang lebih baharu telah menulisnya.".to_owned(),
            Damage::Json { at } => format!("Kandungannya rosak mulai bait {}.", at.saturating_add(1)),
            Damage::Field(field) => {
                let flaw = match field.flaw {
                    Flaw::Missing => "tiada",
                    Flaw::Misplaced => "tidak sepatutnya berada di situ",
                    Flaw::Invalid => "mengandungi nilai yang tidak sah",
                    Flaw::Double => "ada dua kali",
                };
                format!("Kandungannya tidak seperti sepatutnya: {} {flaw}.", field.path)
            }
            Damage::Aside => {
                "Nilai ini sepatutnya disimpan di tempat yang sudah diisi oleh tab lain; kedua-duanya dikekalkan."
                    .to_owned()
            }
            Damage::Rules(_) => "Kandungannya melanggar peraturan yang terpakai bagi setiap rekod.".to_owned(),
        }
    }

    fn sample_data(&self) -> &'static str {
        "Data contoh"
    }

    fn sample_about(&self) -> &'static str {
        "Buku untuk mencuba, disimpan berasingan daripada buku anda."
    }

    fn open_sample(&self) -> &'static str {
        "Buka data contoh"
    }

    fn status_reasons(&self) -> &'static str {
        "Sebab status"
    }

    fn status_reasons_about(&self) -> &'static str {
        "Sebab sesuatu peluang ditutup. Sebab yang dinyahaktifkan tidak lagi ditawarkan; rekod yang menggunakannya \
         tidak berubah."
    }

    fn reasons_when(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Won => "Apabila menang",
            Outcome::Lost => "Apabila kalah",
        }
    }

    fn competitors(&self) -> &'static str {
        "Pesaing"
    }

    fn competitors_about(&self) -> &'static str {
        "Ditawarkan apabila anda menutup sebagai kalah."
    }

    fn no_competitors(&self) -> &'static str {
        "Tiada sesiapa dalam senarai ini. Pesaing yang anda namakan semasa penutupan disimpan bersamanya, dan \
         ditawarkan daripada situ."
    }

    fn column_used(&self) -> &'static str {
        "Digunakan"
    }

    fn column_actions(&self) -> &'static str {
        "Tindakan"
    }

    fn needs_description(&self) -> &'static str {
        "perlu penerangan"
    }

    fn retired(&self) -> &'static str {
        "dinyahaktifkan"
    }

    fn rename(&self) -> &'static str {
        "Ubah nama"
    }

    fn retire(&self) -> &'static str {
        "Nyahaktifkan"
    }

    fn offer_again(&self) -> &'static str {
        "Aktifkan semula"
    }

    fn move_up(&self) -> &'static str {
        "Alih ke atas"
    }

    fn move_down(&self) -> &'static str {
        "Alih ke bawah"
    }

    fn new_reason(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Won => "Sebab baharu apabila menang",
            Outcome::Lost => "Sebab baharu apabila kalah",
        }
    }

    fn new_competitor(&self) -> &'static str {
        "Pesaing baharu"
    }

    fn about(&self) -> &'static str {
        "Perihal"
    }

    fn about_text(&self) -> &'static str {
        "Menjejaki peluang jualan dalam satu tab pelayar, dibina khusus untuk penutupannya."
    }

    fn version(&self) -> &'static str {
        "Versi"
    }

    fn licence(&self) -> &'static str {
        "Lesen"
    }

    fn requests(&self) -> &'static str {
        "Permintaan"
    }

    fn no_requests(&self) -> &'static str {
        "Tiada selepas dimuatkan: tiada pelayan, tiada akaun, tiada statistik."
    }

    fn notices(&self) -> &'static str {
        "Notis"
    }

    fn open_notices(&self) -> &'static str {
        "Lesen crate dalam program ini"
    }

    fn in_a_new_tab(&self) -> &'static str {
        "dibuka dalam tab baharu"
    }
}
