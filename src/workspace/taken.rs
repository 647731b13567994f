//! The bytes that this tab has taken away: a record that comes back by *undo* or *redo* comes back as it lay there, with the
//! members that only a later version knows.

use crate::domain::{Key, RecordChange};
use crate::storage;

/// What lay at each key, oldest first.
#[derive(Debug, Default)]
pub(super) struct Taken(Vec<(Key, Vec<String>)>);

impl Taken {
    /// These bytes lie there no longer.
    pub(super) fn take(&mut self, key: Key, raw: String) {
        match self.0.binary_search_by_key(&key, |(key, _)| *key) {
            Err(place) => self.0.insert(place, (key, vec![raw])),
            Ok(place) => self.0.get_mut(place).into_iter().for_each(|(_, all)| all.push(raw.clone())),
        }
    }

    /// The last of them that were the record which the change puts there.
    pub(super) fn bytes(&self, change: &RecordChange) -> Option<&str> {
        let after = change.after.as_ref()?;
        let place = self.0.binary_search_by_key(&change.key, |(key, _)| *key).ok()?;
        let (key, all) = self.0.get(place)?;
        let was = |raw: &&String| storage::decode(*key, raw).is_ok_and(|it| it.record == *after);
        all.iter().rev().find(was).map(String::as_str)
    }
}
