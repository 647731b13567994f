//! An act is one write, in the order that keeps everything safe.

use tutup::domain::{
    BulkEdit, Command, EntryCommand, Key, ListsCommand, OpportunityCommand, OpportunityEntry, Outcome, Preferences,
    QuoteCommand, Refusal, Stage, Theme,
};
use tutup::storage::{CommitLock, FORMAT, Shelf};
use tutup::workspace::{CommitError, UndoError, What};

use super::examples::{closing, entry, id, key, long, text};
use super::tab::Tab;

#[test]
fn p2_each_act_is_exactly_one_write_of_its_record_however_large_the_book() {
    let (mut tab, _) = Tab::with_one();
    for number in 2..100 {
        tab.create(number, "Another");
    }
    let others = |tab: &Tab| {
        let mut contents = tab.store.contents();
        contents.remove(&Tab::key_of_one());
        contents
    };
    let acts = [
        OpportunityCommand::Edit(entry("ERP rollout phase 2")),
        OpportunityCommand::AddNote(long("Rang.")),
        OpportunityCommand::AddQuote,
        OpportunityCommand::Close(closing(Outcome::Won)),
        OpportunityCommand::Reopen,
        OpportunityCommand::Delete,
        OpportunityCommand::Restore,
    ];
    for act in acts {
        let (before, writes, reads) = (others(&tab), tab.store.writes(), tab.store.reads());
        tab.act(act);
        assert_eq!(tab.store.writes() - writes, 1);
        assert_eq!(tab.store.reads() - reads, 3);
        assert_eq!(others(&tab), before);
    }
    tab.assert_memory_is_disk();
}

#[test]
fn p2_r9_closing_with_its_quotes_is_one_write() {
    let (mut tab, _) = Tab::with_one();
    let writes = tab.store.writes();
    let done = tab.act(OpportunityCommand::Close(closing(Outcome::Won)));
    assert_eq!(tab.store.writes() - writes, 1);
    assert_eq!(done.what, Some(What::Closed(Outcome::Won)));
    assert!(tab.one().open_quotes().next().is_none());
    tab.assert_memory_is_disk();
}

#[test]
fn the_first_write_of_a_book_is_its_format() {
    let mut tab = Tab::new();
    tab.create(1, "ERP rollout");
    assert_eq!(tab.store.writes(), 2);
    assert_eq!(tab.store.contents()[&Shelf::Main.format_key()], FORMAT);
    tab.create(2, "CRM rollout");
    assert_eq!(tab.store.writes(), 3);
}

#[test]
fn what_changes_nothing_writes_nothing() {
    let (mut tab, _) = Tab::with_one();
    let (state, writes) = (tab.state(), tab.store.writes());
    let done = tab.act(OpportunityCommand::Edit(OpportunityEntry::of(tab.one())));
    assert_eq!((done.change.0.len(), done.what, done.offer), (0, None, None));
    assert_eq!((tab.state(), tab.store.writes()), (state, writes));
}

#[test]
fn a_refused_act_touches_no_storage() {
    let (mut tab, _) = Tab::with_one();
    let (state, writes, reads) = (tab.state(), tab.store.writes(), tab.store.reads());
    let reopened = tab.commit(&Command::Opportunity(id(1), OpportunityCommand::Reopen));
    assert_eq!(reopened, Err(CommitError::Refused(Refusal::NotClosed)));
    assert_eq!((tab.state(), tab.store.writes(), tab.store.reads()), (state, writes, reads));
}

#[test]
fn p2_many_records_change_together_under_the_lock_and_are_taken_back_together() {
    let (mut tab, _) = Tab::with_one();
    tab.create(2, "CRM rollout");
    let state = tab.state();
    let note = |number| Command::Opportunity(id(number), OpportunityCommand::AddNote(long("Both")));
    assert_eq!(tab.commit(&Command::Many(vec![note(1), note(2)])), Err(CommitError::NeedsLock));
    assert_eq!(tab.state(), state);
    let one = tab.commit(&Command::Many(vec![note(1)])).unwrap();
    assert_eq!(one.what, Some(What::Many(1)));

    let before = tab.workspace.book().clone();
    assert_eq!(tab.commit_locked(&Command::Many(vec![note(1), note(2)])).unwrap().what, Some(What::Many(2)));
    tab.assert_memory_is_disk();
    assert_eq!(tab.workspace.undo(), Err(UndoError::NeedsLock));
    assert_eq!(tab.workspace.undo_locked(&CommitLock::held()), Ok(What::Many(2)));
    assert_eq!(*tab.workspace.book(), before);
    tab.assert_memory_is_disk();
    assert_eq!(tab.workspace.redo_locked(&CommitLock::held()), Ok(What::Many(2)));
    tab.assert_memory_is_disk();
}

