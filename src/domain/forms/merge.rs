//! Two hands on one form: which fields each of them changed, and the form that both make.
//!
//! A field that only one of them changed is that one's; a field that both changed differently is for somebody to choose.
//! All rows of lines count as one field, [`Field::Lines`].

use std::collections::BTreeSet;

use super::{CALCULATED, Typed};
use crate::domain::Field;

/// Input that is not saved yet, beside the record that it was typed upon.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unsaved {
    /// What the form holds.
    pub held: Typed,
    /// What the record held then.
    pub record: Typed,
    /// The names of the fields that the record changed under the input, so that saving them would undo what nobody has
    /// decided upon.
    pub contested: BTreeSet<String>,
}

/// Two versions of one form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merge {
    /// What this form holds.
    pub ours: Typed,
    /// What is stored by now, or was made elsewhere.
    pub theirs: Typed,
    base: Option<Typed>,
    differences: Vec<Difference>,
}

/// A field in which the two differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its name; that of [`Field::Lines`] for all rows.
    pub field: String,
    /// Who changed it.
    pub by: ChangedBy,
}

/// Who changed a field of what both versions were made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangedBy {
    /// Only this form did.
    Ours,
    /// Only the other version did.
    Theirs,
    /// Both did, or nobody knows: it has to be chosen.
    Both,
}

/// One of the two versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// This form's.
    Ours,
    /// The other one.
    Theirs,
}

impl Merge {
    /// What became of `base` here and elsewhere. Fields that are `contested` are to be chosen wherever the two differ, and
    /// so are all where it is not known what both were made of.
    pub fn of(base: Option<Typed>, ours: Typed, theirs: Typed, contested: &BTreeSet<String>) -> Self {
        let versions = [base.as_ref().unwrap_or(&ours), &ours, &theirs];
        let whole = |fields: BTreeSet<String>| -> BTreeSet<String> {
            fields.into_iter().map(|field| leader(&versions, field)).collect()
        };
        let since = |typed: &Typed| base.as_ref().map(|base| whole(typed.differing(base)));
        let (ours_changed, theirs_changed) = (since(&ours), since(&theirs));
        let contested = whole(contested.clone());
        let by = |field: &String| {
            let changed = |by: &Option<BTreeSet<String>>| by.as_ref().is_none_or(|by| by.contains(field));
            match (changed(&ours_changed), changed(&theirs_changed)) {
                _ if contested.contains(field) => ChangedBy::Both,
                (true, false) => ChangedBy::Ours,
                (false, true) => ChangedBy::Theirs,
                _ => ChangedBy::Both,
            }
        };
        let differing = whole(ours.differing(&theirs));
        let order = names(&theirs).chain(names(&ours)).map(|name| leader(&versions, field_of(name)));
        let mut differences: Vec<Difference> = Vec::new();
        for field in order.filter(|field| differing.contains(field)) {
            if differences.iter().all(|before| before.field != field) {
                let by = by(&field);
                differences.push(Difference { field, by });
            }
        }
        Self { ours, theirs, base, differences }
    }

    /// Where the two differ, in the order of the form.
    pub fn differences(&self) -> &[Difference] {
        &self.differences
    }

    /// The same input beside what is stored by now, when that has changed once more.
    #[must_use]
    pub fn beside(&self, stored: Typed) -> Self {
        let undecided =
            self.differences.iter().filter(|it| it.by == ChangedBy::Both).map(|it| it.field.clone()).collect();
        Self::of(self.base.clone(), self.ours.clone(), stored, &undecided)
    }

    /// The form that has each field from the side that was chosen.
    pub fn chosen(&self, side: impl Fn(&Difference) -> Side) -> Typed {
        let versions = [self.base.as_ref().unwrap_or(&self.ours), &self.ours, &self.theirs];
        let of_ours: BTreeSet<&str> = self
            .differences
            .iter()
            .filter(|difference| side(difference) == Side::Ours)
            .map(|difference| difference.field.as_str())
            .collect();
        let all = names(&self.ours).chain(names(&self.theirs)).map(field_of);
        let fields = all.filter(|field| of_ours.contains(leader(&versions, field.clone()).as_str())).collect();
        self.theirs.with_fields_of(&self.ours, &fields)
    }
}

impl Unsaved {
    /// The same input on what the record holds by now: what was changed stays, the rest follows the record. Fields that
    /// are `fixed` by now follow it too.
    #[must_use]
    pub fn on(&self, record: &Typed, fixed: &BTreeSet<String>) -> Self {
        let changed: BTreeSet<String> = &self.held.differing(&self.record) - fixed;
        let held = record.with_fields_of(&self.held, &changed);
        let touched = &self.contested | &record.differing(&self.record);
        let contested = &touched & &held.differing(record);
        Self { held, record: record.clone(), contested }
    }
}

impl Typed {
    /// The names of the fields in which two forms differ.
    pub fn differing(&self, other: &Self) -> BTreeSet<String> {
        let all = |typed: &Self, name: &str| -> Vec<String> {
            let texts = typed.0.iter().filter(|(other, _)| other == name).map(|(_, text)| text.clone());
            let mut texts: Vec<String> = texts.collect();
            // A control that is not there holds nothing, as an empty one does.
            if texts.iter().all(String::is_empty) && texts.len() < 2 {
                texts.clear();
            }
            texts
        };
        let either: BTreeSet<&str> = names(self).chain(names(other)).collect();
        let differing = either.into_iter().filter(|name| all(self, name) != all(other, name));
        differing.map(field_of).collect()
    }

    /// This form with these fields as the other one holds them.
    #[must_use]
    pub fn with_fields_of(&self, other: &Self, fields: &BTreeSet<String>) -> Self {
        let is_of = |name: &str| fields.contains(&field_of(name));
        let own = self.0.iter().filter(|(name, _)| !is_of(name));
        let others = other.0.iter().filter(|(name, _)| is_of(name));
        Self(own.chain(others).cloned().collect())
    }
}

fn names(typed: &Typed) -> impl Iterator<Item = &str> {
    typed.0.iter().map(|(name, _)| name.as_str())
}

/// The field that a name belongs to: the rows of lines are one.
fn field_of(name: &str) -> String {
    if name.starts_with("line-") { Field::Lines.name() } else { name.to_owned() }
}

/// The field that this one is chosen with. An amount that is the sum of lines, in one version at least, makes no sense
/// without what it is the sum of.
fn leader(versions: &[&Typed], field: String) -> String {
    let any = |is: &dyn Fn(&Typed) -> bool| versions.iter().any(|typed| is(typed));
    if field == Field::Total.name() && any(&|typed| typed.rows(&Field::LineName(0).name()) > 0) {
        Field::Lines.name()
    } else if field == Field::EstimatedRevenue.name()
        && any(&|typed| typed.get(&Field::RevenueSource.name()) == CALCULATED)
    {
        Field::RevenueSource.name()
    } else {
        field
    }
}
