//! The commands, in English.

use super::English;
use crate::domain::{Outcome, Theme};
use crate::ui::commands::{Group, Step, UserCommand};
use crate::ui::text::{
    ActWords, BackupWords, BinWords, CommandWords, CommonWords, ListWords, OpportunityWords, SettingsWords,
};

impl CommandWords for English {
    fn command(&self, command: UserCommand) -> &'static str {
        match command {
            UserCommand::Close(outcome) => self.offer_close(outcome),
            UserCommand::Reopen => self.reopen(),
            UserCommand::Correct => self.correct_closing(),
            UserCommand::Edit => "Edit",
            UserCommand::Copy => self.copy(),
            UserCommand::OfCustomer => "All of this customer",
            UserCommand::Delete => self.delete(),
            UserCommand::Restore => self.restore(),
            UserCommand::Submit => self.save(),
            UserCommand::New => self.new_opportunity(),
            UserCommand::Search => self.search(),
            UserCommand::Undo => self.undo(),
            UserCommand::Redo => self.redo(),
            UserCommand::Acts => self.done_in_this_tab(),
            UserCommand::View(view) => self.view_title(view),
            UserCommand::Board => "Board",
            UserCommand::Attention => self.needs_attention(),
            UserCommand::Settings => self.settings(),
            UserCommand::Row(Step::Next) => "Next row",
            UserCommand::Row(Step::Previous) => "Previous row",
            UserCommand::Row(Step::First) => "First row",
            UserCommand::Row(Step::Last) => "Last row",
            UserCommand::Select => "Select the row",
            UserCommand::SelectAll => "Select all in this view",
            UserCommand::ClearSelection => "Clear the selection",
            UserCommand::CloseSelected(Outcome::Won) => "Close the selected as won…",
            UserCommand::CloseSelected(Outcome::Lost) => "Close the selected as lost…",
            UserCommand::EditSelected => "Edit the selected…",
            UserCommand::DeleteSelected => "Delete the selected",
            UserCommand::RestoreSelected => "Restore the selected",
            UserCommand::ExportSelected => "Export the selected",
            UserCommand::Backup => self.back_up_now(),
            UserCommand::Download => self.download_my_data(),
            UserCommand::Speak(language) => self.language_name(language),
            UserCommand::Paint(None) => self.theme_as_system(),
            UserCommand::Paint(Some(Theme::Light)) => self.theme_light(),
            UserCommand::Paint(Some(Theme::Dark)) => self.theme_dark(),
            UserCommand::Shortcuts => "Keyboard shortcuts",
            UserCommand::Palette => self.commands(),
        }
    }

    fn command_group(&self, group: Group) -> &'static str {
        match group {
            Group::Opportunity => "The opportunity at hand",
            Group::List => "In a list",
            Group::Program => "Anywhere",
        }
    }

    fn find_a_command(&self) -> &'static str {
        "A command or an opportunity"
    }

    fn nothing_fits(&self) -> &'static str {
        "No command and no opportunity fits."
    }

    fn choices(&self, count: usize) -> String {
        format!("{count} to choose from")
    }

    fn or(&self) -> &'static str {
        "or"
    }

    fn acts_end_with_a_reload(&self) -> &'static str {
        "Newest first. The list ends when the page is loaded again or the tab is closed; what was done stays."
    }

    fn nothing_done_yet(&self) -> &'static str {
        "Nothing was done in this tab yet."
    }

    fn is_undone(&self) -> &'static str {
        "undone"
    }

    fn single_keys(&self) -> &'static str {
        "Single-key shortcuts"
    }

    fn single_keys_hint(&self) -> &'static str {
        "W closes as won, J goes to the next row, ? shows them all. Switch them off if you speak to the browser or press keys by chance; those with Ctrl stay."
    }

    fn single_keys_are(&self, on: bool) -> &'static str {
        if on { "On" } else { "Off" }
    }

    fn single_keys_are_off(&self) -> &'static str {
        "Single letters and signs are switched off in the settings."
    }
}
