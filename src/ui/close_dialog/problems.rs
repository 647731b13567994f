//! What stands at the top of the dialog: input that came back, and why an act failed that no field is to blame for.

use leptos::{html, prelude::*};

use super::state::{Dialog, NotDone};
use crate::storage::StorageError;
use crate::ui::conflict::{Heads, SideBySide, changes};
use crate::ui::parts::Icon;
use crate::workspace::CommitError;

/// Says that what was entered before is back, and offers to forget it.
#[component]
pub fn Back(dialog: Dialog) -> impl IntoView {
    let words = dialog.locale.words;
    move || {
        dialog.restored.get().then(|| {
            view! {
                <p class="hint row" role="status">
                    {words.typed_before_is_back()}
                    <button class="link" type="button" on:click=move |_| dialog.start_over()>
                        {words.start_over()}
                    </button>
                </p>
            }
        })
    }
}

/// What another tab changed under the dialog, both versions beside each other. What was entered stays.
#[component]
pub fn Changed(dialog: Dialog) -> impl IntoView {
    let words = dialog.locale.words;
    let heads = Heads { ours: words.version_before(), theirs: words.version_stored() };
    let notice = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(notice) = notice.get() {
            // It is in the page and can take the focus.
            let _ = notice.focus();
        }
    });
    move || {
        let Some(NotDone::Changed([before, after])) = dialog.failure.get() else { return None };
        let rows = changes(dialog.locale, &before, &after);
        let table =
            (!rows.is_empty()).then(|| view! { <SideBySide rows=rows heads=heads title=words.what_changed()/> });
        Some(view! {
            <div class="notice" data-kind="warn" role="alert" tabindex="-1" node_ref=notice>
                <Icon name="warn"/>
                <p>{words.changed_beneath()}</p>
                {table}
            </div>
        })
    }
}

/// Why nothing was done: a refusal of the record as it stands, or storage that did not take it. The dialog keeps its
/// input, and its own button tries again.
#[component]
pub fn Failure(dialog: Dialog) -> impl IntoView {
    let (words, format) = (dialog.locale.words, dialog.locale.format);
    let notice = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(notice) = notice.get() {
            // It is in the page and can take the focus.
            let _ = notice.focus();
        }
    });
    move || {
        let Some(NotDone::Failed(failure)) = dialog.failure.get() else { return None };
        let text = match &failure {
            CommitError::Refused(refusal) => format.with_value(|format| words.refusal(refusal, format)),
            CommitError::Storage(error) => words.storage(error),
            CommitError::NeedsLock => words.storage(&StorageError::Unfinished),
        };
        let ways_on = matches!(failure, CommitError::Storage(_)).then(|| {
            view! {
                <button class="button" type="submit"><Icon name="again"/>{words.retry()}</button>
                <button class="button" type="button" on:click=move |_| dialog.store.download()>
                    <Icon name="download"/>
                    {words.download_my_data()}
                </button>
            }
        });
        Some(view! {
            <div class="notice" data-kind="error" role="alert" tabindex="-1" node_ref=notice>
                <Icon name="error"/>
                <p>{text}</p>
                {ways_on}
            </div>
        })
    }
}
