//! Reading a file that the user picked.
//!
//! Nothing in it is believed. Line ends may be those of any system, and a byte order mark may stand in front: mail programs
//! and editors do that, and the checksum is taken without either.

use super::backup::{Backup, Source};
use super::entries::{BadLine, Entries, MAX_BYTES, MAX_ENTRIES};
use super::export;
use super::header::{self, FirstLine};

/// Why a file was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// It is larger than any backup.
    TooLarge(Limit),
    /// It is something else.
    NotABackup,
    /// It is a backup of a later version of the backup format.
    LaterVersion {
        /// That version.
        version: u64,
    },
    /// What is in it was stored by a later version of the program.
    LaterFormat {
        /// What stands in place of [`FORMAT`](crate::storage::FORMAT).
        found: String,
    },
    /// Its end is missing.
    CutOff {
        /// How many values it should hold, if it says so.
        promised: Option<usize>,
        /// What can be had from it, if the user wants that.
        salvage: Box<Backup>,
    },
    /// It is not what was written.
    Damaged {
        /// What can be had from it, if the user wants that.
        salvage: Box<Backup>,
    },
    /// It is what was written, but no backup should have this line.
    Line {
        /// The first one.
        bad: BadLine,
        /// What can be had from it, if the user wants that.
        salvage: Box<Backup>,
    },
}

/// What a file exceeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// [`MAX_BYTES`].
    Bytes,
    /// [`MAX_ENTRIES`].
    Entries,
}

/// Reads a backup, or a file of *Download my data*.
///
/// # Errors
/// What is wrong with it, with what can be had from it all the same.
pub fn read(file: &[u8]) -> Result<Backup, BackupError> {
    if file.len() > MAX_BYTES {
        return Err(BackupError::TooLarge(Limit::Bytes));
    }
    let file = file.strip_prefix(BYTE_ORDER_MARK).unwrap_or(file);
    let mut lines = lines(file);
    match header::parse(lines.next().unwrap_or_default()) {
        FirstLine::Header { header, entries, sha256 } => {
            read_lines(&collect(lines), entries, &sha256, Source::Backup(header))
        }
        FirstLine::LaterVersion(version) => Err(BackupError::LaterVersion { version }),
        FirstLine::LaterFormat(found) => Err(BackupError::LaterFormat { found }),
        FirstLine::Other => export::read(file).unwrap_or_else(|| Err(headless(file))),
    }
}

fn read_lines(lines: &[&[u8]], promised: usize, sha256: &str, source: Source) -> Result<Backup, BackupError> {
    let entries = take(lines, 2).map_err(BackupError::TooLarge)?;
    let is_whole = header::sum(lines) == sha256;
    match entries.flaws().first().cloned() {
        None if is_whole && lines.len() == promised => return Ok(entries.whole(source)),
        Some(bad) if is_whole && lines.len() == promised => {
            return Err(BackupError::Line { bad, salvage: Box::new(entries.salvage(source)) });
        }
        _ => {}
    }
    // A file that was cut somewhere ends in the middle of its last line, if it is not cut at the end of one.
    let half_a_line = !is_whole && entries.flaws().last().is_some_and(|bad| bad.line == lines.len() + 1);
    let cut_off = lines.len() < promised || (lines.len() == promised && half_a_line);
    let salvage = Box::new(entries.salvage(source));
    Err(if cut_off {
        BackupError::CutOff { promised: Some(promised), salvage }
    } else {
        BackupError::Damaged { salvage }
    })
}

/// A backup can lose its first line like any other; the rest speaks for itself.
fn headless(file: &[u8]) -> BackupError {
    let Ok(entries) = take(&collect(lines(file)), 1) else { return BackupError::NotABackup };
    let salvage = Box::new(entries.salvage(Source::Headless));
    if salvage.entries.is_empty() { BackupError::NotABackup } else { BackupError::Damaged { salvage } }
}

fn take(lines: &[&[u8]], first: usize) -> Result<Entries, Limit> {
    if lines.len() > MAX_ENTRIES {
        return Err(Limit::Entries);
    }
    let mut entries = Entries::default();
    for (line, text) in lines.iter().enumerate() {
        entries.take_line(first + line, text);
    }
    Ok(entries)
}

/// The lines, as many as can matter.
fn collect<'a>(lines: impl Iterator<Item = &'a [u8]>) -> Vec<&'a [u8]> {
    lines.take(MAX_ENTRIES + 1).collect()
}

/// The lines without their ends: a line feed, or a carriage return and a line feed. Line ends at the end of the file
/// end no lines.
fn lines(file: &[u8]) -> impl Iterator<Item = &[u8]> {
    let end = file.iter().rposition(|byte| !matches!(byte, b'\r' | b'\n')).map_or(0, |last| last + 1);
    let lines = file.get(..end).unwrap_or_default().split(|byte| *byte == b'\n');
    lines.map(|line| line.strip_suffix(b"\r").unwrap_or(line))
}

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
