//! Money: whole minor units, never a float (RULES §2, R12, R23).
//!
//! An amount carries no currency: the opportunity does, and everything in it shares that one. So two currencies cannot
//! meet inside a record, and whoever sums over records has to sum per currency.

use std::fmt;

/// The largest amount that can be stored, in major units (RULES §2).
pub const MAX_MAJOR: i64 = 1_000_000_000_000;

/// An ISO 4217 currency code that is in use today.
///
/// ```
/// use tutup::domain::Currency;
/// assert_eq!(Currency::parse("MYR").map(Currency::digits), Some(2));
/// assert_eq!(Currency::parse("JPY").map(Currency::digits), Some(0));
/// assert_eq!(Currency::parse("XYZ"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency(&'static str);

/// The codes of ISO 4217 that people are paid in: no funds, metals or test codes.
const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD \
CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD \
HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD \
MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG \
QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD \
TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";

/// Signs that people type before an amount of that currency; the code itself is always understood.
const SIGNS: &[(&str, &[&str])] = &[
    ("AUD", &["A$", "$"]),
    ("BND", &["B$", "$"]),
    ("BRL", &["R$"]),
    ("CAD", &["C$", "$"]),
    ("CHF", &["Fr."]),
    ("CNY", &["CN¥", "¥"]),
    ("EUR", &["€"]),
    ("GBP", &["£"]),
    ("HKD", &["HK$", "$"]),
    ("IDR", &["Rp"]),
    ("ILS", &["₪"]),
    ("INR", &["₹"]),
    ("JPY", &["¥", "￥"]),
    ("KRW", &["₩"]),
    ("MXN", &["MX$", "$"]),
    ("MYR", &["RM"]),
    ("NGN", &["₦"]),
    ("NZD", &["NZ$", "$"]),
    ("PHP", &["₱"]),
    ("PLN", &["zł"]),
    ("SGD", &["S$", "$"]),
    ("THB", &["฿"]),
    ("TRY", &["₺"]),
    ("TWD", &["NT$", "$"]),
    ("UAH", &["₴"]),
    ("USD", &["US$", "$"]),
    ("VND", &["₫"]),
];

impl Currency {
    /// Malaysian ringgit, the preference of a new book.
    pub const MYR: Self = Self("MYR");

    /// The currency of this code, in capitals; `None` for one that ISO 4217 does not have.
    pub fn parse(code: &str) -> Option<Self> {
        Self::all().find(|currency| currency.0 == code)
    }

    /// Every currency, in the order of the codes.
    pub fn all() -> impl Iterator<Item = Self> {
        CODES.split(' ').map(Self)
    }

