//! The dialog at work: what was entered, what it shows of it, and the act.

use std::sync::Arc;

use leptos::prelude::*;

use super::case::Case;
use super::entered::{self, Entered, Picks};
use super::shown::Shown;
use crate::domain::{
    ClosingEntry, Command, Fate, Field, Key, Opportunity, OpportunityCommand, OpportunityId, Outcome, QuoteKey, Refusal,
};
use crate::storage::StorageError;
use crate::ui::browser;
use crate::ui::parts::{FormState, control_of, show_text};
use crate::ui::route::{Panel, Route};
use crate::ui::store::{Store, use_store};
use crate::ui::text::{Locale, use_locale};
use crate::workspace::CommitError;

/// Prefix of the ids in the dialog.
pub const ID: &str = "close";

/// The fields whose controls hold text.
const TEXTS: [Field; 5] =
    [Field::Competitor, Field::ActualRevenue, Field::CloseDate, Field::RevisitOn, Field::Description];

/// The dialog: its parts ask it what to show and tell it what was entered.
#[derive(Clone, Copy)]
pub struct Dialog {
    /// Whether it corrects a closing.
    pub correcting: bool,
    /// The book.
    pub store: Store,
    /// The language.
    pub locale: Locale,
    /// Its form.
    pub form: FormState,
    /// What is closed, as it stands now: another tab may change it meanwhile.
    pub opportunity: Memo<Arc<Opportunity>>,
    /// Everything that follows from it and from what was entered.
    pub shown: Memo<Shown>,
    /// Whether it started with what was entered before.
    pub restored: RwSignal<bool>,
    /// Why the act could not be done, where no field is to blame.
    pub failure: RwSignal<Option<NotDone>>,
    own: StoredValue<Own>,
}

/// Why the act was not done, where no field is to blame.
#[derive(Clone)]
pub enum NotDone {
    /// The opportunity was changed elsewhere under the dialog, since the user last saw it: before and after.
    Changed([Arc<Opportunity>; 2]),
    /// This forbids it, or this could not be done.
    Failed(CommitError),
}

/// What the dialog keeps for itself.
#[derive(Clone, Copy)]
struct Own {
    id: OpportunityId,
    /// Which way it closes before anything is entered.
    opened: Outcome,
    entered: RwSignal<Entered>,
    won: RwSignal<Picks>,
    lost: RwSignal<Picks>,
    /// The opportunity as the user last saw it.
    seen: StoredValue<Arc<Opportunity>>,
    /// Whether the act is done.
    done: bool,
}

impl Own {
    fn picks(self, outcome: Outcome) -> RwSignal<Picks> {
        match outcome {
            Outcome::Won => self.won,
            Outcome::Lost => self.lost,
        }
    }
}

impl Dialog {
    /// The dialog of this opportunity, with what was entered in it before.
    pub fn open(opportunity: Arc<Opportunity>, outcome: Outcome, correcting: bool) -> Self {
        let (store, locale) = (use_store(), use_locale());
        let id = opportunity.id;
        let page = store.address(Route::Opportunity(id, Panel::None));
        let key = format!("{page}/{}", if correcting { "correct" } else { "close" });
        let form = FormState::new(ID, key, entered::Typed::default(), opportunity.details.currency);
        // The closing that is corrected says which way it closed; a button that closes says so itself.
        let opened = opportunity.outcome().unwrap_or(outcome);
        let kept = form.initial.with_value(|kept| entered::from_kept(kept, (!correcting).then_some(outcome)));
        let (before, mut picks) = kept.unwrap_or_else(|| (Entered::new(opened), std::collections::BTreeMap::new()));
        let entered = RwSignal::new(before);
        let mut picked = |outcome| RwSignal::new(picks.remove(&outcome).unwrap_or_default());
        let (won, lost) = (picked(Outcome::Won), picked(Outcome::Lost));
        let record = store.opportunity(id);
        let seen = StoredValue::new(opportunity.clone());
        let opportunity = Memo::new(move |_| record.get().unwrap_or_else(|| opportunity.clone()));
        let (lists, preferences) = (store.lists(), store.preferences());
        let shown = Memo::new(move |_| {
            store.today().track();
            let (opportunity, lists) = (opportunity.get(), lists.get());
            let (entered, won, lost) = (entered.read(), won.read(), lost.read());
            locale.format.with_value(|format| {
                let case = Case {
                    opportunity: &opportunity,
                    lists: &lists,
                    drafts: preferences.get().drafts,
                    clock: browser::clock(),
                    write: &|date| format.date(date),
                    months: &format.months(),
                };
                let picks = match entered.outcome() {
                    Outcome::Won => &won,
                    Outcome::Lost => &lost,
                };
                Shown::of(case, &entered, picks)
            })
        });
        form.initial.set_value(shown.with_untracked(Shown::typed));
        let restored = RwSignal::new(form.restored);
        let failure = RwSignal::new(None);
        let own = StoredValue::new(Own { id, opened, entered, won, lost, seen, done: false });
        Self { correcting, store, locale, form, opportunity, shown, restored, failure, own }
    }

