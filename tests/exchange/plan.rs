//! What restoring would do: the table, the choices, the figures.

use tutup::domain::{Breach, Key};
use tutup::exchange::{
    Backup, BackupError, Count, LeftOut, Mode, PlanError, Preview, Rule, Shrink, Side, Space, Stay, WhyLeftOut, plan,
    read,
};
use tutup::storage::{Damage, LARGEST_INLINE, Write, decode, encode};

use super::books::{
    Stored, backup_of, carry_out, file_of, json_of, marked, name, opportunity, planned, preferences, stored, units,
};
use super::examples::{full, id, record};
use super::tab::sealed;

const BOTH: [Mode; 2] = [Mode::Merge, Mode::Replace];

fn key(number: u64) -> Key {
    Key::Opportunity(id(number))
}

fn topics(stored: &Stored) -> Vec<&str> {
    stored.values().filter_map(|raw| json_of(raw).split("\"t\":\"").nth(1)?.split('"').next()).collect()
}

/// One is in both and the same, two in both and not the same, three only stored, four only in the file.
fn now_and_file() -> (Stored, Stored) {
    let [one, ours, three] = [opportunity("One", 1, 1), opportunity("Ours", 2, 4), opportunity("Three", 3, 1)];
    let [theirs, four] = [opportunity("Theirs", 3, 9), opportunity("Four", 4, 6)];
    // Restored somewhere once, and otherwise untouched.
    let again = opportunity("One", 1, 7);
    let now = stored([(&name(1), &one), (&name(2), &ours), (&name(3), &three), ("format", "1")]);
    (now, stored([(&name(1), &again), (&name(2), &theirs), (&name(4), &four)]))
}

#[test]
fn merging_adds_what_is_missing_and_keeps_ours_until_something_else_is_chosen() {
    let (mut now, file) = now_and_file();
    let plan = planned(Mode::Merge, &now, &backup_of(&file));
    let [conflict] = plan.conflicts() else { panic!() };
    assert_eq!((conflict.key, plan.side(conflict), plan.rule()), (key(2), Side::Ours, Rule::Ours));
    let facts =
        [&conflict.ours, &conflict.theirs].map(|it| (it.topic().unwrap(), it.modified_on().unwrap().0, it.revision));
    assert_eq!(facts, [("Ours", 2, 4), ("Theirs", 3, 9)]);
    let expected = Preview {
        added: 1,
        same: 1,
        ours: 1,
        now: Count { opportunities: 3, records: 3 },
        then: Count { opportunities: 4, records: 4 },
        ..Preview::default()
    };
    assert_eq!(plan.preview(), expected);
    let four = format!("tutup:{}", name(4));
    assert_eq!(plan.writes(), [Write { key: four.clone(), over: None, value: Some(file[&four].clone()) }]);
    carry_out(&mut now, &plan.writes());
    assert_eq!(topics(&now), ["One", "Ours", "Three", "Four"]);
}

#[test]
fn taking_theirs_writes_a_version_that_neither_side_has_read() {
    let (mut now, file) = now_and_file();
    let mut plan = planned(Mode::Merge, &now, &backup_of(&file));
    plan.choose(key(2), Side::Theirs);
    assert_eq!((plan.preview().ours, plan.preview().theirs), (0, 1));
    carry_out(&mut now, &plan.writes());
    assert_eq!(topics(&now), ["One", "Theirs", "Three", "Four"]);
    let two = format!("tutup:{}", name(2));
    assert_eq!(decode(key(2), &now[&two]).unwrap().stamp.revision, 10);
    assert_eq!(json_of(&now[&two]), json_of(&file[&two]));
}

