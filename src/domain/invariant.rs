//! What holds in every state that the program can store or show (RULES §6).
//!
//! The types keep most of it. This is the rest: what a hand-edited or damaged record could break, and what the tests ask
//! after every step.

use super::order::sorted;
use super::{Cancellation, Opportunity, Outcome, QuoteKey, QuoteNumber, QuoteState, ReasonId};

/// What a record breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Breach {
    /// It is closed and this quote is open (invariant 2, R8).
    OpenQuote(QuoteKey),
    /// More than one of its quotes is Won (invariant 4).
    TwoWon,
    /// A quote number has more than one open revision (invariant 4).
    TwoOpenRevisions(QuoteNumber),
    /// A number's revisions do not grow, or one stands there twice (invariant 4).
    RevisionOrder(QuoteNumber),
    /// A quote has no steps, or steps that no act takes.
    QuoteSteps(QuoteKey),
    /// Its closings are not numbered 1, 2, 3 … (invariant 5).
    ClosingNumbers,
    /// It is open, and its last closing is said to be corrected, which would have left it closed.
    Cancellation,
    /// A closing's reason is one of the other outcome's (invariant 1).
    Reason,
    /// Two of its lines, of a quote's lines or of its notes have one id.
    DoubleId,
    /// An amount is more than the currency can hold, or the lines' sum is.
    AmountTooLarge,
    /// There are more lines than an opportunity or a quote can have, or a quote that says it has lines has none.
    LineCount,
    /// A quote ends before it begins.
    EndBeforeStart(QuoteKey),
}

impl Opportunity {
    /// What the record breaks, each once and in order; nothing, unless it comes from outside the program, and then the record
    /// may be as large as the store.
    pub fn breaches(&self) -> Vec<Breach> {
        let mut breaches = Vec::new();
        if self.outcome().is_some() {
            for quote in self.open_quotes() {
                breaches.push(Breach::OpenQuote(quote.key));
            }
        }
        self.quote_breaches(&mut breaches);
        self.closing_breaches(&mut breaches);
        self.amount_breaches(&mut breaches);
        let mut breaches = sorted(breaches);
        breaches.dedup();
        breaches
    }

    fn quote_breaches(&self, breaches: &mut Vec<Breach>) {
        if self.quotes.iter().filter(|quote| quote.state().is_won()).count() > 1 {
            breaches.push(Breach::TwoWon);
        }
        let places = self.quotes.iter().enumerate().map(|(place, quote)| (quote.key.number.0, place));
        for of_number in sorted(places).chunk_by(|(one, _), (other, _)| one == other) {
            let quotes = || of_number.iter().filter_map(|(_, place)| self.quotes.get(*place));
            let Some(number) = quotes().next().map(|quote| quote.key.number) else { continue };
            if quotes().filter(|quote| quote.state().is_open()).count() > 1 {
                breaches.push(Breach::TwoOpenRevisions(number));
            }
            if !quotes().map(|quote| quote.key.revision).is_sorted_by(|earlier, later| earlier < later) {
                breaches.push(Breach::RevisionOrder(number));
            }
        }
        for quote in &self.quotes {
            let mut states = quote.steps.iter().map(|step| step.state);
            let begins = states.next() == Some(QuoteState::Draft);
            let pairs = quote.steps.iter().zip(quote.steps.iter().skip(1));
            if !begins || !pairs.into_iter().all(|(from, to)| follows(from.state, to.state)) {
                breaches.push(Breach::QuoteSteps(quote.key));
            }
            let content = &quote.content;
            if content.effective_from.zip(content.effective_to).is_some_and(|(from, to)| to < from) {
                breaches.push(Breach::EndBeforeStart(quote.key));
            }
        }
    }

    fn closing_breaches(&self, breaches: &mut Vec<Breach>) {
        let canceled = self.canceled_closings.iter().map(|canceled| &canceled.closing);
        let numbers = canceled.chain(self.closing()).map(|closing| closing.facts().number);
        if !numbers.eq(1..=u32::try_from(self.closings()).unwrap_or(u32::MAX)) {
            breaches.push(Breach::ClosingNumbers);
        }
        let canceled = self.canceled_closings.iter().map(|canceled| &canceled.closing);
        if canceled.chain(self.closing()).any(|closing| other_outcome(closing.facts().reason.id, closing.outcome())) {
            breaches.push(Breach::Reason);
        }
        let last = self.canceled_closings.last().map(|canceled| canceled.by);
        if self.closing().is_none() && last == Some(Cancellation::Correction) {
            breaches.push(Breach::Cancellation);
        }
    }

    fn amount_breaches(&self, breaches: &mut Vec<Breach>) {
        let currency = self.details.currency;
        let canceled = self.canceled_closings.iter().map(|canceled| &canceled.closing);
        let closings = canceled.chain(self.closing());
        let revenues = closings.flat_map(|closing| [closing.revenue(), closing.facts().estimate]);
        let typed = match self.details.revenue {
            super::Revenue::UserProvided(typed) => typed,
            super::Revenue::Calculated => None,
        };
        let single = revenues.chain([typed, self.details.budget]);
        let totals = self.quotes.iter().filter_map(|quote| match &quote.content.price {
            super::Price::Typed(total) => *total,
            super::Price::Lines(_) => None,
        });
        let budgets = self.lines.iter().filter_map(|line| line.budget);
        let mut fits = single.flatten().chain(totals).all(|money| currency.holds(money));
        fits &= currency.sum(budgets).is_some();
        let mut ids_differ = differ(self.lines.iter().map(|line| line.id));
        ids_differ &= differ(self.notes.iter().map(|note| note.id));
        let mut counts = self.lines.len() <= super::MAX_LINES;
        for quote in &self.quotes {
            let lines = quote.content.price.lines();
            fits &= currency.sum(lines.iter().filter_map(|line| line.amount)).is_some();
            fits &= lines.iter().filter_map(|line| line.line.budget).all(|budget| currency.holds(budget));
            ids_differ &= differ(lines.iter().map(|line| line.line.id));
            let typed = matches!(quote.content.price, super::Price::Typed(_));
            counts &= lines.len() <= super::MAX_LINES && (typed || !lines.is_empty());
        }
        let checks = [(fits, Breach::AmountTooLarge), (ids_differ, Breach::DoubleId), (counts, Breach::LineCount)];
        for (_, breach) in checks.into_iter().filter(|(holds, _)| !holds) {
            breaches.push(breach);
        }
    }

    fn closings(&self) -> usize {
        self.canceled_closings.len() + usize::from(self.closing().is_some())
    }
}

/// Whether some act leads from one state of a quote to the other.
fn follows(from: QuoteState, to: QuoteState) -> bool {
    use super::QuoteClosed::{Canceled, Lost, Revised};
    use QuoteState::{Active, Closed, Draft, Won};
    match (from, to) {
        (Draft, Active | Won(_) | Closed(Lost | Canceled, _))
        | (Active, Won(_) | Closed(..))
        | (Won(_), Closed(Canceled | Revised, _)) => true,
        (Draft | Active | Won(_) | Closed(..), _) => false,
    }
}

/// Whether that is a built-in reason of another outcome; of the user's own, only the lists know the outcome.
fn other_outcome(reason: ReasonId, outcome: Outcome) -> bool {
    match reason {
        ReasonId::BuiltIn(reason) => reason.kind().outcome() != outcome,
        ReasonId::Own(_) => false,
    }
}

fn differ(ids: impl Iterator<Item = u32>) -> bool {
    !sorted(ids.map(|id| (id, 0_usize))).windows(2).any(|pair| matches!(pair, [one, other] if one == other))
}
