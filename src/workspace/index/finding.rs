//! Finding by a few letters: the beginning of a text or of a word in it, beginnings of several words in their order
//! ("cw" for "Close as won"), or words anywhere; without regard to case and accents.

use std::sync::Arc;

use super::row::Row;
use super::{Index, View};
use crate::domain::fold;

/// A few letters by which something is looked for, made ready once for many texts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letters {
    /// As typed, with one blank between words.
    phrase: String,
    words: Vec<String>,
    /// Without blanks; empty when there are more than can be the beginnings of words.
    joined: Vec<char>,
}

/// How well a text fits, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It begins with what was typed.
    Begins,
    /// One of its words does.
    BeginsAWord,
    /// Its words begin with the letters, in their order.
    Beginnings,
    /// Every word that was typed is somewhere in it.
    Within,
}

impl Letters {
    /// What was typed.
    pub fn of(typed: &str) -> Self {
        let words: Vec<String> = fold(typed).split_whitespace().map(str::to_owned).collect();
        let joined: Vec<char> = words.iter().flat_map(|word| word.chars()).collect();
        let joined = if joined.len() < MOST_LETTERS { joined } else { Vec::new() };
        Self { phrase: words.join(" "), words, joined }
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// How well a folded text fits, if it does. Every text begins with nothing.
    pub fn fit(&self, text: &str) -> Option<Fit> {
        if text.starts_with(&self.phrase) {
            Some(Fit::Begins)
        } else if from_each_word(text).any(|rest| rest.starts_with(&self.phrase)) {
            Some(Fit::BeginsAWord)
        } else if self.are_beginnings_in(text) {
            Some(Fit::Beginnings)
        } else {
            self.words.iter().all(|word| text.contains(word.as_str())).then_some(Fit::Within)
        }
    }

    /// Whether the letters can be cut so that the parts are beginnings of words of the text, in their order.
    fn are_beginnings_in(&self, text: &str) -> bool {
        // The n-th bit says that the words so far can be begun with the first n letters.
        let all = 1_u128 << self.joined.len();
        let mut begun = 1_u128;
        for rest in from_each_word(text) {
            let mut left = begun;
            while left != 0 {
                let before = left.trailing_zeros() as usize;
                left &= left - 1;
                let letters = self.joined.get(before..).unwrap_or_default();
                let common = rest.chars().zip(letters).take_while(|(one, other)| one == *other).count();
                for taken in 1..=common {
                    begun |= 1 << (before + taken);
                }
            }
        }
        !self.joined.is_empty() && begun & all != 0
    }
}

impl Index {
    /// The opportunities outside the bin that fit the letters, at most so many: best first, a topic before a customer before
    /// anything else that is written, what is open before what is closed.
    pub fn find(&self, letters: &Letters, most: usize) -> Vec<Arc<Row>> {
        let rows = self.all_rows().filter(|row| row.views.has(View::All));
        let mut found: Vec<(Rank, bool, &Arc<Row>)> =
            rows.filter_map(|row| Some((rank(row, letters)?, row.outcome.is_some(), row))).collect();
        let order = |one: &(Rank, bool, &Arc<Row>), other: &(Rank, bool, &Arc<Row>)| {
            (one.0, one.1).cmp(&(other.0, other.1)).then_with(|| one.2.by_topic(other.2))
        };
        if found.len() > most {
            // Only those that are shown are put in order.
            found.select_nth_unstable_by(most, order);
            found.truncate(most);
        }
        found.sort_unstable_by(order);
        found.into_iter().map(|(.., row)| row.clone()).collect()
    }
}

/// How well a row fits, and by what of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Name(Fit, Name),
    Elsewhere,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Name {
    Topic,
    Customer,
}

fn rank(row: &Row, letters: &Letters) -> Option<Rank> {
    let topic = letters.fit(&row.topic).map(|fit| Rank::Name(fit, Name::Topic));
    let customer =
        row.customer.as_deref().and_then(|name| letters.fit(name)).map(|fit| Rank::Name(fit, Name::Customer));
    let best = topic.into_iter().chain(customer).min();
    best.or_else(|| row.matches(&letters.words).then_some(Rank::Elsewhere))
}

/// The text from the beginning of each of its words to its end.
fn from_each_word(text: &str) -> impl Iterator<Item = &str> {
    let mut in_word = false;
    text.char_indices().filter_map(move |(place, letter)| {
        let was_in_word = std::mem::replace(&mut in_word, letter.is_alphanumeric());
        (in_word && !was_in_word).then(|| text.get(place..)).flatten()
    })
}

/// More letters than this are not taken for beginnings of words.
const MOST_LETTERS: usize = 100;
