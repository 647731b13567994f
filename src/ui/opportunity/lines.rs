//! The lines as a ledger: rows to type in while the opportunity is open, plain ones when it is closed.

use leptos::{ev, prelude::*};

use super::form::OpportunityForm;
use super::rows::{self, RowAct};
use super::typed;
use crate::domain::forms::LINE_ID;
use crate::domain::{BillingMethod, Currency, Field, MAX_LINES, Money, Opportunity};
use crate::ui::browser;
use crate::ui::parts::{Amount, FieldError, Icon, Menu, MoneyInput, Select, TextInput};
use crate::ui::text::{use_locale, use_words};

/// The id of the button that adds a line.
const NEW_LINE: &str = "new-line";

/// The lines in the form, and their sum as it is typed.
#[component]
pub(super) fn Lines(form: OpportunityForm) -> impl IntoView {
    let words = use_words();
    let count = Memo::new(move |_| form.typed.with(|typed| rows::rows(typed).len()));
    let moved = RwSignal::new(String::new());
    let full = Memo::new(move |_| count.get() >= MAX_LINES);
    let add = move |_| {
        if !full.get_untracked() {
            form.change_rows(RowAct::Add);
            focus_row(form, Field::LineName(count.get_untracked().saturating_sub(1)));
        }
    };
    let any = Memo::new(move |_| count.get() > 0);
    let table = move || {
        any.get().then(|| {
            view! {
                <table class="ledger lines">
                    <caption class="hidden">{words.lines_caption()}</caption>
                    <Head currency=form.state.currency acts=true/>
                    <tbody><Rows form=form count=count moved=moved/></tbody>
                    <EditedSum form=form/>
                </table>
            }
        })
    };
    view! {
        <section class="edited-lines" aria-labelledby="lines-head">
            <div class="section-head">
                <h2 id="lines-head">{words.field(Field::Lines)}</h2>
                <div class="row actions">
                    <button
                        class="button"
                        data-kind="quiet"
                        type="button"
                        id=NEW_LINE
                        aria-disabled=move || full.get().then_some("true")
                        aria-describedby=move || full.get().then_some("lines-full")
                        on:click=add
                    >
                        <Icon name="plus"/>
                        {words.new_line()}
                    </button>
                </div>
            </div>
            {table}
            {move || (!any.get()).then(|| view! { <p class="remark">{words.no_lines_yet()}</p> })}
            {move || full.get().then(|| view! { <p class="remark" id="lines-full">{words.lines_full(MAX_LINES)}</p> })}
            <FieldError form=form.state field=Field::Lines/>
            <p class="hidden" role="status">{moved}</p>
        </section>
    }
}

#[component]
fn Head(#[prop(into)] currency: Signal<Currency>, acts: bool) -> impl IntoView {
    let locale = use_locale();
    let words = locale.words;
    let symbol = move || locale.format.with_value(|format| format.symbol(currency.get()));
    view! {
        <thead>
            <tr>
                <th scope="col">{words.field(Field::LineName(0))}</th>
                <th scope="col">{words.field(Field::LineBilling(0))}</th>
                <th scope="col" class="number">
                    {move || words.in_currency(words.field(Field::LineBudget(0)), &symbol())}
                </th>
                {acts.then(|| view! { <th><span class="hidden">{words.line_actions()}</span></th> })}
            </tr>
        </thead>
    }
}

/// The rows, mounted anew from what the form starts with whenever their number changes.
#[component]
fn Rows(form: OpportunityForm, count: Memo<usize>, moved: RwSignal<String>) -> impl IntoView {
    move || {
        let count = count.get();
        (0..count).map(|row| view! { <EditedRow form=form row=row count=count moved=moved/> }).collect_view()
    }
}

#[component]
fn EditedRow(form: OpportunityForm, row: usize, count: usize, moved: RwSignal<String>) -> impl IntoView {
    let words = use_words();
    let state = form.state;
    let acts = RowActs { form, row, count, moved };
    let (name, billing, budget) = (Field::LineName(row), Field::LineBilling(row), Field::LineBudget(row));
    let label = move |field| words.of_line(words.field(field), row + 1);
    let methods = BillingMethod::ALL.iter().map(|it| (it.code().into(), words.billing(*it).into())).collect();
    let id = state.initial.with_value(|typed| typed.in_row(LINE_ID, row).to_owned());
    view! {
        <tr on:keydown=move |event| acts.keys(&event)>
            <td class="wide-column name">
                <input type="hidden" name=LINE_ID value=id/>
                <TextInput form=state field=name label=label(name)/>
                <FieldError form=state field=name/>
            </td>
            <td class="method">
                <Select form=state field=billing options=methods label=label(billing)/>
                <FieldError form=state field=billing/>
            </td>
            <td class="number">
                <MoneyInput form=state field=budget label=label(budget) bare=true/>
                <FieldError form=state field=budget/>
            </td>
            <td class="act"><RowMenu acts=acts/></td>
        </tr>
    }
}

