//! What the rows of a list are copied from.
//!
//! The moulds are ordinary views, drawn once and stripped of what only serves to draw them anew. So a row is made of the same
//! parts as the other screens.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::tachys::view::Mountable;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};

use super::super::columns;
use super::Row;
use crate::domain::{Currency, Date, OpportunityId};
use crate::ui::browser;
use crate::ui::parts::Icon;
use crate::ui::route::{Panel, Route};
use crate::ui::store::{Store, use_store};
use crate::ui::text::{Speech, use_speech};
use crate::workspace::{Column, View};

/// A row of a view with nothing in it, and the pieces that stand in many rows.
pub struct Mould {
    pub(super) store: Store,
    pub(super) speech: Speech,
    pub(super) view: View,
    pub(super) columns: Arc<[Column]>,
    /// The currency whose sign the columns' heads have.
    pub(super) main: Currency,
    pub(super) today: Date,
    blank: Option<Node>,
    pieces: RefCell<Vec<([&'static str; 2], Option<Node>)>>,
}

impl Mould {
    /// The mould of the rows of a view with those columns. Of another view, another day or in other words, it is another.
    pub fn new(view: View, columns: Arc<[Column]>, main: Currency, today: Date) -> Self {
        let cells = columns.iter().skip(1).map(|column| view! { <td class=columns::class(*column, view)></td> });
        let blank = cast(
            view! {
                <tr>
                    <td class="pick"><label><input type="checkbox"/></label></td>
                    <td class="topic wide-column"><a></a></td>
                    {cells.collect_view()}
                </tr>
            }
            .into_any(),
        );
        Self { store: use_store(), speech: use_speech(), view, columns, main, today, blank, pieces: RefCell::default() }
    }

    /// The row of an opportunity, with nothing in it yet. None in a page that has gone.
    pub(super) fn row(&self, id: OpportunityId) -> Option<Row> {
        let element: Element = self.blank.as_ref()?.clone_node_with_deep(true).ok()?.unchecked_into();
        let pick = element.first_element_child()?;
        let link = pick.next_element_sibling()?.first_element_child()?;
        let pick = pick.first_element_child()?.first_element_child()?.unchecked_into();
        let number = id.to_string();
        set(&element, "data-opportunity", &number);
        set(&link, "href", &self.store.address(Route::Opportunity(id, Panel::None)));
        set(&link, "id", &format!("row-{number}"));
        Some(Row { id, element, pick, link, record: None, place: None, is_picked: false })
    }

    /// A row that stands for those that are not mounted.
    pub(super) fn rest(&self) -> Option<HtmlElement> {
        let rest = self.piece(["rest", ""], || view! { <tr class="rest" aria-hidden="true"><td></td></tr> }.into_any());
        rest.map(JsCast::unchecked_into)
    }

    /// A badge: icon and word.
    pub(super) fn badge(&self, status: &'static str, icon: &'static str, word: &str) -> Option<Node> {
        let badge = self.piece([status, icon], || {
            view! { <span class="status" data-status=status><Icon name=icon/>" "</span> }.into_any()
        })?;
        badge.last_child()?.set_node_value(Some(word));
        Some(badge)
    }

    /// A copy of the piece of that name.
    pub(super) fn piece(&self, name: [&'static str; 2], draw: impl FnOnce() -> AnyView) -> Option<Node> {
        let mut pieces = self.pieces.borrow_mut();
        let known = pieces.iter().find(|(known, _)| *known == name).map(|(_, piece)| piece.clone());
        let piece = known.unwrap_or_else(|| {
            let piece = cast(draw());
            pieces.push((name, piece.clone()));
            piece
        });
        piece?.clone_node_with_deep(true).ok()
    }
}

/// Sets an attribute.
pub fn set(element: &Element, name: &str, value: &str) {
    // It fails only for a name that is none.
    let _ = element.set_attribute(name, value);
}

/// Draws one element that follows nothing, outside the page.
fn cast(view: AnyView) -> Option<Node> {
    let bench = browser::document()?.create_element("tbody").ok()?;
    view.build().mount(&bench, None);
    strip(&bench);
    bench.first_child()
}

/// Takes out the marks between which a view is drawn anew, and draws each icon itself in the place of a reference, which the
/// browser would have to follow in each copy.
fn strip(node: &Node) {
    let mut next = node.first_child();
    while let Some(child) = next {
        next = child.next_sibling();
        if child.node_type() == Node::COMMENT_NODE {
            // It is a child.
            let _ = node.remove_child(&child);
        } else if child.node_name() == "use" {
            engrave(child.unchecked_ref());
        } else {
            strip(&child);
        }
    }
}

fn engrave(reference: &Element) -> Option<()> {
    let icon = reference.parent_element()?;
    let symbol = browser::document()?.get_element_by_id(reference.get_attribute("href")?.strip_prefix('#')?)?;
    set(&icon, "viewBox", &symbol.get_attribute("viewBox")?);
    let drawing = symbol.clone_node_with_deep(true).ok()?;
    while let Some(line) = drawing.first_child() {
        icon.append_child(&line).ok()?;
    }
    reference.remove();
    Some(())
}
