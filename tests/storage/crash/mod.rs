//! The machine stops, or the store fails, at every single operation of every act.
//!
//! Each act is run on a copy of the same disk once for every operation it takes and every way to fail there, on disks of
//! several sizes. Afterwards the disk holds what was there before or all of the act, never something between, and the user
//! was told which (promises 1, 2 and 7). What is found is then recovered, and that is stopped at every operation too.

mod acts;
mod disk;
mod verdict;

use std::collections::BTreeMap;

use acts::{Act, acts};
use disk::{Fault, Missing};
use verdict::{Case, Violation};

/// How many cases an act went through.
type Counts = BTreeMap<&'static str, usize>;

#[test]
fn p1_p2_p7_wherever_it_stops_or_fails_an_act_is_wholly_done_or_not_at_all() {
    let mut counts = Counts::new();
    for act in acts() {
        let found = enumerate(&act, Missing::Nothing, &mut counts);
        assert_eq!(found, None, "{}", act.name);
    }
    let all: usize = counts.values().sum();
    for (name, count) in &counts {
        println!("{count:>8} cases: {name}");
        assert!(*count >= 500, "{name}: {count}");
    }
    println!("{all:>8} cases in all");
    assert!(all >= 20_000);
}

/// Tries everything; returns the first case that ended badly.
fn enumerate(act: &Act, missing: Missing, counts: &mut Counts) -> Option<Violation> {
    for room in act.rooms() {
        for fault in [Fault::Stop, Fault::Once, Fault::Lasting] {
            for at in 1.. {
                let case = Case { act, missing, room, fault, at };
                let verdict = case.judge(&mut || *counts.entry(act.name).or_default() += 1);
                match verdict {
                    Err(violation) => return Some(violation),
                    // The act takes fewer operations than that.
                    Ok(false) => break,
                    Ok(true) => {}
                }
            }
        }
    }
    None
}

/// What shows that the enumeration would notice.
#[test]
fn p2_without_the_overlay_or_the_flip_violations_are_found() {
    for missing in [Missing::Overlay, Missing::Flip] {
        let staged = acts().into_iter().find(|act| act.name.contains("staged")).unwrap();
        let found = enumerate(&staged, missing, &mut Counts::new());
        println!("{missing:?}: {found:?}");
        assert!(found.is_some(), "{missing:?}");
    }
}
