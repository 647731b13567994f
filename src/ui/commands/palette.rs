//! The palette: every command that can be carried out now, and every opportunity, by a few letters.
//!
//! It is the combobox of WAI-ARIA: the focus stays in the field, and `aria-activedescendant` says which option is chosen.

use std::sync::Arc;

use leptos::{ev, html, prelude::*};

use super::popup::{self, PopupDialog};
use super::sheet::Keys;
use super::{Scene, UserCommand};
use crate::domain::{OpportunityId, fold};
use crate::ui::browser;
use crate::ui::parts::{Icon, OpportunityStatus, PAGE_HEAD};
use crate::ui::route::{Panel, Route};
use crate::ui::store::{Popup, Store, use_store};
use crate::ui::text::use_locale;
use crate::workspace::{Fit, Letters, View};

/// How many are offered at once.
const MOST: usize = 50;

/// The id of the list; an option's is that with its place behind it.
const LIST: &str = "palette-list";

/// What can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    Command(UserCommand),
    Opportunity(OpportunityId),
}

/// The palette.
#[component]
pub(super) fn Palette() -> impl IntoView {
    let words = use_locale().words;
    let typed = RwSignal::new(String::new());
    let chooser = Chooser::new(typed);
    let count = Memo::new(move |_| chooser.choices.with(|choices| choices.len()));
    let active = move || (count.get() > 0).then(|| option_id(chooser.active.get()));
    let field = NodeRef::<html::Input>::new();
    let input = move |_| field.get_untracked().into_iter().for_each(|field| typed.set(field.value()));
    view! {
        <PopupDialog popup=Popup::Palette title=words.commands()>
            <div class="search">
                <Icon name="search"/>
                <input
                    class="input"
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    spellcheck="false"
                    autofocus=true
                    placeholder=words.find_a_command()
                    aria-label=words.find_a_command()
                    aria-autocomplete="list"
                    aria-expanded="true"
                    aria-controls=LIST
                    aria-activedescendant=active
                    node_ref=field
                    on:input=input
                    on:keydown=move |event| chooser.press(&event)
                />
                // Where there is no Esc, and nothing beside the dialog to press.
                <button
                    class="button narrow"
                    data-kind="quiet"
                    data-square=""
                    type="button"
                    aria-label=words.close_dialog()
                    on:click=|_| popup::close()
                >
                    <Icon name="cross"/>
                </button>
            </div>
            <div role="listbox" id=LIST aria-label=words.commands() tabindex="-1">{move || chooser.options()}</div>
            {move || (count.get() == 0).then(|| view! { <p class="lead">{words.nothing_fits()}</p> })}
            <output class="hidden">{move || words.choices(count.get())}</output>
        </PopupDialog>
    }
}

/// What is offered, and which of it is chosen by Enter.
#[derive(Clone, Copy)]
struct Chooser {
    store: Store,
    /// What the user was at when the palette opened: afterwards the focus is in here.
    scene: StoredValue<Scene, LocalStorage>,
    choices: Memo<Arc<Vec<Choice>>>,
    active: RwSignal<usize>,
}

impl Chooser {
    /// Offers what fits the letters.
    fn new(typed: RwSignal<String>) -> Self {
        let (store, locale) = (use_store(), use_locale());
        let scene = StoredValue::new_local(Scene::now(store, locale));
        let commands = StoredValue::new_local(scene.with_value(offered));
        let choices = Memo::new(move |_| {
            let letters = typed.with(|typed| Letters::of(typed));
            let (mut choices, behind) = commands.with_value(|commands| fitting(commands, &letters));
            if !letters.is_empty() {
                let found = store.workspace(|workspace| workspace.index().find(&letters, MOST));
                choices.extend(found.iter().map(|row| Choice::Opportunity(row.id)));
            }
            choices.extend(behind);
            choices.truncate(MOST);
            Arc::new(choices)
        });
        let active = RwSignal::new(0);
        Effect::new(move |_| {
            choices.get();
            active.set(0);
        });
        Effect::new(move |_| show(active.get()));
        Self { store, scene, choices, active }
    }

    /// Does what stands there.
    fn choose(self, place: usize) {
        let Some(chosen) = self.choices.with_untracked(|choices| choices.get(place).copied()) else { return };
        let scene = self.scene.with_value(Clone::clone);
        // The focus is back where it was before the command looks for it.
        popup::close();
        self.store.popup().set(None);
        match chosen {
            Choice::Command(command) => scene.run(command),
            Choice::Opportunity(id) => {
                self.store.go(Route::Opportunity(id, Panel::None));
                browser::after_drawing(|| browser::focus(PAGE_HEAD));
            }
        }
    }

