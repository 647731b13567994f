//! What records are known by.

use std::fmt;

/// Nine characters of `0-9a-z`, drawn at random by the floor above: an opportunity, a reason or a competitor of the
/// user's own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id([u8; Self::LENGTH]);

impl Id {
    /// How many characters an id has.
    pub const LENGTH: usize = 9;
    const DIGITS: &[u8; 36] = b"0123456789abcdefghijklmnopqrstuvwxyz";

    /// The id that `number` stands for in base 36; what exceeds nine digits wraps around, so any random number will do.
    pub fn from_number(number: u64) -> Self {
        let mut rest = number;
        let mut id = [b'0'; Self::LENGTH];
        for place in id.iter_mut().rev() {
            *place = Self::DIGITS.get((rest % 36) as usize).copied().unwrap_or(b'0');
            rest /= 36;
        }
        Self(id)
    }

    /// The id written like this; `None` when it is not nine characters of `0-9a-z`.
    pub fn parse(text: &str) -> Option<Self> {
        let id: [u8; Self::LENGTH] = text.as_bytes().try_into().ok()?;
        id.iter().all(|byte| Self::DIGITS.contains(byte)).then_some(Self(id))
    }

    /// The nine characters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({})", self.as_str())
    }
}

/// An opportunity's id.
pub type OpportunityId = Id;

/// A quote's number, shown as `Q-00001`. It never changes; revisions share it (RULES §3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuoteNumber(pub u32);

impl QuoteNumber {
    /// The number written as it is shown; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix("Q-")?;
        (digits.len() >= 5 && digits.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| digits.parse().ok().map(Self))
            .flatten()
    }
}

impl fmt::Display for QuoteNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Q-{:05}", self.0)
    }
}

/// Which quote of an opportunity: its number and its revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuoteKey {
    /// The number that all its revisions share.
    pub number: QuoteNumber,
    /// 0 for the first, one more with each *revise*.
    pub revision: u32,
}

impl QuoteKey {
    /// The code by which addresses and forms name the quote: `Q-00012-1`.
    pub fn code(self) -> String {
        format!("{}-{}", self.number, self.revision)
    }

    /// The quote of this code.
    pub fn from_code(code: &str) -> Option<Self> {
        let (number, revision) = code.rsplit_once('-')?;
        let digits = revision.bytes().all(|byte| byte.is_ascii_digit());
        let revision = digits.then(|| revision.parse().ok()).flatten()?;
        Some(Self { number: QuoteNumber::parse(number)?, revision })
    }
}

/// `Q-00012 r1`.
impl fmt::Display for QuoteKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} r{}", self.number, self.revision)
    }
}
