//! The names of an enum's variants, so that a test can tell whether its cases meet every one of them.

/// Declares `$kind`, which names the variant of a value, and `$all`, every name. A new variant does not compile here
/// until it is listed, and once it is listed, the test that compares its cases with `$all` fails until it has a case.
macro_rules! variants {
    ($type:ident, $kind:ident, $all:ident: $($variant:ident $(($($one:tt)*))? $({ $($many:tt)* })?),+ $(,)?) => {
        pub fn $kind(value: &tutup::domain::$type) -> &'static str {
            use tutup::domain::$type as It;
            match value {
                $(It::$variant $(($($one)*))? $({ $($many)* })? => stringify!($variant)),+
            }
        }

        pub const $all: &[&str] = &[$(stringify!($variant)),+];
    };
}

variants!(Refusal, refusal, REFUSALS:
    Problems(_), NoOpportunity(_), OpportunityExists(_), AlreadyClosed { .. }, ReadOnly { .. }, InBin(_), NotInBin(_),
    NotClosed, NoQuote(_),
    QuoteState { .. }, NoTotal(_), LinesWithoutAmount { .. }, AnotherWon(_), OpenRevision(_), NotLatest { .. },
    NoOpenQuote, NumbersExhausted, NoEntry, EntryExists, LastReason(_), InUse { .. }, BuiltIn(_), Twice,
);
variants!(Problem, problem, PROBLEMS:
    Required, Text(_), Money(_), Date(_), Percent, Choice, CurrencyLocked, TooManyLines { .. }, SumTooLarge,
    EndBeforeStart, ReasonRetired, DescriptionRequired, QuotesBlock(_), OneWinner(_), WonOnLost, NoTotal, QuoteNotOpen,
    NameTaken,
);
variants!(Breach, breach, BREACHES:
    OpenQuote(_), TwoWon, TwoOpenRevisions(_), RevisionOrder(_), QuoteSteps(_), ClosingNumbers, Cancellation, Reason, DoubleId,
    AmountTooLarge, LineCount, EndBeforeStart(_),
);
variants!(ClosingWarning, warning, WARNINGS:
    DateInFuture, DateBeforeCreated, RevisitBeforeClose, NoWinner, WonQuote(_),
);
variants!(TextProblem, text_problem, TEXT_PROBLEMS: TooLong { .. }, Control { .. });
variants!(MoneyProblem, money_problem, MONEY_PROBLEMS: NotMoney, Negative, TooPrecise, TooLarge);
variants!(DateProblem, date_problem, DATE_PROBLEMS: NotADate, NoSuchDay, OutOfRange);

/// Fails with the names that no case met.
#[track_caller]
pub fn must_meet_all(met: &[&str], all: &[&str]) {
    let missing: Vec<&&str> = all.iter().filter(|name| !met.contains(name)).collect();
    assert!(missing.is_empty(), "no case meets {missing:?}");
}
