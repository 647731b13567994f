//! Name and value, for what is read-only.

use leptos::prelude::*;

use crate::domain::{Currency, Field, LongText, Money, Opportunity, Revenue};
use crate::ui::parts::{Amount, Day, StageMark};
use crate::ui::text::{Locale, use_locale};

/// A name with its value.
pub(super) fn fact(name: &'static str, value: impl IntoView + 'static) -> AnyView {
    view! { <dt>{name}</dt><dd>{value.into_any()}</dd> }.into_any()
}

/// The same for a value that may be absent: then nothing stands there.
pub(super) fn fact_if<T: ToString>(name: &'static str, value: Option<&T>) -> Option<AnyView> {
    value.map(|value| fact(name, value.to_string()))
}

/// Text of several lines, as it was written.
pub(super) fn prose(name: &'static str, text: Option<&LongText>) -> Option<AnyView> {
    let text = text?.as_str().to_owned();
    Some(view! { <dt>{name}</dt><dd class="prose">{text}</dd> }.into_any())
}

/// An amount with the currency's sign.
pub(super) fn money(name: &'static str, money: Option<Money>, currency: Currency) -> Option<AnyView> {
    money.map(|money| fact(name, view! { <Amount money=Some(money) currency=currency/> }))
}

/// What was entered about an opportunity, as far as anything was.
#[component]
pub(super) fn SummaryFacts<'a>(opportunity: &'a Opportunity) -> impl IntoView {
    let Locale { words, format, .. } = use_locale();
    let details = &opportunity.details;
    let currency = details.currency;
    let name = |field| words.field(field);
    let source = match details.revenue {
        Revenue::UserProvided(_) => words.user_provided(),
        Revenue::Calculated => words.calculated(),
    };
    let date = details.estimated_close_date;
    let probability = details.probability.map(|percent| format.with_value(|format| format.percent(percent.get())));
    let currency_name = format.with_value(|format| format.currency_name(currency));
    view! {
        <section aria-labelledby="summary-head">
            <div class="section-head"><h2 id="summary-head">{words.summary()}</h2></div>
            <dl class="facts">
                {fact_if(name(Field::Customer), details.customer.as_ref())}
                {fact_if(name(Field::Contact), details.contact.as_ref())}
                {fact(name(Field::Stage), view! { <StageMark stage=details.stage/> })}
                {money(name(Field::EstimatedRevenue), opportunity.estimated_revenue(), currency)}
                {fact(name(Field::RevenueSource), source)}
                {date.map(|date| fact(name(Field::EstimatedCloseDate), view! { <Day date=Some(date)/> }))}
                {fact_if(name(Field::Probability), probability.as_ref())}
                {fact(name(Field::Rating), words.rating(details.rating))}
                {prose(name(Field::Description), details.description.as_ref())}
                {fact(name(Field::Currency), format!("{currency} · {currency_name}"))}
                {money(name(Field::Budget), details.budget, currency)}
                {fact_if(name(Field::Timeframe), details.timeframe.map(|it| words.timeframe(it)).as_ref())}
                {fact_if(name(Field::Process), details.process.map(|it| words.process(it)).as_ref())}
                {fact_if(name(Field::AccountManager), details.account_manager.as_ref())}
                {fact_if(name(Field::ContractingUnit), details.contracting_unit.as_ref())}
                {prose(name(Field::CustomerNeed), details.customer_need.as_ref())}
                {prose(name(Field::ProposedSolution), details.proposed_solution.as_ref())}
            </dl>
        </section>
    }
}
