//! The lines of a draft, each a row of controls that can be moved and removed.

use leptos::{html, prelude::*};

use super::draft::Draft;
use super::typed::TypedLine;
use crate::domain::forms::{LINE_ID, Typed};
use crate::domain::{BillingMethod, Field, MAX_LINES, Price};
use crate::ui::browser;
use crate::ui::parts::{Amount, FieldError, Icon};
use crate::ui::text::{use_locale, use_words};

/// A row of the form: what its controls start with, and a number that stays with it when it is moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineRow {
    number: u32,
    start: TypedLine,
}

impl LineRow {
    /// The rows of what a form starts with.
    pub fn all(typed: &Typed) -> Vec<Self> {
        Self::from(0, typed)
    }

    /// Rows of what a form holds now, none of which is one of these.
    pub fn instead_of(rows: &[Self], typed: &Typed) -> Vec<Self> {
        Self::from(Self::next(rows).number, typed)
    }

    /// A new row.
    pub fn next(rows: &[Self]) -> Self {
        let last = rows.iter().map(|row| row.number).max().unwrap_or(0);
        Self { number: last.saturating_add(1), start: TypedLine::blank() }
    }

    fn from(first: u32, typed: &Typed) -> Vec<Self> {
        (first..).zip(TypedLine::all(typed)).map(|(number, start)| Self { number, start }).collect()
    }
}

/// What can be done with lines as such.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineChange {
    /// A new one, at the end.
    Add,
    /// That one goes.
    Remove(usize),
    /// That one changes places with the one before it.
    Up(usize),
    /// That one changes places with the one behind it.
    Down(usize),
}

impl LineChange {
    /// Does it to these.
    pub fn apply<T>(self, lines: &mut Vec<T>, new: T) {
        match self {
            Self::Add => lines.push(new),
            Self::Remove(place) if place < lines.len() => drop(lines.remove(place)),
            Self::Up(place) if place > 0 && place < lines.len() => lines.swap(place - 1, place),
            Self::Down(place) if place + 1 < lines.len() => lines.swap(place, place + 1),
            Self::Remove(_) | Self::Up(_) | Self::Down(_) => {}
        }
    }
}

/// The lines of a draft, and the button that adds one.
#[component]
pub fn LinesEditor(
    /// Of this form.
    draft: Draft,
) -> impl IntoView {
    let words = use_words();
    let count = Memo::new(move |_| draft.rows.with(Vec::len));
    let any = Memo::new(move |_| count.get() > 0);
    let add = move |_| {
        draft.change_lines(LineChange::Add);
        let place = draft.rows.with_untracked(Vec::len).saturating_sub(1);
        focus(draft, Field::LineName(place));
    };
    let full = move || count.get() >= MAX_LINES;
    view! {
        <section class="middle" aria-labelledby="quote-lines-head">
            <div class="section-head">
                <h2 id="quote-lines-head">{words.field(Field::Lines)}</h2>
                <div class="row actions">
                    <button
                        class="button"
                        data-kind="quiet"
                        type="button"
                        id=ADD
                        disabled=full
                        on:click=add
                    >
                        <Icon name="plus"/>
                        {words.add_quote_line()}
                    </button>
                </div>
            </div>
            <FieldError form=draft.form field=Field::Lines/>
            {move || {
                if any.get() {
                    view! { <Table draft=draft/> }.into_any()
                } else {
                    view! { <p class="remark">{words.no_quote_lines()}</p> }.into_any()
                }
            }}
            {move || full().then(|| view! { <p class="remark">{words.quote_lines_full(MAX_LINES)}</p> })}
        </section>
    }
}

const ADD: &str = "quote-line-add";

#[component]
fn Table(draft: Draft) -> impl IntoView {
    let locale = use_locale();
    let words = locale.words;
    let symbol = locale.format.with_value(|format| format.symbol(draft.currency));
    let money = |field: Field| words.in_currency(words.field(field), &symbol);
    view! {
        <table class="ledger lines quote-lines" data-edited="">
            <caption class="hidden">{words.quote_lines_caption()}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.field(Field::LineName(0))}</th>
                    <th scope="col">{words.field(Field::LineBilling(0))}</th>
                    <th scope="col" class="number">{money(Field::LineBudget(0))}</th>
                    <th scope="col" class="number">{money(Field::LineAmount(0))}</th>
                    <th scope="col"><span class="hidden">{words.quote_line_tools()}</span></th>
                </tr>
            </thead>
            <tbody>
                <For each=move || draft.rows.get() key=|row| row.number let:row>
                    <Row draft=draft row=row/>
                </For>
            </tbody>
            <tfoot>{move || total(draft, &draft.price.get())}</tfoot>
        </table>
    }
}

/// The sum of the lines; while some have no amount, that of the others.
fn total(draft: Draft, price: &Price) -> AnyView {
    let words = use_words();
    let lines = price.lines();
    let known: Vec<_> = lines.iter().filter_map(|line| line.amount).collect();
    let label = words.sum_of_lines(known.len(), lines.len());
    let sum = draft.currency.sum(known.iter().copied()).filter(|_| !known.is_empty());
    let sum = view! { <Amount money=sum currency=draft.currency bare=true/> };
    let class = if known.len() == lines.len() { "number sum" } else { "number" };
    view! { <tr><td colspan="3" class="muted">{label}</td><td class=class>{sum}</td><td></td></tr> }.into_any()
}

#[component]
fn Row(draft: Draft, row: LineRow) -> impl IntoView {
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
            <button
                class="button"
                data-kind="quiet"
                data-square=""
                type="button"
                aria-label=label(words.quote_line_up())
                disabled=move || place.get() == 0
                node_ref=up
                on:click=move_up
            >
                <Icon name="up"/>
            </button>
            <button
                class="button"
                data-kind="quiet"
                data-square=""
                type="button"
                aria-label=label(words.quote_line_down())
                disabled=move || place.get() == last.get()
                node_ref=down
                on:click=move_down
            >
                <Icon name="down"/>
            </button>
            <button
                class="button"
                data-kind="quiet"
                data-square=""
                type="button"
                aria-label=label(words.remove_quote_line())
                node_ref=remove
                on:click=take_away
            >
                <Icon name="cross"/>
            </button>
        </div>
    }
}

/// Moves the focus to a control once it is there.
fn focus(draft: Draft, field: Field) {
    let id = draft.form.control_id(field);
    browser::after_drawing(move || browser::focus(&id));
}
