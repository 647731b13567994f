//! What holds of the domain whatever is done to it: random sequences of commands over small books, and a walk over all
//! states of one opportunity with its quotes.
//!
//! The rules are said a second time in `properties/`: what is allowed (`verdict`), what an act changes (`relation`,
//! `lists`, `bulk`) and what holds in every state (`invariants`). Environment: `TUTUP_COMMANDS`, `TUTUP_SEED`,
//! `TUTUP_STATES`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::sync::Mutex;
use std::time::Instant;

#[path = "properties/bin.rs"]
mod bin;
#[path = "properties/bulk.rs"]
mod bulk;
#[path = "properties/chance.rs"]
mod chance;
#[path = "properties/commands.rs"]
mod commands;
#[path = "properties/damage.rs"]
mod damage;
#[path = "properties/edits.rs"]
mod edits;
#[path = "properties/invariants.rs"]
mod invariants;
#[path = "properties/lists.rs"]
mod lists;
#[path = "properties/moves.rs"]
mod moves;
#[path = "properties/relation.rs"]
mod relation;
#[path = "properties/sequences.rs"]
mod sequences;
#[path = "properties/tally.rs"]
mod tally;
#[path = "properties/verdict.rs"]
mod verdict;
#[path = "properties/walk.rs"]
mod walk;
#[path = "properties/world.rs"]
mod world;

use invariants::{QUOTE_STEPS, Stand};
use walk::{Bounds, Walk};

use tally::{KINDS, PROBLEMS, REFUSALS, Tally, UNDO};

/// Sequences that failed once, each with what it found; they run first.
const REGRESSIONS: &[(u64, &str)] = &[
    (0x7475_7475_7000_001e, "the parts of a bulk act did not see each other: two new quotes got one number"),
    (0x7475_7475_7000_0038, "a bulk closing offered the total of a quote that was not to win"),
    (0x7475_7475_7000_050d, "a correction kept a reason that was no longer listed for the other outcome"),
];

const COMMANDS: u64 = 5_000_000;
const STATES: usize = 2_000_000;
const SEED: u64 = 0x7475_7475_7000_0000;

/// Each test takes both cores for itself, so that what it prints as its time is its own.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// The number of this name in the environment, decimal or `0x…`.
fn from_environment(name: &str) -> Option<u64> {
    let text = std::env::var(name).ok()?;
    let number = match text.strip_prefix("0x") {
        Some(hex) => u64::from_str_radix(hex, 16),
        None => text.replace('_', "").parse(),
    };
    Some(number.unwrap_or_else(|_| panic!("{name}={text} is no number")))
}

#[test]
fn sequences_that_failed_once_pass() {
    let pool = chance::Pool::new();
    for (seed, found) in REGRESSIONS {
        if let Err(failure) = sequences::run(*seed, &pool, &mut Tally::default()) {
            panic!("again: {found}\n{failure}");
        }
    }
}

#[test]
fn random_commands_keep_the_rules() {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let seed = from_environment("TUTUP_SEED").unwrap_or(SEED);
    let commands = from_environment("TUTUP_COMMANDS").unwrap_or(COMMANDS);
    println!("TUTUP_SEED={seed:#018x} TUTUP_COMMANDS={commands}");
    let start = Instant::now();
    let (tally, sequences) = sequences::run_many(seed, commands).unwrap_or_else(|failure| panic!("{failure}"));
    let [accepted, idle, refused] = tally.sums();
    let all = accepted + idle + refused;
    println!("{all} commands in {sequences} sequences, {:.1} s", start.elapsed().as_secs_f64());
    tally.print();
    assert!(all >= commands);
    assert!(accepted * 3 >= all, "only {accepted} of {all} commands changed something");
    // A short run cannot meet everything that is rare.
    if commands >= 200_000 {
        everything_was_met(&tally);
    }
}

/// Three quotes with totals that may be absent; two with lines that may lack an amount; and one with the bin, which would
/// double the states of the others.
#[test]
fn every_state_of_one_opportunity_keeps_the_rules() {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let states = from_environment("TUTUP_STATES").map_or(STATES, |states| usize::try_from(states).unwrap());
    let three = Bounds { numbers: 3, revisions: 2, closings: 3, lines: false, bin: false, states };
    let two = Bounds { numbers: 2, lines: true, ..three };
    let one = Bounds { numbers: 1, bin: true, ..three };
    let walks = [three, two, one].map(|bounds| {
        let start = Instant::now();
        let found = walk::walk(bounds).unwrap_or_else(|failure| panic!("{failure}"));
        let Walk { states, in_bin, edges, accepted, depth, complete, .. } = &found;
        println!(
            "{bounds:?}\n{states} states ({in_bin} in the bin), {edges} edges ({accepted} accepted), depth {depth}, complete: {complete}, {:.1} s",
            start.elapsed().as_secs_f64()
        );
        println!("opportunity: {:?}\nquote: {:?}\nrefusals: {:?}", found.statuses, found.quote_steps, found.refusals);
        found
    });
    for found in walks.iter().filter(|found| found.complete) {
        assert!(found.quote_stands.iter().eq(&Stand::ALL), "only {:?}", found.quote_stands);
        assert!(found.quote_steps.keys().eq(&QUOTE_STEPS), "only {:?}", found.quote_steps);
        // Closed, corrected, reopened, and back.
        for from in ["Open", "Won", "Lost"] {
            for to in ["Open", "Won", "Lost"] {
                assert!(found.statuses.contains_key(&(from, to)), "never from {from} to {to}");
            }
        }
    }
    if walks.iter().all(|found| found.complete) {
        // What concerns the lists has no place here.
        let others = ["NoEntry", "EntryExists", "LastReason", "InUse", "BuiltIn"];
        for name in REFUSALS.iter().filter(|name| !others.contains(name)) {
            assert!(walks.iter().any(|found| found.refusals.contains_key(name)), "nothing was refused for {name}");
        }
    }
}

fn everything_was_met(tally: &Tally) {
    for kind in KINDS.into_iter().chain([UNDO]) {
        let [accepted, _, refused] = tally.kinds.get(kind).copied().unwrap_or_default();
        assert!(accepted > 0, "\"{kind}\" was never accepted");
        // Nothing can be wrong with preferences.
        assert_eq!(refused > 0, kind != "preferences", "\"{kind}\" was refused {refused} times");
    }
    for name in REFUSALS.iter().chain(&PROBLEMS) {
        assert!(tally.refusals.contains_key(name), "nothing was refused for {name}");
    }
    let harmful = |(how, [noticed, _]): (&&str, &[u64; 2])| *how == "nothing" || *noticed > 0;
    assert!(tally.damages.iter().all(harmful), "a damage never broke anything");
}
