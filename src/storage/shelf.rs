//! Where records lie: which key of the store holds which record of which book.

use crate::domain::{Id, Key};

/// What every key of this program starts with.
pub const PREFIX: &str = "tutup:";

/// What stands at [`Shelf::format_key`] in data that this version writes.
pub const FORMAT: &str = "2";

/// Whether this version may write where that stands: it is [`FORMAT`] or an earlier one.
pub fn is_known_format(found: &str) -> bool {
    matches!(found, "1" | FORMAT)
}

/// One of the books that share a store. Their keys are different, so nothing done in one reaches the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shelf {
    /// The user's own book.
    Main,
    /// The demonstration.
    Demo,
}

/// What a key of a shelf stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The number of the format.
    Format,
    /// A record.
    Record(Key),
    /// An opportunity whose id is none.
    NoId,
    /// The redo record of an act over many records.
    Journal,
    /// A new value, staged until the redo record that names it is carried out.
    Staged,
    /// A value set aside, because something else lies where it was to lie.
    Aside,
    /// Filling that is given up when the store is full.
    Reserve,
}

impl Shelf {
    /// The key that holds this record.
    pub fn key(self, record: Key) -> String {
        self.named(&Self::name_of(record))
    }

    /// The key of this name.
    pub(super) fn named(self, name: &str) -> String {
        format!("{}{name}", self.prefix())
    }

    /// The key that holds this record, without what all keys of the shelf start with.
    pub(super) fn name_of(record: Key) -> String {
        match record {
            Key::Opportunity(id) => format!("{OPPORTUNITY}{id}"),
            Key::Lists => LISTS.to_owned(),
            Key::Preferences => PREFERENCES.to_owned(),
        }
    }

    /// The key that holds the redo record.
    pub(super) fn journal_key(self) -> String {
        self.named(JOURNAL)
    }

    /// The key that holds the reserve.
    pub(super) fn reserve_key(self) -> String {
        self.named(RESERVE)
    }

    /// The key that holds the new value of this name until the redo record is carried out.
    pub(super) fn staged(self, name: &str) -> String {
        format!("{}{STAGED}{name}", self.prefix())
    }

    /// The name whose new value is staged at this key.
    pub(super) fn staged_name(self, key: &str) -> Option<&str> {
        key.strip_prefix(self.prefix())?.strip_prefix(STAGED)
    }

    /// The key at which the value was to lie that is set aside at this one.
    ///
    /// ```
    /// use tutup::storage::Shelf;
    /// assert_eq!(Shelf::Main.target("tutup:x:00c0ffee.7:lists"), Some("tutup:lists".to_owned()));
    /// assert_eq!(Shelf::Main.target("tutup:lists"), None);
    /// ```
    pub fn target(self, aside: &str) -> Option<String> {
        let name = aside.strip_prefix(self.prefix())?.strip_prefix(ASIDE)?;
        let (_print, name) = name.split_once(':')?;
        Some(self.named(name))
    }

    /// The key that holds the number of the format.
    pub fn format_key(self) -> String {
        format!("{}{FORMAT_NAME}", self.prefix())
    }

    /// What this key holds on this shelf; `None` when it is none of its keys, or one of a later version.
    ///
    /// ```
    /// use tutup::{domain::Key, storage::{Place, Shelf}};
    /// assert_eq!(Shelf::Main.place("tutup:lists"), Some(Place::Record(Key::Lists)));
    /// assert_eq!(Shelf::Main.place("tutup:demo:lists"), None);
    /// assert_eq!(Shelf::Main.place("tutup:o:?"), Some(Place::NoId));
    /// ```
    pub fn place(self, key: &str) -> Option<Place> {
        let name = key.strip_prefix(self.prefix())?;
        match name {
            FORMAT_NAME => Some(Place::Format),
            LISTS => Some(Place::Record(Key::Lists)),
            PREFERENCES => Some(Place::Record(Key::Preferences)),
            JOURNAL => Some(Place::Journal),
            RESERVE => Some(Place::Reserve),
            _ if name.starts_with(STAGED) => Some(Place::Staged),
            _ if name.starts_with(ASIDE) => Some(Place::Aside),
            _ => {
                let id = name.strip_prefix(OPPORTUNITY)?;
                Some(Id::parse(id).map_or(Place::NoId, |id| Place::Record(Key::Opportunity(id))))
            }
        }
    }

    /// What all its keys start with.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Main => PREFIX,
            Self::Demo => "tutup:demo:",
        }
    }
}

const FORMAT_NAME: &str = "format";
const LISTS: &str = "lists";
const PREFERENCES: &str = "prefs";
const OPPORTUNITY: &str = "o:";
/// The name of the redo record, also where one that cannot be read is set aside.
pub(super) const JOURNAL: &str = "tx";
const RESERVE: &str = "reserve";
const STAGED: &str = "s:";
pub(super) const ASIDE: &str = "x:";
