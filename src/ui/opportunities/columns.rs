//! The columns of the lists: which a view has, what stands at their head and in their cells.

use leptos::prelude::*;

use crate::domain::{Closing, Currency, Date, Field, Money, OpenReason, Opportunity, QuoteState, Status};
use crate::ui::browser;
use crate::ui::parts::{Amount, Day, Icon, OpportunityStatus, StageMark};
use crate::ui::store::{Store, use_store};
use crate::ui::text::{FirstWords, use_first_words, use_speech};
use crate::workspace::{Column, View, Workspace};

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

/// What a cell shows of an opportunity in a view. `main` is the currency whose sign the columns' heads have. It follows
/// nothing: a row is drawn anew when something changes.
pub fn cell(column: Column, it: &Opportunity, view: View, main: Currency, today: Date) -> AnyView {
    let words = use_first_words();
    match column {
        // The row has it.
        Column::Topic => ().into_any(),
        Column::Customer => {
            let customer = it.details.customer.as_ref().map(ToString::to_string);
            view! { <td class="customer">{customer}</td> }.into_any()
        }
        Column::Status => view! { <td class="state"><OpportunityStatus opportunity=it/></td> }.into_any(),
        Column::Stage => view! { <td class="at"><StageMark stage=it.details.stage/></td> }.into_any(),
        Column::Reason => view! { <td class="reason">{reason(it)}</td> }.into_any(),
        Column::Competitor => view! { <td class="competitor">{competitor(it)}</td> }.into_any(),
        Column::Estimate => {
            let estimate = match (view, it.closing()) {
                (View::Lost | View::Revisit, Some(closing)) => closing.facts().estimate,
                _ => it.estimated_revenue(),
            };
            amount("number amount", estimate, it, main)
        }
        Column::Revenue => {
            let class = if view == View::Won { "number amount" } else { "number actual" };
            amount(class, it.closing().and_then(Closing::revenue), it, main)
        }
        Column::Probability => view! { <td class="number probability">{probability(it)}</td> }.into_any(),
        Column::Rating => view! { <td class="rating">{words.rating(it.details.rating)}</td> }.into_any(),
        Column::EstimatedClose => estimated_close(it, today),
        Column::ActualClose => {
            let date = it.closing().map(|closing| closing.facts().date);
            day("number closes", date, today)
        }
        Column::RevisitOn => day("number closes", it.closing().and_then(Closing::revisit_on), today),
        Column::OpenQuotes => open_quotes(it),
        Column::DaysOpen => days_open(it, today),
        Column::DeletedOn => day("number closes", it.deleted_on.map(|at| browser::clock().day_of(at)), today),
    }
}

/// That it is on hold, behind its topic.
pub fn on_hold(it: &Opportunity) -> Option<AnyView> {
    matches!(it.status, Status::Open(OpenReason::OnHold)).then(|| {
        let word = use_first_words().open_reason(OpenReason::OnHold);
        view! { " "<span class="status" data-status="hold"><Icon name="hold"/>{word}</span> }.into_any()
    })
}

fn amount(class: &'static str, money: Option<Money>, it: &Opportunity, main: Currency) -> AnyView {
    let currency = it.details.currency;
    view! { <td class=class><Amount money=money currency=currency bare={currency == main}/></td> }.into_any()
}

fn day(class: &'static str, date: Option<Date>, today: Date) -> AnyView {
    let none = date.is_none().then_some("");
    view! { <td class=class data-none=none><Day date=date today=today/></td> }.into_any()
}

fn estimated_close(it: &Opportunity, today: Date) -> AnyView {
    let words = use_first_words();
    let date = it.details.estimated_close_date;
    let open = it.outcome().is_none();
    let late = date.filter(|_| open).map(|date| today.days_since(date)).filter(|days| *days > 0).map(|days| {
        view! { <span class="status" data-status="late"><Icon name="clock"/>{words.days_late(days)}</span> }
    });
    let none = date.is_none().then_some("");
    // One that is closed has the date on which it was; on a narrow screen that one alone.
    let planned = (!open).then_some("");
    view! { <td class="number closes" data-planned=planned data-none=none>{late}<Day date=date today=today/></td> }
        .into_any()
}

fn probability(it: &Opportunity) -> String {
    let speech = use_speech();
    let percent = it.shown_probability();
    percent.map_or_else(|| "–".to_owned(), |percent| speech.format.with_value(|format| format.percent(percent.get())))
}

fn open_quotes(it: &Opportunity) -> AnyView {
    let words = use_first_words();
    let count = |state| it.quotes.iter().filter(|quote| quote.state() == state).count();
    let active = Some(count(QuoteState::Active)).filter(|count| *count > 0).map(|count| {
        view! { <span class="status" data-status="active"><Icon name="active"/>{words.active_quotes(count)}</span>" " }
    });
    let drafts = Some(count(QuoteState::Draft)).filter(|count| *count > 0).map(|count| {
        view! { <span class="status" data-status="draft"><Icon name="draft"/>{words.draft_quotes(count)}</span> }
    });
    view! { <td class="quotes">{active}{drafts}</td> }.into_any()
}

fn days_open(it: &Opportunity, today: Date) -> AnyView {
    let speech = use_speech();
    let id = it.id;
    let open = |workspace: &Workspace| workspace.index().row(id).map(|row| row.days_open(today));
    let days = untrack(|| use_store().workspace(open));
    let days = days.map(|days| speech.format.with_value(|format| format.count(usize::try_from(days).unwrap_or(0))));
    view! { <td class="number quotes">{days}</td> }.into_any()
}

fn reason(it: &Opportunity) -> String {
    let (store, words) = (use_store(), use_first_words());
    match &it.status {
        Status::Open(reason) => words.open_reason(*reason).to_owned(),
        Status::Closed(closing) => untrack(|| store.read(|book| words.reason(&closing.facts().reason, book.lists()))),
    }
}

fn competitor(it: &Opportunity) -> Option<String> {
    let rival = it.closing().and_then(Closing::competitor)?;
    Some(untrack(|| use_store().read(|book| rival.shown(book.lists()).to_string())))
}
