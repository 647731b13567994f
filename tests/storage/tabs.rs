//! Two tabs on one store, and two books in it.

use tutup::domain::{Command, Key, OpportunityCommand, Outcome, Record};
use tutup::storage::{Conflict, Shelf, StorageError, Theirs};
use tutup::workspace::{CommitError, UndoError, View, sample};

use super::examples::{closing, entry, id, long};
use super::tab::{NOW, Tab};

fn note(text: &str) -> Command {
    Command::Opportunity(id(1), OpportunityCommand::AddNote(long(text)))
}

fn conflict(error: CommitError) -> Conflict {
    match error {
        CommitError::Storage(StorageError::ChangedElsewhere(conflict)) => *conflict,
        other => panic!("{other:?}"),
    }
}

#[test]
fn p3_what_another_tab_wrote_is_not_written_over() {
    let (mut one, _) = Tab::with_one();
    let mut other = Tab::on(&one.store);
    one.commit(&note("mine")).unwrap();
    let (state, writes) = (other.state(), one.store.writes());
    let found = conflict(other.commit(&note("theirs")).unwrap_err());
    assert_eq!((other.state(), one.store.writes()), (state, writes));

    assert_eq!(found.key, Key::Opportunity(id(1)));
    assert_eq!(found.theirs, Theirs::Record(one.workspace.book().record(found.key).unwrap()));
    let Some(Record::Opportunity(ours)) = found.ours else { panic!() };
    assert_eq!(ours.notes[0].text, long("theirs"));
}

#[test]
fn p3_after_a_look_at_what_the_other_tab_wrote_the_act_can_be_tried_again() {
    let (mut one, _) = Tab::with_one();
    let mut other = Tab::on(&one.store);
    one.commit(&note("first")).unwrap();
    assert!(other.sees(&Tab::key_of_one()));
    assert!(!other.sees(&Tab::key_of_one()));
    assert_eq!(other.workspace.book(), one.workspace.book());
    other.commit(&note("second")).unwrap();
    assert_eq!(other.one().notes.len(), 2);
    other.assert_memory_is_disk();
}

/// Not even when the other tab left the very words that were there before: it has decided on them since.
#[test]
fn p3_a_record_that_was_changed_and_changed_back_is_still_changed() {
    let (mut one, _) = Tab::with_one();
    let mut other = Tab::on(&one.store);
    one.commit(&note("x")).unwrap();
    one.workspace.undo().unwrap();
    assert_eq!(one.workspace.book(), other.workspace.book());
    let found = conflict(other.commit(&note("y")).unwrap_err());
    assert_eq!(found.theirs, Theirs::Record(one.workspace.book().record(found.key).unwrap()));
}

#[test]
fn p3_a_record_that_another_tab_removed_is_not_brought_back_by_an_edit() {
    let (mut one, _) = Tab::with_one();
    let mut other = Tab::on(&one.store);
    while one.workspace.undo().is_ok() {}
    assert!(!one.store.contents().contains_key(&Tab::key_of_one()));
    assert_eq!(conflict(other.commit(&note("x")).unwrap_err()).theirs, Theirs::Gone);
    assert!(other.sees(&Tab::key_of_one()));
    assert_eq!(other.workspace.book().opportunities().count(), 0);
    assert_eq!(other.workspace.index().count(View::All), 0);
    other.assert_memory_is_disk();
}

#[test]
fn p4_a_record_that_another_tab_damaged_is_shown_and_left_alone() {
    let (mut one, _) = Tab::with_one();
    one.store.plant(&Tab::key_of_one(), "half a val");
    let Theirs::Unreadable(unreadable) = conflict(one.commit(&note("x")).unwrap_err()).theirs else { panic!() };
    assert_eq!(unreadable.raw, "half a val");
    assert!(one.sees(&Tab::key_of_one()));
    assert!(!one.sees(&Tab::key_of_one()));
    assert_eq!(one.workspace.unreadable().collect::<Vec<_>>(), [&unreadable]);
    assert!(one.workspace.book().opportunity(id(1)).is_none());
    assert_eq!(one.stored_one(), "half a val");
}

#[test]
fn p3_r16_an_act_cannot_be_undone_once_another_tab_changed_its_record() {
    let (mut one, _) = Tab::with_one();
    let mut other = Tab::on(&one.store);
    one.commit(&note("mine")).unwrap();
    other.sees(&Tab::key_of_one());
    other.commit(&note("theirs")).unwrap();

    let state = one.state();
    let Err(UndoError::Storage(StorageError::ChangedElsewhere(found))) = one.workspace.undo() else { panic!() };
    assert_eq!(found.key, Key::Opportunity(id(1)));
    assert_eq!(one.state(), state);
    one.sees(&Tab::key_of_one());
    let state = one.state();
    assert_eq!(one.workspace.undo(), Err(UndoError::Changed { changed: vec![Key::Opportunity(id(1))], untouched: 0 }));
    assert_eq!(one.state(), state);

    // Undone there, it is as this tab left it again.
    other.workspace.undo().unwrap();
    one.sees(&Tab::key_of_one());
    one.workspace.undo().unwrap();
    assert!(one.one().notes.is_empty());
    one.assert_memory_is_disk();
}

#[test]
fn different_records_do_not_get_in_each_others_way() {
    let (mut one, _) = Tab::with_one();
    let mut other = Tab::on(&one.store);
    other.create(2, "CRM rollout");
    one.commit(&note("x")).unwrap();
    assert!(one.sees(&Shelf::Main.key(Key::Opportunity(id(2)))));
    one.assert_memory_is_disk();
    one.workspace.undo().unwrap();
}

