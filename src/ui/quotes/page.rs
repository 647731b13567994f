//! The page of a quote.

use std::sync::Arc;

use leptos::prelude::*;

use super::acting::{Acting, AnotherWon};
use super::acts::Act;
use super::draft::Draft;
use super::facts::{Facts, WhyFixed, fixed};
use super::form::DraftForm;
use super::head::{Crumb, Head};
use super::history::{Revisions, Steps, revisions};
use crate::domain::{Date, Field, Opportunity, OpportunityId, Quote, QuoteKey};
use crate::ui::browser;
use crate::ui::opportunity::UnsavedForm;
use crate::ui::parts::{Amount, Day, PAGE_HEAD};
use crate::ui::route::{Panel, Route};
use crate::ui::store::{Store, use_store};
use crate::ui::text::{use_locale, use_words};
use crate::workspace::{View, What};

/// A quote of an opportunity: its form while it is a draft, else what it says.
#[component]
pub fn QuotePage(
    /// Of which opportunity.
    id: OpportunityId,
    /// Which quote.
    key: QuoteKey,
) -> impl IntoView {
    let store = use_store();
    let record = store.opportunity(id);
    let found = Memo::new(move |_| record.with(|record| record.as_ref().map(|it| it.quote(key).is_some())));
    move || match found.get() {
        None => view! { <NoOpportunity/> }.into_any(),
        Some(false) => view! { <NoQuote id=id key=key/> }.into_any(),
        Some(true) => view! { <Sheet id=id key=key/> }.into_any(),
    }
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    pub(super) id: OpportunityId,
    pub(super) key: QuoteKey,
    pub(super) store: Store,
    /// The quote with its opportunity; absent only while the page goes.
    pub(super) quote: Memo<Option<(Arc<Opportunity>, Quote)>>,
    pub(super) acts: Memo<Vec<Act>>,
    acting: Acting,
    /// The form, while the quote can be edited.
    pub(super) draft: RwSignal<Option<Draft>>,
}

impl Shown {
    fn new(id: OpportunityId, key: QuoteKey) -> Self {
        let store = use_store();
        let record = store.opportunity(id);
        let quote = Memo::new(move |_| {
            record.with(|record| record.as_ref().and_then(|it| Some((it.clone(), it.quote(key)?.clone()))))
        });
        let acts = Memo::new(move |_| {
            quote.with(|quote| quote.as_ref().map(|(it, quote)| Act::of(it, quote)).unwrap_or_default())
        });
        let draft: RwSignal<Option<Draft>> = RwSignal::new(None);
        // What is kept of the opportunity's own form is saved too: no act passes it by.
        let kept = UnsavedForm::kept_of(id);
        let save_first = move |_| kept.save_first() && draft.get_untracked().is_none_or(Draft::save_first);
        let acting = Acting::new(id, PAGE_HEAD, save_first);
        Self { id, key, store, quote, acts, acting, draft }
    }

    /// Something of the quote.
    pub(super) fn of<T: PartialEq + Send + Sync + 'static>(
        self,
        of: impl Fn(&Opportunity, &Quote) -> T + Send + Sync + 'static,
    ) -> Memo<Option<T>> {
        Memo::new(move |_| self.quote.with(|quote| quote.as_ref().map(|(it, quote)| of(it, quote))))
    }

    /// Does it, and goes where it leads.
    pub(super) fn act(self, act: Act) {
        let draft = self.draft.get_untracked();
        let at_its_fields = |refusal: &_| draft.is_some_and(|draft| draft.show_refusal(refusal));
        match self.acting.act_or(self.key, act, at_its_fields).and_then(|done| done.what) {
            Some(What::QuoteDeleted(_)) => self.store.replace(Route::Opportunity(self.id, Panel::None)),
            Some(What::QuoteRevised(new) | What::QuoteCopied(new)) => self.store.go(Route::Quote(self.id, new)),
            _ => return,
        }
        browser::after_drawing(|| browser::focus(PAGE_HEAD));
    }
}

#[component]
fn Sheet(id: OpportunityId, key: QuoteKey) -> impl IntoView {
    let shown = Shown::new(id, key);
    let why = shown.of(fixed);
    Effect::new(move |_| {
        let topic = shown.quote.with(|quote| quote.as_ref().map(|(it, _)| it.details.topic.to_string()));
        browser::set_title(&format!("{key} · {} · Tutup", topic.unwrap_or_default()));
    });
    view! {
        <Crumb shown=shown/>
        <Head shown=shown/>
        {move || why.get().flatten().map(|why| view! { <WhyFixed why=why id=id/> })}
        <AnotherWon acting=shown.acting/>
        <Figures shown=shown/>
        <div class="record" data-kind="quote">
            <Content shown=shown/>
            <Past shown=shown/>
        </div>
    }
}

