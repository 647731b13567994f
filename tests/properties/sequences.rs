//! Many short sequences, each on a fresh book; a failing one is cut down to what makes it fail.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use tutup::domain::{Clock, Instant};

use super::bin;
use super::chance::{Chance, Pool};
use super::commands::{Deed, generator};
use super::invariants::Check;
use super::tally::Tally;
use super::world::{World, defaults_close};

/// Where every sequence begins: 22 November 2026, 10:00 in Kuala Lumpur.
pub const START: Clock = Clock { now: Instant(1_795_312_800_000), ahead_of_utc: 480 };

/// Whether the sequence of this seed deletes: eight do and eight do not, so that books without a bin are not forgotten.
pub fn with_bin(seed: u64) -> bool {
    seed & 8 == 0
}

/// What went wrong, and after which deeds.
struct Failure {
    complaint: String,
    deeds: Vec<Deed>,
}

/// Runs the sequence of this seed; how many deeds it has.
pub fn run(seed: u64, pool: &Pool, tally: &mut Tally) -> Result<u64, String> {
    let mut deeds = Vec::new();
    let complaint = match caught(|| sequence(seed, pool, tally, &mut deeds)) {
        Ok(()) => return Ok(deeds.len() as u64),
        Err(complaint) => complaint,
    };
    let step = deeds.len();
    let shortest = shortened(Failure { complaint: complaint.clone(), deeds });
    let tail: Vec<String> = shortest.deeds.iter().map(|deed| format!("  {deed:?}")).collect();
    Err(format!(
        "sequence {seed:#018x} failed at step {step}: {complaint}\n\
         Add {seed:#018x} to REGRESSIONS. It fails already after these {} steps ({}):\n{}",
        tail.len(),
        shortest.complaint,
        tail.join("\n"),
    ))
}

fn sequence(seed: u64, pool: &Pool, tally: &mut Tally, deeds: &mut Vec<Deed>) -> Check {
    let mut chance = Chance { rng: generator(seed), pool, bin: with_bin(seed) };
    let mut world = World::default();
    let mut clock = START;
    for step in 0..chance.rng.usize(60..=200) {
        clock = chance.clock_after(clock);
        let deed = chance.deed(&world.book, clock);
        deeds.push(deed.clone());
        world.perform(&deed, tally)?;
        if step % 16 == 15 {
            for it in world.book.opportunities() {
                defaults_close(&world.book, it, clock)?;
            }
            bin::is_apart(&world.book)?;
        }
    }
    for it in world.book.with_bin() {
        let (how, noticed) = chance.damage(it)?;
        tally.damaged(how, noticed);
    }
    Ok(())
}

/// A panic of the domain is a complaint too.
fn caught(act: impl FnOnce() -> Check) -> Check {
    catch_unwind(AssertUnwindSafe(act)).unwrap_or_else(|panic| {
        let text = panic.downcast_ref::<String>().cloned();
        let text = text.or_else(|| panic.downcast_ref::<&str>().map(ToString::to_string));
        Err(format!("panicked: {}", text.unwrap_or_default()))
    })
}

/// What these deeds come to, on a fresh book; the last of them is the one that fails.
fn replay(deeds: &[Deed]) -> Option<Failure> {
    let mut world = World::default();
    for (step, deed) in deeds.iter().enumerate() {
        let mut checked = caught(|| world.perform(deed, &mut Tally::default()));
        let clock = match deed {
            Deed::Do(_, clock) | Deed::Bulk(_, _, clock) => *clock,
            Deed::Undo(_) => START,
        };
        if checked.is_ok() {
            checked = caught(|| world.book.opportunities().try_for_each(|it| defaults_close(&world.book, it, clock)));
        }
        if checked.is_ok() {
            checked = caught(|| bin::is_apart(&world.book));
        }
        if let Err(complaint) = checked {
            return Some(Failure { complaint, deeds: deeds[..=step].to_vec() });
        }
    }
    None
}

/// Leaves out half of the deeds, a quarter … one, as long as something fails.
fn shortened(failure: Failure) -> Failure {
    // The hook is the process's: two threads that put it aside at once would not bring it back.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _alone = ONE_AT_A_TIME.lock();
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let mut shortest = replay(&failure.deeds).unwrap_or(failure);
    let mut size = shortest.deeds.len() / 2;
    while size > 0 {
        let mut start = 0;
        let mut shorter = false;
        while start < shortest.deeds.len() {
            let mut rest = shortest.deeds.clone();
            rest.drain(start..(start + size).min(shortest.deeds.len()));
            match replay(&rest) {
                Some(failure) => (shortest, shorter) = (failure, true),
                None => start += size,
            }
        }
        if size > 1 || !shorter {
            size /= 2;
        }
    }
    std::panic::set_hook(hook);
    shortest
}

/// Runs sequences on two threads until there were this many deeds; each thread has every other seed.
pub fn run_many(seed: u64, commands: u64) -> Result<(Tally, u64), String> {
    const THREADS: u64 = 2;
    let failed = AtomicBool::new(false);
    let share = commands.div_ceil(THREADS);
    let work = |thread: u64| {
        let (pool, mut tally) = (Pool::new(), Tally::default());
        let (mut done, mut sequences) = (0, 0);
        while done < share && !failed.load(Ordering::Relaxed) {
            let of_sequence = seed.wrapping_add(sequences * THREADS + thread);
            done += run(of_sequence, &pool, &mut tally).inspect_err(|_| failed.store(true, Ordering::Relaxed))?;
            sequences += 1;
        }
        Ok::<_, String>((tally, sequences))
    };
    std::thread::scope(|scope| {
        let work = &work;
        let threads: Vec<_> = (0..THREADS).map(|thread| scope.spawn(move || work(thread))).collect();
        let mut all = (Tally::default(), 0);
        for thread in threads {
            let (tally, sequences) = thread.join().unwrap_or_else(|_| Err("a thread panicked".into()))?;
            all.0.add(&tally);
            all.1 += sequences;
        }
        Ok(all)
    })
}
