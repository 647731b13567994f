//! The user's own lists: status reasons and competitors (R18).
//!
//! A record stores an entry's id and its name at that time; what is shown is the list's present name, else the stored
//! one. So a rename is one change of the lists, and a record outlives the entry.

use super::{Field, FieldProblem, Id, Problem, Refusal, Text, choice::choice, fold};

/// A name on a list.
pub type Name = Text<100>;

choice! {
    /// The two ways to close.
    Outcome {
        /// The customer bought.
        Won,
        /// The customer did not.
        Lost,
    }
}

choice! {
    /// The reasons that come with the program, in the order in which a new book lists them.
    #[allow(missing_docs, reason = "named in R18")]
    BuiltInReason { Won, Canceled, OutSold, Price, NoDecision, NoBudget, NotAFit, Other }
}

impl BuiltInReason {
    /// What it explains.
    pub fn kind(self) -> ReasonKind {
        match self {
            Self::Won => ReasonKind::Won,
            Self::Canceled => ReasonKind::Lost(LossClass::Canceled),
            Self::OutSold | Self::Price => ReasonKind::Lost(LossClass::Competitor),
            Self::NoDecision => ReasonKind::Lost(LossClass::NoDecision),
            Self::NoBudget | Self::NotAFit => ReasonKind::Lost(LossClass::Disqualified),
            Self::Other => ReasonKind::Lost(LossClass::Other),
        }
    }
}

/// Which reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReasonId {
    /// One that came with the program.
    BuiltIn(BuiltInReason),
    /// One of the user's own.
    Own(Id),
}

impl ReasonId {
    /// The code by which a form names the reason: a built-in one's own, or the id.
    pub fn code(&self) -> &str {
        match self {
            Self::BuiltIn(reason) => reason.code(),
            Self::Own(id) => id.as_str(),
        }
    }

    /// The reason of this code.
    pub fn from_code(code: &str) -> Option<Self> {
        BuiltInReason::from_code(code).map(Self::BuiltIn).or_else(|| Id::parse(code).map(Self::Own))
    }
}

choice! {
    /// What a lost opportunity counts as in the reports.
    #[allow(missing_docs, reason = "named in R18")]
    LossClass { Competitor, NoDecision, Canceled, Disqualified, Other }
}

/// Which outcome a reason explains, and a loss of which class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReasonKind {
    /// Why it was won.
    Won,
    /// Why it was lost.
    Lost(LossClass),
}

impl ReasonKind {
    /// The outcome it explains.
    pub fn outcome(self) -> Outcome {
        match self {
            Self::Won => Outcome::Won,
            Self::Lost(_) => Outcome::Lost,
        }
    }
}

/// Why an opportunity was closed: an entry of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What records refer to.
    pub id: ReasonId,
    /// Its name; absent while a built-in one has the name that the language gives it.
    pub name: Option<Name>,
    /// What it explains.
    pub kind: ReasonKind,
    /// Whether a closing with this reason needs a description.
    pub needs_description: bool,
    /// Whether it is no longer offered.
    pub retired: bool,
}

/// Who won instead: an entry of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Competitor {
    /// What records refer to.
    pub id: Id,
    /// Its name.
    pub name: Name,
    /// Whether it is no longer offered.
    pub retired: bool,
}

/// Both lists, each in the order in which it is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lists {
    /// Status reasons of both outcomes.
    pub reasons: Vec<Reason>,
    /// Competitors.
    pub competitors: Vec<Competitor>,
}

/// What can be done with the lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListsCommand {
    /// Do something with the reason of this id.
    Reason(ReasonId, EntryCommand),
    /// Do something with the competitor of this id.
    Competitor(Id, EntryCommand),
    /// Add a reason of the user's own behind the others.
    AddReason {
        /// A new id.
        id: Id,
        /// Its name.
        name: Name,
        /// What it explains.
        kind: ReasonKind,
        /// Whether it needs a description.
        needs_description: bool,
    },
    /// Add a competitor behind the others.
    AddCompetitor {
        /// A new id.
        id: Id,
        /// Its name.
        name: Name,
    },
}

/// What can be done with an entry of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryCommand {
    /// Give it another name.
    Rename(Name),
    /// Offer it one place earlier; nothing happens at the top.
    MoveUp,
    /// Offer it one place later; nothing happens at the end.
    MoveDown,
    /// Offer it no longer. Records keep it.
    Retire,
    /// Offer it again.
    BringBack,
    /// Remove it; only what no record uses.
    Delete,
}

impl Default for Lists {
    /// The reasons that come with the program, and no competitor.
    fn default() -> Self {
        let built_in = |reason: BuiltInReason| Reason {
            id: ReasonId::BuiltIn(reason),
            name: None,
            kind: reason.kind(),
            needs_description: reason == BuiltInReason::Other,
            retired: false,
        };
        Self { reasons: BuiltInReason::ALL.iter().copied().map(built_in).collect(), competitors: Vec::new() }
    }
}

impl Lists {
    /// The reason of this id.
    pub fn reason(&self, id: ReasonId) -> Option<&Reason> {
        self.reasons.iter().find(|reason| reason.id == id)
    }

    /// The competitor of this id.
    pub fn competitor(&self, id: Id) -> Option<&Competitor> {
        self.competitors.iter().find(|competitor| competitor.id == id)
    }

    /// The competitor of this name, without regard to case and accents.
    pub fn competitor_named(&self, name: &str) -> Option<&Competitor> {
        let wanted = fold(name);
        self.competitors.iter().find(|competitor| fold(competitor.name.as_str()) == wanted)
    }

    /// The reasons of an outcome that are offered, in their order.
    pub fn offered(&self, outcome: Outcome) -> impl Iterator<Item = &Reason> {
        self.reasons.iter().filter(move |reason| reason.kind.outcome() == outcome && !reason.retired)
    }

