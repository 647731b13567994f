//! All states of one opportunity with a few quotes, breadth first: every command from every state.
//!
//! Two states are one when nothing that decides differs: what only grows or is only kept is left out (notes, instants,
//! days, earlier steps, what canceled closings say), and numbers count by their order. What is left out is still checked
//! on every edge.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use tutup::domain::{
    Book, BuiltInReason, Command, DraftRule, EntryCommand, Id, Key, ListsCommand, Opportunity, OpportunityCommand,
    OpportunityId, Outcome, Preferences, Price, QuoteCommand, QuoteKey, QuoteNumber, ReasonId, Record, Status,
};

use super::bin;
use super::chance::Pool;
use super::invariants::{Stand, closings, ensure, lawful};
use super::moves::Moves;
use super::relation::{Act, follows};
use super::sequences::START;
use super::tally::refusal_name;
use super::verdict::{allows, names_what_is_in_the_way};

/// How far a walk goes.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    pub numbers: usize,
    pub revisions: u32,
    pub closings: usize,
    /// Quotes have a line, which may lack an amount; else a total that may be absent.
    pub lines: bool,
    /// It is deleted, too.
    pub bin: bool,
    /// So many states at most.
    pub states: usize,
}

/// What a walk found.
#[derive(Default)]
pub struct Walk {
    pub states: usize,
    /// How many of them lie in the bin.
    pub in_bin: usize,
    pub edges: u64,
    pub accepted: u64,
    pub depth: usize,
    /// Whether it ended because nothing new appeared.
    pub complete: bool,
    pub quote_stands: BTreeSet<Stand>,
    pub quote_steps: BTreeMap<(Stand, Stand), u64>,
    pub statuses: BTreeMap<(&'static str, &'static str), u64>,
    pub refusals: BTreeMap<&'static str, u64>,
}

/// A state to go on from: a record that stands for all that count as the same.
#[derive(Clone)]
struct State {
    it: Arc<Opportunity>,
    strict: bool,
}

/// The id of the one opportunity.
pub fn the_one() -> OpportunityId {
    Id::from_number(1)
}

impl State {
    fn book(&self) -> Book {
        let mut book = base();
        book.put(Key::Opportunity(the_one()), Some(Record::Opportunity(self.it.clone())));
        let drafts = if self.strict { DraftRule::Block } else { DraftRule::CloseAlong };
        let preferences = Preferences { drafts, ..Preferences::default() };
        book.put(Key::Preferences, Some(Record::Preferences(Arc::new(preferences))));
        book
    }

    /// Two differently begun hashes of what decides.
    fn mark(&self) -> u128 {
        let half = |salt: u64| {
            let mut hasher = DefaultHasher::new();
            salt.hash(&mut hasher);
            self.what_decides(&mut hasher);
            u128::from(hasher.finish())
        };
        (half(1) << 64) | half(2)
    }

    fn what_decides(&self, hasher: &mut DefaultHasher) {
        (self.strict, self.it.is_in_bin()).hash(hasher);
        closings(&self.it).len().hash(hasher);
        match &self.it.status {
            Status::Open(reason) => reason.hash(hasher),
            Status::Closed(closing) => (closing.outcome(), closing.facts().reason.id).hash(hasher),
        }
        let numbers: BTreeSet<QuoteNumber> = self.it.quotes.iter().map(|quote| quote.key.number).collect();
        for (rank, number) in numbers.iter().enumerate() {
            for quote in self.it.quotes.iter().filter(|quote| quote.key.number == *number) {
                (rank, quote.key.revision, Stand::of_quote(quote)).hash(hasher);
                match &quote.content.price {
                    Price::Typed(total) => (0, total.is_some()).hash(hasher),
                    Price::Lines(lines) => (1, lines.iter().all(|line| line.amount.is_some())).hash(hasher),
                }
            }
        }
    }
}

/// A book in which *Price* is retired and *Other* is to be explained.
fn base() -> Book {
    let mut book = Book::default();
    let retire = ListsCommand::Reason(ReasonId::BuiltIn(BuiltInReason::Price), EntryCommand::Retire);
    let change = book.decide(&Command::Lists(retire), START).expect("there are other reasons");
    book.apply(&change);
    book
}

