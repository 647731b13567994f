//! Plays an example.
//!
//! ```text
//! new estimate=1000          an act on opportunity a, which is there from the start in ringgit and with a topic only
//! b: new currency=JPY        the same on opportunity b
//! quote 800 active           a new quote, the next number, with this total, then activated
//! Q1 win                     an act on a quote; Q1r1 is its first revision
//! close won all Q2=lost      the dialog with its defaults but for what is said: `all` ticks the box
//! ! StatusReason required    the act above was refused, and with nothing else than this
//! = quotes : Q1 Won 800.00   what can be seen now; a line that ends with a comma goes on in the next one
//! ```
//!
//! In values `_` is a blank and `-` is nothing. Today is 2026-11-22; each act takes place a second after the one before.

use std::collections::BTreeMap;

use tutup::domain::{
    Book, Change, Clock, ClosingEntry, ClosingInput, Command, Date, DraftRule, Fate, Id, Instant, LongText,
    Opportunity, OpportunityCommand as Act, OpportunityEntry, OpportunityId, Outcome, Preferences, QuoteCommand,
    QuoteKey, QuoteNumber, Refusal, Terms, Text, default_reason,
};

use super::fields::{self, date, spaced};
use super::words;

/// Plays the example.
#[track_caller]
pub fn check(example: &str) {
    play(example);
}

/// Plays the example and hands out what it led to.
#[track_caller]
pub fn play(example: &str) -> World {
    let mut world = World::new();
    // A line that ends with a comma goes on in the next one.
    let whole = example.lines().map(str::trim).collect::<Vec<_>>().join("\n").replace(",\n", ", ");
    for line in whole.lines().filter(|line| !line.is_empty()) {
        world.line(line, example);
    }
    world.must_have_passed("the end", example);
    world
}

/// Where an example stands.
pub struct World {
    pub book: Book,
    pub clock: Clock,
    /// What the last act was refused with, until a line says so.
    pub refused: Option<Refusal>,
    pub at: OpportunityId,
    pub last: Change,
    undone: Vec<Change>,
}

/// The id of the opportunity of that letter; the one that an own reason or a competitor has in examples.
pub fn id(name: &str) -> Id {
    Id::parse(&format!("{:0>9}", name.to_lowercase().replace([' ', '_'], ""))).unwrap()
}

impl World {
    pub fn new() -> Self {
        let noon = date("2026-11-22").days_since(Date::FIRST) * 86_400_000 + 43_200_000;
        let mut world = Self {
            book: Book::default(),
            clock: Clock { now: Instant(noon), ahead_of_utc: 0 },
            refused: None,
            at: id("a"),
            last: Change::default(),
            undone: Vec::new(),
        };
        world.commit(&Command::Opportunity(id("a"), Act::Create(fields::new())));
        world
    }

    pub fn opportunity(&self) -> &Opportunity {
        self.book.opportunity(self.at).expect("the opportunity of this line exists")
    }

    /// The only way in which an example changes the book. Invariants and inverse are asked after every act.
    pub fn commit(&mut self, command: &Command) {
        self.clock.now.0 += 1000;
        match self.book.decide(command, self.clock) {
            Err(refusal) => self.refused = Some(refusal),
            Ok(change) => self.take_over(change),
        }
    }

    fn take_over(&mut self, change: Change) {
        let before = self.book.clone();
        self.book.apply(&change);
        for opportunity in self.book.with_bin() {
            assert_eq!(opportunity.breaches(), [], "after {change:#?}");
            words::must_be_sound(opportunity);
        }
        let mut back = self.book.clone();
        back.apply(&change.inverse());
        assert_eq!(back, before, "the inverse of {change:#?}");
        self.last = change;
    }

    #[track_caller]
    fn must_have_passed(&self, next: &str, example: &str) {
        if let Some(refusal) = &self.refused {
            panic!("before {next}: refused with {}\nin{example}", words::refusal(refusal));
        }
    }

    #[track_caller]
    fn line(&mut self, line: &str, example: &str) {
        if let Some(expected) = line.strip_prefix('!') {
            let refusal = self.refused.take().unwrap_or_else(|| panic!("{line}: was not refused\nin{example}"));
            assert_eq!(words::refusal(&refusal), expected.trim(), "\nin{example}");
            return;
        }
        self.must_have_passed(line, example);
        self.play_line(line);
    }

