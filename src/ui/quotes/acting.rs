//! How the screens act on quotes: first what is unsaved is saved (R22), then the act, and a refusal stands where the user
//! looks.

use leptos::prelude::*;

use super::acts::Act;
use crate::domain::{Command, OpportunityId, QuoteKey, Refusal};
use crate::ui::browser;
use crate::ui::parts::Icon;
use crate::ui::store::{Notice, Store, use_store};
use crate::ui::text::use_locale;
use crate::workspace::{CommitError, Done};

/// Acts on the quotes of one opportunity.
#[derive(Clone, Copy)]
pub struct Acting {
    store: Store,
    id: OpportunityId,
    save_first: Callback<QuoteKey, bool>,
    /// What takes the focus when the button that was pressed has gone.
    head: &'static str,
    /// The quote that is Won and kept another one from being it.
    winner: RwSignal<Option<QuoteKey>>,
}

impl Acting {
    /// Acts that `save_first` goes before: it saves what is unsaved of the quote, or says that the act must not start.
    /// `head` is the id of what stands above the quotes.
    pub fn new(
        id: OpportunityId,
        head: &'static str,
        save_first: impl Fn(QuoteKey) -> bool + Send + Sync + 'static,
    ) -> Self {
        Self { store: use_store(), id, save_first: Callback::new(save_first), head, winner: RwSignal::new(None) }
    }

    /// Does it, or says why not: beside the quotes where another one is Won, else in the notice.
    pub fn act(self, quote: QuoteKey, act: Act) -> Option<Done> {
        self.act_or(quote, act, |_| false)
    }

    /// The same, but a refusal that `shown` shows itself is not shown elsewhere.
    pub fn act_or(self, quote: QuoteKey, act: Act, shown: impl FnOnce(&Refusal) -> bool) -> Option<Done> {
        self.winner.set(None);
        if !self.save_first.run(quote) {
            return None;
        }
        match self.store.commit(&Command::Quote(self.id, quote, act.command())) {
            Ok(done) => {
                browser::after_drawing(move || keep_the_focus(self.head));
                Some(done)
            }
            Err(CommitError::Refused(Refusal::AnotherWon(winner))) => {
                self.store.notice().set(None);
                self.winner.set(Some(winner));
                None
            }
            Err(CommitError::Refused(refusal)) => {
                if !shown(&refusal) {
                    self.store.notice().set(Some(Notice::Refused(refusal)));
                }
                None
            }
            Err(CommitError::Storage(_) | CommitError::NeedsLock) => None,
        }
    }
}

/// The button that was pressed may have gone with the state that offered it.
fn keep_the_focus(head: &str) {
    if browser::focused().is_none_or(|focused| focused.tag_name() == "BODY") {
        browser::focus(head);
    }
}

/// Why a quote could not be won: another one is, and here it can be revised or canceled (R4). Shows nothing otherwise.
#[component]
pub fn AnotherWon(
    /// The acts of this opportunity's quotes.
    acting: Acting,
) -> impl IntoView {
    let locale = use_locale();
    let words = locale.words;
    let record = acting.store.opportunity(acting.id);
    // It is said as long as it is so: that quote may be revised or canceled somewhere else.
    let winner = Memo::new(move |_| {
        let won = record.with(|record| record.as_ref().and_then(|it| it.won_quote()).map(|quote| quote.key));
        acting.winner.get().filter(|winner| Some(*winner) == won)
    });
    let button = move |winner: QuoteKey, act: Act| {
        view! {
            <button class="button" type="button" on:click=move |_| drop(acting.act(winner, act))>
                <Icon name=act.icon()/>
                {words.quote_act_on(act.name(words), winner)}
            </button>
        }
    };
    let notice = move |winner: QuoteKey| {
        let text = locale.format.with_value(|format| words.refusal(&Refusal::AnotherWon(winner), format));
        view! {
            <div class="notice another-won" data-kind="warn">
                <Icon name="warn"/>
                <p>{text}</p>
                <div class="row">{button(winner, Act::Revise)}{button(winner, Act::Cancel)}</div>
            </div>
        }
    };
    view! { <div role="alert">{move || winner.get().map(notice)}</div> }
}
