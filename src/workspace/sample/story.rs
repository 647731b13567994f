//! Turns what is said about a deal into commands, at the clocks of the days on which it happened.

use std::collections::BTreeMap;

use super::deal::{Deal, Ending, Step};
use crate::domain::order::in_order;
use crate::domain::{
    BillingMethod, Book, Clock, ClosingEntry, ClosingInput, Command, Currency, Date, Details, Fate, Field,
    FieldProblem, Id, Instant, LineEntry, ListsCommand, LongText, Money, MoneyProblem, OpenReason, Opportunity,
    OpportunityCommand, OpportunityEntry, OpportunityId, Outcome, Percent, Problem, Quote, QuoteCommand, QuoteEntry,
    QuoteKey, QuoteLineEntry, ReasonId, Refusal, Revenue, Stage, Text, TextProblem,
};

/// The book in which all this happened, in the order of the days.
pub(super) fn tell(competitors: &[&str], deals: &[&Deal], clock: Clock) -> Result<Book, Refusal> {
    let mut teller = Teller { book: Book::default(), clock };
    for (place, name) in competitors.iter().enumerate() {
        let add = ListsCommand::AddCompetitor { id: id(1000 + place), name: needed(name)? };
        teller.act(&Command::Lists(add), clock)?;
    }
    let steps = deals.iter().enumerate().flat_map(|(place, deal)| {
        let told = deal.story.iter().map(move |(ago, step)| (*ago, place, deal, Some(step)));
        std::iter::once((deal.created, place, deal, None)).chain(told)
    });
    let steps = in_order(steps, |(ago, ..)| std::cmp::Reverse(*ago));
    for (order, (ago, place, deal, step)) in (0_i64..).zip(steps) {
        let clock = teller.days_ago(ago, order);
        match step {
            None => teller.create(id(place), deal, clock)?,
            Some(step) => teller.step(id(place), step, clock)?,
        }
    }
    Ok(teller.book)
}

struct Teller {
    book: Book,
    /// Today.
    clock: Clock,
}

impl Teller {
    fn act(&mut self, command: &Command, clock: Clock) -> Result<(), Refusal> {
        let change = self.book.decide(command, clock)?;
        self.book.apply(&change);
        Ok(())
    }

    fn act_on(&mut self, id: OpportunityId, command: OpportunityCommand, clock: Clock) -> Result<(), Refusal> {
        self.act(&Command::Opportunity(id, command), clock)
    }

    fn create(&mut self, id: OpportunityId, deal: &Deal, clock: Clock) -> Result<(), Refusal> {
        let currency = Currency::parse(deal.currency).unwrap_or(Currency::MYR);
        let line = |(name, billing, budget): &(&str, BillingMethod, i64)| {
            Ok(LineEntry { id: None, name: needed(name)?, billing: *billing, budget: money(*budget, currency)? })
        };
        let details = Details {
            topic: needed(deal.topic)?,
            customer: text(deal.customer)?,
            contact: text(deal.contact)?,
            currency,
            revenue: if deal.lines.is_empty() {
                Revenue::UserProvided(money(deal.estimate, currency)?)
            } else {
                Revenue::Calculated
            },
            estimated_close_date: self.in_days(deal.closes_in),
            probability: None,
            rating: deal.rating,
            stage: Stage::Qualify,
            budget: money(deal.budget, currency)?,
            timeframe: deal.timeframe,
            process: deal.process,
            account_manager: text("Hafiz Iskandar")?,
            contracting_unit: text(deal.unit)?,
            description: long(deal.description)?,
            customer_need: long(deal.need)?,
            proposed_solution: long(deal.solution)?,
        };
        let lines = deal.lines.iter().map(line).collect::<Result<_, Refusal>>()?;
        let entry = OpportunityEntry { details, open_reason: OpenReason::InProgress, lines };
        self.act_on(id, OpportunityCommand::Create(entry), clock)
    }

