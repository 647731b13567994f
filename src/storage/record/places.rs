//! A list entry that is written as a short list itself, its members known by their place: what a record has most of, at
//! a third of the size.
//!
//! Places at the end that hold nothing are left away. Further ones, of a later version, are passed over and kept: see
//! [`merge`](super::merge).

use std::fmt;
use std::marker::PhantomData;

use serde::de::{IgnoredAny, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::leaf::{Maybe, Written};

/// Three places.
pub(super) struct Places<A, B, C>(pub Maybe<A>, pub Maybe<B>, pub Maybe<C>);

impl<A: Written, B: Written, C: Written> Serialize for Places<A, B, C> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (&self.0, &self.1, &self.2).serialize(serializer)
    }
}

impl<'de, A: Written, B: Written, C: Written> Deserialize<'de> for Places<A, B, C> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Reader(PhantomData))
    }
}

struct Reader<T>(PhantomData<T>);

impl<'de, A: Written, B: Written, C: Written> Visitor<'de> for Reader<(A, B, C)> {
    type Value = Places<A, B, C>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut places: S) -> Result<Self::Value, S::Error> {
        let first = places.next_element()?.flatten();
        let second = places.next_element()?.flatten();
        let third = places.next_element()?.flatten();
        while places.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Places(first, second, third))
    }
}
