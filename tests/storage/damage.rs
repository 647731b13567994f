//! Values that are no records: they stay where they are, byte for byte, and the rest loads.

use tutup::domain::{Breach, Command, Key, ListsCommand, OpportunityCommand};
use tutup::storage::{Damage, FORMAT, FieldDamage, Flaw, Shelf, StorageError};
use tutup::workspace::{CommitError, View};

use super::examples::{id, key, long, text};
use super::tab::{Tab, sealed};

const OTHER: &str = "tutup:o:000000002";

/// What is said about this value beside a book that is otherwise fine.
fn damage_of(storage_key: &str, raw: &str) -> Damage {
    let (tab, _) = Tab::with_one();
    tab.store.plant(storage_key, raw);
    let before = tab.store.contents();
    let mut fresh = Tab::on(&tab.store);
    let unreadable: Vec<_> = fresh.workspace.unreadable().cloned().collect();
    let [only] = unreadable.as_slice() else { panic!("{unreadable:?} for {raw}") };
    assert_eq!((only.key.as_str(), only.raw.as_str()), (storage_key, raw));
    // The rest is there, and can be worked on; the damaged value stays.
    assert_eq!(fresh.one(), tab.one());
    assert_eq!(fresh.workspace.index().count(View::All), 1);
    fresh.act(OpportunityCommand::AddNote(long("x")));
    fresh.workspace.undo().unwrap();
    assert_eq!(fresh.store.contents()[storage_key], before[storage_key]);
    only.why.clone()
}

fn damage_in(json: &str) -> Damage {
    damage_of(OTHER, &sealed(&format!("1|7|{json}")))
}

fn field(path: &str, flaw: Flaw) -> Damage {
    Damage::Field(FieldDamage { path: path.into(), flaw })
}

#[test]
fn p4_altered_and_cut_values_are_left_alone() {
    let (tab, _) = Tab::with_one();
    let good = tab.stored_one();
    let flipped = good.replace("rollout", "rolloat");
    assert_eq!(damage_of(OTHER, &flipped), Damage::Checksum);
    assert_eq!(damage_of(OTHER, &good[..good.len() - 1]), Damage::Checksum);
    assert_eq!(damage_of(OTHER, &good[..20]), Damage::Checksum);
    assert_eq!(damage_of(OTHER, &good[..5]), Damage::Envelope);
    assert_eq!(damage_of(OTHER, ""), Damage::Envelope);
    assert_eq!(damage_of(OTHER, "{}"), Damage::Envelope);
    assert_eq!(damage_of(OTHER, &good.replacen(&good[..8], &good[..8].to_uppercase(), 1)), Damage::Envelope);
    assert_eq!(damage_of(OTHER, &format!("{:08x}{}", 1, &good[8..])), Damage::Checksum);
}

#[test]
fn p4_what_a_later_version_wrote_is_left_alone() {
    assert_eq!(damage_of(OTHER, &sealed("3|1|{}")), Damage::NewerSchema { schema: 3 });
    assert_eq!(damage_of(OTHER, &sealed("900|1|anything")), Damage::NewerSchema { schema: 900 });
}

