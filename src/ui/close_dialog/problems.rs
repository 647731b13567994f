//! What stands at the top of the dialog: input that came back, and why an act failed that no field is to blame for.

use leptos::{html, prelude::*};

use super::state::Dialog;
use crate::storage::StorageError;
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
        let failure = dialog.failure.get()?;
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
