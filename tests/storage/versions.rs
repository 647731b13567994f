//! What other versions of the program wrote: earlier ones are read, later ones are left alone.

use tutup::domain::{
    ChosenColumns, Command, Competitor, Currency, DraftRule, Key, Language, ListsCommand, LossClass, Opportunity,
    OpportunityCommand, Outcome, Preferences, QuoteCommand, Reason, ReasonId, ReasonKind, Record, StaleAfter, Theme,
};
use tutup::storage::{CommitLock, Damage, FORMAT, Place, SCHEMA, Shelf, StorageError, decode, encode, finish};
use tutup::workspace::{CommitError, UndoError, View, sample};

use super::examples::{closing, entry, full, id, key, long, record, text};
use super::facts::{said, written};
use super::generated;
use super::tab::{NOW, Tab, json_of, sealed};

/// What is stored: the key on the disk, the record's key unless it is the format's, and the value.
type Stored = Vec<(&'static str, Option<Key>, &'static str)>;

/// What programs of schema 1 wrote.
pub fn schema_1() -> Stored {
    frozen(include_str!("../fixtures/schema1.txt"))
}

/// What programs of schema 2 wrote.
pub fn schema_2() -> Stored {
    frozen(include_str!("../fixtures/schema2.txt"))
}

fn frozen(text: &'static str) -> Stored {
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let place = |line: &'static str| {
        let (key, value) = line.split_once('\t').unwrap();
        match Shelf::Main.place(key).or_else(|| Shelf::Demo.place(key)).unwrap() {
            Place::Record(record) => (key, Some(record), value),
            Place::Format => (key, None, value),
            other => panic!("{key}: {other:?}"),
        }
    };
    lines.map(place).collect()
}

#[test]
fn what_schema_1_wrote_is_read() {
    let lines = schema_1();
    assert_eq!(lines.len(), 4 + 26);
    let main = Tab::new();
    for (key, _, value) in &lines {
        main.store.plant(key, value);
    }
    let before = main.store.contents();
    let (main, demo) = (Tab::on(&main.store), Tab::of(&main.store, Shelf::Demo));
    for tab in [&main, &demo] {
        assert_eq!(tab.workspace.unreadable().len(), 0);
        assert!(!tab.workspace.is_read_only());
    }
    assert_eq!(main.store.contents(), before, "reading writes nothing");
    let counts = |tab: &Tab| [View::Open, View::Won, View::Lost].map(|view| tab.workspace.index().count(view));
    assert_eq!((counts(&main), counts(&demo)), ([0, 0, 1], [14, 5, 5]));

    let book = main.workspace.book();
    assert_eq!(book.record(Key::Opportunity(id(1))), Some(record(full())));
    assert_eq!(book.lists().competitors, [Competitor { id: id(5), name: text("Southridge Systems"), retired: true }]);
    let own = Reason {
        id: ReasonId::Own(id(77)),
        name: Some(text("Ours alone")),
        kind: ReasonKind::Lost(LossClass::Other),
        needs_description: true,
        retired: false,
    };
    assert_eq!((book.lists().reasons.len(), book.lists().reasons.last()), (9, Some(&own)));
    let expected = Preferences {
        currency: Currency::parse("SGD").unwrap(),
        drafts: DraftRule::Block,
        stale_after: StaleAfter::default(),
        columns: ChosenColumns::default(),
        language: Some(Language::Malay),
        theme: Some(Theme::Dark),
        single_keys: true,
    };
    assert_eq!(**book.preferences(), expected);
}

/// The record of this key, if it is among them.
fn read(stored: &Stored, storage_key: &str) -> Option<Record> {
    let (_, key, value) = stored.iter().find(|(other, ..)| *other == storage_key)?;
    Some(decode((*key)?, value).unwrap().record)
}

#[test]
fn what_schema_2_wrote_is_read() {
    let (old, lines) = (schema_1(), schema_2());
    assert_eq!(lines.len(), old.len() + 2 + 7);
    let store = Tab::new().store;
    for (key, _, value) in &lines {
        store.plant(key, value);
    }
    let before = store.contents();
    for tab in [Tab::on(&store), Tab::of(&store, Shelf::Demo)] {
        assert_eq!((tab.workspace.unreadable().len(), tab.workspace.is_read_only()), (0, false));
    }
    assert_eq!(store.contents(), before, "reading writes nothing");

    for (storage_key, ..) in &old {
        assert_eq!(read(&lines, storage_key), read(&old, storage_key), "{storage_key}");
    }
    let Some(Record::Opportunity(marked)) = read(&lines, "tutup:o:000000002") else { panic!() };
    assert_eq!(Opportunity { id: id(1), ..(*marked).clone() }, full());
    let book = generated::book(20_261_122, 40);
    let made = book.opportunities().filter_map(|it| {
        let key = Key::Opportunity(it.id);
        Some((read(&lines, &Shelf::Main.key(key))?, book.record(key)?))
    });
    assert_eq!(made.map(|(found, expected)| assert_eq!(found, expected)).count(), 7);
}