    /// The three letters.
    pub fn code(self) -> &'static str {
        self.0
    }

    /// How many digits the minor unit has: 2 for MYR, 0 for JPY, 3 for KWD.
    pub fn digits(self) -> u32 {
        match self.0 {
            "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX" | "VND" | "VUV"
            | "XAF" | "XOF" | "XPF" => 0,
            "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 3,
            _ => 2,
        }
    }

    /// How many minor units make a major one.
    pub fn scale(self) -> i64 {
        10_i64.pow(self.digits())
    }

    /// Whether the amount is at most [`MAX_MAJOR`] in this currency.
    pub fn holds(self, money: Money) -> bool {
        money.minor() <= MAX_MAJOR * self.scale()
    }

    /// The sum of the amounts, or `None` when it is more than this currency [holds](Self::holds).
    pub fn sum(self, amounts: impl IntoIterator<Item = Money>) -> Option<Money> {
        let sum = amounts.into_iter().try_fold(0_i64, |sum, money| sum.checked_add(money.minor()))?;
        Money::from_minor(sum).filter(|&money| self.holds(money))
    }

    fn signs(self) -> &'static [&'static str] {
        SIGNS.iter().find(|(code, _)| *code == self.0).map_or(&[], |(_, signs)| *signs)
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// An amount in minor units, zero or more. It is without currency: see the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i64);

impl Money {
    /// Nothing to pay; a value, unlike an absent amount.
    pub const ZERO: Self = Self(0);

    /// The amount of this many minor units; `None` when it is negative or too much for every currency.
    pub fn from_minor(minor: i64) -> Option<Self> {
        (0..=MAX_MAJOR * 1000).contains(&minor).then_some(Self(minor))
    }

    /// The minor units: sen, cents; yen for JPY.
    pub fn minor(self) -> i64 {
        self.0
    }

    /// Reads what a user typed (R23): digits, commas in groups of three, a point and at most the currency's digits, the
    /// currency's code or sign before it; spaces at the ends and no-break spaces anywhere are passed over.
    ///
    /// ```
    /// use tutup::domain::{Currency, Money, MoneyProblem};
    /// let typed = |text| Money::parse(text, Currency::MYR).map(Money::minor);
    /// assert_eq!(typed("RM 1,234.50"), Ok(123_450));
    /// assert_eq!(typed("12.345"), Err(MoneyProblem::TooPrecise));
    /// assert_eq!(typed("1.234,50"), Err(MoneyProblem::NotMoney));
    /// ```
    ///
    /// # Errors
    /// What is wrong with the text; the words for it name an example that is right.
    pub fn parse(typed: &str, currency: Currency) -> Result<Self, MoneyProblem> {
        let joined: String = typed.chars().filter(|c| !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')).collect();
        let number = without_sign(joined.trim(), currency);
        if let Some(rest) = number.strip_prefix(['-', '−']) {
            return Err(if magnitude(rest, currency).is_ok() {
                MoneyProblem::Negative
            } else {
                MoneyProblem::NotMoney
            });
        }
        magnitude(number, currency)
    }

    /// The amount as it would be typed again: digits and a point, no commas. Reads back with [`Money::parse`].
    pub fn typed(self, currency: Currency) -> String {
        let scale = currency.scale();
        let (major, minor) = (self.0 / scale, self.0 % scale);
        match currency.digits() as usize {
            0 => format!("{major}"),
            digits => format!("{major}.{minor:0digits$}"),
        }
    }
}

fn without_sign(typed: &str, currency: Currency) -> &str {
    let code = typed.get(..3).filter(|start| start.eq_ignore_ascii_case(currency.0));
    let sign = currency.signs().iter().copied().find(|sign| typed.starts_with(sign));
    code.or(sign).and_then(|start| typed.strip_prefix(start)).map_or(typed, str::trim_start)
}

fn magnitude(number: &str, currency: Currency) -> Result<Money, MoneyProblem> {
    let (major, minor) = match number.split_once('.') {
        Some((major, minor)) => (major, Some(minor)),
        None => (number, None),
    };
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = |text: &str| {
        let mut groups = text.split(',');
        groups.next().is_some_and(|first| all_digits(first) && first.len() <= 3 && !first.starts_with('0'))
            && groups.all(|group| all_digits(group) && group.len() == 3)
    };
    if !(all_digits(major) || grouped(major)) || !minor.is_none_or(all_digits) {
        return Err(MoneyProblem::NotMoney);
    }
    let minor = minor.unwrap_or("");
    let digits = currency.digits() as usize;
    if minor.len() > digits {
        return Err(MoneyProblem::TooPrecise);
    }
    let figures: String = major.chars().filter(|&c| c != ',').chain(format!("{minor:0<digits$}").chars()).collect();
    let units = figures.parse::<i64>().map_err(|_| MoneyProblem::TooLarge)?;
    Money::from_minor(units).filter(|&money| currency.holds(money)).ok_or(MoneyProblem::TooLarge)
}

/// Why a text is no amount of the currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MoneyProblem {
    /// It is not written as money is written here.
    NotMoney,
    /// It is below zero.
    Negative,
    /// It has more digits behind the point than the currency.
    TooPrecise,
    /// It is more than [`MAX_MAJOR`].
    TooLarge,
}
