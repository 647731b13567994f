//! A list as a ledger: a row an entry, with what can be done with it.

use std::sync::Arc;

use leptos::prelude::*;

use super::list::{Entry, EntryId, List, Uses};
use super::rename::RenameForm;
use crate::domain::{EntryCommand, Field, Lists, Refusal};
use crate::ui::browser::{self, unsaved};
use crate::ui::parts::Icon;
use crate::ui::route::Route;
use crate::ui::store::{Store, use_store};
use crate::ui::text::{use_locale, use_words};
use crate::workspace::CommitError;

/// The entries of a list, in the order in which they are offered.
#[component]
pub fn Entries(
    /// Which list.
    list: List,
    /// All lists.
    lists: Memo<Arc<Lists>>,
    /// How many opportunities use each entry.
    uses: Memo<Uses>,
) -> impl IntoView {
    let words = use_words();
    let entries = Memo::new(move |_| list.entries(&lists.get(), words));
    let ids = Memo::new(move |_| entries.with(|entries| entries.iter().map(|entry| entry.id).collect::<Vec<_>>()));
    let (caption, hidden) = match list {
        List::Reasons(outcome) => (words.reasons_when(outcome), ""),
        List::Competitors => (words.competitors(), "hidden"),
    };
    let class = move || list.has_classes().then(|| view! { <th scope="col">{words.field(Field::EntryClass)}</th> });
    let ledger = move || {
        view! {
            <table class="ledger options">
                <caption class=hidden>{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.field(Field::EntryName)}</th>
                        {class()}
                        <th scope="col" class="number">{words.column_used()}</th>
                        <th scope="col"><span class="hidden">{words.column_actions()}</span></th>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || ids.get() key=|id| *id let:id>
                        <Row row=RowState::new(id, list, lists, entries, uses)/>
                    </For>
                </tbody>
            </table>
        }
    };
    let empty = Memo::new(move |_| ids.with(Vec::is_empty));
    move || {
        if empty.get() {
            view! { <p class="muted">{words.no_competitors()}</p> }.into_any()
        } else {
            ledger().into_any()
        }
    }
}

/// A row: its entry, and what the user is doing with it.
#[derive(Clone, Copy)]
pub(super) struct RowState {
    pub(super) id: EntryId,
    pub(super) list: List,
    pub(super) lists: Memo<Arc<Lists>>,
    /// Absent for the moment between its deletion and that of the row.
    entry: Memo<Option<Entry>>,
    uses: Memo<usize>,
    /// Whether it is the first of its list, and whether the last.
    edge: Memo<(bool, bool)>,
    /// Whether another entry of the list is offered.
    others_offered: Memo<bool>,
    pub(super) renaming: RwSignal<bool>,
    /// Why the last act was refused, and the lists as they were then: it holds as long as they are so.
    refusal: RwSignal<Option<(Refusal, Arc<Lists>)>>,
    store: Store,
}

impl RowState {
    fn new(id: EntryId, list: List, lists: Memo<Arc<Lists>>, entries: Memo<Vec<Entry>>, uses: Memo<Uses>) -> Self {
        let store = use_store();
        let is_this = move |entry: Option<&Entry>| entry.is_some_and(|entry| entry.id == id);
        Self {
            id,
            list,
            lists,
            entry: Memo::new(move |_| entries.with(|all| all.iter().find(|entry| entry.id == id).cloned())),
            uses: Memo::new(move |_| uses.with(|uses| uses.get(&id).copied().unwrap_or_default())),
            edge: Memo::new(move |_| entries.with(|all| (is_this(all.first()), is_this(all.last())))),
            others_offered: Memo::new(move |_| {
                entries.with(|all| all.iter().any(|entry| entry.id != id && !entry.retired))
            }),
            renaming: RwSignal::new(unsaved::get(&unsaved_name(store, id)).is_some()),
            refusal: RwSignal::new(None),
            store,
        }
    }

    fn name(self) -> String {
        self.entry.with(|entry| entry.as_ref().map(|entry| entry.name.clone()).unwrap_or_default())
    }

    /// The name at this moment.
    pub(super) fn name_now(self) -> String {
        untrack(|| self.name())
    }

    /// Under what its unsaved name is kept.
    pub(super) fn unsaved_name(self) -> String {
        unsaved_name(self.store, self.id)
    }

    fn retired(self) -> bool {
        self.entry.with(|entry| entry.as_ref().is_some_and(|entry| entry.retired))
    }

    /// "Rename: Price", for assistive technology.
    fn label(self, act: &'static str) -> String {
        format!("{act}: {}", self.name())
    }

    /// Does something with the entry; a refusal is shown at the row.
    fn act(self, act: EntryCommand) -> bool {
        self.refusal.set(None);
        match self.store.commit(&self.id.command(act)) {
            Ok(_) => true,
            Err(CommitError::Refused(refusal)) => {
                self.refusal.set(Some((refusal, self.lists.get_untracked())));
                false
            }
            Err(CommitError::Storage(_) | CommitError::NeedsLock) => false,
        }
    }

