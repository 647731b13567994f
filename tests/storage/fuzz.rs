//! Texts that nobody wrote: reading them never panics, takes no more than its share of time and memory, and what is read
//! can be written and read again.

use std::path::Path;

use tutup::domain::Key;
use tutup::storage::{Damage, Place, Shelf, decode, encode};

use super::examples::id;
use super::mutation::{self, Target};
use super::record::{Verdict, check, check_any, resealed, sealed};
use super::{generated, versions};

const SEED: u64 = 20_261_122;
const CASES: usize = 700_000;

/// Records of all kinds: what earlier programs wrote, the sample among it, and some of a generated book.
struct Records {
    keys: Vec<Key>,
    texts: Vec<String>,
}

impl Records {
    fn new() -> Self {
        let old = versions::schema_1().into_iter().chain(versions::schema_2());
        let old = old.map(|(key, _, value)| (key.to_owned(), value.to_owned()));
        let generated = generated::stored(&generated::book(SEED, 40), Shelf::Main);
        let place = |key: &str| Shelf::Main.place(key).or_else(|| Shelf::Demo.place(key));
        let (keys, texts) = old
            .chain(generated)
            .filter_map(|(key, text)| match place(&key) {
                Some(Place::Record(key)) => Some((key, text)),
                _ => None,
            })
            .unzip();
        Self { keys, texts }
    }
}

impl Target for Records {
    fn samples(&self) -> &[String] {
        &self.texts
    }

    fn resealed(&self, text: &str) -> String {
        resealed(text)
    }

    fn try_text(&self, sample: usize, text: &str) -> Verdict {
        check(self.keys[sample], text)
    }
}

#[test]
fn p8_no_text_makes_the_reading_of_a_record_panic() {
    let tally = mutation::run(&Records::new(), SEED, CASES);
    println!("records, seed {SEED}: {tally}");
    assert_eq!(tally.cases, CASES);
    // Else it would only be the checksum that is tried.
    assert!(tally.sealed > CASES * 4 / 10, "{tally:?}");
    assert!(tally.read > CASES / 20, "{tally:?}");
}

/// What the fuzzer found worth keeping: one text for each way through the reader that it knows.
#[test]
fn p8_what_the_fuzzer_kept_still_holds() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/record");
    let mut verdicts = Vec::new();
    for entry in std::fs::read_dir(corpus).unwrap() {
        let input = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        verdicts.extend(check_any(&input));
    }
    let count = |wanted| verdicts.iter().filter(|verdict| **verdict == wanted).count();
    let counts = [Verdict::Unsealed, Verdict::Refused, Verdict::Read].map(count);
    println!("unsealed, refused, read: {counts:?}");
    assert!(counts.iter().all(|count| *count > 0), "{counts:?}");
}

const ONE: fn() -> Key = || Key::Opportunity(id(1));

fn opportunity(members: &str) -> String {
    sealed(&format!(r#"1|7|{{"cr":0,"cy":"MYR","mo":0,"t":"A"{members}}}"#))
}

/// The parser goes 127 levels deep, and the stack is safe. What it passes over, because nobody knows it, may be deeper;
/// then the record can be read, and is not written over.
#[test]
fn p8_depth_is_bounded() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    for (depth, kept) in [(1, true), (126, true), (127, false), (1_000, false), (2_000_000, false)] {
        let unknown = opportunity(&format!(r#","zz":{}"#, nested(depth)));
        let read = decode(ONE(), &unknown).unwrap();
        match encode(&read.record, Some(&read)) {
            Ok(over) => assert!(kept && over.ends_with(&format!("{}}}", nested(depth)))),
            Err(why) => assert!(!kept && matches!(why, Damage::Json { .. }), "{depth}: {why:?}"),
        }
        let known = opportunity(&format!(r#","qu":{}"#, nested(depth)));
        let json = matches!(decode(ONE(), &known), Err(Damage::Json { .. }));
        assert_eq!(json, !kept, "{depth}");
        assert!(decode(ONE(), &sealed(&format!("1|7|{}", "[".repeat(depth)))).is_err());
        assert!(decode(ONE(), &sealed(&format!("1|7|{}", r#"{"qu":"#.repeat(depth)))).is_err());
    }
}

/// An object as large as the whole store, its members in the worst order. With the square of its size this would take
/// many minutes.
#[test]
fn p8_time_grows_with_the_size_of_an_object_and_not_with_its_square() {
    const SIZE: usize = 5_000_000;
    let known = |name: &str| format!("\"{name}\":0,").repeat(SIZE / 14);
    let unknown = (0..SIZE / 12).fold(String::new(), |members, n| members + &format!("\"{:07}\":0,", 9_999_999 - n));
    for members in [known("zz") + &known("am"), known("xb") + &known("am"), unknown] {
        let text = sealed(&format!("1|7|{{{members}\"z\":0}}"));
        assert_eq!(check(Key::Lists, &text), Verdict::Read);
        assert_eq!(decode(ONE(), &text).err().map(|why| why == Damage::Envelope), Some(false));
    }
}
