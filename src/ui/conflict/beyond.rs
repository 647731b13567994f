//! What differs between two versions of an opportunity, the fields of its form and what is none: how it stands, its quotes,
//! its notes. Of these nothing is chosen; they are said.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::shown::{label, text};
use super::{Heads, Row};
use crate::domain::forms::Merge;
use crate::domain::{Field, Opportunity, Quote, QuoteKey, Status};
use crate::ui::opportunity::form_of;
use crate::ui::text::{Locale, use_words};

/// Everything in which two versions of an opportunity differ.
pub fn changes(locale: Locale, before: &Opportunity, after: &Opportunity) -> Vec<Row> {
    let merge = Merge::of(None, form_of(locale, before), form_of(locale, after), &BTreeSet::new());
    let row = |name: &str| Row {
        label: label(locale.words, name),
        ours: text(locale, name, &merge.ours, before.details.currency),
        theirs: text(locale, name, &merge.theirs, after.details.currency),
    };
    let fields = merge.differences().iter().map(|difference| row(&difference.field));
    fields.chain(beyond(locale, before, after, |_| false)).collect()
}

/// What differs beyond the form; quotes that are shown elsewhere are left out.
pub(super) fn beyond(
    locale: Locale,
    ours: &Opportunity,
    theirs: &Opportunity,
    is_shown: impl Fn(QuoteKey) -> bool,
) -> Vec<Row> {
    let words = locale.words;
    let status =
        Row { label: words.column_status().to_owned(), ours: status(locale, ours), theirs: status(locale, theirs) };
    let keys: BTreeSet<QuoteKey> = ours.quotes.iter().chain(&theirs.quotes).map(|quote| quote.key).collect();
    let quotes = keys.into_iter().filter(|key| ours.quote(*key) != theirs.quote(*key) && !is_shown(*key)).map(|key| {
        let of =
            |it: &Opportunity| it.quote(key).map_or_else(|| words.not_there().to_owned(), |it_| quote(locale, it, it_));
        Row { label: key.to_string(), ours: of(ours), theirs: of(theirs) }
    });
    let notes = |it: &Opportunity| it.notes.iter().map(|note| note.text.to_string()).collect::<Vec<_>>();
    let only = |one: &Opportunity, other: &Opportunity| {
        let others = notes(other);
        let own: Vec<String> = notes(one).into_iter().filter(|note| !others.contains(note)).collect();
        if own.is_empty() { words.not_given().to_owned() } else { own.join("\n") }
    };
    let notes = (ours.notes != theirs.notes).then(|| Row {
        label: words.field(Field::Note).to_owned(),
        ours: only(ours, theirs),
        theirs: only(theirs, ours),
    });
    let status = (status.ours != status.theirs).then_some(status);
    status.into_iter().chain(quotes).chain(notes).collect()
}

/// How it stands: open, or closed and since when; and whether it is in the bin.
fn status(locale: Locale, opportunity: &Opportunity) -> String {
    let words = locale.words;
    let status = match &opportunity.status {
        Status::Open(reason) => format!("{}, {}", words.open_state(), words.open_reason(*reason)),
        Status::Closed(closing) => {
            let on = locale.format.with_value(|format| format.date(closing.facts().date));
            format!("{}, {on}", words.outcome(closing.outcome()))
        }
    };
    if opportunity.is_in_bin() { format!("{status} · {}", words.in_the_bin()) } else { status }
}

fn quote(locale: Locale, opportunity: &Opportunity, quote: &Quote) -> String {
    let currency = opportunity.details.currency;
    let total = quote.total(currency).map(|total| locale.format.with_value(|format| format.money(total, currency)));
    let parts = [Some(quote.content.name.to_string()), Some(locale.words.quote_state(quote.state()).to_owned()), total];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Rows of which nothing is chosen: what they are about, and both versions beside each other.
#[component]
pub fn SideBySide(
    /// What differs.
    rows: Vec<Row>,
    /// The heads of the versions.
    heads: Heads,
    /// What the table says.
    title: &'static str,
) -> impl IntoView {
    let words = use_words();
    let row = |row: Row| {
        view! {
            <tr>
                <th scope="row">{row.label}</th>
                <td data-label=heads.ours>{row.ours}</td>
                <td data-label=heads.theirs>{row.theirs}</td>
            </tr>
        }
    };
    view! {
        <table class="ledger side-by-side">
            <caption>{title}</caption>
            <thead>
                <tr>
                    <th scope="col"><span class="hidden">{words.what_differs()}</span></th>
                    <th scope="col">{heads.ours}</th>
                    <th scope="col">{heads.theirs}</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
