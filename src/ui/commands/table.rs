//! The table: every command with its group, its keys and its icon.

use crate::domain::{Language, Outcome, Theme};
use crate::workspace::View;

/// Something that the user can have done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserCommand {
    /// Closes the opportunity at hand.
    Close(Outcome),
    /// Opens it again.
    Reopen,
    /// Corrects its closing.
    Correct,
    /// Leads to the first field of its form.
    Edit,
    /// Makes another one like it.
    Copy,
    /// Lists every opportunity of its customer.
    OfCustomer,
    /// Moves it into the bin.
    Delete,
    /// Brings it back from there.
    Restore,
    /// Saves the form, or does what the open dialog is for.
    Submit,
    /// Leads to the form of a new opportunity.
    New,
    /// Leads to the search.
    Search,
    /// Takes the newest act back.
    Undo,
    /// Does again what was taken back last.
    Redo,
    /// Shows what this tab did.
    Acts,
    /// Shows a list.
    View(View),
    /// Shows what is open by stage.
    Board,
    /// Shows what cannot be read.
    Attention,
    /// Shows the settings.
    Settings,
    /// Moves to a row of the list.
    Row(Step),
    /// Selects the row at hand, or leaves it out. The list itself hears its key, with Shift too.
    Select,
    /// Selects everything in the list.
    SelectAll,
    /// Leaves everything out.
    ClearSelection,
    /// Closes those that are selected.
    CloseSelected(Outcome),
    /// Changes stage, reason and date of those that are selected.
    EditSelected,
    /// Moves those that are selected into the bin.
    DeleteSelected,
    /// Brings those that are selected back from there.
    RestoreSelected,
    /// Hands out a table of those that are selected.
    ExportSelected,
    /// Makes a backup.
    Backup,
    /// Hands out everything that is stored.
    Download,
    /// Speaks another language.
    Speak(Language),
    /// Shows other colours; none follow the system.
    Paint(Option<Theme>),
    /// Shows the keys.
    Shortcuts,
    /// Shows all commands and every opportunity.
    Palette,
}

/// Where to in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the row that it is called")]
pub enum Step {
    Next,
    Previous,
    First,
    Last,
}

/// What a command is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// The opportunity at hand: that of the page, or of the row or card with the focus.
    Opportunity,
    /// The list on the screen.
    List,
    /// The whole program.
    Program,
}

