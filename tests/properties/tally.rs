//! What was asked, what came of it, and for which reasons it was refused.

use std::collections::BTreeMap;

use tutup::domain::{Command, EntryCommand, ListsCommand, OpportunityCommand, Problem, QuoteCommand, Refusal};

/// Every kind of deed. A new command has to be named here, and so to be tested.
pub fn kind(command: &Command) -> &'static str {
    match command {
        Command::Opportunity(_, act) => match act {
            OpportunityCommand::Create(_) => "create",
            OpportunityCommand::CopyOf(..) => "copy",
            OpportunityCommand::Edit(_) => "edit",
            OpportunityCommand::Close(_) => "close",
            OpportunityCommand::Correct(_) => "correct",
            OpportunityCommand::Reopen => "reopen",
            OpportunityCommand::AddNote(_) => "note",
            OpportunityCommand::AddQuote => "quote: add",
            OpportunityCommand::CloseAllQuotes(_) => "quote: close all",
            OpportunityCommand::Delete => "bin: delete",
            OpportunityCommand::Restore => "bin: restore",
            OpportunityCommand::Remove => "bin: remove",
        },
        Command::Quote(_, _, act) => match act {
            QuoteCommand::Edit(_) => "quote: edit",
            QuoteCommand::Delete => "quote: delete",
            QuoteCommand::Activate => "quote: activate",
            QuoteCommand::Revise => "quote: revise",
            QuoteCommand::Win => "quote: win",
            QuoteCommand::CloseAsLost => "quote: close as lost",
            QuoteCommand::Cancel => "quote: cancel",
            QuoteCommand::Copy => "quote: copy",
        },
        Command::Lists(ListsCommand::AddReason { .. }) => "list: add reason",
        Command::Lists(ListsCommand::AddCompetitor { .. }) => "list: add competitor",
        Command::Lists(ListsCommand::Reason(_, act)) => match act {
            EntryCommand::Rename(_) => "reason: rename",
            EntryCommand::MoveUp => "reason: up",
            EntryCommand::MoveDown => "reason: down",
            EntryCommand::Retire => "reason: retire",
            EntryCommand::BringBack => "reason: bring back",
            EntryCommand::Delete => "reason: delete",
        },
        Command::Lists(ListsCommand::Competitor(_, act)) => match act {
            EntryCommand::Rename(_) => "competitor: rename",
            EntryCommand::MoveUp => "competitor: up",
            EntryCommand::MoveDown => "competitor: down",
            EntryCommand::Retire => "competitor: retire",
            EntryCommand::BringBack => "competitor: bring back",
            EntryCommand::Delete => "competitor: delete",
        },
        Command::Preferences(_) => "preferences",
        Command::Many(parts) if parts.iter().all(removes) => "bin: empty",
        Command::Many(_) => "many",
    }
}

fn removes(command: &Command) -> bool {
    matches!(command, Command::Opportunity(_, OpportunityCommand::Remove))
}

/// What [`kind`] can say, and the deeds that are no single command.
pub const KINDS: [&str; 38] = [
    "create",
    "copy",
    "edit",
    "close",
    "correct",
    "reopen",
    "note",
    "bin: delete",
    "bin: restore",
    "bin: remove",
    "bin: empty",
    "quote: add",
    "quote: close all",
    "quote: edit",
    "quote: delete",
    "quote: activate",
    "quote: revise",
    "quote: win",
    "quote: close as lost",
    "quote: cancel",
    "quote: copy",
    "list: add reason",
    "list: add competitor",
    "reason: rename",
    "reason: up",
    "reason: down",
    "reason: retire",
    "reason: bring back",
    "reason: delete",
    "competitor: rename",
    "competitor: up",
    "competitor: down",
    "competitor: retire",
    "competitor: bring back",
    "competitor: delete",
    "preferences",
    "many",
    BULK,
];
/// A closing of many by plan; refused when it leaves out everyone.
pub const BULK: &str = "bulk closing";
/// An earlier act taken back; refused when its records have changed since (R16).
pub const UNDO: &str = "undo";

/// Which refusal.
pub fn refusal_name(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Problems(_) => "Problems",
        Refusal::NoOpportunity(_) => "NoOpportunity",
        Refusal::OpportunityExists(_) => "OpportunityExists",
        Refusal::AlreadyClosed { .. } => "AlreadyClosed",
        Refusal::ReadOnly { .. } => "ReadOnly",
        Refusal::InBin(_) => "InBin",
        Refusal::NotInBin(_) => "NotInBin",
        Refusal::NotClosed => "NotClosed",
        Refusal::NoQuote(_) => "NoQuote",
        Refusal::QuoteState { .. } => "QuoteState",
        Refusal::NoTotal(_) => "NoTotal",
        Refusal::LinesWithoutAmount { .. } => "LinesWithoutAmount",
        Refusal::AnotherWon(_) => "AnotherWon",
        Refusal::OpenRevision(_) => "OpenRevision",
        Refusal::NotLatest { .. } => "NotLatest",
        Refusal::NoOpenQuote => "NoOpenQuote",
        Refusal::NumbersExhausted => "NumbersExhausted",
        Refusal::NoEntry => "NoEntry",
        Refusal::EntryExists => "EntryExists",
        Refusal::LastReason(_) => "LastReason",
        Refusal::InUse { .. } => "InUse",
        Refusal::BuiltIn(_) => "BuiltIn",
        Refusal::Twice => "Twice",
    }
}

