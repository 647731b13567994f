//! The bin, as it is stored, listed and taken back (R26).

use tutup::domain::{Command, Details, OpportunityCommand, OpportunityEntry, Outcome, Refusal};
use tutup::storage::CommitLock;
use tutup::workspace::{CommitError, Outcomes, Query, Tally, UndoError, View, What};

use super::examples::{closing, details, entry, id, long, text};
use super::tab::Tab;

fn counts(tab: &Tab) -> [usize; 5] {
    [View::Open, View::Won, View::Lost, View::All, View::Bin].map(|view| tab.workspace.index().count(view))
}

fn on(tab: &mut Tab, number: u64, act: OpportunityCommand) {
    tab.commit(&Command::Opportunity(id(number), act)).unwrap();
}

#[test]
fn r26_what_is_stored_of_the_bin_is_one_member_and_restore_takes_it_away() {
    let (mut tab, _) = Tab::with_one();
    let json = |tab: &Tab| tab.stored_one().splitn(4, '|').nth(3).unwrap().to_owned();
    let before = json(&tab);
    tab.act(OpportunityCommand::Delete);
    let member = format!(r#""dl":{},"#, tab.clock.now.0);
    assert_eq!(json(&tab).replace(&member, ""), before);
    assert_eq!(json(&tab).matches(&member).count(), 1);
    tab.assert_memory_is_disk();
    tab.act(OpportunityCommand::Restore);
    assert_eq!(json(&tab), before);
    tab.assert_memory_is_disk();
}

#[test]
fn r26_what_is_in_the_bin_is_in_no_other_view_search_total_or_suggestion() {
    let mut tab = Tab::new();
    for number in 1..=3 {
        tab.create(number, "ERP rollout");
    }
    on(&mut tab, 2, OpportunityCommand::Close(closing(Outcome::Won)));
    on(&mut tab, 3, OpportunityCommand::Close(closing(Outcome::Lost)));
    let before = tab.workspace.index().clone();
    assert_eq!(counts(&tab), [1, 1, 1, 3, 0]);
    for number in 1..=3 {
        on(&mut tab, number, OpportunityCommand::Delete);
    }
    assert_eq!(counts(&tab), [0, 0, 0, 0, 3]);
    let index = tab.workspace.index();
    assert_eq!(index.ids(View::Bin), [3, 2, 1].map(id), "the latest first");
    for view in View::ALL.into_iter().filter(|view| *view != View::Bin) {
        assert_eq!(index.tally(view), Some(&Tally::default()), "{view:?}");
        let listing = index.list(Query::all_of(view));
        assert_eq!((listing.rows().len(), listing.outcomes()), (0, &Outcomes::default()), "{view:?}");
    }
    assert!(index.tally(View::Bin).unwrap().totals().is_empty());
    assert_eq!((index.customers().count(), index.contacts().count()), (0, 0));
    tab.assert_memory_is_disk();
    for number in 1..=3 {
        on(&mut tab, number, OpportunityCommand::Restore);
    }
    assert_eq!(*tab.workspace.index(), before);
}

#[test]
fn r26_of_a_customer_in_the_bin_and_outside_the_one_outside_is_offered() {
    let mut tab = Tab::new();
    for (number, name) in [(1, "Contoso"), (2, "CONTOSO"), (3, "Contoso")] {
        let details = Details { customer: Some(text(name)), contact: Some(text(name)), ..details("Topic") };
        on(&mut tab, number, OpportunityCommand::Create(OpportunityEntry { details, ..entry("Topic") }));
    }
    assert_eq!(tab.workspace.index().customers().collect::<Vec<_>>(), ["Contoso"]);
    on(&mut tab, 1, OpportunityCommand::Delete);
    on(&mut tab, 3, OpportunityCommand::Delete);
    assert_eq!(tab.workspace.index().customers().collect::<Vec<_>>(), ["CONTOSO"]);
    assert_eq!(tab.workspace.index().contacts().collect::<Vec<_>>(), ["CONTOSO"]);
}

#[test]
fn r26_r16_deleting_restoring_and_removing_are_acts_that_say_what_they_did_and_can_be_taken_back() {
    let (mut tab, _) = Tab::with_one();
    let start = tab.workspace.book().clone();
    let mut books = Vec::new();
    let acts = [OpportunityCommand::Delete, OpportunityCommand::Restore, OpportunityCommand::Delete];
    for act in acts.into_iter().chain([OpportunityCommand::Remove]) {
        books.push(tab.workspace.book().clone());
        tab.act(act);
    }
    assert!(!tab.store.contents().contains_key(&Tab::key_of_one()), "removed for good, nothing of it is stored");
    let said: Vec<_> = tab.workspace.acts().take(4).map(|act| act.what).collect();
    assert_eq!(said, [What::Removed, What::Deleted, What::Restored, What::Deleted]);
    let about = tab.workspace.last_undoable().and_then(|act| act.about.clone()).unwrap();
    assert_eq!((about.id, about.topic.to_string()), (id(1), "ERP rollout".into()));
    for book in books.iter().rev() {
        tab.workspace.undo().unwrap();
        assert_eq!(tab.workspace.book(), book);
        tab.assert_memory_is_disk();
    }
    assert_eq!(*tab.workspace.book(), start);
    while tab.workspace.redo().is_ok() {}
    assert_eq!(counts(&tab), [0; 5]);
    tab.assert_memory_is_disk();
}

#[test]
fn r26_emptying_a_bin_of_one_is_one_write_and_says_that_the_bin_was_emptied() {
    let (mut tab, at) = Tab::with_one();
    tab.act(OpportunityCommand::Delete);
    let writes = tab.store.writes();
    let done = tab.commit(&Command::empty_bin(&[at])).unwrap();
    assert_eq!((done.what, tab.store.writes() - writes), (Some(What::BinEmptied(1)), 1));
    assert_eq!(tab.workspace.undo(), Ok(What::BinEmptied(1)));
    assert!(tab.one().is_in_bin());
    tab.assert_memory_is_disk();
}

#[test]
fn p2_r26_a_bin_of_many_is_emptied_in_one_act_and_taken_back_in_one() {
    let mut tab = Tab::new();
    for number in 1..=3 {
        tab.create(number, "ERP rollout");
    }
    on(&mut tab, 1, OpportunityCommand::Delete);
    on(&mut tab, 2, OpportunityCommand::Delete);
    let before = tab.workspace.book().clone();
    let asked = tab.workspace.index().ids(View::Bin);
    on(&mut tab, 3, OpportunityCommand::Delete);
    let done = tab.commit_locked(&Command::empty_bin(&asked)).unwrap();
    assert_eq!((done.what, counts(&tab)), (Some(What::BinEmptied(2)), [0, 0, 0, 0, 1]));
    tab.assert_memory_is_disk();
    assert_eq!(tab.workspace.undo_locked(&CommitLock::held()), Ok(What::BinEmptied(2)));
    tab.workspace.undo().unwrap();
    assert_eq!(*tab.workspace.book(), before);
    tab.assert_memory_is_disk();
}

#[test]
fn p3_r26_an_act_on_what_another_tab_deleted_is_refused_once_that_is_seen() {
    let (mut one, _) = Tab::with_one();
    let mut other = Tab::on(&one.store);
    one.act(OpportunityCommand::Delete);
    let note = Command::Opportunity(id(1), OpportunityCommand::AddNote(long("x")));
    assert!(matches!(other.commit(&note), Err(CommitError::Storage(_))));
    assert!(other.sees(&Tab::key_of_one()));
    assert_eq!(other.commit(&note), Err(CommitError::Refused(Refusal::InBin(id(1)))));
    assert_eq!(counts(&other), [0, 0, 0, 0, 1]);

    one.act(OpportunityCommand::Remove);
    assert!(other.sees(&Tab::key_of_one()));
    let restore = Command::Opportunity(id(1), OpportunityCommand::Restore);
    assert_eq!(other.commit(&restore), Err(CommitError::Refused(Refusal::NoOpportunity(id(1)))));
    other.assert_memory_is_disk();
}

/// The acts before it are about a record that is no longer as they left it; undoing goes backwards through the bin.
#[test]
fn p3_r26_r16_what_another_tab_deleted_is_not_changed_by_an_undo_here() {
    let (mut one, _) = Tab::with_one();
    let mut other = Tab::on(&one.store);
    other.act(OpportunityCommand::Delete);
    one.workspace.refresh(&Tab::key_of_one());
    let state = one.state();
    assert!(matches!(one.workspace.undo(), Err(UndoError::Changed { .. })));
    assert_eq!(one.state(), state);
}
