//! Undo and redo (R16).

use tutup::domain::{
    Command, Instant, Key, OpenReason, OpportunityCommand, OpportunityEntry, Outcome, Preferences, QuoteCommand, Stage,
    Theme,
};
use tutup::workspace::{UndoError, What};

use super::chance::Chance;
use super::examples::{closing, entry_line, id, key, long};
use super::tab::Tab;

#[test]
fn r16_undo_brings_back_every_field_and_redo_puts_it_back() {
    let (mut tab, _) = Tab::with_one();
    let before = tab.workspace.book().clone();
    tab.act(OpportunityCommand::Close(closing(Outcome::Won)));
    let after = tab.workspace.book().clone();
    assert_eq!(tab.workspace.undo(), Ok(What::Closed(Outcome::Won)));
    assert_eq!(*tab.workspace.book(), before);
    tab.assert_memory_is_disk();
    assert_eq!(tab.workspace.redo(), Ok(What::Closed(Outcome::Won)));
    assert_eq!(*tab.workspace.book(), after);
    tab.assert_memory_is_disk();
}

#[test]
fn r16_whatever_was_done_can_be_taken_back_to_the_beginning_and_done_again() {
    for seed in 0..20 {
        let mut chance = Chance::new(seed);
        let mut tab = Tab::new();
        let mut books = Vec::new();
        while books.len() < 40 {
            let command = chance.command(&tab.workspace);
            let book = tab.workspace.book().clone();
            if matches!(command, Command::Preferences(_)) {
                continue;
            }
            if tab.commit(&command).is_ok_and(|done| done.what.is_some()) {
                books.push(book);
            }
        }
        let end = tab.workspace.book().clone();
        for book in books.iter().rev() {
            tab.workspace.undo().unwrap();
            assert_eq!(tab.workspace.book(), book);
        }
        tab.assert_memory_is_disk();
        assert_eq!(tab.workspace.undo(), Err(UndoError::NothingToUndo));
        for book in books.iter().skip(1).chain([&end]) {
            tab.workspace.redo().unwrap();
            assert_eq!(tab.workspace.book(), book);
        }
        tab.assert_memory_is_disk();
        assert_eq!(tab.workspace.redo(), Err(UndoError::NothingToRedo));
    }
}

#[test]
fn r16_undo_is_one_write() {
    let (mut tab, _) = Tab::with_one();
    tab.act(OpportunityCommand::AddNote(long("x")));
    let writes = tab.store.writes();
    tab.workspace.undo().unwrap();
    assert_eq!(tab.store.writes() - writes, 1);
    tab.workspace.redo().unwrap();
    assert_eq!(tab.store.writes() - writes, 2);
}

#[test]
fn r16_a_new_act_ends_what_can_be_done_again() {
    let (mut tab, _) = Tab::with_one();
    tab.act(OpportunityCommand::AddNote(long("x")));
    tab.workspace.undo().unwrap();
    assert_eq!(tab.workspace.last_redoable().map(|act| act.what), Some(What::Noted));
    tab.act(OpportunityCommand::AddQuote);
    assert_eq!(tab.workspace.redo(), Err(UndoError::NothingToRedo));
    assert_eq!(tab.workspace.last_undoable().map(|act| act.what), Some(What::QuoteAdded(key(3, 0))));
}

#[test]
fn r16_preferences_are_no_acts_and_what_changes_nothing_is_none() {
    let (mut tab, _) = Tab::with_one();
    tab.act(OpportunityCommand::AddNote(long("x")));
    tab.workspace.undo().unwrap();
    let before = tab.state();
    let dark = Preferences { theme: Some(Theme::Dark), ..Preferences::default() };
    tab.commit(&Command::Preferences(dark)).unwrap();
    tab.act(OpportunityCommand::Edit(tutup::domain::OpportunityEntry::of(tab.one())));
    let after = tab.state();
    assert_eq!((after.acts, after.redo), (before.acts, before.redo));
}