    fn step(&mut self, id: OpportunityId, step: &Step, clock: Clock) -> Result<(), Refusal> {
        let now = self.book.opportunity(id).ok_or(Refusal::NoOpportunity(id))?.clone();
        let mut entry = OpportunityEntry::of(&now);
        let command = match step {
            Step::Reaches(stage, probability) => {
                entry.details.stage = *stage;
                entry.details.probability = Percent::new(*probability);
                OpportunityCommand::Edit(entry)
            }
            Step::Waits => {
                entry.open_reason = OpenReason::OnHold;
                OpportunityCommand::Edit(entry)
            }
            Step::Note(note) => match long(note)? {
                Some(note) => OpportunityCommand::AddNote(note),
                None => return Ok(()),
            },
            Step::Quote(name, total, days) => {
                self.act_on(id, OpportunityCommand::AddQuote, clock)?;
                return self.write_newest(id, clock, |quote, currency| {
                    quote.name = needed(name)?;
                    quote.total = money(*total, currency)?;
                    quote.effective_from = (*days > 0).then(|| clock.today());
                    let days = u32::try_from(*days).unwrap_or_default();
                    quote.effective_to = quote.effective_from.and_then(|from| from.plus_days(days));
                    Ok(())
                });
            }
            Step::Revise(place, total) => {
                self.quote(id, *place, QuoteCommand::Revise, clock)?;
                return self.write_newest(id, clock, |quote, currency| {
                    quote.total = money(*total, currency)?;
                    Ok(())
                });
            }
            Step::Activate(place) => return self.quote(id, *place, QuoteCommand::Activate, clock),
            Step::Win(place) => return self.quote(id, *place, QuoteCommand::Win, clock),
            Step::Lose(place) => return self.quote(id, *place, QuoteCommand::CloseAsLost, clock),
            Step::Cancel(place) => return self.quote(id, *place, QuoteCommand::Cancel, clock),
            Step::Close(ending) => OpportunityCommand::Close(self.ending(&now, ending, clock)?),
            Step::Correct(ending) => OpportunityCommand::Correct(self.ending(&now, ending, clock)?),
            Step::Reopen => OpportunityCommand::Reopen,
        };
        self.act_on(id, command, clock)
    }

    fn quote(&mut self, id: Id, place: usize, command: QuoteCommand, clock: Clock) -> Result<(), Refusal> {
        let opportunity = self.book.opportunity(id).ok_or(Refusal::NoOpportunity(id))?;
        let key = opportunity.quotes.get(place).ok_or(Refusal::NoOpenQuote)?.key;
        self.act(&Command::Quote(id, key, command), clock)
    }

    /// Changes what the draft says that was made last.
    fn write_newest(
        &mut self,
        id: OpportunityId,
        clock: Clock,
        write: impl FnOnce(&mut QuoteEntry, Currency) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let opportunity = self.book.opportunity(id).ok_or(Refusal::NoOpportunity(id))?;
        let quote = opportunity.quotes.last().ok_or(Refusal::NoOpenQuote)?;
        let (key, mut entry) = (quote.key, entry_of(quote));
        write(&mut entry, opportunity.details.currency)?;
        self.act(&Command::Quote(id, key, QuoteCommand::Edit(entry)), clock)
    }

