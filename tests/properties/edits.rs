//! What entering again makes of an opportunity and of a draft, said a second time.

use tutup::domain::{Clock, LineEntry, Opportunity, OpportunityEntry, Price, Quote, QuoteEntry, Stage, StageChange};

use super::invariants::{Check, ensure};

/// Whether the opportunity holds what was entered, with its stage change noted.
pub fn edited(before: &Opportunity, entry: &OpportunityEntry, after: &Opportunity, clock: Clock) -> Check {
    ensure!(after.details == entry.details, "an edit kept other fields");
    lines_follow(before.lines.iter().map(|line| line.id), entry.lines.iter(), after.lines.iter())?;
    let kept = after.stage_changes.get(..before.stage_changes.len());
    ensure!(kept == Some(&before.stage_changes), "R24: earlier stage changes were changed");
    let (from, to): (Stage, Stage) = (before.details.stage, entry.details.stage);
    let noted: Vec<StageChange> = (from != to).then_some(StageChange { from, to, at: clock.now }).into_iter().collect();
    ensure!(after.stage_changes[before.stage_changes.len()..] == noted, "R24: the stage change is noted otherwise");
    Ok(())
}

/// Whether the draft says what was entered.
pub fn quote_edited(old: &Quote, entry: &QuoteEntry, new: &Quote) -> Check {
    let known = old.content.price.lines().iter().map(|line| line.line.id);
    let lines = new.content.price.lines();
    lines_follow(known, entry.lines.iter().map(|line| &line.line), lines.iter().map(|line| &line.line))?;
    let amounts = lines.iter().map(|line| line.amount).eq(entry.lines.iter().map(|line| line.amount));
    ensure!(amounts, "an edit kept other amounts");
    let total = match new.content.price {
        Price::Typed(total) => total == entry.total,
        Price::Lines(_) => true,
    };
    let (said, asked) = (&new.content, entry);
    let days = (said.effective_from, said.effective_to, said.due_by);
    let same = days == (asked.effective_from, asked.effective_to, asked.due_by)
        && said.name == asked.name
        && said.description == asked.description;
    ensure!(total && same, "an edit kept something else");
    Ok(())
}

/// Whether the lines are the entered ones: a known line keeps its id, and no id of a line that went is taken again.
fn lines_follow<'a>(
    known: impl Iterator<Item = u32>,
    entries: impl ExactSizeIterator<Item = &'a LineEntry>,
    lines: impl ExactSizeIterator<Item = &'a tutup::domain::Line>,
) -> Check {
    ensure!(entries.len() == lines.len(), "{} lines instead of {}", lines.len(), entries.len());
    let mut known: Vec<u32> = known.collect();
    let all = known.clone();
    for (entry, line) in entries.zip(lines) {
        let same = line.name == entry.name && line.billing == entry.billing && line.budget == entry.budget;
        ensure!(same, "{line:?} was entered as {entry:?}");
        let place = entry.id.and_then(|id| known.iter().position(|known| *known == id));
        match place {
            Some(place) => ensure!(line.id == known.swap_remove(place), "line {} has lost its id", line.id),
            None => ensure!(!all.contains(&line.id), "a new line has the id {} of another one", line.id),
        }
    }
    Ok(())
}
