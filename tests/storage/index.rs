//! What the lists show.

use std::cmp::Reverse;

use tutup::domain::{
    Command, Currency, Details, OpenReason, Opportunity, OpportunityCommand, OpportunityEntry, Outcome, QuoteCommand,
    Revenue,
};
use tutup::workspace::{Index, Total, View};

use super::chance::Chance;
use super::examples::{closing, date, details, id, money, text};
use super::tab::Tab;

const VIEWS: [View; 5] = [View::Open, View::Won, View::Lost, View::All, View::Bin];

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
            assert_eq!(*tab.workspace.index(), Index::of(tab.workspace.book()));
        }
        assert_equals_a_recount(&tab);
    }
}

/// The counts, sums and orders, worked out from the book alone.
fn assert_equals_a_recount(tab: &Tab) {
    let (book, index) = (tab.workspace.book(), tab.workspace.index());
    for view in VIEWS {
        let in_view = |it: &Opportunity| match (view, it.deleted_on) {
            (View::Bin, deleted_on) => deleted_on.is_some(),
            (_, Some(_)) => false,
            (View::Open, _) => it.outcome().is_none(),
            (View::Won, _) => it.outcome() == Some(Outcome::Won),
            (View::Lost, _) => it.outcome() == Some(Outcome::Lost),
            (View::All, _) => true,
        };
        let mut all: Vec<_> = book.with_bin().filter(|it| in_view(it)).collect();
        all.sort_by_key(|it| {
            let closed = it.closing().map(|closing| closing.facts().date);
            let topic = tutup::domain::fold(it.details.topic.as_str());
            let estimated = it.details.estimated_close_date;
            match view {
                View::Open => (estimated.is_none(), estimated, None, None, topic, it.id),
                View::Won | View::Lost => (false, None, Some(Reverse(closed)), None, topic, it.id),
                View::All => (false, None, None, None, topic, it.id),
                View::Bin => (false, None, None, Some(Reverse(it.deleted_on)), topic, it.id),
            }
        });
        assert_eq!(index.rows(view), all.iter().map(|it| it.id).collect::<Vec<_>>(), "{view:?}");
        assert_eq!(index.count(view), all.len());
        for currency in Currency::all() {
            let amounts = all.iter().filter(|it| it.details.currency == currency).filter_map(|it| match view {
                View::Open | View::All => it.estimated_revenue(),
                View::Won => it.closing().and_then(tutup::domain::Closing::revenue),
                View::Lost => it.closing().and_then(|closing| closing.facts().estimate),
                View::Bin => None,
            });
            let amounts: Vec<i128> = amounts.map(|amount| amount.minor().into()).collect();
            let total = Total { count: amounts.len(), minor: amounts.iter().sum() };
            let shown = index.totals(view).into_iter().find(|(of, _)| *of == currency).map(|(_, total)| total);
            assert_eq!(shown.unwrap_or_default(), total, "{view:?} {currency}");
        }
    }
}

fn opportunity(tab: &mut Tab, number: u64, details: Details) {
    let entry = OpportunityEntry { details, open_reason: OpenReason::InProgress, lines: Vec::new() };
    tab.commit(&Command::Opportunity(id(number), OpportunityCommand::Create(entry))).unwrap();
}

#[test]
fn open_ones_stand_by_estimated_close_date_then_topic_and_those_without_last() {
    let mut tab = Tab::new();
    let with = |topic: &str, day: Option<&str>| Details { estimated_close_date: day.map(date), ..details(topic) };
    for (number, details) in [
        with("b", Some("2026-12-01")),
        with("Ä", Some("2026-12-01")),
        with("late", None),
        with("first", Some("2026-11-01")),
        with("also", None),
    ]
    .into_iter()
    .enumerate()
    {
        opportunity(&mut tab, number as u64, details);
    }
    assert_eq!(tab.workspace.index().rows(View::Open), [3, 1, 0, 4, 2].map(id));
    assert_eq!(tab.workspace.index().rows(View::All), [1, 4, 0, 3, 2].map(id));
}

