//! What a command does. Where a form has unsaved input, that is saved first, as its page's own buttons do (R22).

use leptos::prelude::*;

use super::table::UserCommand;
use super::{Scene, rows};
use crate::domain::{Command, OpportunityCommand, Text};
use crate::ui::browser;
use crate::ui::bulk;
use crate::ui::opportunity::{list_of, topic_control};
use crate::ui::parts::{PAGE_HEAD, submit_current_form};
use crate::ui::route::{Panel, Route};
use crate::ui::settings::make_backup;
use crate::ui::store::Popup;

impl Scene {
    /// Does it. A command that cannot be carried out does nothing, or says why.
    pub fn run(&self, command: UserCommand) {
        use UserCommand as It;
        let store = self.store;
        match command {
            It::Close(_) | It::Correct | It::CloseSelected(_) | It::EditSelected => self.go(command, || ()),
            It::New => self.go(command, || browser::focus(&topic_control())),
            It::OfCustomer | It::View(_) | It::Board | It::Attention | It::Settings => {
                self.go(command, || browser::focus(PAGE_HEAD));
            }
            It::Edit => self.edit(),
            It::Copy => self.copy(),
            It::Reopen => self.act(OpportunityCommand::Reopen),
            It::Restore => self.act(OpportunityCommand::Restore),
            It::Delete => self.delete(),
            It::Submit => submit_current_form(),
            It::Search => browser::focus("search"),
            It::Undo => store.undo(),
            It::Redo => store.redo(),
            It::Acts => store.popup().set(Some(Popup::Acts)),
            It::Row(step) => rows::step(store, step),
            It::Select => self.selectable().into_iter().for_each(|id| store.toggle_selected(id)),
            It::SelectAll => store.select_all_in_view(),
            It::ClearSelection => store.clear_selection(),
            It::DeleteSelected => bulk::delete(store, self.locale),
            It::RestoreSelected => bulk::restore(store),
            It::ExportSelected => bulk::export(store),
            It::Backup => make_backup(store),
            It::Download => store.download(),
            It::Speak(language) => {
                store.speak(language);
                // The screen is mounted anew, and nothing has the focus.
                browser::after_drawing(|| browser::focus(PAGE_HEAD));
            }
            It::Paint(theme) => store.paint(theme),
            It::Shortcuts => store.popup().set(Some(Popup::Shortcuts)),
            It::Palette => store.popup().set(Some(Popup::Palette)),
        }
    }

    /// Goes where the command leads; then, once it is drawn, the focus goes on.
    fn go(&self, command: UserCommand, then: impl FnOnce() + 'static) {
        if let Some(route) = self.route(command) {
            self.store.go(route);
            browser::after_drawing(then);
        }
    }

    fn edit(&self) {
        let Some(id) = self.id() else { return };
        if self.page != Route::Opportunity(id, Panel::None) {
            self.store.go(Route::Opportunity(id, Panel::None));
        }
        browser::after_drawing(|| browser::focus(&topic_control()));
    }

    fn copy(&self) {
        let (Some(it), Some(unsaved)) = (&self.subject, self.unsaved()) else { return };
        if !unsaved.save_first() {
            return;
        }
        // What was just saved may be another topic.
        let saved = untrack(|| self.store.read(|book| book.opportunity(it.id).map(|it| it.details.topic.clone())));
        let topic = saved.unwrap_or_else(|| it.details.topic.clone());
        let copied = Text::parse(&self.locale.words.copy_of(topic.as_str())).ok().flatten().unwrap_or(topic);
        let new = browser::new_id();
        if self.store.act(&Command::Opportunity(new, OpportunityCommand::CopyOf(it.id, copied))).is_some() {
            self.store.go(Route::Opportunity(new, Panel::None));
            browser::after_drawing(|| browser::focus(PAGE_HEAD));
        }
    }

    /// Does something to the opportunity at hand that needs no dialog, and leaves the focus where it can go on.
    fn act(&self, act: OpportunityCommand) {
        let (Some(id), Some(unsaved)) = (self.id(), self.unsaved()) else { return };
        let row = rows::RowAtHand::of(self, id);
        if self.store.act(&Command::Opportunity(id, act)).is_some() {
            unsaved.settle();
            row.keep_focus();
        }
    }

    /// Its page is left for its list: the page's address stays behind, and Back does not lead to it.
    fn delete(&self) {
        let (Some(it), Some(unsaved)) = (&self.subject, self.unsaved()) else { return };
        let list = list_of(it);
        let row = rows::RowAtHand::of(self, it.id);
        let delete = Command::Opportunity(it.id, OpportunityCommand::Delete);
        if !unsaved.save_first() || self.store.act(&delete).is_none() {
            return;
        }
        if matches!(self.page, Route::Opportunity(..) | Route::Quote(..)) {
            self.store.replace(Route::view(list));
        }
        row.keep_focus();
    }
}
