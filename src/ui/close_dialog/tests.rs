//! What the dialog shows of a book, without a browser.

use std::collections::BTreeMap;

use super::aside::{Difference, Source};
use super::case::Case;
use super::consequence::Consequence;
use super::entered::{Entered, Picks};
use super::shown::Shown;
use crate::domain::forms::{Typed, opportunity_entry, quote_entry};
use crate::domain::{
    Book, BuiltInReason, Clock, ClosingWarning, Command, Currency, Date, DraftRule, EntryCommand, Fate, Field, Id,
    Instant, ListsCommand, Money, OpportunityCommand, Outcome, Preferences, Problem, QuoteCommand, QuoteKey, ReasonId,
};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// 22 November 2026, 10:00 in Kuala Lumpur.
const NOW: Clock = Clock { now: Instant(1_795_312_800_000), ahead_of_utc: 480 };

/// An opportunity of RM 1,000.00 in a book of its own, and the dialog on it.
struct Desk {
    book: Book,
    entered: Entered,
    picks: Picks,
}

impl Desk {
    fn new(outcome: Outcome) -> Self {
        let typed = [
            ("topic", "ERP"),
            ("currency", "MYR"),
            ("revenue-source", "UserProvided"),
            ("estimated-revenue", "1000"),
            ("rating", "Warm"),
            ("stage", "Propose"),
            ("open-reason", "InProgress"),
        ];
        let typed = Typed(typed.map(|(name, text)| (name.to_owned(), text.to_owned())).to_vec());
        let mut desk = Self { book: Book::default(), entered: Entered::new(outcome), picks: Picks::new() };
        desk.act(OpportunityCommand::Create(opportunity_entry(&typed, &[]).unwrap()));
        desk
    }

    fn id() -> Id {
        Id::from_number(1)
    }

    fn command(&mut self, command: &Command) {
        let change = self.book.decide(command, NOW).unwrap();
        self.book.apply(&change);
    }

    fn act(&mut self, command: OpportunityCommand) {
        self.command(&Command::Opportunity(Self::id(), command));
    }

    /// A quote of that total, a draft or active.
    fn quote(mut self, total: &str, active: bool) -> Self {
        self.act(OpportunityCommand::AddQuote);
        let key = self.book.opportunity(Self::id()).unwrap().quotes.last().unwrap().key;
        let typed = Typed::default().with("quote-name", "Offer").with("total", total);
        let entry = quote_entry(&typed, Currency::MYR, &[]).unwrap();
        self.command(&Command::Quote(Self::id(), key, QuoteCommand::Edit(entry)));
        if active {
            self.command(&Command::Quote(Self::id(), key, QuoteCommand::Activate));
        }
        self
    }

    fn strict(mut self) -> Self {
        let preferences = Preferences { drafts: DraftRule::Block, ..Preferences::default() };
        self.command(&Command::Preferences(preferences));
        self
    }

    fn type_in(mut self, field: Field, text: &str) -> Self {
        self.entered.take(field, text.to_owned());
        self
    }

    fn pick(mut self, quote: u32, fate: Fate) -> Self {
        self.picks.insert(key(quote), fate);
        self
    }

    fn switch(mut self, outcome: Outcome) -> Self {
        self.entered.switch(outcome);
        self
    }

    /// Closes it as the dialog stands, and opens a dialog anew.
    fn close(mut self) -> Self {
        let entry = self.shown().checked.unwrap().entry();
        self.act(OpportunityCommand::Close(entry));
        Self { entered: Entered::new(self.entered.outcome()), picks: Picks::new(), ..self }
    }

    fn reopen(mut self) -> Self {
        self.act(OpportunityCommand::Reopen);
        self
    }

    fn shown(&self) -> Shown {
        let case = Case {
            opportunity: self.book.opportunity(Self::id()).unwrap(),
            lists: self.book.lists(),
            drafts: self.book.preferences().drafts,
            clock: NOW,
            write: &|date| date.to_string(),
            months: &[],
        };
        Shown::of(case, &self.entered, &self.picks)
    }

