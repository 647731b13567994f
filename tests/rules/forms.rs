//! Forms: every field's default, range and problem as it is typed (RULES §2–§4, R23).

use tutup::domain::forms::{LINE_ID, Typed, closing_input, opportunity_entry, quote_entry};
use tutup::domain::{Currency, Fate, Field, FieldProblem, OpportunityEntry, Outcome, Problem, QuoteKey, QuoteNumber};

use super::scenario::key;
use super::words;

const MONTHS: &[(&str, u32)] = &[("Nov", 11)];

/// A form with these fields; what it does not name is as the screen has it by default.
fn form(fields: &[(Field, &str)]) -> Typed {
    let defaults = [
        (Field::Topic, "ERP rollout"),
        (Field::Currency, "MYR"),
        (Field::RevenueSource, "UserProvided"),
        (Field::Rating, "Warm"),
        (Field::Stage, "Qualify"),
        (Field::OpenReason, "InProgress"),
        (Field::QuoteName, "Offer"),
    ];
    let unnamed = defaults.iter().filter(|(field, _)| !fields.iter().any(|(named, _)| named == field));
    fields.iter().chain(unnamed).fold(Typed::default(), |form, (field, text)| form.with(field.name(), *text))
}

fn opportunity(fields: &[(Field, &str)]) -> Result<OpportunityEntry, Vec<FieldProblem>> {
    opportunity_entry(&form(fields), MONTHS)
}

/// What the form says to these fields: its problems, or `-`.
#[track_caller]
fn check(fields: &[(Field, &str)], expected: &str) {
    let problems = opportunity(fields).err().unwrap_or_default();
    assert_eq!(words::list(problems.iter().map(words::problem)), expected, "{fields:?}");
}

pub fn percentage(typed: &str) -> Result<Option<u8>, Problem> {
    let entry = opportunity(&[(Field::Probability, typed)]);
    entry
        .map(|entry| entry.details.probability.map(tutup::domain::Percent::get))
        .map_err(|problems| problems[0].problem.clone())
}

#[test]
fn a_form_left_empty_makes_the_defaults() {
    let entry = opportunity(&[]).unwrap();
    assert_eq!(entry, super::fields::new());
    check(&[(Field::Topic, " ")], "Topic required");
    assert_eq!(opportunity_entry(&Typed::default(), MONTHS).unwrap_err().len(), 5, "topic and the four choices");
}

#[test]
fn every_text_has_its_length() {
    for (field, max) in [
        (Field::Topic, 300),
        (Field::Customer, 160),
        (Field::Contact, 160),
        (Field::AccountManager, 100),
        (Field::ContractingUnit, 100),
        (Field::Description, 2000),
        (Field::CustomerNeed, 2000),
        (Field::ProposedSolution, 2000),
    ] {
        check(&[(field, &"x".repeat(max))], "-");
        check(&[(field, &"x".repeat(max + 1))], &format!("{field:?} {} of {max}", max + 1));
        check(&[(field, "a\u{0}")], &format!("{field:?} U+0000"));
    }
}

#[test]
fn every_choice_takes_its_values_and_no_other() {
    for (field, values) in [
        (Field::Rating, &["Hot", "Warm", "Cold"][..]),
        (Field::Stage, &["Qualify", "Develop", "Propose", "Close"]),
        (Field::OpenReason, &["InProgress", "OnHold"]),
        (Field::Timeframe, &["", "Immediate", "ThisQuarter", "NextQuarter", "ThisYear", "Unknown"]),
        (Field::Process, &["", "Individual", "Committee", "Unknown"]),
        (Field::RevenueSource, &["UserProvided", "Calculated"]),
        (Field::Currency, &["MYR", "JPY", "KWD"]),
    ] {
        for value in values {
            check(&[(field, value)], "-");
        }
        check(&[(field, "Nonsense")], &format!("{field:?} Choice"));
        check(&[(field, &values[1].to_lowercase())], &format!("{field:?} Choice"));
    }
}

#[test]
fn money_and_dates_are_read_in_the_currency_and_language_of_the_form() {
    check(
        &[(Field::EstimatedRevenue, "12.345"), (Field::Budget, "-1")],
        "EstimatedRevenue TooPrecise, Budget Negative",
    );
    check(&[(Field::Currency, "KWD"), (Field::EstimatedRevenue, "12.345")], "-");
    check(&[(Field::Budget, "RM 1,000,000,000,000.01")], "Budget TooLarge");
    check(&[(Field::EstimatedCloseDate, "22 Nov 2026")], "-");
    check(&[(Field::EstimatedCloseDate, "31/4/2026")], "EstimatedCloseDate NoSuchDay");
    check(&[(Field::EstimatedCloseDate, "2200-01-01")], "EstimatedCloseDate OutOfRange");
    check(&[(Field::EstimatedCloseDate, "\u{a0}"), (Field::Budget, "\u{a0}"), (Field::Probability, " ")], "-");
}

