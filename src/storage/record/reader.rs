//! Reading the members of a stored object, checked as they are read.

use super::json::Json;
use super::leaf::Written;
use super::{FieldDamage, Flaw};

/// An object, or a list entry that is a short list itself (see [`places`](super::writer::places)): its places are
/// members with the names `[0]`, `[1]`, `[2]`. Further ones, of a later version, are passed over.
///
/// What is wrong with a member that may be absent is kept until [`done`](Self::done), so that the shapes can be read in
/// one go; the first damage counts.
pub(super) struct Reader<'a> {
    json: &'a Json,
    damage: Option<FieldDamage>,
}

impl<'a> Reader<'a> {
    /// Reads an object.
    pub(super) fn object(json: &'a Json) -> Result<Self, FieldDamage> {
        Self::of(json, matches!(json, Json::Object(_)))
    }

    /// Reads a list whose entries are known by their place.
    pub(super) fn places(json: &'a Json) -> Result<Self, FieldDamage> {
        Self::of(json, matches!(json, Json::List(_)))
    }

    fn of(json: &'a Json, fits: bool) -> Result<Self, FieldDamage> {
        if fits { Ok(Self { json, damage: None }) } else { Err(FieldDamage::new("", Flaw::Invalid)) }
    }

    /// The value of a member that may be absent.
    pub(super) fn get<T: Written>(&mut self, name: &str) -> Option<T> {
        let json = self.find(name).filter(|json| **json != Json::Null)?;
        let value = T::read(json);
        if value.is_none() {
            self.flaw(name, Flaw::Invalid);
        }
        value
    }

    /// The value of a member that must be there.
    pub(super) fn need<T: Written>(&mut self, name: &str) -> Result<T, FieldDamage> {
        let value = self.get(name);
        self.needed(value, name)
    }

    /// The value, if it is there as it must be.
    pub(super) fn needed<T>(&mut self, value: Option<T>, name: &str) -> Result<T, FieldDamage> {
        value.ok_or_else(|| self.damage.take().unwrap_or_else(|| FieldDamage::new(name, Flaw::Missing)))
    }

    /// Whether the member is `true`.
    pub(super) fn flag(&mut self, name: &str) -> bool {
        match self.find(name) {
            None => false,
            Some(Json::Bool(value)) => *value,
            Some(_) => {
                self.flaw(name, Flaw::Invalid);
                false
            }
        }
    }

    /// Every entry of a list; none when the list is absent.
    pub(super) fn list<T>(&mut self, name: &str, read: impl Fn(&Json) -> Result<T, FieldDamage>) -> Vec<T> {
        let mut list = Vec::new();
        for (place, entry) in self.entries(name).iter().enumerate() {
            match read(entry) {
                Ok(entry) => list.push(entry),
                Err(damage) => {
                    self.damaged(damage.within(name, place));
                    break;
                }
            }
        }
        list
    }

    /// Refuses a member that must not be there.
    pub(super) fn forbid(&mut self, name: &str) {
        if self.find(name).is_some_and(|json| *json != Json::Null) {
            self.flaw(name, Flaw::Misplaced);
        }
    }

    /// Notes what is wrong with a member.
    pub(super) fn flaw(&mut self, name: &str, flaw: Flaw) {
        self.damaged(FieldDamage::new(name, flaw));
    }

    /// Notes what is wrong further in.
    pub(super) fn damaged(&mut self, damage: FieldDamage) {
        self.damage.get_or_insert(damage);
    }

    /// What was read, unless something is wrong with it.
    pub(super) fn done<T>(self, value: T) -> Result<T, FieldDamage> {
        self.damage.map_or(Ok(value), Err)
    }

    fn entries(&mut self, name: &str) -> &'a [Json] {
        match self.find(name) {
            None => &[],
            Some(Json::List(entries)) => entries,
            Some(_) => {
                self.flaw(name, Flaw::Invalid);
                &[]
            }
        }
    }

    fn find(&mut self, name: &str) -> Option<&'a Json> {
        match self.json {
            Json::Object(members) => {
                let mut values = members.all(name);
                let value = values.next();
                if values.next().is_some() {
                    self.flaw(name, Flaw::Invalid);
                }
                value
            }
            Json::List(places) => {
                let place = ["[0]", "[1]", "[2]"].into_iter().position(|place| place == name)?;
                places.get(place)
            }
            _ => None,
        }
    }
}
