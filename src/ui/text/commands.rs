//! The commands: what they are called, and the dialogs about them.

use crate::ui::commands::{Group, UserCommand};

/// Words of the commands.
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub trait CommandWords {
    /// What the command is called, on buttons, in menus and in the palette.
    fn command(&self, command: UserCommand) -> &'static str;
    /// "Close as won: ERP rollout".
    fn command_on(&self, command: &str, topic: &str) -> String {
        format!("{command}: {topic}")
    }
    fn command_group(&self, group: Group) -> &'static str;
    /// The palette's field.
    fn find_a_command(&self) -> &'static str;
    fn nothing_fits(&self) -> &'static str;
    /// "3 to choose from".
    fn choices(&self, count: usize) -> String;
    /// Between two ways to press the same.
    fn or(&self) -> &'static str;
    /// The list of acts.
    fn acts_end_with_a_reload(&self) -> &'static str;
    fn nothing_done_yet(&self) -> &'static str;
    /// Beside an act that was taken back.
    fn is_undone(&self) -> &'static str;
    /// The setting.
    fn single_keys(&self) -> &'static str;
    fn single_keys_hint(&self) -> &'static str;
    fn single_keys_are(&self, on: bool) -> &'static str;
    /// On the sheet of the keys.
    fn single_keys_are_off(&self) -> &'static str;
}
