//! What `name=value` in an example means.

use tutup::domain::{
    BillingMethod, BuiltInReason, ClosingInput, Currency, Date, DateProblem, Details, EntryCommand, Line, LineEntry,
    ListsCommand, LongText, LossClass, Money, MoneyProblem, Name, OpenReason, Opportunity, OpportunityEntry, Percent,
    Price, QuoteEntry, QuoteKey, QuoteLine, QuoteLineEntry, Rating, ReasonId, ReasonKind, Revenue, Stage, Text,
};

use super::scenario::{id, key};
use super::words;

/// An opportunity with a topic, in ringgit, and all else as RULES §2 has it by default.
pub fn new() -> OpportunityEntry {
    let details = Details {
        topic: Text::parse("ERP rollout").unwrap().unwrap(),
        customer: None,
        contact: None,
        currency: Currency::MYR,
        revenue: Revenue::UserProvided(None),
        estimated_close_date: None,
        probability: None,
        rating: Rating::Warm,
        stage: Stage::Qualify,
        budget: None,
        timeframe: None,
        process: None,
        account_manager: None,
        contracting_unit: None,
        description: None,
        customer_need: None,
        proposed_solution: None,
    };
    OpportunityEntry { details, open_reason: OpenReason::InProgress, lines: Vec::new() }
}

pub fn edit(mut entry: OpportunityEntry, fields: &[&str]) -> OpportunityEntry {
    for field in fields {
        let (name, value) = field.split_once('=').unwrap_or((field, ""));
        let details = &mut entry.details;
        match name {
            "topic" => details.topic = Text::parse(&spaced(value)).unwrap().unwrap(),
            "customer" => details.customer = Text::parse(&spaced(value)).unwrap(),
            "currency" => details.currency = Currency::parse(value).unwrap(),
            "estimate" => {
                details.revenue = Revenue::UserProvided(nothing(value).map(|value| amount(value, details.currency)));
            }
            "calculated" => details.revenue = Revenue::Calculated,
            "provided" => {
                let sum = details.currency.sum(entry.lines.iter().filter_map(|line| line.budget));
                details.revenue = details.revenue.provided(sum);
            }
            "closes" => details.estimated_close_date = nothing(value).map(date),
            "probability" => details.probability = nothing(value).map(|it| Percent::new(it.parse().unwrap()).unwrap()),
            "rating" => details.rating = *Rating::ALL.iter().find(|it| format!("{it:?}") == value).unwrap(),
            "stage" => details.stage = *Stage::ALL.iter().find(|it| format!("{it:?}") == value).unwrap(),
            "reason" => entry.open_reason = *OpenReason::ALL.iter().find(|it| format!("{it:?}") == value).unwrap(),
            "budget" => details.budget = nothing(value).map(|value| amount(value, details.currency)),
            "lines" => {
                let currency = details.currency;
                let known: Vec<LineEntry> = entry.lines.clone();
                let line = |text| line(text, currency, |name| known.iter().find(|it| it.name.as_str() == name)?.id).0;
                entry.lines = rows(value).map(line).collect();
            }
            _ => panic!("an opportunity has no {name}"),
        }
    }
    entry
}

/// What the quote says, but for these fields.
pub fn quote(opportunity: &Opportunity, key: QuoteKey, fields: &[&str]) -> QuoteEntry {
    let currency = opportunity.details.currency;
    let mut entry = opportunity.quote(key).map_or_else(empty_quote, |quote| QuoteEntry::of(quote, currency));
    for field in fields {
        let (name, value) = field.split_once('=').unwrap();
        match name {
            "name" => entry.name = Text::parse(&spaced(value)).unwrap().unwrap(),
            "total" => entry.total = nothing(value).map(|value| amount(value, currency)),
            "from" => entry.effective_from = nothing(value).map(date),
            "to" => entry.effective_to = nothing(value).map(date),
            "due" => entry.due_by = nothing(value).map(date),
            "text" => entry.description = LongText::parse(&spaced(value)).unwrap(),
            "lines" => {
                let known = entry.lines.clone();
                let id = |name: &str| known.iter().find(|it| it.line.name.as_str() == name)?.line.id;
                let line = |text| {
                    let (line, amount) = line(text, currency, id);
                    QuoteLineEntry { line, amount }
                };
                entry.lines = rows(value).map(line).collect();
            }
            _ => panic!("a quote has no {name}"),
        }
    }
    entry
}

fn empty_quote() -> QuoteEntry {
    QuoteEntry {
        name: new().details.topic,
        total: None,
        lines: Vec::new(),
        effective_from: None,
        effective_to: None,
        due_by: None,
        description: None,
    }
}

/// `Design:500,Build:-` and with a quoted amount `Design:500:450`; `60x` is sixty lines.
fn rows(value: &str) -> Box<dyn Iterator<Item = &str> + '_> {
    match value.strip_suffix('x').and_then(|count| count.parse::<usize>().ok()) {
        Some(count) => Box::new(std::iter::repeat_n("Line:1:1", count)),
        None => Box::new(value.split(',').filter(|row| !row.is_empty() && *row != "-")),
    }
}

