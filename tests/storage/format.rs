//! A record becomes text and comes back as it was; how large it gets.

use std::sync::Arc;

use tutup::domain::{
    ChosenColumns, Column, Competitor, Currency, DraftRule, Instant, Key, Language, Lists, LossClass, Opportunity,
    OpportunityCommand, OpportunityEntry, Outcome, Preferences, QuoteCommand, Reason, ReasonId, ReasonKind, Record,
    Status, Theme, View,
};
use tutup::domain::{Details, OpenReason, Percent, Process, Rating, Revenue, Stage, StaleAfter, Timeframe};
use tutup::storage::{Memory, Shelf, decode, encode};

use super::chance::Chance;
use super::examples::{bare, closing, entry, full, id, record, text};
use super::tab::Tab;

const ONE: fn() -> Key = || Key::Opportunity(id(1));

fn round_trip(key: Key, record: &Record) -> String {
    let text = encode(record, None).unwrap();
    assert_eq!(decode(key, &text).unwrap().record, *record, "{text}");
    text
}

#[test]
fn every_member_comes_back_as_it_was() {
    assert_eq!(full().breaches(), []);
    round_trip(ONE(), &record(full()));
    round_trip(ONE(), &record(bare()));
}

#[test]
fn every_choice_comes_back_as_it_was() {
    let with = |change: &dyn Fn(&mut Opportunity)| {
        let mut opportunity = bare();
        change(&mut opportunity);
        round_trip(ONE(), &record(opportunity));
    };
    for it in Stage::ALL {
        with(&|o| o.details.stage = *it);
    }
    for it in Rating::ALL {
        with(&|o| o.details.rating = *it);
    }
    for it in Timeframe::ALL {
        with(&|o| o.details.timeframe = Some(*it));
    }
    for it in Process::ALL {
        with(&|o| o.details.process = Some(*it));
    }
    for it in OpenReason::ALL {
        with(&|o| o.status = Status::Open(*it));
    }
    for it in Currency::all() {
        with(&|o| o.details.currency = it);
    }
    for it in 0..=100 {
        with(&|o| o.details.probability = Percent::new(it));
    }
    with(&|o| o.details.revenue = Revenue::Calculated);
    for at in [i64::MIN, 0, 1_795_312_860_000] {
        with(&|o| o.deleted_on = Some(Instant(at)));
    }
}

#[test]
fn lists_and_preferences_come_back_as_they_were() {
    let kinds = [ReasonKind::Won].into_iter().chain(LossClass::ALL.iter().copied().map(ReasonKind::Lost));
    let own = kinds.enumerate().map(|(n, kind)| Reason {
        id: ReasonId::Own(id(n as u64)),
        name: Some(text(&format!("Own {n}"))),
        kind,
        needs_description: n % 2 == 0,
        retired: n % 3 == 0,
    });
    let mut lists = Lists::default();
    round_trip(Key::Lists, &Record::Lists(Arc::new(lists.clone())));
    lists.reasons.extend(own);
    lists.reasons[2].name = Some(text("Renamed"));
    lists.competitors = vec![
        Competitor { id: id(1), name: text("A"), retired: false },
        Competitor { id: id(2), name: text("B"), retired: true },
    ];
    round_trip(Key::Lists, &Record::Lists(Arc::new(lists.clone())));
    lists.reasons.clear();
    round_trip(Key::Lists, &Record::Lists(Arc::new(lists)));

    for drafts in [DraftRule::CloseAlong, DraftRule::Block] {
        for language in [None, Some(Language::English), Some(Language::Malay)] {
            for theme in [None, Some(Theme::Light), Some(Theme::Dark)] {
                for (days, single_keys) in [(1, true), (30, false), (999, true)] {
                    let currency = Currency::parse("JPY").unwrap();
                    let stale_after = StaleAfter::days(days).unwrap();
                    let mut columns = ChosenColumns::default();
                    if days > 1 {
                        columns.choose(View::Open, [Column::Stage, Column::Customer]);
                        columns.choose(View::Bin, []);
                    }
                    let preferences =
                        Preferences { currency, drafts, stale_after, columns, language, theme, single_keys };
                    round_trip(Key::Preferences, &Record::Preferences(Arc::new(preferences)));
                }
            }
        }
    }
}

