//! A closed or deleted opportunity: its closing, the closings that no longer hold, and its facts, all read-only (R2, R11,
//! R26).

use std::sync::Arc;

use leptos::prelude::*;

use super::facts::{SummaryFacts, fact, fact_if, money, prose};
use super::lines::PlainLines;
use crate::domain::{Before, Closing, Currency, Field, Lists, Opportunity, OpportunityId, Outcome};
use crate::ui::parts::{Day, Icon};
use crate::ui::quotes::QuotesSection;
use crate::ui::store::use_store;
use crate::ui::text::{Locale, use_locale};

/// The columns of an opportunity that is read-only, history aside.
#[component]
pub(super) fn ReadOnlyRecord(id: OpportunityId, record: Memo<Option<Arc<Opportunity>>>) -> impl IntoView {
    let lists = use_store().lists();
    let facts = move || {
        record.get().map(|it| {
            let lists = lists.get();
            let any = it.closing().is_some() || !it.canceled_closings.is_empty();
            let closings = any.then(|| view! { <Closings opportunity=&it lists=&lists/> }.into_any());
            view! { {closings}<SummaryFacts opportunity=&it/> }.into_any()
        })
    };
    let lines = move || record.get().map(|it| view! { <PlainLines opportunity=&it/> }.into_any());
    view! {
        <div class="stack facts-of">{facts}</div>
        <div class="stack middle"><QuotesSection id=id/>{lines}</div>
    }
}

/// The closing that holds, if one does, and behind a summary each that was canceled, newest first.
#[component]
pub(super) fn Closings<'a>(opportunity: &'a Opportunity, lists: &'a Lists) -> impl IntoView {
    let locale = use_locale();
    let words = locale.words;
    let currency = opportunity.details.currency;
    let current = opportunity.closing().map(|closing| facts(locale, closing, currency, lists));
    let head = match opportunity.closing() {
        Some(closing) => words.closing_number(closing.facts().number),
        None => words.earlier_closings().to_owned(),
    };
    let canceled = opportunity.canceled_closings.iter().rev().map(|canceled| {
        let closing = &canceled.closing;
        let on = locale.format.with_value(|format| format.date(closing.facts().date));
        let summary = words.canceled_closing(closing.facts().number, closing.outcome(), &on, canceled.by);
        view! { <details><summary>{summary}</summary>{facts(locale, closing, currency, lists)}</details> }
    });
    let canceled = canceled.collect_view();
    view! {
        <section aria-labelledby="closing-head">
            <div class="section-head"><h2 id="closing-head">{head}</h2></div>
            {current}
            {canceled}
        </section>
    }
}

fn facts(locale: Locale, closing: &Closing, currency: Currency, lists: &Lists) -> AnyView {
    let words = locale.words;
    let name = |field| words.field(field);
    let said = closing.facts();
    let (status, outcome) = match closing.outcome() {
        Outcome::Won => ("won", words.outcome(Outcome::Won)),
        Outcome::Lost => ("lost", words.outcome(Outcome::Lost)),
    };
    let outcome = view! { <span class="status" data-status=status><Icon name=status/>{outcome}</span> };
    let competitor = closing.competitor().map(|competitor| competitor.shown(lists).to_string());
    let revisit = closing.revisit_on();
    let settled = said.settled.iter().map(|it| words.settled(it.quote, it.fate)).collect::<Vec<_>>().join(", ");
    view! {
        <dl class="facts">
            {fact(name(Field::Outcome), outcome)}
            {fact(name(Field::StatusReason), words.reason(&said.reason, lists))}
            {money(name(Field::ActualRevenue), closing.revenue(), currency)}
            {fact(name(Field::CloseDate), view! { <Day date=Some(said.date)/> })}
            {fact_if(name(Field::Competitor), competitor.as_ref())}
            {prose(name(Field::Description), said.description.as_ref())}
            {revisit.map(|date| fact(name(Field::RevisitOn), view! { <Day date=Some(date)/> }))}
            {(!settled.is_empty()).then(|| fact(words.column_quotes(), settled))}
            {fact(words.before_closing(), before(locale, closing.before()))}
        </dl>
    }
    .into_any()
}

/// "Propose, 60%, in progress".
fn before(locale: Locale, before: Before) -> String {
    let percent = before.probability.map(|it| locale.format.with_value(|format| format.percent(it.get())));
    let reason = locale.words.open_reason(before.open_reason).to_lowercase();
    let parts = [Some(locale.words.stage(before.stage).to_owned()), percent, Some(reason)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
