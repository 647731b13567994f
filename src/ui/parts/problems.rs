//! The summary of what is wrong with a form: it takes the focus when it appears and leads to the fields.

use leptos::{ev, html, prelude::*};

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
    let summary = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if form.problems.with(|problems| !problems.is_empty())
            && !form.was_mended()
            && let Some(summary) = summary.get()
        {
            // It is in the page and can take the focus.
            let _ = summary.focus();
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
            <div class="problems" role="alert" tabindex="-1" aria-labelledby=head.clone() node_ref=summary>
                <h3 id=head.clone()><Icon name="error"/>{title(locale.words, problems.len())}</h3>
                <ul>{rows}</ul>
            </div>
        }
        .into_any()
    }
}
