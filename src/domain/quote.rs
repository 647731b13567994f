//! A quote: an offer made for one opportunity, and what it decides itself (RULES §3, R4, R21).
//!
//! A quote has no currency of its own: it is in its opportunity's (R12). Its state is that of its last step; the steps
//! are its history. What winning does to its siblings (R5) is decided in `opportunity.rs`.

use super::{
    Clock, Currency, Date, Field, FieldProblem, Instant, Line, LineId, LongText, Money, Problem, QuoteAct, QuoteKey,
    Refusal, Text, choice::choice, line,
};

/// What a quote is called.
pub type QuoteName = Text<300>;

/// An offer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Quote {
    /// Number and revision.
    pub key: QuoteKey,
    /// What it says.
    pub content: QuoteContent,
    /// How it came to where it is, oldest first; never empty.
    pub steps: Vec<QuoteStep>,
}

/// What a quote says; what *revise* copies.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct QuoteContent {
    /// What it is called.
    pub name: QuoteName,
    /// What it costs.
    pub price: Price,
    /// The first day on which it holds.
    pub effective_from: Option<Date>,
    /// The last day on which it holds, not before the first.
    pub effective_to: Option<Date>,
    /// When it has to be paid.
    pub due_by: Option<Date>,
    /// Anything else.
    pub description: Option<LongText>,
}

/// What a quote costs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Price {
    /// A total that was typed, if any.
    Typed(Option<Money>),
    /// The sum of these lines, at least one.
    Lines(Vec<QuoteLine>),
}

/// A piece of project work that is offered.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct QuoteLine {
    /// Name, billing method, customer budget.
    pub line: Line,
    /// What is asked for it. Absent only on a line that was copied without a budget; such a line blocks activation.
    pub amount: Option<Money>,
}

/// Something that happened to a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct QuoteStep {
    /// What it became.
    pub state: QuoteState,
    /// When.
    pub at: Instant,
}

/// Where a quote stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum QuoteState {
    /// It is being written.
    Draft,
    /// It is offered.
    Active,
    /// It was accepted, on that day.
    Won(Date),
    /// It is settled otherwise, since that day.
    Closed(QuoteClosed, Date),
}

/// Why a quote is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuoteClosed {
    /// It was declined.
    Lost,
    /// It was withdrawn.
    Canceled,
    /// A later revision replaced it.
    Revised,
}

choice! {
    /// What becomes of an open quote when its opportunity closes (R6).
    Fate {
        /// It is the one that the customer bought.
        Won,
        /// The customer declined it.
        Lost,
        /// It is withdrawn.
        Canceled,
    }
}

impl Fate {
    pub(in crate::domain) fn state(self, on: Date) -> QuoteState {
        match self {
            Self::Won => QuoteState::Won(on),
            Self::Lost => QuoteState::Closed(QuoteClosed::Lost, on),
            Self::Canceled => QuoteState::Closed(QuoteClosed::Canceled, on),
        }
    }
}

impl QuoteState {
    /// Draft or Active.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Draft | Self::Active)
    }

    /// Won, on whatever day.
    pub fn is_won(self) -> bool {
        matches!(self, Self::Won(_))
    }

    /// The day since which it is settled; absent while it is open.
    pub fn closed_on(self) -> Option<Date> {
        match self {
            Self::Draft | Self::Active => None,
            Self::Won(on) | Self::Closed(_, on) => Some(on),
        }
    }
}

impl Price {
    /// The total: the sum of the lines, or what was typed without any. Absent while a line has no amount.
    pub fn total(&self, currency: Currency) -> Option<Money> {
        match self {
            Self::Typed(total) => *total,
            Self::Lines(lines) => {
                let amounts: Option<Vec<Money>> = lines.iter().map(|line| line.amount).collect();
                currency.sum(amounts?)
            }
        }
    }

    /// The lines; none for a typed total.
    pub fn lines(&self) -> &[QuoteLine] {
        match self {
            Self::Typed(_) => &[],
            Self::Lines(lines) => lines,
        }
    }

    /// The price when these become the lines (R21): the first line replaces a typed total, and when the last one goes
    /// its sum is kept as the total.
    #[must_use]
    pub fn with_lines(&self, lines: Vec<QuoteLine>, currency: Currency) -> Self {
        if lines.is_empty() { Self::Typed(self.total(currency)) } else { Self::Lines(lines) }
    }
}

/// A draft's content as it was entered and checked: `Quote::edit` gives the new lines their ids.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct QuoteEntry {
    /// What it is called.
    pub name: QuoteName,
    /// The total typed; counts only without lines.
    pub total: Option<Money>,
    /// The lines in their order.
    pub lines: Vec<QuoteLineEntry>,
    /// The first day on which it holds.
    pub effective_from: Option<Date>,
    /// The last day on which it holds.
    pub effective_to: Option<Date>,
    /// When it has to be paid.
    pub due_by: Option<Date>,
    /// Anything else.
    pub description: Option<LongText>,
}

/// A quote line as it was entered.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct QuoteLineEntry {
    /// Name, billing method, budget.
    pub line: line::LineEntry,
    /// What is asked for it.
    pub amount: Option<Money>,
}

impl Quote {
    /// Where it stands.
    pub fn state(&self) -> QuoteState {
        self.steps.last().map_or(QuoteState::Draft, |step| step.state)
    }

    /// What it costs in all; absent while that is not known.
    pub fn total(&self, currency: Currency) -> Option<Money> {
        self.content.price.total(currency)
    }

    /// Whether it is an offer that holds no more (RULES §3): Active, and *effective to* has passed.
    pub fn is_expired(&self, today: Date) -> bool {
        self.state() == QuoteState::Active && self.content.effective_to.is_some_and(|last| last < today)
    }

