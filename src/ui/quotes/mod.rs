//! Quotes: those of an opportunity on its page, the page of one, and the dialogs that settle them.
//!
//! - [`QuotesSection`]: the table; [`acts`] says what can be done with a quote as it stands, [`acting`] does it.
//! - [`QuotePage`]: the form of a draft ([`draft`] is its state, [`lines`] its lines), else what the quote says.
//! - [`CloseQuotesDialog`]: closes all of them; [`Fates`] is the table of what becomes of each, for every such dialog.

mod acting;
mod acts;
mod cells;
mod close_all;
mod draft;
mod facts;
mod fates;
mod form;
mod head;
mod history;
mod line_row;
mod lines;
mod page;
mod row;
mod section;
mod typed;

pub use close_all::CloseQuotesDialog;
pub use draft::{quote_entry_of, quote_form_of};
pub use facts::fixed;
pub use fates::Fates;
pub use page::QuotePage;
pub use section::QuotesSection;
