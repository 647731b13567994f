//! The fields in which two versions differ, each with both and a choice.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::shown::{label, text};
use super::{Heads, Part};
use crate::domain::forms::{ChangedBy, Difference, Side, Typed};
use crate::ui::text::use_locale;

/// What the user has chosen. A choice is forgotten when one of the versions that it was made between changes.
#[derive(Clone, Copy)]
pub(super) struct Chosen(RwSignal<BTreeMap<Question, Side>>);

/// Which of these two is right, in this field of that part.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Question {
    part: usize,
    field: String,
    ours: Vec<String>,
    theirs: Vec<String>,
}

impl Question {
    fn of(place: usize, part: &Part, difference: &Difference) -> Self {
        let only = |typed: &Typed| {
            let all = Typed::default().with_fields_of(typed, &[difference.field.clone()].into());
            all.0.into_iter().map(|(_, text)| text).collect()
        };
        let (ours, theirs) = (only(&part.merge.ours), only(&part.merge.theirs));
        Self { part: place, field: difference.field.clone(), ours, theirs }
    }

    /// The id of the control that answers it so.
    fn id(place: usize, field: &str, side: Side) -> String {
        let side = match side {
            Side::Ours => "ours",
            Side::Theirs => "theirs",
        };
        format!("conflict-{place}-{field}-{side}")
    }
}

impl Chosen {
    pub(super) fn new() -> Self {
        Self(RwSignal::new(BTreeMap::new()))
    }

    /// The side that was chosen, else the only one that changed the field.
    fn side(self, place: usize, part: &Part, difference: &Difference) -> Option<Side> {
        let chosen = self.0.with(|chosen| chosen.get(&Question::of(place, part, difference)).copied());
        chosen.or(match difference.by {
            ChangedBy::Ours => Some(Side::Ours),
            ChangedBy::Theirs => Some(Side::Theirs),
            ChangedBy::Both => None,
        })
    }

    fn choose(self, place: usize, part: &Part, difference: &Difference, side: Side) {
        self.0.update(|chosen| {
            chosen.insert(Question::of(place, part, difference), side);
        });
    }

    pub(super) fn choose_all(self, parts: &[Part], side: Side) {
        for (place, part) in parts.iter().enumerate() {
            part.merge.differences().iter().for_each(|difference| self.choose(place, part, difference, side));
        }
    }

    /// The ids of the first controls of what is not chosen yet.
    pub(super) fn left(self, parts: &[Part]) -> Vec<String> {
        let left = |(place, part): (usize, &Part)| {
            let open = part.merge.differences().iter().filter(|it| self.side(place, part, it).is_none());
            open.map(|it| Question::id(place, &it.field, Side::Ours)).collect::<Vec<_>>()
        };
        parts.iter().enumerate().flat_map(left).collect()
    }

    /// What each form is to hold, once everything is chosen.
    pub(super) fn forms(self, parts: &[Part]) -> Vec<Typed> {
        let form = |(place, part): (usize, &Part)| {
            part.merge.chosen(|difference| self.side(place, part, difference).unwrap_or(Side::Theirs))
        };
        parts.iter().enumerate().map(form).collect()
    }
}

/// Every field that differs.
#[component]
pub(super) fn Choices(parts: Signal<Vec<Part>>, chosen: Chosen, heads: Heads) -> impl IntoView {
    let part = move |(place, part): (usize, Part)| {
        let title = part.title.clone().map(|title| view! { <h3>{title}</h3> });
        let differences = part.merge.differences().to_vec();
        let part = StoredValue::new(part);
        let rows = differences.into_iter().map(|difference| {
            view! { <Choice place=place part=part difference=difference chosen=chosen heads=heads/> }
        });
        let rows = rows.collect_view();
        view! { {title}{rows} }
    };
    move || parts.get().into_iter().enumerate().map(part).collect_view()
}

#[component]
fn Choice(
    place: usize,
    part: StoredValue<Part>,
    difference: Difference,
    chosen: Chosen,
    heads: Heads,
) -> impl IntoView {
    let locale = use_locale();
    let words = locale.words;
    let field = difference.field.clone();
    let name = format!("conflict-{place}-{field}");
    let by = difference.by;
    let difference = StoredValue::new(difference);
    let side = Memo::new(move |_| {
        part.with_value(|part| difference.with_value(|difference| chosen.side(place, part, difference)))
    });
    let option = |this: Side, head: &'static str| {
        let shown = part.with_value(|part| {
            let typed = match this {
                Side::Ours => &part.merge.ours,
                Side::Theirs => &part.merge.theirs,
            };
            text(locale, &field, typed, part.currency)
        });
        let id = Question::id(place, &field, this);
        let choose = move |_| {
            part.with_value(|part| difference.with_value(|it| chosen.choose(place, part, it, this)));
        };
        view! {
            <label>
                <input
                    type="radio"
                    name=name.clone()
                    id=id
                    prop:checked=move || side.get() == Some(this)
                    on:change=choose
                />
                <span class="version"><small>{head}</small>" "<span class="value">{shown}</span></span>
            </label>
        }
        .into_any()
    };
    view! {
        <fieldset class="versions" data-open=move || side.get().is_none().then_some("")>
            <legend>{label(words, &field)}" "<small>{words.changed_by(by)}</small></legend>
            {option(Side::Ours, heads.ours)}
            {option(Side::Theirs, heads.theirs)}
        </fieldset>
    }
}