#[test]
fn r12_a_changed_currency_keeps_amounts_in_major_units_and_finds_those_that_are_too_precise() {
    let typed = [(Field::EstimatedRevenue, "1234.00"), (Field::Budget, "12.50")];
    let entry = opportunity(&typed).unwrap();
    assert_eq!(entry.details.budget.unwrap().minor(), 1250);
    let changed = |currency| [&typed[..], &[(Field::Currency, currency)]].concat();
    let entry = opportunity(&changed("KWD")).unwrap();
    assert_eq!(entry.estimated_revenue().unwrap().minor(), 1_234_000);
    assert_eq!(entry.details.budget.unwrap().minor(), 12_500);
    check(&changed("JPY"), "EstimatedRevenue TooPrecise, Budget TooPrecise");
}

#[test]
fn r20_calculated_revenue_cannot_be_typed() {
    let entry = opportunity(&[(Field::RevenueSource, "Calculated"), (Field::EstimatedRevenue, "nonsense")]).unwrap();
    assert_eq!(entry.estimated_revenue(), None);
}

#[test]
fn r23_a_percentage_is_digits_with_or_without_the_sign() {
    for (typed, expected) in [("0", 0), ("100", 100), ("60", 60), ("60%", 60), (" 60 % ", 60), ("007", 7)] {
        assert_eq!(percentage(typed), Ok(Some(expected)), "{typed}");
    }
    assert_eq!(percentage(""), Ok(None));
    for typed in ["101", "-1", "+1", "1.5", "1e1", "٣٤", "NaN", "%", "5%%", "256", "1000", "half", "0000"] {
        assert_eq!(percentage(typed), Err(Problem::Percent), "{typed}");
    }
}

#[test]
fn every_problem_of_the_form_comes_at_once_and_in_its_order() {
    check(
        &[
            (Field::Topic, ""),
            (Field::Customer, &"x".repeat(161)),
            (Field::EstimatedRevenue, "1,23"),
            (Field::EstimatedCloseDate, "soon"),
            (Field::Probability, "half"),
            (Field::LineName(0), ""),
            (Field::LineBilling(0), "FixedPrice"),
            (Field::LineBudget(0), "x"),
        ],
        "Topic required, Customer 161 of 160, EstimatedRevenue NotMoney, EstimatedCloseDate NotADate, \
         Probability Percent, LineName(0) required, LineBudget(0) NotMoney",
    );
}

#[test]
fn lines_are_read_row_by_row() {
    let typed = form(&[])
        .with(LINE_ID, "7")
        .with("line-name", "Design")
        .with("line-billing", "TimeAndMaterial")
        .with("line-budget", "500")
        .with(LINE_ID, "")
        .with("line-name", &*"x".repeat(101))
        .with("line-billing", "Barter")
        .with("line-budget", "");
    let problems = opportunity_entry(&typed, MONTHS).unwrap_err();
    assert_eq!(words::list(problems.iter().map(words::problem)), "LineName(1) 101 of 100, LineBilling(1) Choice");
    let typed = Typed(typed.0.into_iter().take(11).collect()).with("line-budget", "500");
    let lines = opportunity_entry(&typed, MONTHS).unwrap().lines;
    assert_eq!(lines.iter().map(|line| (line.id, line.name.as_str())).collect::<Vec<_>>(), [(Some(7), "Design")]);
    assert_eq!(lines[0].budget.unwrap().minor(), 50_000);
}

#[test]
fn too_many_lines_or_too_large_a_sum_is_a_problem_of_the_lines_as_a_whole() {
    let check = |lines: usize, budget: &str, expected: &str| {
        let line = |form: Typed, _| {
            form.with("line-name", "Design").with("line-billing", "FixedPrice").with("line-budget", budget)
        };
        let problems = opportunity_entry(&(0..lines).fold(form(&[]), line), MONTHS).err().unwrap_or_default();
        assert_eq!(words::list(problems.iter().map(words::problem)), expected, "{lines} of {budget}");
    };
    check(50, "1", "-");
    check(51, "1", "Lines more than 50");
    check(52, "1", "Lines more than 50");
    check(2, "500,000,000,000", "-");
    check(2, "500,000,000,000.01", "Lines SumTooLarge");
}

