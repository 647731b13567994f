//! The sample book of the demonstration: a consultant's pipeline in all states that there are.
//!
//! The deals are data; what happened to them is told to a book by ordinary commands at earlier clocks, so every rule
//! holds, and the days are counted from the clock passed in, so it looks alive on any day. Only then is it written,
//! each record once.

mod deal;
mod deals;
mod story;

use super::{CommitError, Workspace};
use crate::domain::{Book, Clock, Key, RecordChange, Refusal};
use crate::storage::{self, Reserve, Shelf, StorageError};

/// Fills the demonstration's book. One that has opportunities stays as it is, and so does every other book.
///
/// # Errors
/// It could not be written, or not all of it.
pub fn fill(workspace: &mut Workspace, clock: Clock) -> Result<(), CommitError> {
    if workspace.shelf != Shelf::Demo || workspace.book.with_bin().len() > 0 {
        return Ok(());
    }
    let sample = book(clock).map_err(CommitError::Refused)?;
    let opportunities = sample.opportunities().map(|opportunity| Key::Opportunity(opportunity.id));
    for key in std::iter::once(Key::Lists).chain(opportunities) {
        let change = RecordChange { key, before: workspace.book.record(key), after: sample.record(key) };
        workspace.write(&change, Reserve::Keep)?;
    }
    Ok(())
}

/// Removes everything of the demonstration, and nothing else, and fills it anew. What was done in it cannot be taken back
/// afterwards.
///
/// # Errors
/// It could not be removed or written, or not all of it.
pub fn reset(workspace: &mut Workspace, clock: Clock) -> Result<(), CommitError> {
    if workspace.shelf != Shelf::Demo {
        return Ok(());
    }
    // Another tab may have moved the format on since this one read it.
    workspace.newer_format = storage::newer_format(&*workspace.store, workspace.shelf).map_err(CommitError::Storage)?;
    if let Some(found) = workspace.newer_format.clone() {
        return Err(CommitError::Storage(StorageError::NewerFormat { found }));
    }
    let removed = remove_all(workspace);
    *workspace = Workspace::open(workspace.store.clone(), workspace.shelf, clock);
    removed.map_err(CommitError::Storage)?;
    fill(workspace, clock)
}

/// The sample as a book.
fn book(clock: Clock) -> Result<Book, Refusal> {
    let deals: Vec<&deal::Deal> = deals::OPEN.iter().chain(&deals::CLOSED).collect();
    story::tell(&deals::COMPETITORS, &deals, clock)
}

fn remove_all(workspace: &Workspace) -> Result<(), StorageError> {
    let keys = workspace.store.keys()?;
    keys.iter().filter(|key| key.starts_with(Shelf::Demo.prefix())).try_for_each(|key| workspace.store.remove(key))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::domain::{
        Cancellation, Closing, Currency, Instant, OpenReason, Opportunity, Outcome, QuoteClosed, QuoteState, Revenue,
        Status,
    };

    /// 22 November 2026, 10:00 in Kuala Lumpur.
    const NOW: Clock = Clock { now: Instant(1_795_312_800_000), ahead_of_utc: 480 };

    #[test]
    fn every_state_is_in_it_and_no_rule_is_broken() {
        let book = book(NOW).unwrap();
        let all: Vec<&Opportunity> = book.opportunities().map(|it| &**it).collect();
        assert_eq!(all.len(), 24);
        for opportunity in &all {
            assert_eq!(opportunity.breaches(), [], "{}", opportunity.details.topic);
            assert!(opportunity.created_on < opportunity.modified_on && opportunity.modified_on <= NOW.now);
        }
        let outcomes = all.iter().fold(BTreeMap::new(), |mut counts, it| {
            *counts.entry(it.outcome()).or_insert(0) += 1;
            counts
        });
        assert_eq!(outcomes, BTreeMap::from([(None, 14), (Some(Outcome::Won), 5), (Some(Outcome::Lost), 5)]));

        let states: BTreeSet<&str> = all
            .iter()
            .flat_map(|it| &it.quotes)
            .map(|quote| match quote.state() {
                QuoteState::Draft => "draft",
                QuoteState::Active => "active",
                QuoteState::Won(_) => "won",
                QuoteState::Closed(QuoteClosed::Lost, _) => "lost",
                QuoteState::Closed(QuoteClosed::Canceled, _) => "canceled",
                QuoteState::Closed(QuoteClosed::Revised, _) => "revised",
            })
            .collect();
        assert_eq!(states.len(), 6);
        let currencies: BTreeSet<Currency> = all.iter().map(|it| it.details.currency).collect();
        assert_eq!(currencies.into_iter().map(Currency::code).collect::<Vec<_>>(), ["JPY", "MYR", "SGD"]);

        let any = |holds: &dyn Fn(&Opportunity) -> bool| all.iter().any(|it| holds(it));
        let canceled_by = |it: &Opportunity, by| it.canceled_closings.iter().any(|closing| closing.by == by);
        assert!(any(&|it| matches!(it.status, Status::Open(OpenReason::OnHold))));
        assert!(any(&|it| it.quotes.iter().any(|quote| quote.is_expired(NOW.today()))));
        assert!(any(&|it| it.closing().and_then(Closing::competitor).is_some_and(|rival| rival.id.is_some())));
        assert!(any(&|it| it.closing().and_then(Closing::competitor).is_some_and(|rival| rival.id.is_none())));
        assert!(any(&|it| it.closing().and_then(Closing::revisit_on).is_some_and(|day| day > NOW.today())));
        assert!(any(&|it| it.outcome().is_none() && canceled_by(it, Cancellation::Reopening)));
        assert!(any(&|it| it.outcome().is_some() && canceled_by(it, Cancellation::Correction)));
        assert!(any(&|it| it.outcome().is_none() && it.won_quote().is_some()));
        assert!(any(&|it| it.outcome().is_none() && it.details.estimated_close_date < Some(NOW.today())));
        assert!(any(&|it| it.details.revenue == Revenue::Calculated && !it.lines.is_empty()));
        assert!(any(&|it| !it.notes.is_empty()) && any(&|it| !it.stage_changes.is_empty()));
    }

    #[test]
    fn it_can_be_told_on_any_day() {
        for days in [0, 1, 59, 365, 20_000, 80_000] {
            let now = Instant(days * 86_400_000 + 1000);
            for ahead_of_utc in [-720, 0, 480, 840] {
                assert_eq!(
                    book(Clock { now, ahead_of_utc }).map(|book| book.opportunities().count()),
                    Ok(24),
                    "{days}"
                );
            }
        }
    }

    #[test]
    fn its_ids_are_the_same_every_time() {
        let ids = |clock| book(clock).unwrap().opportunities().map(|it| it.id).collect::<Vec<_>>();
        assert_eq!(ids(NOW), ids(Clock { now: Instant(0), ahead_of_utc: 0 }));
    }
}
