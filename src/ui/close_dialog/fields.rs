//! The fields of the dialog, in the order of RULES §4.

use leptos::prelude::*;

use super::aside::{Difference, Source};
use super::shown::Shown;
use super::state::Dialog;
use crate::domain::{Field as Of, Money, Outcome, ReasonId};
use crate::ui::parts::{DateInput, Field, Icon, LongTextInput, MoneyInput, TextInput, described, hint_id, invalid};
use crate::ui::text::Format;

const COMPETITORS: &str = "close-competitors";

/// Outcome, reason, competitor, revenue, dates and description.
#[component]
pub fn Fields(dialog: Dialog) -> impl IntoView {
    let (words, form) = (dialog.locale.words, dialog.form);
    let won = dialog.part(|shown| shown.outcome == Outcome::Won);
    let explained = dialog.part(|shown| shown.needs_description);
    let competitors = Memo::new(move |_| dialog.store.read(crate::domain::Book::competitor_names));
    let offered =
        move || competitors.get().into_iter().map(|name| view! { <option value=name></option> }).collect_view();
    view! {
        <div class="form">
            <OutcomeChoice dialog=dialog/>
            <Field form=form field=Of::StatusReason required=true><ReasonSelect dialog=dialog/></Field>
            <div hidden=move || won.get()>
                <Field form=form field=Of::Competitor>
                    <div class="affix">
                        <TextInput form=form field=Of::Competitor list=COMPETITORS width="medium" hinted=true/>
                        <datalist id=COMPETITORS>{offered}</datalist>
                        <small id=hint_id(form, Of::Competitor)>{words.competitor_hint()}</small>
                    </div>
                </Field>
            </div>
            <Field form=form field=Of::ActualRevenue required=won>
                <MoneyInput
                    form=form
                    field=Of::ActualRevenue
                    hinted=true
                    behind=move || view! { <RevenueAside dialog=dialog/> }
                />
            </Field>
            <Field form=form field=Of::CloseDate required=true>
                <DateInput
                    form=form
                    field=Of::CloseDate
                    hinted=true
                    behind=move || view! { <DateAside dialog=dialog/> }
                />
            </Field>
            <div hidden=move || won.get()>
                <Field form=form field=Of::RevisitOn>
                    <DateInput
                        form=form
                        field=Of::RevisitOn
                        hinted=true
                        behind=move || view! { <RevisitAside dialog=dialog/> }
                    />
                </Field>
            </div>
            <Field form=form field=Of::Description required=explained>
                <LongTextInput form=form field=Of::Description rows=2/>
            </Field>
        </div>
    }
}

#[component]
fn OutcomeChoice(dialog: Dialog) -> impl IntoView {
    let (words, form) = (dialog.locale.words, dialog.form);
    let chosen = dialog.part(|shown| shown.outcome);
    let options = Outcome::ALL.iter().enumerate().map(|(place, &outcome)| {
        let id = form.control_id(Of::Outcome);
        let id = if place == 0 { id } else { format!("{id}-{}", outcome.code()) };
        let icon = match outcome {
            Outcome::Won => "won",
            Outcome::Lost => "lost",
        };
        view! {
            <label>
                <input
                    type="radio"
                    id=id
                    name=Of::Outcome.name()
                    value=outcome.code()
                    autofocus={chosen.get_untracked() == outcome}
                    prop:checked=move || chosen.get() == outcome
                />
                <Icon name=icon/>
                {words.outcome(outcome)}
            </label>
        }
    });
    view! {
        <fieldset class="field">
            <legend>{words.field(Of::Outcome)}</legend>
            <div><div class="choices">{options.collect_view()}</div><Warnings dialog=dialog field=Of::Outcome/></div>
        </fieldset>
    }
}

#[component]
fn ReasonSelect(dialog: Dialog) -> impl IntoView {
    let (words, form) = (dialog.locale.words, dialog.form);
    let lists = dialog.store.lists();
    let chosen = dialog.part(|shown| shown.text(Of::StatusReason).to_owned());
    // Lost may stand without a reason until one is chosen; for Won there is one from the start.
    let blank = dialog.part(|shown| shown.outcome == Outcome::Lost || shown.text(Of::StatusReason).is_empty());
    let offered = dialog.part(|shown| shown.reasons.clone());
    let option = move |code: String, name: String| {
        let is_chosen = {
            let code = code.clone();
            move || chosen.with(|chosen| *chosen == code)
        };
        view! { <option value=code prop:selected=is_chosen>{name}</option> }
    };
    let name_of = move |id: ReasonId| match lists.with(|lists| lists.reason(id).map(|it| words.listed_reason(it))) {
        Some(name) => name,
        None => kept_reason_name(dialog, id),
    };
    view! {
        <select
            class="input medium"
            id=form.control_id(Of::StatusReason)
            name=Of::StatusReason.name()
            aria-required="true"
            aria-invalid=invalid(form, Of::StatusReason)
            aria-describedby=described(form, Of::StatusReason)
        >
            {move || blank.get().then(|| option(String::new(), words.choose().to_owned()))}
            {move || {
                let options = offered.get().into_iter().map(|id| option(id.code().to_owned(), name_of(id)));
                options.collect_view()
            }}
        </select>
    }
}

