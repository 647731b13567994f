//! What restoring a backup would write, before anything is written.
//!
//! The stored book and the file are compared value by value:
//!
//! | stored | in the file | merge | replace |
//! |---|---|---|---|
//! | – | anything | written as it is | written as it is |
//! | anything | the same | – | – |
//! | a record | another version | a [`Conflict`] | written over, as it is |
//! | a record | what cannot be read | left out | left out |
//! | what cannot be read | something else | left out | left out |
//! | a record | – | – | removed |
//! | what cannot be read | – | stays | stays |
//!
//! Versions are the same when the JSON behind their envelopes is; how often each was written does not count. The lists and
//! the preferences are records like the opportunities.

use std::collections::{BTreeMap, BTreeSet};

use super::backup::Backup;
use super::compare::Value;
use super::conflict::{Conflict, Rule, Side, Version};
use super::entries::{key_of, name_of};
use super::preview::{Count, units};
use crate::domain::Key;
use crate::storage::{Damage, Shelf, Write, is_known_format};

/// What becomes of what is stored and not in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// It stays; what the file has is added.
    Merge,
    /// It goes; the book is then as the file says.
    Replace,
}

/// What restoring a backup would write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub(super) mode: Mode,
    pub(super) rule: Rule,
    pub(super) steps: Vec<Step>,
    pub(super) conflicts: Vec<Conflict>,
    pub(super) stays: Vec<Stay>,
    pub(super) left_out: Vec<LeftOut>,
    pub(super) same: usize,
    pub(super) now: Count,
    /// What is taken now, in UTF-16 units.
    pub(super) units: usize,
}

/// A stored value that cannot be read, or was set aside: it is neither removed nor written over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stay {
    /// The key that holds it.
    pub key: String,
    /// Why it is no record.
    pub why: Damage,
}

/// A value of the file that is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Where it would lie.
    pub key: String,
    /// Why it does not get there.
    pub why: WhyLeftOut,
}

/// Why a value of the file is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyLeftOut {
    /// It cannot be read, and a record lies in its place.
    Unreadable(Damage),
    /// What lies in its place cannot be read, or was set aside, and stays.
    PlaceTaken,
}

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanError {
    /// What is stored was written by a later version of the program.
    LaterFormat {
        /// What stands in place of [`FORMAT`](crate::storage::FORMAT).
        found: String,
    },
    /// What could be had from a damaged file replaces nothing: what else was in it is not known, so nothing may be removed
    /// for not being in it. It can be merged.
    Salvaged,
}

/// Something that is written whatever the user chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) what: What,
    /// Which record, if it can be read.
    pub(super) record: Option<Key>,
    /// What it is now.
    pub(super) before: Option<Version>,
    pub(super) write: Write,
    /// How many UTF-16 units it adds.
    pub(super) growth: isize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Added,
    AddedUnreadable,
    AddedLater,
    Replaced,
    Removed,
}

/// Plans to restore the backup over what is `stored` now, whole keys with their values. Only those of the user's own book
/// matter, and an act over many records must be finished before; the room is counted over all that is given.
///
/// # Errors
/// It cannot be restored, or not like this.
pub fn plan(mode: Mode, stored: &BTreeMap<String, String>, backup: &Backup) -> Result<Plan, PlanError> {
    if let Some(found) = stored.get(&Shelf::Main.format_key()).filter(|found| !is_known_format(found)) {
        return Err(PlanError::LaterFormat { found: found.clone() });
    }
    if mode == Mode::Replace && backup.salvaged {
        return Err(PlanError::Salvaged);
    }
    let mut plan = Plan {
        mode,
        rule: Rule::default(),
        steps: Vec::new(),
        conflicts: Vec::new(),
        stays: Vec::new(),
        left_out: Vec::new(),
        same: 0,
        now: Count::default(),
        units: stored.iter().map(|(key, value)| units(key) + units(value)).sum(),
    };
    // What stands in the file and was not taken is in it all the same.
    let in_file: BTreeSet<&str> = backup.left_out.iter().filter_map(|bad| bad.key.as_deref()).collect();
    let ours = stored.keys().filter_map(|key| name_of(key));
    let names: BTreeSet<&str> = ours.chain(backup.entries.keys().map(String::as_str)).collect();
    for name in names {
        let key = key_of(name);
        let ours = stored.get(&key).map(|raw| Value::of(&key, raw));
        let theirs = backup.entries.get(name).map(|raw| Value::of(&key, raw));
        plan.count(ours.as_ref());
        match (ours, theirs) {
            (Some(ours), Some(theirs)) => plan.compare(key, ours, theirs),
            (Some(ours), None) => plan.ours_alone(key, ours, !in_file.contains(name)),
            (None, Some(theirs)) => plan.theirs_alone(key, &theirs),
            (None, None) => {}
        }
    }
    Ok(plan)
}

impl Plan {
    /// What becomes of what is not in the file.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Every value to be written, in the order of the keys. Each names what it replaces: if that has changed meanwhile,
    /// none may be written.
    pub fn writes(&self) -> Vec<Write> {
        let taken = self.conflicts.iter().filter(|conflict| conflict.side(self.rule) == Side::Theirs);
        let steps = self.steps.iter().map(|step| &step.write);
        let mut writes: Vec<Write> = steps.chain(taken.map(|conflict| &conflict.take)).cloned().collect();
        writes.sort_by(|one, other| one.key.cmp(&other.key));
        writes
    }

    /// The records of which both have a version, and not the same; there are none when everything is replaced.
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// Which side holds, as things are chosen now.
    pub fn side(&self, conflict: &Conflict) -> Side {
        conflict.side(self.rule)
    }

    /// What holds for the conflicts that nothing else was chosen for: at first what is stored.
    pub fn rule(&self) -> Rule {
        self.rule
    }

    /// Chooses for all conflicts; what was chosen for single ones is forgotten.
    pub fn choose_for_all(&mut self, rule: Rule) {
        self.rule = rule;
        for conflict in &mut self.conflicts {
            conflict.chosen = None;
        }
    }

    /// Chooses for one conflict.
    pub fn choose(&mut self, key: Key, side: Side) {
        for conflict in self.conflicts.iter_mut().filter(|conflict| conflict.key == key) {
            conflict.chosen = Some(side);
        }
    }

    /// The records that are removed because they are not in the file.
    pub fn removed(&self) -> impl Iterator<Item = (Key, &Version)> {
        let removed = self.steps.iter().filter(|step| step.what == What::Removed);
        removed.filter_map(|step| Some((step.record?, step.before.as_ref()?)))
    }

    /// The records that are written over because all is to be as in the file, as they are stored now.
    pub fn replaced(&self) -> impl Iterator<Item = (Key, &Version)> {
        let replaced = self.steps.iter().filter(|step| step.what == What::Replaced);
        replaced.filter_map(|step| Some((step.record?, step.before.as_ref()?)))
    }

    /// The stored values that cannot be read, or were set aside: they stay.
    pub fn stays(&self) -> &[Stay] {
        &self.stays
    }

    /// The values of the file that are not taken.
    pub fn left_out(&self) -> &[LeftOut] {
        &self.left_out
    }
}