    fn press(self, event: &ev::KeyboardEvent) {
        if event.is_composing() {
            return;
        }
        let count = self.choices.with_untracked(|choices| choices.len()).max(1);
        let here = self.active.get_untracked();
        let to = match event.key().as_str() {
            "ArrowDown" => Some((here + 1) % count),
            "ArrowUp" => Some((here + count - 1) % count),
            "Home" => Some(0),
            "End" => Some(count - 1),
            "Enter" => None,
            _ => return,
        };
        event.prevent_default();
        match to {
            Some(to) => self.active.set(to),
            None => self.choose(here),
        }
    }

    /// The commands, then the opportunities, then what fits less.
    fn options(self) -> impl IntoView {
        let words = use_locale().words;
        let choices = self.choices.get();
        let is_command = |choice: &&Choice| matches!(choice, Choice::Command(_));
        let before = choices.iter().take_while(is_command).count();
        let behind = choices.iter().rev().take_while(is_command).count();
        let behind = choices.len().saturating_sub(behind).max(before);
        let group = |label: &'static str, from: usize, to: usize| {
            let options = (from..to).zip(choices.iter().skip(from)).map(|(place, choice)| self.option(place, *choice));
            (to > from).then(|| view! { <div role="group" aria-label=label>{options.collect_view()}</div> })
        };
        view! {
            {group(words.commands(), 0, before)}
            {group(words.view_title(View::All), before, behind)}
            {group(words.commands(), behind, choices.len())}
        }
    }

    fn option(self, place: usize, choice: Choice) -> impl IntoView {
        let shown = match choice {
            Choice::Command(it) => {
                let name = self.scene.with_value(|scene| scene.name_with_subject(it));
                view! {
                    <Icon name=it.icon()/>
                    <span class="name">{name}</span>
                    <span class="at-end" aria-hidden="true"><Keys keys=it.keys()/></span>
                }
                .into_any()
            }
            Choice::Opportunity(id) => opportunity(id),
        };
        view! {
            <div
                role="option"
                id=option_id(place)
                aria-selected=move || if self.active.get() == place { "true" } else { "false" }
                on:mousedown=|event: ev::MouseEvent| event.prevent_default()
                on:click=move |_| self.choose(place)
            >
                {shown}
            </div>
        }
    }
}

fn option_id(place: usize) -> String {
    format!("{LIST}-{place}")
}

/// Every command that can be carried out there, with its name folded.
fn offered(scene: &Scene) -> Vec<(UserCommand, String)> {
    let can = UserCommand::ALL.into_iter().filter(|it| *it != UserCommand::Palette && scene.can(*it));
    can.map(|command| (command, fold(scene.locale.words.command(command)))).collect()
}

/// Those that fit the letters, best first; and those in which they are merely somewhere, for behind the opportunities.
fn fitting(commands: &[(UserCommand, String)], letters: &Letters) -> (Vec<Choice>, Vec<Choice>) {
    let mut fitting: Vec<_> =
        commands.iter().filter_map(|(command, name)| Some((letters.fit(name)?, Choice::Command(*command)))).collect();
    fitting.sort_by_key(|(fit, _)| *fit);
    let before = fitting.partition_point(|(fit, _)| *fit < Fit::Within);
    let behind = fitting.split_off(before);
    let choices = |fitting: Vec<(Fit, Choice)>| fitting.into_iter().map(|(_, choice)| choice).collect();
    (choices(fitting), choices(behind))
}

/// An opportunity: topic, customer, and how it ended.
fn opportunity(id: OpportunityId) -> AnyView {
    let store = use_store();
    let found = untrack(|| store.read(|book| book.opportunity(id).cloned()));
    let shown = found.map(|it| {
        let customer = it.details.customer.as_ref().map(ToString::to_string);
        view! {
            <span class="name">{it.details.topic.to_string()}</span>
            <span class="muted">{customer}</span>
            <OpportunityStatus opportunity=&it/>
        }
    });
    shown.into_any()
}

/// Scrolls the list as little as brings the option there into sight.
fn show(place: usize) {
    let element = |id: &str| browser::document().and_then(|document| document.get_element_by_id(id));
    browser::after_drawing(move || {
        let (Some(list), Some(option)) = (element(LIST), element(&option_id(place))) else { return };
        let (frame, here) = (list.get_bounding_client_rect(), option.get_bounding_client_rect());
        let over = (here.top() - frame.top()).min(0.0) + (here.bottom() - frame.bottom()).max(0.0);
        #[allow(clippy::cast_possible_truncation, reason = "some hundred pixels")]
        list.set_scroll_top(list.scroll_top() + over.round() as i32);
    });
}
