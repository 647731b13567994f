//! What the dialog is about, and what RULES §4 makes of it: defaults, fates, reasons.

use std::collections::BTreeMap;

use super::entered::{Entered, Picks};
use crate::domain::forms::{Months, Typed, closing_input};
use crate::domain::{
    Clock, ClosingInput, Date, DraftRule, Fate, Field, Lists, Money, Opportunity, Outcome, QuoteKey, ReasonId,
    default_reason,
};
use crate::ui::text::Format;

/// What the dialog is about.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// What is closed, or whose closing is corrected.
    pub opportunity: &'a Opportunity,
    /// The status reasons and competitors.
    pub lists: &'a Lists,
    /// What drafts do.
    pub drafts: DraftRule,
    /// What time it is.
    pub clock: Clock,
    /// How the language writes a date.
    pub write: &'a dyn Fn(Date) -> String,
    /// How it calls the months.
    pub months: Months<'a>,
}

impl Case<'_> {
    /// What becomes of each open quote.
    pub fn fates(self, outcome: Outcome, picks: &Picks) -> BTreeMap<QuoteKey, Fate> {
        fates(self.opportunity, outcome, picks)
    }

    /// What the controls hold: what was entered, else the defaults of RULES §4.
    pub fn texts(self, entered: &Entered, fates: &BTreeMap<QuoteKey, Fate>) -> BTreeMap<Field, String> {
        let defaults = self.defaults(entered.outcome(), fates);
        let currency = self.opportunity.details.currency;
        let date = |date: Result<Option<Date>, _>| date.ok().flatten().map(self.write).unwrap_or_default();
        let money = |money: Result<Option<Money>, _>| money.ok().flatten().map(|money| Format::typed(money, currency));
        let text = |field, default: String| (field, entered.text(field).map_or(default, str::to_owned));
        let competitor = defaults.competitor.clone().ok().flatten().map(|name| name.to_string());
        let description = defaults.description.clone().ok().flatten().map(|text| text.to_string());
        let mut texts = BTreeMap::from([
            text(Field::ActualRevenue, money(defaults.revenue).unwrap_or_default()),
            text(Field::CloseDate, date(defaults.date)),
            text(Field::Competitor, competitor.unwrap_or_default()),
            text(Field::RevisitOn, date(defaults.revisit_on)),
            text(Field::Description, description.unwrap_or_default()),
            text(Field::Quotes, String::new()),
        ]);
        let named = texts.get(&Field::Competitor).is_some_and(|name| !name.chars().all(char::is_whitespace));
        let reason = self.reason(entered, &defaults, named);
        texts.extend([text(Field::StatusReason, reason.map_or_else(String::new, |id| id.code().to_owned()))]);
        texts
    }

    /// What the dialog offers for this outcome: for that of the closing that is corrected, its values; for the other one,
    /// and for closing, the defaults. Date and description belong to neither outcome.
    fn defaults(self, outcome: Outcome, fates: &BTreeMap<QuoteKey, Fate>) -> ClosingInput {
        let it = self.opportunity;
        let usual = it.closing_defaults(outcome, self.lists, self.clock);
        let usual = ClosingInput { revenue: Ok(it.default_revenue(outcome, fates)), ..usual };
        match it.closing().map(|closing| closing.input(self.lists)) {
            Some(present) if present.outcome == outcome => present,
            Some(present) => ClosingInput { date: present.date, description: present.description, ..usual },
            None => usual,
        }
    }

    /// The reason that stands there unless one was picked. Once the competitor's name was changed, it follows the name.
    fn reason(self, entered: &Entered, defaults: &ClosingInput, named: bool) -> Option<ReasonId> {
        let outcome = entered.outcome();
        let present = self.opportunity.closing().is_some_and(|closing| closing.outcome() == outcome);
        if present || entered.text(Field::Competitor).is_none() {
            return defaults.reason;
        }
        let canceled = self.opportunity.canceled_closings.last().map(|canceled| &canceled.closing);
        let earlier = canceled.filter(|closing| closing.outcome() == outcome).map(|closing| closing.facts().reason.id);
        let offered = |id: &ReasonId| self.lists.offered(outcome).any(|reason| reason.id == *id);
        default_reason(outcome, named, self.lists).or_else(|| earlier.filter(offered))
    }

    pub fn input(
        self,
        outcome: Outcome,
        texts: &BTreeMap<Field, String>,
        fates: &BTreeMap<QuoteKey, Fate>,
    ) -> ClosingInput {
        let typed =
            fates.iter().fold(typed(texts), |typed, (&quote, fate)| typed.with(Field::Fate(quote).name(), fate.code()));
        let open: Vec<QuoteKey> = fates.keys().copied().collect();
        closing_input(&typed, outcome, &open, self.opportunity.details.currency, self.months)
    }

    /// The reasons to choose from: those offered, and the one that stands there, should it be retired (R18).
    pub fn reasons(self, outcome: Outcome, chosen: Option<ReasonId>) -> Vec<ReasonId> {
        let kept = self.opportunity.closing().filter(|closing| closing.outcome() == outcome);
        let kept = kept.map(|closing| closing.facts().reason.id);
        let stays = |id| Some(id) == kept || Some(id) == chosen;
        let listed = self.lists.reasons.iter().filter(|reason| reason.kind.outcome() == outcome);
        let offered = listed.filter(|reason| !reason.retired || stays(reason.id));
        let mut reasons: Vec<ReasonId> = offered.map(|reason| reason.id).collect();
        reasons.extend(kept.filter(|&id| self.lists.reason(id).is_none()));
        reasons
    }
}

/// What the controls hold, under their names.
pub fn typed(texts: &BTreeMap<Field, String>) -> Typed {
    Typed(texts.iter().map(|(field, text)| (field.name(), text.clone())).collect())
}

/// What becomes of each open quote: as picked, where that can be, else by default. One quote wins: when another one is
/// picked, the default winner becomes what it would be without winning.
pub fn fates(it: &Opportunity, outcome: Outcome, picks: &Picks) -> BTreeMap<QuoteKey, Fate> {
    let pick = |quote: QuoteKey| picks.get(&quote).copied().filter(|&fate| can_be(it, outcome, quote, fate));
    let mut fates = it.default_fates(Some(outcome));
    let winner_is_picked = fates.keys().any(|&quote| pick(quote) == Some(Fate::Won));
    let losing = it.default_fates(None);
    for (&quote, fate) in &mut fates {
        match pick(quote) {
            Some(picked) => *fate = picked,
            None if winner_is_picked => *fate = losing.get(&quote).copied().unwrap_or(*fate),
            None => {}
        }
    }
    fates
}

/// Whether the fate can be picked for this quote (R6): Won only where the opportunity is, the quote has a total, and
/// no quote is Won already.
pub fn can_be(opportunity: &Opportunity, outcome: Outcome, quote: QuoteKey, fate: Fate) -> bool {
    let has_total = || opportunity.quote(quote).and_then(|it| it.total(opportunity.details.currency)).is_some();
    fate != Fate::Won || (outcome == Outcome::Won && opportunity.won_quote().is_none() && has_total())
}
