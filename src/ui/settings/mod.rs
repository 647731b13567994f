//! The settings: preferences, where the data lies, the lists of R18, and what the program is.

mod about;
mod add;
mod backup;
mod backup_file;
mod conflicts;
mod data;
mod entries;
mod general;
mod list;
mod rename;
mod restore;
mod sample;
mod stale;

use leptos::prelude::*;

use super::browser;
use super::parts::PAGE_HEAD;
use super::store::use_store;
use super::text::use_words;
use crate::domain::Outcome;
use crate::storage::Shelf;
pub use backup::make as make_backup;

use about::About;
use add::AddForm;
use backup::Backup;
use data::Data;
use entries::Entries;
use general::General;
use list::{List, uses};
use sample::SampleData;

/// The page of the settings.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let store = use_store();
    let words = use_words();
    browser::set_title(&format!("{} · Tutup", words.settings()));
    view! {
        <div class="page-head"><h1 id=PAGE_HEAD tabindex="-1">{words.settings()}</h1></div>
        <div class="settings">
            <General/>
            <Data/>
            {(store.shelf() == Shelf::Main).then(|| view! { <Backup/> })}
            <SampleData/>
            <Lists/>
            <About/>
        </div>
    }
}

/// The status reasons and the competitors.
#[component]
fn Lists() -> impl IntoView {
    let store = use_store();
    let words = use_words();
    let lists = store.lists();
    let uses = Memo::new(move |_| store.read(uses));
    let part = move |list| {
        view! {
            <Entries list=list lists=lists uses=uses/>
            <AddForm list=list lists=lists/>
        }
    };
    view! {
        <Section id="status-reasons" title=words.status_reasons() about=words.status_reasons_about()>
            {part(List::Reasons(Outcome::Won))}
            {part(List::Reasons(Outcome::Lost))}
        </Section>
        <Section id="competitors" title=words.competitors() about=words.competitors_about()>
            {part(List::Competitors)}
        </Section>
    }
}

/// A part of the page: what it is about at the left, its controls at the right.
#[component]
fn Section(
    /// The id of its head.
    id: &'static str,
    /// Its head.
    title: &'static str,
    /// What it is about.
    about: &'static str,
    /// What is set there.
    children: Children,
) -> impl IntoView {
    view! {
        <section aria-labelledby=id>
            <div class="about">
                <h2 id=id>{title}</h2>
                <p class="muted">{about}</p>
            </div>
            <div class="stack">{children()}</div>
        </section>
    }
}