#[component]
fn RowMenu(acts: RowActs) -> impl IntoView {
    let words = use_words();
    let up = acts.above().map(|_| {
        view! {
            <button class="button" type="button" on:click=move |_| acts.move_to(acts.above(), Field::LineName)>
                <Icon name="up"/>
                {words.move_line_up()}
                <kbd>"Alt ↑"</kbd>
            </button>
        }
    });
    let down = acts.below().map(|_| {
        view! {
            <button class="button" type="button" on:click=move |_| acts.move_to(acts.below(), Field::LineName)>
                <Icon name="down"/>
                {words.move_line_down()}
                <kbd>"Alt ↓"</kbd>
            </button>
        }
    });
    view! {
        <Menu id=format!("line-menu-{}", acts.row) label=words.actions_for_line(acts.row + 1)>
            {up}
            {down}
            <button class="button" type="button" on:click=move |_| acts.remove()>
                <Icon name="cross"/>
                {words.remove_line()}
            </button>
        </Menu>
    }
}

/// What can be done with a row. Its controls may be mounted anew or hold another row then, so the focus is moved along.
#[derive(Clone, Copy)]
struct RowActs {
    form: OpportunityForm,
    row: usize,
    count: usize,
    moved: RwSignal<String>,
}

impl RowActs {
    fn above(self) -> Option<usize> {
        self.row.checked_sub(1)
    }

    fn below(self) -> Option<usize> {
        Some(self.row + 1).filter(|below| *below < self.count)
    }

    fn move_to(self, place: Option<usize>, focus: fn(usize) -> Field) {
        let Some(place) = place else { return };
        self.form.change_rows(RowAct::Swap(self.row, place));
        self.moved.set(self.form.locale.words.line_moved(place + 1, self.count));
        focus_row(self.form, focus(place));
    }

    fn remove(self) {
        self.form.change_rows(RowAct::Remove(self.row));
        match self.count {
            ..2 => browser::after_drawing(|| browser::focus(NEW_LINE)),
            _ => focus_row(self.form, Field::LineName(self.row.min(self.count - 2))),
        }
    }

    /// Alt with an arrow moves the row that is typed in; on a drop-down that opens its list.
    fn keys(self, event: &ev::KeyboardEvent) {
        let columns: [fn(usize) -> Field; 2] = [Field::LineName, Field::LineBudget];
        let focused = browser::focused().map(|focused| focused.id()).unwrap_or_default();
        let typed_in = columns.into_iter().find(|column| self.form.state.control_id(column(self.row)) == focused);
        let place = match event.key().as_str() {
            "ArrowUp" => self.above(),
            "ArrowDown" => self.below(),
            _ => return,
        };
        if let Some(column) = typed_in
            && event.alt_key()
            && !event.ctrl_key()
        {
            event.prevent_default();
            self.move_to(place, column);
        }
    }
}

fn focus_row(form: OpportunityForm, field: Field) {
    let id = form.state.control_id(field);
    // Problems that moved with their rows are drawn anew, and their summary then takes the focus: this comes after it.
    browser::after_drawing(|| browser::after_drawing(move || browser::focus(&id)));
}

#[component]
fn EditedSum(form: OpportunityForm) -> impl IntoView {
    let count = Memo::new(move |_| form.typed.with(|typed| rows::rows(typed).len()));
    let sum = Memo::new(move |_| form.typed.with(|typed| rows::sum(typed).zip(typed::currency(typed))));
    move || {
        let currency = form.state.currency.get();
        let sum = sum.get().map(|(sum, _)| sum);
        view! { <Foot count=count.get() sum=sum currency=currency acts=true/> }
    }
}

#[component]
fn Foot(count: usize, sum: Option<Money>, currency: Currency, acts: bool) -> impl IntoView {
    let words = use_words();
    view! {
        <tfoot>
            <tr>
                <td colspan="2" class="muted">{words.sum_of_lines(count, count)}</td>
                <td class="number sum"><Amount money=sum currency=currency bare=true/></td>
                {acts.then(|| view! { <td></td> })}
            </tr>
        </tfoot>
    }
}

/// The lines of a closed opportunity.
#[component]
pub(super) fn PlainLines<'a>(opportunity: &'a Opportunity) -> impl IntoView {
    let words = use_words();
    let currency = opportunity.details.currency;
    let rows = opportunity.lines.iter().map(|line| {
        view! {
            <tr>
                <th scope="row" class="wide-column name">{line.name.to_string()}</th>
                <td class="muted method">{words.billing(line.billing)}</td>
                <td class="number"><Amount money=line.budget currency=currency bare=true/></td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let count = opportunity.lines.len();
    let sum = currency.sum(opportunity.lines.iter().filter_map(|line| line.budget));
    let table = (count > 0).then(|| {
        view! {
            <table class="ledger lines">
                <caption class="hidden">{words.lines_caption()}</caption>
                <Head currency=Signal::stored(currency) acts=false/>
                <tbody>{rows}</tbody>
                <Foot count=count sum=sum currency=currency acts=false/>
            </table>
        }
    });
    view! {
        <section aria-labelledby="lines-head">
            <div class="section-head"><h2 id="lines-head">{words.field(Field::Lines)}</h2></div>
            {table}
            {(count == 0).then(|| view! { <p class="remark">{words.no_lines()}</p> })}
        </section>
    }
}
