//! Records of earlier schemas are brought up to the present one, step by step, as they are read.
//!
//! A step makes long JSON (`record/short.rs`) of one schema into that of the next. Reading writes nothing, so the bytes on the disk stay as they are
//! until the record is edited; then it is written in the present schema. A step keeps to this:
//!
//! - It goes by the members that its schema knows and leaves all others where they are: it runs over the known members
//!   when the record is read, and over all of them when the record is written again.
//! - It does not fail. What is not as it must be it leaves so, and reading names it.
//! - The names that it looks for stay among the known ones (`record/json.rs`), and no later schema gives them another
//!   meaning.
//! - What the programs of its schema wrote is frozen in `tests/fixtures`.

use super::record::Json;
use crate::domain::Key;

/// The steps of this version.
pub(super) const STEPS: Steps = Steps::new(&[(1, says_the_same)]);

/// Schema 2 has the members of schema 1 and writes them short, which is undone before any step is taken.
fn says_the_same(_: Key, _: &mut Json) {}

/// From this schema to the next one.
pub(super) type Step = (u32, fn(Key, &mut Json));

/// Steps from schema 1 to the present one, none left out.
pub(super) struct Steps(&'static [Step]);

impl Steps {
    /// The steps in their order.
    ///
    /// # Panics
    /// A step is missing or out of place; in a constant, that does not compile.
    pub(super) const fn new(steps: &'static [Step]) -> Self {
        let (mut rest, mut schema) = (steps, 1);
        while let [(from, _), behind @ ..] = rest {
            assert!(*from == schema, "the steps of the schema have to be numbered 1, 2, 3 …");
            (rest, schema) = (behind, schema + 1);
        }
        Self(steps)
    }

    /// The schema to which they lead.
    pub(super) const fn schema(&self) -> u32 {
        let (mut rest, mut schema) = (self.0, 1);
        while let [_, behind @ ..] = rest {
            (rest, schema) = (behind, schema + 1);
        }
        schema
    }

    /// Makes JSON of this schema into JSON of the present one.
    pub(super) fn bring_up(&self, schema: u32, key: Key, json: &mut Json) {
        for (_, step) in self.0.iter().filter(|(from, _)| *from >= schema) {
            step(key, json);
        }
    }
}

#[cfg(test)]
mod tests;
