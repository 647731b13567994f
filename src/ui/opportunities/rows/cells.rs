//! What the cells of a row say.

use std::iter::successors;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::Row;
use super::mould::{Mould, set};
use crate::domain::{Closing, Date, Money, OpenReason, Opportunity, QuoteState, Status};
use crate::ui::browser;
use crate::ui::parts::{Amount, StageMark, status_of};
use crate::workspace::{Column, View};

impl Mould {
    /// Writes into the row what the record says.
    pub(super) fn fill(&self, row: &Row, it: &Opportunity) {
        let words = self.speech.words;
        let topic = it.details.topic.as_str();
        set(&row.pick, "aria-label", &words.select_one(topic));
        say(&row.link, topic);
        let Some(first) = row.link.parent_element() else { return };
        while let Some(earlier) = row.link.next_sibling() {
            // It stands in the same cell.
            let _ = first.remove_child(&earlier);
        }
        if matches!(it.status, Status::Open(OpenReason::OnHold)) {
            add(&first, self.badge("hold", "hold", words.open_reason(OpenReason::OnHold)), " ");
        }
        let others = successors(first.next_element_sibling(), Element::next_element_sibling);
        for (column, cell) in self.columns.iter().skip(1).zip(others) {
            self.write(*column, &cell, it);
        }
    }

    fn write(&self, column: Column, cell: &Element, it: &Opportunity) {
        let words = self.speech.words;
        match column {
            // It has a link around it.
            Column::Topic => {}
            Column::Customer => say(cell, it.details.customer.as_ref().map_or("", |customer| customer.as_str())),
            Column::Status => {
                let (status, icon, word) = status_of(words, it);
                put(cell, self.badge(status, icon, &word));
            }
            Column::Stage => {
                let stage = it.details.stage;
                put(cell, self.piece(["stage", words.stage(stage)], || view! { <StageMark stage=stage/> }.into_any()));
            }
            Column::Reason => say(cell, &self.reason(it)),
            Column::Competitor => say(cell, &self.competitor(it).unwrap_or_default()),
            Column::Estimate => {
                let estimate = match (self.view, it.closing()) {
                    (View::Lost | View::Revisit, Some(closing)) => closing.facts().estimate,
                    _ => it.estimated_revenue(),
                };
                self.amount(cell, estimate, it);
            }
            Column::Revenue => self.amount(cell, it.closing().and_then(Closing::revenue), it),
            Column::Probability => {
                let percent = it.shown_probability();
                let shown = percent.map(|it| self.speech.format.with_value(|format| format.percent(it.get())));
                say(cell, shown.as_deref().unwrap_or("–"));
            }
            Column::Rating => say(cell, words.rating(it.details.rating)),
            Column::EstimatedClose => self.estimated_close(cell, it),
            Column::ActualClose => self.date(cell, it.closing().map(|closing| closing.facts().date)),
            Column::RevisitOn => self.date(cell, it.closing().and_then(Closing::revisit_on)),
            Column::OpenQuotes => self.open_quotes(cell, it),
            Column::DaysOpen => say(cell, &self.days_open(it).unwrap_or_default()),
            Column::DeletedOn => self.date(cell, it.deleted_on.map(|at| browser::clock().day_of(at))),
        }
    }

    fn reason(&self, it: &Opportunity) -> String {
        let words = self.speech.words;
        match &it.status {
            Status::Open(reason) => words.open_reason(*reason).to_owned(),
            Status::Closed(closing) => {
                untrack(|| self.store.read(|book| words.reason(&closing.facts().reason, book.lists())))
            }
        }
    }

    fn competitor(&self, it: &Opportunity) -> Option<String> {
        let rival = it.closing().and_then(Closing::competitor)?;
        Some(untrack(|| self.store.read(|book| rival.shown(book.lists()).to_string())))
    }

