//! What holds of every restoring, tried on random books that were one once, or never.

use tutup::domain::Record;
use tutup::exchange::{Mode, Plan, Preview, Rule};
use tutup::storage::{CommitLock, FORMAT, Memory, Reserve, Shelf, commit_raw, decode};

use super::books::{Stored, backup_of, carry_out, lived_in, planned, record, say_the_same, two_of_one, units};

const SEEDS: u64 = 60;

const WAYS: [(Mode, Rule); 4] =
    [(Mode::Merge, Rule::Ours), (Mode::Merge, Rule::Theirs), (Mode::Merge, Rule::Newer), (Mode::Replace, Rule::Ours)];

fn each(mut test: impl FnMut(u64, &Stored, &Stored, Mode, Rule)) {
    println!("seeds 0..{SEEDS}");
    for seed in 0..SEEDS {
        let (now, file) = two_of_one(seed);
        for (now, file) in
            [(&now, &file), (&now, &lived_in(seed + 500)), (&now, &Stored::new()), (&Stored::new(), &file)]
        {
            for (mode, rule) in WAYS {
                test(seed, now, file, mode, rule);
            }
        }
    }
}

fn chosen(mode: Mode, rule: Rule, now: &Stored, file: &Stored) -> Plan {
    let mut plan = planned(mode, now, &backup_of(file));
    plan.choose_for_all(rule);
    plan
}

/// What belongs into a backup.
fn belongs(key: &str) -> bool {
    let name = key.strip_prefix("tutup:").unwrap();
    name.starts_with("o:") || name.starts_with("x:") || name == "lists" || name == "prefs"
}

#[test]
fn p2_every_value_ends_as_the_table_says() {
    let (mut values, mut conflicts) = (0, 0);
    each(|seed, now, file, mode, rule| {
        let plan = chosen(mode, rule, now, file);
        conflicts += plan.conflicts().len();
        let mut then = now.clone();
        carry_out(&mut then, &plan.writes());
        for key in now.keys().chain(file.keys()) {
            let at = format!("seed {seed}, {mode:?} {rule:?}, {key}");
            let (before, theirs, after) = (now.get(key), file.get(key), then.get(key));
            values += 1;
            if !belongs(key) {
                assert_eq!(after, before, "{at}");
                continue;
            }
            match (before, theirs) {
                (None, theirs) => assert_eq!(after, theirs, "{at}"),
                (Some(ours), _) if record(key, ours).is_none() => assert_eq!(after, before, "{at}"),
                (Some(_), None) if mode == Mode::Replace => assert_eq!(after, None, "{at}"),
                (Some(_), None) => assert_eq!(after, before, "{at}"),
                (Some(_), Some(theirs)) if record(key, theirs).is_none() => assert_eq!(after, before, "{at}"),
                (Some(ours), Some(theirs)) if say_the_same(ours, theirs) => assert_eq!(after, before, "{at}"),
                (Some(_), Some(theirs)) if mode == Mode::Replace => assert_eq!(after, Some(theirs), "{at}"),
                (Some(ours), Some(theirs)) => {
                    let key = record(key, ours).unwrap();
                    let [ours, theirs, after] = [ours, theirs, after.unwrap()].map(|raw| decode(key, raw).unwrap());
                    let [modified, theirs_modified] = [&ours, &theirs].map(|it| match &it.record {
                        Record::Opportunity(it) => Some(it.modified_on),
                        _ => None,
                    });
                    let newer = rule == Rule::Newer && theirs_modified > modified;
                    if rule == Rule::Theirs || newer {
                        assert_eq!(after.json(), theirs.json(), "{at}");
                        assert!(after.stamp.revision > ours.stamp.revision.max(theirs.stamp.revision), "{at}");
                    } else {
                        assert_eq!(after.stamp, ours.stamp, "{at}");
                    }
                }
            }
        }
    });
    println!("{values} values, {conflicts} conflicts");
    assert!(conflicts > 500, "{conflicts}");
}

