//! Values and entries by chance, from small pools so that they meet again; some of them cannot be accepted.

use std::collections::BTreeMap;

use fastrand::Rng;
use tutup::domain::{
    BillingMethod, BuiltInReason, Clock, ClosingEntry, CompetitorRef, Currency, Date, Details, Fate, Id, Instant, Line,
    LineEntry, Lists, LongText, Money, Name, OpenReason, Opportunity, OpportunityEntry, Outcome, Percent, Process,
    Quote, QuoteEntry, QuoteKey, QuoteLineEntry, QuoteNumber, Rating, ReasonId, Revenue, Settlement, Stage, Status,
    Terms, Text, Timeframe,
};

use super::invariants::{Stand, limit};

/// The opportunities that a book may have; one more is asked for and never there.
pub const OPPORTUNITIES: u64 = 5;

/// What costs more to make than to copy.
pub struct Pool {
    pub currencies: Vec<Currency>,
    pub names: Vec<Name>,
    pub topics: Vec<Text<300>>,
    pub accounts: Vec<Text<160>>,
    pub long: Vec<LongText>,
    pub dates: Vec<Date>,
}

impl Pool {
    pub fn new() -> Self {
        let date = |year, month, day| Date::new(year, month, day).unwrap();
        Self {
            currencies: ["MYR", "JPY", "KWD", "USD"].map(|code| Currency::parse(code).unwrap()).into(),
            // Some differ by case alone, which is no difference to a list.
            names: ["Acme", "ACME", "Globex", "globex", "Initech", "Hooli", "Umbrella", "Price", "Late"]
                .map(|name| Name::parse(name).unwrap().unwrap())
                .into(),
            topics: ["ERP rollout", "Audit", "Training"].map(|it| Text::parse(it).unwrap().unwrap()).into(),
            accounts: ["Contoso", "Fabrikam"].map(|it| Text::parse(it).unwrap().unwrap()).into(),
            long: ["called them", "too dear\nand too late"].map(|it| LongText::parse(it).unwrap().unwrap()).into(),
            dates: vec![date(1970, 1, 1), date(2026, 11, 22), date(2026, 11, 30), date(2199, 12, 31)],
        }
    }
}

/// A generator with its pool.
pub struct Chance<'a> {
    pub rng: Rng,
    pub pool: &'a Pool,
    /// Whether anything is deleted: see [`with_bin`](super::sequences::with_bin).
    pub bin: bool,
}

