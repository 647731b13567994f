//! The filter of a list: a panel of conditions, which stand in the address as soon as they are chosen.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::{Currency, Date, Field, OpenReason, Outcome, Stage};
use crate::ui::parts::Icon;
use crate::ui::route::Route;
use crate::ui::store::{Store, use_store};
use crate::ui::text::{Locale, use_locale};
use crate::workspace::{Filter, Query, RowReason, Span, View, Wanted};

/// The panel, closed until it is asked for; its head says how many conditions there are.
#[component]
pub fn Filters(
    /// What the list is asked for.
    query: Memo<Query>,
) -> impl IntoView {
    let locale = use_locale();
    let words = locale.words;
    let conditions = Memo::new(move |_| query.with(|query| conditions(&query.filter)));
    let count = move || Some(conditions.get()).filter(|count| *count > 0);
    let desk = Desk { store: use_store(), query };
    let view = query.with_untracked(|query| query.view);
    view! {
        <details class="filters">
            <summary>
                <Icon name="filter"/>
                {words.filter()}
                {move || count().map(|count| view! { " "<span class="count">{count}</span> })}
            </summary>
            <div class="form conditions">
                <Words desk=desk/>
                <Stages desk=desk/>
                <Reasons desk=desk view=view/>
                <Named desk=desk field=Field::Customer of=CUSTOMER/>
                {(!view.is_of_open()).then(|| view! { <Named desk=desk field=Field::Competitor of=COMPETITOR/> })}
                <Currencies desk=desk/>
                <Ends desk=desk label=words.amount_label() of=AMOUNT read=read_amount write=write_amount/>
                <Ends desk=desk label=words.date_label(view) of=DATE read=read_date write=write_date/>
            </div>
        </details>
    }
}

/// How many conditions it has.
fn conditions(filter: &Filter) -> usize {
    let Filter { text, stage, reason, customer, competitor, currency, amount, date } = filter;
    [
        !text.is_empty(),
        stage.is_some(),
        reason.is_some(),
        customer.is_some(),
        competitor.is_some(),
        currency.is_some(),
        amount.is_some(),
        date.is_some(),
    ]
    .into_iter()
    .filter(|is_set| *is_set)
    .count()
}

/// The list that is filtered.
#[derive(Clone, Copy)]
struct Desk {
    store: Store,
    query: Memo<Query>,
}

impl Desk {
    /// Something of the filter.
    fn read<T: PartialEq + Send + Sync + 'static>(self, read: impl Fn(&Filter) -> T + Send + Sync + 'static) -> Memo<T> {
        Memo::new(move |_| self.query.with(|query| read(&query.filter)))
    }

    /// Another filter in its place. What is typed letter by letter is one step back, a choice is one each.
    fn change(self, typed: bool, change: impl FnOnce(&mut Filter)) {
        let mut query = self.query.get_untracked();
        let earlier = query.clone();
        change(&mut query.filter);
        if query == earlier {
            return;
        }
        let goes_on = typed && !earlier.filter.text.is_empty();
        if goes_on { self.store.replace(Route::list(query)) } else { self.store.go(Route::list(query)) }
    }
}

#[component]
fn Words(desk: Desk) -> impl IntoView {
    let words = use_locale().words;
    let text = desk.read(|filter| filter.text.clone());
    view! {
        <div class="field">
            <label for="filter-text">{words.text_label()}</label>
            <input
                class="input"
                id="filter-text"
                type="search"
                autocomplete="off"
                prop:value=move || text.get()
                on:input=move |event| desk.change(true, |filter| filter.text = event_target_value(&event))
            />
        </div>
    }
}

/// One of a few, or any.
#[component]
fn OneOf(
    id: &'static str,
    label: &'static str,
    /// The code and the name of each.
    options: Vec<(String, String)>,
    /// The code that is chosen, empty for any.
    #[prop(into)]
    chosen: Signal<String>,
    choose: impl Fn(&str) + 'static,
) -> impl IntoView {
    let any = use_locale().words.any();
    let options = std::iter::once((String::new(), any.to_owned())).chain(options).map(|(code, name)| {
        let is_chosen = { let code = code.clone(); move || chosen.get() == code };
        view! { <option value=code selected=is_chosen>{name}</option> }
    });
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <select class="input" id=id prop:value=chosen on:change=move |event| choose(&event_target_value(&event))>
                {options.collect_view()}
            </select>
        </div>
    }
}

