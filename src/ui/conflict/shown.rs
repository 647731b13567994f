//! What a form holds, in the user's words: labels for names, words for codes, amounts with their currency.

use leptos::prelude::*;

use crate::domain::forms::{CALCULATED, Typed};
use crate::domain::{BillingMethod, Currency, Field, Money, OpenReason, Process, Rating, Stage, Timeframe};
use crate::ui::text::{Locale, Words};

/// Every field of the forms that can be in conflict.
const FIELDS: [Field; 26] = [
    Field::Topic,
    Field::Customer,
    Field::Contact,
    Field::Stage,
    Field::OpenReason,
    Field::RevenueSource,
    Field::EstimatedRevenue,
    Field::EstimatedCloseDate,
    Field::Probability,
    Field::Rating,
    Field::Description,
    Field::Currency,
    Field::Budget,
    Field::Timeframe,
    Field::Process,
    Field::AccountManager,
    Field::ContractingUnit,
    Field::CustomerNeed,
    Field::ProposedSolution,
    Field::Lines,
    Field::QuoteName,
    Field::Total,
    Field::EffectiveFrom,
    Field::EffectiveTo,
    Field::DueBy,
    Field::Quotes,
];

fn field(name: &str) -> Option<Field> {
    FIELDS.into_iter().find(|field| field.name() == name)
}

/// The label of the field of this name.
pub(super) fn label(words: &dyn Words, name: &str) -> String {
    field(name).map_or_else(|| name.to_owned(), |field| words.field(field).to_owned())
}

/// What the form holds in the field of this name. `main` is the currency of a form that names none.
pub(super) fn text(locale: Locale, name: &str, typed: &Typed, main: Currency) -> String {
    let words = locale.words;
    let held = typed.get(name);
    let currency = Currency::parse(typed.get(&Field::Currency.name())).unwrap_or(main);
    let word = |word: Option<&'static str>| word.map(str::to_owned);
    let shown = match field(name) {
        Some(Field::Stage) => word(Stage::from_code(held).map(|it| words.stage(it))),
        Some(Field::OpenReason) => word(OpenReason::from_code(held).map(|it| words.open_reason(it))),
        Some(Field::Rating) => word(Rating::from_code(held).map(|it| words.rating(it))),
        Some(Field::Timeframe) => word(Timeframe::from_code(held).map(|it| words.timeframe(it))),
        Some(Field::Process) => word(Process::from_code(held).map(|it| words.process(it))),
        Some(Field::RevenueSource) => Some(revenue(locale, typed, currency)),
        Some(Field::EstimatedRevenue | Field::Budget | Field::Total) => money(locale, held, currency),
        Some(Field::Probability) if !held.trim().is_empty() => Some(format!("{}%", held.trim().trim_end_matches('%'))),
        Some(Field::Lines) => lines(locale, typed, currency),
        _ => None,
    };
    let shown = shown.unwrap_or_else(|| held.to_owned());
    if shown.trim().is_empty() { words.not_given().to_owned() } else { shown }
}

/// An amount with its currency; what is none as it was typed.
fn money(locale: Locale, typed: &str, currency: Currency) -> Option<String> {
    let money = Money::parse(typed, currency).ok()?;
    Some(locale.format.with_value(|format| format.money(money, currency)))
}

/// Where the estimate comes from, and what was typed.
fn revenue(locale: Locale, typed: &Typed, currency: Currency) -> String {
    if typed.get(&Field::RevenueSource.name()) == CALCULATED {
        return locale.words.calculated().to_owned();
    }
    let estimate = typed.get(&Field::EstimatedRevenue.name());
    let amount = money(locale, estimate, currency).unwrap_or_else(|| estimate.to_owned());
    let amount = if amount.is_empty() { locale.words.not_given().to_owned() } else { amount };
    format!("{}: {amount}", locale.words.user_provided())
}

/// The lines, one below the other; without any, the total that was typed instead.
fn lines(locale: Locale, typed: &Typed, currency: Currency) -> Option<String> {
    let count = typed.rows(&Field::LineName(0).name());
    if count == 0 {
        let total = typed.get(&Field::Total.name());
        let total = money(locale, total, currency).unwrap_or_else(|| total.to_owned());
        return (!total.is_empty()).then(|| format!("{}: {total}", locale.words.field(Field::Total)));
    }
    let line = |row: usize| {
        let held = |field: Field| typed.in_row(&field.name(), row).trim().to_owned();
        let amount = |field: Field| {
            let typed = held(field);
            let shown = money(locale, &typed, currency).unwrap_or(typed);
            (!shown.is_empty()).then(|| format!("{} {shown}", locale.words.field(field)))
        };
        let billing = BillingMethod::from_code(&held(Field::LineBilling(row))).map(|it| locale.words.billing(it));
        let parts = [
            Some(held(Field::LineName(row))),
            billing.map(str::to_owned),
            amount(Field::LineBudget(row)),
            amount(Field::LineAmount(row)),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    Some((0..count).map(line).collect::<Vec<_>>().join("\n"))
}
