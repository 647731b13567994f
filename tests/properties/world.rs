//! A book, what was done to it, and what has to hold whenever something more is done.

use std::collections::BTreeSet;

use tutup::domain::{
    Book, BulkClosing, Change, Clock, ClosingEntry, Command, Key, Opportunity, OpportunityCommand, OpportunityId,
    Outcome, Record, Refusal, Settlement,
};

use super::commands::Deed;
use super::invariants::{Check, ensure, lawful, lists_are_lawful};
use super::relation::{Act, follows, is_new};
use super::tally::{BULK, Tally, UNDO, kind};
use super::{bin, bulk, lists, verdict};

/// A book and the acts that can be taken back.
#[derive(Default)]
pub struct World {
    pub book: Book,
    acts: Vec<Change>,
}

impl World {
    /// Does it and checks everything that is said of it.
    pub fn perform(&mut self, deed: &Deed, tally: &mut Tally) -> Check {
        match deed {
            Deed::Do(command @ Command::Many(parts), clock) => self.many(parts, *clock, kind(command), tally),
            Deed::Do(command, clock) => {
                let kind = kind(command);
                match self.single(command, *clock)? {
                    Ok(changed) => tally.accepted(kind, changed),
                    Err(refusal) => tally.refused(kind, Some(&refusal)),
                }
                Ok(())
            }
            Deed::Bulk(closing, ids, clock) => self.bulk(closing, ids, *clock, tally),
            Deed::Undo(n) => self.undo(*n, tally),
        }
    }

    /// One command: whether it changed anything, or why it was refused.
    fn single(&mut self, command: &Command, clock: Clock) -> Result<Result<bool, Refusal>, String> {
        let before = self.book.clone();
        let allowed = verdict::allows(&before, command);
        let answer = self.decide(command, clock)?;
        checked_alike(&before, command, answer.is_ok())?;
        match answer {
            Err(refusal) => {
                ensure!(!allowed, "refused with {refusal:?}, and the rules allow it");
                let named = verdict::names_what_is_in_the_way(&before, command, &refusal);
                ensure!(named, "R4, R6: {refusal:?} does not name what is in the way");
                Ok(Err(refusal))
            }
            Ok(change) => {
                ensure!(allowed, "accepted, and the rules do not allow it");
                let changed = !change.0.is_empty();
                self.take(change)?;
                effects(&before, command, &self.book, clock)?;
                self.not_closed_twice(command, clock)?;
                Ok(Ok(changed))
            }
        }
    }

    /// R9: the answer changes nothing, and asked again it is the same.
    fn decide(&self, command: &Command, clock: Clock) -> Result<Result<Change, Refusal>, String> {
        let before = self.book.clone();
        let answer = self.book.decide(command, clock);
        ensure!(self.book == before, "R9: deciding changed the book");
        ensure!(self.book.decide(command, clock) == answer, "decide answered twice, differently");
        Ok(answer)
    }

    /// Takes a change over, back and over again, and looks at every record that it touches.
    fn take(&mut self, change: Change) -> Check {
        let mut keys = BTreeSet::new();
        for record in &change.0 {
            ensure!(keys.insert(record.key), "{:?} is changed twice", record.key);
            ensure!(record.before == self.book.record(record.key), "the change starts from another {:?}", record.key);
            ensure!(record.before != record.after, "the change leaves {:?} as it is", record.key);
            let from_bin = matches!(&record.before, Some(Record::Opportunity(it)) if it.deleted_on.is_some());
            ensure!(record.after.is_some() || from_bin, "R3, R26: {:?} was taken away", record.key);
        }
        let before = self.book.clone();
        self.book.apply(&change);
        let after = self.book.clone();
        self.book.apply(&change.inverse());
        ensure!(self.book == before, "R16: undone, the book is another");
        self.book.apply(&change);
        ensure!(self.book == after, "R16: redone, the book is another");
        for record in &change.0 {
            ensure!(self.book.record(record.key) == record.after, "{:?} is not what was decided", record.key);
            match &record.after {
                Some(Record::Opportunity(it)) => lawful(it)?,
                Some(Record::Lists(lists)) => lists_are_lawful(lists)?,
                Some(Record::Preferences(_)) | None => {}
            }
        }
        self.acts.push(change);
        Ok(())
    }

    /// R1: what was closed is not closed again, and the refusal says as what and when.
    fn not_closed_twice(&self, command: &Command, clock: Clock) -> Check {
        let Command::Opportunity(id, OpportunityCommand::Close(entry)) = command else { return Ok(()) };
        let again = self.book.decide(command, clock);
        let Some(outcome) = self.book.opportunity(*id).and_then(|it| it.outcome()) else { return Ok(()) };
        let refused = Err(Refusal::AlreadyClosed { outcome, on: entry.date });
        ensure!(again == refused, "R1: closed again: {again:?}");
        Ok(())
    }

