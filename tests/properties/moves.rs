//! What the walk tries from every state.

use std::collections::{BTreeMap, BTreeSet};

use tutup::domain::{
    BillingMethod, BuiltInReason, ClosingEntry, Command, Currency, Date, Details, DraftRule, Fate, Id, LineEntry,
    LongText, Money, OpenReason, Opportunity, OpportunityCommand, OpportunityEntry, Percent, Preferences, QuoteCommand,
    QuoteEntry, QuoteKey, QuoteLineEntry, QuoteNumber, Rating, ReasonId, Revenue, Settlement, Stage, Terms,
};

use super::chance::Pool;
use super::invariants::closings;
use super::verdict::open_quotes;
use super::walk::{Bounds, the_one};

/// The choices of a walk.
pub struct Moves {
    bounds: Bounds,
    entry: OpportunityEntry,
    note: LongText,
    dates: [Date; 2],
    amounts: [Money; 2],
}

impl Moves {
    pub fn new(bounds: Bounds, pool: &Pool) -> Self {
        let details = Details {
            topic: pool.topics[0].clone(),
            customer: None,
            contact: None,
            currency: Currency::MYR,
            // Without an estimate a new quote has no total.
            revenue: Revenue::UserProvided(None),
            estimated_close_date: None,
            probability: Percent::new(60),
            rating: Rating::Warm,
            stage: Stage::Develop,
            budget: None,
            timeframe: None,
            process: None,
            account_manager: None,
            contracting_unit: None,
            description: None,
            customer_need: None,
            proposed_solution: None,
        };
        let line =
            LineEntry { id: None, name: pool.names[0].clone(), billing: BillingMethod::FixedPrice, budget: None };
        let lines = if bounds.lines { vec![line] } else { Vec::new() };
        Self {
            bounds,
            entry: OpportunityEntry { details, open_reason: OpenReason::InProgress, lines },
            note: pool.long[0].clone(),
            dates: [pool.dates[1], pool.dates[2]],
            amounts: [Money::ZERO, Money::from_minor(118_000_000).unwrap()],
        }
    }

    /// How the opportunity comes into the book.
    pub fn creation(&self) -> Command {
        Command::Opportunity(the_one(), OpportunityCommand::Create(self.entry.clone()))
    }

    /// Every command within the bounds.
    pub fn from(&self, it: &Opportunity, strict: bool) -> Vec<Command> {
        use OpportunityCommand as Act;
        let mut own = vec![Act::Reopen, Act::AddNote(self.note.clone()), Act::Create(self.entry.clone())];
        let mut other_stage = OpportunityEntry::of(it);
        other_stage.details.stage = Stage::Close;
        own.push(Act::Edit(other_stage));
        for fates in fates(it) {
            own.push(Act::CloseAllQuotes(fates));
        }
        // In the wrong status no entry is looked at: one of each is enough. In the right one, another closing would be
        // one too many at the bound.
        let all = self.closings(it);
        let one = || all.iter().take(1).cloned();
        let room = closings(it).len() < self.bounds.closings;
        if it.closing().is_some() {
            own.extend(one().map(Act::Close));
            own.extend(all.iter().filter(|_| room).cloned().map(Act::Correct));
        } else {
            own.extend(one().map(Act::Correct));
            own.extend(all.iter().filter(|_| room).cloned().map(Act::Close));
        }
        let numbers: BTreeSet<QuoteNumber> = it.quotes.iter().map(|quote| quote.key.number).collect();
        let room = numbers.len() < self.bounds.numbers;
        if room {
            own.push(Act::AddQuote);
        }
        if self.bounds.bin {
            own.extend([Act::Delete, Act::Restore, Act::Remove]);
        }
        let mut commands: Vec<Command> = own.into_iter().map(|act| Command::Opportunity(the_one(), act)).collect();
        let missing = QuoteKey { number: QuoteNumber(99), revision: 0 };
        commands.push(Command::Quote(the_one(), missing, QuoteCommand::Win));
        for key in it.quotes.iter().map(|quote| quote.key) {
            commands.extend(self.of_quote(it, key, room).into_iter().map(|act| Command::Quote(the_one(), key, act)));
        }
        commands.push(Command::Opportunity(Id::from_number(2), Act::Reopen));
        // Whatever the parts would do, they do it to one record.
        let note = || Command::Opportunity(the_one(), Act::AddNote(self.note.clone()));
        commands.push(Command::Many(vec![note(), note()]));
        let drafts = if strict { DraftRule::CloseAlong } else { DraftRule::Block };
        commands.push(Command::Preferences(Preferences { drafts, ..Preferences::default() }));
        commands
    }

