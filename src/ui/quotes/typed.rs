//! What the form of a draft holds: the content as its controls show it, and the price that they add up to.

use crate::domain::forms::{LINE_ID, Typed};
use crate::domain::{BillingMethod, Currency, Field, Line, LineName, Money, Price, QuoteContent, QuoteLine};
use crate::ui::parts::text_of;
use crate::ui::text::Format;

/// The content as the form's controls show it.
pub fn typed(content: &QuoteContent, currency: Currency, format: &Format) -> Typed {
    let date = |date: Option<_>| date.map(|date| format.date(date)).unwrap_or_default();
    let typed = Typed::default()
        .with(Field::QuoteName.name(), content.name.to_string())
        .with(Field::EffectiveFrom.name(), date(content.effective_from))
        .with(Field::EffectiveTo.name(), date(content.effective_to))
        .with(Field::DueBy.name(), date(content.due_by))
        .with(Field::Description.name(), text_of(content.description.as_ref()));
    match &content.price {
        Price::Typed(total) => typed.with(Field::Total.name(), amount(*total, currency)),
        Price::Lines(lines) => lines.iter().fold(typed, |typed, line| TypedLine::of(line, currency).put_into(typed)),
    }
}

/// An amount as its control shows it.
pub fn amount(money: Option<Money>, currency: Currency) -> String {
    money.map(|money| Format::typed(money, currency)).unwrap_or_default()
}

/// What the controls of a line hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedLine {
    /// The line's id; empty on a new one.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The code of its billing method.
    pub billing: String,
    /// Its customer budget.
    pub budget: String,
    /// Its quoted amount.
    pub amount: String,
}

impl TypedLine {
    /// A new line.
    pub fn blank() -> Self {
        Self {
            id: String::new(),
            name: String::new(),
            billing: BillingMethod::TimeAndMaterial.code().to_owned(),
            budget: String::new(),
            amount: String::new(),
        }
    }

    fn of(line: &QuoteLine, currency: Currency) -> Self {
        Self {
            id: line.line.id.to_string(),
            name: line.line.name.to_string(),
            billing: line.line.billing.code().to_owned(),
            budget: amount(line.line.budget, currency),
            amount: amount(line.amount, currency),
        }
    }

    /// The lines that a form holds.
    pub fn all(typed: &Typed) -> Vec<Self> {
        let of = |row| {
            let text = |field: Field| typed.in_row(&field.name(), row).to_owned();
            Self {
                id: typed.in_row(LINE_ID, row).to_owned(),
                name: text(Field::LineName(row)),
                billing: text(Field::LineBilling(row)),
                budget: text(Field::LineBudget(row)),
                amount: text(Field::LineAmount(row)),
            }
        };
        (0..typed.rows(&Field::LineName(0).name())).map(of).collect()
    }

    fn put_into(self, typed: Typed) -> Typed {
        typed
            .with(LINE_ID, self.id)
            .with(Field::LineName(0).name(), self.name)
            .with(Field::LineBilling(0).name(), self.billing)
            .with(Field::LineBudget(0).name(), self.budget)
            .with(Field::LineAmount(0).name(), self.amount)
    }
}

/// What a form holds, with these lines instead of its own; `total` is typed, if there is a control for it.
pub fn with_lines(typed: Typed, lines: Vec<TypedLine>, total: Option<String>) -> Typed {
    let of_lines = [
        LINE_ID.to_owned(),
        Field::LineName(0).name(),
        Field::LineBilling(0).name(),
        Field::LineBudget(0).name(),
        Field::LineAmount(0).name(),
        Field::Total.name(),
    ];
    let rest = typed.0.into_iter().filter(|(name, _)| !of_lines.contains(name)).collect();
    let typed = lines.into_iter().fold(Typed(rest), |typed, line| line.put_into(typed));
    match total {
        Some(total) => typed.with(Field::Total.name(), total),
        None => typed,
    }
}

/// The price that a form holds, as far as its amounts can be read; names do not matter to it.
pub fn price(typed: &Typed, currency: Currency) -> Price {
    let money = |text: &str| Money::parse(text, currency).ok();
    let line = |(row, line): (usize, TypedLine)| {
        let name = LineName::parse(&line.name).ok().flatten().or_else(|| LineName::parse("–").ok().flatten())?;
        let billing = BillingMethod::from_code(&line.billing).unwrap_or(BillingMethod::TimeAndMaterial);
        let id = u32::try_from(row).ok()?;
        Some(QuoteLine { line: Line { id, name, billing, budget: money(&line.budget) }, amount: money(&line.amount) })
    };
    let lines: Vec<QuoteLine> = TypedLine::all(typed).into_iter().enumerate().filter_map(line).collect();
    Price::Typed(money(typed.get(&Field::Total.name()))).with_lines(lines, currency)
}

#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(target_arch = "wasm32")]
    use wasm_bindgen_test::wasm_bindgen_test as test;

    fn line(typed: Typed, amount: &str) -> Typed {
        TypedLine { name: "Training".into(), amount: amount.into(), ..TypedLine::blank() }.put_into(typed)
    }

    fn total(typed: &Typed) -> Option<i64> {
        price(typed, Currency::MYR).total(Currency::MYR).map(Money::minor)
    }

    #[test]
    fn lines_replace_the_typed_total() {
        let typed = Typed::default().with(Field::Total.name(), "1,000.00");
        assert_eq!(total(&typed), Some(100_000));
        assert_eq!(total(&line(line(typed, "RM 2.50"), "1")), Some(350));
    }

    #[test]
    fn a_line_without_an_amount_leaves_no_total() {
        assert_eq!(total(&line(line(Typed::default(), "2.50"), "")), None);
        assert_eq!(total(&line(line(Typed::default(), "2.50"), "1e5")), None);
    }

    #[test]
    fn lines_read_back() {
        let typed = line(line(Typed::default(), "1"), "2");
        let amounts: Vec<String> = TypedLine::all(&typed).into_iter().map(|line| line.amount).collect();
        assert_eq!(amounts, ["1", "2"]);
    }
}
