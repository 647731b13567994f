//! The smallest stored things: one text or one whole number each, checked as it is read.

use std::borrow::Cow;

use super::json::Json;
use super::quote::State;
use crate::domain::{
    BillingMethod, BuiltInReason, Cancellation, ChosenColumns, Currency, Date, Fate, Id, Instant, Language, LongText,
    LossClass, Money, OpenQuoteState, OpenReason, Outcome, Percent, Process, QuoteClosed, Rating, ReasonId, ReasonKind,
    Stage, StaleAfter, Text, Theme, Timeframe,
};

/// How a value of the domain is written.
pub(super) trait Written: Sized {
    /// The value that is written like this, if there is one.
    fn read(json: &Json) -> Option<Self>;
    /// How it is written.
    fn write(&self) -> Json;
}

/// A value that may be absent, in a list where its place has to be kept.
pub(super) fn maybe<T: Written>(value: Option<&T>) -> Json {
    value.map_or(Json::Null, T::write)
}

/// Values written as text, each with its way there and back. What is read has to be written as it would be again.
macro_rules! texts {
    ($([$($max:ident)?] $type:ty: $read:expr, $write:expr;)+) => {$(
        impl $(<const $max: usize>)? Written for $type {
            fn read(json: &Json) -> Option<Self> {
                let (text, read): (&str, fn(&str) -> Option<Self>) = (json.text()?, $read);
                let write: for<'a> fn(&'a Self) -> Cow<'a, str> = $write;
                read(text).filter(|value| write(value) == text)
            }

            fn write(&self) -> Json {
                let write: for<'a> fn(&'a Self) -> Cow<'a, str> = $write;
                Json::Text(write(self).into_owned())
            }
        }
    )+};
}

texts! {
    [MAX] Text<MAX>: |text| Self::parse(text).ok().flatten(), |text| text.as_str().into();
    [] LongText: |text| Self::parse(text).ok().flatten(), |text| text.as_str().into();
    [] Currency: Self::parse, |currency| currency.code().into();
    [] Date: Self::from_iso, |date| date.to_string().into();
    [] ChosenColumns: Self::parse, |columns| columns.to_string().into();
    [] Id: Self::parse, |id| id.as_str().into();
}

/// A code of one or two letters or an id of nine characters.
impl Written for ReasonId {
    fn read(json: &Json) -> Option<Self> {
        BuiltInReason::read(json).map(Self::BuiltIn).or_else(|| Id::read(json).map(Self::Own))
    }

    fn write(&self) -> Json {
        match self {
            Self::BuiltIn(reason) => reason.write(),
            Self::Own(id) => id.write(),
        }
    }
}

/// A letter for what the quote was, and one for what became of it.
impl Written for (OpenQuoteState, Fate) {
    fn read(json: &Json) -> Option<Self> {
        let (before, fate) = json.text()?.split_at_checked(1)?;
        Some((OpenQuoteState::of_letters(before)?, Fate::of_letters(fate)?))
    }

    fn write(&self) -> Json {
        Json::Text([self.0.letters(), self.1.letters()].concat())
    }
}

/// Values written as a whole number.
macro_rules! numbers {
    ($($type:ty: $read:expr, $write:expr;)+) => {$(
        impl Written for $type {
            fn read(json: &Json) -> Option<Self> {
                let read: fn(i64) -> Option<Self> = $read;
                read(json.whole()?)
            }

            fn write(&self) -> Json {
                let write: fn(&Self) -> i64 = $write;
                Json::Number(write(self).into())
            }
        }
    )+};
}

numbers! {
    Money: Self::from_minor, |money| money.minor();
    StaleAfter: |number| u16::try_from(number).ok().and_then(Self::days), |days| days.get().into();
    Percent: |number| u8::try_from(number).ok().and_then(Self::new), |percent| percent.get().into();
    Instant: |number| Some(Self(number)), |instant| instant.0;
    u32: |number| Self::try_from(number).ok(), |number| i64::from(*number);
}

/// Choices written as a short code.
trait Coded: Sized {
    fn of_letters(letters: &str) -> Option<Self>;
    fn letters(&self) -> &'static str;
}

macro_rules! codes {
    ($($type:ident { $([$letters:literal $($value:tt)+])+ })+) => {$(
        impl Coded for $type {
            fn of_letters(letters: &str) -> Option<Self> {
                match letters {
                    $($letters => Some(Self::$($value)+),)+
                    _ => None,
                }
            }

            fn letters(&self) -> &'static str {
                match self { $(Self::$($value)+ => $letters),+ }
            }
        }

        impl Written for $type {
            fn read(json: &Json) -> Option<Self> {
                Self::of_letters(json.text()?)
            }

            fn write(&self) -> Json {
                Json::Text(self.letters().to_owned())
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
