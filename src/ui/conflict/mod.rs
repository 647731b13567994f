//! Two versions of one record side by side, and the choice between them.
//!
//! Shown where an edit was refused because the record had become another one, and where two tabs wrote at the same moment.
//! Nothing is chosen silently: a field that only one side changed is that side's, one that both changed is asked for.

mod beyond;
mod choices;
mod compare;
mod shown;

use leptos::prelude::*;

use super::browser;
use super::parts::{FormState, Icon, Modal};
use super::text::use_words;
use crate::domain::Currency;
use crate::domain::forms::{Merge, Side, Typed};
use choices::{Choices, Chosen};

pub use beyond::{SideBySide, changes};
pub use compare::CompareDialog;

/// Two versions of one form, as the dialog shows them.
#[derive(Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is a form of, where there is more than one.
    pub title: Option<String>,
    /// The versions.
    pub merge: Merge,
    /// The currency of its amounts, where the form names none.
    pub currency: Currency,
}

/// A row of which nothing is to be chosen: what it is about, and what each version says.
#[derive(Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is about.
    pub label: String,
    /// What this form, or this tab, has.
    pub ours: String,
    /// What the other version has.
    pub theirs: String,
}

/// The heads of the two versions.
#[derive(Clone, Copy)]
pub struct Heads {
    /// Of this form's, or this tab's.
    pub ours: &'static str,
    /// Of the other one.
    pub theirs: &'static str,
}

/// The dialog for a form that could not be saved, as long as the form asks.
#[component]
pub fn FormConflict(
    /// The form.
    form: FormState,
    /// What the form is about.
    #[prop(into)]
    subtitle: Signal<String>,
    /// Takes the form that both versions make together, and saves it.
    on_save: impl Fn(Typed) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let words = use_words();
    let heads = Heads { ours: words.version_yours(), theirs: words.version_stored() };
    let conflict = form.conflict();
    let asks = Memo::new(move |_| conflict.with(Option::is_some));
    let part = move || {
        let merge = conflict.get()?;
        Some(Part { title: None, merge, currency: form.currency.get() })
    };
    let parts = Signal::derive(move || part().into_iter().collect::<Vec<_>>());
    // The signal is gone where the form has left the page.
    let close = move || drop(conflict.try_set(None));
    let save = move |chosen: Vec<Typed>| chosen.into_iter().for_each(on_save);
    move || {
        asks.get().then(|| {
            view! {
                <ConflictDialog
                    subtitle=subtitle.get_untracked()
                    lead=words.conflict_lead()
                    heads=heads
                    parts=parts
                    on_close=close
                    on_save=save
                />
            }
        })
    }
}

/// The id of the button that saves what was chosen.
const SAVE: &str = "conflict-save";

/// The dialog: every field in which the versions differ, with both, and the choice.
#[component]
pub fn ConflictDialog(
    /// What it is about.
    subtitle: String,
    /// What happened.
    lead: &'static str,
    /// The heads of the versions.
    heads: Heads,
    /// The forms.
    parts: Signal<Vec<Part>>,
    /// What else differs, of which nothing can be chosen here.
    #[prop(optional, into)]
    beyond: Signal<Vec<Row>>,
    /// Called when it shall close with nothing chosen.
    on_close: impl Fn() + Copy + 'static,
    /// Takes what each form is to hold.
    on_save: impl Fn(Vec<Typed>) + Copy + 'static,
) -> impl IntoView {
    let words = use_words();
    let chosen = Chosen::new();
    let open = RwSignal::new(0_usize);
    let save = move || {
        let parts = parts.get_untracked();
        let left = chosen.left(&parts);
        open.set(left.len());
        match left.into_iter().next() {
            Some(first) => browser::focus(&first),
            None => on_save(chosen.forms(&parts)),
        }
    };
    // The user is at the choice, not at the button that leaves it.
    let first = parts.with_untracked(|parts| chosen.left(parts).into_iter().next());
    browser::after_drawing(move || browser::focus(first.as_deref().unwrap_or(SAVE)));
    let all = move |side| {
        chosen.choose_all(&parts.get_untracked(), side);
        open.set(0);
        browser::focus(SAVE);
    };
    let left = move || {
        let count = open.get().min(parts.with(|parts| chosen.left(parts).len()));
        (count > 0).then(|| {
            view! { <p class="error" role="alert"><Icon name="error"/><span>{words.choose_first(count)}</span></p> }
        })
    };
    let is_same = move || parts.with(|parts| parts.iter().all(|part| part.merge.differences().is_empty()));
    let buttons = move || {
        view! {
            <div class="row" role="group" aria-label=words.choose_for_all()>
                <button class="button" type="button" on:click=move |_| all(Side::Ours)>{words.keep_all_of_mine()}</button>
                <button class="button" type="button" on:click=move |_| all(Side::Theirs)>
                    {words.take_all_of_theirs()}
                </button>
            </div>
        }
    };
    let beyond_rows = move || {
        let rows = beyond.get();
        (!rows.is_empty()).then(|| view! { <SideBySide rows=rows heads=heads title=words.also_differs()/> })
    };
    view! {
        <Modal
            id="conflict"
            title=words.conflict_title()
            subtitle=subtitle
            on_close=on_close
            on_submit=save
            buttons=move || {
                let nothing = is_same();
                (!nothing).then(|| {
                    view! { <button class="button" data-kind="primary" type="submit" id=SAVE>{words.save()}</button> }
                })
            }
        >
            <div class="notice" data-kind="warn" role="status"><Icon name="warn"/><p>{lead}</p></div>
            {left}
            {move || if is_same() {
                view! { <p>{words.versions_are_the_same()}</p> }.into_any()
            } else {
                buttons().into_any()
            }}
            <Choices parts=parts chosen=chosen heads=heads/>
            {beyond_rows}
        </Modal>
    }
}
