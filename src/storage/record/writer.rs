//! Writing the members of a stored object: what is absent is not there, never `null`, an empty list or `false`.

use super::json::{Json, Members};
use super::leaf::Written;

/// An object in the making.
#[derive(Default)]
pub(super) struct Writer(Members);

impl Writer {
    pub(super) fn put<T: Written>(&mut self, name: &str, value: &T) {
        self.0.put(name, value.write());
    }

    /// The value, if there is one.
    pub(super) fn maybe<T: Written>(&mut self, name: &str, value: Option<&T>) {
        if let Some(value) = value {
            self.put(name, value);
        }
    }

    /// The value, unless it is the one that absence stands for.
    pub(super) fn unless<T: Written + PartialEq>(&mut self, name: &str, default: &T, value: &T) {
        self.maybe(name, Some(value).filter(|value| *value != default));
    }

    pub(super) fn flag(&mut self, name: &str, value: bool) {
        if value {
            self.0.put(name, Json::Bool(true));
        }
    }

    pub(super) fn list(&mut self, name: &str, entries: Vec<Json>) {
        if !entries.is_empty() {
            self.0.put(name, Json::List(entries));
        }
    }

    pub(super) fn done(self) -> Json {
        Json::Object(self.0)
    }
}

/// A list entry that is written as a short list itself, its members known by their place: what a record has most of, at
/// a third of the size. Places at the end that hold nothing are left away.
pub(super) fn places(places: [Json; 3]) -> Json {
    let mut places = Vec::from(places);
    while places.pop_if(|last| *last == Json::Null).is_some() {}
    Json::List(places)
}
