//! Where the user is, and the ways from there.

use leptos::prelude::*;

use super::Store;
use crate::storage::Shelf;
use crate::ui::browser::address;
use crate::ui::route::{Place, Route};

impl Store {
    /// Where the user is.
    pub fn place(self) -> Signal<Place> {
        self.place.into()
    }

    /// Which book is shown.
    pub fn shelf(self) -> Shelf {
        self.at_hand.with_value(|it| it.shelf).get()
    }

    /// The address of a route in the book that is shown, for a link.
    pub fn address(self, route: Route) -> String {
        Place { shelf: self.place.with_untracked(|place| place.shelf), route }.to_string()
    }

    /// Goes to a route of the book that is shown; Back returns from it.
    pub fn go(self, route: Route) {
        address::go(&self.address(route));
        self.arrive();
    }

    /// Goes to a route that takes the place of the present one: Back does not return here.
    pub fn replace(self, route: Route) {
        let address = self.address(route);
        address::replace(&address);
        self.show(Place::parse(&address));
    }

    /// Likewise, letter by letter: the address follows when the typing rests.
    pub fn replace_soon(self, route: Route) {
        let address = self.address(route);
        self.show(Place::parse(&address));
        address::replace_soon(address);
    }

    /// Closes the dialog that is open: goes back to the page below it.
    pub fn close_panel(self) {
        let here = self.place.get_untracked();
        let page = here.with(here.route.page());
        if page == here {
            return;
        }
        // The page is shown at once; the address follows.
        self.place.set(page.clone());
        let address = page.to_string();
        if self.at_hand.with_value(|it| it.opened_from_page) {
            address::back_to(address);
        } else {
            address::replace(&address);
        }
    }

    /// Takes over the address that the browser shows now, after a link or Back.
    pub fn arrive(self) {
        let Some(place) = address::arrived().map(|hash| Place::parse(&hash)) else { return };
        let here = self.place.get_untracked();
        if here != place {
            self.popup().set(None);
            let from_page = here == place.with(place.route.page());
            self.at_hand.update_value(|it| it.opened_from_page = from_page);
            self.show(place);
        }
    }

    pub(super) fn show(self, place: Place) {
        if place.shelf == Shelf::Demo {
            self.open_demo();
        }
        if self.place.with_untracked(|here| *here != place) {
            let which = place.shelf;
            self.place.set(place);
            let shown = self.at_hand.with_value(|it| it.shelf);
            shown.maybe_update(|shown| std::mem::replace(shown, which) != which);
        }
    }
}
