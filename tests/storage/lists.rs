//! Lists: which rows a query asks for, in which order, and what they add up to.

use tutup::domain::{
    BuiltInReason, Clock, ClosingEntry, Command, CompetitorRef, Currency, Date, Details, DraftRule, EntryCommand,
    ListsCommand, OpenReason, OpportunityCommand, OpportunityEntry, Outcome, Percent, Preferences, Rating, ReasonId,
    Revenue, Stage, StaleAfter, Terms,
};
use tutup::workspace::{Column, Filter, Listing, Query, RowReason, Sort, Span, View, Wanted};

use super::chance::Chance;
use super::examples::{closing, date, details, entry, id, long, money, text};
use super::tab::{NOW, Tab};

pub fn opportunity(tab: &mut Tab, number: u64, details: Details) {
    let entry = OpportunityEntry { details, open_reason: OpenReason::InProgress, lines: Vec::new() };
    tab.commit(&Command::Opportunity(id(number), OpportunityCommand::Create(entry))).unwrap();
}

fn on(tab: &mut Tab, number: u64, command: OpportunityCommand) {
    tab.commit(&Command::Opportunity(id(number), command)).unwrap();
}

fn numbers(listing: &Listing) -> Vec<u64> {
    listing.ids().map(|found| (1..100).find(|number| id(*number) == found).unwrap()).collect()
}

fn list(tab: &Tab, view: View, filter: Filter) -> Vec<u64> {
    numbers(&tab.workspace.index().list(Query { filter, ..Query::all_of(view) }))
}

fn lost(on: &str, revenue: Option<i64>, competitor: Option<&str>, revisit_on: Option<&str>) -> ClosingEntry {
    let competitor = competitor.map(|name| CompetitorRef { id: None, name: text(name) });
    let terms = Terms::Lost { revenue: revenue.map(money), competitor, revisit_on: revisit_on.map(date) };
    ClosingEntry { terms, date: date(on), ..closing(Outcome::Lost) }
}

fn won(on: &str, revenue: i64) -> ClosingEntry {
    ClosingEntry { terms: Terms::Won { revenue: money(revenue) }, date: date(on), ..closing(Outcome::Won) }
}

/// A list that follows the acts shows what one made anew would show, whatever it was asked for.
#[test]
fn a_list_that_follows_the_acts_equals_one_made_anew() {
    let mut followed = 0;
    for (seed, view) in (0..24_u64).zip(View::ALL.into_iter().cycle()) {
        let mut chance = Chance::new(seed);
        let mut tab = Tab::new();
        let mut queries: Vec<Query> = Column::ALL
            .into_iter()
            .map(|column| Query { sort: Sort { column, descending: seed % 2 == 0 }, ..Query::all_of(view) })
            .collect();
        queries.push(Query { filter: Filter { text: "erp".into(), ..Filter::default() }, ..Query::all_of(view) });
        let mut lists: Vec<Listing> = queries.into_iter().map(|query| tab.workspace.index().list(query)).collect();
        for _ in 0..120 {
            let command = chance.command(&tab.workspace);
            let _ = tab.commit(&command);
            if seed % 4 == 3 {
                let _ = tab.workspace.undo();
            }
            for list in &mut lists {
                if let Some(next) = list.after(tab.workspace.index()) {
                    *list = next;
                    followed += 1;
                }
                assert_eq!(*list, tab.workspace.index().list(list.query().clone()), "seed {seed}");
            }
        }
    }
    assert!(followed > 10_000, "{followed}");
}

/// So does one that is asked for something else: words typed and taken back, other orders, other views, acts in between.
#[test]
fn a_list_that_is_asked_anew_equals_one_made_anew() {
    const TYPED: [&str; 12] = ["", "e", "er", "erp", "erp ", "erp r", "x erp", "p", "", "É", "ér", "q-0"];
    for seed in 0..24_u64 {
        let mut chance = Chance::new(seed);
        let mut tab = Tab::new();
        let mut list = tab.workspace.index().list(Query::all_of(View::All));
        for turn in 0..240_usize {
            if turn % 3 == 0 {
                let command = chance.command(&tab.workspace);
                let _ = tab.commit(&command);
            }
            let view = if turn % 40 < 30 { View::All } else { View::ALL[turn / 40 % View::ALL.len()] };
            let sort = Sort { column: Column::ALL[turn / 15 % Column::ALL.len()], descending: turn % 2 == 0 };
            let stage = (turn % 11 == 0).then_some(Stage::Develop);
            let filter = Filter { text: TYPED[turn % TYPED.len()].into(), stage, ..Filter::default() };
            let query = Query { view, filter, sort: if turn % 5 == 0 { sort } else { list.query().sort } };
            list = list.asked(tab.workspace.index(), query.clone());
            assert_eq!(list, tab.workspace.index().list(query), "seed {seed}, turn {turn}");
        }
    }
}