#[test]
fn the_preview_says_what_happens() {
    let mut sum = Preview::default();
    each(|seed, now, file, mode, rule| {
        let plan = chosen(mode, rule, now, file);
        let (preview, writes, space) = (plan.preview(), plan.writes(), plan.space());
        let mut then = now.clone();
        carry_out(&mut then, &writes);
        let at = format!("seed {seed}, {mode:?} {rule:?}: {preview:?}");
        let appeared = then.keys().filter(|key| !now.contains_key(*key)).count();
        let removed = now.keys().filter(|key| !then.contains_key(*key)).count();
        let changed = now.iter().filter(|(key, value)| then.get(*key).is_some_and(|new| new != *value)).count();
        assert_eq!(appeared, preview.added + preview.added_unreadable + preview.added_later, "{at}");
        assert_eq!((removed, changed), (preview.removed, preview.replaced + preview.theirs), "{at}");
        assert_eq!(writes.len(), appeared + removed + changed, "{at}");
        assert!(writes.is_sorted_by(|one, other| one.key < other.key), "{at}");
        for (stored, count) in [(now, preview.now), (&then, preview.then)] {
            let records: Vec<_> = stored.iter().filter(|(key, raw)| record(key, raw).is_some()).collect();
            let opportunities = records.iter().filter(|(key, _)| key.starts_with("tutup:o:")).count();
            assert_eq!((records.len(), opportunities), (count.records, count.opportunities), "{at}");
            let unreadable = stored.iter().filter(|(key, raw)| belongs(key) && record(key, raw).is_none()).count();
            let added = if stored == now { 0 } else { preview.added_unreadable + preview.added_later };
            assert_eq!(unreadable, preview.stays + added, "{at}");
        }
        let taken = preview.added + preview.added_unreadable + preview.added_later + preview.replaced + preview.same;
        let entries = file.keys().filter(|key| belongs(key)).count();
        assert_eq!(entries, taken + preview.ours + preview.theirs + preview.left_out, "{at}");
        assert_eq!((space.now, space.then), (units(now), units(&then)), "{at}");
        add(&mut sum, preview);
    });
    println!("{sum:?}");
    let kinds = [sum.added, sum.added_unreadable, sum.added_later, sum.replaced, sum.removed, sum.same];
    let kinds = kinds.into_iter().chain([sum.ours, sum.theirs, sum.stays, sum.left_out]);
    assert!(kinds.into_iter().all(|count| count > 50));
}

/// No more room than the plan says, and what is not there is not missed.
#[test]
fn p2_the_storage_carries_out_what_the_plan_says_in_the_room_that_it_says() {
    let mut carried_out = 0;
    each(|seed, now, file, mode, rule| {
        let at = format!("seed {seed}, {mode:?} {rule:?}");
        let mut now = now.clone();
        now.retain(|key, _| !key.starts_with("tutup:s:") && key != "tutup:tx");
        for large in [0, 40_000] {
            let mut file = file.clone();
            file.insert("tutup:o:large".into(), "日\"".repeat(large / 2));
            let plan = chosen(mode, rule, &now, &file);
            let store = Memory::new();
            for (key, value) in &now {
                store.plant(key, value);
            }
            // A book that was never written to has no format yet.
            store.plant("tutup:format", "1");
            let format = if now.contains_key("tutup:format") { 0 } else { "tutup:format1".len() };
            let store = store.with_capacity(plan.space().peak + format);
            commit_raw(&store, Shelf::Main, &CommitLock::held(), &plan.writes(), Reserve::Keep).expect(&at);
            let mut then = now.clone();
            carry_out(&mut then, &plan.writes());
            then.insert("tutup:format".into(), if plan.writes().is_empty() { "1" } else { FORMAT }.into());
            assert_eq!(store.contents(), then, "{at}");
            assert!(chosen(mode, rule, &store.contents(), &file).writes().is_empty(), "{at}");
            carried_out += 1;
        }
    });
    println!("{carried_out} plans carried out");
}

#[test]
fn restoring_twice_changes_nothing_the_second_time() {
    each(|seed, now, file, mode, rule| {
        let mut then = now.clone();
        carry_out(&mut then, &chosen(mode, rule, now, file).writes());
        for again in WAYS.into_iter().filter(|(again, next)| *again == mode && (*next == rule || mode == Mode::Replace))
        {
            let plan = chosen(again.0, again.1, &then, file);
            assert_eq!(plan.writes(), [], "seed {seed}, {mode:?} {rule:?}");
        }
        if rule == Rule::Theirs || mode == Mode::Replace {
            assert_eq!(chosen(Mode::Merge, Rule::Theirs, &then, file).conflicts(), []);
        }
    });
}

fn add(sum: &mut Preview, more: Preview) {
    sum.added += more.added;
    sum.added_unreadable += more.added_unreadable;
    sum.added_later += more.added_later;
    sum.replaced += more.replaced;
    sum.removed += more.removed;
    sum.same += more.same;
    sum.ours += more.ours;
    sum.theirs += more.theirs;
    sum.stays += more.stays;
    sum.left_out += more.left_out;
}
