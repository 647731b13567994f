//! The reminder that a backup is due, above the list.

use leptos::prelude::*;

use crate::ui::browser;
use crate::ui::parts::Icon;
use crate::ui::route::Route;
use crate::ui::store::use_store;
use crate::ui::text::use_locale;
use crate::workspace::View;

/// What was changed since the last backup is in this browser alone. It is looked up when a list is opened, not at every act;
/// when one goes on to another view, once that is there.
#[component]
pub fn Reminder(
    /// Which view is shown.
    view: Memo<View>,
) -> impl IntoView {
    let store = use_store();
    let locale = use_locale();
    let due = RwSignal::new(store.backup_due());
    Effect::new(move |earlier: Option<()>| {
        view.get();
        if earlier.is_some() {
            browser::after_drawing(move || {
                let now = store.backup_due();
                due.try_maybe_update(|due| (std::mem::replace(due, now) != now, ()));
            });
        }
    });
    let text = move |count| {
        let text = locale.format.with_value(|format| locale.words.backup_is_due(count, format));
        let settings = store.address(Route::Settings);
        view! {
            <p class="hint reminder">
                <Icon name="download"/>
                {text}" "
                <a href=settings>{locale.words.to_the_backup()}</a>
            </p>
        }
    };
    move || due.get().map(text)
}
