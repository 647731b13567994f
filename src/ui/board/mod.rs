//! The board: what is open by stage.

use leptos::prelude::*;

/// The board.
#[component]
pub fn BoardPage() -> impl IntoView {
    view! { <div class="page-head"><h1 id="page-head" tabindex="-1"></h1></div> }
}
