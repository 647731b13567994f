//! How full the browser's storage is.

use js_sys::JsString;

use super::storage::raw;
use crate::storage::{PREFIX, Shelf};

/// How many UTF-16 units an address has in all browsers, keys included (DESIGN §4).
pub const ROOM: usize = 5_242_880;

/// What is stored at this address, in UTF-16 units, keys included: what browsers count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Units {
    /// By this program, the sample data included.
    pub ours: usize,
    /// By this program for the sample data.
    pub sample: usize,
    /// By other programs at the same address.
    pub others: usize,
}

impl Units {
    /// All that is taken.
    pub fn taken(self) -> usize {
        self.ours + self.others
    }

    /// What is left.
    pub fn free(self) -> usize {
        ROOM.saturating_sub(self.taken())
    }
}

/// Counts what is stored. Every value is asked for, and stays on JavaScript's side: of those of other programs nothing is
/// taken but their length.
pub fn units_stored() -> Units {
    let mut units = Units::default();
    let Some(storage) = raw() else { return units };
    let [ours, sample] = [PREFIX, Shelf::Demo.prefix()].map(JsString::from);
    for key in storage.keys() {
        let Ok(Some(value)) = storage.get(&key) else { continue };
        let size = (key.length() + value.length()) as usize;
        if !key.begins_with(&ours) {
            units.others += size;
            continue;
        }
        units.ours += size;
        if key.begins_with(&sample) {
            units.sample += size;
        }
    }
    units
}