/// Walks to the end, or to the limit.
pub fn walk(bounds: Bounds) -> Result<Walk, String> {
    let moves = Moves::new(bounds, &Pool::new());
    let mut found = Walk::default();
    let mut book = base();
    let change = book.decide(&moves.creation(), START).map_err(|refusal| format!("{refusal:?}"))?;
    book.apply(&change);
    let it = book.opportunity(the_one()).ok_or("nothing was created")?.clone();
    lawful(&it)?;
    let first = State { it, strict: false };
    let mut seen = HashSet::from([first.mark()]);
    let mut layer = vec![first];
    while !layer.is_empty() && seen.len() < bounds.states {
        found.depth += 1;
        let half = layer.len().div_ceil(2);
        let (seen_before, moves) = (&seen, &moves);
        let halves: Vec<_> = std::thread::scope(|scope| {
            let parts = layer.chunks(half.max(1));
            let threads: Vec<_> = parts.map(|part| scope.spawn(move || explore(part, seen_before, moves))).collect();
            threads.into_iter().map(|thread| thread.join().unwrap_or_else(|_| Err("it panicked".into()))).collect()
        });
        layer = Vec::new();
        for half in halves {
            let (states, part) = half?;
            found.add(part);
            layer.extend(states.into_iter().filter(|(mark, _)| seen.insert(*mark)).map(|(_, state)| state));
        }
    }
    found.states = seen.len();
    found.complete = layer.is_empty();
    Ok(found)
}

type Marked = Vec<(u128, State)>;

/// All edges from these states, and the new states at their ends.
fn explore(states: &[State], seen: &HashSet<u128>, moves: &Moves) -> Result<(Marked, Walk), String> {
    let (mut ahead, mut marks) = (Vec::new(), HashSet::new());
    let mut found = Walk::default();
    for state in states {
        let book = state.book();
        found.in_bin += usize::from(state.it.is_in_bin());
        found.quote_stands.extend(state.it.quotes.iter().map(Stand::of_quote));
        for command in moves.from(&state.it, state.strict) {
            found.edges += 1;
            let at = |complaint| format!("{complaint}\nby {command:#?}\n{}from {:#?}", strictness(state), state.it);
            let Some(next) = edge(state, &book, &command, &mut found).map_err(at)? else { continue };
            let mark = next.mark();
            if !seen.contains(&mark) && marks.insert(mark) {
                ahead.push((mark, next));
            }
        }
    }
    Ok((ahead, found))
}

fn strictness(state: &State) -> &'static str {
    if state.strict { "strict, " } else { "" }
}

/// The state after the command; none if it is refused or concerns nothing of this.
fn edge(state: &State, book: &Book, command: &Command, found: &mut Walk) -> Result<Option<State>, String> {
    let answer = book.decide(command, START);
    if !matches!(command, Command::Many(_)) {
        let allowed = allows(book, command);
        ensure!(answer.is_ok() == allowed, "RULES allow it: {allowed}; answered: {answer:?}");
    }
    let change = match answer {
        Ok(change) => change,
        Err(refusal) => {
            let named = names_what_is_in_the_way(book, command, &refusal);
            ensure!(named, "R4, R6: {refusal:?} does not name what is in the way");
            *found.refusals.entry(refusal_name(&refusal)).or_default() += 1;
            return Ok(None);
        }
    };
    found.accepted += 1;
    let mut after = book.clone();
    after.apply(&change);
    let mut back = after.clone();
    back.apply(&change.inverse());
    ensure!(back == *book, "R16: undone, the book is another");
    if let Command::Opportunity(_, act) = command
        && bin::is_of_bin(act)
    {
        let it = after.opportunity(the_one()).cloned();
        bin::follows(&state.it, act, it.as_deref(), START)?;
        return Ok(it.map(|it| State { it, strict: state.strict }));
    }
    let it = after.opportunity(the_one()).ok_or("R3: the opportunity is gone")?.clone();
    let act = match command {
        Command::Opportunity(_, act) => Some(Act::Own(act)),
        Command::Quote(_, key, act) => Some(Act::Quote(*key, act)),
        Command::Preferences(_) => None,
        other => return Err(format!("{other:?} was accepted")),
    };
    ensure!(after.lists() == book.lists(), "another record was changed");
    if let Some(act) = act {
        ensure!(after.preferences() == book.preferences(), "another record was changed");
        follows(book, &state.it, act, &it, START)?;
        lawful(&it)?;
        found.note(&state.it, act, &it)?;
    } else {
        ensure!(it == state.it, "R7: a preference changed the record");
    }
    Ok(Some(State { it, strict: after.preferences().drafts == DraftRule::Block }))
}

