//! Forms are the browser's own: controls keep what is typed, and are read all at once.
//!
//! A [`FormState`] goes with each form: what its controls start with, and what is wrong with what they hold. Unsaved input
//! is kept for the tab under the form's key while it differs from the record, and offered again when the form is next
//! mounted, be it after Esc, Back or a reload (R10).

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlFormElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

use crate::domain::{Currency, Field, FieldProblem, forms::Typed};
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
    /// Whether the problems have just been mended.
    mended: bool,
}

impl FormState {
    /// A form of what a record holds, kept under `key` while it is unsaved.
    pub fn new(id: &'static str, key: String, record: Typed, currency: Currency) -> Self {
        let unsaved = unsaved::get(&key).and_then(|text| Unsaved::parse(&text)).map(|unsaved| unsaved.on(&record));
        let unsaved = unsaved.filter(|typed| {
            let differs = !differing(typed, &record).is_empty();
            if !differs {
                // The record holds it by now, so nothing is unsaved.
                unsaved::remove(&key);
            }
            differs
        });
        Self {
            id,
            restored: unsaved.is_some(),
            initial: StoredValue::new(unsaved.unwrap_or_else(|| record.clone())),
            problems: RwSignal::new(Vec::new()),
            currency: RwSignal::new(currency),
            own: StoredValue::new(Own { key, record, mended: false }),
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
        let Some(count) = self.own.try_with_value(|own| differing(now, &own.record).len()) else { return 0 };
        self.own.with_value(|own| match count {
            0 => unsaved::remove(&own.key),
            _ => unsaved::set(&own.key, &Unsaved::print(now, &own.record)),
        });
        count
    }

    /// The names of the fields in which the form differs from the record.
    pub fn changed(self, now: &Typed) -> BTreeSet<String> {
        self.own.with_value(|own| differing(now, &own.record))
    }

    /// The record has become this one while something is unsaved, and that stays.
    pub fn rebase(self, record: Typed) {
        self.own.update_value(|own| own.record = record);
    }

    /// The record has become this one: what is unsaved is forgotten, and what is wrong too.
    pub fn settle(self, record: Typed) {
        self.own.with_value(|own| unsaved::remove(&own.key));
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
        self.own.with_value(|own| unsaved::remove(&own.key));
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

/// An optional text as its control holds it.
pub fn text_of<T: ToString>(text: Option<&T>) -> String {
    text.map(ToString::to_string).unwrap_or_default()
}

/// What the text control of an event holds.
pub fn typed_text(event: &web_sys::Event) -> String {
    leptos::prelude::event_target_value(event)
}

/// The fields in which two forms differ; what differs in the rows of lines is one.
fn differing(one: &Typed, other: &Typed) -> BTreeSet<String> {
    let names: BTreeSet<&str> = one.0.iter().chain(&other.0).map(|(name, _)| name.as_str()).collect();
    let all = |typed: &Typed, name: &str| -> Vec<String> {
        let texts = typed.0.iter().filter(|(other, _)| other == name).map(|(_, text)| text.clone());
        let mut texts: Vec<String> = texts.collect();
        // A control that is not there holds nothing, as an empty one does.
        if texts.iter().all(String::is_empty) && texts.len() < 2 {
            texts.clear();
        }
        texts
    };
    let differing = names.into_iter().filter(|name| all(one, name) != all(other, name));
    differing.map(field_of).collect()
}

/// Unsaved input as it is kept: what the form held, and what the record held then.
struct Unsaved {
    held: Typed,
    record: Typed,
}

impl Unsaved {
    /// The input on what the record holds by now: what the user changed stays, the rest follows the record.
    fn on(self, record: &Typed) -> Typed {
        let changed = differing(&self.held, &self.record);
        let is_changed = |name: &str| changed.contains(&field_of(name));
        let theirs = record.0.iter().filter(|(name, _)| !is_changed(name));
        let ours = self.held.0.iter().filter(|(name, _)| is_changed(name));
        Typed(theirs.chain(ours).cloned().collect())
    }

    fn print(held: &Typed, record: &Typed) -> String {
        let was = record.0.iter().map(|(name, text)| (format!("{WAS}{name}"), text.clone()));
        print_input(&held.0.iter().cloned().chain(was).collect::<Vec<_>>())
    }

    fn parse(text: &str) -> Option<Self> {
        let mut kept = Self { held: Typed::default(), record: Typed::default() };
        for (name, text) in parse_input(text)? {
            match name.strip_prefix(WAS) {
                Some(name) => kept.record.0.push((name.to_owned(), text)),
                None => kept.held.0.push((name, text)),
            }
        }
        Some(kept)
    }
}

/// What stands before the names of what the record held.
const WAS: &str = "was:";

/// The field that a name belongs to: the rows of lines count as one.
fn field_of(name: &str) -> String {
    if name.starts_with("line-") { Field::Lines.name() } else { name.to_owned() }
}
