//! Who follows the signals of the store.
//!
//! A signal keeps in mind what followed it though its row or its page has gone, for good: each act would ask more of them, and
//! who leafs through a book all day would fill the memory. So all are sent away now and then; those that are still there come
//! back by themselves when they look again.

use leptos::prelude::*;
use leptos::reactive::graph::Source;

use super::Store;
use crate::ui::browser;

/// After so many new ones, those that have gone are forgotten.
const MANY: usize = 1000;

/// A page has about so many beside its rows.
const OF_A_PAGE: usize = 40;

impl Store {
    /// Another page begins to follow what is shown.
    pub fn count_page(self) {
        self.count_followers(OF_A_PAGE);
    }

    /// So many more begin to follow the book.
    pub(super) fn count_followers(self, more: usize) {
        let counted = self.at_hand.try_update_value(|it| {
            it.followers += more;
            it.followers
        });
        let is_enough = |followers: &usize| (MANY..MANY + more).contains(followers);
        if counted.as_ref().is_some_and(is_enough) {
            // Not while a page is being made.
            browser::after_drawing(move || self.forget_what_has_gone());
        }
    }

    fn forget_what_has_gone(self) {
        let own = self.at_hand.try_update_value(|it| {
            it.followers = 0;
            (it.popup, it.shelf, it.selection)
        });
        // Else the application has left the page.
        let Some(own) = own else { return };
        send_away(&self.books);
        send_away(&self.place);
        send_away(&self.today);
        send_away(&own.0);
        send_away(&own.1);
        send_away(&own.2);
    }
}

/// Has all that follow the signal look again, and forgets them until they do.
fn send_away(signal: &(impl Notify + Source)) {
    signal.notify();
    signal.clear_subscribers();
}

#[cfg(all(test, target_arch = "wasm32"))]
mod tests {
    use std::sync::Arc;

    use leptos::reactive::graph::{AnySource, AnySubscriber, ReactiveNode, Subscriber};
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    /// What follows a signal and never looks again, as what has gone does.
    struct Gone;

    impl ReactiveNode for Gone {
        fn mark_dirty(&self) {}
        fn mark_check(&self) {}
        fn mark_subscribers_check(&self) {}
        fn update_if_necessary(&self) -> bool {
            false
        }
    }

    impl Subscriber for Gone {
        fn add_source(&self, _: AnySource) {}
        fn clear_sources(&self, _: &AnySubscriber) {}
    }

    #[wasm_bindgen_test]
    fn what_has_gone_is_forgotten_and_what_is_there_still_follows() {
        Owner::new().with(|| {
            let store = Store::open();
            let gone: Arc<dyn Subscriber + Send + Sync> = Arc::new(Gone);
            let follower = || AnySubscriber(Arc::as_ptr(&gone).cast::<()>() as usize, Arc::downgrade(&gone));
            store.books.add_subscriber(follower());
            store.place.add_subscriber(follower());
            store.today.add_subscriber(follower());
            store.books.notify();
            assert_eq!(Arc::weak_count(&gone), 3, "a signal forgets by itself; this is needed no more");

            let looks = StoredValue::new(0);
            let stays = Memo::new(move |_| {
                looks.update_value(|looks| *looks += 1);
                store.read(|book| book.with_bin().len())
            });
            let look = || (stays.get_untracked(), looks.get_value());
            assert_eq!((look(), look()), ((0, 1), (0, 1)));
            store.forget_what_has_gone();
            assert_eq!(Arc::weak_count(&gone), 0);
            assert_eq!((look(), look()), ((0, 2), (0, 2)));
            store.books.notify();
            assert_eq!(look(), (0, 3), "it follows no more");
        });
    }
}
