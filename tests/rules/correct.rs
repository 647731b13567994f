//! Correcting a closing (R14).

use super::scenario::check;

#[test]
fn r14_correcting_starts_with_the_present_values() {
    check(
        "
        edit estimate=1000
        close lost reason=OutSold revenue=5 date=2026-11-20 rival=Acme text=too_dear revisit=2027-01-31
        = correction : Lost OutSold 5.00 2026-11-20 to Acme revisit 2027-01-31 (too dear)
        reopen
        close won date=2026-11-21
        = correction : Won Won 1000.00 2026-11-21 (too dear)
        ",
    );
}

#[test]
fn r14_a_correction_is_the_next_closing_and_cancels_the_one_before() {
    check(
        "
        close won revenue=800
        correct revenue=900 date=2026-11-20
        = closings : 1 Won Won 800.00 2026-11-22 by Correction, 2 Won Won 900.00 2026-11-20
        correct as=lost reason=Price revenue=-
        = closings : 1 Won Won 800.00 2026-11-22 by Correction, 2 Won Won 900.00 2026-11-20 by Correction,
            3 Lost Price - 2026-11-20
        reopen
        = closings : 1 Won Won 800.00 2026-11-22 by Correction, 2 Won Won 900.00 2026-11-20 by Correction,
            3 Lost Price - 2026-11-20 by Reopening
        = status : Open InProgress
        ",
    );
}

#[test]
fn r14_a_correction_keeps_what_was_settled_and_what_was_before() {
    check(
        "
        edit stage=Develop probability=40 reason=OnHold estimate=70
        quote 800 active
        quote 900
        close won all date=2026-11-20
        today 2026-11-25
        correct as=lost reason=Price revenue=-
        = quotes : Q1 Won 800.00 on 2026-11-20, Q2 Canceled 900.00 on 2026-11-20
        = settled : Q1 Active to Won, Q2 Draft to Canceled
        = before : Develop 40 OnHold
        = estimate-at-closing : 70.00
        reopen
        = status : Open OnHold
        = stage : Develop
        = probability : 40
        ",
    );
}

#[test]
fn r14_a_correction_is_judged_like_a_closing() {
    check(
        "
        quote 1
        close won revenue=800
        correct revenue=- date=-
        ! ActualRevenue required, CloseDate required
        correct as=lost
        ! StatusReason Choice
        correct as=lost reason=Other
        ! Description DescriptionRequired
        correct Q1=won
        ! Q1 QuoteNotOpen
        = closings : 1 Won Won 800.00 2026-11-22
        = states : Canceled
        ",
    );
}

#[test]
fn r14_a_correction_may_keep_a_reason_that_was_retired_since_and_no_other() {
    check(
        "
        close lost reason=Price
        reason Price retire
        reason NoBudget retire
        correct text=dear
        = status : Lost Price - 2026-11-22 (dear)
        correct reason=NoBudget
        ! StatusReason ReasonRetired
        correct as=won revenue=1
        ! StatusReason Choice
        reopen
        close lost reason=Price
        ! StatusReason ReasonRetired
        ",
    );
}

#[test]
fn r14_the_dates_of_the_quotes_stay_when_the_closing_date_is_corrected() {
    check(
        "
        quote 800 active
        close won all date=2026-11-20
        correct date=2026-11-10
        = status : Won Won 800.00 2026-11-10
        = quotes : Q1 Won 800.00 on 2026-11-20
        ",
    );
}

#[test]
fn r14_a_correction_may_keep_a_reason_that_is_gone_but_not_for_the_other_outcome() {
    let mut world = super::scenario::play("reason Tender add lost\nclose lost reason=Tender");
    // No command deletes a reason in use; another tab or an undo can.
    world.book.put(tutup::domain::Key::Lists, None);
    world.play_line("correct date=2026-11-21");
    world.play_line("= status : Lost Tender - 2026-11-21");
    world.play_line("correct text=dear date=2026-11-22");
    world.play_line("= status : Lost Tender - 2026-11-22 (dear)");
    world.play_line("correct as=won revenue=1");
    assert_eq!(super::words::refusal(&world.refused.unwrap()), "StatusReason Choice");
}
