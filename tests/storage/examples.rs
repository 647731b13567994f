//! Records to store.

use std::sync::Arc;

use tutup::domain::{
    Before, BillingMethod, CanceledClosing, Cancellation, Closing, ClosingEntry, ClosingFacts, CompetitorRef, Currency,
    Date, Details, Fate, Id, Instant, Line, LineEntry, LongText, Money, Note, OpenQuoteState, OpenReason, Opportunity,
    OpportunityEntry, Percent, Price, Process, Quote, QuoteClosed, QuoteContent, QuoteKey, QuoteLine, QuoteNumber,
    QuoteState, QuoteStep, Rating, ReasonId, ReasonRef, Record, Revenue, SettledQuote, Settlement, Stage, StageChange,
    Status, Terms, Text, Timeframe,
};
use tutup::domain::{BuiltInReason, Outcome};

pub fn id(number: u64) -> Id {
    Id::from_number(number)
}

pub fn text<const MAX: usize>(text: &str) -> Text<MAX> {
    Text::parse(text).unwrap().unwrap()
}

pub fn long(text: &str) -> LongText {
    LongText::parse(text).unwrap().unwrap()
}

pub fn money(minor: i64) -> Money {
    Money::from_minor(minor).unwrap()
}

pub fn date(text: &str) -> Date {
    Date::parse(text, &[]).unwrap()
}

pub fn key(number: u32, revision: u32) -> QuoteKey {
    QuoteKey { number: QuoteNumber(number), revision }
}

/// Details with nothing but what is required.
pub fn details(topic: &str) -> Details {
    Details {
        topic: text(topic),
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
    }
}

/// An entry as someone in a hurry would make it.
pub fn entry(topic: &str) -> OpportunityEntry {
    let details = Details {
        customer: Some(text("Contoso Manufacturing")),
        revenue: Revenue::UserProvided(Some(money(125_000_000))),
        estimated_close_date: Some(date("2026-11-30")),
        probability: Percent::new(60),
        ..details(topic)
    };
    OpportunityEntry { details, open_reason: OpenReason::InProgress, lines: Vec::new() }
}

pub fn entry_line(name: &str, budget: Option<i64>) -> LineEntry {
    LineEntry { id: None, name: text(name), billing: BillingMethod::FixedPrice, budget: budget.map(money) }
}

/// Closing with all quotes, with nothing special.
pub fn closing(outcome: Outcome) -> ClosingEntry {
    let (terms, reason) = match outcome {
        Outcome::Won => (Terms::Won { revenue: money(118_000_000) }, BuiltInReason::Won),
        Outcome::Lost => (Terms::Lost { revenue: None, competitor: None, revisit_on: None }, BuiltInReason::NoDecision),
    };
    ClosingEntry {
        terms,
        reason: ReasonId::BuiltIn(reason),
        date: date("2026-11-22"),
        description: None,
        quotes: Settlement { close_all: true, ..Settlement::default() },
    }
}

/// Open, and nothing but what is required.
pub fn bare() -> Opportunity {
    Opportunity {
        id: id(1),
        details: details("A"),
        lines: Vec::new(),
        status: Status::Open(OpenReason::InProgress),
        quotes: Vec::new(),
        canceled_closings: Vec::new(),
        notes: Vec::new(),
        stage_changes: Vec::new(),
        created_on: Instant(1_795_312_800_000),
        modified_on: Instant(1_795_312_800_000),
        deleted_on: None,
    }
}

