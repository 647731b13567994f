//! How the user likes it. Changing a preference changes no record (R7).

use super::Currency;

/// The preferences of a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// The currency of a new opportunity.
    pub currency: Currency,
    /// What a draft quote does to a closing.
    pub drafts: DraftRule,
    /// The language of the screens; absent follows the browser.
    pub language: Option<Language>,
    /// Light or dark; absent follows the system.
    pub theme: Option<Theme>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self { currency: Currency::MYR, drafts: DraftRule::default(), language: None, theme: None }
    }
}

/// Whether draft quotes stop an opportunity from closing (R7).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DraftRule {
    /// They are settled with it, as in Project Operations.
    #[default]
    CloseAlong,
    /// They block it as active quotes do, as in Sales: *strict mode*.
    Block,
}

/// A language that the screens speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    English,
    /// Bahasa Melayu.
    Malay,
}

/// Which colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Dark ink on light paper.
    Light,
    /// Light ink on dark paper.
    Dark,
}
