//! What can be wrong with a stored value, and where.

use std::fmt::Display;

use serde_json::error::Category;

use crate::domain::Breach;

/// Why a stored value is no record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Damage {
    /// Its key names an opportunity, and no id.
    Key,
    /// It does not look like `<checksum>|<schema>|<revision>|<json>`.
    Envelope,
    /// It is not what was written.
    Checksum,
    /// A later version of the program wrote it.
    NewerSchema {
        /// Its schema.
        schema: u64,
    },
    /// It is no JSON, from this byte of the JSON on.
    Json {
        /// Counted from 0.
        at: usize,
    },
    /// A member is not as it must be.
    Field(FieldDamage),
    /// It breaks rules that hold for every record.
    Rules(Vec<Breach>),
}

/// A member that is not as it must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldDamage {
    /// The way there, such as `qu[0].st[2][1]`; the names are those of `docs/stored-format.md`.
    pub path: String,
    /// What is wrong there.
    pub flaw: Flaw,
}

/// What is wrong with a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It is not there, and must be.
    Missing,
    /// It is there, and what else is there forbids it.
    Misplaced,
    /// It is nothing that can stand there.
    Invalid,
    /// It is there twice, or is the id of another entry of its list.
    Double,
}

impl Damage {
    /// What the parser found, with the place where it stopped.
    pub(super) fn of(error: &serde_json::Error, json: &str) -> Self {
        let line = json.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
        let at = (line + error.column()).min(json.len());
        match error.classify() {
            Category::Data => Self::Field(FieldDamage { path: path_at(json, at), flaw: Flaw::Invalid }),
            Category::Io | Category::Syntax | Category::Eof => Self::Json { at },
        }
    }
}

impl From<FieldDamage> for Damage {
    fn from(field: FieldDamage) -> Self {
        Self::Field(field)
    }
}

impl FieldDamage {
    pub(super) fn new(path: impl Display, flaw: Flaw) -> Self {
        Self { path: path.to_string(), flaw }
    }

    /// The same, seen from outside the list entry.
    pub(super) fn within(self, list: &str, entry: usize) -> Self {
        let dot = if self.path.starts_with('[') { "" } else { "." };
        Self { path: format!("{list}[{entry}]{dot}{}", self.path), flaw: self.flaw }
    }
}

/// The way to the value in which the parser was when it had read `at` bytes.
fn path_at(json: &str, at: usize) -> String {
    let mut path: Vec<Step> = Vec::new();
    let mut text: Option<String> = None;
    let mut escaped = false;
    for c in json.get(..at).unwrap_or(json).chars() {
        match (&mut text, c) {
            (Some(_), '"') if !escaped => {
                let name = text.take().unwrap_or_default();
                if let Some(Step::Member(member, true)) = path.last_mut() {
                    *member = name;
                }
            }
            (Some(text), _) => {
                escaped = c == '\\' && !escaped;
                text.push(c);
            }
            (None, '"') => text = Some(String::new()),
            (None, '{') => path.push(Step::Member(String::new(), true)),
            (None, '[') => path.push(Step::Entry(0)),
            (None, '}' | ']') => drop(path.pop()),
            (None, ':' | ',') => match path.last_mut() {
                Some(Step::Member(_, expected)) => *expected = c == ',',
                Some(Step::Entry(entry)) => *entry += 1,
                None => {}
            },
            (None, _) => {}
        }
    }
    let written = path.iter().map(|step| match step {
        Step::Member(name, _) => format!(".{name}"),
        Step::Entry(entry) => format!("[{entry}]"),
    });
    written.collect::<String>().trim_start_matches('.').to_owned()
}

enum Step {
    /// In an object: the member's name, and whether a name is what comes next.
    Member(String, bool),
    /// In a list: which entry.
    Entry(usize),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_way_to_the_place_where_the_parser_stopped() {
        let json = r#"{"t":"a{\"[","qu":[{"i":1},{"i":2,"st":[{"at":5}]}],"z":0}"#;
        let path = |until: &str| path_at(json, json.find(until).unwrap() + until.len());
        assert_eq!(path(r#""a{\"[""#), "t");
        assert_eq!(path(r#"{"i":1"#), "qu[0].i");
        assert_eq!(path(r#"{"at":5"#), "qu[1].st[0].at");
        assert_eq!(path(r#""z":0"#), "z");
        assert_eq!(path_at(json, json.len()), "");
    }
}
