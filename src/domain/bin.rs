//! The bin: what was deleted, whole, until it is restored or removed for good (R26).
//!
//! An opportunity lies in the bin while it says when it was deleted, and that is all that deleting changes of it: so
//! *restore* brings it back as it was, *modified on* included. Nothing leaves the bin by the clock.

use std::sync::Arc;

use super::{
    Book, Command, Instant, Key, Opportunity, OpportunityCommand, OpportunityId, Record, RecordChange, Refusal,
};

impl Opportunity {
    /// Whether it lies in the bin, where it is read-only.
    pub fn is_in_bin(&self) -> bool {
        self.deleted_on.is_some()
    }
}

impl Book {
    /// The opportunities in the bin, in the order of the ids.
    pub fn bin(&self) -> impl Iterator<Item = &Arc<Opportunity>> {
        self.with_bin().filter(|opportunity| opportunity.is_in_bin())
    }

    /// The opportunity of this id, unless it lies in the bin: what every act but those of the bin begins with.
    ///
    /// # Errors
    /// There is none, or it lies in the bin.
    pub(in crate::domain) fn outside_bin(&self, id: OpportunityId) -> Result<&Arc<Opportunity>, Refusal> {
        let found = self.opportunity(id).ok_or(Refusal::NoOpportunity(id))?;
        if found.is_in_bin() { Err(Refusal::InBin(id)) } else { Ok(found) }
    }

    /// Moves it into the bin, open or closed.
    pub(in crate::domain) fn delete(&self, id: OpportunityId, now: Instant) -> Result<RecordChange, Refusal> {
        let found = self.outside_bin(id)?;
        Ok(moved(found, Some(now)))
    }

    /// Brings it back from the bin as it was.
    pub(in crate::domain) fn restore(&self, id: OpportunityId) -> Result<RecordChange, Refusal> {
        let found = self.in_bin(id)?;
        Ok(moved(found, None))
    }

    /// Takes it out of the bin and out of the book, and frees its quote numbers.
    pub(in crate::domain) fn remove(&self, id: OpportunityId) -> Result<RecordChange, Refusal> {
        let found = self.in_bin(id)?;
        Ok(RecordChange { key: Key::Opportunity(id), before: Some(Record::Opportunity(found.clone())), after: None })
    }

    fn in_bin(&self, id: OpportunityId) -> Result<&Arc<Opportunity>, Refusal> {
        let found = self.opportunity(id).ok_or(Refusal::NoOpportunity(id))?;
        if found.is_in_bin() { Ok(found) } else { Err(Refusal::NotInBin(id)) }
    }
}

fn moved(before: &Arc<Opportunity>, deleted_on: Option<Instant>) -> RecordChange {
    let after = Opportunity { deleted_on, ..Opportunity::clone(before) };
    RecordChange {
        key: Key::Opportunity(before.id),
        before: Some(Record::Opportunity(before.clone())),
        after: Some(Record::Opportunity(Arc::new(after))),
    }
}

impl Command {
    /// The one act that removes these for good: what the user was asked about when the bin is emptied, and nothing that
    /// came into it since.
    pub fn empty_bin(ids: &[OpportunityId]) -> Self {
        let remove = |id: &OpportunityId| Self::Opportunity(*id, OpportunityCommand::Remove);
        Self::Many(ids.iter().map(remove).collect())
    }
}
