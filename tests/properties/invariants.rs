//! RULES §6 said a second time, by other means than `Opportunity::breaches`: a mistake in either shows where they differ.

use std::collections::BTreeSet;

use tutup::domain::{
    BuiltInReason, Cancellation, Closing, Currency, Fate, Lists, Money, OpenQuoteState, Opportunity, Outcome, Price,
    Quote, QuoteClosed, QuoteState, ReasonId, Revenue, Status,
};

/// What a test found to be otherwise than the rules say.
pub type Check = Result<(), String>;

/// Leaves with a complaint unless the condition holds.
macro_rules! ensure {
    ($holds:expr, $($complaint:tt)+) => {
        if !$holds {
            return Err(format!($($complaint)+));
        }
    };
}
pub(crate) use ensure;

/// The states of a quote without their days: the words of RULES §3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stand {
    Draft,
    Active,
    Won,
    Lost,
    Canceled,
    Revised,
}

impl Stand {
    pub const ALL: [Self; 6] = [Self::Draft, Self::Active, Self::Won, Self::Lost, Self::Canceled, Self::Revised];

    pub fn of(state: QuoteState) -> Self {
        match state {
            QuoteState::Draft => Self::Draft,
            QuoteState::Active => Self::Active,
            QuoteState::Won(_) => Self::Won,
            QuoteState::Closed(QuoteClosed::Lost, _) => Self::Lost,
            QuoteState::Closed(QuoteClosed::Canceled, _) => Self::Canceled,
            QuoteState::Closed(QuoteClosed::Revised, _) => Self::Revised,
        }
    }

    pub fn of_quote(quote: &Quote) -> Self {
        quote.steps.last().map_or(Self::Draft, |step| Self::of(step.state))
    }

    pub fn is_open(self) -> bool {
        self <= Self::Active
    }
}

/// The table of RULES §3, from state to state: every row that does not end in a new quote or a deleted one.
pub const QUOTE_STEPS: [(Stand, Stand); 10] = [
    (Stand::Draft, Stand::Active),
    (Stand::Draft, Stand::Won),
    (Stand::Draft, Stand::Lost),
    (Stand::Draft, Stand::Canceled),
    (Stand::Active, Stand::Won),
    (Stand::Active, Stand::Lost),
    (Stand::Active, Stand::Canceled),
    (Stand::Active, Stand::Revised),
    (Stand::Won, Stand::Canceled),
    (Stand::Won, Stand::Revised),
];

/// A thousand thousand million major units, in minor ones. The digits are written here again, for the test's currencies.
pub fn limit(currency: Currency) -> i64 {
    match currency.code() {
        "JPY" => 1_000_000_000_000,
        "MYR" | "USD" => 100_000_000_000_000,
        "KWD" => 1_000_000_000_000_000,
        other => panic!("the tests do not use {other}"),
    }
}

pub fn fits(currency: Currency, amounts: impl IntoIterator<Item = Money>) -> bool {
    amounts.into_iter().map(|amount| i128::from(amount.minor())).sum::<i128>() <= i128::from(limit(currency))
}

/// The closings in their order, the current one last.
pub fn closings(it: &Opportunity) -> Vec<&Closing> {
    let current = match &it.status {
        Status::Open(_) => None,
        Status::Closed(closing) => Some(&**closing),
    };
    it.canceled_closings.iter().map(|canceled| &canceled.closing).chain(current).collect()
}

/// What the record breaks, whoever made it.
pub fn broken(it: &Opportunity) -> Vec<&'static str> {
    let closed = matches!(it.status, Status::Closed(_));
    let mut found = BTreeSet::new();
    let mut claim = |what: &'static str, holds: bool| {
        if !holds {
            found.insert(what);
        }
    };
    claim("2: closed, and no open quote", !closed || it.quotes.iter().all(|quote| !Stand::of_quote(quote).is_open()));
    for (place, quote) in it.quotes.iter().enumerate() {
        let state = Stand::of_quote(quote);
        for later in &it.quotes[place + 1..] {
            let theirs = Stand::of_quote(later);
            claim("4: one Won quote", (state, theirs) != (Stand::Won, Stand::Won));
            if quote.key.number == later.key.number {
                claim("4: one open revision", !(state.is_open() && theirs.is_open()));
                claim("4: revisions grow", quote.key.revision < later.key.revision);
            }
        }
        let steps: Vec<Stand> = quote.steps.iter().map(|step| Stand::of(step.state)).collect();
        claim("a quote's steps", steps.first() == Some(&Stand::Draft));
        claim("a quote's steps", steps.windows(2).all(|pair| QUOTE_STEPS.contains(&(pair[0], pair[1]))));
        claim("a quote's days", quote.content.effective_to.is_none_or(|to| quote.content.effective_from <= Some(to)));
    }
    for closing in closings(it) {
        // Of the user's own reasons only the lists know the outcome.
        let right = match closing.facts().reason.id {
            ReasonId::BuiltIn(reason) => (reason == BuiltInReason::Won) == (closing.outcome() == Outcome::Won),
            ReasonId::Own(_) => true,
        };
        claim("1: a reason of its outcome", right);
    }
    let numbers: Vec<usize> = closings(it).iter().map(|closing| closing.facts().number as usize).collect();
    claim("5: closings without gaps", numbers == (1..=numbers.len()).collect::<Vec<_>>());
    let corrected = it.canceled_closings.last().is_some_and(|last| last.by == Cancellation::Correction);
    claim("5: a corrected closing has a successor", closed || !corrected);
    for (what, holds) in [("amounts", amounts_fit(it)), ("ids", ids_differ(it)), ("counts", counts_are_right(it))] {
        claim(what, holds);
    }
    found.into_iter().collect()
}

