//! An opportunity's own fields: defaults, ranges, currency, copies (RULES §2, R12, R28).

use super::scenario::check;

#[test]
fn what_is_left_out_is_absent_and_not_zero() {
    check(
        "= estimate : -\n= probability : -\n= lines : -\n= status : Open InProgress\n= stage : Qualify\n= currency : MYR",
    );
}

#[test]
fn ids_are_given_once() {
    check(
        "new\n! there is an opportunity a\nb: new\nb: copy a\n! there is an opportunity a\nc: copy d\n! no opportunity c",
    );
}

#[test]
fn amounts_go_up_to_a_million_million_and_all_problems_come_at_once() {
    check(
        "
        edit estimate=#100000000000001 budget=#100000000000001 lines=Design:#100000000000001,Build:1
        ! LineBudget(0) TooLarge, EstimatedRevenue TooLarge, Budget TooLarge
        edit estimate=#100000000000000 budget=#100000000000000 lines=Design:#100000000000000
        = estimate : 1000000000000.00
        edit currency=JPY
        ! LineBudget(0) TooLarge, EstimatedRevenue TooLarge, Budget TooLarge, Currency CurrencyLocked
        ",
    );
}

#[test]
fn the_lines_together_stay_within_the_largest_amount() {
    check("edit lines=Design:#60000000000000,Build:#60000000000000\n! Lines SumTooLarge");
    check("edit lines=Design:#60000000000000,Build:#40000000000000 calculated\n= estimate : 1000000000000.00");
}

#[test]
fn there_are_fifty_lines_at_most() {
    check("edit lines=51x\n! Lines more than 50\nedit lines=50x calculated\n= estimate : 50.00");
    check("quote\nQ1 edit lines=51x\n! Lines more than 50\nQ1 edit lines=50x\n= quotes : Q1 Draft 50.00");
}

#[test]
fn lines_are_reordered_and_keep_their_ids() {
    check(
        "
        edit lines=Design:500,Build:-,Test:5
        = lines : Design#1 500.00, Build#2 -, Test#3 5.00
        edit lines=Test:5,Design:600
        = lines : Test#3 5.00, Design#1 600.00
        edit lines=More:1,Test:5
        = lines : More#4 1.00, Test#3 5.00
        edit lines=-
        = lines : -
        ",
    );
}

#[test]
fn a_line_has_an_id_of_its_own_whatever_the_form_says() {
    check("edit lines=Design:1\nedit lines=Design:1,Design:2\n= lines : Design#1 1.00, Design#2 2.00");
    let mut world = super::scenario::play("edit lines=Design:1,Build:2");
    let mut entry = tutup::domain::OpportunityEntry::of(world.opportunity());
    entry.lines[0].id = Some(99);
    entry.lines[1].id = None;
    let edit = tutup::domain::OpportunityCommand::Edit(entry);
    world.commit(&tutup::domain::Command::Opportunity(super::scenario::id("a"), edit));
    world.play_line("= lines : Design#3 1.00, Build#4 2.00");
}

#[test]
fn r12_the_currency_is_locked_while_there_are_lines_quotes_or_closings() {
    check("edit currency=JPY estimate=5\n= currency : JPY\n= estimate : 5");
    check("edit lines=Design:-\n= currency : MYR locked\nedit currency=JPY\n! Currency CurrencyLocked");
    check("edit lines=Design:-\nedit lines=-\nedit currency=JPY\n= currency : JPY");
    check(
        "quote 1\n= currency : MYR locked\nedit currency=JPY\n! Currency CurrencyLocked\nQ1 delete\nedit currency=JPY",
    );
    check("close won revenue=1\nreopen\n= currency : MYR locked\nedit currency=JPY\n! Currency CurrencyLocked");
    check("close won revenue=1\n= currency : MYR locked");
    check("quote 1\nquotes\n= currency : MYR locked\nedit currency=MYR topic=Same");
}

#[test]
fn an_edit_that_changes_nothing_is_no_change() {
    check("edit topic=Other\n= changed : a\nedit topic=Other\n= changed : -\nedit topic=Another\n= changed : a");
}

#[test]
fn commands_on_nothing_are_refused() {
    check("b: reopen\n! no opportunity b\nb: note x\n! no opportunity b");
    check("Q1 edit name=New\n! no quote Q1\nquote 1\nQ1r1 delete\n! no quote Q1r1");
}

#[test]
fn r28_a_copy_is_open_and_young_with_the_lines_and_nothing_that_happened() {
    let made = "
        edit lines=Design:500,Build:- stage=Propose probability=60 reason=OnHold estimate=900
        note first
        quote
        Q1 edit lines=Design:500:450,Build:-:9
        Q1 activate";
    let copied = "
        copy b
        b: = topic : ERP rollout (copy)
        b: = status : Open InProgress
        b: = stage : Qualify
        b: = probability : -
        b: = lines : Design#1 500.00, Build#2 -
        b: = estimate : 900.00
        b: = closings : -
        b: = quotes : -
        b: = notes : -
        b: = stages : -
        b: = history : Created
        = topic : ERP rollout";
    check(&format!("{made}\n{copied}"));
    check(&format!("{made}\nclose won all\n{copied}"));
    check(&format!("{made}\nclose won all\nreopen\n{copied}"));
}

#[test]
fn r28_a_copied_quote_is_a_draft_with_a_number_of_its_own() {
    check(
        "
        edit lines=Design:500,Build:-
        quote
        Q1 edit lines=Design:500:450,Build:-:9 name=Offer from=2026-11-01
        Q1 activate
        Q1 revise
        Q1r1 copy
        = quotes : Q1 Revised 459.00, Q1r1 Draft 459.00, Q2 Draft 459.00
        = Q2 : Design#1 450.00, Build#2 9.00
        Q1 copy
        = states : Revised Draft Draft Draft
        ",
    );
}

#[test]
fn a_bulk_act_may_not_change_one_record_twice_and_changes_all_or_nothing() {
    check("b: new\nmany both b\n= changed : a, b\n= notes : both#1\nb: = notes : both#1");
    check("many both a\n! one record twice\n= notes : -");
    check("many both b\n! no opportunity b\n= notes : -");
    check("b: new\nmany both b c\n! no opportunity c\n= notes : -\nb: = notes : -");
}

#[test]
fn each_part_of_an_act_over_many_sees_the_parts_before_it() {
    check("b: new\nc: new\nmany quote b c\n= quotes : Q1 Draft -\nb: = quotes : Q2 Draft -\nc: = quotes : Q3 Draft -");
}

#[test]
fn a_part_that_changes_nothing_does_not_hinder_the_others() {
    let mut world = super::scenario::play("");
    let nothing = tutup::domain::Command::Preferences(tutup::domain::Preferences::default());
    let retire = tutup::domain::Command::Lists(super::fields::lists(&["reason", "Price", "retire"]));
    world.commit(&tutup::domain::Command::Many(vec![nothing.clone(), retire, nothing]));
    assert_eq!(world.refused, None);
    world.play_line("= changed : lists");
}
