//! The window of a long list: only the rows in sight are mounted, with a few above and below.
//!
//! Rows of a list that is longer than [`WHOLE`] are all of one height, which the style sheet sees to; so what is above and
//! below the window is two empty rows as high as those that they stand for.

use std::mem::replace;
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, WindowListenerHandle, set_timeout_with_handle};
use leptos::{ev, html, prelude::*};

use crate::ui::browser;
use crate::ui::route::Over;
use crate::ui::store::use_store;
use crate::workspace::{Listing, Query};

/// Up to so many rows are mounted all at once.
pub const WHOLE: usize = 60;

/// Never more than this many are mounted of a longer list.
const MOST: usize = 80;

/// How many rows beyond the edge of the screen are mounted, where [`MOST`] allows it.
const MARGIN: usize = 16;

/// How many in haste: while what is asked for changes with each letter, and while the list flies past. More would be
/// mounted for nothing.
const MARGIN_IN_HASTE: usize = 1;

/// A list that is scrolled by more than so many rows at once flies past.
const FLIGHT: f64 = 8.0;

/// How long a list has to be asked for the same, and to stand, before the rest is mounted.
const HASTE: Duration = Duration::from_millis(150);

/// How high the bars are that stand above the rows while the page scrolls, in CSS pixels.
const BARS: f64 = 84.0;

/// The window moves by so many rows at once.
const STEP: usize = 8;

/// Where a list stands on the screen.
#[derive(Clone, Copy)]
pub struct Window {
    body: NodeRef<html::Tbody>,
    sight: RwSignal<Sight>,
    /// What the list is asked for.
    query: Memo<Query>,
    /// What it was asked for when it had time to mount more than is in sight; none while it flies past.
    calm: StoredValue<Option<Query>>,
    /// What will mount the rest.
    pause: StoredValue<Option<TimeoutHandle>>,
    /// Whether a dialog lies over the list: then it cannot be scrolled.
    covered: Memo<bool>,
    /// Whether only what is in sight is mounted for that: not where the row with the focus, to which it comes back, is not.
    shrunk: StoredValue<Option<bool>>,
}

/// What is in sight, in CSS pixels.
#[derive(Clone, Copy)]
struct Sight {
    /// How far the first row's upper edge lies above that of the screen.
    above: f64,
    /// How high the screen is.
    height: f64,
    /// How high a row is.
    row: f64,
    /// How far the page is scrolled.
    scrolled: f64,
}

impl Window {
    /// Follows the list's body while its component is mounted.
    pub fn new(body: NodeRef<html::Tbody>, list: Memo<Arc<Listing>>) -> Self {
        let sight = RwSignal::new(Sight { above: 0.0, height: browser::screen_height(), row: 35.0, scrolled: 0.0 });
        let query = Memo::new(move |_| list.with(|list| list.query().clone()));
        let store = use_store();
        let covered =
            Memo::new(move |_| store.popup().get().is_some() || store.place().with(|it| it.route.over() != Over::None));
        let (calm, pause, shrunk) = (StoredValue::new(None), StoredValue::new(None), StoredValue::new(None));
        let window = Self { body, sight, query, calm, pause, covered, shrunk };
        let look = move || window.look();
        let listeners =
            [window_event_listener(ev::scroll, move |_| look()), window_event_listener(ev::resize, move |_| look())];
        on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
        Effect::new(move |_| {
            if body.get().is_some() {
                browser::after_drawing(look);
            }
        });
        Effect::new(move |_| {
            query.get();
            covered.get();
            window.wait();
        });
        window
    }

    /// Another list begins, at the head of the page.
    pub fn begin(self) {
        self.sight.maybe_update(|sight| {
            let scrolled = replace(&mut sight.scrolled, 0.0);
            sight.above -= scrolled;
            scrolled > 0.0
        });
    }

