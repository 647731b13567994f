//! What the dialog holds, and the one decision about it (R15): the dialog asks it what is wrong and what would happen, and
//! [`Opportunity::close`] and [`Opportunity::correct`] ask it again before they change anything.

use std::collections::BTreeMap;

use super::{Before, ClosingFacts, CompetitorRef, ReasonRef, SettledQuote, Terms};
use crate::domain::order::in_order;
use crate::domain::{
    Clock, Currency, Date, DateProblem, DraftRule, Fate, Field, FieldProblem, Instant, Lists, LongText, Money,
    MoneyProblem, Name, Opportunity, Outcome, Problem, QuoteKey, ReasonId, TextProblem,
};

/// A closing as it was entered and checked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ClosingEntry {
    /// Won or Lost, with what only that outcome has. A competitor needs no id: the list is searched for the name.
    pub terms: Terms,
    /// Why.
    pub reason: ReasonId,
    /// The actual close date.
    pub date: Date,
    /// What was written about it.
    pub description: Option<LongText>,
    /// What happens to the quotes.
    pub quotes: Settlement,
}

/// What the dialog says about the quotes (R6).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Settlement {
    /// The tick box *Close all active and draft quotes with the opportunity*.
    pub close_all: bool,
    /// The fates that differ from the defaults; a quote that is not named has its default.
    pub fates: BTreeMap<QuoteKey, Fate>,
}

/// What the dialog holds: each field understood, or with its problem. Fields that the outcome does not show are not
/// looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosingInput {
    /// Which way it closes.
    pub outcome: Outcome,
    /// Why, once one is picked.
    pub reason: Option<ReasonId>,
    /// The actual revenue.
    pub revenue: Result<Option<Money>, MoneyProblem>,
    /// The actual close date.
    pub date: Result<Option<Date>, DateProblem>,
    /// The competitor's name.
    pub competitor: Result<Option<Name>, TextProblem>,
    /// What was written about it.
    pub description: Result<Option<LongText>, TextProblem>,
    /// When to ask again.
    pub revisit_on: Result<Option<Date>, DateProblem>,
    /// What happens to the quotes.
    pub quotes: Settlement,
}

/// Something unusual that does not stop a closing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClosingWarning {
    /// The close date has not come yet.
    DateInFuture,
    /// The close date lies before the day on which the opportunity was created.
    DateBeforeCreated,
    /// The customer would be asked again before the opportunity is lost.
    RevisitBeforeClose,
    /// It is won, and none of its quotes is.
    NoWinner,
    /// It is lost, and this quote stays Won.
    WonQuote(QuoteKey),
}

/// What a closing is judged by besides the opportunity.
#[derive(Clone, Copy, Debug)]
pub struct ClosingRules<'a> {
    /// The status reasons and competitors.
    pub lists: &'a Lists,
    /// What drafts do.
    pub drafts: DraftRule,
}

/// An input that can be carried out on its opportunity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedClosing {
    /// Won or Lost.
    pub terms: Terms,
    /// Why.
    pub reason: ReasonRef,
    /// The actual close date.
    pub date: Date,
    /// What was written about it.
    pub description: Option<LongText>,
    /// What becomes of each open quote.
    pub fates: BTreeMap<QuoteKey, Fate>,
    close_all: bool,
}

impl CheckedClosing {
    /// The entry that says the same, to be sent as a command.
    pub fn entry(&self) -> ClosingEntry {
        ClosingEntry {
            terms: self.terms.clone(),
            reason: self.reason.id,
            date: self.date,
            description: self.description.clone(),
            quotes: Settlement { close_all: self.close_all, fates: self.fates.clone() },
        }
    }

    pub(super) fn facts(
        self,
        number: u32,
        settled: Vec<SettledQuote>,
        before: Before,
        estimate: Option<Money>,
        done_at: Instant,
    ) -> ClosingFacts {
        let Self { terms, reason, date, description, .. } = self;
        ClosingFacts { number, terms, reason, date, description, done_at, settled, before, estimate }
    }
}

