//! A closing as it is stored, inside its opportunity.

use serde::{Deserialize, Serialize};

use super::FieldDamage;
use super::leaf::{Leaf, Maybe, entries, forbidden, plain, required, stored, unless};
use super::places::Places;
use crate::domain::{
    Before, Cancellation, Closing, ClosingFacts, CompetitorRef, Date, Fate, Id, Instant, LongText, Money, Name,
    OpenQuoteState, OpenReason, Outcome, Percent, QuoteKey, QuoteNumber, ReasonId, ReasonRef, SettledQuote, Stage,
    Terms,
};

/// A closing, and what canceled it and when.
pub(super) type Restored = (Closing, Option<(Cancellation, Instant)>);

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Stored {
    #[serde(rename = "i")]
    number: Maybe<u32>,
    #[serde(rename = "o")]
    outcome: Maybe<Outcome>,
    #[serde(rename = "re")]
    reason: Maybe<ReasonId>,
    #[serde(rename = "rn")]
    reason_name: Maybe<Name>,
    #[serde(rename = "ar")]
    actual_revenue: Maybe<Money>,
    on: Maybe<Date>,
    /// The competitor's name, and its id if it is on the list; only on Lost, as is the revisit date.
    #[serde(rename = "cn")]
    competitor: Maybe<Name>,
    #[serde(rename = "ci")]
    competitor_id: Maybe<Id>,
    #[serde(rename = "rv")]
    revisit_on: Maybe<Date>,
    #[serde(rename = "de")]
    description: Maybe<LongText>,
    at: Maybe<Instant>,
    #[serde(rename = "sq")]
    settled: Vec<StoredSettled>,
    #[serde(rename = "es")]
    estimate: Maybe<Money>,
    #[serde(rename = "sg")]
    stage_before: Maybe<Stage>,
    #[serde(rename = "pr")]
    probability_before: Maybe<Percent>,
    #[serde(rename = "os")]
    open_reason_before: Maybe<OpenReason>,
    #[serde(rename = "xb")]
    canceled_by: Maybe<Cancellation>,
    #[serde(rename = "xa")]
    canceled_at: Maybe<Instant>,
}

/// The quote's number, its revision, and what it was and became.
type StoredSettled = Places<u32, u32, (OpenQuoteState, Fate)>;

impl Stored {
    pub(super) fn of(closing: &Closing, canceled: Option<(Cancellation, Instant)>) -> Self {
        let facts = closing.facts();
        let competitor = closing.competitor();
        Self {
            number: stored(&facts.number),
            outcome: stored(&closing.outcome()),
            reason: stored(&facts.reason.id),
            reason_name: stored(facts.reason.name.as_ref()),
            actual_revenue: closing.revenue().map(Leaf),
            on: stored(&facts.date),
            competitor: stored(competitor.map(|competitor| &competitor.name)),
            competitor_id: competitor.and_then(|competitor| competitor.id).map(Leaf),
            revisit_on: closing.revisit_on().map(Leaf),
            description: stored(facts.description.as_ref()),
            at: stored(&facts.done_at),
            settled: facts.settled.iter().map(store_settled).collect(),
            estimate: facts.estimate.map(Leaf),
            stage_before: unless(&DEFAULT_STAGE, facts.before.stage),
            probability_before: facts.before.probability.map(Leaf),
            open_reason_before: unless(&DEFAULT_OPEN_REASON, facts.before.open_reason),
            canceled_by: canceled.map(|(by, _)| Leaf(by)),
            canceled_at: canceled.map(|(_, at)| Leaf(at)),
        }
    }

    pub(super) fn restore(self) -> Result<Restored, FieldDamage> {
        let canceled = match (plain(self.canceled_by), plain(self.canceled_at)) {
            (None, None) => None,
            (by, at) => Some((required(by, "xb")?, required(at, "xa")?)),
        };
        let terms = match required(plain(self.outcome), "o")? {
            Outcome::Won => {
                forbidden(self.competitor.as_ref(), "cn")?;
                forbidden(self.competitor_id.as_ref(), "ci")?;
                forbidden(self.revisit_on.as_ref(), "rv")?;
                Terms::Won { revenue: required(plain(self.actual_revenue), "ar")? }
            }
            Outcome::Lost => {
                let id = plain(self.competitor_id);
                let competitor = match plain(self.competitor) {
                    None if id.is_none() => None,
                    name => Some(CompetitorRef { id, name: required(name, "cn")? }),
                };
                Terms::Lost { revenue: plain(self.actual_revenue), competitor, revisit_on: plain(self.revisit_on) }
            }
        };
        let closing = Closing::restore(ClosingFacts {
            number: required(plain(self.number), "i")?,
            terms,
            reason: ReasonRef { id: required(plain(self.reason), "re")?, name: plain(self.reason_name) },
            date: required(plain(self.on), "on")?,
            description: plain(self.description),
            done_at: required(plain(self.at), "at")?,
            settled: entries(self.settled, "sq", restore_settled)?,
            before: Before {
                stage: plain(self.stage_before).unwrap_or(DEFAULT_STAGE),
                probability: plain(self.probability_before),
                open_reason: plain(self.open_reason_before).unwrap_or(DEFAULT_OPEN_REASON),
            },
            estimate: plain(self.estimate),
        });
        Ok((closing, canceled))
    }
}

fn store_settled(settled: &SettledQuote) -> StoredSettled {
    let SettledQuote { quote: QuoteKey { number, revision }, before, fate } = settled;
    Places(stored(&number.0), stored(revision), Some(Leaf((*before, *fate))))
}

fn restore_settled(Places(number, revision, states): StoredSettled) -> Result<SettledQuote, FieldDamage> {
    let number = QuoteNumber(required(plain(number), "[0]")?);
    let revision = required(plain(revision), "[1]")?;
    let (before, fate) = required(plain(states), "[2]")?;
    Ok(SettledQuote { quote: QuoteKey { number, revision }, before, fate })
}

/// What absence stands for: part of the format.
const DEFAULT_STAGE: Stage = Stage::Qualify;
const DEFAULT_OPEN_REASON: OpenReason = OpenReason::InProgress;
