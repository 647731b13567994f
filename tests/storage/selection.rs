//! What is selected in a list (R17).

use std::collections::BTreeSet;

use tutup::domain::{Command, OpportunityCommand, OpportunityId, Outcome};
use tutup::workspace::{Column, Listing, Query, Selection, Sort, View};

use super::examples::{closing, details, id};
use super::lists::opportunity;
use super::tab::Tab;

/// Nine open ones, called by their numbers backwards: the list has 9 first.
fn nine() -> Tab {
    let mut tab = Tab::new();
    for number in 1..=9 {
        opportunity(&mut tab, number, details(&format!("Deal {}", 10 - number)));
    }
    tab
}

fn by_topic(tab: &Tab, view: View, descending: bool) -> Listing {
    let sort = Sort { column: Column::Topic, descending };
    tab.workspace.index().list(Query { sort, ..Query::all_of(view) })
}

fn numbers(ids: impl IntoIterator<Item = OpportunityId>) -> Vec<u64> {
    ids.into_iter().map(|found| (1..100).find(|number| id(*number) == found).unwrap()).collect()
}

#[test]
fn r17_a_range_goes_from_the_last_one_to_this_one_in_the_lists_order() {
    let tab = nine();
    let list = by_topic(&tab, View::Open, false);
    assert_eq!(numbers(list.ids()), [9, 8, 7, 6, 5, 4, 3, 2, 1]);
    let mut selection = Selection::default();
    // Nothing was selected before: this one alone.
    selection.set_range(&list, id(5), true);
    assert_eq!(numbers(selection.in_order_of(&list)), [5]);
    selection.set_range(&list, id(8), true);
    assert_eq!(numbers(selection.in_order_of(&list)), [8, 7, 6, 5]);
    // It goes on from there, and leaves out what a box that is emptied ends.
    selection.set_range(&list, id(6), false);
    assert_eq!(numbers(selection.in_order_of(&list)), [5]);
    selection.set(id(1), true);
    selection.set_range(&list, id(3), true);
    assert_eq!(numbers(selection.in_order_of(&list)), [5, 3, 2, 1]);
    // In another order the range is another one.
    let turned = by_topic(&tab, View::Open, true);
    selection.set_range(&turned, id(4), true);
    assert_eq!(numbers(selection.in_order_of(&turned)), [1, 2, 3, 4, 5]);
}

#[test]
fn r17_all_are_selected_and_what_leaves_the_list_leaves_the_selection() {
    let mut tab = nine();
    let list = by_topic(&tab, View::Open, false);
    let mut selection = Selection::default();
    assert!(selection.is_empty() && !selection.keep_in(&list));
    selection.set_all(&list);
    assert_eq!((selection.len(), selection.contains(id(4))), (9, true));
    assert_eq!(selection.ids(), (1..=9).map(id).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>());
    assert_eq!(selection.tally(tab.workspace.index(), View::Open), *list.tally());
    tab.commit(&Command::Opportunity(id(4), OpportunityCommand::Close(closing(Outcome::Won)))).unwrap();
    tab.commit(&Command::Opportunity(id(5), OpportunityCommand::Delete)).unwrap();
    let list = list.after(tab.workspace.index()).unwrap();
    assert!(selection.keep_in(&list), "two have left");
    assert_eq!(numbers(selection.in_order_of(&list)), [9, 8, 7, 6, 3, 2, 1]);
    assert_eq!(selection.tally(tab.workspace.index(), View::Open), *list.tally());
    // The range begins nowhere when its first one has left.
    selection.set(id(5), true);
    selection.set_range(&list, id(6), true);
    assert!(selection.keep_in(&list));
    assert_eq!(selection.len(), 7);
}

/// A selection that was changed in any way has what was asked for, each once.
#[test]
fn one_is_selected_once() {
    let mut selection = Selection::default();
    for (number, is_selected) in [(3, true), (1, true), (3, true), (2, false), (1, false), (1, false), (9, true)] {
        selection.set(id(number), is_selected);
        assert_eq!(selection.contains(id(number)), is_selected);
    }
    assert_eq!(numbers(selection.ids().iter().copied()), [3, 9]);
}