#[test]
fn nothing_is_done_for_a_list_of_which_nothing_changed() {
    let (mut tab, _) = Tab::with_one();
    let list = tab.workspace.index().list(Query::all_of(View::Open));
    assert_eq!(list.after(tab.workspace.index()), None);
    tab.commit(&Command::Preferences(Preferences {
        currency: Currency::parse("JPY").unwrap(),
        ..Preferences::default()
    }))
    .unwrap();
    assert_eq!(list.after(tab.workspace.index()), None);
    tab.create(2, "Another");
    assert_eq!(numbers(&list.after(tab.workspace.index()).unwrap()), [2, 1]);
}

/// More changes than are remembered, and a book read anew.
#[test]
fn a_list_that_cannot_follow_is_made_anew() {
    let mut tab = Tab::new();
    tab.create(1, "Always");
    let list = tab.workspace.index().list(Query::all_of(View::Open));
    for _ in 0..700 {
        on(&mut tab, 1, OpportunityCommand::Edit(entry("Changed")));
        on(&mut tab, 1, OpportunityCommand::Edit(entry("Always")));
    }
    tab.create(2, "Another");
    assert_eq!(numbers(&list.after(tab.workspace.index()).unwrap()), [1, 2]);
    let list = tab.workspace.index().list(Query::all_of(View::Open));
    tab.workspace.reload();
    assert_eq!(numbers(&list.after(tab.workspace.index()).unwrap()), [1, 2]);
}

#[test]
fn r25_views_take_in_what_stands_on_their_border_and_nothing_beyond() {
    let mut tab = Tab::new();
    let closes = |day: &str| Details { estimated_close_date: Some(date(day)), ..details("Topic") };
    opportunity(&mut tab, 1, closes("2026-11-21"));
    opportunity(&mut tab, 2, closes("2026-11-22"));
    opportunity(&mut tab, 3, details("Lost, to be asked in 14 days"));
    opportunity(&mut tab, 4, details("Lost, to be asked in 15 days"));
    opportunity(&mut tab, 5, details("Won"));
    on(&mut tab, 3, OpportunityCommand::Close(lost("2026-11-22", None, None, Some("2026-12-06"))));
    on(&mut tab, 4, OpportunityCommand::Close(lost("2026-11-22", None, None, Some("2026-12-07"))));
    on(&mut tab, 5, OpportunityCommand::Close(won("2026-11-22", 1)));
    let ids = |tab: &Tab, view| list(tab, view, Filter::default());
    assert_eq!(ids(&tab, View::Overdue), [1]);
    assert_eq!(ids(&tab, View::Revisit), [3]);
    assert_eq!(ids(&tab, View::Open), [1, 2]);
    // The next day.
    let tomorrow = |days: i64| Clock { now: tutup::domain::Instant(NOW.now.0 + days * 86_400_000), ..NOW };
    tab.workspace.turn_to(tomorrow(1));
    assert_eq!(ids(&tab, View::Overdue), [1, 2]);
    assert_eq!(ids(&tab, View::Revisit), [3, 4]);
    // Untouched for thirty days, and for longer.
    tab.workspace.turn_to(tomorrow(30));
    assert_eq!(ids(&tab, View::Stale), [0; 0]);
    tab.workspace.turn_to(tomorrow(31));
    assert_eq!(ids(&tab, View::Stale), [1, 2]);
    let patient = Preferences { stale_after: StaleAfter::days(31).unwrap(), ..Preferences::default() };
    tab.commit(&Command::Preferences(patient)).unwrap();
    assert_eq!(ids(&tab, View::Stale), [0; 0]);
}

