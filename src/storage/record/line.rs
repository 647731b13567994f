//! A line as it is stored, inside its opportunity or quote.

use super::FieldDamage;
use super::json::Json;
use super::reader::Reader;
use super::writer::Writer;
use crate::domain::{BillingMethod, Line, QuoteLine};

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

/// What absence stands for: part of the format.
const DEFAULT_BILLING: BillingMethod = BillingMethod::TimeAndMaterial;
