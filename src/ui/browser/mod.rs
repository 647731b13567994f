//! Every call of the browser that is not a view: storage, time, chance, files, the address.
//!
//! - [`address`]: the address behind the `#`.
//! - [`storage`]: the local storage as the storage floor sees it; [`room`]: how full it is; [`lasting`]: whether the browser
//!   may empty it by itself.
//! - [`unsaved`]: what was typed and not saved; [`download`]: what the user takes away; [`picked`]: what the user brings;
//!   [`backup_file`]: a file that the program may write by itself.

pub mod address;
pub mod backup_file;
pub mod download;
pub mod lasting;
pub mod picked;
pub mod room;
pub mod storage;
pub mod unsaved;

pub use download::{download, download_as, download_stored, download_value, was_downloaded};
pub use lasting::{ask_to_last, is_lasting};
pub use picked::{NotRead, read_file};
pub use room::{ROOM, Units, units_stored};
pub use storage::{Kept, open_storage, stop_writing};

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::HtmlElement;

use crate::domain::{Clock, Id, Instant, Language, Theme};

/// What time it is here.
pub fn clock() -> Clock {
    let date = js_sys::Date::new_0();
    #[allow(clippy::cast_possible_truncation, reason = "milliseconds and minutes are whole and small")]
    Clock { now: Instant(date.get_time() as i64), ahead_of_utc: -(date.get_timezone_offset() as i32) }
}

/// A new id.
pub fn new_id() -> Id {
    let mut bytes = [0_u8; 8];
    let drawn = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
    if !drawn {
        // Every browser that runs wasm has `crypto`; should one refuse, time and chance still make ids that differ.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "any bits will do")]
        let mixed = (js_sys::Math::random() * 9e15) as u64 ^ js_sys::Date::now() as u64;
        bytes = mixed.to_le_bytes();
    }
    Id::from_number(u64::from_le_bytes(bytes))
}

/// The language that the browser asks for first of those that the screens speak.
pub fn preferred_language() -> Language {
    let wanted = web_sys::window().map(|window| window.navigator().languages());
    let first = wanted.into_iter().flatten().filter_map(|tag| tag.as_string()).find_map(|tag| match tag.get(..2) {
        Some("ms") => Some(Language::Malay),
        Some("en") => Some(Language::English),
        _ => None,
    });
    first.unwrap_or(Language::English)
}

/// What stands on the key that shortcuts are pressed with.
pub fn control_key() -> &'static str {
    let platform = web_sys::window().and_then(|window| window.navigator().platform().ok());
    if platform.is_some_and(|platform| platform.starts_with("Mac")) { "⌘" } else { "Ctrl" }
}

/// Sets what the page as a whole shows: its language, its theme and its title.
pub fn set_language(tag: &str) {
    set_root_attribute("lang", Some(tag));
}

/// Light, dark, or as the system.
pub fn set_theme(theme: Option<Theme>) {
    let theme = theme.map(|theme| match theme {
        Theme::Light => "light",
        Theme::Dark => "dark",
    });
    set_root_attribute("data-theme", theme);
}

/// The title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

fn set_root_attribute(name: &str, value: Option<&str>) {
    let Some(root) = document().and_then(|document| document.document_element()) else { return };
    // Both fail only for names that are none.
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// What the user knows the place by where the data is: the address of the page without what is behind the host.
pub fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// Loads the page again.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // A page that could be loaded can be loaded again.
        let _ = window.location().reload();
    }
}

/// The document.
pub fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// How high the part of the page is that can be seen, in CSS pixels.
pub fn screen_height() -> f64 {
    let height = web_sys::window().and_then(|window| window.inner_height().ok());
    height.and_then(|height| height.as_f64()).unwrap_or(900.0)
}

/// How far the element's upper edge lies below that of the screen, in CSS pixels; less than nothing above it.
pub fn top_of(element: &web_sys::Element) -> f64 {
    element.get_bounding_client_rect().top()
}

/// How high the first row of a table's body is that stands for a record, in CSS pixels.
pub fn row_height(body: &web_sys::Element) -> Option<f64> {
    let row = body.query_selector("tr:not([aria-hidden])").ok().flatten()?;
    Some(row.get_bounding_client_rect().height())
}

/// How far the page is scrolled down, in CSS pixels.
pub fn scrolled() -> f64 {
    web_sys::window().and_then(|window| window.scroll_y().ok()).unwrap_or(0.0)
}

/// Scrolls the page down to there.
pub fn scroll_to(place: f64) {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, place);
    }
}

/// The element that has the focus. In a dialog that is about to leave the page, none has it any more.
pub fn focused() -> Option<HtmlElement> {
    let focused = document()?.active_element()?;
    let leaves = focused.closest(LEAVING).ok()?.is_some();
    if leaves { None } else { focused.dyn_into().ok() }
}

/// A dialog that is shown no more, see `ui::parts::modal`.
const LEAVING: &str = "dialog[hidden]";

/// Whether an event is at an element of that selector, or at something in one.
pub fn is_at(event: &web_sys::Event, selector: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|element| element.closest(selector).is_ok_and(|found| found.is_some()))
}

/// Whether the page has an element of that id.
pub fn is_there(id: &str) -> bool {
    document().is_some_and(|document| document.get_element_by_id(id).is_some())
}

/// Moves the focus to the element of that id, and shows it.
pub fn focus(id: &str) {
    let Some(document) = document() else { return };
    if document.get_element_by_id(id).is_none() {
        return;
    }
    // A dialog that is about to leave the page would keep the focus from it.
    while let Ok(Some(leaving)) = document.query_selector(LEAVING) {
        leaving.remove();
    }
    if let Some(element) = document.get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Runs something behind the frame that is about to be drawn.
pub fn behind_the_frame(run: impl FnOnce() + 'static) {
    after_drawing(|| after_drawing(run));
}

/// Runs something with the next frame, when all that was changed before is in the page.
pub fn after_drawing(run: impl FnOnce() + 'static) {
    let run = Closure::once_into_js(run);
    if let Some(window) = web_sys::window() {
        // A page that draws no more needs nothing run.
        let _ = window.request_animation_frame(run.unchecked_ref());
    }
}
