//! Addresses: every place of the program has one, behind the `#`, so that it works on any static host and under any path.
//!
//! One parser and one printer: what [`Place`] prints it reads back.

mod query;

use std::fmt;

use crate::domain::{OpportunityId, Outcome, QuoteKey};
use crate::storage::Shelf;
use crate::workspace::{Query, View};

/// Where the user is: which book, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The user's own book or the sample one.
    pub shelf: Shelf,
    /// Where in it.
    pub route: Route,
}

/// A page, with the dialog that is open on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// A list of opportunities, and what is open over it.
    List(Query, Over),
    /// The open opportunities by stage, and what is open over them.
    Board(Over),
    /// The bin, and the dialog that empties it.
    EmptyBin,
    /// The form of a new opportunity.
    New,
    /// An opportunity, and what is open on it.
    Opportunity(OpportunityId, Panel),
    /// A quote of an opportunity.
    Quote(OpportunityId, QuoteKey),
    /// Preferences, lists and the data.
    Settings,
    /// What is stored and cannot be shown as it is.
    Attention,
    /// The form that mends an opportunity that breaks a rule.
    Mend(OpportunityId),
    /// An address that leads nowhere.
    Unknown(String),
}

/// What is open over a list or the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// Nothing.
    None,
    /// The dialog that closes one of them.
    Close(OpportunityId, Outcome),
    /// The dialog that closes those that are selected.
    CloseSelected(Outcome),
    /// The dialog that changes stage and dates of those that are selected.
    EditSelected,
}

/// What is open on an opportunity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// Nothing.
    None,
    /// The dialog that closes it.
    Close(Outcome),
    /// The dialog that corrects its closing.
    Correct,
    /// The dialog that closes all its quotes.
    CloseQuotes,
    /// The dialog that shows what two tabs wrote at the same moment.
    Compare,
}

impl Place {
    /// The place of this address, with or without its `#`. The empty address is the list of open opportunities.
    pub fn parse(address: &str) -> Self {
        let path = address.trim_start_matches('#').trim_start_matches('/');
        let (shelf, path) = match path.strip_prefix("demo") {
            Some(rest) if rest.is_empty() || rest.starts_with('/') => (Shelf::Demo, rest.trim_start_matches('/')),
            _ => (Shelf::Main, path),
        };
        Self { shelf, route: Route::parse(path) }
    }

    /// The same book, another route.
    #[must_use]
    pub fn with(&self, route: Route) -> Self {
        Self { shelf: self.shelf, route }
    }
}

impl Route {
    fn parse(path: &str) -> Self {
        let (path_only, query) = path.split_once('?').unwrap_or((path, ""));
        let parts: Vec<&str> = path_only.trim_end_matches('/').split('/').collect();
        let known = match parts.as_slice() {
            [""] => Some(Self::view(View::Open)),
            ["bin", "empty"] => Some(Self::EmptyBin),
            ["board", over @ ..] => Over::parse(over, query).map(Self::Board),
            [code, over @ ..] if View::from_code(code).is_some() => View::from_code(code)
                .zip(Over::parse(over, query))
                .map(|(view, over)| Self::List(query::parse(view, query), over)),
            ["new"] => Some(Self::New),
            ["settings"] => Some(Self::Settings),
            ["attention"] => Some(Self::Attention),
            ["attention", id] => OpportunityId::parse(id).map(Self::Mend),
            ["opportunity", id] => opportunity(id, Panel::None),
            ["opportunity", id, "close"] => opportunity(id, Panel::Close(outcome(query))),
            ["opportunity", id, "correct"] => opportunity(id, Panel::Correct),
            ["opportunity", id, "compare"] => opportunity(id, Panel::Compare),
            ["opportunity", id, "close-quotes"] => opportunity(id, Panel::CloseQuotes),
            ["opportunity", id, "quote", key] => {
                OpportunityId::parse(id).zip(QuoteKey::from_code(key)).map(|(id, key)| Self::Quote(id, key))
            }
            _ => None,
        };
        known.unwrap_or_else(|| Self::Unknown(path.to_owned()))
    }

