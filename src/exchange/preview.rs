//! What a plan would do, in numbers.

use super::conflict::Side;
use super::plan::{Mode, Plan, Step, What};
use crate::domain::Key;
use crate::storage::LARGEST_INLINE;

/// How many values of which kind; all of them together are those of the file and of the store.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Records that are not stored and will be.
    pub added: usize,
    /// Values that cannot be read, or were set aside, and will be stored as they are: they need attention then.
    pub added_unreadable: usize,
    /// Records of a later version of the program that will be stored as they are: they need attention too.
    pub added_later: usize,
    /// Records that the file's version replaces because all is to be as in the file.
    pub replaced: usize,
    /// Records that are removed because they are not in the file.
    pub removed: usize,
    /// Values that are the same in both.
    pub same: usize,
    /// Conflicts in which what is stored stays.
    pub ours: usize,
    /// Conflicts in which the file's version is taken.
    pub theirs: usize,
    /// Stored values that cannot be read and so stay: [`Plan::stays`].
    pub stays: usize,
    /// Values of the file that are not taken: [`Plan::left_out`].
    pub left_out: usize,
    /// What can be read now.
    pub now: Count,
    /// What can be read then.
    pub then: Count,
}

/// Records that can be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Opportunities, open, closed and in the bin.
    pub opportunities: usize,
    /// All, with the lists and the preferences.
    pub records: usize,
}

/// That a book is to be replaced by less than half of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shrink {
    /// What there is.
    pub now: Count,
    /// What would be left.
    pub then: Count,
}

/// UTF-16 units, keys included: what browsers count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Space {
    /// What is taken now.
    pub now: usize,
    /// What will be taken then.
    pub then: usize,
    /// The most that may be taken in between, when old and new values lie side by side.
    pub peak: usize,
}

impl Plan {
    /// What it does, as things are chosen now.
    pub fn preview(&self) -> Preview {
        let count = |what: &[What]| self.steps.iter().filter(|step| what.contains(&step.what)).count();
        let theirs = self.conflicts.iter().filter(|conflict| conflict.side(self.rule) == Side::Theirs).count();
        Preview {
            added: count(&[What::Added]),
            added_unreadable: count(&[What::AddedUnreadable]),
            added_later: count(&[What::AddedLater]),
            replaced: count(&[What::Replaced]),
            removed: count(&[What::Removed]),
            same: self.same,
            ours: self.conflicts.len() - theirs,
            theirs,
            stays: self.stays.len(),
            left_out: self.left_out.len(),
            now: self.now,
            then: self.then(),
        }
    }

    /// Whether it leaves none, or fewer than half, of the opportunities, or no record at all. The user is asked twice then.
    pub fn shrinks(&self) -> Option<Shrink> {
        let (now, then) = (self.now, self.then());
        let much_smaller = then.opportunities * 2 < now.opportunities;
        let nothing_left = then.records == 0 && now.records > 0;
        (self.mode == Mode::Replace && (much_smaller || nothing_left)).then_some(Shrink { now, then })
    }

    /// How much room it takes, as things are chosen now.
    pub fn space(&self) -> Space {
        let steps = self.steps.iter().map(|step| (&step.write, step.growth));
        let conflicts = self.conflicts.iter().filter(|conflict| conflict.side(self.rule) == Side::Theirs);
        let writes = steps.chain(conflicts.map(|conflict| (&conflict.take, conflict.growth)));
        let (mut then, mut beside) = (self.units, 0);
        let (mut largest, mut more) = (0, 0);
        for (write, growth) in writes {
            then = then.saturating_add_signed(growth);
            let growth = usize::try_from(growth).unwrap_or(0);
            largest = largest.max(growth);
            more += growth;
            if let Some(value) = &write.value {
                beside += STAGED + units(&write.key) + units(value);
            }
            beside += ENTRY + units(&write.key);
        }
        // A staged value is taken away once it is in its place, so only one at a time is there twice; what is not staged
        // stays beside its place to the end.
        let inline = if (1..=LARGEST_INLINE).contains(&beside) { LARGEST_INLINE + ENTRY + more } else { 0 };
        let staged = if beside == 0 { 0 } else { beside + ENTRY + largest };
        Space { now: self.units, then, peak: self.units + inline.max(staged) }
    }

    fn then(&self) -> Count {
        let mut then = self.now;
        for Step { what, record, .. } in &self.steps {
            let opportunities = usize::from(matches!(record, Some(Key::Opportunity(_))));
            match what {
                What::Added => {
                    then.opportunities += opportunities;
                    then.records += 1;
                }
                What::Removed => {
                    then.opportunities = then.opportunities.saturating_sub(opportunities);
                    then.records = then.records.saturating_sub(1);
                }
                What::AddedUnreadable | What::AddedLater | What::Replaced => {}
            }
        }
        then
    }
}

/// How many UTF-16 units a text has.
pub(super) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// What the key of a staged value has more than that of the value.
const STAGED: usize = 2;

/// What a redo record takes for a staged value beside its name, at most, and what its own key and checksum take.
const ENTRY: usize = 50;
