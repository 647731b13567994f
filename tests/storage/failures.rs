//! A store that fails: whenever it does, nothing was half done, and it can be tried again.

use std::rc::Rc;

use tutup::domain::{Command, Key, Opportunity, OpportunityCommand, Outcome, RecordChange};
use tutup::storage::{KeyValue, Memory, Over, Reserve, Shelf, StorageError, commit, decode};
use tutup::workspace::{CommitError, UndoError, Workspace, sample};

use super::chance::Chance;
use super::examples::{closing, entry, full, id, long, record};
use super::tab::{NOW, Tab};

#[test]
fn p2_r9_wherever_storage_fails_nothing_is_half_done_and_a_retry_works() {
    for fail_for_good in [false, true] {
        for n in 1.. {
            let (mut tab, _) = Tab::with_one();
            let before = tab.state();
            if fail_for_good {
                tab.store.fail_from(n);
            } else {
                tab.store.fail_at(n);
            }
            let close = Command::Opportunity(id(1), OpportunityCommand::Close(closing(Outcome::Won)));
            let result = tab.commit(&close);
            tab.store.recover();
            let Err(error) = result else {
                assert_eq!(n, 5, "an act is three reads and a write");
                break;
            };
            assert!(matches!(error, CommitError::Storage(_)), "{error:?}");
            assert_eq!(tab.state(), before);
            tab.commit(&close).unwrap();
            tab.assert_memory_is_disk();
        }
    }
}

#[test]
fn p2_wherever_the_first_write_fails_the_book_is_still_empty() {
    for n in 1.. {
        let mut tab = Tab::new();
        tab.store.fail_at(n);
        let create = OpportunityCommand::Create(entry("ERP rollout"));
        let result = tab.commit(&Command::Opportunity(id(1), create));
        if result.is_ok() {
            assert_eq!(n, 6);
            break;
        }
        assert_eq!(tab.workspace.book().opportunities().count(), 0);
        assert_eq!(tab.workspace.acts().len(), 0);
        tab.assert_memory_is_disk();
        tab.create(1, "ERP rollout");
        tab.assert_memory_is_disk();
    }
}

#[test]
fn p7_r16_a_failed_undo_can_be_tried_again() {
    for n in 1..=4 {
        let (mut tab, _) = Tab::with_one();
        tab.act(OpportunityCommand::AddNote(long("x")));
        let before = tab.state();
        tab.store.fail_at(n);
        assert!(matches!(tab.workspace.undo(), Err(UndoError::Storage(_))));
        assert_eq!(tab.state(), before);
        tab.workspace.undo().unwrap();
        let before = tab.state();
        tab.store.fail_at(n);
        assert!(matches!(tab.workspace.redo(), Err(UndoError::Storage(_))));
        assert_eq!(tab.state(), before);
        tab.workspace.redo().unwrap();
        tab.assert_memory_is_disk();
    }
}

#[test]
fn p7_a_full_store_says_what_the_browser_called_it_and_keeps_what_was_there() {
    let (tab, _) = Tab::with_one();
    let store = Rc::new(Memory::new().with_capacity(tab.store.units() + 60));
    for (key, value) in tab.store.contents() {
        store.set(&key, &value).unwrap();
    }
    let mut tab = Tab::on(&store);
    let before = tab.state();
    let note = |text: &str| Command::Opportunity(id(1), OpportunityCommand::AddNote(long(text)));
    let full = CommitError::Storage(StorageError::NotSaved { name: "QuotaExceededError".into() });
    assert_eq!(tab.commit(&note(&"far too long ".repeat(9))), Err(full));
    assert_eq!(tab.state(), before);
    tab.commit(&note("k")).unwrap();
}

#[test]
fn p8_a_store_that_always_fails_shows_an_empty_book_and_never_panics() {
    let (tab, _) = Tab::with_one();
    tab.store.fail_from(1);
    for shelf in [Shelf::Main, Shelf::Demo] {
        let mut tab = Tab::of(&tab.store, shelf);
        assert_eq!(tab.workspace.load_failure(), Some(&StorageError::Unavailable));
        assert_eq!(tab.workspace.book().opportunities().count(), 0);
        let mut chance = Chance::new(1);
        for _ in 0..100 {
            let command = chance.command(&tab.workspace);
            assert!(tab.commit(&command).is_err());
        }
        assert_eq!(tab.workspace.undo(), Err(UndoError::NothingToUndo));
        assert!(!tab.sees(&Tab::key_of_one()));
        assert!(!tab.sees("tutup:format"));
        assert!(tab.workspace.raw_export().is_empty());
        assert_eq!(sample::fill(&mut tab.workspace, NOW).is_err(), shelf == Shelf::Demo);
        assert_eq!(sample::reset(&mut tab.workspace, NOW).is_err(), shelf == Shelf::Demo);
        tab.workspace.reload();
    }
}

/// What was not read is not written over: the book that could not be read is still there afterwards.
#[test]
fn p4_a_book_that_could_not_be_read_is_not_written_over() {
    let (tab, _) = Tab::with_one();
    let before = tab.store.contents();
    for n in 1..=before.len() + 2 {
        tab.store.fail_at(n);
        let mut blind = Tab { workspace: Workspace::open(tab.store.clone(), Shelf::Main, NOW), ..Tab::on(&tab.store) };
        tab.store.recover();
        if blind.workspace.book().record(Key::Opportunity(id(1))).is_some() {
            continue;
        }
        assert!(blind.workspace.load_failure().is_some());
        let create = OpportunityCommand::Create(entry("Another"));
        let result = blind.commit(&Command::Opportunity(id(1), create));
        assert!(matches!(result, Err(CommitError::Storage(StorageError::ChangedElsewhere(_)))), "{result:?}");
        assert_eq!(tab.store.contents(), before);
    }
}

/// Whatever fault of the program would have made it: a record that the next start would list as damaged is not written.
#[test]
fn r8_what_would_not_read_back_is_not_written() {
    let (tab, at) = Tab::with_one();
    let key = Key::Opportunity(at);
    let before = tab.workspace.book().record(key);
    let stamp = decode(key, &tab.stored_one()).unwrap().stamp;
    let stored = tab.store.contents();
    let write = |change: fn(&mut Opportunity)| {
        let mut opportunity = tab.one().clone();
        change(&mut opportunity);
        let change = RecordChange { key, before: before.clone(), after: Some(record(opportunity)) };
        commit(&tab.store, Shelf::Main, &change, Over { read: Some(stamp), taken: None }, Reserve::Keep)
    };
    let broken: [fn(&mut Opportunity); 3] = [
        |it| it.status = full().status,
        |it| it.quotes[0].steps.clear(),
        |it| it.notes = vec![it.notes.first().cloned().unwrap_or_else(|| full().notes[0].clone()); 2],
    ];
    for change in broken {
        assert_eq!(write(change), Err(StorageError::WouldNotReadBack(key)));
        assert_eq!(tab.store.contents(), stored);
    }
    assert!(write(|it| it.notes = full().notes).is_ok());
}