    /// Part of what is shown, told anew only when that part changes.
    pub fn part<T: PartialEq + Send + Sync + 'static>(
        self,
        part: impl Fn(&Shown) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.shown.with(&part))
    }

    /// What was picked for the quotes with this outcome.
    pub fn picks(self, outcome: Outcome) -> RwSignal<Picks> {
        self.own.get_value().picks(outcome)
    }

    // --- what is entered

    /// Takes what the control of the event holds now.
    pub fn take(self, event: &web_sys::Event) {
        // A control that loses the focus by being removed says once more that it changed.
        let (Some(own), Some((name, text))) = (self.own.try_get_value(), control_of(event)) else { return };
        let fields = TEXTS.into_iter().chain([Field::StatusReason, Field::Quotes]);
        if let Some(outcome) = (name == Field::Outcome.name()).then(|| Outcome::from_code(&text)).flatten() {
            self.switch(outcome);
        } else if let Some(quote) = entered::fate_of(&name) {
            self.give_way(quote, Fate::from_code(&text));
        } else if let Some(field) = fields.into_iter().find(|field| field.name() == name) {
            own.entered.update(|entered| entered.take(field, text));
        }
        self.changed();
    }

    /// Takes this revenue; where it is what the field would follow anyway, it follows again.
    pub fn take_revenue(self, text: String) {
        let entered = self.own.get_value().entered;
        entered.update(|entered| entered.follow(Field::ActualRevenue));
        if self.shown.with_untracked(|shown| shown.text(Field::ActualRevenue) != text) {
            entered.update(|entered| entered.take(Field::ActualRevenue, text));
        }
        self.changed();
        browser::focus(&self.form.control_id(Field::ActualRevenue));
    }

    /// Forgets everything that was entered.
    pub fn start_over(self) {
        let own = self.own.get_value();
        own.entered.set(Entered::new(own.opened));
        own.won.update(Picks::clear);
        own.lost.update(Picks::clear);
        self.form.problems.set(Vec::new());
        self.failure.set(None);
        self.restored.set(false);
        self.changed();
        browser::focus(&self.form.control_id(Field::Outcome));
    }

    /// Closes it the other way. The address says so too, and a reload opens the dialog as it stands.
    fn switch(self, outcome: Outcome) {
        let own = self.own.get_value();
        own.entered.update(|entered| entered.switch(outcome));
        self.form.problems.set(Vec::new());
        if !self.correcting {
            browser::address::replace(&self.store.address(Route::Opportunity(own.id, Panel::Close(outcome))));
        }
    }

    /// One quote wins: one that was picked before gives way to this one.
    fn give_way(self, winner: QuoteKey, fate: Option<Fate>) {
        let own = self.own.get_value();
        let picks = own.picks(own.entered.with_untracked(Entered::outcome));
        if fate == Some(Fate::Won) {
            picks.update(|picks| picks.retain(|&quote, fate| quote == winner || *fate != Fate::Won));
        }
    }

    /// Keeps what is entered for this tab (R10), and takes back what is no longer wrong.
    fn changed(self) {
        let own = self.own.get_value();
        let picks = |outcome| own.picks(outcome).get_untracked();
        self.form.keep(&own.entered.with_untracked(|entered| entered::to_keep(entered, picks)));
        self.shown.with_untracked(|shown| self.form.mend(shown.problems()));
    }

    /// Makes the controls that hold text show it: a default that moved on, or what is forgotten. What is being typed is
    /// there already.
    pub fn show_texts(self) {
        Effect::new(move |_| {
            // It runs once more while the dialog goes.
            self.shown.try_with(|shown| {
                for field in TEXTS {
                    show_text(&self.form.control_id(field), shown.text(field));
                }
            });
        });
    }

    // --- the act

    /// Closes the opportunity or corrects its closing, or says what is wrong.
    pub fn submit(self) {
        // A second press arrives while the first one has done it (R1).
        if self.own.try_get_value().is_none_or(|own| own.done) {
            return;
        }
        if self.has_changed() {
            return;
        }
        match self.shown.with_untracked(|shown| shown.checked.clone()) {
            Ok(checked) => self.commit(checked.entry()),
            Err(problems) => self.form.problems.set(problems),
        }
    }

    fn commit(self, entry: ClosingEntry) {
        let act = if self.correcting { OpportunityCommand::Correct(entry) } else { OpportunityCommand::Close(entry) };
        match self.store.commit(&Command::Opportunity(self.own.get_value().id, act)) {
            Ok(_) => {
                self.own.update_value(|own| own.done = true);
                self.form.forget();
                self.store.close_panel();
            }
            Err(CommitError::Refused(Refusal::Problems(problems))) => self.form.problems.set(problems),
            Err(error) => {
                if let CommitError::Storage(StorageError::ChangedElsewhere(conflict)) = &error {
                    self.read_again(conflict.key);
                    if self.has_changed() {
                        return;
                    }
                }
                self.form.problems.set(Vec::new());
                self.failure.set(Some(NotDone::Failed(error)));
            }
        }
    }

    /// Whether the opportunity is not what the user last saw. Then it is shown what changed, the act waits for another press,
    /// and the notice is no longer needed.
    fn has_changed(self) -> bool {
        let seen = self.own.get_value().seen;
        let (before, after) = (seen.get_value(), self.opportunity.get_untracked());
        let changed = before != after;
        if changed {
            seen.set_value(after.clone());
            self.store.notice().set(None);
            self.form.problems.set(Vec::new());
        }
        self.failure.set(changed.then_some(NotDone::Changed([before, after])));
        changed
    }

    /// Takes over what another tab wrote, so that trying again is about what is there now.
    fn read_again(self, key: Key) {
        let place = self.store.place().get_untracked();
        self.store.refresh(&place.shelf.key(key));
    }
}
