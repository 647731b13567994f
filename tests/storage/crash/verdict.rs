//! Whether what a fault left is what was promised.

use std::rc::Rc;

use tutup::domain::Book;
use tutup::storage::{CommitLock, Shelf};
use tutup::workspace::Workspace;

use super::super::tab::NOW;
use super::acts::Act;
use super::disk::{Disk, Fault, Missing};

/// One act, one size of the disk, one fault.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    pub act: &'a Act,
    pub missing: Missing,
    /// How many units fit beside what is there; `None`: as many as one likes.
    pub room: Option<usize>,
    pub fault: Fault,
    /// The operation at which it comes, counted from the beginning of the act.
    pub at: usize,
}

/// A broken promise: of which case, and how.
#[derive(Debug, PartialEq, Eq)]
pub struct Violation(pub String);

impl Case<'_> {
    /// Runs it; returns whether the fault came to pass, and counts every case on the way.
    pub fn judge(&self, count: &mut dyn FnMut()) -> Result<bool, Violation> {
        let disk = Disk::of(&self.act.contents, self.missing);
        let mut workspace = open(&disk);
        self.act.prepare(&mut workspace);
        let capacity = self.room.map(|room| disk.units() + room);
        disk.limit(capacity);
        disk.fail(self.fault, self.at);
        let told = self.act.run(&mut workspace);
        let failed = disk.failed();
        disk.recover();
        if failed {
            count();
        }

        let found = open(&disk);
        let done = self.which(found.book(), "after the fault")?;
        if self.fault != Fault::Stop || !failed {
            self.expect(told == done, "the user was told otherwise")?;
            self.expect(workspace.book() == found.book(), "this tab shows something else")?;
        }
        self.expect(found.unreadable().len() == 0, "something needs attention")?;
        self.recovery(&disk, capacity, found.book(), count)?;
        Ok(failed)
    }

    /// The recovery, stopped at every operation.
    fn recovery(
        &self,
        disk: &Disk,
        capacity: Option<usize>,
        found: &Book,
        count: &mut dyn FnMut(),
    ) -> Result<(), Violation> {
        let contents = disk.contents();
        let left = |key: &String| key == "tutup:tx" || key.starts_with("tutup:s:");
        if !contents.keys().any(left) {
            return Ok(());
        }
        for at in 1.. {
            let disk = Disk::of(&contents, self.missing);
            disk.limit(capacity);
            let mut workspace = open(&disk);
            disk.fail(Fault::Stop, at);
            let tidied = workspace.tidy(&CommitLock::held());
            let failed = disk.failed();
            disk.recover();
            self.expect(open(&disk).book() == found, &format!("recovery stopped at {at} and something changed"))?;
            if !failed {
                self.expect(tidied.is_ok(), "it cannot be recovered")?;
                return self.expect(!disk.contents().keys().any(left), "something is left over");
            }
            count();
        }
        Ok(())
    }

    /// Whether the book is the one after the act; if not, it must be the one before.
    fn which(&self, found: &Book, when: &str) -> Result<bool, Violation> {
        let done = *found == self.act.after;
        self.expect(done || *found == self.act.before, &format!("{when} it is something between"))?;
        Ok(done)
    }

    fn expect(&self, holds: bool, what: &str) -> Result<(), Violation> {
        let Self { act, room, fault, at, .. } = self;
        if holds { Ok(()) } else { Err(Violation(format!("{}, room {room:?}, {fault:?} at {at}: {what}", act.name))) }
    }
}

pub fn open(disk: &Disk) -> Workspace {
    Workspace::open(Rc::new(disk.clone()), Shelf::Main, NOW)
}