#[test]
fn r25_blocked_is_what_a_quote_stops_from_closing_drafts_only_in_strict_mode() {
    let (mut tab, at) = Tab::with_one();
    tab.create(2, "With a draft");
    on(&mut tab, 2, OpportunityCommand::AddQuote);
    assert_eq!(tab.workspace.index().ids(View::Blocked), [at]);
    tab.commit(&Command::Preferences(Preferences { drafts: DraftRule::Block, ..Preferences::default() })).unwrap();
    assert_eq!(tab.workspace.index().ids(View::Blocked), [id(1), id(2)]);
}

/// Each column, ascending; absent values come last both ways, and what is alike stands by topic.
#[test]
fn r25_each_column_sorts_both_ways_and_absent_values_come_last() {
    let mut tab = Tab::new();
    let first = Details {
        customer: Some(text("Élan")),
        revenue: Revenue::UserProvided(Some(money(500))),
        estimated_close_date: Some(date("2026-12-24")),
        probability: Percent::new(10),
        rating: Rating::Hot,
        stage: Stage::Develop,
        ..details("b")
    };
    let second = Details {
        customer: Some(text("ZEBRA")),
        currency: Currency::parse("JPY").unwrap(),
        revenue: Revenue::UserProvided(Some(money(6))),
        estimated_close_date: Some(date("2026-12-01")),
        probability: Percent::new(9),
        rating: Rating::Cold,
        stage: Stage::Close,
        ..details("Ä")
    };
    opportunity(&mut tab, 1, first);
    opportunity(&mut tab, 2, second);
    opportunity(&mut tab, 3, Details { stage: Stage::Qualify, ..details("c") });
    on(&mut tab, 1, OpportunityCommand::AddQuote);
    let cases = [
        (Column::Topic, [2, 1, 3], [3, 1, 2]),
        (Column::Customer, [1, 2, 3], [2, 1, 3]),
        (Column::Stage, [3, 1, 2], [2, 1, 3]),
        // RM 5.00 and JP¥ 6.
        (Column::Estimate, [1, 2, 3], [2, 1, 3]),
        (Column::Probability, [2, 1, 3], [1, 2, 3]),
        (Column::Rating, [1, 3, 2], [2, 3, 1]),
        (Column::EstimatedClose, [2, 1, 3], [1, 2, 3]),
        (Column::OpenQuotes, [2, 3, 1], [1, 2, 3]),
        (Column::Revenue, [2, 1, 3], [2, 1, 3]),
    ];
    for (column, ascending, descending) in cases {
        for (sort, expected) in [(false, ascending), (true, descending)] {
            let sort = Sort { column, descending: sort };
            let listing = tab.workspace.index().list(Query { sort, ..Query::all_of(View::Open) });
            assert_eq!(numbers(&listing), expected, "{sort:?}");
        }
    }
}

#[test]
fn closed_ones_sort_by_what_only_they_have() {
    let mut tab = Tab::new();
    for number in 1..=4 {
        tab.create(number, &format!("Topic {number}"));
    }
    on(&mut tab, 1, OpportunityCommand::Close(lost("2026-11-20", None, Some("Relecloud"), Some("2027-02-01"))));
    on(&mut tab, 2, OpportunityCommand::Close(lost("2026-11-22", Some(7), Some("acme"), Some("2027-01-01"))));
    on(&mut tab, 3, OpportunityCommand::Close(won("2026-11-21", 9)));
    let cases = [
        (Column::Competitor, [2, 1, 3, 4], [1, 2, 3, 4]),
        (Column::Revenue, [2, 3, 1, 4], [3, 2, 1, 4]),
        (Column::ActualClose, [1, 3, 2, 4], [2, 3, 1, 4]),
        (Column::RevisitOn, [2, 1, 3, 4], [1, 2, 3, 4]),
        // In progress, then the user's list: won before the lost ones.
        (Column::Reason, [4, 3, 1, 2], [1, 2, 3, 4]),
        (Column::Status, [4, 3, 1, 2], [1, 2, 3, 4]),
    ];
    for (column, ascending, descending) in cases {
        for (sort, expected) in [(false, ascending), (true, descending)] {
            let sort = Sort { column, descending: sort };
            let listing = tab.workspace.index().list(Query { sort, ..Query::all_of(View::All) });
            assert_eq!(numbers(&listing), expected, "{sort:?}");
        }
    }
}

