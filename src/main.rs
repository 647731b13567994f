//! Starts the application in the page.

use std::panic;

use leptos::mount::mount_to_body;
use wasm_bindgen::JsValue;

fn main() {
    panic::set_hook(Box::new(|panic| {
        tutup::ui::browser::stop_writing();
        console_error_panic_hook::hook(panic);
        tell_the_page(&panic.to_string());
    }));
    mount_to_body(tutup::ui::App);
}

/// A panic is a bug, and nothing may be written after it: the page covers everything with a panel that offers to reload and
/// to download the data. It is plain HTML and JavaScript, so it works when the program no longer does.
fn tell_the_page(message: &str) {
    let report = web_sys::CustomEventInit::new();
    report.set_detail(&JsValue::from_str(message));
    let event = web_sys::CustomEvent::new_with_event_init_dict("tutup:panic", &report);
    if let (Some(window), Ok(event)) = (web_sys::window(), event) {
        // Nobody who listens cancels it.
        let _ = window.dispatch_event(&event);
    }
}
