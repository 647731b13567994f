//! A tab of the browser, and what a test sees in it.

use std::rc::Rc;

use tutup::domain::{
    Change, Clock, Command, Instant, Key, Opportunity, OpportunityCommand, OpportunityId, QuoteCommand, QuoteKey,
};
use tutup::storage::{CommitLock, Memory, Shelf};
use tutup::workspace::{CommitError, Done, Index, Refreshed, Workspace};

use super::examples::{entry, id};
use super::long::long;
pub use super::record::sealed;

/// 22 November 2026, 10:00 in Kuala Lumpur.
pub const NOW: Clock = Clock { now: Instant(1_795_312_800_000), ahead_of_utc: 480 };

/// A workspace on a store that other tabs may share. Time goes on by a minute with each act.
pub struct Tab {
    pub store: Rc<Memory>,
    pub workspace: Workspace,
    pub clock: Clock,
}

impl Tab {
    /// The only tab, with nothing stored.
    pub fn new() -> Self {
        Self::on(&Rc::new(Memory::new()))
    }

    /// Another tab on the same store.
    pub fn on(store: &Rc<Memory>) -> Self {
        Self::of(store, Shelf::Main)
    }

    pub fn of(store: &Rc<Memory>, shelf: Shelf) -> Self {
        Self { store: store.clone(), workspace: Workspace::open(store.clone(), shelf, NOW), clock: NOW }
    }

    /// A tab with one opportunity that has a draft and an active quote.
    pub fn with_one() -> (Self, OpportunityId) {
        let mut tab = Self::new();
        tab.create(1, "ERP rollout");
        tab.act(OpportunityCommand::AddQuote);
        tab.act(OpportunityCommand::AddQuote);
        tab.quote(1, QuoteCommand::Activate);
        (tab, id(1))
    }

    pub fn commit(&mut self, command: &Command) -> Result<Done, CommitError> {
        self.clock.now.0 += 60_000;
        self.workspace.commit(command, self.clock)
    }

    /// With the lock held: for acts over many records.
    pub fn commit_locked(&mut self, command: &Command) -> Result<Done, CommitError> {
        self.clock.now.0 += 60_000;
        self.workspace.commit_locked(&CommitLock::held(), command, self.clock)
    }

    /// The browser tells of another tab's write; whether it made a difference here.
    pub fn sees(&mut self, key: &str) -> bool {
        self.workspace.refresh(key) != Refreshed::Same
    }

    pub fn create(&mut self, number: u64, topic: &str) -> Done {
        let create = OpportunityCommand::Create(entry(topic));
        self.commit(&Command::Opportunity(id(number), create)).unwrap()
    }

    /// An act on opportunity 1.
    pub fn act(&mut self, command: OpportunityCommand) -> Done {
        self.commit(&Command::Opportunity(id(1), command)).unwrap()
    }

    /// An act on a quote of opportunity 1, by its number.
    pub fn quote(&mut self, number: u32, command: QuoteCommand) -> Done {
        let quotes = &self.one().quotes;
        let key: QuoteKey = quotes.iter().rev().find(|quote| quote.key.number.0 == number).unwrap().key;
        self.commit(&Command::Quote(id(1), key, command)).unwrap()
    }

    /// Opportunity 1.
    pub fn one(&self) -> &Opportunity {
        self.workspace.book().opportunity(id(1)).unwrap()
    }

    /// Where opportunity 1 is stored.
    pub fn key_of_one() -> String {
        Shelf::Main.key(Key::Opportunity(id(1)))
    }

    /// The value stored there.
    pub fn stored_one(&self) -> String {
        self.store.contents()[&Self::key_of_one()].clone()
    }

    /// Puts this JSON there, in a right envelope, as another program would.
    pub fn plant_json(&self, key: &str, json: &str) {
        self.store.plant(key, &sealed(&format!("1|7|{json}")));
    }

    /// Everything that a failed act must leave as it was.
    pub fn state(&self) -> State {
        State {
            book: self.workspace.book().clone(),
            index: self.workspace.index().clone(),
            acts: self.workspace.acts().map(|act| act.change.clone()).collect(),
            redo: self.workspace.last_redoable().map(|act| act.change.clone()),
            stored: self.store.contents(),
        }
    }

    /// Whether memory shows what a tab opened now would read.
    pub fn assert_memory_is_disk(&self) {
        let fresh = Workspace::open(self.store.clone(), self.workspace.shelf(), self.workspace.index().clock());
        assert_eq!(fresh.book(), self.workspace.book());
        assert_eq!(fresh.index(), self.workspace.index());
        assert!(fresh.unreadable().eq(self.workspace.unreadable()));
    }
}

/// The JSON in a stored value, long.
pub fn json_of(stored: &str) -> serde_json::Value {
    let parts: Vec<&str> = stored.splitn(4, '|').collect();
    let json = serde_json::from_str(parts[3]).unwrap();
    if parts[1] == "1" { json } else { long(json) }
}

#[derive(Debug, PartialEq)]
pub struct State {
    pub book: tutup::domain::Book,
    pub index: Index,
    pub acts: Vec<Change>,
    pub redo: Option<Change>,
    pub stored: std::collections::BTreeMap<String, String>,
}
