//! The smallest stored things: one text or one whole number each, checked as it is read.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::quote::State;
use super::{FieldDamage, Flaw};
use crate::domain::{
    BillingMethod, BuiltInReason, Cancellation, Currency, Date, Fate, Id, Instant, Language, LongText, LossClass,
    Money, OpenQuoteState, OpenReason, Outcome, Percent, Process, QuoteClosed, Rating, ReasonId, ReasonKind, Stage,
    Text, Theme, Timeframe,
};

/// A value of the domain as it is stored.
#[derive(Clone, Debug)]
pub(super) struct Leaf<T>(pub T);

/// A member that may be absent.
pub(super) type Maybe<T> = Option<Leaf<T>>;

/// How a value of the domain is written.
pub(super) trait Written: Sized {
    /// The value that is written like this, if there is one.
    fn read(wire: &Wire<'_>) -> Option<Self>;
    /// How it is written.
    fn write(&self) -> Wire<'_>;
}

/// What a JSON value can be at the bottom.
pub(super) enum Wire<'a> {
    Text(Cow<'a, str>),
    Number(i64),
}

/// The member as it is stored; absent when the value is the one that absence stands for.
pub(super) fn unless<T: PartialEq>(default: &T, value: T) -> Maybe<T> {
    (value != *default).then_some(Leaf(value))
}

/// The member as it is stored; absent when the value is.
pub(super) fn stored<'a, T: Clone + 'a>(value: impl Into<Option<&'a T>>) -> Maybe<T> {
    value.into().cloned().map(Leaf)
}

/// The value of a member that may be absent.
pub(super) fn plain<T>(stored: Maybe<T>) -> Option<T> {
    stored.map(|Leaf(value)| value)
}

/// The value of a member that must be there.
pub(super) fn required<T>(stored: Option<T>, name: &str) -> Result<T, FieldDamage> {
    stored.ok_or_else(|| FieldDamage::new(name, Flaw::Missing))
}

/// Refuses a member that must not be there.
pub(super) fn forbidden<T>(stored: Option<&T>, name: &str) -> Result<(), FieldDamage> {
    if stored.is_some() { Err(FieldDamage::new(name, Flaw::Misplaced)) } else { Ok(()) }
}

/// Every entry of a list, or where the first bad one is bad.
pub(super) fn entries<S, T>(
    stored: Vec<S>,
    name: &str,
    restore: impl Fn(S) -> Result<T, FieldDamage>,
) -> Result<Vec<T>, FieldDamage> {
    let restore = |(place, entry)| restore(entry).map_err(|damage: FieldDamage| damage.within(name, place));
    stored.into_iter().enumerate().map(restore).collect()
}

impl<T: Written> Serialize for Leaf<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.write() {
            Wire::Text(text) => serializer.serialize_str(&text),
            Wire::Number(number) => serializer.serialize_i64(number),
        }
    }
}

impl<'de, T: Written> Deserialize<'de> for Leaf<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader(PhantomData))
    }
}

struct Reader<T>(PhantomData<T>);

impl<T: Written> Reader<T> {
    fn take<E: Error>(wire: &Wire<'_>) -> Result<Leaf<T>, E> {
        T::read(wire).map(Leaf).ok_or_else(|| E::custom("not a value of this member"))
    }
}

impl<T: Written> Visitor<'_> for Reader<T> {
    type Value = Leaf<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a whole number")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Self::take(&Wire::Text(text.into()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
        Self::take(&Wire::Number(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
        Self::take(&Wire::Number(i64::try_from(number).map_err(E::custom)?))
    }
}

/// Values written as text, each with its way there and back. What is read has to be written as it would be again.
macro_rules! texts {
    ($([$($max:ident)?] $type:ty: $read:expr, $write:expr;)+) => {$(
        impl $(<const $max: usize>)? Written for $type {
            fn read(wire: &Wire<'_>) -> Option<Self> {
                let Wire::Text(text) = wire else { return None };
                let read: fn(&str) -> Option<Self> = $read;
                read(text).filter(|value| matches!(value.write(), Wire::Text(again) if again == *text))
            }

            fn write(&self) -> Wire<'_> {
                let write: for<'a> fn(&'a Self) -> Cow<'a, str> = $write;
                Wire::Text(write(self))
            }
        }
    )+};
}

