//! What happened to an opportunity, derived from the record's own facts (R24).

use std::cmp::Reverse;

use super::order::in_order;
use super::{Cancellation, Closing, Instant, LongText, Money, Opportunity, Outcome, QuoteKey, QuoteState, Stage};

/// Something that happened, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event<'a> {
    /// When.
    pub at: Instant,
    /// What.
    pub what: Happening<'a>,
}

/// What can happen to an opportunity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happening<'a> {
    /// It came into the book.
    Created,
    /// It was closed.
    Closed(&'a Closing),
    /// Its closing was replaced by this one.
    Corrected(&'a Closing),
    /// It was opened again; the closing that was canceled had this number and outcome.
    Reopened {
        /// The closing's number.
        number: u32,
        /// The closing's outcome.
        outcome: Outcome,
    },
    /// A quote took a step.
    Quote {
        /// Which quote.
        quote: QuoteKey,
        /// What it became.
        state: QuoteState,
        /// What it costs in all, if that is known.
        total: Option<Money>,
    },
    /// Its stage changed.
    Stage {
        /// From this one.
        from: Stage,
        /// To this one.
        to: Stage,
    },
    /// A note was written.
    Note(&'a LongText),
}

/// Everything that happened to the opportunity, newest first. Of what happened at the same moment, what was caused comes
/// before its cause: a closing before its quotes, those before the stage, the creation last.
pub fn history(opportunity: &Opportunity) -> Vec<Event<'_>> {
    let mut events = vec![Event { at: opportunity.created_on, what: Happening::Created }];
    let stages = opportunity.stage_changes.iter();
    events.extend(stages.map(|it| Event { at: it.at, what: Happening::Stage { from: it.from, to: it.to } }));
    let notes = opportunity.notes.iter();
    events.extend(notes.map(|note| Event { at: note.at, what: Happening::Note(&note.text) }));
    for quote in &opportunity.quotes {
        let total = quote.total(opportunity.details.currency);
        let step = |state| Happening::Quote { quote: quote.key, state, total };
        events.extend(quote.steps.iter().map(|taken| Event { at: taken.at, what: step(taken.state) }));
    }
    let mut corrects = false;
    for canceled in &opportunity.canceled_closings {
        events.push(closed(&canceled.closing, corrects));
        corrects = canceled.by == Cancellation::Correction;
        if canceled.by == Cancellation::Reopening {
            let closing = &canceled.closing;
            let what = Happening::Reopened { number: closing.facts().number, outcome: closing.outcome() };
            events.push(Event { at: canceled.at, what });
        }
    }
    events.extend(opportunity.closing().map(|closing| closed(closing, corrects)));
    in_order(events.into_iter().rev(), |event| Reverse(event.at))
}

fn closed(closing: &Closing, corrects: bool) -> Event<'_> {
    let what = if corrects { Happening::Corrected(closing) } else { Happening::Closed(closing) };
    Event { at: closing.facts().done_at, what }
}
