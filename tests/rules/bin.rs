//! Deleting into the bin, restoring from it, removing for good (R26).

use tutup::domain::{Command, Key, OpportunityCommand, Record};

use super::scenario::{World, check, id, play};

/// Beginnings that lead to every status and to quotes of every state.
const BEGINNINGS: [&str; 8] = [
    "",
    "edit reason=OnHold stage=Propose probability=60 lines=Design:5\nnote x",
    "quote 1\nquote 2 active\nquote 3 active\nQ3 win",
    "quote 1 active\nquote 2\nclose won all",
    "quote 1 active\nclose lost reason=Price rival=Acme all",
    "close won revenue=7\nreopen",
    "close lost reason=Price\ncorrect as=won reason=Won revenue=7",
    "quote 1 active\nQ1 revise\ncopy b\nb: delete",
];

/// Acts that could be asked of an opportunity, but those of the bin.
const ACTS: [&str; 20] = [
    "edit topic=Other",
    "edit topic=ERP_rollout",
    "close won revenue=8 all",
    "close lost reason=Canceled all",
    "correct as=won reason=Won revenue=8",
    "correct as=lost reason=Canceled revenue=-",
    "reopen",
    "note called",
    "quote",
    "quotes",
    "copy c",
    "Q1 edit name=New",
    "Q1 delete",
    "Q1 activate",
    "Q1 revise",
    "Q1 win",
    "Q1 lose",
    "Q1 cancel",
    "Q1 copy",
    "delete",
];

/// The screens go by this; that the acts do so too is shown below and under R2.
#[test]
fn r02_r26_what_is_open_and_not_in_the_bin_can_be_changed() {
    let cases = [
        ("", true),
        ("close won revenue=7", false),
        ("close lost reason=Price", false),
        ("close won revenue=7\nreopen", true),
        ("delete", false),
        ("close lost reason=Price\ndelete", false),
        ("delete\nrestore", true),
    ];
    for (acts, expected) in cases {
        assert_eq!(play(acts).opportunity().is_editable(), expected, "{acts}");
    }
}

#[test]
fn r26_delete_takes_it_out_of_the_book_whole_and_restore_brings_it_back_as_it_was() {
    for beginning in BEGINNINGS {
        let mut world = play(beginning);
        world.play_line("= exists : true");
        let before = world.book.clone();
        let it = world.opportunity().clone();
        world.play_line("delete");
        assert!(world.book.opportunities().all(|other| other.id != it.id), "{beginning}");
        assert!(world.book.bin().any(|other| other.id == it.id), "{beginning}");
        let deleted = world.opportunity();
        assert_eq!(deleted.deleted_on, Some(world.clock.now), "{beginning}");
        assert_eq!((deleted.modified_on, deleted.created_on), (it.modified_on, it.created_on), "{beginning}");
        world.play_line("restore");
        assert_eq!(world.refused, None, "{beginning}");
        assert_eq!(world.book, before, "{beginning}");
    }
}

#[test]
fn r26_in_the_bin_it_is_read_only_whatever_its_status() {
    for beginning in BEGINNINGS {
        for act in ACTS {
            check(&format!("{beginning}\ndelete\n{act}\n! a is in the bin\n= changed : a"));
        }
        check(&format!("{beginning}\ndelete\nnew\n! there is an opportunity a"));
        check(&format!("{beginning}\nd: new\ndelete\nd: many both a\n! a is in the bin\nd: = notes : -"));
    }
}

#[test]
fn r26_only_what_is_in_the_bin_is_restored_or_removed() {
    for beginning in BEGINNINGS {
        for act in ["restore", "remove"] {
            check(&format!("{beginning}\n{act}\n! a is not in the bin"));
            check(&format!("{beginning}\ndelete\nrestore\n{act}\n! a is not in the bin"));
            check(&format!("{beginning}\nd: {act}\n! no opportunity d"));
        }
    }
    check("b: delete\n! no opportunity b");
}

#[test]
fn r26_removed_it_is_gone_for_good() {
    check(
        "b: new\ndelete\nremove\n= changed : a\n= exists : false\n= bin : -\n= book : b\nrestore\n! no opportunity a",
    );
    check("delete\nremove\nnew topic=Another\n= topic : Another\n= book : a");
}