    fn of_quote(&self, it: &Opportunity, key: QuoteKey, room: bool) -> Vec<QuoteCommand> {
        let mut acts = vec![
            QuoteCommand::Delete,
            QuoteCommand::Activate,
            QuoteCommand::Win,
            QuoteCommand::CloseAsLost,
            QuoteCommand::Cancel,
        ];
        // Where the next revision would be one too many, only what is refused anyway can be tried.
        let later = it.quotes.iter().any(|quote| quote.key.number == key.number && quote.key.revision > key.revision);
        if key.revision + 1 < self.bounds.revisions || later || it.closing().is_some() {
            acts.push(QuoteCommand::Revise);
        }
        if room {
            acts.push(QuoteCommand::Copy);
        }
        let amounts = self.amounts.map(Some).into_iter().chain([None]);
        for amount in amounts.take(if it.closing().is_some() { 1 } else { 3 }) {
            acts.push(QuoteCommand::Edit(self.quote_entry(it, key, amount)));
        }
        acts
    }

    fn quote_entry(&self, it: &Opportunity, key: QuoteKey, amount: Option<Money>) -> QuoteEntry {
        let lines = it.quote(key).map(|quote| quote.content.price.lines()).unwrap_or_default();
        let line = |line: &tutup::domain::QuoteLine| QuoteLineEntry {
            line: LineEntry {
                id: Some(line.line.id),
                name: line.line.name.clone(),
                billing: line.line.billing,
                budget: line.line.budget,
            },
            amount,
        };
        QuoteEntry {
            name: self.entry.details.topic.clone(),
            total: amount,
            // With lines, the absent amount takes them away: a total that was never typed.
            lines: if amount.is_none() { Vec::new() } else { lines.iter().map(line).collect() },
            effective_from: None,
            effective_to: None,
            due_by: Some(self.dates[1]),
            description: None,
        }
    }

    /// Both outcomes with all fates, ticked or not; and entries that lack something.
    fn closings(&self, it: &Opportunity) -> Vec<ClosingEntry> {
        let [today, later] = self.dates;
        let [nothing, much] = self.amounts;
        let won = Terms::Won { revenue: much };
        let lost = Terms::Lost { revenue: None, competitor: None, revisit_on: Some(later) };
        let reason = ReasonId::BuiltIn;
        let entry = |terms: &Terms, reason, date, explained: bool, quotes: &Settlement| ClosingEntry {
            terms: terms.clone(),
            reason,
            date,
            description: explained.then(|| self.note.clone()),
            quotes: quotes.clone(),
        };
        let mut entries = Vec::new();
        for fates in fates(it) {
            for close_all in [true, false] {
                let quotes = Settlement { close_all, fates: fates.clone() };
                entries.push(entry(&won, reason(BuiltInReason::Won), today, false, &quotes));
                entries.push(entry(&lost, reason(BuiltInReason::OutSold), later, false, &quotes));
            }
        }
        let ticked = Settlement { close_all: true, fates: BTreeMap::new() };
        let least = Terms::Won { revenue: nothing };
        let excess = Terms::Won { revenue: Money::from_minor(100_000_000_000_001).unwrap() };
        entries.extend([
            entry(&lost, reason(BuiltInReason::Other), today, true, &ticked),
            entry(&lost, reason(BuiltInReason::Other), today, false, &ticked),
            entry(&lost, reason(BuiltInReason::Price), today, false, &ticked),
            entry(&lost, reason(BuiltInReason::Won), today, false, &ticked),
            entry(&least, reason(BuiltInReason::Won), later, true, &ticked),
            entry(&excess, reason(BuiltInReason::Won), later, false, &ticked),
        ]);
        entries
    }
}

/// The defaults, each open quote with each fate, all with one fate, and a fate for a quote that is not open.
fn fates(it: &Opportunity) -> Vec<BTreeMap<QuoteKey, Fate>> {
    let open: Vec<QuoteKey> = open_quotes(it).into_keys().collect();
    let mut all = BTreeSet::from([BTreeMap::new()]);
    for fate in Fate::ALL {
        all.extend(open.iter().map(|key| BTreeMap::from([(*key, *fate)])));
        all.insert(open.iter().map(|key| (*key, *fate)).collect());
    }
    // Each quote as the only winner, the others withdrawn.
    for winner in &open {
        let fate = |key| if key == winner { Fate::Won } else { Fate::Canceled };
        all.insert(open.iter().map(|key| (*key, fate(key))).collect());
    }
    let settled = it.quotes.iter().map(|quote| quote.key).find(|key| !open.contains(key));
    all.extend(settled.map(|key| BTreeMap::from([(key, Fate::Lost)])));
    all.into_iter().collect()
}
