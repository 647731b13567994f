//! After how many days an opportunity is stale (R25).

use std::sync::Arc;

use leptos::{html, prelude::*};

use crate::domain::{Preferences, StaleAfter};
use crate::ui::parts::Icon;
use crate::ui::store::use_store;
use crate::ui::text::use_locale;

/// The number of days, in force as soon as it is entered.
#[component]
pub(super) fn StaleField(preferences: Memo<Arc<Preferences>>) -> impl IntoView {
    let store = use_store();
    let words = use_locale().words;
    let days = Memo::new(move |_| preferences.with(|preferences| preferences.stale_after));
    let input = NodeRef::<html::Input>::new();
    let is_wrong = RwSignal::new(false);
    // Another tab may change it too.
    Effect::new(move |_| {
        let days = days.get().get();
        if let Some(input) = input.get() {
            input.set_value(&days.to_string());
            is_wrong.set(false);
        }
    });
    let enter = move |event| {
        let entered = event_target_value(&event).trim().parse().ok().and_then(StaleAfter::days);
        is_wrong.set(entered.is_none());
        if let Some(days) = entered {
            store.prefer_here(|preferences| preferences.stale_after = days);
        }
    };
    let error = move || {
        is_wrong.get().then(|| {
            view! { <p class="error" id="stale-error" role="alert"><Icon name="error"/>{words.stale_after_is_wrong()}</p> }
        })
    };
    view! {
        <div class="field">
            <label for="pick-stale">{words.stale_after()}</label>
            <div>
                <input
                    class="input short"
                    id="pick-stale"
                    inputmode="numeric"
                    autocomplete="off"
                    aria-describedby="stale-hint stale-error"
                    aria-invalid=move || is_wrong.get().then_some("true")
                    node_ref=input
                    on:change=enter
                />
                {error}
                <p class="hint" id="stale-hint">{words.stale_after_hint()}</p>
            </div>
        </div>
    }
}