    fn text(&self, field: Field) -> String {
        self.shown().text(field).to_owned()
    }
}

fn key(number: u32) -> QuoteKey {
    QuoteKey::from_code(&format!("Q-{number:05}-0")).unwrap()
}

fn reason(reason: BuiltInReason) -> String {
    reason.code().to_owned()
}

fn today() -> Date {
    NOW.today()
}

#[test]
fn revenue_follows_the_winner_until_it_is_typed() {
    let desk = Desk::new(Outcome::Won).quote("900", true).quote("700", false);
    assert_eq!(desk.text(Field::ActualRevenue), "900.00");
    let aside = desk.shown().revenue;
    assert_eq!(aside.source, Some(Source::Quote(key(1))));
    assert_eq!(aside.offers, [(Source::Estimate, Money::from_minor(100_000).unwrap())]);
    assert_eq!(aside.difference, Some(Difference { minor: -10_000, tenths: Some(100) }));

    let desk = desk.pick(2, Fate::Won);
    assert_eq!(desk.shown().fates, BTreeMap::from([(key(1), Fate::Lost), (key(2), Fate::Won)]));
    assert_eq!(desk.text(Field::ActualRevenue), "700.00");

    let desk = desk.type_in(Field::ActualRevenue, "").pick(2, Fate::Lost);
    assert_eq!(desk.text(Field::ActualRevenue), "");
    assert_eq!(desk.shown().revenue.source, None);
}

#[test]
fn without_a_winner_revenue_is_the_estimate_and_lost_has_none() {
    let desk = Desk::new(Outcome::Won).quote("900", true).pick(1, Fate::Canceled);
    assert_eq!(desk.text(Field::ActualRevenue), "1,000.00");
    assert_eq!(desk.shown().revenue.source, Some(Source::Estimate));
    assert_eq!(desk.shown().revenue.difference, None);
    let desk = desk.switch(Outcome::Lost);
    assert_eq!((desk.text(Field::ActualRevenue), desk.shown().revenue.offers), (String::new(), vec![]));
}

#[test]
fn out_sold_comes_and_goes_with_the_competitor_unless_a_reason_was_picked() {
    let desk = Desk::new(Outcome::Lost);
    assert_eq!(desk.text(Field::StatusReason), "");
    let desk = desk.type_in(Field::Competitor, "Northwind");
    assert_eq!(desk.text(Field::StatusReason), reason(BuiltInReason::OutSold));
    let desk = desk.type_in(Field::Competitor, "  ");
    assert_eq!(desk.text(Field::StatusReason), "");
    let desk = desk.type_in(Field::StatusReason, "Price").type_in(Field::Competitor, "Northwind");
    assert_eq!(desk.text(Field::StatusReason), reason(BuiltInReason::Price));
}

#[test]
fn active_quotes_block_until_the_box_is_ticked() {
    let desk = Desk::new(Outcome::Won).quote("900", true).quote("700", false);
    let shown = desk.shown();
    assert_eq!(shown.blocking, [key(1)]);
    assert_eq!(
        shown.problems().iter().map(|it| it.problem.clone()).collect::<Vec<_>>(),
        [Problem::QuotesBlock(vec![key(1)])]
    );
    assert_eq!(shown.then, [Consequence::NothingYet(vec![Field::Quotes])]);

    let shown = desk.type_in(Field::Quotes, "on").shown();
    let won = Consequence::Closed(Outcome::Won, Money::from_minor(90_000), today());
    assert_eq!(
        shown.then,
        [
            won,
            Consequence::Settled(Fate::Won, vec![key(1)]),
            Consequence::Settled(Fate::Canceled, vec![key(2)]),
            Consequence::ReadOnly
        ]
    );
}

