//! What a list is asked for, in its address: so that Back works, and a link shows the same list elsewhere.
//!
//! `?q=erp&stage=Develop&customer=&amount=1000..&date=2026-01-01..2026-12-31&sort=-estimate`. A name without a value asks for
//! what has none; a sort begins with `-` when the greatest stands first. What cannot be read is left out.

use crate::domain::{Currency, Date, Outcome, Stage};
use crate::workspace::{Column, Filter, Query, RowReason, Sort, Span, View, Wanted};

/// The query behind the `?` of a view's address.
pub(super) fn parse(view: View, text: &str) -> Query {
    let mut query = Query::all_of(view);
    for (name, value) in text.split('&').filter_map(|pair| pair.split_once('=')) {
        let Some(value) = decoded(value) else { continue };
        let filter = &mut query.filter;
        match name {
            "q" => filter.text = value,
            "stage" => filter.stage = Stage::from_code(&value),
            "reason" => filter.reason = RowReason::from_code(&value),
            "customer" => filter.customer = Some(wanted(value)),
            "competitor" => filter.competitor = Some(wanted(value)),
            "currency" => filter.currency = Currency::parse(&value),
            "amount" => filter.amount = span(&value, |text| text.parse().ok()),
            "date" => filter.date = span(&value, Date::from_iso),
            "sort" => query.sort = sort(&value).unwrap_or(query.sort),
            _ => {}
        }
    }
    query
}

/// What stands behind a page's address when a dialog that closes is open over it.
pub(super) fn print_outcome(outcome: Option<Outcome>) -> String {
    joined(outcome_pair(outcome).into_iter().collect())
}

/// What stands behind the view in its address: nothing for the whole of it in its own order. A dialog that is open over it
/// says first which way it closes.
pub(super) fn print(query: &Query, outcome: Option<Outcome>) -> String {
    let Filter { text, stage, reason, customer, competitor, currency, amount, date } = &query.filter;
    let mut pairs: Vec<(&str, String)> = outcome_pair(outcome).into_iter().collect();
    pairs.extend((!text.is_empty()).then(|| ("q", text.clone())));
    pairs.extend(stage.map(|stage| ("stage", stage.code().to_owned())));
    pairs.extend(reason.map(|reason| ("reason", reason.code().to_owned())));
    pairs.extend(customer.as_ref().map(|wanted| ("customer", name(wanted))));
    pairs.extend(competitor.as_ref().map(|wanted| ("competitor", name(wanted))));
    pairs.extend(currency.map(|currency| ("currency", currency.code().to_owned())));
    pairs.extend(amount.as_ref().map(|wanted| ("amount", ends(wanted))));
    pairs.extend(date.as_ref().map(|wanted| ("date", ends(wanted))));
    if query.sort != Sort::of(query.view) {
        let sign = if query.sort.descending { "-" } else { "" };
        pairs.push(("sort", [sign, query.sort.column.code()].concat()));
    }
    joined(pairs)
}

fn outcome_pair(outcome: Option<Outcome>) -> Option<(&'static str, String)> {
    let code = match outcome? {
        Outcome::Won => "won",
        Outcome::Lost => "lost",
    };
    Some(("as", code.to_owned()))
}

fn joined(pairs: Vec<(&str, String)>) -> String {
    let pairs: Vec<String> = pairs.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}

fn wanted(value: String) -> Wanted<String> {
    if value.is_empty() { Wanted::Empty } else { Wanted::Is(value) }
}

fn name(wanted: &Wanted<String>) -> String {
    match wanted {
        Wanted::Empty => String::new(),
        Wanted::Is(name) => name.clone(),
    }
}

fn span<T>(value: &str, read: impl Fn(&str) -> Option<T>) -> Option<Wanted<Span<T>>> {
    if value.is_empty() {
        return Some(Wanted::Empty);
    }
    let (from, to) = value.split_once("..")?;
    let span = Span { from: read(from), to: read(to) };
    (span.from.is_some() || span.to.is_some()).then_some(Wanted::Is(span))
}

fn ends<T: ToString>(wanted: &Wanted<Span<T>>) -> String {
    match wanted {
        Wanted::Empty => String::new(),
        Wanted::Is(span) => {
            let end = |end: Option<&T>| end.map(ToString::to_string).unwrap_or_default();
            format!("{}..{}", end(span.from.as_ref()), end(span.to.as_ref()))
        }
    }
}

fn sort(value: &str) -> Option<Sort> {
    let column = Column::from_code(value.trim_start_matches('-'))?;
    Some(Sort { column, descending: value.starts_with('-') })
}

fn encoded(value: &str) -> String {
    js_sys::encode_uri_component(value).into()
}

fn decoded(value: &str) -> Option<String> {
    js_sys::decode_uri_component(value).ok().map(Into::into)
}
