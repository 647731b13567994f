//! What closing, correcting and reopening do to the opportunity: all or nothing (R9).

use std::collections::BTreeMap;

use super::{
    Before, CanceledClosing, Cancellation, Closing, ClosingEntry, ClosingFacts, ClosingRules, OpenQuoteState,
    SettledQuote,
};
use crate::domain::{Clock, Date, Fate, Instant, Opportunity, QuoteKey, QuoteState, Refusal, Status};

impl Opportunity {
    /// Closes it, with its open quotes if the entry says so: all or nothing (R9).
    pub(in crate::domain) fn close(
        &mut self,
        entry: &ClosingEntry,
        rules: ClosingRules<'_>,
        clock: Clock,
    ) -> Result<(), Refusal> {
        let open_reason = match &self.status {
            Status::Open(reason) => *reason,
            Status::Closed(closing) => {
                return Err(Refusal::AlreadyClosed { outcome: closing.outcome(), on: closing.facts.date });
            }
        };
        let checked = entry.input().check(self, rules).map_err(Refusal::Problems)?;
        let before = Before { stage: self.details.stage, probability: self.details.probability, open_reason };
        let settled = self.settle(&checked.fates, checked.date, clock.now);
        let facts = checked.facts(self.next_closing(), settled, before, self.estimated_revenue(), clock.now);
        self.status = Status::Closed(Box::new(Closing { facts }));
        Ok(())
    }

    /// Replaces the closing that holds by another one (R14): reopening and closing in one act.
    pub(in crate::domain) fn correct(
        &mut self,
        entry: &ClosingEntry,
        rules: ClosingRules<'_>,
        clock: Clock,
    ) -> Result<(), Refusal> {
        let Status::Closed(corrected) = &self.status else { return Err(Refusal::NotClosed) };
        let corrected = corrected.clone();
        let checked = entry.input().check(self, rules).map_err(Refusal::Problems)?;
        let ClosingFacts { settled, before, estimate, .. } = corrected.facts.clone();
        let facts = checked.facts(corrected.facts.number + 1, settled, before, estimate, clock.now);
        let by = Cancellation::Correction;
        self.canceled_closings.push(CanceledClosing { closing: *corrected, by, at: clock.now });
        self.status = Status::Closed(Box::new(Closing { facts }));
        Ok(())
    }

    /// Makes it open again with what was before (R14). Its quotes stay as they are.
    pub(in crate::domain) fn reopen(&mut self, now: Instant) -> Result<(), Refusal> {
        let Status::Closed(closing) = &self.status else { return Err(Refusal::NotClosed) };
        let closing = Closing::clone(closing);
        let before = closing.before();
        self.details.stage = before.stage;
        self.details.probability = before.probability;
        self.status = Status::Open(before.open_reason);
        self.canceled_closings.push(CanceledClosing { closing, by: Cancellation::Reopening, at: now });
        Ok(())
    }

    /// Gives each of these open quotes its fate.
    pub(in crate::domain) fn settle(
        &mut self,
        fates: &BTreeMap<QuoteKey, Fate>,
        on: Date,
        now: Instant,
    ) -> Vec<SettledQuote> {
        let mut settled = Vec::new();
        for quote in &mut self.quotes {
            let before = match quote.state() {
                QuoteState::Draft => OpenQuoteState::Draft,
                QuoteState::Active => OpenQuoteState::Active,
                QuoteState::Won(_) | QuoteState::Closed(..) => continue,
            };
            if let Some(&fate) = fates.get(&quote.key) {
                settled.push(SettledQuote { quote: quote.key, before, fate });
                quote.step(fate.state(on), now);
            }
        }
        settled
    }

    fn next_closing(&self) -> u32 {
        u32::try_from(self.canceled_closings.len()).unwrap_or(u32::MAX).saturating_add(1)
    }
}
