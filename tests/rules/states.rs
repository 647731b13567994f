//! The state tables of RULES §2 and §3, with every pair of state and act, the forbidden ones too.

use super::scenario::{check, play};

/// Plays each row's beginning with each column's act. A cell tells the states of the quotes then, or the refusal; `no`
/// is the refusal that names Q1, its state and the act.
#[track_caller]
fn table(text: &str) {
    let mut rows = text.lines().map(str::trim).filter(|row| !row.is_empty());
    let acts: Vec<&str> = rows.next().unwrap().split('|').map(str::trim).skip(1).collect();
    for row in rows {
        let mut cells = row.split('|').map(str::trim);
        let beginning = cells.next().unwrap().replace("; ", "\n");
        let cells: Vec<&str> = cells.collect();
        assert_eq!(cells.len(), acts.len(), "{row}");
        for (act, cell) in acts.iter().zip(cells) {
            let expected = match cell {
                "no" => no(&beginning, act),
                refused if refused.starts_with('!') => refused.into(),
                states => format!("= states : {}", states.trim_matches('\'')),
            };
            check(&format!("{beginning}\n{act}\n{expected}"));
        }
    }
}

fn no(beginning: &str, act: &str) -> String {
    let state = play(beginning).see(&["states"]);
    let act = match act.split_whitespace().nth(1).unwrap() {
        "edit" => "Edit",
        "delete" => "Delete",
        "activate" => "Activate",
        "revise" => "Revise",
        "win" => "Win",
        "lose" => "CloseAsLost",
        "cancel" => "Cancel",
        other => panic!("{other} is always allowed"),
    };
    format!("! Q1 is {}: no {act}", state.split(' ').next().unwrap())
}

#[test]
fn r04_every_act_on_every_state_of_a_quote() {
    table(
        "
        Q1                         | Q1 edit name=New | Q1 delete | Q1 activate | Q1 revise     | Q1 win | Q1 lose | Q1 cancel
        quote 1                    | Draft            | ''        | Active      | no            | no     | no      | no
        quote 1 active             | no               | no        | no          | Revised Draft | Won    | Lost    | Canceled
        quote 1 active; Q1 win     | no               | no        | no          | Revised Draft | no     | no      | Canceled
        quote 1 active; Q1 lose    | no               | no        | no          | Lost Draft    | no     | no      | no
        quote 1 active; Q1 cancel  | no               | no        | no          | Canceled Draft| no     | no      | no
        quote 1; quotes            | no               | no        | no          | Canceled Draft| no     | no      | no
        quote 1 active; Q1 revise; Q1r1 delete | no   | no        | no          | Revised Draft | no     | no      | no
        quote 1 active; Q1 revise  | no               | no        | no          | ! Q1r1 is open| no     | no      | no
        quote 1 active; Q1 revise; quotes | no        | no        | no          | ! Q1 is before Q1r1 | no | no    | no
        ",
    );
}

#[test]
fn r06_close_all_and_r28_copy_on_every_state_of_a_quote() {
    table(
        "
        Q1                        | quotes          | quotes Q1=lost  | quotes Q1=canceled | quotes Q1=won | Q1 copy
        quote 1                   | Canceled        | Lost            | Canceled           | ! Q1 Choice   | Draft Draft
        quote 1 active            | Lost            | Lost            | Canceled           | ! Q1 Choice   | Active Draft
        quote 1 active; Q1 win    | ! no open quote | ! no open quote | ! no open quote    | ! no open quote | Won Draft
        quote 1 active; Q1 lose   | ! no open quote | ! no open quote | ! no open quote    | ! no open quote | Lost Draft
        quote 1 active; Q1 cancel | ! no open quote | ! no open quote | ! no open quote    | ! no open quote | Canceled Draft
        quote 1 active; Q1 revise | Revised Canceled | ! Q1 QuoteNotOpen | ! Q1 QuoteNotOpen | ! Q1 QuoteNotOpen | Revised Draft Draft
        ",
    );
}

#[test]
fn r06_settling_with_the_opportunity_on_every_state_of_a_quote() {
    table(
        "
        Q1                        | close won all   | close won all Q1=won | close won all revenue=5 Q1=lost | close lost reason=Price all Q1=canceled
        quote 1                   | ! ActualRevenue required | Won           | Lost                | Canceled
        quote 1 active            | Won             | Won                    | Lost                | Canceled
        quote 1 active; Q1 win    | Won             | ! Q1 QuoteNotOpen      | ! Q1 QuoteNotOpen   | ! Q1 QuoteNotOpen
        quote 1 active; Q1 lose; edit estimate=9 | Lost | ! Q1 QuoteNotOpen | ! Q1 QuoteNotOpen | ! Q1 QuoteNotOpen
        ",
    );
}

const STATUSES: [(&str, &str); 7] = [
    ("Open InProgress", "edit stage=Propose"),
    ("Open OnHold", "edit reason=OnHold"),
    ("Open InProgress", "close won revenue=7\nreopen"),
    ("Won", "close won revenue=7"),
    ("Lost", "close lost reason=Price"),
    ("Won", "close lost reason=Price\ncorrect as=won reason=Won revenue=7"),
    ("Lost", "close won revenue=7\ncorrect as=lost reason=Price"),
];

/// Plays the act in every status; on an open opportunity it leads to `open`, on a closed one to `closed`, where `*` is
/// the outcome.
#[track_caller]
fn everywhere(act: &str, open: &str, closed: &str) {
    for (status, beginning) in STATUSES {
        let expected = if status.starts_with("Open") { open } else { &closed.replace('*', status) };
        check(&format!("{beginning}\n{act}\n{expected}"));
    }
}

#[test]
fn r01_every_act_in_every_status_of_an_opportunity() {
    everywhere("close won revenue=8", "= status : Won Won 8.00 2026-11-22", "! already closed as * on 2026-11-22");
    everywhere(
        "close lost reason=Canceled",
        "= status : Lost Canceled - 2026-11-22",
        "! already closed as * on 2026-11-22",
    );
    everywhere("reopen", "! not closed", "= status : Open InProgress");
    everywhere("correct as=won reason=Won revenue=8", "! not closed", "= status : Won Won 8.00 2026-11-22");
    everywhere("correct as=lost reason=Canceled revenue=-", "! not closed", "= status : Lost Canceled - 2026-11-22");
    everywhere("edit estimate=5", "= estimate : 5.00", "! read-only: *");
    everywhere("note called", "= notes : called#1", "= notes : called#1");
    everywhere("copy b\nb: edit stage=Close", "b: = status : Open InProgress", "b: = status : Open InProgress");
    everywhere("quote", "= states : Draft", "! read-only: *");
    everywhere("quotes", "! no open quote", "! read-only: *");
    for act in ["edit name=New", "delete", "activate", "revise", "win", "lose", "cancel", "copy"] {
        everywhere(&format!("Q1 {act}"), "! no quote Q1", "! read-only: *");
    }
}

#[test]
fn r02_the_quotes_of_a_closed_opportunity_are_read_only_in_whatever_state() {
    let quotes = "quote 1 active\nquote 2 active\nquote 3\nquote 4 active\nQ4 revise\nclose won all Q1=won Q2=lost";
    for quote in ["Q1", "Q2", "Q3", "Q4", "Q4r1"] {
        for act in ["edit name=New", "delete", "activate", "revise", "win", "lose", "cancel", "copy"] {
            check(&format!("{quotes}\n= states : Won Lost Canceled Revised Canceled\n{quote} {act}\n! read-only: Won"));
        }
    }
}