#[component]
fn Stages(desk: Desk) -> impl IntoView {
    let words = use_locale().words;
    let stages = Stage::ALL.iter().map(|stage| (stage.code().to_owned(), words.stage(*stage).to_owned())).collect();
    let chosen = desk.read(|filter| filter.stage.map_or("", Stage::code).to_owned());
    let choose = move |code: &str| desk.change(false, |filter| filter.stage = Stage::from_code(code));
    view! { <OneOf id="filter-stage" label=words.field(Field::Stage) options=stages chosen=chosen choose=choose/> }
}

#[component]
fn Reasons(desk: Desk, view: View) -> impl IntoView {
    let words = use_locale().words;
    let lists = desk.store.lists();
    let chosen = desk.read(|filter| filter.reason.map(|reason| reason.code().to_owned()).unwrap_or_default());
    let choose = move |code: &str| desk.change(false, |filter| filter.reason = RowReason::from_code(code));
    move || {
        let open = OpenReason::ALL.iter().filter(|_| view.is_of_open() || matches!(view, View::All | View::Bin));
        let open = open.map(|reason| (reason.code().to_owned(), words.open_reason(*reason).to_owned()));
        let lists: Arc<_> = lists.get();
        let closed = lists.reasons.iter().filter(|reason| match view {
            View::Won => reason.kind.outcome() == Outcome::Won,
            View::Lost | View::Revisit => reason.kind.outcome() == Outcome::Lost,
            View::All | View::Bin => true,
            View::Open | View::Overdue | View::Blocked | View::Stale => false,
        });
        let closed = closed.map(|reason| (reason.id.code().to_owned(), words.listed_reason(reason)));
        let options = open.chain(closed).collect();
        let label = words.field(Field::StatusReason);
        view! { <OneOf id="filter-reason" label=label options=options chosen=chosen choose=choose/> }
    }
}

#[component]
fn Currencies(desk: Desk) -> impl IntoView {
    let words = use_locale().words;
    let used = Memo::new(move |_| {
        desk.store.workspace(|workspace| workspace.index().currencies().map(Currency::code).collect::<Vec<_>>())
    });
    let chosen = desk.read(|filter| filter.currency.map_or("", Currency::code).to_owned());
    let choose = move |code: &str| desk.change(false, |filter| filter.currency = Currency::parse(code));
    move || {
        // Where all is in one currency there is nothing to choose.
        (used.with(Vec::len) > 1 || !chosen.get().is_empty()).then(|| {
            let options = used.get().into_iter().map(|code| (code.to_owned(), code.to_owned())).collect();
            let label = words.field(Field::Currency);
            view! { <OneOf id="filter-currency" label=label options=options chosen=chosen choose=choose/> }
        })
    }
}

/// A condition on a name: how it is read from the filter and put into it.
#[derive(Clone, Copy)]
struct OfName {
    id: &'static str,
    get: fn(&Filter) -> Option<Wanted<String>>,
    set: fn(&mut Filter, Option<Wanted<String>>),
}

const CUSTOMER: OfName = OfName {
    id: "filter-customer",
    get: |filter| filter.customer.clone(),
    set: |filter, wanted| filter.customer = wanted,
};

const COMPETITOR: OfName = OfName {
    id: "filter-competitor",
    get: |filter| filter.competitor.clone(),
    set: |filter, wanted| filter.competitor = wanted,
};

/// A name in full, offered from those in the book; or none.
#[component]
fn Named(desk: Desk, field: Field, of: OfName) -> impl IntoView {
    let words = use_locale().words;
    let wanted = desk.read(of.get);
    let name = move || match wanted.get() {
        Some(Wanted::Is(name)) => name,
        _ => String::new(),
    };
    let list = format!("{}-names", of.id);
    let names = Memo::new(move |_| match field {
        Field::Competitor => desk.store.read(crate::domain::Book::competitor_names),
        _ => desk.store.workspace(|workspace| workspace.index().customers().map(str::to_owned).collect::<Vec<_>>()),
    });
    let options = move || names.get().into_iter().map(|name| view! { <option value=name/> }).collect_view();
    let choose = move |event| {
        let name = event_target_value(&event).trim().to_owned();
        desk.change(false, |filter| (of.set)(filter, (!name.is_empty()).then_some(Wanted::Is(name))));
    };
    view! {
        <div class="field">
            <label for=of.id>{words.field(field)}</label>
            <div class="row">
                <input
                    class="input"
                    id=of.id
                    list=list.clone()
                    autocomplete="off"
                    prop:value=name
                    disabled=move || wanted.get() == Some(Wanted::Empty)
                    on:change=choose
                />
                <datalist id=list>{options}</datalist>
                <None
                    is_none=Signal::derive(move || wanted.get() == Some(Wanted::Empty))
                    label=words.field(field)
                    choose=move |none| desk.change(false, |filter| (of.set)(filter, none.then_some(Wanted::Empty)))
                />
            </div>
        </div>
    }
}