impl ClosingInput {
    /// The one decision about a closing (R15), for an open opportunity and for the correction of a closed one.
    ///
    /// # Errors
    /// Every problem, of the fields and of the quotes, in the order of the dialog (R9).
    pub fn check(
        &self,
        opportunity: &Opportunity,
        rules: ClosingRules<'_>,
    ) -> Result<CheckedClosing, Vec<FieldProblem>> {
        let mut problems = Problems::default();
        let description = problems.take(Field::Description, self.description.clone()).flatten();
        let reason = problems.take(Field::StatusReason, self.reason_ref(opportunity, rules.lists));
        let explained = reason.as_ref().is_some_and(|reason| {
            let listed = rules.lists.reason(reason.id);
            !listed.is_some_and(|listed| listed.needs_description) || description.is_some()
        });
        if reason.is_some() && !explained && self.description.is_ok() {
            problems.add(Field::Description, Problem::DescriptionRequired);
        }
        let date =
            problems.take(Field::CloseDate, self.date).and_then(|date| problems.required(Field::CloseDate, date));
        let terms = self.terms(opportunity, rules.lists, &mut problems);
        let fates = opportunity.fates(self.outcome, &self.quotes);
        self.check_quotes(opportunity, rules.drafts, &fates, &mut problems);
        match (terms, reason, date) {
            (Some(terms), Some(reason), Some(date)) if problems.0.is_empty() => {
                Ok(CheckedClosing { terms, reason, date, description, fates, close_all: self.quotes.close_all })
            }
            _ => Err(problems.in_order()),
        }
    }

    /// What is unusual about it, for whatever of it could be understood.
    pub fn warnings(&self, opportunity: &Opportunity, clock: Clock) -> Vec<ClosingWarning> {
        let mut warnings = Vec::new();
        if let Ok(Some(date)) = self.date {
            if date > clock.today() {
                warnings.push(ClosingWarning::DateInFuture);
            }
            if date < clock.day_of(opportunity.created_on) {
                warnings.push(ClosingWarning::DateBeforeCreated);
            }
            if let (Outcome::Lost, Ok(Some(revisit_on))) = (self.outcome, self.revisit_on)
                && revisit_on < date
            {
                warnings.push(ClosingWarning::RevisitBeforeClose);
            }
        }
        let fates = opportunity.fates(self.outcome, &self.quotes);
        match (self.outcome, opportunity.winner(&fates)) {
            (Outcome::Won, None) if !opportunity.quotes.is_empty() => warnings.push(ClosingWarning::NoWinner),
            (Outcome::Lost, Some(quote)) if quote.state().is_won() => {
                warnings.push(ClosingWarning::WonQuote(quote.key));
            }
            _ => {}
        }
        warnings
    }

    /// The reason as the record will keep it. A correction may keep a reason that was retired since.
    fn reason_ref(&self, opportunity: &Opportunity, lists: &Lists) -> Result<ReasonRef, Problem> {
        let id = self.reason.ok_or(Problem::Required)?;
        let corrected = opportunity.closing().filter(|closing| closing.outcome() == self.outcome);
        let kept = corrected.map(|closing| &closing.facts.reason).filter(|reason| reason.id == id);
        match lists.reason(id) {
            Some(reason) if reason.kind.outcome() != self.outcome => Err(Problem::Choice),
            Some(reason) if reason.retired && kept.is_none() => Err(Problem::ReasonRetired),
            Some(reason) => Ok(ReasonRef { id, name: reason.name.clone() }),
            None => kept.cloned().ok_or(Problem::Choice),
        }
    }

