//! Two processes of one browser: each sees the other's writes late, and those to different keys in another order.
//!
//! The browser process holds the truth. A process sees its own writes at once; they come to the truth, and from there to
//! the others, some time later. What a process has written and the truth has not confirmed yet hides what comes in.
//!
//! Whatever the order, no note that a user was told is saved may be missing in the end without that user having been told
//! of the other version, with the own one beside it (promises 1 and 3).

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

use fastrand::Rng;
use tutup::domain::{Command, OpportunityCommand, Record};
use tutup::storage::{CommitLock, KeyValue, Shelf, StorageError, Theirs};
use tutup::workspace::{CommitError, Refreshed, Workspace};

use super::examples::{entry, id, long};
use super::tab::NOW;

type Write = (String, Option<String>);

/// What the browser process holds.
#[derive(Default)]
struct Browser {
    truth: RefCell<BTreeMap<String, String>>,
}

/// Whether what comes is the process's own write.
type Confirms = bool;

/// What one process sees.
#[derive(Default)]
struct Process {
    view: RefCell<BTreeMap<String, String>>,
    /// Its own writes that are on their way to the truth.
    out: RefCell<VecDeque<Write>>,
    /// The keys of its own writes that the truth has not confirmed to it.
    unconfirmed: RefCell<Vec<String>>,
    /// What comes from the truth: its own writes confirmed, and those of the other.
    coming: RefCell<Vec<(Write, Confirms)>>,
}

impl Process {
    fn write(&self, key: &str, value: Option<&str>) {
        put(&mut self.view.borrow_mut(), key, value.map(str::to_owned));
        self.out.borrow_mut().push_back((key.to_owned(), value.map(str::to_owned)));
        self.unconfirmed.borrow_mut().push(key.to_owned());
    }
}

