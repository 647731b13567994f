//! Writing over what was read, so that members which this version does not know survive.
//!
//! What was read is encoded again: a member that the text has and that encoding lacks is unknown. Entries of a list are
//! the same when their ids are (`i`, with `r` where there is one), entries without an id when their places are. In an entry
//! that is itself a list (see [`places`](super::places)) the places behind the known ones are unknown.

use serde_json::Value;

/// `read` with everything that is known in it (`known`) replaced by `new`.
pub(super) fn merge(read: Value, known: &Value, new: Value) -> Value {
    match (read, known, new) {
        (Value::Object(mut members), Value::Object(known), Value::Object(new)) => {
            members.retain(|name, _| !known.contains_key(name) || new.contains_key(name));
            for (name, value) in new {
                let value = match (members.remove(&name), known.get(&name)) {
                    (Some(read), Some(known)) => merge(read, known, value),
                    _ => value,
                };
                members.insert(name, value);
            }
            Value::Object(members)
        }
        (Value::Array(read), Value::Array(known), Value::Array(mut new)) if new.iter().chain(known).any(is_leaf) => {
            new.extend(read.into_iter().skip(known.len()));
            Value::Array(new)
        }
        (Value::Array(read), Value::Array(known), Value::Array(new)) => {
            let mut old: Vec<Option<(Value, &Value)>> = read.into_iter().zip(known).map(Some).collect();
            let mut merged = |(place, value): (usize, Value)| {
                let id = id(&value);
                let same = match id {
                    None => old.get_mut(place),
                    Some(_) => old.iter_mut().find(|old| matches!(old, Some((_, known)) if self::id(known) == id)),
                };
                match same.and_then(Option::take) {
                    Some((read, known)) => merge(read, known, value),
                    None => value,
                }
            };
            Value::Array(new.into_iter().enumerate().map(&mut merged).collect())
        }
        (_, _, new) => new,
    }
}

/// The value without members that stand for nothing: `null`, `false` and empty lists, and `null` at the end of a list.
pub(super) fn without_absent(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let kept = members.into_iter().map(|(name, value)| (name, without_absent(value)));
            let absent = |value: &Value| match value {
                Value::Null | Value::Bool(false) => true,
                Value::Array(entries) => entries.is_empty(),
                _ => false,
            };
            Value::Object(kept.filter(|(_, value)| !absent(value)).collect())
        }
        Value::Array(entries) => {
            let mut entries: Vec<Value> = entries.into_iter().map(without_absent).collect();
            while entries.pop_if(|last| last.is_null()).is_some() {}
            Value::Array(entries)
        }
        value => value,
    }
}

fn is_leaf(value: &Value) -> bool {
    !value.is_object() && !value.is_array()
}

fn id(entry: &Value) -> Option<(&Value, Option<&Value>)> {
    Some((entry.get("i")?, entry.get("r")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn keeps_what_is_unknown_and_replaces_what_is_known() {
        let read = json!({"t": "old", "de": "gone", "zz": {"deep": [1, 2]}, "qu": [{"i": 1, "zz": 1}, {"i": 1, "r": 1, "zz": 2}]});
        let known = json!({"t": "old", "de": "gone", "qu": [{"i": 1}, {"i": 1, "r": 1}]});
        let new = json!({"t": "new", "qu": [{"i": 1, "r": 1}, {"i": 2}, {"i": 1}]});
        let merged = merge(read, &known, new);
        let qu = json!([{"i": 1, "r": 1, "zz": 2}, {"i": 2}, {"i": 1, "zz": 1}]);
        assert_eq!(merged, json!({"t": "new", "zz": {"deep": [1, 2]}, "qu": qu}));
    }

    #[test]
    fn entries_without_an_id_are_known_by_their_place() {
        let read = json!([{"at": 1, "zz": 1}, {"at": 2, "zz": 2}]);
        let known = json!([{"at": 1}, {"at": 2}]);
        let merged = merge(read, &known, json!([{"at": 1}, {"at": 2}, {"at": 3}]));
        assert_eq!(merged, json!([{"at": 1, "zz": 1}, {"at": 2, "zz": 2}, {"at": 3}]));
    }

    #[test]
    fn further_places_of_an_entry_stay() {
        let read = json!([["d", 1, null, "zz"], ["a", 2], ["w", 3, "2026-11-22", {"zz": 1}]]);
        let known = json!([["d", 1], ["a", 2], ["w", 3, "2026-11-22"]]);
        let merged = merge(read.clone(), &known, known.clone());
        assert_eq!(merged, read);
        let merged = merge(read, &known, json!([["d", 1], ["a", 5, "x"]]));
        assert_eq!(merged, json!([["d", 1, null, "zz"], ["a", 5, "x"]]));
    }

    #[test]
    fn writes_nothing_for_what_is_absent() {
        let value = json!({"a": null, "b": false, "c": [], "d": 0, "e": [{"f": null, "g": ""}, [1, null, 2, null]]});
        assert_eq!(without_absent(value), json!({"d": 0, "e": [{"g": ""}, [1, null, 2]]}));
    }
}
