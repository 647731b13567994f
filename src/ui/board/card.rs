//! One card. It reads its own record's memo, so an act redraws only the cards that it changed.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::Board;
use super::moving::Target;
use crate::domain::{OpenReason, Opportunity, OpportunityId, Outcome, QuoteState, Stage, Status};
use crate::ui::parts::{Amount, Day, Icon, Menu};
use crate::ui::route::{Panel, Route};
use crate::ui::text::use_words;

/// The card of an opportunity at a stage.
#[component]
pub(super) fn Card(
    board: Board,
    id: OpportunityId,
    stage: Stage,
    /// Whether it stands behind others that are not shown.
    apart: Signal<bool>,
) -> impl IntoView {
    let store = board.store;
    let record = store.opportunity(id);
    let address = store.address(Route::Opportunity(id, Panel::None));
    let is_dragged = Memo::new(move |_| board.dragged.get() == Some(id));
    view! {
        <li
            class="card"
            data-opportunity=id.to_string()
            data-dragged=move || is_dragged.get().then_some("")
            data-apart=move || apart.get().then_some("")
        >
            {move || record.get().map(|it| {
                view! {
                    <h3><a href=address.clone() id=link_id(id) draggable="false">{it.details.topic.to_string()}</a></h3>
                    {facts(board, &it)}
                    <MoveMenu board=board id=id stage=stage topic=it.details.topic.to_string()/>
                }
            })}
        </li>
    }
}

/// The id of a card's link.
pub(super) fn link_id(id: OpportunityId) -> String {
    format!("card-{id}")
}

/// The id of a card's menu.
pub(super) fn menu_id(id: OpportunityId) -> String {
    format!("move-{id}")
}

/// The card in which something happens.
pub(super) fn of_event(event: &web_sys::Event) -> Option<OpportunityId> {
    id_of(&element_of(event)?.closest("[data-opportunity]").ok().flatten()?)
}

/// The element at which something happens.
pub(super) fn element_of(event: &web_sys::Event) -> Option<web_sys::Element> {
    event.target().and_then(|target| target.dyn_into().ok())
}

/// The opportunity of a card.
pub(super) fn id_of(card: &web_sys::Element) -> Option<OpportunityId> {
    OpportunityId::parse(&card.get_attribute("data-opportunity")?)
}

/// What stands under the topic: the customer, the estimate, the date, and what is to be known besides.
pub(super) fn facts(board: Board, it: &Opportunity) -> impl IntoView + use<> {
    let words = board.locale.words;
    let today = board.store.today();
    let customer = it.details.customer.as_ref().map(|customer| view! { <p class="muted">{customer.to_string()}</p> });
    let estimate = match it.estimated_revenue() {
        None => view! { <span class="muted">{words.no_estimate()}</span> }.into_any(),
        money => view! { <Amount money=money currency=it.details.currency/> }.into_any(),
    };
    let date = it.details.estimated_close_date;
    let day = move || date.map(|date| view! { <span class="muted"><Day date=Some(date) today=today.get()/></span> });
    let late = move || {
        let days = date.map(|date| today.get().days_since(date)).filter(|days| *days > 0);
        days.map(|days| mark("late", "clock", words.days_late(days)))
    };
    let on_hold = matches!(it.status, Status::Open(OpenReason::OnHold))
        .then(|| mark("hold", "hold", words.open_reason(OpenReason::OnHold).to_owned()));
    let count = |state| it.quotes.iter().filter(|quote| quote.state() == state).count();
    let (active, drafts) = (count(QuoteState::Active), count(QuoteState::Draft));
    let active = (active > 0).then(|| mark("active", "active", words.active_quotes(active)));
    let drafts = (drafts > 0).then(|| mark("draft", "draft", words.draft_quotes(drafts)));
    view! {
        {customer}
        <p class="figures-line">{estimate}{day}</p>
        <p class="marks">{late}{on_hold}{active}{drafts}</p>
    }
}

fn mark(status: &'static str, icon: &'static str, text: String) -> impl IntoView {
    view! { <span class="status" data-status=status><Icon name=icon/>{text}</span> }
}

/// Everywhere the card can go.
#[component]
fn MoveMenu(board: Board, id: OpportunityId, stage: Stage, topic: String) -> impl IntoView {
    let words = use_words();
    let item = move |target: Target, icon: &'static str, text: String| {
        view! {
            <button class="button" type="button" on:click=move |_| board.move_card(id, target)>
                <Icon name=icon/>
                {text}
            </button>
        }
    };
    let stages = Stage::ALL.iter().filter(|other| **other != stage);
    let stages = stages.map(|stage| item(Target::Stage(*stage), "board", words.move_to(*stage))).collect_view();
    view! {
        <Menu id=menu_id(id) label=words.move_menu(&topic)>
            {stages}
            {item(Target::Outcome(Outcome::Won), "won", words.offer_close(Outcome::Won).to_owned())}
            {item(Target::Outcome(Outcome::Lost), "lost", words.offer_close(Outcome::Lost).to_owned())}
        </Menu>
    }
}
