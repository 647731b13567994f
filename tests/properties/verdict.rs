//! Which commands the rules allow, said a second time from the tables of RULES §2–§4 and R4–R7, R18.

use std::collections::{BTreeMap, BTreeSet};

use tutup::domain::{
    Book, ClosingEntry, Command, DraftRule, EntryCommand, Fate, Lists, ListsCommand, Name, Opportunity,
    OpportunityCommand, OpportunityEntry, Outcome, Price, Problem, QuoteCommand, QuoteEntry, QuoteKey, ReasonId,
    Refusal, Revenue, Status, Terms,
};

use super::bin;
use super::invariants::{Stand, closings, fits};

/// Whether the command would be carried out. Bulk acts are judged part by part elsewhere.
pub fn allows(book: &Book, command: &Command) -> bool {
    match command {
        Command::Opportunity(id, act) => {
            let it = book.opportunity(*id).map(|it| &**it);
            match act {
                OpportunityCommand::Create(entry) => it.is_none() && entry_is_right(entry),
                OpportunityCommand::CopyOf(source, _) => {
                    it.is_none() && book.opportunity(*source).is_some() && !bin::has(book, *source)
                }
                OpportunityCommand::Restore | OpportunityCommand::Remove => bin::has(book, *id),
                act => !bin::has(book, *id) && it.is_some_and(|it| allows_act(book, it, act)),
            }
        }
        Command::Quote(id, key, act) => {
            !bin::has(book, *id) && book.opportunity(*id).is_some_and(|it| allows_quote_act(it, *key, act))
        }
        Command::Lists(command) => allows_in_lists(book, command),
        Command::Preferences(_) => true,
        Command::Many(_) => panic!("a bulk act is judged part by part"),
    }
}

fn is_open(it: &Opportunity) -> bool {
    matches!(it.status, Status::Open(_))
}

fn allows_act(book: &Book, it: &Opportunity, act: &OpportunityCommand) -> bool {
    match act {
        OpportunityCommand::Create(_)
        | OpportunityCommand::CopyOf(..)
        | OpportunityCommand::Restore
        | OpportunityCommand::Remove => false,
        OpportunityCommand::Edit(entry) => {
            let locked = !(it.lines.is_empty() && it.quotes.is_empty() && closings(it).is_empty());
            is_open(it) && entry_is_right(entry) && !(locked && entry.details.currency != it.details.currency)
        }
        OpportunityCommand::Close(entry) => is_open(it) && allows_closing(book, it, entry),
        OpportunityCommand::Correct(entry) => !is_open(it) && allows_closing(book, it, entry),
        OpportunityCommand::Reopen => !is_open(it),
        OpportunityCommand::AddNote(_) | OpportunityCommand::Delete => true,
        OpportunityCommand::AddQuote => is_open(it),
        OpportunityCommand::CloseAllQuotes(fates) => {
            let open = open_quotes(it);
            is_open(it)
                && !open.is_empty()
                && fates.iter().all(|(key, fate)| open.contains_key(key) && *fate != Fate::Won)
        }
    }
}

fn entry_is_right(entry: &OpportunityEntry) -> bool {
    let currency = entry.details.currency;
    let typed = match entry.details.revenue {
        Revenue::UserProvided(typed) => typed,
        Revenue::Calculated => None,
    };
    entry.lines.len() <= 50
        && fits(currency, typed)
        && fits(currency, entry.details.budget)
        && fits(currency, entry.lines.iter().filter_map(|line| line.budget))
}

/// Draft or Active, each of those quotes.
pub fn open_quotes(it: &Opportunity) -> BTreeMap<QuoteKey, Stand> {
    let states = it.quotes.iter().map(|quote| (quote.key, Stand::of_quote(quote)));
    states.filter(|(_, state)| state.is_open()).collect()
}

/// R6: what becomes of each open quote, the defaults first, then what was chosen.
pub fn fates(it: &Opportunity, outcome: Outcome, chosen: &BTreeMap<QuoteKey, Fate>) -> BTreeMap<QuoteKey, Fate> {
    let open = open_quotes(it);
    let active = open.values().filter(|state| **state == Stand::Active).count();
    let none_won = it.quotes.iter().all(|quote| Stand::of_quote(quote) != Stand::Won);
    let wins = outcome == Outcome::Won && active == 1 && none_won;
    let default = |state| match state {
        Stand::Active if wins => Fate::Won,
        Stand::Active => Fate::Lost,
        _ => Fate::Canceled,
    };
    open.iter().map(|(key, state)| (*key, chosen.get(key).copied().unwrap_or_else(|| default(*state)))).collect()
}

