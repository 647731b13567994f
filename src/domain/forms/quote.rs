//! The form of a draft quote (RULES §3).

use super::{Months, Reader, Typed};
use crate::domain::{Currency, Field, FieldProblem, Problem, QuoteEntry, QuoteLineEntry};

/// The entry that the form makes, in the opportunity's currency. A line without an amount is let through here: whether it
/// may be so is for the quote to say, which knows how the line came to it (R21).
///
/// # Errors
/// Every problem at its field.
pub fn quote_entry(typed: &Typed, currency: Currency, months: Months<'_>) -> Result<QuoteEntry, Vec<FieldProblem>> {
    let mut form = Reader::new(typed, months);
    let name = form.required_text(Field::QuoteName);
    let effective_from = form.date(Field::EffectiveFrom);
    let effective_to = form.date(Field::EffectiveTo);
    let due_by = form.date(Field::DueBy);
    let description = form.long_text(Field::Description);
    let lines: Vec<QuoteLineEntry> = form.rows().filter_map(|row| line(&mut form, row, currency)).collect();
    form.lines_as_a_whole(lines.iter().map(|line| line.amount), currency);
    if effective_from.zip(effective_to).is_some_and(|(from, to)| to < from) {
        form.problem(Field::EffectiveTo, Problem::EndBeforeStart);
    }
    let total = if form.rows().is_empty() { form.money(Field::Total, currency) } else { None };
    let entry = name.map(|name| QuoteEntry { name, total, lines, effective_from, effective_to, due_by, description });
    form.done(entry)
}

fn line(form: &mut Reader<'_>, row: usize, currency: Currency) -> Option<QuoteLineEntry> {
    let line = form.line(row, currency);
    let amount = form.money(Field::LineAmount(row), currency);
    line.map(|line| QuoteLineEntry { line, amount })
}
