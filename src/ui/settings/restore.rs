//! The way back from a file: it is read, what it would do is shown, and only then, when the user says so, done.

use leptos::{ev, prelude::*};

use super::conflicts::Conflicts;
use crate::exchange::{self, Backup, BackupError, Mode, Plan, PlanError, Shrink};
use crate::storage::StorageError;
use crate::ui::browser;
use crate::ui::parts::Icon;
use crate::ui::store::{Store, use_store};
use crate::ui::text::{Locale, use_locale, use_words};
use crate::workspace::CommitError;

/// Where the user is with a file.
#[derive(Clone)]
pub enum Step {
    /// It could not be read, or not as a whole; what can be had from it is offered.
    Unreadable(String, Option<Backup>),
    /// This is what it would do.
    Planned(Backup, Box<Plan>),
}

/// The picker, and below it what the picked file would do.
#[component]
pub fn Restore(
    /// Where the user is.
    step: Steps,
) -> impl IntoView {
    let store = use_store();
    let words = use_words();
    let picked = move |event: ev::Event| {
        let locale = use_locale();
        browser::read_file(&event, exchange::MAX_BYTES, move |file| match file {
            Ok(file) => open(store, locale, step, &file),
            Err(browser::NotRead) => {
                let _ = step.try_set(Some(Step::Unreadable(locale.words.file_not_read().to_owned(), None)));
            }
        });
    };
    view! {
        <div>
            <label class="button" for="restore-file"><Icon name="again"/>{words.restore_from_a_file()}</label>
            <input
                class="picker"
                id="restore-file"
                type="file"
                accept=".txt,.json,text/plain,application/json"
                aria-describedby="restore-hint"
                on:change=picked
            />
            <p class="hint" id="restore-hint">{words.restore_hint()}</p>
        </div>
        {move || step.get().map(|now| match now {
            Step::Unreadable(why, salvage) => unreadable(store, step, why, salvage),
            Step::Planned(backup, plan) => view! { <Planned step=step backup=backup plan=*plan/> }.into_any(),
        })}
    }
}

/// Shows what this file would do.
pub fn open(store: Store, locale: Locale, step: Steps, file: &[u8]) {
    // The page may have been left before the file was read.
    let _ = step.try_set(Some(opened(store, locale, exchange::read(file))));
}

fn opened(store: Store, locale: Locale, read: Result<Backup, BackupError>) -> Step {
    match read {
        Ok(backup) => planned(store, locale, Mode::Merge, backup),
        Err(error) => {
            let why = locale.format.with_value(|format| locale.words.backup_error(&error, format));
            Step::Unreadable(why, salvage(error))
        }
    }
}

fn salvage(error: BackupError) -> Option<Backup> {
    match error {
        BackupError::CutOff { salvage, .. } | BackupError::Damaged { salvage } | BackupError::Line { salvage, .. } => {
            Some(*salvage).filter(|salvage| !salvage.entries.is_empty())
        }
        _ => None,
    }
}

fn planned(store: Store, locale: Locale, mode: Mode, backup: Backup) -> Step {
    let words = locale.words;
    let plan = store.stored().map(|stored| exchange::plan(mode, &stored, &backup));
    match plan {
        Ok(Ok(plan)) => Step::Planned(backup, Box::new(plan)),
        Ok(Err(PlanError::LaterFormat { found })) => {
            Step::Unreadable(words.storage(&StorageError::NewerFormat { found }), None)
        }
        Ok(Err(PlanError::Salvaged)) => Step::Unreadable(words.salvaged_only_merges().to_owned(), Some(backup)),
        Err(error) => Step::Unreadable(words.storage(&error), None),
    }
}

/// Where the user is with a file, if there is one.
pub type Steps = RwSignal<Option<Step>, LocalStorage>;

fn unreadable(store: Store, step: Steps, why: String, salvage: Option<Backup>) -> AnyView {
    let locale = use_locale();
    let words = locale.words;
    let offer = salvage.map(|backup| {
        let count = locale.format.with_value(|format| words.salvage(backup.entries.len(), format));
        let take = move |_| step.set(Some(planned(store, locale, Mode::Merge, backup.clone())));
        view! { <button class="button" type="button" on:click=take>{count}</button> }
    });
    view! {
        <div class="notice" data-kind="error" role="alert">
            <Icon name="error"/>
            <p>{why}</p>
            {offer}
            <button class="button" data-kind="quiet" type="button" on:click=move |_| step.set(None)>
                {words.dismiss()}
            </button>
        </div>
    }
    .into_any()
}