#[test]
fn what_schema_2_wrote_is_written_again_as_it_was() {
    let content = |value: &str| value.splitn(4, '|').nth(3).unwrap().to_owned();
    for (storage_key, key, value) in schema_2() {
        let Some(key) = key else { continue };
        let read = decode(key, value).unwrap();
        let again = encode(&read.record, Some(&read)).unwrap();
        assert_eq!(content(&again), content(value), "{storage_key}");
        // Members that nobody knows are not in the record.
        let fresh = encode(&read.record, None).unwrap();
        assert_eq!(fresh == value, storage_key != "tutup:o:000000002", "{storage_key}");
    }
}

#[test]
fn what_earlier_programs_wrote_is_what_it_was() {
    let mut opportunities = 0;
    for (_, key, value) in schema_1().into_iter().chain(schema_2()) {
        let Some(key @ Key::Opportunity(_)) = key else { continue };
        let Record::Opportunity(it) = decode(key, value).unwrap().record else { panic!("{value}") };
        assert_eq!(said(&it), written(&json_of(value)), "{value}");
        opportunities += 1;
    }
    assert_eq!(opportunities, 25 + 25 + 2 + 7);
}

#[test]
fn what_schema_1_wrote_is_kept_when_it_is_written_again() {
    for (storage_key, key, value) in schema_1() {
        let Some(key) = key else { continue };
        let read = decode(key, value).unwrap();
        let again = encode(&read.record, Some(&read)).unwrap();
        assert_eq!(json_of(&again), json_of(value), "{storage_key}");
        assert_eq!(again.split('|').nth(1), Some(SCHEMA.to_string().as_str()));
        assert_eq!(decode(key, &again).unwrap().record, read.record);
        let fresh = encode(&read.record, None).unwrap();
        assert_eq!(json_of(&fresh), json_of(value), "{storage_key}");
    }
}

#[test]
fn p4_a_record_of_a_later_schema_stays_as_it_is_and_the_rest_can_be_worked_on() {
    let (mut tab, _) = Tab::with_one();
    let raw = sealed(&format!("{}|9|{{\"later\":[1]}}", SCHEMA + 1));
    let planted = ["tutup:o:000000002", "tutup:lists", "tutup:prefs"];
    for key in planted {
        tab.store.plant(key, &raw);
    }
    tab.workspace.reload();
    let found: Vec<_> = tab.workspace.unreadable().map(|it| (it.key.clone(), it.raw.clone(), it.why.clone())).collect();
    let newer = Damage::NewerSchema { schema: (SCHEMA + 1).into() };
    let mut expected = planted.map(|key| (key.to_owned(), raw.clone(), newer.clone()));
    expected.sort_by(|one, other| one.0.cmp(&other.0));
    assert_eq!(found, expected);
    let refused = [
        Command::Opportunity(id(2), OpportunityCommand::Create(entry("In its place"))),
        Command::Lists(ListsCommand::AddCompetitor { id: id(5), name: text("Relecloud") }),
        Command::Preferences(Preferences { theme: Some(Theme::Dark), ..Preferences::default() }),
    ];
    for command in refused {
        let state = tab.state();
        let Err(CommitError::Storage(StorageError::Unreadable(it))) = tab.commit(&command) else {
            panic!("{command:?}")
        };
        assert_eq!((it.why, tab.state()), (newer.clone(), state));
    }
    tab.act(OpportunityCommand::Close(closing(Outcome::Won)));
    tab.workspace.undo().unwrap();
    assert!(planted.iter().all(|key| tab.store.contents()[*key] == raw));
}

/// A page of this version is open while another one is loaded from a later version, which moves the format on.
#[test]
fn p3_a_page_of_an_old_version_stops_writing_once_the_format_has_moved_on() {
    let on_one = |act| Command::Opportunity(id(1), act);
    let commands = [
        Command::Opportunity(id(2), OpportunityCommand::Create(entry("Another"))),
        on_one(OpportunityCommand::Edit(entry("Renamed"))),
        on_one(OpportunityCommand::AddNote(long("x"))),
        on_one(OpportunityCommand::Close(closing(Outcome::Lost))),
        Command::Quote(id(1), key(1, 0), QuoteCommand::Win),
        Command::Lists(ListsCommand::AddCompetitor { id: id(5), name: text("Relecloud") }),
        Command::Preferences(Preferences { theme: Some(Theme::Dark), ..Preferences::default() }),
    ];
    for shelf in [Shelf::Main, Shelf::Demo] {
        for command in &commands {
            let mut old = Tab::of(&Tab::with_one().0.store, Shelf::Main);
            if shelf == Shelf::Demo {
                old = Tab::of(&old.store, shelf);
                sample::fill(&mut old.workspace, NOW).unwrap();
                old.create(1, "ERP rollout");
                old.act(OpportunityCommand::AddQuote);
                let at = old.one().quotes[0].key;
                old.commit(&Command::Quote(id(1), at, QuoteCommand::Activate)).unwrap();
            }
            old.act(OpportunityCommand::AddNote(long("first")));
            old.act(OpportunityCommand::AddNote(long("second")));
            old.workspace.undo().unwrap();
            let command = match command {
                Command::Quote(at, _, act) => Command::Quote(*at, old.one().quotes[0].key, act.clone()),
                other => other.clone(),
            };

            // Nobody tells the old page.
            old.store.plant(&shelf.format_key(), "3");
            let (state, writes) = (old.state(), old.store.writes());
            let newer = StorageError::NewerFormat { found: "3".into() };
            assert_eq!(old.commit(&command), Err(CommitError::Storage(newer.clone())), "{command:?}");
            assert!(old.workspace.is_read_only());
            assert_eq!(old.workspace.undo(), Err(UndoError::Storage(newer.clone())));
            assert_eq!(old.workspace.redo(), Err(UndoError::Storage(newer)));
            assert!(sample::reset(&mut old.workspace, NOW).is_err() || shelf == Shelf::Main);
            assert_eq!((old.state(), old.store.writes()), (state, writes));
        }
    }
}