impl KeyValue for Process {
    fn get(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(self.view.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.write(key, Some(value));
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.write(key, None);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StorageError> {
        Ok(self.view.borrow().keys().cloned().collect())
    }
}

fn put(values: &mut BTreeMap<String, String>, key: &str, value: Option<String>) {
    match value {
        Some(value) => values.insert(key.to_owned(), value),
        None => values.remove(key),
    };
}

/// A tab in a process of its own, and what its user was told.
struct Window {
    process: Rc<Process>,
    workspace: Workspace,
    saved: BTreeSet<String>,
    told: BTreeSet<String>,
    notes: usize,
}

impl Window {
    fn new(contents: &BTreeMap<String, String>) -> Self {
        let process = Rc::new(Process { view: RefCell::new(contents.clone()), ..Process::default() });
        let workspace = Workspace::open(process.clone(), Shelf::Main, NOW);
        Self { process, workspace, saved: BTreeSet::new(), told: BTreeSet::new(), notes: 0 }
    }

    /// Saves a note nobody else has, on one record or on both.
    fn note(&mut self, name: &str, many: bool) {
        self.notes += 1;
        let text = format!("{name}{}", self.notes);
        let on = |place| Command::Opportunity(id(place), OpportunityCommand::AddNote(long(&text)));
        let result = if many {
            let both = Command::Many(vec![on(1), on(2)]);
            self.workspace.commit_locked(&CommitLock::held(), &both, NOW)
        } else {
            self.workspace.commit(&on(1), NOW)
        };
        match result {
            Ok(_) => drop(self.saved.insert(text)),
            Err(CommitError::Storage(StorageError::ChangedElsewhere(conflict))) => {
                self.told.extend(conflict.ours.iter().flat_map(notes));
                let key = Shelf::Main.key(conflict.key);
                self.hear(&key, None);
            }
            Err(CommitError::NeedsLock) => {}
            Err(other) => panic!("{other:?}"),
        }
    }

    fn hear(&mut self, key: &str, value: Option<&str>) {
        let versions = match self.workspace.hear(key, value) {
            Refreshed::Same | Refreshed::Changed => return,
            Refreshed::Overwritten(conflict) => conflict.ours,
            Refreshed::Overwrote(conflict) => match conflict.theirs {
                Theirs::Record(record) => Some(record),
                other => panic!("{other:?}"),
            },
        };
        self.told.extend(versions.iter().flat_map(notes));
    }

    /// One of its own writes comes to the truth, and is on its way to the other.
    fn send(&self, browser: &Browser, other: &Self) -> bool {
        let Some((key, value)) = self.process.out.borrow_mut().pop_front() else { return false };
        put(&mut browser.truth.borrow_mut(), &key, value.clone());
        self.process.coming.borrow_mut().push(((key.clone(), value.clone()), true));
        other.process.coming.borrow_mut().push(((key, value), false));
        true
    }

    /// Something comes from the truth: of what concerns one key the oldest, of the keys any.
    fn receive(&mut self, chance: &mut Rng) -> bool {
        let ((key, value), confirms) = {
            let mut coming = self.process.coming.borrow_mut();
            if coming.is_empty() {
                return false;
            }
            let ((key, _), _) = coming[chance.usize(..coming.len())].clone();
            let oldest = coming.iter().position(|((other, _), _)| *other == key).unwrap();
            coming.remove(oldest)
        };
        let mut unconfirmed = self.process.unconfirmed.borrow_mut();
        let own = unconfirmed.iter().position(|own| *own == key);
        if confirms {
            unconfirmed.remove(own.unwrap());
            return true;
        }
        drop(unconfirmed);
        // An own write that is under way comes to the truth later, and so stands.
        if own.is_none() {
            put(&mut self.process.view.borrow_mut(), &key, value.clone());
        }
        self.hear(&key, value.as_deref());
        true
    }
}

fn notes(record: &Record) -> Vec<String> {
    match record {
        Record::Opportunity(opportunity) => opportunity.notes.iter().map(|note| note.text.to_string()).collect(),
        _ => Vec::new(),
    }
}

/// A book with two opportunities.
fn contents() -> BTreeMap<String, String> {
    let mut window = Window::new(&BTreeMap::new());
    for place in 1..=2 {
        let create = OpportunityCommand::Create(entry("ERP rollout"));
        window.workspace.commit(&Command::Opportunity(id(place), create), NOW).unwrap();
    }
    let view = window.process.view.borrow();
    view.clone()
}

/// Everything comes everywhere.
fn settle(browser: &Browser, windows: &mut [Window; 2], chance: &mut Rng) {
    loop {
        let [one, other] = windows;
        let sent = one.send(browser, other) | other.send(browser, one);
        let received = one.receive(chance) | other.receive(chance);
        if !sent && !received {
            return;
        }
    }
}

#[test]
fn p1_p3_two_windows_in_processes_of_their_own_lose_nothing_unsaid() {
    const SEED: u64 = 20_261_122;
    println!("seed {SEED}");
    let contents = contents();
    let (mut overwritten, mut saved, mut many) = (0, 0, 0);
    for round in 0..3_000 {
        let mut chance = Rng::with_seed(SEED + round);
        let browser = Browser { truth: RefCell::new(contents.clone()) };
        let mut windows = [Window::new(&contents), Window::new(&contents)];
        for _ in 0..chance.usize(4..40) {
            let who = chance.usize(..2);
            match chance.u32(..8) {
                0..=2 => windows[who].note(["a", "b"][who], false),
                3 => {
                    // The lock is given only once the writes before it can be seen.
                    settle(&browser, &mut windows, &mut chance);
                    windows[who].note(["a", "b"][who], true);
                    many += 1;
                }
                4 | 5 => {
                    let [one, other] = &windows;
                    let (from, to) = if who == 0 { (one, other) } else { (other, one) };
                    from.send(&browser, to);
                }
                _ => drop(windows[who].receive(&mut chance)),
            }
        }
        settle(&browser, &mut windows, &mut chance);

        let truth = browser.truth.borrow().clone();
        let fresh = Window::new(&truth);
        let kept: BTreeSet<String> =
            fresh.workspace.book().opportunities().flat_map(|it| notes(&Record::Opportunity(it.clone()))).collect();
        for window in &windows {
            assert_eq!(*window.process.view.borrow(), truth, "round {round}: the processes disagree");
            assert_eq!(window.workspace.book(), fresh.workspace.book(), "round {round}: a tab shows something else");
            let told = |it: &String| windows.iter().any(|window| window.told.contains(it));
            let aside = |it: &String| fresh.workspace.unreadable().any(|unreadable| unreadable.raw.contains(it));
            let lost = window.saved.iter().filter(|it| !kept.contains(*it) && !told(it) && !aside(it));
            let lost: Vec<_> = lost.collect();
            assert!(lost.is_empty(), "round {round}: lost without a word: {lost:?}");
            overwritten += window.told.len();
            saved += window.saved.len();
        }
    }
    println!("{saved} notes saved, {many} of them on both records, {overwritten} shown beside another version");
    assert!(saved > 10_000 && overwritten > 1_000 && many > 1_000);
}

#[test]
fn p3_nobody_is_told_of_another_version_when_each_sees_the_other_first() {
    let contents = contents();
    let mut chance = Rng::with_seed(7);
    let browser = Browser { truth: RefCell::new(contents.clone()) };
    let mut windows = [Window::new(&contents), Window::new(&contents)];
    for _ in 0..300 {
        let who = chance.usize(..2);
        let many = chance.u32(..4) == 0;
        windows[who].note(["a", "b"][who], many);
        settle(&browser, &mut windows, &mut chance);
    }
    for window in &windows {
        assert_eq!(window.told, BTreeSet::new());
        assert!(window.saved.len() > 100);
    }
}