fn allows_closing(book: &Book, it: &Opportunity, entry: &ClosingEntry) -> bool {
    let (outcome, revenue) = match &entry.terms {
        Terms::Won { revenue } => (Outcome::Won, Some(*revenue)),
        Terms::Lost { revenue, .. } => (Outcome::Lost, *revenue),
    };
    let listed = book.lists().reasons.iter().find(|reason| reason.id == entry.reason);
    // A correction may keep the reason of the closing that it corrects, whatever became of that on the list.
    let kept =
        it.closing().is_some_and(|closing| closing.outcome() == outcome && closing.facts().reason.id == entry.reason);
    let reason_is_right = match listed {
        Some(reason) => {
            let explained = !reason.needs_description || entry.description.is_some();
            reason.kind.outcome() == outcome && (!reason.retired || kept) && explained
        }
        None => kept,
    };
    reason_is_right && fits(it.details.currency, revenue) && quotes_allow_closing(book, it, entry, outcome)
}

fn quotes_allow_closing(book: &Book, it: &Opportunity, entry: &ClosingEntry, outcome: Outcome) -> bool {
    let open = open_quotes(it);
    let strict = book.preferences().drafts == DraftRule::Block;
    let blocked = open.values().any(|state| strict || *state == Stand::Active);
    let fates = fates(it, outcome, &entry.quotes.fates);
    let winners: Vec<QuoteKey> = fates.iter().filter(|(_, fate)| **fate == Fate::Won).map(|(key, _)| *key).collect();
    let won_before = it.quotes.iter().filter(|quote| Stand::of_quote(quote) == Stand::Won).count();
    let winners_are_right = match winners.as_slice() {
        [] => true,
        [winner] => outcome == Outcome::Won && won_before == 0 && has_total(it, *winner),
        _ => false,
    };
    (entry.quotes.close_all || !blocked)
        && entry.quotes.fates.keys().all(|key| open.contains_key(key))
        && winners_are_right
}

fn has_total(it: &Opportunity, key: QuoteKey) -> bool {
    let quote = it.quotes.iter().find(|quote| quote.key == key);
    quote.is_some_and(|quote| match &quote.content.price {
        Price::Typed(total) => total.is_some(),
        Price::Lines(lines) => lines.iter().all(|line| line.amount.is_some()),
    })
}

fn allows_quote_act(it: &Opportunity, key: QuoteKey, act: &QuoteCommand) -> bool {
    let Some(quote) = it.quotes.iter().find(|quote| quote.key == key) else { return false };
    let state = Stand::of_quote(quote);
    let of_number = || it.quotes.iter().filter(|other| other.key.number == key.number);
    is_open(it)
        && match act {
            QuoteCommand::Edit(entry) => state == Stand::Draft && quote_entry_is_right(it, &quote.content.price, entry),
            QuoteCommand::Delete => state == Stand::Draft,
            QuoteCommand::Activate => state == Stand::Draft && has_total(it, key),
            QuoteCommand::Revise => {
                let latest = of_number().all(|other| other.key.revision <= key.revision);
                let open_besides = of_number().any(|other| other.key != key && Stand::of_quote(other).is_open());
                match state {
                    Stand::Draft => false,
                    Stand::Active | Stand::Won => !open_besides,
                    Stand::Lost | Stand::Canceled | Stand::Revised => latest && !open_besides,
                }
            }
            QuoteCommand::Win => {
                state == Stand::Active && it.quotes.iter().all(|other| Stand::of_quote(other) != Stand::Won)
            }
            QuoteCommand::CloseAsLost => state == Stand::Active,
            QuoteCommand::Cancel => matches!(state, Stand::Active | Stand::Won),
            QuoteCommand::Copy => true,
        }
}

fn quote_entry_is_right(it: &Opportunity, before: &Price, entry: &QuoteEntry) -> bool {
    let currency = it.details.currency;
    // R21: an amount may stay open on a line that was copied without a budget, nowhere else.
    let unpriced: BTreeSet<u32> =
        before.lines().iter().filter(|line| line.amount.is_none()).map(|line| line.line.id).collect();
    let priced =
        entry.lines.iter().all(|line| line.amount.is_some() || line.line.id.is_some_and(|id| unpriced.contains(&id)));
    let total = if entry.lines.is_empty() { entry.total } else { None };
    let days = entry.effective_from.zip(entry.effective_to);
    priced
        && entry.lines.len() <= 50
        && entry.lines.iter().all(|line| fits(currency, line.line.budget))
        && fits(currency, entry.lines.iter().filter_map(|line| line.amount))
        && fits(currency, total)
        && days.is_none_or(|(from, to)| from <= to)
}

/// Whether some closing of some opportunity, in the bin or not, names the entry.
fn is_used(book: &Book, names: impl Fn(&tutup::domain::ClosingFacts) -> bool) -> bool {
    book.with_bin().any(|it| closings(it).iter().any(|closing| names(closing.facts())))
}

