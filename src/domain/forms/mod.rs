//! Forms: strings in, an entry out, or all problems at once (R9, R23).
//!
//! What a form holds is [`Typed`]: names and texts, exactly as they were typed, in the form's order. A [`Field`] knows the
//! name of its control, so that the screens and these checks speak of the same thing, and unsaved input can be kept and
//! offered again without anybody understanding it.

mod bulk;
mod closing;
mod merge;
mod opportunity;
mod quote;

use super::{
    Currency, Date, Field, FieldProblem, LineEntry, LongText, MAX_LINES, Money, Problem, QuoteKey, Text, TextProblem,
};

pub use bulk::bulk_edit;
pub use closing::{close_all_fates, closing_input};
pub use merge::{ChangedBy, Difference, Merge, Side, Unsaved};
pub use opportunity::{CALCULATED, USER_PROVIDED, opportunity_entry};
pub use quote::quote_entry;

/// The names of the months in the user's language, each with its number; several names a month are welcome.
pub type Months<'a> = &'a [(&'a str, u32)];

/// What a form holds. A name may stand there more than once: once for each row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed(pub Vec<(String, String)>);

impl Typed {
    /// What was typed under that name first; nothing when the form has no such control.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(other, _)| other == name).map_or("", |(_, text)| text)
    }

    /// What was typed under that name in this row.
    pub fn in_row(&self, name: &str, row: usize) -> &str {
        self.0.iter().filter(|(other, _)| other == name).nth(row).map_or("", |(_, text)| text)
    }

    /// How many rows have that name.
    pub fn rows(&self, name: &str) -> usize {
        self.0.iter().filter(|(other, _)| other == name).count()
    }

    /// The form with one more control.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, text: impl Into<String>) -> Self {
        self.0.push((name.into(), text.into()));
        self
    }
}

/// The name of the control that holds the id of a line; empty on a new one.
pub const LINE_ID: &str = "line-id";

impl Field {
    /// The name of the field's control. Rows share it.
    pub fn name(self) -> String {
        match self {
            Self::Topic => "topic",
            Self::Customer => "customer",
            Self::Contact => "contact",
            Self::Currency => "currency",
            Self::RevenueSource => "revenue-source",
            Self::EstimatedRevenue => "estimated-revenue",
            Self::EstimatedCloseDate => "estimated-close-date",
            Self::Probability => "probability",
            Self::Rating => "rating",
            Self::Stage => "stage",
            Self::OpenReason => "open-reason",
            Self::Budget => "budget",
            Self::Timeframe => "timeframe",
            Self::Process => "process",
            Self::AccountManager => "account-manager",
            Self::ContractingUnit => "contracting-unit",
            Self::Description => "description",
            Self::CustomerNeed => "customer-need",
            Self::ProposedSolution => "proposed-solution",
            Self::Lines => "lines",
            Self::LineName(_) => "line-name",
            Self::LineBilling(_) => "line-billing",
            Self::LineBudget(_) => "line-budget",
            Self::LineAmount(_) => "line-amount",
            Self::QuoteName => "quote-name",
            Self::Total => "total",
            Self::EffectiveFrom => "effective-from",
            Self::EffectiveTo => "effective-to",
            Self::DueBy => "due-by",
            Self::Outcome => "outcome",
            Self::StatusReason => "status-reason",
            Self::ActualRevenue => "actual-revenue",
            Self::CloseDate => "close-date",
            Self::Competitor => "competitor",
            Self::RevisitOn => "revisit-on",
            Self::Quotes => "close-all-quotes",
            Self::Fate(quote) => return fate_name(quote),
            Self::Note => "note",
            Self::EntryName => "entry-name",
            Self::EntryClass => "entry-class",
        }
        .to_owned()
    }

    /// The row that the field stands in, if it stands in one.
    pub fn row(self) -> Option<usize> {
        match self {
            Self::LineName(row) | Self::LineBilling(row) | Self::LineBudget(row) | Self::LineAmount(row) => Some(row),
            _ => None,
        }
    }
}

fn fate_name(quote: QuoteKey) -> String {
    format!("fate-{}", quote.code())
}

