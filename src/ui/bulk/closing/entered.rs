//! What was entered in the dialog: once for all, and for single ones.

use std::collections::BTreeMap;

use crate::domain::forms::Typed;
use crate::domain::{Fate, Field, OpportunityId, Outcome, QuoteKey};
use crate::ui::close_dialog::{Picks, fate_of};

/// The fields that are said once.
pub const COMMON: [Field; 5] =
    [Field::StatusReason, Field::Competitor, Field::CloseDate, Field::Description, Field::Quotes];

/// Everything entered. What follows from the rules is not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// Which way they close.
    pub outcome: Outcome,
    /// What was typed or picked once; a reason for each outcome.
    texts: BTreeMap<String, String>,
    /// What was typed as the revenue of one.
    revenues: BTreeMap<OpportunityId, String>,
    /// The fates picked for the quotes of one, for each outcome.
    picks: BTreeMap<(OpportunityId, Outcome), Picks>,
}

/// A control of the dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// Which way they close.
    Outcome,
    /// A field that is said once.
    Common(Field),
    /// The revenue of one.
    Revenue(OpportunityId),
    /// The fate of a quote of one.
    Fate(OpportunityId, QuoteKey),
}

impl Control {
    /// The control of this name.
    pub fn named(name: &str) -> Option<Self> {
        if let Some((field, id)) = name.split_once(OF) {
            let id = OpportunityId::parse(id)?;
            let is_revenue = field == Field::ActualRevenue.name();
            return if is_revenue { Some(Self::Revenue(id)) } else { fate_of(field).map(|key| Self::Fate(id, key)) };
        }
        let common = || COMMON.into_iter().find(|field| field.name() == name).map(Self::Common);
        if name == Field::Outcome.name() { Some(Self::Outcome) } else { common() }
    }

    /// Its name.
    pub fn name(self) -> String {
        match self {
            Self::Outcome => Field::Outcome.name(),
            Self::Common(field) => field.name(),
            Self::Revenue(id) => [Field::ActualRevenue.name().as_str(), OF, id.as_str()].concat(),
            Self::Fate(id, quote) => [Field::Fate(quote).name().as_str(), OF, id.as_str()].concat(),
        }
    }
}

/// Between the name of a field and the opportunity of its row.
const OF: &str = "@";

impl Entered {
    /// Nothing yet.
    pub fn new(outcome: Outcome) -> Self {
        Self { outcome, texts: BTreeMap::new(), revenues: BTreeMap::new(), picks: BTreeMap::new() }
    }

    /// What was entered in a field that is said once, if anything.
    pub fn text(&self, field: Field) -> Option<&str> {
        self.texts.get(&kept_name(self.outcome, Control::Common(field))).map(String::as_str)
    }

    /// What was typed as the revenue of one, if anything.
    pub fn revenue(&self, id: OpportunityId) -> Option<&str> {
        self.revenues.get(&id).map(String::as_str)
    }

    /// The fates picked for the quotes of one.
    pub fn picks(&self, id: OpportunityId) -> Option<&Picks> {
        self.picks.get(&(id, self.outcome))
    }

    /// Those for which something was entered.
    pub fn changed(&self) -> impl Iterator<Item = OpportunityId> {
        self.revenues.keys().copied().chain(self.picks.keys().map(|(id, _)| *id))
    }

    /// Takes what a control holds now.
    pub fn take(&mut self, control: Control, text: String) {
        match control {
            Control::Outcome => self.outcome = Outcome::from_code(&text).unwrap_or(self.outcome),
            Control::Common(_) => drop(self.texts.insert(kept_name(self.outcome, control), text)),
            Control::Revenue(id) => drop(self.revenues.insert(id, text)),
            Control::Fate(id, quote) => {
                let Some(fate) = Fate::from_code(&text) else { return };
                let picks = self.picks.entry((id, self.outcome)).or_default();
                if fate == Fate::Won {
                    // One quote wins: one that was picked before gives way to this one.
                    picks.retain(|_, fate| *fate != Fate::Won);
                }
                picks.insert(quote, fate);
            }
        }
    }

