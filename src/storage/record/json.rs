//! A JSON value, the one shape through which everything stored goes in and out.
//!
//! `serde` could read each stored shape into a type of its own, and would make a parser for each; this is one for all.
//! It also keeps what such types cannot: members that nobody knows.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Serialize, Serializer};
use serde_json::Number;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    Number(Number),
    Text(String),
    List(Vec<Json>),
    Object(Members),
}

/// The members of an object, in alphabetical order. Only a text that was read can have two of one name.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Members(Vec<(String, Json)>);

impl Json {
    /// Reads everything.
    pub(crate) fn parse(text: &str) -> serde_json::Result<Self> {
        Parser { all: true }.parse(text)
    }

    /// Reads the members that this version knows. What others hold only has to be JSON; it may be more than Rust can hold.
    pub(super) fn parse_known(text: &str) -> serde_json::Result<Self> {
        Parser { all: false }.parse(text)
    }

    pub(crate) fn print(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }

    pub(crate) fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub(crate) fn whole(&self) -> Option<i64> {
        if let Self::Number(number) = self { number.as_i64() } else { None }
    }
}

impl Members {
    pub(in crate::storage) fn put(&mut self, name: &str, value: Json) {
        let place = self.0.partition_point(|(other, _)| other.as_str() <= name);
        self.0.insert(place, (name.to_owned(), value));
    }

    pub(crate) fn get(&self, name: &str) -> Option<&Json> {
        self.all(name).next()
    }

    /// Every value of this name.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &Json> {
        self.0.iter().filter(move |(other, _)| other == name).map(|(_, value)| value)
    }

    pub(in crate::storage) fn take(&mut self, name: &str) -> Option<Json> {
        let place = self.0.iter().position(|(other, _)| other == name)?;
        Some(self.0.remove(place).1)
    }

    pub(super) fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        self.0.retain(|(name, _)| keep(name));
    }

    pub(super) fn into_pairs(self) -> Vec<(String, Json)> {
        self.0
    }
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => number.serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(entries) => serializer.collect_seq(entries),
            Self::Object(members) => serializer.collect_map(members.0.iter().map(|(name, value)| (name, value))),
        }
    }
}

/// The names of all members that this version or a schema before it knows, wherever they stand: see
/// `docs/stored-format.md`.
fn is_known(name: &str) -> bool {
    matches!(
        name,
        "am" | "ar"
            | "at"
            | "bi"
            | "bu"
            | "ca"
            | "ch"
            | "ci"
            | "cl"
            | "cn"
            | "co"
            | "cp"
            | "cr"
            | "cu"
            | "cy"
            | "d"
            | "de"
            | "dl"
            | "du"
            | "ec"
            | "ef"
            | "er"
            | "es"
            | "et"
            | "i"
            | "k"
            | "la"
            | "ln"
            | "mo"
            | "n"
            | "ne"
            | "nk"
            | "no"
            | "o"
            | "on"
            | "os"
            | "pp"
            | "pr"
            | "qa"
            | "qu"
            | "r"
            | "ra"
            | "re"
            | "rn"
            | "rv"
            | "sc"
            | "sd"
            | "sg"
            | "so"
            | "sq"
            | "st"
            | "t"
            | "tf"
            | "th"
            | "tt"
            | "tx"
            | "un"
            | "x"
            | "xa"
            | "xb"
    )
}

/// Up to here, `f64` has every whole number.
const EXACT: f64 = 9_007_199_254_740_992.0;

#[derive(Clone, Copy)]
struct Parser {
    /// Whether members that this version does not know are read too.
    all: bool,
}

impl Parser {
    fn parse(self, text: &str) -> serde_json::Result<Json> {
        let mut deserializer = serde_json::Deserializer::from_str(text);
        let json = self.deserialize(&mut deserializer)?;
        deserializer.end()?;
        Ok(json)
    }
}

impl<'de> DeserializeSeed<'de> for Parser {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Parser {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Number(number.into()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Number(number.into()))
    }

    /// A fraction, or more than 64 bits hold. The format has neither, so nothing that is known is one; and among what is
    /// not known only those are kept that are certain to be printed as they were read, up to three decimal places.
    fn visit_f64<E: Error>(self, number: f64) -> Result<Json, E> {
        let thousandths = number * 1000.0;
        if self.all && (thousandths.fract() != 0.0 || thousandths.abs() > EXACT) {
            return Err(E::custom("this number would be altered"));
        }
        Ok(Number::from_f64(number).map_or(Json::Null, Json::Number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Json, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = list.next_element_seed(self)? {
            entries.push(entry);
        }
        Ok(Json::List(entries))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Json, A::Error> {
        let mut members = Members::default();
        while let Some(name) = object.next_key::<String>()? {
            if self.all || is_known(&name) {
                members.0.push((name, object.next_value_seed(self)?));
            } else {
                object.next_value::<IgnoredAny>()?;
            }
        }
        // What this program wrote is in order. Putting each in its place would take for ever with a million of them.
        if !members.0.is_sorted_by_key(|(name, _)| name) {
            members.0.sort_by(|(one, _), (other, _)| one.cmp(other));
        }
        Ok(Json::Object(members))
    }
}