/// What the quote comes to, as it is saved.
#[component]
fn Figures(shown: Shown) -> impl IntoView {
    let locale = use_locale();
    let words = locale.words;
    let figures = move || {
        let (it, quote) = shown.quote.get()?;
        let currency = it.details.currency;
        let closed_on = quote.state().closed_on();
        let closed_on = closed_on.map(|on| {
            view! { <div><dt>{words.column_closed()}</dt><dd><Day date=Some(on)/></dd></div> }
        });
        let is_closed = closed_on.is_some().then_some("");
        Some(view! {
            <dl class="figures" data-closed=is_closed>
                <div>
                    <dt>{words.field(Field::Total)}</dt>
                    <dd><Amount money=quote.total(currency) currency=currency/></dd>
                </div>
                <div><dt>{words.effective()}</dt><dd>{effective(&quote)}</dd></div>
                <div><dt>{words.field(Field::DueBy)}</dt><dd><Day date=quote.content.due_by/></dd></div>
                {closed_on}
            </dl>
        })
    };
    view! { {figures} }
}

/// From when to when the quote holds.
fn effective(quote: &Quote) -> AnyView {
    let locale = use_locale();
    let text = |date: Option<Date>| date.map(|date| locale.format.with_value(|format| format.date(date)));
    match (text(quote.content.effective_from), text(quote.content.effective_to)) {
        (None, None) => view! { <Day date=None/> }.into_any(),
        (from, to) => locale.words.effective_range(from.as_deref(), to.as_deref()).into_any(),
    }
}

/// The form while the quote can be edited, else what it says.
#[component]
fn Content(shown: Shown) -> impl IntoView {
    let editable = shown.of(|it, quote| fixed(it, quote).is_none());
    // The form is made anew when the saved content becomes another one than it shows: by undo, or in another tab. As an
    // item of its own, so that no control goes on to hold what the earlier form held.
    let version = RwSignal::new(0_u32);
    Effect::new(move |_| {
        let quote = shown.quote.get();
        let (Some(draft), Some((_, quote))) = (shown.draft.get_untracked(), quote) else { return };
        if !draft.is_of_another(&quote) {
            return;
        }
        if draft.form.conflict().with_untracked(Option::is_some) {
            // The user is at the choice, which goes on with the newer version.
            untrack(|| draft.follow(&quote));
        } else {
            version.update(|version| *version += 1);
        }
    });
    let versions = move || (editable.get() == Some(true)).then(|| version.get());
    let form = move |_| {
        let (it, quote) = shown.quote.get_untracked()?;
        let currency = it.details.currency;
        Some(view! { <DraftForm id=shown.id quote=&quote currency=currency current=shown.draft/> }.into_any())
    };
    let facts = move || {
        let (it, quote) = shown.quote.get().filter(|_| editable.get() == Some(false))?;
        Some(view! { <Facts content=quote.content currency=it.details.currency/> })
    };
    view! {
        <For each=versions key=|version| *version children=form/>
        {facts}
    }
}

/// How it came to be so, and its other revisions.
#[component]
fn Past(shown: Shown) -> impl IntoView {
    let today = shown.store.today();
    let past = move || {
        let (it, quote) = shown.quote.get()?;
        let all = revisions(&it, &quote);
        let (id, currency, today) = (shown.id, it.details.currency, today.get());
        let revisions = if all.is_empty() {
            ().into_any()
        } else {
            view! { <Revisions id=id revisions=&all quote=&quote currency=currency today=today/> }.into_any()
        };
        let steps = view! { <Steps steps=&quote.steps today=today/> }.into_any();
        Some(view! { <div class="stack past">{revisions}{steps}</div> })
    };
    view! { {past} }
}

/// The address of a quote that the opportunity does not have.
#[component]
fn NoQuote(id: OpportunityId, key: QuoteKey) -> impl IntoView {
    let store = use_store();
    let words = use_words();
    browser::set_title("Tutup");
    let record = store.opportunity(id);
    let topic = move || record.get().map(|it| it.details.topic.to_string());
    view! {
        <div class="page-head"><h1 id=PAGE_HEAD tabindex="-1">{words.no_such_quote(key)}</h1></div>
        <p class="lead">{words.no_such_quote_text()}</p>
        <p><a href=store.address(Route::Opportunity(id, Panel::None))>{topic}</a></p>
    }
}

/// The address of a quote whose opportunity is not in the book.
#[component]
fn NoOpportunity() -> impl IntoView {
    let store = use_store();
    let words = use_words();
    browser::set_title("Tutup");
    view! {
        <div class="page-head"><h1 id=PAGE_HEAD tabindex="-1">{words.no_opportunity_of_quote()}</h1></div>
        <p class="lead">{words.not_found_text()}</p>
        <p><a href=store.address(Route::view(View::All))>{words.view(View::All)}</a></p>
    }
}