/// An edit of a book that an earlier version left moves the format on, before it writes what that version cannot read.
#[test]
fn p3_the_first_write_over_an_earlier_book_moves_its_format_on_and_the_others_do_not() {
    for shelf in [Shelf::Main, Shelf::Demo] {
        let store = Tab::new().store;
        for (key, _, value) in schema_1().into_iter().filter(|(key, ..)| shelf.place(key).is_some()) {
            store.plant(key, value);
        }
        let mut tab = Tab::of(&store, shelf);
        assert!(!tab.workspace.is_read_only());
        let at = tab.workspace.book().opportunities().next().unwrap().id;
        let note = Command::Opportunity(at, OpportunityCommand::AddNote(long("x")));
        let before = store.contents();
        tab.commit(&note).unwrap();
        assert_eq!(store.writes(), 2);
        let after = store.contents();
        let changed: Vec<_> = after.iter().filter(|(key, value)| before[*key] != **value).collect();
        let mut expected = [shelf.format_key(), shelf.key(Key::Opportunity(at))];
        expected.sort();
        assert_eq!(changed.iter().map(|(key, _)| (*key).clone()).collect::<Vec<_>>(), expected);
        assert_eq!((before[&shelf.format_key()].as_str(), after[&shelf.format_key()].as_str()), ("1", FORMAT));
        let schema = |value: &str| value.split('|').nth(1).map(str::to_owned);
        let key = shelf.key(Key::Opportunity(at));
        assert_eq!([&before, &after].map(|it| schema(&it[&key])), [Some("1".into()), Some("2".into())]);
        tab.commit(&note).unwrap();
        assert_eq!(store.writes(), 3);
        tab.assert_memory_is_disk();
    }
}

/// What an earlier version has begun is finished first, and needs no other format.
#[test]
fn p2_an_act_that_an_earlier_version_left_unfinished_is_finished() {
    let mut old = schema_1();
    old.retain(|(key, ..)| Shelf::Main.place(key).is_some());
    let store = Tab::new().store;
    for (key, _, value) in &old {
        store.plant(key, value);
    }
    let (_, _, one) = old.iter().find(|(key, ..)| *key == "tutup:o:000000001").unwrap();
    let new = sealed(&one.replacen("|1|1|", "|1|2|", 1).split_once('|').unwrap().1.replace("Hafiz", "Hafiza"));
    let print = |value: &str| format!("{}.{}", sealed(value).split('|').next().unwrap(), value.len());
    store.plant("tutup:tx", &sealed(&format!("1|{}", serde_json::json!([["o:000000001", print(one), new]]))));
    let tab = Tab::on(&store);
    let manager = |tab: &Tab| tab.one().details.account_manager.as_ref().map(ToString::to_string);
    assert_eq!(manager(&tab), Some("Hafiza".into()));
    finish(&*store, Shelf::Main, &CommitLock::held()).unwrap();
    assert_eq!((store.contents()["tutup:o:000000001"].as_str(), store.contents().get("tutup:tx")), (&*new, None));
    assert_eq!(store.contents()["tutup:format"], "1");
    assert_eq!(manager(&Tab::on(&store)), Some("Hafiza".into()));
}

/// The demonstration of a later version does not lock the user's own book, nor the other way round.
#[test]
fn p3_each_book_has_its_own_format() {
    let (mut main, _) = Tab::with_one();
    let mut demo = Tab::of(&main.store, Shelf::Demo);
    sample::fill(&mut demo.workspace, NOW).unwrap();
    demo.store.plant("tutup:demo:format", "3");
    main.act(OpportunityCommand::AddNote(long("x")));
    assert!(!main.workspace.is_read_only());
    assert!(Tab::of(&main.store, Shelf::Demo).workspace.is_read_only());
    let (state, writes) = (demo.state(), demo.store.writes());
    let newer = CommitError::Storage(StorageError::NewerFormat { found: "3".into() });
    assert_eq!(sample::reset(&mut demo.workspace, NOW), Err(newer));
    assert_eq!((demo.state(), demo.store.writes()), (state, writes));
}
