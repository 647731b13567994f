//! A record as its form holds it: every field as text, lines as rows.

use crate::domain::forms::{CALCULATED, Typed, USER_PROVIDED};
use crate::domain::{
    Currency, Date, Field, Money, OpenReason, Opportunity, OpportunityEntry, Percent, Preferences, Process, Rating,
    Revenue, Stage, Timeframe,
};
use crate::ui::parts::text_of;
use crate::ui::text::Format;

use super::rows::{Row, with_rows};

/// The form of a record.
pub(super) fn of_record(opportunity: &Opportunity, format: &Format) -> Typed {
    let entry = OpportunityEntry::of(opportunity);
    let details = &entry.details;
    let currency = details.currency;
    let money = |money: Option<Money>| money.map(|money| Format::typed(money, currency)).unwrap_or_default();
    let date = |date: Option<Date>| date.map(|date| format.date(date)).unwrap_or_default();
    let code = |code: Option<&'static str>| code.unwrap_or_default().to_owned();
    let (source, estimate) = match details.revenue {
        Revenue::UserProvided(typed) => (USER_PROVIDED, typed),
        // A sum is shown and not entered, so it is no part of what the form holds.
        Revenue::Calculated => (CALCULATED, None),
    };
    let fields = [
        (Field::Topic, details.topic.to_string()),
        (Field::Customer, text_of(details.customer.as_ref())),
        (Field::Contact, text_of(details.contact.as_ref())),
        (Field::Stage, details.stage.code().to_owned()),
        (Field::OpenReason, entry.open_reason.code().to_owned()),
        (Field::RevenueSource, source.to_owned()),
        (Field::EstimatedRevenue, money(estimate)),
        (Field::EstimatedCloseDate, date(details.estimated_close_date)),
        (Field::Probability, text_of(details.probability.map(Percent::get).as_ref())),
        (Field::Rating, details.rating.code().to_owned()),
        (Field::Description, text_of(details.description.as_ref())),
        (Field::Currency, currency.code().to_owned()),
        (Field::Budget, money(details.budget)),
        (Field::Timeframe, code(details.timeframe.map(Timeframe::code))),
        (Field::Process, code(details.process.map(Process::code))),
        (Field::AccountManager, text_of(details.account_manager.as_ref())),
        (Field::ContractingUnit, text_of(details.contracting_unit.as_ref())),
        (Field::CustomerNeed, text_of(details.customer_need.as_ref())),
        (Field::ProposedSolution, text_of(details.proposed_solution.as_ref())),
    ];
    let typed = Typed(fields.into_iter().map(|(field, text)| (field.name(), text)).collect());
    let rows = entry.lines.iter().map(|line| Row {
        id: text_of(line.id.as_ref()),
        name: line.name.to_string(),
        billing: line.billing.code().to_owned(),
        budget: money(line.budget),
    });
    with_rows(&typed, rows.collect())
}

/// The form that a new opportunity starts with (RULES §2).
pub(super) fn of_new(preferences: &Preferences) -> Typed {
    Typed::default()
        .with(Field::Stage.name(), Stage::Qualify.code())
        .with(Field::OpenReason.name(), OpenReason::InProgress.code())
        .with(Field::RevenueSource.name(), USER_PROVIDED)
        .with(Field::Rating.name(), Rating::Warm.code())
        .with(Field::Currency.name(), preferences.currency.code())
}

/// Whether the estimate is the lines' sum.
pub(super) fn is_calculated(typed: &Typed) -> bool {
    typed.get(&Field::RevenueSource.name()) == CALCULATED
}

/// The currency that is chosen.
pub(super) fn currency(typed: &Typed) -> Option<Currency> {
    Currency::parse(typed.get(&Field::Currency.name()))
}

/// What the form's controls hold, less the sum that is only shown.
pub(super) fn without_shown_sum(mut typed: Typed) -> Typed {
    if is_calculated(&typed) {
        let name = Field::EstimatedRevenue.name();
        typed.0.retain(|(other, _)| *other != name);
    }
    typed
}
