//! Every stored value of the sample book and an old one, damaged at every position: the damage stays where it is.

use std::rc::Rc;

use tutup::domain::{Command, Key, OpportunityCommand, Preferences, Theme};
use tutup::storage::{Loaded, Memory, Place, Shelf, load};
use tutup::workspace::sample;

use super::examples::{id, long};
use super::record::{Verdict, check, resealed};
use super::tab::{NOW, Tab};
use super::versions::schema_1;

const SHELF: Shelf = Shelf::Demo;

/// Of so many damaged values one is put on the shelf and the shelf is loaded; of so many loads, one is worked on.
const LOADED: usize = 29;
const WORKED_ON: usize = 50;

fn full_shelf() -> Rc<Memory> {
    let mut tab = Tab::of(&Rc::new(Memory::new()), SHELF);
    sample::fill(&mut tab.workspace, NOW).unwrap();
    let dark = Preferences { theme: Some(Theme::Dark), ..Preferences::default() };
    tab.commit(&Command::Preferences(dark)).unwrap();
    // And one that an earlier version wrote, with every member that can be there.
    let old = schema_1().into_iter().find(|(_, key, _)| *key == Some(Key::Opportunity(id(1)))).unwrap();
    tab.store.plant(&SHELF.key(Key::Opportunity(id(1))), old.2);
    assert_eq!(tab.store.contents().len(), 24 + 3 + 1);
    tab.store
}

/// The text with each character in turn replaced by four others, and cut at each length.
fn damaged(text: &str) -> impl Iterator<Item = String> {
    text.char_indices().flat_map(move |(at, c)| {
        let flipped = char::from_u32(u32::from(c) ^ 1).unwrap();
        let with = move |other: char| [&text[..at], &other.to_string(), &text[at + c.len_utf8()..]].concat();
        let others = [flipped, '7', '"', '\u{2028}'].into_iter().filter(move |other| *other != c);
        others.map(with).chain([text[..at].to_owned()])
    })
}

#[derive(Debug, Default)]
struct Tally {
    as_it_was: usize,
    resealed: usize,
    still_a_record: usize,
    loads: usize,
    worked_on: usize,
}

#[test]
fn p4_wherever_a_value_is_damaged_only_its_own_record_needs_attention() {
    let store = full_shelf();
    let whole = load(&store, SHELF);
    let mut tally = Tally::default();
    for (key, value) in store.contents() {
        let Some(Place::Record(record)) = SHELF.place(&key) else { continue };
        for text in damaged(&value) {
            tally.as_it_was += 1;
            assert_eq!(check(record, &text), Verdict::Unsealed, "{text}");
            if tally.as_it_was.is_multiple_of(LOADED) {
                on_the_shelf(&store, &whole, (&key, record), &text, &mut tally);
            }

            let sealed = resealed(&text);
            if sealed == text || sealed == value {
                continue;
            }
            tally.resealed += 1;
            tally.still_a_record += usize::from(check(record, &sealed) == Verdict::Read);
            if tally.resealed.is_multiple_of(LOADED) {
                on_the_shelf(&store, &whole, (&key, record), &sealed, &mut tally);
            }
        }
        store.plant(&key, &value);
    }
    println!("{tally:?}");
    assert!(tally.as_it_was > 60_000 && tally.resealed > 60_000, "{tally:?}");
    assert!(tally.loads > 4_000 && tally.worked_on > 80, "{tally:?}");
}

/// Puts the damaged value in its place and reads the shelf: what it holds besides is all there.
fn on_the_shelf(store: &Rc<Memory>, whole: &Loaded, (key, record): (&str, Key), text: &str, tally: &mut Tally) {
    store.plant(key, text);
    let stored = store.contents();
    let mut loaded = load(store, SHELF);
    tally.loads += 1;
    match loaded.unreadable.as_slice() {
        [] => assert_eq!(check(record, text), Verdict::Read),
        [only] => assert_eq!((only.key.as_str(), only.raw.as_str()), (key, text)),
        more => panic!("{more:?}"),
    }
    assert_eq!((&loaded.newer_format, &loaded.failure), (&None, &None));
    loaded.book.put(record, whole.book.record(record));
    assert_eq!(loaded.book, whole.book, "{text}");

    if tally.loads.is_multiple_of(WORKED_ON) {
        tally.worked_on += 1;
        let mut tab = Tab::of(store, SHELF);
        let opportunities = whole.book.opportunities().map(|it| it.id);
        for id in opportunities.filter(|id| Key::Opportunity(*id) != record).take(3) {
            let note = OpportunityCommand::AddNote(long("Rang."));
            tab.commit(&Command::Opportunity(id, note)).unwrap();
            tab.workspace.undo().unwrap();
        }
        assert_eq!(store.contents()[key], text);
        for (key, value) in &stored {
            store.plant(key, value);
        }
    }
    assert_eq!(store.contents(), stored);
}

#[test]
fn p3_wherever_the_format_is_damaged_everything_is_read_and_nothing_written() {
    let store = full_shelf();
    let whole = load(&store, SHELF);
    let key = SHELF.format_key();
    let value = store.contents()[&key].clone();
    let mut cases = 0;
    for text in damaged(&value) {
        store.plant(&key, &text);
        let stored = store.contents();
        let loaded = load(&store, SHELF);
        assert_eq!((&loaded.newer_format, loaded.unreadable.len()), (&Some(text), 0));
        assert_eq!(loaded.book, whole.book);
        let mut tab = Tab::of(&store, SHELF);
        let id = whole.book.opportunities().next().unwrap().id;
        let note = OpportunityCommand::AddNote(long("Rang."));
        assert!(tab.commit(&Command::Opportunity(id, note)).is_err());
        assert_eq!(store.contents(), stored);
        cases += 1;
    }
    assert_eq!(cases, 5);
}