#[test]
fn r26_the_bin_is_emptied_in_one_act_of_what_was_asked_about_and_of_nothing_since() {
    check(
        "
        b: new
        c: new
        d: new
        delete
        b: delete
        c: delete
        empty a b
        = changed : a, b
        = bin : c
        = book : d
        undo
        = bin : a, b, c
        redo
        = bin : c
        ",
    );
    check("b: new\ndelete\nempty a b\n! b is not in the bin\n= bin : a\nempty a c\n! no opportunity c\n= bin : a");
    check("delete\nempty a a\n! no opportunity a\n= bin : a");
}

#[test]
fn r26_nothing_leaves_the_bin_by_the_clock() {
    check("delete\ntoday 2199-12-31\nb: new\n= bin : a\nrestore\n= book : a, b");
}

#[test]
fn r26_its_quote_numbers_stay_taken_until_it_is_removed() {
    check("quote 1\nquote 2\ndelete\nb: new\nb: quote\nb: = states : Draft\nb: = quotes : Q3 Draft -");
    check("quote 1\nb: new\ndelete\nb: quote\nb: Q2 copy\nb: = quotes : Q2 Draft -, Q3 Draft -\nrestore");
    check("quote 1\nquote 2\nb: new\ndelete\nremove\nb: quote\nb: = quotes : Q1 Draft -");
}

#[test]
fn r26_a_number_that_only_the_bin_has_too_is_not_shown_as_also_there() {
    let mut world = play("quote 1\nb: new");
    let quotes = world.book.opportunity(id("a")).unwrap().quotes.clone();
    let mut other = world.book.opportunity(id("b")).unwrap().as_ref().clone();
    other.quotes = quotes;
    world.book.put(Key::Opportunity(id("b")), Some(Record::Opportunity(other.into())));
    world.play_line("= also Q1 : b");
    world.play_line("delete");
    world.play_line("b: = also Q1 : -");
    world.play_line("= also Q1 : b");
    world.play_line("restore");
    world.play_line("b: = also Q1 : a");
}

#[test]
fn r26_r18_what_the_bin_uses_cannot_be_deleted_and_its_names_are_not_offered() {
    check(
        "
        reason Tender add lost
        competitor Acme add
        close lost reason=Tender rival=Acme
        b: new
        b: close lost reason=Price rival=Cogs
        = competitors : Acme, Cogs
        delete
        b: delete
        = competitors : Acme
        = uses Tender : 1
        = uses Acme : 1
        reason Tender delete
        ! in use by 1
        competitor Acme delete
        ! in use by 1
        restore
        = status : Lost Tender - 2026-11-22 to Acme
        delete
        remove
        reason Tender delete
        competitor Acme delete
        b: restore
        = competitors : Cogs
        ",
    );
}

#[test]
fn r26_r17_bulk_closing_leaves_out_what_is_in_the_bin_and_says_why() {
    check(
        "
        b: new
        delete
        = plan lost a b reason=Price : b -, not a (a is in the bin)
        bulk lost a b reason=Price
        = changed : b
        = status : Open InProgress
        = bin : a
        ",
    );
}

#[test]
fn r26_r16_each_act_of_the_bin_is_taken_back() {
    check(
        "
        quote 1 active
        delete
        undo
        = book : a
        = states : Active
        redo
        = bin : a
        restore
        undo
        = bin : a
        remove
        undo
        = bin : a
        = states : Active
        restore
        = book : a
        ",
    );
}

#[test]
fn r26_in_one_act_over_many_what_is_deleted_is_so_for_the_parts_after_it() {
    let mut world = World::new();
    world.play_line("b: new");
    let act = |name, act| Command::Opportunity(id(name), act);
    let copy = OpportunityCommand::CopyOf(id("a"), world.opportunity().details.topic.clone());
    world.commit(&Command::Many(vec![act("a", OpportunityCommand::Delete), act("c", copy)]));
    assert_eq!(world.refused.take(), Some(tutup::domain::Refusal::InBin(id("a"))));
    world.commit(&Command::Many(vec![act("a", OpportunityCommand::Delete), act("b", OpportunityCommand::Delete)]));
    world.play_line("= changed : a, b");
    world.play_line("= bin : a, b");
    world.commit(&Command::Many(vec![act("a", OpportunityCommand::Restore), act("a", OpportunityCommand::Delete)]));
    assert_eq!(world.refused, Some(tutup::domain::Refusal::Twice));
}
