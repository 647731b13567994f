//! What other versions of the program wrote: earlier ones are read, later ones are left alone.

use serde_json::Value;
use tutup::domain::{
    Command, Competitor, Currency, DraftRule, Key, Language, ListsCommand, LossClass, Opportunity, OpportunityCommand,
    Outcome, Preferences, QuoteCommand, QuoteState, Reason, ReasonId, ReasonKind, Record, Revenue, Theme,
};
use tutup::storage::{Damage, Place, SCHEMA, Shelf, StorageError, decode, encode};
use tutup::workspace::{CommitError, UndoError, View, sample};

use super::examples::{closing, entry, full, id, key, long, record, text};
use super::tab::{NOW, Tab, json_of, sealed};

/// What programs of schema 1 wrote: the key on the disk, the record's key unless it is the format's, and the value.
pub fn schema_1() -> Vec<(&'static str, Option<Key>, &'static str)> {
    let lines = include_str!("../fixtures/schema1.txt").lines().filter(|line| !line.starts_with('#'));
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
        language: Some(Language::Malay),
        theme: Some(Theme::Dark),
    };
    assert_eq!(**book.preferences(), expected);
}

#[test]
fn what_schema_1_wrote_is_what_it_was() {
    let mut opportunities = 0;
    for (_, key, value) in schema_1() {
        let Some(key @ Key::Opportunity(_)) = key else { continue };
        let Record::Opportunity(it) = decode(key, value).unwrap().record else { panic!("{value}") };
        assert_eq!(said(&it), written(&json_of(value)), "{value}");
        opportunities += 1;
    }
    assert_eq!(opportunities, 25);
}

/// The main facts of an opportunity, in words.
fn said(it: &Opportunity) -> Vec<String> {
    let details = &it.details;
    let estimate = match details.revenue {
        Revenue::UserProvided(typed) => typed.map_or("none".into(), |typed| typed.minor().to_string()),
        Revenue::Calculated => "calculated".into(),
    };
    let mut facts = vec![
        details.topic.to_string(),
        details.customer.as_ref().map_or("nobody".into(), ToString::to_string),
        details.currency.code().to_owned(),
        estimate,
        format!("{:?} {:?}", details.stage, details.rating),
        format!("{:?} {:?}", details.timeframe, details.process),
        format!("{:?}", details.probability.map(tutup::domain::Percent::get)),
        format!("{:?}", details.estimated_close_date.map(|date| date.to_string())),
        it.outcome().map_or("open".into(), |outcome| format!("{outcome:?}")),
        format!("{} lines, {} notes, {} changes of stage", it.lines.len(), it.notes.len(), it.stage_changes.len()),
        format!("{} to {}", it.created_on.0, it.modified_on.0),
    ];
    facts.extend(it.quotes.iter().map(|quote| {
        let steps = quote.steps.iter().map(|step| match step.state {
            QuoteState::Draft => format!("Draft {}", step.at.0),
            QuoteState::Active => format!("Active {}", step.at.0),
            QuoteState::Won(on) => format!("Won {} {on}", step.at.0),
            QuoteState::Closed(how, on) => format!("{how:?} {} {on}", step.at.0),
        });
        format!("{} {} {:?}", quote.key.code(), quote.content.name, steps.collect::<Vec<_>>())
    }));
    let canceled = it.canceled_closings.iter().map(|canceled| (&canceled.closing, format!("{:?}", canceled.by)));
    let closings = canceled.chain(it.closing().map(|closing| (closing, "holds".into())));
    facts.extend(closings.map(|(closing, holds)| {
        let (facts, revenue) = (closing.facts(), closing.revenue().map(tutup::domain::Money::minor));
        let rival = closing.competitor().map(|rival| rival.name.to_string());
        let reason = match facts.reason.id {
            ReasonId::BuiltIn(reason) => format!("{reason:?}"),
            ReasonId::Own(id) => id.to_string(),
        };
        format!("{:?} {reason} {} {revenue:?} {rival:?} {holds}", closing.outcome(), facts.date)
    }));
    facts
}

