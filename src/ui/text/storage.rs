//! What storage could not do.

use crate::storage::StorageError;

/// Failures of storage.
pub trait StorageWords {
    /// What storage could not do, what is safe and what to do.
    fn storage(&self, error: &StorageError) -> String;
}

/// Why the browser refused a write, as far as the name of its exception tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Nothing more fits in.
    Full,
    /// The browser does not let the page store anything, or no longer.
    Blocked,
    /// The name says nothing.
    Unknown,
}

impl Refused {
    /// By the name of the exception, which differs by browser.
    pub fn of(name: &str) -> Self {
        match name {
            "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" | "QUOTA_EXCEEDED_ERR" => Self::Full,
            "SecurityError" | "NotAllowedError" => Self::Blocked,
            _ => Self::Unknown,
        }
    }
}
