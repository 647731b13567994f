//! The status reasons and competitors as they are stored.

use serde::{Deserialize, Serialize};

use super::leaf::{Maybe, entries, plain, required, stored};
use super::{FieldDamage, Flaw};
use crate::domain::{Competitor, Id, Lists, Name, Reason, ReasonId, ReasonKind};

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Stored {
    #[serde(rename = "re")]
    reasons: Vec<StoredReason>,
    #[serde(rename = "cp")]
    competitors: Vec<StoredCompetitor>,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct StoredReason {
    #[serde(rename = "i")]
    id: Maybe<ReasonId>,
    #[serde(rename = "n")]
    name: Maybe<Name>,
    #[serde(rename = "k")]
    kind: Maybe<ReasonKind>,
    #[serde(rename = "d")]
    needs_description: bool,
    #[serde(rename = "x")]
    retired: bool,
}

#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct StoredCompetitor {
    #[serde(rename = "i")]
    id: Maybe<Id>,
    #[serde(rename = "n")]
    name: Maybe<Name>,
    #[serde(rename = "x")]
    retired: bool,
}

impl Stored {
    pub(super) fn of(lists: &Lists) -> Self {
        Self {
            reasons: lists.reasons.iter().map(StoredReason::of).collect(),
            competitors: lists.competitors.iter().map(StoredCompetitor::of).collect(),
        }
    }

    pub(super) fn restore(self) -> Result<Lists, FieldDamage> {
        let reasons = entries(self.reasons, "re", StoredReason::restore)?;
        let competitors = entries(self.competitors, "cp", StoredCompetitor::restore)?;
        each_once(reasons.iter().map(|reason| reason.id), "re")?;
        each_once(competitors.iter().map(|competitor| competitor.id), "cp")?;
        Ok(Lists { reasons, competitors })
    }
}

impl StoredReason {
    fn of(reason: &Reason) -> Self {
        Self {
            id: stored(&reason.id),
            name: stored(reason.name.as_ref()),
            kind: stored(&reason.kind),
            needs_description: reason.needs_description,
            retired: reason.retired,
        }
    }

    fn restore(self) -> Result<Reason, FieldDamage> {
        let id = required(plain(self.id), "i")?;
        let name = plain(self.name);
        Ok(Reason {
            id,
            // Only the built-in ones have a name from the language.
            name: if let ReasonId::Own(_) = id { Some(required(name, "n")?) } else { name },
            kind: required(plain(self.kind), "k")?,
            needs_description: self.needs_description,
            retired: self.retired,
        })
    }
}

impl StoredCompetitor {
    fn of(competitor: &Competitor) -> Self {
        Self { id: stored(&competitor.id), name: stored(&competitor.name), retired: competitor.retired }
    }

    fn restore(self) -> Result<Competitor, FieldDamage> {
        Ok(Competitor {
            id: required(plain(self.id), "i")?,
            name: required(plain(self.name), "n")?,
            retired: self.retired,
        })
    }
}

fn each_once<T: Ord>(ids: impl Iterator<Item = T>, list: &str) -> Result<(), FieldDamage> {
    let mut seen = std::collections::BTreeSet::new();
    for (place, id) in ids.enumerate() {
        if !seen.insert(id) {
            return Err(FieldDamage::new("i", Flaw::Double).within(list, place));
        }
    }
    Ok(())
}
