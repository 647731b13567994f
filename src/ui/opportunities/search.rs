//! The search, in the top bar: through everything, as it is typed; and the way to the commands.

use leptos::{html, prelude::*};

use crate::ui::browser;
use crate::ui::parts::Icon;
use crate::ui::route::Route;
use crate::ui::store::{Popup, use_store};
use crate::ui::text::use_first_words;

/// Where the words to search for are typed, and the button that opens the palette.
#[component]
pub fn Search() -> impl IntoView {
    let store = use_store();
    let words = use_first_words();
    let field = NodeRef::<html::Input>::new();
    let searched = Memo::new(move |_| {
        store.place().with(|place| match &place.route {
            Route::List(query, _) => query.filter.text.clone(),
            _ => String::new(),
        })
    });
    // Only where it differs: what is being typed is the searched already, and its caret must stay.
    Effect::new(move |_| {
        let searched = searched.get();
        if let Some(field) = field.get().filter(|field| field.value() != searched) {
            field.set_value(&searched);
        }
    });
    let typed = move |_| field.get_untracked().into_iter().for_each(|field| store.search(&field.value()));
    let keys = format!("{} K", browser::control_key());
    view! {
        <search class="search">
            <Icon name="search"/>
            <input
                class="input"
                id="search"
                type="search"
                autocomplete="off"
                spellcheck="false"
                enterkeyhint="search"
                placeholder=words.search()
                aria-label=words.search()
                node_ref=field
                on:input=typed
            />
            <button
                class="commands"
                type="button"
                disabled=move || store.arrival().screens().is_none()
                aria-label=format!("{}, {keys}", words.commands())
                title=words.commands()
                on:click=move |_| store.popup().set(Some(Popup::Palette))
            >
                <kbd class="wide">{keys.clone()}</kbd>
                <span class="narrow"><Icon name="more"/></span>
            </button>
        </search>
    }
}
