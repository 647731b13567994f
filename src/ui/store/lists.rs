//! What the lists show, and what they are asked for.

use std::sync::Arc;

use leptos::prelude::*;

use super::Store;
use crate::domain::OpportunityId;
use crate::ui::browser;
use crate::ui::route::Route;
use crate::workspace::{Filter, Listing, Query, View};

/// The list from which an opportunity was opened, as it was left.
#[derive(Clone, Debug)]
pub(super) struct Left {
    query: Query,
    scrolled: f64,
    opened: Option<OpportunityId>,
}

impl Store {
    /// Shows a list where it was left, with the focus on what was opened from it, and remembers it when it is left.
    pub fn come_to_list(self, query: Memo<Query>) {
        let left = self.at_hand.with_value(|it| it.left.clone());
        if let Some(left) = left.filter(|left| query.with_untracked(|query| *query == left.query)) {
            browser::after_drawing(move || {
                browser::scroll_to(left.scrolled);
                // The rows that are in sight there are mounted by then.
                browser::after_drawing(move || {
                    left.opened.into_iter().for_each(|id| browser::focus(&format!("row-{id}")));
                });
            });
        }
        on_cleanup(move || {
            let opened = self.place.try_with_untracked(|place| match place.route {
                Route::Opportunity(id, _) => Some(id),
                _ => None,
            });
            let Some((query, opened)) = query.try_get_untracked().zip(opened) else { return };
            let left = Left { query, scrolled: browser::scrolled(), opened };
            self.at_hand.try_update_value(|it| it.left = Some(left));
        });
    }

    /// The list of a view as it was left, if that view was the last one; else the whole of it.
    pub fn list_left(self, view: View) -> Query {
        let left = self.at_hand.with_value(|it| it.left.as_ref().map(|left| left.query.clone()));
        left.filter(|query| query.view == view).unwrap_or_else(|| Query::all_of(view))
    }

    /// The rows of a query. It follows what is done, and changes when what it shows does.
    pub fn listing(self, query: Memo<Query>) -> Memo<Arc<Listing>> {
        let follow = move |earlier: Option<&Arc<Listing>>| {
            let query = query.get();
            let known = || self.at_hand.with_value(|it| it.orders.get(&query.view).cloned());
            let earlier = earlier.cloned().or_else(known);
            let list = self.workspace(|workspace| match &earlier {
                Some(earlier) if *earlier.query() == query => {
                    earlier.after(workspace.index()).map_or_else(|| earlier.clone(), Arc::new)
                }
                Some(earlier) => Arc::new(earlier.asked(workspace.index(), query.clone())),
                None => Arc::new(workspace.index().list(query.clone())),
            });
            // A view that is come back to need not be put in order again.
            self.at_hand.update_value(|it| drop(it.orders.insert(query.view, list.clone())));
            list
        };
        Memo::new_with_compare(follow, |earlier, now| match (earlier, now) {
            (Some(earlier), Some(now)) => !Arc::ptr_eq(earlier, now),
            (earlier, now) => earlier.is_some() != now.is_some(),
        })
    }

    /// Shows everything in which these words are, closed or open. Each letter changes what is shown; Back leads to where
    /// the search began.
    pub fn search(self, typed: &str) {
        let here = self.place().get_untracked().route;
        let (query, goes_on) = match here {
            Route::List(query, _) if query.view == View::All => {
                let goes_on = !query.filter.text.is_empty();
                (query, goes_on)
            }
            _ => (Query::all_of(View::All), false),
        };
        let filter = Filter { text: typed.to_owned(), ..query.filter };
        let route = Route::list(Query { filter, ..query });
        if goes_on { self.replace_soon(route) } else { self.go(route) }
    }
}
