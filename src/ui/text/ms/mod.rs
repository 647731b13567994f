//! Malay. It has no plural forms: "1 sebut harga", "3 sebut harga".

mod acts;
mod attention;
mod backup;
mod backup_file;
mod bin;
mod board;
mod bulk;
mod closing;
mod commands;
mod common;
mod conflict;
mod filters;
mod opportunities;
mod opportunity;
mod problems;
mod quotes;
mod refusals;
mod settings;
mod storage;
mod values;

/// The words in Malay.
pub struct Malay;
