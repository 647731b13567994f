//! What can be done with a quote as it stands (RULES §3).

use crate::domain::{Opportunity, Quote, QuoteAct, QuoteClosed, QuoteCommand, QuoteState};
use crate::ui::text::Words;

/// Something that can be done with a quote besides editing it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// Offer a draft.
    Activate,
    /// The customer accepts it.
    Win,
    /// The customer declines it.
    CloseAsLost,
    /// Put it aside for a new draft of the same number.
    Revise,
    /// It is withdrawn.
    Cancel,
    /// Start a quote that says the same.
    Copy,
    /// Remove a draft.
    Delete,
}

impl Act {
    /// What the quote's state allows, what is wanted most first; nothing while its opportunity is closed (R2) or in
    /// the bin (R26).
    pub fn of(opportunity: &Opportunity, quote: &Quote) -> Vec<Self> {
        if !opportunity.is_editable() {
            return Vec::new();
        }
        let is_latest = || opportunity.latest_revision(quote.key.number).is_some_and(|latest| latest.key == quote.key);
        match quote.state() {
            QuoteState::Draft => vec![Self::Activate, Self::Copy, Self::Delete],
            QuoteState::Active => vec![Self::Win, Self::CloseAsLost, Self::Revise, Self::Cancel, Self::Copy],
            QuoteState::Won(_) => vec![Self::Revise, Self::Cancel, Self::Copy],
            QuoteState::Closed(QuoteClosed::Lost | QuoteClosed::Canceled | QuoteClosed::Revised, _) if is_latest() => {
                vec![Self::Revise, Self::Copy]
            }
            QuoteState::Closed(..) => vec![Self::Copy],
        }
    }

    /// The command that does it.
    pub fn command(self) -> QuoteCommand {
        match self {
            Self::Activate => QuoteCommand::Activate,
            Self::Win => QuoteCommand::Win,
            Self::CloseAsLost => QuoteCommand::CloseAsLost,
            Self::Revise => QuoteCommand::Revise,
            Self::Cancel => QuoteCommand::Cancel,
            Self::Copy => QuoteCommand::Copy,
            Self::Delete => QuoteCommand::Delete,
        }
    }

    /// The words on its button.
    pub fn name(self, words: &dyn Words) -> &'static str {
        match self {
            Self::Activate => words.quote_act(QuoteAct::Activate),
            Self::Win => words.quote_act(QuoteAct::Win),
            Self::CloseAsLost => words.quote_act(QuoteAct::CloseAsLost),
            Self::Revise => words.quote_act(QuoteAct::Revise),
            Self::Cancel => words.quote_act(QuoteAct::Cancel),
            Self::Copy => words.copy(),
            Self::Delete => words.quote_act(QuoteAct::Delete),
        }
    }

    /// Its icon: that of the state to which it leads, where it leads to one.
    pub fn icon(self) -> &'static str {
        match self {
            Self::Activate => "active",
            Self::Win => "won",
            Self::CloseAsLost => "lost",
            Self::Revise => "revised",
            Self::Cancel => "canceled",
            Self::Copy => "copy",
            Self::Delete => "bin",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        Book, Clock, Command, Currency, Details, Id, Instant, OpenReason, OpportunityCommand, OpportunityEntry,
        QuoteKey, QuoteNumber, Rating, Refusal, Revenue, Stage, Text,
    };
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    const CLOCK: Clock = Clock { now: Instant(1_790_000_000_000), ahead_of_utc: 480 };
    const EVERY: [Act; 7] =
        [Act::Activate, Act::Win, Act::CloseAsLost, Act::Revise, Act::Cancel, Act::Copy, Act::Delete];

    fn key(number: u32, revision: u32) -> QuoteKey {
        QuoteKey { number: QuoteNumber(number), revision }
    }

    /// A book with one opportunity and two quotes.
    fn book(id: Id) -> Book {
        let details = Details {
            topic: Text::parse("ERP").unwrap().unwrap(),
            customer: None,
            contact: None,
            currency: Currency::MYR,
            revenue: Revenue::UserProvided(Some(crate::domain::Money::ZERO)),
            estimated_close_date: None,
            probability: None,
            rating: Rating::Warm,
            stage: Stage::Qualify,
            budget: None,
            timeframe: None,
            process: None,
            account_manager: None,
            contracting_unit: None,
            description: None,
            customer_need: None,
            proposed_solution: None,
        };
        let entry = OpportunityEntry { details, open_reason: OpenReason::InProgress, lines: Vec::new() };
        let mut book = Book::default();
        for command in [OpportunityCommand::Create(entry), OpportunityCommand::AddQuote, OpportunityCommand::AddQuote] {
            let change = book.decide(&Command::Opportunity(id, command), CLOCK).unwrap();
            book.apply(&change);
        }
        book
    }

    /// After every chain of acts, an act is offered exactly when the rules do not refuse it for the quote's state.
    #[test]
    fn what_is_offered_is_what_the_state_allows() {
        let id = Id::from_number(1);
        let mut books = vec![book(id)];
        for _ in 0..4 {
            let mut next = Vec::new();
            for book in books {
                let opportunity = book.opportunity(id).unwrap();
                for quote in &opportunity.quotes {
                    for act in EVERY {
                        let command = Command::Quote(id, quote.key, act.command());
                        let decided = book.decide(&command, CLOCK);
                        let refused = matches!(
                            decided,
                            Err(Refusal::QuoteState { .. } | Refusal::NotLatest { .. } | Refusal::OpenRevision(_))
                        );
                        let offered = Act::of(opportunity, quote).contains(&act);
                        assert_eq!(offered, !refused, "{act:?} of {:?}", quote.state());
                        if let Ok(change) = decided {
                            let mut after = book.clone();
                            after.apply(&change);
                            next.push(after);
                        }
                    }
                }
            }
            books = next;
        }
        assert!(books.iter().any(|book| book.opportunity(id).unwrap().quote(key(1, 2)).is_some()));
    }
}