/// Created to actual close, or to today.
#[test]
fn r25_days_open_count_to_the_close_or_to_today() {
    let mut tab = Tab::new();
    tab.create(1, "Open");
    tab.create(2, "Closed");
    on(&mut tab, 2, OpportunityCommand::Close(won("2026-11-25", 1)));
    tab.workspace.turn_to(Clock { now: tutup::domain::Instant(NOW.now.0 + 10 * 86_400_000), ..NOW });
    let index = tab.workspace.index();
    let days = [1, 2].map(|number| index.row(id(number)).unwrap().days_open(index.today()));
    assert_eq!(days, [10, 3]);
    let sort = Sort { column: Column::DaysOpen, descending: false };
    assert_eq!(numbers(&index.list(Query { sort, ..Query::all_of(View::All) })), [2, 1]);
}

#[test]
fn each_view_has_an_order_of_its_own() {
    let mut tab = Tab::new();
    for (number, (topic, day)) in [
        ("b", Some("2026-12-01")),
        ("Ä", Some("2026-12-01")),
        ("late", None),
        ("first", Some("2026-11-01")),
        ("also", None),
    ]
    .into_iter()
    .enumerate()
    {
        let details = Details { estimated_close_date: day.map(date), ..details(topic) };
        opportunity(&mut tab, number as u64 + 1, details);
    }
    assert_eq!(list(&tab, View::Open, Filter::default()), [4, 2, 1, 5, 3]);
    assert_eq!(list(&tab, View::All, Filter::default()), [2, 5, 1, 4, 3]);
    for (number, day) in [(1, "2026-11-01"), (2, "2026-11-20"), (3, "2026-11-10")] {
        on(&mut tab, number, OpportunityCommand::Close(won(day, 1)));
    }
    assert_eq!(list(&tab, View::Won, Filter::default()), [2, 3, 1]);
}

/// A reason that stands on no list any more comes last; one that was moved up comes first.
#[test]
fn status_reasons_stand_in_the_order_of_the_users_list() {
    let mut tab = Tab::new();
    for (number, reason) in [(1, BuiltInReason::Price), (2, BuiltInReason::NoDecision)] {
        tab.create(number, &format!("Topic {number}"));
        let entry = ClosingEntry { reason: ReasonId::BuiltIn(reason), ..closing(Outcome::Lost) };
        on(&mut tab, number, OpportunityCommand::Close(entry));
    }
    let sort = Sort { column: Column::Reason, descending: false };
    let by_reason = |tab: &Tab| numbers(&tab.workspace.index().list(Query { sort, ..Query::all_of(View::Lost) }));
    assert_eq!(by_reason(&tab), [1, 2]);
    let up = ListsCommand::Reason(ReasonId::BuiltIn(BuiltInReason::NoDecision), EntryCommand::MoveUp);
    tab.commit(&Command::Lists(up)).unwrap();
    assert_eq!(by_reason(&tab), [2, 1]);
}

fn filtered() -> Tab {
    let mut tab = Tab::new();
    let with = |topic: &str, customer: Option<&str>, amount: Option<i64>, closes: Option<&str>| Details {
        customer: customer.map(text),
        revenue: Revenue::UserProvided(amount.map(money)),
        estimated_close_date: closes.map(date),
        ..details(topic)
    };
    opportunity(&mut tab, 1, with("ERP rollout", Some("Café Österreich"), Some(100_000), Some("2026-12-01")));
    opportunity(
        &mut tab,
        2,
        Details { stage: Stage::Close, ..with("CRM rollout", Some("Contoso"), Some(100_001), None) },
    );
    opportunity(
        &mut tab,
        3,
        Details { currency: Currency::parse("SGD").unwrap(), ..with("Training", None, None, None) },
    );
    opportunity(&mut tab, 4, with("Lost", Some("CONTOSO"), Some(400), None));
    opportunity(&mut tab, 5, with("Lost too", None, None, None));
    on(&mut tab, 4, OpportunityCommand::Close(lost("2026-11-20", None, Some("Relecloud"), None)));
    let other = ReasonId::BuiltIn(BuiltInReason::Price);
    on(&mut tab, 5, OpportunityCommand::Close(ClosingEntry { reason: other, ..lost("2026-11-21", None, None, None) }));
    tab
}

