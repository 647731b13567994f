//! The first line of a backup.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use crate::domain::Instant;
use crate::storage::{FORMAT, Json, is_known_format};

/// The version of the backup format that this version of the program writes, and the only one so far.
pub const VERSION: u32 = 1;

/// What a backup says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// When it was made.
    pub made: Instant,
    /// The version of the program that made it.
    pub program: String,
}

/// What stands in the first line.
pub(super) enum FirstLine {
    /// The header of a backup that this version can read.
    Header { header: Header, entries: usize, sha256: String },
    /// The header of a later version of the backup format.
    LaterVersion(u64),
    /// The header of a backup of a later stored format.
    LaterFormat(String),
    /// None of these.
    Other,
}

/// The first line with its line end; `lines` are those behind it, without theirs.
pub(super) fn print(made: Instant, program: &str, lines: &[String]) -> String {
    let program = Json::Text(program.to_owned()).print().unwrap_or_default();
    let (entries, made, sha256) = (lines.len(), made.0, sum(lines));
    format!(
        "{{\"file\":\"{FILE}\",\"version\":{VERSION},\"format\":\"{FORMAT}\",\"made\":{made},\"program\":{program},\
         \"entries\":{entries},\"sha256\":\"{sha256}\"}}\n"
    )
}

pub(super) fn parse(line: &[u8]) -> FirstLine {
    parts(line).unwrap_or(FirstLine::Other)
}

/// The checksum of these lines, each with a line feed.
pub(super) fn sum<T: AsRef<[u8]>>(lines: impl IntoIterator<Item = T>) -> String {
    let mut sha = Sha256::new();
    for line in lines {
        sha.update(line);
        sha.update(b"\n");
    }
    sha.finalize().iter().fold(String::new(), |mut hex, byte| {
        // Writing to a text cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

fn parts(line: &[u8]) -> Option<FirstLine> {
    let line = std::str::from_utf8(line).ok().filter(|line| line.len() <= MAX)?;
    let Json::Object(members) = Json::parse(line).ok()? else { return None };
    let text = |name| members.get(name).and_then(Json::text);
    let whole = |name| members.get(name).and_then(Json::whole);
    if text("file")? != FILE {
        return None;
    }
    let version = u64::try_from(whole("version")?).ok()?;
    let ours = u64::from(VERSION);
    if version > ours {
        return Some(FirstLine::LaterVersion(version));
    }
    let format = text("format").filter(|_| version == ours)?;
    if !is_known_format(format) {
        return Some(FirstLine::LaterFormat(format.to_owned()));
    }
    let header = Header { made: Instant(whole("made")?), program: text("program")?.to_owned() };
    let entries = usize::try_from(whole("entries")?).ok()?;
    Some(FirstLine::Header { header, entries, sha256: text("sha256")?.to_owned() })
}

/// What it says in `file`.
const FILE: &str = "tutup-backup";

/// The longest first line that is looked at, in bytes.
const MAX: usize = 1_000;