    /// The lists after the command. `uses` counts the opportunities that refer to an entry.
    pub(in crate::domain) fn decide(
        &self,
        command: &ListsCommand,
        uses: impl Fn(&ListsCommand) -> usize,
    ) -> Result<Self, Refusal> {
        let mut after = self.clone();
        match command {
            ListsCommand::Reason(id, act) => after.change_reason(*id, act, || uses(command))?,
            ListsCommand::Competitor(id, act) => after.change_competitor(*id, act, || uses(command))?,
            ListsCommand::AddReason { id, name, kind, needs_description } => {
                let id = ReasonId::Own(*id);
                if self.reason(id).is_some() {
                    return Err(Refusal::EntryExists);
                }
                self.reason_name_free(name, kind.outcome(), None)?;
                after.reasons.push(Reason {
                    id,
                    name: Some(name.clone()),
                    kind: *kind,
                    needs_description: *needs_description,
                    retired: false,
                });
            }
            ListsCommand::AddCompetitor { id, name } => {
                if self.competitor(*id).is_some() {
                    return Err(Refusal::EntryExists);
                }
                self.competitor_name_free(name, None)?;
                after.competitors.push(Competitor { id: *id, name: name.clone(), retired: false });
            }
        }
        Ok(after)
    }

    fn change_reason(&mut self, id: ReasonId, act: &EntryCommand, uses: impl Fn() -> usize) -> Result<(), Refusal> {
        let place = self.reasons.iter().position(|reason| reason.id == id).ok_or(Refusal::NoEntry)?;
        let outcome = self.reason(id).map(|reason| reason.kind.outcome()).ok_or(Refusal::NoEntry)?;
        let offered_besides = self.offered(outcome).filter(|reason| reason.id != id).count();
        match act {
            EntryCommand::Rename(name) => self.reason_name_free(name, outcome, Some(id))?,
            EntryCommand::Retire if offered_besides == 0 => return Err(Refusal::LastReason(outcome)),
            EntryCommand::Delete => match (id, uses()) {
                (ReasonId::BuiltIn(_), _) => return Err(Refusal::BuiltIn(id)),
                (_, 0) if offered_besides == 0 => return Err(Refusal::LastReason(outcome)),
                (_, 0) => {}
                (_, records) => return Err(Refusal::InUse { records }),
            },
            _ => {}
        }
        let same_outcome = |reason: &Reason| reason.kind.outcome() == outcome;
        match act {
            EntryCommand::MoveUp => move_up(&mut self.reasons, place, same_outcome),
            EntryCommand::MoveDown => move_down(&mut self.reasons, place, same_outcome),
            EntryCommand::Delete => drop(self.reasons.remove(place)),
            _ => {
                let reason = self.reasons.get_mut(place).ok_or(Refusal::NoEntry)?;
                match act {
                    EntryCommand::Rename(name) => reason.name = Some(name.clone()),
                    EntryCommand::Retire => reason.retired = true,
                    _ => reason.retired = false,
                }
            }
        }
        Ok(())
    }

    fn change_competitor(&mut self, id: Id, act: &EntryCommand, uses: impl Fn() -> usize) -> Result<(), Refusal> {
        let place = self.competitors.iter().position(|competitor| competitor.id == id).ok_or(Refusal::NoEntry)?;
        match act {
            EntryCommand::MoveUp => move_up(&mut self.competitors, place, |_| true),
            EntryCommand::MoveDown => move_down(&mut self.competitors, place, |_| true),
            EntryCommand::Delete => match uses() {
                0 => drop(self.competitors.remove(place)),
                records => return Err(Refusal::InUse { records }),
            },
            EntryCommand::Rename(name) => {
                self.competitor_name_free(name, Some(id))?;
                if let Some(competitor) = self.competitors.get_mut(place) {
                    competitor.name = name.clone();
                }
            }
            EntryCommand::Retire | EntryCommand::BringBack => {
                if let Some(competitor) = self.competitors.get_mut(place) {
                    competitor.retired = *act == EntryCommand::Retire;
                }
            }
        }
        Ok(())
    }

    fn reason_name_free(&self, name: &Name, outcome: Outcome, except: Option<ReasonId>) -> Result<(), Refusal> {
        let taken = self.reasons.iter().any(|reason| {
            reason.kind.outcome() == outcome && Some(reason.id) != except && same_name(reason.name.as_ref(), name)
        });
        if taken { Err(name_taken()) } else { Ok(()) }
    }

    fn competitor_name_free(&self, name: &Name, except: Option<Id>) -> Result<(), Refusal> {
        let same = self.competitor_named(name.as_str());
        if same.is_some_and(|competitor| Some(competitor.id) != except) { Err(name_taken()) } else { Ok(()) }
    }
}

fn same_name(listed: Option<&Name>, name: &Name) -> bool {
    listed.is_some_and(|listed| fold(listed.as_str()) == fold(name.as_str()))
}

fn name_taken() -> Refusal {
    Refusal::Problems(vec![FieldProblem::new(Field::EntryName, Problem::NameTaken)])
}

/// Swaps the entry with the one before it of the same group.
fn move_up<T>(entries: &mut [T], place: usize, same_group: impl Fn(&T) -> bool) {
    if let Some(before) = entries.iter().take(place).rposition(same_group) {
        entries.swap(before, place);
    }
}

/// Swaps the entry with the one behind it of the same group.
fn move_down<T>(entries: &mut [T], place: usize, same_group: impl Fn(&T) -> bool) {
    if let Some(steps) = entries.iter().skip(place + 1).position(same_group) {
        entries.swap(place, place + 1 + steps);
    }
}
