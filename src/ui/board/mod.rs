//! The board: what is open by stage, and the moves from stage to stage and to a closing.
//!
//! - `column`, `card`: what is shown; `totals`: what it adds up to.
//! - `moving`: the one way in which a card goes elsewhere, whoever asks for it: its menu, `drag` or `keys`.

mod card;
mod column;
mod drag;
mod keys;
mod moving;
mod totals;

use std::sync::Arc;

use leptos::{html, prelude::*};

use super::browser;
use super::parts::Icon;
use super::store::{Store, use_store};
use super::text::{Locale, use_locale};
use crate::domain::{OpportunityId, Outcome, Stage};
use crate::workspace::{Filter, Listing, Query, View};
use column::Column;
use drag::{Drag, Ghost};
use moving::Target;
use totals::Totals;

/// The board.
#[component]
pub fn BoardPage() -> impl IntoView {
    let board = Board::new();
    let words = board.locale.words;
    browser::set_title(&format!("{} · Tutup", words.board()));
    let is_empty = Memo::new(move |_| board.store.workspace(|workspace| workspace.index().count(View::Open) == 0));
    let [before, behind] = words.board_hint();
    view! {
        <div class="page-head">
            <h1 id="page-head" tabindex="-1">{words.board()}</h1>
            <Totals store=board.store/>
        </div>
        {move || if is_empty.get() {
            view! { <p class="lead">{words.nothing_in_view(View::Open)}</p> }.into_any()
        } else {
            view! {
                <p class="lead wide hint">{before}<kbd>"M"</kbd>{behind}</p>
                <Stages board=board/>
            }
            .into_any()
        }}
        <output class="hidden">{move || board.said.get()}</output>
    }
}

/// The columns, and beside them the places that close what is dropped on them.
#[component]
fn Stages(board: Board) -> impl IntoView {
    let root = NodeRef::<html::Div>::new();
    let drag = Drag::new(board, root);
    let is_dragging = move || board.dragged.with(|dragged| dragged.is_some().then_some(""));
    view! {
        <div
            class="board"
            node_ref=root
            data-dragging=is_dragging
            on:pointerdown=move |event| drag.press(&event)
            on:pointermove=move |event| drag.follow(&event)
            on:pointerup=move |event| drag.release(&event)
            on:pointercancel=move |_| drag.lose()
            on:lostpointercapture=move |_| drag.lose()
            on:touchmove=move |event| drag.keep_from_scrolling(&event)
            on:contextmenu=move |event| drag.keep_from_menu(&event)
            on:click=move |event| drag.keep_from_following(&event)
            // A link would be dragged as an address.
            on:dragstart=move |event| event.prevent_default()
            on:keydown=move |event| keys::press(&event)
            on:focusin=move |event| board.remember_focus(&event)
        >
            {Stage::ALL.iter().map(|stage| view! { <Column board=board stage=*stage/> }).collect_view()}
            <div class="outcomes" role="group" aria-label=board.locale.words.drop_places()>
                <DropPlace board=board outcome=Outcome::Won icon="won"/>
                <DropPlace board=board outcome=Outcome::Lost icon="lost"/>
            </div>
            <Ghost board=board place=drag.place()/>
        </div>
    }
}

#[component]
fn DropPlace(board: Board, outcome: Outcome, icon: &'static str) -> impl IntoView {
    let words = board.locale.words;
    let target = Target::Outcome(outcome);
    view! {
        <div class="drop" data-drop=target.code() data-over=board.is_over(target)>
            <Icon name=icon/>
            <strong>{words.outcome(outcome)}</strong>
            <span>{words.drop_to_close(outcome)}</span>
        </div>
    }
}

/// How many cards a column shows at first, and how many more each time that more are asked for.
const STEP: usize = 50;

/// What the board shows and what goes on upon it.
#[derive(Clone, Copy)]
struct Board {
    store: Store,
    locale: Locale,
    /// One for each stage.
    lists: [Memo<Arc<Listing>>; 4],
    /// The card that was moved last. It is shown also where it stands behind those that its column shows.
    moved: RwSignal<Option<OpportunityId>>,
    /// Where that card went, for those who do not see it.
    said: RwSignal<String>,
    /// The card that is in the hand.
    dragged: RwSignal<Option<OpportunityId>>,
    /// What the card in the hand is over.
    over: RwSignal<Option<Target>>,
    /// The card that had the focus last.
    focused: StoredValue<Option<OpportunityId>>,
}

impl Board {
    fn new() -> Self {
        let store = use_store();
        let list = |stage| {
            let filter = Filter { stage: Some(stage), ..Filter::default() };
            let query = Query { filter, ..Query::all_of(View::Open) };
            store.listing(Memo::new(move |_| query.clone()))
        };
        let board = Self {
            store,
            locale: use_locale(),
            lists: [Stage::Qualify, Stage::Develop, Stage::Propose, Stage::Close].map(list),
            moved: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            dragged: RwSignal::new(None),
            over: RwSignal::new(None),
            focused: StoredValue::new(None),
        };
        board.keep_focus();
        board
    }

    fn list(&self, stage: Stage) -> Memo<Arc<Listing>> {
        let [qualify, develop, propose, close] = self.lists;
        match stage {
            Stage::Qualify => qualify,
            Stage::Develop => develop,
            Stage::Propose => propose,
            Stage::Close => close,
        }
    }

    fn is_over(self, target: Target) -> impl Fn() -> Option<&'static str> + Copy {
        move || self.over.with(|over| (*over == Some(target)).then_some(""))
    }

    fn remember_focus(self, event: &web_sys::FocusEvent) {
        let card = card::of_event(event);
        self.focused.set_value(card);
    }

    /// Whatever takes a card to another column, undo too, takes the focus with it.
    fn keep_focus(self) {
        Effect::new(move |_| {
            self.lists.iter().for_each(|list| list.track());
            browser::after_drawing(move || {
                let was = self.focused.try_get_value().flatten();
                let is_lost = browser::focused().is_none_or(|element| element.tag_name() == "BODY");
                if let Some(id) = was.filter(|_| is_lost) {
                    browser::focus(&card::link_id(id));
                }
            });
        });
    }
}
