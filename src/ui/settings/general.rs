//! Preferences that take effect at once.

use std::sync::Arc;

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::Section;
use super::stale::StaleField;
use crate::domain::{Currency, DraftRule, Field, Language, Preferences, Theme};
use crate::ui::browser;
use crate::ui::store::use_store;
use crate::ui::text::{tag, use_locale, use_words};

const LANGUAGES: [Language; 2] = [Language::English, Language::Malay];
const THEMES: [Option<Theme>; 3] = [None, Some(Theme::Light), Some(Theme::Dark)];
const DRAFT_RULES: [DraftRule; 2] = [DraftRule::CloseAlong, DraftRule::Block];

/// Language, theme and shortcuts, which are the whole program's; currency and the rule for drafts, which are the shown book's.
#[component]
pub fn General() -> impl IntoView {
    let store = use_store();
    let words = use_words();
    let (language, theme, preferences) = (store.language(), store.theme(), store.preferences());
    let drafts = Memo::new(move |_| preferences.get().drafts);
    let speak = move |language: Language| {
        store.speak(language);
        // The screen is mounted anew; what was pressed is there again.
        browser::after_drawing(move || browser::focus(&control("language", place(&LANGUAGES, language))));
    };
    view! {
        <Section id="general" title=words.general() about=words.general_about()>
            <div class="form">
                <Pick
                    name="language"
                    label=words.language_label()
                    options=LANGUAGES.map(|it| (it, words.language_name(it), Some(tag(it)))).to_vec()
                    chosen=language
                    choose=speak
                />
                <Pick
                    name="theme"
                    label=words.theme_label()
                    options=THEMES.map(|it| (it, words.theme_name(it), None)).to_vec()
                    chosen=theme
                    choose=move |theme| store.paint(theme)
                />
                <Pick
                    name="single-keys"
                    label=words.single_keys()
                    options=[true, false].map(|it| (it, words.single_keys_are(it), None)).to_vec()
                    chosen=Memo::new(move |_| store.single_keys())
                    choose=move |on| store.prefer(|preferences| preferences.single_keys = on)
                    hint=words.single_keys_hint()
                />
                <CurrencyField preferences=preferences/>
                <Pick
                    name="drafts"
                    label=words.draft_quotes_label()
                    options=DRAFT_RULES.map(|it| (it, words.draft_rule(it), None)).to_vec()
                    chosen=drafts
                    choose=move |drafts| store.prefer_here(|preferences| preferences.drafts = drafts)
                    hint=words.draft_rule_hint()
                />
                <StaleField preferences=preferences/>
            </div>
        </Section>
    }
}

/// One of a few values, in force as soon as it is picked.
#[component]
fn Pick<T: Copy + PartialEq + Send + Sync + 'static>(
    /// The name of its controls.
    name: &'static str,
    /// What it is about.
    label: &'static str,
    /// The values, their names, and the languages of the names where they are foreign.
    options: Vec<(T, &'static str, Option<&'static str>)>,
    /// The value in force.
    chosen: Memo<T>,
    /// Puts another one in force.
    choose: impl Fn(T) + Copy + 'static,
    /// What should be known before choosing.
    #[prop(optional)]
    hint: Option<&'static str>,
) -> impl IntoView {
    let values: Vec<T> = options.iter().map(|(value, ..)| *value).collect();
    let values = StoredValue::new(values);
    let pick = move |value: T| {
        choose(value);
        // What could not be saved is not in force, and must not look as if it were.
        let now = chosen.get_untracked();
        let place = values.with_value(|values| place(values, now));
        if let Some(input) = radio(&control(name, place)) {
            input.set_checked(true);
        }
    };
    let options = options.into_iter().enumerate().map(|(place, (value, label, lang))| {
        view! {
            <label lang=lang>
                <input
                    type="radio"
                    id=control(name, place)
                    name=name
                    prop:checked=move || chosen.get() == value
                    on:change=move |_| pick(value)
                />
                {label}
            </label>
        }
    });
    let hint_id = hint.map(|_| format!("{name}-hint"));
    let hint = hint.map(|hint| view! { <p class="hint" id=hint_id.clone()>{hint}</p> });
    view! {
        <fieldset class="field" aria-describedby=hint_id.clone()>
            <legend>{label}</legend>
            <div>
                <div class="choices">{options.collect_view()}</div>
                {hint}
            </div>
        </fieldset>
    }
}

fn place<T: Copy + PartialEq>(values: &[T], value: T) -> usize {
    values.iter().position(|other| *other == value).unwrap_or(0)
}

fn control(name: &str, place: usize) -> String {
    format!("pick-{name}-{place}")
}

fn radio(id: &str) -> Option<HtmlInputElement> {
    browser::document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The currency of new opportunities.
#[component]
fn CurrencyField(preferences: Memo<Arc<Preferences>>) -> impl IntoView {
    let store = use_store();
    let locale = use_locale();
    let currency = Memo::new(move |_| preferences.get().currency);
    let select = NodeRef::<html::Select>::new();
    let show = move |currency: Currency| {
        if let Some(select) = select.get_untracked() {
            select.set_value(currency.code());
        }
    };
    // Another tab may change it too.
    Effect::new(move |_| show(currency.get()));
    let choose = move |event| {
        if let Some(currency) = Currency::parse(&event_target_value(&event)) {
            store.prefer_here(|preferences| preferences.currency = currency);
        }
        show(currency.get_untracked());
    };
    let now = currency.get_untracked();
    let options = Currency::all().map(|currency| {
        let name = locale.format.with_value(|format| format.currency_name(currency));
        view! {
            <option value=currency.code() selected={currency == now}>{format!("{currency}, {name}")}</option>
        }
    });
    view! {
        <div class="field">
            <label for="pick-currency">{locale.words.field(Field::Currency)}</label>
            <div>
                <select
                    class="input medium"
                    id="pick-currency"
                    aria-describedby="currency-hint"
                    node_ref=select
                    on:change=choose
                >
                    {options.collect_view()}
                </select>
                <p class="hint" id="currency-hint">{locale.words.currency_hint()}</p>
            </div>
        </div>
    }
}