#[test]
fn closed_ones_stand_by_close_date_newest_first() {
    let mut tab = Tab::new();
    for (number, day) in [(1, "2026-11-01"), (2, "2026-11-20"), (3, "2026-11-10")] {
        tab.create(number, "Topic");
        let close = tutup::domain::ClosingEntry { date: date(day), ..closing(Outcome::Won) };
        tab.commit(&Command::Opportunity(id(number), OpportunityCommand::Close(close))).unwrap();
    }
    assert_eq!(tab.workspace.index().rows(View::Won), [2, 3, 1].map(id));
}

#[test]
fn totals_stand_by_currency_and_count_what_has_an_amount() {
    let mut tab = Tab::new();
    let with = |code: &str, amount: Option<i64>| Details {
        currency: Currency::parse(code).unwrap(),
        revenue: Revenue::UserProvided(amount.map(money)),
        ..details("Topic")
    };
    for (number, (code, amount)) in
        [("MYR", Some(5)), ("JPY", Some(100)), ("MYR", None), ("MYR", Some(0)), ("SGD", None)].into_iter().enumerate()
    {
        opportunity(&mut tab, number as u64, with(code, amount));
    }
    let totals = tab.workspace.index().totals(View::Open);
    let shown: Vec<_> = totals.iter().map(|(code, total)| (code.code(), total.count, total.minor)).collect();
    assert_eq!(shown, [("JPY", 1, 100), ("MYR", 2, 5)]);
    assert_eq!(totals[0].1.money(), Some(money(100)));
}

#[test]
fn a_row_says_what_its_list_shows() {
    let (mut tab, at) = Tab::with_one();
    let row = tab.workspace.index().row(at).unwrap().clone();
    assert_eq!((row.drafts, row.active, row.outcome), (1, 1, None));
    assert_eq!(row.probability.map(tutup::domain::Percent::get), Some(60));
    assert_eq!((row.customer.as_deref(), row.estimate), (Some("Contoso Manufacturing"), Some(money(125_000_000))));
    tab.act(OpportunityCommand::Close(closing(Outcome::Lost)));
    let row = tab.workspace.index().row(at).unwrap();
    assert_eq!((row.drafts, row.active, row.outcome, row.open_reason), (0, 0, Some(Outcome::Lost), None));
    assert_eq!((row.actual, row.estimate_at_closing), (None, Some(money(125_000_000))));
    assert_eq!(row.actual_close, Some(date("2026-11-22")));
}

/// What is on the screen is redrawn only when it changes.
#[test]
fn a_row_stays_the_same_while_nothing_that_it_shows_changes() {
    let (mut tab, at) = Tab::with_one();
    let row = tab.workspace.index().row(at).unwrap().clone();
    tab.act(OpportunityCommand::AddNote(super::examples::long("x")));
    assert!(std::sync::Arc::ptr_eq(&row, tab.workspace.index().row(at).unwrap()));
    tab.quote(2, QuoteCommand::Activate);
    assert!(!std::sync::Arc::ptr_eq(&row, tab.workspace.index().row(at).unwrap()));
}

#[test]
fn search_finds_all_words_anywhere_without_regard_to_case_and_accents() {
    let mut tab = Tab::new();
    let with = |topic: &str, customer: &str| Details { customer: Some(text(customer)), ..details(topic) };
    opportunity(&mut tab, 1, with("ERP rollout", "Café Österreich"));
    opportunity(&mut tab, 2, with("CRM rollout", "Contoso"));
    tab.act(OpportunityCommand::AddQuote);
    let found = |typed: &str| tab.workspace.index().search(View::Open, typed);
    assert_eq!(found("cafe ROLL"), [id(1)]);
    assert_eq!(found("osterreich"), [id(1)]);
    assert_eq!(found("roll"), [2, 1].map(id));
    assert_eq!(found(" "), [2, 1].map(id));
    assert_eq!(found("q-00001"), [id(1)]);
    assert_eq!(found("erp contoso"), []);
    assert_eq!(tab.workspace.index().search(View::Won, "erp"), []);
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
