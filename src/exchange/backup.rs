//! What a backup holds, and how it is written.

use std::collections::BTreeMap;

use super::entries::{self, BadLine, MAX_BYTES, MAX_ENTRIES};
use super::header::{self, Header};
use super::read::Limit;
use crate::domain::Instant;

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Where it comes from.
    pub source: Source,
    /// Whether it is what could be had from a damaged file. What else was in that file is not known.
    pub salvaged: bool,
    /// Each value exactly as it was stored, by its key without what all keys of the book start with.
    pub entries: BTreeMap<String, String>,
    /// What stands in the file and was not taken, in the order of the lines.
    pub left_out: Vec<BadLine>,
}

/// Where a file comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// It is a backup.
    Backup(Header),
    /// It is what a backup has behind its first line, which is missing or damaged.
    Headless,
    /// It is a file of *Download my data*: everything that was stored.
    Export {
        /// Whether an act over many records was not finished when it was made. Its changes are among the entries, unless
        /// the file is damaged.
        unfinished: bool,
    },
}

/// A backup that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The whole file.
    pub text: String,
    /// How many values it holds.
    pub entries: usize,
    /// The keys of values that a backup cannot hold, for their names are too long. Only *Download my data* has them.
    pub left_out: Vec<String>,
}

/// Writes a backup of the user's own book. Of what is `stored`, whole keys with their values, it takes what belongs into
/// one; an act over many records must be finished before. `made` is now, and `program` the version of the program.
///
/// ```
/// use tutup::{domain::Instant, exchange::{read, write}};
/// let stored = [("tutup:prefs", "whatever lies there"), ("tutup:format", "1")];
/// let written = write(stored, Instant(1_795_312_800_000), "0.1.0").unwrap();
/// let backup = read(written.text.as_bytes()).unwrap();
/// assert_eq!(backup.entries["prefs"], "whatever lies there");
/// assert_eq!(backup.entries.len(), 1);
/// ```
///
/// # Errors
/// It would be too large to be read again.
pub fn write<'a>(
    stored: impl IntoIterator<Item = (&'a str, &'a str)>,
    made: Instant,
    program: &str,
) -> Result<Written, Limit> {
    let (mut taken, mut left_out) = (BTreeMap::new(), Vec::new());
    for (key, value) in stored {
        match entries::name_of(key) {
            Some(name) if entries::is_short(name) => drop(taken.insert(name, value)),
            Some(_) => left_out.push(key.to_owned()),
            None => {}
        }
    }
    if taken.len() > MAX_ENTRIES {
        return Err(Limit::Entries);
    }
    let lines: Vec<String> = taken.into_iter().map(|(name, value)| entries::print(name, value)).collect();
    let mut text = header::print(made, program, &lines);
    for line in &lines {
        text.push_str(line);
        text.push('\n');
    }
    if text.len() > MAX_BYTES {
        return Err(Limit::Bytes);
    }
    Ok(Written { text, entries: lines.len(), left_out })
}
