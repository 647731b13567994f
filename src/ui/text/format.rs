//! Numbers, money and dates as the language writes them, by the browser's `Intl`.

use std::cell::RefCell;
use std::collections::BTreeMap;

use js_sys::{Array, Intl, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::domain::{Currency, Date, Instant, Language, Money};

/// How a language writes numbers and dates. Making the browser's formatters is slow, so they are made once.
pub struct Format {
    number: Intl::NumberFormat,
    date: Intl::DateTimeFormat,
    short_date: Intl::DateTimeFormat,
    moment: Intl::DateTimeFormat,
    locale: &'static str,
    months: Vec<(String, u32)>,
    symbols: RefCell<BTreeMap<Currency, String>>,
}

/// An amount in the parts that the ledger sets differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneyParts {
    /// The currency's sign, such as RM.
    pub symbol: String,
    /// The major units, grouped.
    pub major: String,
    /// The point and the minor digits; empty for a currency that has none.
    pub minor: String,
}

impl Format {
    /// The way of that language.
    pub fn new(language: Language) -> Self {
        let locale = match language {
            Language::English => "en-GB",
            Language::Malay => "ms-MY",
        };
        let utc = ("timeZone", "UTC");
        let day = [("day", "numeric"), ("month", "short")];
        let date = date_format(locale, &[day[0], day[1], ("year", "numeric"), utc]);
        let time = [("hour", "2-digit"), ("minute", "2-digit")];
        Self {
            number: Intl::NumberFormat::new(&locales(locale), &Object::new()),
            date,
            short_date: date_format(locale, &[day[0], day[1], utc]),
            moment: date_format(locale, &[day[0], day[1], ("year", "numeric"), time[0], time[1]]),
            locale,
            months: month_names(locale),
            symbols: RefCell::default(),
        }
    }

    /// "RM 1,234.50", with a no-break space.
    pub fn money(&self, money: Money, currency: Currency) -> String {
        self.minor_units(money.minor(), currency)
    }

    /// The same for a sum or a difference in minor units, which may be negative or beyond what one record can hold.
    pub fn minor_units(&self, minor: i64, currency: Currency) -> String {
        let parts = self.parts(minor, currency);
        format!("{}\u{a0}{}{}", parts.symbol, parts.major, parts.minor)
    }

    /// The amount in parts; the sign of a negative one stands before the major units.
    pub fn parts(&self, minor: i64, currency: Currency) -> MoneyParts {
        let scale = currency.scale().unsigned_abs();
        let (major, rest) = (minor.unsigned_abs() / scale, minor.unsigned_abs() % scale);
        let sign = if minor < 0 { "−" } else { "" };
        let digits = currency.digits() as usize;
        MoneyParts {
            symbol: self.symbol(currency),
            major: format!("{sign}{}", grouped(major)),
            minor: if digits == 0 { String::new() } else { format!(".{rest:0digits$}") },
        }
    }

    /// The amount as a field shows it: "1,234.50". [`Money::parse`] reads it.
    pub fn typed(money: Money, currency: Currency) -> String {
        let text = money.typed(currency);
        let (major, minor) = text.split_once('.').map_or((text.as_str(), None), |(major, minor)| (major, Some(minor)));
        let major = grouped(major.parse().unwrap_or(0));
        minor.map_or(major.clone(), |minor| format!("{major}.{minor}"))
    }

    /// The currency's sign: RM for MYR.
    pub fn symbol(&self, currency: Currency) -> String {
        self.symbols
            .borrow_mut()
            .entry(currency)
            .or_insert_with(|| currency_symbol(self.locale, currency).unwrap_or_else(|| currency.code().to_owned()))
            .clone()
    }

    /// The currency's name: "Malaysian Ringgit".
    pub fn currency_name(&self, currency: Currency) -> String {
        let options = options(&[("type", "currency"), ("fallback", "code")]);
        let names = Reflect::get(&js_sys::global(), &"Intl".into())
            .and_then(|intl| Reflect::get(&intl, &"DisplayNames".into()))
            .ok()
            .and_then(|class| class.dyn_into::<js_sys::Function>().ok())
            .and_then(|class| Reflect::construct(&class, &Array::of2(&locales(self.locale), &options)).ok());
        let name = names.and_then(|names| {
            let of = Reflect::get(&names, &"of".into()).ok()?.dyn_into::<js_sys::Function>().ok()?;
            of.call1(&names, &currency.code().into()).ok()?.as_string()
        });
        name.unwrap_or_else(|| currency.code().to_owned())
    }

