//! What is stored and cannot be shown as it is (RULES §6): each value with the reason, its raw text, and the ways out. Nothing
//! of it is changed before the user says so, and nothing is removed that was not downloaded.

mod remove;
mod value;

use leptos::prelude::*;

use super::browser;
use super::parts::PAGE_HEAD;
use super::store::use_store;
use super::text::use_locale;
use crate::storage::Unreadable;
use remove::Remove;
use value::Value;

/// The page.
#[component]
pub fn AttentionPage() -> impl IntoView {
    let store = use_store();
    let locale = use_locale();
    let words = locale.words;
    browser::set_title(&format!("{} · Tutup", words.needs_attention()));
    let shown = Shown { said: RwSignal::new(String::new()), removing: RwSignal::new(None) };
    let all = Memo::new(move |_| store.workspace(|workspace| workspace.unreadable().cloned().collect::<Vec<_>>()));
    let any = Memo::new(move |_| all.with(|all| !all.is_empty()));
    let lead = move || if any.get() { words.attention_lead() } else { words.nothing_needs_attention() };
    let list = move || {
        any.get().then(|| {
            view! {
                <ul class="attention-list" aria-label=words.attention_list()>
                    // A value that has become another one is shown anew.
                    <For each=move || all.get() key=|it| (it.key.clone(), it.raw.clone()) let:it>
                        <Value unreadable=it shown=shown/>
                    </For>
                </ul>
            }
        })
    };
    view! {
        <div class="page-head"><h1 id=PAGE_HEAD tabindex="-1">{words.needs_attention()}</h1></div>
        <p class="lead">{lead}</p>
        <p class="said" role="status">{move || shown.said.get()}</p>
        {list}
        <Remove shown=shown/>
    }
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Shown {
    /// What was done last.
    said: RwSignal<String>,
    /// What the user is asked about.
    removing: RwSignal<Option<Unreadable>>,
}

impl Shown {
    /// Says what was done. What was pressed may have gone with its value: then the focus is at the head of the page.
    fn say(self, text: String) {
        // The page may have been left meanwhile.
        let _ = self.said.try_set(text);
        browser::after_drawing(|| {
            if browser::focused().is_none_or(|element| element.tag_name() == "BODY") {
                browser::focus(PAGE_HEAD);
            }
        });
    }
}