#[test]
fn p4_what_is_no_json_is_left_alone() {
    assert_eq!(damage_in(r#"{"t":"A""#), Damage::Json { at: 8 });
    assert_eq!(damage_in("{nonsense}"), Damage::Json { at: 2 });
    assert_eq!(damage_in(""), Damage::Json { at: 0 });
    assert!(matches!(damage_in(r#"{"t":"\ud800","cy":"MYR","cr":0,"mo":0}"#), Damage::Json { .. }));
    assert!(matches!(damage_in("[1]"), Damage::Field(_) | Damage::Json { .. }));
    assert!(matches!(damage_in(&"[".repeat(1000)), Damage::Field(_) | Damage::Json { .. }));
}

#[test]
fn a_bad_member_is_named_with_the_way_to_it() {
    let with = |members: &str| damage_in(&format!(r#"{{"t":"A","cy":"MYR","cr":0,"mo":0{members}}}"#));
    assert_eq!(damage_in(r#"{"cy":"MYR","cr":0,"mo":0}"#), field("t", Flaw::Missing));
    assert_eq!(damage_in(r#"{"t":"A","cr":0,"mo":0}"#), field("cy", Flaw::Missing));
    assert_eq!(damage_in(r#"{"t":"A","cy":"MYR","mo":0}"#), field("cr", Flaw::Missing));
    assert_eq!(damage_in(r#"{"t":" A","cy":"MYR","cr":0,"mo":0}"#), field("t", Flaw::Invalid));
    assert_eq!(damage_in(r#"{"t":"","cy":"MYR","cr":0,"mo":0}"#), field("t", Flaw::Invalid));
    assert_eq!(damage_in(r#"{"t":"A","cy":"XYZ","cr":0,"mo":0}"#), field("cy", Flaw::Invalid));
    for members in [
        r#""er":-1"#,
        r#""er":1.5"#,
        r#""er":"5""#,
        r#""er":99999999999999999999"#,
        r#""ec":"2026-02-30""#,
        r#""ec":"1/2/2026""#,
        r#""ec":"1969-12-31""#,
        r#""pr":101"#,
        r#""ra":"x""#,
        r#""sg":5"#,
        r#""sg":{}"#,
        r#""de":"bell \u0007""#,
        r#""ca":1"#,
        r#""qu":{}"#,
    ] {
        assert_eq!(with(&format!(",{members}")), field(&members[1..3], Flaw::Invalid), "{members}");
    }
    assert_eq!(with(r#","er":1,"ca":true"#), field("er", Flaw::Misplaced));
    assert_eq!(with(r#","t":"B""#), field("t", Flaw::Invalid));
    assert_eq!(with(r#","ln":[{"i":1,"n":"a"},{"i":2}]"#), field("ln[1].n", Flaw::Missing));
    assert_eq!(with(r#","ln":[{"i":1,"n":"a","qa":5}]"#), field("ln[0].qa", Flaw::Misplaced));
    assert_eq!(with(r#","no":[{"i":1,"at":5}]"#), field("no[0].tx", Flaw::Missing));
    let quote = |steps: &str| with(&format!(r#","qu":[{{"i":1,"n":"a","st":[["d",0],{steps}]}}]"#));
    assert_eq!(quote(r#"["w",0]"#), field("qu[0].st[1][2]", Flaw::Missing));
    assert_eq!(quote(r#"["w",0,null]"#), field("qu[0].st[1][2]", Flaw::Missing));
    assert_eq!(quote(r#"["a",0,"2026-01-01"]"#), field("qu[0].st[1][2]", Flaw::Misplaced));
    assert_eq!(quote(r#"["z",0]"#), field("qu[0].st[1][0]", Flaw::Invalid));
    assert_eq!(quote(r#"["a","soon"]"#), field("qu[0].st[1][1]", Flaw::Invalid));
    assert_eq!(quote("[]"), field("qu[0].st[1][0]", Flaw::Missing));
    assert_eq!(quote(r#"{"s":"a"}"#), field("qu[0].st[1]", Flaw::Invalid));
    assert_eq!(with(r#","sc":[["q","d"]]"#), field("sc[0][2]", Flaw::Missing));
}

#[test]
fn a_bad_closing_is_named_with_the_way_to_it() {
    let with = |closings: &str| damage_in(&format!(r#"{{"t":"A","cy":"MYR","cr":0,"mo":0,"cl":[{closings}]}}"#));
    let won = r#""i":1,"o":"w","re":"w","on":"2026-01-01","at":0"#;
    assert_eq!(with(&format!("{{{won}}}")), field("cl[0].ar", Flaw::Missing));
    assert_eq!(with(&format!(r#"{{{won},"ar":1,"cn":"Rel"}}"#)), field("cl[0].cn", Flaw::Misplaced));
    assert_eq!(with(&format!(r#"{{{won},"ar":1,"rv":"2026-01-01"}}"#)), field("cl[0].rv", Flaw::Misplaced));
    assert_eq!(with(&format!(r#"{{{won},"ar":1,"xb":"r"}}"#)), field("cl[0].xa", Flaw::Missing));
    assert_eq!(with(&format!(r#"{{{won},"ar":1,"xa":1}}"#)), field("cl[0].xb", Flaw::Missing));
    let lost = r#"{"i":2,"o":"l","re":"n","on":"2026-01-01","at":0"#;
    assert_eq!(with(&format!(r#"{{{won},"ar":1}},{lost}}}"#)), field("cl[0].xb", Flaw::Missing));
    assert_eq!(with(&format!(r#"{lost},"ci":"000000001"}}"#)), field("cl[0].cn", Flaw::Missing));
    assert_eq!(with(&format!(r#"{lost},"sq":[[1,0,"ax"]]}}"#)), field("cl[0].sq[0][2]", Flaw::Invalid));
    assert_eq!(with(&format!("{lost}}}")), Damage::Rules(vec![Breach::ClosingNumbers]));
    let closed = format!(r#"{{{won},"ar":1}}],"os":"h","zz":[0"#);
    assert_eq!(with(&closed), field("os", Flaw::Misplaced));
}

#[test]
fn p4_r8_a_closed_opportunity_with_an_open_quote_is_shown_as_broken_not_mended() {
    let json = r#"{"t":"A","cy":"MYR","cr":0,"mo":0,"qu":[{"i":3,"n":"Offer","st":[["d",0]]}],
        "cl":[{"i":1,"o":"w","re":"w","on":"2026-01-01","at":0,"ar":5}]}"#;
    assert_eq!(damage_in(json), Damage::Rules(vec![Breach::OpenQuote(key(3, 0))]));
}

#[test]
fn p4_a_key_that_names_no_id_is_shown() {
    let (tab, _) = Tab::with_one();
    assert_eq!(damage_of("tutup:o:not-an-id", &tab.stored_one()), Damage::Key);
}

#[test]
fn p4_damaged_lists_are_replaced_by_those_of_a_new_book_and_not_written_over() {
    let double = r#"{"re":[{"i":"w","k":"w"},{"i":"w","k":"w"}]}"#;
    let sealed = sealed(&format!("1|7|{double}"));
    assert_eq!(damage_of("tutup:lists", &sealed), field("re[1].i", Flaw::Double));
    let (mut tab, _) = Tab::with_one();
    tab.store.plant("tutup:lists", &sealed);
    tab.workspace.reload();
    let state = tab.state();
    let add = ListsCommand::AddCompetitor { id: id(5), name: text("Relecloud") };
    let Err(CommitError::Storage(StorageError::Unreadable(found))) = tab.commit(&Command::Lists(add)) else { panic!() };
    assert_eq!(found.raw, sealed);
    assert_eq!(tab.state(), state);
}

#[test]
fn p4_a_later_format_is_read_as_far_as_possible_and_never_written() {
    for found in ["3", "", "1 ", "01", "nonsense"] {
        let (mut tab, _) = Tab::with_one();
        let note = Command::Opportunity(id(1), OpportunityCommand::AddNote(long("x")));
        tab.store.plant("tutup:format", found);
        let mut later = Tab::on(&tab.store);
        assert!(later.workspace.is_read_only());
        assert_eq!(later.one(), tab.one());
        let (state, writes) = (later.state(), later.store.writes());
        let newer = CommitError::Storage(StorageError::NewerFormat { found: found.into() });
        assert_eq!(later.commit(&note), Err(newer.clone()));
        assert_eq!((later.state(), later.store.writes()), (state, writes));

        // A tab that was open before notices at its next act, or is told.
        assert!(!tab.workspace.is_read_only());
        assert_eq!(tab.commit(&note), Err(newer));
        assert!(tab.workspace.is_read_only());
        assert!(tab.workspace.undo().is_err());
        tab.store.plant("tutup:format", FORMAT);
        assert!(tab.sees("tutup:format"));
        assert!(!tab.workspace.is_read_only());
        tab.commit(&note).unwrap();
    }
}

#[test]
fn a_mended_value_is_taken_in_again() {
    let (mut tab, _) = Tab::with_one();
    let good = tab.stored_one();
    tab.store.plant(&Tab::key_of_one(), &good[..50]);
    tab.workspace.reload();
    assert_eq!(tab.workspace.unreadable().len(), 1);
    tab.store.plant(&Tab::key_of_one(), &good);
    assert!(tab.sees(&Tab::key_of_one()));
    assert_eq!(tab.workspace.unreadable().len(), 0);
    assert_eq!(tab.workspace.index().count(View::Open), 1);
    assert_eq!(Shelf::Main.key(Key::Opportunity(tab.one().id)), Tab::key_of_one());
}