texts! {
    [MAX] Text<MAX>: |text| Self::parse(text).ok().flatten(), |text| text.as_str().into();
    [] LongText: |text| Self::parse(text).ok().flatten(), |text| text.as_str().into();
    [] Currency: Self::parse, |currency| currency.code().into();
    [] Date: |text| Self::parse(text, &[]).ok(), |date| date.to_string().into();
    [] Id: Self::parse, |id| id.as_str().into();
}

/// A code of one or two letters or an id of nine characters.
impl Written for ReasonId {
    fn read(wire: &Wire<'_>) -> Option<Self> {
        BuiltInReason::read(wire).map(Self::BuiltIn).or_else(|| Id::read(wire).map(Self::Own))
    }

    fn write(&self) -> Wire<'_> {
        match self {
            Self::BuiltIn(reason) => reason.write(),
            Self::Own(id) => id.write(),
        }
    }
}

/// A letter for what the quote was, and one for what became of it.
impl Written for (OpenQuoteState, Fate) {
    fn read(wire: &Wire<'_>) -> Option<Self> {
        let Wire::Text(text) = wire else { return None };
        let (before, fate) = text.split_at_checked(1)?;
        Some((OpenQuoteState::read(&Wire::Text(before.into()))?, Fate::read(&Wire::Text(fate.into()))?))
    }

    fn write(&self) -> Wire<'_> {
        match (self.0.write(), self.1.write()) {
            (Wire::Text(before), Wire::Text(fate)) => Wire::Text(format!("{before}{fate}").into()),
            (other, _) => other,
        }
    }
}

/// Values written as a whole number.
macro_rules! numbers {
    ($($type:ty: $read:expr, $write:expr;)+) => {$(
        impl Written for $type {
            fn read(wire: &Wire<'_>) -> Option<Self> {
                let Wire::Number(number) = wire else { return None };
                let read: fn(i64) -> Option<Self> = $read;
                read(*number)
            }

            fn write(&self) -> Wire<'_> {
                let write: fn(&Self) -> i64 = $write;
                Wire::Number(write(self))
            }
        }
    )+};
}

numbers! {
    Money: Self::from_minor, |money| money.minor();
    Percent: |number| u8::try_from(number).ok().and_then(Self::new), |percent| percent.get().into();
    Instant: |number| Some(Self(number)), |instant| instant.0;
    u32: |number| Self::try_from(number).ok(), |number| i64::from(*number);
}

/// Choices written as a short code.
macro_rules! codes {
    ($($type:ident { $([$code:literal $($value:tt)+])+ })+) => {$(
        impl Written for $type {
            fn read(wire: &Wire<'_>) -> Option<Self> {
                let Wire::Text(text) = wire else { return None };
                match &**text {
                    $($code => Some(Self::$($value)+),)+
                    _ => None,
                }
            }

            fn write(&self) -> Wire<'_> {
                Wire::Text(match self { $(Self::$($value)+ => $code),+ }.into())
            }
        }
    )+};
}

codes! {
    Stage { ["q" Qualify] ["d" Develop] ["p" Propose] ["c" Close] }
    Rating { ["h" Hot] ["w" Warm] ["c" Cold] }
    OpenReason { ["p" InProgress] ["h" OnHold] }
    Timeframe { ["i" Immediate] ["q" ThisQuarter] ["n" NextQuarter] ["y" ThisYear] ["u" Unknown] }
    Process { ["i" Individual] ["c" Committee] ["u" Unknown] }
    BillingMethod { ["t" TimeAndMaterial] ["f" FixedPrice] }
    Outcome { ["w" Won] ["l" Lost] }
    OpenQuoteState { ["d" Draft] ["a" Active] }
    Fate { ["w" Won] ["l" Lost] ["c" Canceled] }
    Cancellation { ["r" Reopening] ["c" Correction] }
    BuiltInReason {
        ["w" Won] ["c" Canceled] ["o" OutSold] ["p" Price] ["n" NoDecision] ["b" NoBudget] ["f" NotAFit] ["x" Other]
    }
    ReasonKind {
        ["w" Won]
        ["o" Lost(LossClass::Competitor)]
        ["n" Lost(LossClass::NoDecision)]
        ["c" Lost(LossClass::Canceled)]
        ["d" Lost(LossClass::Disqualified)]
        ["x" Lost(LossClass::Other)]
    }
    State {
        ["d" Draft]
        ["a" Active]
        ["w" Won]
        ["l" Closed(QuoteClosed::Lost)]
        ["c" Closed(QuoteClosed::Canceled)]
        ["r" Closed(QuoteClosed::Revised)]
    }
    Language { ["en" English] ["ms" Malay] }
    Theme { ["light" Light] ["dark" Dark] }
}
