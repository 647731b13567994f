//! The status reasons and competitors as they are stored.

use super::json::Json;
use super::reader::Reader;
use super::writer::Writer;
use super::{FieldDamage, Flaw};
use crate::domain::{Competitor, Lists, Reason, ReasonId};

pub(super) fn write(lists: &Lists) -> Json {
    let mut it = Writer::default();
    it.list("re", lists.reasons.iter().map(write_reason).collect());
    it.list("cp", lists.competitors.iter().map(write_competitor).collect());
    it.done()
}

pub(super) fn read(json: &Json) -> Result<Lists, FieldDamage> {
    let mut it = Reader::object(json)?;
    let lists = Lists { reasons: it.list("re", read_reason), competitors: it.list("cp", read_competitor) };
    let reasons = lists.reasons.iter().map(|reason| reason.id);
    each_once(&mut it, "re", &reasons.collect::<Vec<_>>());
    let competitors = lists.competitors.iter().map(|competitor| ReasonId::Own(competitor.id));
    each_once(&mut it, "cp", &competitors.collect::<Vec<_>>());
    it.done(lists)
}

fn write_reason(reason: &Reason) -> Json {
    let mut it = Writer::default();
    it.put("i", &reason.id);
    it.maybe("n", reason.name.as_ref());
    it.put("k", &reason.kind);
    it.flag("d", reason.needs_description);
    it.flag("x", reason.retired);
    it.done()
}

fn read_reason(json: &Json) -> Result<Reason, FieldDamage> {
    let mut it = Reader::object(json)?;
    let id = it.need("i")?;
    let reason = Reason {
        id,
        // Only the built-in ones have a name from the language.
        name: if let ReasonId::Own(_) = id { Some(it.need("n")?) } else { it.get("n") },
        kind: it.need("k")?,
        needs_description: it.flag("d"),
        retired: it.flag("x"),
    };
    it.done(reason)
}

fn write_competitor(competitor: &Competitor) -> Json {
    let mut it = Writer::default();
    it.put("i", &competitor.id);
    it.put("n", &competitor.name);
    it.flag("x", competitor.retired);
    it.done()
}

fn read_competitor(json: &Json) -> Result<Competitor, FieldDamage> {
    let mut it = Reader::object(json)?;
    let competitor = Competitor { id: it.need("i")?, name: it.need("n")?, retired: it.flag("x") };
    it.done(competitor)
}

fn each_once(it: &mut Reader<'_>, list: &str, ids: &[ReasonId]) {
    let again = ids.iter().enumerate().find(|(place, id)| ids.iter().take(*place).any(|earlier| earlier == *id));
    if let Some((place, _)) = again {
        it.damaged(FieldDamage::new("i", Flaw::Double).within(list, place));
    }
}
