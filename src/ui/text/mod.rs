//! The words: one trait a subject, one folder a language.
//!
//! A language implements every trait, so a word that is missing in one does not compile; and each matches the closed enums
//! of the lower floors exhaustively, so a new refusal does not compile without words. Numbers, money and dates are the
//! browser's, by [`Format`].

mod acts;
mod bin;
mod closing;
mod common;
mod en;
mod format;
mod ms;
mod opportunities;
mod opportunity;
mod problems;
mod quotes;
mod settings;
mod values;

use leptos::prelude::*;

pub use acts::ActWords;
pub use bin::BinWords;
pub use closing::ClosingWords;
pub use common::CommonWords;
pub use format::{Format, MoneyParts};
pub use opportunities::ListWords;
pub use opportunity::{Emphasis, OpportunityWords};
pub use problems::ProblemWords;
pub use quotes::{QuoteIsFixed, QuoteWords};
pub use settings::SettingsWords;
pub use values::ValueWords;

use crate::domain::Language;

/// Everything that the screens say.
pub trait Words:
    CommonWords
    + ValueWords
    + ProblemWords
    + ActWords
    + ListWords
    + OpportunityWords
    + BinWords
    + QuoteWords
    + ClosingWords
    + SettingsWords
    + Send
    + Sync
{
}

impl<T> Words for T where
    T: CommonWords
        + ValueWords
        + ProblemWords
        + ActWords
        + ListWords
        + OpportunityWords
        + BinWords
        + QuoteWords
        + ClosingWords
        + SettingsWords
        + Send
        + Sync
{
}

/// A language with its words and its way to write numbers and dates. The whole screen is mounted anew when it changes, so
/// a component takes it once, by [`use_locale`].
#[derive(Clone, Copy)]
pub struct Locale {
    /// Which language.
    pub language: Language,
    /// What it says.
    pub words: &'static dyn Words,
    /// How it writes numbers, money and dates.
    pub format: StoredValue<Format, LocalStorage>,
}

impl Locale {
    /// The locale of that language.
    pub fn new(language: Language) -> Self {
        let words: &'static dyn Words = match language {
            Language::English => &en::English,
            Language::Malay => &ms::Malay,
        };
        Self { language, words, format: StoredValue::new_local(Format::new(language)) }
    }
}

/// The locale of the screen.
pub fn use_locale() -> Locale {
    use_context::<Locale>().unwrap_or_else(|| Locale::new(Language::English))
}

/// The words of the screen.
pub fn use_words() -> &'static dyn Words {
    use_locale().words
}

/// The language's tag, for `<html lang>` and for the browser's formats.
pub fn tag(language: Language) -> &'static str {
    match language {
        Language::English => "en",
        Language::Malay => "ms",
    }
}
