//! Members that this version does not know survive whatever is done to their record.

use serde_json::{Value, json};
use tutup::domain::{
    Command, EntryCommand, Key, ListsCommand, OpportunityCommand, OpportunityEntry, Outcome, Preferences, QuoteCommand,
    Theme,
};
use tutup::storage::{CommitLock, Shelf, Write, decode, encode};
use tutup::workspace::CommitError;

use super::examples::{closing, full, id, long, record, text};
use super::tab::{Tab, json_of, sealed};

/// Puts a member `zz` into every object, each with another value.
fn mark(value: &mut Value, next: &mut u64) {
    match value {
        Value::Object(members) => {
            members.values_mut().for_each(|value| mark(value, next));
            *next += 1;
            members.insert("zz".into(), json!({"n": *next, "deep": [{"i": *next}, null, ["ü"]]}));
        }
        // Entries that are lists themselves get a further place.
        Value::Array(entries) if entries.first().is_some_and(|first| !first.is_object() && !first.is_array()) => {
            entries.resize(3, Value::Null);
            *next += 1;
            entries.push(json!({"n": *next, "deep": true}));
        }
        Value::Array(entries) => entries.iter_mut().for_each(|value| mark(value, next)),
        _ => {}
    }
}

fn marks(value: &Value) -> usize {
    match value {
        Value::Object(members) if members.contains_key("deep") => 1,
        Value::Object(members) => members.values().map(marks).sum(),
        Value::Array(entries) => entries.iter().map(marks).sum(),
        _ => 0,
    }
}

fn unmarked(mut value: Value) -> Value {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(members) => {
                members.remove("zz");
                members.values_mut().for_each(strip);
            }
            Value::Array(entries) => {
                entries.retain(|entry| entry.get("deep").is_none());
                entries.iter_mut().for_each(strip);
                while entries.pop_if(|last| last.is_null()).is_some() {}
            }
            _ => {}
        }
    }
    strip(&mut value);
    value
}

#[test]
fn at_every_depth_of_an_opportunity() {
    let key = tutup::domain::Key::Opportunity(id(1));
    let mut marked = json_of(&encode(&record(full()), None).unwrap());
    mark(&mut marked, &mut 0);
    let total = marks(&marked);
    assert_eq!(total, 1 + 2 + 3 + 2 + 9 + 3 + 6 + 2 + 1, "itself, lines, quotes, their lines and steps, closings …");
    let text = sealed(&format!("1|7|{marked}"));
    let decoded = decode(key, &text).unwrap();
    assert_eq!(decoded.record, record(full()));
    assert_eq!(json_of(&encode(&decoded.record, Some(&decoded)).unwrap()), marked);

    // Everything turned round, something taken away and something new in every list.
    let mut changed = full();
    changed.lines.reverse();
    changed.notes.reverse();
    changed.quotes.reverse();
    changed.quotes[1].content.name = super::examples::text("Renamed");
    let rewritten = json_of(&encode(&record(changed.clone()), Some(&decoded)).unwrap());
    assert_eq!(marks(&rewritten), total);
    assert_eq!(unmarked(rewritten.clone()), json_of(&encode(&record(changed), None).unwrap()));
    for list in ["ln", "no", "qu", "cl"] {
        for entry in marked[list].as_array().unwrap() {
            let same = |other: &&Value| (&other["i"], &other["r"]) == (&entry["i"], &entry["r"]);
            let rewritten = rewritten[list].as_array().unwrap().iter().find(same).unwrap();
            assert_eq!(rewritten["zz"], entry["zz"]);
        }
    }
}

