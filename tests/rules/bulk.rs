//! Closing many in one act (R17).

use super::scenario::{check, id, play};

/// Five that can close and what each would be by the dialog: an estimate, a single active quote, two active ones, a quote
/// won before, a draft.
const FIVE: &str = "
    edit estimate=100
    b: new estimate=100
    b: quote 80 active
    c: new estimate=100
    c: quote 30 active
    c: quote 40 active
    d: new
    d: quote 60 active
    d: Q4 win
    e: new estimate=7
    e: quote 9";

fn five(then: &str) {
    check(&format!("{FIVE}\n{then}"));
}

fn won() -> tutup::domain::BulkClosing {
    tutup::domain::BulkClosing {
        outcome: tutup::domain::Outcome::Won,
        reason: Some(super::fields::reason("Won")),
        date: Ok(Some(super::fields::date("2026-11-22"))),
        competitor: Ok(None),
        description: Ok(None),
        close_all: false,
        exceptions: std::collections::BTreeMap::new(),
    }
}

#[test]
fn r17_each_takes_the_dialogs_defaults() {
    five(
        "
        = plan won a b c d e all : a 100.00, b 80.00 Q1=Won, c 100.00 Q2=Lost Q3=Lost, d 60.00, e 7.00 Q5=Canceled
        = plan lost a b c d e all reason=Price : a -, b - Q1=Lost, c - Q2=Lost Q3=Lost, d -, e - Q5=Canceled
        ",
    );
}

#[test]
fn r17_those_left_out_are_named_with_the_reason() {
    five(
        "
        f: new
        g: new
        g: close lost reason=Price date=2026-11-20
        = plan won a b c f g h : a 100.00, not b (Quotes blocked by Q1), not c (Quotes blocked by Q2 Q3),
            not f (ActualRevenue required), not g (already closed as Lost on 2026-11-20), not h (no opportunity h)
        bulk won a b c f g h
        = changed : a
        = status : Won Won 100.00 2026-11-22
        b: = status : Open InProgress
        ",
    );
}

#[test]
fn r17_strict_mode_counts_here_too() {
    five(
        "strict\n= plan won a e : a 100.00, not e (Quotes blocked by Q5)\n= plan won a e all : a 100.00, e 7.00 Q5=Canceled",
    );
}

#[test]
fn r17_each_can_be_changed() {
    five(
        "
        = plan won a b c all a.revenue=5 b.Q1=lost c.Q2=won : a 5.00, b 100.00 Q1=Lost, c 30.00 Q2=Won Q3=Lost
        = plan won a b a.revenue=- b.revenue=x all : not a (ActualRevenue required), not b (ActualRevenue NotMoney)
        = plan won b d all b.Q9=lost d.Q4=lost : not b (Q9 QuoteNotOpen), not d (Q4 QuoteNotOpen)
        = plan won c all c.Q2=won c.Q3=won : not c (Q3 beside Q2)
        = plan lost b reason=Price all b.Q1=won : not b (Q1 WonOnLost)
        bulk won a b c all a.revenue=5 c.Q2=won
        = changed : a, b, c
        = status : Won Won 5.00 2026-11-22
        c: = states : Won Lost
        ",
    );
}

#[test]
fn r17_without_winner_and_estimate_there_is_no_revenue_to_take() {
    check("quote 80 active\n= plan won a : not a (Quotes blocked by Q1)");
    check(
        "quote 80 active\n= plan won a all a.Q1=lost : not a (ActualRevenue required)\n= plan won a all : a 80.00 Q1=Won",
    );
}

#[test]
fn r14_r17_an_earlier_closings_revenue_is_taken_where_there_is_none() {
    check("close won revenue=55\nreopen\n= plan won a : a 55.00");
}

#[test]
fn r17_what_is_said_once_is_said_for_all() {
    five(
        "
        bulk lost a b reason=OutSold rival=Acme date=2026-11-20 text=merged all
        = status : Lost OutSold - 2026-11-20 to Acme (merged)
        b: = status : Lost OutSold - 2026-11-20 to Acme (merged)
        b: = quotes : Q1 Lost 80.00 on 2026-11-20
        ",
    );
}

#[test]
fn r17_what_is_wrong_for_all_is_wrong_for_each() {
    five(
        "
        = plan lost a reason=- date=- : not a (StatusReason required, CloseDate required)
        = common lost a b reason=- date=- : StatusReason required, CloseDate required
        = common lost a b reason=Other : Description DescriptionRequired
        = common lost b reason=Price : -
        = common won b a.revenue=- : -
        = plan lost a b reason=Other : not a (Description DescriptionRequired),
            not b (Description DescriptionRequired, Quotes blocked by Q1)
        bulk lost a b reason=Other
        = changed : -
        = status : Open InProgress
        ",
    );
}

#[test]
fn r17_one_named_twice_closes_once() {
    check("edit estimate=5\n= plan won a a : a 5.00\nbulk won a a\n= closings : 1 Won Won 5.00 2026-11-22");
}

#[test]
fn r17_sums_are_per_currency() {
    check(
        "
        edit estimate=100.50
        b: new currency=JPY estimate=100
        c: new estimate=0.50
        d: new currency=KWD estimate=1
        e: new currency=KWD
        = sums won a b c d e : JPY 100, KWD 1000, MYR 10100
        = sums lost a b c d e reason=Price : -
        = sums lost a b reason=- : -
        ",
    );
}

