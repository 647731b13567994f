//! How opportunities are written short: what is left out, what is not, and what is no short text.

use tutup::domain::{Key, Record};
use tutup::storage::{Damage, FieldDamage, Flaw, decode, encode};

use super::examples::id;
use super::long::long;
use super::record::{Verdict, check, sealed};
use super::tab::json_of;

const ONE: fn() -> Key = || Key::Opportunity(id(1));

/// What both forms have, but for `cr`.
const REST: &str = r#""cy":"MYR","t":"A""#;

fn long_text(members: &str) -> String {
    sealed(&format!(r#"1|7|{{"cr":0,"mo":0,{REST}{members}}}"#))
}

fn short_text(members: &str) -> String {
    sealed(&format!(r#"2|7|{{"cr":"0",{REST}{members}}}"#))
}

/// Members in the long form and in the short one.
const FORMS: &[(&str, &str)] = &[
    // The name, the key and the steps of a quote.
    (r#""qu":[{"i":3,"n":"A","st":[["d",0]]}]"#, r#""qu":[{"i":3,"st":"D0"}]"#),
    (r#""qu":[{"i":3,"n":"B","st":[["d",0],["a",36]]}]"#, r#""qu":[{"i":3,"n":"B","st":"D0A10"}]"#),
    (
        r#""qu":[{"i":3,"n":"B","r":2,"st":[["d",0],["a",0],["r",1,"1970-01-02"]]},{"i":3,"n":"B","r":3,"st":[["d",2]]}]"#,
        r#""qu":[{"i":3,"n":"B","r":2,"st":"D0A0R1+1"},{"st":"D2"}]"#,
    ),
    (
        r#""qu":[{"i":3,"n":"B","st":[["d",0]]},{"i":4,"n":"A","st":[["d",2]]},{"i":5,"n":"A","r":1,"st":[["d",2]]}]"#,
        r#""qu":[{"i":3,"n":"B","st":"D0"},{"i":4,"n":"A","st":"D2"},{"i":5,"r":1,"st":"D2"}]"#,
    ),
    // The total that is the estimate, and the one that is missing.
    (
        r#""er":7,"qu":[{"i":3,"n":"A","st":[["d",0]],"tt":7},{"i":4,"n":"A","st":[["d",0]]},{"i":5,"n":"A","st":[["d",0]],"tt":0}]"#,
        r#""er":7,"qu":[{"i":3,"st":"D0"},{"i":4,"st":"D0","tt":null},{"i":5,"st":"D0","tt":0}]"#,
    ),
    // Lines that are the opportunity's, and those that are not.
    (
        r#""ln":[{"bu":5,"i":1,"n":"L"},{"bi":"f","i":2,"n":"M"}],"qu":[{"i":3,"ln":[{"bi":"f","i":2,"n":"M"},{"bu":5,"i":1,"n":"L","qa":5}],"n":"A","st":[["d",0]]}]"#,
        r#""ln":[{"bu":5,"i":1,"n":"L"},{"bi":"f","i":2,"n":"M"}],"qu":[{"i":3,"ln":[2,1],"st":"D0"}]"#,
    ),
    (
        r#""ln":[{"bu":5,"i":1,"n":"L"},{"i":2,"n":"M"}],"qu":[{"i":3,"ln":[{"bu":5,"i":1,"n":"L"},{"i":2,"n":"M","qa":0}],"n":"A","st":[["d",0]]}]"#,
        r#""ln":[{"bu":5,"i":1,"n":"L"},{"i":2,"n":"M"}],"qu":[{"i":3,"ln":[[1],[2,0]],"st":"D0"}]"#,
    ),
    (
        r#""ln":[{"bu":5,"i":1,"n":"L"},{"i":2,"n":"M"}],"qu":[{"i":3,"ln":[{"bu":6,"i":1,"n":"L"},{"i":2,"n":"N"},{"i":9,"n":"M"}],"n":"A","st":[["d",0]]}]"#,
        r#""ln":[{"bu":5,"i":1,"n":"L"},{"i":2,"n":"M"}],"qu":[{"i":3,"ln":[{"bu":6,"i":1,"n":"L"},{"i":2,"n":"N"},{"i":9,"n":"M"}],"st":"D0"}]"#,
    ),
    // A closing that repeats the record, and one that does not.
    (
        r#""cl":[{"ar":7,"at":0,"es":7,"i":1,"o":"w","on":"1970-01-01","pr":5,"re":"w","sg":"p"}],"er":7,"pr":5,"sg":"p""#,
        r#""cl":[{"o":"w","re":"w"}],"er":7,"pr":5,"sg":"p""#,
    ),
    (
        r#""cl":[{"at":1,"i":1,"o":"l","on":"1970-01-02","re":"n"}],"er":7,"pr":5,"sg":"p""#,
        r#""cl":[{"at":1,"es":null,"o":"l","on":"1970-01-02","pr":null,"re":"n","sg":null}],"er":7,"pr":5,"sg":"p""#,
    ),
    (
        r#""cl":[{"ar":7,"at":0,"es":3,"i":1,"o":"l","on":"1970-01-01","pr":2,"re":"n","sg":"d"}],"er":7,"pr":5,"sg":"p""#,
        r#""cl":[{"ar":7,"es":3,"o":"l","pr":2,"re":"n","sg":"d"}],"er":7,"pr":5,"sg":"p""#,
    ),
    // What it settled: as the quotes say, nothing, and something else.
    (
        r#""cl":[{"at":0,"i":1,"o":"l","on":"1970-01-01","re":"n","sq":[[3,0,"al"],[3,1,"dc"]]}],"qu":[{"i":3,"n":"A","st":[["d",-9],["a",-8],["l",0,"1970-01-01"]]},{"i":3,"n":"A","r":1,"st":[["d",-7],["c",0,"1970-01-01"]]},{"i":4,"n":"A","st":[["d",-7],["c",1,"1970-01-01"]]}]"#,
        r#""cl":[{"o":"l","re":"n"}],"qu":[{"i":3,"st":"D-9A1L8"},{"st":"D-7C7"},{"i":4,"st":"D-7C8"}]"#,
    ),
    (
        r#""cl":[{"at":0,"i":1,"o":"l","on":"1970-01-01","re":"n"}],"qu":[{"i":3,"n":"A","st":[["d",-9],["c",0,"1970-01-01"]]}]"#,
        r#""cl":[{"o":"l","re":"n","sq":null}],"qu":[{"i":3,"st":"D-9C9"}]"#,
    ),
    (
        r#""cl":[{"at":0,"i":1,"o":"l","on":"1970-01-01","re":"n","sq":[[3,0,"dc"]],"xa":0,"xb":"r"},{"at":0,"i":2,"o":"l","on":"1970-01-01","re":"n","sq":[[3,0,"al"]],"xa":0,"xb":"r"}],"qu":[{"i":3,"n":"A","st":[["d",-9],["c",0,"1970-01-01"]]}]"#,
        r#""cl":[{"o":"l","re":"n","sq":[[3,0,"dc"]],"xa":0,"xb":"r"},{"o":"l","re":"n","sq":[[3,0,"al"]],"xa":0,"xb":"r"}],"qu":[{"i":3,"st":"D-9C9"}]"#,
    ),
    // Changes of the stage.
    (r#""sc":[["q","d",1],["d","c",0]],"sg":"c""#, r#""sc":"qD1C-1","sg":"c""#),
    (r#""sc":[["q","d",1],["q","c",0]],"sg":"c""#, r#""sc":[["q","d",1],["q","c",0]],"sg":"c""#),
];

#[test]
fn what_can_be_told_from_the_rest_is_left_out_and_put_back() {
    for (longer, shorter) in FORMS {
        let [from, to] = [long_text(&format!(",{longer}")), short_text(&format!(",{shorter}"))];
        let read = decode(ONE(), &from).expect(longer).record;
        assert_eq!(decode(ONE(), &to).expect(shorter).record, read, "{shorter}");
        assert_eq!(json_of(&to), json_of(&from), "{shorter}");
        let written = encode(&read, None).unwrap();
        let json = |text: &str| serde_json::from_str::<serde_json::Value>(text.splitn(4, '|').nth(3).unwrap()).unwrap();
        assert_eq!(json(&written), json(&to));
        assert_eq!(check(ONE(), &to), Verdict::Read);
    }
}

#[test]
fn when_it_was_created_and_modified_is_one_text() {
    for (created, modified, text) in [(0, 0_i64, "0"), (36, 35, "10-1"), (-1, 1_795_312_800_000, "-1+mwr6vy81")] {
        let from = sealed(&format!(r#"1|7|{{"cr":{created},"mo":{modified},{REST}}}"#));
        let to = sealed(&format!(r#"2|1|{{"cr":"{text}",{REST}}}"#));
        let read = decode(ONE(), &from).unwrap().record;
        assert_eq!((decode(ONE(), &to).unwrap().record, encode(&read, None).unwrap()), (read, to));
    }
}

/// An earlier program did not write short, so what looks like it is damage there.
#[test]
fn only_schema_2_is_written_short() {
    let quote = |schema: u32, cr: &str| sealed(&format!(r#"{schema}|7|{{{cr},{REST},"qu":[{{"i":3,"st":"D0"}}]}}"#));
    assert!(decode(ONE(), &quote(2, r#""cr":"0""#)).is_ok());
    for schema_1 in [quote(1, r#""cr":"0""#), quote(1, r#""cr":0,"mo":0"#)] {
        assert!(matches!(decode(ONE(), &schema_1), Err(Damage::Field(_))), "{schema_1}");
    }
}

#[test]
fn what_is_no_short_text_is_named_as_it_stands() {
    let times = |cr: &str| sealed(&format!(r"2|7|{{{cr}{REST}}}"));
    let quote = |members: &str| short_text(&format!(r#","ln":[{{"i":1,"n":"L"}}],"qu":[{{{members}}}]"#));
    let cases = [
        (times(""), "cr", Flaw::Missing),
        (times(r#""cr":"0","mo":0,"#), "cr", Flaw::Invalid),
        (times(r#""cr":"00","#), "cr", Flaw::Invalid),
        (times(r#""cr":"0+0","#), "cr", Flaw::Invalid),
        (times(r#""cr":"0 ","#), "cr", Flaw::Invalid),
        (times(r#""cr":0,"#), "mo", Flaw::Missing),
        (quote(r#""st":"D0""#), "qu[0].i", Flaw::Missing),
        (quote(r#""i":1,"st":"D00""#), "qu[0].st", Flaw::Invalid),
        (quote(r#""i":1,"st":"D0+1""#), "qu[0].st", Flaw::Invalid),
        (quote(r#""i":1,"st":"d0""#), "qu[0].st", Flaw::Invalid),
        (quote(r#""i":1,"st":"""#), "qu[0].st", Flaw::Invalid),
        (quote(r#""i":1,"st":"D0A0A0A0A0""#), "qu[0].st", Flaw::Invalid),
        (quote(r#""i":1,"n":null,"st":"D0""#), "qu[0].n", Flaw::Missing),
        (quote(r#""i":1,"st":"D0","ln":[2]"#), "qu[0].ln[0]", Flaw::Invalid),
        (quote(r#""i":1,"st":"D0","ln":[1,[]]"#), "qu[0].ln[1]", Flaw::Invalid),
        (quote(r#""i":1,"st":"D0","ln":[[1,2,3]]"#), "qu[0].ln[0]", Flaw::Invalid),
        (quote(r#""i":1,"st":"D0","ln":[[1,"5"]]"#), "qu[0].ln[0].qa", Flaw::Invalid),
        (quote(r#""i":1,"st":"D0","ln":["1"]"#), "qu[0].ln[0]", Flaw::Invalid),
        (quote(r#""i":1,"st":"D0","ln":1"#), "qu[0].ln", Flaw::Invalid),
        (short_text(r#","sc":"qD00""#), "sc", Flaw::Invalid),
        (short_text(r#","sc":"q""#), "sc", Flaw::Invalid),
        (short_text(r#","sc":5"#), "sc", Flaw::Invalid),
        (short_text(r#","cl":[{"o":"l","re":"n","on":"1970-01-01","at":null}]"#), "cl[0].at", Flaw::Missing),
        (short_text(r#","cl":[{"o":"l","re":"n","sq":1}]"#), "cl[0].sq", Flaw::Invalid),
        (short_text(r#","cl":[{"o":"w","re":"w"}]"#), "cl[0].ar", Flaw::Missing),
        (short_text(r#","cl":{}"#), "cl", Flaw::Invalid),
        (short_text(r#","qu":[5]"#), "qu[0]", Flaw::Invalid),
    ];
    for (text, path, flaw) in cases {
        let field = FieldDamage { path: path.into(), flaw };
        assert_eq!(decode(ONE(), &text).err(), Some(Damage::Field(field)), "{text}");
    }
}

/// A later program of this schema puts a member into a line, into a step, into what a closing settled.
#[test]
fn an_entry_with_a_member_that_nobody_knows_stays_long_and_keeps_it() {
    let known = r#""cl":[{"at":0,"i":1,"o":"l","on":"1970-01-01","re":"n","sq":[[3,0,"dc"]]}],"ln":[{"i":1,"n":"L"},{"i":2,"n":"M"}],"qu":[{"i":3,"ln":[{"i":1,"n":"L"},{"i":2,"n":"M"}],"n":"A","st":[["d",-9],["c",0,"1970-01-01"]]}],"sc":[["q","d",1]]"#;
    let unknown = known
        .replace(r#"[3,0,"dc"]"#, r#"[3,0,"dc",1]"#)
        .replace(r#"{"i":2,"n":"M"}],"n""#, r#"{"i":2,"n":"M","zz":2}],"n""#)
        .replace(r#""1970-01-01"]]"#, r#""1970-01-01",3]]"#)
        .replace(r#"[["q","d",1]]"#, r#"[["q","d",1,4]]"#);
    let from = long_text(&format!(",{unknown}"));
    let read = decode(ONE(), &from).unwrap();
    assert_eq!(read.record, decode(ONE(), &long_text(&format!(",{known}"))).unwrap().record);
    let written = encode(&read.record, Some(&read)).unwrap();
    let expected = r#"{"cl":[{"o":"l","re":"n","sq":[[3,0,"dc",1]]}],"cr":"0","cy":"MYR","ln":[{"i":1,"n":"L"},{"i":2,"n":"M"}],"qu":[{"i":3,"ln":[1,{"i":2,"n":"M","zz":2}],"st":[["d",-9],["c",0,"1970-01-01",3]]}],"sc":[["q","d",1,4]],"t":"A"}"#;
    assert!(written.ends_with(&format!("|2|8|{expected}")), "{written}");
    assert_eq!(json_of(&written), json_of(&from));
    let again = decode(ONE(), &written).unwrap();
    assert_eq!(again.record, read.record);
    assert!(encode(&again.record, Some(&again)).unwrap().ends_with(expected));
}

/// The opportunity's lines, its topic and its estimate change: its quotes say what they said.
#[test]
fn what_a_quote_leaves_out_it_says_when_it_can_no_longer_be_told() {
    let (_, shorter) = FORMS[5];
    let text = short_text(&format!(",{shorter}"));
    let read = decode(ONE(), &text).unwrap();
    let Record::Opportunity(before) = &read.record else { panic!() };
    let mut after = (**before).clone();
    after.details.topic = super::examples::text("B");
    after.lines.remove(0);
    let written = encode(&super::examples::record(after.clone()), Some(&read)).unwrap();
    let Record::Opportunity(read) = decode(ONE(), &written).unwrap().record else { panic!() };
    assert_eq!((&*read, &read.quotes), (&after, &before.quotes));
    let quote = &json_of(&written)["qu"][0];
    assert_eq!((&quote["n"], &quote["ln"][1]["n"]), (&"A".into(), &"L".into()));
    assert!(written.contains(r#""ln":[2,{"bu":5,"i":1,"n":"L","qa":5}]"#), "{written}");
}

/// What is left out takes memory that the text did not take: texts as large as the whole store, made up to use it up.
#[test]
fn p8_no_text_is_put_back_into_more_than_its_share() {
    const SIZE: usize = 5_000_000;
    let sized = |start: String, entry: &str| {
        let count = (SIZE - start.len()) / (entry.len() + 1);
        format!("{start}{}{entry}]", format!("{entry},").repeat(count))
    };
    let name = "n".repeat(300);
    let line = format!(r#"{{"i":1,"n":"{}"}}"#, &name[..100]);
    let refers = format!(r#"{{"i":1,"ln":[{}1],"st":"D0"}}"#, "1,".repeat(49));
    let quote = r#"{"i":1,"st":"D0"}"#;
    let named = |t: &str| sized(format!(r#""cr":"0","cy":"MYR","t":"{t}","qu":["#), quote);
    let lines = format!(r#""cr":"0",{REST},"ln":[{}{line}],"qu":["#, format!("{line},").repeat(10_000));
    let texts = [
        (named(&name), Some("qu[3495].n")),
        (named(&"n".repeat(SIZE / 2)), Some("t")),
        (sized(lines, &refers), Some("qu[104].ln[42]")),
        (format!(r#""cr":"0",{REST},"sc":"q{}""#, "D0".repeat(SIZE / 2)), Some("sc")),
        (format!(r#""cr":"0",{REST},"qu":[{{"i":1,"st":"{}"}}]"#, "D0".repeat(SIZE / 2)), Some("qu[0].st")),
    ];
    for (json, path) in texts {
        let damage = decode(ONE(), &sealed(&format!("2|7|{{{json}}}"))).err();
        let Some(Damage::Field(field)) = damage else { panic!("{path:?}: {damage:?}") };
        assert_eq!(Some(field.path.as_str()), path);
    }
}

/// Behind the last that may be left out, all is said; and it is read.
#[test]
fn what_is_more_than_may_be_left_out_is_written() {
    let name = "n".repeat(300);
    let quotes: Vec<String> =
        (1..=3_600).map(|number| format!(r#"{{"i":{number},"n":"{name}","st":[["d",0]]}}"#)).collect();
    let text = sealed(&format!(r#"1|7|{{"cr":0,"cy":"MYR","mo":0,"t":"{name}","qu":[{}]}}"#, quotes.join(",")));
    let read = decode(ONE(), &text).unwrap().record;
    let written = encode(&read, None).unwrap();
    assert_eq!(written.matches(&name).count(), 1 + 3_600 - 3_495);
    assert_eq!(decode(ONE(), &written).unwrap().record, read);
    assert_eq!(long(json_of(&written)), json_of(&text));
}
