//! How examples say what they see.

use tutup::domain::{
    BulkPlan, Clock, ClosingInput, ClosingWarning, Currency, Event, Fate, FieldProblem, Happening, Key, Lists, Money,
    Opportunity, OpportunityId, Outcome, Problem, Quote, QuoteClosed, QuoteKey, QuoteState, ReasonId, Refusal, Status,
    TextProblem,
};

pub fn list(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.collect();
    if items.is_empty() { "-".into() } else { items.join(", ") }
}

pub fn option(item: Option<impl ToString>) -> String {
    item.map_or_else(|| "-".into(), |item| item.to_string())
}

pub fn name(id: OpportunityId) -> String {
    id.as_str().trim_start_matches('0').into()
}

pub fn key(key: Key) -> String {
    match key {
        Key::Opportunity(id) => name(id),
        Key::Lists => "lists".into(),
        Key::Preferences => "preferences".into(),
    }
}

pub fn quote(key: QuoteKey) -> String {
    let revision = if key.revision == 0 { String::new() } else { format!("r{}", key.revision) };
    format!("Q{}{revision}", key.number.0)
}

fn money(money: Option<Money>, currency: Currency) -> String {
    option(money.map(|money| money.typed(currency)))
}

pub fn outcome_of(word: &str) -> Outcome {
    match word {
        "won" => Outcome::Won,
        "lost" => Outcome::Lost,
        _ => panic!("no such outcome: {word}"),
    }
}

pub fn fate_of(word: &str) -> Fate {
    match word {
        "won" => Fate::Won,
        "lost" => Fate::Lost,
        "canceled" => Fate::Canceled,
        _ => panic!("no such fate: {word}"),
    }
}

pub fn reason(id: ReasonId, lists: &Lists) -> String {
    let listed = lists.reason(id).and_then(|reason| reason.name.as_ref());
    match id {
        _ if listed.is_some() => option(listed),
        ReasonId::BuiltIn(built_in) => format!("{built_in:?}"),
        ReasonId::Own(id) => name(id),
    }
}

fn state(state: QuoteState) -> String {
    match state {
        QuoteState::Draft => "Draft".into(),
        QuoteState::Active => "Active".into(),
        QuoteState::Won(_) => "Won".into(),
        QuoteState::Closed(QuoteClosed::Lost, _) => "Lost".into(),
        QuoteState::Closed(QuoteClosed::Canceled, _) => "Canceled".into(),
        QuoteState::Closed(QuoteClosed::Revised, _) => "Revised".into(),
    }
}

pub fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Problems(problems) => list(problems.iter().map(problem)),
        Refusal::NoOpportunity(id) => format!("no opportunity {}", name(*id)),
        Refusal::OpportunityExists(id) => format!("there is an opportunity {}", name(*id)),
        Refusal::AlreadyClosed { outcome, on } => format!("already closed as {outcome:?} on {on}"),
        Refusal::ReadOnly { outcome } => format!("read-only: {outcome:?}"),
        Refusal::InBin(id) => format!("{} is in the bin", name(*id)),
        Refusal::NotInBin(id) => format!("{} is not in the bin", name(*id)),
        Refusal::NotClosed => "not closed".into(),
        Refusal::NoQuote(key) => format!("no quote {}", quote(*key)),
        Refusal::QuoteState { quote: key, state: at, act } => format!("{} is {}: no {act:?}", quote(*key), state(*at)),
        Refusal::NoTotal(key) => format!("{} has no total", quote(*key)),
        Refusal::LinesWithoutAmount { quote: key, lines } => {
            format!("{} has lines without amount: {}", quote(*key), lines.join(" "))
        }
        Refusal::AnotherWon(key) => format!("{} is Won", quote(*key)),
        Refusal::OpenRevision(key) => format!("{} is open", quote(*key)),
        Refusal::NotLatest { quote: key, latest } => format!("{} is before {}", quote(*key), quote(*latest)),
        Refusal::NoOpenQuote => "no open quote".into(),
        Refusal::NumbersExhausted => "no number left".into(),
        Refusal::NoEntry => "no such entry".into(),
        Refusal::EntryExists => "there is such an entry".into(),
        Refusal::LastReason(outcome) => format!("the last reason for {outcome:?}"),
        Refusal::InUse { records } => format!("in use by {records}"),
        Refusal::BuiltIn(id) => format!("built in: {}", reason(*id, &Lists::default())),
        Refusal::Twice => "one record twice".into(),
    }
}

