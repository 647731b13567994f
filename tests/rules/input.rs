//! What can be typed (R23): text, money, dates, percentages.

use tutup::domain::{
    Currency, Date, DateProblem, Id, LongText, Money, MoneyProblem, Percent, QuoteNumber, Text, TextProblem, fold,
};

use super::variants;

const MALAY: &[(&str, u32)] = &[("Mac", 3), ("Ogos", 8), ("Disember", 12), ("Dis", 12)];

#[track_caller]
fn money(currency: &str, typed: &str, expected: Result<i64, MoneyProblem>) {
    let currency = Currency::parse(currency).unwrap();
    let read = Money::parse(typed, currency);
    assert_eq!(read.map(Money::minor), expected, "{typed:?} in {currency}");
    if let Ok(money) = read {
        assert_eq!(Money::parse(&money.typed(currency), currency), Ok(money), "{typed:?} typed again");
    }
}

#[test]
fn r23_money_is_accepted_as_people_write_it() {
    for (currency, typed, minor) in [
        ("MYR", "0", 0),
        ("MYR", "0.00", 0),
        ("MYR", "7", 700),
        ("MYR", "7.5", 750),
        ("MYR", "007", 700),
        ("MYR", "1,234.50", 123_450),
        ("MYR", "1234.50", 123_450),
        ("MYR", "12,345,678", 1_234_567_800),
        ("MYR", "RM 1,234.50", 123_450),
        ("MYR", "RM1,234.50", 123_450),
        ("MYR", "MYR 1,234.50", 123_450),
        ("MYR", "myr1234.5", 123_450),
        ("MYR", "RM\u{a0}1,234.50", 123_450),
        ("MYR", "1\u{202f}234\u{a0}567.50", 123_456_750),
        ("MYR", "  12  ", 1_200),
        ("MYR", "1,000,000,000,000", 100_000_000_000_000),
        ("MYR", "1,000,000,000,000.00", 100_000_000_000_000),
        ("JPY", "1,234", 1_234),
        ("JPY", "¥1,234", 1_234),
        ("JPY", "￥1,234", 1_234),
        ("JPY", "1000000000000", 1_000_000_000_000),
        ("KWD", "12.345", 12_345),
        ("KWD", "12.3", 12_300),
        ("KWD", "KWD 1,000,000,000,000.000", 1_000_000_000_000_000),
        ("EUR", "€ 5", 500),
        ("USD", "US$5", 500),
        ("USD", "$5.05", 505),
    ] {
        money(currency, typed, Ok(minor));
    }
}

#[test]
fn r23_money_is_refused_when_it_could_mean_something_else() {
    use MoneyProblem::{Negative, NotMoney, TooLarge, TooPrecise};
    let cases = [
        ("MYR", "1.234,50", NotMoney),
        ("MYR", "1,23", NotMoney),
        ("MYR", "1e5", NotMoney),
        ("MYR", "-1", Negative),
        ("MYR", "−1", Negative),
        ("MYR", "RM -1.00", Negative),
        ("MYR", "-", NotMoney),
        ("MYR", "--1", NotMoney),
        ("MYR", "-1e5", NotMoney),
        ("MYR", "12.345", TooPrecise),
        ("MYR", "12.340", TooPrecise),
        ("JPY", "12.0", TooPrecise),
        ("KWD", "1.2345", TooPrecise),
        ("MYR", "٣٤", NotMoney),
        ("MYR", "३४", NotMoney),
        ("MYR", "１２", NotMoney),
        ("MYR", "NaN", NotMoney),
        ("MYR", "inf", NotMoney),
        ("MYR", "0x10", NotMoney),
        ("MYR", "+1", NotMoney),
        ("MYR", "", NotMoney),
        ("MYR", ".", NotMoney),
        ("MYR", ".5", NotMoney),
        ("MYR", "1.", NotMoney),
        ("MYR", "1..5", NotMoney),
        ("MYR", "1.5.5", NotMoney),
        ("MYR", ",123", NotMoney),
        ("MYR", "1,", NotMoney),
        ("MYR", "1,,234", NotMoney),
        ("MYR", "1234,567", NotMoney),
        ("MYR", "1,2345", NotMoney),
        ("MYR", "1 234", NotMoney),
        ("MYR", "1'234", NotMoney),
        ("MYR", "1_234", NotMoney),
        ("MYR", "5%", NotMoney),
        ("MYR", "RM", NotMoney),
        ("MYR", "RM RM 5", NotMoney),
        ("MYR", "5 RM", NotMoney),
        ("MYR", "$5", NotMoney),
        ("MYR", "USD 5", NotMoney),
        ("JPY", "RM 5", NotMoney),
        ("MYR", "1\u{0}", NotMoney),
        ("MYR", "1,000,000,000,000.01", TooLarge),
        ("JPY", "1000000000001", TooLarge),
        ("KWD", "1000000000000.001", TooLarge),
        ("MYR", "99999999999999999999999999999999", TooLarge),
    ];
    for (currency, typed, problem) in cases {
        money(currency, typed, Err(problem));
    }
    let met: Vec<&str> = cases.iter().map(|(_, _, problem)| variants::money_problem(problem)).collect();
    variants::must_meet_all(&met, variants::MONEY_PROBLEMS);
}

