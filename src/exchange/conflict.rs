//! A record that is stored and stands in the file too, with another content.

use crate::domain::{Instant, Key, Record};
use crate::storage::Write;

/// Two versions of a record, of which one will hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// Which record.
    pub key: Key,
    /// What is stored.
    pub ours: Version,
    /// What stands in the file.
    pub theirs: Version,
    /// What was chosen for this one; absent where the [`Rule`] holds.
    pub(super) chosen: Option<Side>,
    /// What makes the file's version the stored one.
    pub(super) take: Write,
    /// How many UTF-16 units that adds.
    pub(super) growth: isize,
}

/// One version of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// What it says.
    pub record: Record,
    /// How often it was written, where it was written. Those of two places do not tell which came later.
    pub revision: u64,
}

/// A side of a [`Conflict`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// What is stored.
    Ours,
    /// What stands in the file.
    Theirs,
}

/// What holds for every conflict that nothing else was chosen for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Rule {
    /// What is stored.
    #[default]
    Ours,
    /// What stands in the file.
    Theirs,
    /// What was modified later; what is stored where both say the same time, or none, as lists and preferences do.
    Newer,
}

impl Conflict {
    pub(super) fn side(&self, rule: Rule) -> Side {
        let by_rule = match rule {
            Rule::Theirs => Side::Theirs,
            Rule::Newer if self.theirs.modified_on() > self.ours.modified_on() => Side::Theirs,
            Rule::Ours | Rule::Newer => Side::Ours,
        };
        self.chosen.unwrap_or(by_rule)
    }
}

impl Version {
    /// What an opportunity is about.
    pub fn topic(&self) -> Option<&str> {
        match &self.record {
            Record::Opportunity(opportunity) => Some(opportunity.details.topic.as_str()),
            Record::Lists(_) | Record::Preferences(_) => None,
        }
    }

    /// When an opportunity was changed last.
    pub fn modified_on(&self) -> Option<Instant> {
        match &self.record {
            Record::Opportunity(opportunity) => Some(opportunity.modified_on),
            Record::Lists(_) | Record::Preferences(_) => None,
        }
    }
}
