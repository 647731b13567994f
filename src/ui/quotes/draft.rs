//! A draft that is being written: its form's state, and how what is unsaved gets saved.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::lines::{LineChange, LineRow};
use super::typed::{self, TypedLine};
use crate::domain::forms::{Typed, quote_entry};
use crate::domain::{
    Book, Command, Currency, Field, FieldProblem, OpportunityId, Price, Problem, Quote, QuoteCommand, QuoteEntry,
    QuoteKey, QuoteState, Refusal,
};
use crate::storage::StorageError;
use crate::ui::browser;
use crate::ui::parts::{FormState, fill, read, submit_current_form, submitted_form};
use crate::ui::route::Route;
use crate::ui::store::{Notice, Store, use_store};
use crate::ui::text::{Locale, use_locale};
use crate::workspace::CommitError;

/// The id of the form, and the prefix of the ids in it.
pub const FORM: &str = "quote-form";

/// The form of a draft.
#[derive(Clone, Copy)]
pub struct Draft {
    /// Its controls and what is wrong with them.
    pub form: FormState,
    /// The rows of its lines.
    pub rows: RwSignal<Vec<LineRow>>,
    /// The price that it holds at present.
    pub price: RwSignal<Price>,
    /// In how many fields it differs from what is saved.
    pub unsaved: RwSignal<usize>,
    /// Whether what is unsaved was so before the form was mounted, and the user is told.
    pub is_restored: RwSignal<bool>,
    /// Whether what is wrong stands in the way of activating it, not of saving it.
    pub for_activation: RwSignal<bool>,
    /// The currency of its amounts.
    pub currency: Currency,
    store: Store,
    locale: Locale,
    id: OpportunityId,
    key: QuoteKey,
}

impl Draft {
    /// The form of this quote, with the input that was left unsaved in this tab.
    pub fn new(id: OpportunityId, quote: &Quote, currency: Currency) -> Self {
        let (store, locale) = (use_store(), use_locale());
        let form = form(store, locale, id, quote, currency);
        let start = form.initial.get_value();
        Self {
            form,
            rows: RwSignal::new(LineRow::all(&start)),
            price: RwSignal::new(typed::price(&start, currency)),
            unsaved: RwSignal::new(form.keep(&start)),
            is_restored: RwSignal::new(form.restored),
            for_activation: RwSignal::new(false),
            currency,
            store,
            locale,
            id,
            key: quote.key,
        }
    }

    /// Whether both are the same form.
    pub fn is(self, other: Self) -> bool {
        self.unsaved == other.unsaved
    }

    /// Whether the form shows another content than this quote's as the saved one.
    pub fn is_of_another(self, quote: &Quote) -> bool {
        self.form.record() != quote_form_of(self.locale, quote, self.currency)
    }

    /// Takes over what the draft has become while the user is asked which version is right.
    pub fn follow(self, quote: &Quote) {
        let Some(form) = submitted_form(FORM) else { return };
        let record = quote_form_of(self.locale, quote, self.currency);
        let held = self.form.follow(&read(&form), record, &BTreeSet::new());
        self.hold(&held);
    }

    /// The user has seen both versions and chose this: it is saved, unless the draft has become another one again.
    pub fn choose(self, chosen: Typed) {
        self.form.decided();
        self.hold(&chosen);
        if self.unsaved.get_untracked() == 0 {
            self.form.settle(self.form.record());
        } else {
            self.save();
        }
    }

    /// Takes over what the controls hold, after one of them was changed.
    pub fn look(self) {
        if self.unsaved.is_disposed() {
            // A control that is taken out of the page may report a change after its form has gone.
            return;
        }
        let Some(form) = submitted_form(FORM) else { return };
        let held = read(&form);
        self.take(&held);
        if self.form.problems.with_untracked(|problems| !problems.is_empty()) {
            self.form.mend(&self.problems(&held));
        }
    }

    /// What is wrong now with what the controls hold.
    fn problems(self, held: &Typed) -> Vec<FieldProblem> {
        let mut problems = match quote_entry_of(self.locale, held, self.currency) {
            Err(problems) => problems,
            Ok(entry) => {
                let command = Command::Quote(self.id, self.key, QuoteCommand::Edit(entry));
                match self.store.read(|book| book.decide(&command, browser::clock())) {
                    Err(Refusal::Problems(problems)) => problems,
                    _ => Vec::new(),
                }
            }
        };
        if self.for_activation.get_untracked() {
            problems.extend(self.missing());
        }
        problems
    }

