//! The window of a long list: only the rows in sight are mounted, with a few above and below.
//!
//! Rows of a list that is longer than [`WHOLE`] are all of one height, which the style sheet sees to; so what is above and
//! below the window is two empty rows as high as those that they stand for.

use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, WindowListenerHandle, set_timeout_with_handle};
use leptos::{ev, html, prelude::*};

use crate::ui::browser;
use crate::workspace::{Listing, Query};

/// Up to so many rows are mounted all at once.
pub const WHOLE: usize = 60;

/// Never more than this many are mounted of a longer list.
const MOST: usize = 80;

/// How many rows beyond the edge of the screen are mounted, where [`MOST`] allows it.
const MARGIN: usize = 16;

/// How many while what is asked for changes, with each letter that is typed: the rest would be mounted for nothing.
const MARGIN_IN_HASTE: usize = 1;

/// How long a list has to be asked for the same before the rest is mounted.
const HASTE: Duration = Duration::from_millis(150);

/// How high the bars are that stand above the rows while the page scrolls, in CSS pixels.
const BARS: f64 = 84.0;

/// The window moves by so many rows at once.
const STEP: usize = 8;

/// Where a list stands on the screen.
#[derive(Clone, Copy)]
pub struct Window {
    body: NodeRef<html::Tbody>,
    /// How far the first row's upper edge lies above that of the screen, how high the screen is, how high a row.
    sight: RwSignal<(f64, f64, f64)>,
    /// What the list was asked for when it had time to mount more than is in sight.
    calm: StoredValue<Option<Query>>,
}

impl Window {
    /// Follows the list's body while its component is mounted.
    pub fn new(body: NodeRef<html::Tbody>, list: Memo<Arc<Listing>>) -> Self {
        let sight = RwSignal::new((0.0, browser::screen_height(), 35.0));
        let window = Self { body, sight, calm: StoredValue::new(None) };
        let look = move || window.look();
        let listeners =
            [window_event_listener(ev::scroll, move |_| look()), window_event_listener(ev::resize, move |_| look())];
        on_cleanup(move || listeners.into_iter().for_each(WindowListenerHandle::remove));
        Effect::new(move |_| {
            if body.get().is_some() {
                browser::after_drawing(look);
            }
        });
        let query = Memo::new(move |_| list.with(|list| list.query().clone()));
        Effect::new(move |earlier: Option<Option<TimeoutHandle>>| {
            let query = query.get();
            earlier.flatten().into_iter().for_each(|earlier| earlier.clear());
            let rest = move || {
                // Gone with the list, it has nothing to mount.
                window.calm.try_update_value(|calm| *calm = Some(query));
                window.look();
            };
            set_timeout_with_handle(rest, HASTE).ok()
        });
        window
    }

    /// Which rows of the list are mounted.
    pub fn rows(self, list: &Listing) -> Range<usize> {
        let count = list.rows().len();
        if count <= WHOLE {
            return 0..count;
        }
        let (above, height, row) = self.sight.get();
        let in_sight = whole(height / row) + 2;
        let is_calm = self.calm.with_value(|calm| calm.as_ref() == Some(list.query()));
        let margin = if is_calm { MARGIN } else { MARGIN_IN_HASTE };
        let margin = margin.min(MOST.saturating_sub(in_sight + STEP) / 2);
        let first = whole(above / row).saturating_sub(margin) / STEP * STEP;
        let first = first.min(count.saturating_sub(in_sight));
        first..(first + in_sight.min(MOST - STEP) + 2 * margin + STEP).min(first + MOST).min(count)
    }

    /// How high so many rows are, for the style of the empty row that stands for them.
    pub fn height(self, rows: usize) -> String {
        let (_, _, row) = self.sight.get();
        #[allow(clippy::cast_precision_loss, reason = "a book has some thousand rows")]
        let height = whole((rows as f64 * row).round());
        format!("{height}px")
    }

    /// Scrolls to a row, so that it stands in the middle of the screen and is mounted.
    pub fn reveal(self, place: usize) {
        let (Some(Some(body)), Some((_, height, row))) =
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
        let Some((above, _, row)) = self.sight.try_get_untracked() else { return 0 };
        whole(((above + BARS) / row).ceil())
    }

    fn look(self) {
        let Some(Some(body)) = self.body.try_get_untracked() else { return };
        let Some((_, _, earlier)) = self.sight.try_get_untracked() else { return };
        let row = browser::row_height(&body).filter(|height| *height > 1.0).unwrap_or(earlier);
        let sight = (-browser::top_of(&body), browser::screen_height(), row);
        self.sight.try_update(|now| *now = sight);
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