    /// Moves the row; the focus stays on the button, or goes to the other one when the row has come to an end.
    fn move_up(self, up: bool) {
        if !self.act(if up { EntryCommand::MoveUp } else { EntryCommand::MoveDown }) {
            return;
        }
        let (first, last) = self.edge.get_untracked();
        let button = if (up && !first) || last { UP } else { DOWN };
        browser::after_drawing(move || browser::focus(&self.id.control(button)));
    }
}

/// The names of the buttons of a row within the ids of its controls.
pub(super) const RENAME: &str = "rename";
const UP: &str = "up";
const DOWN: &str = "down";

/// Under what an unsaved name of an entry is kept: of the book that is shown, as both have the built-in reasons.
fn unsaved_name(store: Store, id: EntryId) -> String {
    format!("{}/{}", store.address(Route::Settings), id.control("name"))
}

#[component]
fn Row(row: RowState) -> impl IntoView {
    let locale = use_locale();
    let columns = row.list.columns();
    let cells = move || if row.renaming.get() { view! { <RenameForm row=row/> }.into_any() } else { cells(row) };
    let refusal = move || {
        let refusal = row.refusal.get().filter(|(_, then)| Arc::ptr_eq(then, &row.lists.get()));
        refusal.map(|(refusal, _)| {
            let words = locale.format.with_value(|format| locale.words.refusal(&refusal, format));
            view! {
                <tr class="refusal">
                    <td colspan=columns><p class="error" role="alert"><Icon name="error"/>{words}</p></td>
                </tr>
            }
        })
    };
    view! { <tr>{cells}</tr>{refusal} }
}

fn cells(row: RowState) -> AnyView {
    let locale = use_locale();
    let words = locale.words;
    let mark = move || {
        let needs = row.entry.with(|entry| entry.as_ref().is_some_and(|entry| entry.needs_description));
        needs.then(|| view! { <small>{words.needs_description()}</small>" " })
    };
    let retired = move || {
        row.retired().then(|| {
            view! { <span class="status" data-status="canceled"><Icon name="canceled"/>{words.retired()}</span> }
        })
    };
    let class = row.list.has_classes().then(|| {
        let class = move || row.entry.with(|entry| entry.as_ref().and_then(|entry| entry.class));
        view! { <td class="muted klass">{move || class().map(|class| words.loss_class(class))}</td> }
    });
    view! {
        <th scope="row" class="wide-column"><span class="name">{move || row.name()}</span>" "{mark}{retired}</th>
        {class}
        <td class="number used">{move || locale.format.with_value(|format| format.count(row.uses.get()))}</td>
        <td class="act"><div class="tools">{tools(row)}</div></td>
    }
    .into_any()
}

fn tools(row: RowState) -> AnyView {
    let words = use_words();
    let retiring = move || if row.retired() { words.offer_again() } else { words.retire() };
    let retire = move |_| {
        row.act(if row.retired() { EntryCommand::BringBack } else { EntryCommand::Retire });
    };
    let deletable = Memo::new(move |_| {
        !row.id.is_built_in() && row.uses.get() == 0 && (row.list == List::Competitors || row.others_offered.get())
    });
    let delete = move || {
        deletable.get().then(|| {
            view! {
                <button
                    class="button"
                    data-kind="quiet"
                    type="button"
                    aria-label=move || row.label(words.delete())
                    on:click=move |_| delete(row)
                >
                    {words.delete()}
                </button>
            }
        })
    };
    let arrow = move |button: &'static str, name: &'static str, disabled: fn((bool, bool)) -> bool| {
        view! {
            <button
                class="button"
                id=row.id.control(button)
                data-kind="quiet"
                data-square=""
                type="button"
                aria-label=move || row.label(name)
                title=name
                disabled=move || disabled(row.edge.get())
                on:click=move |_| row.move_up(button == UP)
            >
                <Icon name=button/>
            </button>
        }
    };
    // It is not in every row, so it stands where it moves no other button.
    view! {
        {delete}
        <button
            class="button"
            id=row.id.control(RENAME)
            data-kind="quiet"
            type="button"
            aria-label=move || row.label(words.rename())
            on:click=move |_| row.renaming.set(true)
        >
            {words.rename()}
        </button>
        <button
            class="button"
            data-kind="quiet"
            type="button"
            aria-label=move || row.label(retiring())
            on:click=retire
        >
            {retiring}
        </button>
        {arrow(UP, words.move_up(), |(first, _)| first)}
        {arrow(DOWN, words.move_down(), |(_, last)| last)}
    }
    .into_any()
}

/// Deletes the entry; the focus goes to the row that takes its place, or to the form below when none is left.
fn delete(row: RowState) {
    let ids: Vec<EntryId> = row.list.entries(&row.lists.get_untracked(), use_words()).iter().map(|it| it.id).collect();
    let place = ids.iter().position(|id| *id == row.id).unwrap_or(0);
    let next = ids.get(place + 1).or_else(|| place.checked_sub(1).and_then(|before| ids.get(before)));
    let next = next.map_or_else(|| super::add::name_control(row.list), |id| id.control(RENAME));
    if row.act(EntryCommand::Delete) {
        browser::after_drawing(move || browser::focus(&next));
    }
}
