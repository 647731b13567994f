//! What each record was read as.

use super::Stamp;
use crate::domain::Key;

/// The stamps of records; one that is not stored has none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stamps(Vec<(Key, Stamp)>);

impl Stamps {
    /// What this record was read as.
    pub fn get(&self, key: Key) -> Option<Stamp> {
        let place = self.0.binary_search_by_key(&key, |(key, _)| *key).ok()?;
        self.0.get(place).map(|(_, stamp)| *stamp)
    }

    /// Notes what the record is now.
    pub fn set(&mut self, key: Key, stamp: Option<Stamp>) {
        // Records are read in the order of their keys, so that nearly all go to the end.
        let place = self.0.partition_point(|(other, _)| *other < key);
        if self.0.get(place).is_some_and(|(other, _)| *other == key) {
            self.0.remove(place);
        }
        if let Some(stamp) = stamp {
            self.0.insert(place, (key, stamp));
        }
    }
}
