//! A backup comes back through the workspace: all of it or nothing, and it can be taken back.

use std::collections::BTreeMap;

use tutup::domain::{Command, Instant, OpportunityCommand};
use tutup::exchange::{self, Mode, Rule};
use tutup::storage::{CommitLock, Kept, StorageError};
use tutup::workspace::{CommitError, View, What};

use super::examples::{entry, id, long};
use super::tab::{NOW, Tab};

/// The file that the book in this tab makes.
fn backup(tab: &Tab) -> exchange::Backup {
    let stored = tab.workspace.stored().unwrap();
    let stored = stored.iter().map(|(key, value)| (key.as_str(), value.as_str()));
    exchange::read(exchange::write(stored, NOW.now, "0.1.0").unwrap().text.as_bytes()).unwrap()
}

fn content(tab: &Tab) -> BTreeMap<String, String> {
    backup(tab).entries
}

fn restore(tab: &mut Tab, mode: Mode, backup: &exchange::Backup, rule: Rule) -> Result<What, CommitError> {
    let mut plan = exchange::plan(mode, &tab.workspace.stored().unwrap(), backup).unwrap();
    plan.choose_for_all(rule);
    tab.workspace.restore(&CommitLock::held(), plan.writes()).map(|done| done.what.unwrap())
}

/// A book of three, one with quotes, one unreadable value beside them.
fn book() -> Tab {
    let mut tab = Tab::with_one().0;
    tab.create(2, "CRM rollout");
    tab.create(3, "Website");
    tab.store.plant("tutup:o:damaged", "half a val");
    tab.workspace.reload();
    tab
}

#[test]
fn p1_backup_wipe_restore_and_backup_again_are_byte_for_byte_the_same() {
    let tab = book();
    let (file, before) = (backup(&tab), content(&tab));
    for mode in [Mode::Merge, Mode::Replace] {
        let mut fresh = Tab::new();
        assert_eq!(restore(&mut fresh, mode, &file, Rule::Ours), Ok(What::BackupRestored(3)));
        assert_eq!(content(&fresh), before);
        assert_eq!(fresh.workspace.book(), tab.workspace.book());
        fresh.assert_memory_is_disk();
        assert_eq!(restore(&mut fresh, mode, &file, Rule::Theirs), Ok(What::BackupRestored(0)), "the second time");
        assert_eq!(content(&fresh), before);
    }
}

#[test]
fn r16_a_restored_backup_can_be_taken_back() {
    for (mode, rule) in [(Mode::Merge, Rule::Theirs), (Mode::Replace, Rule::Ours)] {
        let file = backup(&book());
        let mut tab = Tab::new();
        tab.create(2, "Another book");
        tab.create(9, "Only here");
        let before = tab.workspace.book().clone();
        restore(&mut tab, mode, &file, rule).unwrap();
        assert_eq!(tab.workspace.index().count(View::All), if mode == Mode::Merge { 4 } else { 3 });
        tab.assert_memory_is_disk();
        tab.workspace.undo_locked(&CommitLock::held()).unwrap();
        assert_eq!(*tab.workspace.book(), before);
        tab.assert_memory_is_disk();
    }
}

#[test]
fn p3_a_plan_made_before_another_tab_wrote_changes_nothing() {
    let file = backup(&book());
    let mut tab = book();
    tab.act(OpportunityCommand::AddNote(long("here")));
    let mut plan = exchange::plan(Mode::Merge, &tab.workspace.stored().unwrap(), &file).unwrap();
    plan.choose_for_all(Rule::Theirs);
    let mut other = Tab::on(&tab.store);
    other.commit(&Command::Opportunity(id(1), OpportunityCommand::AddNote(long("there")))).unwrap();
    let before = tab.state();
    let refused = tab.workspace.restore(&CommitLock::held(), plan.writes());
    let moved = StorageError::Moved { key: Tab::key_of_one() };
    assert_eq!(refused, Err(CommitError::Storage(moved)));
    assert_eq!(tab.state(), before);
}

#[test]
fn p4_making_room_removes_what_can_be_read_and_nothing_else() {
    let mut tab = book();
    tab.workspace.make_room(&CommitLock::held()).unwrap();
    assert_eq!(tab.workspace.book().with_bin().len(), 0);
    let left: Vec<String> = tab.workspace.stored().unwrap().into_keys().collect();
    assert_eq!(left, ["tutup:o:damaged"]);
    tab.assert_memory_is_disk();
    tab.workspace.undo_locked(&CommitLock::held()).unwrap();
    assert_eq!(tab.workspace.book(), book().workspace.book());
}

#[test]
fn what_was_changed_since_the_last_backup_is_counted_without_a_write() {
    let mut tab = Tab::new();
    assert_eq!(tab.workspace.since_backup(), Kept::default());
    tab.create(1, "ERP rollout");
    tab.create(2, "CRM rollout");
    let first = NOW.now.0 + 60_000;
    assert_eq!(tab.workspace.since_backup(), Kept { backup: None, acts: 2, since: Some(Instant(first)) });
    let writes = tab.store.writes();
    tab.workspace.backed_up(tab.clock.now).unwrap();
    assert_eq!(tab.store.writes() - writes, 1);
    let at = tab.clock.now;
    assert_eq!(tab.workspace.since_backup(), Kept { backup: Some(at), ..Kept::default() });
    tab.act(OpportunityCommand::Edit(entry("ERP rollout 2")));
    tab.act(OpportunityCommand::Delete);
    let kept = tab.workspace.since_backup();
    assert_eq!((kept.backup, kept.acts), (Some(at), 1));
    assert!(!backup(&tab).entries.contains_key("kept"), "it is in no backup");
}
