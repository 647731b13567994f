//! The dialogs that close: the opportunity's (RULES §4), and that of all its quotes (R6).

use std::collections::BTreeMap;

use super::{Months, Typed, fate_name, optional};
use crate::domain::{
    ClosingInput, Currency, Date, Fate, Field, LongText, Money, Outcome, QuoteKey, ReasonId, Settlement, Text,
};

/// What the dialog holds, understood as far as it can be. `open` names the quotes that have a fate to choose.
pub fn closing_input(
    typed: &Typed,
    outcome: Outcome,
    open: &[QuoteKey],
    currency: Currency,
    months: Months<'_>,
) -> ClosingInput {
    let raw = |field: Field| typed.get(&field.name());
    let date = |field| optional(raw(field), |text| Date::parse(text, months));
    ClosingInput {
        outcome,
        reason: ReasonId::from_code(raw(Field::StatusReason)),
        revenue: optional(raw(Field::ActualRevenue), |text| Money::parse(text, currency)),
        date: date(Field::CloseDate),
        competitor: Text::parse(raw(Field::Competitor)),
        description: LongText::parse(raw(Field::Description)),
        revisit_on: date(Field::RevisitOn),
        quotes: Settlement { close_all: !raw(Field::Quotes).is_empty(), fates: close_all_fates(typed, open) },
    }
}

/// The fates chosen for these quotes; one without a choice is left to its default.
pub fn close_all_fates(typed: &Typed, open: &[QuoteKey]) -> BTreeMap<QuoteKey, Fate> {
    let chosen = |&key: &QuoteKey| Fate::from_code(typed.get(&fate_name(key))).map(|fate| (key, fate));
    let mut fates = BTreeMap::new();
    fates.extend(open.iter().filter_map(chosen));
    fates
}