#[test]
fn through_the_life_of_an_opportunity() {
    let mut tab = Tab::new();
    tab.act(OpportunityCommand::Create(OpportunityEntry {
        lines: vec![super::examples::entry_line("Design", Some(5)), super::examples::entry_line("Build", Some(7))],
        ..super::examples::entry("ERP rollout")
    }));
    tab.act(OpportunityCommand::AddQuote);
    tab.act(OpportunityCommand::AddNote(long("x")));
    let mut marked = json_of(&tab.stored_one());
    mark(&mut marked, &mut 0);
    let total = marks(&marked);
    assert_eq!(total, 1 + 2 + 1 + 2 + 1 + 1);
    tab.plant_json(&Tab::key_of_one(), &marked.to_string());
    assert!(tab.sees(&Tab::key_of_one()));

    let survive = |tab: &Tab, what: &str| assert_eq!(marks(&json_of(&tab.stored_one())), total, "{what}");
    let mut entry = OpportunityEntry::of(tab.one());
    entry.details.topic = text("Renamed");
    entry.details.probability = None;
    entry.lines.reverse();
    tab.act(OpportunityCommand::Edit(entry));
    survive(&tab, "edited");
    tab.quote(1, QuoteCommand::Activate);
    survive(&tab, "activated");
    tab.quote(1, QuoteCommand::Revise);
    survive(&tab, "revised");
    tab.act(OpportunityCommand::Close(closing(Outcome::Won)));
    survive(&tab, "closed");
    tab.act(OpportunityCommand::Correct(closing(Outcome::Lost)));
    tab.act(OpportunityCommand::Reopen);
    survive(&tab, "reopened");
    tab.act(OpportunityCommand::Delete);
    survive(&tab, "deleted");
    tab.act(OpportunityCommand::Restore);
    survive(&tab, "restored");
    for _ in 0..8 {
        tab.workspace.undo().unwrap();
        survive(&tab, "undone");
    }
    while tab.workspace.redo().is_ok() {}
    survive(&tab, "done again");
    tab.assert_memory_is_disk();
}

/// A closing is the same one when it is canceled, and its correction is another.
#[test]
fn closings_are_known_by_their_number() {
    let (mut tab, _) = Tab::with_one();
    tab.act(OpportunityCommand::Close(closing(Outcome::Won)));
    let mut json = json_of(&tab.stored_one());
    json["cl"][0]["zz"] = json!("first");
    tab.plant_json(&Tab::key_of_one(), &json.to_string());
    tab.sees(&Tab::key_of_one());
    tab.act(OpportunityCommand::Correct(closing(Outcome::Lost)));
    let json = json_of(&tab.stored_one());
    assert_eq!((&json["cl"][0]["zz"], &json["cl"][1]["zz"]), (&json!("first"), &Value::Null));
}

#[test]
fn in_lists_and_preferences() {
    let (mut tab, _) = Tab::with_one();
    let add = ListsCommand::AddCompetitor { id: id(5), name: text("Relecloud") };
    tab.commit(&Command::Lists(add)).unwrap();
    let light = Preferences { theme: Some(Theme::Light), ..Preferences::default() };
    tab.commit(&Command::Preferences(light)).unwrap();
    for key in ["tutup:lists", "tutup:prefs"] {
        let mut json = json_of(&tab.store.contents()[key]);
        mark(&mut json, &mut 0);
        tab.plant_json(key, &json.to_string());
        assert!(tab.sees(key));
    }
    let before = json_of(&tab.store.contents()["tutup:lists"]);
    let reason = tab.workspace.book().lists().reasons[3].id;
    tab.commit(&Command::Lists(ListsCommand::Reason(reason, EntryCommand::MoveUp))).unwrap();
    tab.commit(&Command::Lists(ListsCommand::Competitor(id(5), EntryCommand::Rename(text("Rel"))))).unwrap();
    tab.commit(&Command::Preferences(Preferences::default())).unwrap();
    let lists = json_of(&tab.store.contents()["tutup:lists"]);
    assert_eq!(marks(&lists), 1 + 8 + 1);
    assert_eq!(lists["re"][2], before["re"][3]);
    assert_eq!((&lists["cp"][0]["n"], &lists["cp"][0]["zz"]), (&json!("Rel"), &before["cp"][0]["zz"]));
    let preferences = json_of(&tab.store.contents()["tutup:prefs"]);
    assert_eq!((marks(&preferences), &preferences["th"]), (1, &Value::Null));
    tab.assert_memory_is_disk();
}

