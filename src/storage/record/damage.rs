//! What can be wrong with a stored value, and where.

use crate::domain::Breach;

/// Why a stored value is no record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// Its key names an opportunity, and no id.
    Key,
    /// It does not look like `<checksum>|<schema>|<revision>|<json>`.
    Envelope,
    /// It is not what was written.
    Checksum,
    /// A later version of the program wrote it.
    NewerSchema {
        /// Its schema.
        schema: u64,
    },
    /// It is no JSON, from this byte of the JSON on.
    Json {
        /// Counted from 0.
        at: usize,
    },
    /// A member is not as it must be.
    Field(FieldDamage),
    /// It was to lie elsewhere, where another tab had left something by then: both versions are there.
    Aside,
    /// It breaks rules that hold for every record.
    Rules(Vec<Breach>),
}

/// A member that is not as it must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldDamage {
    /// The way there, such as `qu[0].st[2][1]`; the names are those of `docs/stored-format.md`.
    pub path: String,
    /// What is wrong there.
    pub flaw: Flaw,
}

/// What is wrong with a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It is not there, and must be.
    Missing,
    /// It is there, and what else is there forbids it.
    Misplaced,
    /// It is nothing that can stand there.
    Invalid,
    /// It is there twice, or is the id of another entry of its list.
    Double,
}

impl Damage {
    /// What the parser found: where it stopped.
    pub(super) fn of(error: &serde_json::Error, json: &str) -> Self {
        let line = json.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
        Self::Json { at: (line + error.column()).min(json.len()) }
    }
}

impl From<FieldDamage> for Damage {
    fn from(field: FieldDamage) -> Self {
        Self::Field(field)
    }
}

impl FieldDamage {
    pub(super) fn new(path: &str, flaw: Flaw) -> Self {
        Self { path: path.to_owned(), flaw }
    }

    /// The same, seen from outside the list entry.
    pub(super) fn within(self, list: &str, entry: usize) -> Self {
        let dot = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        Self { path: format!("{list}[{entry}]{dot}{}", self.path), flaw: self.flaw }
    }
}
