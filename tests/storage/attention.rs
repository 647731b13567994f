//! The ways out for what needs attention: try again, mend in the form, remove, put back. What lies there is never touched
//! unless it is what the user has seen.

use tutup::domain::{Key, OpportunityEntry};
use tutup::storage::{CommitLock, KeyValue as _, Shelf, StorageError};
use tutup::workspace::CommitError;

use super::examples::{entry, id, key};
use super::tab::{NOW, Tab, json_of, sealed};

const OTHER: &str = "tutup:o:000000002";

/// Closed with a draft: it can be read and breaks R8. A later version has added a member.
const BROKEN: &str = r#"{"t":"Broken","cy":"MYR","cr":0,"mo":0,"zz":"kept","qu":[{"i":3,"n":"Offer","tt":5,"st":[["d",0]]}],
    "cl":[{"i":1,"o":"w","re":"w","on":"2026-01-01","at":0,"ar":5}]}"#;

fn with_broken() -> Tab {
    let (tab, _) = Tab::with_one();
    tab.plant_json(OTHER, BROKEN);
    Tab::on(&tab.store)
}

/// What is shown at this key.
fn seen(tab: &Tab, key: &str) -> String {
    tab.workspace.unreadable_at(key).map(|unreadable| unreadable.raw.clone()).unwrap_or_default()
}

fn moved(key: &str) -> StorageError {
    StorageError::Moved { key: key.to_owned() }
}

#[test]
fn try_again_takes_in_what_was_mended_and_nothing_else() {
    let (tab, _) = Tab::with_one();
    let good = tab.stored_one();
    tab.store.plant(&Tab::key_of_one(), &good[..50]);
    let mut tab = Tab::on(&tab.store);
    let writes = tab.store.writes();
    assert!(!tab.workspace.try_again(&Tab::key_of_one()));
    tab.store.plant(&Tab::key_of_one(), &good);
    assert!(tab.workspace.try_again(&Tab::key_of_one()));
    assert_eq!(tab.one().details.topic.as_str(), "ERP rollout");
    assert_eq!(tab.store.writes(), writes, "reading writes nothing");
    tab.assert_memory_is_disk();
}

#[test]
fn a_record_that_breaks_a_rule_is_mended_in_its_place_and_unknown_members_stay() {
    let mut tab = with_broken();
    let (broken, raw) = (tab.workspace.broken(id(2)).unwrap(), seen(&tab, OTHER));
    let mut entered = OpportunityEntry::of(&broken);
    entered.details.topic = super::examples::text("Mended");
    tab.workspace.mend(id(2), &raw, &entered, NOW).unwrap();
    assert_eq!(tab.workspace.unreadable().len(), 0);
    let mended = tab.workspace.book().opportunity(id(2)).unwrap().clone();
    assert_eq!((mended.details.topic.as_str(), mended.outcome()), ("Mended", None));
    assert!(mended.quote(key(3, 0)).is_some(), "its quote is kept");
    let stored = json_of(&tab.store.contents()[OTHER]);
    assert_eq!((stored["zz"].as_str(), stored["cl"][0]["i"].as_i64()), (Some("kept"), Some(1)));
    tab.assert_memory_is_disk();
}