#[test]
fn p3_lists_that_another_tab_made_are_seen_before_they_are_written() {
    let (mut one, _) = Tab::with_one();
    let mut other = Tab::on(&one.store);
    let add = |number, name| {
        Command::Lists(tutup::domain::ListsCommand::AddCompetitor { id: id(number), name: super::examples::text(name) })
    };
    one.commit(&add(1, "A")).unwrap();
    assert_eq!(conflict(other.commit(&add(2, "B")).unwrap_err()).key, Key::Lists);
    assert!(other.sees("tutup:lists"));
    other.commit(&add(2, "B")).unwrap();
    assert_eq!(other.workspace.book().lists().competitors.len(), 2);
}

#[test]
fn p6_a_key_that_is_none_of_the_books_changes_nothing() {
    let (mut one, _) = Tab::with_one();
    one.store.plant("tutup:tx", "later");
    one.store.plant("tutup:demo:o:000000001", "demo");
    let state = one.state();
    for key in ["tutup:tx", "tutup:demo:o:000000001", "tutup:", "", "other", "tutup:o:000000009"] {
        assert!(!one.sees(key), "{key}");
    }
    assert_eq!(one.state(), state);
}

#[test]
fn the_books_on_two_shelves_do_not_touch_each_other() {
    let (mut main, _) = Tab::with_one();
    let stored = main.store.contents();
    let mut demo = Tab::of(&main.store, Shelf::Demo);
    assert_eq!(demo.workspace.book().opportunities().count(), 0);
    sample::fill(&mut demo.workspace, NOW).unwrap();
    demo.create(1, "Same id, other book");
    demo.act(OpportunityCommand::Close(closing(Outcome::Lost)));
    sample::reset(&mut demo.workspace, NOW).unwrap();
    let of_main = |contents: &std::collections::BTreeMap<String, String>| {
        let mut contents = contents.clone();
        contents.retain(|key, _| !key.starts_with("tutup:demo:"));
        contents
    };
    assert_eq!(of_main(&main.store.contents()), stored);
    main.assert_memory_is_disk();

    let of_demo = demo.store.contents().keys().filter(|key| key.starts_with("tutup:demo:")).count();
    main.commit(&note("x")).unwrap();
    assert_eq!(demo.store.contents().keys().filter(|key| key.starts_with("tutup:demo:")).count(), of_demo);
    demo.assert_memory_is_disk();
}

#[test]
fn p6_keys_of_other_programs_are_neither_read_nor_written() {
    let (mut tab, _) = Tab::with_one();
    tab.store.plant("theirs", "secret");
    tab.store.plant("tutuplike", "secret");
    assert!(tab.workspace.raw_export().iter().all(|(key, _)| key.starts_with("tutup:")));
    let create = Command::Opportunity(id(9), OpportunityCommand::Create(entry("Another")));
    tab.commit(&create).unwrap();
    let mut demo = Tab::of(&tab.store, Shelf::Demo);
    sample::fill(&mut demo.workspace, NOW).unwrap();
    sample::reset(&mut demo.workspace, NOW).unwrap();
    let contents = tab.store.contents();
    let others: Vec<_> = contents.iter().filter(|(key, _)| !key.starts_with("tutup:")).collect();
    assert_eq!(others.len(), 2);
    assert!(others.iter().all(|(_, value)| *value == "secret"));
}

#[test]
fn p5_raw_export_has_every_key_as_it_is() {
    let (mut tab, _) = Tab::with_one();
    tab.store.plant("tutup:o:damaged", "half");
    tab.store.plant("tutup:demo:lists", "?");
    tab.store.plant("tutup:unknown", "later");
    tab.workspace.reload();
    let exported: std::collections::BTreeMap<_, _> = tab.workspace.raw_export().into_iter().collect();
    assert_eq!(exported, tab.store.contents());
}

/// What waits for a change, such as a file that is kept up to date, asks for this number alone.
#[test]
fn what_is_shown_anew_is_counted_whoever_changed_it() {
    let (mut tab, _) = Tab::with_one();
    let mut other = Tab::on(&tab.store);
    let key = Tab::key_of_one();
    let mut last = tab.workspace.changes();
    let mut goes_on = |tab: &Tab, expected: bool, what: &str| {
        assert_eq!(tab.workspace.changes() != last, expected, "{what}");
        last = tab.workspace.changes();
    };
    tab.commit(&note("mine")).unwrap();
    goes_on(&tab, true, "an act");
    tab.commit(&Command::Opportunity(id(1), OpportunityCommand::Reopen)).unwrap_err();
    goes_on(&tab, false, "a refused act");
    tab.workspace.undo().unwrap();
    goes_on(&tab, true, "an undo");
    tab.sees(&key);
    goes_on(&tab, false, "news of nothing");
    other.sees(&key);
    other.commit(&note("theirs")).unwrap();
    goes_on(&tab, false, "what was not heard of yet");
    tab.sees(&key);
    goes_on(&tab, true, "what another tab did");
    tab.store.plant(&key, "rubbish");
    tab.sees(&key);
    goes_on(&tab, true, "a record that cannot be read any more");
    tab.store.plant("tutup:o:no-id", "rubbish");
    tab.sees("tutup:o:no-id");
    goes_on(&tab, true, "what needs attention");
    tab.workspace.reload();
    goes_on(&tab, true, "everything read again");
}
