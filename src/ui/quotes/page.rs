//! The page of a quote.

use std::sync::Arc;

use leptos::{ev, prelude::*};

use super::acting::{Acting, AnotherWon};
use super::acts::Act;
use super::cells;
use super::draft::{Draft, FORM};
use super::facts::{Facts, WhyFixed, fixed};
use super::form::DraftForm;
use super::history::{Revisions, Steps, revisions};
use super::row::AlsoOn;
use super::section::also_on;
use crate::domain::{Date, Field, Opportunity, OpportunityId, Quote, QuoteKey};
use crate::ui::browser;
use crate::ui::opportunity::UnsavedForm;
use crate::ui::parts::{Amount, Day, Icon, Menu, PAGE_HEAD};
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
struct Shown {
    id: OpportunityId,
    key: QuoteKey,
    store: Store,
    /// The quote with its opportunity; absent only while the page goes.
    quote: Memo<Option<(Arc<Opportunity>, Quote)>>,
    acts: Memo<Vec<Act>>,
    acting: Acting,
    /// The form, while the quote can be edited.
    draft: RwSignal<Option<Draft>>,
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
    fn of<T: PartialEq + Send + Sync + 'static>(
        self,
        of: impl Fn(&Opportunity, &Quote) -> T + Send + Sync + 'static,
    ) -> Memo<Option<T>> {
        Memo::new(move |_| self.quote.with(|quote| quote.as_ref().map(|(it, quote)| of(it, quote))))
    }

    fn act(self, act: Act) {
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

/// The way back to the opportunity.
#[component]
fn Crumb(shown: Shown) -> impl IntoView {
    let words = use_words();
    let address = shown.store.address(Route::Opportunity(shown.id, Panel::None));
    let name = shown.of(|it, _| match &it.details.customer {
        Some(customer) => format!("{} · {customer}", it.details.topic),
        None => it.details.topic.to_string(),
    });
    view! {
        <nav class="crumb actions" aria-label=words.where_you_are()>
            <a href=address><Icon name="left"/>{move || name.get()}</a>
        </nav>
    }
}

/// Number, revision, state, and what can be done.
#[component]
fn Head(shown: Shown) -> impl IntoView {
    let store = shown.store;
    let today = store.today();
    let name = shown.of(|_, quote| quote.content.name.to_string());
    let state = move || shown.quote.get().map(|(_, quote)| cells::state(&quote, today.get(), true));
    let also = Memo::new(move |_| store.read(|book| also_on(book, shown.key.number, shown.id)));
    view! {
        <div class="page-head record-head">
            <div>
                <h1 id=PAGE_HEAD tabindex="-1">{cells::number(shown.key)}</h1>
                <p class="row"><span class="muted">{move || name.get()}</span>{state}</p>
                <AlsoOn also=also/>
            </div>
            <div class="row actions" data-kind="quote">
                {move || shown.draft.get().map(|draft| view! { <Saving draft=draft/> })}
                <Acts shown=shown/>
            </div>
        </div>
    }
}

/// How much is unsaved, and *Save*.
#[component]
fn Saving(draft: Draft) -> impl IntoView {
    let words = use_words();
    let unsaved = move || draft.unsaved.try_get().filter(|count| *count > 0);
    let discard = move || {
        unsaved().map(|_| {
            view! {
                <button class="button" data-kind="quiet" type="button" on:click=move |_| draft.discard_and_stay()>
                    {words.discard()}
                </button>
            }
        })
    };
    view! {
        <span class="muted wide" role="status">{move || unsaved().map(|count| words.unsaved_changes(count))}</span>
        {discard}
        <button class="button" type="submit" form=FORM>{words.save()}</button>
    }
}

/// What can be done with the quote: what is wanted most at the end, the rest behind "⋯".
#[component]
fn Acts(shown: Shown) -> impl IntoView {
    let words = use_words();
    let button = move |act: Act| {
        let primary = matches!(act, Act::Activate | Act::Win).then_some("primary");
        // The second click of a double click would hit the button that has taken this one's place.
        let run = move |event: ev::MouseEvent| {
            if event.detail() < 2 {
                shown.act(act);
            }
        };
        view! {
            <button class="button" data-kind=primary type="button" on:click=run>
                <Icon name=act.icon()/>
                {act.name(words)}
            </button>
        }
    };
    let beside =
        move || shown.acts.with(|acts| acts.iter().take(with_buttons(acts)).rev().copied().collect::<Vec<_>>());
    let behind = move || shown.acts.with(|acts| acts.iter().skip(with_buttons(acts)).copied().collect::<Vec<_>>());
    let any_behind = Memo::new(move |_| !behind().is_empty());
    let menu = move || {
        view! {
            <Menu id="quote-acts" label=words.actions_for_quote(shown.key)>
                {move || behind().into_iter().map(button).collect_view()}
            </Menu>
        }
    };
    // A button is never another act's, lest a key held down goes on with that one.
    view! {
        <For each=beside key=|act| *act children=button/>
        {move || any_behind.get().then(menu)}
    }
}

/// How many acts have buttons of their own: a draft has *Save* beside them.
fn with_buttons(acts: &[Act]) -> usize {
    if acts.contains(&Act::Activate) { 1 } else { 3 }
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
        let stale = |draft: Draft| quote.as_ref().is_some_and(|(_, quote)| draft.is_of_another(quote));
        if shown.draft.get_untracked().is_some_and(stale) {
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
        <p><a href=store.address(Route::List(View::All))>{words.view(View::All)}</a></p>
    }
}