#[test]
fn p1_whatever_the_user_does_comes_back_as_it_was() {
    for seed in 0..20 {
        let mut chance = Chance::new(seed);
        let mut tab = Tab::new();
        for _ in 0..150 {
            let command = chance.command(&tab.workspace);
            let _ = tab.commit(&command);
        }
        tab.assert_memory_is_disk();
        assert_eq!(tab.workspace.unreadable().len(), 0);
    }
}

#[test]
fn chosen_columns_are_read_as_they_are_written_and_in_no_other_way() {
    let text = "open=topic,customer,stage;bin=topic";
    let mut columns = ChosenColumns::default();
    columns.choose(View::Open, [Column::Stage, Column::Customer]);
    columns.choose(View::Bin, []);
    assert_eq!((columns.to_string().as_str(), ChosenColumns::parse(text)), (text, Some(columns.clone())));
    let open: Vec<Column> = columns.of(View::Open).unwrap().collect();
    assert_eq!(open, [Column::Topic, Column::Customer, Column::Stage]);
    assert!(columns.of(View::Won).is_none());
    columns.forget(View::Bin);
    assert_eq!(columns.to_string(), "open=topic,customer,stage");
    for wrong in ["", "open", "open=", "open=topic,", "shut=topic", "open=topic,colour", "open=topic;"] {
        assert_eq!(ChosenColumns::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn the_page_finds_language_and_theme_where_it_looks() {
    let preferences =
        Preferences { language: Some(Language::Malay), theme: Some(Theme::Dark), ..Preferences::default() };
    let text = round_trip(Key::Preferences, &Record::Preferences(Arc::new(preferences)));
    let json = text.splitn(4, '|').nth(3).unwrap();
    assert_eq!(json, r#"{"cy":"MYR","la":"ms","th":"dark"}"#);
}

#[test]
fn absent_is_left_away() {
    let text = round_trip(ONE(), &record(bare()));
    let json = text.splitn(4, '|').nth(3).unwrap();
    assert_eq!(json, r#"{"cr":"mwr6vy80","cy":"MYR","t":"A"}"#);
}

/// 12,000 of them fit into what a browser gives an origin.
#[test]
fn a_typical_opportunity_takes_at_most_420_units() {
    let mut tab = Tab::new();
    let details = Details { contact: Some(text("Nur Aisyah Rahman")), ..entry("ERP rollout phase 2").details };
    let create = OpportunityEntry { details: details.clone(), ..entry("ERP rollout phase 2") };
    tab.act(OpportunityCommand::Create(create.clone()));
    let created = units(&tab.store);
    let moved = Details { stage: Stage::Propose, ..details };
    tab.act(OpportunityCommand::Edit(OpportunityEntry { details: moved, ..create }));
    tab.act(OpportunityCommand::AddQuote);
    tab.quote(1, QuoteCommand::Activate);
    let quoted = units(&tab.store);
    tab.act(OpportunityCommand::Close(closing(Outcome::Won)));
    let closed = units(&tab.store);
    println!("units with the key: {created} created, {quoted} with an active quote, {closed} closed as won with it");
    println!("{}", tab.stored_one());
    assert!(quoted <= 420, "{}", tab.stored_one());
    assert!(closed <= 560, "{}", tab.stored_one());
}

fn units(store: &Memory) -> usize {
    let key = Tab::key_of_one();
    let value = store.contents()[&key].clone();
    key.encode_utf16().count() + value.encode_utf16().count()
}

#[test]
fn every_key_of_a_shelf_names_its_record_and_no_other_shelf_knows_it() {
    let keys = [ONE(), Key::Lists, Key::Preferences];
    for (shelf, other) in [(Shelf::Main, Shelf::Demo), (Shelf::Demo, Shelf::Main)] {
        for key in keys {
            assert_eq!(shelf.place(&shelf.key(key)), Some(tutup::storage::Place::Record(key)));
            assert_eq!(other.place(&shelf.key(key)), None);
        }
    }
    assert_eq!(Shelf::Main.key(ONE()), "tutup:o:000000001");
    assert_eq!(Shelf::Demo.key(Key::Preferences), "tutup:demo:prefs");
    assert_eq!(Shelf::Main.format_key(), "tutup:format");
}
