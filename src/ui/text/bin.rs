//! The bin.

/// Words of the bin.
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub trait BinWords {
    /// "Deleted on 22 Nov 2026, and read-only since."
    fn deleted_since(&self, date: &str) -> String;
    fn deleted_what_now(&self) -> &'static str;
    fn restore(&self) -> &'static str;
    fn delete_for_good(&self) -> &'static str;
    /// The link to the dialog.
    fn empty_bin_button(&self) -> &'static str;
    /// The head of the dialog.
    fn empty_bin(&self) -> &'static str;
    /// What goes with them, and how long there is a way back.
    fn empty_bin_what_goes(&self, count: usize) -> &'static str;
    /// The button that does it: "Delete 3 opportunities for good".
    fn empty_bin_of(&self, count: usize) -> String;
}
