//! The sample book: the way there, and out of it.

use leptos::prelude::*;

use super::Section;
use crate::storage::Shelf;
use crate::ui::route::{Place, Route};
use crate::ui::store::use_store;
use crate::ui::text::use_words;
use crate::workspace::View;

/// The sample data.
#[component]
pub fn SampleData() -> impl IntoView {
    let store = use_store();
    let words = use_words();
    let list = |shelf| Place { shelf, route: Route::view(View::Open) }.to_string();
    let ways = move || match store.shelf() {
        Shelf::Main => view! { <a class="button" href=list(Shelf::Demo)>{words.open_sample()}</a> }.into_any(),
        Shelf::Demo => view! {
            <button class="button" type="button" on:click=move |_| store.reset_demo()>{words.sample_reset()}</button>
            <a class="button" href=list(Shelf::Main)>{words.sample_leave()}</a>
        }
        .into_any(),
    };
    view! {
        <Section id="sample-data" title=words.sample_data() about=words.sample_about()>
            <p class="row">{ways}</p>
        </Section>
    }
}
