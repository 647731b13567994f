//! Moments in base 36: the steps of a quote and the changes of the stage as one text each, and when an opportunity was
//! created and modified.
//!
//! A moment is written as the milliseconds since the one before it. Each text says one thing and each thing has one text:
//! whatever would be written otherwise is not read.

use super::json::Json;
use super::leaf::Written;
use super::quote::{State, read_step, write_step};
use super::writer::places;
use crate::domain::{Clock, Date, Instant, QuoteStep, Stage};

/// More steps than a quote can take.
const STEPS: usize = 4;

/// Steps in the text that stands for them, such as `D0A2n9cW5yc2q`: the letter of the state, when it was, and, where there is
/// a day and it is not that of the moment in UTC, how many days it is away.
pub(super) fn print_steps(steps: &[Json], created: i64) -> Option<Json> {
    let (mut text, mut last) = (String::new(), created);
    for json in Some(steps).filter(|steps| (1..=STEPS).contains(&steps.len()))? {
        let step = read_step(json).ok().filter(|step| write_step(step) == *json)?;
        let away = step.state.closed_on().map_or(0, |day| day.days_since(day_of(step.at.0)));
        text += &State::of(step.state).write().text()?.to_ascii_uppercase();
        text += &print(step.at.0.wrapping_sub(last), away);
        last = step.at.0;
    }
    Some(Json::Text(text))
}

/// The steps that stand in this text.
pub(super) fn parse_steps(text: &str, created: i64) -> Option<Json> {
    let (mut steps, mut at) = (Vec::new(), created);
    for (letter, moment) in lettered(text) {
        let (since, away) = parse(moment)?;
        at = at.wrapping_add(since);
        let state =
            State::read(&letter)?.since(day(at, away)).filter(|state| away == 0 || state.closed_on().is_some())?;
        steps.push(write_step(&QuoteStep { state, at: Instant(at) }));
    }
    (1..=STEPS).contains(&steps.len()).then_some(Json::List(steps))
}

/// Changes of the stage in the text that stands for them, such as `qD5f3a0cP2v`: the first stage, then each one that followed
/// and when.
pub(super) fn print_stages(changes: &[Json], created: i64) -> Option<Json> {
    let (mut text, mut stage, mut last) = (String::new(), None, created);
    for change in changes {
        let Json::List(change) = change else { return None };
        let [from, to, at] = change.as_slice() else { return None };
        Stage::read(from)?;
        Stage::read(to)?;
        match stage {
            None => text += from.text()?,
            Some(stage) if stage == from => {}
            Some(_) => return None,
        }
        text += &to.text()?.to_ascii_uppercase();
        text += &print(at.whole()?.wrapping_sub(last), 0);
        (stage, last) = (Some(to), at.whole()?);
    }
    (!changes.is_empty()).then_some(Json::Text(text))
}

/// The changes of the stage that stand in this text.
pub(super) fn parse_stages(text: &str, created: i64) -> Option<Json> {
    let (first, changes) = text.split_at_checked(1)?;
    let (mut stages, mut stage, mut at) = (Vec::new(), Json::Text(first.to_owned()), created);
    Stage::read(&stage)?;
    for (letter, moment) in lettered(changes) {
        let (since, 0) = parse(moment)? else { return None };
        at = at.wrapping_add(since);
        Stage::read(&letter)?;
        stages.push(places([stage, letter.clone(), at_json(at)]));
        stage = letter;
    }
    (!stages.is_empty()).then_some(Json::List(stages))
}

/// Two numbers in base 36, each with its sign: the first one has none when it is not negative, the second one is left away
/// when it is 0.
pub(super) fn print(first: i64, second: i64) -> String {
    let sign = |number: i64, plus: &'static str| if number < 0 { "-" } else { plus };
    let mut text = format!("{}{}", sign(first, ""), digits(first.unsigned_abs()));
    if second != 0 {
        text = format!("{text}{}{}", sign(second, "+"), digits(second.unsigned_abs()));
    }
    text
}

/// The two numbers that are printed like this.
pub(super) fn parse(text: &str) -> Option<(i64, i64)> {
    let signed = |text: &str| {
        let number = u64::from_str_radix(text.trim_start_matches(['+', '-']), 36).ok()?;
        Some(if text.starts_with('-') {
            0i64.wrapping_sub_unsigned(number)
        } else {
            0i64.wrapping_add_unsigned(number)
        })
    };
    let second = text.get(1..)?.find(['+', '-']).map_or(text.len(), |place| place + 1);
    let (first, second) = text.split_at_checked(second)?;
    let pair = (signed(first)?, if second.is_empty() { 0 } else { signed(second)? });
    (print(pair.0, pair.1) == text).then_some(pair)
}

