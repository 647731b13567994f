//! Two versions of one record, in English.

use super::{English, counted};
use crate::domain::forms::ChangedBy;
use crate::ui::text::ConflictWords;

impl ConflictWords for English {
    fn conflict_title(&self) -> &'static str {
        "Changed in two places"
    }

    fn conflict_lead(&self) -> &'static str {
        "Not saved: this was changed elsewhere since you began, in another tab or by undo. That change is kept, and so is \
         what you typed. Choose what is right, then save."
    }

    fn compare_lead(&self) -> &'static str {
        "Two tabs saved this at the same moment, and only one version could stay. Choose what is right, then save."
    }

    fn changed_beneath(&self) -> &'static str {
        "Nothing was done: the opportunity was changed elsewhere since you last looked. What you entered here is kept. \
         Look at what changed, then press the button again."
    }

    fn version_yours(&self) -> &'static str {
        "Yours"
    }

    fn version_stored(&self) -> &'static str {
        "Stored now"
    }

    fn version_before(&self) -> &'static str {
        "Before"
    }

    fn version_of_this_tab(&self) -> &'static str {
        "This tab’s"
    }

    fn version_of_other_tab(&self) -> &'static str {
        "The other tab’s"
    }

    fn choose_for_all(&self) -> &'static str {
        "For all fields"
    }

    fn keep_all_of_mine(&self) -> &'static str {
        "Keep mine"
    }

    fn take_all_of_theirs(&self) -> &'static str {
        "Take theirs"
    }

    fn choose_first(&self, count: usize) -> String {
        format!("Choose one version first, in {}.", counted(&count.to_string(), "field", "fields"))
    }

    fn changed_by(&self, by: ChangedBy) -> &'static str {
        match by {
            ChangedBy::Ours => "changed here",
            ChangedBy::Theirs => "changed elsewhere",
            ChangedBy::Both => "changed in both places",
        }
    }

    fn also_differs(&self) -> &'static str {
        "Also different"
    }

    fn what_changed(&self) -> &'static str {
        "What changed"
    }

    fn what_differs(&self) -> &'static str {
        "What"
    }

    fn versions_are_the_same(&self) -> &'static str {
        "Both versions say the same by now. There is nothing to choose."
    }

    fn not_there(&self) -> &'static str {
        "Not there"
    }

    fn in_the_bin(&self) -> &'static str {
        "in the bin"
    }

    fn compare(&self) -> &'static str {
        "Compare…"
    }

    fn changed_under_input(&self, count: usize) -> String {
        let fields = counted(&count.to_string(), "field", "fields");
        format!("While you were typing, this was changed elsewhere in {fields} that you changed too.")
    }

    fn overwritten(&self, name: &str) -> String {
        format!("“{name}” was saved here and in another tab at the same moment. What is shown is the other tab’s.")
    }

    fn overwrote(&self, name: &str) -> String {
        format!("“{name}” was saved here and in another tab at the same moment. What is shown is this tab’s.")
    }
}
