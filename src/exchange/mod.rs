//! Files in and out: the [backup](fn@write) and what [restoring](fn@plan) one would do; a [table](fn@csv) for other programs.
//!
//! Nothing is written here, and nothing is asked of a browser: a file comes as bytes and goes as text, what is stored comes
//! as keys and values, and a [`Plan`] says what to write over what. What it promises:
//!
//! - A backup holds each value of the user's own book exactly as it is stored, also what cannot be read.
//! - Reading a file takes no more time and memory than its size allows, never fails but with a [`BackupError`], and what
//!   can be had from a damaged one is in the error.
//! - No plan removes, or writes over, a stored value that cannot be read.
//!
//! The file is described in `docs/backup-format.md`.

mod backup;
mod compare;
mod conflict;
mod csv;
mod entries;
mod export;
mod header;
mod overwrite;
mod plan;
mod preview;
mod read;

pub use backup::{Backup, Source, Written, write};
pub use conflict::{Conflict, Rule, Side, Version};
pub use csv::csv;
pub use entries::{BadLine, LineFlaw, MAX_BYTES, MAX_ENTRIES, MAX_KEY};
pub use header::{Header, VERSION};
pub use overwrite::{Overwrite, fingerprint, overwrite};
pub use plan::{LeftOut, Mode, Plan, PlanError, Stay, WhyLeftOut, plan};
pub use preview::{Count, Preview, Shrink, Space};
pub use read::{BackupError, Limit, read};