/// The day in UTC in which the moment lies.
pub(super) fn day_of(at: i64) -> Date {
    Clock { now: Instant(at), ahead_of_utc: 0 }.today()
}

pub(super) fn at_json(at: i64) -> Json {
    Json::Number(at.into())
}

/// The day so many days away from that of the moment.
fn day(at: i64, away: i64) -> Option<Date> {
    let days = u32::try_from(away.unsigned_abs()).ok()?;
    if away < 0 { day_of(at).minus_days(days) } else { day_of(at).plus_days(days) }
}

/// What stands in the text behind each capital, which is read as the small letter that it is elsewhere. What stands before
/// the first one has no letter, and no letter is nothing that can be read.
fn lettered(text: &str) -> impl Iterator<Item = (Json, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut letters = rest.char_indices();
        let (_, letter) = letters.next()?;
        let end = letters.find(|(_, letter)| letter.is_ascii_uppercase()).map_or(rest.len(), |(place, _)| place);
        let (entry, behind) = rest.split_at_checked(end)?;
        rest = behind;
        let small = if letter.is_ascii_uppercase() { letter.to_ascii_lowercase().to_string() } else { String::new() };
        Some((Json::Text(small), entry.get(letter.len_utf8()..)?))
    })
}

fn digits(mut number: u64) -> String {
    let mut digits = Vec::new();
    loop {
        digits.extend(u32::try_from(number % 36).ok().and_then(|digit| char::from_digit(digit, 36)));
        number /= 36;
        if number == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_of_numbers_has_one_text() {
        let numbers = [0, 1, -1, 35, 36, -36, 1_795_312_800_000, i64::MAX, i64::MIN];
        for first in numbers {
            for second in numbers {
                assert_eq!(parse(&print(first, second)), Some((first, second)), "{}", print(first, second));
            }
        }
        assert_eq!((print(35, 0), print(36, -37), print(-1, 1)), ("z".into(), "10-11".into(), "-1+1".into()));
        let others = "|-|+|+1|-0|00|01|1+0|1+|1-|1--1|1+-1|1++1|A|1A|1+1+1| 1|1 |1.5|é|3w5e11264sgsg|1y2p0ij32e8e8";
        for other in others.split('|') {
            assert_eq!(parse(other), None, "{other}");
        }
    }

    #[test]
    fn steps_and_stages_have_one_text() {
        let json = |text: &str| Json::parse(text).unwrap();
        let list = |text: &str| if let Json::List(entries) = json(text) { entries } else { panic!("{text}") };
        let at = 1_795_312_800_000;
        for (long, short) in [
            (r#"[["d",1795312800000]]"#, "D0"),
            (r#"[["d",1795312800000],["a",1795312800036],["l",1795312800035,"2026-11-22"]]"#, "D0A10L-1"),
            (r#"[["d",1795312799999],["w",1795312799999,"2026-11-23"],["r",0,"1970-01-02"]]"#, "D-1W0+1R-mwr6vy7z+1"),
            (r#"[["d",0],["c",9223372036854775807,"2199-12-30"]]"#, "D-mwr6vy80C1y2p0ij32e8e7-1"),
        ] {
            assert_eq!(print_steps(&list(long), at), Some(Json::Text(short.into())));
            assert_eq!(parse_steps(short, at), Some(json(long)), "{short}");
        }
        for other in ["", "0", "D", "d0", "D00", "D0+1", "D0 A0", "W0+9999999", "X0", "D0A0A0A0A0", "D0é", "éD0"] {
            assert_eq!(parse_steps(other, at), None, "{other}");
        }
        for long in ["[]", r#"[["d",0,null]]"#, r#"[["d",0],["w",0]]"#, r#"[["d",0,null,1]]"#, r#"[{"s":"d"}]"#] {
            assert_eq!(print_steps(&list(long), at), None, "{long}");
        }

        for (long, short) in [(r#"[["q","d",0]]"#, "qD0"), (r#"[["q","p",36],["p","c",1]]"#, "qP10C-z")] {
            assert_eq!(print_stages(&list(long), 0), Some(Json::Text(short.into())));
            assert_eq!(parse_stages(short, 0), Some(json(long)), "{short}");
        }
        for other in ["", "q", "QD0", "D0", "xD0", "qX0", "qD0+1", "qD", "q0D0", "éD0"] {
            assert_eq!(parse_stages(other, 0), None, "{other}");
        }
        for long in ["[]", r#"[["q","d",0],["q","p",1]]"#, r#"[["q","d"]]"#, r#"[["q","d",0,1]]"#, r#"[["q","x",0]]"#] {
            assert_eq!(print_stages(&list(long), 0), None, "{long}");
        }
    }
}
