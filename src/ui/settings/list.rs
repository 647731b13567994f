//! The three lists of the page as one kind of thing: reasons for won, reasons for lost, competitors.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    Book, Closing, Command, EntryCommand, Id, Lists, ListsCommand, LossClass, Name, Outcome, Problem, Reason, ReasonId,
    ReasonKind, Terms, fold,
};
use crate::ui::text::Words;

/// Which list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// The status reasons of an outcome.
    Reasons(Outcome),
    /// The competitors.
    Competitors,
}

/// Which entry of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryId {
    /// A status reason.
    Reason(ReasonId),
    /// A competitor.
    Competitor(Id),
}

/// An entry as its row shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which one.
    pub id: EntryId,
    /// Its name: the user's, else the language's.
    pub name: String,
    /// What a lost opportunity with it counts as.
    pub class: Option<LossClass>,
    /// Whether a closing with it needs a description.
    pub needs_description: bool,
    /// Whether it is no longer offered.
    pub retired: bool,
}

/// How many opportunities, bin included, refer to an entry in a closing, current or canceled.
pub type Uses = BTreeMap<EntryId, usize>;

/// The uses of all entries, counted in one pass.
pub fn uses(book: &Book) -> Uses {
    let mut counts = Uses::new();
    for opportunity in book.with_bin() {
        let canceled = opportunity.canceled_closings.iter().map(|canceled| &canceled.closing);
        let mut used = BTreeSet::new();
        for facts in canceled.chain(opportunity.closing()).map(Closing::facts) {
            used.insert(EntryId::Reason(facts.reason.id));
            if let Terms::Lost { competitor: Some(rival), .. } = &facts.terms {
                used.extend(rival.id.map(EntryId::Competitor));
            }
        }
        for id in used {
            *counts.entry(id).or_default() += 1;
        }
    }
    counts
}

impl List {
    /// Its entries, in the order in which they are offered.
    pub fn entries(self, lists: &Lists, words: &dyn Words) -> Vec<Entry> {
        match self {
            Self::Reasons(outcome) => {
                let reasons = lists.reasons.iter().filter(|reason| reason.kind.outcome() == outcome);
                reasons.map(|reason| Entry::of_reason(reason, words)).collect()
            }
            Self::Competitors => {
                let entry = |competitor: &crate::domain::Competitor| Entry {
                    id: EntryId::Competitor(competitor.id),
                    name: competitor.name.to_string(),
                    class: None,
                    needs_description: false,
                    retired: competitor.retired,
                };
                lists.competitors.iter().map(entry).collect()
            }
        }
    }

    /// Whether its entries count as something in the reports.
    pub fn has_classes(self) -> bool {
        self == Self::Reasons(Outcome::Lost)
    }

    /// How many columns its ledger has.
    pub fn columns(self) -> &'static str {
        if self.has_classes() { "4" } else { "3" }
    }

    /// A name typed for a new entry, or for the entry `renamed`. No two entries may look the same, so a built-in reason's
    /// name in the present language is taken too.
    pub fn check_name(
        self,
        typed: &str,
        renamed: Option<EntryId>,
        lists: &Lists,
        words: &dyn Words,
    ) -> Result<Name, Problem> {
        let name = Name::parse(typed)?.ok_or(Problem::Required)?;
        let wanted = fold(name.as_str());
        let others = self.entries(lists, words).into_iter().filter(|entry| Some(entry.id) != renamed);
        let taken = others.into_iter().any(|entry| fold(&entry.name) == wanted);
        if taken { Err(Problem::NameTaken) } else { Ok(name) }
    }
}

impl EntryId {
    /// Does something with the entry.
    pub fn command(self, act: EntryCommand) -> Command {
        Command::Lists(match self {
            Self::Reason(id) => ListsCommand::Reason(id, act),
            Self::Competitor(id) => ListsCommand::Competitor(id, act),
        })
    }

    /// The id of a control in its row.
    pub fn control(self, control: &str) -> String {
        match self {
            Self::Reason(id) => format!("reason-{}-{control}", id.code()),
            Self::Competitor(id) => format!("competitor-{id}-{control}"),
        }
    }

    /// Whether it came with the program, and so cannot be deleted.
    pub fn is_built_in(self) -> bool {
        matches!(self, Self::Reason(ReasonId::BuiltIn(_)))
    }
}

impl Entry {
    fn of_reason(reason: &Reason, words: &dyn Words) -> Self {
        Self {
            id: EntryId::Reason(reason.id),
            name: words.listed_reason(reason),
            class: match reason.kind {
                ReasonKind::Won => None,
                ReasonKind::Lost(class) => Some(class),
            },
            needs_description: reason.needs_description,
            retired: reason.retired,
        }
    }
}
