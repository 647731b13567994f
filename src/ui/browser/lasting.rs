//! Whether the browser may empty its storage by itself, as browsers do when the device runs short of space.

use std::sync::atomic::{AtomicBool, Ordering};

use js_sys::Promise;
use wasm_bindgen::{JsValue, closure::Closure};
use web_sys::StorageManager;

/// Asks the browser to promise that it will not, once a page. Some ask the user; what comes of it is seen by [`is_lasting`].
pub fn ask_to_last() {
    if !ASKED.swap(true, Ordering::Relaxed) {
        // A browser that cannot promise it keeps the data as it did before.
        answered(StorageManager::persist, |_| ());
    }
}

static ASKED: AtomicBool = AtomicBool::new(false);

/// Tells whether the browser has promised it; a browser that does not say never calls.
pub fn is_lasting(tell: impl FnMut(bool) + 'static) {
    answered(StorageManager::persisted, tell);
}

/// Hands over what the browser answers, should it answer. Over plain HTTP there is nobody to ask: then the call fails.
fn answered(ask: fn(&StorageManager) -> Result<Promise, JsValue>, mut tell: impl FnMut(bool) + 'static) {
    let Some(Ok(answer)) = web_sys::window().map(|window| ask(&window.navigator().storage())) else { return };
    let told = Closure::new(move |answer: JsValue| answer.as_bool().into_iter().for_each(&mut tell));
    let failed = Closure::new(|_: JsValue| ());
    // What comes of telling is awaited by nobody.
    let _ = answer.then2(&told, &failed);
    told.forget();
    failed.forget();
}
