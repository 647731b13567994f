//! An opportunity as it is stored. Its id is in its key.

use super::json::Json;
use super::leaf::Written;
use super::reader::Reader;
use super::writer::{Writer, places};
use super::{FieldDamage, Flaw, closing, line, quote};
use crate::domain::{
    CanceledClosing, Details, Note, OpenReason, Opportunity, OpportunityId, Rating, Revenue, Stage, StageChange, Status,
};

pub(super) fn write(opportunity: &Opportunity) -> Json {
    let details = &opportunity.details;
    let mut it = Writer::default();
    it.put("t", &details.topic);
    it.maybe("cu", details.customer.as_ref());
    it.maybe("co", details.contact.as_ref());
    it.put("cy", &details.currency);
    match &details.revenue {
        Revenue::UserProvided(typed) => it.maybe("er", typed.as_ref()),
        Revenue::Calculated => it.flag("ca", true),
    }
    it.maybe("ec", details.estimated_close_date.as_ref());
    it.maybe("pr", details.probability.as_ref());
    it.unless("ra", &DEFAULT_RATING, &details.rating);
    it.unless("sg", &DEFAULT_STAGE, &details.stage);
    it.maybe("bu", details.budget.as_ref());
    it.maybe("tf", details.timeframe.as_ref());
    it.maybe("pp", details.process.as_ref());
    it.maybe("am", details.account_manager.as_ref());
    it.maybe("un", details.contracting_unit.as_ref());
    it.maybe("de", details.description.as_ref());
    it.maybe("ne", details.customer_need.as_ref());
    it.maybe("so", details.proposed_solution.as_ref());
    it.list("ln", opportunity.lines.iter().map(line::write).collect());
    it.list("qu", opportunity.quotes.iter().map(quote::write).collect());
    // The canceled ones, then the one that holds.
    let canceled = opportunity.canceled_closings.iter();
    let mut closings: Vec<Json> = canceled.map(|it| closing::write(&it.closing, Some((it.by, it.at)))).collect();
    match &opportunity.status {
        Status::Open(reason) => it.unless("os", &DEFAULT_OPEN_REASON, reason),
        Status::Closed(closing) => closings.push(closing::write(closing, None)),
    }
    it.list("cl", closings);
    it.list("no", opportunity.notes.iter().map(write_note).collect());
    it.list("sc", opportunity.stage_changes.iter().map(write_stage_change).collect());
    it.put("cr", &opportunity.created_on);
    it.put("mo", &opportunity.modified_on);
    it.maybe("dl", opportunity.deleted_on.as_ref());
    it.done()
}

pub(super) fn read(json: &Json, id: OpportunityId) -> Result<Opportunity, FieldDamage> {
    let mut it = Reader::object(json)?;
    let (topic, currency) = (it.need("t")?, it.need("cy")?);
    let (created_on, modified_on) = (it.need("cr")?, it.need("mo")?);
    let revenue = if it.flag("ca") {
        it.forbid("er");
        Revenue::Calculated
    } else {
        Revenue::UserProvided(it.get("er"))
    };
    let closings = it.list("cl", closing::read);
    let (status, canceled_closings) = status(closings, &mut it);
    let details = Details {
        topic,
        customer: it.get("cu"),
        contact: it.get("co"),
        currency,
        revenue,
        estimated_close_date: it.get("ec"),
        probability: it.get("pr"),
        rating: it.get("ra").unwrap_or(DEFAULT_RATING),
        stage: it.get("sg").unwrap_or(DEFAULT_STAGE),
        budget: it.get("bu"),
        timeframe: it.get("tf"),
        process: it.get("pp"),
        account_manager: it.get("am"),
        contracting_unit: it.get("un"),
        description: it.get("de"),
        customer_need: it.get("ne"),
        proposed_solution: it.get("so"),
    };
    let opportunity = Opportunity {
        id,
        details,
        lines: it.list("ln", line::read),
        status,
        quotes: it.list("qu", quote::read),
        canceled_closings,
        notes: it.list("no", read_note),
        stage_changes: it.list("sc", read_stage_change),
        created_on,
        modified_on,
        deleted_on: it.get("dl"),
    };
    it.done(opportunity)
}

/// Open or closed: the last closing holds unless it is canceled too, and each before it has to be.
fn status(mut closings: Vec<closing::Restored>, it: &mut Reader<'_>) -> (Status, Vec<CanceledClosing>) {
    let status = match closings.pop_if(|(_, canceled)| canceled.is_none()) {
        None => Status::Open(it.get("os").unwrap_or(DEFAULT_OPEN_REASON)),
        Some((closing, _)) => {
            it.forbid("os");
            Status::Closed(Box::new(closing))
        }
    };
    let mut canceled_closings = Vec::new();
    for (place, (closing, canceled)) in closings.into_iter().enumerate() {
        match canceled {
            Some((by, at)) => canceled_closings.push(CanceledClosing { closing, by, at }),
            None => it.damaged(FieldDamage::new("xb", Flaw::Missing).within("cl", place)),
        }
    }
    (status, canceled_closings)
}

fn write_note(note: &Note) -> Json {
    let mut it = Writer::default();
    it.put("i", &note.id);
    it.put("tx", &note.text);
    it.put("at", &note.at);
    it.done()
}

fn read_note(json: &Json) -> Result<Note, FieldDamage> {
    let mut it = Reader::object(json)?;
    let note = Note { id: it.need("i")?, text: it.need("tx")?, at: it.need("at")? };
    it.done(note)
}

/// From which stage, to which, and when.
fn write_stage_change(change: &StageChange) -> Json {
    places([change.from.write(), change.to.write(), change.at.write()])
}

fn read_stage_change(json: &Json) -> Result<StageChange, FieldDamage> {
    let mut it = Reader::places(json)?;
    let change = StageChange { from: it.need("[0]")?, to: it.need("[1]")?, at: it.need("[2]")? };
    it.done(change)
}

/// What absence stands for. These are part of the format: another default in the program does not change them.
const DEFAULT_RATING: Rating = Rating::Warm;
const DEFAULT_STAGE: Stage = Stage::Qualify;
const DEFAULT_OPEN_REASON: OpenReason = OpenReason::InProgress;
