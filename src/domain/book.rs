//! The book: everything one user tracks, and the one place where a command becomes a change (R15).
//!
//! [`Book::decide`] judges a command and says what would change, without changing anything; [`Book::apply`] takes a change
//! over. Each aggregate decides for itself; what spans records is checked here: that a quote's number is new, and that
//! nothing uses an entry that is to be deleted.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::order::insert_sorted;
use super::{
    Clock, ClosingEntry, ClosingFacts, ClosingRules, Fate, Id, Lists, ListsCommand, LongText, Opportunity,
    OpportunityEntry, OpportunityId, Preferences, QuoteCommand, QuoteKey, QuoteNumber, ReasonId, Refusal, Text, fold,
};

/// Everything one user tracks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Book {
    opportunities: BTreeMap<OpportunityId, Arc<Opportunity>>,
    lists: Arc<Lists>,
    preferences: Arc<Preferences>,
}

/// Something the user asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Of an opportunity.
    Opportunity(OpportunityId, OpportunityCommand),
    /// Of a quote of an opportunity.
    Quote(OpportunityId, QuoteKey, QuoteCommand),
    /// Of the status reasons and competitors.
    Lists(ListsCommand),
    /// Other preferences.
    Preferences(Preferences),
    /// All of these, or none (R17). No two may change the same record.
    Many(Vec<Command>),
}

/// What can be asked of an opportunity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpportunityCommand {
    /// Bring it into the book.
    Create(OpportunityEntry),
    /// Bring a copy of another one into the book, under this topic (R28).
    CopyOf(OpportunityId, Text<300>),
    /// Replace what was entered.
    Edit(OpportunityEntry),
    /// Close it as Won or Lost.
    Close(ClosingEntry),
    /// Replace the closing that holds.
    Correct(ClosingEntry),
    /// Make it open again.
    Reopen,
    /// Write something down.
    AddNote(LongText),
    /// Start a quote.
    AddQuote,
    /// Settle all open quotes without closing it; the fates that differ from the defaults.
    CloseAllQuotes(BTreeMap<QuoteKey, Fate>),
    /// Move it into the bin (R26).
    Delete,
    /// Bring it back from the bin as it was.
    Restore,
    /// Take it out of the bin for good.
    Remove,
}

/// Which record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// An opportunity with all that belongs to it.
    Opportunity(OpportunityId),
    /// The status reasons and competitors.
    Lists,
    /// The preferences.
    Preferences,
}

/// A record's content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// An opportunity with all that belongs to it.
    Opportunity(Arc<Opportunity>),
    /// The status reasons and competitors.
    Lists(Arc<Lists>),
    /// The preferences.
    Preferences(Arc<Preferences>),
}

/// One record before and after; absent where it did not or will not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordChange {
    /// Which record.
    pub key: Key,
    /// What it was.
    pub before: Option<Record>,
    /// What it becomes.
    pub after: Option<Record>,
}

/// What an act changes: each record once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change(pub Vec<RecordChange>);

impl Change {
    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let swap = |change: &RecordChange| RecordChange {
            key: change.key,
            before: change.after.clone(),
            after: change.before.clone(),
        };
        Self(self.0.iter().map(swap).collect())
    }
}

impl Book {
    /// The opportunity of this id, in the bin or not.
    pub fn opportunity(&self, id: OpportunityId) -> Option<&Arc<Opportunity>> {
        self.opportunities.get(&id)
    }

    /// Every opportunity but those in the bin, in the order of the ids.
    pub fn opportunities(&self) -> impl Iterator<Item = &Arc<Opportunity>> {
        self.with_bin().filter(|opportunity| !opportunity.is_in_bin())
    }

    /// Every opportunity, those in the bin too, in the order of the ids: for what has to hold when they come back.
    pub fn with_bin(&self) -> impl ExactSizeIterator<Item = &Arc<Opportunity>> {
        self.opportunities.values()
    }

    /// The status reasons and competitors.
    pub fn lists(&self) -> &Arc<Lists> {
        &self.lists
    }

    /// The preferences.
    pub fn preferences(&self) -> &Arc<Preferences> {
        &self.preferences
    }

