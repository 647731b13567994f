//! What no act leads to, and what `Opportunity::breaches` says about a record in which it is so (RULES §6).

use tutup::domain::{
    Breach, BuiltInReason, CanceledClosing, Cancellation, Closing, Instant, MAX_LINES, Mended, Money, Note,
    Opportunity, OpportunityEntry, Price, QuoteClosed, QuoteKey, QuoteNumber, QuoteState, QuoteStep, ReasonId, Revenue,
    Status, Without, left_out, mended,
};

use super::fields::{date, price};
use super::scenario::{key, play};
use super::variants;

const DAY: &str = "2026-11-22";

/// Breaks what the example led to.
#[track_caller]
fn breaches(example: &str, break_it: impl FnOnce(&mut Opportunity)) -> Vec<Breach> {
    let mut opportunity = play(example).opportunity().clone();
    assert_eq!(opportunity.breaches(), [], "{example}");
    break_it(&mut opportunity);
    opportunity.breaches()
}

fn step(state: QuoteState) -> QuoteStep {
    QuoteStep { state, at: Instant(0) }
}

fn steps(quote: usize, states: &[QuoteState]) -> impl FnOnce(&mut Opportunity) + use<> {
    let steps: Vec<QuoteStep> = states.iter().copied().map(step).collect();
    move |it| it.quotes[quote].steps = steps
}

fn closed(how: QuoteClosed) -> QuoteState {
    QuoteState::Closed(how, date(DAY))
}

fn renumbered(closing: &Closing, number: u32) -> Closing {
    let mut facts = closing.facts().clone();
    facts.number = number;
    Closing::restore(facts)
}

/// The breaches of quote numbers, found by comparing each quote with each.
fn found_slowly(it: &Opportunity) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for number in it.quotes.iter().map(|quote| quote.key.number) {
        let of_number: Vec<_> = it.quotes.iter().filter(|quote| quote.key.number == number).collect();
        if of_number.iter().filter(|quote| quote.state().is_open()).count() > 1 {
            breaches.push(Breach::TwoOpenRevisions(number));
        }
        if !of_number.iter().map(|quote| quote.key.revision).is_sorted_by(|one, other| one < other) {
            breaches.push(Breach::RevisionOrder(number));
        }
    }
    breaches.sort();
    breaches.dedup();
    breaches
}

#[test]
fn quotes_of_a_number_are_found_wherever_they_stand() {
    let template = play("quote 1").opportunity().clone();
    let mut rng = fastrand::Rng::with_seed(20_261_122);
    let mut broken = 0;
    for _ in 0..20_000 {
        let mut it = template.clone();
        let quote = |rng: &mut fastrand::Rng| {
            let mut quote = template.quotes[0].clone();
            quote.key = QuoteKey { number: QuoteNumber(rng.u32(0..4)), revision: rng.u32(0..3) };
            if rng.bool() {
                quote.steps.push(step(closed(QuoteClosed::Lost)));
            }
            quote
        };
        it.quotes = (0..rng.usize(0..7)).map(|_| quote(&mut rng)).collect();
        assert_eq!(it.breaches(), found_slowly(&it));
        broken += usize::from(!it.breaches().is_empty());
    }
    assert!((5_000..19_000).contains(&broken), "{broken}");
}

/// As many as the whole store can hold, in the worst order: with the square of their number it would take minutes.
#[test]
fn a_record_of_any_size_is_judged_in_its_share_of_time() {
    const COUNT: u32 = 150_000;
    let mut it = play("quote 1\nnote x").opportunity().clone();
    let (quote, note) = (it.quotes[0].clone(), it.notes[0].clone());
    it.quotes.clear();
    for number in (0..COUNT).rev() {
        let mut quote = quote.clone();
        // Each number twice, both are drafts, and the revisions go down.
        quote.key = QuoteKey { number: QuoteNumber(number / 2), revision: number % 2 };
        it.quotes.push(quote);
    }
    it.notes = (0..COUNT).rev().map(|id| Note { id, ..note.clone() }).collect();
    let numbers = (0..COUNT / 2).map(QuoteNumber);
    let expected = numbers.clone().map(Breach::TwoOpenRevisions).chain(numbers.map(Breach::RevisionOrder));
    assert_eq!(it.breaches(), expected.collect::<Vec<_>>());
}

