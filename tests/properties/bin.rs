//! The bin, said a second time (R26), and commands for it by chance.

use std::collections::BTreeSet;

use tutup::domain::{
    Book, Clock, Command, Id, Opportunity, OpportunityCommand, OpportunityId, QuoteNumber, Refusal, Terms,
};

use super::chance::{Chance, OPPORTUNITIES};
use super::invariants::{Check, closings, ensure};

/// Whether the record lies there.
pub fn has(book: &Book, id: OpportunityId) -> bool {
    book.opportunity(id).is_some_and(|it| it.deleted_on.is_some())
}

/// Whether the act is one of the bin's own.
pub fn is_of_bin(act: &OpportunityCommand) -> bool {
    use OpportunityCommand::{Delete, Remove, Restore};
    matches!(act, Delete | Restore | Remove)
}

/// What the bin's own act makes of a record: where it lies, and nothing else of it.
pub fn follows(before: &Opportunity, act: &OpportunityCommand, after: Option<&Opportunity>, clock: Clock) -> Check {
    let expected = match act {
        OpportunityCommand::Delete => Some(Some(clock.now)),
        OpportunityCommand::Restore => Some(None),
        _ => None,
    };
    let expected = expected.map(|deleted_on| {
        let mut it = before.clone();
        it.deleted_on = deleted_on;
        it
    });
    ensure!(expected.as_ref() == after, "R26: {after:?} instead of {expected:?}");
    Ok(())
}

/// Whether the refusal says of the right record whether it lies there; and what lies there is refused for that first.
pub fn is_named(book: &Book, command: &Command, refusal: &Refusal) -> bool {
    let (id, own) = match command {
        Command::Opportunity(_, OpportunityCommand::CopyOf(source, _)) => (*source, false),
        Command::Opportunity(_, OpportunityCommand::Create(_))
        | Command::Lists(_)
        | Command::Preferences(_)
        | Command::Many(_) => return true,
        Command::Opportunity(id, act) => (*id, is_of_bin(act)),
        Command::Quote(id, ..) => (*id, false),
    };
    match refusal {
        Refusal::InBin(named) => *named == id && has(book, id),
        Refusal::NotInBin(named) => own && *named == id && !has(book, id),
        // A copy to an id that is taken is refused for that.
        Refusal::OpportunityExists(_) => true,
        _ => !has(book, id),
    }
}

/// The book outside the bin shows nothing of what lies there, and the two together are everything.
pub fn is_apart(book: &Book) -> Check {
    let ids = |all: &mut dyn Iterator<Item = OpportunityId>| all.collect::<Vec<_>>();
    let outside = ids(&mut book.opportunities().map(|it| it.id));
    let inside = ids(&mut book.bin().map(|it| it.id));
    let all: BTreeSet<_> = book.with_bin().map(|it| it.id).collect();
    let together: BTreeSet<_> = outside.iter().chain(&inside).copied().collect();
    ensure!(outside.len() + inside.len() == all.len() && together == all, "R26: {outside:?} and {inside:?}");
    let deleted = |ids: &[OpportunityId]| ids.iter().filter(|id| has(book, **id)).count();
    ensure!((deleted(&outside), deleted(&inside)) == (0, inside.len()), "R26: {outside:?} are not in the bin");

    let listed = |name: &str| book.lists().competitors.iter().any(|it| it.name.as_str().eq_ignore_ascii_case(name));
    for name in book.competitor_names().iter().filter(|name| !listed(name)) {
        let named = outside.iter().filter_map(|id| book.opportunity(*id)).any(|it| names(it, name));
        ensure!(named, "R26: {name} is offered, and only the bin has it");
    }
    for number in all.iter().filter_map(|id| book.opportunity(*id)).flat_map(|it| &it.quotes).map(|it| it.key.number) {
        not_shown_from_bin(book, number)?;
    }
    Ok(())
}

fn names(it: &Opportunity, name: &str) -> bool {
    closings(it).iter().any(|closing| match &closing.facts().terms {
        Terms::Lost { competitor: Some(rival), .. } => rival.name.as_str().eq_ignore_ascii_case(name),
        _ => false,
    })
}

fn not_shown_from_bin(book: &Book, number: QuoteNumber) -> Check {
    let nobody = Id::from_number(OPPORTUNITIES + 1);
    let shown = book.also_numbered(number, nobody);
    ensure!(shown.iter().all(|it| it.deleted_on.is_none()), "R26: {number} is shown from the bin");
    Ok(())
}

impl Chance<'_> {
    /// Something with the bin: mostly what can be done with this record.
    pub fn bin_act(&mut self, it: &Opportunity) -> OpportunityCommand {
        use OpportunityCommand::{Delete, Remove, Restore};
        match (it.deleted_on.is_some(), self.rng.u8(..10)) {
            (true, 0..=5) | (false, 9) => Restore,
            (true, 6..=8) | (false, 8) => Remove,
            _ => Delete,
        }
    }

    /// The bin is emptied of all that it holds; at times of something besides.
    pub fn empty_bin(&mut self, book: &Book) -> Command {
        let mut ids: Vec<OpportunityId> = book.bin().map(|it| it.id).collect();
        if ids.is_empty() || self.once_in(8) {
            ids.push(self.id());
        }
        Command::empty_bin(&ids)
    }
}
