//! The lines in the form: rows of text that can be added, removed and moved before anything is saved.

use crate::domain::forms::{LINE_ID, Typed};
use crate::domain::{BillingMethod, Field, FieldProblem, Money};

use super::typed::currency;

/// A line as it stands in the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// The id of the line; empty on a new one.
    pub id: String,
    /// What it is.
    pub name: String,
    /// The code of the billing method.
    pub billing: String,
    /// The customer's budget.
    pub budget: String,
}

impl Row {
    /// A new line.
    pub fn empty() -> Self {
        let billing = BillingMethod::TimeAndMaterial.code().to_owned();
        Self { id: String::new(), name: String::new(), billing, budget: String::new() }
    }
}

/// The rows that the form holds.
pub(super) fn rows(typed: &Typed) -> Vec<Row> {
    let text = |field: Field, row| typed.in_row(&field.name(), row).to_owned();
    let count = typed.rows(&Field::LineName(0).name());
    let row = |row| Row {
        id: typed.in_row(LINE_ID, row).to_owned(),
        name: text(Field::LineName(row), row),
        billing: text(Field::LineBilling(row), row),
        budget: text(Field::LineBudget(row), row),
    };
    (0..count).map(row).collect()
}

/// The form with these rows instead of its own.
pub(super) fn with_rows(typed: &Typed, rows: Vec<Row>) -> Typed {
    let others = typed.0.iter().filter(|(name, _)| !is_of_a_row(name)).cloned();
    let rows = rows.into_iter().flat_map(|row| {
        [
            (LINE_ID.to_owned(), row.id),
            (Field::LineName(0).name(), row.name),
            (Field::LineBilling(0).name(), row.billing),
            (Field::LineBudget(0).name(), row.budget),
        ]
    });
    Typed(others.chain(rows).collect())
}

/// Whether that is the name of a control in a row.
pub(super) fn is_of_a_row(name: &str) -> bool {
    let columns = [Field::LineName(0), Field::LineBilling(0), Field::LineBudget(0)];
    name == LINE_ID || columns.into_iter().any(|column| column.name() == name)
}

/// What the budgets add up to; a line without one counts 0. Absent without lines, and while one cannot be read.
pub(super) fn sum(typed: &Typed) -> Option<Money> {
    let currency = currency(typed)?;
    let budgets = rows(typed).into_iter().map(|row| match row.budget.trim() {
        "" => Some(Money::ZERO),
        typed => Money::parse(typed, currency).ok(),
    });
    let budgets: Vec<Money> = budgets.collect::<Option<_>>()?;
    if budgets.is_empty() { None } else { currency.sum(budgets) }
}

/// Something done to the rows as such.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowAct {
    /// One more at the end.
    Add,
    /// This one goes.
    Remove(usize),
    /// This one goes where that one is; the two are neighbours.
    Swap(usize, usize),
}

impl RowAct {
    /// The rows after it.
    pub fn on(self, mut rows: Vec<Row>) -> Vec<Row> {
        match self {
            Self::Add => rows.push(Row::empty()),
            Self::Remove(row) if row < rows.len() => drop(rows.remove(row)),
            Self::Swap(one, other) if one.max(other) < rows.len() => rows.swap(one, other),
            Self::Remove(_) | Self::Swap(..) => {}
        }
        rows
    }

    /// Where what stood in this row stands after it; nowhere if it was removed.
    pub fn moves(self, row: usize) -> Option<usize> {
        match self {
            Self::Remove(removed) if row == removed => None,
            Self::Remove(removed) if row > removed => Some(row - 1),
            Self::Swap(one, other) if row == one => Some(other),
            Self::Swap(one, other) if row == other => Some(one),
            Self::Add | Self::Remove(_) | Self::Swap(..) => Some(row),
        }
    }

    /// The problems where they stand after it.
    pub fn on_problems(self, problems: &[FieldProblem]) -> Vec<FieldProblem> {
        let follow = |problem: &FieldProblem| {
            let field = match problem.field {
                Field::LineName(row) => Field::LineName(self.moves(row)?),
                Field::LineBilling(row) => Field::LineBilling(self.moves(row)?),
                Field::LineBudget(row) => Field::LineBudget(self.moves(row)?),
                field => field,
            };
            Some(FieldProblem::new(field, problem.problem.clone()))
        };
        problems.iter().filter_map(follow).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Problem;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn typed(budgets: &[&str]) -> Typed {
        let row = |budget: &&str| Row { name: format!("for {budget}"), budget: (*budget).into(), ..Row::empty() };
        with_rows(&Typed::default().with("topic", "ERP").with("currency", "MYR"), budgets.iter().map(row).collect())
    }

    #[test]
    fn rows_read_back_and_other_fields_stay() {
        let changed = with_rows(&typed(&["1", "2"]), RowAct::Remove(0).on(rows(&typed(&["1", "2"]))));
        assert_eq!(changed, typed(&["2"]));
        assert_eq!(RowAct::Add.on(rows(&typed(&["1"]))).last(), Some(&Row::empty()));
        assert_eq!(RowAct::Swap(0, 5).on(rows(&typed(&["1", "2"]))), rows(&typed(&["1", "2"])));
    }

    #[test]
    fn the_sum_counts_a_line_without_budget_as_nothing() {
        let minor = |budgets: &[&str]| sum(&typed(budgets)).map(Money::minor);
        assert_eq!(minor(&["1,000.50", " "]), Some(100_050));
        assert_eq!(minor(&["1,000.50", "much"]), None);
        assert_eq!(minor(&[]), None);
    }

    #[test]
    fn problems_move_with_their_rows() {
        let wrong = |field| FieldProblem::new(field, Problem::Required);
        let problems = [wrong(Field::Topic), wrong(Field::LineName(0)), wrong(Field::LineBudget(2))];
        let after = |act: RowAct| act.on_problems(&problems).into_iter().map(|it| it.field).collect::<Vec<_>>();
        assert_eq!(after(RowAct::Remove(0)), [Field::Topic, Field::LineBudget(1)]);
        assert_eq!(after(RowAct::Swap(1, 2)), [Field::Topic, Field::LineName(0), Field::LineBudget(1)]);
        assert_eq!(after(RowAct::Add), [Field::Topic, Field::LineName(0), Field::LineBudget(2)]);
    }
}
