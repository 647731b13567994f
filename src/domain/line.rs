//! A line: a piece of project work, on an opportunity or a quote (RULES §2).

use super::{Currency, Field, FieldProblem, Money, MoneyProblem, Problem, Text, choice::choice};

/// How many lines an opportunity or a quote can have.
pub const MAX_LINES: usize = 50;

/// What a line is called.
pub type LineName = Text<100>;

/// Which line of its opportunity or quote. It stays when lines are reordered.
pub type LineId = u32;

/// A piece of project work.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Line {
    /// Unique within its opportunity or quote.
    pub id: LineId,
    /// What it is.
    pub name: LineName,
    /// How it is charged.
    pub billing: BillingMethod,
    /// What the customer means to spend on it.
    pub budget: Option<Money>,
}

choice! {
    /// How a line is charged.
    BillingMethod {
        /// By the hour and by what is used.
        TimeAndMaterial,
        /// One amount agreed beforehand.
        FixedPrice,
    }
}

/// A line as it was entered: `id` is absent on a new one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LineEntry {
    /// The line that it was, if it is not new.
    pub id: Option<LineId>,
    /// What it is.
    pub name: LineName,
    /// How it is charged.
    pub billing: BillingMethod,
    /// What the customer means to spend on it.
    pub budget: Option<Money>,
}

/// The entered lines with their ids: a known one keeps its id, each other one gets a new one that was not in use.
pub(in crate::domain) fn number<'a>(known: &[LineId], entries: impl Iterator<Item = &'a LineEntry>) -> Vec<Line> {
    let highest = known.iter().copied().max().unwrap_or(0);
    let in_use = |id: LineId, taken: &[LineId]| known.contains(&id) || taken.contains(&id);
    let mut taken: Vec<LineId> = Vec::new();
    let mut lines = Vec::new();
    for entry in entries {
        let kept = entry.id.filter(|id| known.contains(id) && !taken.contains(id));
        // Behind all that were; only where there is no number left behind them, a free one before.
        let free = || (highest.saturating_add(1)..=LineId::MAX).chain(1..highest).find(|id| !in_use(*id, &taken));
        let Some(id) = kept.or_else(free) else { continue };
        taken.push(id);
        lines.push(Line { id, name: entry.name.clone(), billing: entry.billing, budget: entry.budget });
    }
    lines
}

/// What is wrong with the entered lines.
pub(in crate::domain) fn problems<'a>(
    entries: impl Iterator<Item = &'a LineEntry>,
    currency: Currency,
) -> Vec<FieldProblem> {
    let mut problems = Vec::new();
    let mut count = 0;
    for (row, entry) in entries.enumerate() {
        count += 1;
        if entry.budget.is_some_and(|budget| !currency.holds(budget)) {
            problems.push(FieldProblem::new(Field::LineBudget(row), MoneyProblem::TooLarge.into()));
        }
    }
    if count > MAX_LINES {
        problems.push(FieldProblem::new(Field::Lines, Problem::TooManyLines { max: MAX_LINES }));
    }
    problems
}
