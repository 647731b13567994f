//! Forms are the browser's own: controls keep what is typed, and are read all at once.
//!
//! A [`FormState`] goes with each form: what its controls start with, and what is wrong with what they hold. Unsaved input
//! is kept for the tab under the form's key while it differs from the record, and offered again when the form is next
//! mounted, be it after Esc, Back or a reload (R10).

use std::collections::{BTreeMap, BTreeSet};

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlFormElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

use crate::domain::forms::{Merge, Typed, Unsaved};
use crate::domain::{Currency, Field, FieldProblem};
use crate::storage::{parse_input, print_input};
use crate::ui::browser::unsaved;
use crate::ui::text::Locale;

/// A form on the screen.
#[derive(Clone, Copy)]
pub struct FormState {
    /// Prefix of the ids of its controls.
    pub id: &'static str,
    /// What its controls start with when they are mounted.
    pub initial: StoredValue<Typed>,
    /// What is wrong with what they hold, as of the last attempt.
    pub problems: RwSignal<Vec<FieldProblem>>,
    /// The currency of its amounts, for the words of problems.
    pub currency: RwSignal<Currency>,
    /// Whether it started with unsaved input of before.
    pub restored: bool,
    own: StoredValue<Own>,
}

/// What the form keeps for itself.
struct Own {
    /// Under which unsaved input is kept.
    key: String,
    /// What the record holds.
    record: Typed,
    /// The fields that the record changed under the input.
    contested: BTreeSet<String>,
    /// In how many of them the form differs from it at present.
    contested_now: RwSignal<usize>,
    /// What the form holds beside what was stored elsewhere meanwhile, while the user is asked which is right.
    conflict: RwSignal<Option<Merge>>,
    /// Whether the problems have just been mended.
    mended: bool,
}

impl FormState {
    /// A form of what a record holds, kept under `key` while it is unsaved.
    pub fn new(id: &'static str, key: String, record: Typed, currency: Currency) -> Self {
        let unsaved = unsaved::get(&key).and_then(|text| parse_unsaved(&text));
        let unsaved = unsaved.map(|unsaved| unsaved.on(&record, &BTreeSet::new())).filter(|unsaved| {
            let differs = !unsaved.held.differing(&record).is_empty();
            if !differs {
                // The record holds it by now, so nothing is unsaved.
                unsaved::remove(&key);
            }
            differs
        });
        let restored = unsaved.is_some();
        let Unsaved { held, contested, .. } = unsaved.unwrap_or_else(|| Unsaved {
            held: record.clone(),
            record: record.clone(),
            contested: BTreeSet::new(),
        });
        Self {
            id,
            restored,
            initial: StoredValue::new(held),
            problems: RwSignal::new(Vec::new()),
            currency: RwSignal::new(currency),
            own: StoredValue::new(Own {
                key,
                record,
                contested_now: RwSignal::new(contested.len()),
                contested,
                conflict: RwSignal::new(None),
                mended: false,
            }),
        }
    }

    /// What the control of that field starts with.
    pub fn start(self, field: Field) -> String {
        self.initial.with_value(|typed| match field.row() {
            Some(row) => typed.in_row(&field.name(), row).to_owned(),
            None => typed.get(&field.name()).to_owned(),
        })
    }

    /// The id of the field's control.
    pub fn control_id(self, field: Field) -> String {
        match field.row() {
            Some(row) => format!("{}-{}-{row}", self.id, field.name()),
            None => format!("{}-{}", self.id, field.name()),
        }
    }

    /// The problem at that field.
    pub fn problem_at(self, field: Field) -> Option<FieldProblem> {
        self.problems.with(|problems| problems.iter().find(|problem| problem.field == field).cloned())
    }

    /// The words for a problem of this form.
    pub fn words_for(self, locale: Locale, problem: &FieldProblem) -> String {
        locale.format.with_value(|format| locale.words.problem(problem, self.currency.get(), format))
    }

    /// Keeps what the form holds now, as long as it differs from the record; says in how many fields it does. The rows of
    /// lines count as one field, [`Field::Lines`].
    pub fn keep(self, now: &Typed) -> usize {
        // A control that is taken out of the page may report a change after its form has gone.
        let Some(count) = self.own.try_with_value(|own| now.differing(&own.record).len()) else { return 0 };
        if count == 0 {
            self.forget();
        } else {
            let unsaved = print_unsaved(&self.unsaved(now));
            self.own.with_value(|own| unsaved::set(&own.key, &unsaved));
        }
        let contested = self.contested(now).len();
        self.contested_now().set(contested);
        count
    }

