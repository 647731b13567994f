//! The preferences as they are stored. The page reads language and theme itself before the program starts.

use serde::{Deserialize, Serialize};

use super::FieldDamage;
use super::leaf::{Leaf, Maybe, plain, required, stored};
use crate::domain::{Currency, DraftRule, Language, Preferences, Theme};

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Stored {
    #[serde(rename = "cy")]
    currency: Maybe<Currency>,
    #[serde(rename = "st")]
    strict: bool,
    #[serde(rename = "la")]
    language: Maybe<Language>,
    #[serde(rename = "th")]
    theme: Maybe<Theme>,
}

impl Stored {
    pub(super) fn of(preferences: &Preferences) -> Self {
        Self {
            currency: stored(&preferences.currency),
            strict: preferences.drafts == DraftRule::Block,
            language: preferences.language.map(Leaf),
            theme: preferences.theme.map(Leaf),
        }
    }

    pub(super) fn restore(self) -> Result<Preferences, FieldDamage> {
        Ok(Preferences {
            currency: required(plain(self.currency), "cy")?,
            drafts: if self.strict { DraftRule::Block } else { DraftRule::CloseAlong },
            language: plain(self.language),
            theme: plain(self.theme),
        })
    }
}
