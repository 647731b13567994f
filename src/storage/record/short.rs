//! An opportunity written short: since schema 2, what a record says twice it says once.
//!
//! The *long* JSON is that of schema 1, and all other code knows only that. [`shorten`] leaves out what can be told from the
//! rest of the same record, [`lengthen`] puts it back; both go the same way through the record, so that what one does the
//! other undoes. An entry with a member that nobody knows stays long, and so does what is not as it should be: reading names
//! it then.
//!
//! What is put back takes memory that the text did not take. So that a text made up for it cannot use up all there is, both
//! stop at [`ROOM`]; what is behind is long.

use super::json::{Json, Members};
use super::leaf::Written;
use super::line;
use super::moments::{at_json, day_of, parse, parse_stages, parse_steps, print, print_stages, print_steps};
use crate::domain::{Fate, OpenQuoteState};

/// The first schema that is written short.
pub(super) const SINCE: u32 = 2;

/// How many bytes are put back for names, lines and changes of the stage.
const ROOM: usize = 1 << 20;

/// What an entry takes beside its texts, as a rough number of bytes.
const ENTRY: usize = 100;

/// Leaves out what can be told from the rest.
pub(super) fn shorten(json: &mut Json) {
    turn(Way::Short, json);
}

/// Puts back what was left out.
pub(super) fn lengthen(json: &mut Json) {
    turn(Way::Long, json);
}

#[derive(Clone, Copy, PartialEq)]
enum Way {
    Short,
    Long,
}

/// The way, and what is left of the room.
struct Turn {
    way: Way,
    room: usize,
}

fn turn(way: Way, json: &mut Json) {
    let Json::Object(record) = json else { return };
    let mut turn = Turn { way, room: ROOM };
    if way == Way::Long {
        turn.times(record);
    }
    let (mut quotes, mut closings) = (entries(record, "qu"), entries(record, "cl"));
    // What a closing leaves out is told by the long quotes.
    if way == Way::Short {
        turn.closings(record, &quotes, &mut closings);
        turn.quotes(record, &mut quotes);
    } else {
        turn.quotes(record, &mut quotes);
        turn.closings(record, &quotes, &mut closings);
    }
    for (name, entries) in [("qu", quotes), ("cl", closings)] {
        if !entries.is_empty() {
            record.put(name, Json::List(entries));
        }
    }
    turn.stages(record);
    if way == Way::Short {
        turn.times(record);
    }
}

impl Turn {
    /// `cr` and `mo` as one text, such as `mwpzhxc0+5yc2q`: the one in base 36, and how much later the other is.
    fn times(&self, record: &mut Members) {
        let found = (record.take("cr"), record.take("mo"));
        let (created, modified) = match (self.way, found) {
            (Way::Short, (Some(Json::Number(created)), Some(Json::Number(modified)))) => {
                match (created.as_i64(), modified.as_i64()) {
                    (Some(first), Some(then)) => (Some(Json::Text(print(first, then.wrapping_sub(first)))), None),
                    _ => (Some(Json::Number(created)), Some(Json::Number(modified))),
                }
            }
            (Way::Long, (Some(Json::Text(text)), None)) => match parse(&text) {
                Some((first, later)) => (Some(at_json(first)), Some(at_json(first.wrapping_add(later)))),
                None => (Some(Json::Text(text)), None),
            },
            (_, found) => found,
        };
        for (name, value) in [("cr", created), ("mo", modified)] {
            if let Some(value) = value {
                record.put(name, value);
            }
        }
    }

    fn quotes(&mut self, record: &Members, quotes: &mut [Json]) {
        let created = number(record, "cr");
        let lines = line::known(record);
        let (mut key, mut name) = (None, record.get("t").cloned());
        for quote in quotes {
            let Json::Object(quote) = quote else { continue };
            key = self.key(quote, key);
            name = self.name(quote, name);
            if quote.get("ln").is_none() {
                self.expect(quote, "tt", brief(record, "er"));
            }
            self.lines(quote, &lines);
            self.list(quote, "st", |entries| print_steps(entries, created), |text| parse_steps(text, created));
        }
    }

    /// The number and the revision: those that follow the quote before are left out. Returns what follows this one.
    fn key(&self, quote: &mut Members, follows: Option<(Json, i64)>) -> Option<(Json, i64)> {
        if let Some((number, revision)) = follows {
            let next = (Some(number), Some(at_json(revision)));
            match self.way {
                Way::Short if (quote.get("i"), quote.get("r")) == (next.0.as_ref(), next.1.as_ref()) => {
                    let key = (quote.take("i")?, quote.take("r")?.whole()?);
                    return Some((key.0, key.1.checked_add(1)?));
                }
                Way::Long if quote.get("i").is_none() && quote.get("r").is_none() => {
                    quote.put("i", next.0?);
                    quote.put("r", next.1?);
                }
                _ => {}
            }
        }
        Some((brief(quote, "i")?, number(quote, "r").checked_add(1)?))
    }

    /// The name: that of the quote before, or of the opportunity, is left out. Returns this one.
    fn name(&mut self, quote: &mut Members, before: Option<Json>) -> Option<Json> {
        let before = before.filter(|name| name.text().is_some_and(|name| self.affords(name.len())));
        // It must be there: nothing stands for a name that is absent.
        let expected = before.filter(|_| self.way == Way::Long || quote.get("n").is_some());
        self.seen(quote, "n", expected)
    }

