//! One row of a list. It reads its own record's memo, so an act redraws only the rows that it changed.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::{Closing, Currency, Date, Opportunity, OpportunityId, QuoteState, Status, Terms};
use crate::ui::browser;
use crate::ui::parts::{Amount, Day, Icon, OpportunityStatus, StageMark};
use crate::ui::route::{Panel, Route};
use crate::ui::store::use_store;
use crate::ui::text::{use_first_words, use_speech};
use crate::workspace::View;

/// The row of an opportunity in a view.
#[component]
pub fn Row(
    /// Which opportunity.
    id: OpportunityId,
    /// In which view.
    view: View,
    /// The currency whose sign the columns' heads have.
    main: Memo<Currency>,
) -> impl IntoView {
    let store = use_store();
    let record = store.opportunity(id);
    let address = store.address(Route::Opportunity(id, Panel::None));
    let today = store.today();
    let cells = move |it: Arc<Opportunity>| match view {
        View::Open => open_cells(&it, main.get(), today.get()),
        View::Won => won_cells(&it, main.get(), today.get()),
        View::Lost => lost_cells(&it, main.get(), today.get()),
        View::All => all_cells(&it, main.get(), today.get()),
        View::Bin => bin_cells(&it, today.get()),
    };
    move || {
        record.get().map(|it| {
            let customer = it.details.customer.as_ref().map(ToString::to_string);
            view! {
                <tr>
                    <td class="topic wide-column">
                        <a href=address.clone()>{it.details.topic.to_string()}</a>
                        {on_hold(&it)}
                    </td>
                    <td class="customer">{customer}</td>
                    {cells(it)}
                </tr>
            }
        })
    }
}

fn on_hold(it: &Opportunity) -> Option<AnyView> {
    let on_hold = matches!(it.status, Status::Open(crate::domain::OpenReason::OnHold));
    on_hold.then(|| {
        let word = use_first_words().open_reason(crate::domain::OpenReason::OnHold);
        view! { " "<span class="status" data-status="hold"><Icon name="hold"/>{word}</span> }.into_any()
    })
}

fn amount(money: Option<crate::domain::Money>, it: &Opportunity, main: Currency) -> AnyView {
    let currency = it.details.currency;
    view! { <td class="number amount"><Amount money=money currency=currency bare={currency == main}/></td> }.into_any()
}

/// The actual revenue where the estimate stands beside it.
fn actual(it: &Opportunity, main: Currency) -> AnyView {
    let currency = it.details.currency;
    let money = it.closing().and_then(Closing::revenue);
    view! { <td class="number actual"><Amount money=money currency=currency bare={currency == main}/></td> }.into_any()
}

fn open_cells(it: &Opportunity, main: Currency, today: Date) -> AnyView {
    let words = use_first_words();
    let speech = use_speech();
    let date = it.details.estimated_close_date;
    let late = date.map(|date| today.days_since(date)).filter(|days| *days > 0).map(|days| {
        view! { <span class="status" data-status="late"><Icon name="clock"/>{words.days_late(days)}</span> }
    });
    let count = |state| it.quotes.iter().filter(|quote| quote.state() == state).count();
    let active = Some(count(QuoteState::Active)).filter(|count| *count > 0).map(|count| {
        view! { <span class="status" data-status="active"><Icon name="active"/>{words.active_quotes(count)}</span>" " }
    });
    let drafts = Some(count(QuoteState::Draft)).filter(|count| *count > 0).map(|count| {
        view! { <span class="status" data-status="draft"><Icon name="draft"/>{words.draft_quotes(count)}</span> }
    });
    let percent = it
        .details
        .probability
        .map_or_else(|| "–".to_owned(), |percent| speech.format.with_value(|format| format.percent(percent.get())));
    view! {
        <td class="at"><StageMark stage=it.details.stage/></td>
        {amount(it.estimated_revenue(), it, main)}
        <td class="number probability">{percent}</td>
        <td class="number closes">{late}<Day date=date today=today/></td>
        <td class="quotes">{active}{drafts}</td>
    }
    .into_any()
}

fn reason(it: &Opportunity) -> String {
    let (store, words) = (use_store(), use_first_words());
    let lists = store.lists().get();
    it.closing().map(|closing| words.reason(&closing.facts().reason, &lists)).unwrap_or_default()
}

fn closed_on(it: &Opportunity, today: Date) -> AnyView {
    let date = it.closing().map(|closing| closing.facts().date);
    view! { <td class="number closes"><Day date=date today=today/></td> }.into_any()
}

fn won_cells(it: &Opportunity, main: Currency, today: Date) -> AnyView {
    view! {
        <td class="reason">{reason(it)}</td>
        {amount(it.closing().and_then(Closing::revenue), it, main)}
        {closed_on(it, today)}
    }
    .into_any()
}

fn lost_cells(it: &Opportunity, main: Currency, today: Date) -> AnyView {
    let lists = use_store().lists().get();
    let competitor = it.closing().and_then(|closing| match &closing.facts().terms {
        Terms::Lost { competitor, .. } => competitor.as_ref().map(|rival| rival.shown(&lists).to_string()),
        Terms::Won { .. } => None,
    });
    let estimate = it.closing().and_then(|closing| closing.facts().estimate);
    view! {
        <td class="reason">{reason(it)}</td>
        <td class="competitor">{competitor}</td>
        {amount(estimate, it, main)}
        {closed_on(it, today)}
    }
    .into_any()
}

fn all_cells(it: &Opportunity, main: Currency, today: Date) -> AnyView {
    let date = it.closing().map_or(it.details.estimated_close_date, |closing| Some(closing.facts().date));
    view! {
        <td class="state"><OpportunityStatus opportunity=it/></td>
        {amount(it.estimated_revenue(), it, main)}
        {actual(it, main)}
        <td class="number closes"><Day date=date today=today/></td>
    }
    .into_any()
}

fn bin_cells(it: &Opportunity, today: Date) -> AnyView {
    let date = it.deleted_on.map(|at| browser::clock().day_of(at));
    view! {
        <td class="state"><OpportunityStatus opportunity=it/></td>
        <td class="number closes"><Day date=date today=today/></td>
    }
    .into_any()
}
