//! What an act makes of one opportunity, said a second time: what changes, and that nothing else does.

use std::collections::BTreeMap;

use tutup::domain::{
    Book, Cancellation, Clock, Closing, ClosingEntry, CompetitorRef, Date, Fate, Lists, Money, OpenQuoteState,
    Opportunity, OpportunityCommand, Price, Quote, QuoteClosed, QuoteCommand, QuoteKey, QuoteNumber, QuoteState,
    QuoteStep, Revenue, SettledQuote, Stage, Status, Terms,
};

use super::edits::{edited, quote_edited};
use super::invariants::{Check, Stand, closings, ensure};
use super::verdict::{fates, open_quotes, same};

/// An act on one opportunity.
#[derive(Clone, Copy)]
pub enum Act<'a> {
    Own(&'a OpportunityCommand),
    Quote(QuoteKey, &'a QuoteCommand),
}

/// What a closed opportunity may be asked for (R2).
fn is_for_closed(act: Act<'_>) -> bool {
    use OpportunityCommand::{AddNote, Correct, Reopen};
    matches!(act, Act::Own(AddNote(_) | Correct(_) | Reopen))
}

/// Whether `after` is what the act makes of `before`, in this book. The bin's own acts are looked at in `bin`.
pub fn follows(book: &Book, before: &Opportunity, act: Act<'_>, after: &Opportunity, clock: Clock) -> Check {
    use OpportunityCommand::{AddNote, Close, Correct, Edit, Reopen};
    let own = match act {
        Act::Own(own) => Some(own),
        Act::Quote(..) => None,
    };
    let was_closed = before.closing().is_some();
    ensure!(!was_closed || is_for_closed(act), "R2: a closed opportunity was changed");
    ensure!(after.id == before.id && after.created_on == before.created_on, "identity was changed");
    ensure!((before.deleted_on, after.deleted_on) == (None, None), "R26: changed in the bin");
    let untouched = *after == *before;
    ensure!(untouched || after.modified_on == clock.now, "modified on {:?}", after.modified_on);

    if let Some(Edit(entry)) = own {
        edited(before, entry, after, clock)?;
    } else {
        ensure!(after.details == before.details, "fields were changed");
        ensure!(after.lines == before.lines, "lines were changed");
        ensure!(after.stage_changes == before.stage_changes, "a stage change was noted");
    }
    let notes_before = &after.notes.get(..before.notes.len());
    ensure!(*notes_before == Some(&before.notes), "R3: notes were changed");
    match (own, &after.notes[before.notes.len()..]) {
        (Some(AddNote(text)), [note]) => {
            ensure!(note.text == *text && note.at == clock.now, "another note was written");
        }
        (Some(AddNote(_)), _) => return Err("not exactly one note was written".into()),
        (_, added) => ensure!(added.is_empty(), "a note was written"),
    }

    let kept = after.canceled_closings.get(..before.canceled_closings.len());
    ensure!(kept == Some(&before.canceled_closings), "R11: the canceled closings were changed");
    let added = &after.canceled_closings[before.canceled_closings.len()..];
    let canceled = match own {
        Some(Reopen) => Some(Cancellation::Reopening),
        Some(Correct(_)) => Some(Cancellation::Correction),
        _ => None,
    };
    match (canceled, added) {
        (None, []) => {}
        (Some(by), [added]) => {
            ensure!(before.closing() == Some(&added.closing), "R14: another closing was canceled");
            ensure!(added.by == by && added.at == clock.now, "R14: canceled otherwise");
        }
        _ => return Err(format!("R11: {} closings were canceled", added.len())),
    }
    match (own, &before.status, &after.status) {
        (Some(Close(entry)), Status::Open(reason), Status::Closed(closing)) => {
            let was = (before.details.stage, before.details.probability, *reason);
            closed(book.lists(), before, entry, closing, clock)?;
            let kept = closing.before();
            ensure!((kept.stage, kept.probability, kept.open_reason) == was, "R11: {kept:?} was not before");
            let settled = settled(before, entry);
            ensure!(closing.facts().settled == settled, "R11: {settled:?} was settled");
            ensure!(closing.facts().estimate == estimate(before), "R19: another estimate");
        }
        (Some(Correct(entry)), Status::Closed(old), Status::Closed(closing)) => {
            closed(book.lists(), before, entry, closing, clock)?;
            let (old, new) = (old.facts(), closing.facts());
            let same = old.before == new.before && old.settled == new.settled && old.estimate == new.estimate;
            ensure!(same, "R14: a correction changed what was before");
        }
        (Some(Reopen), Status::Closed(closing), Status::Open(reason)) => {
            let kept = closing.before();
            let now = (after.details.stage, after.details.probability, *reason);
            ensure!(now == (kept.stage, kept.probability, kept.open_reason), "R14: reopened otherwise");
        }
        (Some(Edit(entry)), _, Status::Open(reason)) => ensure!(*reason == entry.open_reason, "another open reason"),
        (Some(Close(_) | Correct(_) | Reopen | Edit(_)), _, _) => return Err("RULES §2: no such transition".into()),
        (_, old, new) => ensure!(old == new, "RULES §2: the status was changed"),
    }
    quotes_follow(book, before, act, after, clock)
}

/// The steps that the act takes with quotes that are there.
fn steps(before: &Opportunity, act: Act<'_>, today: Date) -> BTreeMap<QuoteKey, QuoteState> {
    let state = |fate, on| match fate {
        Fate::Won => QuoteState::Won(on),
        Fate::Lost => QuoteState::Closed(QuoteClosed::Lost, on),
        Fate::Canceled => QuoteState::Closed(QuoteClosed::Canceled, on),
    };
    let lost_or_canceled = |open| if open == Stand::Active { Fate::Lost } else { Fate::Canceled };
    match act {
        Act::Own(OpportunityCommand::Close(entry)) => fates(before, outcome_of(entry), &entry.quotes.fates)
            .into_iter()
            .map(|(key, fate)| (key, state(fate, entry.date)))
            .collect(),
        Act::Own(OpportunityCommand::CloseAllQuotes(chosen)) => open_quotes(before)
            .into_iter()
            .map(|(key, open)| (key, chosen.get(&key).copied().unwrap_or_else(|| lost_or_canceled(open))))
            .map(|(key, fate)| (key, state(fate, today)))
            .collect(),
        Act::Quote(winner, QuoteCommand::Win) => open_quotes(before)
            .into_iter()
            .map(|(key, open)| (key, if key == winner { Fate::Won } else { lost_or_canceled(open) }))
            .map(|(key, fate)| (key, state(fate, today)))
            .collect(),
        Act::Quote(key, QuoteCommand::Activate) => BTreeMap::from([(key, QuoteState::Active)]),
        Act::Quote(key, QuoteCommand::CloseAsLost) => BTreeMap::from([(key, state(Fate::Lost, today))]),
        Act::Quote(key, QuoteCommand::Cancel) => BTreeMap::from([(key, state(Fate::Canceled, today))]),
        Act::Quote(key, QuoteCommand::Revise) => {
            let quote = before.quotes.iter().find(|quote| quote.key == key).map(Stand::of_quote);
            let revised = matches!(quote, Some(Stand::Active | Stand::Won));
            let step = (key, QuoteState::Closed(QuoteClosed::Revised, today));
            revised.then_some(step).into_iter().collect()
        }
        _ => BTreeMap::new(),
    }
}

fn quotes_follow(book: &Book, before: &Opportunity, act: Act<'_>, after: &Opportunity, clock: Clock) -> Check {
    let mut steps = steps(before, act, clock.today());
    let mut quotes = after.quotes.iter();
    for old in &before.quotes {
        if matches!(act, Act::Quote(key, QuoteCommand::Delete) if key == old.key) {
            ensure!(Stand::of_quote(old) == Stand::Draft, "R4: {} was deleted", old.key);
            continue;
        }
        let Some(new) = quotes.next().filter(|new| new.key == old.key) else {
            return Err(format!("R3: {} is gone or out of order", old.key));
        };
        if let Act::Quote(key, QuoteCommand::Edit(entry)) = act
            && key == old.key
        {
            ensure!(Stand::of_quote(old) == Stand::Draft, "R4: {key} was edited");
            quote_edited(old, entry, new)?;
        } else {
            ensure!(new.content == old.content, "R4: what {} says was changed", old.key);
        }
        let step = steps.remove(&old.key).map(|state| QuoteStep { state, at: clock.now });
        let expected: Vec<QuoteStep> = old.steps.iter().copied().chain(step).collect();
        ensure!(new.steps == expected, "{}: {:?} instead of {expected:?}", old.key, new.steps);
    }
    ensure!(steps.is_empty(), "steps of quotes that are not there: {steps:?}");
    let source = |key| before.quotes.iter().find(|quote| quote.key == key);
    // R26: those in the bin stay taken.
    let highest = book.with_bin().flat_map(|it| &it.quotes).map(|quote| quote.key.number.0).max().unwrap_or(0);
    let next = QuoteKey { number: QuoteNumber(highest + 1), revision: 0 };
    let new = match (act, quotes.as_slice()) {
        (Act::Own(OpportunityCommand::AddQuote), [new]) => {
            ensure!(new.key == next && is_offer_of(before, new), "RULES §3, R21: {new:?} was added");
            new
        }
        (Act::Quote(key, QuoteCommand::Copy), [new]) => {
            let same = source(key).is_some_and(|source| source.content == new.content);
            ensure!(new.key == next && same, "R28: {new:?} was added");
            new
        }
        (Act::Quote(key, QuoteCommand::Revise), [new]) => {
            let of_number = before.quotes.iter().filter(|quote| quote.key.number == key.number);
            let latest = of_number.map(|quote| quote.key.revision).max();
            let follows = new.key.number == key.number && Some(new.key.revision) == latest.map(|latest| latest + 1);
            let same = source(key).is_some_and(|source| source.content == new.content);
            ensure!(follows && same, "RULES §3: {new:?} was added");
            new
        }
        (Act::Own(OpportunityCommand::AddQuote) | Act::Quote(_, QuoteCommand::Copy | QuoteCommand::Revise), _) => {
            return Err("not exactly one quote was added".into());
        }
        (_, []) => return Ok(()),
        (_, added) => return Err(format!("a quote was added: {added:?}")),
    };
    ensure!(new.steps == [QuoteStep { state: QuoteState::Draft, at: clock.now }], "a new quote is no draft");
    Ok(())
}

/// R21: a new quote copies the lines of this moment; without any, its total is the estimate.
fn is_offer_of(it: &Opportunity, quote: &Quote) -> bool {
    let content = &quote.content;
    let priced = match &content.price {
        Price::Typed(total) => it.lines.is_empty() && *total == estimate(it),
        Price::Lines(lines) => {
            !lines.is_empty()
                && lines.iter().map(|line| &line.line).eq(&it.lines)
                && lines.iter().all(|line| line.amount == line.line.budget)
        }
    };
    let days = [content.effective_from, content.effective_to, content.due_by];
    priced && content.name == it.details.topic && days == [None; 3] && content.description.is_none()
}

/// R20.
pub fn estimate(it: &Opportunity) -> Option<Money> {
    match it.details.revenue {
        Revenue::UserProvided(typed) => typed,
        Revenue::Calculated if it.lines.is_empty() => None,
        Revenue::Calculated => Money::from_minor(it.lines.iter().filter_map(|it| it.budget).map(Money::minor).sum()),
    }
}

pub fn outcome_of(entry: &ClosingEntry) -> tutup::domain::Outcome {
    match entry.terms {
        Terms::Won { .. } => tutup::domain::Outcome::Won,
        Terms::Lost { .. } => tutup::domain::Outcome::Lost,
    }
}

/// What the closing of this entry settles, in the order of the quotes.
fn settled(before: &Opportunity, entry: &ClosingEntry) -> Vec<SettledQuote> {
    let fates = fates(before, outcome_of(entry), &entry.quotes.fates);
    let open = open_quotes(before);
    let keys = before.quotes.iter().map(|quote| quote.key).filter(|key| open.contains_key(key));
    keys.map(|key| SettledQuote {
        quote: key,
        before: if open[&key] == Stand::Active { OpenQuoteState::Active } else { OpenQuoteState::Draft },
        fate: fates[&key],
    })
    .collect()
}

/// Whether the closing says what was entered, under the next number.
fn closed(lists: &Lists, before: &Opportunity, entry: &ClosingEntry, closing: &Closing, clock: Clock) -> Check {
    let facts = closing.facts();
    ensure!(facts.number as usize == closings(before).len() + 1, "R11: closing number {}", facts.number);
    ensure!(facts.reason.id == entry.reason, "R11: another reason");
    let listed = lists.reasons.iter().find(|reason| reason.id == entry.reason);
    let name = match listed {
        Some(reason) => reason.name.as_ref(),
        None => before.closing().and_then(|corrected| corrected.facts().reason.name.as_ref()),
    };
    ensure!(facts.reason.name.as_ref() == name, "R18: the reason's name is {:?}", facts.reason.name);
    ensure!(facts.date == entry.date && facts.description == entry.description, "R11: another date or description");
    ensure!(facts.done_at == clock.now, "R11: done at {:?}", facts.done_at);
    let terms = match &entry.terms {
        Terms::Won { revenue } => Terms::Won { revenue: *revenue },
        Terms::Lost { revenue, competitor, revisit_on } => {
            let rival = |named: &CompetitorRef| {
                let listed = lists.competitors.iter().find(|listed| same(&listed.name, &named.name));
                let name = listed.map_or(&named.name, |listed| &listed.name).clone();
                CompetitorRef { id: listed.map(|listed| listed.id), name }
            };
            Terms::Lost { revenue: *revenue, competitor: competitor.as_ref().map(rival), revisit_on: *revisit_on }
        }
    };
    ensure!(facts.terms == terms, "R11: {:?} instead of {terms:?}", facts.terms);
    Ok(())
}

/// R28 and RULES §2: what comes new into the book is open, with nothing that happened to another one.
pub fn is_new(it: &Opportunity, source: Option<&Opportunity>, clock: Clock) -> Check {
    let nothing = it.quotes.is_empty() && it.notes.is_empty() && it.stage_changes.is_empty();
    ensure!(nothing && closings(it).is_empty(), "R28: a new opportunity has a past");
    ensure!((it.created_on, it.modified_on) == (clock.now, clock.now), "a new opportunity is not from now");
    ensure!(it.deleted_on.is_none(), "a new opportunity is in the bin");
    if let Some(source) = source {
        let mut details = source.details.clone();
        details.topic.clone_from(&it.details.topic);
        (details.stage, details.probability) = (Stage::Qualify, None);
        let fresh = it.status == Status::Open(tutup::domain::OpenReason::InProgress);
        ensure!(it.details == details && it.lines == source.lines && fresh, "R28: {it:?}");
    }
    Ok(())
}
