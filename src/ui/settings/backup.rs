//! Backups: the whole book in one file, how old the last one is, and the way back.

use leptos::prelude::*;

use super::Section;
use super::backup_file::ChosenFile;
use super::restore::{Restore, Steps};
use crate::exchange;
use crate::storage::Kept;
use crate::ui::browser;
use crate::ui::parts::Icon;
use crate::ui::store::{Notice, Store, use_store};
use crate::ui::text::{Locale, use_locale, use_words};

/// The part of the settings about backups. The sample needs none.
#[component]
pub fn Backup() -> impl IntoView {
    let store = use_store();
    let words = use_words();
    let kept = Memo::new(move |_| store.since_backup());
    let restore: Steps = RwSignal::new_local(None);
    view! {
        <Section id="backup" title=words.backup() about=words.backup_about()>
            <p><Age kept=kept/></p>
            <div>
                <button class="button" type="button" aria-describedby="backup-hint" on:click=move |_| make(store)>
                    <Icon name="download"/>
                    {words.back_up_now()}
                </button>
                <p class="hint" id="backup-hint">{words.backup_hint()}</p>
            </div>
            <ChosenFile restore=restore/>
            <Restore step=restore/>
        </Section>
    }
}

/// When the last backup was made, and what was done since.
#[component]
fn Age(kept: Memo<Kept>) -> impl IntoView {
    let locale = use_locale();
    move || age(locale, kept.get())
}

fn age(locale: Locale, kept: Kept) -> String {
    let changed = kept.acts as usize;
    locale.format.with_value(|format| match kept.backup {
        Some(made) => locale.words.last_backup(&format.moment(made), changed, format),
        None => locale.words.no_backup_yet(changed, format),
    })
}

/// Hands the user a backup, and notes that it was made.
pub fn make(store: Store) {
    let stored = match store.stored() {
        Ok(stored) => stored,
        Err(error) => return store.notice().set(Some(Notice::NotSaved(error))),
    };
    let now = browser::clock();
    let stored = stored.iter().map(|(key, value)| (key.as_str(), value.as_str()));
    let Ok(written) = exchange::write(stored, now.now, env!("CARGO_PKG_VERSION")) else {
        // Larger than any browser's storage: what is stored can be had as it is.
        return store.download();
    };
    browser::download(&format!("tutup-backup-{}.txt", now.today()), &written.text.into());
    store.backed_up(now.now);
}
