//! A made-up chain of three steps over what schema 1 left behind.
//!
//! Each step looks for what the step before it made and leaves a trace in the texts, so that what comes out says which
//! steps ran, and in which order. The last one leads back to the names that the program reads. The second one also puts the
//! contact behind the customer, for good: what a step takes away must not come back when the record is written.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::record::{Damage, decode_by, encode_by, seal};
use super::super::{Place, Shelf};
use super::*;
use crate::domain::{Competitor, Lists, Opportunity, Record, Text};

const CHAIN: Steps = Steps::new(&[
    (1, |key, json| rename(key, json, ("t", "tp"), ("n", "na"), " ①")),
    (2, |key, json| {
        rename(key, json, ("tp", "topic"), ("na", "name"), " ②");
        join(json);
    }),
    (3, |key, json| rename(key, json, ("topic", "t"), ("name", "n"), " ③")),
]);

/// Gives an opportunity's topic and the names of quotes and competitors another member and a trace.
fn rename(key: Key, json: &mut Json, topic: (&str, &str), name: (&str, &str), trace: &str) {
    if matches!(key, Key::Opportunity(_)) {
        rename_member(json, topic, trace);
    }
    let Json::Object(members) = json else { return };
    for list in ["qu", "cp"] {
        let Some(mut entries) = members.take(list) else { continue };
        if let Json::List(entries) = &mut entries {
            for entry in entries {
                rename_member(entry, name, trace);
            }
        }
        members.put(list, entries);
    }
}

/// The contact becomes part of the customer.
fn join(json: &mut Json) {
    let Json::Object(members) = json else { return };
    if let (Some(customer), Some(contact)) = (members.take("cu"), members.take("co")) {
        let joined = [customer.text().unwrap(), contact.text().unwrap()].join(", ");
        members.put("cu", Json::Text(joined));
    }
}

fn rename_member(json: &mut Json, (from, to): (&str, &str), trace: &str) {
    let Json::Object(members) = json else { return };
    match members.take(from) {
        Some(Json::Text(text)) => members.put(to, Json::Text(text + trace)),
        Some(other) => members.put(from, other),
        None => {}
    }
}

/// Every record that schema 1 left behind.
fn frozen() -> Vec<(Key, &'static str)> {
    let lines = include_str!("../../../tests/fixtures/schema1.txt").lines().filter(|line| !line.starts_with('#'));
    let place = |line: &'static str| {
        let (key, value) = line.split_once('\t').unwrap();
        match Shelf::Main.place(key).or_else(|| Shelf::Demo.place(key)).unwrap() {
            Place::Record(key) => Some((key, value)),
            Place::Format => None,
            other => panic!("{key}: {other:?}"),
        }
    };
    lines.filter_map(place).collect()
}

/// The record as all three steps leave it.
fn traced(record: &Record) -> Record {
    fn trace<const MAX: usize>(text: &Text<MAX>) -> Text<MAX> {
        Text::parse(&format!("{text} ① ② ③")).unwrap().unwrap()
    }
    match record {
        Record::Opportunity(before) => {
            let mut after = Opportunity::clone(before);
            after.details.topic = trace(&after.details.topic);
            let details = &mut after.details;
            let (customer, contact) = (details.customer.take().unwrap(), details.contact.take().unwrap());
            details.customer = Text::parse(&format!("{customer}, {contact}")).unwrap();
            after.quotes.iter_mut().for_each(|quote| quote.content.name = trace(&quote.content.name));
            Record::Opportunity(Arc::new(after))
        }
        Record::Lists(before) => {
            let trace = |it: &Competitor| Competitor { name: trace(&it.name), ..it.clone() };
            let competitors = before.competitors.iter().map(trace).collect();
            Record::Lists(Arc::new(Lists { competitors, ..Lists::clone(before) }))
        }
        Record::Preferences(_) => record.clone(),
    }
}

fn content(raw: &str) -> (&str, &str) {
    let mut parts = raw.splitn(4, '|');
    let schema = parts.nth(1).unwrap();
    (schema, parts.nth(1).unwrap())
}

#[test]
fn every_step_runs_once_and_in_order_on_every_record_of_the_first_schema() {
    let records = frozen();
    assert_eq!(records.len(), 3 + 25);
    for (key, raw) in records {
        let before = decode_by(&STEPS, key, raw).unwrap().record;
        let after = decode_by(&CHAIN, key, raw).unwrap();
        assert_eq!(after.record, traced(&before), "{raw}");
        // A second look sees the same: nothing was written.
        assert_eq!(decode_by(&CHAIN, key, raw).unwrap().record, after.record);
    }
}