fn too_much() -> Option<Money> {
    Money::from_minor(100_000_000_000_001)
}

type Broken = (&'static str, Box<dyn FnOnce(&mut Opportunity)>, Breach);

fn broken(example: &'static str, break_it: impl FnOnce(&mut Opportunity) + 'static, breach: Breach) -> Broken {
    (example, Box::new(break_it), breach)
}

fn quotes() -> Vec<Broken> {
    let won = QuoteState::Won(date(DAY));
    let (draft, active) = (QuoteState::Draft, QuoteState::Active);
    let number = QuoteNumber(1);
    let twice = "quote 1 active\nquote 2 active\nQ1 win";
    vec![
        broken("quote 1\nclose won revenue=1", steps(0, &[draft]), Breach::OpenQuote(key("Q1"))),
        broken("quote 1\nclose lost reason=Price", steps(0, &[draft, active]), Breach::OpenQuote(key("Q1"))),
        broken(twice, steps(1, &[draft, active, won]), Breach::TwoWon),
        broken("quote 1 active\nQ1 revise", steps(0, &[draft, active]), Breach::TwoOpenRevisions(number)),
        broken("quote 1 active\nQ1 revise", |it| it.quotes.reverse(), Breach::RevisionOrder(number)),
        broken("quote 1 active\nQ1 revise", |it| it.quotes[1].key = key("Q1"), Breach::RevisionOrder(number)),
        broken(
            "quote 1 from=2026-11-22",
            |it| it.quotes[0].content.effective_to = Some(date("2026-11-21")),
            Breach::EndBeforeStart(key("Q1")),
        ),
    ]
}

fn closings() -> Vec<Broken> {
    let again = "close won revenue=1\nreopen\nclose won revenue=2";
    let current = |it: &mut Opportunity, number| {
        let closing = renumbered(it.closing().unwrap(), number);
        it.status = Status::Closed(Box::new(closing));
    };
    vec![
        broken(again, move |it| current(it, 1), Breach::ClosingNumbers),
        broken(again, move |it| current(it, 3), Breach::ClosingNumbers),
        broken("close won revenue=1", move |it| current(it, 0), Breach::ClosingNumbers),
        broken(again, |it| it.canceled_closings.clear(), Breach::ClosingNumbers),
        broken(
            again,
            |it| {
                let closing = renumbered(&it.canceled_closings[0].closing, 2);
                let (by, at) = (Cancellation::Reopening, Instant(0));
                it.canceled_closings[0] = CanceledClosing { closing, by, at };
            },
            Breach::ClosingNumbers,
        ),
        broken(
            "close won revenue=1\nreopen",
            |it| it.canceled_closings[0].by = Cancellation::Correction,
            Breach::Cancellation,
        ),
        broken("close won revenue=1", |it| it.status = Status::Closed(Box::new(lost_reason(it))), Breach::Reason),
        broken(
            "close won revenue=1\nreopen",
            |it| it.canceled_closings[0].closing = lost_reason_of(&it.canceled_closings[0].closing),
            Breach::Reason,
        ),
    ]
}

fn lost_reason(it: &Opportunity) -> Closing {
    lost_reason_of(it.closing().unwrap())
}

fn lost_reason_of(closing: &Closing) -> Closing {
    let mut facts = closing.facts().clone();
    facts.reason.id = ReasonId::BuiltIn(BuiltInReason::OutSold);
    Closing::restore(facts)
}

fn amounts() -> Vec<Broken> {
    let typed = |it: &mut Opportunity| it.details.revenue = Revenue::UserProvided(too_much());
    let closing = |it: &mut Opportunity| {
        let mut facts = it.closing().unwrap().facts().clone();
        facts.estimate = too_much();
        it.status = Status::Closed(Box::new(Closing::restore(facts)));
    };
    let revenue = |it: &mut Opportunity| {
        let mut facts = it.canceled_closings[0].closing.facts().clone();
        facts.terms = tutup::domain::Terms::Won { revenue: too_much().unwrap() };
        it.canceled_closings[0].closing = Closing::restore(facts);
    };
    let half = 60_000_000_000_000;
    let quoted = move |it: &mut Opportunity| it.quotes[0].content.price = price(&[half, half]);
    let budgeted = |it: &mut Opportunity| it.lines[0].budget = too_much();
    let copied = |it: &mut Opportunity| {
        let Price::Lines(lines) = &mut it.quotes[0].content.price else { panic!("it has lines") };
        lines[0].line.budget = too_much();
    };
    vec![
        broken("", typed, Breach::AmountTooLarge),
        broken("", |it| it.details.budget = too_much(), Breach::AmountTooLarge),
        broken("edit lines=Design:1", budgeted, Breach::AmountTooLarge),
        broken("quote 1", |it| it.quotes[0].content.price = Price::Typed(too_much()), Breach::AmountTooLarge),
        broken("quote 1", quoted, Breach::AmountTooLarge),
        broken("edit lines=Design:1\nquote", copied, Breach::AmountTooLarge),
        broken("close won revenue=1", closing, Breach::AmountTooLarge),
        broken("close won revenue=1\nreopen", revenue, Breach::AmountTooLarge),
        broken("edit lines=Design:1,Build:2", |it| it.lines[1].id = 1, Breach::DoubleId),
        broken("note x\nnote y", |it| it.notes[1].id = 1, Breach::DoubleId),
        broken(
            "edit lines=Design:1,Build:2\nquote",
            |it| {
                let Price::Lines(lines) = &mut it.quotes[0].content.price else { panic!("it has lines") };
                lines[1].line.id = 1;
            },
            Breach::DoubleId,
        ),
        broken("quote 1", |it| it.quotes[0].content.price = Price::Lines(Vec::new()), Breach::LineCount),
        broken("quote 1", |it| it.quotes[0].content.price = price(&[1; 51]), Breach::LineCount),
        broken("edit lines=50x", |it| it.lines.extend(it.lines.clone()), Breach::LineCount),
    ]
}

#[test]
fn every_breach_is_found() {
    let mut met = Vec::new();
    for (place, (example, break_it, expected)) in quotes().into_iter().chain(closings()).chain(amounts()).enumerate() {
        let found = breaches(example, break_it);
        assert!(found.contains(&expected), "case {place}, {example}: {found:?} has no {expected:?}");
        met.extend(found.iter().map(variants::breach));
    }
    met.extend(breaches("quote 1", steps(0, &[QuoteState::Active])).iter().map(variants::breach));
    variants::must_meet_all(&met, variants::BREACHES);
}

/// Which state may follow which in the steps of a quote, written out once more, the forbidden ones too.
#[test]
fn every_pair_of_steps_is_allowed_or_a_breach() {
    let won = QuoteState::Won(date(DAY));
    let states = [
        QuoteState::Draft,
        QuoteState::Active,
        won,
        closed(QuoteClosed::Lost),
        closed(QuoteClosed::Canceled),
        closed(QuoteClosed::Revised),
    ];
    // Rows from, columns to: Draft, Active, Won, Lost, Canceled, Revised.
    let allowed = ["-xxxx-", "--xxxx", "----xx", "------", "------", "------"];
    let ways: [&[QuoteState]; 6] = [
        &states[..1],
        &states[..2],
        &[states[0], states[2]],
        &[states[0], states[3]],
        &[states[0], states[4]],
        &[states[0], states[1], states[5]],
    ];
    for (way, row) in ways.iter().zip(allowed) {
        for (to, cell) in states.iter().zip(row.chars()) {
            let taken: Vec<QuoteState> = way.iter().copied().chain([*to]).collect();
            let found = breaches("quote 1", steps(0, &taken));
            let expected = if cell == 'x' { vec![] } else { vec![Breach::QuoteSteps(key("Q1"))] };
            assert_eq!(found, expected, "{taken:?}");
        }
    }
    assert_eq!(breaches("quote 1", steps(0, &[])), [Breach::QuoteSteps(key("Q1"))]);
    for first in &states[1..] {
        assert!(breaches("quote 1", steps(0, &[*first])).contains(&Breach::QuoteSteps(key("Q1"))), "{first:?}");
    }
}

#[test]
fn several_breaches_are_all_found() {
    let found = breaches("quote 1\nquote 2\nnote x\nnote y\nclose won revenue=1", |it| {
        it.quotes[1].steps.truncate(1);
        it.notes[1].id = 1;
        it.details.budget = too_much();
    });
    assert_eq!(found, [Breach::OpenQuote(key("Q2")), Breach::DoubleId, Breach::AmountTooLarge]);
}

/// The record's own entry; what no form would accept is left out of it, as a user would.
fn entry_that_is_accepted(broken: &Opportunity) -> OpportunityEntry {
    let mut entry = OpportunityEntry::of(broken);
    if mended(broken, &entry, Instant(1)).is_err() {
        entry.details.revenue = Revenue::UserProvided(None);
        entry.details.budget = None;
        entry.lines.truncate(MAX_LINES);
        entry.lines.iter_mut().for_each(|line| line.budget = None);
    }
    entry
}

#[test]
fn every_broken_record_has_a_version_that_holds_and_says_what_it_leaves_out() {
    for (place, (example, break_it, breach)) in quotes().into_iter().chain(closings()).chain(amounts()).enumerate() {
        let mut broken = play(example).opportunity().clone();
        break_it(&mut broken);
        let Mended { opportunity, without } = mended(&broken, &entry_that_is_accepted(&broken), Instant(1)).unwrap();
        let case = format!("case {place}, {breach:?}: {without:?}");
        assert_eq!(opportunity.breaches(), [], "{case}");
        assert_eq!(left_out(&broken, Instant(1)), without, "{case}");
        assert_eq!(opportunity.quotes.len() + without.quotes.len(), broken.quotes.len(), "{case}");
        let closings = |it: &Opportunity| it.canceled_closings.len() + usize::from(it.closing().is_some());
        assert_eq!(closings(&opportunity) + without.closings, closings(&broken), "{case}");
        assert_eq!(without.is_reopened, broken.outcome().is_some() && opportunity.outcome().is_none(), "{case}");
        let texts = |it: &Opportunity| it.notes.iter().map(|note| note.text.clone()).collect::<Vec<_>>();
        assert_eq!(texts(&opportunity), texts(&broken), "{case}");
    }
}

#[test]
fn no_more_is_left_out_than_breaks_a_rule() {
    let without = |example: &str, break_it: &dyn Fn(&mut Opportunity)| {
        let mut broken = play(example).opportunity().clone();
        break_it(&mut broken);
        left_out(&broken, Instant(1))
    };
    let kept = Without::default();
    // A quote that is open on a closed opportunity stays: it is open again.
    let open = |it: &mut Opportunity| it.quotes[0].steps.truncate(1);
    let reopened = without("quote 1\nclose won revenue=1", &open);
    assert_eq!(reopened, Without { is_reopened: true, ..kept.clone() });
    assert!(!reopened.is_nothing());
    // Only the second winner goes, and what was closed stays closed.
    let won = |it: &mut Opportunity| it.quotes[1].steps = it.quotes[0].steps.clone();
    let twice = "quote 1 active\nquote 2 active\nQ1 win\nclose won revenue=1";
    assert_eq!(without(twice, &won), Without { quotes: vec![key("Q2")], ..kept.clone() });
    // An amount of the fields is for the user to mend; nothing else goes.
    let amount = |it: &mut Opportunity| it.details.budget = too_much();
    assert!(without("quote 1\nclose won revenue=1\nreopen\nclose won revenue=2", &amount).is_nothing());
    // Notes get numbers of their own, and lines are entered anew.
    let notes = |it: &mut Opportunity| it.notes[1].id = it.notes[0].id;
    assert_eq!(without("quote 1\nnote a\nnote b", &notes), kept);
    let lines = |it: &mut Opportunity| it.lines = vec![it.lines[0].clone(); MAX_LINES + 1];
    assert_eq!(without("quote 1\nedit lines=Design:5", &lines), kept);
    // Closings that are not numbered as they must be go, and the quotes stay.
    let numbers = |it: &mut Opportunity| it.canceled_closings.clear();
    let again = "quote 1\nclose won revenue=1\nreopen\nclose won revenue=2";
    assert_eq!(without(again, &numbers), Without { is_reopened: true, closings: 1, ..kept });
}
