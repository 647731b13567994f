//! Status reasons and competitors (R18).

use super::scenario::check;

const BUILT_IN: &str = "Canceled, OutSold, Price, NoDecision, NoBudget, NotAFit, Other";

#[test]
fn r18_a_new_book_has_the_built_in_reasons_and_no_competitor() {
    check(&format!("= reasons won : Won\n= reasons lost : {BUILT_IN}\n= competitors : -"));
}

#[test]
fn r18_each_lost_reason_has_a_class_and_only_other_needs_a_description() {
    use tutup::domain::{BuiltInReason as It, Lists, LossClass, ReasonKind};
    let lists = Lists::default();
    let classes = [
        (It::Canceled, LossClass::Canceled),
        (It::OutSold, LossClass::Competitor),
        (It::Price, LossClass::Competitor),
        (It::NoDecision, LossClass::NoDecision),
        (It::NoBudget, LossClass::Disqualified),
        (It::NotAFit, LossClass::Disqualified),
        (It::Other, LossClass::Other),
    ];
    let listed: Vec<_> = lists.reasons.iter().map(|reason| (reason.id, reason.kind)).collect();
    let mut expected = vec![(tutup::domain::ReasonId::BuiltIn(It::Won), ReasonKind::Won)];
    expected.extend(classes.map(|(id, class)| (tutup::domain::ReasonId::BuiltIn(id), ReasonKind::Lost(class))));
    assert_eq!(listed, expected);
    for reason in &lists.reasons {
        let other = reason.id == tutup::domain::ReasonId::BuiltIn(It::Other);
        assert_eq!((reason.needs_description, reason.retired, &reason.name), (other, false, &None));
    }
}

#[test]
fn r18_reasons_are_added_renamed_reordered_retired_and_brought_back() {
    check(
        "
        reason Tender add lost
        = reasons lost : Canceled, OutSold, Price, NoDecision, NoBudget, NotAFit, Other, Tender
        reason Tender rename Public_tender
        reason Tender up
        reason Canceled up
        = changed : -
        reason Canceled down
        reason Tender down
        reason Tender down
        = changed : -
        = reasons lost : OutSold, Canceled, Price, NoDecision, NoBudget, NotAFit, Other, Public tender
        reason Price retire
        reason Price retire
        = changed : -
        = reasons lost : OutSold, Canceled, NoDecision, NoBudget, NotAFit, Other, Public tender
        reason Price back
        = reasons lost : OutSold, Canceled, Price, NoDecision, NoBudget, NotAFit, Other, Public tender
        reason Price rename Too_dear
        = reasons lost : OutSold, Canceled, Too dear, NoDecision, NoBudget, NotAFit, Other, Public tender
        = reasons won : Won
        ",
    );
}

#[test]
fn r18_reordering_stays_within_the_outcome() {
    check(
        "
        reason Tender add won
        reason Tender up
        = reasons won : Tender, Won
        reason Tender down
        = reasons won : Won, Tender
        reason Won down
        = reasons won : Tender, Won
        = reasons lost : Canceled, OutSold, Price, NoDecision, NoBudget, NotAFit, Other
        ",
    );
}

#[test]
fn r18_the_last_reason_of_an_outcome_is_neither_retired_nor_deleted() {
    check(
        "
        reason Won retire
        ! the last reason for Won
        reason Tender add won
        reason Won retire
        reason Tender retire
        ! the last reason for Won
        reason Tender delete
        ! the last reason for Won
        reason Won back
        reason Tender delete
        = reasons won : Won
        ",
    );
    check(
        "
        reason Canceled retire
        reason OutSold retire
        reason Price retire
        reason NoDecision retire
        reason NoBudget retire
        reason NotAFit retire
        reason Other retire
        ! the last reason for Lost
        = reasons lost : Other
        ",
    );
}

