//! A quote as it is stored, inside its opportunity.

use serde::{Deserialize, Serialize};

use super::leaf::{Leaf, Maybe, entries, forbidden, plain, required, stored, unless};
use super::places::Places;
use super::{FieldDamage, line};
use crate::domain::{
    Date, Instant, LongText, Money, Price, Quote, QuoteClosed, QuoteContent, QuoteKey, QuoteName, QuoteNumber,
    QuoteState, QuoteStep,
};

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Stored {
    #[serde(rename = "i")]
    number: Maybe<u32>,
    #[serde(rename = "r")]
    revision: Maybe<u32>,
    #[serde(rename = "n")]
    name: Maybe<QuoteName>,
    /// Only without lines.
    #[serde(rename = "tt")]
    typed_total: Maybe<Money>,
    #[serde(rename = "ln")]
    lines: Vec<line::Stored>,
    #[serde(rename = "ef")]
    effective_from: Maybe<Date>,
    #[serde(rename = "et")]
    effective_to: Maybe<Date>,
    #[serde(rename = "du")]
    due_by: Maybe<Date>,
    #[serde(rename = "de")]
    description: Maybe<LongText>,
    #[serde(rename = "st")]
    steps: Vec<StoredStep>,
}

/// What it became, when, and, where that settles it, on which day.
type StoredStep = Places<State, Instant, Date>;

/// A quote's state without its day.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum State {
    Draft,
    Active,
    Won,
    Closed(QuoteClosed),
}

impl Stored {
    pub(super) fn of(quote: &Quote) -> Self {
        let content = &quote.content;
        let typed_total = match content.price {
            Price::Typed(total) => total,
            Price::Lines(_) => None,
        };
        Self {
            number: stored(&quote.key.number.0),
            revision: unless(&0, quote.key.revision),
            name: stored(&content.name),
            typed_total: typed_total.map(Leaf),
            lines: content.price.lines().iter().map(line::Stored::of_quote).collect(),
            effective_from: content.effective_from.map(Leaf),
            effective_to: content.effective_to.map(Leaf),
            due_by: content.due_by.map(Leaf),
            description: stored(content.description.as_ref()),
            steps: quote.steps.iter().map(store_step).collect(),
        }
    }

    pub(super) fn restore(self) -> Result<Quote, FieldDamage> {
        let number = QuoteNumber(required(plain(self.number), "i")?);
        let key = QuoteKey { number, revision: plain(self.revision).unwrap_or(0) };
        let price = if self.lines.is_empty() {
            Price::Typed(plain(self.typed_total))
        } else {
            forbidden(self.typed_total.as_ref(), "tt")?;
            Price::Lines(entries(self.lines, "ln", line::Stored::restore_on_quote)?)
        };
        let content = QuoteContent {
            name: required(plain(self.name), "n")?,
            price,
            effective_from: plain(self.effective_from),
            effective_to: plain(self.effective_to),
            due_by: plain(self.due_by),
            description: plain(self.description),
        };
        Ok(Quote { key, content, steps: entries(self.steps, "st", restore_step)? })
    }
}

fn store_step(step: &QuoteStep) -> StoredStep {
    let state = match step.state {
        QuoteState::Draft => State::Draft,
        QuoteState::Active => State::Active,
        QuoteState::Won(_) => State::Won,
        QuoteState::Closed(how, _) => State::Closed(how),
    };
    Places(Some(Leaf(state)), stored(&step.at), step.state.closed_on().map(Leaf))
}

fn restore_step(Places(state, at, on): StoredStep) -> Result<QuoteStep, FieldDamage> {
    let state = match required(plain(state), "[0]")? {
        State::Won => QuoteState::Won(required(plain(on), "[2]")?),
        State::Closed(how) => QuoteState::Closed(how, required(plain(on), "[2]")?),
        open => {
            forbidden(on.as_ref(), "[2]")?;
            if open == State::Draft { QuoteState::Draft } else { QuoteState::Active }
        }
    };
    Ok(QuoteStep { state, at: required(plain(at), "[1]")? })
}
