//! The notice: what the last act did; or why it could not be saved.

use leptos::prelude::*;

use super::parts::Icon;
use super::store::{Notice, Store, use_store};
use super::text::use_first_words;
use crate::storage::StorageError;
use crate::workspace::UndoError;

/// The notice of the last act. It stays until the next one; a failure stays until it is solved or dismissed.
#[component]
pub fn NoticeBar() -> impl IntoView {
    let store = use_store();
    let shown = move |notice| match notice {
        Notice::CannotUndo(UndoError::Storage(error)) | Notice::NotSaved(error) => Some(failure(store, &error)),
        // Whatever else is said comes of an act, and acts begin on screens.
        act => store.arrival().screens().map(|screens| (screens.act_notice)(act)),
    };
    view! {
        <div class="notices" role="status">
            {move || store.notice().get().and_then(shown)}
        </div>
    }
}

/// Storage failed: what happened, what is safe, and the ways on.
fn failure(store: Store, error: &StorageError) -> AnyView {
    let words = use_first_words();
    let dismiss = move |_| store.notice().set(None);
    view! {
        <div class="notice" data-kind="error" role="alert">
            <Icon name="error"/>
            <p>{words.storage(error)}</p>
            <button class="button" type="button" on:click=move |_| store.download()>
                <Icon name="download"/>
                {words.download_my_data()}
            </button>
            <button class="button" data-kind="quiet" type="button" on:click=dismiss>{words.dismiss()}</button>
        </div>
    }
    .into_any()
}
