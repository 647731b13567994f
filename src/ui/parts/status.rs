//! Status: always icon, word and colour, and the icons differ in shape.

use leptos::prelude::*;

use super::Icon;
use crate::domain::{OpenReason, Opportunity, Outcome, QuoteClosed, QuoteState, Stage, Status};
use crate::ui::text::{FirstWords, use_first_words};

/// Open with its reason, Won or Lost.
#[component]
pub fn OpportunityStatus<'a>(
    /// Of this opportunity.
    opportunity: &'a Opportunity,
    /// As a badge in the head of a page.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let (status, icon, word) = status_of(use_first_words(), opportunity);
    view! { <span class="status" data-status=status data-large=large.then_some("")><Icon name=icon/>{word}</span> }
}

/// Its status as the style sheet knows it, its icon and its word.
pub fn status_of(words: &dyn FirstWords, it: &Opportunity) -> (&'static str, &'static str, String) {
    match &it.status {
        Status::Open(reason) => {
            let icon = match reason {
                OpenReason::InProgress => "progress",
                OpenReason::OnHold => "hold",
            };
            ("open", icon, format!("{}, {}", words.open_state(), words.open_reason(*reason).to_ascii_lowercase()))
        }
        Status::Closed(closing) => {
            let status = match closing.outcome() {
                Outcome::Won => "won",
                Outcome::Lost => "lost",
            };
            (status, status, words.outcome(closing.outcome()).to_owned())
        }
    }
}

/// Draft, Active, Won, Lost, Canceled or Revised.
#[component]
pub fn QuoteStatus(
    /// The state.
    state: QuoteState,
    /// As a badge in the head of a page.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let name = match state {
        QuoteState::Draft => "draft",
        QuoteState::Active => "active",
        QuoteState::Won(_) => "won",
        QuoteState::Closed(QuoteClosed::Lost, _) => "lost",
        QuoteState::Closed(QuoteClosed::Canceled, _) => "canceled",
        QuoteState::Closed(QuoteClosed::Revised, _) => "revised",
    };
    let word = use_first_words().quote_state(state);
    view! { <span class="status" data-status=name data-large=large.then_some("")><Icon name=name/>{word}</span> }
}

/// A stage: four bars, as many filled as it is far, and its name.
#[component]
pub fn StageMark(
    /// Which.
    stage: Stage,
) -> impl IntoView {
    let reached = match stage {
        Stage::Qualify => "1",
        Stage::Develop => "2",
        Stage::Propose => "3",
        Stage::Close => "4",
    };
    view! {
        <span class="stage" data-stage=reached>
            <svg viewBox="0 0 22 8" aria-hidden="true">
                <rect width="4" height="8"></rect>
                <rect x="6" width="4" height="8"></rect>
                <rect x="12" width="4" height="8"></rect>
                <rect x="18" width="4" height="8"></rect>
            </svg>
            {use_first_words().stage(stage)}
        </span>
    }
}
