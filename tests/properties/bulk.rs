//! What a bulk closing plans, said a second time (R17).

use std::collections::{BTreeMap, BTreeSet};

use tutup::domain::{
    Book, BulkClosing, BulkPlan, ClosingEntry, Command, CompetitorRef, Money, Opportunity, OpportunityCommand,
    OpportunityId, Outcome, Price, Quote, Refusal, Settlement, Terms,
};

use super::bin;
use super::invariants::{Check, Stand, ensure};
use super::relation::estimate;
use super::verdict::{allows, fates};

/// Whether the plan has each opportunity once, closing if the rules let it and else left out for what is against it.
pub fn is_right(book: &Book, bulk: &BulkClosing, ids: &[OpportunityId], plan: &BulkPlan) -> Check {
    let planned: Vec<OpportunityId> =
        plan.closing.iter().map(|it| it.0).chain(plan.left_out.iter().map(|it| it.0)).collect();
    let distinct: BTreeSet<OpportunityId> = ids.iter().copied().collect();
    let same = planned.len() == distinct.len() && planned.iter().all(|id| distinct.contains(id));
    ensure!(same, "R17: {planned:?} instead of {ids:?}");
    for (id, checked) in &plan.closing {
        let Some(entry) = book.opportunity(*id).and_then(|it| entry(bulk, it)) else {
            return Err(format!("R17: {id} cannot be closed"));
        };
        let close = |entry| Command::Opportunity(*id, OpportunityCommand::Close(entry));
        ensure!(allows(book, &close(entry.clone())), "R17: {id} may not be closed");
        ensure!(terms_agree(&checked.terms, &entry.terms), "R17: {:?} for {:?}", checked.terms, entry.terms);
        let it = book.opportunity(*id).map(|it| fates(it, bulk.outcome, &entry.quotes.fates));
        ensure!(it.as_ref() == Some(&checked.fates), "R6: {:?} instead of {it:?}", checked.fates);
    }
    for (id, refusal) in &plan.left_out {
        let it = book.opportunity(*id);
        let right = match refusal {
            Refusal::NoOpportunity(missing) => missing == id && it.is_none(),
            Refusal::InBin(deleted) => deleted == id && bin::has(book, *id),
            Refusal::AlreadyClosed { outcome, on } => it
                .filter(|it| it.deleted_on.is_none())
                .and_then(|it| it.closing())
                .is_some_and(|closing| closing.outcome() == *outcome && closing.facts().date == *on),
            Refusal::Problems(problems) => {
                let close = |entry| Command::Opportunity(*id, OpportunityCommand::Close(entry));
                let closes = it.and_then(|it| entry(bulk, it)).is_some_and(|entry| allows(book, &close(entry)));
                !problems.is_empty() && !closes
            }
            _ => false,
        };
        ensure!(right, "R17: {id} is left out because of {refusal:?}");
    }
    sums_are_right(book, plan)
}

/// What the dialog would hold for this one; absent while something required is.
fn entry(bulk: &BulkClosing, it: &Opportunity) -> Option<ClosingEntry> {
    let exception = bulk.exceptions.get(&it.id).cloned().unwrap_or_default();
    let quotes = Settlement { close_all: bulk.close_all, fates: exception.fates };
    let revenue = match exception.revenue {
        Some(typed) => typed.ok()?,
        None => default_revenue(bulk.outcome, it, &quotes),
    };
    let terms = match bulk.outcome {
        Outcome::Won => Terms::Won { revenue: revenue? },
        Outcome::Lost => Terms::Lost {
            revenue,
            competitor: bulk.competitor.clone().ok()?.map(|name| CompetitorRef { id: None, name }),
            revisit_on: None,
        },
    };
    let description = bulk.description.clone().ok()?;
    Some(ClosingEntry { terms, reason: bulk.reason?, date: bulk.date.ok()??, description, quotes })
}

/// RULES §4: the winner's total, chosen here or Won before, else the estimate; where that is empty what the closing said
/// that was canceled last (R14).
fn default_revenue(outcome: Outcome, it: &Opportunity, quotes: &Settlement) -> Option<Money> {
    let fates = fates(it, outcome, &quotes.fates);
    let chosen = it.quotes.iter().find(|quote| fates.get(&quote.key) == Some(&tutup::domain::Fate::Won));
    let winner = chosen.or_else(|| it.quotes.iter().find(|quote| Stand::of_quote(quote) == Stand::Won));
    let offered = match outcome {
        Outcome::Won => winner.and_then(total).or_else(|| estimate(it)),
        Outcome::Lost => None,
    };
    let earlier = it.canceled_closings.last().filter(|last| last.closing.outcome() == outcome);
    offered.or_else(|| earlier.and_then(|last| last.closing.revenue()))
}

fn total(quote: &Quote) -> Option<Money> {
    match &quote.content.price {
        Price::Typed(total) => *total,
        Price::Lines(lines) => {
            let amounts: Option<Vec<i64>> = lines.iter().map(|line| line.amount.map(Money::minor)).collect();
            Money::from_minor(amounts?.iter().sum())
        }
    }
}

/// The same but for the list's own spelling of a competitor.
fn terms_agree(planned: &Terms, asked: &Terms) -> bool {
    let revenue = |terms: &Terms| match terms {
        Terms::Won { revenue } => (Outcome::Won, Some(*revenue)),
        Terms::Lost { revenue, .. } => (Outcome::Lost, *revenue),
    };
    revenue(planned) == revenue(asked)
}

/// Sums per currency; two currencies are never added.
fn sums_are_right(book: &Book, plan: &BulkPlan) -> Check {
    let mut sums = BTreeMap::new();
    for (id, checked) in &plan.closing {
        let revenue = match &checked.terms {
            Terms::Won { revenue } => Some(*revenue),
            Terms::Lost { revenue, .. } => *revenue,
        };
        if let (Some(it), Some(revenue)) = (book.opportunity(*id), revenue) {
            *sums.entry(it.details.currency).or_insert(0) += i128::from(revenue.minor());
        }
    }
    ensure!(plan.sums(book) == sums, "R17: the sums are {:?} instead of {sums:?}", plan.sums(book));
    Ok(())
}
