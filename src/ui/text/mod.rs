//! The words: one trait a subject, one folder a language.
//!
//! A language implements every trait, so a word that is missing in one does not compile; and each matches the closed enums
//! of the lower floors exhaustively, so a new refusal does not compile without words. Numbers, money and dates are the
//! browser's, by [`Format`].

mod acts;
mod attention;
mod backup;
mod backup_file;
mod bin;
mod board;
mod bulk;
mod closing;
mod commands;
mod common;
mod conflict;
mod en;
mod filters;
mod format;
mod ms;
mod opportunities;
mod opportunity;
mod problems;
mod quotes;
mod settings;
mod storage;
mod values;

use leptos::prelude::*;

pub use acts::ActWords;
pub use attention::AttentionWords;
pub use backup::BackupWords;
pub use backup_file::BackupFileWords;
pub use bin::BinWords;
pub use board::BoardWords;
pub use bulk::{BulkWords, SelectionWords};
pub use closing::ClosingWords;
pub use commands::CommandWords;
pub use common::CommonWords;
pub use conflict::ConflictWords;
pub use filters::FilterWords;
pub use format::{Format, MoneyParts};
pub use opportunities::ListWords;
pub use opportunity::{Emphasis, OpportunityWords};
pub use problems::ProblemWords;
pub use quotes::{QuoteIsFixed, QuoteWords};
pub use settings::SettingsWords;
pub use storage::{Refused, StorageWords};
pub use values::ValueWords;

use crate::domain::Language;

/// What is said before the screens behind the lists are loaded: by the shell, the lists and a failing storage.
pub trait FirstWords: CommonWords + ValueWords + StorageWords + ListWords + SelectionWords + Send + Sync {}

impl<T: CommonWords + ValueWords + StorageWords + ListWords + SelectionWords + Send + Sync> FirstWords for T {}

/// Everything that the screens say.
pub trait Words:
    FirstWords
    + ProblemWords
    + ActWords
    + CommandWords
    + AttentionWords
    + OpportunityWords
    + BinWords
    + FilterWords
    + BoardWords
    + BulkWords
    + QuoteWords
    + ClosingWords
    + ConflictWords
    + BackupWords
    + BackupFileWords
    + SettingsWords
{
}

impl<
    T: FirstWords
        + ProblemWords
        + ActWords
        + CommandWords
        + AttentionWords
        + OpportunityWords
        + BinWords
        + FilterWords
        + BoardWords
        + BulkWords
        + QuoteWords
        + ClosingWords
        + ConflictWords
        + BackupWords
        + BackupFileWords
        + SettingsWords,
> Words for T
{
}

/// A language with its way to write numbers and dates, and the words that are there from the start. The whole screen is
/// mounted anew when it changes, so a component takes it once, by [`use_speech`].
#[derive(Clone, Copy)]
pub struct Speech {
    /// Which language.
    pub language: Language,
    /// What the first part of the program says.
    pub words: &'static dyn FirstWords,
    /// How it writes numbers, money and dates.
    pub format: StoredValue<Format, LocalStorage>,
}

impl Speech {
    /// The speech in that language.
    pub fn new(language: Language) -> Self {
        let words: &'static dyn FirstWords = match language {
            Language::English => &en::English,
            Language::Malay => &ms::Malay,
        };
        Self { language, words, format: StoredValue::new_local(Format::new(language)) }
    }
}

/// A language with all its words. Whoever names this type in the first part of the program brings all words of both
/// languages into it; there [`Speech`] is enough.
#[derive(Clone, Copy)]
pub struct Locale {
    /// Which language.
    pub language: Language,
    /// What it says.
    pub words: &'static dyn Words,
    /// How it writes numbers, money and dates.
    pub format: StoredValue<Format, LocalStorage>,
}

/// The speech of the shell and the lists.
pub fn use_speech() -> Speech {
    use_context::<Speech>().unwrap_or_else(|| Speech::new(Language::English))
}

/// The words of the shell and the lists.
pub fn use_first_words() -> &'static dyn FirstWords {
    use_speech().words
}

/// The locale of the screens behind the lists.
pub fn use_locale() -> Locale {
    let Speech { language, format, .. } = use_speech();
    Locale { language, words: words_of(language), format }
}

/// All words of that language.
pub fn words_of(language: Language) -> &'static dyn Words {
    match language {
        Language::English => &en::English,
        Language::Malay => &ms::Malay,
    }
}

/// The words of the screens behind the lists.
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