    /// The dialog, filled in.
    fn ending(&self, opportunity: &Opportunity, ending: &Ending, clock: Clock) -> Result<ClosingEntry, Refusal> {
        let rules = self.book.closing_rules();
        let mut input: ClosingInput = match opportunity.closing() {
            Some(corrected) => ClosingInput { outcome: ending.outcome, ..corrected.input(rules.lists) },
            None => opportunity.closing_defaults(ending.outcome, rules.lists, clock),
        };
        if ending.outcome == Outcome::Lost {
            input.revenue = Ok(None);
        }
        input.reason = Some(ReasonId::BuiltIn(ending.reason));
        input.competitor = Ok(text(ending.competitor)?);
        input.description = Ok(long(ending.description)?);
        input.revisit_on = Ok(self.in_days(ending.revisit_in));
        input.quotes.close_all = true;
        if let Some(quote) = ending.winner.and_then(|place| opportunity.quotes.get(place)) {
            let others = opportunity.open_quotes().map(|quote| (quote.key, Fate::Lost));
            let mut fates: BTreeMap<QuoteKey, Fate> = BTreeMap::new();
            fates.extend(others);
            fates.insert(quote.key, Fate::Won);
            input.revenue = Ok(quote.total(opportunity.details.currency));
            input.quotes.fates = fates;
        }
        if let Some(revenue) = money(ending.revenue, opportunity.details.currency)? {
            input.revenue = Ok(Some(revenue));
        }
        let checked = input.check(opportunity, rules).map_err(Refusal::Problems)?;
        Ok(checked.entry())
    }

    /// Office hours so many days ago; what happens later in the story happens later in the day.
    fn days_ago(&self, days: i64, order: i64) -> Clock {
        const MINUTE: i64 = 60_000;
        let ahead = i64::from(self.clock.ahead_of_utc) * MINUTE;
        let today = (self.clock.now.0 + ahead).div_euclid(1440 * MINUTE) * 1440 * MINUTE - ahead;
        let at = today - days.max(1) * 1440 * MINUTE + (9 * 60 + order * 3) * MINUTE;
        Clock { now: Instant(at), ahead_of_utc: self.clock.ahead_of_utc }
    }

    /// So many days from today; absent for 0 and beyond the calendar.
    fn in_days(&self, days: i64) -> Option<Date> {
        let (today, count) = (self.clock.today(), u32::try_from(days.unsigned_abs()).unwrap_or_default());
        match days {
            0 => None,
            1.. => today.plus_days(count),
            _ => today.minus_days(count),
        }
    }
}

fn entry_of(quote: &Quote) -> QuoteEntry {
    let content = &quote.content;
    let line = |line: &crate::domain::QuoteLine| {
        let crate::domain::Line { id, name, billing, budget } = line.line.clone();
        QuoteLineEntry { line: LineEntry { id: Some(id), name, billing, budget }, amount: line.amount }
    };
    QuoteEntry {
        name: content.name.clone(),
        total: None,
        lines: content.price.lines().iter().map(line).collect(),
        effective_from: content.effective_from,
        effective_to: content.effective_to,
        due_by: content.due_by,
        description: content.description.clone(),
    }
}

/// Ids that look drawn and are always the same.
fn id(place: usize) -> Id {
    let number = u64::try_from(place).unwrap_or_default().wrapping_add(1);
    Id::from_number(number.wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

fn text<const MAX: usize>(text: &str) -> Result<Option<Text<MAX>>, Refusal> {
    Text::parse(text).map_err(unwritable)
}

fn needed<const MAX: usize>(text: &str) -> Result<Text<MAX>, Refusal> {
    self::text(text)?.ok_or_else(|| problem(Problem::Required))
}

fn long(text: &str) -> Result<Option<LongText>, Refusal> {
    LongText::parse(text).map_err(unwritable)
}

fn money(major: i64, currency: Currency) -> Result<Option<Money>, Refusal> {
    let too_large = || problem(MoneyProblem::TooLarge.into());
    let some = |major: i64| Money::from_minor(major.saturating_mul(currency.scale())).ok_or_else(too_large).map(Some);
    if major == 0 { Ok(None) } else { some(major) }
}

fn unwritable(text: TextProblem) -> Refusal {
    problem(text.into())
}

/// The deals are checked by the tests, so where it stands does not matter.
fn problem(problem: Problem) -> Refusal {
    Refusal::Problems(vec![FieldProblem::new(Field::Topic, problem)])
}
