//! What this tab did, so that it can be taken back and done again (R16).
//!
//! An act is kept as its change; its inverse is *undo*. A new act empties the list of what can be done again. Changes of
//! preferences are no acts: they take effect at once, and nobody looks for them among the deals.

use crate::domain::{
    Change, Command, Details, Instant, Key, Opportunity, OpportunityCommand, OpportunityId, Outcome, QuoteCommand,
    QuoteKey, Record, RecordChange, Stage, Text,
};

/// Something that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// What.
    pub what: What,
    /// With which opportunity; absent for the lists and for many.
    pub about: Option<About>,
    /// What it changed.
    pub change: Change,
    /// When it was done, where that is known.
    pub at: Option<Instant>,
}

/// An opportunity as it was called when the act was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Which one.
    pub id: OpportunityId,
    /// Its topic.
    pub topic: Text<300>,
}

/// What can be done and taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// An opportunity came into the book.
    Created,
    /// A copy of an opportunity came into the book.
    Copied,
    /// An opportunity's fields or lines changed.
    Edited,
    /// An opportunity came to another stage, and nothing else of it changed.
    Moved(Stage),
    /// An opportunity was closed.
    Closed(Outcome),
    /// A closing was replaced by one with this outcome.
    Corrected(Outcome),
    /// An opportunity was opened again.
    Reopened,
    /// An opportunity was moved into the bin.
    Deleted,
    /// An opportunity was brought back from the bin.
    Restored,
    /// An opportunity was removed from the bin for good.
    Removed,
    /// So many were removed from the bin at once.
    BinEmptied(usize),
    /// A note was written.
    Noted,
    /// A quote was started.
    QuoteAdded(QuoteKey),
    /// A draft changed.
    QuoteEdited(QuoteKey),
    /// A draft was removed.
    QuoteDeleted(QuoteKey),
    /// A draft was offered.
    QuoteActivated(QuoteKey),
    /// A quote was put aside for this new revision.
    QuoteRevised(QuoteKey),
    /// A quote was accepted.
    QuoteWon(QuoteKey),
    /// A quote was declined.
    QuoteLost(QuoteKey),
    /// A quote was withdrawn.
    QuoteCanceled(QuoteKey),
    /// A quote was copied to this one.
    QuoteCopied(QuoteKey),
    /// All open quotes were settled.
    QuotesClosed,
    /// The status reasons or competitors changed.
    Lists,
    /// So many were closed at once, all this way.
    ClosedMany(Outcome, usize),
    /// So many were edited at once.
    EditedMany(usize),
    /// So many were moved to the bin at once.
    DeletedMany(usize),
    /// So many were brought back from the bin at once.
    RestoredMany(usize),
    /// So many records changed at once.
    Many(usize),
    /// A backup was restored, which changed so many records.
    BackupRestored(usize),
}

/// The acts that can be taken back, oldest first, and those that can be done again, next one last.
#[derive(Debug, Default)]
pub(super) struct Acts {
    done: Vec<Act>,
    undone: Vec<Act>,
}

impl Act {
    /// The act that the command was, if it is one: something changed, and not the preferences.
    pub(super) fn of(command: &Command, change: &Change, at: Instant) -> Option<Self> {
        let after = change.0.iter().find_map(|change| opportunity(change.after.as_ref()));
        let what = match (command, change.0.as_slice()) {
            (_, [] | [RecordChange { key: Key::Preferences, .. }]) | (Command::Preferences(_), _) => return None,
            (Command::Opportunity(_, command), changes) => {
                let before = changes.iter().find_map(|change| opportunity(change.before.as_ref()));
                what(command, before, after)
            }
            (Command::Quote(_, key, command), _) => what_with_quote(*key, command, after),
            (Command::Lists(_), _) => What::Lists,
            (Command::Many(commands), changes) => many(commands, changes.len()),
        };
        let only = if let [only] = change.0.as_slice() { Some(only) } else { None };
        let about = only.and_then(|only| after.or_else(|| opportunity(only.before.as_ref())));
        let about = about.map(|opportunity| About { id: opportunity.id, topic: opportunity.details.topic.clone() });
        Some(Self { what, about, change: change.clone(), at: Some(at) })
    }
}

