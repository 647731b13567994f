//! The views of the book (R25), their columns, and which of these the user has chosen.

use std::collections::{BTreeMap, BTreeSet};

/// A list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum View {
    /// What is open.
    Open,
    /// What is open and should have closed before today.
    Overdue,
    /// What is open and has a quote that stops it from closing (R6).
    Blocked,
    /// What is open and was not changed for longer than the preference says.
    Stale,
    /// What is won.
    Won,
    /// What is lost.
    Lost,
    /// What is lost and to be asked about again, up to 14 days ahead.
    Revisit,
    /// Everything.
    All,
    /// What was deleted, and is in no other view.
    Bin,
}

impl View {
    /// Every view, in the order in which they are offered.
    pub const ALL: [Self; 9] = [
        Self::Open,
        Self::Overdue,
        Self::Blocked,
        Self::Stale,
        Self::Won,
        Self::Lost,
        Self::Revisit,
        Self::All,
        Self::Bin,
    ];

    /// Its name in an address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Overdue => "overdue",
            Self::Blocked => "blocked",
            Self::Stale => "stale",
            Self::Won => "won",
            Self::Lost => "lost",
            Self::Revisit => "revisit",
            Self::All => "all",
            Self::Bin => "bin",
        }
    }

    /// The view of this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.code() == code)
    }

    /// Whether all that stand in it are open.
    pub fn is_of_open(self) -> bool {
        matches!(self, Self::Open | Self::Overdue | Self::Blocked | Self::Stale)
    }
}

/// A column of the lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the fields of RULES §2 and §4")]
pub enum Column {
    Topic,
    Customer,
    Status,
    Stage,
    Reason,
    Competitor,
    Estimate,
    Revenue,
    Probability,
    Rating,
    EstimatedClose,
    ActualClose,
    RevisitOn,
    OpenQuotes,
    DaysOpen,
    DeletedOn,
}

impl Column {
    /// Every column, in the order in which they stand.
    pub const ALL: [Self; 16] = [
        Self::Topic,
        Self::Customer,
        Self::Status,
        Self::Stage,
        Self::Reason,
        Self::Competitor,
        Self::Estimate,
        Self::Revenue,
        Self::Probability,
        Self::Rating,
        Self::EstimatedClose,
        Self::ActualClose,
        Self::RevisitOn,
        Self::OpenQuotes,
        Self::DaysOpen,
        Self::DeletedOn,
    ];

    /// Its name in an address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Customer => "customer",
            Self::Status => "status",
            Self::Stage => "stage",
            Self::Reason => "reason",
            Self::Competitor => "competitor",
            Self::Estimate => "estimate",
            Self::Revenue => "revenue",
            Self::Probability => "probability",
            Self::Rating => "rating",
            Self::EstimatedClose => "closes",
            Self::ActualClose => "closed",
            Self::RevisitOn => "revisit",
            Self::OpenQuotes => "quotes",
            Self::DaysOpen => "days",
            Self::DeletedOn => "deleted",
        }
    }

    /// The column of this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.code() == code)
    }
}

/// The columns that the user has chosen; a view that is not named here has its own. The topic is always among them: it
/// names the row and leads to its page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChosenColumns(BTreeMap<View, BTreeSet<Column>>);

impl ChosenColumns {
    /// What was chosen for a view, in the order in which columns stand; `None` where nothing was.
    pub fn of(&self, view: View) -> Option<impl Iterator<Item = Column> + '_> {
        self.0.get(&view).map(|columns| columns.iter().copied())
    }

    /// Chooses these for a view, and the topic.
    pub fn choose(&mut self, view: View, columns: impl IntoIterator<Item = Column>) {
        self.0.insert(view, columns.into_iter().chain([Column::Topic]).collect());
    }

    /// Gives a view its own columns again.
    pub fn forget(&mut self, view: View) {
        self.0.remove(&view);
    }

    /// Whether every view has its own.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The choice of this text: `open=topic,stage;won=topic`. `None` when it is none.
    pub fn parse(text: &str) -> Option<Self> {
        let mut chosen = Self::default();
        for part in text.split(';') {
            let (view, columns) = part.split_once('=')?;
            let columns: Option<BTreeSet<Column>> = columns.split(',').map(Column::from_code).collect();
            chosen.choose(View::from_code(view)?, columns?);
        }
        Some(chosen)
    }
}

/// The text that [`ChosenColumns::parse`] reads.
impl std::fmt::Display for ChosenColumns {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (place, (view, columns)) in self.0.iter().enumerate() {
            let columns: Vec<&str> = columns.iter().map(|column| column.code()).collect();
            let between = if place == 0 { "" } else { ";" };
            write!(f, "{between}{}={}", view.code(), columns.join(","))?;
        }
        Ok(())
    }
}