#[test]
fn r16_acts_say_what_was_done_and_to_what_newest_first() {
    let (mut tab, _) = Tab::with_one();
    tab.quote(1, QuoteCommand::Revise);
    tab.quote(1, QuoteCommand::Activate);
    tab.quote(2, QuoteCommand::Copy);
    tab.quote(1, QuoteCommand::Win);
    tab.commit(&Command::Opportunity(id(2), OpportunityCommand::CopyOf(id(1), super::examples::text("Copy")))).unwrap();
    let acts: Vec<_> =
        tab.workspace.acts().map(|act| (act.what, act.about.as_ref().unwrap().topic.to_string())).collect();
    let about_one = |what| (what, "ERP rollout".to_string());
    let expected = [
        (What::Copied, "Copy".to_string()),
        about_one(What::QuoteWon(key(1, 1))),
        about_one(What::QuoteCopied(key(3, 0))),
        about_one(What::QuoteActivated(key(1, 1))),
        about_one(What::QuoteRevised(key(1, 1))),
        about_one(What::QuoteActivated(key(1, 0))),
        about_one(What::QuoteAdded(key(2, 0))),
        about_one(What::QuoteAdded(key(1, 0))),
        about_one(What::Created),
    ];
    assert_eq!(acts, expected);
    assert!(tab.workspace.acts().all(|act| act.change.0.len() == 1));
}

/// Another stage is told from any other edit, also from one that changes more besides.
#[test]
fn an_edit_of_the_stage_alone_is_named_by_it() {
    let (mut tab, _) = Tab::with_one();
    let entry = |tab: &Tab, stage| {
        let mut entry = OpportunityEntry::of(tab.one());
        entry.details.stage = stage;
        entry
    };
    let moved = entry(&tab, Stage::Propose);
    assert_eq!(tab.act(OpportunityCommand::Edit(moved.clone())).what, Some(What::Moved(Stage::Propose)));
    assert_eq!(tab.act(OpportunityCommand::Edit(moved)).what, None, "nothing changes");
    let more: [fn(&mut OpportunityEntry); 3] = [
        |entry| entry.open_reason = OpenReason::OnHold,
        |entry| entry.details.estimated_close_date = tutup::domain::Date::new(2027, 1, 15).ok(),
        |entry| entry.lines.push(entry_line("Workshop", None)),
    ];
    for (change, stage) in more.into_iter().zip([Stage::Close, Stage::Develop, Stage::Qualify]) {
        let mut entry = entry(&tab, stage);
        change(&mut entry);
        assert_eq!(tab.act(OpportunityCommand::Edit(entry)).what, Some(What::Edited), "{stage:?}");
    }
    assert_eq!(tab.workspace.undo(), Ok(What::Edited));
}

/// The older act's record is not as that act left it, but undoing goes backwards: the newest first.
#[test]
fn r16_acts_on_one_record_are_taken_back_in_turn() {
    let (mut tab, _) = Tab::with_one();
    tab.act(OpportunityCommand::AddNote(long("first")));
    tab.act(OpportunityCommand::AddNote(long("second")));
    tab.workspace.undo().unwrap();
    assert_eq!(tab.one().notes.len(), 1);
    tab.workspace.undo().unwrap();
    assert_eq!(tab.one().notes.len(), 0);
    assert!(tab.workspace.book().record(Key::Opportunity(id(1))).is_some());
}

#[test]
fn r16_a_reload_ends_the_list() {
    let (tab, _) = Tab::with_one();
    assert_eq!(Tab::on(&tab.store).workspace.acts().len(), 0);
}

#[test]
fn r16_the_list_of_acts_says_when_and_what_redo_does_next() {
    let (mut tab, _) = Tab::with_one();
    let begun = tab.clock.now.0;
    tab.act(OpportunityCommand::AddNote(long("x")));
    tab.act(OpportunityCommand::Close(closing(Outcome::Won)));
    let listed = |tab: &Tab| tab.workspace.acts().take(2).map(|act| (act.what, act.at)).collect::<Vec<_>>();
    let at = |minutes: i64| Some(Instant(begun + minutes * 60_000));
    assert_eq!(listed(&tab), [(What::Closed(Outcome::Won), at(2)), (What::Noted, at(1))]);
    tab.workspace.undo().unwrap();
    tab.workspace.undo().unwrap();
    let undone: Vec<_> = tab.workspace.undone_acts().map(|act| (act.what, act.at)).collect();
    assert_eq!(undone, [(What::Noted, at(1)), (What::Closed(Outcome::Won), at(2))]);
    assert_eq!(tab.workspace.redo(), Ok(What::Noted));
}
