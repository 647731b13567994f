//! Every refusal and every problem is met by a case that leads to it.

use super::scenario::{World, id, key, play};
use super::variants;
use tutup::domain::{Command, Key, OpportunityCommand, QuoteCommand, QuoteNumber, Record, Refusal};

/// Beginnings, each with the act that is refused last.
const CASES: &[(&str, &str)] = &[
    ("Problems", "close won"),
    ("NoOpportunity", "b: reopen"),
    ("OpportunityExists", "new"),
    ("AlreadyClosed", "close won revenue=1\nclose won revenue=1"),
    ("ReadOnly", "close won revenue=1\nedit topic=New"),
    ("InBin", "delete\nnote x"),
    ("NotInBin", "restore"),
    ("NotClosed", "reopen"),
    ("NotClosed", "correct as=lost reason=Price"),
    ("NoQuote", "Q1 win"),
    ("QuoteState", "quote 1\nQ1 win"),
    ("NoTotal", "quote\nQ1 activate"),
    ("LinesWithoutAmount", "edit lines=Design:-\nquote\nQ1 activate"),
    ("AnotherWon", "quote 1 active\nQ1 win\nquote 2 active\nQ2 win"),
    ("OpenRevision", "quote 1 active\nQ1 revise\nQ1 revise"),
    ("NotLatest", "quote 1 active\nQ1 revise\nquotes\nQ1 revise"),
    ("NoOpenQuote", "quotes"),
    ("NoEntry", "reason Nowhere retire"),
    ("EntryExists", "competitor Acme add\ncompetitor Acme add"),
    ("LastReason", "reason Won retire"),
    ("InUse", "competitor Acme add\nclose lost reason=Price rival=Acme\ncompetitor Acme delete"),
    ("BuiltIn", "reason Price delete"),
    ("Twice", "many both a"),
];

/// Likewise for problems; those that only a form can meet are in `forms.rs`.
const PROBLEMS: &[(&str, &str)] = &[
    ("Required", "close won"),
    ("Text", "close lost reason=Price text=2001x"),
    ("Money", "close won revenue=x"),
    ("Date", "close won revenue=1 date=x"),
    ("Choice", "close won revenue=1 reason=Price"),
    ("CurrencyLocked", "quote\nedit currency=JPY"),
    ("TooManyLines", "edit lines=51x"),
    ("SumTooLarge", "edit lines=Design:#60000000000000,Build:#60000000000000"),
    ("EndBeforeStart", "quote 1 from=2026-11-02 to=2026-11-01"),
    ("ReasonRetired", "reason Price retire\nclose lost reason=Price"),
    ("DescriptionRequired", "close lost reason=Other"),
    ("QuotesBlock", "quote 1 active\nclose won"),
    ("OneWinner", "quote 1 active\nquote 2\nclose won all revenue=1 Q2=won"),
    ("WonOnLost", "quote 1\nclose lost reason=Price Q1=won"),
    ("NoTotal", "quote\nclose won revenue=1 Q1=won"),
    ("QuoteNotOpen", "close won revenue=1 Q1=lost"),
    ("NameTaken", "competitor Acme add\ncompetitor Bolt add acme"),
];

/// What the last act of the example is refused with.
fn refused(example: &str) -> Refusal {
    let mut world = World::new();
    let acts: Vec<&str> = example.lines().collect();
    for (place, act) in acts.iter().enumerate() {
        assert_eq!(world.refused, None, "before {act} in {example}, at {place}");
        world.play_line(act);
    }
    world.refused.unwrap_or_else(|| panic!("{example}: was not refused"))
}

#[test]
fn every_refusal_is_met() {
    let mut met: Vec<&str> = Vec::new();
    for (expected, example) in CASES {
        let refusal = refused(example);
        assert_eq!(variants::refusal(&refusal), *expected, "{example}");
        met.push(variants::refusal(&refusal));
    }
    met.extend(numbers_run_out().iter().map(variants::refusal));
    variants::must_meet_all(&met, variants::REFUSALS);
}

#[test]
fn every_problem_is_met() {
    let mut met: Vec<&str> = Vec::new();
    for (expected, example) in PROBLEMS {
        let refusal = refused(example);
        let Refusal::Problems(problems) = &refusal else { panic!("{example}: {refusal:?}") };
        let kinds: Vec<&str> = problems.iter().map(|it| variants::problem(&it.problem)).collect();
        assert!(kinds.contains(expected), "{example}: {kinds:?}");
        met.extend(kinds);
    }
    met.push(variants::problem(&super::forms::percentage("101").unwrap_err()));
    variants::must_meet_all(&met, variants::PROBLEMS);
}

/// Numbers and revisions that no example can count up to.
fn numbers_run_out() -> Vec<Refusal> {
    let mut world = play("quote 1 active\nQ1 lose");
    let mut opportunity = world.opportunity().clone();
    let mut highest = key("Q1");
    (highest.number, highest.revision) = (QuoteNumber(u32::MAX), u32::MAX);
    opportunity.quotes[0].key = highest;
    world.book.put(Key::Opportunity(id("a")), Some(Record::Opportunity(opportunity.into())));
    let acts = [
        Command::Opportunity(id("a"), OpportunityCommand::AddQuote),
        Command::Quote(id("a"), highest, QuoteCommand::Copy),
        Command::Quote(id("a"), highest, QuoteCommand::Revise),
    ];
    acts.map(|act| world.book.decide(&act, world.clock).unwrap_err()).into()
}

#[test]
fn numbers_and_revisions_run_out_instead_of_turning_over() {
    assert_eq!(numbers_run_out(), [Refusal::NumbersExhausted, Refusal::NumbersExhausted, Refusal::NumbersExhausted]);
}