    /// An act, or something to see.
    #[track_caller]
    pub fn play_line(&mut self, line: &str) {
        let (name, rest) = match line.split_once(": ") {
            Some((name, rest)) if name.len() == 1 => (name, rest),
            _ => ("a", line),
        };
        self.at = id(name);
        match rest.strip_prefix('=') {
            None => self.act(&rest.split_whitespace().collect::<Vec<_>>()),
            Some(seen) => {
                let (what, expected) = seen.split_once(" :").unwrap_or_else(|| panic!("{line}: no ` : `"));
                let what: Vec<&str> = what.split_whitespace().collect();
                assert_eq!(self.see(&what), expected.trim(), "\n{line}");
            }
        }
    }

    fn act(&mut self, words: &[&str]) {
        match *words {
            ["new", ref fields @ ..] => self.on(Act::Create(fields::edit(fields::new(), fields))),
            ["edit", ref fields @ ..] => {
                let entry = OpportunityEntry::of(self.opportunity());
                self.on(Act::Edit(fields::edit(entry, fields)));
            }
            ["copy", to] => {
                let topic = Text::parse("ERP rollout (copy)").unwrap().unwrap();
                self.commit(&Command::Opportunity(id(to), Act::CopyOf(self.at, topic)));
            }
            ["note", text] => self.on(Act::AddNote(LongText::parse(&spaced(text)).unwrap().unwrap())),
            ["reopen"] => self.on(Act::Reopen),
            ["delete"] => self.on(Act::Delete),
            ["restore"] => self.on(Act::Restore),
            ["remove"] => self.on(Act::Remove),
            ["empty", ref names @ ..] => {
                let ids: Vec<OpportunityId> = names.iter().map(|name| id(name)).collect();
                self.commit(&Command::empty_bin(&ids));
            }
            ["close", outcome, ref fields @ ..] => {
                let input = self.defaults(outcome, fields);
                self.close(&input, Act::Close);
            }
            ["correct", ref fields @ ..] => {
                let input = self.correction(fields);
                self.close(&input, Act::Correct);
            }
            ["quotes", ref fates @ ..] => self.on(Act::CloseAllQuotes(fates_of(fates))),
            ["quote", ref rest @ ..] => self.quote(rest),
            ["bulk", outcome, ref rest @ ..] => {
                let plan = self.plan(outcome, rest);
                self.commit(&plan.command());
            }
            ["strict"] => self.prefer(DraftRule::Block),
            ["lenient"] => self.prefer(DraftRule::CloseAlong),
            ["reason" | "competitor", ..] => self.commit(&Command::Lists(fields::lists(words))),
            // One act of many parts: on this opportunity and on others.
            ["many", what, ref others @ ..] => {
                let act = || match what {
                    "quote" => Act::AddQuote,
                    note => Act::AddNote(LongText::parse(note).unwrap().unwrap()),
                };
                let others = others.iter().map(|name| id(name));
                let all = std::iter::once(self.at).chain(others).map(|id| Command::Opportunity(id, act()));
                self.commit(&Command::Many(all.collect()));
            }
            ["undo"] => {
                self.undone.push(self.last.clone());
                self.take_over(self.last.inverse());
            }
            ["redo"] => {
                let change = self.undone.pop().unwrap();
                self.take_over(change);
            }
            ["today", day] => {
                self.clock.now.0 += date(day).days_since(self.clock.today()) * 86_400_000;
            }
            [quote, act, ref fields @ ..] if quote.starts_with('Q') => self.on_quote(key(quote), act, fields),
            _ => panic!("no such act: {words:?}"),
        }
    }

    fn on(&mut self, act: Act) {
        self.commit(&Command::Opportunity(self.at, act));
    }

    fn prefer(&mut self, drafts: DraftRule) {
        self.commit(&Command::Preferences(Preferences { drafts, ..Preferences::default() }));
    }

    /// `quote`, `quote 800`, `quote 800 active`; also with other fields.
    fn quote(&mut self, rest: &[&str]) {
        self.on(Act::AddQuote);
        let Some(quote) = self.opportunity().quotes.last().map(|quote| quote.key).filter(|_| self.refused.is_none())
        else {
            return;
        };
        let (active, fields): (Vec<&str>, Vec<&str>) = rest.iter().partition(|word| **word == "active");
        let fields: Vec<String> = fields
            .iter()
            .map(|word| if word.contains('=') { (*word).into() } else { format!("total={word}") })
            .collect();
        if !fields.is_empty() {
            self.on_quote(quote, "edit", &fields.iter().map(String::as_str).collect::<Vec<_>>());
        }
        if !active.is_empty() {
            self.on_quote(quote, "activate", &[]);
        }
    }