#[test]
fn money_is_never_negative_and_sums_are_checked() {
    let myr = Currency::MYR;
    assert_eq!(Money::from_minor(-1), None);
    assert_eq!(Money::from_minor(i64::MAX), None);
    let most = Money::parse("1000000000000", myr).unwrap();
    assert_eq!(myr.sum([]), Some(Money::ZERO));
    assert_eq!(myr.sum([most, Money::ZERO]), Some(most));
    assert_eq!(myr.sum([most, Money::from_minor(1).unwrap()]), None);
    let thousandth = Money::from_minor(1_000_000_000_000_000).unwrap();
    assert_eq!(Currency::parse("KWD").unwrap().sum(std::iter::repeat_n(thousandth, 20_000)), None);
}

#[test]
fn a_currency_is_known_by_its_code_in_capitals() {
    let digits = |code| Currency::parse(code).map(Currency::digits);
    let known = [("MYR", 2), ("JPY", 0), ("KWD", 3), ("EUR", 2), ("BHD", 3), ("KRW", 0), ("ISK", 0), ("XCG", 2)];
    for (code, expected) in known {
        assert_eq!(digits(code), Some(expected), "{code}");
    }
    for code in ["myr", "MY", "MYRR", "XYZ", "", " MYR", "XAU", "XXX"] {
        assert_eq!(digits(code), None, "{code}");
    }
    let all: Vec<&str> = Currency::all().map(Currency::code).collect();
    assert!(all.is_sorted_by(|earlier, later| earlier < later), "in order, each once");
    assert!(all.iter().all(|code| code.len() == 3));
}

#[track_caller]
fn day(typed: &str, expected: Result<&str, DateProblem>) {
    let months = [MALAY, &[("Nov", 11), ("November", 11), ("Apr", 4)]].concat();
    assert_eq!(Date::parse(typed, &months).map(|date| date.to_string()), expected.map(str::to_owned), "{typed:?}");
}

#[test]
fn r23_dates_are_accepted_in_three_ways() {
    for (typed, date) in [
        ("2026-11-22", "2026-11-22"),
        ("22/11/2026", "2026-11-22"),
        ("2/1/2026", "2026-01-02"),
        ("02/01/2026", "2026-01-02"),
        ("22 Nov 2026", "2026-11-22"),
        ("22 november 2026", "2026-11-22"),
        ("22 NOV. 2026", "2026-11-22"),
        ("1 Mac 2026", "2026-03-01"),
        ("31 Disember 2026", "2026-12-31"),
        ("31 dis 2026", "2026-12-31"),
        (" 2026-11-22 ", "2026-11-22"),
        ("22   Nov   2026", "2026-11-22"),
        ("29/2/2024", "2024-02-29"),
        ("29/2/2000", "2000-02-29"),
        ("1970-01-01", "1970-01-01"),
        ("31/12/2199", "2199-12-31"),
    ] {
        day(typed, Ok(date));
    }
}

