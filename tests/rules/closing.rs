//! Closing an opportunity: R1–R3, R9, R11, R13.

use super::scenario::check;

#[test]
fn r01_closing_twice_is_refused_and_says_how_it_is_closed() {
    check(
        "
        close won revenue=800 date=2026-11-20
        close won revenue=800 date=2026-11-21
        ! already closed as Won on 2026-11-20
        close lost reason=Price
        ! already closed as Won on 2026-11-20
        = closings : 1 Won Won 800.00 2026-11-20
        ",
    );
    check(
        "
        close lost reason=Price date=2026-11-19
        close won
        ! ActualRevenue required
        close won revenue=1
        ! already closed as Lost on 2026-11-19
        ",
    );
}

#[test]
fn r02_a_closed_opportunity_takes_notes_and_nothing_else() {
    check(
        "
        close lost reason=Price
        edit topic=Other
        ! read-only: Lost
        quote 5
        ! read-only: Lost
        note rang_again
        note and_again
        note once_more
        = notes : rang again#1, and again#2, once more#3
        = status : Lost Price - 2026-11-22
        ",
    );
}

#[test]
fn r03_closing_deletes_nothing() {
    check(
        "
        quote 1
        quote 2 active
        Q2 revise
        edit estimate=900 lines=Design:500,Build:- stage=Propose
        note first
        close lost reason=Price all
        = lines : Design#1 500.00, Build#2 -
        = notes : first#1
        = stages : Qualify to Propose
        = states : Canceled Revised Canceled
        = stage : Propose
        = estimate : 900.00
        ",
    );
}

#[test]
fn r09_every_problem_of_fields_and_quotes_comes_in_one_answer_in_the_dialogs_order() {
    check(
        "
        quote 800 active
        close lost date=31/4/2026 revenue=1,23 revisit=x rival=101x reason=- text=2001x
        ! StatusReason required, Competitor 101 of 100, ActualRevenue NotMoney, CloseDate NoSuchDay,
            RevisitOn NotADate, Description 2001 of 2000, Quotes blocked by Q1
        close won reason=- revenue=-1 date=- text=^A
        ! StatusReason required, ActualRevenue Negative, CloseDate required, Description U+0001, Quotes blocked by Q1
        close won reason=Other revenue=#100000000000001 all Q1=lost Q2=won
        ! StatusReason Choice, ActualRevenue TooLarge, Q2 QuoteNotOpen
        = status : Open InProgress
        = states : Active
        ",
    );
}

#[test]
fn r09_refused_closings_leave_quotes_and_opportunity_as_they_are() {
    check(
        "
        quote 800 active
        quote 900
        close won all date=31/4/2026
        ! CloseDate NoSuchDay
        = states : Active Draft
        = status : Open InProgress
        = closings : -
        ",
    );
}

#[test]
fn r11_the_closing_keeps_what_was_entered_and_what_was_before() {
    check(
        "
        edit stage=Propose probability=60 reason=OnHold estimate=1000
        close lost reason=OutSold revenue=5 date=2026-11-20 rival=Acme text=too_dear revisit=2027-01-31
        = closings : 1 Lost OutSold 5.00 2026-11-20 to Acme revisit 2027-01-31 (too dear)
        = before : Propose 60 OnHold
        = estimate-at-closing : 1000.00
        reopen
        close won text=after_all
        = closings : 1 Lost OutSold 5.00 2026-11-20 to Acme revisit 2027-01-31 (too dear) by Reopening,
            2 Won Won 1000.00 2026-11-22 (after all)
        = before : Propose 60 OnHold
        ",
    );
}

#[test]
fn r13_probability_is_shown_as_100_or_0_while_closed_and_does_not_change() {
    check(
        "
        edit probability=60
        = shown : 60
        close won revenue=1
        = shown : 100
        = probability : 60
        reopen
        = shown : 60
        close lost reason=Price
        = shown : 0
        = probability : 60
        ",
    );
    check("= shown : -\nclose won revenue=1\n= shown : 100\n= probability : -");
}
