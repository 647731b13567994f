//! One value that needs attention: why, what it holds, and what can be done with it.

use leptos::prelude::*;

use super::Shown;
use crate::domain::{Key, Opportunity};
use crate::storage::{Damage, Place, Unreadable};
use crate::ui::browser;
use crate::ui::parts::Icon;
use crate::ui::route::Route;
use crate::ui::store::{Store, use_store};
use crate::ui::text::{Locale, use_locale};

/// As much of a raw text is shown; all of it is in the download.
const SHOWN: usize = 20_000;

#[component]
pub(super) fn Value(unreadable: Unreadable, shown: Shown) -> impl IntoView {
    let store = use_store();
    let locale = use_locale();
    let Unreadable { key, raw, why } = unreadable.clone();
    let instead = (why == Damage::Aside).then(|| view! { <Instead storage_key=key.clone()/> });
    let why = reasons(locale, &why).into_iter().map(|reason| view! { <p>{reason}</p> }).collect_view();
    let topic = broken(store, &key).map(|broken| view! { {broken.details.topic.to_string()}" " });
    view! {
        <li>
            <h2>{topic}<code>{key.clone()}</code></h2>
            {why}
            <Raw label=locale.words.raw_text_of(&key) raw=raw/>
            {instead}
            <Ways unreadable=unreadable shown=shown/>
        </li>
    }
}

/// Why it is no record; of one that can be read, every rule that it breaks.
fn reasons(locale: Locale, why: &Damage) -> Vec<String> {
    let breaches = match why {
        Damage::Rules(breaches) => breaches.as_slice(),
        _ => &[],
    };
    let breaches = breaches.iter().map(|breach| locale.words.breach(breach));
    std::iter::once(locale.words.damage(why)).chain(breaches).collect()
}

/// The opportunity that lies there, if it can be read.
fn broken(store: Store, key: &str) -> Option<Opportunity> {
    match store.shelf().place(key) {
        Some(Place::Record(Key::Opportunity(id))) => untrack(|| store.workspace(|workspace| workspace.broken(id))),
        _ => None,
    }
}

/// A stored text, as text.
#[component]
fn Raw(label: String, raw: String) -> impl IntoView {
    let locale = use_locale();
    let words = locale.words;
    let rest = raw.chars().count().saturating_sub(SHOWN);
    let start: String = raw.chars().take(SHOWN).collect();
    let goes_on = (rest > 0).then(|| locale.format.with_value(|format| words.raw_goes_on(rest, format)));
    if raw.is_empty() {
        return view! { <p class="muted">{words.raw_is_empty()}</p> }.into_any();
    }
    view! {
        <pre class="raw" tabindex="0" role="group" aria-label=label>{start}</pre>
        {goes_on.map(|text| view! { <p class="muted">{text}</p> })}
    }
    .into_any()
}

/// What lies where this value was to lie.
#[component]
fn Instead(storage_key: String) -> impl IntoView {
    let store = use_store();
    let words = use_locale().words;
    let target = store.shelf().target(&storage_key)?;
    let lies = Memo::new(move |_| store.workspace(|workspace| workspace.instead_of(&storage_key)));
    Some(move || match lies.get() {
        Some(raw) => view! {
            <p>{words.lies_there_instead(&target)}</p>
            <Raw label=words.raw_text_of(&target) raw=raw/>
        }
        .into_any(),
        None => view! { <p>{words.nothing_lies_there(&target)}</p> }.into_any(),
    })
}

/// What can be done with it.
#[component]
fn Ways(unreadable: Unreadable, shown: Shown) -> impl IntoView {
    let store = use_store();
    let words = use_locale().words;
    let Unreadable { key, raw, .. } = unreadable.clone();
    let was_downloaded = browser::was_downloaded(store.kept(), &key, &raw);
    let downloaded = RwSignal::new(was_downloaded);
    let hint = format!("hint-{}", key.replace(char::is_whitespace, "-"));
    let download = {
        let key = key.clone();
        move |_| {
            browser::download_value(store.kept(), &key, &raw);
            downloaded.set(browser::was_downloaded(store.kept(), &key, &raw));
        }
    };
    let again = {
        let key = key.clone();
        move |_| {
            let name = key.clone();
            store.try_again(key.clone(), move |reads| {
                shown.say(if reads { words.reads_again(&name) } else { words.still_needs_attention().to_owned() });
            });
        }
    };
    let form = broken(store, &key).map(|broken| {
        let address = store.address(Route::Mend(broken.id));
        view! { <a class="button" href=address>{words.open_in_the_form()}</a> }
    });
    let free = {
        let key = key.clone();
        Memo::new(move |_| store.workspace(|workspace| workspace.free_target(&key).is_some()))
    };
    let back = move |_| {
        let name = key.clone();
        store.put_back(key.clone(), move |put| {
            if put {
                shown.say(words.was_put_back(&name));
            }
        });
    };
    let back = move || {
        let back = back.clone();
        free.get().then(|| view! { <button class="button" type="button" on:click=back>{words.put_back()}</button> })
    };
    let described = hint.clone();
    view! {
        <div class="row actions">
            <button class="button" type="button" on:click=download><Icon name="download"/>{words.download()}</button>
            <button class="button" type="button" on:click=again><Icon name="again"/>{words.try_again()}</button>
            {form}
            {back}
            <button
                class="button"
                type="button"
                disabled=move || !downloaded.get()
                aria-describedby=described
                on:click=move |_| shown.removing.set(Some(unreadable.clone()))
            >
                <Icon name="bin"/>
                {words.remove_ask()}
            </button>
        </div>
        <p class="hint" id=hint>{move || (!downloaded.get()).then(|| words.download_before_removing())}</p>
    }
}
