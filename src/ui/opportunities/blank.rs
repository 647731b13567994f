//! The first run: what the program is for, and the two ways to begin.

use leptos::prelude::*;

use crate::domain::Field;
use crate::storage::Shelf;
use crate::ui::parts::Icon;
use crate::ui::route::{Place, Route};
use crate::ui::store::use_store;
use crate::ui::text::use_first_words;
use crate::workspace::View;

/// An empty ledger with an invitation.
#[component]
pub fn Blank() -> impl IntoView {
    let store = use_store();
    let words = use_first_words();
    let sample = Place { shelf: Shelf::Demo, route: Route::view(View::Open) }.to_string();
    view! {
        <div class="blank">
            <div class="ledger-head" aria-hidden="true">
                <span>{words.field(Field::Topic)}</span>
                <span>{words.field(Field::Customer)}</span>
                <span class="wide">{words.column_estimate()}</span>
                <span class="wide">{words.column_closes()}</span>
            </div>
            <div class="sheet">
                <h2>{words.empty_title()}</h2>
                <p>{words.empty_text()}</p>
                <p class="row">
                    <a class="button" data-kind="primary" href=store.address(Route::New)>
                        <Icon name="plus"/>
                        {words.new_opportunity()}
                    </a>
                    <a class="button" href=sample>{words.load_sample()}</a>
                </p>
                <p class="muted">{words.empty_sample()}</p>
                <p class="muted">{words.empty_stays_here()}</p>
            </div>
        </div>
    }
}
