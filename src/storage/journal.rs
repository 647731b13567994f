//! The redo record: what an act over many records is about to write.
//!
//! Writing it is the act's commit point. From then on every reader sees base and journal together ([`Journal::seen`]), and
//! whoever holds the lock carries it out, as often as it takes. Each entry says what it replaces; over anything else it is
//! not written: another tab was there meanwhile, so its version stays and ours is set aside.

use super::record::{Json, checked, is_intact, sum};
use super::{Damage, KeyValue, Shelf, StorageError, Unreadable, shelf};

/// What an act over many records writes, in the order of the names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Journal(Vec<Entry>);

/// What becomes of one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// The key without what all keys of the shelf start with.
    pub(super) name: String,
    /// The value that is replaced; `None` where there is none.
    pub(super) over: Option<Print>,
    /// What takes its place.
    pub(super) new: New,
}

/// The value that an entry puts in place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum New {
    /// None: the key is taken away.
    Removed,
    /// This one.
    Inline(String),
    /// The one that lies at the key's [staging place](Shelf::staged).
    Staged(Print),
}

/// What a stored value is known by, whether it is a record or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Print {
    checksum: u32,
    bytes: usize,
}

/// What lies in the journal's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Pending {
    /// Nothing: no act is unfinished.
    Nothing,
    /// An unfinished act.
    Journal(Journal),
    /// Something that is no journal.
    Damaged(Unreadable),
}

/// What a reader sees in an entry's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// What lies there: the entry is carried out already.
    Base,
    /// What the entry is about to put there.
    New(Option<String>),
    /// What lies there, which the entry does not replace; and beside it what the entry would have put there.
    Both(Option<String>),
}

impl Journal {
    /// Reads what lies in the journal's place.
    pub(super) fn pending(store: &dyn KeyValue, shelf: Shelf) -> Result<Pending, StorageError> {
        let key = shelf.journal_key();
        Ok(match store.get(&key)? {
            None => Pending::Nothing,
            Some(raw) => match Self::parse(&raw) {
                Some(journal) => Pending::Journal(journal),
                None => Pending::Damaged(Unreadable { key, raw, why: Damage::Checksum }),
            },
        })
    }

    /// The keys that it writes, in the order of their names.
    pub(super) fn keys(&self, shelf: Shelf) -> impl Iterator<Item = String> {
        self.0.iter().map(move |entry| shelf.named(&entry.name))
    }

    /// What it writes, in the order of the names.
    pub(super) fn entries(&self) -> &[Entry] {
        &self.0
    }

    /// The entry of this key.
    pub(super) fn entry(&self, shelf: Shelf, key: &str) -> Option<&Entry> {
        let name = key.strip_prefix(shelf.prefix())?;
        let place = self.0.binary_search_by(|entry| entry.name.as_str().cmp(name)).ok()?;
        self.0.get(place)
    }

    /// These entries as text, with its checksum before it.
    pub(super) fn print(entries: &[Entry]) -> Result<String, Damage> {
        let entries = Json::List(entries.iter().map(Entry::write).collect());
        let json = entries.print().map_err(|_| Damage::Json { at: 0 })?;
        Ok(checked(&format!("{VERSION}|{json}")))
    }

    fn parse(raw: &str) -> Option<Self> {
        let (_, content) = raw.split_once('|').filter(|_| is_intact(raw))?;
        let json = content.strip_prefix(VERSION)?.strip_prefix('|')?;
        let Json::List(entries) = Json::parse(json).ok()? else { return None };
        let mut entries = entries.iter().map(Entry::read).collect::<Option<Vec<_>>>()?;
        entries.sort_unstable_by(|one, other| one.name.cmp(&other.name));
        Some(Self(entries))
    }
}

impl Entry {
    /// What a reader sees where this lies.
    pub(super) fn seen(&self, store: &dyn KeyValue, shelf: Shelf, base: Option<&str>) -> Result<Seen, StorageError> {
        let base = base.map(Print::of);
        let target = match &self.new {
            New::Removed => None,
            New::Inline(value) => Some(Print::of(value)),
            New::Staged(print) => Some(*print),
        };
        if base == target {
            return Ok(Seen::Base);
        }
        let new = match &self.new {
            New::Removed => None,
            New::Inline(value) => Some(value.clone()),
            New::Staged(_) => store.get(&shelf.staged(&self.name))?,
        };
        let whole = new.as_deref().map(Print::of) == target;
        Ok(if base == self.over && whole { Seen::New(new) } else { Seen::Both(new) })
    }

    fn write(&self) -> Json {
        let print = |print: Print| Json::Text(print.to_text());
        let over = self.over.map_or(Json::Null, print);
        let mut places = vec![Json::Text(self.name.clone()), over];
        match &self.new {
            New::Removed => {}
            New::Inline(value) => places.push(Json::Text(value.clone())),
            New::Staged(staged) => places.extend([Json::Null, print(*staged)]),
        }
        Json::List(places)
    }

    fn read(json: &Json) -> Option<Self> {
        let Json::List(places) = json else { return None };
        let (name, over, new) = match places.as_slice() {
            [name, over] => (name, over, New::Removed),
            [name, over, Json::Text(value)] => (name, over, New::Inline(value.clone())),
            [name, over, Json::Null, staged] => (name, over, New::Staged(Print::parse(staged.text()?)?)),
            _ => return None,
        };
        let over = match over {
            Json::Null => None,
            over => Some(Print::parse(over.text()?)?),
        };
        Some(Self { name: name.text()?.to_owned(), over, new })
    }
}

impl Print {
    /// The print of this value.
    pub(super) fn of(value: &str) -> Self {
        Self { checksum: sum(value), bytes: value.len() }
    }

    /// The key at which a value is set aside that was to lie under this name.
    pub(super) fn aside(self, shelf: Shelf, name: &str) -> String {
        format!("{}{}{}:{name}", shelf.prefix(), shelf::ASIDE, self.to_text())
    }

    fn to_text(self) -> String {
        format!("{:08x}.{}", self.checksum, self.bytes)
    }

    fn parse(text: &str) -> Option<Self> {
        let (checksum, bytes) = text.split_once('.')?;
        let print = Self { checksum: u32::from_str_radix(checksum, 16).ok()?, bytes: bytes.parse().ok()? };
        (print.to_text() == text).then_some(print)
    }
}

/// The journal's own version.
const VERSION: &str = "1";