#[test]
fn p3_what_changed_meanwhile_is_neither_mended_nor_removed() {
    let other = sealed(r#"1|8|{"t":"Theirs","cy":"MYR","cr":0,"mo":0}"#);
    for stored in [Some(other.as_str()), Some("half a val"), None] {
        let mut tab = with_broken();
        let raw = seen(&tab, OTHER);
        match stored {
            Some(stored) => tab.store.plant(OTHER, stored),
            None => tab.store.remove(OTHER).unwrap(),
        }
        let (state, writes) = (tab.state(), tab.store.writes());
        let error = tab.workspace.mend(id(2), &raw, &entry("Mine"), NOW).unwrap_err();
        assert_eq!(error, CommitError::Storage(moved(OTHER)), "{stored:?}");
        assert_eq!(tab.workspace.discard(OTHER, &raw), Err(moved(OTHER)), "{stored:?}");
        assert_eq!((tab.state(), tab.store.writes()), (state, writes), "{stored:?}");
    }
}

/// It was read again after the user had looked: what the user has not seen stays too.
#[test]
fn p3_what_was_read_again_since_it_was_seen_is_neither_mended_nor_removed() {
    let mut tab = with_broken();
    let raw = seen(&tab, OTHER);
    tab.plant_json(OTHER, &BROKEN.replace("Broken", "Broken anew"));
    assert!(tab.sees(OTHER));
    let state = tab.state();
    assert_eq!(tab.workspace.discard(OTHER, &raw), Err(moved(OTHER)));
    assert!(tab.workspace.mend(id(2), &raw, &entry("Mine"), NOW).is_err());
    assert_eq!(tab.state(), state);
}

#[test]
fn p4_exactly_what_was_seen_is_removed() {
    for raw in ["half a val", "", "00000000|1|1|{}", "line\u{2028}separator"] {
        let (tab, _) = Tab::with_one();
        for key in [OTHER, "tutup:o:no id", "tutup:x:00c0ffee.3:lists"] {
            tab.store.plant(key, raw);
        }
        let mut tab = Tab::on(&tab.store);
        let before = tab.store.contents();
        tab.workspace.discard("tutup:o:no id", raw).unwrap();
        let mut wanted = before.clone();
        wanted.remove("tutup:o:no id");
        assert_eq!(tab.store.contents(), wanted, "{raw:?}");
        tab.workspace.discard("tutup:x:00c0ffee.3:lists", raw).unwrap();
        tab.workspace.discard(OTHER, raw).unwrap();
        assert_eq!(tab.workspace.unreadable().len(), 0);
        assert_eq!(tab.workspace.discard(OTHER, raw), Err(moved(OTHER)), "it is gone already");
        tab.assert_memory_is_disk();
    }
}

#[test]
fn a_record_that_can_be_read_is_never_removed_this_way() {
    let (mut tab, _) = Tab::with_one();
    let key = Tab::key_of_one();
    let raw = tab.stored_one();
    assert_eq!(tab.workspace.discard(&key, &raw), Err(moved(&key)));
    assert!(tab.workspace.broken(id(1)).is_none());
    assert!(tab.workspace.mend(id(1), &raw, &entry("x"), NOW).is_err());
}

#[test]
fn nothing_is_removed_or_mended_while_an_act_is_unfinished_or_the_data_are_of_a_later_program() {
    let mut tab = with_broken();
    let raw = seen(&tab, OTHER);
    tab.store.plant("tutup:tx", "half a journal");
    assert_eq!(tab.workspace.discard(OTHER, &raw), Err(StorageError::Unfinished));
    assert_eq!(tab.workspace.mend(id(2), &raw, &entry("x"), NOW), Err(CommitError::NeedsLock));
    tab.store.remove("tutup:tx").unwrap();
    tab.store.plant("tutup:format", "3");
    let newer = StorageError::NewerFormat { found: "3".into() };
    assert_eq!(tab.workspace.discard(OTHER, &raw), Err(newer.clone()));
    assert_eq!(tab.workspace.mend(id(2), &raw, &entry("x"), NOW), Err(CommitError::Storage(newer)));
    assert!(tab.workspace.is_read_only());
    assert!(tab.store.contents().contains_key(OTHER));
}

#[test]
fn what_was_set_aside_is_put_back_where_nothing_lies() {
    let (tab, _) = Tab::with_one();
    let good = tab.stored_one();
    let aside = format!("tutup:x:00c0ffee.3:{}", "o:000000002");
    tab.store.plant(&aside, &good);
    let mut tab = Tab::on(&tab.store);
    assert_eq!(tab.workspace.free_target(&aside), Some(OTHER.to_owned()));
    tab.workspace.put_back(&CommitLock::held(), &aside).unwrap();
    assert_eq!((tab.store.contents().get(OTHER), tab.store.contents().get(&aside)), (Some(&good), None));
    assert!(tab.workspace.book().opportunity(id(2)).is_some());
    assert_eq!(tab.workspace.unreadable().len(), 0);
    tab.assert_memory_is_disk();
}

#[test]
fn p3_what_was_set_aside_is_not_put_over_anything_nor_what_is_no_record() {
    let (tab, _) = Tab::with_one();
    let good = tab.stored_one();
    let taken = format!("tutup:x:00c0ffee.3:o:{}", id(1));
    for (key, raw) in
        [(&taken, good.as_str()), (&"tutup:x:1.1:o:000000002".to_owned(), "half"), (&"tutup:x:tx".into(), "")]
    {
        tab.store.plant(key, raw);
        let mut fresh = Tab::on(&tab.store);
        assert_eq!(fresh.workspace.free_target(key), None, "{key}");
        let before = fresh.store.contents();
        assert_eq!(fresh.workspace.put_back(&CommitLock::held(), key), Err(moved(key)));
        assert_eq!(fresh.store.contents(), before);
    }
    let tab = Tab::on(&tab.store);
    assert_eq!(tab.workspace.instead_of(&taken), Some(good));
    assert_eq!(Shelf::Main.target(&taken), Some(Shelf::Main.key(Key::Opportunity(id(1)))));
}

#[test]
fn all_of_it_works_in_the_demonstration_and_leaves_the_users_book_alone() {
    let (tab, _) = Tab::with_one();
    let key = Shelf::Demo.key(Key::Opportunity(id(2)));
    tab.store.plant("tutup:demo:format", "1");
    tab.store.plant("tutup:demo:o:no id", "half");
    tab.plant_json(&key, BROKEN);
    let main = tab.store.contents().into_iter().filter(|(key, _)| !key.starts_with("tutup:demo:")).count();
    let mut demo = Tab::of(&tab.store, Shelf::Demo);
    let raw = seen(&demo, &key);
    demo.workspace.discard("tutup:demo:o:no id", "half").unwrap();
    demo.workspace.mend(id(2), &raw, &entry("Mended"), NOW).unwrap();
    assert_eq!(demo.workspace.discard(&Tab::key_of_one(), ""), Err(moved(&Tab::key_of_one())));
    let left = tab.store.contents().into_iter().filter(|(key, _)| !key.starts_with("tutup:demo:")).count();
    assert_eq!(left, main);
    demo.assert_memory_is_disk();
}

/// A page of the version that left format 1 reads the format before each of its writes, and stops.
#[test]
fn p3_mending_moves_the_format_on_before_it_writes() {
    let mut tab = with_broken();
    let key = Shelf::Main.key(Key::Opportunity(id(2)));
    let raw = seen(&tab, &key);
    tab.store.plant("tutup:format", "1");
    tab.workspace.mend(id(2), &raw, &entry("x"), NOW).unwrap();
    assert_eq!(tab.store.contents()["tutup:format"], "2");
    assert_ne!(tab.store.contents()[&key], raw);
}
