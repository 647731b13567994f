//! How the user likes it. Changing a preference changes no record (R7).

use super::{ChosenColumns, Currency};

/// The preferences of a book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// The currency of a new opportunity.
    pub currency: Currency,
    /// What a draft quote does to a closing.
    pub drafts: DraftRule,
    /// After how many days without a change an open opportunity is stale (R25).
    pub stale_after: StaleAfter,
    /// Which columns the lists have.
    pub columns: ChosenColumns,
    /// The language of the screens; absent follows the browser.
    pub language: Option<Language>,
    /// Light or dark; absent follows the system.
    pub theme: Option<Theme>,
    /// Whether single keys are shortcuts: whoever speaks to the browser, or types by chance, may want none (WCAG 2.1.4).
    pub single_keys: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            currency: Currency::MYR,
            drafts: DraftRule::default(),
            stale_after: StaleAfter::default(),
            columns: ChosenColumns::default(),
            language: None,
            theme: None,
            single_keys: true,
        }
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

/// A number of days, 1 to 999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StaleAfter(u16);

impl StaleAfter {
    /// This many days; `None` for none, and for 1,000 or more.
    pub fn days(days: u16) -> Option<Self> {
        (1..1000).contains(&days).then_some(Self(days))
    }

    /// How many days.
    pub fn get(self) -> u16 {
        self.0
    }
}

impl Default for StaleAfter {
    fn default() -> Self {
        Self(30)
    }
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