impl Chance<'_> {
    /// Once in `n` times.
    pub fn once_in(&mut self, n: u32) -> bool {
        self.rng.u32(0..n) == 0
    }

    pub fn one_of<T: Clone>(&mut self, values: &[T]) -> T {
        values[self.rng.usize(..values.len())].clone()
    }

    pub fn maybe<T: Clone>(&mut self, values: &[T]) -> Option<T> {
        if self.rng.bool() { Some(self.one_of(values)) } else { None }
    }

    pub fn pool_of<T: Clone>(&mut self, values: impl Fn(&Pool) -> &Vec<T>) -> T {
        let pool = self.pool;
        self.one_of(values(pool))
    }

    pub fn pool_maybe<T: Clone>(&mut self, values: impl Fn(&Pool) -> &Vec<T>) -> Option<T> {
        let pool = self.pool;
        self.maybe(values(pool))
    }

    /// An id of the few that opportunities, reasons and competitors have here.
    pub fn id(&mut self) -> Id {
        Id::from_number(self.rng.u64(1..=OPPORTUNITIES))
    }

    pub fn name(&mut self) -> Name {
        self.pool_of(|pool| &pool.names)
    }

    /// Some time later, the same moment, or earlier: nothing is ordered by time.
    pub fn clock_after(&mut self, earlier: Clock) -> Clock {
        let passed = self.one_of(&[0, 1, 60_000, 7_200_000, 86_400_000, -1]);
        let ahead_of_utc = if self.once_in(50) { self.one_of(&[-600, 0, 480, 840]) } else { earlier.ahead_of_utc };
        Clock { now: Instant(earlier.now.0 + passed), ahead_of_utc }
    }

    /// An amount of the currency; once in a while one that only a currency with more digits holds, or none.
    pub fn money(&mut self, currency: Currency) -> Money {
        let most = limit(currency);
        let minor = match self.rng.u8(..40) {
            0 => most + 1,
            1 => most,
            2 => most / 2 + 1,
            3..=6 => 0,
            7..=20 => 100,
            _ => self.rng.i64(0..500_000),
        };
        Money::from_minor(minor).unwrap_or(Money::ZERO)
    }

    pub fn money_maybe(&mut self, currency: Currency) -> Option<Money> {
        if self.rng.bool() { Some(self.money(currency)) } else { None }
    }

    fn line(&mut self, currency: Currency) -> LineEntry {
        LineEntry {
            id: if self.once_in(4) { Some(self.rng.u32(0..5)) } else { None },
            name: self.name(),
            billing: self.one_of(BillingMethod::ALL),
            budget: self.money_maybe(currency),
        }
    }

    /// How many new lines: none to three, rarely more than there can be.
    fn new_lines(&mut self) -> usize {
        match self.rng.u16(..800) {
            0 => 51,
            1..=400 => 0,
            401..=600 => 1,
            _ => self.rng.usize(1..4),
        }
    }

    /// Some of the lines in any order, and new ones.
    fn lines(&mut self, of: &[Line], currency: Currency) -> Vec<LineEntry> {
        let kept = |line: &Line| LineEntry {
            id: Some(line.id),
            name: line.name.clone(),
            billing: line.billing,
            budget: line.budget,
        };
        let mut lines: Vec<LineEntry> = of.iter().map(kept).collect();
        self.rng.shuffle(&mut lines);
        lines.truncate(self.rng.usize(..=lines.len()));
        for _ in 0..self.new_lines() {
            lines.push(self.line(currency));
        }
        lines
    }

    /// What a form could hold of an opportunity: `of` with some fields changed, or anything.
    pub fn entry(&mut self, of: Option<&Opportunity>) -> OpportunityEntry {
        let currency = match of {
            Some(of) if !self.once_in(6) => of.details.currency,
            _ => self.pool_of(|pool| &pool.currencies),
        };
        let revenue =
            if self.rng.bool() { Revenue::Calculated } else { Revenue::UserProvided(self.money_maybe(currency)) };
        let fresh = Details {
            topic: self.pool_of(|pool| &pool.topics),
            customer: self.pool_maybe(|pool| &pool.accounts),
            contact: None,
            currency,
            revenue,
            estimated_close_date: self.pool_maybe(|pool| &pool.dates),
            probability: Percent::new(self.rng.u8(0..=110)),
            rating: self.one_of(Rating::ALL),
            stage: self.one_of(Stage::ALL),
            budget: self.money_maybe(currency),
            timeframe: self.maybe(Timeframe::ALL),
            process: self.maybe(Process::ALL),
            account_manager: None,
            contracting_unit: None,
            description: self.pool_maybe(|pool| &pool.long),
            customer_need: None,
            proposed_solution: None,
        };
        let details = match of {
            Some(of) if self.rng.bool() => {
                Details { stage: fresh.stage, probability: fresh.probability, currency, ..of.details.clone() }
            }
            _ => fresh,
        };
        let lines = self.lines(of.map_or(&[], |of| &of.lines), currency);
        OpportunityEntry { details, open_reason: self.one_of(OpenReason::ALL), lines }
    }

    /// What a form could hold of a quote.
    pub fn quote_entry(&mut self, quote: Option<&Quote>, currency: Currency) -> QuoteEntry {
        let of: Vec<Line> = quote
            .map(|quote| quote.content.price.lines().iter().map(|line| line.line.clone()).collect())
            .unwrap_or_default();
        let mut lines = Vec::new();
        for line in self.lines(&of, currency) {
            let amount = if self.once_in(12) { None } else { Some(self.money(currency)) };
            lines.push(QuoteLineEntry { line, amount });
        }
        QuoteEntry {
            name: self.pool_of(|pool| &pool.topics),
            total: self.money_maybe(currency),
            lines,
            effective_from: self.pool_maybe(|pool| &pool.dates),
            effective_to: self.pool_maybe(|pool| &pool.dates),
            due_by: self.pool_maybe(|pool| &pool.dates),
            description: self.pool_maybe(|pool| &pool.long),
        }
    }

    /// A quote of the opportunity, rarely one that is not there.
    pub fn quote(&mut self, it: &Opportunity) -> QuoteKey {
        if it.quotes.is_empty() || self.once_in(40) {
            return QuoteKey { number: QuoteNumber(self.rng.u32(1..6)), revision: self.rng.u32(0..3) };
        }
        it.quotes[self.rng.usize(..it.quotes.len())].key
    }

    /// A quote in one of these states, or any.
    pub fn quote_that(&mut self, it: &Opportunity, states: &[Stand]) -> QuoteKey {
        let apt = it.quotes.iter().filter(|quote| states.contains(&Stand::of_quote(quote)));
        let apt: Vec<QuoteKey> = apt.map(|quote| quote.key).collect();
        if apt.is_empty() { self.quote(it) } else { self.one_of(&apt) }
    }

    /// Fates for some of the open quotes, rarely for one that is not open.
    pub fn fates(&mut self, it: &Opportunity) -> BTreeMap<QuoteKey, Fate> {
        let mut fates = BTreeMap::new();
        for quote in it.quotes.iter().filter(|quote| Stand::of_quote(quote).is_open()) {
            if self.once_in(3) {
                fates.insert(quote.key, self.one_of(Fate::ALL));
            }
        }
        if self.once_in(12) {
            fates.insert(self.quote(it), self.one_of(Fate::ALL));
        }
        fates
    }

    pub fn reason(&mut self, outcome: Option<Outcome>, lists: &Lists) -> ReasonId {
        if self.once_in(20) {
            return ReasonId::Own(self.id());
        }
        let apt = lists.reasons.iter().filter(|reason| outcome.is_none_or(|it| it == reason.kind.outcome()));
        let apt: Vec<ReasonId> = apt.map(|reason| reason.id).collect();
        if apt.is_empty() { ReasonId::BuiltIn(BuiltInReason::Won) } else { self.one_of(&apt) }
    }

    /// What the dialog could send, or a path that goes around it.
    pub fn closing(&mut self, it: Option<&Opportunity>, lists: &Lists) -> ClosingEntry {
        let currency = it.map_or(Currency::MYR, |it| it.details.currency);
        let outcome = self.one_of(Outcome::ALL);
        let terms = match outcome {
            Outcome::Won => Terms::Won { revenue: self.money(currency) },
            Outcome::Lost => Terms::Lost {
                revenue: self.money_maybe(currency),
                competitor: if self.rng.bool() {
                    // The id is the list's business: what is written here counts for nothing.
                    let id = if self.rng.bool() { Some(self.id()) } else { None };
                    Some(CompetitorRef { id, name: self.name() })
                } else {
                    None
                },
                revisit_on: self.pool_maybe(|pool| &pool.dates),
            },
        };
        let of = if self.once_in(15) { None } else { Some(outcome) };
        let mut reason = self.reason(of, lists);
        if let Some(Status::Closed(closing)) = it.map(|it| &it.status)
            && self.once_in(4)
        {
            // The reason that a correction may keep, retired or not.
            reason = closing.facts().reason.id;
        }
        let fates = it.map(|it| self.fates(it)).unwrap_or_default();
        ClosingEntry {
            terms,
            reason,
            date: self.pool_of(|pool| &pool.dates),
            description: self.pool_maybe(|pool| &pool.long),
            quotes: Settlement { close_all: !self.once_in(5), fates },
        }
    }
}
