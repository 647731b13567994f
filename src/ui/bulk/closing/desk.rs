//! The dialog at work: what was entered, what it shows of it, and the act.

use leptos::prelude::*;

use super::entered::{COMMON, Control, Entered};
use super::shown::{Case, Shown};
use crate::domain::forms::Typed;
use crate::domain::{Field, OpportunityId, Outcome, Refusal};
use crate::ui::browser;
use crate::ui::bulk::doing::Doing;
use crate::ui::bulk::over_here;
use crate::ui::parts::{FormState, control_of, show_text};
use crate::ui::route::{Over, Route};
use crate::ui::store::{Store, use_store};
use crate::ui::text::{Locale, use_locale};
use crate::workspace::View;

/// Prefix of the ids in the dialog.
pub const ID: &str = "close-selected";

/// The dialog: its parts ask it what to show and tell it what was entered.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The book.
    pub store: Store,
    /// The language.
    pub locale: Locale,
    /// Its form: the fields that are said once.
    pub form: FormState,
    /// Everything that follows from the book and from what was entered.
    pub shown: Memo<Shown>,
    /// What was entered.
    pub entered: RwSignal<Entered>,
    /// Whether it started with what was entered before.
    pub restored: RwSignal<bool>,
    /// The act.
    pub doing: Doing,
    ids: StoredValue<Vec<OpportunityId>>,
    opened: Outcome,
}

impl Desk {
    /// The dialog of these, with what was entered in it before.
    pub fn open(ids: Vec<OpportunityId>, outcome: Outcome) -> Self {
        let (store, locale) = (use_store(), use_locale());
        let key = store.address(Route::view(View::All).with_over(Over::CloseSelected(Outcome::Won)));
        let currency = untrack(|| store.preferences().get().currency);
        let form = FormState::new(ID, key, Typed::default(), currency);
        let entered = RwSignal::new(form.initial.with_value(|kept| Entered::from_kept(kept, outcome)));
        let ids = StoredValue::new(ids);
        let shown = Memo::new(move |_| {
            store.today().track();
            locale.format.with_value(|format| {
                let case = Case { clock: browser::clock(), write: &|date| format.date(date), months: &format.months() };
                store.read(|book| ids.with_value(|ids| Shown::of(book, ids, case, &entered.read())))
            })
        });
        form.initial.set_value(shown.with_untracked(Shown::typed));
        Self {
            store,
            locale,
            form,
            shown,
            entered,
            restored: RwSignal::new(form.restored),
            doing: Doing::new(),
            ids,
            opened: outcome,
        }
    }

    /// Part of what is shown, told anew only when that part changes.
    pub fn part<T: PartialEq + Send + Sync + 'static>(
        self,
        part: impl Fn(&Shown) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.shown.with(&part))
    }

    /// The opportunities as their rows stand: first those that are in the way and can be helped, then those that close, then
    /// those that cannot be closed at all. The order follows the outcome and the tick box alone, so that no row moves while
    /// something is typed in it.
    pub fn order(self) -> Memo<Vec<OpportunityId>> {
        let told = self.part(|shown| (shown.closing.outcome, shown.closing.close_all));
        Memo::new(move |_| {
            told.track();
            let mut groups = [const { Vec::new() }; 3];
            self.shown.with_untracked(|shown| {
                for id in self.ids.get_value() {
                    let group = match shown.left_out.get(&id) {
                        Some(Refusal::Problems(_)) => 0,
                        None => 1,
                        Some(_) => 2,
                    };
                    groups.get_mut(group).into_iter().for_each(|group| group.push(id));
                }
            });
            groups.concat()
        })
    }

    /// Takes what the control of the event holds now.
    pub fn take(self, event: &web_sys::Event) {
        let Some((control, text)) = control_of(event).and_then(|(name, text)| Some((Control::named(&name)?, text)))
        else {
            return;
        };
        // A control that loses the focus by being removed says once more that it changed.
        if self.entered.try_update(|entered| entered.take(control, text)).is_none() {
            return;
        }
        if control == Control::Outcome {
            let outcome = self.entered.with_untracked(|entered| entered.outcome);
            self.form.problems.set(Vec::new());
            browser::address::replace(&self.store.address(over_here(self.store, Over::CloseSelected(outcome))));
        }
        self.changed();
    }

    /// Forgets everything that was entered.
    pub fn start_over(self) {
        self.entered.set(Entered::new(self.opened));
        self.form.problems.set(Vec::new());
        self.restored.set(false);
        self.changed();
        browser::focus(&self.form.control_id(Field::Outcome));
    }

    /// Keeps what is entered for this tab (R10), and takes back what is no longer wrong.
    fn changed(self) {
        self.form.keep(&self.entered.with_untracked(Entered::to_keep));
        self.shown.with_untracked(|shown| self.form.mend(&shown.problems));
    }

    /// Makes the controls that hold text show it: a default that moved on, or what is forgotten.
    pub fn show_texts(self) {
        Effect::new(move |_| {
            // It runs once more while the dialog goes.
            self.shown.try_with(|shown| {
                for field in COMMON.into_iter().filter(|field| !matches!(field, Field::StatusReason | Field::Quotes)) {
                    show_text(&self.form.control_id(field), shown.text(field));
                }
            });
        });
    }

    /// Closes those that pass, or says what is wrong with what is said once. A second press does nothing (R1).
    pub fn submit(self) {
        let (problems, command) = self.shown.with_untracked(|shown| (shown.problems.clone(), shown.plan.command()));
        if self.doing.is_busy() || self.shown.with_untracked(|shown| shown.count == 0) {
            return;
        }
        self.form.problems.set(problems);
        if self.form.problems.with_untracked(Vec::is_empty) {
            let Self { store, form, .. } = self;
            self.doing.commit(store, command, form, move || {
                store.clear_selection();
                store.close_panel();
            });
        }
    }
}
