//! A menu of rarer acts behind "⋯": a native popover, so that Esc, a click elsewhere and the focus are the browser's.

use leptos::{html, prelude::*};

use super::Icon;

/// A button that opens a list of buttons and links.
#[component]
pub fn Menu(
    /// A unique id; the button's is that with `-button` behind it.
    #[prop(into)]
    id: String,
    /// What the button is called, such as "Actions for Q-00012 r1".
    #[prop(into)]
    label: String,
    /// Buttons and links; each closes the menu when it is used.
    children: Children,
) -> impl IntoView {
    let list = NodeRef::<html::Div>::new();
    let close = move |_| {
        if let Some(list) = list.get_untracked() {
            // It may have been closed by what was done.
            let _ = list.hide_popover();
        }
    };
    view! {
        <span class="menu">
            <button
                class="button"
                data-kind="quiet"
                data-square=""
                type="button"
                id=format!("{id}-button")
                aria-label=label
                popovertarget=id.clone()
            >
                <Icon name="more"/>
            </button>
            <div class="menu-list" id=id popover="auto" node_ref=list on:click=close>{children()}</div>
        </span>
    }
}
