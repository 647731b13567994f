//! Tutup tracks sales and project opportunities in one browser tab.
//!
//! One crate of five floors; each knows only the floors under it:
//!
//! - [`domain`]: the rules. Pure: a command becomes a change, or a refusal with its reason.
//! - [`storage`]: what lies on the disk, one key an opportunity. It sees a trait of keys and values, not the browser.
//! - [`exchange`]: files in and out: the backup, and what restoring one would do.
//! - [`workspace`]: where decision, disk and state meet: judge, persist, publish; undo and redo; what the lists show.
//! - `ui` (feature `ui`): the screens, the only floor that knows Leptos and the browser.
//!
//! Without the feature everything below the screens builds and is tested without a browser. Under them all lies `unicode`:
//! the tables that the browser lends.

pub mod domain;
pub mod exchange;
pub mod storage;
#[cfg(feature = "ui")]
pub mod ui;
mod unicode;
pub mod workspace;
