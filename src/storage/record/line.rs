//! A line as it is stored, inside its opportunity or quote.

use serde::{Deserialize, Serialize};

use super::FieldDamage;
use super::leaf::{Leaf, Maybe, forbidden, plain, required, stored, unless};
use crate::domain::{BillingMethod, Line, LineName, Money, QuoteLine};

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Stored {
    #[serde(rename = "i")]
    id: Maybe<u32>,
    #[serde(rename = "n")]
    name: Maybe<LineName>,
    #[serde(rename = "bi")]
    billing: Maybe<BillingMethod>,
    #[serde(rename = "bu")]
    budget: Maybe<Money>,
    /// Only on quotes.
    #[serde(rename = "qa")]
    quoted_amount: Maybe<Money>,
}

impl Stored {
    pub(super) fn of(line: &Line) -> Self {
        Self {
            id: stored(&line.id),
            name: stored(&line.name),
            billing: unless(&DEFAULT_BILLING, line.billing),
            budget: line.budget.map(Leaf),
            quoted_amount: None,
        }
    }

    pub(super) fn of_quote(line: &QuoteLine) -> Self {
        Self { quoted_amount: line.amount.map(Leaf), ..Self::of(&line.line) }
    }

    pub(super) fn restore(self) -> Result<Line, FieldDamage> {
        forbidden(self.quoted_amount.as_ref(), "qa")?;
        self.line()
    }

    pub(super) fn restore_on_quote(mut self) -> Result<QuoteLine, FieldDamage> {
        let amount = plain(self.quoted_amount.take());
        Ok(QuoteLine { line: self.line()?, amount })
    }

    fn line(self) -> Result<Line, FieldDamage> {
        Ok(Line {
            id: required(plain(self.id), "i")?,
            name: required(plain(self.name), "n")?,
            billing: plain(self.billing).unwrap_or(DEFAULT_BILLING),
            budget: plain(self.budget),
        })
    }
}

/// What absence stands for: part of the format.
const DEFAULT_BILLING: BillingMethod = BillingMethod::TimeAndMaterial;