    /// A new draft with this content.
    pub(in crate::domain) fn draft(key: QuoteKey, content: QuoteContent, now: Instant) -> Self {
        Self { key, content, steps: vec![QuoteStep { state: QuoteState::Draft, at: now }] }
    }

    /// The draft with another content.
    pub(in crate::domain) fn edit(&mut self, entry: &QuoteEntry, currency: Currency) -> Result<(), Refusal> {
        self.must_be(QuoteAct::Edit, self.state() == QuoteState::Draft)?;
        let problems = entry.problems(&self.content.price, currency);
        if !problems.is_empty() {
            return Err(Refusal::Problems(problems));
        }
        let known: Vec<LineId> = self.lines().iter().map(|line| line.line.id).collect();
        let numbered = line::number(&known, entry.lines.iter().map(|line| &line.line));
        let lines: Vec<QuoteLine> = numbered
            .into_iter()
            .zip(&entry.lines)
            .map(|(line, entry)| QuoteLine { line, amount: entry.amount })
            .collect();
        self.content = QuoteContent {
            name: entry.name.clone(),
            price: if lines.is_empty() { Price::Typed(entry.total) } else { Price::Lines(lines) },
            effective_from: entry.effective_from,
            effective_to: entry.effective_to,
            due_by: entry.due_by,
            description: entry.description.clone(),
        };
        Ok(())
    }

    /// Draft → Active: needs a total, and an amount on every line.
    pub(in crate::domain) fn activate(&mut self, currency: Currency, now: Instant) -> Result<(), Refusal> {
        self.must_be(QuoteAct::Activate, self.state() == QuoteState::Draft)?;
        let open = self.lines().iter().filter(|line| line.amount.is_none());
        let lines: Vec<String> = open.map(|line| line.line.name.to_string()).collect();
        if !lines.is_empty() {
            return Err(Refusal::LinesWithoutAmount { quote: self.key, lines });
        }
        if self.total(currency).is_none() {
            return Err(Refusal::NoTotal(self.key));
        }
        self.step(QuoteState::Active, now);
        Ok(())
    }

    /// Active → Lost.
    pub(in crate::domain) fn close_as_lost(&mut self, clock: Clock) -> Result<(), Refusal> {
        self.must_be(QuoteAct::CloseAsLost, self.state() == QuoteState::Active)?;
        self.step(QuoteState::Closed(QuoteClosed::Lost, clock.today()), clock.now);
        Ok(())
    }

    /// Active or Won → Canceled.
    pub(in crate::domain) fn cancel(&mut self, clock: Clock) -> Result<(), Refusal> {
        let state = self.state();
        self.must_be(QuoteAct::Cancel, state == QuoteState::Active || state.is_won())?;
        self.step(QuoteState::Closed(QuoteClosed::Canceled, clock.today()), clock.now);
        Ok(())
    }

    /// Refuses `act` unless `allowed`.
    pub(in crate::domain) fn must_be(&self, act: QuoteAct, allowed: bool) -> Result<(), Refusal> {
        let refusal = Refusal::QuoteState { quote: self.key, state: self.state(), act };
        if allowed { Ok(()) } else { Err(refusal) }
    }

    pub(in crate::domain) fn step(&mut self, state: QuoteState, at: Instant) {
        self.steps.push(QuoteStep { state, at });
    }

    fn lines(&self) -> &[QuoteLine] {
        self.content.price.lines()
    }
}

impl QuoteEntry {
    /// The same quote, to be entered again. Its total comes along even if it is the lines' sum, which stays when the last
    /// of them goes (R21).
    pub fn of(quote: &Quote, currency: Currency) -> Self {
        let content = &quote.content;
        let line = |QuoteLine { line, amount }: &QuoteLine| {
            let Line { id, name, billing, budget } = line.clone();
            QuoteLineEntry { line: line::LineEntry { id: Some(id), name, billing, budget }, amount: *amount }
        };
        Self {
            name: content.name.clone(),
            total: quote.total(currency),
            lines: quote.lines().iter().map(line).collect(),
            effective_from: content.effective_from,
            effective_to: content.effective_to,
            due_by: content.due_by,
            description: content.description.clone(),
        }
    }

    /// What is wrong with the entry as the content of a draft that costs `before`.
    fn problems(&self, before: &Price, currency: Currency) -> Vec<FieldProblem> {
        let mut problems = line::problems(self.lines.iter().map(|line| &line.line), currency);
        let unpriced =
            |id: Option<LineId>| before.lines().iter().any(|line| Some(line.line.id) == id && line.amount.is_none());
        for (row, entry) in self.lines.iter().enumerate() {
            match entry.amount {
                None if !unpriced(entry.line.id) => {
                    problems.push(FieldProblem::new(Field::LineAmount(row), Problem::Required));
                }
                Some(amount) if !currency.holds(amount) => problems.push(too_large(Field::LineAmount(row))),
                _ => {}
            }
        }
        if self.lines.is_empty() && self.total.is_some_and(|total| !currency.holds(total)) {
            problems.push(too_large(Field::Total));
        }
        if problems.is_empty() && currency.sum(self.lines.iter().filter_map(|line| line.amount)).is_none() {
            problems.push(FieldProblem::new(Field::Lines, Problem::SumTooLarge));
        }
        if let (Some(from), Some(to)) = (self.effective_from, self.effective_to)
            && to < from
        {
            problems.push(FieldProblem::new(Field::EffectiveTo, Problem::EndBeforeStart));
        }
        problems
    }
}

fn too_large(field: Field) -> FieldProblem {
    FieldProblem::new(field, super::MoneyProblem::TooLarge.into())
}
