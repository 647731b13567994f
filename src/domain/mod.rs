//! The rules: what Tutup knows about opportunities, quotes and closing.
//!
//! Pure: no browser, no clock, no chance, no storage, no words for people. Whoever asks for a decision passes the time;
//! what comes back is a [`Change`] or a [`Refusal`], both data. In reading order:
//!
//! - values: [`Money`] and [`Currency`], [`Date`] and [`Instant`], [`Text`], [`Id`];
//! - [`Refusal`]: why a command is refused, and [`Problem`]: what is wrong at a [`Field`];
//! - records: [`Opportunity`] with its [`Line`]s, its [`Quote`]s and its [`Closing`]s; [`Lists`]; [`Preferences`];
//! - closing: [`ClosingInput::check`] is the one decision (R15);
//! - [`Book`]: a [`Command`] becomes a [`Change`];
//! - [`forms`]: what was typed becomes an entry, or all its problems at once.

mod bin;
mod book;
mod bulk;
mod bulk_edit;
mod choice;
mod closing;
mod date;
pub mod forms;
mod history;
mod id;
mod invariant;
mod line;
mod lists;
mod mending;
mod money;
mod opportunity;
pub(crate) mod order;
mod preferences;
mod quote;
mod quoting;
mod refusal;
mod text;
mod view;

pub use book::{Book, Change, Command, Key, OpportunityCommand, Record, RecordChange};
pub use bulk::{BulkClosing, BulkException, BulkPlan};
pub use bulk_edit::BulkEdit;
pub use closing::{
    Before, CanceledClosing, Cancellation, CheckedClosing, Closing, ClosingEntry, ClosingFacts, ClosingInput,
    ClosingRules, ClosingWarning, CompetitorRef, OpenQuoteState, ReasonRef, SettledQuote, Settlement, Terms,
    default_reason, offer,
};
pub use date::{Clock, Date, DateProblem, Instant, YEARS};
pub use history::{Event, Happening, history};
pub use id::{Id, OpportunityId, QuoteKey, QuoteNumber};
pub use invariant::Breach;
pub use line::{BillingMethod, Line, LineEntry, LineId, LineName, MAX_LINES};
pub use lists::{
    BuiltInReason, Competitor, EntryCommand, Lists, ListsCommand, LossClass, Name, Outcome, Reason, ReasonId,
    ReasonKind,
};
pub use mending::{Mended, Without, left_out, mended};
pub use money::{Currency, MAX_MAJOR, Money, MoneyProblem};
pub use opportunity::{
    Details, Note, OpenReason, Opportunity, OpportunityEntry, Percent, Process, Rating, Revenue, Stage, StageChange,
    Status, Timeframe,
};
pub use preferences::{DraftRule, Language, Preferences, StaleAfter, Theme};
pub use quote::{
    Fate, Price, Quote, QuoteClosed, QuoteContent, QuoteEntry, QuoteLine, QuoteLineEntry, QuoteName, QuoteState,
    QuoteStep,
};
pub use quoting::QuoteCommand;
pub use refusal::{Field, FieldProblem, Problem, QuoteAct, Refusal};
pub use text::{LongText, Text, TextProblem, fold};
pub use view::{ChosenColumns, Column, View};
