//! What will happen to each: a row an opportunity, with what can be changed for it alone, or why it is left out.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::desk::Desk;
use super::entered::Control;
use crate::domain::{
    ClosingInput, ClosingWarning, Currency, Fate, Field as Of, Opportunity, OpportunityId, Outcome, Problem, Quote,
    QuoteKey, Refusal,
};
use crate::ui::browser;
use crate::ui::close_dialog::can_be;
use crate::ui::parts::{Amount, Icon, QuoteStatus};
use crate::ui::route::{Panel, Route};
use crate::ui::text::{Format, Locale};

/// How many rows are shown at first, and with each press more.
const ROWS: usize = 100;

/// The table. Of many only the first are shown, until more are asked for.
#[component]
pub fn Rows(desk: Desk) -> impl IntoView {
    let words = desk.locale.words;
    let order = desk.order();
    let mounted = RwSignal::new(ROWS);
    let shown = move || order.with(|order| order.iter().take(mounted.get()).copied().collect::<Vec<_>>());
    let rest = Memo::new(move |_| order.with(Vec::len).saturating_sub(mounted.get()));
    let won = desk.part(|shown| shown.closing.outcome == Outcome::Won);
    let money = move || words.field(if won.get() { Of::ActualRevenue } else { Of::EstimatedRevenue });
    let more = move |_| mounted.update(|rows| *rows += ROWS);
    let count = move |count: usize| desk.locale.format.with_value(|format| format.count(count));
    view! {
        <table class="ledger each">
            <caption>{words.what_happens_to_each()}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.field(Of::Topic)}</th>
                    <th scope="col">{words.then()}</th>
                    <th scope="col" class="number">{money}</th>
                    <th scope="col">{words.column_quotes()}</th>
                </tr>
            </thead>
            <tbody>
                <For each=shown key=|id| *id let:id><Row desk=desk id=id/></For>
            </tbody>
        </table>
        {move || (rest.get() > 0).then(|| {
            let text = words.show_more_rows(&count(rest.get().min(ROWS)), &count(rest.get()));
            view! { <button class="link" type="button" on:click=more>{text}</button> }
        })}
    }
}

/// What a row shows of the decision about its opportunity.
#[derive(Clone, PartialEq)]
struct Verdict {
    outcome: Outcome,
    refusal: Option<Refusal>,
    revenue: String,
    fates: BTreeMap<QuoteKey, Fate>,
    /// Its quotes stop it, so nothing can be chosen for them.
    off: bool,
    /// What is unusual about it alone.
    warnings: Vec<ClosingWarning>,
}

/// That the close date lies ahead is said once, at its field.
fn warnings(input: &ClosingInput, it: &Opportunity) -> Vec<ClosingWarning> {
    let warnings = input.warnings(it, browser::clock()).into_iter();
    warnings.filter(|warning| *warning != ClosingWarning::DateInFuture).collect()
}

#[component]
fn Row(desk: Desk, id: OpportunityId) -> impl IntoView {
    let record = desk.store.opportunity(id);
    move || record.get().map(|it| opportunity(desk, &it))
}

fn opportunity(desk: Desk, it: &Arc<Opportunity>) -> AnyView {
    let (id, currency, topic) = (it.id, it.details.currency, it.details.topic.to_string());
    let verdict = {
        let it = it.clone();
        let strict = move || desk.store.preferences().get_untracked().drafts;
        let blocks = it.blocking_quotes(strict()).next().is_some();
        desk.part(move |shown| {
            let input = shown.closing.input(&it);
            let typed = shown.closing.exceptions.get(&it.id).and_then(|exception| exception.revenue);
            let money = input.revenue.ok().flatten().map(|money| Format::typed(money, currency));
            let entered = desk.entered.with_untracked(|entered| entered.revenue(it.id).map(str::to_owned));
            Verdict {
                outcome: input.outcome,
                refusal: shown.left_out.get(&it.id).cloned(),
                revenue: typed.and(entered).or(money).unwrap_or_default(),
                fates: it.fates(input.outcome, &input.quotes),
                off: blocks && !shown.closing.close_all,
                warnings: warnings(&input, &it),
            }
        })
    };
    let address = desk.store.address(Route::Opportunity(id, Panel::None));
    let customer = it.details.customer.as_ref().map(ToString::to_string);
    let estimate = it.estimated_revenue();
    let can_close = it.is_editable();
    let quotes = can_close.then(|| {
        let open = it.open_quotes().map(|quote| quote_line(desk, it, quote, verdict)).collect_view();
        view! { <ul>{open}</ul> }
    });
    let won = Memo::new(move |_| verdict.with(|verdict| verdict.outcome == Outcome::Won));
    let money = {
        let topic = topic.clone();
        move || {
            if won.get() && can_close {
                view! { <Revenue desk=desk id=id topic=topic.clone() currency=currency verdict=verdict/> }.into_any()
            } else {
                view! { <Amount money=estimate currency=currency/> }.into_any()
            }
        }
    };
    let status = view! { <What locale=desk.locale id=id currency=currency verdict=verdict/> };
    let is_left_out = move || verdict.with(|verdict| verdict.refusal.is_some()).then_some("");
    view! {
        <tr data-left-out=is_left_out>
            <th scope="row">
                <a href=address>{topic}</a>
                {customer.map(|customer| view! { <small>{customer}</small> })}
            </th>
            <td class="what">{status}</td>
            <td class="number">{money}</td>
            <td class="offers">{quotes}</td>
        </tr>
    }
    .into_any()
}

