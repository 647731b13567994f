//! A record as text: the [envelope](envelope), in it JSON, and what can be wrong with either.
//!
//! Reading is strict: what this version would not have written is [`Damage`], never mended on the way. Writing is done
//! over the JSON that was read: see [`merge`].

mod closing;
mod damage;
mod envelope;
mod json;
mod leaf;
mod line;
mod lists;
mod merge;
mod moments;
mod opportunity;
mod preferences;
mod quote;
mod reader;
mod short;
mod writer;

use std::sync::Arc;

pub use damage::{Damage, FieldDamage, Flaw};
pub use envelope::{Stamp, is_intact, reseal};

use super::migrate::{STEPS, Steps};
use crate::domain::{Key, Record};
use envelope::open;
pub(crate) use envelope::sum;
pub(in crate::storage) use envelope::{checked, seal};
pub(crate) use json::Json;

/// The schema of the JSON that this version writes.
pub const SCHEMA: u32 = STEPS.schema();

/// A record that was read, and the text that it was read from.
#[derive(Clone, Debug)]
pub struct Decoded<'a> {
    /// What it says.
    pub record: Record,
    /// What the stored text is known by.
    pub stamp: Stamp,
    key: Key,
    schema: u32,
    json: &'a str,
}

impl Decoded<'_> {
    /// The JSON behind the envelope.
    pub fn json(&self) -> &str {
        self.json
    }

    /// Whether the other value has the same content, whatever its revision and its schema.
    pub fn is_same_as(&self, other: &Decoded<'_>) -> bool {
        if self.schema == other.schema {
            return self.json == other.json;
        }
        matches!((self.long(&STEPS), other.long(&STEPS)), (Ok(ours), Ok(theirs)) if ours == theirs)
    }

    /// All of its JSON, long and of the present schema.
    pub(super) fn long(&self, steps: &Steps) -> Result<Json, Damage> {
        let read = Json::parse(self.json).map_err(|error| Damage::of(&error, self.json))?;
        Ok(brought_up(steps, self.schema, self.key, read))
    }
}

/// Reads the record of this key, whichever schema up to the present one it was written in.
///
/// # Errors
/// What is wrong with the text.
pub fn decode(key: Key, raw: &str) -> Result<Decoded<'_>, Damage> {
    decode_by(&STEPS, key, raw)
}

/// The same of a record that may break the rules of RULES §6: what its form can be filled with, and written over.
///
/// # Errors
/// What else is wrong with the text.
pub fn decode_unruled(key: Key, raw: &str) -> Result<Decoded<'_>, Damage> {
    read_by(&STEPS, key, raw)
}

pub(super) fn decode_by<'a>(steps: &Steps, key: Key, raw: &'a str) -> Result<Decoded<'a>, Damage> {
    let decoded = read_by(steps, key, raw)?;
    match &decoded.record {
        Record::Opportunity(opportunity) => match opportunity.breaches() {
            none if none.is_empty() => Ok(decoded),
            breaches => Err(Damage::Rules(breaches)),
        },
        Record::Lists(_) | Record::Preferences(_) => Ok(decoded),
    }
}

fn read_by<'a>(steps: &Steps, key: Key, raw: &'a str) -> Result<Decoded<'a>, Damage> {
    let envelope::Content { schema, stamp, json } = open(raw, steps.schema())?;
    let read = Json::parse_known(json).map_err(|error| Damage::of(&error, json))?;
    let read = brought_up(steps, schema, key, read);
    let record = match key {
        Key::Opportunity(id) => Record::Opportunity(Arc::new(opportunity::read(&read, id)?)),
        Key::Lists => Record::Lists(Arc::new(lists::read(&read)?)),
        Key::Preferences => Record::Preferences(Arc::new(preferences::read(&read)?)),
    };
    Ok(Decoded { record, stamp, key, schema, json })
}

/// What a stored value is known by, if it has an envelope; its JSON is not looked at.
pub(super) fn stamp(raw: &str) -> Option<Stamp> {
    open(raw, SCHEMA).ok().map(|content| content.stamp)
}

/// Writes the record in the present schema over what was read in its place: its revision is the next one, and members of
/// the JSON that this version does not know stay.
///
/// # Errors
/// What was read has unknown members that cannot be kept, such as text that is not Unicode.
pub fn encode(record: &Record, over: Option<&Decoded<'_>>) -> Result<String, Damage> {
    encode_by(&STEPS, record, over)
}

pub(super) fn encode_by(steps: &Steps, record: &Record, over: Option<&Decoded<'_>>) -> Result<String, Damage> {
    let new = value(record);
    let (revision, mut value) = match over {
        None => (1, new),
        Some(old) => (old.stamp.revision.saturating_add(1), merge::merge(old.long(steps)?, &value(&old.record), new)),
    };
    if let Record::Opportunity(_) = record {
        short::shorten(&mut value);
    }
    let json = value.print().map_err(|error| Damage::of(&error, ""))?;
    Ok(seal(steps.schema(), revision, &json))
}

/// What was written in this schema, long and in the present one.
fn brought_up(steps: &Steps, schema: u32, key: Key, mut json: Json) -> Json {
    if schema >= short::SINCE && matches!(key, Key::Opportunity(_)) {
        short::lengthen(&mut json);
    }
    steps.bring_up(schema, key, &mut json);
    json
}

/// The record's long JSON: all members that this version knows, as far as they are there.
fn value(record: &Record) -> Json {
    match record {
        Record::Opportunity(opportunity) => opportunity::write(opportunity),
        Record::Lists(lists) => lists::write(lists),
        Record::Preferences(preferences) => preferences::write(preferences),
    }
}
