//! A date: typed as the language writes it, or picked from the browser's calendar.
//!
//! A bare `<input type="date">` gives the year 42026 in one browser and an empty value with no sign of bad input in another
//! (R23), so what is typed goes into a line of text, and the browser's picker only fills that line.

use leptos::{html, prelude::*};

use super::field::{described_beside, invalid};
use super::{FormState, Icon};
use crate::domain::{self, Date};
use crate::ui::text::{use_locale, use_words};

/// A date that can be typed and picked.
#[component]
pub fn DateInput(
    /// Of this form.
    form: FormState,
    /// Which field.
    field: domain::Field,
    /// Whether the element of [`hint_id`](super::hint_id) says more about it.
    #[prop(optional)]
    hinted: bool,
    /// What stands behind it.
    #[prop(optional, into)]
    behind: ViewFn,
) -> impl IntoView {
    let locale = use_locale();
    let words = use_words();
    let text = NodeRef::<html::Input>::new();
    let calendar = NodeRef::<html::Input>::new();
    let parse = move |typed: &str| locale.format.with_value(|format| Date::parse(typed, &format.months()));
    let open = move |_| {
        let (Some(text), Some(calendar)) = (text.get_untracked(), calendar.get_untracked()) else { return };
        calendar.set_value(&parse(&text.value()).map(|date| date.to_string()).unwrap_or_default());
        // Where the browser has no picker to show, the date can still be typed.
        let _ = calendar.show_picker();
    };
    let picked = move |_| {
        let (Some(text), Some(calendar)) = (text.get_untracked(), calendar.get_untracked()) else { return };
        if let Ok(date) = parse(&calendar.value()) {
            text.set_value(&locale.format.with_value(|format| format.date(date)));
            announce(&text);
        }
    };
    view! {
        <div class="affix date">
            <input
                class="input"
                id=form.control_id(field)
                name=field.name()
                value=form.start(field)
                autocomplete="off"
                node_ref=text
                aria-invalid=invalid(form, field)
                aria-describedby=described_beside(form, field, hinted)
            />
            <span class="picker">
                <button
                    class="button"
                    data-kind="quiet"
                    data-square=""
                    type="button"
                    aria-label=format!("{}: {}", words.pick_a_date(), words.field(field))
                    on:click=open
                >
                    <Icon name="calendar"/>
                </button>
                <input
                    class="calendar"
                    type="date"
                    tabindex="-1"
                    aria-hidden="true"
                    min="1970-01-01"
                    max="2199-12-31"
                    node_ref=calendar
                    on:change=picked
                />
            </span>
            {move || behind.run()}
        </div>
    }
}

/// Tells the form that the field was changed, as typing would.
fn announce(input: &web_sys::HtmlInputElement) {
    let bubbles = web_sys::EventInit::new();
    bubbles.set_bubbles(true);
    if let Ok(event) = web_sys::Event::new_with_event_init_dict("input", &bubbles) {
        // Nobody who listens cancels it.
        let _ = input.dispatch_event(&event);
    }
}
