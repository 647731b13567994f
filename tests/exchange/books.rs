//! Stored books, and files of them.

use std::collections::BTreeMap;
use std::rc::Rc;

use fastrand::Rng;
use serde_json::{Map, Value, json};
use tutup::domain::{Instant, Key};
use tutup::exchange::{Backup, Mode, Plan, plan, read, write};
use tutup::storage::{Memory, Place, Shelf, Write, decode};

use super::chance::Chance;
use super::examples::id;
use super::tab::{Tab, json_of as long_json_of, sealed};

/// Whole keys with their values.
pub type Stored = BTreeMap<String, String>;

pub const MADE: Instant = Instant(1_795_312_800_000);

/// The file of what is stored.
pub fn file_of(stored: &Stored) -> String {
    write(pairs(stored), MADE, "0.1.0").unwrap().text
}

pub fn pairs(stored: &Stored) -> impl Iterator<Item = (&str, &str)> {
    stored.iter().map(|(key, value)| (key.as_str(), value.as_str()))
}

/// The file of *Download my data*, as the program and its failure panel write it.
pub fn export(stored: &Stored) -> String {
    let members: Map<String, Value> = stored.iter().map(|(key, value)| (key.clone(), value.clone().into())).collect();
    let mut text = Vec::new();
    let mut writer =
        serde_json::Serializer::with_formatter(&mut text, serde_json::ser::PrettyFormatter::with_indent(b" "));
    serde::Serialize::serialize(&members, &mut writer).unwrap();
    String::from_utf8(text).unwrap()
}

/// The file of what is stored, read again.
pub fn backup_of(stored: &Stored) -> Backup {
    read(file_of(stored).as_bytes()).unwrap()
}

/// Everything behind the first line.
pub fn body(file: &str) -> &str {
    file.split_once('\n').unwrap().1
}

/// The file with this body, and a header that fits it.
pub fn with_header(body: &str) -> String {
    let lines: Vec<&str> = body.split_terminator('\n').collect();
    let sha256 = sha256(body.as_bytes());
    let entries = lines.len();
    let start = r#"{"file":"tutup-backup","version":1,"format":"2","made":1795312800000,"program":"0.1.0","entries":"#;
    format!("{start}{entries},\"sha256\":\"{sha256}\"}}\n{body}")
}

/// The checksum as others compute it.
pub fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

/// Values by their names, as they are stored.
pub fn stored<const N: usize>(entries: [(&str, &str); N]) -> Stored {
    entries.into_iter().map(|(name, value)| (format!("tutup:{name}"), value.to_owned())).collect()
}