    /// R9, R17: a bulk act is its parts one after the other, no two on one record, or nothing at all.
    fn many(&mut self, parts: &[Command], clock: Clock, kind: &'static str, tally: &mut Tally) -> Check {
        let mut apart = World { book: self.book.clone(), acts: Vec::new() };
        let mut keys = BTreeSet::new();
        let mut refusal = None;
        for part in parts {
            let done = apart.acts.len();
            if let Err(refused) = apart.single(part, clock)? {
                refusal = Some(refused);
                break;
            }
            let touched = apart.acts[done..].iter().flat_map(|change| &change.0).map(|record| record.key);
            let twice = !touched.into_iter().all(|key| keys.insert(key));
            if twice {
                refusal = Some(Refusal::Twice);
                break;
            }
        }
        match (self.decide(&Command::Many(parts.to_vec()), clock)?, refusal) {
            (Err(refused), None) => Err(format!("R17: together refused with {refused:?}, one by one allowed")),
            (Ok(_), Some(refused)) => Err(format!("R17: together allowed, one by one refused with {refused:?}")),
            (Err(refused), Some(expected)) => {
                ensure!(refused == expected, "R17: together {refused:?}, one by one {expected:?}");
                tally.refused(kind, Some(&refused));
                Ok(())
            }
            (Ok(change), None) => {
                let changed = !change.0.is_empty();
                self.take(change)?;
                ensure!(self.book == apart.book, "R17: together they make another book than one by one");
                tally.accepted(kind, changed);
                Ok(())
            }
        }
    }

    fn bulk(&mut self, closing: &BulkClosing, ids: &[OpportunityId], clock: Clock, tally: &mut Tally) -> Check {
        let plan = closing.plan(&self.book, ids);
        bulk::is_right(&self.book, closing, ids, &plan)?;
        let Command::Many(parts) = plan.command() else { return Err("R17: a plan is no bulk act".into()) };
        if parts.is_empty() {
            tally.refused(BULK, None);
            return Ok(());
        }
        let done = self.acts.len();
        self.many(&parts, clock, BULK, tally)?;
        let touched: BTreeSet<Key> = self.acts[done..].iter().flat_map(|act| &act.0).map(|record| record.key).collect();
        let planned: BTreeSet<Key> = plan.closing.iter().map(|(id, _)| Key::Opportunity(*id)).collect();
        ensure!(touched == planned, "R17: {touched:?} changed instead of {planned:?}");
        for (id, checked) in &plan.closing {
            let terms = self.book.opportunity(*id).and_then(|it| it.closing()).map(|it| &it.facts().terms);
            ensure!(terms == Some(&checked.terms), "R17: {id} is closed otherwise than planned");
        }
        Ok(())
    }

    /// R16: an act whose records are all as it left them is taken back, whatever happened to others since.
    fn undo(&mut self, n: usize, tally: &mut Tally) -> Check {
        let Some(place) = n.checked_rem(self.acts.len()) else {
            tally.refused(UNDO, None);
            return Ok(());
        };
        let untouched = self.acts[place].0.iter().all(|record| self.book.record(record.key) == record.after);
        if !untouched {
            tally.refused(UNDO, None);
            return Ok(());
        }
        let act = self.acts.remove(place);
        self.book.apply(&act.inverse());
        for record in &act.0 {
            ensure!(self.book.record(record.key) == record.before, "R16: {:?} is not what it was", record.key);
        }
        tally.accepted(UNDO, true);
        Ok(())
    }
}

/// R15: the dialog's own check says what the command says, and what the dialog offers by default can be sent.
fn checked_alike(book: &Book, command: &Command, accepted: bool) -> Check {
    let Command::Opportunity(id, act) = command else { return Ok(()) };
    let Some(it) = book.opportunity(*id).filter(|it| it.deleted_on.is_none()) else { return Ok(()) };
    let ((OpportunityCommand::Close(entry), None) | (OpportunityCommand::Correct(entry), Some(_))) =
        (act, it.closing())
    else {
        return Ok(());
    };
    let checked = entry.input().check(it, book.closing_rules());
    ensure!(checked.is_ok() == accepted, "R15: the dialog says {checked:?}");
    let Ok(checked) = checked else { return Ok(()) };
    let again = checked.entry().input().check(it, book.closing_rules());
    ensure!(again.as_ref() == Ok(&checked), "R15: what was checked does not pass again: {again:?}");
    Ok(())
}