#[test]
fn a_filter_lets_through_what_meets_all_of_it() {
    let tab = filtered();
    let none = Filter::default;
    let name = |name: &str| Some(Wanted::Is(name.to_owned()));
    let amount = |from, to| Some(Wanted::Is(Span { from, to }));
    let day = |from: Option<&str>, to: Option<&str>| Some(Wanted::Is(Span { from: from.map(date), to: to.map(date) }));
    let built_in = |reason| Some(RowReason::Closed(ReasonId::BuiltIn(reason)));
    let cases: Vec<(View, Filter, &[u64])> = vec![
        (View::All, none(), &[2, 1, 4, 5, 3]),
        (View::Open, Filter { stage: Some(Stage::Close), ..none() }, &[2]),
        (View::All, Filter { customer: name(" contoso "), ..none() }, &[2, 4]),
        (View::All, Filter { customer: name("cont"), ..none() }, &[]),
        (View::All, Filter { customer: Some(Wanted::Empty), ..none() }, &[5, 3]),
        (View::All, Filter { competitor: name("RELECLOUD"), ..none() }, &[4]),
        (View::Lost, Filter { competitor: Some(Wanted::Empty), ..none() }, &[5]),
        (View::All, Filter { currency: Currency::parse("SGD"), ..none() }, &[3]),
        (View::All, Filter { reason: built_in(BuiltInReason::Price), ..none() }, &[5]),
        (View::All, Filter { reason: Some(RowReason::Open(OpenReason::OnHold)), ..none() }, &[]),
        (View::All, Filter { reason: Some(RowReason::Open(OpenReason::InProgress)), ..none() }, &[2, 1, 3]),
        // RM 1,000.00 and RM 1,000.01.
        (View::Open, Filter { amount: amount(Some(1000), Some(1000)), ..none() }, &[1]),
        (View::Open, Filter { amount: amount(None, Some(999)), ..none() }, &[]),
        (View::Open, Filter { amount: amount(Some(1000), None), ..none() }, &[1, 2]),
        (View::Open, Filter { amount: Some(Wanted::Empty), ..none() }, &[3]),
        // What was lost counts as the estimate at closing.
        (View::Lost, Filter { amount: amount(Some(4), Some(4)), ..none() }, &[4]),
        (View::Open, Filter { date: day(Some("2026-12-01"), Some("2026-12-01")), ..none() }, &[1]),
        (View::Open, Filter { date: day(None, Some("2026-11-30")), ..none() }, &[]),
        (View::Open, Filter { date: Some(Wanted::Empty), ..none() }, &[2, 3]),
        // Of all, by the actual close date (R19): open ones have none.
        (View::All, Filter { date: day(Some("2026-11-21"), None), ..none() }, &[5]),
        (View::All, Filter { date: Some(Wanted::Empty), ..none() }, &[2, 1, 3]),
        (View::All, Filter { text: "roll".into(), stage: Some(Stage::Close), ..none() }, &[2]),
    ];
    for (view, filter, expected) in cases {
        assert_eq!(list(&tab, view, filter.clone()), expected, "{view:?} {filter:?}");
    }
}

#[test]
fn search_finds_all_words_anywhere_without_regard_to_case_and_accents() {
    let mut tab = filtered();
    on(&mut tab, 1, OpportunityCommand::AddQuote);
    on(&mut tab, 3, OpportunityCommand::AddNote(long("Steering committee\nin Penang")));
    let cases: [(View, &str, &[u64]); 10] = [
        (View::Open, "cafe ROLL", &[1]),
        (View::Open, "osterreich", &[1]),
        (View::Open, "roll", &[1, 2]),
        (View::Open, " ", &[1, 2, 3]),
        (View::Open, "q-00001", &[1]),
        (View::Open, "erp contoso", &[]),
        (View::Won, "erp", &[]),
        (View::All, "relecloud", &[4]),
        (View::All, "penang", &[3]),
        (View::All, "lost", &[4, 5]),
    ];
    for (view, typed, expected) in cases {
        assert_eq!(list(&tab, view, Filter { text: typed.into(), ..Filter::default() }), expected, "{typed}");
    }
    // What lies in the bin is found nowhere else (R26).
    on(&mut tab, 3, OpportunityCommand::Delete);
    let penang = || Filter { text: "penang".into(), ..Filter::default() };
    assert_eq!((list(&tab, View::All, penang()), list(&tab, View::Bin, penang())), (vec![], vec![3]));
}

