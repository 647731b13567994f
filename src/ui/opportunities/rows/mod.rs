//! The rows of a list that are mounted. They follow what is stored and what is selected: an act writes anew only the rows that
//! it changed.
//!
//! A list that flies past shows a thousand rows a second, each for a moment, and there is no time to build a view for each. So
//! what is alike in them is a view that is drawn once and copied ([`Mould`]), and what a record says is written into the copy.
//! The body of the table has no other children; Leptos draws everything around it.

mod cells;
mod mould;

use std::mem::take;
use std::sync::Arc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, Node};

use crate::domain::{Book, Opportunity, OpportunityId};
use crate::ui::browser;
use crate::workspace::Selection;

use cells::mark;
use mould::set;

pub use mould::Mould;

/// What of a list is mounted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mounted {
    /// Where the first of the rows stands in the list.
    pub first: usize,
    /// Of which opportunities they are.
    pub ids: Vec<OpportunityId>,
    /// How many the list has.
    pub count: usize,
    /// How high those are that are not mounted, above and below, in CSS pixels.
    pub rest: [usize; 2],
}

/// The rows in the body of a table.
pub struct Rows {
    body: HtmlElement,
    mould: Mould,
    shown: Vec<Row>,
    /// The rows that stand for those above and below that are not mounted.
    rest: [HtmlElement; 2],
}

/// What a row shows now.
struct Row {
    id: OpportunityId,
    element: Element,
    /// The box by which it is selected.
    pick: HtmlInputElement,
    /// Its topic, which leads to it.
    link: Element,
    record: Option<Arc<Opportunity>>,
    place: Option<usize>,
    is_picked: bool,
}

impl Rows {
    /// No rows yet, in that body. None in a page that has gone.
    pub fn new(body: HtmlElement, mould: Mould) -> Option<Self> {
        body.set_text_content(None);
        let rest = [mould.rest()?, mould.rest()?];
        Some(Self { body, mould, shown: Vec::new(), rest })
    }

    /// Shows these rows. Those that are there already stay, and are written anew where they say something else.
    pub fn show(&mut self, mounted: &Mounted, book: &Book, selection: &Selection) {
        let focused = browser::focused().filter(|focused| self.body.contains(Some(focused)));
        self.stand_in(mounted.rest);
        let mut earlier = take(&mut self.shown);
        earlier.retain(|row| {
            let stays = mounted.ids.contains(&row.id);
            if !stays {
                row.element.remove();
            }
            stays
        });
        let [above, _] = &self.rest;
        let mut next = if above.is_connected() { above.next_sibling() } else { self.body.first_child() };
        for (place, id) in (mounted.first..).zip(&mounted.ids) {
            let known = earlier.iter().position(|row| row.id == *id).map(|at| earlier.remove(at));
            let Some(mut row) = known.or_else(|| self.mould.row(*id)) else { continue };
            self.update(&mut row, place, book.opportunity(*id), selection.contains(*id));
            let stands = |node: Option<&Node>| node.is_some_and(|node| node.is_same_node(next.as_ref()));
            // Where it stands already, or is behind one that is about to go further down, it stays.
            if stands(Some(&row.element)) || stands(row.element.previous_sibling().as_ref()) {
                next = row.element.next_sibling();
            } else {
                insert(&self.body, &row.element, next.as_ref());
            }
            self.shown.push(row);
        }
        // A row that stands elsewhere now had to leave the page for a moment, and the focus with it.
        if let Some(focused) = focused.filter(|it| it.is_connected() && browser::focused().as_ref() != Some(it)) {
            // As it had the focus before, it can take it.
            let _ = focused.focus();
        }
    }

    /// Writes into a row what it does not say yet.
    fn update(&self, row: &mut Row, place: usize, record: Option<&Arc<Opportunity>>, is_picked: bool) {
        let is_known = |now: &Arc<Opportunity>| row.record.as_ref().is_some_and(|earlier| Arc::ptr_eq(earlier, now));
        if let Some(record) = record.filter(|now| !is_known(now)) {
            self.mould.fill(row, record);
            row.record = Some(record.clone());
        }
        if row.place != Some(place) {
            row.place = Some(place);
            // The head is the first row of the table.
            set(&row.element, "aria-rowindex", &(place + 2).to_string());
        }
        if row.is_picked != is_picked {
            row.is_picked = is_picked;
            mark(&row.element, "data-picked", is_picked);
        }
        // A click changes the box by itself.
        if row.pick.checked() != is_picked {
            row.pick.set_checked(is_picked);
        }
    }

    /// Makes the page as long as if all rows were mounted.
    fn stand_in(&self, heights: [usize; 2]) {
        let [above, below] = &self.rest;
        for (rest, height, before) in [(above, heights[0], self.body.first_child()), (below, heights[1], None)] {
            if height == 0 {
                rest.remove();
                continue;
            }
            if let Some(cell) = rest.first_element_child() {
                let cell: HtmlElement = cell.unchecked_into();
                // The name of a property is one.
                let _ = cell.style().set_property("block-size", &format!("{height}px"));
            }
            if !rest.is_connected() {
                insert(&self.body, rest, before.as_ref());
            }
        }
    }
}

