//! The boxes by which rows are selected: one in each row, one in the head for all of them.

use std::sync::Arc;

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlInputElement};

use crate::domain::OpportunityId;
use crate::ui::store::{Store, use_store};
use crate::ui::text::use_speech;
use crate::workspace::{Listing, Selection};

/// The head of their column: all that is in the list, whether it is mounted or not.
#[component]
pub fn PickAll(list: Memo<Arc<Listing>>) -> impl IntoView {
    let store = use_store();
    // How many are selected, and how many there are.
    let counts = Memo::new(move |_| (store.selection().with(Selection::len), list.with(|list| list.rows().len())));
    let all = move || counts.with(|(selected, listed)| selected == listed && *listed > 0);
    let some = move || counts.with(|(selected, listed)| *selected > 0 && selected != listed);
    let speech = use_speech();
    let name = move || {
        let count = counts.with(|(_, listed)| speech.format.with_value(|format| format.count(*listed)));
        speech.words.select_all_in_view(&count)
    };
    let press = move |_| if all() { store.clear_selection() } else { store.select_all_in_view() };
    view! {
        <th scope="col" class="pick">
            <label>
                <input
                    type="checkbox"
                    id="select-all"
                    aria-label=name
                    prop:checked=all
                    prop:indeterminate=some
                    on:click=press
                />
            </label>
        </th>
    }
}

/// A click on a row's box: with Shift as far as from the one before.
pub fn clicked(store: Store, event: &ev::MouseEvent) {
    let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
    let Some(id) = row_of(&input) else { return };
    pick(store, id, input.checked(), event.shift_key());
}

/// Space on a row's link, likewise; on its box it is a click.
pub fn pressed(store: Store, event: &ev::KeyboardEvent) {
    let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
    let on_link = |target: EventTarget| target.dyn_into::<Element>().ok().filter(|element| element.tag_name() == "A");
    if event.key() != " " || !plain {
        return;
    }
    if let Some(id) = event.target().and_then(on_link).and_then(|link| row_of(&link)) {
        event.prevent_default();
        let is_picked = store.selection().with_untracked(|selection| selection.contains(id));
        pick(store, id, !is_picked, event.shift_key());
    }
}

fn pick(store: Store, id: OpportunityId, is_picked: bool, to: bool) {
    if to { store.select_to(id, is_picked) } else { store.select(id, is_picked) }
}

/// The opportunity in whose row the element is.
fn row_of(element: &Element) -> Option<OpportunityId> {
    let row = element.closest("tr[data-opportunity]").ok().flatten()?;
    OpportunityId::parse(&row.get_attribute("data-opportunity")?)
}