/// An opportunity as it is stored.
pub fn opportunity(topic: &str, modified_on: i64, revision: u64) -> String {
    sealed(&format!(r#"1|{revision}|{{"cr":0,"cy":"MYR","mo":{modified_on},"t":"{topic}"}}"#))
}

/// Preferences as they are stored.
pub fn preferences(currency: &str, revision: u64) -> String {
    sealed(&format!(r#"1|{revision}|{{"cy":"{currency}"}}"#))
}

/// The name of opportunity `number`.
pub fn name(number: u64) -> String {
    format!("o:{}", id(number))
}

/// What lies where a user did this and that: with what a backup must hold as it is, and beside what it must not hold.
pub fn lived_in(seed: u64) -> Stored {
    with_neighbours(book(seed))
}

fn book(seed: u64) -> Stored {
    let mut chance = Chance::new(seed);
    let mut tab = Tab::new();
    for _ in 0..40 {
        let command = chance.command(&tab.workspace);
        let _ = tab.commit(&command);
    }
    let mut stored = tab.store.contents();
    let mut rng = Rng::with_seed(seed);
    for _ in 0..rng.usize(0..4) {
        let (key, value) = oddity(&mut rng);
        stored.insert(key, value);
    }
    for (key, value) in stored.iter_mut().filter(|_| rng.u32(0..4) == 0) {
        *value = marked(key, value).unwrap_or_else(|| value.clone());
    }
    stored
}

fn with_neighbours(mut stored: Stored) -> Stored {
    for name in ["kept", "tx", "s:o:000000001", "reserve", "demo:prefs", "demo:o:000000001"] {
        stored.insert(format!("tutup:{name}"), "beside the book".into());
    }
    stored
}

/// Two books that were one.
pub fn two_of_one(seed: u64) -> (Stored, Stored) {
    let base = book(seed);
    let went_on = |seed: u64| {
        let store = Rc::new(Memory::new());
        for (key, value) in &base {
            store.plant(key, value);
        }
        let (mut tab, mut chance) = (Tab::on(&store), Chance::new(seed));
        for _ in 0..15 {
            let command = chance.command(&tab.workspace);
            let _ = tab.commit(&command);
        }
        let mut stored = store.contents();
        let mut rng = Rng::with_seed(seed);
        for _ in 0..3 {
            let (key, value) = oddity(&mut rng);
            stored.insert(key, value);
        }
        stored.retain(|key, _| !key.starts_with("tutup:o:") || rng.u32(0..6) > 0);
        with_neighbours(stored)
    };
    (went_on(seed + 1_000_000), went_on(seed + 2_000_000))
}

/// A value that is no record of this version, and a key for it.
fn oddity(rng: &mut Rng) -> (String, String) {
    let at = format!("tutup:{}", name(rng.u64(1..30)));
    match rng.u32(0..7) {
        0 => (at, "nonsense \u{0} \r\n\" \\ \u{2028} 日本 😀".into()),
        1 => (at, sealed("3|9|{\"of\":\"later\"}")),
        2 => (at, sealed(r#"1|1|{"cl":[{"i":2}],"cr":0,"cy":"MYR","mo":0,"t":"A"}"#)),
        3 => (at, opportunity("Damaged", 5, 1).replacen("Damaged", "degamaD", 1)),
        4 => ("tutup:o:no-id".into(), opportunity("A", rng.i64(0..3), 1)),
        5 => ("tutup:x:o:000000001:0011".into(), opportunity("Aside", rng.i64(0..3), 1)),
        _ => ("tutup:lists".into(), ["", "no lists"][rng.usize(0..2)].into()),
    }
}

/// The record with a member that nobody knows in each of its objects; `None` when it cannot be read.
pub fn marked(key: &str, raw: &str) -> Option<String> {
    fn mark(value: &mut Value) {
        match value {
            Value::Object(members) => {
                members.values_mut().for_each(mark);
                members.insert("zz".into(), json!({"deep": [1, null, {"zz": "ü"}]}));
            }
            Value::Array(entries) => entries.iter_mut().for_each(mark),
            _ => {}
        }
    }
    record(key, raw)?;
    let revision = raw.split('|').nth(2)?;
    let mut value = long_json_of(raw);
    mark(&mut value);
    Some(sealed(&format!("1|{revision}|{value}")))
}

/// Whether two values say the same, whatever their revisions.
pub fn say_the_same(one: &str, other: &str) -> bool {
    let schema = |raw: &str| raw.split('|').nth(1).map(str::to_owned);
    if schema(one) == schema(other) { json_of(one) == json_of(other) } else { long_json_of(one) == long_json_of(other) }
}

/// The JSON behind the envelope.
pub fn json_of(raw: &str) -> &str {
    raw.splitn(4, '|').nth(3).unwrap_or(raw)
}

/// Which record the value is, if it can be read.
pub fn record(key: &str, raw: &str) -> Option<Key> {
    let Some(Place::Record(record)) = Shelf::Main.place(key) else { return None };
    decode(record, raw).is_ok().then_some(record)
}

/// Does what the plan says, and sees that it replaces what it says.
pub fn carry_out(stored: &mut Stored, writes: &[Write]) {
    for Write { key, over, value } in writes {
        let lies = stored.get(key).map(|raw| decode(record(key, raw).unwrap(), raw).unwrap().stamp);
        assert_eq!(lies, *over, "{key}");
        match value {
            Some(value) => drop(stored.insert(key.clone(), value.clone())),
            None => drop(stored.remove(key).unwrap()),
        }
    }
}

pub fn planned(mode: Mode, stored: &Stored, backup: &Backup) -> Plan {
    plan(mode, stored, backup).unwrap()
}

/// UTF-16 units, keys included.
pub fn units(stored: &Stored) -> usize {
    stored.iter().map(|(key, value)| key.encode_utf16().count() + value.encode_utf16().count()).sum()
}