    /// The whole of a view, as it is shown unless something else is asked for.
    pub fn view(view: View) -> Self {
        Self::List(Query::all_of(view), Over::None)
    }

    /// A list.
    pub fn list(query: Query) -> Self {
        Self::List(query, Over::None)
    }

    /// Whether it is a list of that view.
    pub fn is_of(&self, view: View) -> bool {
        matches!(self, Self::List(query, _) if query.view == view)
    }

    /// What is open over the list or the board.
    pub fn over(&self) -> Over {
        match self {
            Self::List(_, over) | Self::Board(over) => *over,
            _ => Over::None,
        }
    }

    /// The same list or board with that open over it; any other route as it is.
    #[must_use]
    pub fn with_over(&self, over: Over) -> Self {
        match self {
            Self::List(query, _) => Self::List(query.clone(), over),
            Self::Board(_) => Self::Board(over),
            other => other.clone(),
        }
    }

    /// The page below a dialog.
    #[must_use]
    pub fn page(&self) -> Self {
        match self {
            Self::Opportunity(id, _) => Self::Opportunity(*id, Panel::None),
            Self::EmptyBin => Self::view(View::Bin),
            page => page.with_over(Over::None),
        }
    }
}

impl Over {
    fn parse(parts: &[&str], query: &str) -> Option<Self> {
        match parts {
            [] => Some(Self::None),
            ["close", id] => OpportunityId::parse(id).map(|id| Self::Close(id, outcome(query))),
            ["close-selected"] => Some(Self::CloseSelected(outcome(query))),
            ["edit-selected"] => Some(Self::EditSelected),
            _ => None,
        }
    }

    /// The way it closes, as the address has it.
    fn outcome(self) -> Option<Outcome> {
        match self {
            Self::Close(_, outcome) | Self::CloseSelected(outcome) => Some(outcome),
            Self::None | Self::EditSelected => None,
        }
    }
}

/// Behind the page's own part of the address.
impl fmt::Display for Over {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => Ok(()),
            Self::Close(id, _) => write!(f, "/close/{id}"),
            Self::CloseSelected(_) => f.write_str("/close-selected"),
            Self::EditSelected => f.write_str("/edit-selected"),
        }
    }
}

/// The outcome that an address asks for: `as=lost`, else Won.
fn outcome(query: &str) -> Outcome {
    if query.split('&').any(|pair| pair == "as=lost") { Outcome::Lost } else { Outcome::Won }
}

fn opportunity(id: &str, panel: Panel) -> Option<Route> {
    OpportunityId::parse(id).map(|id| Route::Opportunity(id, panel))
}

/// The address with its `#`, to be used in a link.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.shelf {
            Shelf::Main => "#/",
            Shelf::Demo => "#/demo/",
        })?;
        match &self.route {
            Route::List(query, over) => write!(f, "{}{over}{}", query.view.code(), query::print(query, over.outcome())),
            Route::Board(over) => write!(f, "board{over}{}", query::print_outcome(over.outcome())),
            Route::EmptyBin => f.write_str("bin/empty"),
            Route::New => f.write_str("new"),
            Route::Settings => f.write_str("settings"),
            Route::Attention => f.write_str("attention"),
            Route::Mend(id) => write!(f, "attention/{id}"),
            Route::Opportunity(id, panel) => {
                write!(f, "opportunity/{id}")?;
                f.write_str(match panel {
                    Panel::None => "",
                    Panel::Close(Outcome::Won) => "/close?as=won",
                    Panel::Close(Outcome::Lost) => "/close?as=lost",
                    Panel::Correct => "/correct",
                    Panel::CloseQuotes => "/close-quotes",
                    Panel::Compare => "/compare",
                })
            }
            Route::Quote(id, key) => write!(f, "opportunity/{id}/quote/{}", key.code()),
            Route::Unknown(path) => f.write_str(path),
        }
    }
}
