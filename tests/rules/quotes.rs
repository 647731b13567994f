//! Quotes: numbers, revisions, what winning and losing does to the others (RULES §3, R4, R5).

use super::scenario::check;

#[test]
fn a_number_is_the_highest_in_the_book_plus_one() {
    check(
        "
        quote 1
        b: new
        b: quote 1
        quote 1
        = quotes : Q1 Draft 1.00, Q3 Draft 1.00
        b: = quotes : Q2 Draft 1.00
        Q1 delete
        b: quote 1
        b: = states : Draft Draft
        b: Q4 activate
        = also Q4 : b
        b: = also Q4 : -
        ",
    );
}

#[test]
fn a_quote_is_called_as_the_topic_until_renamed() {
    let world = super::scenario::play("edit topic=Big_deal\nquote 1\nquote 2\nQ2 edit name=Offer\nedit topic=Other");
    let names: Vec<&str> = world.opportunity().quotes.iter().map(|quote| quote.content.name.as_str()).collect();
    assert_eq!(names, ["Big deal", "Offer"]);
}

#[test]
fn activating_needs_a_total_and_zero_is_one() {
    check(
        "quote\nQ1 activate\n! Q1 has no total\n= states : Draft\nQ1 edit total=0\nQ1 activate\n= quotes : Q1 Active 0.00",
    );
}

#[test]
fn the_end_is_not_before_the_beginning() {
    check(
        "
        quote 1
        Q1 edit from=2026-11-22 to=2026-11-21
        ! EffectiveTo EndBeforeStart
        Q1 edit from=2026-11-22 to=2026-11-22
        Q1 edit from=- to=2020-01-01
        Q1 edit from=2026-11-22 to=-
        ",
    );
}

#[test]
fn every_problem_of_a_quote_comes_at_once() {
    check(
        "
        quote 1
        Q1 edit lines=Design:1:-,Build:#100000000000001:#100000000000001 from=2026-11-22 to=2026-11-21
        ! LineBudget(1) TooLarge, LineAmount(0) required, LineAmount(1) TooLarge, EffectiveTo EndBeforeStart
        Q1 edit total=#100000000000001
        ! Total TooLarge
        Q1 edit lines=Design:1:#60000000000000,Build:1:#60000000000000
        ! Lines SumTooLarge
        = quotes : Q1 Draft 1.00
        ",
    );
}

#[test]
fn an_active_quote_past_its_end_is_expired_and_nothing_else_changes() {
    check(
        "
        quote 1 to=2026-11-23
        quote 2 to=2026-11-21
        Q1 activate
        = quotes : Q1 Active 1.00, Q2 Draft 2.00
        today 2026-11-23
        = quotes : Q1 Active 1.00, Q2 Draft 2.00
        today 2026-11-24
        = quotes : Q1 Active 1.00 expired, Q2 Draft 2.00
        Q1 win
        = states : Won Canceled
        ",
    );
}

#[test]
fn r04_revising_copies_everything_into_the_next_revision() {
    check(
        "
        quote
        Q1 edit lines=Design:500:450 name=Offer from=2026-11-01 to=2026-12-01
        Q1 activate
        today 2026-11-25
        Q1 revise
        = quotes : Q1 Revised 450.00, Q1r1 Draft 450.00
        = Q1r1 : Design#1 450.00
        Q1r1 activate
        Q1r1 revise
        = states : Revised Revised Draft
        ",
    );
    let world =
        super::scenario::play("quote 5 from=2026-11-01 to=2026-12-01 due=2027-01-01 text=all active\nQ1 revise");
    let [old, new] = world.opportunity().quotes.as_slice() else { panic!("two revisions") };
    assert_eq!(old.content, new.content);
}

#[test]
fn r04_a_deleted_revision_can_be_revised_again_from_the_one_before() {
    check(
        "
        quote 5 active
        Q1 revise
        Q1r1 delete
        = states : Revised
        Q1 revise
        = quotes : Q1 Revised 5.00, Q1r1 Draft 5.00
        ",
    );
}

#[test]
fn r04_revise_is_refused_while_the_number_has_an_open_revision_and_names_it() {
    check("quote 5 active\nQ1 revise\nQ1 revise\n! Q1r1 is open\nQ1r1 activate\nQ1 revise\n! Q1r1 is open");
}

#[test]
fn r04_only_the_highest_revision_of_a_closed_number_can_be_revised() {
    check(
        "
        quote 5 active
        Q1 revise
        Q1r1 activate
        Q1r1 win
        Q1 revise
        ! Q1 is before Q1r1
        Q1r1 revise
        = states : Revised Revised Draft
        ",
    );
}

#[test]
fn r04_a_second_win_is_refused_and_names_the_winner() {
    check(
        "
        quote 5 active
        Q1 win
        quote 6 active
        Q2 win
        ! Q1 is Won
        Q1 cancel
        = states : Canceled Active
        Q2 win
        = states : Canceled Won
        Q2 revise
        = states : Canceled Revised Draft
        ",
    );
}

#[test]
fn r05_winning_settles_the_other_open_quotes_and_leaves_the_opportunity_open() {
    check(
        "
        quote 5 active
        quote 6 active
        quote 7
        quote 8 active
        Q4 lose
        Q2 win
        = quotes : Q1 Lost 5.00, Q2 Won 6.00, Q3 Canceled 7.00, Q4 Lost 8.00
        = status : Open InProgress
        = changed : a
        = offer : Won
        = dialog won : Won Won 6.00
        ",
    );
}

#[test]
fn r05_closing_as_lost_is_offered_when_the_last_open_quote_was_lost_and_none_is_won() {
    check("quote 5 active\nQ1 lose\n= offer : Lost");
    check("quote 5 active\nquote 6\nQ1 lose\n= offer : -\nQ2 delete\n= offer : -");
    check("quote 5 active\nquote 6 active\nQ1 lose\n= offer : -\nQ2 lose\n= offer : Lost\n= status : Open InProgress");
    check("quote 5 active\nQ1 cancel\n= offer : -");
    check("quote 5 active\nQ1 win\nquote 6 active\nQ2 lose\n= offer : -");
    check("quote 5 active\nquote 6\nquotes\n= states : Lost Canceled\n= offer : Lost");
    check("quote 6\nquotes\n= offer : -");
    check(
        "quote 5 active\nQ1 lose\nedit topic=Other\n= offer : -\nquote 5 active\nclose lost reason=Price all\n= offer : -",
    );
}

#[test]
fn quotes_settled_on_their_own_are_closed_today() {
    check(
        "
        quote 1 active
        quote 2 active
        today 2026-12-24
        Q2 win
        quote 3 active
        Q3 cancel
        quote 4 active
        quotes
        today 2026-12-25
        = quotes : Q1 Lost 1.00 on 2026-12-24, Q2 Won 2.00 on 2026-12-24, Q3 Canceled 3.00 on 2026-12-24,
            Q4 Lost 4.00 on 2026-12-24
        quote 5 active
        Q5 lose
        Q2 revise
        today 2026-12-26
        = states : Lost Revised Canceled Lost Lost Draft
        ",
    );
}
