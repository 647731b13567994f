//! What is stored and stands in the file too, with another content: for each the user says which version holds.

use leptos::{ev, prelude::*};

use crate::exchange::{Conflict, Plan, Rule, Side, Version};
use crate::ui::parts::typed_text;
use crate::ui::store::use_store;
use crate::ui::text::use_locale;

/// One choice for all of them, and one for each that differs from it.
#[component]
pub fn Conflicts(plan: RwSignal<Plan, LocalStorage>) -> impl IntoView {
    let words = use_locale().words;
    let count = plan.with_untracked(|plan| plan.conflicts().len());
    let all = move |event: ev::Event| {
        let rule = match typed_text(&event).as_str() {
            "theirs" => Rule::Theirs,
            "newer" => Rule::Newer,
            _ => Rule::Ours,
        };
        plan.update(|plan| plan.choose_for_all(rule));
    };
    (count > 0).then(|| {
        view! {
            <div class="field">
                <label for="restore-rule">{words.conflicts(count)}</label>
                <select class="input" id="restore-rule" on:change=all>
                    <option value="ours">{words.keep_ours()}</option>
                    <option value="theirs">{words.take_theirs()}</option>
                    <option value="newer">{words.keep_newer()}</option>
                </select>
            </div>
            <details>
                <summary>{words.choose_one_by_one()}</summary>
                <ul class="conflicts">{(0..count).map(|place| row(plan, place)).collect_view()}</ul>
            </details>
        }
    })
}

fn row(plan: RwSignal<Plan, LocalStorage>, place: usize) -> AnyView {
    let store = use_store();
    let locale = use_locale();
    let words = locale.words;
    let Some(conflict) = plan.with_untracked(|plan| plan.conflicts().get(place).cloned()) else {
        return ().into_any();
    };
    let Conflict { key, ours, theirs, .. } = conflict;
    let name = theirs.topic().map_or_else(|| store.name_of(locale, key), str::to_owned);
    let of = |version: &Version, label: &str| match version.modified_on() {
        Some(at) => format!("{label} · {}", locale.format.with_value(|format| format.moment(at))),
        None => label.to_owned(),
    };
    let (ours, theirs) = (of(&ours, words.keep_ours()), of(&theirs, words.take_theirs()));
    let takes = move || plan.with(|plan| plan.conflicts().get(place).is_some_and(|it| plan.side(it) == Side::Theirs));
    let choose = move |event: ev::Event| {
        let side = if typed_text(&event) == "theirs" { Side::Theirs } else { Side::Ours };
        plan.update(|plan| plan.choose(key, side));
    };
    view! {
        <li>
            <label for=format!("conflict-{place}")>{name}</label>
            <select class="input" id=format!("conflict-{place}") on:change=choose>
                <option value="ours" selected=move || !takes()>{ours}</option>
                <option value="theirs" selected=takes>{theirs}</option>
            </select>
        </li>
    }
    .into_any()
}
