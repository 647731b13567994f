//! The history (R24).

use super::scenario::{check, play};

#[test]
fn r24_everything_that_happened_newest_first() {
    check(
        "
        = history : Created
        edit topic=Other
        = history : Created
        edit stage=Develop
        note rang
        quote 5 active
        edit stage=Propose
        Q1 revise
        Q1r1 activate
        close won all
        note party
        reopen
        Q1r1 cancel
        close lost reason=Price
        correct reason=NoBudget
        = history : Corrected 3 Lost NoBudget, Closed 2 Lost Price, Q1r1 Canceled, Reopened 1 Won, Note party,
            Closed 1 Won Won, Q1r1 Won, Q1r1 Active, Q1r1 Draft, Q1 Revised, Develop to Propose, Q1 Active,
            Q1 Draft, Note rang, Qualify to Develop, Created
        ",
    );
}

#[test]
fn r24_what_was_settled_stands_under_its_cause() {
    check(
        "
        quote 5 active
        quote 6
        close lost reason=Price all
        = history : Closed 1 Lost Price, Q2 Canceled, Q1 Lost, Q2 Draft, Q1 Active, Q1 Draft, Created
        ",
    );
}

#[test]
fn r24_a_deleted_draft_leaves_no_trace_and_edits_are_not_logged() {
    check("quote 5\nQ1 edit total=6\nQ1 delete\nedit estimate=9 probability=5 reason=OnHold\n= history : Created");
}

#[test]
fn r24_a_correction_of_a_correction() {
    check(
        "
        close won revenue=1
        correct revenue=2
        correct revenue=3
        reopen
        close won revenue=4
        = history : Closed 4 Won Won, Reopened 3 Won, Corrected 3 Won Won, Corrected 2 Won Won, Closed 1 Won Won,
            Created
        ",
    );
}

#[test]
fn r24_each_event_has_its_moment_and_a_step_its_total() {
    use tutup::domain::Happening;
    let world = play("quote 5 active\nclose won all");
    let history = tutup::domain::history(world.opportunity());
    let moments: Vec<i64> = history.iter().map(|event| world.clock.now.0 - event.at.0).collect();
    // Created, add, edit, activate and close took place a second after one another; the edit is no event.
    assert_eq!(moments, [0, 0, 1000, 3000, 4000]);
    let total = |what: &Happening<'_>| match what {
        Happening::Quote { total, .. } => Some(total.unwrap().minor()),
        _ => None,
    };
    let totals: Vec<i64> = history.iter().filter_map(|event| total(&event.what)).collect();
    assert_eq!(totals, [500, 500, 500]);
}

#[test]
fn r24_created_and_modified_are_set_by_the_program() {
    let world = play("edit topic=Other\nquote 1");
    let opportunity = world.opportunity();
    assert_eq!(world.clock.now.0 - opportunity.created_on.0, 3000);
    assert_eq!(opportunity.modified_on, world.clock.now);
    let world = play("edit topic=Other\nedit topic=Other");
    assert_eq!(world.clock.now.0 - world.opportunity().modified_on.0, 1000, "an edit that changes nothing is none");
}
