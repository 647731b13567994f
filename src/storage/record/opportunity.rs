//! An opportunity as it is stored. Its id is in its key.

use serde::{Deserialize, Serialize};

use super::leaf::{Leaf, Maybe, entries, forbidden, plain, required, stored, unless};
use super::places::Places;
use super::{FieldDamage, closing, line, quote};
use crate::domain::{
    CanceledClosing, Currency, Date, Details, Instant, LongText, Money, Note, OpenReason, Opportunity, OpportunityId,
    Percent, Process, Rating, Revenue, Stage, StageChange, Status, Text, Timeframe,
};

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Stored {
    #[serde(rename = "t")]
    topic: Maybe<Text<300>>,
    #[serde(rename = "cu")]
    customer: Maybe<Text<160>>,
    #[serde(rename = "co")]
    contact: Maybe<Text<160>>,
    #[serde(rename = "cy")]
    currency: Maybe<Currency>,
    #[serde(rename = "er")]
    estimated_revenue: Maybe<Money>,
    /// The revenue is the sum of the lines.
    #[serde(rename = "ca")]
    calculated: bool,
    #[serde(rename = "ec")]
    estimated_close_date: Maybe<Date>,
    #[serde(rename = "pr")]
    probability: Maybe<Percent>,
    #[serde(rename = "ra")]
    rating: Maybe<Rating>,
    #[serde(rename = "sg")]
    stage: Maybe<Stage>,
    #[serde(rename = "os")]
    open_reason: Maybe<OpenReason>,
    #[serde(rename = "bu")]
    budget: Maybe<Money>,
    #[serde(rename = "tf")]
    timeframe: Maybe<Timeframe>,
    #[serde(rename = "pp")]
    process: Maybe<Process>,
    #[serde(rename = "am")]
    account_manager: Maybe<Text<100>>,
    #[serde(rename = "un")]
    contracting_unit: Maybe<Text<100>>,
    #[serde(rename = "de")]
    description: Maybe<LongText>,
    #[serde(rename = "ne")]
    customer_need: Maybe<LongText>,
    #[serde(rename = "so")]
    proposed_solution: Maybe<LongText>,
    #[serde(rename = "ln")]
    lines: Vec<line::Stored>,
    #[serde(rename = "qu")]
    quotes: Vec<quote::Stored>,
    /// The canceled ones, then the one that holds.
    #[serde(rename = "cl")]
    closings: Vec<closing::Stored>,
    #[serde(rename = "no")]
    notes: Vec<StoredNote>,
    #[serde(rename = "sc")]
    stage_changes: Vec<StoredStageChange>,
    #[serde(rename = "cr")]
    created_on: Maybe<Instant>,
    #[serde(rename = "mo")]
    modified_on: Maybe<Instant>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct StoredNote {
    #[serde(rename = "i")]
    id: Maybe<u32>,
    #[serde(rename = "tx")]
    text: Maybe<LongText>,
    at: Maybe<Instant>,
}

/// From which stage, to which, and when.
type StoredStageChange = Places<Stage, Stage, Instant>;

impl Stored {
    pub(super) fn of(opportunity: &Opportunity) -> Self {
        let details = &opportunity.details;
        let (estimated_revenue, calculated) = match details.revenue {
            Revenue::UserProvided(typed) => (typed, false),
            Revenue::Calculated => (None, true),
        };
        let (open_reason, closing) = match &opportunity.status {
            Status::Open(reason) => (*reason, None),
            Status::Closed(closing) => (DEFAULT_OPEN_REASON, Some(closing::Stored::of(closing, None))),
        };
        let canceled = opportunity.canceled_closings.iter();
        let canceled = canceled.map(|it| closing::Stored::of(&it.closing, Some((it.by, it.at))));
        Self {
            topic: stored(&details.topic),
            customer: stored(details.customer.as_ref()),
            contact: stored(details.contact.as_ref()),
            currency: stored(&details.currency),
            estimated_revenue: estimated_revenue.map(Leaf),
            calculated,
            estimated_close_date: details.estimated_close_date.map(Leaf),
            probability: details.probability.map(Leaf),
            rating: unless(&DEFAULT_RATING, details.rating),
            stage: unless(&DEFAULT_STAGE, details.stage),
            open_reason: unless(&DEFAULT_OPEN_REASON, open_reason),
            budget: details.budget.map(Leaf),
            timeframe: details.timeframe.map(Leaf),
            process: details.process.map(Leaf),
            account_manager: stored(details.account_manager.as_ref()),
            contracting_unit: stored(details.contracting_unit.as_ref()),
            description: stored(details.description.as_ref()),
            customer_need: stored(details.customer_need.as_ref()),
            proposed_solution: stored(details.proposed_solution.as_ref()),
            lines: opportunity.lines.iter().map(line::Stored::of).collect(),
            quotes: opportunity.quotes.iter().map(quote::Stored::of).collect(),
            closings: canceled.chain(closing).collect(),
            notes: opportunity.notes.iter().map(StoredNote::of).collect(),
            stage_changes: opportunity.stage_changes.iter().map(store_stage_change).collect(),
            created_on: stored(&opportunity.created_on),
            modified_on: stored(&opportunity.modified_on),
        }
    }

    pub(super) fn restore(self, id: OpportunityId) -> Result<Opportunity, FieldDamage> {
        if self.calculated {
            forbidden(self.estimated_revenue.as_ref(), "er")?;
        }
        let closings = entries(self.closings, "cl", closing::Stored::restore)?;
        let (status, canceled_closings) = status(closings, self.open_reason)?;
        let details = Details {
            topic: required(plain(self.topic), "t")?,
            customer: plain(self.customer),
            contact: plain(self.contact),
            currency: required(plain(self.currency), "cy")?,
            revenue: if self.calculated {
                Revenue::Calculated
            } else {
                Revenue::UserProvided(plain(self.estimated_revenue))
            },
            estimated_close_date: plain(self.estimated_close_date),
            probability: plain(self.probability),
            rating: plain(self.rating).unwrap_or(DEFAULT_RATING),
            stage: plain(self.stage).unwrap_or(DEFAULT_STAGE),
            budget: plain(self.budget),
            timeframe: plain(self.timeframe),
            process: plain(self.process),
            account_manager: plain(self.account_manager),
            contracting_unit: plain(self.contracting_unit),
            description: plain(self.description),
            customer_need: plain(self.customer_need),
            proposed_solution: plain(self.proposed_solution),
        };
        Ok(Opportunity {
            id,
            details,
            lines: entries(self.lines, "ln", line::Stored::restore)?,
            status,
            quotes: entries(self.quotes, "qu", quote::Stored::restore)?,
            canceled_closings,
            notes: entries(self.notes, "no", StoredNote::restore)?,
            stage_changes: entries(self.stage_changes, "sc", restore_stage_change)?,
            created_on: required(plain(self.created_on), "cr")?,
            modified_on: required(plain(self.modified_on), "mo")?,
        })
    }
}

/// Open or closed: the last closing holds unless it is canceled too, and each before it has to be.
fn status(
    mut closings: Vec<closing::Restored>,
    open_reason: Maybe<OpenReason>,
) -> Result<(Status, Vec<CanceledClosing>), FieldDamage> {
    let status = match closings.pop_if(|(_, canceled)| canceled.is_none()) {
        None => Status::Open(plain(open_reason).unwrap_or(DEFAULT_OPEN_REASON)),
        Some((closing, _)) => {
            forbidden(open_reason.as_ref(), "os")?;
            Status::Closed(Box::new(closing))
        }
    };
    let canceled = entries(closings, "cl", |(closing, canceled)| {
        let (by, at) = required(canceled, "xb")?;
        Ok(CanceledClosing { closing, by, at })
    })?;
    Ok((status, canceled))
}

impl StoredNote {
    fn of(note: &Note) -> Self {
        Self { id: stored(&note.id), text: stored(&note.text), at: stored(&note.at) }
    }

    fn restore(self) -> Result<Note, FieldDamage> {
        Ok(Note {
            id: required(plain(self.id), "i")?,
            text: required(plain(self.text), "tx")?,
            at: required(plain(self.at), "at")?,
        })
    }
}

fn store_stage_change(change: &StageChange) -> StoredStageChange {
    Places(stored(&change.from), stored(&change.to), stored(&change.at))
}

fn restore_stage_change(Places(from, to, at): StoredStageChange) -> Result<StageChange, FieldDamage> {
    Ok(StageChange {
        from: required(plain(from), "[0]")?,
        to: required(plain(to), "[1]")?,
        at: required(plain(at), "[2]")?,
    })
}

/// What absence stands for. These are part of the format: another default in the program does not change them.
const DEFAULT_RATING: Rating = Rating::Warm;
const DEFAULT_STAGE: Stage = Stage::Qualify;
const DEFAULT_OPEN_REASON: OpenReason = OpenReason::InProgress;
