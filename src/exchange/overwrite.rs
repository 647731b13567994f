//! Whether a backup may be written over the one before, in a file that the program keeps up to date by itself.
//!
//! Nobody looks on while that happens. So what something else has put into the file stays, and so does a fuller book.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// What stands against it, if anything does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Overwrite {
    /// The file holds the same already; only when it was made may differ.
    Needless,
    /// Nothing: the file is empty, or as the program has left it.
    Allowed,
    /// Something else wrote what the file holds.
    Foreign {
        /// The [`fingerprint`] of that.
        seen: String,
    },
    /// Less than half of the opportunities in the file would be left.
    Shrinks {
        /// The [`fingerprint`] of the file.
        seen: String,
        /// How many the file holds.
        held: usize,
        /// How many it would hold.
        left: usize,
    },
}

/// Tells the content of a file from any other: its SHA-256 in hex digits.
pub fn fingerprint(file: &[u8]) -> String {
    Sha256::digest(file).iter().fold(String::new(), |mut hex, byte| {
        // Writing to a text cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Whether `backup`, as [`write`](super::write) makes it, may take the place of what the `file` holds. `last` is the
/// fingerprint of what the program wrote there last; `agreed` is that of what the user has agreed to lose.
///
/// ```
/// use tutup::exchange::{Overwrite, fingerprint, overwrite};
/// let (before, after) = ("head 1\n[\"o:1\",\"…\"]\n", "head 2\n[\"o:1\",\"changed\"]\n");
/// let last = fingerprint(before.as_bytes());
/// assert_eq!(overwrite(b"", None, None, after), Overwrite::Allowed);
/// assert_eq!(overwrite(before.as_bytes(), Some(&last), None, after), Overwrite::Allowed);
/// assert!(matches!(overwrite(b"My diary", Some(&last), None, after), Overwrite::Foreign { .. }));
/// ```
pub fn overwrite(file: &[u8], last: Option<&str>, agreed: Option<&str>, backup: &str) -> Overwrite {
    if file.is_empty() {
        return Overwrite::Allowed;
    }
    let seen = fingerprint(file);
    let (held, left) = (opportunities(file), opportunities(backup.as_bytes()));
    if held > 0 && entries(file) == entries(backup.as_bytes()) {
        Overwrite::Needless
    } else if agreed == Some(&seen) {
        Overwrite::Allowed
    } else if last != Some(&seen) {
        Overwrite::Foreign { seen }
    } else if left * 2 < held {
        Overwrite::Shrinks { seen, held, left }
    } else {
        Overwrite::Allowed
    }
}

/// Everything behind the first line.
fn entries(file: &[u8]) -> &[u8] {
    let end = file.iter().position(|byte| *byte == b'\n').map_or(file.len(), |place| place + 1);
    file.get(end..).unwrap_or_default()
}

/// How many lines of a backup are opportunities.
fn opportunities(file: &[u8]) -> usize {
    entries(file).split(|byte| *byte == b'\n').filter(|line| line.starts_with(b"[\"o:")).count()
}