    fn days_open(&self, it: &Opportunity) -> Option<String> {
        let days =
            untrack(|| self.store.workspace(|workspace| Some(workspace.index().row(it.id)?.days_open(self.today))));
        let days = usize::try_from(days?).unwrap_or(0);
        Some(self.speech.format.with_value(|format| format.count(days)))
    }

    /// All digits, sign and minor digits in lighter ink.
    fn amount(&self, cell: &Element, money: Option<Money>, it: &Opportunity) {
        let currency = it.details.currency;
        let Some(money) = money else { return put(cell, self.nothing()) };
        let parts = self.speech.format.with_value(|format| format.parts(money.minor(), currency));
        let light = |text: &str| {
            let piece = self.piece(["minor", ""], || view! { <span class="minor"></span> }.into_any())?;
            piece.set_text_content(Some(text));
            Some(piece)
        };
        if currency == self.main {
            say(cell, &parts.major);
        } else {
            put(cell, light(&parts.symbol));
            add(cell, None, &format!("\u{a0}{}", parts.major));
        }
        if !parts.minor.is_empty() {
            add(cell, light(&parts.minor), "");
        }
    }

    /// The dash that stands for what is not given.
    fn nothing(&self) -> Option<Node> {
        let main = self.main;
        self.piece(["none", ""], || view! { <Amount money=None currency=main/> }.into_any())
    }

    fn date(&self, cell: &Element, date: Option<Date>) {
        mark(cell, "data-none", date.is_none());
        put(cell, self.day(date));
    }

    fn day(&self, date: Option<Date>) -> Option<Node> {
        let Some(date) = date else { return self.nothing() };
        let day = self.piece(["day", ""], || view! { <time datetime="">" "</time> }.into_any())?;
        day.set_text_content(Some(&self.speech.format.with_value(|format| format.short_date(date, self.today))));
        set(day.unchecked_ref(), "datetime", &date.to_string());
        Some(day)
    }

    fn estimated_close(&self, cell: &Element, it: &Opportunity) {
        let date = it.details.estimated_close_date;
        let is_open = it.outcome().is_none();
        // One that is closed has the date on which it was; on a narrow screen that one alone.
        mark(cell, "data-planned", !is_open);
        self.date(cell, date);
        let late = date.filter(|_| is_open).map(|date| self.today.days_since(date)).filter(|days| *days > 0);
        let late = late.and_then(|days| self.badge("late", "clock", &self.speech.words.days_late(days)));
        if let Some(late) = late {
            let _ = cell.insert_before(&late, cell.first_child().as_ref());
        }
    }

    fn open_quotes(&self, cell: &Element, it: &Opportunity) {
        let words = self.speech.words;
        let count = |state| Some(it.quotes.iter().filter(|quote| quote.state() == state).count()).filter(|it| *it > 0);
        put(cell, None);
        if let Some(active) = count(QuoteState::Active) {
            add(cell, self.badge("active", "active", &words.active_quotes(active)), "");
        }
        if let Some(drafts) = count(QuoteState::Draft) {
            add(cell, self.badge("draft", "draft", &words.draft_quotes(drafts)), " ");
        }
    }
}

/// Nothing but this text stands in the element from now on.
fn say(element: &Element, text: &str) {
    element.set_text_content(Some(text));
}

/// Nothing but this stands in the cell from now on.
fn put(cell: &Element, piece: Option<Node>) {
    if cell.has_child_nodes() {
        say(cell, "");
    }
    add(cell, piece, "");
}

/// This stands in the cell too, behind a text.
fn add(cell: &Element, piece: Option<Node>, behind: &str) {
    // What was just made can stand in any cell.
    if !behind.is_empty() {
        let _ = cell.append_with_str_1(behind);
    }
    if let Some(piece) = piece {
        let _ = cell.append_child(&piece);
    }
}

/// Sets an attribute or takes it away.
pub fn mark(element: &Element, name: &str, is_so: bool) {
    // It fails only for a name that is none.
    let _ = element.toggle_attribute_with_force(name, is_so);
}
