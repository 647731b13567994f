//! The lines of a draft, each a row of controls that can be moved and removed.

use leptos::prelude::*;

use super::draft::Draft;
use super::line_row::Row;
use super::typed::TypedLine;
use crate::domain::forms::Typed;
use crate::domain::{Field, MAX_LINES, Price};
use crate::ui::browser;
use crate::ui::parts::{Amount, FieldError, Icon};
use crate::ui::text::{use_locale, use_words};

/// A row of the form: what its controls start with, and a number that stays with it when it is moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineRow {
    /// Its own.
    pub number: u32,
    /// What its controls start with.
    pub start: TypedLine,
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

/// The id of the button that adds a line.
pub(super) const ADD: &str = "quote-line-add";

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

/// Moves the focus to a control once it is there.
pub(super) fn focus(draft: Draft, field: Field) {
    let id = draft.form.control_id(field);
    browser::after_drawing(move || browser::focus(&id));
}
