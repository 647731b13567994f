//! Unsaved input as the browser's session keeps it: a list of fields, each with its name and what was typed.

use super::record::Json;

/// The fields as text.
///
/// ```
/// use tutup::storage::{parse_input, print_input};
/// let typed = vec![("topic".to_owned(), "ERP".to_owned())];
/// assert_eq!(print_input(&typed), r#"[["topic","ERP"]]"#);
/// assert_eq!(parse_input(&print_input(&typed)), Some(typed));
/// ```
pub fn print_input(fields: &[(String, String)]) -> String {
    let field = |(name, text): &(String, String)| Json::List(vec![Json::Text(name.clone()), Json::Text(text.clone())]);
    Json::List(fields.iter().map(field).collect()).print().unwrap_or_default()
}

/// The fields that were written as this text; `None` for any other text.
pub fn parse_input(text: &str) -> Option<Vec<(String, String)>> {
    let Json::List(fields) = Json::parse(text).ok()? else { return None };
    let field = |field: &Json| match field {
        Json::List(field) => match field.as_slice() {
            [Json::Text(name), Json::Text(text)] => Some((name.clone(), text.clone())),
            _ => None,
        },
        _ => None,
    };
    fields.iter().map(field).collect()
}
