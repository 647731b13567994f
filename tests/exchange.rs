//! Files in and out: the backup, and what restoring one would do.
//!
//! Environment: `TUTUP_MUTATIONS`, how many damaged files are read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod exchange {
    // What the tests are made of.
    mod books;
    #[path = "../storage/chance.rs"]
    mod chance;
    #[allow(dead_code, reason = "the tests of the storage need more of them")]
    #[path = "../storage/examples.rs"]
    mod examples;
    #[path = "../fixtures/long.rs"]
    mod long;
    #[allow(dead_code, reason = "as above")]
    #[path = "../fixtures/record.rs"]
    mod record;
    #[allow(dead_code, reason = "as above")]
    #[path = "../storage/tab.rs"]
    mod tab;

    // The tests, by subject.
    mod backup;
    mod csv;
    mod damage;
    mod export;
    mod mutations;
    mod overwrite;
    mod plan;
    mod restoring;
}
