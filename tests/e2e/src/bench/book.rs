//! The book that is measured with, and in it the opportunity that is closed and edited.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::SIZES;
use crate::records::{OPPORTUNITY, sealed};

/// What is stored, by its key.
pub(super) type Book = BTreeMap<String, String>;

/// The opportunity that is closed and edited: the same in every book.
pub(super) const SUBJECT: &str = "0subject0";

/// By topic, it stands before all others.
const TOPIC: &str = "0 Subject";

/// The book of that size. The file has one opportunity less; the last one is the subject, a copy of the first open one with
/// three quotes, one of them active, in the smallest book.
pub(super) fn read(folder: &Path, size: usize) -> Result<Book> {
    let file = |size: usize| -> Result<Book> {
        let file = folder.join(format!("{size}.json"));
        let text = std::fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        Ok(serde_json::from_str(&text)?)
    };
    let mut book = file(size)?;
    book.insert(format!("{OPPORTUNITY}{SUBJECT}"), subject(&file(SIZES[0])?)?);
    Ok(book)
}

fn subject(book: &Book) -> Result<String> {
    let opportunities = book.iter().filter(|(key, _)| key.starts_with(OPPORTUNITY));
    let mut contents = opportunities.filter_map(|(_, stored)| serde_json::from_str(stored.splitn(4, '|').nth(3)?).ok());
    let mut subject: Value = contents.find(fits).context("no opportunity is open with three quotes")?;
    subject["t"] = TOPIC.into();
    Ok(sealed(2, 1, &subject))
}

/// Whether it was never closed, has three quotes, and one of them is active: its last step is.
fn fits(it: &Value) -> bool {
    let state = |quote: &Value| quote["st"].as_str()?.chars().rfind(char::is_ascii_uppercase);
    let quotes = it["qu"].as_array().map_or(&[][..], Vec::as_slice);
    it["cl"].is_null() && quotes.len() == 3 && quotes.iter().any(|quote| state(quote) == Some('A'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::open;

    #[test]
    fn the_subject_is_open_with_three_quotes_and_can_be_read() {
        let record = |json: &str| sealed(2, 1, &serde_json::from_str(json).unwrap());
        let quotes = r#""qu":[{"i":1,"st":"D0A1"},{"i":2,"st":"D0"},{"i":3,"st":"D0C1"}]"#;
        let closed = format!(r#"{{"cl":[{{"o":"l","re":"p"}}],"cr":"mwr6x8io","cy":"MYR",{quotes},"t":"Closed"}}"#);
        let none = format!(r#"{{"cr":"mwr6x8io","cy":"MYR",{},"t":"None active"}}"#, quotes.replace("A1", "C1"));
        let right = format!(r#"{{"cr":"mwr6x8io","cy":"MYR",{quotes},"t":"Right"}}"#);
        let mut book: Book = [("a", &closed), ("b", &none), ("c", &right)]
            .map(|(id, json)| (format!("{OPPORTUNITY}{id}"), record(json)))
            .into();
        let subject = open(&subject(&book).unwrap()).unwrap();
        assert_eq!((&subject["t"], &subject["qu"][0]["n"]), (&TOPIC.into(), &TOPIC.into()));
        book.remove("tutup:o:c");
        assert!(super::subject(&book).is_err());
    }
}
