//! Reopening, and closing again (R14).

use super::scenario::check;

#[test]
fn r14_reopening_brings_back_stage_probability_and_reason_and_shows_nothing_of_the_closing() {
    check(
        "
        edit stage=Propose probability=60 reason=OnHold
        close won revenue=800
        reopen
        = status : Open OnHold
        = stage : Propose
        = probability : 60
        = closings : 1 Won Won 800.00 2026-11-22 by Reopening
        ",
    );
}

#[test]
fn r14_reopening_leaves_the_quotes_as_they_are_a_won_one_too() {
    check(
        "
        quote 800 active
        quote 900
        quote 700 active
        close won all Q1=won
        reopen
        = states : Won Canceled Lost
        = offer : -
        ",
    );
}

#[test]
fn r14_a_quote_won_before_stays_won_in_closing_again() {
    check(
        "
        quote 800 active
        close won all
        reopen
        = dialog won : Won Won 800.00
        quote 900 active
        close won all
        = status : Won Won 800.00 2026-11-22
        = states : Won Lost
        = settled : Q2 Active to Lost
        ",
    );
}

#[test]
fn r14_closings_are_counted_over_reopenings() {
    check(
        "
        close won revenue=1
        reopen
        close lost reason=Price
        reopen
        close won revenue=3
        = closings : 1 Won Won 1.00 2026-11-22 by Reopening, 2 Lost Price - 2026-11-22 by Reopening,
            3 Won Won 3.00 2026-11-22
        ",
    );
}

#[test]
fn r14_a_reopened_opportunity_is_as_open_as_any() {
    check(
        "
        close won revenue=1
        reopen
        edit topic=Other estimate=5
        quote 6 active
        Q1 win
        = topic : Other
        = states : Won
        = offer : Won
        ",
    );
}
