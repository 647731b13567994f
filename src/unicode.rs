//! Unicode's tables, which everybody has who reads text: the browser in the browser, a library elsewhere.
//!
//! The ground under all floors. The tables of normalisation are larger than everything else that the rules need, and every
//! browser has them; so the program does not ship them a second time. Both ways give the same text for the same text, so the
//! rules stay pure; both are held against one table of cases, `tests/fixtures/unicode.rs`.

#[cfg(target_arch = "wasm32")]
pub use browser::{decomposed_without_marks, nfc};
#[cfg(not(target_arch = "wasm32"))]
pub use library::{decomposed_without_marks, nfc};

#[cfg(target_arch = "wasm32")]
mod browser {
    use js_sys::{JsString, RegExp};

    thread_local! {
        /// Made once: a book has thousands of texts with accents.
        static MARKS: RegExp = RegExp::new(r"\p{M}", "gu");
    }

    /// The text in normalisation form C.
    pub fn nfc(text: &str) -> String {
        if text.is_ascii() { text.to_owned() } else { normalized(text, "NFC").into() }
    }

    /// The text in normalisation form D without its combining marks.
    pub fn decomposed_without_marks(text: &str) -> String {
        if text.is_ascii() {
            return text.to_owned();
        }
        MARKS.with(|marks| normalized(text, "NFD").replace_by_pattern(marks, "").into())
    }

    fn normalized(text: &str, form: &str) -> JsString {
        JsString::from(text).normalize(form)
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod library {
    use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

    /// The text in normalisation form C.
    pub fn nfc(text: &str) -> String {
        if text.is_ascii() { text.to_owned() } else { text.nfc().collect() }
    }

    /// The text in normalisation form D without its combining marks.
    pub fn decomposed_without_marks(text: &str) -> String {
        if text.is_ascii() {
            return text.to_owned();
        }
        text.nfd().filter(|&c| !is_combining_mark(c)).collect()
    }
}
