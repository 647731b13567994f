//! Opportunities as a table: comma-separated values as RFC 4180 has them, in UTF-8 with a byte order mark, which spreadsheets
//! ask for.
//!
//! The heads are those of an export of Dynamics 365, so that programs that read one can read this. Amounts are plain digits
//! with a point, dates are `2026-11-22`. A cell that a spreadsheet would run as a formula begins with an apostrophe.

use csv_core::{Terminator, WriteResult, Writer, WriterBuilder};

use crate::domain::{
    BuiltInReason, Clock, Closing, Lists, Money, OpenReason, Opportunity, Outcome, Rating, ReasonId, ReasonRef, Status,
};

/// The heads, in the order of [`cells`].
const HEADS: [&str; 20] = [
    "(Do Not Modify) Opportunity",
    "(Do Not Modify) Row Checksum",
    "(Do Not Modify) Modified On",
    "Topic",
    "Potential Customer",
    "Contact",
    "Est. Revenue",
    "Est. Close Date",
    "Actual Revenue",
    "Actual Close Date",
    "Probability",
    "Rating",
    "Status",
    "Status Reason",
    "Sales Stage",
    "Currency",
    "Competitor",
    "Revisit On",
    "Description",
    "Created On",
];

/// The file of these opportunities, in their order. The lists name their reasons and competitors, the clock says on which
/// day something was done.
pub fn csv<'a>(opportunities: impl IntoIterator<Item = &'a Opportunity>, lists: &Lists, clock: Clock) -> String {
    let mut table = Table { writer: WriterBuilder::new().terminator(Terminator::CRLF).build(), text: Vec::new() };
    table.row(HEADS);
    for opportunity in opportunities {
        table.row(cells(opportunity, lists, clock));
    }
    // What was put in were whole strings, so it is one.
    format!("\u{feff}{}", String::from_utf8_lossy(&table.text))
}

fn cells(it: &Opportunity, lists: &Lists, clock: Clock) -> [String; HEADS.len()] {
    let details = &it.details;
    let money = |money: Option<Money>| money.map(|money| money.typed(details.currency)).unwrap_or_default();
    let closing = it.closing();
    let (status, reason) = match &it.status {
        Status::Open(OpenReason::InProgress) => ("Open", "In Progress".to_owned()),
        Status::Open(OpenReason::OnHold) => ("Open", "On Hold".to_owned()),
        Status::Closed(closing) => (
            match closing.outcome() {
                Outcome::Won => "Won",
                Outcome::Lost => "Lost",
            },
            reason_name(&closing.facts().reason, lists),
        ),
    };
    let rating = match details.rating {
        Rating::Hot => "Hot",
        Rating::Warm => "Warm",
        Rating::Cold => "Cold",
    };
    [
        it.id.to_string(),
        // Where Dynamics has one; a file of ours goes by what is in it.
        String::new(),
        clock.day_of(it.modified_on).to_string(),
        details.topic.to_string(),
        text(details.customer.as_ref()),
        text(details.contact.as_ref()),
        money(it.estimated_revenue()),
        text(details.estimated_close_date.as_ref()),
        money(closing.and_then(Closing::revenue)),
        text(closing.map(|closing| &closing.facts().date)),
        it.shown_probability().map(|percent| percent.get().to_string()).unwrap_or_default(),
        rating.to_owned(),
        status.to_owned(),
        reason,
        details.stage.code().to_owned(),
        details.currency.code().to_owned(),
        text(closing.and_then(Closing::competitor).map(|rival| rival.shown(lists))),
        text(closing.and_then(Closing::revisit_on).as_ref()),
        text(details.description.as_ref()),
        clock.day_of(it.created_on).to_string(),
    ]
}

fn text<T: ToString>(value: Option<&T>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

/// The present name of a reason, else the one on the record; a built-in one that was never renamed has its English name,
/// whatever the language of the screens.
fn reason_name(reason: &ReasonRef, lists: &Lists) -> String {
    let listed = lists.reason(reason.id).map(|listed| listed.name.as_ref());
    match (listed.unwrap_or(reason.name.as_ref()), reason.id) {
        (Some(name), _) => name.to_string(),
        (None, ReasonId::BuiltIn(built_in)) => match built_in {
            BuiltInReason::Won => "Won",
            BuiltInReason::Canceled => "Canceled",
            BuiltInReason::OutSold => "Out-Sold",
            BuiltInReason::Price => "Price",
            BuiltInReason::NoDecision => "No decision",
            BuiltInReason::NoBudget => "No budget",
            BuiltInReason::NotAFit => "Not a fit",
            BuiltInReason::Other => "Other",
        }
        .to_owned(),
        (None, ReasonId::Own(id)) => id.to_string(),
    }
}

struct Table {
    writer: Writer,
    text: Vec<u8>,
}

impl Table {
    fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) {
        for (place, cell) in cells.into_iter().enumerate() {
            if place > 0 {
                self.put(|writer, room| writer.delimiter(room).1);
            }
            let cell = cell.as_ref();
            if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
                self.field(&format!("'{cell}"));
            } else {
                self.field(cell);
            }
        }
        self.put(|writer, room| writer.terminator(room).1);
    }

    fn field(&mut self, cell: &str) {
        let mut rest = cell.as_bytes();
        let mut goes_on = true;
        while goes_on {
            self.put(|writer, room| {
                let (result, read, written) = writer.field(rest, room);
                (rest, goes_on) = (rest.get(read..).unwrap_or_default(), result == WriteResult::OutputFull);
                written
            });
        }
    }

    /// Takes what the writer puts into a piece of room, which is more than it ever needs for a mark.
    fn put(&mut self, write: impl FnOnce(&mut Writer, &mut [u8]) -> usize) {
        let mut room = [0; 256];
        let written = write(&mut self.writer, &mut room);
        self.text.extend_from_slice(room.get(..written).unwrap_or_default());
    }
}
