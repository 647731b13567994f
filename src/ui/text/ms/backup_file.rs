//! The file that is kept up to date by itself, in Malay.

use super::Malay;
use crate::ui::store::{FileState, FileTrouble};
use crate::ui::text::{BackupFileWords, Format, StorageWords as _};

impl BackupFileWords for Malay {
    fn file_title(&self) -> &'static str {
        "Fail yang sentiasa dikemas kini"
    }

    fn file_hint(&self) -> &'static str {
        "Pilih fail baharu sekali sahaja, sebaiknya dalam folder yang turut disimpan di tempat lain. Fail itu ditulis 30 \
         saat selepas perubahan terakhir dan apabila anda meninggalkan tab ini, dan tidak sekali-kali menggantikan apa yang \
         ditulis oleh program lain. Pilihan fail disimpan dalam pelayar ini, dalam pangkalan data “tutup”; selepas halaman \
         dimuatkan semula, pelayar mungkin bertanya lagi."
    }

    fn file_choose(&self) -> &'static str {
        "Pilih fail…"
    }

    fn file_choose_another(&self) -> &'static str {
        "Pilih fail lain…"
    }

    fn file_go_on(&self) -> &'static str {
        "Teruskan mengemas kini fail"
    }

    fn file_stop(&self) -> &'static str {
        "Berhenti mengemas kini fail"
    }

    fn file_restore(&self) -> &'static str {
        "Pulihkan daripada fail ini…"
    }

    fn file_agree(&self, name: &str) -> String {
        format!("Ya, kandungan {name} sekarang boleh hilang.")
    }

    fn file_overwrite(&self) -> &'static str {
        "Tulis ganti fail ini"
    }

    fn file_state(&self, name: &str, state: &FileState, written: Option<&str>) -> String {
        let state = match state {
            FileState::Current => "mengandungi seluruh buku anda",
            FileState::Waiting => "akan ditulis dalam masa 30 saat",
            FileState::NotAllowed => "tidak ditulis sehingga anda membenarkannya semula",
            FileState::Trouble(_) => "belum dikemas kini",
        };
        let written =
            written.map_or_else(|| "belum pernah ditulis".to_owned(), |at| format!("kali terakhir ditulis pada {at}"));
        format!("{name} {state}; {written}.")
    }

    fn file_not_written(&self) -> &'static str {
        "Fail sandaran anda tidak ditulis. Buku anda selamat dalam pelayar ini; lihat tetapan untuk langkah seterusnya."
    }

    fn file_trouble(&self, trouble: &FileTrouble, format: &Format) -> String {
        match trouble {
            FileTrouble::Foreign { .. } => "Fail sandaran anda tidak ditulis: kandungannya sekarang ditulis oleh program \
             lain. Fail itu dibiarkan, dan buku anda selamat dalam pelayar ini. Lihat apa yang akan dipulihkan daripadanya, \
             pilih fail lain, atau tulis gantinya."
                .to_owned(),
            FileTrouble::Shrinks { held, left, .. } => format!(
                "Fail sandaran anda tidak ditulis: fail itu mengandungi {} peluang, dan buku anda hanya {}. Fail itu \
                 dibiarkan. Pulihkan daripadanya jika ada yang hilang di sini; jika tidak, pilih fail lain, atau tulis \
                 gantinya.",
                format.count(*held),
                format.count(*left)
            ),
            FileTrouble::Gone => "Fail sandaran anda tidak ditulis: fail itu tiada lagi di tempatnya. Buku anda selamat \
             dalam pelayar ini. Pilih fail semula."
                .to_owned(),
            FileTrouble::NotWritten(name) => format!(
                "Fail sandaran anda tidak ditulis ({name}). Kandungannya masih seperti dahulu, dan buku anda selamat dalam \
                 pelayar ini. Selepas perubahan seterusnya, program akan mencuba lagi; jika masih gagal, pilih fail lain."
            ),
            FileTrouble::TooLarge => "Fail sandaran anda tidak ditulis: buku ini lebih besar daripada had sandaran. Buku \
             itu selamat dalam pelayar ini; gunakan Muat turun data saya."
                .to_owned(),
            FileTrouble::Book(error) => self.storage(error),
        }
    }
}