fn opportunity(record: Option<&Record>) -> Option<&Opportunity> {
    match record {
        Some(Record::Opportunity(opportunity)) => Some(opportunity),
        _ => None,
    }
}

/// What an act over many was, where all its parts are alike.
fn many(commands: &[Command], count: usize) -> What {
    use OpportunityCommand as Act;
    let of = |command: &Command| match command {
        Command::Opportunity(_, Act::Close(entry)) => What::ClosedMany(entry.input().outcome, count),
        Command::Opportunity(_, Act::Edit(_)) => What::EditedMany(count),
        Command::Opportunity(_, Act::Delete) => What::DeletedMany(count),
        Command::Opportunity(_, Act::Restore) => What::RestoredMany(count),
        Command::Opportunity(_, Act::Remove) => What::BinEmptied(count),
        _ => What::Many(count),
    };
    let first = commands.first().map(of).filter(|what| commands.iter().all(|command| of(command) == *what));
    first.unwrap_or(What::Many(count))
}

fn what(command: &OpportunityCommand, before: Option<&Opportunity>, after: Option<&Opportunity>) -> What {
    use OpportunityCommand as Act;
    let closed = |what: fn(Outcome) -> What| after.and_then(Opportunity::outcome).map_or(What::Edited, what);
    match command {
        Act::Create(_) => What::Created,
        Act::CopyOf(..) => What::Copied,
        Act::Edit(_) => before.zip(after).and_then(moved).map_or(What::Edited, What::Moved),
        Act::Close(_) => closed(What::Closed),
        Act::Correct(_) => closed(What::Corrected),
        Act::Reopen => What::Reopened,
        Act::AddNote(_) => What::Noted,
        Act::AddQuote => newest_quote(after).map_or(What::Edited, What::QuoteAdded),
        Act::CloseAllQuotes(_) => What::QuotesClosed,
        Act::Delete => What::Deleted,
        Act::Restore => What::Restored,
        Act::Remove => What::Removed,
    }
}

/// The stage that an opportunity has come to, if that is all that changed.
fn moved((before, after): (&Opportunity, &Opportunity)) -> Option<Stage> {
    let (from, to) = (before.details.stage, after.details.stage);
    let back = || Details { stage: from, ..after.details.clone() };
    let same = |before: &Opportunity| (&before.lines, &before.status) == (&after.lines, &after.status);
    (from != to && same(before) && back() == before.details).then_some(to)
}

fn what_with_quote(key: QuoteKey, command: &QuoteCommand, after: Option<&Opportunity>) -> What {
    match command {
        QuoteCommand::Edit(_) => What::QuoteEdited(key),
        QuoteCommand::Delete => What::QuoteDeleted(key),
        QuoteCommand::Activate => What::QuoteActivated(key),
        QuoteCommand::Revise => What::QuoteRevised(newest_quote(after).unwrap_or(key)),
        QuoteCommand::Win => What::QuoteWon(key),
        QuoteCommand::CloseAsLost => What::QuoteLost(key),
        QuoteCommand::Cancel => What::QuoteCanceled(key),
        QuoteCommand::Copy => What::QuoteCopied(newest_quote(after).unwrap_or(key)),
    }
}

/// A new quote stands behind the others.
fn newest_quote(opportunity: Option<&Opportunity>) -> Option<QuoteKey> {
    opportunity.and_then(|opportunity| opportunity.quotes.last()).map(|quote| quote.key)
}

impl Acts {
    pub(super) fn done(&mut self, act: Act) {
        self.undone.clear();
        self.done.push(act);
    }

    pub(super) fn undone(&mut self) {
        self.undone.extend(self.done.pop());
    }

    pub(super) fn redone(&mut self) {
        self.done.extend(self.undone.pop());
    }

    /// The newest act was taken back as far as this says; the rest of it stays and is no act any more.
    pub(super) fn undone_in_part(&mut self, change: Change) {
        if let Some(act) = self.done.pop() {
            self.undone.push(Act { change, ..act });
        }
    }

    pub(super) fn newest_first(&self) -> impl ExactSizeIterator<Item = &Act> {
        self.done.iter().rev()
    }

    pub(super) fn undone_next_first(&self) -> impl ExactSizeIterator<Item = &Act> {
        self.undone.iter().rev()
    }
}
