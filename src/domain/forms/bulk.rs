//! The form that changes many opportunities at once.

use super::{Months, Reader, Typed};
use crate::domain::{BulkEdit, Field, FieldProblem, OpenReason, Stage};

/// What the form makes; a control that is left alone changes nothing.
///
/// # Errors
/// Every problem at its field.
pub fn bulk_edit(typed: &Typed, months: Months<'_>) -> Result<BulkEdit, Vec<FieldProblem>> {
    let mut form = Reader::new(typed, months);
    let stage = form.optional_choice(Field::Stage, Stage::from_code);
    let open_reason = form.optional_choice(Field::OpenReason, OpenReason::from_code);
    let estimated_close_date = form.date(Field::EstimatedCloseDate);
    form.done(Some(BulkEdit { stage, open_reason, estimated_close_date }))
}
