//! The form of an opportunity that can be read and breaks a rule: saving puts a version that holds in its place (RULES §6).

use leptos::prelude::*;

use super::acts::UnsavedCount;
use super::form::{FORM, OpportunityForm};
use super::lines::Lines;
use super::new_page::FormElement;
use super::remarks::Remarks;
use super::summary::Summary;
use crate::domain::{Key, Opportunity, OpportunityId, Without, left_out};
use crate::ui::browser;
use crate::ui::parts::{Icon, PAGE_HEAD};
use crate::ui::route::Route;
use crate::ui::store::use_store;
use crate::ui::text::use_words;

/// The page. Where nothing is to be mended any more, it says so.
#[component]
pub fn MendPage(
    /// Which opportunity.
    id: OpportunityId,
) -> impl IntoView {
    let store = use_store();
    let words = use_words();
    browser::set_title(&format!("{} · Tutup", words.mend_title()));
    let storage_key = store.shelf().key(Key::Opportunity(id));
    let broken = {
        let key = storage_key.clone();
        let read = move |workspace: &crate::workspace::Workspace| {
            Some((workspace.broken(id)?, workspace.unreadable_at(&key)?.raw.clone()))
        };
        // What has become another value is shown anew.
        Memo::new(move |_| store.workspace(&read))
    };
    let list = store.address(Route::Attention);
    view! {
        <nav class="crumb" aria-label=words.where_you_are()>
            <a href=list><Icon name="left"/>{words.needs_attention()}</a>
        </nav>
        {move || match broken.get() {
            Some((broken, raw)) => view! { <Mend broken=broken raw=raw storage_key=storage_key.clone()/> }.into_any(),
            None => view! {
                <div class="page-head"><h1 id=PAGE_HEAD tabindex="-1">{words.mend_title()}</h1></div>
                <p class="lead">{words.nothing_to_mend()}</p>
            }
            .into_any(),
        }}
    }
}

#[component]
fn Mend(broken: Opportunity, raw: String, storage_key: String) -> impl IntoView {
    let store = use_store();
    let words = use_words();
    let (id, without) = (broken.id, left_out(&broken, browser::clock().now));
    let form = OpportunityForm::of_broken(&broken);
    let topic = broken.details.topic.to_string();
    let asks = RwSignal::new(false);
    let is_whole = without.is_nothing();
    let save = {
        let (key, raw) = (storage_key.clone(), raw.clone());
        move || {
            let may = is_whole || browser::was_downloaded(store.kept(), &key, &raw);
            asks.set(!may);
            if may {
                form.mend(id, &raw);
            } else {
                browser::focus(DOWNLOAD);
            }
        }
    };
    view! {
        <div class="page-head record-head">
            <h1 id=PAGE_HEAD tabindex="-1">{topic}</h1>
            <div class="row actions">
                <UnsavedCount form=form/>
                <button class="button" data-kind="primary" type="submit" form=FORM>{words.save()}</button>
            </div>
        </div>
        <LeftOut without=without storage_key=storage_key raw=raw asks=asks/>
        <Remarks form=form/>
        <div class="record" data-new="">
            <FormElement form=form on_submit=save>
                <Summary form=form/>
                <div class="stack middle"><Lines form=form/></div>
            </FormElement>
        </div>
    }
}

/// The id of the button that hands out what is stored.
const DOWNLOAD: &str = "mend-download";

/// What saving does, what it leaves out, and the way to keep that.
#[component]
fn LeftOut(without: Without, storage_key: String, raw: String, asks: RwSignal<bool>) -> impl IntoView {
    let store = use_store();
    let words = use_words();
    let download = move |_| {
        browser::download_value(store.kept(), &storage_key, &raw);
        asks.set(false);
    };
    let left_out = words.left_out(&without).map(|text| view! { " "{text} });
    let first = move || {
        asks.get().then(|| {
            view! { <p class="error" role="alert"><Icon name="error"/>{words.download_before_mending()}</p> }
        })
    };
    view! {
        <div class="notice" data-kind="warn">
            <Icon name="warn"/>
            <p>{words.mend_lead()}{left_out}</p>
            <button class="button" type="button" id=DOWNLOAD on:click=download>
                <Icon name="download"/>
                {words.download()}
            </button>
            {first}
        </div>
    }
}
