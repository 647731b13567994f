//! What the lists show of the book as a whole: counts, sums, names.

use tutup::domain::{
    Book, Closing, Currency, Details, Opportunity, OpportunityCommand, OpportunityEntry, Outcome, QuoteCommand,
};
use tutup::workspace::{Index, View};

use super::chance::Chance;
use super::examples::{details, money, text};
use super::lists::opportunity;
use super::tab::{NOW, Tab};

#[test]
fn after_any_acts_it_equals_one_built_anew() {
    for seed in 0..30 {
        let mut chance = Chance::new(seed);
        let mut tab = Tab::new();
        for _ in 0..150 {
            let command = chance.command(&tab.workspace);
            let _ = tab.commit(&command);
            if seed % 3 == 0 {
                let _ = tab.workspace.undo();
            }
            assert_eq!(*tab.workspace.index(), Index::of(tab.workspace.book(), tab.clock));
        }
        assert_equals_a_recount(&tab);
    }
}

/// The counts and sums, worked out from the book alone.
fn assert_equals_a_recount(tab: &Tab) {
    let (book, index) = (tab.workspace.book(), tab.workspace.index());
    for view in View::ALL {
        let all: Vec<_> = book.with_bin().filter(|it| stands_in(book, it, view)).collect();
        let mut ids = index.ids(view);
        ids.sort();
        assert_eq!(ids, all.iter().map(|it| it.id).collect::<Vec<_>>(), "{view:?}");
        assert_eq!(index.count(view), all.len());
        for currency in Currency::all() {
            let amount = |it: &Opportunity| match view {
                View::Won => it.closing().and_then(Closing::revenue),
                View::Lost | View::Revisit => it.closing().and_then(|closing| closing.facts().estimate),
                View::Bin => None,
                _ => it.estimated_revenue(),
            };
            let with = all.iter().filter(|it| it.details.currency == currency);
            let amounts: Vec<_> = with.filter_map(|it| Some((amount(it)?.minor(), it.shown_probability()))).collect();
            let weighted: Vec<i128> = amounts
                .iter()
                .filter_map(|(minor, percent)| Some(i128::from(*minor) * i128::from((*percent)?.get())))
                .collect();
            let total = index.tally(view).unwrap().totals().get(&currency).copied().unwrap_or_default();
            let sum: i128 = amounts.iter().map(|(minor, _)| i128::from(*minor)).sum();
            assert_eq!((total.count, total.minor), (amounts.len(), sum), "{view:?} {currency}");
            let rounded = (weighted.iter().sum::<i128>() * 2 + 100) / 200;
            assert_eq!(
                (total.weighted_count, total.weighted().map(|it| it.minor().into())),
                (weighted.len(), Some(rounded))
            );
        }
    }
}

fn stands_in(book: &Book, it: &Opportunity, view: View) -> bool {
    if it.is_in_bin() || view == View::Bin {
        return it.is_in_bin() && view == View::Bin;
    }
    let today = NOW.today();
    match view {
        View::Open => it.outcome().is_none(),
        View::Overdue => it.outcome().is_none() && it.details.estimated_close_date.is_some_and(|date| date < today),
        View::Blocked => it.outcome().is_none() && it.blocking_quotes(book.preferences().drafts).count() > 0,
        View::Stale | View::Bin => false,
        View::Won => it.outcome() == Some(Outcome::Won),
        View::Lost => it.outcome() == Some(Outcome::Lost),
        View::Revisit => {
            let until = today.plus_days(14).unwrap();
            it.closing().and_then(Closing::revisit_on).is_some_and(|date| date <= until)
        }
        View::All => true,
    }
}

/// What is on the screen is redrawn only when it changes.
#[test]
fn a_row_stays_the_same_while_nothing_that_it_shows_changes() {
    let (mut tab, at) = Tab::with_one();
    let row = tab.workspace.index().row(at).unwrap().clone();
    let with_budget = OpportunityEntry::of(tab.one());
    let details = Details { budget: Some(money(1)), ..with_budget.details };
    tab.act(OpportunityCommand::Edit(OpportunityEntry { details, ..with_budget }));
    assert!(std::sync::Arc::ptr_eq(&row, tab.workspace.index().row(at).unwrap()));
    tab.quote(2, QuoteCommand::Activate);
    assert!(!std::sync::Arc::ptr_eq(&row, tab.workspace.index().row(at).unwrap()));
}

#[test]
fn customers_are_offered_once_in_alphabetical_order_as_they_are_mostly_written() {
    let mut tab = Tab::new();
    let names = ["Zebra", "contoso", "Contoso", "Élan", "Contoso", "Fabrikam"];
    for (number, name) in names.into_iter().enumerate() {
        opportunity(&mut tab, number as u64 + 1, Details { customer: Some(text(name)), ..details("Topic") });
    }
    let customers: Vec<&str> = tab.workspace.index().customers().collect();
    assert_eq!(customers, ["Contoso", "Élan", "Fabrikam", "Zebra"]);
    assert_eq!(tab.workspace.index().contacts().count(), 0);
    let renamed = OpportunityEntry { details: details("No customer any more"), ..OpportunityEntry::of(tab.one()) };
    tab.act(OpportunityCommand::Edit(renamed));
    assert_eq!(tab.workspace.index().customers().count(), 3);
}