/// What the file would do, as things are chosen; nothing is written before the button is pressed.
#[component]
fn Planned(step: Steps, backup: Backup, plan: Plan) -> impl IntoView {
    let store = use_store();
    let locale = use_locale();
    let words = locale.words;
    let (mode, shrink) = (plan.mode(), plan.shrinks());
    let salvaged = backup.salvaged;
    let free = browser::units_stored().free();
    let room = (plan.space().peak > plan.space().now + free).then_some(free);
    let consents = RwSignal::new(shrink.is_none());
    let plan = RwSignal::new_local(plan);
    let again = StoredValue::new_local(backup);
    let change = move |mode| step.set(Some(planned(store, locale, mode, again.get_value())));
    let nothing = move || plan.with(|plan| plan.writes().is_empty());
    let restore = move |_| {
        store.restore(plan.with_untracked(Plan::writes), move |result| match result {
            // Something else lies there by now: what would be done is worked out anew, and shown.
            Err(CommitError::Storage(StorageError::Moved { .. })) => change(mode),
            Err(_) => {}
            Ok(_) => step.set(None),
        });
    };
    view! {
        <div class="restore" role="group" aria-labelledby="restore-title">
            <h3 id="restore-title" tabindex="-1">{words.restore_title()}</h3>
            {salvaged.then(|| view! { <p class="hint">{words.salvaged_only_merges()}</p> })}
            {(!salvaged).then(|| modes(words.merge(), words.replace(), mode, change))}
            <ul class="preview">
                {move || plan.with(|plan| preview(locale, plan))}
            </ul>
            <Conflicts plan=plan/>
            {shrink.map(|shrink| shrinking(locale, shrink, consents))}
            {room.map(|free| no_room(store, locale, plan.get_untracked(), free, move || change(mode)))}
            <div class="actions">
                <button
                    class="button"
                    data-kind="primary"
                    type="button"
                    disabled=move || nothing() || !consents.get() || room.is_some()
                    on:click=restore
                >
                    {move || if nothing() { words.nothing_to_restore() } else { words.restore_this(mode == Mode::Replace) }}
                </button>
                <button class="button" type="button" on:click=move |_| step.set(None)>{words.cancel()}</button>
            </div>
        </div>
    }
}

fn modes(merge: &'static str, replace: &'static str, mode: Mode, change: impl Fn(Mode) + Copy + 'static) -> AnyView {
    let choice = move |label, this| {
        view! {
            <label class="check">
                <input type="radio" name="restore-mode" prop:checked=mode == this on:change=move |_| change(this)/>
                {label}
            </label>
        }
    };
    view! { <div class="stack">{choice(merge, Mode::Merge)}{choice(replace, Mode::Replace)}</div> }.into_any()
}

/// What will be there afterwards, a line each; only what happens is named.
fn preview(locale: Locale, plan: &Plan) -> AnyView {
    let lines = locale.format.with_value(|format| locale.words.restore_preview(&plan.preview(), format));
    lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view().into_any()
}

/// Less than half of the book would be left: that needs a second yes.
fn shrinking(locale: Locale, shrink: Shrink, consents: RwSignal<bool>) -> AnyView {
    let text = locale.format.with_value(|format| locale.words.shrinks(&shrink, format));
    view! {
        <div class="notice" data-kind="warn" role="alert">
            <Icon name="warn"/>
            <label class="check">
                <input type="checkbox" on:change=move |event| consents.set(event_target_checked(&event))/>
                {text}
            </label>
        </div>
    }
    .into_any()
}

/// Old and new do not fit side by side. Where the new replaces the old, the old goes first, once it was downloaded.
fn no_room(store: Store, locale: Locale, plan: Plan, free: usize, again: impl Fn() + Copy + 'static) -> AnyView {
    let words = locale.words;
    let space = plan.space();
    let text = words.storage(&StorageError::NoRoom { needed: space.peak.saturating_sub(space.now), free });
    let downloaded = RwSignal::new(false);
    let download = move |_| {
        super::backup::make(store);
        downloaded.set(true);
    };
    let remove = move |_| {
        store.make_room(move |done| {
            if done.is_ok() {
                again();
            }
        });
    };
    let ways = (plan.mode() == Mode::Replace).then(|| {
        view! {
            <p>{words.replace_in_two_steps()}</p>
            <button class="button" type="button" on:click=download><Icon name="download"/>{words.back_up_now()}</button>
            <button
                class="button"
                data-kind="danger"
                type="button"
                disabled=move || !downloaded.get()
                on:click=remove
            >
                {words.delete_present_book(plan.preview().now.opportunities)}
            </button>
        }
    });
    view! {
        <div class="notice" data-kind="warn" role="alert">
            <Icon name="warn"/>
            <p>{text}</p>
            {ways}
        </div>
    }
    .into_any()
}