    /// A line that is as the opportunity's of the same id is that id; with another amount than the budget, it is a list of
    /// the id and, if there is one, the amount.
    fn lines(&mut self, quote: &mut Members, known: &[Members]) {
        let mut entries = entries(quote, "ln");
        for entry in &mut entries {
            let turned =
                if self.way == Way::Short { line::shorten(entry, known) } else { line::lengthen(entry, known) };
            if let Some((turned, name)) = turned
                && self.affords(ENTRY + name)
            {
                *entry = turned;
            }
        }
        if !entries.is_empty() {
            quote.put("ln", Json::List(entries));
        }
    }

    fn closings(&self, record: &Members, quotes: &[Json], closings: &mut [Json]) {
        let count = closings.len();
        for (place, closing) in closings.iter_mut().enumerate() {
            let Json::Object(closing) = closing else { continue };
            // In this order each is told by what is there, whichever way it goes.
            let at = self.seen(closing, "at", brief(record, "mo"));
            let settled = if place + 1 == count { settled(quotes, at.as_ref()) } else { None };
            self.expect(closing, "sq", settled);
            self.expect(closing, "on", at.as_ref().and_then(Json::whole).map(|at| day_of(at).write()));
            self.expect(closing, "i", i64::try_from(place + 1).ok().map(at_json));
            for name in ["es", "pr", "sg"] {
                self.expect(closing, name, brief(record, if name == "es" { "er" } else { name }));
            }
            if closing.get("o").and_then(Json::text) == Some("w") {
                self.expect(closing, "ar", brief(record, "er"));
            }
        }
    }

    fn stages(&mut self, record: &mut Members) {
        let created = number(record, "cr");
        let changes = match record.get("sc") {
            Some(Json::List(changes)) => changes.len(),
            Some(Json::Text(text)) => text.bytes().filter(u8::is_ascii_uppercase).count(),
            _ => 0,
        };
        if self.affords(changes.saturating_mul(ENTRY)) {
            self.list(record, "sc", |entries| print_stages(entries, created), |text| parse_stages(text, created));
        }
    }

    /// A list that is short as one text.
    fn list(
        &self,
        members: &mut Members,
        name: &str,
        print: impl Fn(&[Json]) -> Option<Json>,
        parse: impl Fn(&str) -> Option<Json>,
    ) {
        let turned = match (self.way, members.get(name)) {
            (Way::Short, Some(Json::List(entries))) => print(entries),
            (Way::Long, Some(Json::Text(text))) => parse(text),
            _ => None,
        };
        if let Some(turned) = turned {
            members.take(name);
            members.put(name, turned);
        }
    }

    /// Leaves out a member that is as it is expected; `null` says that it is absent though something is expected.
    fn expect(&self, members: &mut Members, name: &str, expected: Option<Json>) {
        let Some(expected) = expected else { return };
        let value = match (self.way, members.take(name)) {
            (Way::Short, Some(value)) if value == expected => return,
            (Way::Short, None) => Json::Null,
            (Way::Long, None) => expected,
            (Way::Long, Some(Json::Null)) => return,
            (_, Some(value)) => value,
        };
        members.put(name, value);
    }

    /// The same, and returns the long value.
    fn seen(&self, members: &mut Members, name: &str, expected: Option<Json>) -> Option<Json> {
        let before = members.get(name).cloned();
        self.expect(members, name, expected);
        if self.way == Way::Short { before } else { members.get(name).cloned() }
    }

    fn affords(&mut self, bytes: usize) -> bool {
        let rest = self.room.checked_sub(bytes);
        self.room = rest.unwrap_or(self.room);
        rest.is_some()
    }
}

/// What the quotes say that was settled at this moment: what `sq` would.
fn settled(quotes: &[Json], at: Option<&Json>) -> Option<Json> {
    let settled = quotes.iter().filter_map(|quote| {
        let Json::Object(quote) = quote else { return None };
        let Some(Json::List(steps)) = quote.get("st") else { return None };
        let became = steps.windows(2).find_map(|pair| match pair {
            [Json::List(from), Json::List(to)] if to.get(1) == at => {
                let letters = Json::Text(from.first()?.text()?.to_owned() + to.first()?.text()?);
                <(OpenQuoteState, Fate)>::read(&letters).map(|_| letters)
            }
            _ => None,
        })?;
        Some(Json::List(vec![brief(quote, "i")?, at_json(number(quote, "r")), became]))
    });
    let settled: Vec<Json> = settled.collect();
    (!settled.is_empty()).then_some(Json::List(settled))
}

/// Takes the entries of a list; what is no list, or has no entries, stays.
fn entries(members: &mut Members, name: &str) -> Vec<Json> {
    match members.take(name) {
        Some(Json::List(entries)) if !entries.is_empty() => entries,
        Some(other) => {
            members.put(name, other);
            Vec::new()
        }
        None => Vec::new(),
    }
}

/// A number or a letter; nothing that takes room.
pub(super) fn brief(members: &Members, name: &str) -> Option<Json> {
    members
        .get(name)
        .filter(|value| matches!(value, Json::Number(_)) || value.text().is_some_and(|it| it.len() == 1))
        .cloned()
}

/// A whole number, 0 where there is none.
fn number(members: &Members, name: &str) -> i64 {
    members.get(name).and_then(Json::whole).unwrap_or(0)
}
