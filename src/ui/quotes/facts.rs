//! What a quote says, read-only, with the reason why and the way on.

use leptos::prelude::*;

use crate::domain::{
    Currency, Field, Opportunity, OpportunityId, Outcome, Price, Quote, QuoteClosed, QuoteContent, QuoteLine,
    QuoteState,
};
use crate::ui::parts::{Amount, Day, Icon};
use crate::ui::route::{Panel, Route};
use crate::ui::store::use_store;
use crate::ui::text::{QuoteIsFixed, use_locale, use_words};

/// Why a quote cannot be edited; absent for one that can.
pub fn fixed(opportunity: &Opportunity, quote: &Quote) -> Option<QuoteIsFixed> {
    if opportunity.is_in_bin() {
        return Some(QuoteIsFixed::InBin);
    }
    if let Some(closing) = opportunity.closing() {
        return Some(QuoteIsFixed::WithOpportunity { outcome: closing.outcome(), on: closing.facts().date });
    }
    let latest = opportunity.latest_revision(quote.key.number).map(|quote| quote.key);
    match quote.state() {
        QuoteState::Draft => None,
        QuoteState::Active => Some(QuoteIsFixed::Active),
        QuoteState::Won(_) => Some(QuoteIsFixed::Won),
        QuoteState::Closed(QuoteClosed::Lost | QuoteClosed::Canceled | QuoteClosed::Revised, _) => {
            match latest.filter(|latest| *latest != quote.key) {
                Some(latest) => Some(QuoteIsFixed::Replaced(latest)),
                None => Some(QuoteIsFixed::Settled),
            }
        }
    }
}

/// Why the quote cannot be edited, and the way on where it leads to another page; what can be done here stands above.
#[component]
pub fn WhyFixed(
    /// Why.
    why: QuoteIsFixed,
    /// Of which opportunity.
    id: OpportunityId,
) -> impl IntoView {
    let store = use_store();
    let locale = use_locale();
    let words = locale.words;
    let text = locale.format.with_value(|format| words.quote_is_fixed(&why, format));
    let way_on = match why {
        QuoteIsFixed::WithOpportunity { .. } | QuoteIsFixed::InBin => {
            Some((Route::Opportunity(id, Panel::None), words.go_to_opportunity().to_owned()))
        }
        QuoteIsFixed::Replaced(latest) => Some((Route::Quote(id, latest), words.go_to_quote(latest))),
        QuoteIsFixed::Won => {
            let close = Route::Opportunity(id, Panel::Close(Outcome::Won));
            Some((close, words.offer_close(Outcome::Won).to_owned()))
        }
        QuoteIsFixed::Active | QuoteIsFixed::Settled => None,
    };
    let way_on = way_on.map(|(route, words)| view! { <a class="button actions" href=store.address(route)>{words}</a> });
    let kind = (why == QuoteIsFixed::Won).then_some("won");
    view! { <div class="notice" data-kind=kind><Icon name="lock"/><p>{text}</p>{way_on}</div> }
}

/// What the quote says.
#[component]
pub fn Facts(
    /// It.
    content: QuoteContent,
    /// The opportunity's currency.
    currency: Currency,
) -> impl IntoView {
    let words = use_words();
    let name = |field: Field| view! { <dt>{words.field(field)}</dt> };
    let total = match &content.price {
        Price::Typed(total) => Some(view! {
            {name(Field::Total)}<dd><Amount money=*total currency=currency/></dd>
        }),
        Price::Lines(_) => None,
    };
    let description = content.description.as_ref().map(|text| {
        view! { {name(Field::Description)}<dd class="long">{text.to_string()}</dd> }
    });
    let lines = (!content.price.lines().is_empty()).then(|| {
        view! {
            <section class="middle" aria-labelledby="quote-lines-head">
                <div class="section-head"><h2 id="quote-lines-head">{words.field(Field::Lines)}</h2></div>
                <Lines price=content.price currency=currency/>
            </section>
        }
    });
    view! {
        <section aria-labelledby="quote-summary-head">
            <div class="section-head"><h2 id="quote-summary-head">{words.quote_summary()}</h2></div>
            <dl class="facts">
                {name(Field::QuoteName)}<dd>{content.name.to_string()}</dd>
                {total}
                {name(Field::EffectiveFrom)}<dd><Day date=content.effective_from/></dd>
                {name(Field::EffectiveTo)}<dd><Day date=content.effective_to/></dd>
                {name(Field::DueBy)}<dd><Day date=content.due_by/></dd>
                {description}
            </dl>
        </section>
        {lines}
    }
}

#[component]
fn Lines(price: Price, currency: Currency) -> impl IntoView {
    let locale = use_locale();
    let words = locale.words;
    let symbol = locale.format.with_value(|format| format.symbol(currency));
    let money = |field: Field| words.in_currency(words.field(field), &symbol);
    let row = |line: &QuoteLine| {
        let name = line.line.name.to_string();
        view! {
            <tr>
                <th scope="row" class="wide-column" title=name>{name.clone()}</th>
                <td class="muted billing">{words.billing(line.line.billing)}</td>
                <td class="number budget" data-label=words.field(Field::LineBudget(0))>
                    <Amount money=line.line.budget currency=currency bare=true/>
                </td>
                <td class="number amount"><Amount money=line.amount currency=currency bare=true/></td>
            </tr>
        }
    };
    let count = price.lines().len();
    let known = price.lines().iter().filter(|line| line.amount.is_some()).count();
    view! {
        <table class="ledger lines quote-lines">
            <caption class="hidden">{words.quote_lines_caption()}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.field(Field::LineName(0))}</th>
                    <th scope="col">{words.field(Field::LineBilling(0))}</th>
                    <th scope="col" class="number">{money(Field::LineBudget(0))}</th>
                    <th scope="col" class="number">{money(Field::LineAmount(0))}</th>
                </tr>
            </thead>
            <tbody>{price.lines().iter().map(row).collect_view()}</tbody>
            <tfoot>
                <tr>
                    <td colspan="3" class="muted">{words.sum_of_lines(known, count)}</td>
                    <td class="number sum"><Amount money=price.total(currency) currency=currency bare=true/></td>
                </tr>
            </tfoot>
        </table>
    }
}
