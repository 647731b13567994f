//! The reminder that a backup is due, above the list.

use leptos::prelude::*;

use crate::ui::parts::Icon;
use crate::ui::route::Route;
use crate::ui::store::use_store;
use crate::ui::text::use_locale;

/// What was changed since the last backup is in this browser alone. It is looked up when a list is opened, not at every act.
#[component]
pub fn Reminder() -> impl IntoView {
    let store = use_store();
    let locale = use_locale();
    store.backup_due().map(|count| {
        let text = locale.format.with_value(|format| locale.words.backup_is_due(count, format));
        let settings = store.address(Route::Settings);
        view! {
            <p class="hint reminder">
                <Icon name="download"/>
                {text}" "
                <a href=settings>{locale.words.to_the_backup()}</a>
            </p>
        }
    })
}
