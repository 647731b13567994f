//! What storage could not do.

use crate::storage::StorageError;

/// Failures of storage.
pub trait StorageWords {
    /// What storage could not do, what is safe and what to do.
    fn storage(&self, error: &StorageError) -> String;
}
