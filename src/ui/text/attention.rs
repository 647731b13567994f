//! What needs attention, and the ways out.

use crate::domain::{Breach, Without};
use crate::ui::text::Format;

/// The page of what needs attention, and the form that mends a record.
#[allow(missing_docs, reason = "each is named after what it says in English")]
pub trait AttentionWords {
    /// What a record breaks that can be read.
    fn breach(&self, breach: &Breach) -> String;
    fn attention_lead(&self) -> &'static str;
    fn nothing_needs_attention(&self) -> &'static str;
    fn open_attention(&self) -> &'static str;
    fn attention_list(&self) -> &'static str;
    /// The label of the raw text of that key.
    fn raw_text_of(&self, key: &str) -> String;
    /// That the raw text is shown in part only.
    fn raw_goes_on(&self, characters: usize, format: &Format) -> String;
    fn raw_is_empty(&self) -> &'static str;
    fn download(&self) -> &'static str;
    fn try_again(&self) -> &'static str;
    fn still_needs_attention(&self) -> &'static str;
    fn open_in_the_form(&self) -> &'static str;
    fn put_back(&self) -> &'static str;
    /// What lies in the place where a value was to lie that was set aside.
    fn lies_there_instead(&self, key: &str) -> String;
    fn nothing_lies_there(&self, key: &str) -> String;
    fn remove_for_good(&self) -> &'static str;
    fn remove_ask(&self) -> &'static str;
    fn download_before_removing(&self) -> &'static str;
    fn remove_title(&self) -> &'static str;
    fn remove_text(&self) -> &'static str;
    /// What was done with the value of that key.
    fn was_removed(&self, key: &str) -> String;
    fn was_put_back(&self, key: &str) -> String;
    fn reads_again(&self, key: &str) -> String;
    fn mend_title(&self) -> &'static str;
    fn mend_lead(&self) -> &'static str;
    /// What the version that is saved does not keep; absent when it keeps everything.
    fn left_out(&self, without: &Without) -> Option<String>;
    fn download_before_mending(&self) -> &'static str;
    fn nothing_to_mend(&self) -> &'static str;
}
