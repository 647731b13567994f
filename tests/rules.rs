//! The rules of the domain, told as examples.
//!
//! An example is a text: acts, what they were refused with (`!`), and what can be seen afterwards (`=`). The name of a
//! test begins with the number of the rule that it tells. [`check`](rules::scenario::check) plays an example; after
//! every act it also asks whether the invariants hold and whether the act's inverse brings back what was before.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod rules {
    // How examples are read and what they say.
    mod fields;
    mod scenario;
    mod sight;
    mod variants;
    mod words;

    // The examples, by subject.
    mod bin;
    mod bulk;
    mod closing;
    mod correct;
    mod defaults;
    mod dialog;
    mod forms;
    mod history;
    mod input;
    mod invariants;
    mod lists;
    mod merge;
    mod one_decision;
    mod opportunity;
    mod quotes;
    mod refusals;
    mod reopen;
    mod revenue;
    mod settling;
    mod states;
    mod undo;
    mod warnings;
}
