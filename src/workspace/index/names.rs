//! The names that are in the book, to be offered where one is typed.

use std::collections::BTreeMap;

use crate::domain::fold;

/// Names on opportunities, and how many use each. The key is the folded name, a line feed, and the name as it is
/// spelled: so they are in alphabetical order, spellings of one name together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Names(BTreeMap<String, usize>);

impl Names {
    /// Of names that differ in case and accents only, the spelling used most.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        let mut names: Vec<(&str, &str, usize)> = Vec::new();
        for (key, uses) in &self.0 {
            let (folded, name) = key.split_once('\n').unwrap_or_default();
            match names.last_mut().filter(|(last, ..)| *last == folded) {
                Some(most) if most.2 < *uses => *most = (folded, name, *uses),
                Some(_) => {}
                None => names.push((folded, name, *uses)),
            }
        }
        names.into_iter().map(|(_, name, _)| name)
    }

    pub(super) fn count(&mut self, name: Option<&str>, is_in: bool) {
        let Some(name) = name else { return };
        let key = [&fold(name), "\n", name].concat();
        let before = self.0.get(&key).copied().unwrap_or(0);
        match if is_in { before + 1 } else { before.saturating_sub(1) } {
            0 => self.0.remove(&key),
            uses => self.0.insert(key, uses),
        };
    }
}