#[test]
fn r23_dates_that_are_not_or_out_of_range_are_refused() {
    use DateProblem::{NoSuchDay, NotADate, OutOfRange};
    let cases = [
        ("31 Apr 2026", NoSuchDay),
        ("31/4/2026", NoSuchDay),
        ("2026-04-31", NoSuchDay),
        ("29/2/2026", NoSuchDay),
        ("29/2/2100", NoSuchDay),
        ("0/1/2026", NoSuchDay),
        ("1/0/2026", NoSuchDay),
        ("1/13/2026", NoSuchDay),
        ("2026-13-01", NoSuchDay),
        ("0000-01-01", OutOfRange),
        ("20266-01-01", OutOfRange),
        ("42026-11-22", OutOfRange),
        ("1/1/20266", OutOfRange),
        ("1969-12-31", OutOfRange),
        ("2200-01-01", OutOfRange),
        ("1/1/26", OutOfRange),
        ("22 Nov 20266", OutOfRange),
        ("", NotADate),
        ("today", NotADate),
        ("2026", NotADate),
        ("2026-11", NotADate),
        ("2026-11-22-01", NotADate),
        ("-2026-11-22", NotADate),
        ("2026-11-22T00:00", NotADate),
        ("2026-011-22", NotADate),
        ("2026-11-", NotADate),
        ("2026/11/22", NotADate),
        ("11.22.2026", NotADate),
        ("22 Nop 2026", NotADate),
        ("Nov 22 2026", NotADate),
        ("22/Nov/2026", NotADate),
        ("+1/1/2026", NotADate),
        ("٢٢/١١/٢٠٢٦", NotADate),
        ("1e1/1/2026", NotADate),
        ("1/1/", NotADate),
        ("1/1/year", NotADate),
        ("1/1/2o26", NotADate),
    ];
    for (typed, problem) in cases {
        day(typed, Err(problem));
    }
    let met: Vec<&str> = cases.iter().map(|(_, problem)| variants::date_problem(problem)).collect();
    variants::must_meet_all(&met, variants::DATE_PROBLEMS);
}

#[test]
fn dates_are_counted_within_their_years() {
    let date = |text| Date::parse(text, &[]).unwrap();
    assert_eq!(date("2026-03-01").days_since(date("2026-02-28")), 1);
    assert_eq!(date("2026-02-28").days_since(date("2026-03-01")), -1);
    assert_eq!(date("2024-02-28").plus_days(2), Some(date("2024-03-01")));
    assert_eq!(date("2199-12-31").plus_days(1), None);
    assert_eq!(date("1970-01-01").minus_days(1), None);
    assert_eq!(date("1970-01-02").minus_days(1), Some(Date::FIRST));
    assert_eq!((date("2026-11-22").year(), date("2026-11-22").month(), date("2026-11-22").day()), (2026, 11, 22));
}

#[test]
fn today_is_the_users_day_and_not_that_of_utc() {
    use tutup::domain::{Clock, Instant};
    let day = |now, ahead_of_utc| Clock { now: Instant(now), ahead_of_utc }.today().to_string();
    let eleven_at_night = 1_795_388_400_000; // 2026-11-22T23:00Z
    assert_eq!(day(eleven_at_night, 0), "2026-11-22");
    assert_eq!(day(eleven_at_night, 480), "2026-11-23");
    assert_eq!(day(eleven_at_night, -720), "2026-11-22");
    assert_eq!(day(eleven_at_night - 23 * 3_600_000, -60), "2026-11-21");
    assert_eq!(day(-1, 0), "1970-01-01", "kept within the years");
    assert_eq!(day(i64::MAX, 0), "2199-12-31", "kept within the years");
    assert_eq!(day(i64::MIN, -720), "1970-01-01", "kept within the years");
}

