//! What lies on the disk, and the workspace above it.
//!
//! A test's name begins with the number of the rule that it shows, where there is one. [`Tab`](storage::tab::Tab) is a
//! tab of the browser: two of them may share a store.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod storage {
    // What the tests are made of.
    mod chance;
    mod examples;
    mod facts;
    #[path = "../fixtures/generated.rs"]
    mod generated;
    #[path = "../fixtures/long.rs"]
    mod long;
    #[path = "../fixtures/mutation.rs"]
    mod mutation;
    #[path = "../fixtures/record.rs"]
    mod record;
    mod tab;

    // The tests, by subject.
    mod attention;
    mod bin;
    mod crash;
    mod damage;
    mod failures;
    mod finding;
    mod format;
    mod fuzz;
    mod index;
    mod kept;
    mod late;
    mod left_out;
    mod lists;
    mod one_write;
    mod positions;
    mod restore;
    mod sample;
    mod selection;
    mod short;
    mod size;
    mod tabs;
    mod undo;
    mod unknown;
    mod versions;
}
