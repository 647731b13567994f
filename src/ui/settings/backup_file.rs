//! The file that is kept up to date by itself, where the browser has such files: which one, how it stands, and the ways on.

use leptos::prelude::*;

use super::restore::{Steps, open};
use crate::ui::browser::backup_file::is_offered;
use crate::ui::parts::Icon;
use crate::ui::store::{BackupFile, FileState, FileTrouble, Store, use_store};
use crate::ui::text::{Locale, use_locale};

/// The choice of the file, or the file.
#[component]
pub fn ChosenFile(
    /// Where its content is taken to be restored from.
    restore: Steps,
) -> impl IntoView {
    let store = use_store();
    let locale = use_locale();
    let words = locale.words;
    let file = store.backup_file();
    is_offered().then(|| {
        view! {
            <div class="chosen-file" role="group" aria-labelledby="chosen-file-title">
                <h3 id="chosen-file-title">{words.file_title()}</h3>
                {move || match file.get() {
                    None => view! {
                        <div>
                            <button class="button" type="button" on:click=move |_| store.choose_backup_file()>
                                {words.file_choose()}
                            </button>
                        </div>
                    }
                    .into_any(),
                    Some(file) => chosen(store, locale, restore, &file),
                }}
                <p class="hint">{words.file_hint()}</p>
            </div>
        }
    })
}

fn chosen(store: Store, locale: Locale, restore: Steps, file: &BackupFile) -> AnyView {
    let words = locale.words;
    let state = locale.format.with_value(|format| {
        let written = file.written.map(|at| format.moment(at));
        words.file_state(&file.name, &file.state, written.as_deref())
    });
    let ways = match &file.state {
        FileState::Current | FileState::Waiting => None,
        FileState::NotAllowed => Some(
            view! {
                <button class="button" data-kind="primary" type="button" on:click=move |_| store.allow_backup_file()>
                    {words.file_go_on()}
                </button>
            }
            .into_any(),
        ),
        FileState::Trouble(trouble) => Some(troubled(store, locale, restore, &file.name, trouble)),
    };
    view! {
        <p role="status">{state}</p>
        {ways}
        <p class="row">
            <button class="button" type="button" on:click=move |_| store.choose_backup_file()>
                {words.file_choose_another()}
            </button>
            <button class="button" data-kind="quiet" type="button" on:click=move |_| store.forget_backup_file()>
                {words.file_stop()}
            </button>
        </p>
    }
    .into_any()
}

fn troubled(store: Store, locale: Locale, restore: Steps, name: &str, trouble: &FileTrouble) -> AnyView {
    let words = locale.words;
    let text = locale.format.with_value(|format| words.file_trouble(trouble, format));
    let ways = match trouble {
        FileTrouble::Foreign { seen } | FileTrouble::Shrinks { seen, .. } => {
            Some(overwriting(store, locale, restore, name, seen.clone()))
        }
        _ => None,
    };
    view! {
        <div class="notice" data-kind="warn">
            <Icon name="warn"/>
            <p>{text}</p>
            {ways}
        </div>
    }
    .into_any()
}

/// What lies in the file is looked at, or given up after a second yes.
fn overwriting(store: Store, locale: Locale, restore: Steps, name: &str, seen: String) -> AnyView {
    let words = locale.words;
    let agrees = RwSignal::new(false);
    let look = move |_| store.read_backup_file(move |held| open(store, locale, restore, &held));
    let write = move |_| store.write_backup_file(Some(seen.clone()));
    view! {
        <button class="button" type="button" on:click=look>{words.file_restore()}</button>
        <label class="check">
            // It does not stay ticked for something else that was seen in the file meanwhile.
            <input
                type="checkbox"
                prop:checked=move || agrees.get()
                on:change=move |event| agrees.set(event_target_checked(&event))
            />
            {words.file_agree(name)}
        </label>
        <button class="button" data-kind="danger" type="button" disabled=move || !agrees.get() on:click=write>
            {words.file_overwrite()}
        </button>
    }
    .into_any()
}
