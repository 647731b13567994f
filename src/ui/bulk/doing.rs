//! An act over many on its way: it waits for other tabs, and what came of it is told in its dialog.

use leptos::{html, prelude::*};

use crate::domain::Command;
use crate::storage::StorageError;
use crate::ui::parts::{FormState, Icon};
use crate::ui::store::{Store, use_store};
use crate::ui::text::use_locale;
use crate::workspace::CommitError;

/// Whether it is on its way, and why the last attempt did nothing.
#[derive(Clone, Copy)]
pub struct Doing {
    busy: RwSignal<bool>,
    failure: RwSignal<Option<CommitError>>,
}

impl Doing {
    /// Nothing was asked for yet.
    pub fn new() -> Self {
        Self { busy: RwSignal::new(false), failure: RwSignal::new(None) }
    }

    /// Whether a second press is to do nothing (R1).
    pub fn is_busy(self) -> bool {
        self.busy.get_untracked()
    }

    /// Carries out what was entered in that form. If it was done, what was entered is forgotten, and `done` closes the dialog.
    /// The user may have left that meanwhile: then another one may be open, and the notice alone says what was done.
    pub fn commit(self, store: Store, command: Command, form: FormState, done: impl FnOnce() + 'static) {
        self.busy.set(true);
        self.failure.set(None);
        let forget = form.forgetting();
        store.commit_many(command, move |result| {
            let is_left = self.busy.try_set(false).is_some();
            match result {
                Ok(_) => {
                    forget();
                    if !is_left {
                        done();
                    }
                }
                Err(error) => drop(self.failure.try_set(Some(error))),
            }
        });
    }
}

/// Why nothing was done. The dialog keeps its input, and its own button tries again.
#[component]
pub fn Failure(doing: Doing) -> impl IntoView {
    let (store, locale) = (use_store(), use_locale());
    let words = locale.words;
    let notice = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(notice) = notice.get() {
            // It is in the page and can take the focus.
            let _ = notice.focus();
        }
    });
    move || {
        let failure = doing.failure.get()?;
        let text = match &failure {
            CommitError::Refused(refusal) => locale.format.with_value(|format| words.refusal(refusal, format)),
            CommitError::Storage(error) => words.storage(error),
            CommitError::NeedsLock => words.storage(&StorageError::Unfinished),
        };
        let download = matches!(failure, CommitError::Storage(_)).then(|| {
            view! {
                <button class="button" type="button" on:click=move |_| store.download()>
                    <Icon name="download"/>
                    {words.download_my_data()}
                </button>
            }
        });
        Some(view! {
            <div class="notice" data-kind="error" role="alert" tabindex="-1" node_ref=notice>
                <Icon name="error"/>
                <p>{text}</p>
                {download}
            </div>
        })
    }
}
