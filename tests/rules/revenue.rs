//! Calculated revenue and the lines of quotes (R20, R21).

use super::scenario::check;

#[test]
fn r20_calculated_revenue_is_the_sum_of_the_lines_and_absent_without_lines() {
    check(
        "
        edit estimate=99
        = estimate : 99.00
        edit calculated
        = estimate : -
        edit lines=Design:500,Build:-
        = estimate : 500.00
        edit lines=Build:-
        = estimate : 0.00
        ",
    );
}

#[test]
fn r20_the_quotes_do_not_count() {
    check("edit lines=Design:500 calculated\nquote\nQ1 edit lines=Design:500:450\nQ1 activate\n= estimate : 500.00");
}

#[test]
fn r20_switching_to_user_provided_keeps_the_last_sum() {
    check(
        "
        edit lines=Design:500,Build:20 calculated
        edit provided
        = estimate : 520.00
        edit lines=-
        = estimate : 520.00
        edit provided
        = estimate : 520.00
        ",
    );
}

#[test]
fn r21_a_new_quote_copies_the_lines_of_that_moment_with_the_budget_as_first_amount() {
    check(
        "
        edit lines=Design:500,Build:20
        quote
        = quotes : Q1 Draft 520.00
        edit lines=Design:600
        = Q1 : Design#1 500.00, Build#2 20.00
        Q1 edit lines=Design:500:1
        = lines : Design#1 600.00
        quote
        = quotes : Q1 Draft 1.00, Q2 Draft 600.00
        ",
    );
}

#[test]
fn r21_without_lines_a_new_quote_costs_the_estimate_if_any() {
    check("quote\n= quotes : Q1 Draft -\nedit estimate=99\nquote\n= quotes : Q1 Draft -, Q2 Draft 99.00");
}

#[test]
fn r21_a_copied_line_without_budget_blocks_activation_until_it_has_an_amount() {
    check(
        "
        edit lines=Design:500,Build:-,Test:-
        quote
        = Q1 : Design#1 500.00, Build#2 -, Test#3 -
        = quotes : Q1 Draft -
        Q1 activate
        ! Q1 has lines without amount: Build Test
        Q1 edit lines=Design:500:500,Build:-:0,Test:-
        Q1 activate
        ! Q1 has lines without amount: Test
        Q1 edit lines=Design:500:500,Build:-:0,Test:-:5
        Q1 edit lines=Design:500:500,Build:-
        ! LineAmount(1) required
        Q1 activate
        = quotes : Q1 Active 505.00
        ",
    );
}

#[test]
fn r21_a_line_of_the_quotes_own_needs_an_amount() {
    check(
        "quote\nQ1 edit lines=Design:500\n! LineAmount(0) required\nQ1 edit lines=Design:-:500\n= quotes : Q1 Draft 500.00",
    );
    check("edit lines=Design:-\nquote\nQ1 edit lines=Design:-,Build:5\n! LineAmount(1) required");
}

#[test]
fn r21_the_first_line_replaces_a_typed_total_and_the_last_one_leaves_its_sum() {
    check(
        "
        quote 99
        Q1 edit lines=Design:-:5,Build:-:6
        = quotes : Q1 Draft 11.00
        Q1 edit lines=-
        = quotes : Q1 Draft 11.00
        ",
    );
}

#[test]
fn r21_the_price_itself_says_what_lines_make_of_it() {
    use tutup::domain::{Currency, Price};
    let (two, none) = (super::fields::price(&[500, 600]), super::fields::price(&[500, -1]));
    let money = |minor| tutup::domain::Money::from_minor(minor);
    let typed = Price::Typed(money(9900));
    assert_eq!(typed.with_lines(two.lines().to_vec(), Currency::MYR), two);
    assert_eq!(two.with_lines(Vec::new(), Currency::MYR), Price::Typed(money(1100)));
    assert_eq!(none.with_lines(Vec::new(), Currency::MYR), Price::Typed(None));
    assert_eq!(typed.with_lines(Vec::new(), Currency::MYR), typed);
}
