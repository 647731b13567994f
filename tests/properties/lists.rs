//! What a command makes of the lists, said a second time (R18).

use tutup::domain::{Competitor, EntryCommand, Lists, ListsCommand, Reason, ReasonId};

use super::invariants::{Check, ensure};

/// Whether `after` is what the command makes of `before`.
pub fn follows(before: &Lists, command: &ListsCommand, after: &Lists) -> Check {
    let reasons_kept = before.reasons == after.reasons;
    let competitors_kept = before.competitors == after.competitors;
    match command {
        ListsCommand::AddReason { id, name, kind, needs_description } => {
            let name = Some(name.clone());
            let (id, needs_description) = (ReasonId::Own(*id), *needs_description);
            let new = Reason { id, name, kind: *kind, needs_description, retired: false };
            let expected: Vec<Reason> = before.reasons.iter().cloned().chain([new]).collect();
            ensure!(competitors_kept && after.reasons == expected, "R18: {:?}", after.reasons);
        }
        ListsCommand::AddCompetitor { id, name } => {
            let new = Competitor { id: *id, name: name.clone(), retired: false };
            let expected: Vec<Competitor> = before.competitors.iter().cloned().chain([new]).collect();
            ensure!(reasons_kept && after.competitors == expected, "R18: {:?}", after.competitors);
        }
        ListsCommand::Reason(id, act) => {
            ensure!(competitors_kept, "R18: competitors were changed");
            let outcome = |reason: &Reason| reason.kind.outcome();
            let of = before.reasons.iter().find(|reason| reason.id == *id).map(outcome);
            let expected = changed(
                &before.reasons,
                act,
                |it| it.id == *id,
                |it| Some(outcome(it)) == of,
                |it, act| match act {
                    EntryCommand::Rename(name) => it.name = Some(name.clone()),
                    act => it.retired = *act == EntryCommand::Retire,
                },
            );
            ensure!(after.reasons == expected, "R18: {:?} instead of {expected:?}", after.reasons);
        }
        ListsCommand::Competitor(id, act) => {
            ensure!(reasons_kept, "R18: reasons were changed");
            let expected = changed(
                &before.competitors,
                act,
                |it| it.id == *id,
                |_| true,
                |it, act| match act {
                    EntryCommand::Rename(name) => it.name = name.clone(),
                    act => it.retired = *act == EntryCommand::Retire,
                },
            );
            ensure!(after.competitors == expected, "R18: {:?} instead of {expected:?}", after.competitors);
        }
    }
    Ok(())
}

/// The entries after the act. One moves past its neighbour of the same group, whatever stands between.
fn changed<T: Clone>(
    entries: &[T],
    act: &EntryCommand,
    is_it: impl Fn(&T) -> bool,
    in_group: impl Fn(&T) -> bool,
    set: impl Fn(&mut T, &EntryCommand),
) -> Vec<T> {
    let mut after = entries.to_vec();
    let group: Vec<usize> = (0..entries.len()).filter(|place| in_group(&entries[*place])).collect();
    let rank = group.iter().position(|place| is_it(&entries[*place]));
    match (act, rank) {
        (EntryCommand::MoveUp, Some(rank)) if rank > 0 => after.swap(group[rank], group[rank - 1]),
        (EntryCommand::MoveDown, Some(rank)) if rank + 1 < group.len() => after.swap(group[rank], group[rank + 1]),
        (EntryCommand::MoveUp | EntryCommand::MoveDown, _) => {}
        (EntryCommand::Delete, _) => after.retain(|entry| !is_it(entry)),
        _ => after.iter_mut().filter(|entry| is_it(entry)).for_each(|entry| set(entry, act)),
    }
    after
}
