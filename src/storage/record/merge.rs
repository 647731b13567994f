//! Writing over what was read, so that members which this version does not know survive.
//!
//! What was read is encoded again: a member that the text has and that encoding lacks is unknown. Entries of a list are
//! the same when their ids are (`i`, with `r` where there is one), entries without an id when their places are. In an entry
//! that is itself a list (see [`places`](super::writer::places)) the places behind the known ones are unknown.

use super::json::Json;

/// `read` with everything that is known in it (`known`) replaced by `new`.
pub(super) fn merge(read: Json, known: &Json, new: Json) -> Json {
    match (read, known, new) {
        (Json::Object(mut members), Json::Object(known), Json::Object(new)) => {
            members.retain(|name| known.get(name).is_none() || new.get(name).is_some());
            for (name, value) in new.into_pairs() {
                let value = match (members.take(&name), known.get(&name)) {
                    (Some(read), Some(known)) => merge(read, known, value),
                    _ => value,
                };
                members.put(&name, value);
            }
            Json::Object(members)
        }
        (Json::List(read), Json::List(known), Json::List(mut new)) if new.iter().chain(known).any(is_leaf) => {
            new.extend(read.into_iter().skip(known.len()));
            Json::List(new)
        }
        (Json::List(read), Json::List(known), Json::List(new)) => {
            let mut old: Vec<Option<(Json, &Json)>> = read.into_iter().zip(known).map(Some).collect();
            let mut merged = |(place, value): (usize, Json)| {
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
            Json::List(new.into_iter().enumerate().map(&mut merged).collect())
        }
        (_, _, new) => new,
    }
}

fn is_leaf(value: &Json) -> bool {
    !matches!(value, Json::Object(_) | Json::List(_))
}

fn id(entry: &Json) -> Option<(&Json, Option<&Json>)> {
    let Json::Object(members) = entry else { return None };
    Some((members.get("i")?, members.get("r")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merged(read: &str, known: &str, new: &str) -> String {
        let [read, known, new] = [read, known, new].map(|text| Json::parse(text).unwrap());
        merge(read, &known, new).print().unwrap()
    }

    #[test]
    fn keeps_what_is_unknown_and_replaces_what_is_known() {
        let read = r#"{"t":"old","de":"gone","zz":{"deep":[1,2.5]},"qu":[{"i":1,"zz":1},{"i":1,"r":1,"zz":2}]}"#;
        let known = r#"{"t":"old","de":"gone","qu":[{"i":1},{"i":1,"r":1}]}"#;
        let new = r#"{"t":"new","qu":[{"i":1,"r":1},{"i":2},{"i":1}]}"#;
        let expected = r#"{"qu":[{"i":1,"r":1,"zz":2},{"i":2},{"i":1,"zz":1}],"t":"new","zz":{"deep":[1,2.5]}}"#;
        assert_eq!(merged(read, known, new), expected);
    }

    #[test]
    fn entries_without_an_id_are_known_by_their_place() {
        let read = r#"[{"at":1,"zz":1},{"at":2,"zz":2}]"#;
        let known = r#"[{"at":1},{"at":2}]"#;
        let new = r#"[{"at":1},{"at":2},{"at":3}]"#;
        assert_eq!(merged(read, known, new), r#"[{"at":1,"zz":1},{"at":2,"zz":2},{"at":3}]"#);
    }

    #[test]
    fn further_places_of_an_entry_stay() {
        let read = r#"[["d",1,null,"zz"],["a",2],["w",3,"2026-11-22",{"zz":1}]]"#;
        let known = r#"[["d",1],["a",2],["w",3,"2026-11-22"]]"#;
        assert_eq!(merged(read, known, r#"[["d",1],["a",5,"x"]]"#), r#"[["d",1,null,"zz"],["a",5,"x"]]"#);
    }
}
