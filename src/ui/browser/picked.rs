//! Reading a file that the user picked.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{FileReader, HtmlInputElement};

/// Hands over the bytes of the file that was picked, and lets the same one be picked again. Larger ones than `max` bytes are
/// read as far as one byte beyond it, which is enough to see that they are too large.
pub fn read_file(event: &web_sys::Event, max: usize, then: impl FnOnce(Result<Vec<u8>, NotRead>) + 'static) {
    let input = event.target().and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return };
    let file = input.files().and_then(|files| files.get(0));
    input.set_value("");
    let (Some(file), Ok(reader)) = (file, FileReader::new()) else { return };
    let done = reader.clone();
    let read = Closure::once_into_js(move || {
        let bytes = done.result().ok().filter(JsValue::is_object).map(|buffer| Uint8Array::new(&buffer).to_vec());
        then(bytes.ok_or(NotRead));
    });
    reader.set_onloadend(Some(read.unchecked_ref()));
    #[allow(clippy::cast_precision_loss, reason = "no limit is that large")]
    let part = file.slice_with_f64_and_f64(0.0, max as f64 + 1.0);
    if let Ok(part) = part {
        // What fails here ends the reading, and is told there.
        let _ = reader.read_as_array_buffer(&part);
    }
}

/// The browser could not read the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotRead;
