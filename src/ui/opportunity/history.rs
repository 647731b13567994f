//! What happened to an opportunity, newest first (R24).

use std::sync::Arc;

use leptos::prelude::*;

use super::note::NoteForm;
use crate::domain::{
    Closing, Event, Happening, Instant, Lists, Money, Opportunity, OpportunityId, QuoteKey, QuoteState, history,
};
use crate::ui::browser;
use crate::ui::store::use_store;
use crate::ui::text::{Emphasis, Locale, use_locale};

/// The section *History*, with the form of a note.
#[component]
pub(super) fn History(id: OpportunityId, record: Memo<Option<Arc<Opportunity>>>) -> impl IntoView {
    let locale = use_locale();
    let store = use_store();
    let lists = store.lists();
    let takes_notes =
        Memo::new(move |_| record.with(|it| it.as_ref().is_some_and(|it| it.id == id && !it.is_in_bin())));
    let note = move || {
        let it = takes_notes.get().then(|| record.get_untracked()).flatten();
        it.map(|it| view! { <NoteForm opportunity=&it/> }.into_any())
    };
    let events = move || {
        record.get().map(|it| {
            let tell = Telling { locale, lists: &lists.get(), of: &it, today: store.today().get() };
            let moments = moments(history(&it));
            moments.iter().map(|events| tell.item(events)).collect_view()
        })
    };
    view! {
        <section class="history" aria-labelledby="history-head">
            <div class="section-head"><h2 id="history-head">{locale.words.history()}</h2></div>
            {note}
            <ol class="timeline">{events}</ol>
        </section>
    }
}

/// The events, the steps of quotes at one moment taken together, in the order of the quotes.
fn moments(events: Vec<Event<'_>>) -> Vec<Vec<Event<'_>>> {
    let mut moments: Vec<Vec<Event<'_>>> = Vec::new();
    let is_quote = |event: &Event<'_>| matches!(event.what, Happening::Quote { .. });
    for event in events {
        match moments.last_mut() {
            Some(last) if is_quote(&event) && last.iter().all(|other| is_quote(other) && other.at == event.at) => {
                last.insert(0, event);
            }
            _ => moments.push(vec![event]),
        }
    }
    moments
}

struct Telling<'a> {
    locale: Locale,
    lists: &'a Lists,
    of: &'a Opportunity,
    today: crate::domain::Date,
}

impl Telling<'_> {
    fn item(&self, events: &[Event<'_>]) -> Option<AnyView> {
        let first = events.first()?;
        let day = browser::clock().day_of(first.at);
        let short = self.locale.format.with_value(|format| format.short_date(day, self.today));
        let text = match &first.what {
            Happening::Note(text) => view! { <p class="prose">{text.as_str().to_owned()}</p> }.into_any(),
            _ => view! { <p>{self.text(events)}</p> }.into_any(),
        };
        let exact = self.exact(first.at);
        let kind = match first.what {
            Happening::Note(_) => Some("note"),
            _ => None,
        };
        Some(
            view! { <li data-kind=kind><time datetime=day.to_string() title=exact>{short}</time>{text}</li> }
                .into_any(),
        )
    }

    fn exact(&self, at: Instant) -> String {
        self.locale.format.with_value(|format| format.moment(at))
    }

    fn text(&self, events: &[Event<'_>]) -> AnyView {
        let words = self.locale.words;
        let Some(first) = events.first() else { return ().into_any() };
        match &first.what {
            Happening::Created => words.was_created().into_any(),
            Happening::Closed(closing) => emphasis(self.closed(closing, false)),
            Happening::Corrected(closing) => emphasis(self.closed(closing, true)),
            Happening::Reopened { number, outcome } => words.was_reopened(*number, *outcome).into_any(),
            Happening::Stage { from, to } => emphasis(words.stage_changed(words.stage(*from), words.stage(*to))),
            Happening::Note(text) => text.as_str().to_owned().into_any(),
            Happening::Quote { .. } => self.quotes(events),
        }
    }

    fn closed(&self, closing: &Closing, corrected: bool) -> Emphasis {
        let words = self.locale.words;
        let revenue = closing.revenue().map(|revenue| self.money(revenue));
        let reason = words.reason(&closing.facts().reason, self.lists);
        let reason = (reason != words.outcome(closing.outcome())).then_some(reason);
        words.was_closed(closing.outcome(), corrected, reason.as_deref(), revenue.as_deref())
    }

    /// "Q-00012 r1 won; Q-00014 r0, Q-00015 r0 canceled".
    fn quotes(&self, events: &[Event<'_>]) -> AnyView {
        let mut steps: Vec<(Vec<QuoteKey>, String)> = Vec::new();
        for event in events {
            let Happening::Quote { quote, state, total } = event.what else { continue };
            let step = self.step(state, total);
            match steps.last_mut() {
                Some((quotes, last)) if *last == step => quotes.push(quote),
                _ => steps.push((vec![quote], step)),
            }
        }
        let steps = steps.into_iter().enumerate().map(|(place, (quotes, step))| {
            let quotes = quotes.into_iter().enumerate().map(|(place, quote)| {
                view! { {(place > 0).then_some(", ")}<strong>{quote.to_string()}</strong> }
            });
            view! { {(place > 0).then_some("; ")}{quotes.collect_view()}" "{step} }
        });
        steps.collect_view().into_any()
    }

    fn step(&self, state: QuoteState, total: Option<Money>) -> String {
        let step = self.locale.words.quote_step(state).to_lowercase();
        let total = total.filter(|_| state == QuoteState::Active).map(|total| self.money(total));
        total.map_or(step.clone(), |total| format!("{step}, {total}"))
    }

    fn money(&self, money: Money) -> String {
        self.locale.format.with_value(|format| format.money(money, self.of.details.currency))
    }
}

fn emphasis(text: Emphasis) -> AnyView {
    view! { {text.before}<strong>{text.strong}</strong>{text.behind} }.into_any()
}
