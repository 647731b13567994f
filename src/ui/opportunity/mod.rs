//! An opportunity: its form, its lines, its quotes, its history; and the record of its closing.
//!
//! - `form`: what the form holds, what of it is unsaved, and how it follows the record; `saving`: how it is saved.
//! - `page`: the page of a known one, open or closed; `new_page`: the form of a new one; `mend_page`: of one that
//!   breaks a rule.
//! - `unsaved`: what every act does about unsaved input first (R22).

mod acts;
mod closed;
mod currency;
mod deleted;
mod facts;
mod figures;
mod form;
mod head;
mod history;
mod lines;
mod mend_page;
mod more;
mod new_page;
mod note;
mod page;
mod panels;
mod remarks;
mod rows;
mod saving;
mod summary;
mod typed;
mod unsaved;

pub use form::{entry_of, form_of, topic_control};
pub use head::list_of;
pub use mend_page::MendPage;
pub use new_page::NewPage;
pub use page::OpportunityPage;
pub use saving::save_kept;
pub use unsaved::{AtHand, UnsavedForm, use_unsaved_form};