    fn terms(&self, opportunity: &Opportunity, lists: &Lists, problems: &mut Problems) -> Option<Terms> {
        let holds = |money: Option<Money>, currency: Currency| match money {
            Some(money) if !currency.holds(money) => Err(MoneyProblem::TooLarge),
            money => Ok(money),
        };
        let revenue = self.revenue.and_then(|money| holds(money, opportunity.details.currency));
        let revenue = problems.take(Field::ActualRevenue, revenue);
        match self.outcome {
            Outcome::Won => revenue
                .and_then(|money| problems.required(Field::ActualRevenue, money))
                .map(|revenue| Terms::Won { revenue }),
            Outcome::Lost => {
                let competitor = problems.take(Field::Competitor, self.competitor.clone()).flatten();
                let revisit_on = problems.take(Field::RevisitOn, self.revisit_on).flatten();
                let competitor = competitor.map(|name| CompetitorRef::named(name, lists));
                revenue.map(|revenue| Terms::Lost { revenue, competitor, revisit_on })
            }
        }
    }

    fn check_quotes(
        &self,
        opportunity: &Opportunity,
        drafts: DraftRule,
        fates: &BTreeMap<QuoteKey, Fate>,
        problems: &mut Problems,
    ) {
        let blocking: Vec<QuoteKey> = opportunity.blocking_quotes(drafts).map(|quote| quote.key).collect();
        if !blocking.is_empty() && !self.quotes.close_all {
            problems.add(Field::Quotes, Problem::QuotesBlock(blocking));
            return;
        }
        for key in self.quotes.fates.keys().filter(|key| !fates.contains_key(key)) {
            problems.add(Field::Fate(*key), Problem::QuoteNotOpen);
        }
        let mut winner = opportunity.won_quote().map(|quote| quote.key);
        for (&key, _) in fates.iter().filter(|(_, fate)| **fate == Fate::Won) {
            let total = opportunity.quote(key).and_then(|quote| quote.total(opportunity.details.currency));
            if self.outcome == Outcome::Lost {
                problems.add(Field::Fate(key), Problem::WonOnLost);
            } else if let Some(winner) = winner {
                problems.add(Field::Fate(key), Problem::OneWinner(winner));
            } else if total.is_none() {
                problems.add(Field::Fate(key), Problem::NoTotal);
            }
            winner = winner.or(Some(key));
        }
    }
}

impl ClosingEntry {
    /// The dialog that would hold this entry.
    pub fn input(&self) -> ClosingInput {
        let (outcome, revenue, competitor, revisit_on) = match &self.terms {
            Terms::Won { revenue } => (Outcome::Won, Some(*revenue), None, None),
            Terms::Lost { revenue, competitor, revisit_on } => {
                (Outcome::Lost, *revenue, competitor.as_ref().map(|competitor| competitor.name.clone()), *revisit_on)
            }
        };
        ClosingInput {
            outcome,
            reason: Some(self.reason),
            revenue: Ok(revenue),
            date: Ok(Some(self.date)),
            competitor: Ok(competitor),
            description: Ok(self.description.clone()),
            revisit_on: Ok(revisit_on),
            quotes: self.quotes.clone(),
        }
    }
}

/// Problems as they are found.
#[derive(Default)]
struct Problems(Vec<FieldProblem>);

impl Problems {
    fn add(&mut self, field: Field, problem: Problem) {
        self.0.push(FieldProblem::new(field, problem));
    }

    fn take<T, P: Into<Problem>>(&mut self, field: Field, result: Result<T, P>) -> Option<T> {
        result.map_err(|problem| self.add(field, problem.into())).ok()
    }

    fn required<T>(&mut self, field: Field, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.add(field, Problem::Required);
        }
        value
    }

    /// In the order in which the dialog shows the fields.
    fn in_order(self) -> Vec<FieldProblem> {
        let place = |field: Field| match field {
            Field::StatusReason => 0,
            Field::Competitor => 1,
            Field::ActualRevenue => 2,
            Field::CloseDate => 3,
            Field::RevisitOn => 4,
            // The description, and behind it what is wrong with the quotes: they were found in that order.
            _ => 5,
        };
        in_order(self.0, |problem| place(problem.field))
    }
}
