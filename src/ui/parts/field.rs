//! Fields: a label, a control, a hint, and the problem at it.

use leptos::prelude::*;

use super::{FormState, Icon};
use crate::domain::{self, Currency};
use crate::ui::text::{use_locale, use_words};

/// A label with its control, and below them what is wrong.
#[component]
pub fn Field(
    /// Of this form.
    form: FormState,
    /// Which field.
    field: domain::Field,
    /// Whether it must be filled in.
    #[prop(optional, into)]
    required: Signal<bool>,
    /// The label stands above the control where the form is narrow.
    #[prop(optional)]
    stack: bool,
    /// It is a group of controls, such as choices: a fieldset.
    #[prop(optional)]
    group: bool,
    /// It differs from what was saved.
    #[prop(optional, into)]
    changed: Signal<bool>,
    /// The control.
    children: Children,
) -> impl IntoView {
    let words = use_words();
    let mark = move || required.get().then(|| view! { " "<span class="required" aria-hidden="true">"*"</span> });
    let label = view! { {words.field(field)}{mark} };
    let stack = stack.then_some("");
    let changed = move || changed.get().then_some("");
    let control = view! { <div>{children()}<FieldError form=form field=field/></div> };
    if group {
        view! {
            <fieldset class="field" data-stack=stack data-changed=changed><legend>{label}</legend>{control}</fieldset>
        }
        .into_any()
    } else {
        let id = form.control_id(field);
        view! { <div class="field" data-stack=stack data-changed=changed><label for=id>{label}</label>{control}</div> }
            .into_any()
    }
}

/// What is wrong with a field, under it.
#[component]
pub fn FieldError(
    /// Of this form.
    form: FormState,
    /// Which field.
    field: domain::Field,
) -> impl IntoView {
    let locale = use_locale();
    let id = error_id(form, field);
    move || {
        form.problem_at(field).map(|problem| {
            view! { <p class="error" id=id.clone()><Icon name="error"/>{form.words_for(locale, &problem)}</p> }
        })
    }
}

fn error_id(form: FormState, field: domain::Field) -> String {
    format!("{}-error", form.control_id(field))
}

/// The attributes by which a control says that it is wrong: `aria-invalid` and `aria-describedby`.
pub(in crate::ui) fn invalid(form: FormState, field: domain::Field) -> impl Fn() -> Option<&'static str> + Copy {
    move || form.problem_at(field).map(|_| "true")
}

pub(in crate::ui) fn described(form: FormState, field: domain::Field) -> impl Fn() -> Option<String> + Copy {
    move || form.problem_at(field).map(|_| error_id(form, field))
}

/// The same where something beside the control says more about it: the element of [`hint_id`].
pub(in crate::ui) fn described_beside(
    form: FormState,
    field: domain::Field,
    hinted: bool,
) -> impl Fn() -> Option<String> {
    let error = described(form, field);
    move || match (hinted.then(|| hint_id(form, field)), error()) {
        (Some(hint), Some(error)) => Some(format!("{error} {hint}")),
        (hint, error) => hint.or(error),
    }
}

/// The id of what stands beside a control and says more about it.
pub fn hint_id(form: FormState, field: domain::Field) -> String {
    format!("{}-hint", form.control_id(field))
}

/// A line of text.
#[component]
pub fn TextInput(
    /// Of this form.
    form: FormState,
    /// Which field.
    field: domain::Field,
    /// Its name for assistive technology, where no label stands beside it.
    #[prop(optional, into)]
    label: Option<String>,
    /// The id of a list of suggestions.
    #[prop(optional)]
    list: Option<&'static str>,
    /// How wide: `short`, `medium`, or as wide as there is room.
    #[prop(optional)]
    width: &'static str,
    /// Which keys a phone shows.
    #[prop(optional)]
    keys: Option<&'static str>,
    /// Whether it must be filled in.
    #[prop(optional)]
    required: bool,
    /// Whether the element of [`hint_id`] says more about it.
    #[prop(optional)]
    hinted: bool,
) -> impl IntoView {
    view! {
        <input
            class=format!("input {width}")
            id=form.control_id(field)
            name=field.name()
            value=form.start(field)
            list=list
            inputmode=keys
            autocomplete="off"
            aria-label=label
            aria-required=required.then_some("true")
            aria-invalid=invalid(form, field)
            aria-describedby=described_beside(form, field, hinted)
        />
    }
}

