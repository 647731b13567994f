//! The fields that are said once for all.

use leptos::prelude::*;

use super::desk::Desk;
use crate::domain::{Book, ClosingWarning, Field as Of, Outcome};
use crate::ui::parts::{DateInput, Field, Icon, LongTextInput, TextInput, described, hint_id, invalid};

const COMPETITORS: &str = "close-selected-competitors";

/// Outcome, reason, competitor, date, description and the tick box.
#[component]
pub fn Fields(desk: Desk) -> impl IntoView {
    let (words, form) = (desk.locale.words, desk.form);
    let won = desk.part(|shown| shown.closing.outcome == Outcome::Won);
    let explained = desk.part(|shown| shown.needs_description);
    let days = desk.part(|shown| shown.days_ahead);
    let ticked = desk.part(|shown| shown.closing.close_all);
    let names = Memo::new(move |_| desk.store.read(Book::competitor_names));
    let offered = move || names.get().into_iter().map(|name| view! { <option value=name></option> }).collect_view();
    let ahead = move || {
        let hint = days.get().map(|days| words.days_from_today(days));
        let unusual = days.get().filter(|days| *days > 0).map(|_| {
            let warning = words.closing_warning(ClosingWarning::DateInFuture);
            view! { <p class="warning" role="status"><Icon name="warn"/>{warning}</p> }
        });
        view! { <small id=hint_id(form, Of::CloseDate)>{hint}</small>{unusual} }
    };
    view! {
        <div class="form">
            <OutcomeChoice desk=desk/>
            <Field form=form field=Of::StatusReason required=true><ReasonSelect desk=desk/></Field>
            <div hidden=move || won.get()>
                <Field form=form field=Of::Competitor>
                    <TextInput form=form field=Of::Competitor list=COMPETITORS width="medium"/>
                    <datalist id=COMPETITORS>{offered}</datalist>
                </Field>
            </div>
            <Field form=form field=Of::CloseDate required=true>
                <DateInput form=form field=Of::CloseDate hinted=true behind=ahead/>
            </Field>
            <Field form=form field=Of::Description required=explained>
                <LongTextInput form=form field=Of::Description rows=2/>
            </Field>
        </div>
        <label class="check">
            <input
                type="checkbox"
                id=form.control_id(Of::Quotes)
                name=Of::Quotes.name()
                value="on"
                prop:checked=move || ticked.get()
            />
            {words.field(Of::Quotes)}
        </label>
    }
}

#[component]
fn OutcomeChoice(desk: Desk) -> impl IntoView {
    let (words, form) = (desk.locale.words, desk.form);
    let chosen = desk.part(|shown| shown.closing.outcome);
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
            <div><div class="choices">{options.collect_view()}</div></div>
        </fieldset>
    }
}

#[component]
fn ReasonSelect(desk: Desk) -> impl IntoView {
    let (words, form) = (desk.locale.words, desk.form);
    let lists = desk.store.lists();
    let chosen = desk.part(|shown| shown.text(Of::StatusReason).to_owned());
    // Lost may stand without a reason until one is chosen; for Won there is one from the start.
    let blank = desk.part(|shown| shown.closing.outcome == Outcome::Lost || shown.text(Of::StatusReason).is_empty());
    let offered = desk.part(|shown| shown.reasons.clone());
    let option = move |code: String, name: String| {
        let is_chosen = {
            let code = code.clone();
            move || chosen.with(|chosen| *chosen == code)
        };
        view! { <option value=code prop:selected=is_chosen>{name}</option> }
    };
    let options = move || {
        let lists = lists.get();
        let listed = offered.get().into_iter().filter_map(|id| lists.reason(id).cloned());
        listed.map(|reason| option(reason.id.code().to_owned(), words.listed_reason(&reason))).collect_view()
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
            {options}
        </select>
    }
}
