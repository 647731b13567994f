//! The sample book.

use std::rc::Rc;

use tutup::domain::{Clock, Instant, OpportunityCommand};
use tutup::storage::{Memory, Shelf};
use tutup::workspace::{UndoError, View, sample};

use super::examples::long;
use super::tab::{NOW, Tab};

fn demo() -> Tab {
    let mut tab = Tab::of(&Rc::new(Memory::new()), Shelf::Demo);
    sample::fill(&mut tab.workspace, NOW).unwrap();
    tab
}

#[test]
fn is_written_record_by_record_and_reads_back() {
    let mut tab = demo();
    assert_eq!(tab.store.writes(), 1 + 1 + 24, "the format, the lists, the opportunities");
    tab.assert_memory_is_disk();
    assert_eq!(tab.workspace.unreadable().len(), 0);
    let counts = [View::Open, View::Won, View::Lost].map(|view| tab.workspace.index().count(view));
    assert_eq!(counts, [14, 5, 5]);
    assert_eq!(tab.workspace.undo(), Err(UndoError::NothingToUndo));
}

#[test]
fn fills_only_an_empty_book_and_only_the_demonstration() {
    let mut tab = demo();
    let writes = tab.store.writes();
    sample::fill(&mut tab.workspace, NOW).unwrap();
    assert_eq!(tab.store.writes(), writes);
    let mut main = Tab::on(&tab.store);
    sample::fill(&mut main.workspace, NOW).unwrap();
    sample::reset(&mut main.workspace, NOW).unwrap();
    assert_eq!(tab.store.writes(), writes);
    assert_eq!(main.workspace.book().opportunities().count(), 0);
}

#[test]
fn a_reset_takes_away_what_was_done_and_tells_the_story_again() {
    let mut tab = demo();
    let at = tab.workspace.index().ids(View::Open)[0];
    tab.create(1, "Mine");
    let note = OpportunityCommand::AddNote(long("Mine too"));
    tab.commit(&tutup::domain::Command::Opportunity(at, note)).unwrap();
    tab.store.plant("tutup:demo:o:000000009", "damaged");
    let later = Clock { now: Instant(NOW.now.0 + 86_400_000 * 30), ..NOW };
    sample::reset(&mut tab.workspace, later).unwrap();
    assert_eq!(tab.workspace.index().count(View::All), 24);
    assert_eq!(tab.workspace.acts().len(), 0);
    assert_eq!(tab.workspace.unreadable().len(), 0);
    tab.assert_memory_is_disk();
    let closes = |it: &Tab| it.workspace.book().opportunity(at).unwrap().details.estimated_close_date.unwrap();
    assert_eq!(closes(&tab).days_since(closes(&demo())), 30);
}

#[test]
fn p2_a_reset_that_fails_half_way_can_be_tried_again() {
    for n in [1, 2, 10, 33, 60, 100] {
        let mut tab = demo();
        tab.store.fail_at(n);
        assert!(sample::reset(&mut tab.workspace, NOW).is_err(), "{n}");
        tab.assert_memory_is_disk();
        sample::reset(&mut tab.workspace, NOW).unwrap();
        assert_eq!(tab.workspace.index().count(View::All), 24);
        tab.assert_memory_is_disk();
    }
}

#[test]
fn its_records_are_of_a_typical_size() {
    let tab = demo();
    let opportunities: Vec<_> = tab.store.contents().into_iter().filter(|(key, _)| key.contains(":o:")).collect();
    let units = |(key, value): &(String, String)| key.encode_utf16().count() + value.encode_utf16().count();
    let mut sizes: Vec<usize> = opportunities.iter().map(units).collect();
    sizes.sort_unstable();
    println!("units with the key, smallest to largest: {sizes:?}");
    println!("average {}", sizes.iter().sum::<usize>() / sizes.len());
}
