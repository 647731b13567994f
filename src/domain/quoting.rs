//! What is done with the quotes of an opportunity, as far as it concerns the others too (R4, R5, R21, R28).

use std::collections::BTreeMap;

use super::{
    Clock, Fate, Field, FieldProblem, Instant, Line, Opportunity, Price, Problem, Quote, QuoteAct, QuoteClosed,
    QuoteContent, QuoteEntry, QuoteKey, QuoteLine, QuoteNumber, QuoteState, Refusal,
};

/// What can be done with one quote, while its opportunity is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuoteCommand {
    /// Replace what a draft says.
    Edit(QuoteEntry),
    /// Remove a draft.
    Delete,
    /// Offer a draft.
    Activate,
    /// Put it aside for a new draft of the same number.
    Revise,
    /// The customer accepts an active one; the other open ones are settled (R5).
    Win,
    /// The customer declines an active one.
    CloseAsLost,
    /// Withdraw an active or a won one.
    Cancel,
    /// A new draft with the same content under a number of its own, the quote being in whatever state (R28).
    Copy,
}

impl Opportunity {
    /// A new draft quote with the lines of this moment (R21).
    pub(in crate::domain) fn add_quote(&mut self, number: QuoteNumber, now: Instant) -> Result<(), Refusal> {
        self.must_be_open()?;
        let offered = |line: &Line| QuoteLine { line: line.clone(), amount: line.budget };
        let price = match self.lines.as_slice() {
            [] => Price::Typed(self.estimated_revenue()),
            lines => Price::Lines(lines.iter().map(offered).collect()),
        };
        let content = QuoteContent {
            name: self.details.topic.clone(),
            price,
            effective_from: None,
            effective_to: None,
            due_by: None,
            description: None,
        };
        self.quotes.push(Quote::draft(QuoteKey { number, revision: 0 }, content, now));
        Ok(())
    }

    /// Does something with one quote. `next` is the number of a new quote, should it need one.
    pub(in crate::domain) fn quote_command(
        &mut self,
        key: QuoteKey,
        command: &QuoteCommand,
        next: impl FnOnce() -> Result<QuoteNumber, Refusal>,
        clock: Clock,
    ) -> Result<(), Refusal> {
        self.must_be_open()?;
        let currency = self.details.currency;
        let quote = self.quotes.iter_mut().find(|quote| quote.key == key).ok_or(Refusal::NoQuote(key))?;
        match command {
            QuoteCommand::Edit(entry) => quote.edit(entry, currency),
            QuoteCommand::Activate => quote.activate(currency, clock.now),
            QuoteCommand::CloseAsLost => quote.close_as_lost(clock),
            QuoteCommand::Cancel => quote.cancel(clock),
            QuoteCommand::Delete => {
                quote.must_be(QuoteAct::Delete, quote.state() == QuoteState::Draft)?;
                self.quotes.retain(|quote| quote.key != key);
                Ok(())
            }
            QuoteCommand::Copy => {
                let content = quote.content.clone();
                let key = QuoteKey { number: next()?, revision: 0 };
                self.quotes.push(Quote::draft(key, content, clock.now));
                Ok(())
            }
            QuoteCommand::Win => self.win(key, clock),
            QuoteCommand::Revise => self.revise(key, clock),
        }
    }

    /// Settles all open quotes, standing alone (R6): as Lost or Canceled, by default as the opportunity's closing would.
    pub(in crate::domain) fn close_all_quotes(
        &mut self,
        chosen: &BTreeMap<QuoteKey, Fate>,
        clock: Clock,
    ) -> Result<(), Refusal> {
        self.must_be_open()?;
        let mut fates = self.default_fates(None);
        if fates.is_empty() {
            return Err(Refusal::NoOpenQuote);
        }
        let mut problems = Vec::new();
        for (&key, &fate) in chosen {
            match fates.get_mut(&key) {
                None => problems.push(FieldProblem::new(Field::Fate(key), Problem::QuoteNotOpen)),
                Some(_) if fate == Fate::Won => problems.push(FieldProblem::new(Field::Fate(key), Problem::Choice)),
                Some(default) => *default = fate,
            }
        }
        if !problems.is_empty() {
            return Err(Refusal::Problems(problems));
        }
        self.settle(&fates, clock.today(), clock.now);
        Ok(())
    }

    /// Active → Won, and every other open quote is settled: active ones are lost, drafts canceled (R5).
    fn win(&mut self, key: QuoteKey, clock: Clock) -> Result<(), Refusal> {
        let quote = self.quote(key).ok_or(Refusal::NoQuote(key))?;
        quote.must_be(QuoteAct::Win, quote.state() == QuoteState::Active)?;
        if let Some(won) = self.won_quote() {
            return Err(Refusal::AnotherWon(won.key));
        }
        let mut fates = self.default_fates(None);
        fates.insert(key, Fate::Won);
        self.settle(&fates, clock.today(), clock.now);
        Ok(())
    }

    /// Active, Won → Revised, other closed ones stay; and a new draft of the same number, everything copied (RULES §3).
    fn revise(&mut self, key: QuoteKey, clock: Clock) -> Result<(), Refusal> {
        let quote = self.quote(key).ok_or(Refusal::NoQuote(key))?;
        let (state, content) = (quote.state(), quote.content.clone());
        quote.must_be(QuoteAct::Revise, state != QuoteState::Draft)?;
        let siblings = || self.quotes.iter().filter(|other| other.key.number == key.number && other.key != key);
        if let Some(open) = siblings().find(|other| other.state().is_open()) {
            return Err(Refusal::OpenRevision(open.key));
        }
        let latest = self.latest_revision(key.number).map_or(key, |quote| quote.key);
        let closed = matches!(state, QuoteState::Closed(..));
        if closed && latest != key {
            return Err(Refusal::NotLatest { quote: key, latest });
        }
        let revision = latest.revision.checked_add(1).ok_or(Refusal::NumbersExhausted)?;
        if !closed && let Some(quote) = self.quotes.iter_mut().find(|quote| quote.key == key) {
            quote.step(QuoteState::Closed(QuoteClosed::Revised, clock.today()), clock.now);
        }
        self.quotes.push(Quote::draft(QuoteKey { number: key.number, revision }, content, clock.now));
        Ok(())
    }
}
