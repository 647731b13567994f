//! Two versions of one record, and the choice between them.

use crate::domain::forms::ChangedBy;

/// What was changed in two places.
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub trait ConflictWords {
    fn conflict_title(&self) -> &'static str;
    /// What happened: an edit met a record that had become another one.
    fn conflict_lead(&self) -> &'static str;
    /// What happened: two tabs wrote at the same moment.
    fn compare_lead(&self) -> &'static str;
    /// What happened: a record became another one under its dialog.
    fn changed_beneath(&self) -> &'static str;
    /// The head of what this form holds.
    fn version_yours(&self) -> &'static str;
    /// The head of what is stored.
    fn version_stored(&self) -> &'static str;
    /// The head of what was stored before.
    fn version_before(&self) -> &'static str;
    fn version_of_this_tab(&self) -> &'static str;
    fn version_of_other_tab(&self) -> &'static str;
    /// The name of the two buttons that choose everywhere.
    fn choose_for_all(&self) -> &'static str;
    fn keep_all_of_mine(&self) -> &'static str;
    fn take_all_of_theirs(&self) -> &'static str;
    /// What is left to choose before it can be saved.
    fn choose_first(&self, count: usize) -> String;
    /// Who changed a field, behind its name.
    fn changed_by(&self, by: ChangedBy) -> &'static str;
    /// The caption of what differs and cannot be chosen.
    fn also_differs(&self) -> &'static str;
    /// The caption of what changed under the dialog.
    fn what_changed(&self) -> &'static str;
    fn what_differs(&self) -> &'static str;
    fn versions_are_the_same(&self) -> &'static str;
    /// In place of a quote that one version does not have.
    fn not_there(&self) -> &'static str;
    fn in_the_bin(&self) -> &'static str;
    /// The button that shows both versions.
    fn compare(&self) -> &'static str;
    /// That the record changed in fields whose input is not saved.
    fn changed_under_input(&self, count: usize) -> String;
    /// Another tab wrote over what this one had saved of that record.
    fn overwritten(&self, name: &str) -> String;
    /// This tab wrote over what another one had saved of that record.
    fn overwrote(&self, name: &str) -> String;
}
