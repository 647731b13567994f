//! What an example can see, and what it says of many at once.

use std::collections::BTreeMap;

use tutup::domain::{
    BuiltInReason, BulkClosing, BulkException, BulkPlan, ClosingInput, Currency, LongText, Name, OpportunityId,
    Outcome, QuoteNumber, ReasonId, Record, history, offer,
};

use super::fields::{self, date, nothing, spaced};
use super::scenario::{World, id, key};
use super::words;

impl World {
    /// What stands left of ` : `, in words.
    pub fn see(&self, what: &[&str]) -> String {
        let lists = self.book.lists();
        match *what {
            ["offer"] => {
                let [only] = self.last.0.as_slice() else { panic!("{:?} is not one change", self.last) };
                match (&only.before, &only.after) {
                    (Some(Record::Opportunity(before)), Some(Record::Opportunity(after))) => {
                        words::option(offer(before, after).map(|outcome| format!("{outcome:?}")))
                    }
                    other => panic!("{other:?} is no change of an opportunity"),
                }
            }
            ["changed"] => words::list(self.last.0.iter().map(|change| words::key(change.key))),
            ["book"] => words::list(self.book.opportunities().map(|it| words::name(it.id))),
            ["bin"] => words::list(self.book.bin().map(|it| words::name(it.id))),
            ["exists"] => self.book.opportunity(self.at).is_some().to_string(),
            ["dialog", outcome, ref fields @ ..] => self.dialog(&self.defaults(outcome, fields)),
            ["correction", ref fields @ ..] => self.dialog(&self.correction(fields)),
            ["warnings", "correct", ref fields @ ..] => self.warnings(&self.correction(fields)),
            ["warnings", outcome, ref fields @ ..] => self.warnings(&self.defaults(outcome, fields)),
            ["plan", outcome, ref rest @ ..] => words::plan(&self.plan(outcome, rest), &self.book),
            ["sums", outcome, ref rest @ ..] => {
                let plan = self.plan(outcome, rest);
                let sum = |(currency, minor): (&Currency, &i128)| format!("{currency} {minor}");
                words::list(plan.sums(&self.book).iter().map(sum))
            }
            ["common", outcome, ref rest @ ..] => {
                let plan = self.plan(outcome, rest);
                words::list(plan.common_problems().iter().map(words::problem))
            }
            ["competitors"] => words::list(self.book.competitor_names().into_iter()),
            ["reasons", outcome] => {
                words::list(lists.offered(words::outcome_of(outcome)).map(|reason| words::reason(reason.id, lists)))
            }
            ["uses", name] => match fields::reason(name) {
                reason @ ReasonId::BuiltIn(_) => self.book.uses_of_reason(reason).to_string(),
                ReasonId::Own(id) => {
                    (self.book.uses_of_reason(ReasonId::Own(id)) + self.book.uses_of_competitor(id)).to_string()
                }
            },
            ["also", number] => {
                let number = QuoteNumber(number.trim_start_matches('Q').parse().unwrap());
                words::list(self.book.also_numbered(number, self.at).iter().map(|it| words::name(it.id)))
            }
            ["history"] => words::list(history(self.opportunity()).iter().map(|event| words::event(event, lists))),
            [part] => words::part(self.opportunity(), part, lists, self.clock),
            _ => panic!("nothing to see: {what:?}"),
        }
    }

    /// What a bulk closing of the opportunities named in `words` would do.
    pub fn plan(&self, outcome: &str, words: &[&str]) -> BulkPlan {
        bulk(outcome, words).plan(&self.book, &ids(words))
    }

    fn dialog(&self, input: &ClosingInput) -> String {
        words::dialog(input, self.opportunity(), self.book.lists())
    }

    fn warnings(&self, input: &ClosingInput) -> String {
        let warnings = input.warnings(self.opportunity(), self.clock);
        words::list(warnings.into_iter().map(words::warning))
    }
}

/// The opportunities named by one letter.
fn ids(words: &[&str]) -> Vec<OpportunityId> {
    words.iter().filter(|word| word.len() == 1).map(|word| id(word)).collect()
}

/// `bulk won a b c reason=Own all b.revenue=700 c.Q3=won`.
fn bulk(outcome: &str, words: &[&str]) -> BulkClosing {
    let outcome = words::outcome_of(outcome);
    let mut bulk = BulkClosing {
        outcome,
        reason: (outcome == Outcome::Won).then_some(ReasonId::BuiltIn(BuiltInReason::Won)),
        date: Ok(Some(date("2026-11-22"))),
        competitor: Ok(None),
        description: Ok(None),
        close_all: words.contains(&"all"),
        exceptions: BTreeMap::new(),
    };
    for (name, value) in words.iter().filter_map(|word| word.split_once('=')) {
        match name.split_once('.') {
            Some((which, what)) => {
                let exception: &mut BulkException = bulk.exceptions.entry(id(which)).or_default();
                if what == "revenue" {
                    exception.revenue = Some(fields::money(value, Currency::MYR));
                } else {
                    exception.fates.insert(key(what), words::fate_of(value));
                }
            }
            None => match name {
                "reason" => bulk.reason = nothing(value).map(fields::reason),
                "date" => bulk.date = fields::typed_date(value),
                "rival" => bulk.competitor = Name::parse(&spaced(value)),
                "text" => bulk.description = LongText::parse(&spaced(value)),
                _ => panic!("bulk closing has no {name}"),
            },
        }
    }
    bulk
}