#[test]
fn r16_an_act_over_many_says_what_it_was() {
    let (mut tab, first) = Tab::with_one();
    tab.create(2, "CRM rollout");
    let each = |act: OpportunityCommand| {
        Command::Many([first, id(2)].map(|id| Command::Opportunity(id, act.clone())).to_vec())
    };
    let edit = |tab: &Tab| {
        let edit = BulkEdit { stage: Some(Stage::Close), ..BulkEdit::default() };
        edit.command(tab.workspace.book(), &[first, id(2)])
    };
    let done = |tab: &mut Tab, command: &Command| tab.commit_locked(command).unwrap().what;
    assert_eq!(done(&mut tab, &each(OpportunityCommand::Delete)), Some(What::DeletedMany(2)));
    assert_eq!(done(&mut tab, &each(OpportunityCommand::Restore)), Some(What::RestoredMany(2)));
    let edit = edit(&tab);
    assert_eq!(done(&mut tab, &edit), Some(What::EditedMany(2)));
    assert_eq!(done(&mut tab, &edit), None, "nothing changed");
    let close = |tab: &mut Tab, outcome| {
        let close = each(OpportunityCommand::Close(closing(outcome)));
        tab.commit_locked(&close).unwrap().what
    };
    assert_eq!(close(&mut tab, Outcome::Lost), Some(What::ClosedMany(Outcome::Lost, 2)));
    assert_eq!(tab.workspace.undo_locked(&CommitLock::held()), Ok(What::ClosedMany(Outcome::Lost, 2)));
    assert_eq!(close(&mut tab, Outcome::Won), Some(What::ClosedMany(Outcome::Won, 2)));
    // What is not all alike is so many records.
    let mixed = vec![
        Command::Opportunity(first, OpportunityCommand::Delete),
        Command::Opportunity(id(2), OpportunityCommand::AddNote(long("Stays"))),
    ];
    assert_eq!(tab.commit_locked(&Command::Many(mixed)).unwrap().what, Some(What::Many(2)));
}

#[test]
fn r5_what_to_offer_next_comes_with_the_act_on_the_quote() {
    let (mut tab, _) = Tab::with_one();
    assert_eq!(tab.quote(1, QuoteCommand::Win).offer, Some(Outcome::Won));
    let (mut tab, _) = Tab::with_one();
    tab.quote(2, QuoteCommand::Delete);
    let done = tab.quote(1, QuoteCommand::CloseAsLost);
    assert_eq!((done.offer, done.what), (Some(Outcome::Lost), Some(What::QuoteLost(key(1, 0)))));
    let (mut tab, _) = Tab::with_one();
    assert_eq!(tab.act(OpportunityCommand::CloseAllQuotes([].into())).offer, Some(Outcome::Lost));
    assert_eq!(tab.act(OpportunityCommand::AddNote(long("x"))).offer, None);
}

#[test]
fn lists_and_preferences_have_keys_of_their_own() {
    let (mut tab, _) = Tab::with_one();
    let add = ListsCommand::AddCompetitor { id: id(5), name: text("Relecloud") };
    let writes = tab.store.writes();
    assert_eq!(tab.commit(&Command::Lists(add)).unwrap().what, Some(What::Lists));
    let dark = Preferences { theme: Some(Theme::Dark), ..Preferences::default() };
    assert_eq!(tab.commit(&Command::Preferences(dark)).unwrap().what, None);
    assert_eq!(tab.store.writes() - writes, 2);
    assert!(tab.store.contents().contains_key(&Shelf::Main.key(Key::Lists)));
    assert!(tab.store.contents().contains_key(&Shelf::Main.key(Key::Preferences)));
    tab.assert_memory_is_disk();
    let rename = ListsCommand::Competitor(id(5), EntryCommand::Rename(text("Rel")));
    tab.commit(&Command::Lists(rename)).unwrap();
    tab.assert_memory_is_disk();
}

#[test]
fn the_revision_counts_the_writes_of_its_record() {
    let (mut tab, _) = Tab::with_one();
    let revision = |tab: &Tab| tab.stored_one().split('|').nth(2).unwrap().parse::<u64>().unwrap();
    let before = revision(&tab);
    tab.act(OpportunityCommand::AddNote(long("x")));
    tab.workspace.undo().unwrap();
    assert_eq!(revision(&tab), before + 2);
}
