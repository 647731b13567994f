//! Asks before a value is removed for good.

use leptos::prelude::*;

use super::Shown;
use crate::storage::{StorageError, Unreadable};
use crate::ui::browser;
use crate::ui::parts::{Icon, Modal};
use crate::ui::store::{Notice, use_store};
use crate::ui::text::use_words;

/// The dialog, while the user is asked.
#[component]
pub(super) fn Remove(shown: Shown) -> impl IntoView {
    let store = use_store();
    let words = use_words();
    // The signal is gone where the page was left.
    let close = move || drop(shown.removing.try_set(None));
    let remove = move || {
        let Some(Unreadable { key, raw, .. }) = shown.removing.try_get_untracked().flatten() else { return };
        close();
        // The text that was downloaded and the one that lies there are compared as the browser has them, too.
        if !browser::was_downloaded(store.kept(), &key, &raw) {
            store.notice().set(Some(Notice::NotSaved(StorageError::Moved { key: key.clone() })));
            store.refresh(&key);
        } else if store.discard(&key, &raw) {
            shown.say(words.was_removed(&key));
        }
    };
    move || {
        shown.removing.get().map(|unreadable| {
            view! {
                <Modal
                    id="remove"
                    title=words.remove_title()
                    subtitle=unreadable.key
                    on_close=close
                    on_submit=remove
                    buttons=move || view! {
                        <button class="button" data-kind="primary" type="submit">
                            <Icon name="bin"/>
                            {words.remove_for_good()}
                        </button>
                    }
                >
                    <p>{words.remove_text()}</p>
                </Modal>
            }
        })
    }
}
