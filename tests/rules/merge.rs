//! Two hands on one form: whose each field is, and what is to be chosen.

use std::collections::BTreeSet;

use tutup::domain::forms::{ChangedBy, Merge, Side, Typed, Unsaved};

/// `topic=A lines=a,b`: a form; the lines are rows.
fn form(text: &str) -> Typed {
    let field = |part: &str| {
        let (name, held) = part.split_once('=').unwrap();
        let rows = |held: &str| held.split(',').map(|row| ("line-name".to_owned(), row.to_owned())).collect();
        if name == "lines" { rows(held) } else { vec![(name.to_owned(), held.to_owned())] }
    };
    Typed(text.split_whitespace().flat_map(field).collect())
}

fn names(text: &str) -> BTreeSet<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

fn sorted(typed: &Typed) -> Vec<(String, String)> {
    let mut fields: Vec<_> = typed.0.iter().filter(|(_, text)| !text.is_empty()).cloned().collect();
    fields.sort_by(|one, other| one.0.cmp(&other.0));
    fields
}

/// `topic:both stage:theirs`, in the order of the form.
fn told(merge: &Merge) -> String {
    let by = |by| match by {
        ChangedBy::Ours => "ours",
        ChangedBy::Theirs => "theirs",
        ChangedBy::Both => "both",
    };
    let told = merge.differences().iter().map(|it| format!("{}:{}", it.field, by(it.by)));
    told.collect::<Vec<_>>().join(" ")
}