#[test]
fn drafts_alone_are_settled_without_a_box_unless_strict() {
    let desk = Desk::new(Outcome::Lost).quote("900", false).type_in(Field::StatusReason, "Price");
    let shown = desk.shown();
    assert_eq!((shown.blocking.len(), shown.fates.len(), shown.checked.is_ok()), (0, 1, true));
    assert_eq!(desk.strict().shown().blocking, [key(1)]);
}

#[test]
fn one_warning_stands_at_its_field_and_in_the_preview() {
    let desk = Desk::new(Outcome::Won).quote("900", true).pick(1, Fate::Lost);
    assert_eq!(desk.shown().warnings, [], "what is not decided is nothing to be warned of");
    let shown = desk.type_in(Field::Quotes, "on").type_in(Field::CloseDate, "2026-12-01").shown();
    let (future, winner) = (ClosingWarning::DateInFuture, ClosingWarning::NoWinner);
    assert_eq!(shown.warnings, [(Field::CloseDate, future), (Field::Quotes, winner)]);
    assert_eq!(shown.then[shown.then.len() - 2..], [Consequence::Unusual(future), Consequence::Unusual(winner)]);
    assert_eq!(shown.days_ahead, Some(9));
}

#[test]
fn a_fate_that_cannot_be_is_not_shown() {
    let desk = Desk::new(Outcome::Lost).quote("900", true).pick(1, Fate::Won);
    assert_eq!(desk.shown().fates, BTreeMap::from([(key(1), Fate::Lost)]));
}

#[test]
fn closing_again_offers_what_the_canceled_closing_had() {
    let desk = Desk::new(Outcome::Lost).type_in(Field::StatusReason, "Price").type_in(Field::Description, "late");
    let desk = desk.type_in(Field::ActualRevenue, "5").close().reopen();
    assert_eq!(desk.text(Field::StatusReason), reason(BuiltInReason::Price));
    assert_eq!((desk.text(Field::Description), desk.text(Field::ActualRevenue)), ("late".into(), "5.00".into()));
    assert_eq!(desk.shown().revenue.source, Some(Source::Earlier));
    let desk = desk.type_in(Field::Competitor, "Northwind");
    assert_eq!(desk.text(Field::StatusReason), reason(BuiltInReason::OutSold));
    let desk = desk.type_in(Field::Competitor, "");
    assert_eq!(desk.text(Field::StatusReason), reason(BuiltInReason::Price));
}

#[test]
fn correcting_begins_with_the_present_values_even_with_a_retired_reason() {
    let desk = Desk::new(Outcome::Lost).type_in(Field::StatusReason, "Price").type_in(Field::CloseDate, "2026-11-20");
    let mut desk = desk.close();
    let price = ReasonId::BuiltIn(BuiltInReason::Price);
    desk.command(&Command::Lists(ListsCommand::Reason(price, EntryCommand::Retire)));
    let shown = desk.shown();
    assert!(shown.reasons.contains(&price) && shown.checked.is_ok());
    assert_eq!((shown.text(Field::CloseDate), shown.days_ahead), ("2026-11-20", Some(-2)));
    assert!(shown.then.contains(&Consequence::Replaced(1)));

    let desk = desk.type_in(Field::Competitor, "Northwind");
    assert_eq!(desk.text(Field::StatusReason), reason(BuiltInReason::Price));
    let shown = desk.switch(Outcome::Won).shown();
    assert_eq!((shown.text(Field::ActualRevenue), shown.text(Field::CloseDate)), ("1,000.00", "2026-11-20"));
    assert!(!shown.reasons.contains(&price));
}

#[test]
fn a_reason_that_needs_it_asks_for_a_description() {
    let desk = Desk::new(Outcome::Lost).type_in(Field::StatusReason, "Other");
    assert!(desk.shown().needs_description && desk.shown().checked.is_err());
    assert!(desk.type_in(Field::Description, "moved").shown().checked.is_ok());
}