/// What a reason is called that is on the record only.
fn kept_reason_name(dialog: Dialog, id: ReasonId) -> String {
    let (words, lists) = (dialog.locale.words, dialog.store.lists().get_untracked());
    let name = dialog.opportunity.with(|it| {
        let kept = it.closing().map(|closing| &closing.facts().reason).filter(|reason| reason.id == id);
        kept.map(|reason| words.reason(reason, &lists))
    });
    name.unwrap_or_else(|| id.code().to_owned())
}

/// Where the revenue comes from, what can be taken instead, and how far it is from the estimate.
#[component]
fn RevenueAside(dialog: Dialog) -> impl IntoView {
    let (words, form) = (dialog.locale.words, dialog.form);
    let aside = dialog.part(|shown| shown.revenue.clone());
    let source = move || {
        aside.with(|aside| aside.source).map(|source| match source {
            Source::Quote(quote) => words.total_of_quote(quote.number),
            Source::Estimate => words.the_estimate().to_owned(),
            Source::Earlier => words.earlier_closing().to_owned(),
            Source::Present => words.present_closing().to_owned(),
        })
    };
    let offer = move |(source, money): (Source, Money)| {
        let name = match source {
            Source::Quote(quote) => words.use_total_of(quote.number),
            Source::Estimate | Source::Earlier | Source::Present => words.use_the_estimate().to_owned(),
        };
        let take = move |_| dialog.take_revenue(Format::typed(money, form.currency.get_untracked()));
        view! { <button class="link" type="button" on:click=take><small>{name}</small></button> }
    };
    let difference = move || aside.with(|aside| aside.difference).map(|difference| beside_estimate(dialog, difference));
    view! {
        <div class="aside">
            <small id=hint_id(form, Of::ActualRevenue)>
                {move || source().map(|text| view! { <span>{text}</span> })}
                {move || difference().map(|text| view! { <span class="difference">{text}</span> })}
            </small>
            {move || aside.with(|aside| aside.offers.clone()).into_iter().map(offer).collect_view()}
        </div>
    }
}

/// "RM 70,000.00 (5.6%) below the estimate".
fn beside_estimate(dialog: Dialog, difference: Difference) -> String {
    let currency = dialog.form.currency.get();
    dialog.locale.format.with_value(|format| {
        let amount = format.minor_units(difference.minor.saturating_abs(), currency);
        let percent = difference.tenths.map(|tenths| {
            let whole = usize::try_from(tenths / 10).unwrap_or(usize::MAX);
            format!("{}.{}%", format.count(whole), tenths % 10)
        });
        dialog.locale.words.beside_estimate(&amount, percent.as_deref(), difference.minor > 0)
    })
}

#[component]
fn DateAside(dialog: Dialog) -> impl IntoView {
    let words = dialog.locale.words;
    let days = dialog.part(|shown| shown.days_ahead);
    let hint = move || days.get().map(|days| words.days_from_today(days));
    view! {
        <small id=hint_id(dialog.form, Of::CloseDate)>{hint}</small>
        <Warnings dialog=dialog field=Of::CloseDate/>
    }
}

#[component]
fn RevisitAside(dialog: Dialog) -> impl IntoView {
    view! {
        <small id=hint_id(dialog.form, Of::RevisitOn)>{dialog.locale.words.revisit_hint()}</small>
        <Warnings dialog=dialog field=Of::RevisitOn/>
    }
}

/// What is unusual about a field. It stands in the preview too, which is what announces it.
#[component]
pub fn Warnings(dialog: Dialog, field: Of) -> impl IntoView {
    let words = dialog.locale.words;
    let here = move |shown: &Shown| {
        let here = shown.warnings.iter().filter(|(at, _)| *at == field);
        here.map(|(_, warning)| *warning).collect::<Vec<_>>()
    };
    let warnings = dialog.part(here);
    move || {
        let line = |warning| view! { <p class="warning"><Icon name="warn"/>{words.closing_warning(warning)}</p> };
        warnings.get().into_iter().map(line).collect_view()
    }
}
