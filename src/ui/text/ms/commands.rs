//! The commands, in Malay.

use super::Malay;
use crate::domain::{Outcome, Theme};
use crate::ui::commands::{Group, Step, UserCommand};
use crate::ui::text::{
    ActWords, BackupWords, BinWords, CommandWords, CommonWords, ListWords, OpportunityWords, SettingsWords,
};

impl CommandWords for Malay {
    fn command(&self, command: UserCommand) -> &'static str {
        match command {
            UserCommand::Close(outcome) => self.offer_close(outcome),
            UserCommand::Reopen => self.reopen(),
            UserCommand::Correct => self.correct_closing(),
            UserCommand::Edit => "Edit",
            UserCommand::Copy => self.copy(),
            UserCommand::OfCustomer => "Semua daripada pelanggan ini",
            UserCommand::Delete => self.delete(),
            UserCommand::Restore => self.restore(),
            UserCommand::Submit => self.save(),
            UserCommand::New => self.new_opportunity(),
            UserCommand::Search => self.search(),
            UserCommand::Undo => self.undo(),
            UserCommand::Redo => self.redo(),
            UserCommand::Acts => self.done_in_this_tab(),
            UserCommand::View(view) => self.view_title(view),
            UserCommand::Board => "Papan",
            UserCommand::Attention => self.needs_attention(),
            UserCommand::Settings => self.settings(),
            UserCommand::Row(Step::Next) => "Baris seterusnya",
            UserCommand::Row(Step::Previous) => "Baris sebelumnya",
            UserCommand::Row(Step::First) => "Baris pertama",
            UserCommand::Row(Step::Last) => "Baris terakhir",
            UserCommand::Select => "Pilih baris",
            UserCommand::SelectAll => "Pilih semua dalam pandangan ini",
            UserCommand::ClearSelection => "Kosongkan pilihan",
            UserCommand::CloseSelected(Outcome::Won) => "Tutup yang dipilih sebagai menang…",
            UserCommand::CloseSelected(Outcome::Lost) => "Tutup yang dipilih sebagai kalah…",
            UserCommand::EditSelected => "Sunting yang dipilih…",
            UserCommand::DeleteSelected => "Padam yang dipilih",
            UserCommand::RestoreSelected => "Pulihkan yang dipilih",
            UserCommand::ExportSelected => "Eksport yang dipilih",
            UserCommand::Backup => self.back_up_now(),
            UserCommand::Download => self.download_my_data(),
            UserCommand::Speak(language) => self.language_name(language),
            UserCommand::Paint(None) => self.theme_as_system(),
            UserCommand::Paint(Some(Theme::Light)) => self.theme_light(),
            UserCommand::Paint(Some(Theme::Dark)) => self.theme_dark(),
            UserCommand::Shortcuts => "Pintasan papan kekunci",
            UserCommand::Palette => self.commands(),
        }
    }

    fn command_group(&self, group: Group) -> &'static str {
        match group {
            Group::Opportunity => "Peluang semasa",
            Group::List => "Dalam senarai",
            Group::Program => "Di mana-mana",
        }
    }

    fn find_a_command(&self) -> &'static str {
        "Perintah atau peluang"
    }

    fn nothing_fits(&self) -> &'static str {
        "Tiada perintah atau peluang yang sepadan."
    }

    fn choices(&self, count: usize) -> String {
        format!("{count} pilihan")
    }

    fn or(&self) -> &'static str {
        "atau"
    }

    fn acts_end_with_a_reload(&self) -> &'static str {
        "Terbaharu dahulu. Senarai ini tamat apabila halaman dimuatkan semula atau tab ditutup; apa yang telah dilakukan kekal."
    }

    fn nothing_done_yet(&self) -> &'static str {
        "Belum ada apa-apa dilakukan dalam tab ini."
    }

    fn is_undone(&self) -> &'static str {
        "dibuat asal"
    }

    fn single_keys(&self) -> &'static str {
        "Pintasan satu kekunci"
    }

    fn single_keys_hint(&self) -> &'static str {
        "W menutup sebagai menang, J pergi ke baris seterusnya, ? menunjukkan semuanya. Matikan jika anda bercakap dengan pelayar atau tertekan kekunci; yang dengan Ctrl kekal."
    }

    fn single_keys_are(&self, on: bool) -> &'static str {
        if on { "Hidup" } else { "Mati" }
    }

    fn single_keys_are_off(&self) -> &'static str {
        "Huruf dan tanda tunggal dimatikan dalam tetapan."
    }
}