#[test]
fn replacing_makes_the_book_as_in_the_file() {
    let (mut now, file) = now_and_file();
    let plan = planned(Mode::Replace, &now, &backup_of(&file));
    assert_eq!((plan.mode(), plan.conflicts()), (Mode::Replace, &[][..]));
    let preview = plan.preview();
    assert_eq!((preview.added, preview.replaced, preview.removed, preview.same), (1, 1, 1, 1));
    let [removed, replaced] = [plan.removed().collect::<Vec<_>>(), plan.replaced().collect()];
    assert_eq!((removed[0].0, removed[0].1.topic(), removed.len()), (key(3), Some("Three"), 1));
    assert_eq!((replaced[0].0, replaced[0].1.topic(), replaced.len()), (key(2), Some("Ours"), 1));
    carry_out(&mut now, &plan.writes());
    assert_eq!(topics(&now), ["One", "Theirs", "Four"]);
    let two = format!("tutup:{}", name(2));
    assert_eq!(now[&two], file[&two]);
    assert_eq!(now["tutup:format"], "1");
}

#[test]
fn a_rule_holds_for_every_conflict_that_nothing_else_is_chosen_for() {
    let versions = |topic, times: [i64; 3]| {
        let records = times.map(|modified_on| opportunity(topic, modified_on, 1));
        stored([(&name(1), &records[0]), (&name(2), &records[1]), (&name(3), &records[2])])
    };
    let (mut now, mut file) = (versions("Ours", [1, 2, 3]), versions("Theirs", [3, 2, 1]));
    now.insert("tutup:prefs".into(), preferences("MYR", 1));
    file.insert("tutup:prefs".into(), preferences("SGD", 90));
    let mut plan = planned(Mode::Merge, &now, &backup_of(&file));
    let sides = |plan: &tutup::exchange::Plan| plan.conflicts().iter().map(|it| plan.side(it)).collect::<Vec<_>>();
    let (o, t) = (Side::Ours, Side::Theirs);
    assert_eq!(sides(&plan), [o, o, o, o]);
    for (rule, expected) in [(Rule::Theirs, [t, t, t, t]), (Rule::Newer, [t, o, o, o]), (Rule::Ours, [o, o, o, o])] {
        plan.choose(key(1), t);
        plan.choose_for_all(rule);
        assert_eq!((sides(&plan), plan.rule()), (expected.to_vec(), rule));
    }
    plan.choose(Key::Preferences, t);
    plan.choose(key(9), t);
    assert_eq!(sides(&plan), [o, o, o, t]);
    carry_out(&mut now, &plan.writes());
    assert_eq!(json_of(&now["tutup:prefs"]), r#"{"cy":"SGD"}"#);
}

#[test]
fn members_that_nobody_knows_come_along_at_every_depth() {
    let theirs = marked("tutup:o:000000001", &encode(&record(full()), None).unwrap()).unwrap();
    assert!(theirs.matches("\"zz\":{\"deep\"").count() > 12, "{theirs}");
    let file = stored([(&name(1), &theirs)]);
    for now in [stored([]), stored([(&name(1), &opportunity("A", 1, 41))])] {
        for mode in BOTH {
            let mut now = now.clone();
            let mut plan = planned(mode, &now, &backup_of(&file));
            plan.choose_for_all(Rule::Theirs);
            carry_out(&mut now, &plan.writes());
            assert_eq!(json_of(&now["tutup:o:000000001"]), json_of(&theirs));
        }
    }
}

#[test]
fn p4_stored_bytes_that_cannot_be_read_stay_whatever_is_restored() {
    let broken = sealed(
        r#"1|1|{"cl":[{"at":0,"ar":1,"i":2,"o":"w","on":"2026-01-01","re":"w"}],"cr":0,"cy":"MYR","mo":0,"t":"A"}"#,
    );
    let later = sealed(r#"3|1|{"new":1}"#);
    let now = stored([
        (&name(1), "nonsense"),
        (&name(2), &broken),
        (&name(3), &later),
        ("o:no-id", "nonsense"),
        ("x:lists:00", "aside"),
        ("lists", "nonsense"),
    ]);
    let good = |number| opportunity("Good", number, 1);
    let [one, two, three] = [good(1), good(2), good(3)];
    let lists = sealed("1|1|{}");
    let file = stored([
        (&name(1), &one),
        (&name(2), &two),
        (&name(3), &three),
        ("o:no-id", &one),
        ("x:lists:00", "other"),
        ("lists", &lists),
    ]);
    let whys = [Damage::Envelope, Damage::Envelope, Damage::Rules(vec![Breach::ClosingNumbers])];
    let whys = whys.into_iter().chain([Damage::NewerSchema { schema: 3 }, Damage::Key, Damage::Aside]);
    let stays: Vec<Stay> = now.keys().zip(whys).map(|(key, why)| Stay { key: key.clone(), why }).collect();
    let taken = |key: &String| LeftOut { key: key.clone(), why: WhyLeftOut::PlaceTaken };
    for mode in BOTH {
        let plan = planned(mode, &now, &backup_of(&file));
        assert_eq!((plan.writes(), plan.stays()), (vec![], &stays[..]), "{mode:?}");
        assert_eq!(plan.left_out(), now.keys().map(taken).collect::<Vec<_>>());
        assert_eq!((plan.preview().stays, plan.preview().left_out), (6, 6));

        let nothing = planned(mode, &now, &backup_of(&stored([])));
        assert_eq!((nothing.writes(), nothing.stays(), nothing.left_out()), (vec![], &stays[..], &[][..]));

        let same = planned(mode, &now, &backup_of(&now));
        assert_eq!((same.writes(), same.stays(), same.left_out()), (vec![], &stays[..], &[][..]));
        assert_eq!(same.preview().same, 6);
    }
}

#[test]
fn p4_what_cannot_be_read_in_the_file_gets_only_where_nothing_lies() {
    let later = sealed(r#"3|1|{"new":1}"#);
    let file = stored([(&name(1), "nonsense"), (&name(2), &later), ("x:lists:00", "aside"), ("o:no-id", "x")]);
    for mode in BOTH {
        let plan = planned(mode, &stored([]), &backup_of(&file));
        let preview = plan.preview();
        assert_eq!((preview.added, preview.added_unreadable, preview.added_later), (0, 3, 1));
        assert_eq!((preview.then, plan.left_out()), (Count::default(), &[][..]));
        let mut now = stored([]);
        carry_out(&mut now, &plan.writes());
        assert_eq!(now, file);

        let mut now = stored([(&name(1), &opportunity("One", 1, 1)), (&name(2), &opportunity("Two", 1, 1))]);
        let before = now.clone();
        let plan = planned(mode, &now, &backup_of(&file));
        let left_out = [(1, Damage::Envelope), (2, Damage::NewerSchema { schema: 3 })];
        let left_out = left_out
            .map(|(number, why)| LeftOut { key: format!("tutup:{}", name(number)), why: WhyLeftOut::Unreadable(why) });
        assert_eq!(plan.left_out(), left_out);
        carry_out(&mut now, &plan.writes());
        assert_eq!(now.len(), 4);
        assert!(before.iter().all(|(key, value)| now[key] == *value));
    }
}

#[test]
fn p4_a_stored_format_of_a_later_version_is_not_touched() {
    for found in ["3", "", "01"] {
        for mode in BOTH {
            let refused = plan(mode, &stored([("format", found)]), &backup_of(&stored([])));
            assert_eq!(refused, Err(PlanError::LaterFormat { found: found.into() }));
        }
    }
}

#[test]
fn p4_what_was_salvaged_replaces_nothing() {
    let (mut now, file) = now_and_file();
    let text = file_of(&file).replace("Four", "Fear");
    let Err(BackupError::Damaged { salvage }) = read(text.as_bytes()) else { panic!() };
    assert_eq!(plan(Mode::Replace, &now, &salvage), Err(PlanError::Salvaged));
    let mut plan = planned(Mode::Merge, &now, &salvage);
    plan.choose_for_all(Rule::Theirs);
    carry_out(&mut now, &plan.writes());
    assert_eq!(topics(&now), ["One", "Theirs", "Three"]);
}

#[test]
fn a_backup_that_takes_most_away_is_said() {
    let book = |count: u64, others: bool| {
        let mut book: Stored = (0..count).map(|n| (format!("tutup:{}", name(n)), opportunity("A", 1, 1))).collect();
        if others {
            book.insert("tutup:prefs".into(), preferences("MYR", 1));
        }
        book
    };
    for (now, then, shrinks) in [
        ((5, true), (0, true), true),
        ((5, true), (2, true), true),
        ((4, true), (2, true), false),
        ((5, true), (3, false), false),
        ((1, false), (0, false), true),
        ((1, true), (0, true), true),
        ((0, true), (0, false), true),
        ((0, false), (0, false), false),
        ((0, true), (1, false), false),
        ((0, false), (5, true), false),
    ] {
        let (stored, backup) = (book(now.0, now.1), backup_of(&book(then.0, then.1)));
        let count = |(count, others): (u64, bool)| Count {
            opportunities: usize::try_from(count).unwrap(),
            records: usize::try_from(count).unwrap() + usize::from(others),
        };
        let expected = shrinks.then(|| Shrink { now: count(now), then: count(then) });
        assert_eq!(planned(Mode::Replace, &stored, &backup).shrinks(), expected, "{now:?} {then:?}");
        assert_eq!(planned(Mode::Merge, &stored, &backup).shrinks(), None);
    }
}

#[test]
fn what_cannot_be_read_does_not_make_a_backup_larger() {
    let now = stored([(&name(1), &opportunity("A", 1, 1)), (&name(2), "nonsense")]);
    let file = stored([(&name(3), "nonsense"), (&name(4), "nonsense")]);
    let plan = planned(Mode::Replace, &now, &backup_of(&file));
    let now = Count { opportunities: 1, records: 1 };
    assert_eq!(plan.shrinks(), Some(Shrink { now, then: Count::default() }));
}

#[test]
fn the_room_is_counted_in_utf_16_units_with_old_and_new_side_by_side() {
    let (now, file) = (stored([(&name(1), "nonsense"), ("kept", "😀")]), stored([(&name(2), "日本😀")]));
    let plan = planned(Mode::Merge, &now, &backup_of(&file));
    // "tutup:o:000000001" has 17 units, "tutup:kept" 10. What is so small lies in the redo record itself.
    let space = Space { now: 17 + 8 + 10 + 2, then: 37 + 17 + 4, peak: 37 + LARGEST_INLINE + 50 + 17 + 4 };
    assert_eq!(plan.space(), space);

    let large = "x".repeat(LARGEST_INLINE);
    let plan = planned(Mode::Merge, &now, &backup_of(&stored([(&name(2), "日本😀"), (&name(3), &large)])));
    let [small, large] = [17 + 4, 17 + LARGEST_INLINE];
    let then = 37 + small + large;
    let redo_record = 50 + 2 * (50 + 17);
    let peak = 37 + (2 + small) + (2 + large) + redo_record + large;
    assert_eq!(plan.space(), Space { now: 37, then, peak });

    let (now, file) = now_and_file();
    let mut plan = planned(Mode::Merge, &now, &backup_of(&file));
    let mut then = now.clone();
    carry_out(&mut then, &plan.writes());
    assert_eq!((plan.space().now, plan.space().then), (units(&now), units(&then)));
    let ours = plan.space();
    plan.choose_for_all(Rule::Theirs);
    let mut then = now.clone();
    carry_out(&mut then, &plan.writes());
    assert_eq!(plan.space().then, units(&then));
    assert!(plan.space().peak > ours.peak);

    let nothing = planned(Mode::Merge, &now, &backup_of(&stored([])));
    let units = units(&now);
    assert_eq!(nothing.space(), Space { now: units, then: units, peak: units });
}

#[test]
fn an_empty_file_adds_nothing_and_asks_before_it_takes() {
    let (now, _) = now_and_file();
    let empty: Backup = backup_of(&stored([]));
    assert_eq!(planned(Mode::Merge, &now, &empty).writes(), []);
    let replace = planned(Mode::Replace, &now, &empty);
    assert!(replace.shrinks().is_some());
    assert_eq!(replace.preview().removed, 3);
}