/// RULES §2's table and §3's: which act leads from where to where, and nothing else does.
fn is_in_the_tables(act: Act<'_>, from: &'static str, to: &'static str) -> bool {
    match act {
        Act::Own(OpportunityCommand::Close(_)) => from == "Open" && (to == "Won" || to == "Lost"),
        Act::Own(OpportunityCommand::Correct(_)) => from != "Open" && (to == "Won" || to == "Lost"),
        Act::Own(OpportunityCommand::Reopen) => from != "Open" && to == "Open",
        Act::Own(OpportunityCommand::AddNote(_)) => from == to,
        Act::Own(_) | Act::Quote(..) => from == "Open" && to == "Open",
    }
}

fn quote_step_is_in_the_table(act: Act<'_>, key: QuoteKey, from: Stand, to: Stand) -> bool {
    use Stand::{Active, Canceled, Draft, Lost, Revised, Won};
    match act {
        Act::Own(OpportunityCommand::Close(_)) => from.is_open() && matches!(to, Won | Lost | Canceled),
        Act::Own(OpportunityCommand::CloseAllQuotes(_)) => from.is_open() && matches!(to, Lost | Canceled),
        Act::Quote(winner, QuoteCommand::Win) if winner != key => {
            matches!((from, to), (Active, Lost) | (Draft, Canceled))
        }
        Act::Quote(own, act) if own == key => match act {
            QuoteCommand::Activate => (from, to) == (Draft, Active),
            QuoteCommand::Revise => matches!((from, to), (Active | Won, Revised)),
            QuoteCommand::Win => (from, to) == (Active, Won),
            QuoteCommand::CloseAsLost => (from, to) == (Active, Lost),
            QuoteCommand::Cancel => matches!((from, to), (Active | Won, Canceled)),
            QuoteCommand::Edit(_) | QuoteCommand::Delete | QuoteCommand::Copy => false,
        },
        _ => false,
    }
}

fn status(it: &Opportunity) -> &'static str {
    match it.outcome() {
        None => "Open",
        Some(Outcome::Won) => "Won",
        Some(Outcome::Lost) => "Lost",
    }
}

impl Walk {
    /// Looks the transition up in the tables and counts it.
    fn note(&mut self, before: &Opportunity, act: Act<'_>, after: &Opportunity) -> Result<(), String> {
        let (from, to) = (status(before), status(after));
        ensure!(is_in_the_tables(act, from, to), "RULES §2 has no such transition from {from} to {to}");
        *self.statuses.entry((from, to)).or_default() += 1;
        for quote in &before.quotes {
            let Some(now) = after.quote(quote.key) else { continue };
            let (from, to) = (Stand::of_quote(quote), Stand::of_quote(now));
            if from != to {
                let right = quote_step_is_in_the_table(act, quote.key, from, to);
                ensure!(right, "RULES §3 has no such step of {} from {from:?} to {to:?}", quote.key);
                *self.quote_steps.entry((from, to)).or_default() += 1;
            }
        }
        Ok(())
    }

    fn add(&mut self, other: Self) {
        self.edges += other.edges;
        self.in_bin += other.in_bin;
        self.accepted += other.accepted;
        self.quote_stands.extend(other.quote_stands);
        other.quote_steps.into_iter().for_each(|(step, n)| *self.quote_steps.entry(step).or_default() += n);
        other.statuses.into_iter().for_each(|(step, n)| *self.statuses.entry(step).or_default() += n);
        other.refusals.into_iter().for_each(|(name, n)| *self.refusals.entry(name).or_default() += n);
    }
}