fn line(text: &str, currency: Currency, id: impl Fn(&str) -> Option<u32>) -> (LineEntry, Option<Money>) {
    let mut parts = text.split(':');
    let name = parts.next().unwrap();
    let mut money = || parts.next().and_then(nothing).map(|value| amount(value, currency));
    let (budget, offered) = (money(), money());
    let (id, name) = (id(name), Text::parse(name).unwrap().unwrap());
    (LineEntry { id, name, billing: BillingMethod::FixedPrice, budget }, offered)
}

/// What was typed or picked in the dialog.
pub fn fill(input: &mut ClosingInput, field: &str, currency: Currency) {
    let (name, value) = field.split_once('=').unwrap_or((field, ""));
    match name {
        "as" => input.outcome = words::outcome_of(value),
        "reason" => input.reason = nothing(value).map(reason),
        "revenue" => input.revenue = money(value, currency),
        "date" => input.date = typed_date(value),
        "rival" => input.competitor = Name::parse(&typed(value)),
        "text" => input.description = LongText::parse(&typed(value)),
        "revisit" => input.revisit_on = typed_date(value),
        "all" => input.quotes.close_all = true,
        _ => drop(input.quotes.fates.insert(key(name), words::fate_of(value))),
    }
}

/// Text as it is typed: `2001x` is that many letters, and `^A` a control character.
fn typed(value: &str) -> String {
    match value.strip_suffix('x').and_then(|count| count.parse().ok()) {
        Some(count) => "x".repeat(count),
        None => spaced(nothing(value).unwrap_or("")).replace("^A", "\u{1}"),
    }
}

pub fn typed_date(value: &str) -> Result<Option<Date>, DateProblem> {
    nothing(value).map(|value| Date::parse(value, &[])).transpose()
}

/// What typing this amount gives; `#5` stands for five minor units, whatever the currency can hold.
pub fn money(value: &str, currency: Currency) -> Result<Option<Money>, MoneyProblem> {
    match value.strip_prefix('#') {
        Some(minor) => Ok(Money::from_minor(minor.parse().unwrap())),
        None => nothing(value).map(|value| Money::parse(value, currency)).transpose(),
    }
}

fn amount(value: &str, currency: Currency) -> Money {
    money(value, currency).unwrap().unwrap()
}

/// `reason Price retire`, `reason Tender add lost NoDecision`, `competitor Acme rename Acme_Corp`.
pub fn lists(words: &[&str]) -> ListsCommand {
    let name = |text: &str| Name::parse(&spaced(text)).unwrap().unwrap();
    let act = |words: &[&str]| match *words {
        ["rename", to] => EntryCommand::Rename(name(to)),
        ["up"] => EntryCommand::MoveUp,
        ["down"] => EntryCommand::MoveDown,
        ["retire"] => EntryCommand::Retire,
        ["back"] => EntryCommand::BringBack,
        ["delete"] => EntryCommand::Delete,
        _ => panic!("no such act on a list: {words:?}"),
    };
    match *words {
        ["reason", what, "add", ref rest @ ..] => ListsCommand::AddReason {
            id: id(what),
            name: name(rest.iter().find_map(|word| word.strip_prefix("name=")).unwrap_or(what)),
            kind: if rest[0] == "won" { ReasonKind::Won } else { ReasonKind::Lost(LossClass::Other) },
            needs_description: rest.contains(&"explained"),
        },
        ["reason", what, ref rest @ ..] => ListsCommand::Reason(reason(what), act(rest)),
        ["competitor", what, "add"] => ListsCommand::AddCompetitor { id: id(what), name: name(what) },
        ["competitor", what, "add", called] => ListsCommand::AddCompetitor { id: id(what), name: name(called) },
        ["competitor", what, ref rest @ ..] => ListsCommand::Competitor(id(what), act(rest)),
        _ => panic!("no such list: {words:?}"),
    }
}

/// A built-in reason by its name, else the user's own.
pub fn reason(name: &str) -> ReasonId {
    let built_in = BuiltInReason::ALL.iter().find(|reason| format!("{reason:?}") == name);
    built_in.map_or_else(|| ReasonId::Own(id(name)), |&built_in| ReasonId::BuiltIn(built_in))
}

pub fn date(text: &str) -> Date {
    Date::parse(text, &[]).unwrap()
}

pub fn nothing(value: &str) -> Option<&str> {
    (value != "-").then_some(value)
}

pub fn spaced(value: &str) -> String {
    value.replace('_', " ")
}

/// A price that no form can enter.
pub fn price(amounts: &[i64]) -> Price {
    let line = |(index, minor): (usize, &i64)| QuoteLine {
        line: Line {
            id: u32::try_from(index).unwrap(),
            name: Text::parse("Line").unwrap().unwrap(),
            billing: BillingMethod::FixedPrice,
            budget: None,
        },
        amount: Money::from_minor(*minor),
    };
    Price::Lines(amounts.iter().enumerate().map(line).collect())
}