#[test]
fn a_quotes_form_reads_its_fields_or_says_what_is_wrong_with_each() {
    let read = |fields: &[(Field, &str)]| quote_entry(&form(fields), Currency::MYR, MONTHS);
    let entry =
        read(&[(Field::Total, "5"), (Field::EffectiveFrom, "1 Nov 2026"), (Field::DueBy, "2/11/2026")]).unwrap();
    assert_eq!((entry.name.as_str(), entry.total.unwrap().minor()), ("Offer", 500));
    assert_eq!(entry.effective_from.unwrap().to_string(), "2026-11-01");
    assert_eq!(entry.due_by.unwrap().to_string(), "2026-11-02");
    let problems = read(&[
        (Field::QuoteName, &"x".repeat(301)),
        (Field::Total, "-5"),
        (Field::EffectiveFrom, "x"),
        (Field::EffectiveTo, "31/4/2026"),
        (Field::DueBy, "20266-01-01"),
        (Field::Description, "\u{0}"),
    ]);
    let mut words: Vec<String> = problems.unwrap_err().iter().map(words::problem).collect();
    words.sort();
    let expected = "Description U+0000|DueBy OutOfRange|EffectiveFrom NotADate|EffectiveTo NoSuchDay|QuoteName 301 of 300|Total Negative";
    assert_eq!(words.join("|"), expected);
    assert_eq!(read(&[(Field::QuoteName, "")]).unwrap_err()[0].problem, Problem::Required);
}

#[test]
fn a_quotes_form_ends_on_or_after_the_day_on_which_it_begins() {
    for (to, expected) in [("2026-11-01", "EffectiveTo EndBeforeStart"), ("2026-11-02", "-"), ("2026-11-03", "-")] {
        let typed = form(&[(Field::EffectiveFrom, "2026-11-02"), (Field::EffectiveTo, to)]);
        let problems = quote_entry(&typed, Currency::MYR, MONTHS).err().unwrap_or_default();
        assert_eq!(words::list(problems.iter().map(words::problem)), expected, "{to}");
    }
}

#[test]
fn r21_a_typed_total_counts_only_without_lines() {
    let lines = form(&[(Field::Total, "nonsense")])
        .with("line-name", "Design")
        .with("line-billing", "FixedPrice")
        .with("line-amount", "7.50");
    let entry = quote_entry(&lines, Currency::MYR, MONTHS).unwrap();
    assert_eq!((entry.total, entry.lines[0].amount.unwrap().minor()), (None, 750));
    let typed = form(&[(Field::Total, "nonsense")]);
    assert_eq!(words::problem(&quote_entry(&typed, Currency::MYR, MONTHS).unwrap_err()[0]), "Total NotMoney");
}

#[test]
fn the_dialog_reads_what_it_holds_and_leaves_the_judging_to_the_check() {
    let open: [QuoteKey; 2] = [key("Q1"), key("Q2r1")];
    let fate = |quote: QuoteKey| Field::Fate(quote);
    let typed = form(&[
        (Field::StatusReason, super::fields::reason("Price").code()),
        (Field::ActualRevenue, "RM 1,180.00"),
        (Field::CloseDate, "22 Nov 2026"),
        (Field::Competitor, " Acme "),
        (Field::RevisitOn, "31/4/2026"),
        (Field::Quotes, "on"),
        (fate(key("Q2r1")), "Won"),
        (fate(key("Q3")), "Won"),
    ]);
    let input = closing_input(&typed, Outcome::Lost, &open, Currency::MYR, MONTHS);
    assert_eq!(input.reason, Some(super::fields::reason("Price")));
    assert_eq!(input.revenue.unwrap().unwrap().minor(), 118_000);
    assert_eq!(input.date.unwrap().unwrap().to_string(), "2026-11-22");
    assert_eq!(input.competitor.unwrap().unwrap().as_str(), "Acme");
    assert_eq!(input.revisit_on, Err(tutup::domain::DateProblem::NoSuchDay));
    assert!(input.quotes.close_all);
    assert_eq!(input.quotes.fates.into_iter().collect::<Vec<_>>(), [(key("Q2r1"), Fate::Won)]);
    let empty = closing_input(&Typed::default(), Outcome::Won, &open, Currency::MYR, MONTHS);
    assert_eq!((empty.reason, empty.revenue, empty.date), (None, Ok(None), Ok(None)));
    assert!(!empty.quotes.close_all && empty.quotes.fates.is_empty());
}

#[test]
fn every_reason_has_a_code_that_reads_back() {
    use tutup::domain::{BuiltInReason, ReasonId};
    let mut ids: Vec<ReasonId> = BuiltInReason::ALL.iter().map(|&reason| ReasonId::BuiltIn(reason)).collect();
    ids.push(ReasonId::Own(super::scenario::id("tender")));
    for id in ids {
        assert_eq!(ReasonId::from_code(id.code()), Some(id));
    }
    for code in ["", "Nonsense", "won"] {
        assert_eq!(ReasonId::from_code(code), None, "{code}");
    }
}

#[test]
fn every_quote_has_a_code_that_reads_back() {
    for (number, revision) in [(1, 0), (12, 3), (4_000_000_000, 77)] {
        let quote = QuoteKey { number: QuoteNumber(number), revision };
        assert_eq!(QuoteKey::from_code(&quote.code()), Some(quote));
    }
    for code in ["", "Q-00012", "Q-00012-", "Q-00012-+1", "Q-00012-x", "12-1", "Q-00012-4294967296"] {
        assert_eq!(QuoteKey::from_code(code), None, "{code}");
    }
}
