//! English.

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

/// The words in English.
pub struct English;

/// "1 quote", "3 quotes": the count with the word that goes with it.
fn counted(count: &str, one: &str, many: &str) -> String {
    format!("{count} {}", if count == "1" { one } else { many })
}