/// The box for what has nothing there.
#[component]
fn None(is_none: Signal<bool>, label: &'static str, choose: impl Fn(bool) + 'static) -> impl IntoView {
    let words = use_locale().words;
    view! {
        <label class="check">
            <input
                type="checkbox"
                aria-label=words.empty_of(label)
                prop:checked=is_none
                on:change=move |event| choose(event_target_checked(&event))
            />
            {words.empty()}
        </label>
    }
}

/// A condition from the one to the other.
#[derive(Clone, Copy)]
struct OfSpan<T: 'static> {
    id: &'static str,
    get: fn(&Filter) -> Option<Wanted<Span<T>>>,
    set: fn(&mut Filter, Option<Wanted<Span<T>>>),
}

const AMOUNT: OfSpan<i64> =
    OfSpan { id: "filter-amount", get: |filter| filter.amount, set: |filter, wanted| filter.amount = wanted };

const DATE: OfSpan<Date> =
    OfSpan { id: "filter-date", get: |filter| filter.date, set: |filter, wanted| filter.date = wanted };

/// Whole major units, with or without commas.
fn read_amount(_: Locale, typed: &str) -> Option<i64> {
    let digits = typed.replace(',', "");
    digits.parse().ok().filter(|amount| (0..=1_000_000_000_000).contains(amount))
}

fn write_amount(locale: Locale, amount: i64) -> String {
    locale.format.with_value(|format| format.count(usize::try_from(amount).unwrap_or(0)))
}

fn read_date(locale: Locale, typed: &str) -> Option<Date> {
    locale.format.with_value(|format| Date::parse(typed, &format.months()).ok())
}

fn write_date(locale: Locale, date: Date) -> String {
    locale.format.with_value(|format| format.date(date))
}

/// Two ends, either of which may be open; or nothing there at all.
#[component]
fn Ends<T: Copy + PartialEq + Send + Sync + 'static>(
    desk: Desk,
    label: &'static str,
    of: OfSpan<T>,
    read: fn(Locale, &str) -> Option<T>,
    write: fn(Locale, T) -> String,
) -> impl IntoView {
    let locale = use_locale();
    let words = locale.words;
    let wanted = desk.read(of.get);
    let span = move || match wanted.get() {
        Some(Wanted::Is(span)) => span,
        _ => Span { from: None, to: None },
    };
    let wrong = [RwSignal::new(false), RwSignal::new(false)];
    let end = move |place: usize| {
        let (name, id) = if place == 0 { (words.from(), "from") } else { (words.until(), "to") };
        let id = format!("{}-{id}", of.id);
        let wrong = wrong[place.min(1)];
        let shown = move || {
            let end = if place == 0 { span().from } else { span().to };
            end.map(|end| write(locale, end)).unwrap_or_default()
        };
        let choose = move |event| {
            let typed = event_target_value(&event);
            let end = read(locale, typed.trim());
            wrong.set(end.is_none() && !typed.trim().is_empty());
            if wrong.get_untracked() {
                return;
            }
            desk.change(false, |filter| {
                let mut span = span();
                if place == 0 { span.from = end } else { span.to = end }
                let any = span.from.is_some() || span.to.is_some();
                (of.set)(filter, any.then_some(Wanted::Is(span)));
            });
        };
        view! {
            <input
                class="input"
                id=id
                autocomplete="off"
                aria-label=format!("{label}: {name}")
                placeholder=name
                prop:value=shown
                aria-invalid=move || wrong.get().then_some("true")
                disabled=move || wanted.with(|wanted| matches!(wanted, Some(Wanted::Empty)))
                on:change=choose
            />
        }
    };
    let error = move || {
        let is_wrong = wrong.iter().any(|wrong| wrong.get());
        let says = if of.id == AMOUNT.id { words.amount_is_wrong() } else { words.date_is_wrong() };
        is_wrong.then(|| view! { <p class="error" role="alert"><Icon name="error"/>{says}</p> })
    };
    view! {
        <fieldset class="field">
            <legend>{label}</legend>
            <div>
                <div class="row">
                    {end(0)}{end(1)}
                    <None
                        is_none=Signal::derive(move || wanted.with(|wanted| matches!(wanted, Some(Wanted::Empty))))
                        label=label
                        choose=move |none| desk.change(false, |filter| (of.set)(filter, none.then_some(Wanted::Empty)))
                    />
                </div>
                {error}
            </div>
        </fieldset>
    }
}