/// Puts a row where another one stands, or at the end.
fn insert(body: &HtmlElement, row: &Element, before: Option<&Node>) {
    // What is to stand behind it is a child of the body.
    let _ = body.insert_before(row, before);
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use leptos::prelude::*;
    use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

    use super::*;
    use crate::domain::{Currency, Id};
    use crate::ui::store::Store;
    use crate::workspace::{Column, View};

    // They need a page; the other tests of the library do with it, too.
    wasm_bindgen_test_configure!(run_in_browser);

    /// A body in the page, and rows in it.
    fn rows() -> (HtmlElement, Rows) {
        let store = Store::open();
        provide_context(store);
        let document = browser::document().unwrap();
        let [table, body] = ["table", "tbody"].map(|name| document.create_element(name).unwrap());
        table.append_child(&body).unwrap();
        document.body().unwrap().append_child(&table).unwrap();
        let body: HtmlElement = body.unchecked_into();
        let columns = Arc::from([Column::Topic, Column::Customer, Column::Estimate]);
        let mould = Mould::new(View::Open, columns, Currency::MYR, browser::clock().today());
        let rows = Rows::new(body.clone(), mould).unwrap();
        (body, rows)
    }

    fn mounted(numbers: &[u64]) -> Mounted {
        let ids = numbers.iter().map(|number| Id::from_number(*number)).collect();
        Mounted { first: 3, ids, count: 100, rest: [105, 70] }
    }

    /// The rows between the two that stand for the rest, and what they say of which row they are.
    fn shown(body: &HtmlElement) -> Vec<(Element, String, String)> {
        let children = body.children();
        let all: Vec<Element> = (0..children.length()).filter_map(|at| children.item(at)).collect();
        let (first, last) = (all.first().unwrap(), all.last().unwrap());
        assert!(first.class_name() == "rest" && last.class_name() == "rest", "{}", body.inner_html());
        let said = |row: &Element, name| row.get_attribute(name).unwrap_or_default();
        let row = |row: &Element| (row.clone(), said(row, "data-opportunity"), said(row, "aria-rowindex"));
        all[1..all.len() - 1].iter().map(row).collect()
    }

    #[wasm_bindgen_test]
    fn whatever_comes_and_goes_rows_stand_in_order_and_those_that_stay_are_the_same() {
        Owner::new().with(|| {
            let (body, mut rows) = rows();
            let (book, selection) = (Book::default(), Selection::default());
            let seed = 20_261_123;
            let mut chance = fastrand::Rng::with_seed(seed);
            let mut earlier: Vec<(Element, String, String)> = Vec::new();
            for turn in 0..200 {
                let mut numbers: Vec<u64> = (1..=12).filter(|_| chance.bool()).collect();
                // As a scrolled list mostly, now and then in another order.
                if turn % 3 == 0 {
                    chance.shuffle(&mut numbers);
                }
                rows.show(&mounted(&numbers), &book, &selection);
                let now = shown(&body);
                let expected: Vec<(String, String)> = (5..)
                    .zip(&numbers)
                    .map(|(place, number)| (Id::from_number(*number).to_string(), place.to_string()))
                    .collect();
                let said: Vec<(String, String)> =
                    now.iter().map(|(_, id, place)| (id.clone(), place.clone())).collect();
                assert_eq!(said, expected, "seed {seed}, turn {turn}");
                for (row, id, _) in &now {
                    let known = earlier.iter().find(|(_, other, _)| other == id);
                    assert!(
                        known.is_none_or(|(known, ..)| known == row),
                        "seed {seed}, turn {turn}: {id} is another row"
                    );
                }
                earlier = now;
            }
        });
    }

    #[wasm_bindgen_test]
    fn the_focus_stays_on_a_row_that_comes_to_stand_elsewhere() {
        Owner::new().with(|| {
            let (body, mut rows) = rows();
            let (book, selection) = (Book::default(), Selection::default());
            rows.show(&mounted(&[1, 2, 3, 4]), &book, &selection);
            for (number, order) in [(2, [2, 3, 4, 1]), (2, [3, 4, 1, 2]), (1, [1, 3, 4, 2]), (4, [4, 3, 2, 1])] {
                let link = format!("row-{}", Id::from_number(number));
                browser::focus(&link);
                rows.show(&mounted(&order), &book, &selection);
                assert_eq!(browser::focused().map(|focused| focused.id()), Some(link), "{}", body.inner_html());
            }
        });
    }

    #[wasm_bindgen_test]
    fn nothing_stands_for_a_rest_that_there_is_not() {
        Owner::new().with(|| {
            let (body, mut rows) = rows();
            let (book, selection) = (Book::default(), Selection::default());
            let rest = |rest| Mounted { rest, ..mounted(&[1]) };
            let heights = |rows: &mut Rows, heights| {
                rows.show(&rest(heights), &book, &selection);
                let children = body.children();
                let all = (0..children.length()).filter_map(|at| children.item(at));
                let height = |row: &HtmlElement| row.get_bounding_client_rect().height();
                all.map(|row| (row.class_name() == "rest").then(|| height(row.unchecked_ref()))).collect::<Vec<_>>()
            };
            assert_eq!(heights(&mut rows, [0, 0]), [None]);
            let both = heights(&mut rows, [350, 700]);
            assert!(matches!(both.as_slice(), [Some(350.0..), None, Some(700.0..)]), "{both:?}");
            assert_eq!(heights(&mut rows, [0, 0]), [None]);
        });
    }
}
