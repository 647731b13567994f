//! Records as no act leaves them: `breaches` has to say the same of them as the test's own statement of the rules.

use std::collections::BTreeSet;

use tutup::domain::{
    BillingMethod, Breach, BuiltInReason, Cancellation, Closing, Line, Money, Note, OpenReason, Opportunity, Price,
    QuoteClosed, QuoteLine, QuoteState, QuoteStep, ReasonId, Revenue, Status, Terms,
};

use super::chance::Chance;
use super::invariants::{Check, broken, ensure, limit};

/// What [`broken`] calls a breach.
fn said(breach: Breach) -> &'static str {
    match breach {
        Breach::OpenQuote(_) => "2: closed, and no open quote",
        Breach::TwoWon => "4: one Won quote",
        Breach::TwoOpenRevisions(_) => "4: one open revision",
        Breach::RevisionOrder(_) => "4: revisions grow",
        Breach::QuoteSteps(_) => "a quote's steps",
        Breach::EndBeforeStart(_) => "a quote's days",
        Breach::Reason => "1: a reason of its outcome",
        Breach::ClosingNumbers => "5: closings without gaps",
        Breach::Cancellation => "5: a corrected closing has a successor",
        Breach::AmountTooLarge => "amounts",
        Breach::DoubleId => "ids",
        Breach::LineCount => "counts",
    }
}

impl Chance<'_> {
    /// Damages a copy of the record: how, and whether it broke anything.
    pub fn damage(&mut self, it: &Opportunity) -> Result<(&'static str, bool), String> {
        let mut it = it.clone();
        let how = match self.rng.u8(..4) {
            0 => self.damage_own(&mut it),
            1 => self.damage_closings(&mut it),
            _ => self.damage_quotes(&mut it),
        };
        agree(&it).map_err(|complaint| format!("{complaint}\nafter the damage \"{how}\": {it:#?}"))?;
        Ok((how, !it.breaches().is_empty()))
    }

    fn damage_own(&mut self, it: &mut Opportunity) -> &'static str {
        let excess = Money::from_minor(limit(it.details.currency) + 1);
        match self.rng.u8(..5) {
            0 => {
                it.details.budget = excess;
                "budget"
            }
            1 => {
                it.details.revenue = Revenue::UserProvided(excess);
                "estimate"
            }
            2 => {
                let most = Money::from_minor(limit(it.details.currency));
                it.lines.extend([0, 1].map(|id| self.some_line(id, most)));
                "own lines' sum"
            }
            3 => {
                it.lines = (0..self.rng.u32(49..53)).map(|id| self.some_line(id, None)).collect();
                "own lines' number"
            }
            _ => {
                let text = self.pool_of(|pool| &pool.long);
                it.notes.push(Note { id: self.rng.u32(1..4), text, at: it.created_on });
                "note"
            }
        }
    }

    fn some_line(&mut self, id: u32, budget: Option<Money>) -> Line {
        Line { id, name: self.name(), billing: BillingMethod::FixedPrice, budget }
    }

    fn damage_closings(&mut self, it: &mut Opportunity) -> &'static str {
        let Some(last) = it.canceled_closings.last_mut() else {
            it.status = Status::Open(OpenReason::OnHold);
            return "status";
        };
        let mut facts = last.closing.facts().clone();
        match self.rng.u8(..7) {
            0 => {
                facts.number = self.rng.u32(0..4);
                last.closing = Closing::restore(facts);
                "closing's number"
            }
            1 => {
                facts.estimate = Money::from_minor(limit(it.details.currency) + 1);
                last.closing = Closing::restore(facts);
                "closing's estimate"
            }
            2 => {
                let excess = Money::from_minor(limit(it.details.currency) + 1).unwrap_or(Money::ZERO);
                facts.terms = Terms::Won { revenue: excess };
                last.closing = Closing::restore(facts);
                "closing's revenue"
            }
            3 => {
                last.by = Cancellation::Correction;
                "cancellation"
            }
            4 => {
                it.status = Status::Open(OpenReason::InProgress);
                "status"
            }
            5 => {
                facts.reason.id = ReasonId::BuiltIn(self.one_of(BuiltInReason::ALL));
                last.closing = Closing::restore(facts);
                "closing's reason"
            }
            _ => {
                facts.number += 1;
                it.status = Status::Closed(Box::new(Closing::restore(facts)));
                "closed from outside"
            }
        }
    }

    fn damage_quotes(&mut self, it: &mut Opportunity) -> &'static str {
        let roll = self.rng.u8(..9);
        if it.quotes.is_empty() {
            return "nothing";
        }
        let place = self.rng.usize(..it.quotes.len());
        if roll == 0 {
            let copy = it.quotes[place].clone();
            it.quotes.push(copy);
            return "quote twice";
        }
        let day = self.pool_of(|pool| &pool.dates);
        let excess = Money::from_minor(limit(it.details.currency) + 1);
        let closed = |why| QuoteState::Closed(why, day);
        let states = [
            QuoteState::Draft,
            QuoteState::Active,
            QuoteState::Won(day),
            closed(QuoteClosed::Lost),
            closed(QuoteClosed::Canceled),
            closed(QuoteClosed::Revised),
        ];
        let (state, at) = (self.one_of(&states), it.created_on);
        let lines: Vec<QuoteLine> = (0..self.rng.u32(0..53))
            .map(|id| QuoteLine { line: self.some_line(id % 51, None), amount: None })
            .collect();
        let (revision, earlier) = (self.rng.u32(0..3), self.pool_of(|pool| &pool.dates));
        let quote = &mut it.quotes[place];
        match roll {
            1 | 2 => {
                quote.steps.push(QuoteStep { state, at });
                "quote's step"
            }
            3 => {
                quote.steps.pop();
                "quote's step lost"
            }
            4 => {
                quote.key.revision = revision;
                "quote's revision"
            }
            5 => {
                quote.content.price = Price::Typed(excess);
                "quote's total"
            }
            6 => {
                (quote.content.effective_from, quote.content.effective_to) = (Some(day), Some(earlier));
                "quote's days"
            }
            7 => {
                quote.content.price = Price::Lines(lines);
                "quote's lines"
            }
            _ => {
                quote.steps = [QuoteState::Draft, QuoteState::Won(day)].map(|state| QuoteStep { state, at }).into();
                "quote won from outside"
            }
        }
    }
}

/// Whether both statements of the rules say the same.
fn agree(it: &Opportunity) -> Check {
    let ours: BTreeSet<&str> = broken(it).into_iter().collect();
    let theirs: BTreeSet<&str> = it.breaches().into_iter().map(said).collect();
    ensure!(ours == theirs, "the test finds {ours:?}, breaches() {theirs:?}");
    Ok(())
}
