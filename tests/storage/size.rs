//! How much of the store a large book takes, and how little an edit of it.

use std::rc::Rc;

use tutup::domain::{Command, Key, OpportunityCommand, OpportunityEntry, Status};
use tutup::storage::{Memory, Shelf};

use super::examples::text;
use super::generated;
use super::tab::Tab;

/// What a browser gives an origin, in UTF-16 units, keys included.
const CAPACITY: usize = 5_242_880;
const SEED: u64 = 20_261_122;
const COUNT: usize = 10_000;

/// So many units a record, the key included, let 10,000 fit into 95 % of the store.
const FIT: usize = 498;
/// What is reached; it must not grow unnoticed.
const REACHED: usize = 385;
/// The largest record, in bytes; it has no more units than that.
const MOST: usize = 2_048;

#[test]
fn a_generated_book_of_10_000_is_what_it_says_and_fits_into_95_percent_of_the_store() {
    let book = generated::book(SEED, COUNT);
    let all: Vec<_> = book.opportunities().collect();
    assert_eq!(all.len(), COUNT);
    let share = |count: usize| count * 100 / COUNT;
    let above = |text: &str| text.chars().any(|c| c > '\u{ff}');
    let shares = [
        ("closed", share(all.iter().filter(|it| it.closing().is_some()).count()), 60),
        ("quotes", share(all.iter().map(|it| it.quotes.len()).sum()), 140),
        ("described", share(all.iter().filter(|it| it.details.description.is_some()).count()), 30),
        ("with lines", share(all.iter().filter(|it| !it.lines.is_empty()).count()), 25),
        ("above U+00FF", share(all.iter().filter(|it| above(&format!("{:?}", it.details))).count()), 10),
    ];
    for (what, found, wanted) in shares {
        assert!(found.abs_diff(wanted) <= 1, "{found} % {what}");
    }
    for description in all.iter().filter_map(|it| it.details.description.as_ref()) {
        assert!((80..=200).contains(&description.as_str().chars().count()), "{description}");
    }
    assert!(all.iter().all(|it| it.lines.is_empty() || (2..=5).contains(&it.lines.len())));
    assert!(all.iter().all(|it| it.breaches().is_empty()));

    let stored = generated::stored(&book, Shelf::Main);
    assert_eq!(stored.len(), COUNT + 3);
    let units = |text: &str| text.encode_utf16().count();
    let in_all: usize = stored.iter().map(|(key, value)| units(key) + units(value)).sum();
    // WebKit counts a value twice once it holds a character above U+00FF.
    let twice: usize = stored.iter().filter(|(_, value)| above(value)).map(|(_, value)| units(value)).sum();
    let fit = |units: usize| CAPACITY * 95 / 100 * COUNT / units;
    println!("seed {SEED}: {in_all} units, {} a record, {} in Safari", in_all / COUNT, (in_all + twice) / COUNT);
    println!("{} fit into 95 % of the store, {} in Safari", fit(in_all), fit(in_all + twice));
    let largest = stored.iter().map(|(_, value)| value.len()).max().unwrap();
    let most_units = stored.iter().map(|(_, value)| units(value)).max().unwrap();
    println!("the largest record has {largest} bytes, {most_units} units");
    assert!(largest <= MOST, "{largest} bytes");
    assert!(in_all + twice <= CAPACITY * 95 / 100, "{} units a record in Safari", (in_all + twice) / COUNT);
    assert!(in_all / COUNT <= REACHED.min(FIT), "{} units a record", in_all / COUNT);
}

#[test]
fn p2_an_edit_among_10_000_is_one_write_of_2_kib_at_most() {
    let book = generated::book(SEED, COUNT);
    let store = Rc::new(Memory::new());
    for (key, value) in generated::stored(&book, Shelf::Main) {
        store.plant(&key, &value);
    }
    let mut tab = Tab::on(&store);
    assert_eq!(tab.workspace.book(), &book);
    assert_eq!(tab.workspace.unreadable().len(), 0);
    let contents = store.contents();
    let size = |id| contents[&Shelf::Main.key(Key::Opportunity(id))].len();
    let mut open: Vec<_> = book.opportunities().filter(|it| matches!(it.status, Status::Open(_))).collect();
    open.sort_by_key(|it| std::cmp::Reverse(size(it.id)));
    // The largest, and many others.
    for (place, opportunity) in open.iter().enumerate().step_by(40) {
        let id = opportunity.id;
        let mut entry = OpportunityEntry::of(opportunity);
        entry.details.topic = text(&format!("{}, renamed", entry.details.topic));
        let (writes, before) = (store.writes(), store.units());
        tab.commit(&Command::Opportunity(id, OpportunityCommand::Edit(entry))).unwrap();
        assert_eq!(store.writes() - writes, 1);
        let value = store.contents()[&Shelf::Main.key(Key::Opportunity(id))].clone();
        let (units, written) = (value.encode_utf16().count(), value.len());
        if place <= 80 {
            println!("the edit of an opportunity, number {place} by size, writes {units} units, {written} bytes");
        }
        assert!(written <= MOST, "{written}");
        // The first quote, whose name was the topic, has to say it now; and the time of the change may be longer.
        let name = format!("\"n\":\"{}\",", opportunity.details.topic).encode_utf16().count();
        let most = name + ", renamed".len() + "+zzzzzzzz".len() + 1;
        assert!(store.units() - before <= most, "nothing else became larger");
    }
}
