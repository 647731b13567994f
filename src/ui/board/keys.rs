//! The board by keys: arrows, J and K go from card to card, M opens a card's menu.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::card;
use crate::ui::browser;

/// A key was pressed on the board.
pub(super) fn press(event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() || event.is_composing() {
        return;
    }
    let Some(card) = card_of(event) else { return };
    // At an end of the board the focus stays.
    let _ = match event.key().to_lowercase().as_str() {
        "arrowdown" | "j" => focus(card.next_element_sibling()),
        "arrowup" | "k" => focus(card.previous_element_sibling()),
        "arrowright" => focus(beside(&card, Element::next_element_sibling)),
        "arrowleft" => focus(beside(&card, Element::previous_element_sibling)),
        "m" => open_menu(&card),
        _ => return,
    };
    // What the key does here it does nowhere else; nor does it scroll the page away at an end.
    event.prevent_default();
    event.stop_propagation();
}

/// The card whose link or menu button has the focus; in the open menu the keys are the menu's.
fn card_of(event: &KeyboardEvent) -> Option<Element> {
    let element = card::element_of(event)?;
    let in_menu = element.closest(".menu-list").ok().flatten().is_some();
    element.closest(".card").ok().flatten().filter(|_| !in_menu)
}

fn focus(card: Option<Element>) -> Option<()> {
    let link = card?.query_selector("h3 a").ok().flatten()?;
    link.dyn_into::<HtmlElement>().ok()?.focus().ok()
}

/// The card of the same height in the nearest column on that side that has any; the last one where that has fewer.
fn beside(card: &Element, next: fn(&Element) -> Option<Element>) -> Option<Element> {
    let place = std::iter::successors(card.previous_element_sibling(), Element::previous_element_sibling).count();
    let column = card.closest(".column").ok().flatten()?;
    let lists = std::iter::successors(next(&column), next).filter_map(|column| column.query_selector("ol").ok()?);
    let cards = lists.map(|list| list.children()).find(|cards| cards.length() > 0)?;
    cards.item(u32::try_from(place).ok()?.min(cards.length() - 1))
}

/// Opens the menu as a press of its button does, and goes to the first thing in it.
fn open_menu(card: &Element) -> Option<()> {
    let menu = card::menu_id(card::id_of(card)?);
    let button = card.query_selector(".menu > button").ok().flatten()?;
    button.dyn_into::<HtmlElement>().ok()?.click();
    let first = browser::document()?.get_element_by_id(&menu)?.query_selector("button").ok().flatten()?;
    first.dyn_into::<HtmlElement>().ok()?.focus().ok()
}