    /// The names of the fields in which the form differs from the record.
    pub fn changed(self, now: &Typed) -> BTreeSet<String> {
        self.own.with_value(|own| now.differing(&own.record))
    }

    /// The names of the fields in which the form differs from a record that changed in them under the input.
    pub fn contested(self, now: &Typed) -> BTreeSet<String> {
        self.own.with_value(|own| &own.contested & &now.differing(&own.record))
    }

    /// In how many fields that is so at present.
    pub fn contested_now(self) -> RwSignal<usize> {
        self.own.with_value(|own| own.contested_now)
    }

    /// What the form holds beside what was stored elsewhere meanwhile, while the user is asked which is right.
    pub fn conflict(self) -> RwSignal<Option<Merge>> {
        self.own.with_value(|own| own.conflict)
    }

    /// The record has become this one while something is unsaved: what the form is to hold. Fields that are `fixed` by now
    /// follow the record whatever was typed.
    pub fn follow(self, now: &Typed, record: Typed, fixed: &BTreeSet<String>) -> Typed {
        let Unsaved { held, contested, .. } = self.unsaved(now).on(&record, fixed);
        if self.conflict().with_untracked(Option::is_some) {
            self.conflict().update(|merge| *merge = merge.as_ref().map(|merge| merge.beside(record.clone())));
        }
        self.own.update_value(|own| (own.record, own.contested) = (record, contested));
        held
    }

    /// Before the form is saved: asks which is right where the record changed under the input, and says whether it did.
    pub fn asks(self, now: &Typed) -> bool {
        let contested = self.contested(now);
        let asks = !contested.is_empty();
        if asks {
            let record = self.record();
            self.conflict().set(Some(Merge::of(Some(record.clone()), now.clone(), record, &contested)));
        }
        asks
    }

    /// What the form holds beside a record that nobody has seen here yet.
    pub fn beside(self, now: &Typed, stored: Typed) -> Merge {
        Merge::of(Some(self.record()), now.clone(), stored, &self.contested(now))
    }

    /// The user has seen both versions, and has chosen: nothing is contested any more.
    pub fn decided(self) {
        self.conflict().set(None);
        self.contested_now().set(0);
        self.own.update_value(|own| own.contested.clear());
    }

    fn unsaved(self, now: &Typed) -> Unsaved {
        let of =
            |own: &Own| Unsaved { held: now.clone(), record: own.record.clone(), contested: own.contested.clone() };
        self.own.with_value(of)
    }

    /// The record has become this one: what is unsaved is forgotten, and what is wrong too.
    pub fn settle(self, record: Typed) {
        self.forget();
        self.decided();
        self.problems.set(Vec::new());
        self.initial.set_value(record.clone());
        self.own.update_value(|own| own.record = record);
    }

    /// Takes back what is no longer wrong, of what was at the last attempt; `now` is everything that is wrong now.
    pub fn mend(self, now: &[FieldProblem]) {
        let stands = |problem: &FieldProblem| now.iter().find(|other| other.field == problem.field).cloned();
        let left: Vec<FieldProblem> = self.problems.with_untracked(|all| all.iter().filter_map(stands).collect());
        if self.problems.with_untracked(|problems| *problems != left) {
            self.own.update_value(|own| own.mended = true);
            self.problems.set(left);
        }
    }

    /// Whether the problems have changed by being mended: then the focus stays where the user mends.
    pub(super) fn was_mended(self) -> bool {
        self.own.try_update_value(|own| std::mem::take(&mut own.mended)).unwrap_or_default()
    }

    /// Forgets what is unsaved.
    pub fn forget(self) {
        self.forgetting()();
    }

    /// Likewise once it is called, even if the form is gone by then.
    pub fn forgetting(self) -> impl FnOnce() + 'static {
        let key = self.own.with_value(|own| own.key.clone());
        move || unsaved::remove(&key)
    }

    /// What the record holds.
    pub fn record(self) -> Typed {
        self.own.with_value(|own| own.record.clone())
    }
}