#[test]
fn r17_one_that_does_not_pass_any_more_stops_the_whole_act() {
    let mut world = play("edit estimate=1\nb: new estimate=2\nb: quote 5");
    let plan = won().plan(&world.book, &[id("a"), id("b")]);
    let elsewhere = tutup::domain::QuoteCommand::Activate;
    world.commit(&tutup::domain::Command::Quote(id("b"), super::scenario::key("Q1"), elsewhere));
    world.commit(&plan.command());
    assert_eq!(super::words::refusal(&world.refused.take().unwrap()), "Quotes blocked by Q1");
    assert_eq!(world.book.opportunity(id("a")).unwrap().closing(), None);
}

#[test]
fn r17_one_undo_takes_all_back() {
    five(
        "bulk won a b c d e all\nb: = states : Won\nundo\n= status : Open InProgress\nb: = states : Active\ne: = states : Draft",
    );
}

#[test]
fn r17_sums_are_exact_however_many() {
    let one = play("edit currency=KWD estimate=#1000000000000000");
    let mut book = tutup::domain::Book::default();
    let ids: Vec<_> = (0..10_000).map(tutup::domain::Id::from_number).collect();
    for &id in &ids {
        let copy = tutup::domain::Opportunity { id, ..one.opportunity().clone() };
        book.put(tutup::domain::Key::Opportunity(id), Some(tutup::domain::Record::Opportunity(copy.into())));
    }
    let sums = won().plan(&book, &ids).sums(&book);
    assert_eq!(sums.values().copied().collect::<Vec<i128>>(), [10_000 * 1_000_000_000_000_000]);
}

#[test]
fn r17_what_is_in_ones_own_way_is_told_from_what_is_said_once() {
    let mut world = play(&format!("{FIVE}\nf: new\ng: new\ng: close lost reason=Price date=2026-11-20"));
    let ids = ["a", "b", "f", "g", "h"].map(id);
    let own = |bulk: &tutup::domain::BulkClosing, world: &super::scenario::World| {
        let plan = bulk.plan(&world.book, &ids);
        let refusals = plan.own_refusals();
        let told: Vec<String> = refusals.values().map(super::words::refusal).collect();
        (plan.closing.len(), told)
    };
    let in_their_own_way =
        ["Quotes blocked by Q1", "ActualRevenue required", "already closed as Lost on 2026-11-20", "no opportunity h"];
    assert_eq!(own(&won(), &world), (1, in_their_own_way.map(String::from).to_vec()));
    // With nothing said, none closes; what is in their own way is the same, and the rest would close.
    let unsaid = tutup::domain::BulkClosing { reason: None, date: Ok(None), ..won() };
    assert_eq!(own(&unsaid, &world), (0, in_their_own_way.map(String::from).to_vec()));
    let all = tutup::domain::BulkClosing { close_all: true, ..unsaid };
    assert_eq!(own(&all, &world).1.len(), 3);
    world.commit(&won().plan(&world.book, &ids).command());
    assert_eq!(own(&won(), &world).1.len(), 5, "the one that closed is closed already");
}

#[test]
fn several_take_what_is_said_and_keep_what_is_not() {
    use tutup::domain::{BulkEdit, OpenReason, Stage};
    let mut world = play("edit estimate=100 stage=Develop\nb: new estimate=7\nc: new estimate=1\nc: close won");
    let ids = ["a", "b", "c", "x"].map(id);
    let before = world.book.clone();
    let edit = BulkEdit { stage: Some(Stage::Propose), ..BulkEdit::default() };
    let left_out: Vec<String> =
        edit.left_out(&world.book, &ids).iter().map(|(_, refusal)| super::words::refusal(refusal)).collect();
    assert_eq!(left_out, ["read-only: Won", "no opportunity x"]);
    world.commit(&edit.command(&world.book, &ids));
    for name in ["a", "b"] {
        let (was, is) = (before.opportunity(id(name)).unwrap(), world.book.opportunity(id(name)).unwrap());
        let details = tutup::domain::Details { stage: Stage::Propose, ..was.details.clone() };
        assert_eq!((&is.details, &is.lines, &is.status), (&details, &was.lines, &was.status));
        assert_eq!(is.stage_changes.len(), was.stage_changes.len() + 1);
    }
    assert_eq!(world.book.opportunity(id("c")), before.opportunity(id("c")));
    let on_hold = BulkEdit {
        open_reason: Some(OpenReason::OnHold),
        estimated_close_date: Some(super::fields::date("2027-01-31")),
        stage: None,
    };
    world.commit(&on_hold.command(&world.book, &ids));
    let a = world.book.opportunity(id("a")).unwrap();
    assert_eq!(a.status, tutup::domain::Status::Open(OpenReason::OnHold));
    assert_eq!(
        (a.details.stage, a.details.estimated_close_date),
        (Stage::Propose, Some(super::fields::date("2027-01-31")))
    );
    assert!(BulkEdit::default().is_empty() && !on_hold.is_empty());
    assert_eq!(
        world.book.decide(&BulkEdit::default().command(&world.book, &ids), world.clock),
        Ok(tutup::domain::Change::default())
    );
}

#[test]
fn r9_one_that_is_in_the_bin_already_stops_moving_several() {
    use tutup::domain::Command;
    let mut world = play("edit estimate=1\nb: new\nc: new\nc: delete");
    world.commit(&Command::delete(&["a", "b", "c"].map(id)));
    assert!(world.refused.take().is_some());
    assert!(!world.book.opportunity(id("a")).unwrap().is_in_bin());
    let before = world.book.clone();
    world.commit(&Command::delete(&["a", "b"].map(id)));
    assert_eq!(world.book.bin().count(), 3);
    world.commit(&Command::restore(&["a", "b"].map(id)));
    assert_eq!(world.book, before);
}
