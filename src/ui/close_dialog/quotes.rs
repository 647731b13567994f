//! The quotes of the dialog (R6, R7): what stops the closing, the box that settles it, and what becomes of each.

use leptos::prelude::*;

use super::case::can_be;
use super::fields::Warnings;
use super::shown::Shown;
use super::state::Dialog;
use crate::domain::{Fate, Field as Of, FieldProblem, Outcome, Problem, Quote, QuoteKey, QuoteState};
use crate::ui::parts::{Icon, invalid};
use crate::ui::quotes::Fates;

/// What the open quotes do to the closing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// There are none.
    Free,
    /// They are settled with it.
    Along,
    /// Some stop it.
    Blocked,
}

/// The open quotes; nothing while there are none.
#[component]
pub fn QuotesInTheWay(dialog: Dialog) -> impl IntoView {
    let words = dialog.locale.words;
    let way = dialog.part(|shown| match (shown.fates.is_empty(), shown.blocking.is_empty()) {
        (true, _) => Way::Free,
        (false, true) => Way::Along,
        (false, false) => Way::Blocked,
    });
    let wrong = move || dialog.form.problem_at(Of::Quotes).map(|_| "");
    move || {
        let head = match way.get() {
            Way::Free => return None,
            Way::Along => view! { <Along dialog=dialog/> }.into_any(),
            Way::Blocked => view! { <Blocked dialog=dialog/> }.into_any(),
        };
        Some(view! {
            <fieldset class="in-the-way" data-invalid=wrong>
                <legend class="hidden">{words.quotes_in_the_way()}</legend>
                {head}
                <Table dialog=dialog/>
                <Warnings dialog=dialog field=Of::Quotes/>
            </fieldset>
        })
    }
}

/// Drafts alone do not stop it: there is nothing to tick.
#[component]
fn Along(dialog: Dialog) -> impl IntoView {
    let words = dialog.locale.words;
    let count = dialog.part(|shown| shown.fates.len());
    view! { <p class="muted">{move || words.drafts_go_along(count.get())}</p> }
}

/// The refusal, which names what stops it, with the remedy beside it.
#[component]
fn Blocked(dialog: Dialog) -> impl IntoView {
    let (words, form) = (dialog.locale.words, dialog.form);
    let (id, notice, error) = (form.control_id(Of::Quotes), "close-in-the-way", "close-in-the-way-remedy");
    let blocking = dialog.part(|shown| shown.blocking.clone());
    let ticked = dialog.part(Shown::closes_all);
    let wrong = move || form.problem_at(Of::Quotes).is_some();
    let refusal =
        move || form.words_for(dialog.locale, &FieldProblem::new(Of::Quotes, Problem::QuotesBlock(blocking.get())));
    let kind = move || if wrong() { "error" } else { "warn" };
    view! {
        <div class="notice" data-kind=kind id=notice>
            {move || view! { <Icon name=kind()/> }}
            <p><strong>{refusal}</strong>" "{move || named(dialog, &blocking.get())}</p>
        </div>
        <label class="check">
            <input
                type="checkbox"
                id=id
                name=Of::Quotes.name()
                value="on"
                prop:checked=move || ticked.get()
                aria-invalid=invalid(form, Of::Quotes)
                aria-describedby=move || if wrong() { format!("{notice} {error}") } else { notice.to_owned() }
            />
            {words.field(Of::Quotes)}
        </label>
        {move || wrong().then(|| {
            view! { <p class="error" id=error><Icon name="error"/>{words.tick_to_close_too()}</p> }
        })}
    }
}

/// "Active: Q-00012 r1, Q-00013 r0."
fn named(dialog: Dialog, quotes: &[QuoteKey]) -> String {
    let words = dialog.locale.words;
    let of = |state: QuoteState| {
        let in_state = |key: &&QuoteKey| dialog.opportunity.with(|it| it.quote(**key).map(Quote::state) == Some(state));
        let names: Vec<String> = quotes.iter().filter(in_state).map(ToString::to_string).collect();
        (!names.is_empty()).then(|| format!("{}: {}.", words.quote_state(state), names.join(", ")))
    };
    [QuoteState::Active, QuoteState::Draft].into_iter().filter_map(of).collect::<Vec<_>>().join(" ")
}

/// The table of fates; another one for each outcome, which keeps its own picks.
#[component]
fn Table(dialog: Dialog) -> impl IntoView {
    let outcome = dialog.part(|shown| shown.outcome);
    let fates = dialog.part(|shown| shown.fates.clone());
    let off = dialog.part(|shown| !shown.blocking.is_empty() && !shown.closes_all());
    move || {
        let outcome = outcome.get();
        let offered: &'static [Fate] = match outcome {
            Outcome::Won => &[Fate::Won, Fate::Lost, Fate::Canceled],
            Outcome::Lost => &[Fate::Lost, Fate::Canceled],
        };
        let can = move |quote, fate| dialog.opportunity.with(|it| can_be(it, outcome, quote, fate));
        view! {
            <Fates
                form=dialog.form
                opportunity=dialog.opportunity.get()
                offered=offered
                can=can
                fates=fates
                picks=dialog.picks(outcome)
                off=off
            />
        }
    }
}
