//! What is wrong with what was entered and what to do about it, in English.

use super::{English, counted, refusals};
use crate::domain::{Currency, DateProblem, Field, FieldProblem, MoneyProblem, Problem, Refusal, TextProblem};
use crate::ui::text::problems::{LARGEST_AMOUNT, Spot, example_amount, spot};
use crate::ui::text::{Format, ProblemWords, ValueWords};

impl ProblemWords for English {
    fn problem(&self, problem: &FieldProblem, currency: Currency, format: &Format) -> String {
        let field = problem.field;
        let place = place(field);
        match &problem.problem {
            Problem::Required => required(field),
            Problem::Text(problem) => text(&place, *problem, format),
            Problem::Money(problem) => money(&place, *problem, currency),
            Problem::Date(problem) => date(field, *problem),
            Problem::Percent => format!("{place} must be a whole number from 0 to 100."),
            Problem::Choice => choose(field).map_or_else(
                || format!("{place} is not one of the choices. Choose another one."),
                |choose| format!("{choose} from the list."),
            ),
            Problem::CurrencyLocked => {
                "The currency cannot change while there are lines, quotes or closings. Choose the one it had."
                    .to_owned()
            }
            Problem::TooManyLines { max } => {
                format!("There can be at most {}. Remove some.", counted(&format.count(*max), "line", "lines"))
            }
            Problem::SumTooLarge => {
                format!("The lines add up to more than {LARGEST_AMOUNT}. Lower some of their amounts.")
            }
            Problem::EndBeforeStart => {
                "“Effective to” cannot be before “Effective from”. Change one of the two dates.".to_owned()
            }
            Problem::ReasonRetired => "This reason was retired. Choose another one.".to_owned(),
            Problem::DescriptionRequired => "Description is required with this status reason.".to_owned(),
            Problem::QuotesBlock(quotes) => {
                let count = format.count(quotes.len());
                format!("{} this opportunity from closing.", counted(&count, "quote stops", "quotes stop"))
            }
            Problem::OneWinner(winner) => {
                format!("{place} cannot be won too: {winner} is the winner. Choose Lost or Canceled.")
            }
            Problem::WonOnLost => {
                format!("{place} cannot be won when the opportunity is lost. Choose Lost or Canceled.")
            }
            Problem::NoTotal => {
                format!(
                    "{place} has no total, so it cannot be won. Choose Lost or Canceled, or give it a total \
                 first."
                )
            }
            Problem::QuoteNotOpen => {
                format!("{place} is no longer draft or active. Open this dialog again to see how it stands.")
            }
            Problem::NameTaken => "This name is on the list already. Choose another one.".to_owned(),
        }
    }

    fn not_saved_yet(&self, count: usize) -> String {
        format!("Not saved yet: {} to settle", things(count))
    }

    fn not_closed_yet(&self, count: usize) -> String {
        format!("Not closed yet: {} to settle", things(count))
    }

    fn refusal(&self, refusal: &Refusal, format: &Format) -> String {
        refusals::refusal(refusal, format)
    }
}

fn things(count: usize) -> String {
    counted(&count.to_string(), "thing", "things")
}

/// The field as the subject of a sentence: "Actual revenue", "Line 3: customer budget", "Q-00012 r1".
fn place(field: Field) -> String {
    let label = English.field(field);
    match spot(field) {
        Spot::Alone => label.to_owned(),
        Spot::Row(row) => format!("Line {row}: {}", label.to_lowercase()),
        Spot::Quote(quote) => quote.to_string(),
    }
}

fn required(field: Field) -> String {
    choose(field).map_or_else(|| format!("{} is required.", place(field)), |choose| format!("{choose}."))
}

/// "Choose a status reason", where something is chosen.
fn choose(field: Field) -> Option<String> {
    let what = match field {
        Field::Currency => Some("a currency"),
        Field::RevenueSource => Some("a revenue source"),
        Field::Rating => Some("a rating"),
        Field::Stage => Some("a stage"),
        Field::OpenReason | Field::StatusReason => Some("a status reason"),
        Field::Timeframe => Some("a purchase timeframe"),
        Field::Process => Some("a purchase process"),
        Field::LineBilling(_) => Some("a billing method"),
        Field::Outcome => Some("an outcome"),
        Field::Fate(_) => Some("what becomes of it"),
        Field::EntryClass => Some("what it counts as"),
        Field::Topic
        | Field::Customer
        | Field::Contact
        | Field::EstimatedRevenue
        | Field::EstimatedCloseDate
        | Field::Probability
        | Field::Budget
        | Field::AccountManager
        | Field::ContractingUnit
        | Field::Description
        | Field::CustomerNeed
        | Field::ProposedSolution
        | Field::Lines
        | Field::LineName(_)
        | Field::LineBudget(_)
        | Field::LineAmount(_)
        | Field::QuoteName
        | Field::Total
        | Field::EffectiveFrom
        | Field::EffectiveTo
        | Field::DueBy
        | Field::ActualRevenue
        | Field::CloseDate
        | Field::Competitor
        | Field::RevisitOn
        | Field::Quotes
        | Field::Note
        | Field::EntryName => None,
    }?;
    Some(match spot(field) {
        Spot::Alone => format!("Choose {what}"),
        Spot::Row(row) => format!("Line {row}: choose {what}"),
        Spot::Quote(quote) => format!("{quote}: choose {what}"),
    })
}

fn text(place: &str, problem: TextProblem, format: &Format) -> String {
    match problem {
        TextProblem::TooLong { length, max } => {
            format!("{place} has {} characters; {} is the most.", format.count(length), format.count(max))
        }
        TextProblem::Control { character } => {
            format!("{place} has the control character U+{:04X}. Remove it.", u32::from(character))
        }
    }
}

fn money(place: &str, problem: MoneyProblem, currency: Currency) -> String {
    match problem {
        MoneyProblem::NotMoney => format!("{place} must be an amount such as {}.", example_amount(currency)),
        MoneyProblem::Negative => format!("{place} cannot be below zero."),
        MoneyProblem::TooPrecise if currency.digits() == 0 => {
            format!("{place} has decimals; {currency} has none.")
        }
        MoneyProblem::TooPrecise => format!("{place} has too many decimals; {currency} has {}.", currency.digits()),
        MoneyProblem::TooLarge => format!("{place} can be at most {LARGEST_AMOUNT}."),
    }
}

fn date(field: Field, problem: DateProblem) -> String {
    let place = place(field);
    match problem {
        DateProblem::NotADate => format!("{place} must be a date such as 22 Nov 2026, 22/11/2026 or 2026-11-22."),
        DateProblem::NoSuchDay => {
            format!("{place}: that month has no such day. With slashes the day comes first, as in 22/11/2026.")
        }
        DateProblem::OutOfRange => {
            let noun = if matches!(field, Field::CloseDate | Field::EstimatedCloseDate) {
                format!("The {}", place.to_lowercase())
            } else {
                place
            };
            format!("{noun} must be between 1970 and 2199.")
        }
    }
}
