//! What needs attention, in Malay.

use super::Malay;
use crate::domain::{Breach, Without};
use crate::ui::text::{AttentionWords, Format};

impl AttentionWords for Malay {
    fn breach(&self, breach: &Breach) -> String {
        match breach {
            Breach::OpenQuote(quote) => format!("Peluang ini ditutup, tetapi {quote} masih terbuka."),
            Breach::TwoWon => "Lebih daripada satu sebut harganya menang.".to_owned(),
            Breach::TwoOpenRevisions(number) => format!("{number} mempunyai lebih daripada satu semakan terbuka."),
            Breach::RevisionOrder(number) => format!("Semakan {number} tidak mengikut turutan."),
            Breach::QuoteSteps(quote) => {
                format!("{quote} mempunyai sejarah yang tidak dapat dicapai oleh mana-mana tindakan.")
            }
            Breach::ClosingNumbers => "Penutupannya tidak bernombor 1, 2, 3 dan seterusnya.".to_owned(),
            Breach::Cancellation => {
                "Penutupan terakhirnya dikatakan dibetulkan, tetapi tiada yang membetulkannya.".to_owned()
            }
            Breach::Reason => "Satu penutupan mempunyai sebab status bagi keputusan yang lain.".to_owned(),
            Breach::DoubleId => "Dua baris atau notanya mempunyai nombor yang sama.".to_owned(),
            Breach::AmountTooLarge => "Satu amaun lebih besar daripada yang boleh disimpan.".to_owned(),
            Breach::LineCount => {
                "Barisnya terlalu banyak, atau satu sebut harga tiada baris sedangkan perlu ada.".to_owned()
            }
            Breach::EndBeforeStart(quote) => format!("{quote} tamat sebelum bermula."),
        }
    }

    fn attention_lead(&self) -> &'static str {
        "Nilai tersimpan ini tidak boleh ditunjukkan seperti adanya. Semuanya dibiarkan tanpa disentuh, dan selebihnya \
         berfungsi tanpanya. Putuskan bagi setiap satu apabila anda bersedia."
    }

    fn nothing_needs_attention(&self) -> &'static str {
        "Tiada apa-apa perlu perhatian: semua yang disimpan boleh dibaca."
    }

    fn open_attention(&self) -> &'static str {
        "Lihat apa yang boleh dilakukan"
    }

    fn attention_list(&self) -> &'static str {
        "Nilai yang perlu perhatian"
    }

    fn raw_text_of(&self, key: &str) -> String {
        format!("Teks mentah {key}")
    }

    fn raw_goes_on(&self, characters: usize, format: &Format) -> String {
        format!("{} aksara lagi ada dalam muat turun.", format.count(characters))
    }

    fn raw_is_empty(&self) -> &'static str {
        "Nilai ini kosong."
    }

    fn download(&self) -> &'static str {
        "Muat turun"
    }

    fn try_again(&self) -> &'static str {
        "Cuba lagi"
    }

    fn still_needs_attention(&self) -> &'static str {
        "Dibaca semula: masih perlu perhatian."
    }

    fn open_in_the_form(&self) -> &'static str {
        "Buka dalam borang"
    }

    fn put_back(&self) -> &'static str {
        "Letak semula"
    }

    fn lies_there_instead(&self, key: &str) -> String {
        format!("Yang berada di {key} ialah:")
    }

    fn nothing_lies_there(&self, key: &str) -> String {
        format!("Tiada apa-apa di {key} sekarang.")
    }

    fn remove_for_good(&self) -> &'static str {
        "Buang selama-lamanya"
    }

    fn remove_ask(&self) -> &'static str {
        "Buang…"
    }

    fn download_before_removing(&self) -> &'static str {
        "Nilai ini boleh dibuang selepas anda memuat turunnya."
    }

    fn remove_title(&self) -> &'static str {
        "Buang nilai ini selama-lamanya?"
    }

    fn remove_text(&self) -> &'static str {
        "Tutup tidak dapat mengembalikannya. Fail yang anda muat turun akan menjadi satu-satunya salinan."
    }

    fn was_removed(&self, key: &str) -> String {
        format!("Dibuang: {key}")
    }

    fn was_put_back(&self, key: &str) -> String {
        format!("Diletakkan semula: {key}")
    }

    fn reads_again(&self, key: &str) -> String {
        format!("Boleh dibaca semula: {key}")
    }

    fn mend_title(&self) -> &'static str {
        "Baiki peluang"
    }

    fn mend_lead(&self) -> &'static str {
        "Apa yang disimpan melanggar satu peraturan. Apabila disimpan, versi ini menggantikannya; sehingga itu ia kekal \
         seperti adanya."
    }

    fn left_out(&self, without: &Without) -> Option<String> {
        let mut parts = Vec::new();
        if without.is_reopened {
            parts.push("Peluang ini terbuka semula.".to_owned());
        }
        if !without.quotes.is_empty() {
            let quotes: Vec<String> = without.quotes.iter().map(ToString::to_string).collect();
            parts.push(format!("Ditinggalkan: {}.", quotes.join(", ")));
        }
        if without.closings > 0 {
            parts.push(format!("Ditinggalkan: {} penutupan.", without.closings));
        }
        (!parts.is_empty()).then(|| format!("Supaya sah, versi yang disimpan berbeza. {}", parts.join(" ")))
    }

    fn download_before_mending(&self) -> &'static str {
        "Muat turun dahulu: apa yang ditinggalkan hanya akan ada dalam fail itu."
    }

    fn nothing_to_mend(&self) -> &'static str {
        "Tiada apa-apa untuk dibaiki di situ. Mungkin telah dibaiki atau dibuang dalam tab lain."
    }
}