#[test]
fn r18_only_what_no_record_uses_is_deleted() {
    check(
        "
        reason Tender add lost
        competitor Acme add
        close lost reason=Tender rival=Acme
        b: new
        b: close lost reason=Tender
        b: reopen
        b: close won revenue=1
        b: reopen
        = uses Tender : 2
        = uses Acme : 1
        reopen
        close won revenue=1
        = uses Acme : 1
        reason Tender delete
        ! in use by 2
        competitor Acme delete
        ! in use by 1
        reopen
        reason Tender delete
        ! in use by 2
        reason Price delete
        ! built in: Price
        competitor Bolt add
        competitor Bolt delete
        = competitors : Acme
        reason Auction add lost
        reason Auction delete
        ",
    );
    check(&format!("= reasons lost : {BUILT_IN}"));
}

#[test]
fn r18_competitors_are_added_renamed_reordered_retired_and_brought_back() {
    check(
        "
        competitor Acme add
        competitor Bolt add
        = competitors : Acme, Bolt
        competitor Bolt up
        = competitors : Bolt, Acme
        competitor Bolt down
        competitor Bolt rename Bolt_Ltd
        = competitors : Acme, Bolt Ltd
        competitor Acme retire
        = competitors : Bolt Ltd
        competitor Acme back
        = competitors : Acme, Bolt Ltd
        ",
    );
}

#[test]
fn r18_a_competitor_typed_new_is_on_its_record_only_and_offered_from_there() {
    check(
        "
        close lost reason=Price rival=Cogs
        = changed : a
        = competitors : Cogs
        b: new
        competitor Acme add
        b: close lost reason=Price rival=Bolt
        b: reopen
        = competitors : Acme, Bolt, Cogs
        ",
    );
}

#[test]
fn r18_a_listed_competitor_is_offered_by_its_present_name_alone() {
    check(
        "
        competitor Acme add
        close lost reason=Price rival=Acme
        competitor Acme rename Apex
        = competitors : Apex
        ",
    );
}

#[test]
fn r18_a_name_on_the_list_is_found_without_regard_to_case_and_accents() {
    check(
        "
        competitor Cafe add Café
        close lost reason=Price rival=CAFE
        = status : Lost Price - 2026-11-22 to Café
        = uses Cafe : 1
        = competitors : Café
        ",
    );
}

#[test]
fn r18_shown_is_the_present_name_and_a_rename_changes_no_record() {
    check(
        "
        competitor Acme add
        reason Tender add lost
        close lost reason=Tender rival=Acme
        competitor Acme rename Acme_Corp
        = changed : lists
        reason Tender rename Auction
        = changed : lists
        = status : Lost Auction - 2026-11-22 to Acme Corp
        b: new
        b: close lost reason=Price
        reason Price rename Too_dear
        b: = status : Lost Too dear - 2026-11-22
        ",
    );
}

#[test]
fn r18_a_record_outlives_the_entry_by_the_stored_name() {
    let world = super::scenario::play(
        "
        competitor Acme add
        reason Tender add lost
        close lost reason=Tender rival=Acme
        ",
    );
    let closing = world.opportunity().closing().unwrap();
    let gone = tutup::domain::Lists::default();
    assert_eq!(closing.facts().reason.shown(&gone).unwrap().as_str(), "Tender");
    assert_eq!(closing.competitor().unwrap().shown(&gone).as_str(), "Acme");
    let mut book = world.book.clone();
    book.put(tutup::domain::Key::Lists, None);
    assert_eq!(book.competitor_names(), ["Acme"], "every name on a record is offered");
}

#[test]
fn r18_names_are_given_once_per_list_and_outcome() {
    check(
        "
        competitor Acme add
        competitor Bolt add ACME
        ! EntryName NameTaken
        competitor Acme add Other
        ! there is such an entry
        competitor Bolt add
        competitor Bolt rename acme
        ! EntryName NameTaken
        competitor Acme rename ACME
        = competitors : ACME, Bolt
        reason Tender add lost
        reason Auction add lost name=TENDER
        ! EntryName NameTaken
        reason Auction add won name=TENDER
        reason Tender add lost name=Other_one
        ! there is such an entry
        reason Price rename tender
        ! EntryName NameTaken
        ",
    );
}

#[test]
fn what_is_not_on_a_list_cannot_be_changed() {
    for act in ["rename X", "up", "down", "retire", "back", "delete"] {
        check(&format!("reason Nowhere {act}\n! no such entry\ncompetitor Nobody {act}\n! no such entry"));
    }
}