    /// Which rows of the list are mounted.
    pub fn rows(self, list: &Listing) -> Range<usize> {
        let count = list.rows().len();
        if count <= WHOLE {
            return 0..count;
        }
        let sight = self.sight.get();
        let in_sight = whole(sight.height / sight.row) + 2;
        let last_start = count.saturating_sub(in_sight);
        if self.is_calm(list.query()) {
            let margin = MARGIN.min(MOST.saturating_sub(in_sight + STEP) / 2);
            let first = (whole(sight.above / sight.row).saturating_sub(margin) / STEP * STEP).min(last_start);
            first..(first + in_sight.min(MOST - STEP) + 2 * margin + STEP).min(first + MOST).min(count)
        } else {
            let first = whole(sight.above / sight.row).saturating_sub(MARGIN_IN_HASTE).min(last_start);
            let end = whole((sight.above + sight.height) / sight.row) + 1 + MARGIN_IN_HASTE;
            first..end.clamp(first, first + MOST).min(count)
        }
    }

    /// Whether there is time and reason to mount more than is in sight.
    fn is_calm(self, query: &Query) -> bool {
        let covered = self.covered.get();
        let decided = self.shrunk.get_value().filter(|_| covered);
        let shrunk = covered.then(|| decided.unwrap_or_else(|| self.keeps_the_focus()));
        self.shrunk.set_value(shrunk);
        if shrunk == Some(true) {
            self.calm.set_value(None);
        }
        self.calm.with_value(|calm| calm.as_ref() == Some(query))
    }

    /// Whether the focus is on no row that is out of sight.
    fn keeps_the_focus(self) -> bool {
        let Some(body) = self.body.get_untracked() else { return true };
        let Some(focused) = browser::focused().filter(|focused| body.contains(Some(focused))) else { return true };
        let top = browser::top_of(&focused);
        (0.0..browser::screen_height()).contains(&top)
    }

    /// How high so many rows are, in CSS pixels.
    pub fn height(self, rows: usize) -> usize {
        let row = self.sight.get().row;
        #[allow(clippy::cast_precision_loss, reason = "a book has some thousand rows")]
        let height = rows as f64 * row;
        whole(height.round())
    }

    /// Scrolls to a row, so that it stands in the middle of the screen and is mounted.
    pub fn reveal(self, place: usize) {
        let (Some(Some(body)), Some(Sight { height, row, .. })) =
            (self.body.try_get_untracked(), self.sight.try_get_untracked())
        else {
            return;
        };
        #[allow(clippy::cast_precision_loss, reason = "a book has some thousand rows")]
        let below_the_middle = browser::top_of(&body) + place as f64 * row - (height - row) / 2.0;
        browser::scroll_to(browser::scrolled() + below_the_middle);
        self.look();
    }

    /// Where the first row stands that the bars above do not cover.
    pub fn first_in_sight(self) -> usize {
        let Some(sight) = self.sight.try_get_untracked() else { return 0 };
        whole(((sight.above + BARS) / sight.row).ceil())
    }

    /// Looks where the list stands.
    fn look(self) {
        let Some(Some(body)) = self.body.try_get_untracked() else { return };
        let Some(earlier) = self.sight.try_get_untracked() else { return };
        let row = browser::row_height(&body).filter(|height| *height > 1.0).unwrap_or(earlier.row);
        let sight = Sight {
            above: -browser::top_of(&body),
            height: browser::screen_height(),
            row,
            scrolled: browser::scrolled(),
        };
        if (sight.above - earlier.above).abs() > FLIGHT * row {
            self.calm.try_update_value(|calm| *calm = None);
            self.wait();
        }
        self.sight.try_update(|now| *now = sight);
    }

    /// Mounts the rest once the haste is over.
    fn wait(self) {
        let rest = move || {
            // Gone with the list, it has nothing to mount.
            self.calm.try_update_value(|calm| *calm = self.query.try_get_untracked());
            self.look();
        };
        let next = set_timeout_with_handle(rest, HASTE).ok();
        let earlier = self.pause.try_update_value(|pause| replace(pause, next)).flatten();
        if let Some(earlier) = earlier {
            earlier.clear();
        }
    }
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place in a list, and less than none is none"
)]
fn whole(rows: f64) -> usize {
    rows.max(0.0) as usize
}
