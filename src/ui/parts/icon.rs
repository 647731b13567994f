//! Icons: symbols of the sprite in the page. The word beside it is the name, so the icon is hidden from assistive technology.

use leptos::prelude::*;

/// The symbol `i-<name>` of the sprite.
#[component]
pub fn Icon(
    /// The symbol's name, without `i-`.
    name: &'static str,
) -> impl IntoView {
    view! { <svg class="icon" aria-hidden="true"><use href=format!("#i-{name}")></use></svg> }
}
