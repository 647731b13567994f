//! Commands by chance: mostly what fits the state of the book, sometimes anything.

use fastrand::Rng;
use tutup::domain::{
    Book, BulkClosing, BulkException, Clock, Command, DraftRule, EntryCommand, Id, ListsCommand, LossClass,
    Opportunity, OpportunityCommand, OpportunityId, Outcome, Preferences, QuoteCommand, QuoteKey, ReasonKind, Status,
};

use super::chance::{Chance, OPPORTUNITIES};
use super::invariants::Stand;

/// Something that a sequence does.
#[derive(Clone, Debug)]
pub enum Deed {
    /// A command is judged and, if nothing is against it, carried out.
    Do(Command, Clock),
    /// Many are closed in one act.
    Bulk(BulkClosing, Vec<OpportunityId>, Clock),
    /// An earlier act is taken back; counted round, so that it means something in any sequence.
    Undo(usize),
}

impl Chance<'_> {
    pub fn deed(&mut self, book: &Book, clock: Clock) -> Deed {
        match self.rng.u8(..100) {
            0..=1 => Deed::Undo(self.rng.usize(..64)),
            2 => self.bulk(book, clock),
            3..=4 if self.bin && self.once_in(4) => Deed::Do(self.empty_bin(book), clock),
            3..=4 => {
                let parts = self.rng.usize(1..4);
                Deed::Do(Command::Many((0..parts).map(|_| self.command(book)).collect()), clock)
            }
            _ => Deed::Do(self.command(book), clock),
        }
    }

    fn command(&mut self, book: &Book) -> Command {
        match self.rng.u8(..100) {
            0..=9 => Command::Lists(self.lists_command(book)),
            10..=11 => Command::Preferences(self.preferences(book)),
            _ => self.opportunity_command(book),
        }
    }

    fn preferences(&mut self, book: &Book) -> Preferences {
        let drafts = match book.preferences().drafts {
            DraftRule::CloseAlong => DraftRule::Block,
            DraftRule::Block => DraftRule::CloseAlong,
        };
        let drafts = if self.once_in(4) { book.preferences().drafts } else { drafts };
        Preferences { drafts, currency: self.pool_of(|pool| &pool.currencies), ..Preferences::default() }
    }

    fn opportunity_command(&mut self, book: &Book) -> Command {
        let known = book.with_bin().len();
        let start = known == 0 || (known < 3 && self.once_in(4)) || self.once_in(80);
        if start {
            let act = if self.once_in(4) {
                OpportunityCommand::CopyOf(self.id(), self.pool_of(|pool| &pool.topics))
            } else {
                OpportunityCommand::Create(self.entry(None))
            };
            return Command::Opportunity(self.id(), act);
        }
        if self.once_in(100) {
            let missing = Id::from_number(OPPORTUNITIES + 1);
            if self.bin && self.once_in(4) {
                return Command::Opportunity(missing, OpportunityCommand::Restore);
            }
            return self.any_act(book, missing, None);
        }
        let it = book.with_bin().nth(self.rng.usize(..known)).unwrap().clone();
        // What lies in the bin is asked for everything too, but not so often that little else happens.
        if self.bin && (self.once_in(16) || (it.is_in_bin() && self.once_in(2))) {
            return Command::Opportunity(it.id, self.bin_act(&it));
        }
        if self.once_in(5) { self.any_act(book, it.id, Some(&it)) } else { self.apt_act(book, &it) }
    }

    /// Any act, whatever the state.
    fn any_act(&mut self, book: &Book, id: OpportunityId, it: Option<&Opportunity>) -> Command {
        use OpportunityCommand as Act;
        let missing = QuoteKey { number: tutup::domain::QuoteNumber(1), revision: 0 };
        let quote = it.map_or(missing, |it| self.quote(it));
        let own = match self.rng.u8(..18) {
            0 => Act::Edit(self.entry(it)),
            1 | 2 => Act::Close(self.closing(it, book.lists())),
            3 => Act::Correct(self.closing(it, book.lists())),
            4 => Act::Reopen,
            5 => Act::AddNote(self.pool_of(|pool| &pool.long)),
            6 => Act::AddQuote,
            7 => Act::CloseAllQuotes(it.map(|it| self.fates(it)).unwrap_or_default()),
            8 => Act::CopyOf(self.id(), self.pool_of(|pool| &pool.topics)),
            _ => {
                let act = self.quote_act(it, quote);
                return Command::Quote(id, quote, act);
            }
        };
        Command::Opportunity(id, own)
    }

    fn quote_act(&mut self, it: Option<&Opportunity>, key: QuoteKey) -> QuoteCommand {
        match self.rng.u8(..8) {
            0 => {
                let currency = it.map_or(tutup::domain::Currency::MYR, |it| it.details.currency);
                QuoteCommand::Edit(self.quote_entry(it.and_then(|it| it.quote(key)), currency))
            }
            1 => QuoteCommand::Delete,
            2 => QuoteCommand::Activate,
            3 => QuoteCommand::Revise,
            4 => QuoteCommand::Win,
            5 => QuoteCommand::CloseAsLost,
            6 => QuoteCommand::Cancel,
            _ => QuoteCommand::Copy,
        }
    }

    /// An act that the state allows, if what is entered does.
    fn apt_act(&mut self, book: &Book, it: &Opportunity) -> Command {
        use OpportunityCommand as Act;
        let draft = [Stand::Draft];
        let active = [Stand::Active];
        let own = match (&it.status, self.rng.u8(..40)) {
            (Status::Closed(_), 0..=19) => Act::Reopen,
            (Status::Closed(_), 20..=35) => Act::Correct(self.closing(Some(it), book.lists())),
            (_, 36..) => Act::AddNote(self.pool_of(|pool| &pool.long)),
            (Status::Open(_), 0..=5) => Act::Edit(self.entry(Some(it))),
            (Status::Open(_), 6..=8) => Act::Close(self.closing(Some(it), book.lists())),
            (Status::Open(_), 9..=13) => Act::AddQuote,
            (Status::Open(_), 14) => Act::CloseAllQuotes(self.fates(it)),
            (Status::Open(_), roll) => {
                let (states, act): (&[Stand], QuoteCommand) = match roll {
                    15 => (&draft, QuoteCommand::Delete),
                    16..=22 => (&draft, QuoteCommand::Activate),
                    23..=26 => (
                        &[Stand::Active, Stand::Won, Stand::Lost, Stand::Canceled, Stand::Revised],
                        QuoteCommand::Revise,
                    ),
                    27..=28 => (&active, QuoteCommand::Win),
                    29 => (&active, QuoteCommand::CloseAsLost),
                    30 => (&[Stand::Active, Stand::Won], QuoteCommand::Cancel),
                    31 => (&Stand::ALL, QuoteCommand::Copy),
                    _ => {
                        let key = self.quote_that(it, &draft);
                        let entry = self.quote_entry(it.quote(key), it.details.currency);
                        return Command::Quote(it.id, key, QuoteCommand::Edit(entry));
                    }
                };
                let apt = it.quotes.iter().any(|quote| states.contains(&Stand::of_quote(quote)));
                if !apt && !self.once_in(3) {
                    return Command::Opportunity(it.id, Act::AddQuote);
                }
                return Command::Quote(it.id, self.quote_that(it, states), act);
            }
        };
        Command::Opportunity(it.id, own)
    }

    fn lists_command(&mut self, book: &Book) -> ListsCommand {
        match self.rng.u8(..10) {
            0..=1 => {
                let kind =
                    if self.rng.bool() { ReasonKind::Won } else { ReasonKind::Lost(self.one_of(LossClass::ALL)) };
                ListsCommand::AddReason { id: self.id(), name: self.name(), kind, needs_description: self.once_in(4) }
            }
            2..=3 => ListsCommand::AddCompetitor { id: self.id(), name: self.name() },
            4..=6 => ListsCommand::Competitor(self.id(), self.entry_command()),
            _ => ListsCommand::Reason(self.reason(None, book.lists()), self.entry_command()),
        }
    }

    fn entry_command(&mut self) -> EntryCommand {
        match self.rng.u8(..6) {
            0 => EntryCommand::Rename(self.name()),
            1 => EntryCommand::MoveUp,
            2 => EntryCommand::MoveDown,
            3 => EntryCommand::Retire,
            4 => EntryCommand::BringBack,
            _ => EntryCommand::Delete,
        }
    }

    fn bulk(&mut self, book: &Book, clock: Clock) -> Deed {
        let mut ids: Vec<OpportunityId> = (1..=OPPORTUNITIES).map(Id::from_number).collect();
        self.rng.shuffle(&mut ids);
        ids.truncate(self.rng.usize(1..=ids.len()));
        // The same one twice is one.
        ids.push(ids[0]);
        let outcome = self.one_of(Outcome::ALL);
        let mut exceptions = std::collections::BTreeMap::new();
        for id in &ids {
            let Some(it) = book.opportunity(*id).filter(|_| self.once_in(3)) else { continue };
            let revenue = if self.rng.bool() { Some(Ok(self.money_maybe(it.details.currency))) } else { None };
            exceptions.insert(*id, BulkException { revenue, fates: self.fates(it) });
        }
        let bulk = BulkClosing {
            outcome,
            reason: if self.once_in(10) { None } else { Some(self.reason(Some(outcome), book.lists())) },
            date: Ok(if self.once_in(10) { None } else { Some(self.pool_of(|pool| &pool.dates)) }),
            competitor: Ok(self.pool_maybe(|pool| &pool.names)),
            description: Ok(self.pool_maybe(|pool| &pool.long)),
            close_all: !self.once_in(4),
            exceptions,
        };
        Deed::Bulk(bulk, ids, clock)
    }
}

/// A generator of its own for each sequence, so that one of them can be run alone.
pub fn generator(seed: u64) -> Rng {
    // The finalizer of SplitMix64: neighbouring seeds give unlike sequences.
    let mut mixed = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    Rng::with_seed(mixed ^ (mixed >> 31))
}