#[test]
fn an_edit_writes_the_present_schema_and_no_step_runs_on_that_again() {
    for (key, raw) in frozen() {
        let read = decode_by(&CHAIN, key, raw).unwrap();
        let written = encode_by(&CHAIN, &read.record, Some(&read)).unwrap();
        assert_eq!((content(raw).0, content(&written).0), ("1", "4"));
        let again = decode_by(&CHAIN, key, &written).unwrap();
        assert_eq!((&again.record, again.stamp.revision), (&read.record, read.stamp.revision + 1));
        let rewritten = encode_by(&CHAIN, &again.record, Some(&again)).unwrap();
        assert_eq!(content(&rewritten), content(&written));
        // As if it had never been anything else.
        assert_eq!(content(&encode_by(&CHAIN, &read.record, None).unwrap()), content(&written));
    }
}

#[test]
fn a_record_of_any_schema_on_the_way_comes_out_the_same() {
    for (key, raw) in frozen() {
        let mut json = Json::parse(content(raw).1).unwrap();
        for schema in 1..=CHAIN.schema() {
            let mut rest = json.clone();
            CHAIN.bring_up(schema, key, &mut rest);
            let value = decode_by(&STEPS, key, raw).unwrap().record;
            let expected = encode_by(&STEPS, &traced(&value), None).unwrap();
            let expected = decode_by(&STEPS, key, &expected).unwrap().long(&STEPS).unwrap();
            assert_eq!(rest, expected, "from {schema}: {raw}");
            if let Some((_, step)) = CHAIN.0.iter().find(|(from, _)| *from == schema) {
                step(key, &mut json);
            }
        }
    }
}

/// Puts a member into every object that only a later version knows, and a place into every entry that is a list.
fn mark(json: &mut serde_json::Value, next: &mut u64) {
    use serde_json::{Value, json};
    *next += 1;
    let mark = json!({ "zz": *next, "deep": [{ "t": "tp", "n": "na" }, null] });
    match json {
        Value::Object(members) => {
            members.values_mut().for_each(|value| self::mark(value, next));
            members.insert("zz".into(), mark);
        }
        Value::Array(places) if places.iter().any(|place| !place.is_object() && !place.is_array()) => {
            places.resize(3, Value::Null);
            places.push(mark);
        }
        Value::Array(entries) => entries.iter_mut().for_each(|entry| self::mark(entry, next)),
        _ => {}
    }
}

fn marks(json: &serde_json::Value) -> BTreeMap<u64, &serde_json::Value> {
    use serde_json::Value;
    match json {
        Value::Object(members) if members.contains_key("deep") => [(members["zz"].as_u64().unwrap(), json)].into(),
        Value::Object(members) => members.values().flat_map(marks).collect(),
        Value::Array(entries) => entries.iter().flat_map(marks).collect(),
        _ => BTreeMap::new(),
    }
}

#[test]
fn members_that_no_step_knows_survive_all_of_them_at_every_depth() {
    for (key, raw) in frozen() {
        let mut marked = serde_json::from_str(content(raw).1).unwrap();
        mark(&mut marked, &mut 0);
        let old = seal(1, 7, &marked.to_string());
        let read = decode_by(&CHAIN, key, &old).unwrap();
        assert_eq!(read.record, decode_by(&CHAIN, key, raw).unwrap().record);
        let written = encode_by(&CHAIN, &read.record, Some(&read)).unwrap();
        let json: serde_json::Value = serde_json::from_str(content(&written).1).unwrap();
        assert!(!marks(&marked).is_empty());
        assert_eq!(marks(&json), marks(&marked), "{raw}");
    }
}

#[test]
fn p4_a_schema_behind_the_last_step_is_left_alone() {
    for (key, raw) in frozen() {
        let newer = seal(5, 7, content(raw).1);
        assert_eq!(decode_by(&CHAIN, key, &newer).err(), Some(Damage::NewerSchema { schema: 5 }));
        assert_eq!(decode_by(&STEPS, key, &newer).err(), Some(Damage::NewerSchema { schema: 5 }));
    }
}

#[test]
fn the_steps_lead_to_the_schema_that_is_written() {
    assert_eq!((CHAIN.schema(), Steps::new(&[]).schema()), (4, 1));
    assert_eq!(STEPS.schema(), crate::storage::SCHEMA);
}

#[test]
#[should_panic(expected = "numbered 1, 2, 3")]
fn a_step_left_out_is_noticed() {
    Steps::new(&[(1, |_, _| {}), (3, |_, _| {})]);
}

#[test]
#[should_panic(expected = "numbered 1, 2, 3")]
fn a_first_step_left_out_is_noticed() {
    Steps::new(&[(2, |_, _| {})]);
}

#[test]
#[should_panic(expected = "numbered 1, 2, 3")]
fn steps_out_of_order_are_noticed() {
    Steps::new(&[(2, |_, _| {}), (1, |_, _| {})]);
}

#[test]
#[should_panic(expected = "numbered 1, 2, 3")]
fn a_step_that_stands_there_twice_is_noticed() {
    Steps::new(&[(1, |_, _| {}), (1, |_, _| {})]);
}
