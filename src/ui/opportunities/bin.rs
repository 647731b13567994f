//! Emptying the bin: it asks, with the number (R26).

use leptos::prelude::*;

use crate::domain::{Command, OpportunityId};
use crate::ui::browser;
use crate::ui::parts::{Icon, Modal, PAGE_HEAD};
use crate::ui::route::Route;
use crate::ui::store::use_store;
use crate::ui::text::{use_locale, use_words};
use crate::workspace::View;

/// The link to the dialog, while there is anything in the bin, and the dialog, while its address is the present one.
#[component]
pub fn EmptyBin() -> impl IntoView {
    let store = use_store();
    let words = use_words();
    let any = Memo::new(move |_| store.workspace(|workspace| workspace.index().count(View::Bin) > 0));
    let asks = Memo::new(move |_| store.place().with(|place| place.route == Route::EmptyBin));
    Effect::new(move |_| {
        // Nothing is there to ask about: the address was typed, or another tab was faster.
        if asks.get() && !any.get() {
            store.close_panel();
        }
    });
    let link = move || {
        let address = store.address(Route::EmptyBin);
        view! { <a class="button actions" href=address><Icon name="bin"/>{words.empty_bin_button()}</a> }
    };
    let dialog = move || {
        let ids = untrack(|| store.workspace(|workspace| workspace.index().ids(View::Bin)));
        view! { <Dialog ids=ids/> }
    };
    view! {
        {move || any.get().then(link)}
        {move || (asks.get() && any.get()).then(dialog)}
    }
}

/// Asks about those that were in the bin when it opened, and removes no others.
#[component]
fn Dialog(ids: Vec<OpportunityId>) -> impl IntoView {
    let store = use_store();
    let locale = use_locale();
    let words = locale.words;
    let count = ids.len();
    let number = locale.format.with_value(|format| words.opportunities(count, format));
    let empty = move || {
        // At once, so that nobody can ask twice. A refusal stands in the notice: another tab has restored or removed one of
        // them, and all are as they were.
        store.close_panel();
        store.commit_many(Command::empty_bin(&ids), |_| browser::after_drawing(|| browser::focus(PAGE_HEAD)));
    };
    view! {
        <Modal
            id="empty-bin"
            title=words.empty_bin()
            subtitle=number
            on_close=move || store.close_panel()
            on_submit=empty
            buttons=move || view! {
                <button class="button" data-kind="primary" type="submit">{words.empty_bin_of(count)}</button>
            }
        >
            <p>{words.empty_bin_what_goes(count)}</p>
        </Modal>
    }
}
