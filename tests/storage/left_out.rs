//! What shows that the tests would notice: the same checks over stores that leave out the comparison or the checksum.
//! (The redo record and its commit point are left out in [`crash`](super::crash).)

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use tutup::domain::{Command, OpportunityCommand};
use tutup::storage::{KeyValue, Memory, Shelf, StorageError};
use tutup::workspace::Workspace;

use super::examples::{id, long};
use super::tab::{NOW, Tab, sealed};

/// A store that never shows a tab what another one wrote: every comparison passes.
struct WithoutCompare {
    memory: Rc<Memory>,
    seen: RefCell<BTreeMap<String, Option<String>>>,
}

/// A store whose values always have the right checksum: none tells of damage.
struct WithoutChecksum(Rc<Memory>);

impl KeyValue for WithoutCompare {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        let read = self.memory.get(key)?;
        Ok(self.seen.borrow_mut().entry(key.to_owned()).or_insert(read).clone())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.seen.borrow_mut().insert(key.to_owned(), Some(value.to_owned()));
        self.memory.set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.seen.borrow_mut().insert(key.to_owned(), None);
        self.memory.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.memory.keys()
    }
}

impl KeyValue for WithoutChecksum {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        let mend = |value: String| match value.split_once('|') {
            Some((_, content)) => sealed(content),
            None => value,
        };
        Ok(self.0.get(key)?.map(mend))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.0.set(key, value)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.0.remove(key)
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        self.0.keys()
    }
}

/// Two tabs each save a note on the same record; returns those that were saved and are not there.
fn lost_notes(tab: &dyn Fn() -> Workspace, memory: &Rc<Memory>) -> Vec<&'static str> {
    let (mut one, mut other) = (tab(), tab());
    let note = |text| Command::Opportunity(id(1), OpportunityCommand::AddNote(long(text)));
    let saved = [(one.commit(&note("one"), NOW).is_ok(), "one"), (other.commit(&note("other"), NOW).is_ok(), "other")];
    let fresh = Workspace::open(memory.clone(), Shelf::Main, NOW);
    let kept = |text: &str| fresh.book().opportunity(id(1)).unwrap().notes.iter().any(|note| note.text == long(text));
    saved.into_iter().filter(|(saved, text)| *saved && !kept(text)).map(|(_, text)| text).collect()
}

#[test]
fn p3_without_the_comparison_a_saved_note_is_lost_and_with_it_none() {
    let memory = Tab::with_one().0.store;
    let compared = || Workspace::open(memory.clone(), Shelf::Main, NOW);
    assert_eq!(lost_notes(&compared, &memory), Vec::<&str>::new());
    let memory = Tab::with_one().0.store;
    let blind = || {
        let store = WithoutCompare { memory: memory.clone(), seen: RefCell::default() };
        Workspace::open(Rc::new(store), Shelf::Main, NOW)
    };
    assert_eq!(lost_notes(&blind, &memory), ["one"]);
}

/// Each digit of the stored record becomes another one; returns at how many places that goes unnoticed.
fn unnoticed(open: &dyn Fn(Rc<Memory>) -> Rc<dyn KeyValue>) -> usize {
    let tab = Tab::with_one().0;
    let (key, value) = (Tab::key_of_one(), tab.stored_one());
    let json = value.rfind("|{").unwrap();
    let digits = value.char_indices().filter(|(place, letter)| *place > json && letter.is_ascii_digit());
    let goes_unnoticed = |(place, letter): (usize, char)| {
        let other = if letter == '9' { '8' } else { '9' };
        let memory = Rc::new(Memory::new());
        memory.plant("tutup:format", "1");
        memory.plant(&key, &format!("{}{other}{}", &value[..place], &value[place + 1..]));
        let damaged = Workspace::open(open(memory), Shelf::Main, NOW);
        damaged.unreadable().len() == 0
    };
    digits.filter(|digit| goes_unnoticed(*digit)).count()
}

#[test]
fn p4_without_the_checksum_altered_figures_go_unnoticed_and_with_it_none() {
    assert_eq!(unnoticed(&|memory| memory), 0);
    let found = unnoticed(&|memory| Rc::new(WithoutChecksum(memory)));
    assert!(found > 20, "{found}");
}