/// One record or many, however often, and also what could not be written again.
#[test]
fn what_was_removed_for_good_comes_back_as_it_lay_there() {
    let lock = CommitLock::held();
    let content = |raw: &str| raw.splitn(4, '|').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    for unknown in [r#"{"deep":[1,2.5]}"#, "0.10000000000000055"] {
        for many in [false, true] {
            let (mut tab, _) = Tab::with_one();
            tab.create(2, "Another");
            let keys = [1, 2].map(|number| Shelf::Main.key(Key::Opportunity(id(number))));
            for (number, key) in [1, 2].into_iter().zip(&keys) {
                tab.commit(&Command::Opportunity(id(number), OpportunityCommand::Delete)).unwrap();
                let json = json_of(&tab.store.contents()[key]).to_string();
                tab.plant_json(key, &json.replacen('{', &format!(r#"{{"zz":{unknown},"#), 1));
                tab.sees(key);
            }
            let before = tab.store.contents();
            let remove = |number| Command::Opportunity(id(number), OpportunityCommand::Remove);
            let removed = if many {
                tab.commit_locked(&Command::Many(vec![remove(1), remove(2)]))
            } else {
                tab.commit(&remove(1))
            };
            removed.unwrap();
            assert!(!tab.store.contents().contains_key(&keys[0]));
            for revision in [8, 9] {
                tab.workspace.undo_locked(&lock).unwrap();
                let after = tab.store.contents();
                assert_eq!(
                    keys.clone().map(|key| content(&after[&key])),
                    keys.clone().map(|key| content(&before[&key]))
                );
                assert_eq!(after[&keys[0]].split('|').nth(2), Some(revision.to_string().as_str()));
                tab.assert_memory_is_disk();
                tab.workspace.redo_locked(&lock).unwrap();
                assert!(!tab.store.contents().contains_key(&keys[0]));
            }
        }
    }
}

#[test]
fn what_a_backup_wrote_over_comes_back_as_it_lay_there_and_so_does_the_backup() {
    let lock = CommitLock::held();
    let (mut tab, _) = Tab::with_one();
    let key = Tab::key_of_one();
    let mut json = json_of(&tab.stored_one());
    json["zz"] = json!("ours");
    tab.plant_json(&key, &json.to_string());
    tab.sees(&key);
    (json["zz"], json["t"]) = (json!("theirs"), json!("Of the backup"));
    let theirs = sealed(&format!("1|40|{json}"));
    let over = decode(Key::Opportunity(id(1)), &tab.stored_one()).unwrap().stamp;
    let write = Write { key, over: Some(over), value: Some(theirs) };
    tab.workspace.restore(&lock, vec![write]).unwrap();
    let says = |tab: &Tab| (json_of(&tab.stored_one())["zz"].clone(), tab.one().details.topic.to_string());
    let revision = |tab: &Tab| tab.stored_one().split('|').nth(2).unwrap().to_owned();
    for (ours, theirs) in [(41, 42), (43, 44)] {
        tab.workspace.undo_locked(&lock).unwrap();
        assert_eq!((says(&tab), revision(&tab)), ((json!("ours"), "ERP rollout".into()), ours.to_string()));
        tab.workspace.redo_locked(&lock).unwrap();
        assert_eq!((says(&tab), revision(&tab)), ((json!("theirs"), "Of the backup".into()), theirs.to_string()));
        tab.assert_memory_is_disk();
    }
}

/// JSON can say what Rust cannot hold. Rather than lose it, the record is not written.
#[test]
fn p4_what_cannot_be_kept_stops_the_write() {
    let (mut tab, _) = Tab::with_one();
    let stored = tab.stored_one();
    let json = json_of(&stored).to_string();
    for unknown in [r#""\ud800""#, "1e999", "0.10000000000000055", "18446744073709551616"] {
        tab.plant_json(&Tab::key_of_one(), &json.replacen('{', &format!(r#"{{"zz":{unknown},"#), 1));
        tab.workspace.reload();
        let state = tab.state();
        let note = Command::Opportunity(id(1), OpportunityCommand::AddNote(long("x")));
        assert!(matches!(tab.commit(&note), Err(CommitError::Storage(_))), "{unknown}");
        assert_eq!(tab.state(), state);
    }
}
