//! What becomes of the quotes when their opportunity closes: R6–R8.

use tutup::domain::DraftRule;

use super::scenario::{check, play};

#[test]
fn r06_active_quotes_block_and_are_all_named() {
    check(
        "
        quote 800 active
        quote 900
        quote 700 active
        close won
        ! ActualRevenue required, Quotes blocked by Q1 Q3
        close won revenue=800
        ! Quotes blocked by Q1 Q3
        close lost reason=Price
        ! Quotes blocked by Q1 Q3
        = status : Open InProgress
        = states : Active Draft Active
        ",
    );
}

#[test]
fn r06_a_blocking_revision_is_named_as_such() {
    check(
        "
        quote 800 active
        Q1 revise
        Q1r1 activate
        close lost reason=Price
        ! Quotes blocked by Q1r1
        ",
    );
}

#[test]
fn r06_an_expired_quote_blocks_as_well() {
    check(
        "
        quote 800 to=2026-11-21
        Q1 activate
        = quotes : Q1 Active 800.00 expired
        close lost reason=Price
        ! Quotes blocked by Q1
        ",
    );
}

#[test]
fn r06_ticked_each_open_quote_gets_its_fate() {
    check(
        "
        quote 800 active
        quote 900
        quote 700 active
        close won all Q3=won
        = status : Won Won 700.00 2026-11-22
        = states : Lost Canceled Won
        = settled : Q1 Active to Lost, Q2 Draft to Canceled, Q3 Active to Won
        ",
    );
    check(
        "
        quote 800 active
        quote 900
        close won all Q1=canceled Q2=won
        = status : Won Won 900.00 2026-11-22
        = states : Canceled Won
        = settled : Q1 Active to Canceled, Q2 Draft to Won
        ",
    );
    check(
        "
        quote 800 active
        quote 900
        close lost reason=Price all Q1=canceled Q2=lost
        = states : Canceled Lost
        ",
    );
}

#[test]
fn r06_fates_are_refused_one_by_one() {
    check(
        "
        quote 800 active
        quote 900 active
        quote -
        close won all revenue=1 Q1=won Q2=won Q3=won
        ! Q2 beside Q1, Q3 beside Q1
        close won all revenue=1 Q3=won
        ! Q3 NoTotal
        close lost all reason=Price Q1=won Q3=won
        ! Q1 WonOnLost, Q3 WonOnLost
        close lost all reason=Price Q4=lost
        ! Q4 QuoteNotOpen
        Q1 win
        = states : Won Lost Canceled
        quote 5
        close won all Q4=won
        ! Q4 beside Q1
        close won all Q1=lost
        ! Q1 QuoteNotOpen
        ",
    );
}

#[test]
fn r06_a_quote_with_a_line_without_amount_has_no_total_and_cannot_be_won() {
    check(
        "
        edit lines=Design:500,Build:-
        quote
        close won revenue=1 Q1=won
        ! Q1 NoTotal
        close won revenue=1
        = states : Canceled
        ",
    );
}

#[test]
fn r06_a_total_of_zero_is_a_total() {
    check(
        "
        quote 0
        close won Q1=won
        = status : Won Won 0.00 2026-11-22
        ",
    );
}

#[test]
fn r06_settled_quotes_carry_the_closings_date() {
    check(
        "
        quote 800 active
        quote 1 active
        Q2 lose
        close won all date=2026-11-03
        = quotes : Q1 Won 800.00 on 2026-11-03, Q2 Lost 1.00
        ",
    );
}

#[test]
fn r06_close_all_quotes_stands_alone_too_and_closing_is_allowed_afterwards() {
    check(
        "
        quote 800 active
        quote 900
        close won revenue=5
        ! Quotes blocked by Q1
        quotes Q2=lost
        = states : Lost Lost
        = status : Open InProgress
        close won revenue=5
        = status : Won Won 5.00 2026-11-22
        = settled : -
        ",
    );
    check(
        "
        quote 800 active
        quotes Q1=won Q7=lost
        ! Q1 Choice, Q7 QuoteNotOpen
        quotes
        quotes
        ! no open quote
        ",
    );
}

#[test]
fn r07_drafts_alone_do_not_block_and_are_settled_with_the_opportunity() {
    check(
        "
        quote 900
        quote 700
        close lost reason=Price
        = states : Canceled Canceled
        = settled : Q1 Draft to Canceled, Q2 Draft to Canceled
        ",
    );
    check(
        "
        quote 900
        quote 700
        close won Q1=lost Q2=won
        = status : Won Won 700.00 2026-11-22
        = states : Lost Won
        ",
    );
}

#[test]
fn r07_in_strict_mode_drafts_block_as_active_quotes_do() {
    check(
        "
        quote 900
        quote 800 active
        strict
        = changed : preferences
        close lost reason=Price
        ! Quotes blocked by Q1 Q2
        Q2 lose
        close lost reason=Price
        ! Quotes blocked by Q1
        close lost reason=Price Q1=lost
        ! Quotes blocked by Q1
        close lost reason=Price all
        = states : Canceled Lost
        ",
    );
    check(
        "
        quote 900
        strict
        close lost reason=Price
        ! Quotes blocked by Q1
        lenient
        close lost reason=Price
        = states : Canceled
        ",
    );
}

#[test]
fn r07_the_preference_is_what_was_chosen_last() {
    for (acts, expected) in
        [("", DraftRule::CloseAlong), ("strict", DraftRule::Block), ("strict\nlenient", DraftRule::CloseAlong)]
    {
        assert_eq!(play(acts).book.preferences().drafts, expected, "{acts}");
    }
}

#[test]
fn r08_a_closed_opportunity_has_no_open_quote_whatever_the_box_says() {
    for (outcome, tick) in [("won revenue=1", ""), ("won revenue=1", " all"), ("lost reason=Price", " all")] {
        check(&format!("quote 1\nquote 2\nclose {outcome}{tick}\n= states : Canceled Canceled"));
    }
}
