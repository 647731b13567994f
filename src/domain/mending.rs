//! A record that breaks a rule of RULES §6, and the version of it that holds. Nothing mends by itself: the user sees what
//! would be left out, and saves.

use super::{
    CanceledClosing, Cancellation, Instant, Note, Opportunity, OpportunityEntry, QuoteKey, Refusal, Revenue, Status,
};

/// A version that breaks nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// It.
    pub opportunity: Opportunity,
    /// What it does not keep.
    pub without: Without,
}

/// What a version that holds does not keep of the broken record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Without {
    /// It was closed and is open.
    pub is_reopened: bool,
    /// Quotes that are left out.
    pub quotes: Vec<QuoteKey>,
    /// How many closings are left out.
    pub closings: usize,
}

impl Without {
    /// Whether everything is kept.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// The broken record with what was entered, as far as it holds: everything, or it is open again, or without the quotes and
/// closings that break a rule.
///
/// # Errors
/// What is wrong with what was entered.
pub fn mended(broken: &Opportunity, entry: &OpportunityEntry, now: Instant) -> Result<Mended, Refusal> {
    let mut edited = Opportunity { status: Status::Open(entry.open_reason), ..broken.clone() };
    edited.edit(entry, now)?;
    edited.modified_on = now;
    edited.notes = numbered(&broken.notes);
    Ok(holding(broken, &edited, now))
}

/// What the version that holds does not keep, whatever is entered.
pub fn left_out(broken: &Opportunity, now: Instant) -> Without {
    let mut plain = Opportunity { lines: Vec::new(), notes: Vec::new(), ..broken.clone() };
    plain.details.revenue = Revenue::UserProvided(None);
    plain.details.budget = None;
    plain.status = Status::Open(OpportunityEntry::of(broken).open_reason);
    holding(broken, &plain, now).without
}

/// The most of the broken record's quotes and closings that holds around the fields of the edited one.
fn holding(broken: &Opportunity, edited: &Opportunity, now: Instant) -> Mended {
    let ways = [as_closed(broken, edited), reopened(broken, edited, now), without_closings(broken, edited)];
    let whole = ways.iter().find(|way| way.opportunity.breaches().is_empty()).cloned();
    let part = || {
        // Of those that keep as many quotes, the first way keeps most of the rest: the last of equals is taken.
        let kept = ways.into_iter().rev().map(with_quotes_that_hold);
        kept.filter(|way| way.opportunity.breaches().is_empty()).max_by_key(|way| way.opportunity.quotes.len())
    };
    whole.or_else(part).unwrap_or_else(|| with_quotes_that_hold(without_closings(broken, edited)))
}

fn as_closed(broken: &Opportunity, edited: &Opportunity) -> Mended {
    let status = match &broken.status {
        Status::Closed(closing) => Status::Closed(closing.clone()),
        Status::Open(_) => edited.status.clone(),
    };
    Mended { opportunity: Opportunity { status, ..edited.clone() }, without: Without::default() }
}

fn reopened(broken: &Opportunity, edited: &Opportunity, now: Instant) -> Mended {
    let mut opportunity = edited.clone();
    if let Status::Closed(closing) = &broken.status {
        let closing = closing.as_ref().clone();
        opportunity.canceled_closings.push(CanceledClosing { closing, by: Cancellation::Reopening, at: now });
    }
    Mended { opportunity, without: Without { is_reopened: broken.outcome().is_some(), ..Without::default() } }
}

fn without_closings(broken: &Opportunity, edited: &Opportunity) -> Mended {
    let closings = broken.canceled_closings.len() + usize::from(broken.outcome().is_some());
    let opportunity = Opportunity { canceled_closings: Vec::new(), ..edited.clone() };
    let without = Without { is_reopened: broken.outcome().is_some(), closings, quotes: Vec::new() };
    Mended { opportunity, without }
}

/// Each quote stays that breaks nothing beside those before it.
fn with_quotes_that_hold(mut way: Mended) -> Mended {
    for quote in std::mem::take(&mut way.opportunity.quotes) {
        let key = quote.key;
        way.opportunity.quotes.push(quote);
        if !way.opportunity.breaches().is_empty() {
            way.opportunity.quotes.pop();
            way.without.quotes.push(key);
        }
    }
    way
}

/// The notes, each with an id of its own; nobody sees the ids.
fn numbered(notes: &[Note]) -> Vec<Note> {
    let mut ids: Vec<u32> = notes.iter().map(|note| note.id).collect();
    ids.sort_unstable();
    ids.dedup();
    if ids.len() == notes.len() {
        return notes.to_vec();
    }
    (1..).zip(notes).map(|(id, note)| Note { id, ..note.clone() }).collect()
}
