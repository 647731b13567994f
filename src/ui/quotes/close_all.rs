//! The dialog that closes all open quotes of an opportunity, which stays open (R6).

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::Fates;
use crate::domain::forms::{Typed, close_all_fates};
use crate::domain::{
    Command, Fate, Field, Opportunity, OpportunityCommand, OpportunityId, QuoteKey, QuoteState, Refusal,
};
use crate::ui::browser;
use crate::ui::opportunity::{UnsavedForm, use_unsaved_form};
use crate::ui::parts::{FormState, Icon, Modal, ProblemSummary, QuoteStatus, read, submitted_form};
use crate::ui::route::{Panel, Route};
use crate::ui::store::{Notice, Store, use_store};
use crate::ui::text::use_words;
use crate::workspace::CommitError;

const ID: &str = "close-quotes";

/// What an open quote can become here.
const OFFERED: &[Fate] = &[Fate::Lost, Fate::Canceled];

/// The dialog. Its page opens it only where a quote is open (R22).
#[component]
pub fn CloseQuotesDialog(
    /// Of which opportunity.
    id: OpportunityId,
) -> impl IntoView {
    let record = use_store().opportunity(id).get_untracked();
    record.map(|record| view! { <Dialog record=record/> })
}

/// What the dialog is about to do.
#[derive(Clone, Copy)]
struct Closing {
    store: Store,
    id: OpportunityId,
    form: FormState,
    fates: Memo<BTreeMap<QuoteKey, Fate>>,
    unsaved: UnsavedForm,
    /// Whether it was done: a second Enter finds nothing left to do.
    is_done: StoredValue<bool>,
}

#[component]
fn Dialog(record: Arc<Opportunity>) -> impl IntoView {
    let store = use_store();
    let words = use_words();
    let id = record.id;
    let defaults = record.default_fates(None);
    let key = store.address(Route::Opportunity(id, Panel::CloseQuotes));
    let form = FormState::new(ID, key, typed(&defaults), record.details.currency);
    let open: Vec<QuoteKey> = record.open_quotes().map(|quote| quote.key).collect();
    let mut picked = close_all_fates(&form.initial.get_value(), &open);
    picked.retain(|key, fate| defaults.get(key) != Some(fate) && OFFERED.contains(fate));
    let picks = RwSignal::new(picked);
    let count = defaults.len();
    let fates = Memo::new(move |_| {
        let mut fates = defaults.clone();
        picks.with(|picks| fates.extend(picks));
        fates
    });
    if let Some(first) = open.first() {
        // Else the browser would choose the cross.
        let select = form.control_id(Field::Fate(*first));
        browser::after_drawing(move || browser::focus(&select));
    }
    let unsaved = use_unsaved_form();
    let closing = Closing { store, id, form, fates, unsaved, is_done: StoredValue::new(false) };
    let keep = move |_| {
        if let Some(element) = submitted_form(&format!("{ID}-form")) {
            form.keep(&read(&element));
        }
    };
    let topic = record.details.topic.to_string();
    let subtitle = match &record.details.customer {
        Some(customer) => format!("{topic} · {customer}"),
        None => topic,
    };
    view! {
        <Modal
            id=ID
            title=words.close_all_quotes()
            subtitle=subtitle
            on_close=move || store.close_panel()
            on_submit=move || closing.commit()
            buttons=move || view! {
                <button class="button" data-kind="primary" type="submit">{words.close_quotes(count)}</button>
            }
        >
            <ProblemSummary form=form title=|words, count| words.not_saved_yet(count)/>
            <div on:change=keep>
                <Fates form=form opportunity=record offered=OFFERED can=|_, _| true fates=fates picks=picks/>
            </div>
            <Preview fates=fates/>
        </Modal>
    }
}

fn typed(fates: &BTreeMap<QuoteKey, Fate>) -> Typed {
    fates.iter().fold(Typed::default(), |typed, (key, fate)| typed.with(Field::Fate(*key).name(), fate.code()))
}

impl Closing {
    fn commit(self) {
        if self.is_done.get_value() {
            return;
        }
        if !self.unsaved.save_first() {
            // The page below the dialog shows what is wrong with its form.
            self.store.close_panel();
            return;
        }
        let command = OpportunityCommand::CloseAllQuotes(self.fates.get_untracked());
        match self.store.commit(&Command::Opportunity(self.id, command)) {
            Ok(_) => self.leave(),
            Err(CommitError::Refused(Refusal::Problems(problems))) => self.form.problems.set(problems),
            Err(CommitError::Refused(refusal)) => {
                // Somebody was faster: there is nothing left to close.
                self.store.notice().set(Some(Notice::Refused(refusal)));
                self.leave();
            }
            Err(CommitError::Storage(_) | CommitError::NeedsLock) => {}
        }
    }

    fn leave(self) {
        self.is_done.set_value(true);
        self.form.forget();
        self.store.close_panel();
    }
}

/// What will have become of the quotes, and that the opportunity stays open.
#[component]
fn Preview(fates: Memo<BTreeMap<QuoteKey, Fate>>) -> impl IntoView {
    let words = use_words();
    let today = use_store().today();
    let row = move |fate: Fate| {
        let keys = fates.with(|fates| {
            let of_fate = fates.iter().filter(|(_, its)| **its == fate).map(|(key, _)| key.to_string());
            of_fate.collect::<Vec<_>>().join(", ")
        });
        let state = match fate {
            Fate::Won => QuoteState::Won(today.get()),
            Fate::Lost => QuoteState::Closed(crate::domain::QuoteClosed::Lost, today.get()),
            Fate::Canceled => QuoteState::Closed(crate::domain::QuoteClosed::Canceled, today.get()),
        };
        (!keys.is_empty()).then(|| view! { <li><QuoteStatus state=state/><span>{keys}</span></li> })
    };
    view! {
        <section class="then" aria-labelledby="close-quotes-then">
            <h3 id="close-quotes-then">{words.then_quotes()}</h3>
            <div role="status" aria-atomic="false">
                <ul>
                    {move || OFFERED.iter().copied().map(row).collect_view()}
                    <li>
                        <span class="status" data-status="open"><Icon name="open"/>{words.open_state()}</span>
                        <span>{words.opportunity_stays_open()}</span>
                    </li>
                </ul>
            </div>
        </section>
    }
}
