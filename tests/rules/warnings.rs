//! What is unusual and does not stop a closing (RULES §4).

use super::scenario::check;
use super::variants;

#[test]
fn close_date_in_the_future_or_before_the_creation() {
    check(
        "
        = warnings won revenue=1 : -
        = warnings won date=2026-11-23 : DateInFuture
        = warnings lost date=2026-11-23 : DateInFuture
        = warnings won date=2026-11-21 : DateBeforeCreated
        today 2026-12-01
        = warnings won date=2026-11-22 : -
        = warnings won date=2026-12-01 : -
        = warnings won date=2026-12-02 : DateInFuture
        close won revenue=1 date=2026-12-02
        = status : Won Won 1.00 2026-12-02
        = warnings correct date=2026-12-03 : DateInFuture
        ",
    );
}

#[test]
fn revisit_before_the_close_date_for_lost_only() {
    check(
        "
        = warnings lost revisit=2026-11-21 : RevisitBeforeClose
        = warnings lost revisit=2026-11-22 : -
        = warnings won revisit=2026-11-21 : -
        close lost reason=Price revisit=2026-11-21
        = status : Lost Price - 2026-11-22 revisit 2026-11-21
        ",
    );
}

#[test]
fn what_is_not_understood_warns_of_nothing() {
    check("= warnings lost date=x revisit=x : -\n= warnings won date=- : -");
}

#[test]
fn r14_won_without_a_winner_warns_when_there_are_quotes() {
    check(
        "
        = warnings won revenue=1 : -
        quote 10 active
        = warnings won all : -
        = warnings won : -
        = warnings won all Q1=lost : NoWinner
        quote 20
        = warnings won all Q1=lost Q2=won : -
        Q1 lose
        = warnings won : NoWinner
        = warnings lost : -
        = warnings lost all Q2=won : -
        close won revenue=1
        = warnings correct revenue=2 : NoWinner
        ",
    );
}

#[test]
fn r14_lost_with_a_won_quote_warns_and_leaves_it_won() {
    check(
        "
        quote 10 active
        Q1 win
        = warnings won : -
        = warnings lost : WonQuote Q1
        close lost reason=Price
        = states : Won
        = warnings correct : WonQuote Q1
        ",
    );
}

#[test]
fn every_warning_is_met() {
    let mut met = Vec::new();
    let mut see = |acts: &str, outcome: &str, fields: &[&str]| {
        let world = super::scenario::play(acts);
        let input = world.defaults(outcome, fields);
        let warnings = input.warnings(world.opportunity(), world.clock);
        met.extend(warnings.iter().map(variants::warning));
    };
    see("", "won", &["date=2026-11-23"]);
    see("", "lost", &["date=2026-11-21", "revisit=2026-11-20"]);
    see("quote 10", "won", &[]);
    see("quote 10 active\nQ1 win", "lost", &[]);
    variants::must_meet_all(&met, variants::WARNINGS);
}
