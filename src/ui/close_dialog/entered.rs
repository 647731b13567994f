//! What the user himself entered in the dialog. Everything else that the dialog shows follows from the rules, so a default
//! moves on with what it depends on, and what was typed or picked never does.

use std::collections::BTreeMap;

pub use crate::domain::forms::Typed;
use crate::domain::{Fate, Field, Outcome, QuoteKey};

/// The fates that the user picked; a quote that is not in it has its default.
pub type Picks = BTreeMap<QuoteKey, Fate>;

/// What was typed or picked, fates aside, and which way the opportunity closes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    outcome: Outcome,
    texts: BTreeMap<String, String>,
}

impl Entered {
    /// Nothing yet.
    pub fn new(outcome: Outcome) -> Self {
        Self { outcome, texts: BTreeMap::new() }
    }

    /// Which way it closes.
    pub fn outcome(&self) -> Outcome {
        self.outcome
    }

    /// What was entered in this field, if anything; with the present outcome, where each outcome has its own.
    pub fn text(&self, field: Field) -> Option<&str> {
        self.texts.get(&name(self.outcome, field)).map(String::as_str)
    }

    /// Closes it the other way; what was entered for this one is kept.
    pub fn switch(&mut self, outcome: Outcome) {
        self.outcome = outcome;
    }

    /// Takes what was entered in a field.
    pub fn take(&mut self, field: Field, text: String) {
        self.texts.insert(name(self.outcome, field), text);
    }

    /// Lets the field follow the rules again.
    pub fn follow(&mut self, field: Field) {
        self.texts.remove(&name(self.outcome, field));
    }
}

/// The name under which an entry is kept. Reason, revenue and fates are kept for each outcome.
fn name(outcome: Outcome, field: Field) -> String {
    match field {
        Field::StatusReason | Field::ActualRevenue | Field::Fate(_) => format!("{}-{}", outcome.code(), field.name()),
        _ => field.name(),
    }
}

/// Everything entered, to be kept while it is unsaved. Nothing entered is an empty form.
pub fn to_keep(entered: &Entered, picks: impl Fn(Outcome) -> Picks) -> Typed {
    let mut pairs: Vec<(String, String)> = entered.texts.clone().into_iter().collect();
    for &outcome in Outcome::ALL {
        let picked = picks(outcome).into_iter();
        pairs.extend(picked.map(|(quote, fate)| (name(outcome, Field::Fate(quote)), fate.code().to_owned())));
    }
    if !pairs.is_empty() {
        // A field that was emptied counts too, and it differs from an untouched one by being named.
        pairs.push((Field::Outcome.name(), entered.outcome.code().to_owned()));
    }
    Typed(pairs)
}

/// What was kept. The outcome is the one that the dialog is opened for, or, where it is opened for none, the kept one.
pub fn from_kept(kept: &Typed, outcome: Option<Outcome>) -> Option<(Entered, BTreeMap<Outcome, Picks>)> {
    let outcome = outcome.or_else(|| Outcome::from_code(kept.get(&Field::Outcome.name())))?;
    let mut entered = Entered::new(outcome);
    let mut picks: BTreeMap<Outcome, Picks> = BTreeMap::new();
    for (name, text) in &kept.0 {
        match picked(name) {
            Some((outcome, quote)) => {
                let fate = Fate::from_code(text).map(|fate| (quote, fate));
                picks.entry(outcome).or_default().extend(fate);
            }
            None if *name != Field::Outcome.name() => drop(entered.texts.insert(name.clone(), text.clone())),
            None => {}
        }
    }
    Some((entered, picks))
}

/// The outcome and the quote of a kept fate.
fn picked(name: &str) -> Option<(Outcome, QuoteKey)> {
    let (outcome, rest) = name.split_once('-')?;
    Some((Outcome::from_code(outcome)?, fate_of(rest)?))
}

/// The quote whose fate the control of this name holds.
pub fn fate_of(control: &str) -> Option<QuoteKey> {
    control.strip_prefix("fate-").and_then(QuoteKey::from_code)
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn quote(code: &str) -> QuoteKey {
        QuoteKey::from_code(code).unwrap()
    }

    #[test]
    fn each_outcome_keeps_its_own_reason_and_revenue() {
        let mut entered = Entered::new(Outcome::Won);
        entered.take(Field::ActualRevenue, "1".into());
        entered.take(Field::Description, "both".into());
        entered.switch(Outcome::Lost);
        assert_eq!((entered.text(Field::ActualRevenue), entered.text(Field::Description)), (None, Some("both")));
        entered.take(Field::StatusReason, "Price".into());
        entered.switch(Outcome::Won);
        assert_eq!((entered.text(Field::StatusReason), entered.text(Field::ActualRevenue)), (None, Some("1")));
        entered.follow(Field::ActualRevenue);
        assert_eq!(entered.text(Field::ActualRevenue), None);
    }

    #[test]
    fn what_is_kept_comes_back() {
        let mut entered = Entered::new(Outcome::Lost);
        entered.take(Field::ActualRevenue, String::new());
        entered.take(Field::Competitor, "Northwind".into());
        let of = |outcome| match outcome {
            Outcome::Won => Picks::from([(quote("Q-00012-1"), Fate::Won)]),
            Outcome::Lost => Picks::from([(quote("Q-00012-1"), Fate::Canceled), (quote("Q-00014-0"), Fate::Lost)]),
        };
        let kept = to_keep(&entered, of);
        let (back, picks) = from_kept(&kept, None).unwrap();
        assert_eq!(back, entered);
        assert_eq!(picks, BTreeMap::from([Outcome::Won, Outcome::Lost].map(|outcome| (outcome, of(outcome)))));
    }

    #[test]
    fn the_button_that_opened_the_dialog_decides_the_outcome() {
        let mut entered = Entered::new(Outcome::Lost);
        entered.take(Field::Competitor, "Northwind".into());
        let kept = to_keep(&entered, |_| Picks::new());
        let (back, _) = from_kept(&kept, Some(Outcome::Won)).unwrap();
        assert_eq!((back.outcome(), back.text(Field::Competitor)), (Outcome::Won, Some("Northwind")));
    }

    #[test]
    fn nothing_entered_is_nothing_to_keep() {
        assert_eq!(to_keep(&Entered::new(Outcome::Won), |_| Picks::new()), Typed::default());
        assert_eq!(from_kept(&Typed::default(), None), None);
    }
}
