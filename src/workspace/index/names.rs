//! The names that are in the book, to be offered where one is typed.

use std::collections::BTreeMap;

use crate::domain::fold;

/// Names on opportunities: by their folded form the spellings, and how many opportunities use each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Names(BTreeMap<String, BTreeMap<String, usize>>);

impl Names {
    /// Of names that differ in case and accents only, the spelling used most.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.values().filter_map(most_used)
    }

    pub(super) fn count(&mut self, name: Option<&str>, is_in: bool) {
        let Some(name) = name else { return };
        let folded = fold(name);
        let spellings = self.0.entry(folded.clone()).or_default();
        let uses = spellings.entry(name.to_owned()).or_default();
        *uses = if is_in { *uses + 1 } else { uses.saturating_sub(1) };
        if *uses == 0 {
            spellings.remove(name);
        }
        if spellings.is_empty() {
            self.0.remove(&folded);
        }
    }
}

fn most_used(spellings: &BTreeMap<String, usize>) -> Option<&str> {
    spellings.iter().rev().max_by_key(|(_, uses)| **uses).map(|(name, _)| name.as_str())
}
