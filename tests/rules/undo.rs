//! Undo and redo, as far as a change knows its inverse (R16). `check` asks every act of every example for its inverse;
//! here is what a user would see.

use super::scenario::check;

#[test]
fn r16_a_closing_undone_leaves_no_trace_unlike_one_reopened() {
    check(
        "
        edit stage=Propose probability=60
        quote 5 active
        quote 6
        close won all date=2026-11-20
        undo
        = status : Open InProgress
        = states : Active Draft
        = closings : -
        = history : Q2 Draft, Q1 Active, Q1 Draft, Qualify to Propose, Created
        redo
        = status : Won Won 5.00 2026-11-20
        = states : Won Canceled
        reopen
        = closings : 1 Won Won 5.00 2026-11-20 by Reopening
        undo
        = status : Won Won 5.00 2026-11-20
        = closings : 1 Won Won 5.00 2026-11-20
        correct revenue=9
        undo
        = status : Won Won 5.00 2026-11-20
        ",
    );
}

#[test]
fn r16_every_act_can_be_taken_back() {
    let acts = [
        ("edit topic=Other lines=-", "topic"),
        ("note x", "notes"),
        ("quote", "states"),
        ("Q1 delete", "states"),
        ("Q1 activate", "states"),
        ("Q2 win", "states"),
        ("Q2 lose", "states"),
        ("Q2 cancel", "states"),
        ("Q2 revise", "states"),
        ("Q2 copy", "states"),
        ("quotes", "states"),
        ("close lost reason=Price all", "status"),
        ("strict", "status"),
    ];
    for (act, part) in acts {
        let before = "edit lines=Design:1\nquote\nquote\nQ2 activate";
        let seen = match part {
            "topic" => "ERP rollout",
            "notes" => "-",
            "states" => "Draft Active",
            _ => "Open InProgress",
        };
        check(&format!("{before}\n{act}\nundo\n= {part} : {seen}\n= lines : Design#1 1.00"));
    }
}

#[test]
fn r16_what_was_new_is_gone_and_what_was_listed_is_back() {
    check("b: new\nb: = exists : true\nundo\nb: = exists : false\nredo\nb: = exists : true");
    check("copy b\nundo\nb: = exists : false");
    check("competitor Acme add\nundo\n= competitors : -\nredo\n= competitors : Acme");
    check("reason Price retire\nundo\n= reasons lost : Canceled, OutSold, Price, NoDecision, NoBudget, NotAFit, Other");
}

#[test]
fn r16_an_act_over_many_is_taken_back_in_one() {
    check("b: new\nmany both b\n= changed : a, b\nundo\n= changed : a, b\n= notes : -\nb: = notes : -");
}

#[test]
fn r16_modified_on_returns_as_well() {
    let before = super::scenario::play("");
    let after = super::scenario::play("edit topic=Other\nundo");
    assert_eq!(before.opportunity(), after.opportunity());
}