#[test]
fn r25_weighted_sums_are_exact_and_rounded_once() {
    let mut tab = Tab::new();
    for (number, (minor, percent)) in [(1, 50), (1, 50), (1, 49), (3, 33)].into_iter().enumerate() {
        let details = Details {
            revenue: Revenue::UserProvided(Some(money(minor))),
            probability: Percent::new(percent),
            ..details("Topic")
        };
        opportunity(&mut tab, number as u64 + 1, details);
    }
    opportunity(&mut tab, 9, Details { revenue: Revenue::UserProvided(Some(money(7))), ..details("No probability") });
    let list = tab.workspace.index().list(Query::all_of(View::Open));
    let total = list.tally().totals()[&Currency::MYR];
    // 0.50 + 0.50 + 0.49 + 0.99 = 2.48, where each by itself would have come to 3.
    assert_eq!((total.weighted(), total.weighted_count, total.count, total.minor), (Some(money(2)), 4, 5, 13));
}

#[test]
fn r19_the_win_rate_counts_what_was_closed_in_the_chosen_range() {
    let mut tab = Tab::new();
    for number in 1..=5 {
        let details = Details { revenue: Revenue::UserProvided(Some(money(1000))), ..details("Topic") };
        opportunity(&mut tab, number, details);
    }
    on(&mut tab, 1, OpportunityCommand::Close(won("2026-11-01", 3000)));
    on(&mut tab, 2, OpportunityCommand::Close(lost("2026-11-02", Some(1), None, None)));
    on(&mut tab, 3, OpportunityCommand::Close(lost("2026-11-02", None, None, None)));
    on(&mut tab, 4, OpportunityCommand::Close(lost("2026-10-31", None, None, None)));
    let from = |day: Option<&str>| Filter {
        date: day.map(|day| Wanted::Is(Span { from: Some(date(day)), to: None::<Date> })),
        ..Filter::default()
    };
    for view in [View::Won, View::Lost, View::All] {
        let list = |day| tab.workspace.index().list(Query { filter: from(day), ..Query::all_of(view) });
        let (ever, november) = (list(None), list(Some("2026-11-01")));
        assert_eq!((ever.outcomes().won, ever.outcomes().lost), (1, 3));
        assert_eq!((november.outcomes().won, november.outcomes().lost), (1, 2));
        assert_eq!(november.outcomes().rate().map(tutup::workspace::Rate::per_myriad), Some(3333));
        let values = november.outcomes().values()[&Currency::MYR];
        // Lost counts as the estimate at closing, whatever its actual revenue.
        assert_eq!((values.won, values.lost), (3000, 2000));
        assert_eq!(values.rate().map(tutup::workspace::Rate::per_myriad), Some(6000));
    }
    tab.workspace.turn_to(NOW);
    assert_eq!(Tab::new().workspace.index().list(Query::all_of(View::All)).outcomes().rate(), None);
}

#[test]
fn names_in_addresses_read_back() {
    for view in View::ALL {
        assert_eq!(View::from_code(view.code()), Some(view));
    }
    for column in Column::ALL {
        assert_eq!(Column::from_code(column.code()), Some(column));
    }
    let own = RowReason::Closed(ReasonId::Own(id(7)));
    for reason in [RowReason::Open(OpenReason::OnHold), RowReason::Closed(ReasonId::BuiltIn(BuiltInReason::Won)), own] {
        assert_eq!(RowReason::from_code(reason.code()), Some(reason));
    }
    assert_eq!((View::from_code("Open"), Column::from_code(""), RowReason::from_code("x")), (None, None, None));
}