    /// What closings are judged by.
    pub fn closing_rules(&self) -> ClosingRules<'_> {
        ClosingRules { lists: &self.lists, drafts: self.preferences.drafts }
    }

    /// The record of this key. Lists and preferences are always there.
    pub fn record(&self, key: Key) -> Option<Record> {
        match key {
            Key::Opportunity(id) => self.opportunities.get(&id).cloned().map(Record::Opportunity),
            Key::Lists => Some(Record::Lists(self.lists.clone())),
            Key::Preferences => Some(Record::Preferences(self.preferences.clone())),
        }
    }

    /// Puts a record in its place, or takes it away. Lists and preferences taken away become those of a new book.
    pub fn put(&mut self, key: Key, record: Option<Record>) {
        match (key, record) {
            (Key::Opportunity(id), Some(Record::Opportunity(opportunity))) => {
                self.opportunities.insert(id, opportunity);
            }
            (Key::Opportunity(id), _) => {
                self.opportunities.remove(&id);
            }
            (Key::Lists, Some(Record::Lists(lists))) => self.lists = lists,
            (Key::Lists, _) => self.lists = Arc::default(),
            (Key::Preferences, Some(Record::Preferences(preferences))) => self.preferences = preferences,
            (Key::Preferences, _) => self.preferences = Arc::default(),
        }
    }

    /// Takes a change over.
    pub fn apply(&mut self, change: &Change) {
        for RecordChange { key, after, .. } in &change.0 {
            self.put(*key, after.clone());
        }
    }

    /// What the command would change, or why it is refused. An act that leaves everything as it is changes nothing.
    ///
    /// # Errors
    /// The reason, in data: see [`Refusal`].
    pub fn decide(&self, command: &Command, clock: Clock) -> Result<Change, Refusal> {
        let change = match command {
            Command::Opportunity(id, command) => self.decide_opportunity(*id, command, clock)?,
            Command::Quote(id, key, command) => self.change_opportunity(*id, clock, &|opportunity| {
                opportunity.quote_command(*key, command, || self.next_quote_number(), clock)
            })?,
            Command::Lists(command) => {
                let lists = self.lists.decide(command, |command| self.uses(command))?;
                self.changed(Key::Lists, Record::Lists(Arc::new(lists)))
            }
            Command::Preferences(preferences) => self.prefer(preferences.clone()),
            Command::Many(commands) => return self.decide_many(commands, clock),
        };
        Ok(if change.before == change.after { Change::default() } else { Change(vec![change]) })
    }

    /// The change to other preferences. Nothing refuses them.
    pub fn prefer(&self, preferences: Preferences) -> RecordChange {
        self.changed(Key::Preferences, Record::Preferences(Arc::new(preferences)))
    }

    fn decide_opportunity(
        &self,
        id: OpportunityId,
        command: &OpportunityCommand,
        clock: Clock,
    ) -> Result<RecordChange, Refusal> {
        use OpportunityCommand as Act;
        let rules = self.closing_rules();
        match command {
            Act::Create(entry) => self.create(id, Opportunity::create(id, entry, clock.now)?),
            Act::CopyOf(source, topic) => {
                let source = self.outside_bin(*source)?;
                self.create(id, source.copy(id, topic.clone(), clock.now))
            }
            Act::Edit(entry) => self.change_opportunity(id, clock, &|it| it.edit(entry, clock.now)),
            Act::Close(entry) => self.change_opportunity(id, clock, &|it| it.close(entry, rules, clock)),
            Act::Correct(entry) => self.change_opportunity(id, clock, &|it| it.correct(entry, rules, clock)),
            Act::Reopen => self.change_opportunity(id, clock, &|it| it.reopen(clock.now)),
            Act::AddNote(text) => self.change_opportunity(id, clock, &|it| {
                it.add_note(text, clock.now);
                Ok(())
            }),
            Act::AddQuote => {
                self.change_opportunity(id, clock, &|it| it.add_quote(self.next_quote_number()?, clock.now))
            }
            Act::CloseAllQuotes(fates) => self.change_opportunity(id, clock, &|it| it.close_all_quotes(fates, clock)),
            Act::Delete => self.delete(id, clock.now),
            Act::Restore => self.restore(id),
            Act::Remove => self.remove(id),
        }
    }

    fn create(&self, id: OpportunityId, opportunity: Opportunity) -> Result<RecordChange, Refusal> {
        if self.opportunities.contains_key(&id) {
            return Err(Refusal::OpportunityExists(id));
        }
        Ok(self.changed(Key::Opportunity(id), Record::Opportunity(Arc::new(opportunity))))
    }

    fn change_opportunity(
        &self,
        id: OpportunityId,
        clock: Clock,
        act: &dyn Fn(&mut Opportunity) -> Result<(), Refusal>,
    ) -> Result<RecordChange, Refusal> {
        let before = self.outside_bin(id)?;
        let mut after = Opportunity::clone(before);
        act(&mut after)?;
        if after != **before {
            after.modified_on = clock.now;
        }
        Ok(self.changed(Key::Opportunity(id), Record::Opportunity(Arc::new(after))))
    }

    fn changed(&self, key: Key, after: Record) -> RecordChange {
        RecordChange { key, before: self.record(key), after: Some(after) }
    }

    fn decide_many(&self, commands: &[Command], clock: Clock) -> Result<Change, Refusal> {
        let mut book = self.clone();
        let mut all = Change::default();
        let mut keys = Vec::new();
        for command in commands {
            // Each part sees the parts before it: two new quotes get two numbers, and what a part uses is not deleted.
            let change = book.decide(command, clock)?;
            if !change.0.iter().all(|record| insert_sorted(&mut keys, record.key)) {
                return Err(Refusal::Twice);
            }
            book.apply(&change);
            all.0.extend(change.0);
        }
        Ok(all)
    }

    /// The highest quote number in the book, bin included, plus one (RULES §3).
    fn next_quote_number(&self) -> Result<QuoteNumber, Refusal> {
        let quotes = self.with_bin().flat_map(|opportunity| &opportunity.quotes);
        let highest = quotes.map(|quote| quote.key.number.0).max().unwrap_or(0);
        highest.checked_add(1).map(QuoteNumber).ok_or(Refusal::NumbersExhausted)
    }

    /// The other opportunities outside the bin that have a quote of this number (RULES §3): shown, not damage.
    pub fn also_numbered(&self, number: QuoteNumber, except: OpportunityId) -> Vec<&Arc<Opportunity>> {
        let has = |opportunity: &&Arc<Opportunity>| opportunity.quotes.iter().any(|quote| quote.key.number == number);
        self.opportunities().filter(|opportunity| opportunity.id != except).filter(has).collect()
    }

    /// How many opportunities, bin included, refer to this reason in a closing, current or canceled.
    pub fn uses_of_reason(&self, id: ReasonId) -> usize {
        self.with_bin().filter(|it| closings(it).any(|closing| closing.reason.id == id)).count()
    }

    /// How many opportunities, bin included, refer to this competitor in a closing, current or canceled.
    pub fn uses_of_competitor(&self, id: Id) -> usize {
        let names = |facts: &ClosingFacts| match &facts.terms {
            super::Terms::Won { .. } => false,
            super::Terms::Lost { competitor, .. } => competitor.as_ref().is_some_and(|rival| rival.id == Some(id)),
        };
        self.with_bin().filter(|opportunity| closings(opportunity).any(names)).count()
    }

    fn uses(&self, command: &ListsCommand) -> usize {
        match command {
            ListsCommand::Reason(id, _) => self.uses_of_reason(*id),
            ListsCommand::Competitor(id, _) => self.uses_of_competitor(*id),
            ListsCommand::AddReason { .. } | ListsCommand::AddCompetitor { .. } => 0,
        }
    }

    /// The names of competitors to offer: the user's list first, as far as it is not retired, then every other name on a
    /// record outside the bin (R18).
    pub fn competitor_names(&self) -> Vec<String> {
        let listed = self.lists.competitors.iter().filter(|it| !it.retired).map(|it| it.name.to_string());
        let mut names: Vec<String> = listed.collect();
        let known = |name: &str| self.lists.competitor_named(name).is_some();
        let listed = |id: Option<Id>| id.is_some_and(|id| self.lists.competitor(id).is_some());
        let on_records = self
            .opportunities()
            .flat_map(|opportunity| closings(opportunity))
            .filter_map(|facts| match &facts.terms {
                super::Terms::Lost { competitor: Some(rival), .. } if !listed(rival.id) => Some(rival.name.as_str()),
                _ => None,
            })
            .filter(|name| !known(name))
            .map(|name| (fold(name), name));
        let mut others: Vec<(String, &str)> = Vec::new();
        for (folded, name) in on_records {
            match others.binary_search_by(|(other, _)| other.cmp(&folded)) {
                Ok(place) => others.get_mut(place).into_iter().for_each(|(_, spelling)| *spelling = name),
                Err(place) => others.insert(place, (folded, name)),
            }
        }
        names.extend(others.into_iter().map(|(_, name)| name.to_owned()));
        names
    }
}

/// What every closing of the opportunity says, the canceled ones first.
fn closings(opportunity: &Opportunity) -> impl Iterator<Item = &ClosingFacts> {
    let canceled = opportunity.canceled_closings.iter().map(|canceled| canceled.closing.facts());
    canceled.chain(opportunity.closing().map(super::Closing::facts))
}
