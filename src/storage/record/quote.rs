//! A quote as it is stored, inside its opportunity.

use super::json::Json;
use super::leaf::{Written, maybe};
use super::reader::Reader;
use super::writer::{Writer, places};
use super::{FieldDamage, line};
use crate::domain::{Date, Price, Quote, QuoteClosed, QuoteContent, QuoteKey, QuoteNumber, QuoteState, QuoteStep};

/// A quote's state without its day.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum State {
    Draft,
    Active,
    Won,
    Closed(QuoteClosed),
}

pub(super) fn write(quote: &Quote) -> Json {
    let content = &quote.content;
    let mut it = Writer::default();
    it.put("i", &quote.key.number.0);
    it.unless("r", &0, &quote.key.revision);
    it.put("n", &content.name);
    match &content.price {
        Price::Typed(total) => it.maybe("tt", total.as_ref()),
        Price::Lines(lines) => it.list("ln", lines.iter().map(line::write_on_quote).collect()),
    }
    it.maybe("ef", content.effective_from.as_ref());
    it.maybe("et", content.effective_to.as_ref());
    it.maybe("du", content.due_by.as_ref());
    it.maybe("de", content.description.as_ref());
    it.list("st", quote.steps.iter().map(write_step).collect());
    it.done()
}

pub(super) fn read(json: &Json) -> Result<Quote, FieldDamage> {
    let mut it = Reader::object(json)?;
    let key = QuoteKey { number: QuoteNumber(it.need("i")?), revision: it.get("r").unwrap_or(0) };
    let name = it.need("n")?;
    let lines = it.list("ln", line::read_on_quote);
    let price = if lines.is_empty() {
        Price::Typed(it.get("tt"))
    } else {
        it.forbid("tt");
        Price::Lines(lines)
    };
    let content = QuoteContent {
        name,
        price,
        effective_from: it.get("ef"),
        effective_to: it.get("et"),
        due_by: it.get("du"),
        description: it.get("de"),
    };
    let quote = Quote { key, content, steps: it.list("st", read_step) };
    it.done(quote)
}

impl State {
    pub(super) fn of(state: QuoteState) -> Self {
        match state {
            QuoteState::Draft => Self::Draft,
            QuoteState::Active => Self::Active,
            QuoteState::Won(_) => Self::Won,
            QuoteState::Closed(how, _) => Self::Closed(how),
        }
    }

    /// The state since that day; `None` where it has to have one.
    pub(super) fn since(self, day: Option<Date>) -> Option<QuoteState> {
        match self {
            Self::Draft => Some(QuoteState::Draft),
            Self::Active => Some(QuoteState::Active),
            Self::Won => day.map(QuoteState::Won),
            Self::Closed(how) => day.map(|day| QuoteState::Closed(how, day)),
        }
    }
}

/// What it became, when, and, where that settles it, on which day.
pub(super) fn write_step(step: &QuoteStep) -> Json {
    places([State::of(step.state).write(), step.at.write(), maybe(step.state.closed_on().as_ref())])
}

pub(super) fn read_step(json: &Json) -> Result<QuoteStep, FieldDamage> {
    let mut it = Reader::places(json)?;
    let state: State = it.need("[0]")?;
    let state = if let Some(open) = state.since(None) {
        it.forbid("[2]");
        open
    } else {
        let day = it.need("[2]")?;
        it.needed(state.since(Some(day)), "[2]")?
    };
    let step = QuoteStep { state, at: it.need("[1]")? };
    it.done(step)
}