fn amounts_fit(it: &Opportunity) -> bool {
    let currency = it.details.currency;
    let one = |amount: Option<Money>| fits(currency, amount);
    let typed = match it.details.revenue {
        Revenue::UserProvided(typed) => typed,
        Revenue::Calculated => None,
    };
    let own = one(typed) && one(it.details.budget) && fits(currency, it.lines.iter().filter_map(|line| line.budget));
    let closed = closings(it).iter().all(|closing| one(closing.revenue()) && one(closing.facts().estimate));
    own && closed
        && it.quotes.iter().all(|quote| match &quote.content.price {
            Price::Typed(total) => one(*total),
            Price::Lines(lines) => {
                lines.iter().all(|line| one(line.line.budget))
                    && fits(currency, lines.iter().filter_map(|line| line.amount))
            }
        })
}

fn ids_differ(it: &Opportunity) -> bool {
    let differ = |mut ids: Vec<u32>| {
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        ids.len() == all
    };
    let of_quote = |quote: &Quote| quote.content.price.lines().iter().map(|line| line.line.id).collect();
    differ(it.lines.iter().map(|line| line.id).collect())
        && differ(it.notes.iter().map(|note| note.id).collect())
        && it.quotes.iter().all(|quote| differ(of_quote(quote)))
}

fn counts_are_right(it: &Opportunity) -> bool {
    let right = |quote: &Quote| match &quote.content.price {
        Price::Typed(_) => true,
        Price::Lines(lines) => (1..=50).contains(&lines.len()),
    };
    it.lines.len() <= 50 && it.quotes.iter().all(right)
}

/// What holds besides in every record that only acts have touched.
pub fn lawful(it: &Opportunity) -> Check {
    let (broken, breaches) = (broken(it), it.breaches());
    ensure!(broken.is_empty() && breaches.is_empty(), "invariants: {broken:?}, breaches: {breaches:?}");
    for closing in closings(it) {
        let facts = closing.facts();
        for settled in &facts.settled {
            // R3, R11: what a closing settled stays, and its own steps tell the same story.
            let quote = it.quotes.iter().find(|quote| quote.key == settled.quote);
            let from = match settled.before {
                OpenQuoteState::Draft => Stand::Draft,
                OpenQuoteState::Active => Stand::Active,
            };
            let pair = [from, stand_of(settled.fate)];
            let told = quote.is_some_and(|quote| {
                let steps: Vec<Stand> = quote.steps.iter().map(|step| Stand::of(step.state)).collect();
                steps.windows(2).any(|steps| steps == pair)
            });
            ensure!(told, "closing {} settled {settled:?}, and the quote does not say so", facts.number);
        }
        let winners = facts.settled.iter().filter(|settled| settled.fate == Fate::Won).count();
        ensure!(winners <= 1, "closing {}: {winners} won", facts.number);
    }
    let shown = it.shown_probability().map(tutup::domain::Percent::get);
    let expected = match it.closing().map(Closing::outcome) {
        Some(Outcome::Won) => Some(100),
        Some(Outcome::Lost) => Some(0),
        None => it.details.probability.map(tutup::domain::Percent::get),
    };
    ensure!(shown == expected, "R13: {shown:?} is shown instead of {expected:?}");
    Ok(())
}

/// Of the lists: ids and competitors' names are unique, and each outcome has a reason to offer (R18).
pub fn lists_are_lawful(lists: &Lists) -> Check {
    let ids: BTreeSet<_> = lists.reasons.iter().map(|reason| reason.id).collect();
    ensure!(ids.len() == lists.reasons.len(), "two reasons of one id");
    let ids: BTreeSet<_> = lists.competitors.iter().map(|competitor| competitor.id).collect();
    ensure!(ids.len() == lists.competitors.len(), "two competitors of one id");
    let names: BTreeSet<_> = lists.competitors.iter().map(|it| it.name.as_str().to_lowercase()).collect();
    ensure!(names.len() == lists.competitors.len(), "two competitors of one name");
    for outcome in Outcome::ALL.iter().copied() {
        let offered = lists.reasons.iter().any(|reason| reason.kind.outcome() == outcome && !reason.retired);
        ensure!(offered, "R18: no reason left for {outcome:?}");
        let of_outcome = lists.reasons.iter().filter(|reason| reason.kind.outcome() == outcome);
        let names: Vec<String> =
            of_outcome.filter_map(|reason| reason.name.as_ref()).map(|name| name.as_str().to_lowercase()).collect();
        let distinct: BTreeSet<&String> = names.iter().collect();
        ensure!(distinct.len() == names.len(), "two reasons of one name for {outcome:?}");
    }
    Ok(())
}

/// What a quote with this fate is.
pub fn stand_of(fate: Fate) -> Stand {
    match fate {
        Fate::Won => Stand::Won,
        Fate::Lost => Stand::Lost,
        Fate::Canceled => Stand::Canceled,
    }
}