/// Won or Lost, or why it is left out.
#[component]
fn What(locale: Locale, id: OpportunityId, currency: Currency, verdict: Memo<Verdict>) -> impl IntoView {
    let words = locale.words;
    let told = Memo::new(move |_| verdict.with(|it| (it.outcome, it.refusal.clone(), it.warnings.clone())));
    move || match told.get() {
        (_, Some(refusal), _) => view! {
            <span class="status" data-status="late"><Icon name="warn"/>{words.is_left_out()}</span>
            <small id=why_id(id)>{reason(locale, &refusal, currency)}</small>
        }
        .into_any(),
        (outcome, None, warnings) => {
            let status = match outcome {
                Outcome::Won => "won",
                Outcome::Lost => "lost",
            };
            let unusual =
                |warning| view! { <p class="warning"><Icon name="warn"/>{words.closing_warning(warning)}</p> };
            view! {
                <span class="status" data-status=status><Icon name=status/>{words.outcome(outcome)}</span>
                {warnings.into_iter().map(unusual).collect_view()}
            }
            .into_any()
        }
    }
}

/// Why one is left out; the quotes that stop it are named (R6).
fn reason(locale: Locale, refusal: &Refusal, currency: Currency) -> String {
    let words = locale.words;
    locale.format.with_value(|format| match refusal {
        Refusal::Problems(problems) => {
            let says = problems.iter().map(|problem| match &problem.problem {
                Problem::QuotesBlock(quotes) => {
                    let names: Vec<String> = quotes.iter().map(ToString::to_string).collect();
                    format!("{} {}.", words.problem(problem, currency, format), names.join(", "))
                }
                _ => words.problem(problem, currency, format),
            });
            says.collect::<Vec<_>>().join(" ")
        }
        refusal => words.refusal(refusal, format),
    })
}

fn why_id(id: OpportunityId) -> String {
    format!("why-{id}")
}

/// What it brings, which can be typed over.
#[component]
fn Revenue(desk: Desk, id: OpportunityId, topic: String, currency: Currency, verdict: Memo<Verdict>) -> impl IntoView {
    let words = desk.locale.words;
    let unit = desk.locale.format.with_value(|format| format.symbol(currency));
    let is_wrong = move || {
        verdict.with(|verdict| match &verdict.refusal {
            Some(Refusal::Problems(problems)) => problems.iter().any(|problem| problem.field == Of::ActualRevenue),
            _ => false,
        })
    };
    view! {
        <div class="affix">
            <span class="unit">{unit}</span>
            <input
                class="input"
                id=format!("revenue-{id}")
                name=Control::Revenue(id).name()
                inputmode="decimal"
                autocomplete="off"
                aria-label=format!("{}: {topic}", words.field(Of::ActualRevenue))
                aria-invalid=move || is_wrong().then_some("true")
                aria-describedby=move || is_wrong().then(|| why_id(id))
                prop:value=move || verdict.with(|verdict| verdict.revenue.clone())
            />
        </div>
    }
}

/// An open quote and what becomes of it.
fn quote_line(desk: Desk, it: &Arc<Opportunity>, quote: &Quote, verdict: Memo<Verdict>) -> AnyView {
    let words = desk.locale.words;
    let (key, currency, id) = (quote.key, it.details.currency, it.id);
    let fate = Memo::new(move |_| verdict.with(|verdict| verdict.fates.get(&key).copied()));
    let outcome = Memo::new(move |_| verdict.with(|verdict| verdict.outcome));
    let off = move || verdict.with(|verdict| verdict.off);
    let options = {
        let it = it.clone();
        move || {
            let outcome = outcome.get();
            let can = Fate::ALL.iter().copied().filter(|offered| can_be(&it, outcome, key, *offered));
            let option = |offered: Fate| {
                let is_chosen = move || fate.get() == Some(offered);
                view! { <option value=offered.code() prop:selected=is_chosen>{words.fate(offered)}</option> }
            };
            can.map(option).collect_view()
        }
    };
    view! {
        <li>
            <span>
                {key.to_string()}" "<span class="muted">{quote.content.name.to_string()}</span>" "
                <QuoteStatus state=quote.state()/>" "
                <Amount money=quote.total(currency) currency=currency/>
            </span>
            <select
                class="input"
                name=Control::Fate(id, key).name()
                aria-label=format!("{}: {key}, {}", words.field(Of::Fate(key)), it.details.topic)
                disabled=off
            >
                {options}
            </select>
        </li>
    }
    .into_any()
}
