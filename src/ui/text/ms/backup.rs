//! Backups and the way back from them, in Malay.

use super::Malay;
use crate::exchange::{BackupError, Limit, Preview, Shrink};
use crate::ui::text::{BackupWords, Format};

impl BackupWords for Malay {
    fn backup(&self) -> &'static str {
        "Sandaran"
    }

    fn backup_about(&self) -> &'static str {
        "Seluruh buku dalam satu fail, untuk hari pelayar ini kehilangannya."
    }

    fn back_up_now(&self) -> &'static str {
        "Buat sandaran sekarang"
    }

    fn backup_hint(&self) -> &'static str {
        "Simpan fail itu di tempat lain: pada cakera lain, dalam e-mel anda, dalam pemacu awan."
    }

    fn last_backup(&self, made: &str, changed: usize, format: &Format) -> String {
        let since = match changed {
            0 => "tiada apa-apa diubah sejak itu.".to_owned(),
            _ => format!("{} peluang diubah sejak itu.", format.count(changed)),
        };
        format!("Sandaran terakhir pada {made}; {since}")
    }

    fn no_backup_yet(&self, opportunities: usize, format: &Format) -> String {
        match opportunities {
            0 => "Belum ada sandaran, dan belum ada apa-apa untuk disandarkan.".to_owned(),
            _ => format!("Belum ada sandaran bagi {} peluang.", format.count(opportunities)),
        }
    }

    fn backup_is_due(&self, count: usize, format: &Format) -> String {
        format!("{} peluang tiada dalam sandaran, jadi hanya ada dalam pelayar ini.", format.count(count))
    }

    fn to_the_backup(&self) -> &'static str {
        "Buat sandaran"
    }

    fn restore_from_a_file(&self) -> &'static str {
        "Pulihkan daripada fail…"
    }

    fn restore_hint(&self) -> &'static str {
        "Sandaran, atau fail Muat turun data saya. Apa yang akan berubah ditunjukkan dahulu; tiada apa-apa ditulis sebelum \
         anda bersetuju."
    }

    fn restore_title(&self) -> &'static str {
        "Apa yang akan dilakukan oleh fail ini"
    }

    fn merge(&self) -> &'static str {
        "Gabung: tambah apa yang ada dalam fail, kekalkan semua yang ada di sini"
    }

    fn replace(&self) -> &'static str {
        "Ganti: hanya apa yang ada dalam fail, tiada yang lain"
    }

    fn restore_preview(&self, preview: &Preview, format: &Format) -> Vec<String> {
        let records = |count: usize| format!("{} rekod", format.count(count));
        let mut lines = Vec::new();
        let mut say = |count: usize, text: String| {
            if count > 0 {
                lines.push(text);
            }
        };
        say(preview.added, format!("{} akan ditambah.", records(preview.added)));
        say(preview.replaced, format!("{} akan diganti dengan yang dalam fail.", records(preview.replaced)));
        say(preview.removed, format!("{} akan dibuang: tiada dalam fail.", records(preview.removed)));
        say(preview.theirs, format!("{} berbeza; versi fail diambil.", records(preview.theirs)));
        say(preview.ours, format!("{} berbeza; versi anda dikekalkan.", records(preview.ours)));
        say(preview.same, format!("{} sama di kedua-duanya.", records(preview.same)));
        say(
            preview.added_unreadable + preview.added_later,
            format!(
                "{} tidak dapat dibaca oleh Tutup ini; disimpan seadanya, dan ditunjukkan sebagai perlu perhatian.",
                records(preview.added_unreadable + preview.added_later)
            ),
        );
        say(preview.stays, format!("{} di sini tidak dapat dibaca dan kekal seadanya.", records(preview.stays)));
        say(
            preview.left_out,
            format!("{} dalam fail tidak dapat diambil dan ditinggalkan.", records(preview.left_out)),
        );
        lines.push(format!(
            "Peluang: {} sekarang, {} selepas itu.",
            format.count(preview.now.opportunities),
            format.count(preview.then.opportunities)
        ));
        lines
    }

    fn restore_this(&self, replaces: bool) -> &'static str {
        if replaces { "Ganti buku saya dengan fail ini" } else { "Gabungkan fail ini ke dalam buku saya" }
    }

    fn nothing_to_restore(&self) -> &'static str {
        "Tiada apa-apa untuk diubah: semuanya ada di sini"
    }

    fn shrinks(&self, shrink: &Shrink, format: &Format) -> String {
        format!(
            "Ya, tinggalkan {} daripada {} peluang saya.",
            format.count(shrink.then.opportunities),
            format.count(shrink.now.opportunities)
        )
    }

    fn replace_in_two_steps(&self) -> &'static str {
        "Yang lama dan yang baharu tidak muat bersebelahan. Buat sandaran bagi yang ada di sini, padamkannya, kemudian \
         pulihkan fail itu."
    }

    fn delete_present_book(&self, opportunities: usize) -> String {
        format!("Padam buku sekarang yang mengandungi {opportunities} peluang")
    }

    fn backup_error(&self, error: &BackupError, format: &Format) -> String {
        match error {
            BackupError::TooLarge(Limit::Bytes) => {
                "Fail ini lebih besar daripada mana-mana sandaran Tutup. Pilih fail lain.".to_owned()
            }
            BackupError::TooLarge(Limit::Entries) => {
                "Fail ini mengandungi lebih banyak rekod daripada mana-mana sandaran Tutup. Pilih fail lain.".to_owned()
            }
            BackupError::NotABackup => {
                "Ini bukan sandaran Tutup dan bukan fail Muat turun data saya. Pilih fail lain.".to_owned()
            }
            BackupError::LaterVersion { .. } | BackupError::LaterFormat { .. } => {
                "Tutup yang lebih baharu membuat sandaran ini. Muat semula halaman untuk mendapatkan program baharu, \
                 kemudian cuba lagi."
                    .to_owned()
            }
            BackupError::CutOff { promised: Some(promised), .. } => format!(
                "Hujung fail ini hilang: sepatutnya ada {} rekod. Cari fail yang lengkap dahulu.",
                format.count(*promised)
            ),
            BackupError::CutOff { promised: None, .. } => {
                "Hujung fail ini hilang. Cari fail yang lengkap dahulu.".to_owned()
            }
            BackupError::Damaged { .. } => {
                "Fail ini tidak seperti yang ditulis: hasil tambah semaknya tidak sepadan. Cari salinan lain dahulu."
                    .to_owned()
            }
            BackupError::Line { bad, .. } => {
                format!("Baris {} fail ini bukan baris sandaran. Cari salinan lain dahulu.", bad.line)
            }
        }
    }

    fn file_not_read(&self) -> &'static str {
        "Pelayar tidak dapat membaca fail ini. Adakah ia telah dipindahkan atau tidak boleh dibuka? Pilih semula."
    }

    fn salvage(&self, entries: usize, format: &Format) -> String {
        format!("Ambil {} rekod yang dapat dibaca", format.count(entries))
    }

    fn salvaged_only_merges(&self) -> &'static str {
        "Apa yang diselamatkan daripada fail rosak hanya boleh digabungkan: tiada siapa tahu apa lagi yang ada di dalamnya."
    }

    fn conflicts(&self, count: usize) -> String {
        format!("{count} rekod berbeza")
    }

    fn keep_ours(&self) -> &'static str {
        "Kekalkan yang saya"
    }

    fn take_theirs(&self) -> &'static str {
        "Ambil yang dalam fail"
    }

    fn keep_newer(&self) -> &'static str {
        "Yang diubah kemudian"
    }

    fn choose_one_by_one(&self) -> &'static str {
        "Pilih satu demi satu"
    }
}
