//! The columns of the lists: which a view has, and what stands at their head.

use leptos::prelude::*;

use crate::domain::Field;
use crate::ui::store::Store;
use crate::ui::text::FirstWords;
use crate::workspace::{Column, View};

/// The columns that a view is shown with: those chosen for it, else its own.
pub fn columns_of(store: Store, view: impl Fn() -> View + Send + Sync + 'static) -> Memo<Vec<Column>> {
    let preferences = store.preferences();
    Memo::new(move |_| {
        let view = view();
        preferences.with(|preferences| match preferences.columns.of(view) {
            Some(chosen) => chosen.filter(|column| can_stand_in(*column, view)).collect(),
            None => own(view).to_vec(),
        })
    })
}

/// The columns that a view has unless others are chosen.
pub fn own(view: View) -> &'static [Column] {
    use Column as It;
    match view {
        View::Open | View::Overdue | View::Blocked => {
            &[It::Topic, It::Customer, It::Stage, It::Estimate, It::Probability, It::EstimatedClose, It::OpenQuotes]
        }
        View::Stale => {
            &[It::Topic, It::Customer, It::Stage, It::Estimate, It::Probability, It::EstimatedClose, It::DaysOpen]
        }
        View::Won => &[It::Topic, It::Customer, It::Reason, It::Revenue, It::ActualClose],
        View::Lost => &[It::Topic, It::Customer, It::Reason, It::Competitor, It::Estimate, It::ActualClose],
        View::Revisit => &[It::Topic, It::Customer, It::Reason, It::Competitor, It::Estimate, It::RevisitOn],
        View::All => &[It::Topic, It::Customer, It::Status, It::Estimate, It::Revenue, It::ActualClose],
        View::Bin => &[It::Topic, It::Customer, It::Status, It::DeletedOn],
    }
}

/// Whether the column says something in the view: what is open has no closing, and only what is in the bin was deleted.
pub fn can_stand_in(column: Column, view: View) -> bool {
    match column {
        Column::Competitor | Column::Revenue | Column::ActualClose => !view.is_of_open(),
        Column::RevisitOn => matches!(view, View::Lost | View::Revisit | View::All),
        Column::DeletedOn => view == View::Bin,
        Column::Status => matches!(view, View::All | View::Bin),
        _ => true,
    }
}

/// The column under which a view's sum stands.
pub fn sum_column(view: View) -> Option<Column> {
    match view {
        View::Won => Some(Column::Revenue),
        View::Bin => None,
        _ => Some(Column::Estimate),
    }
}

/// Whether what stands in it is aligned as figures are.
pub fn is_number(column: Column) -> bool {
    match column {
        Column::Topic
        | Column::Customer
        | Column::Status
        | Column::Stage
        | Column::Reason
        | Column::Competitor
        | Column::Rating
        | Column::OpenQuotes => false,
        Column::Estimate
        | Column::Revenue
        | Column::Probability
        | Column::EstimatedClose
        | Column::ActualClose
        | Column::RevisitOn
        | Column::DaysOpen
        | Column::DeletedOn => true,
    }
}

/// The name of a column.
pub fn name(words: &dyn FirstWords, column: Column) -> &'static str {
    match column {
        Column::Topic => words.field(Field::Topic),
        Column::Customer => words.field(Field::Customer),
        Column::Status => words.column_status(),
        Column::Stage => words.field(Field::Stage),
        Column::Reason => words.field(Field::StatusReason),
        Column::Competitor => words.field(Field::Competitor),
        Column::Estimate => words.column_estimate(),
        Column::Revenue => words.column_revenue(),
        Column::Probability => words.column_probability(),
        Column::Rating => words.field(Field::Rating),
        Column::EstimatedClose => words.column_closes(),
        Column::ActualClose => words.column_closed(),
        Column::RevisitOn => words.field(Field::RevisitOn),
        Column::OpenQuotes => words.column_quotes(),
        Column::DaysOpen => words.column_days_open(),
        Column::DeletedOn => words.column_deleted(),
    }
}

/// The name of a column where there is room for all of it.
pub fn long_name(words: &dyn FirstWords, column: Column) -> &'static str {
    match column {
        Column::Probability => words.field(Field::Probability),
        Column::EstimatedClose => words.field(Field::EstimatedCloseDate),
        Column::Estimate => words.field(Field::EstimatedRevenue),
        _ => name(words, column),
    }
}

/// What a cell of the column is, for the style sheet.
pub fn class(column: Column, view: View) -> &'static str {
    match column {
        Column::Topic => "topic",
        Column::Customer => "customer",
        Column::Status => "state",
        Column::Stage => "at",
        Column::Reason => "reason",
        Column::Competitor => "competitor",
        Column::Estimate => "number amount",
        Column::Revenue if view == View::Won => "number amount",
        Column::Revenue => "number actual",
        Column::Probability => "number probability",
        Column::Rating => "rating",
        Column::EstimatedClose | Column::ActualClose | Column::RevisitOn | Column::DeletedOn => "number closes",
        Column::OpenQuotes => "quotes",
        Column::DaysOpen => "number quotes",
    }
}