    fn on_quote(&mut self, key: QuoteKey, act: &str, fields: &[&str]) {
        let opportunity = self.opportunity();
        let command = match act {
            "edit" => QuoteCommand::Edit(fields::quote(opportunity, key, fields)),
            "delete" => QuoteCommand::Delete,
            "activate" => QuoteCommand::Activate,
            "revise" => QuoteCommand::Revise,
            "win" => QuoteCommand::Win,
            "lose" => QuoteCommand::CloseAsLost,
            "cancel" => QuoteCommand::Cancel,
            "copy" => QuoteCommand::Copy,
            _ => panic!("no such act on a quote: {act}"),
        };
        self.commit(&Command::Quote(self.at, key, command));
    }

    /// The dialog opened for this outcome, with what the fields say instead.
    pub fn defaults(&self, outcome: &str, fields: &[&str]) -> ClosingInput {
        let input = self.opportunity().closing_defaults(words::outcome_of(outcome), self.book.lists(), self.clock);
        self.filled(input, fields)
    }

    pub fn correction(&self, fields: &[&str]) -> ClosingInput {
        let opportunity = self.opportunity();
        match opportunity.closing() {
            Some(closing) => self.filled(closing.input(self.book.lists()), fields),
            None => self.defaults("won", fields),
        }
    }

    fn filled(&self, mut input: ClosingInput, fields: &[&str]) -> ClosingInput {
        let opportunity = self.opportunity();
        let competitor_before = input.competitor.clone();
        for field in fields {
            fields::fill(&mut input, field, opportunity.details.currency);
        }
        // As in the dialog: the revenue follows the winner, and naming a competitor picks the reason, unless they were
        // chosen.
        let said = |name: &str| fields.iter().any(|field| field.starts_with(name));
        if opportunity.closing().is_none() && !said("revenue=") && fields.iter().any(|field| field.starts_with('Q')) {
            let fates = opportunity.fates(input.outcome, &input.quotes);
            input.revenue = Ok(opportunity.default_revenue(input.outcome, &fates));
        }
        if input.competitor != competitor_before && input.reason.is_none() && !said("reason=") {
            input.reason = default_reason(input.outcome, true, self.book.lists());
        }
        input
    }

    /// Asks the one decision as the dialog does, then as the command does: they have to agree (R15).
    fn close(&mut self, input: &ClosingInput, act: fn(ClosingEntry) -> Act) {
        let checked = input.check(self.opportunity(), self.book.closing_rules());
        match checked {
            Ok(checked) => self.on(act(checked.entry())),
            Err(problems) => {
                if let Some(entry) = unchecked(input) {
                    self.on(act(entry));
                    assert_eq!(self.refused, Some(Refusal::Problems(problems)), "dialog and command differ");
                } else {
                    self.refused = Some(Refusal::Problems(problems));
                }
            }
        }
    }
}

/// `Q1` or `Q1r2`.
pub fn key(text: &str) -> QuoteKey {
    let (number, revision) = text.trim_start_matches('Q').split_once('r').unwrap_or((&text[1..], "0"));
    QuoteKey { number: QuoteNumber(number.parse().unwrap()), revision: revision.parse().unwrap() }
}

/// `Q1=won` and the like.
pub fn fates_of(words: &[&str]) -> BTreeMap<QuoteKey, Fate> {
    let fate = |word: &&str| {
        let (quote, fate) = word.split_once('=').unwrap();
        (key(quote), words::fate_of(fate))
    };
    words.iter().map(fate).collect()
}

/// The entry that says what the input says, even if it does not pass; absent when an entry cannot say it.
fn unchecked(input: &ClosingInput) -> Option<ClosingEntry> {
    let revenue = input.revenue.ok()?;
    let competitor = input.competitor.clone().ok()?;
    let terms = match input.outcome {
        Outcome::Won => Terms::Won { revenue: revenue? },
        Outcome::Lost => Terms::Lost {
            revenue,
            competitor: competitor.map(|name| tutup::domain::CompetitorRef { id: None, name }),
            revisit_on: input.revisit_on.ok()?,
        },
    };
    let (description, quotes) = (input.description.clone().ok()?, input.quotes.clone());
    Some(ClosingEntry { terms, reason: input.reason?, date: input.date.ok()??, description, quotes })
}
