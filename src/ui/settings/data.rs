//! *Where is my data?*, answered plainly, with the way to a copy of it.

use leptos::prelude::*;

use super::Section;
use crate::storage::Damage;
use crate::ui::browser::{self, Kept, ROOM};
use crate::ui::parts::Icon;
use crate::ui::route::Route;
use crate::ui::store::use_store;
use crate::ui::text::{use_locale, use_words};

/// From here on the room is called nearly full.
const NEARLY_FULL: usize = ROOM / 5 * 4;

/// From here on it is called almost full.
const ALMOST_FULL: usize = ROOM / 20 * 19;

/// Where the data is, how much there is, what of it cannot be read, and the download.
#[component]
pub fn Data() -> impl IntoView {
    let store = use_store();
    let words = use_words();
    let kept = store.kept() == Kept::InThisBrowser;
    let about = if kept { words.where_about() } else { words.nowhere_about() };
    let answers = if kept {
        view! { <Answers/><RoomTaken/> }.into_any()
    } else {
        view! { <p class="lead">{words.nowhere_text()}</p> }.into_any()
    };
    view! {
        <Section id="where" title=words.where_is_my_data() about=about>
            {answers}
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
            {kept.then(|| view! {
                <p class="muted">
                    {words.when_it_does_not_start()}" "<a href="rescue.html">{words.rescue_page()}</a>
                </p>
            })}
        </Section>
    }
}

/// Where it is, who can read it, what deletes it and what to do.
#[component]
fn Answers() -> impl IntoView {
    let words = use_words();
    let is_lasting = RwSignal::new(None::<bool>);
    browser::is_lasting(move |answer| {
        // The page may have been left before the browser has answered.
        let _ = is_lasting.try_set(Some(answer));
    });
    view! {
        <dl class="facts">
            <dt>{words.where_it_lies()}</dt>
            <dd>{words.where_it_lies_text()}" "<code>{browser::origin()}</code></dd>
            <dt>{words.who_reads_it()}</dt>
            <dd>{words.who_reads_it_text()}</dd>
            <dt>{words.what_deletes_it()}</dt>
            <dd>{words.what_deletes_it_text()}</dd>
            <dt>{words.short_of_space()}</dt>
            <dd>{move || words.short_of_space_text(is_lasting.get())}</dd>
            <dt>{words.what_to_do()}</dt>
            <dd>{words.what_to_do_text()}</dd>
        </dl>
    }
}

/// How much of the browser's room is taken: to count it, everything stored is looked at, after each act anew.
#[component]
fn RoomTaken() -> impl IntoView {
    let store = use_store();
    let locale = use_locale();
    let words = locale.words;
    let units = Memo::new(move |_| {
        store.workspace(|_| ());
        browser::units_stored()
    });
    let count = Memo::new(move |_| store.read(|book| book.opportunities().count()));
    let opportunities = move || locale.format.with_value(|format| words.opportunities(count.get(), format));
    let taken = move || locale.format.with_value(|format| words.room_taken(units.get(), format));
    let sample = move || {
        let sample = units.get().sample;
        let text = (sample > 0).then(|| locale.format.with_value(|format| words.units_of_sample(sample, format)));
        text.map(|text| view! { <p class="muted">{text}</p> })
    };
    let warning = move || {
        let taken = units.get().taken();
        let warning = if taken > ALMOST_FULL { words.almost_full() } else { words.nearly_full() };
        (taken > NEARLY_FULL).then(|| {
            view! { <p class="status" data-status="warn"><Icon name="warn"/>{warning}</p> }
        })
    };
    view! {
        <div class="storage">
            <p><strong>{opportunities}</strong>" "{taken}</p>
            <meter
                min="0"
                max=ROOM.to_string()
                optimum="0"
                low=NEARLY_FULL.to_string()
                high=ALMOST_FULL.to_string()
                value=move || units.get().taken().to_string()
                aria-label=words.storage_used()
            ></meter>
            {warning}
            {sample}
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
                        <p><a href=store.address(Route::Attention)>{words.open_attention()}</a></p>
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
