//! Why an act is refused and what to do instead, in English.

use super::counted;
use crate::domain::{Outcome, QuoteAct, QuoteClosed, QuoteKey, QuoteState, Refusal};
use crate::ui::text::Format;
use crate::ui::text::problems::is_done;

pub(super) fn refusal(refusal: &Refusal, format: &Format) -> String {
    match refusal {
        Refusal::Problems(problems) => {
            format!("{} to settle first.", counted(&format.count(problems.len()), "thing", "things"))
        }
        Refusal::NoOpportunity(_) => {
            "This opportunity is no longer in the book. Choose another one from the list.".to_owned()
        }
        Refusal::OpportunityExists(_) => {
            "An opportunity with this id is in the book already. Try again; it then gets another id.".to_owned()
        }
        Refusal::AlreadyClosed { outcome, on } => format!(
            "This opportunity is already closed as {}, on {}. To change that, correct its closing or reopen it.",
            closed_as(*outcome),
            format.date(*on)
        ),
        Refusal::ReadOnly { outcome } => format!(
            "This opportunity is {} and read-only. Reopen it to change it; notes can be added as it is.",
            closed_as(*outcome)
        ),
        Refusal::InBin(_) => "This opportunity is in the bin and read-only. Restore it first.".to_owned(),
        Refusal::NotInBin(_) => {
            "This opportunity is not in the bin. Only what lies there can be restored or deleted for good.".to_owned()
        }
        Refusal::NotClosed => {
            "This opportunity is open, so there is no closing to reopen or correct. Close it instead.".to_owned()
        }
        Refusal::NoQuote(quote) => {
            format!("{quote} is no longer on this opportunity. Choose another one of its quotes.")
        }
        Refusal::QuoteState { quote, state, act } => quote_state(*quote, *state, *act),
        Refusal::NoTotal(quote) => {
            format!("{quote} has no total. Enter one, 0 if it costs nothing, and then activate it.")
        }
        Refusal::LinesWithoutAmount { quote, lines } => {
            let names: Vec<String> = lines.iter().map(|name| format!("“{name}”")).collect();
            let (without, each) = if lines.len() == 1 { ("line has", "it") } else { ("lines have", "each") };
            format!(
                "{quote} cannot be activated yet: {} {without} no quoted amount, {}. Enter one for {each} first.",
                format.count(lines.len()),
                names.join(", ")
            )
        }
        Refusal::AnotherWon(won) => {
            format!("{won} is won already, and only one quote can be. Revise or cancel {won} first.")
        }
        Refusal::OpenRevision(open) => {
            format!("{open} is an open revision of this quote already. Use that one, or close or delete it first.")
        }
        Refusal::NotLatest { quote, latest } => {
            format!("{quote} has a later revision. Revise {latest} instead.")
        }
        Refusal::NoOpenQuote => {
            "This opportunity has no draft or active quote, so there is nothing to close.".to_owned()
        }
        Refusal::NumbersExhausted => {
            "The highest quote number is in use, so there is none for a new quote. Revise an existing quote instead."
                .to_owned()
        }
        Refusal::NoEntry => "This entry is no longer on the list. Choose another one.".to_owned(),
        Refusal::EntryExists => {
            "An entry with this id is on the list already. Try again; it then gets another id.".to_owned()
        }
        Refusal::LastReason(outcome) => {
            format!(
                "This is the only reason left for closing as {}. Add or bring back another one first.",
                closed_as(*outcome)
            )
        }
        Refusal::InUse { records } => format!(
            "{} this entry, so it cannot be deleted; retire it instead.",
            counted(&format.count(*records), "opportunity uses", "opportunities use")
        ),
        Refusal::BuiltIn(_) => "This reason came with Tutup and cannot be deleted; retire it instead.".to_owned(),
        Refusal::Twice => "This would change the same record twice, so nothing was changed. Do one change after the \
             other."
            .to_owned(),
    }
}

fn closed_as(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Won => "won",
        Outcome::Lost => "lost",
    }
}

fn quote_state(quote: QuoteKey, state: QuoteState, act: QuoteAct) -> String {
    let is = match state {
        QuoteState::Draft => "is a draft",
        QuoteState::Active => "is active",
        QuoteState::Won(_) => "is won",
        QuoteState::Closed(QuoteClosed::Lost, _) => "is closed as lost",
        QuoteState::Closed(QuoteClosed::Canceled, _) => "is canceled",
        QuoteState::Closed(QuoteClosed::Revised, _) => "is revised",
    };
    let done = match act {
        QuoteAct::Edit => "edited",
        QuoteAct::Delete => "deleted",
        QuoteAct::Activate => "activated",
        QuoteAct::Revise => "revised",
        QuoteAct::Win => "won",
        QuoteAct::CloseAsLost => "closed as lost",
        QuoteAct::Cancel => "canceled",
    };
    if is_done(state, act) {
        return format!("{quote} {is} already.");
    }
    format!("{quote} {is}, so it cannot be {done}. {}", instead(state, act))
}

fn instead(state: QuoteState, act: QuoteAct) -> &'static str {
    let draft = state == QuoteState::Draft;
    match act {
        QuoteAct::Edit => "Revise it and edit the new draft.",
        QuoteAct::Delete => "Only drafts can be deleted; this one stays on the record.",
        QuoteAct::Revise => "Edit it as it is.",
        QuoteAct::Win | QuoteAct::CloseAsLost if draft => "Activate it first.",
        QuoteAct::Activate | QuoteAct::Win => "Revise it and activate the new draft.",
        QuoteAct::Cancel if draft => "Delete it instead.",
        QuoteAct::CloseAsLost if state.is_won() => "Cancel it if the customer withdraws.",
        QuoteAct::CloseAsLost | QuoteAct::Cancel => "It is settled; nothing is left to do.",
    }
}
