//! Anything that a user might do, drawn from a seed.

use std::collections::BTreeMap;

use fastrand::Rng;
use tutup::domain::{
    BuiltInReason, ClosingEntry, Command, CompetitorRef, Currency, Details, DraftRule, EntryCommand, Fate,
    ListsCommand, OpenReason, Opportunity, OpportunityCommand, OpportunityEntry, Outcome, Percent, Preferences, Quote,
    QuoteCommand, QuoteEntry, QuoteKey, Rating, ReasonId, Revenue, Settlement, Stage, Terms,
};
use tutup::workspace::Workspace;

use super::examples::{closing, date, details, entry_line, id, long, money, text};

pub struct Chance(Rng);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(Rng::with_seed(seed))
    }

    /// A command that may or may not be allowed.
    pub fn command(&mut self, workspace: &Workspace) -> Command {
        let ids: Vec<_> = workspace.book().with_bin().map(|it| it.id).collect();
        let new = id(self.0.u64(1..200));
        let Some(&at) = self.0.choice(&ids) else {
            return Command::Opportunity(new, OpportunityCommand::Create(self.entry()));
        };
        let it = workspace.book().opportunity(at).unwrap();
        let on = |command| Command::Opportunity(at, command);
        // What lies in the bin is mostly restored or removed.
        if it.is_in_bin() && self.0.bool() {
            return on(if self.0.bool() { OpportunityCommand::Restore } else { OpportunityCommand::Remove });
        }
        match self.0.u32(0..32) {
            0..=2 => Command::Opportunity(new, OpportunityCommand::Create(self.entry())),
            3 => Command::Opportunity(new, OpportunityCommand::CopyOf(at, text("Copy"))),
            4..=6 => on(OpportunityCommand::Edit(self.edit(it))),
            7 | 8 => on(OpportunityCommand::Close(self.closing(it))),
            9 => on(OpportunityCommand::Correct(self.closing(it))),
            10 => on(OpportunityCommand::Reopen),
            11 => on(OpportunityCommand::AddNote(long("Rang;\nno answer"))),
            12..=15 => on(OpportunityCommand::AddQuote),
            16 => on(OpportunityCommand::CloseAllQuotes(self.fates(it))),
            17 => Command::Lists(self.lists()),
            18 => Command::Preferences(self.preferences()),
            19 | 20 => on(OpportunityCommand::Delete),
            _ => match self.0.choice(&it.quotes) {
                Some(quote) => Command::Quote(at, quote.key, self.quote(quote)),
                None => on(OpportunityCommand::AddQuote),
            },
        }
    }

    fn entry(&mut self) -> OpportunityEntry {
        let topics = ["ERP rollout", "erp ROLLOUT", "Élan", "Zebra", "Latihan", "日本"];
        let customers = ["Contoso", "CONTOSO", "Fabrikam", "Café"];
        let currency = ["MYR", "JPY", "SGD"][self.0.usize(0..3)];
        let budgets: Vec<Option<i64>> =
            (0..self.0.usize(0..3)).map(|_| self.0.bool().then(|| self.0.i64(0..9_000))).collect();
        let mut entry = OpportunityEntry {
            details: details(topics[self.0.usize(0..topics.len())]),
            open_reason: OpenReason::ALL[self.0.usize(0..2)],
            lines: budgets.into_iter().map(|budget| entry_line("Work", budget)).collect(),
        };
        let lucky = |chance: &mut Self| chance.0.bool();
        let it = &mut entry.details;
        *it = Details {
            customer: lucky(self).then(|| text(customers[self.0.usize(0..customers.len())])),
            contact: lucky(self).then(|| text("Aisyah")),
            currency: Currency::parse(currency).unwrap(),
            revenue: if lucky(self) {
                Revenue::Calculated
            } else {
                Revenue::UserProvided(lucky(self).then(|| money(self.0.i64(0..1_000_000))))
            },
            estimated_close_date: lucky(self).then(|| date("2026-11-30").plus_days(self.0.u32(0..9)).unwrap()),
            probability: lucky(self).then(|| Percent::new(self.0.u8(0..=100)).unwrap()),
            rating: Rating::ALL[self.0.usize(0..3)],
            stage: Stage::ALL[self.0.usize(0..4)],
            description: lucky(self).then(|| long("a\n\"b\"")),
            ..it.clone()
        };
        entry
    }

    fn edit(&mut self, it: &Opportunity) -> OpportunityEntry {
        let new = self.entry();
        let mut entry = OpportunityEntry::of(it);
        entry.lines.extend(new.lines);
        if self.0.bool() {
            entry.lines.reverse();
        } else {
            entry.lines.truncate(1);
        }
        let currency = if self.0.bool() { entry.details.currency } else { new.details.currency };
        OpportunityEntry { details: Details { currency, ..new.details }, ..entry }
    }

    fn closing(&mut self, it: &Opportunity) -> ClosingEntry {
        let outcome = Outcome::ALL[self.0.usize(0..2)];
        let quotes = Settlement { close_all: self.0.u32(0..4) > 0, fates: self.fates(it) };
        let entry = ClosingEntry {
            date: date("2026-11-01").plus_days(self.0.u32(0..9)).unwrap(),
            description: self.0.bool().then(|| long("Why not")),
            quotes,
            ..closing(outcome)
        };
        if outcome == Outcome::Won {
            return entry;
        }
        let competitor = ["Relecloud", "Southridge"][self.0.usize(0..2)];
        ClosingEntry {
            reason: ReasonId::BuiltIn(BuiltInReason::ALL[self.0.usize(1..8)]),
            terms: Terms::Lost {
                revenue: self.0.bool().then(|| money(5)),
                competitor: self.0.bool().then(|| CompetitorRef { id: None, name: text(competitor) }),
                revisit_on: self.0.bool().then(|| date("2027-01-01")),
            },
            ..entry
        }
    }

    fn fates(&mut self, it: &Opportunity) -> BTreeMap<QuoteKey, Fate> {
        let open: Vec<_> = it.open_quotes().map(|quote| quote.key).collect();
        let chosen = open.into_iter().filter(|_| self.0.u32(0..4) == 0).collect::<Vec<_>>();
        chosen.into_iter().map(|key| (key, Fate::ALL[self.0.usize(0..3)])).collect()
    }

    fn quote(&mut self, quote: &Quote) -> QuoteCommand {
        match self.0.u32(0..10) {
            0 => QuoteCommand::Delete,
            1..=3 => QuoteCommand::Activate,
            4 => QuoteCommand::Revise,
            5 => QuoteCommand::Win,
            6 => QuoteCommand::CloseAsLost,
            7 => QuoteCommand::Cancel,
            8 => QuoteCommand::Copy,
            _ => QuoteCommand::Edit(QuoteEntry {
                name: text("Offer"),
                total: Some(money(self.0.i64(0..5_000))),
                lines: Vec::new(),
                effective_from: self.0.bool().then(|| date("2026-10-01")),
                effective_to: self.0.bool().then(|| date("2026-12-01")),
                due_by: None,
                description: quote.content.description.clone(),
            }),
        }
    }

    fn lists(&mut self) -> ListsCommand {
        let id = id(self.0.u64(0..5));
        let reason = ReasonId::BuiltIn(BuiltInReason::ALL[self.0.usize(0..8)]);
        let name = ["Southridge", "Relecloud", "Lucky"][self.0.usize(0..3)];
        let act = match self.0.u32(0..5) {
            0 => EntryCommand::Rename(text(name)),
            1 => EntryCommand::MoveUp,
            2 => EntryCommand::MoveDown,
            3 => EntryCommand::BringBack,
            _ => EntryCommand::Delete,
        };
        match self.0.u32(0..4) {
            0 => ListsCommand::AddCompetitor { id, name: text(name) },
            1 => ListsCommand::Competitor(id, act),
            2 => ListsCommand::Reason(reason, act),
            _ => ListsCommand::Reason(reason, EntryCommand::Retire),
        }
    }

    fn preferences(&mut self) -> Preferences {
        let drafts = if self.0.bool() { DraftRule::Block } else { DraftRule::CloseAlong };
        Preferences { drafts, ..Preferences::default() }
    }
}