/// Every refusal that small books meet: all but the numbers' end.
pub const REFUSALS: [&str; 22] = [
    "Problems",
    "NoOpportunity",
    "OpportunityExists",
    "AlreadyClosed",
    "ReadOnly",
    "InBin",
    "NotInBin",
    "NotClosed",
    "NoQuote",
    "QuoteState",
    "NoTotal",
    "LinesWithoutAmount",
    "AnotherWon",
    "OpenRevision",
    "NotLatest",
    "NoOpenQuote",
    "NoEntry",
    "EntryExists",
    "LastReason",
    "InUse",
    "BuiltIn",
    "Twice",
];

/// Which problem.
pub fn problem_name(problem: &Problem) -> &'static str {
    match problem {
        Problem::Required => "· Required",
        Problem::Text(_) => "· Text",
        Problem::Money(_) => "· Money",
        Problem::Date(_) => "· Date",
        Problem::Percent => "· Percent",
        Problem::Choice => "· Choice",
        Problem::CurrencyLocked => "· CurrencyLocked",
        Problem::TooManyLines { .. } => "· TooManyLines",
        Problem::SumTooLarge => "· SumTooLarge",
        Problem::EndBeforeStart => "· EndBeforeStart",
        Problem::ReasonRetired => "· ReasonRetired",
        Problem::DescriptionRequired => "· DescriptionRequired",
        Problem::QuotesBlock(_) => "· QuotesBlock",
        Problem::OneWinner(_) => "· OneWinner",
        Problem::WonOnLost => "· WonOnLost",
        Problem::NoTotal => "· NoTotal",
        Problem::QuoteNotOpen => "· QuoteNotOpen",
        Problem::NameTaken => "· NameTaken",
    }
}

/// Every problem that a command can have: the others are found before there is one.
pub const PROBLEMS: [&str; 15] = [
    "· Required",
    "· Money",
    "· Choice",
    "· CurrencyLocked",
    "· TooManyLines",
    "· SumTooLarge",
    "· EndBeforeStart",
    "· ReasonRetired",
    "· DescriptionRequired",
    "· QuotesBlock",
    "· OneWinner",
    "· WonOnLost",
    "· NoTotal",
    "· QuoteNotOpen",
    "· NameTaken",
];

/// How often each kind was accepted with and without a change, and refused.
#[derive(Default)]
pub struct Tally {
    pub kinds: BTreeMap<&'static str, [u64; 3]>,
    pub refusals: BTreeMap<&'static str, u64>,
    pub damages: BTreeMap<&'static str, [u64; 2]>,
}

impl Tally {
    /// Something came of it.
    pub fn accepted(&mut self, kind: &'static str, changed: bool) {
        self.kinds.entry(kind).or_default()[usize::from(!changed)] += 1;
    }

    /// It was refused.
    pub fn refused(&mut self, kind: &'static str, refusal: Option<&Refusal>) {
        self.kinds.entry(kind).or_default()[2] += 1;
        let Some(refusal) = refusal else { return };
        *self.refusals.entry(refusal_name(refusal)).or_default() += 1;
        if let Refusal::Problems(problems) = refusal {
            for problem in problems {
                *self.refusals.entry(problem_name(&problem.problem)).or_default() += 1;
            }
        }
    }

    /// A record was damaged, and that was noticed or was no damage.
    pub fn damaged(&mut self, how: &'static str, noticed: bool) {
        self.damages.entry(how).or_default()[usize::from(!noticed)] += 1;
    }

    pub fn add(&mut self, other: &Self) {
        for (kind, counts) in &other.kinds {
            let sums = self.kinds.entry(kind).or_default();
            for (sum, count) in sums.iter_mut().zip(counts) {
                *sum += count;
            }
        }
        for (name, count) in &other.refusals {
            *self.refusals.entry(name).or_default() += count;
        }
        for (how, counts) in &other.damages {
            let sums = self.damages.entry(how).or_default();
            for (sum, count) in sums.iter_mut().zip(counts) {
                *sum += count;
            }
        }
    }

    /// Accepted with a change, accepted without one, refused.
    pub fn sums(&self) -> [u64; 3] {
        let column = |column: usize| self.kinds.values().map(|counts| counts[column]).sum();
        [column(0), column(1), column(2)]
    }

    pub fn print(&self) {
        println!("{:<24}{:>12}{:>12}{:>12}", "", "accepted", "no change", "refused");
        let row = |name: &str, [accepted, idle, refused]: [u64; 3]| {
            println!("{name:<24}{accepted:>12}{idle:>12}{refused:>12}");
        };
        for (kind, counts) in &self.kinds {
            row(kind, *counts);
        }
        row("all", self.sums());
        let refusals: Vec<String> = self.refusals.iter().map(|(name, count)| format!("{name} {count}")).collect();
        println!("refusals: {}", refusals.join(", "));
        let damages: Vec<String> =
            self.damages.iter().map(|(how, [noticed, harmless])| format!("{how} {noticed}/{harmless}")).collect();
        println!("damages noticed/harmless: {}", damages.join(", "));
    }
}
