//! What two tabs wrote at the same moment, kept until the user has compared it.

use std::sync::Arc;

use leptos::prelude::*;

use super::Store;
use crate::domain::{Opportunity, OpportunityId, Record};
use crate::storage::{Conflict, Shelf, Theirs};

/// An opportunity that two tabs wrote over one version of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crossed {
    /// What both were made of, where that is known.
    pub base: Option<Arc<Opportunity>>,
    /// What this tab wrote.
    pub ours: Arc<Opportunity>,
    /// What the other one wrote.
    pub theirs: Arc<Opportunity>,
    /// Whether ours is what is stored.
    pub is_ours_stored: bool,
}

impl Store {
    /// What this tab and another one wrote of the opportunity at the same moment, if they did.
    pub fn crossed(self, id: OpportunityId) -> Option<Crossed> {
        let shown = self.shelf();
        let of = |(on, crossed): &(Shelf, Crossed)| (*on == shown && crossed.ours.id == id).then(|| crossed.clone());
        self.books.with(|books| books.crossed.as_ref().and_then(of))
    }

    /// The user has decided.
    pub fn forget_crossed(self) {
        self.change(|books| books.crossed = None);
    }

    /// Keeps both versions, where they are of an opportunity.
    pub(super) fn keep_crossed(self, which: Shelf, conflict: Conflict, is_ours_stored: bool) {
        let Conflict { base, ours: Some(Record::Opportunity(ours)), theirs: Theirs::Record(theirs), .. } = conflict
        else {
            return;
        };
        let Record::Opportunity(theirs) = theirs else { return };
        let base = base.and_then(|base| if let Record::Opportunity(base) = base { Some(base) } else { None });
        let crossed = Crossed { base, ours, theirs, is_ours_stored };
        self.change(|books| books.crossed = Some((which, crossed)));
    }
}
