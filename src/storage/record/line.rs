//! A line as it is stored, inside its opportunity or quote; and how a quote's line points to the opportunity's when it is the
//! same (see [`short`](super::short)).

use super::FieldDamage;
use super::json::{Json, Members};
use super::reader::Reader;
use super::short::brief;
use super::writer::Writer;
use crate::domain::{BillingMethod, Line, MAX_LINES, QuoteLine};

pub(super) fn write(line: &Line) -> Json {
    members(line).done()
}

pub(super) fn write_on_quote(line: &QuoteLine) -> Json {
    let mut it = members(&line.line);
    it.maybe("qa", line.amount.as_ref());
    it.done()
}

fn members(line: &Line) -> Writer {
    let mut it = Writer::default();
    it.put("i", &line.id);
    it.put("n", &line.name);
    it.unless("bi", &DEFAULT_BILLING, &line.billing);
    it.maybe("bu", line.budget.as_ref());
    it
}

pub(super) fn read(json: &Json) -> Result<Line, FieldDamage> {
    let mut it = Reader::object(json)?;
    it.forbid("qa");
    let line = line(&mut it)?;
    it.done(line)
}

pub(super) fn read_on_quote(json: &Json) -> Result<QuoteLine, FieldDamage> {
    let mut it = Reader::object(json)?;
    let line = QuoteLine { line: line(&mut it)?, amount: it.get("qa") };
    it.done(line)
}

fn line(it: &mut Reader<'_>) -> Result<Line, FieldDamage> {
    Ok(Line {
        id: it.need("i")?,
        name: it.need("n")?,
        billing: it.get("bi").unwrap_or(DEFAULT_BILLING),
        budget: it.get("bu"),
    })
}

/// The opportunity's lines, as far as quotes may point to them: the members that a line has.
pub(super) fn known(opportunity: &Members) -> Vec<Members> {
    let Some(Json::List(lines)) = opportunity.get("ln") else { return Vec::new() };
    let line = |line: &Json| {
        let Json::Object(line) = line else { return None };
        let mut line = line.clone();
        line.retain(|name| matches!(name, "i" | "n" | "bi" | "bu"));
        Some(line)
    };
    lines.iter().take(MAX_LINES).filter_map(line).collect()
}

/// What points to the known line that a quote's line is the same as, and how many bytes that one's name has.
pub(super) fn shorten(line: &Json, known: &[Members]) -> Option<(Json, usize)> {
    let Json::Object(line) = line else { return None };
    let mut same = line.clone();
    let amount = same.take("qa");
    let known = known.iter().find(|known| known.get("i") == line.get("i")).filter(|known| **known == same)?;
    let id = brief(known, "i")?;
    let short = match amount {
        amount if amount.as_ref() == known.get("bu") => id,
        amount => Json::List([Some(id), amount].into_iter().flatten().collect()),
    };
    Some((short, name_of(known)))
}

/// The line that this points to, and how many bytes its name has.
pub(super) fn lengthen(short: &Json, known: &[Members]) -> Option<(Json, usize)> {
    let (id, amount) = match short {
        Json::Number(_) => (short, None),
        Json::List(places) => {
            let [id, amount @ ..] = places.as_slice() else { return None };
            (id, Some(amount))
        }
        _ => return None,
    };
    let mut line = known.iter().find(|known| known.get("i") == Some(id))?.clone();
    let amount = match amount {
        None => line.get("bu").cloned(),
        Some([]) => None,
        Some([amount]) => Some(amount.clone()),
        Some(_) => return None,
    };
    let name = name_of(&line);
    if let Some(amount) = amount {
        line.put("qa", amount);
    }
    Some((Json::Object(line), name))
}

fn name_of(line: &Members) -> usize {
    line.get("n").and_then(Json::text).map_or(0, str::len)
}

/// What absence stands for: part of the format.
const DEFAULT_BILLING: BillingMethod = BillingMethod::TimeAndMaterial;
