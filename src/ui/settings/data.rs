//! *Where is my data?*, answered plainly, with the way to a copy of it.

use leptos::prelude::*;

use super::Section;
use crate::storage::Damage;
use crate::ui::browser::{self, Kept};
use crate::ui::parts::Icon;
use crate::ui::store::use_store;
use crate::ui::text::{use_locale, use_words};

/// How many UTF-16 units an origin has in all browsers, keys included (DESIGN §4).
const ROOM: usize = 5_242_880;

/// From here on the room is called nearly full.
const NEARLY_FULL: usize = ROOM / 5 * 4;

/// Where the data is, how much there is, what of it cannot be read, and the download.
#[component]
pub fn Data() -> impl IntoView {
    let store = use_store();
    let words = use_words();
    let kept = store.kept() == Kept::InThisBrowser;
    let (about, text) =
        if kept { (words.where_about(), words.where_text()) } else { (words.nowhere_about(), words.nowhere_text()) };
    view! {
        <Section id="where" title=words.where_is_my_data() about=about>
            <p class="lead">{text}</p>
            {kept.then(|| view! { <Room/> })}
            <NeedsAttention/>
            <div>
                <button
                    class="button"
                    type="button"
                    aria-describedby="download-hint"
                    on:click=move |_| store.download()
                >
                    <Icon name="download"/>
                    {words.download_my_data()}
                </button>
                <p class="hint" id="download-hint">{words.what_is_downloaded()}</p>
            </div>
        </Section>
    }
}

/// How much of the browser's room is used, as of now: to count it, everything stored is read.
#[component]
fn Room() -> impl IntoView {
    let store = use_store();
    let locale = use_locale();
    let words = locale.words;
    let used = browser::units_stored();
    let count = Memo::new(move |_| store.read(|book| book.opportunities().count()));
    let opportunities = move || locale.format.with_value(|format| words.opportunities(count.get(), format));
    let of_all = locale.format.with_value(|format| words.units_used(used.all, format));
    let of_sample =
        (used.sample > 0).then(|| locale.format.with_value(|format| words.units_of_sample(used.sample, format)));
    let nearly_full = (used.all > NEARLY_FULL)
        .then(|| view! { " "<span class="status" data-status="warn"><Icon name="warn"/>{words.nearly_full()}</span> });
    view! {
        <div class="storage">
            <p><strong>{opportunities}</strong>" "{of_all}{nearly_full}</p>
            <meter
                min="0"
                max=ROOM.to_string()
                high=NEARLY_FULL.to_string()
                value=used.all.to_string()
                aria-label=words.storage_used()
            ></meter>
            {of_sample.map(|text| view! { <p class="muted">{text}</p> })}
        </div>
    }
}

/// What could not be read, and why.
#[component]
fn NeedsAttention() -> impl IntoView {
    let store = use_store();
    let locale = use_locale();
    let words = locale.words;
    let incomplete = Memo::new(move |_| store.workspace(|workspace| workspace.load_failure().is_some()));
    let unreadable = Memo::new(move |_| {
        store.workspace(|workspace| {
            let unreadable = workspace.unreadable().map(|it| (it.key.clone(), it.why.clone()));
            unreadable.collect::<Vec<(String, Damage)>>()
        })
    });
    let list = move || {
        unreadable.with(|unreadable| {
            if unreadable.is_empty() {
                return None;
            }
            let count = locale.format.with_value(|format| words.need_attention(unreadable.len(), format));
            let row = |(key, why): &(String, Damage)| {
                view! { <li><code>{key.clone()}</code>" "{words.damage(why)}</li> }
            };
            Some(view! {
                <div class="notice" data-kind="warn">
                    <Icon name="warn"/>
                    <div class="attention">
                        <p><strong>{count}</strong>" "{words.left_as_they_are()}</p>
                        <ul>{unreadable.iter().map(row).collect_view()}</ul>
                    </div>
                </div>
            })
        })
    };
    let not_all_read = move || {
        incomplete.get().then(|| {
            view! { <div class="notice" data-kind="warn"><Icon name="warn"/><p>{use_words().not_all_read()}</p></div> }
        })
    };
    view! { {not_all_read}{list} }
}