fn allows_in_lists(book: &Book, command: &ListsCommand) -> bool {
    let lists = book.lists();
    match command {
        ListsCommand::AddReason { id, name, kind, .. } => {
            lists.reasons.iter().all(|reason| reason.id != ReasonId::Own(*id))
                && reason_name_is_free(lists, name, kind.outcome(), None)
        }
        ListsCommand::AddCompetitor { id, name } => {
            lists.competitors.iter().all(|it| it.id != *id && !same(&it.name, name))
        }
        ListsCommand::Reason(id, act) => {
            let Some(reason) = lists.reasons.iter().find(|reason| reason.id == *id) else { return false };
            let outcome = reason.kind.outcome();
            let others =
                lists.reasons.iter().any(|other| other.id != *id && !other.retired && other.kind.outcome() == outcome);
            match act {
                EntryCommand::Rename(name) => reason_name_is_free(lists, name, outcome, Some(*id)),
                EntryCommand::Retire => others,
                EntryCommand::Delete => {
                    matches!(id, ReasonId::Own(_)) && others && !is_used(book, |facts| facts.reason.id == *id)
                }
                EntryCommand::MoveUp | EntryCommand::MoveDown | EntryCommand::BringBack => true,
            }
        }
        ListsCommand::Competitor(id, act) => {
            lists.competitors.iter().any(|it| it.id == *id)
                && match act {
                    EntryCommand::Rename(name) => {
                        lists.competitors.iter().all(|it| it.id == *id || !same(&it.name, name))
                    }
                    EntryCommand::Delete => !is_used(book, |facts| match &facts.terms {
                        Terms::Lost { competitor: Some(rival), .. } => rival.id == Some(*id),
                        _ => false,
                    }),
                    EntryCommand::MoveUp | EntryCommand::MoveDown | EntryCommand::Retire | EntryCommand::BringBack => {
                        true
                    }
                }
        }
    }
}

fn reason_name_is_free(lists: &Lists, name: &Name, outcome: Outcome, except: Option<ReasonId>) -> bool {
    let of_outcome = lists.reasons.iter().filter(|reason| reason.kind.outcome() == outcome);
    of_outcome
        .filter(|reason| Some(reason.id) != except)
        .all(|reason| reason.name.as_ref().is_none_or(|theirs| !same(theirs, name)))
}

/// The test's names have no accents, so that case is all there is to fold.
pub fn same(one: &Name, other: &Name) -> bool {
    one.as_str().eq_ignore_ascii_case(other.as_str())
}

/// Whether a refusal names what is in the way: the remedy stands beside it (R1, R4, R6, R26).
pub fn names_what_is_in_the_way(book: &Book, command: &Command, refusal: &Refusal) -> bool {
    if !bin::is_named(book, command, refusal) {
        return false;
    }
    let (Command::Opportunity(id, _) | Command::Quote(id, ..)) = command else { return true };
    let Some(it) = book.opportunity(*id) else { return true };
    let stands = |key: &QuoteKey, wanted: &[Stand]| {
        it.quotes.iter().any(|quote| quote.key == *key && wanted.contains(&Stand::of_quote(quote)))
    };
    let asked = match command {
        Command::Quote(_, key, _) => Some(*key),
        _ => None,
    };
    match refusal {
        Refusal::AlreadyClosed { outcome, on } => {
            it.closing().is_some_and(|closing| (closing.outcome(), closing.facts().date) == (*outcome, *on))
        }
        Refusal::ReadOnly { outcome } => it.outcome() == Some(*outcome),
        Refusal::AnotherWon(key) => stands(key, &[Stand::Won]),
        Refusal::OpenRevision(key) => {
            stands(key, &[Stand::Draft, Stand::Active]) && asked.is_some_and(|asked| asked.number == key.number)
        }
        Refusal::NotLatest { quote, latest } => {
            let of_number = it.quotes.iter().map(|other| other.key).filter(|key| key.number == quote.number);
            // An open revision is in the way of all the others, and is named in the first place.
            let open = open_quotes(it).keys().any(|key| key.number == quote.number);
            asked == Some(*quote) && of_number.max() == Some(*latest) && !open
        }
        Refusal::QuoteState { quote, state, .. } => asked == Some(*quote) && stands(quote, &[Stand::of(*state)]),
        Refusal::Problems(problems) => problems.iter().all(|problem| match &problem.problem {
            Problem::QuotesBlock(keys) => {
                let strict = book.preferences().drafts == DraftRule::Block;
                let blocking = open_quotes(it).into_iter().filter(|(_, state)| strict || *state == Stand::Active);
                let blocking: BTreeSet<QuoteKey> = blocking.map(|(key, _)| key).collect();
                keys.len() == blocking.len() && keys.iter().all(|key| blocking.contains(key))
            }
            _ => true,
        }),
        _ => true,
    }
}