/// Everything that the form's controls hold, in their order.
pub fn read(form: &HtmlFormElement) -> Typed {
    let Ok(data) = FormData::new_with_form(form) else { return Typed::default() };
    let entries = js_sys::Array::from(&data.entries().into());
    let pairs = entries.iter().filter_map(|pair| {
        let pair = js_sys::Array::from(&pair);
        // A form's data has line ends as they travel; controls hold plain line feeds.
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?.replace("\r\n", "\n")))
    });
    Typed(pairs.collect())
}

/// Makes the form's controls hold this; a control that is not named keeps what it holds.
pub fn fill(form: &HtmlFormElement, typed: &Typed) {
    let mut rows: BTreeMap<String, usize> = BTreeMap::new();
    let elements = form.elements();
    for place in 0..elements.length() {
        let Some(control) = elements.item(place) else { continue };
        let Some(name) = control.get_attribute("name") else { continue };
        if let Some(input) = control.dyn_ref::<HtmlInputElement>() {
            match input.type_().as_str() {
                "radio" => input.set_checked(typed.get(&name) == input.value()),
                "checkbox" => input.set_checked(!typed.get(&name).is_empty()),
                _ => input.set_value(typed.in_row(&name, next(&mut rows, &name))),
            }
        } else if let Some(select) = control.dyn_ref::<HtmlSelectElement>() {
            select.set_value(typed.in_row(&name, next(&mut rows, &name)));
        } else if let Some(area) = control.dyn_ref::<HtmlTextAreaElement>() {
            area.set_value(typed.in_row(&name, next(&mut rows, &name)));
        }
    }
}

fn next(rows: &mut BTreeMap<String, usize>, name: &str) -> usize {
    let row = rows.entry(name.to_owned()).or_default();
    *row += 1;
    *row - 1
}

/// The form of that id, if it is in the page.
pub fn submitted_form(id: &str) -> Option<HtmlFormElement> {
    crate::ui::browser::document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Lets the second press of a double click do nothing: what the first one did has emptied the form, and nothing is missing.
pub fn only_first_press(event: ev::MouseEvent) {
    if event.detail() > 1 {
        event.prevent_default();
    }
}

/// An optional text as its control holds it.
pub fn text_of<T: ToString>(text: Option<&T>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

/// What the text control of an event holds.
pub fn typed_text(event: &web_sys::Event) -> String {
    leptos::prelude::event_target_value(event)
}

/// The name of the control of an event, and what it holds; nothing when it is not ticked.
pub fn control_of(event: &web_sys::Event) -> Option<(String, String)> {
    let target = event.target()?;
    if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        let off = input.type_() == "checkbox" && !input.checked();
        Some((input.name(), if off { String::new() } else { input.value() }))
    } else if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
        Some((select.name(), select.value()))
    } else {
        target.dyn_ref::<HtmlTextAreaElement>().map(|area| (area.name(), area.value()))
    }
}

/// Writes into a control only what it does not hold: writing moves the cursor.
pub fn show_text(id: &str, text: &str) {
    let Some(control) = crate::ui::browser::document().and_then(|document| document.get_element_by_id(id)) else {
        return;
    };
    if let Some(input) = control.dyn_ref::<HtmlInputElement>().filter(|input| input.value() != text) {
        input.set_value(text);
    } else if let Some(area) = control.dyn_ref::<HtmlTextAreaElement>().filter(|area| area.value() != text) {
        area.set_value(text);
    }
}

/// The input as text: what the form held, what the record held then, and which fields are contested.
fn print_unsaved(unsaved: &Unsaved) -> String {
    let held = unsaved.held.0.iter().cloned();
    let was = unsaved.record.0.iter().map(|(name, text)| (format!("{WAS}{name}"), text.clone()));
    let contested = unsaved.contested.iter().map(|name| (format!("{CONTESTED}{name}"), String::new()));
    print_input(&held.chain(was).chain(contested).collect::<Vec<_>>())
}

fn parse_unsaved(text: &str) -> Option<Unsaved> {
    let mut unsaved = Unsaved::default();
    for (name, text) in parse_input(text)? {
        if let Some(name) = name.strip_prefix(WAS) {
            unsaved.record.0.push((name.to_owned(), text));
        } else if let Some(name) = name.strip_prefix(CONTESTED) {
            unsaved.contested.insert(name.to_owned());
        } else {
            unsaved.held.0.push((name, text));
        }
    }
    Some(unsaved)
}

/// What stands before the names of what the record held.
const WAS: &str = "was:";

/// What stands before the names of contested fields.
const CONTESTED: &str = "contested:";