/// What the command makes of the book, and that nothing else changes.
fn effects(before: &Book, command: &Command, after: &Book, clock: Clock) -> Check {
    let lists_kept = before.lists() == after.lists();
    let preferences_kept = before.preferences() == after.preferences();
    let others_kept = |id: Option<OpportunityId>| {
        let others = |book: &Book| -> Vec<_> { book.with_bin().filter(|it| Some(it.id) != id).cloned().collect() };
        others(before) == others(after)
    };
    match command {
        Command::Opportunity(id, act) => {
            ensure!(lists_kept && preferences_kept && others_kept(Some(*id)), "another record was changed");
            own_effects(before, *id, act, after, clock)
        }
        Command::Quote(id, key, act) => {
            ensure!(lists_kept && preferences_kept && others_kept(Some(*id)), "another record was changed");
            let (old, new) = both(before, *id, after)?;
            follows(before, old, Act::Quote(*key, act), new, clock)
        }
        Command::Lists(command) => {
            ensure!(preferences_kept && others_kept(None), "R18: another record was changed");
            lists::follows(before.lists(), command, after.lists())
        }
        Command::Preferences(preferences) => {
            ensure!(lists_kept && others_kept(None), "R7: a preference changed a record");
            ensure!(**after.preferences() == *preferences, "other preferences");
            Ok(())
        }
        Command::Many(_) => Err("a bulk act is looked at part by part".into()),
    }
}

fn own_effects(before: &Book, id: OpportunityId, act: &OpportunityCommand, after: &Book, clock: Clock) -> Check {
    let created = match act {
        OpportunityCommand::Create(_) => Some(None),
        OpportunityCommand::CopyOf(source, _) => Some(before.opportunity(*source)),
        _ => None,
    };
    if bin::is_of_bin(act) {
        let Some(old) = before.opportunity(id) else { return Err(format!("R26: {id} was never there")) };
        return bin::follows(old, act, after.opportunity(id).map(|it| &**it), clock);
    }
    let Some(source) = created else {
        let (old, new) = both(before, id, after)?;
        return follows(before, old, Act::Own(act), new, clock);
    };
    let Some(it) = after.opportunity(id) else { return Err("nothing was created".into()) };
    is_new(it, source.map(|source| &**source), clock)?;
    ensure!(it.id == id, "created under another id");
    match act {
        OpportunityCommand::Create(entry) => {
            let same = it.details == entry.details && it.lines.len() == entry.lines.len();
            let lines = it.lines.iter().zip(&entry.lines).all(|(line, entered)| {
                line.name == entered.name && line.billing == entered.billing && line.budget == entered.budget
            });
            ensure!(same && lines, "something else than was entered: {it:?}");
        }
        OpportunityCommand::CopyOf(_, topic) => ensure!(it.details.topic == *topic, "R28: another topic"),
        _ => {}
    }
    Ok(())
}

fn both<'a>(
    before: &'a Book,
    id: OpportunityId,
    after: &'a Book,
) -> Result<(&'a Opportunity, &'a Opportunity), String> {
    match (before.opportunity(id), after.opportunity(id)) {
        (Some(before), Some(after)) => Ok((before, after)),
        _ => Err(format!("{id} is gone, or was never there")),
    }
}

/// R6, R14: the dialog as it opens, with the box ticked and a reason picked, closes any open opportunity that has a value.
pub fn defaults_close(book: &Book, it: &Opportunity, clock: Clock) -> Check {
    if it.closing().is_some() {
        return Ok(());
    }
    for outcome in Outcome::ALL.iter().copied() {
        let mut dialog = it.closing_defaults(outcome, book.lists(), clock);
        dialog.quotes = Settlement { close_all: true, ..dialog.quotes };
        let explained = |id| book.lists().reason(id).is_some_and(|reason| !reason.needs_description);
        let offered = book.lists().offered(outcome).map(|reason| reason.id);
        let apt = dialog.reason.into_iter().chain(offered).find(|id| explained(*id));
        let Some(reason) = apt else { continue };
        dialog.reason = Some(reason);
        let valued = outcome == Outcome::Lost || dialog.revenue.is_ok_and(|revenue| revenue.is_some());
        let checked = dialog.check(it, book.closing_rules());
        ensure!(checked.is_ok() == valued, "R6: the defaults for {outcome:?} come to {checked:?}");
        if let Ok(checked) = checked {
            let entry: ClosingEntry = checked.entry();
            let close = Command::Opportunity(it.id, OpportunityCommand::Close(entry));
            let answer = book.decide(&close, clock);
            ensure!(answer.is_ok(), "R15: the defaults for {outcome:?} are refused: {answer:?}");
        }
    }
    Ok(())
}