struct Case {
    base: &'static str,
    ours: &'static str,
    theirs: &'static str,
    told: &'static str,
    /// The form when each of both is ours, and when it is theirs.
    made: [&'static str; 2],
}

const CASES: &[Case] = &[
    Case { base: "t=A", ours: "t=A", theirs: "t=A", told: "", made: ["t=A", "t=A"] },
    Case { base: "t=A", ours: "t=B", theirs: "t=A", told: "t:ours", made: ["t=B", "t=B"] },
    Case { base: "t=A", ours: "t=A", theirs: "t=C", told: "t:theirs", made: ["t=C", "t=C"] },
    Case { base: "t=A", ours: "t=B", theirs: "t=C", told: "t:both", made: ["t=B", "t=C"] },
    // Both changed it to the same: there is nothing to choose.
    Case { base: "t=A", ours: "t=B", theirs: "t=B", told: "", made: ["t=B", "t=B"] },
    // Each changed another field: both changes are kept.
    Case {
        base: "t=A c=K s=1",
        ours: "t=B c=K s=1",
        theirs: "t=A c=L s=1",
        told: "t:ours c:theirs",
        made: ["t=B c=L s=1", "t=B c=L s=1"],
    },
    // A field that was emptied was changed.
    Case { base: "t=A c=K", ours: "t=A c=", theirs: "t=A c=L", told: "c:both", made: ["t=A", "t=A c=L"] },
    // All rows are one field.
    Case {
        base: "t=A lines=a",
        ours: "t=A lines=a,b",
        theirs: "t=A lines=c",
        told: "lines:both",
        made: ["t=A lines=a,b", "t=A lines=c"],
    },
    // The sum of lines is chosen with them, for it makes no sense without them.
    Case {
        base: "n=Q total=5",
        ours: "n=Q lines=a",
        theirs: "n=Q total=7",
        told: "lines:both",
        made: ["n=Q lines=a", "n=Q total=7"],
    },
    Case { base: "lines=a", ours: "total=5", theirs: "total=7", told: "lines:both", made: ["total=5", "total=7"] },
    Case {
        base: "revenue-source=UserProvided estimated-revenue=5",
        ours: "revenue-source=Calculated",
        theirs: "revenue-source=UserProvided estimated-revenue=7",
        told: "revenue-source:both",
        made: ["revenue-source=Calculated", "revenue-source=UserProvided estimated-revenue=7"],
    },
    // While both are typed they are two fields.
    Case {
        base: "revenue-source=UserProvided estimated-revenue=5",
        ours: "revenue-source=UserProvided estimated-revenue=6",
        theirs: "revenue-source=UserProvided estimated-revenue=7",
        told: "estimated-revenue:both",
        made: ["revenue-source=UserProvided estimated-revenue=6", "revenue-source=UserProvided estimated-revenue=7"],
    },
];

#[test]
fn a_field_that_one_changed_is_that_ones_and_one_that_both_changed_is_to_be_chosen() {
    for Case { base, ours, theirs, told: wanted, made } in CASES {
        let merge = Merge::of(Some(form(base)), form(ours), form(theirs), &BTreeSet::new());
        assert_eq!(told(&merge), *wanted, "{base} / {ours} / {theirs}");
        for (side, made) in [Side::Ours, Side::Theirs].into_iter().zip(made) {
            let chosen = merge.chosen(|difference| match difference.by {
                ChangedBy::Ours => Side::Ours,
                ChangedBy::Theirs => Side::Theirs,
                ChangedBy::Both => side,
            });
            assert_eq!(sorted(&chosen), sorted(&form(made)), "{base} / {ours} / {theirs} with {side:?}");
        }
    }
}

#[test]
fn where_it_is_not_known_what_both_were_made_of_everything_is_to_be_chosen() {
    let merge = Merge::of(None, form("t=A c=K s=1"), form("t=B c=L s=1"), &BTreeSet::new());
    assert_eq!(told(&merge), "t:both c:both");
}

#[test]
fn what_was_chosen_for_one_field_does_not_reach_the_others() {
    let merge = Merge::of(None, form("t=A c=K lines=a"), form("t=B c=L lines=b,c"), &BTreeSet::new());
    let chosen = merge.chosen(|it| if it.field == "c" { Side::Ours } else { Side::Theirs });
    assert_eq!(sorted(&chosen), sorted(&form("t=B c=K lines=b,c")));
}

#[test]
fn a_newer_version_beside_the_same_input_is_asked_about_anew() {
    let merge = Merge::of(Some(form("t=A c=K")), form("t=B c=K"), form("t=C c=K"), &BTreeSet::new());
    assert_eq!(told(&merge.beside(form("t=D c=L"))), "t:both c:theirs");
    // What was in question stays so, though the newer version went back to what both were made of.
    assert_eq!(told(&merge.beside(form("t=A c=K"))), "t:both");
    assert_eq!(told(&merge.beside(form("t=B c=K"))), "");
}

struct Followed {
    record: &'static str,
    held: &'static str,
    then: &'static str,
    wanted: &'static str,
    contested: &'static str,
}

const FOLLOWED: &[Followed] = &[
    Followed { record: "t=A c=K", held: "t=B c=K", then: "t=A c=L", wanted: "t=B c=L", contested: "" },
    Followed { record: "t=A c=K", held: "t=B c=K", then: "t=C c=K", wanted: "t=B c=K", contested: "t" },
    Followed { record: "t=A", held: "t=B", then: "t=B", wanted: "t=B", contested: "" },
    Followed { record: "t=A", held: "t=A lines=a", then: "t=B", wanted: "t=B lines=a", contested: "" },
    Followed { record: "lines=a", held: "lines=a,b", then: "lines=c", wanted: "lines=a,b", contested: "lines" },
];

#[test]
fn what_the_user_changed_stays_when_the_record_changes_and_is_contested_where_both_did() {
    for Followed { record, held, then, wanted, contested } in FOLLOWED {
        let unsaved = Unsaved { held: form(held), record: form(record), contested: BTreeSet::new() };
        let after = unsaved.on(&form(then), &BTreeSet::new());
        assert_eq!(sorted(&after.held), sorted(&form(wanted)), "{held} on {then}");
        assert_eq!(after.contested, names(contested), "{held} on {then}");
        assert_eq!(after.record, form(then));
    }
}

#[test]
fn a_contested_field_stays_so_until_both_say_the_same() {
    let unsaved = Unsaved { held: form("t=B c=K"), record: form("t=A c=K"), contested: BTreeSet::new() };
    let second = unsaved.on(&form("t=C c=K"), &BTreeSet::new());
    let third = second.on(&form("t=C c=L"), &BTreeSet::new());
    assert_eq!(third.contested, names("t"), "an unrelated change decides nothing");
    assert!(third.on(&form("t=B c=L"), &BTreeSet::new()).contested.is_empty());
}

#[test]
fn r12_a_currency_that_is_locked_by_now_is_the_records() {
    let unsaved =
        Unsaved { held: form("t=B currency=USD"), record: form("t=A currency=MYR"), contested: BTreeSet::new() };
    let on = |fixed| unsaved.on(&form("t=A currency=JPY"), &names(fixed));
    assert_eq!((sorted(&on("").held), on("").contested), (sorted(&form("t=B currency=USD")), names("currency")));
    assert_eq!(sorted(&on("currency").held), sorted(&form("t=B currency=JPY")));
    assert!(on("currency").contested.is_empty());
}
