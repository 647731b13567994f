//! Where a card can go, and the one way in which it goes there.

use leptos::prelude::*;

use super::Board;
use super::card::link_id;
use crate::domain::{Command, Opportunity, OpportunityCommand, OpportunityEntry, OpportunityId, Outcome, Stage};
use crate::ui::browser;
use crate::ui::opportunity::save_kept;
use crate::ui::route::{Over, Route};

/// Where a card can go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// To a stage.
    Stage(Stage),
    /// Into the dialog that closes it; it stays where it is until it is closed.
    Outcome(Outcome),
}

impl Target {
    /// The code by which a place on the page says what it is.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Stage(stage) => stage.code(),
            Self::Outcome(Outcome::Won) => "won",
            Self::Outcome(Outcome::Lost) => "lost",
        }
    }

    /// The target of this code.
    pub(super) fn from_code(code: &str) -> Option<Self> {
        match code {
            "won" => Some(Self::Outcome(Outcome::Won)),
            "lost" => Some(Self::Outcome(Outcome::Lost)),
            stage => Stage::from_code(stage).map(Self::Stage),
        }
    }
}

impl Board {
    /// Moves a card, or opens the dialog that closes it.
    pub(super) fn move_card(self, id: OpportunityId, target: Target) {
        match target {
            Target::Stage(stage) => self.move_to(id, stage),
            // The focus comes back to the card when the dialog is left.
            Target::Outcome(outcome) => {
                browser::focus(&link_id(id));
                self.store.go(Route::Board(Over::Close(id, outcome)));
            }
        }
    }

    /// Brings an opportunity to another stage. What is unsaved of it is saved first (R22); where that cannot be, its form says
    /// why, and it stays where it was.
    fn move_to(self, id: OpportunityId, stage: Stage) {
        let moves = |it: &Opportunity| it.is_editable() && it.details.stage != stage;
        if self.now(id, moves).is_none() || !save_kept(self.store, self.locale, id) {
            return;
        }
        // What was unsaved may have been this very stage.
        if let Some(it) = self.now(id, moves) {
            let mut entry = OpportunityEntry::of(&it);
            entry.details.stage = stage;
            let edit = Command::Opportunity(id, OpportunityCommand::Edit(entry));
            if self.store.act(&edit).is_none() {
                return;
            }
        }
        self.moved.set(Some(id));
        self.tell(id, stage);
        browser::after_drawing(move || browser::focus(&link_id(id)));
    }

    fn now(self, id: OpportunityId, is_so: impl Fn(&Opportunity) -> bool) -> Option<std::sync::Arc<Opportunity>> {
        untrack(|| self.store.read(|book| book.opportunity(id).filter(|it| is_so(it)).cloned()))
    }

    /// Says where a card stands now, to those who do not see it.
    fn tell(self, id: OpportunityId, stage: Stage) {
        let Some(it) = self.now(id, |_| true) else { return };
        let (place, count) = self.list(stage).with_untracked(|list| (list.place(id), list.rows().len()));
        let (place, count) = self
            .locale
            .format
            .with_value(|format| (format.count(place.map_or(count, |place| place + 1)), format.count(count)));
        self.said.set(self.locale.words.now_stands(it.details.topic.as_str(), stage, &place, &count));
    }
}
