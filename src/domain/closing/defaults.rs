//! What the dialog starts with (RULES §4, R6, R14), and when the program offers it (R5).

use std::collections::BTreeMap;

use super::{Closing, ClosingInput, Settlement};
use crate::domain::{
    Clock, DraftRule, Fate, Lists, Money, Opportunity, Outcome, Quote, QuoteKey, QuoteState, ReasonId,
};

impl Opportunity {
    /// The quotes that stop it from closing (R6, R7).
    pub fn blocking_quotes(&self, drafts: DraftRule) -> impl Iterator<Item = &Quote> {
        self.open_quotes().filter(move |quote| quote.state() == QuoteState::Active || drafts == DraftRule::Block)
    }

    /// What becomes of each open quote unless the user says otherwise (R6). Without an outcome, the fates with which
    /// *close all quotes* starts.
    pub fn default_fates(&self, outcome: Option<Outcome>) -> BTreeMap<QuoteKey, Fate> {
        let active: Vec<QuoteKey> =
            self.open_quotes().filter(|quote| quote.state() == QuoteState::Active).map(|quote| quote.key).collect();
        let winner = match active.as_slice() {
            [only] if outcome == Some(Outcome::Won) && self.won_quote().is_none() => Some(*only),
            _ => None,
        };
        let fate = |quote: &Quote| match quote.state() {
            _ if Some(quote.key) == winner => Fate::Won,
            QuoteState::Draft => Fate::Canceled,
            _ => Fate::Lost,
        };
        let mut fates = BTreeMap::new();
        fates.extend(self.open_quotes().map(|quote| (quote.key, fate(quote))));
        fates
    }

    /// The fate of each open quote, by default or as chosen; whether it may be so is for [`ClosingInput::check`].
    pub fn fates(&self, outcome: Outcome, quotes: &Settlement) -> BTreeMap<QuoteKey, Fate> {
        let mut fates = self.default_fates(Some(outcome));
        for (key, fate) in &mut fates {
            if let Some(chosen) = quotes.fates.get(key) {
                *fate = *chosen;
            }
        }
        fates
    }

    /// The revenue that the dialog offers (RULES §4): for Won the winner's total, chosen here or Won before, else the
    /// estimate; for Lost none. Where that is empty, what the closing canceled last had (R14).
    pub fn default_revenue(&self, outcome: Outcome, fates: &BTreeMap<QuoteKey, Fate>) -> Option<Money> {
        let usual = match outcome {
            Outcome::Won => self.winner_total(fates).or_else(|| self.estimated_revenue()),
            Outcome::Lost => None,
        };
        usual.or_else(|| self.canceled_last(outcome).and_then(Closing::revenue))
    }

    /// The closing that was canceled last, if it had this outcome.
    fn canceled_last(&self, outcome: Outcome) -> Option<&Closing> {
        let last = self.canceled_closings.last().map(|canceled| &canceled.closing);
        last.filter(|closing| closing.outcome() == outcome)
    }

    /// The quote that is Won or would be by these fates.
    pub fn winner(&self, fates: &BTreeMap<QuoteKey, Fate>) -> Option<&Quote> {
        let chosen = fates.iter().find(|(_, fate)| **fate == Fate::Won).and_then(|(key, _)| self.quote(*key));
        chosen.or_else(|| self.won_quote())
    }

    /// What that quote costs.
    pub fn winner_total(&self, fates: &BTreeMap<QuoteKey, Fate>) -> Option<Money> {
        self.winner(fates).and_then(|quote| quote.total(self.details.currency))
    }

    /// What the dialog starts with, opened for this outcome: the defaults of RULES §4, and where those are empty the
    /// values of the closing that was canceled last (R14).
    pub fn closing_defaults(&self, outcome: Outcome, lists: &Lists, clock: Clock) -> ClosingInput {
        let earlier = self.canceled_closings.last().map(|canceled| &canceled.closing);
        let same = self.canceled_last(outcome);
        let offered = |id: &ReasonId| lists.offered(outcome).any(|reason| reason.id == *id);
        let competitor =
            same.and_then(|closing| closing.competitor()).map(|competitor| competitor.shown(lists).clone());
        let earlier_reason = same.map(|closing| closing.facts.reason.id).filter(offered);
        let reason = default_reason(outcome, false, lists)
            .or(earlier_reason)
            .or_else(|| default_reason(outcome, competitor.is_some(), lists));
        let fates = self.default_fates(Some(outcome));
        ClosingInput {
            outcome,
            reason,
            revenue: Ok(self.default_revenue(outcome, &fates)),
            date: Ok(Some(clock.today())),
            competitor: Ok(competitor),
            description: Ok(earlier.and_then(|closing| closing.facts.description.clone())),
            revisit_on: Ok(same.and_then(Closing::revisit_on)),
            quotes: Settlement::default(),
        }
    }
}

/// The reason that the dialog picks by itself (RULES §4): *Won* for Won; for Lost *Out-Sold* once a competitor is named,
/// otherwise none. A retired one is not picked; for Won the first that is offered stands in.
pub fn default_reason(outcome: Outcome, competitor_named: bool, lists: &Lists) -> Option<ReasonId> {
    use crate::domain::BuiltInReason::{OutSold, Won};
    let offered = |wanted| {
        let wanted = ReasonId::BuiltIn(wanted);
        lists.offered(outcome).map(|reason| reason.id).find(|&id| id == wanted)
    };
    match outcome {
        Outcome::Won => offered(Won).or_else(|| lists.offered(outcome).map(|reason| reason.id).next()),
        Outcome::Lost if competitor_named => offered(OutSold),
        Outcome::Lost => None,
    }
}

/// The closing that the program offers after an act on quotes (R5): as Won when one was won, as Lost when the last open
/// one was closed as Lost and none is Won.
pub fn offer(before: &Opportunity, after: &Opportunity) -> Option<Outcome> {
    if after.closing().is_some() {
        return None;
    }
    let newly_lost = |quote: &Quote| {
        let lost = |state| matches!(state, QuoteState::Closed(crate::domain::QuoteClosed::Lost, _));
        lost(quote.state()) && before.quote(quote.key).is_some_and(|earlier| !lost(earlier.state()))
    };
    match after.won_quote() {
        Some(won) if before.quote(won.key).is_some_and(|quote| quote.state().is_won()) => None,
        Some(_) => Some(Outcome::Won),
        None if after.open_quotes().next().is_none() && after.quotes.iter().any(newly_lost) => Some(Outcome::Lost),
        None => None,
    }
}
