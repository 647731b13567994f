//! A card in the hand: by mouse once it has gone a little way, by finger once it was held a while, so that a swipe still scrolls.
//!
//! Pointer events alone: what HTML calls drag and drop knows no fingers. Nothing is changed before the card is let go over
//! another place; Esc, a second finger and whatever else takes the pointer away leave it where it was.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, WindowListenerHandle};
use leptos::{ev, html, prelude::*};
use web_sys::{Element, PointerEvent};

use super::Board;
use super::card::{self, link_id};
use super::moving::Target;
use crate::domain::OpportunityId;
use crate::ui::browser;

/// So far a mouse goes before it drags, in CSS pixels: a click is seldom without any movement.
const MOUSE_SLOP: f64 = 6.0;

/// So far a finger may waver while it holds a card, in CSS pixels.
const TOUCH_SLOP: f64 = 10.0;

/// So long a finger holds a card before it drags.
const HOLD: Duration = Duration::from_millis(300);

/// So near to an edge, in CSS pixels, a card in the hand scrolls what is behind it, and so far each time the page is drawn.
const EDGE: (f64, f64) = (56.0, 12.0);

/// What a pointer does with a card.
#[derive(Clone, Copy)]
pub(super) struct Drag {
    board: Board,
    root: NodeRef<html::Div>,
    state: StoredValue<State, LocalStorage>,
    /// Where the card in the hand is.
    place: RwSignal<Place>,
}

/// Where a card is on the screen, and how wide, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Place {
    left: f64,
    top: f64,
    width: f64,
}

#[derive(Clone, Copy)]
enum State {
    /// No pointer is on a card.
    Idle,
    /// A card was pressed and may yet be clicked or scrolled away.
    Pressed { press: Press, hold: Option<TimeoutHandle> },
    /// A card is in the hand.
    Dragging { press: Press, at: Point },
    /// What was in the hand is back or gone, and the pointer is still down or just up: a click that follows means nothing.
    Over,
}

#[derive(Clone, Copy)]
struct Press {
    id: OpportunityId,
    pointer: i32,
    at: Point,
    /// From the corner of the card to where it is held.
    grip: Point,
    width: f64,
}

/// On the screen, in CSS pixels.
#[derive(Clone, Copy)]
struct Point {
    x: f64,
    y: f64,
}

impl Point {
    fn of(event: &PointerEvent) -> Self {
        Self { x: event.client_x().into(), y: event.client_y().into() }
    }

    fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

impl Drag {
    /// Follows the pointers on a board while its component is mounted.
    pub(super) fn new(board: Board, root: NodeRef<html::Div>) -> Self {
        let state = StoredValue::new_local(State::Idle);
        let drag = Self { board, root, state, place: RwSignal::new(Place::default()) };
        let escape = window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" && drag.is_dragging() {
                event.prevent_default();
                drag.abandon();
            }
        });
        on_cleanup(move || {
            WindowListenerHandle::remove(escape);
            drag.abandon();
        });
        drag
    }

    /// Where the card in the hand is, while there is one.
    pub(super) fn place(self) -> Signal<Place> {
        self.place.into()
    }

    fn is_dragging(self) -> bool {
        matches!(self.now(), State::Dragging { .. })
    }

    fn now(self) -> State {
        self.state.try_get_value().unwrap_or(State::Idle)
    }

    // --- what the pointer does

    /// A pointer goes down. A second finger takes back what the first one has begun.
    pub(super) fn press(self, event: &PointerEvent) {
        self.abandon();
        self.state.set_value(State::Idle);
        let Some(press) = pressed(event) else { return };
        let by_finger = event.pointer_type() == "touch";
        let begin = move || {
            if matches!(self.now(), State::Pressed { press: now, .. } if now.pointer == press.pointer) {
                self.begin(press, press.at);
            }
        };
        let hold = if by_finger { set_timeout_with_handle(begin, HOLD).ok() } else { None };
        self.state.set_value(State::Pressed { press, hold });
    }

    /// A pointer moves.
    pub(super) fn follow(self, event: &PointerEvent) {
        let at = Point::of(event);
        match self.now() {
            State::Pressed { press, hold } if press.pointer == event.pointer_id() => {
                let way = press.at.distance(at);
                match hold {
                    Some(_) if way > TOUCH_SLOP => self.abandon(),
                    None if event.buttons() & 1 == 0 => self.abandon(),
                    None if way > MOUSE_SLOP => self.begin(press, at),
                    _ => {}
                }
            }
            State::Dragging { press, .. } if press.pointer == event.pointer_id() => self.carry(press, at),
            _ => {}
        }
    }

    /// A pointer goes up: a card in the hand goes where it was let go.
    pub(super) fn release(self, event: &PointerEvent) {
        match self.now() {
            State::Dragging { press, .. } if press.pointer == event.pointer_id() => {
                self.carry(press, Point::of(event));
                let target = self.board.over.get_untracked();
                self.abandon();
                match target {
                    Some(target) => self.board.move_card(press.id, target),
                    None => browser::focus(&link_id(press.id)),
                }
            }
            // A pointer that has nothing in its hand.
            State::Dragging { .. } => return,
            State::Idle | State::Pressed { .. } | State::Over => {}
        }
        self.let_go();
    }

    /// The pointer is gone, and nothing is changed.
    pub(super) fn lose(self) {
        self.abandon();
        self.let_go();
    }

    /// No pointer is down any more. The click that its release makes comes before the page is drawn again.
    fn let_go(self) {
        self.abandon();
        browser::after_drawing(move || {
            if matches!(self.now(), State::Over) {
                self.state.try_set_value(State::Idle);
            }
        });
    }

    /// Whatever was begun is over, and nothing is changed.
    fn abandon(self) {
        self.drop_hold();
        match self.now() {
            State::Dragging { .. } => {
                self.state.try_set_value(State::Over);
                self.board.over.try_set(None);
                self.board.dragged.try_set(None);
            }
            State::Pressed { .. } => drop(self.state.try_set_value(State::Idle)),
            State::Idle | State::Over => {}
        }
    }

    // --- what the browser would do with it

    /// A finger that drags does not scroll. The browser asks before it begins to.
    pub(super) fn keep_from_scrolling(self, event: &web_sys::Event) {
        if self.is_dragging() && event.cancelable() {
            event.prevent_default();
        }
    }

    /// A finger that is held means the card, not the browser's menu for links.
    pub(super) fn keep_from_menu(self, event: &web_sys::Event) {
        if matches!(self.now(), State::Dragging { .. } | State::Pressed { hold: Some(_), .. }) {
            event.prevent_default();
        }
    }

    /// The click at the end of a drag does not follow the link.
    pub(super) fn keep_from_following(self, event: &web_sys::Event) {
        if matches!(self.now(), State::Over) {
            event.prevent_default();
        }
    }

    // --- the card in the hand

    fn begin(self, press: Press, at: Point) {
        self.drop_hold();
        if let Some(root) = self.root.get_untracked() {
            // A pointer that has just gone cannot be captured, and is reported as gone.
            let _ = root.set_pointer_capture(press.pointer);
        }
        self.state.set_value(State::Dragging { press, at });
        self.board.dragged.set(Some(press.id));
        self.carry(press, at);
        self.scroll_at_edges();
    }

    fn carry(self, press: Press, at: Point) {
        self.state.set_value(State::Dragging { press, at });
        self.place.set(Place { left: at.x - press.grip.x, top: at.y - press.grip.y, width: press.width });
        let over = target_at(at);
        self.board.over.maybe_update(|now| std::mem::replace(now, over) != over);
    }

    /// While a card is held near an edge, what is behind it goes on.
    fn scroll_at_edges(self) {
        browser::after_drawing(move || {
            let State::Dragging { press, at } = self.now() else { return };
            let Some(Some(root)) = self.root.try_get_untracked() else { return };
            let sides = root.get_bounding_client_rect();
            let sideways = step(at.x, sides.left(), sides.right());
            // Over the places that close, the card is not on its way to a stage.
            let is_closing = matches!(self.board.over.get_untracked(), Some(Target::Outcome(_)));
            let down = if is_closing { 0.0 } else { step(at.y, 0.0, browser::screen_height()) };
            if sideways != 0.0 || down != 0.0 {
                #[allow(clippy::cast_possible_truncation, reason = "a few pixels")]
                root.set_scroll_left(root.scroll_left() + sideways as i32);
                browser::scroll_to(browser::scrolled() + down);
                self.carry(press, at);
            }
            self.scroll_at_edges();
        });
    }

    fn drop_hold(self) {
        if let State::Pressed { hold: Some(hold), .. } = self.now() {
            hold.clear();
        }
    }
}

/// The press of a card by the main button or a finger. What stands on it to be pressed for itself, but its link, is none.
fn pressed(event: &PointerEvent) -> Option<Press> {
    let element = card::element_of(event).filter(|_| event.button() == 0 && event.is_primary())?;
    if element.closest(".menu").ok().flatten().is_some() {
        return None;
    }
    let card = element.closest("[data-opportunity]").ok().flatten()?;
    let (at, place) = (Point::of(event), card.get_bounding_client_rect());
    let grip = Point { x: at.x - place.left(), y: at.y - place.top() };
    Some(Press { id: card::id_of(&card)?, pointer: event.pointer_id(), at, grip, width: place.width() })
}

/// Where a card would go that is let go there.
fn target_at(at: Point) -> Option<Target> {
    #[allow(clippy::cast_possible_truncation, reason = "a place on the screen")]
    let element: Element = browser::document()?.element_from_point(at.x as f32, at.y as f32)?;
    Target::from_code(&element.closest("[data-drop]").ok().flatten()?.get_attribute("data-drop")?)
}

/// How far to scroll for a pointer there between two edges.
fn step(at: f64, from: f64, to: f64) -> f64 {
    let (edge, far) = EDGE;
    match () {
        () if at < from + edge => -far,
        () if at > to - edge => far,
        () => 0.0,
    }
}

/// The card in the hand, as it is seen.
#[component]
pub(super) fn Ghost(board: Board, place: Signal<Place>) -> impl IntoView {
    move || {
        let id = board.dragged.get()?;
        let it = untrack(|| board.store.read(|book| book.opportunity(id).cloned()))?;
        Some(view! {
            <div
                class="card ghost"
                aria-hidden="true"
                style:transform=move || place.with(|place| format!("translate({}px, {}px)", place.left, place.top))
                style:inline-size=move || place.with(|place| format!("{}px", place.width))
            >
                <h3>{it.details.topic.to_string()}</h3>
                {card::facts(board, &it)}
            </div>
        })
    }
}
