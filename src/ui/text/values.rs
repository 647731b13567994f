//! The names of what the domain counts with.

use crate::domain::{
    BillingMethod, BuiltInReason, ClosingWarning, Fate, Field, Lists, LossClass, Name, OpenReason, Outcome, Process,
    QuoteAct, QuoteState, Rating, Reason, ReasonId, ReasonRef, Stage, Timeframe,
};

/// A name for every value and every field.
#[allow(missing_docs, reason = "each names the value it is given")]
pub trait ValueWords {
    /// The label of a field, such as "Actual revenue".
    fn field(&self, field: Field) -> &'static str;
    fn open_state(&self) -> &'static str;
    fn outcome(&self, outcome: Outcome) -> &'static str;
    fn open_reason(&self, reason: OpenReason) -> &'static str;
    fn stage(&self, stage: Stage) -> &'static str;
    fn rating(&self, rating: Rating) -> &'static str;
    fn timeframe(&self, timeframe: Timeframe) -> &'static str;
    fn process(&self, process: Process) -> &'static str;
    fn billing(&self, billing: BillingMethod) -> &'static str;
    fn quote_state(&self, state: QuoteState) -> &'static str;
    fn fate(&self, fate: Fate) -> &'static str;
    fn quote_act(&self, act: QuoteAct) -> &'static str;
    fn built_in_reason(&self, reason: BuiltInReason) -> &'static str;
    fn loss_class(&self, class: LossClass) -> &'static str;
    fn user_provided(&self) -> &'static str;
    fn calculated(&self) -> &'static str;
    /// What is unusual about a closing, as a sentence.
    fn closing_warning(&self, warning: ClosingWarning) -> String;

    /// The name of a reason on the list: the user's, else the language's.
    fn listed_reason(&self, reason: &Reason) -> String {
        reason_name(self, reason.id, reason.name.as_ref())
    }

    /// The name of a reason on a record: the list's present one, else the stored one, else the language's (R18).
    fn reason(&self, reason: &ReasonRef, lists: &Lists) -> String {
        reason_name(self, reason.id, reason.shown(lists))
    }
}

fn reason_name(words: &(impl ValueWords + ?Sized), id: ReasonId, name: Option<&Name>) -> String {
    match (name, id) {
        (Some(name), _) => name.to_string(),
        (None, ReasonId::BuiltIn(reason)) => words.built_in_reason(reason).to_owned(),
        (None, ReasonId::Own(id)) => id.to_string(),
    }
}
