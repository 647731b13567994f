//! The acts that are stopped, and the disk on which they are done.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::RangeInclusive;

use tutup::domain::{Book, Clock, Command, Instant, OpportunityCommand, OpportunityEntry, Outcome, Stage};
use tutup::storage::{CommitLock, Place, Shelf, Write, decode};
use tutup::workspace::Workspace;

use super::disk::{Disk, Missing};
use super::verdict::open;
use crate::storage::examples::{closing, entry, id, long};
use crate::storage::tab::NOW;

/// Something that a user does.
pub struct Act {
    pub name: &'static str,
    /// What lies on the disk.
    pub contents: BTreeMap<String, String>,
    /// The book before the act and after it.
    pub before: Book,
    pub after: Book,
    first: Option<Step>,
    step: Step,
}

/// How it is done; returns whether the user was told that it was.
type Step = fn(&mut Workspace) -> bool;

impl Act {
    fn new(name: &'static str, contents: &BTreeMap<String, String>, first: Option<Step>, step: Step) -> Self {
        let disk = Disk::of(contents, Missing::Nothing);
        let mut workspace = open(&disk);
        if let Some(first) = first {
            assert!(first(&mut workspace), "{name}");
        }
        let before = workspace.book().clone();
        assert!(step(&mut workspace), "{name}");
        let after = workspace.book().clone();
        assert_ne!(before, after, "{name}");
        Self { name, contents: contents.clone(), before, after, first, step }
    }

    /// What was done before it.
    pub fn prepare(&self, workspace: &mut Workspace) {
        if let Some(first) = self.first {
            assert!(first(workspace));
        }
    }

    pub fn run(&self, workspace: &mut Workspace) -> bool {
        (self.step)(workspace)
    }

    /// How many units fit beside what is there: none, some, as many as one likes.
    pub fn rooms(&self) -> Vec<Option<usize>> {
        let of_one = self.name.starts_with("one: ");
        let rooms: Vec<usize> = if of_one { (0..50).map(|n| n * 12).collect() } else { vec![0, 7_000, 45_000] };
        rooms.into_iter().map(Some).chain([None]).collect()
    }
}

impl fmt::Debug for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

pub fn acts() -> Vec<Act> {
    let small = disk(few(1..=8));
    let large = disk(many());
    let mut old = small.clone();
    old.insert(Shelf::Main.format_key(), "1".into());
    vec![
        Act::new("one: close in a book of an earlier format", &old, None, |it| one(it, close())),
        Act::new("bulk close in a book of an earlier format", &old, None, |it| all(it, |_| close())),
        Act::new("one: edit", &small, None, |it| one(it, OpportunityCommand::Edit(entry("ERP rollout, both sites")))),
        Act::new("one: close with its quotes", &small, None, |it| one(it, close())),
        Act::new("one: correct the closing", &small, Some(|it| one(it, close())), |it| {
            one(it, OpportunityCommand::Correct(closing(Outcome::Lost)))
        }),
        Act::new("one: undo the closing", &small, Some(|it| one(it, close())), |it| it.undo().is_ok()),
        Act::new("bulk close", &small, None, |it| all(it, |_| close())),
        Act::new("undo of the bulk close", &small, Some(|it| all(it, |_| close())), |it| {
            it.undo_locked(&CommitLock::held()).is_ok()
        }),
        Act::new("edit the stage of many, staged", &large, None, |it| all(it, stage)),
        Act::new("delete many", &small, None, |it| all(it, |_| OpportunityCommand::Delete)),
        Act::new("empty the bin", &small, Some(|it| all(it, |_| OpportunityCommand::Delete)), |it| {
            all(it, |_| OpportunityCommand::Remove)
        }),
        Act::new("restore by merge", &small, None, |it| restore(it, false)),
        Act::new("restore by replace, staged", &small, None, |it| restore(it, true)),
    ]
}

fn close() -> OpportunityCommand {
    OpportunityCommand::Close(closing(Outcome::Won))
}

fn stage(place: u64) -> OpportunityCommand {
    let mut entry = wordy(place);
    entry.details.stage = Stage::Propose;
    OpportunityCommand::Edit(entry)
}

fn one(workspace: &mut Workspace, command: OpportunityCommand) -> bool {
    workspace.commit(&Command::Opportunity(id(1), command), later()).is_ok()
}

/// Every opportunity of the book in one act.
fn all(workspace: &mut Workspace, command: fn(u64) -> OpportunityCommand) -> bool {
    let count = workspace.book().with_bin().len() as u64;
    let commands = (1..=count).map(|place| Command::Opportunity(id(place), command(place)));
    workspace.commit_locked(&CommitLock::held(), &Command::Many(commands.collect()), later()).is_ok()
}

/// A backup with two more records and one other version; or one that takes the place of everything.
fn restore(workspace: &mut Workspace, replace: bool) -> bool {
    let Ok(mut there) = workspace.stored() else { return false };
    there.retain(|key, _| key.starts_with("tutup:o:"));
    let mut backup = disk(if replace { many() } else { few(7..=10) });
    backup.retain(|key, _| key.starts_with("tutup:o:"));
    let stamp = |key: &String| {
        let Some(Place::Record(record)) = Shelf::Main.place(key) else { panic!("{key}") };
        there.get(key).map(|raw| decode(record, raw).unwrap().stamp)
    };
    let gone = there.keys().filter(|key| replace && !backup.contains_key(*key));
    let gone = gone.map(|key| Write { key: key.clone(), over: stamp(key), value: None });
    let come =
        backup.iter().map(|(key, value)| Write { key: key.clone(), over: stamp(key), value: Some(value.clone()) });
    let writes = gone.chain(come).collect();
    workspace.restore(&CommitLock::held(), writes).is_ok()
}

fn later() -> Clock {
    Clock { now: Instant(NOW.now.0 + 86_400_000), ..NOW }
}

/// What lies on a disk after these.
fn disk(commands: Vec<Command>) -> BTreeMap<String, String> {
    let disk = Disk::of(&BTreeMap::new(), Missing::Nothing);
    let mut workspace = open(&disk);
    for command in commands {
        workspace.commit(&command, NOW).unwrap();
    }
    workspace.tidy(&CommitLock::held()).unwrap();
    disk.contents()
}

/// Opportunities, the first three with quotes.
fn few(places: RangeInclusive<u64>) -> Vec<Command> {
    let on = |place, command| Command::Opportunity(id(place), command);
    let create = |place| on(place, OpportunityCommand::Create(entry(&format!("Deal {place} of {places:?}"))));
    let created = places.clone().map(create);
    created.chain(places.clone().take(3).map(|place| on(place, OpportunityCommand::AddQuote))).collect()
}

/// Nine that together are too much for one redo record.
fn many() -> Vec<Command> {
    (1..=9).map(|place| Command::Opportunity(id(place), OpportunityCommand::Create(wordy(place)))).collect()
}

fn wordy(place: u64) -> OpportunityEntry {
    let mut entry = entry(&format!("Deal {place}"));
    entry.details.description = Some(long(&"Kepong to Klang. ".repeat(80)));
    entry.details.customer_need = Some(long(&"Stock that is where it should be. ".repeat(50)));
    entry.details.proposed_solution = Some(long(&"Counted twice a day. ".repeat(60)));
    entry
}