    /// What a draft must have to be activated, and this one has not.
    fn missing(self) -> Vec<FieldProblem> {
        let missing = |field| FieldProblem::new(field, Problem::Required);
        self.price.with_untracked(|price| match price {
            Price::Typed(None) => vec![missing(Field::Total)],
            Price::Typed(Some(_)) => Vec::new(),
            Price::Lines(lines) => {
                let open = lines.iter().enumerate().filter(|(_, line)| line.amount.is_none());
                open.map(|(row, _)| missing(Field::LineAmount(row))).collect()
            }
        })
    }

    /// Adds, moves or removes a line.
    pub fn change_lines(self, change: LineChange) {
        let Some(form) = submitted_form(FORM) else { return };
        let held = read(&form);
        let mut lines = TypedLine::all(&held);
        change.apply(&mut lines, TypedLine::blank());
        // R21: when the last line goes, its sum is kept as the total.
        let total = match typed::price(&held, self.currency).with_lines(Vec::new(), self.currency) {
            Price::Typed(total) if lines.is_empty() => Some(typed::amount(total, self.currency)),
            _ => None,
        };
        let held = typed::with_lines(held, lines, total);
        self.form.initial.set_value(held.clone());
        self.rows.update(|rows| {
            let new = LineRow::next(rows);
            change.apply(rows, new);
        });
        // They stand at rows that may be others now.
        self.form.problems.set(Vec::new());
        self.take(&held);
    }

    /// Puts the saved content back into the form.
    pub fn discard(self) {
        let record = self.form.record();
        self.form.settle(record.clone());
        self.hold(&record);
    }

    /// Makes the form hold this.
    fn hold(self, typed: &Typed) {
        self.form.initial.set_value(typed.clone());
        self.rows.update(|rows| *rows = LineRow::instead_of(rows, typed));
        if let Some(form) = submitted_form(FORM) {
            fill(&form, typed);
        }
        self.take(typed);
    }

    /// The same by a button that goes with what is unsaved: the focus goes on to the first field.
    pub fn discard_and_stay(self) {
        self.discard();
        let first = self.form.control_id(Field::QuoteName);
        browser::after_drawing(move || browser::focus(&first));
    }

    /// Saves what is unsaved, if anything is, and says whether an act may go on (R22). If not, the form shows why.
    pub fn save_first(self) -> bool {
        self.unsaved.get_untracked() == 0 || self.save()
    }

    /// Saves what the form holds, or shows what is wrong with it.
    pub fn save(self) -> bool {
        let Some(form) = submitted_form(FORM) else { return true };
        let held = read(&form);
        if self.form.asks(&held) {
            return false;
        }
        match save(self.store, self.locale, self.id, self.key, self.currency, &held) {
            Ok(record) => {
                self.form.settle(record.clone());
                fill(&form, &record);
                self.take(&record);
                true
            }
            Err(NotSaved::ChangedElsewhere) => {
                self.ask(&held);
                false
            }
            Err(NotSaved::Wrong(problems)) => {
                self.for_activation.set(false);
                self.form.problems.set(problems);
                false
            }
        }
    }

    /// Asks which version is right, where the saved draft changed under the input.
    pub fn compare(self) {
        if let Some(form) = submitted_form(FORM) {
            self.form.asks(&read(&form));
        }
    }

    /// Another tab changed the draft, which was read again: the user is asked, beside both versions. Where there is nothing
    /// to choose from, the notice has said what happened.
    fn ask(self, held: &Typed) {
        let stored = untrack(|| self.store.read(|book| editable(book, self.id, self.key)));
        let Some((quote, _)) = stored else { return };
        let merge = self.form.beside(held, quote_form_of(self.locale, &quote, self.currency));
        self.follow(&quote);
        if !merge.differences().is_empty() {
            self.store.notice().set(None);
            self.form.conflict().set(Some(merge));
        }
    }

    /// Shows at its fields what keeps the draft from being activated; says whether that is where it belongs.
    pub fn show_refusal(self, refusal: &Refusal) -> bool {
        if !matches!(refusal, Refusal::NoTotal(_) | Refusal::LinesWithoutAmount { .. }) {
            return false;
        }
        self.for_activation.set(true);
        self.form.problems.set(self.missing());
        true
    }

