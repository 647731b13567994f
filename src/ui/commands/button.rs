//! A button or a link that gives a command on an opportunity: name, icon and deed are the table's.

use leptos::{ev, prelude::*};

use super::{Scene, UserCommand};
use crate::domain::OpportunityId;
use crate::ui::opportunity::UnsavedForm;
use crate::ui::parts::Icon;
use crate::ui::store::use_store;
use crate::ui::text::use_locale;

/// Shown while the command can be carried out. One that leads somewhere is a link with its address.
#[component]
pub fn CommandButton(
    /// Which.
    command: UserCommand,
    /// On which opportunity.
    of: OpportunityId,
    /// How the button looks.
    #[prop(optional)]
    kind: Option<&'static str>,
) -> impl IntoView {
    let (store, locale) = (use_store(), use_locale());
    let record = store.opportunity(of);
    let scene = move || Scene::with(store, locale, of);
    let can = Memo::new(move |_| record.with(Option::is_some) && scene().can(command));
    let address = Memo::new(move |_| record.with(Option::is_some).then(|| scene().address(command)).flatten());
    let save_first = move |event: ev::MouseEvent| {
        let saves = matches!(command, UserCommand::Close(_) | UserCommand::Correct);
        if saves && !UnsavedForm::at_hand(store, locale, of).save_first() {
            event.prevent_default();
        }
    };
    let inside = move || view! { <Icon name=command.icon()/>{locale.words.command(command)} };
    let button = move || {
        if address.with_untracked(Option::is_some) {
            view! {
                <a class="button" data-kind=kind href=move || address.get() on:click=save_first>{inside()}</a>
            }
            .into_any()
        } else {
            let give = move |_| scene().run(command);
            view! { <button class="button" data-kind=kind type="button" on:click=give>{inside()}</button> }.into_any()
        }
    };
    move || can.get().then(button)
}