/// The same facts, read off the JSON by the words of `docs/stored-format.md`.
fn written(json: &Value) -> Vec<String> {
    let list = |json: &Value, name: &str| json[name].as_array().cloned().unwrap_or_default();
    let or = |json: &Value, name: &str, absent: &str| json[name].as_str().unwrap_or(absent).to_owned();
    let choice = |name: &str, choices: &[(&str, &str)], absent: &str| {
        let code = or(json, name, absent);
        choices.iter().find(|(letters, _)| *letters == code).map_or("None".into(), |(_, word)| (*word).to_owned())
    };
    let some = |word: String| if word == "None" { word } else { format!("Some({word})") };
    let stage = choice("sg", &[("q", "Qualify"), ("d", "Develop"), ("p", "Propose"), ("c", "Close")], "q");
    let rating = choice("ra", &[("h", "Hot"), ("w", "Warm"), ("c", "Cold")], "w");
    let times = [("i", "Immediate"), ("q", "ThisQuarter"), ("n", "NextQuarter"), ("y", "ThisYear"), ("u", "Unknown")];
    let deciders = [("i", "Individual"), ("c", "Committee"), ("u", "Unknown")];
    let estimate = match (&json["ca"], &json["er"]) {
        (Value::Bool(true), _) => "calculated".into(),
        (_, Value::Null) => "none".into(),
        (_, typed) => typed.to_string(),
    };
    let closings = list(json, "cl");
    let outcome = |closing: &Value| if closing["o"] == "w" { "Won".to_owned() } else { "Lost".to_owned() };
    let mut facts = vec![
        or(json, "t", ""),
        or(json, "cu", "nobody"),
        or(json, "cy", ""),
        estimate,
        format!("{stage} {rating}"),
        format!("{} {}", some(choice("tf", &times, "-")), some(choice("pp", &deciders, "-"))),
        format!("{:?}", json["pr"].as_u64()),
        format!("{:?}", json["ec"].as_str()),
        closings.last().filter(|last| last["xb"].is_null()).map_or("open".into(), outcome),
        ["ln", "no", "sc"].map(|name| list(json, name).len().to_string()).join("/"),
        format!("{} to {}", json["cr"], json["mo"]),
    ];
    if let Some(counts) = facts.get_mut(9) {
        let numbers: Vec<&str> = counts.split('/').collect();
        *counts = format!("{} lines, {} notes, {} changes of stage", numbers[0], numbers[1], numbers[2]);
    }
    let states = [("d", "Draft"), ("a", "Active"), ("w", "Won"), ("l", "Lost"), ("c", "Canceled"), ("r", "Revised")];
    facts.extend(list(json, "qu").iter().map(|quote| {
        let steps = list(quote, "st").into_iter().map(|step| {
            let became = states.iter().find(|(letter, _)| step[0] == *letter).unwrap().1;
            let day = step[2].as_str().map_or(String::new(), |day| format!(" {day}"));
            format!("{became} {}{day}", step[1])
        });
        let number = quote["i"].as_u64().unwrap();
        let revision = quote["r"].as_u64().unwrap_or(0);
        format!("Q-{number:05}-{revision} {} {:?}", or(quote, "n", ""), steps.collect::<Vec<_>>())
    }));
    let reasons = [
        ("w", "Won"),
        ("c", "Canceled"),
        ("o", "OutSold"),
        ("p", "Price"),
        ("n", "NoDecision"),
        ("b", "NoBudget"),
        ("f", "NotAFit"),
        ("x", "Other"),
    ];
    facts.extend(closings.iter().map(|closing| {
        let code = or(closing, "re", "");
        let reason = reasons.iter().find(|(letter, _)| *letter == code).map_or(code.as_str(), |(_, word)| word);
        let holds = match closing["xb"].as_str() {
            Some("r") => "Reopening",
            Some(_) => "Correction",
            None => "holds",
        };
        let (on, revenue, rival) = (or(closing, "on", ""), closing["ar"].as_i64(), closing["cn"].as_str());
        format!("{} {reason} {on} {revenue:?} {rival:?} {holds}", outcome(closing))
    }));
    facts
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
            old.store.plant(&shelf.format_key(), "2");
            let (state, writes) = (old.state(), old.store.writes());
            let newer = StorageError::NewerFormat { found: "2".into() };
            assert_eq!(old.commit(&command), Err(CommitError::Storage(newer.clone())), "{command:?}");
            assert!(old.workspace.is_read_only());
            assert_eq!(old.workspace.undo(), Err(UndoError::Storage(newer.clone())));
            assert_eq!(old.workspace.redo(), Err(UndoError::Storage(newer)));
            assert!(sample::reset(&mut old.workspace, NOW).is_err() || shelf == Shelf::Main);
            assert_eq!((old.state(), old.store.writes()), (state, writes));
        }
    }
}

/// The demonstration of a later version does not lock the user's own book, nor the other way round.
#[test]
fn p3_each_book_has_its_own_format() {
    let (mut main, _) = Tab::with_one();
    let mut demo = Tab::of(&main.store, Shelf::Demo);
    sample::fill(&mut demo.workspace, NOW).unwrap();
    demo.store.plant("tutup:demo:format", "2");
    main.act(OpportunityCommand::AddNote(long("x")));
    assert!(!main.workspace.is_read_only());
    assert!(Tab::of(&main.store, Shelf::Demo).workspace.is_read_only());
    let (state, writes) = (demo.state(), demo.store.writes());
    let newer = CommitError::Storage(StorageError::NewerFormat { found: "2".into() });
    assert_eq!(sample::reset(&mut demo.workspace, NOW), Err(newer));
    assert_eq!((demo.state(), demo.store.writes()), (state, writes));
}