    /// Everything, to be kept while it is unsaved. Nothing entered is an empty form.
    pub fn to_keep(&self) -> Typed {
        let mut pairs: Vec<(String, String)> = self.texts.clone().into_iter().collect();
        pairs.extend(self.revenues.iter().map(|(id, text)| (Control::Revenue(*id).name(), text.clone())));
        for ((id, outcome), picks) in &self.picks {
            let name = |quote: &QuoteKey| kept_name(*outcome, Control::Fate(*id, *quote));
            pairs.extend(picks.iter().map(|(quote, fate)| (name(quote), fate.code().to_owned())));
        }
        if !pairs.is_empty() {
            pairs.push((Field::Outcome.name(), self.outcome.code().to_owned()));
        }
        Typed(pairs)
    }

    /// What was kept, for a dialog that is opened for this outcome.
    pub fn from_kept(kept: &Typed, outcome: Outcome) -> Self {
        let mut entered = Self::new(outcome);
        for (name, text) in &kept.0 {
            let of = name.split_once('-').and_then(|(code, rest)| Some((Outcome::from_code(code)?, rest)));
            let (of, name) = of.unwrap_or((outcome, name));
            match Control::named(name) {
                Some(Control::Outcome) | None => {}
                Some(control) => {
                    entered.outcome = of;
                    entered.take(control, text.clone());
                }
            }
        }
        Self { outcome, ..entered }
    }
}

/// The name under which an entry is kept: reason and fates are kept for each outcome.
fn kept_name(outcome: Outcome, control: Control) -> String {
    match control {
        Control::Common(Field::StatusReason) | Control::Fate(..) => [outcome.code(), "-", &control.name()].concat(),
        _ => control.name(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn id(code: &str) -> OpportunityId {
        OpportunityId::parse(code).unwrap()
    }

    fn quote(code: &str) -> QuoteKey {
        QuoteKey::from_code(code).unwrap()
    }

    #[test]
    fn a_control_is_known_by_its_name() {
        let (one, offer) = (id("deal00001"), quote("Q-00012-1"));
        let all = [Control::Outcome, Control::Revenue(one), Control::Fate(one, offer)];
        for control in all.into_iter().chain(COMMON.map(Control::Common)) {
            assert_eq!(Control::named(&control.name()), Some(control));
        }
        assert_eq!(["topic", "actual-revenue", "actual-revenue@x", "topic@deal00001"].map(Control::named), [None; 4]);
    }

    #[test]
    fn what_is_kept_comes_back() {
        let (one, two) = (id("deal00001"), id("deal00002"));
        let (first, second) = (quote("Q-00001-0"), quote("Q-00002-0"));
        let mut entered = Entered::new(Outcome::Won);
        entered.take(Control::Revenue(one), "5".into());
        entered.take(Control::Fate(two, first), "Won".into());
        entered.take(Control::Fate(two, second), "Won".into());
        entered.take(Control::Outcome, "Lost".into());
        entered.take(Control::Common(Field::StatusReason), "Price".into());
        entered.take(Control::Common(Field::Description), "All of them".into());
        entered.take(Control::Fate(two, first), "Canceled".into());
        let back = Entered::from_kept(&entered.to_keep(), Outcome::Lost);
        assert_eq!(back, entered);
        assert_eq!(back.text(Field::StatusReason), Some("Price"));
        let won = Entered::from_kept(&entered.to_keep(), Outcome::Won);
        assert_eq!((won.text(Field::StatusReason), won.text(Field::Description)), (None, Some("All of them")));
        assert_eq!(won.picks(two), Some(&Picks::from([(second, Fate::Won)])), "one quote wins");
        assert_eq!(won.revenue(one), Some("5"));
        assert_eq!(Entered::new(Outcome::Won).to_keep(), Typed::default());
    }
}