/// Reads fields and collects what is wrong with them.
struct Reader<'a> {
    typed: &'a Typed,
    months: Months<'a>,
    problems: Vec<FieldProblem>,
}

impl<'a> Reader<'a> {
    fn new(typed: &'a Typed, months: Months<'a>) -> Self {
        Self { typed, months, problems: Vec::new() }
    }

    /// The entry, if nothing was wrong.
    fn done<T>(self, entry: Option<T>) -> Result<T, Vec<FieldProblem>> {
        match entry {
            Some(entry) if self.problems.is_empty() => Ok(entry),
            _ => Err(self.problems),
        }
    }

    fn raw(&self, field: Field) -> &'a str {
        let name = field.name();
        match field.row() {
            Some(row) => self.typed.in_row(&name, row),
            None => self.typed.get(&name),
        }
    }

    fn take<T, P: Into<Problem>>(&mut self, field: Field, read: Result<T, P>) -> Option<T> {
        read.map_err(|problem| self.problem(field, problem.into())).ok()
    }

    fn problem(&mut self, field: Field, problem: Problem) {
        self.problems.push(FieldProblem::new(field, problem));
    }

    fn text<const MAX: usize>(&mut self, field: Field) -> Option<Text<MAX>> {
        let read = Text::parse(self.raw(field));
        self.take(field, read).flatten()
    }

    fn required_text<const MAX: usize>(&mut self, field: Field) -> Option<Text<MAX>> {
        let read = Text::parse(self.raw(field)).map_err(Problem::from);
        self.take(field, read.and_then(|text| text.ok_or(Problem::Required)))
    }

    fn long_text(&mut self, field: Field) -> Option<LongText> {
        let read: Result<_, TextProblem> = LongText::parse(self.raw(field));
        self.take(field, read).flatten()
    }

    fn money(&mut self, field: Field, currency: Currency) -> Option<Money> {
        let read = optional(self.raw(field), |typed| Money::parse(typed, currency));
        self.take(field, read).flatten()
    }

    fn date(&mut self, field: Field) -> Option<Date> {
        let read = optional(self.raw(field), |typed| Date::parse(typed, self.months));
        self.take(field, read).flatten()
    }

    /// A choice that has to be made; the form offers every value, so anything else is no choice.
    fn choice<T>(&mut self, field: Field, of: fn(&str) -> Option<T>) -> Option<T> {
        let read = of(self.raw(field)).ok_or(Problem::Choice);
        self.take(field, read)
    }

    /// A choice that may be left open.
    fn optional_choice<T>(&mut self, field: Field, of: fn(&str) -> Option<T>) -> Option<T> {
        let read = optional(self.raw(field), |typed| of(typed).ok_or(Problem::Choice));
        self.take(field, read).flatten()
    }

    /// The line in this row, without what only a quote's line has.
    fn line(&mut self, row: usize, currency: Currency) -> Option<LineEntry> {
        let name = self.required_text(Field::LineName(row));
        let billing = self.choice(Field::LineBilling(row), super::BillingMethod::from_code);
        let budget = self.money(Field::LineBudget(row), currency);
        let id = self.typed.in_row(LINE_ID, row).parse().ok();
        Some(LineEntry { id, name: name?, billing: billing?, budget })
    }

    /// What the lines are as a whole: not too many, and together not more than can be stored.
    fn lines_as_a_whole(&mut self, amounts: impl Iterator<Item = Option<Money>>, currency: Currency) {
        if self.rows().len() > MAX_LINES {
            self.problem(Field::Lines, Problem::TooManyLines { max: MAX_LINES });
        }
        if currency.sum(amounts.flatten()).is_none() {
            self.problem(Field::Lines, Problem::SumTooLarge);
        }
    }

    fn rows(&self) -> std::ops::Range<usize> {
        0..self.typed.rows(&Field::LineName(0).name())
    }
}

/// Nothing when only blanks were typed, else what it reads as.
fn optional<T, P>(typed: &str, read: impl FnOnce(&str) -> Result<T, P>) -> Result<Option<T>, P> {
    let blank = typed.chars().all(char::is_whitespace);
    if blank { Ok(None) } else { read(typed).map(Some) }
}
