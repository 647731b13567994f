//! Changing the same few fields of many opportunities in one act, and moving many into the bin or out of it.

use super::{Book, Command, Date, OpenReason, OpportunityCommand, OpportunityEntry, OpportunityId, Refusal, Stage};

/// What becomes the same in all of them; a field that is absent stays in each as it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BulkEdit {
    /// How far they have come.
    pub stage: Option<Stage>,
    /// Why they are open.
    pub open_reason: Option<OpenReason>,
    /// When they should close.
    pub estimated_close_date: Option<Date>,
}

impl BulkEdit {
    /// Whether it changes nothing, whatever they are like.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The one act that changes those of them that can be changed.
    pub fn command(&self, book: &Book, ids: &[OpportunityId]) -> Command {
        let edit = |id: &OpportunityId| {
            let entry = self.entry(book, *id).ok()?;
            Some(Command::Opportunity(*id, OpportunityCommand::Edit(entry)))
        };
        Command::Many(ids.iter().filter_map(edit).collect())
    }

    /// Those that are left out, and why.
    pub fn left_out(&self, book: &Book, ids: &[OpportunityId]) -> Vec<(OpportunityId, Refusal)> {
        ids.iter().filter_map(|id| self.entry(book, *id).err().map(|refusal| (*id, refusal))).collect()
    }

    fn entry(self, book: &Book, id: OpportunityId) -> Result<OpportunityEntry, Refusal> {
        let opportunity = book.outside_bin(id)?;
        opportunity.must_be_open()?;
        let mut entry = OpportunityEntry::of(opportunity);
        let details = &mut entry.details;
        details.stage = self.stage.unwrap_or(details.stage);
        details.estimated_close_date = self.estimated_close_date.or(details.estimated_close_date);
        entry.open_reason = self.open_reason.unwrap_or(entry.open_reason);
        Ok(entry)
    }
}

impl Command {
    /// The one act that moves these into the bin.
    pub fn delete(ids: &[OpportunityId]) -> Self {
        Self::each(ids, &OpportunityCommand::Delete)
    }

    /// The one act that brings these back from the bin.
    pub fn restore(ids: &[OpportunityId]) -> Self {
        Self::each(ids, &OpportunityCommand::Restore)
    }

    fn each(ids: &[OpportunityId], act: &OpportunityCommand) -> Self {
        Self::Many(ids.iter().map(|id| Self::Opportunity(*id, act.clone())).collect())
    }
}