    /// A count, grouped.
    pub fn count(&self, count: usize) -> String {
        #[allow(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
        call(&self.number.format(), &JsValue::from_f64(count as f64))
    }

    /// "60%".
    pub fn percent(&self, percent: u8) -> String {
        format!("{percent}%")
    }

    /// "63.15%", of hundredths of a percent.
    pub fn share(&self, per_myriad: i128) -> String {
        format!("{}.{:02}%", per_myriad / 100, per_myriad % 100)
    }

    /// "22 Nov 2026".
    pub fn date(&self, date: Date) -> String {
        call(&self.date.format(), &utc_midnight(date))
    }

    /// "22 Nov" in the year of `today`, else with its year.
    pub fn short_date(&self, date: Date, today: Date) -> String {
        if date.year() == today.year() { call(&self.short_date.format(), &utc_midnight(date)) } else { self.date(date) }
    }

    /// "22 Nov 2026, 14:05", on the user's clock.
    pub fn moment(&self, instant: Instant) -> String {
        #[allow(clippy::cast_precision_loss, reason = "milliseconds are far below 2^53")]
        call(&self.moment.format(), &js_sys::Date::new(&JsValue::from_f64(instant.0 as f64)).into())
    }

    /// The names of the months by which a typed date is read, long and short: the language's, and those of the others, so
    /// that unsaved input outlives a switch of the language.
    pub fn months(&self) -> Vec<(&str, u32)> {
        self.months.iter().map(|(name, month)| (name.as_str(), *month)).collect()
    }
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

fn month_names(locale: &str) -> Vec<(String, u32)> {
    let mut names = Vec::new();
    let widths = ["short", "long"].into_iter();
    for (locale, width) in
        [locale, "en-US", "ms-MY"].into_iter().flat_map(|locale| widths.clone().map(move |width| (locale, width)))
    {
        let format = date_format(locale, &[("month", width), ("timeZone", "UTC")]);
        for month in 1..=12 {
            let Ok(day) = Date::new(2026, month, 1) else { continue };
            let name = call(&format.format(), &utc_midnight(day)).trim_end_matches('.').to_owned();
            if !names.iter().any(|(other, _)| *other == name) {
                names.push((name, month));
            }
        }
    }
    names
}

fn currency_symbol(locale: &str, currency: Currency) -> Option<String> {
    // English abroad writes "MYR"; the narrow sign is what people there write themselves.
    let display = if currency == Currency::MYR { "narrowSymbol" } else { "symbol" };
    let options = options(&[("style", "currency"), ("currency", currency.code()), ("currencyDisplay", display)]);
    let parts = Intl::NumberFormat::new(&locales(locale), &options).format_to_parts(0.0);
    let sign = parts.iter().find(|part| {
        Reflect::get(part, &"type".into()).ok().and_then(|kind| kind.as_string()).as_deref() == Some("currency")
    })?;
    Reflect::get(&sign, &"value".into()).ok()?.as_string()
}

fn utc_midnight(date: Date) -> JsValue {
    #[allow(clippy::cast_precision_loss, reason = "days since 1970 are few")]
    let milliseconds = date.days_since(Date::FIRST) as f64 * 86_400_000.0;
    js_sys::Date::new(&JsValue::from_f64(milliseconds)).into()
}

fn date_format(locale: &str, chosen: &[(&str, &str)]) -> Intl::DateTimeFormat {
    Intl::DateTimeFormat::new(&locales(locale), &options(chosen))
}

fn locales(locale: &str) -> Array {
    Array::of1(&JsString::from(locale))
}

fn options(chosen: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in chosen {
        // Setting a member of a fresh plain object cannot fail.
        let _ = Reflect::set(&options, &(*name).into(), &(*value).into());
    }
    options
}

fn call(format: &js_sys::Function, value: &JsValue) -> String {
    format.call1(&JsValue::UNDEFINED, value).ok().and_then(|text| text.as_string()).unwrap_or_default()
}
