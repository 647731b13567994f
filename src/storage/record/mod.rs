//! A record as text: the [envelope](envelope), in it JSON, and what can be wrong with either.
//!
//! Reading is strict: what this version would not have written is [`Damage`], never mended on the way. Writing is done
//! over the JSON that was read: see [`merge`].

mod closing;
mod damage;
mod envelope;
mod leaf;
mod line;
mod lists;
mod merge;
mod opportunity;
mod places;
mod preferences;
mod quote;

use std::sync::Arc;

pub use damage::{Damage, FieldDamage, Flaw};
pub use envelope::{SCHEMA, Stamp};

use crate::domain::{Key, Record};
use envelope::{open, seal};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A record that was read, and the text that it was read from.
#[derive(Clone, Debug)]
pub struct Decoded<'a> {
    /// What it says.
    pub record: Record,
    /// What the stored text is known by.
    pub stamp: Stamp,
    json: &'a str,
}

/// Reads the record of this key.
///
/// # Errors
/// What is wrong with the text.
pub fn decode(key: Key, raw: &str) -> Result<Decoded<'_>, Damage> {
    let (stamp, json) = open(raw)?;
    let record = match key {
        Key::Opportunity(id) => {
            let opportunity = shape::<opportunity::Stored>(json)?.restore(id)?;
            let breaches = opportunity.breaches();
            if !breaches.is_empty() {
                return Err(Damage::Rules(breaches));
            }
            Record::Opportunity(Arc::new(opportunity))
        }
        Key::Lists => Record::Lists(Arc::new(shape::<lists::Stored>(json)?.restore()?)),
        Key::Preferences => Record::Preferences(Arc::new(shape::<preferences::Stored>(json)?.restore()?)),
    };
    Ok(Decoded { record, stamp, json })
}

/// Writes the record over what was read in its place: its revision is the next one, and members of the JSON that this
/// version does not know stay.
///
/// # Errors
/// What was read has unknown members that cannot be kept, such as text that is not Unicode.
pub fn encode(record: &Record, over: Option<&Decoded<'_>>) -> Result<String, Damage> {
    let new = value(record)?;
    let (revision, value) = match over {
        None => (1, new),
        Some(old) => {
            let read = serde_json::from_str(old.json).map_err(|error| Damage::of(&error, old.json))?;
            (old.stamp.revision.saturating_add(1), merge::merge(read, &value(&old.record)?, new))
        }
    };
    Ok(seal(revision, &value.to_string()))
}

fn shape<'a, T: Deserialize<'a>>(json: &'a str) -> Result<T, Damage> {
    serde_json::from_str(json).map_err(|error| Damage::of(&error, json))
}

/// The record's JSON: all members that this version knows, as far as they are there.
fn value(record: &Record) -> Result<Value, Damage> {
    fn of(stored: impl Serialize) -> Result<Value, Damage> {
        serde_json::to_value(stored).map(merge::without_absent).map_err(|error| Damage::of(&error, ""))
    }
    match record {
        Record::Opportunity(opportunity) => of(opportunity::Stored::of(opportunity)),
        Record::Lists(lists) => of(lists::Stored::of(lists)),
        Record::Preferences(preferences) => of(preferences::Stored::of(preferences)),
    }
}