#[test]
fn r23_text_is_trimmed_composed_and_counted_in_characters() {
    type Short = Text<5>;
    let kept = |typed: &str| Short::parse(typed).map(|text| text.map(|text| text.to_string()));
    for (typed, expected) in [
        ("abc", Some("abc")),
        ("  abc\u{a0}\u{3000}", Some("abc")),
        ("\n\tabc\r\n", Some("abc")),
        ("a b", Some("a b")),
        ("", None),
        (" \u{a0}\n", None),
        ("Cafe\u{301}", Some("Café")),
        ("ééééé", Some("ééééé")),
        ("e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}", Some("ééééé")),
        ("😀😀😀😀😀", Some("😀😀😀😀😀")),
        ("<b>", Some("<b>")),
        ("  𝒳 ", Some("𝒳")),
    ] {
        assert_eq!(kept(typed), Ok(expected.map(str::to_owned)), "{typed:?}");
    }
    let cases = [
        ("abcdef", TextProblem::TooLong { length: 6, max: 5 }),
        ("😀😀😀😀😀😀", TextProblem::TooLong { length: 6, max: 5 }),
        ("a\tb", TextProblem::Control { character: '\t' }),
        ("a\nb", TextProblem::Control { character: '\n' }),
        ("a\u{0}b", TextProblem::Control { character: '\0' }),
        ("a\u{85}b", TextProblem::Control { character: '\u{85}' }),
        ("\u{7f}", TextProblem::Control { character: '\u{7f}' }),
    ];
    for (typed, problem) in cases {
        assert_eq!(kept(typed), Err(problem), "{typed:?}");
    }
    let met: Vec<&str> = cases.iter().map(|(_, problem)| variants::text_problem(problem)).collect();
    variants::must_meet_all(&met, variants::TEXT_PROBLEMS);
}

#[test]
fn r23_long_text_has_2000_characters_and_may_have_lines_and_tabs() {
    let kept = |typed: &str| LongText::parse(typed).map(|text| text.map(|text| text.to_string()));
    assert_eq!(kept("a\n\tb\r\nc\rd"), Ok(Some("a\n\tb\nc\nd".into())));
    assert_eq!(kept(" \n "), Ok(None));
    assert_eq!(kept(&"é".repeat(2000)), Ok(Some("é".repeat(2000))));
    assert_eq!(kept(&"é".repeat(2001)), Err(TextProblem::TooLong { length: 2001, max: 2000 }));
    assert_eq!(kept("a\u{0}"), Err(TextProblem::Control { character: '\0' }));
}

#[test]
fn names_are_the_same_without_regard_to_case_and_accents() {
    for (one, other) in [("Café", "CAFE"), ("Ćosić", "cosic"), ("straße", "Straße"), ("ΟΔΟΣ", "οδοσ")] {
        assert_eq!(fold(one), fold(other));
    }
    assert_ne!(fold("Acme"), fold("Acme 2"));
}

#[test]
fn a_percentage_is_whole_and_at_most_100() {
    assert_eq!(Percent::new(0).map(Percent::get), Some(0));
    assert_eq!(Percent::new(100).map(Percent::get), Some(100));
    assert_eq!(Percent::new(101), None);
    assert_eq!(Percent::new(255), None);
}

#[test]
fn ids_and_numbers_are_read_as_they_are_written() {
    assert_eq!(Id::from_number(35).to_string(), "00000000z");
    assert_eq!(format!("{:?}", Id::from_number(35)), "Id(00000000z)");
    assert_eq!(Id::from_number(36).to_string(), "000000010");
    assert_eq!(Id::parse("00000000z"), Some(Id::from_number(35)));
    for text in ["", "0000000z", "0000000000", "00000000Z", "00000000é", "0000000é"] {
        assert_eq!(Id::parse(text), None, "{text}");
    }
    assert_eq!(QuoteNumber(7).to_string(), "Q-00007");
    assert_eq!(QuoteNumber(123_456).to_string(), "Q-123456");
    assert_eq!(QuoteNumber::parse("Q-00007"), Some(QuoteNumber(7)));
    for text in ["Q-7", "00007", "Q-0000x", "Q-99999999999", "q-00007", "Q-+0007"] {
        assert_eq!(QuoteNumber::parse(text), None, "{text}");
    }
    assert_eq!(super::scenario::key("Q12r1").to_string(), "Q-00012 r1");
}

#[test]
fn the_programs_own_dates_are_read_as_it_writes_them_and_in_no_other_way() {
    for text in ["1970-01-01", "2024-02-29", "2199-12-31"] {
        assert_eq!(Date::from_iso(text).map(|date| date.to_string()).as_deref(), Some(text));
    }
    for text in [
        "",
        "2026-1-02",
        "2026-02-30",
        "1969-12-31",
        "2200-01-01",
        "2026-11-22-1",
        " 2026-11-22",
        "22/11/2026",
        "2026-+1-02",
    ] {
        assert_eq!(Date::from_iso(text), None, "{text}");
    }
}
