//! The summary of what is wrong with a form: it takes the focus when it appears and leads to the fields.

use leptos::{ev, prelude::*};

use super::{FormState, Icon};
use crate::ui::{browser, text::use_locale};

/// All problems of a form, in their order. Shows nothing while there are none.
#[component]
pub fn ProblemSummary(
    /// Of this form.
    form: FormState,
    /// Its head, from their number.
    title: fn(&'static dyn crate::ui::text::Words, usize) -> String,
) -> impl IntoView {
    let locale = use_locale();
    let head = format!("{}-problems-head", form.id);
    let id = format!("{}-problems", form.id);
    let summary = id.clone();
    // Only a new list of problems takes the focus: not the same ones in other words, nor what is left after mending.
    Effect::new(move |_| {
        if form.problems.with(|problems| !problems.is_empty()) && !form.was_mended() {
            let summary = summary.clone();
            browser::after_drawing(move || browser::focus(&summary));
        }
    });
    move || {
        let problems = form.problems.get();
        if problems.is_empty() {
            return ().into_any();
        }
        let rows = problems.iter().map(|problem| {
            let target = form.control_id(problem.field);
            let words = form.words_for(locale, problem);
            let address = format!("#{target}");
            let lead = move |event: ev::MouseEvent| {
                event.prevent_default();
                browser::focus(&target);
            };
            view! { <li><a href=address on:click=lead>{words}</a></li> }
        });
        let rows = rows.collect_view();
        view! {
            <div class="problems" role="alert" tabindex="-1" aria-labelledby=head.clone() id=id.clone()>
                <h2 id=head.clone()><Icon name="error"/>{title(locale.words, problems.len())}</h2>
                <ul>{rows}</ul>
            </div>
        }
        .into_any()
    }
}