pub fn problem(FieldProblem { field, problem }: &FieldProblem) -> String {
    let keys = |keys: &[QuoteKey]| keys.iter().map(|key| quote(*key)).collect::<Vec<_>>().join(" ");
    let field = match field {
        tutup::domain::Field::Fate(key) => quote(*key),
        field => format!("{field:?}"),
    };
    let what = match problem {
        Problem::Required => "required".into(),
        Problem::Text(TextProblem::TooLong { length, max }) => format!("{length} of {max}"),
        Problem::Text(TextProblem::Control { character }) => format!("U+{:04X}", u32::from(*character)),
        Problem::Money(problem) => format!("{problem:?}"),
        Problem::Date(problem) => format!("{problem:?}"),
        Problem::TooManyLines { max } => format!("more than {max}"),
        Problem::QuotesBlock(quotes) => format!("blocked by {}", keys(quotes)),
        Problem::OneWinner(winner) => format!("beside {}", quote(*winner)),
        Problem::Percent
        | Problem::Choice
        | Problem::CurrencyLocked
        | Problem::SumTooLarge
        | Problem::EndBeforeStart
        | Problem::ReasonRetired
        | Problem::DescriptionRequired
        | Problem::WonOnLost
        | Problem::NoTotal
        | Problem::QuoteNotOpen
        | Problem::NameTaken => format!("{problem:?}"),
    };
    format!("{field} {what}")
}

pub fn warning(warning: ClosingWarning) -> String {
    match warning {
        ClosingWarning::WonQuote(key) => format!("WonQuote {}", quote(key)),
        other => format!("{other:?}"),
    }
}

pub fn event(event: &Event<'_>, lists: &Lists) -> String {
    match &event.what {
        Happening::Created => "Created".into(),
        Happening::Closed(closing) => format!("Closed {}", closing_line(closing.facts(), lists)),
        Happening::Corrected(closing) => format!("Corrected {}", closing_line(closing.facts(), lists)),
        Happening::Reopened { number, outcome } => format!("Reopened {number} {outcome:?}"),
        Happening::Quote { quote: key, state: at, .. } => format!("{} {}", quote(*key), state(*at)),
        Happening::Stage { from, to } => format!("{from:?} to {to:?}"),
        Happening::Note(text) => format!("Note {text}"),
    }
}

fn closing_line(facts: &tutup::domain::ClosingFacts, lists: &Lists) -> String {
    let outcome = tutup::domain::Closing::restore(facts.clone()).outcome();
    format!("{} {outcome:?} {}", facts.number, shown_reason(facts, lists))
}

fn shown_reason(facts: &tutup::domain::ClosingFacts, lists: &Lists) -> String {
    facts.reason.shown(lists).map_or_else(|| reason(facts.reason.id, lists), ToString::to_string)
}

/// One aspect of an opportunity.
pub fn part(opportunity: &Opportunity, part: &str, lists: &Lists, clock: Clock) -> String {
    let currency = opportunity.details.currency;
    let closing = opportunity.closing();
    match part {
        "status" => match &opportunity.status {
            Status::Open(reason) => format!("Open {reason:?}"),
            Status::Closed(closing) => closing_words(closing, currency, lists),
        },
        "quotes" => list(opportunity.quotes.iter().map(|quote| quote_words(quote, currency, clock))),
        "states" => opportunity.quotes.iter().map(|quote| state(quote.state())).collect::<Vec<_>>().join(" "),
        "closings" => {
            let canceled = opportunity.canceled_closings.iter();
            let canceled = canceled.map(|it| format!("{} by {:?}", closing_words(&it.closing, currency, lists), it.by));
            let current = closing.map(|closing| closing_words(closing, currency, lists));
            let numbers = opportunity.canceled_closings.iter().map(|it| &it.closing).chain(closing);
            list(canceled.chain(current).zip(numbers).map(|(it, closing)| format!("{} {it}", closing.facts().number)))
        }
        "settled" => list(
            closing
                .expect("closed")
                .facts()
                .settled
                .iter()
                .map(|settled| format!("{} {:?} to {:?}", quote(settled.quote), settled.before, settled.fate)),
        ),
        "before" => {
            let before = closing.expect("closed").before();
            let probability = option(before.probability.map(tutup::domain::Percent::get));
            format!("{:?} {probability} {:?}", before.stage, before.open_reason)
        }
        "estimate" => money(opportunity.estimated_revenue(), currency),
        "estimate-at-closing" => money(closing.expect("closed").facts().estimate, currency),
        "probability" => option(opportunity.details.probability.map(tutup::domain::Percent::get)),
        "shown" => option(opportunity.shown_probability().map(tutup::domain::Percent::get)),
        "stage" => format!("{:?}", opportunity.details.stage),
        "topic" => opportunity.details.topic.to_string(),
        "currency" => {
            let locked = if opportunity.currency_is_locked() { " locked" } else { "" };
            format!("{currency}{locked}")
        }
        "lines" => list(
            opportunity.lines.iter().map(|line| format!("{}#{} {}", line.name, line.id, money(line.budget, currency))),
        ),
        "notes" => list(opportunity.notes.iter().map(|note| format!("{}#{}", note.text, note.id))),
        "stages" => list(opportunity.stage_changes.iter().map(|it| format!("{:?} to {:?}", it.from, it.to))),
        "breaches" => list(opportunity.breaches().iter().map(|breach| format!("{breach:?}"))),
        quote if quote.starts_with('Q') => {
            let quote = opportunity.quote(super::scenario::key(quote)).expect("a quote of that number");
            list(
                quote
                    .content
                    .price
                    .lines()
                    .iter()
                    .map(|it| format!("{}#{} {}", it.line.name, it.line.id, money(it.amount, currency))),
            )
        }
        _ => panic!("an opportunity has no {part}"),
    }
}

