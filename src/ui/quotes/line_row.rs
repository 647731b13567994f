//! One line of a draft: its controls, which may move, and what moves and removes it.

use leptos::{ev, html, prelude::*};

use super::draft::Draft;
use super::lines::{ADD, LineChange, LineRow, focus};
use crate::domain::forms::LINE_ID;
use crate::domain::{BillingMethod, Field};
use crate::ui::browser;
use crate::ui::parts::{FieldError, Icon};
use crate::ui::text::use_words;

/// A line with its controls.
#[component]
pub(super) fn Row(draft: Draft, row: LineRow) -> impl IntoView {
    let words = use_words();
    let LineRow { number, start } = row;
    let form = draft.form;
    let place = Memo::new(move |_| {
        draft.rows.with(|rows| rows.iter().position(|row| row.number == number)).unwrap_or_default()
    });
    let unpriced =
        move || draft.price.with(|price| price.lines().get(place.get()).is_some_and(|line| line.amount.is_none()));
    // A line that was copied without a budget may be saved without an amount, and has to have one to be offered.
    let was_unpriced = !start.id.is_empty() && start.amount.is_empty();
    let mark = move || {
        let marked = was_unpriced && unpriced() && form.problem_at(Field::LineAmount(place.get())).is_none();
        marked.then(|| {
            view! {
                <p class="status" data-status="warn"><Icon name="warn"/>{words.quote_line_needs_amount()}</p>
            }
        })
    };
    let control = Control { draft, place };
    let billing = BillingMethod::ALL.iter().map(|&method| {
        let selected = method.code() == start.billing;
        view! { <option value=method.code() selected=selected>{words.billing(method)}</option> }
    });
    let billing = billing.collect_view();
    view! {
        <tr>
            <td class="name">
                <input type="hidden" name=LINE_ID value=start.id/>
                {control.input(Field::LineName, start.name, None)}
            </td>
            <td class="billing">
                <select
                    class="input"
                    id=move || control.id(Field::LineBilling)
                    name=Field::LineBilling(0).name()
                    aria-label=move || control.label(Field::LineBilling)
                >
                    {billing}
                </select>
            </td>
            <td class="number budget" data-label=words.field(Field::LineBudget(0))>
                {control.input(Field::LineBudget, start.budget, Some("decimal"))}
            </td>
            <td class="number amount" data-label=words.field(Field::LineAmount(0))>
                {control.input(Field::LineAmount, start.amount, Some("decimal"))}
                {mark}
            </td>
            <td class="act"><Tools draft=draft place=place/></td>
        </tr>
    }
}

/// The controls of a row, which may move: their ids and names for assistive technology follow its place.
#[derive(Clone, Copy)]
struct Control {
    draft: Draft,
    place: Memo<usize>,
}

impl Control {
    fn id(self, field: fn(usize) -> Field) -> String {
        self.draft.form.control_id(field(self.place.get()))
    }

    fn label(self, field: fn(usize) -> Field) -> String {
        let words = use_words();
        format!("{}, {}", words.field(field(0)), words.quote_line(self.place.get() + 1))
    }

    /// A line of text, and below it what is wrong with it.
    fn input(self, field: fn(usize) -> Field, start: String, keys: Option<&'static str>) -> AnyView {
        let form = self.draft.form;
        let problem = move || form.problem_at(field(self.place.get()));
        let error = move || {
            let field = field(self.place.get());
            view! { <FieldError form=form field=field/> }
        };
        let described = move || problem().map(|_| format!("{}-error", self.id(field)));
        view! {
            <input
                class="input"
                id=move || self.id(field)
                name=field(0).name()
                value=start
                inputmode=keys
                autocomplete="off"
                aria-label=move || self.label(field)
                aria-invalid=move || problem().map(|_| "true")
                aria-describedby=described
            />
            {error}
        }
        .into_any()
    }
}

/// Up, down and away.
#[component]
fn Tools(draft: Draft, place: Memo<usize>) -> impl IntoView {
    let words = use_words();
    let last = Memo::new(move |_| draft.rows.with(Vec::len).saturating_sub(1));
    let (up, down, remove) = (NodeRef::<html::Button>::new(), NodeRef::new(), NodeRef::new());
    let focus_one = move |first: NodeRef<html::Button>, second: NodeRef<html::Button>| {
        browser::after_drawing(move || {
            let button = |node: NodeRef<html::Button>| node.try_get_untracked().flatten();
            let usable = button(first).filter(|button| !button.disabled()).or_else(|| button(second));
            // It is in the page and can take the focus.
            let _ = usable.map(|button| button.focus());
        });
    };
    let act = move |change: fn(usize) -> LineChange| draft.change_lines(change(place.get_untracked()));
    let move_up = move |_| {
        act(LineChange::Up);
        focus_one(up, down);
    };
    let move_down = move |_| {
        act(LineChange::Down);
        focus_one(down, up);
    };
    let take_away = move |_| {
        let gone = place.get_untracked();
        act(LineChange::Remove);
        match draft.rows.with_untracked(Vec::len).checked_sub(1) {
            Some(last) => focus(draft, Field::LineName(gone.min(last))),
            None => browser::after_drawing(|| browser::focus(ADD)),
        }
    };
    let label = move |what: &'static str| move || format!("{what}: {}", words.quote_line(place.get() + 1));
    view! {
        <div class="tools">
            <Tool
                icon="up"
                label=label(words.quote_line_up())
                disabled=move || place.get() == 0
                node=up
                on_press=move_up
            />
            <Tool
                icon="down"
                label=label(words.quote_line_down())
                disabled=move || place.get() == last.get()
                node=down
                on_press=move_down
            />
            <Tool icon="cross" label=label(words.remove_quote_line()) disabled=|| false node=remove on_press=take_away/>
        </div>
    }
}

/// A square button of a line.
#[component]
fn Tool(
    icon: &'static str,
    label: impl Fn() -> String + Send + 'static,
    disabled: impl Fn() -> bool + Send + 'static,
    node: NodeRef<html::Button>,
    on_press: impl Fn(ev::MouseEvent) + 'static,
) -> impl IntoView {
    view! {
        <button
            class="button"
            data-kind="quiet"
            data-square=""
            type="button"
            aria-label=label
            disabled=disabled
            node_ref=node
            on:click=on_press
        >
            <Icon name=icon/>
        </button>
    }
}