/// Closed as Lost with every member that can be there, and every text as awkward as it may be.
pub fn full() -> Opportunity {
    let at = Instant(1_795_312_800_000);
    let step = |state| QuoteStep { state, at };
    let day = date("2026-11-20");
    let content = |name: &str, price| QuoteContent {
        name: text(name),
        price,
        effective_from: Some(date("2026-10-01")),
        effective_to: Some(date("2199-12-31")),
        due_by: Some(Date::FIRST),
        description: Some(long("In three parts:\n\tone\n\ttwo\n\tthree")),
    };
    let line = |id, billing, budget: Option<i64>| Line {
        id,
        name: text("Línea «日本» | \\ \" 😀"),
        billing,
        budget: budget.map(money),
    };
    let lines = vec![
        QuoteLine { line: line(3, BillingMethod::FixedPrice, Some(0)), amount: Some(money(0)) },
        QuoteLine { line: line(1, BillingMethod::TimeAndMaterial, None), amount: None },
    ];
    let settled = [(1, OpenQuoteState::Draft, Fate::Canceled), (2, OpenQuoteState::Active, Fate::Lost)];
    let facts = |number, terms, reason| ClosingFacts {
        number,
        terms,
        reason,
        date: day,
        description: Some(long("Why: \"price\".")),
        done_at: at,
        settled: settled.map(|(n, before, fate)| SettledQuote { quote: key(n, n - 1), before, fate }).to_vec(),
        before: Before { stage: Stage::Close, probability: Percent::new(0), open_reason: OpenReason::OnHold },
        estimate: Some(money(0)),
    };
    let own = ReasonRef { id: ReasonId::Own(id(77)), name: Some(text("Ours alone")) };
    let built_in = |reason| ReasonRef { id: ReasonId::BuiltIn(reason), name: None };
    let rival = |id| Some(CompetitorRef { id, name: text("Southridge Systems") });
    let won = Terms::Won { revenue: money(1) };
    let listed = Terms::Lost { revenue: Some(money(0)), competitor: rival(Some(id(5))), revisit_on: Some(day) };
    let typed = Terms::Lost { revenue: None, competitor: rival(None), revisit_on: None };
    let canceled = |closing, by| CanceledClosing { closing: Closing::restore(closing), by, at };
    Opportunity {
        id: id(1),
        details: Details {
            customer: Some(text("Café Österreich Sdn Bhd")),
            contact: Some(text("Nur Aisyah")),
            currency: Currency::parse("SGD").unwrap(),
            revenue: Revenue::Calculated,
            estimated_close_date: Some(date("2026-12-31")),
            probability: Percent::new(100),
            rating: Rating::Hot,
            stage: Stage::Develop,
            budget: Some(money(100_000_000_000_000)),
            timeframe: Some(Timeframe::NextQuarter),
            process: Some(Process::Committee),
            account_manager: Some(text("Hafiz")),
            contracting_unit: Some(text("KL")),
            description: Some(long("a\nb")),
            customer_need: Some(long("c\td")),
            proposed_solution: Some(long("e|f")),
            ..details("ERP | rollout \u{7684} 😀 \u{e9}\u{301}\u{323}")
        },
        lines: vec![line(2, BillingMethod::TimeAndMaterial, Some(5)), line(9, BillingMethod::FixedPrice, None)],
        status: Status::Closed(Box::new(Closing::restore(facts(3, listed, own)))),
        quotes: vec![
            Quote {
                key: key(12, 0),
                content: content("Full", Price::Typed(None)),
                steps: vec![step(QuoteState::Draft), step(QuoteState::Closed(QuoteClosed::Canceled, day))],
            },
            Quote {
                key: key(14, 0),
                content: content("Lines", Price::Lines(lines)),
                steps: vec![
                    step(QuoteState::Draft),
                    step(QuoteState::Active),
                    step(QuoteState::Won(day)),
                    step(QuoteState::Closed(QuoteClosed::Revised, day)),
                ],
            },
            Quote {
                key: key(14, 1),
                content: content("Lines", Price::Typed(Some(money(7)))),
                steps: vec![
                    step(QuoteState::Draft),
                    step(QuoteState::Active),
                    step(QuoteState::Closed(QuoteClosed::Lost, day)),
                ],
            },
        ],
        canceled_closings: vec![
            canceled(facts(1, won, built_in(BuiltInReason::Won)), Cancellation::Reopening),
            canceled(facts(2, typed, built_in(BuiltInReason::Other)), Cancellation::Correction),
        ],
        notes: vec![Note { id: 4, text: long("one\ntwo"), at }, Note { id: 2, text: long("three"), at }],
        stage_changes: vec![StageChange { from: Stage::Qualify, to: Stage::Develop, at: Instant(-1) }],
        created_on: Instant(0),
        modified_on: at,
        deleted_on: None,
    }
}

pub fn record(opportunity: Opportunity) -> Record {
    Record::Opportunity(Arc::new(opportunity))
}