/// Text of several lines.
#[component]
pub fn LongTextInput(
    /// Of this form.
    form: FormState,
    /// Which field.
    field: domain::Field,
    /// How many lines it shows.
    #[prop(default = 3)]
    rows: u32,
) -> impl IntoView {
    view! {
        <textarea
            class="input"
            id=form.control_id(field)
            name=field.name()
            rows=rows.to_string()
            prop:value=form.start(field)
            aria-invalid=invalid(form, field)
            aria-describedby=described(form, field)
        ></textarea>
    }
}

/// An amount: the currency's sign before it, figures to the right.
#[component]
pub fn MoneyInput(
    /// Of this form.
    form: FormState,
    /// Which field.
    field: domain::Field,
    /// Its name for assistive technology, where no label stands beside it.
    #[prop(optional, into)]
    label: Option<String>,
    /// Without the sign: where the column's head has it.
    #[prop(optional)]
    bare: bool,
    /// Whether it is shown and cannot be typed.
    #[prop(optional, into)]
    readonly: Signal<bool>,
    /// What stands behind it.
    #[prop(optional, into)]
    behind: ViewFn,
    /// Whether the element of [`hint_id`] says more about it.
    #[prop(optional)]
    hinted: bool,
) -> impl IntoView {
    let locale = use_locale();
    let unit = move |currency: Currency| locale.format.with_value(|format| format.symbol(currency));
    view! {
        <div class="affix">
            {(!bare).then(|| view! { <span class="unit">{move || unit(form.currency.get())}</span> })}
            <input
                class="input"
                id=form.control_id(field)
                name=field.name()
                value=form.start(field)
                inputmode="decimal"
                autocomplete="off"
                readonly=readonly
                aria-label=label
                aria-invalid=invalid(form, field)
                aria-describedby=described_beside(form, field, hinted)
            />
            {move || behind.run()}
        </div>
    }
}

/// One of several values, in a list that opens.
#[component]
pub fn Select(
    /// Of this form.
    form: FormState,
    /// Which field.
    field: domain::Field,
    /// Codes and names.
    options: Vec<(String, String)>,
    /// Its name for assistive technology, where no label stands beside it.
    #[prop(optional, into)]
    label: Option<String>,
    /// How wide: `medium`, or as wide as there is room.
    #[prop(optional)]
    width: &'static str,
) -> impl IntoView {
    let start = form.start(field);
    let options = options.into_iter().map(|(code, name)| {
        let selected = code == start;
        view! { <option value=code selected=selected>{name}</option> }
    });
    view! {
        <select
            class=format!("input {width}")
            id=form.control_id(field)
            name=field.name()
            aria-label=label
            aria-invalid=invalid(form, field)
            aria-describedby=described(form, field)
        >
            {options.collect_view()}
        </select>
    }
}

/// One of a few values, side by side.
#[component]
pub fn Choices(
    /// Of this form.
    form: FormState,
    /// Which field.
    field: domain::Field,
    /// Codes, names, and icons if they have any.
    options: Vec<(&'static str, &'static str, Option<&'static str>)>,
    /// All equally wide.
    #[prop(optional)]
    even: bool,
) -> impl IntoView {
    let start = form.start(field);
    let options = options.into_iter().enumerate().map(|(place, (code, name, icon))| {
        let id = if place == 0 { form.control_id(field) } else { format!("{}-{code}", form.control_id(field)) };
        let checked = code == start;
        view! {
            <label>
                <input type="radio" id=id name=field.name() value=code checked=checked/>
                {icon.map(|icon| view! { <Icon name=icon/> })}
                {name}
            </label>
        }
    });
    view! { <div class="choices" data-even=even.then_some("")>{options.collect_view()}</div> }
}
