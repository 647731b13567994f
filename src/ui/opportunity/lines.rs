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
                    <tbody><Rows form=form moved=moved/></tbody>
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
                <th scope="col">{words.line_column()}</th>
                <th scope="col">{words.field(Field::LineBilling(0))}</th>
                <th scope="col" class="number">
                    {move || words.in_currency(words.field(Field::LineBudget(0)), &symbol())}
                </th>
                {acts.then(|| view! { <th><span class="hidden">{words.line_actions()}</span></th> })}
            </tr>
        </thead>
    }
}

/// The rows as the form starts them, mounted anew whenever one is added, removed or moved.
#[component]
fn Rows(form: OpportunityForm, moved: RwSignal<String>) -> impl IntoView {
    move || {
        form.shown_anew.track();
        let count = form.state.initial.with_value(|typed| rows::rows(typed).len());
        (0..count).map(|row| view! { <EditedRow form=form row=row count=count moved=moved/> }).collect_view()
    }
}

#[component]
fn EditedRow(form: OpportunityForm, row: usize, count: usize, moved: RwSignal<String>) -> impl IntoView {
    let words = use_words();
    let state = form.state;
    let (name, billing, budget) = (Field::LineName(row), Field::LineBilling(row), Field::LineBudget(row));
    let label = move |field| words.of_line(words.field(field), row + 1);
    let methods = BillingMethod::ALL.iter().map(|it| (it.code().into(), words.billing(*it).into())).collect();
    let id = state.initial.with_value(|typed| typed.in_row(LINE_ID, row).to_owned());
    let to = move |place: usize, focus: fn(usize) -> Field| {
        form.change_rows(RowAct::Swap(row, place));
        moved.set(words.line_moved(place + 1, count));
        focus_row(form, focus(place));
    };
    let up = move |focus| {
        if row > 0 {
            to(row - 1, focus)
        }
    };
    let down = move |focus| {
        if row + 1 < count {
            to(row + 1, focus)
        }
    };
    let remove = move |_| {
        form.change_rows(RowAct::Remove(row));
        match count {
            ..2 => browser::after_drawing(|| browser::focus(NEW_LINE)),
            _ => focus_row(form, Field::LineName(row.min(count - 2))),
        }
    };
    let keys = move |event: ev::KeyboardEvent| {
        if event.alt_key() && !event.ctrl_key() && matches!(event.key().as_str(), "ArrowUp" | "ArrowDown") {
            event.prevent_default();
            let focus = focused_column(form, row);
            if event.key() == "ArrowUp" { up(focus) } else { down(focus) }
        }
    };
    view! {
        <tr on:keydown=keys>
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
            <td class="act">
                <Menu id=format!("line-menu-{row}") label=words.actions_for_line(row + 1)>
                    {(row > 0).then(|| view! {
                        <button class="button" type="button" on:click=move |_| up(Field::LineName)>
                            <Icon name="up"/>{words.move_line_up()}<kbd>"Alt ↑"</kbd>
                        </button>
                    })}
                    {(row + 1 < count).then(|| view! {
                        <button class="button" type="button" on:click=move |_| down(Field::LineName)>
                            <Icon name="down"/>{words.move_line_down()}<kbd>"Alt ↓"</kbd>
                        </button>
                    })}
                    <button class="button" type="button" on:click=remove><Icon name="cross"/>{words.remove_line()}</button>
                </Menu>
            </td>
        </tr>
    }
}

/// The column of the row's control that has the focus; its name, if none has.
fn focused_column(form: OpportunityForm, row: usize) -> fn(usize) -> Field {
    let columns: [fn(usize) -> Field; 2] = [Field::LineBilling, Field::LineBudget];
    let focused = browser::focused().map(|focused| focused.id()).unwrap_or_default();
    let has_focus = |column: &fn(usize) -> Field| form.state.control_id(column(row)) == focused;
    columns.into_iter().find(has_focus).unwrap_or(Field::LineName)
}

fn focus_row(form: OpportunityForm, field: Field) {
    let id = form.state.control_id(field);
    browser::after_drawing(move || browser::focus(&id));
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