/// Keys that are pressed together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// A single key, as the browser names what it types, in lower case.
    Key(&'static str),
    /// With Ctrl, or with Cmd.
    Ctrl(&'static str),
    /// With Shift too.
    CtrlShift(&'static str),
}

impl UserCommand {
    /// Every command, in the order in which they are offered.
    pub const ALL: [Self; 49] = [
        Self::Close(Outcome::Won),
        Self::Close(Outcome::Lost),
        Self::Reopen,
        Self::Correct,
        Self::Edit,
        Self::Copy,
        Self::OfCustomer,
        Self::Delete,
        Self::Restore,
        Self::Submit,
        Self::New,
        Self::Search,
        Self::Undo,
        Self::Redo,
        Self::Acts,
        Self::View(View::Open),
        Self::View(View::Overdue),
        Self::View(View::Blocked),
        Self::View(View::Stale),
        Self::View(View::Won),
        Self::View(View::Lost),
        Self::View(View::Revisit),
        Self::View(View::All),
        Self::View(View::Bin),
        Self::Board,
        Self::Attention,
        Self::Settings,
        Self::Row(Step::Next),
        Self::Row(Step::Previous),
        Self::Row(Step::First),
        Self::Row(Step::Last),
        Self::Select,
        Self::SelectAll,
        Self::ClearSelection,
        Self::CloseSelected(Outcome::Won),
        Self::CloseSelected(Outcome::Lost),
        Self::EditSelected,
        Self::DeleteSelected,
        Self::RestoreSelected,
        Self::ExportSelected,
        Self::Backup,
        Self::Download,
        Self::Speak(Language::English),
        Self::Speak(Language::Malay),
        Self::Paint(None),
        Self::Paint(Some(Theme::Light)),
        Self::Paint(Some(Theme::Dark)),
        Self::Shortcuts,
        Self::Palette,
    ];

    /// What it is for.
    pub fn group(self) -> Group {
        match self {
            Self::Close(_)
            | Self::Reopen
            | Self::Correct
            | Self::Edit
            | Self::Copy
            | Self::OfCustomer
            | Self::Delete
            | Self::Restore => Group::Opportunity,
            Self::Row(_)
            | Self::Select
            | Self::SelectAll
            | Self::ClearSelection
            | Self::CloseSelected(_)
            | Self::EditSelected
            | Self::DeleteSelected
            | Self::RestoreSelected
            | Self::ExportSelected => Group::List,
            _ => Group::Program,
        }
    }

    /// The keys that give it.
    pub fn keys(self) -> &'static [Shortcut] {
        use Shortcut::{Ctrl, CtrlShift, Key};
        match self {
            Self::Close(Outcome::Won) => &[Key("w")],
            Self::Close(Outcome::Lost) => &[Key("l")],
            Self::Reopen => &[Key("r")],
            Self::Edit => &[Key("e")],
            Self::Submit => &[Ctrl("s"), Ctrl("enter")],
            Self::New => &[Key("n")],
            Self::Search => &[Key("/")],
            Self::Undo => &[Ctrl("z")],
            Self::Redo => &[CtrlShift("z"), Ctrl("y")],
            Self::Row(Step::Next) => &[Key("j"), Key("arrowdown")],
            Self::Row(Step::Previous) => &[Key("k"), Key("arrowup")],
            Self::Row(Step::First) => &[Key("home")],
            Self::Row(Step::Last) => &[Key("end")],
            Self::Select => &[Key(" ")],
            Self::Shortcuts => &[Key("?")],
            Self::Palette => &[Ctrl("k")],
            _ => &[],
        }
    }

    /// The icon beside its name.
    pub fn icon(self) -> &'static str {
        match self {
            Self::Close(Outcome::Won)
            | Self::CloseSelected(Outcome::Won)
            | Self::View(View::Won)
            | Self::Select
            | Self::SelectAll => "won",
            Self::Close(Outcome::Lost) | Self::CloseSelected(Outcome::Lost) | Self::View(View::Lost) => "lost",
            Self::Reopen | Self::Restore | Self::RestoreSelected | Self::Undo | Self::View(View::Revisit) => "again",
            Self::Redo | Self::Acts => "revised",
            Self::Edit | Self::EditSelected | Self::Correct | Self::View(View::Open) => "open",
            Self::Copy => "copy",
            Self::Delete | Self::DeleteSelected | Self::View(View::Bin) => "bin",
            Self::OfCustomer | Self::View(View::All) => "report",
            Self::New => "plus",
            Self::Search | Self::Palette => "search",
            Self::View(View::Overdue) => "clock",
            Self::View(View::Blocked) => "lock",
            Self::View(View::Stale) => "hold",
            Self::Board => "board",
            Self::Attention => "warn",
            Self::Settings | Self::Speak(_) | Self::Shortcuts => "settings",
            Self::Row(Step::Next | Step::Last) => "down",
            Self::Row(Step::Previous | Step::First) => "up",
            Self::Submit | Self::Backup | Self::Download | Self::ExportSelected => "download",
            Self::Paint(_) => "theme",
            Self::ClearSelection => "cross",
        }
    }
}

impl Shortcut {
    /// What stands on the keys, to be pressed in this order.
    pub fn caps(self, control: &'static str) -> Vec<String> {
        let cap = |key: &str| match key {
            "arrowdown" => "↓".to_owned(),
            "arrowup" => "↑".to_owned(),
            " " => "Space".to_owned(),
            key if key.chars().count() == 1 => key.to_uppercase(),
            key => key.chars().take(1).flat_map(char::to_uppercase).chain(key.chars().skip(1)).collect(),
        };
        match self {
            Self::Key(key) => vec![cap(key)],
            Self::Ctrl(key) => vec![control.to_owned(), cap(key)],
            Self::CtrlShift(key) => vec![control.to_owned(), "Shift".to_owned(), cap(key)],
        }
    }
}