fn quote_words(it: &Quote, currency: Currency, clock: Clock) -> String {
    let on = it
        .state()
        .closed_on()
        .map_or_else(String::new, |on| if on == clock.today() { String::new() } else { format!(" on {on}") });
    let expired = if it.is_expired(clock.today()) { " expired" } else { "" };
    format!("{} {} {}{on}{expired}", quote(it.key), state(it.state()), money(it.total(currency), currency))
}

fn closing_words(closing: &tutup::domain::Closing, currency: Currency, lists: &Lists) -> String {
    let facts = closing.facts();
    let mut words = vec![format!("{:?}", closing.outcome()), shown_reason(facts, lists)];
    words.extend([money(closing.revenue(), currency), facts.date.to_string()]);
    words.extend(closing.competitor().map(|rival| format!("to {}", rival.shown(lists))));
    words.extend(closing.revisit_on().map(|day| format!("revisit {day}")));
    words.extend(facts.description.iter().map(|text| format!("({text})")));
    words.join(" ")
}

/// What the dialog shows: outcome, reason, revenue, the date unless it is today, and what is not empty of the rest; then
/// the fates.
pub fn dialog(input: &ClosingInput, opportunity: &Opportunity, lists: &Lists) -> String {
    let mut words = vec![format!("{:?}", input.outcome), option(input.reason.map(|id| reason(id, lists)))];
    words.push(money(input.revenue.unwrap(), opportunity.details.currency));
    if input.date != Ok(Some(super::fields::date("2026-11-22"))) {
        words.push(option(input.date.unwrap()));
    }
    words.extend(input.competitor.as_ref().unwrap().iter().map(|rival| format!("to {rival}")));
    words.extend(input.revisit_on.unwrap().map(|day| format!("revisit {day}")));
    words.extend(input.description.as_ref().unwrap().iter().map(|text| format!("({text})")));
    words.extend(input.quotes.close_all.then(|| "all".into()));
    let mut fates = opportunity.default_fates(Some(input.outcome));
    fates.extend(input.quotes.fates.clone());
    words.extend(fates.iter().map(|(key, fate)| format!("{}={fate:?}", quote(*key))));
    words.join(" ")
}

pub fn plan(plan: &BulkPlan, book: &tutup::domain::Book) -> String {
    let closing = plan.closing.iter().map(|(id, closing)| {
        let revenue = match closing.terms {
            tutup::domain::Terms::Won { revenue } => Some(revenue),
            tutup::domain::Terms::Lost { revenue, .. } => revenue,
        };
        let currency = book.opportunity(*id).unwrap().details.currency;
        let mut words = vec![name(*id), money(revenue, currency)];
        words.extend(closing.fates.iter().map(|(key, fate)| format!("{}={fate:?}", quote(*key))));
        words.join(" ")
    });
    let left_out = plan.left_out.iter().map(|(id, why)| format!("not {} ({})", name(*id), refusal(why)));
    list(closing.chain(left_out))
}

/// The invariants of RULES §6 in the test's own words, so that they do not stand or fall with `Opportunity::breaches`.
pub fn must_be_sound(opportunity: &Opportunity) {
    let open = |quote: &&Quote| matches!(quote.state(), QuoteState::Draft | QuoteState::Active);
    let quotes = || opportunity.quotes.iter();
    assert!(opportunity.closing().is_none() || quotes().find(open).is_none(), "a closed one has an open quote");
    assert!(quotes().filter(|quote| matches!(quote.state(), QuoteState::Won(_))).count() <= 1, "two quotes are Won");
    for quote in quotes() {
        let same = || quotes().filter(|other| other.key.number == quote.key.number);
        assert!(same().filter(open).count() <= 1, "two revisions are open");
        assert_eq!(same().filter(|other| other.key == quote.key).count(), 1, "a revision stands there twice");
    }
    let all = opportunity.canceled_closings.iter().map(|it| &it.closing).chain(opportunity.closing());
    let numbers: Vec<u32> = all.map(|closing| closing.facts().number).collect();
    assert_eq!(numbers, (1..).take(numbers.len()).collect::<Vec<u32>>(), "closings are numbered without gaps");
}
