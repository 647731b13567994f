//! A closing as it is stored, inside its opportunity.

use super::FieldDamage;
use super::json::Json;
use super::leaf::Written;
use super::reader::Reader;
use super::writer::{Writer, places};
use crate::domain::{
    Before, Cancellation, Closing, ClosingFacts, CompetitorRef, Instant, OpenReason, Outcome, QuoteKey, QuoteNumber,
    ReasonRef, SettledQuote, Stage, Terms,
};

/// A closing, and what canceled it and when.
pub(super) type Restored = (Closing, Option<(Cancellation, Instant)>);

pub(super) fn write(closing: &Closing, canceled: Option<(Cancellation, Instant)>) -> Json {
    let facts = closing.facts();
    let mut it = Writer::default();
    it.put("i", &facts.number);
    it.put("o", &closing.outcome());
    it.put("re", &facts.reason.id);
    it.maybe("rn", facts.reason.name.as_ref());
    it.maybe("ar", closing.revenue().as_ref());
    it.put("on", &facts.date);
    if let Some(competitor) = closing.competitor() {
        it.put("cn", &competitor.name);
        it.maybe("ci", competitor.id.as_ref());
    }
    it.maybe("rv", closing.revisit_on().as_ref());
    it.maybe("de", facts.description.as_ref());
    it.put("at", &facts.done_at);
    it.list("sq", facts.settled.iter().map(write_settled).collect());
    it.maybe("es", facts.estimate.as_ref());
    it.unless("sg", &DEFAULT_STAGE, &facts.before.stage);
    it.maybe("pr", facts.before.probability.as_ref());
    it.unless("os", &DEFAULT_OPEN_REASON, &facts.before.open_reason);
    if let Some((by, at)) = canceled {
        it.put("xb", &by);
        it.put("xa", &at);
    }
    it.done()
}

pub(super) fn read(json: &Json) -> Result<Restored, FieldDamage> {
    let mut it = Reader::object(json)?;
    let canceled = match (it.get("xb"), it.get("xa")) {
        (None, None) => None,
        (by, at) => Some((it.needed(by, "xb")?, it.needed(at, "xa")?)),
    };
    let terms = terms(&mut it)?;
    let closing = Closing::restore(ClosingFacts {
        number: it.need("i")?,
        terms,
        reason: ReasonRef { id: it.need("re")?, name: it.get("rn") },
        date: it.need("on")?,
        description: it.get("de"),
        done_at: it.need("at")?,
        settled: it.list("sq", read_settled),
        before: Before {
            stage: it.get("sg").unwrap_or(DEFAULT_STAGE),
            probability: it.get("pr"),
            open_reason: it.get("os").unwrap_or(DEFAULT_OPEN_REASON),
        },
        estimate: it.get("es"),
    });
    it.done((closing, canceled))
}

fn terms(it: &mut Reader<'_>) -> Result<Terms, FieldDamage> {
    Ok(match it.need("o")? {
        Outcome::Won => {
            for name in ["cn", "ci", "rv"] {
                it.forbid(name);
            }
            Terms::Won { revenue: it.need("ar")? }
        }
        Outcome::Lost => {
            let competitor = match (it.get("cn"), it.get("ci")) {
                (None, None) => None,
                (name, id) => Some(CompetitorRef { id, name: it.needed(name, "cn")? }),
            };
            Terms::Lost { revenue: it.get("ar"), competitor, revisit_on: it.get("rv") }
        }
    })
}

/// The quote's number, its revision, and what it was and became.
fn write_settled(settled: &SettledQuote) -> Json {
    let SettledQuote { quote: QuoteKey { number, revision }, before, fate } = settled;
    places([number.0.write(), revision.write(), (*before, *fate).write()])
}

fn read_settled(json: &Json) -> Result<SettledQuote, FieldDamage> {
    let mut it = Reader::places(json)?;
    let quote = QuoteKey { number: QuoteNumber(it.need("[0]")?), revision: it.need("[1]")? };
    let (before, fate) = it.need("[2]")?;
    it.done(SettledQuote { quote, before, fate })
}

/// What absence stands for: part of the format.
const DEFAULT_STAGE: Stage = Stage::Qualify;
const DEFAULT_OPEN_REASON: OpenReason = OpenReason::InProgress;
