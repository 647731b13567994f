//! The opportunity's form (RULES §2).

use super::{Months, Reader, Typed, optional};
use crate::domain::{
    Currency, Details, Field, FieldProblem, LineEntry, OpenReason, OpportunityEntry, Percent, Problem, Process, Rating,
    Revenue, Stage, Timeframe,
};

/// The codes of the two sources of the estimate (R20): it is typed, or it is the sum of the lines.
pub const USER_PROVIDED: &str = "UserProvided";
/// See [`USER_PROVIDED`].
pub const CALCULATED: &str = "Calculated";

/// The entry that the form makes.
///
/// # Errors
/// Every problem at its field. Amounts are judged by the currency typed; when that is none, only it is a problem.
pub fn opportunity_entry(typed: &Typed, months: Months<'_>) -> Result<OpportunityEntry, Vec<FieldProblem>> {
    let mut form = Reader::new(typed, months);
    let topic = form.required_text(Field::Topic);
    let customer = form.text(Field::Customer);
    let contact = form.text(Field::Contact);
    let stage = form.choice(Field::Stage, Stage::from_code);
    let open_reason = form.choice(Field::OpenReason, OpenReason::from_code);
    let currency = form.choice(Field::Currency, Currency::parse);
    let revenue = currency.and_then(|currency| revenue(&mut form, currency));
    let estimated_close_date = form.date(Field::EstimatedCloseDate);
    let read = optional(form.raw(Field::Probability), percent);
    let probability = form.take(Field::Probability, read).flatten();
    let rating = form.choice(Field::Rating, Rating::from_code);
    let description = form.long_text(Field::Description);
    let budget = currency.and_then(|currency| form.money(Field::Budget, currency));
    let timeframe = form.optional_choice(Field::Timeframe, Timeframe::from_code);
    let process = form.optional_choice(Field::Process, Process::from_code);
    let account_manager = form.text(Field::AccountManager);
    let contracting_unit = form.text(Field::ContractingUnit);
    let customer_need = form.long_text(Field::CustomerNeed);
    let proposed_solution = form.long_text(Field::ProposedSolution);
    let lines = currency.map(|currency| lines(&mut form, currency));
    let entry = || {
        let details = Details {
            topic: topic?,
            customer,
            contact,
            currency: currency?,
            revenue: revenue?,
            estimated_close_date,
            probability,
            rating: rating?,
            stage: stage?,
            budget,
            timeframe,
            process,
            account_manager,
            contracting_unit,
            description,
            customer_need,
            proposed_solution,
        };
        Some(OpportunityEntry { details, open_reason: open_reason?, lines: lines? })
    };
    let entry = entry();
    form.done(entry)
}

fn revenue(form: &mut Reader<'_>, currency: Currency) -> Option<Revenue> {
    match form.raw(Field::RevenueSource) {
        USER_PROVIDED => Some(Revenue::UserProvided(form.money(Field::EstimatedRevenue, currency))),
        CALCULATED => Some(Revenue::Calculated),
        _ => {
            form.problem(Field::RevenueSource, Problem::Choice);
            None
        }
    }
}

fn lines(form: &mut Reader<'_>, currency: Currency) -> Vec<LineEntry> {
    let lines: Vec<LineEntry> = form.rows().filter_map(|row| form.line(row, currency)).collect();
    form.lines_as_a_whole(lines.iter().map(|line| line.budget), currency);
    lines
}

/// A whole percentage; the sign may stand behind it.
fn percent(typed: &str) -> Result<Percent, Problem> {
    let number = typed.trim();
    let number = number.strip_suffix('%').map_or(number, str::trim_end);
    let digits = (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| number.parse().ok().and_then(Percent::new)).flatten().ok_or(Problem::Percent)
}
