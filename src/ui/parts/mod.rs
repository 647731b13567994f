//! What screens are built of.

mod date_input;
mod field;
mod form;
mod icon;
mod menu;
mod modal;
mod money;
mod problems;
mod status;

pub use date_input::DateInput;
pub use field::{Choices, Field, FieldError, LongTextInput, MoneyInput, Select, TextInput, hint_id};
pub(in crate::ui) use field::{described, invalid};
pub use form::{FormState, control_of, fill, only_first_press, read, show_text, submitted_form, text_of, typed_text};
pub use icon::Icon;
pub use menu::Menu;
pub use modal::{Modal, PAGE_HEAD, can_submit, submit_current_form};
pub use money::{Amount, Day, Sum};
pub use problems::ProblemSummary;
pub use status::{OpportunityStatus, QuoteStatus, StageMark, status_of};