    fn take(self, held: &Typed) {
        let unsaved = self.form.keep(held);
        self.unsaved.set(unsaved);
        if unsaved == 0 {
            self.is_restored.set(false);
        }
        self.price.set(typed::price(held, self.currency));
    }
}

/// Saves the input that was left unsaved on a draft's page, before something is done with the draft elsewhere (R22). If it
/// cannot be saved, the page is shown with what is wrong, and the act must not start.
pub fn save_from_elsewhere(store: Store, locale: Locale, id: OpportunityId, key: QuoteKey) -> bool {
    let Some((quote, currency)) = store.read(|book| editable(book, id, key)) else { return true };
    // The state of the form is of no use afterwards.
    let owner = Owner::new();
    let saved = owner.with(|| {
        let form = form(store, locale, id, &quote, currency);
        let held = form.initial.get_value();
        let save = || form.contested(&held).is_empty() && save(store, locale, id, key, currency, &held).is_ok();
        let saved = !form.restored || save();
        if saved {
            form.forget();
        }
        saved
    });
    owner.cleanup();
    if !saved {
        store.go(Route::Quote(id, key));
        browser::after_drawing(submit_current_form);
    }
    saved
}

/// The draft, with its currency, while it can be edited.
fn editable(book: &Book, id: OpportunityId, key: QuoteKey) -> Option<(Quote, Currency)> {
    let opportunity = book.opportunity(id).filter(|it| it.is_editable())?;
    let quote = opportunity.quote(key).filter(|quote| quote.state() == QuoteState::Draft)?;
    Some((quote.clone(), opportunity.details.currency))
}

/// What the form of a quote holds when nothing was typed.
pub fn quote_form_of(locale: Locale, quote: &Quote, currency: Currency) -> Typed {
    locale.format.with_value(|format| typed::typed(&quote.content, currency, format))
}

fn form(store: Store, locale: Locale, id: OpportunityId, quote: &Quote, currency: Currency) -> FormState {
    let record = quote_form_of(locale, quote, currency);
    FormState::new(FORM, store.address(Route::Quote(id, quote.key)), record, currency)
}

/// The entry that a form makes. The quote itself would miss the amounts of new lines only once all the rest can be read.
///
/// # Errors
/// Every problem at its field.
pub fn quote_entry_of(locale: Locale, held: &Typed, currency: Currency) -> Result<QuoteEntry, Vec<FieldProblem>> {
    let entry = locale.format.with_value(|format| quote_entry(held, currency, &format.months()));
    entry.map_err(|mut problems| {
        let lines = TypedLine::all(held).into_iter().enumerate();
        let unpriced = lines.filter(|(_, line)| line.id.is_empty() && line.amount.trim().is_empty());
        problems.extend(unpriced.map(|(row, _)| FieldProblem::new(Field::LineAmount(row), Problem::Required)));
        problems
    })
}

/// Why a form was not saved.
enum NotSaved {
    /// This is wrong with its fields; nothing, where the notice has said why.
    Wrong(Vec<FieldProblem>),
    /// The draft had become another one.
    ChangedElsewhere,
}

/// Saves what a form holds: what the record holds then, or what is wrong. What belongs to no field stands in the notice.
fn save(
    store: Store,
    locale: Locale,
    id: OpportunityId,
    key: QuoteKey,
    currency: Currency,
    held: &Typed,
) -> Result<Typed, NotSaved> {
    let entry = quote_entry_of(locale, held, currency).map_err(NotSaved::Wrong)?;
    match store.commit(&Command::Quote(id, key, QuoteCommand::Edit(entry))) {
        Ok(_) => {
            let saved = store.read(|book| book.opportunity(id).and_then(|it| it.quote(key)).cloned());
            let saved = saved.map(|quote| quote_form_of(locale, &quote, currency));
            saved.ok_or_else(|| NotSaved::Wrong(Vec::new()))
        }
        Err(CommitError::Refused(Refusal::Problems(problems))) => Err(NotSaved::Wrong(problems)),
        Err(CommitError::Refused(refusal)) => {
            store.notice().set(Some(Notice::Refused(refusal)));
            Err(NotSaved::Wrong(Vec::new()))
        }
        Err(CommitError::Storage(StorageError::ChangedElsewhere(_))) => Err(NotSaved::ChangedElsewhere),
        Err(CommitError::Storage(_) | CommitError::NeedsLock) => Err(NotSaved::Wrong(Vec::new())),
    }
}
