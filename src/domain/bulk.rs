//! Closing many opportunities in one act (R17): what is said once, and what each of them makes of it.

use std::collections::BTreeMap;

use super::{
    Book, CheckedClosing, ClosingInput, Command, Currency, Date, DateProblem, Fate, Field, FieldProblem, LongText,
    Money, MoneyProblem, Name, Opportunity, OpportunityCommand, OpportunityId, Outcome, QuoteKey, ReasonId, Refusal,
    Settlement, TextProblem,
};

/// What is said once for all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BulkClosing {
    /// Which way they close.
    pub outcome: Outcome,
    /// Why, once one is picked.
    pub reason: Option<ReasonId>,
    /// The actual close date.
    pub date: Result<Option<Date>, DateProblem>,
    /// The competitor's name; counts for Lost.
    pub competitor: Result<Option<Name>, TextProblem>,
    /// What was written about it.
    pub description: Result<Option<LongText>, TextProblem>,
    /// The tick box.
    pub close_all: bool,
    /// What was changed for single ones.
    pub exceptions: BTreeMap<OpportunityId, BulkException>,
}

/// What was changed for one opportunity; the rest is as the dialog would have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BulkException {
    /// Its actual revenue, if typed.
    pub revenue: Option<Result<Option<Money>, MoneyProblem>>,
    /// Its fates that differ from the defaults.
    pub fates: BTreeMap<QuoteKey, Fate>,
}

/// What will happen to each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BulkPlan {
    /// Those that close, and how.
    pub closing: Vec<(OpportunityId, CheckedClosing)>,
    /// Those that are left out, and why.
    pub left_out: Vec<(OpportunityId, Refusal)>,
}

impl BulkClosing {
    /// What closing these opportunities would do; the same one named twice closes once.
    pub fn plan(&self, book: &Book, ids: &[OpportunityId]) -> BulkPlan {
        let mut plan = BulkPlan::default();
        let mut seen = std::collections::BTreeSet::new();
        for &id in ids.iter().filter(|id| seen.insert(**id)) {
            match self.judge(book, id) {
                Ok(closing) => plan.closing.push((id, closing)),
                Err(refusal) => plan.left_out.push((id, refusal)),
            }
        }
        plan
    }

    fn judge(&self, book: &Book, id: OpportunityId) -> Result<CheckedClosing, Refusal> {
        let opportunity = book.outside_bin(id)?;
        if let Some(closing) = opportunity.closing() {
            return Err(Refusal::AlreadyClosed { outcome: closing.outcome(), on: closing.facts().date });
        }
        self.input(opportunity).check(opportunity, book.closing_rules()).map_err(Refusal::Problems)
    }

    /// What the dialog of this one would hold.
    pub fn input(&self, opportunity: &Opportunity) -> ClosingInput {
        let exception = self.exceptions.get(&opportunity.id).cloned().unwrap_or_default();
        let quotes = Settlement { close_all: self.close_all, fates: exception.fates };
        let fates = opportunity.fates(self.outcome, &quotes);
        let revenue = || Ok(opportunity.default_revenue(self.outcome, &fates));
        ClosingInput {
            reason: self.reason,
            revenue: exception.revenue.unwrap_or_else(revenue),
            date: self.date,
            competitor: self.competitor.clone(),
            description: self.description.clone(),
            revisit_on: Ok(None),
            quotes,
            outcome: self.outcome,
        }
    }
}

impl BulkPlan {
    /// The one act that closes all that pass.
    pub fn command(&self) -> Command {
        let close = |(id, closing): &(OpportunityId, CheckedClosing)| {
            Command::Opportunity(*id, OpportunityCommand::Close(closing.entry()))
        };
        Command::Many(self.closing.iter().map(close).collect())
    }

    /// What is wrong with what is said once, whichever opportunities it is said of.
    pub fn common_problems(&self) -> Vec<FieldProblem> {
        let first = self.left_out.iter().find_map(|(_, refusal)| match refusal {
            Refusal::Problems(problems) => Some(problems),
            _ => None,
        });
        first.map(|problems| problems.iter().filter(|it| is_common(it)).cloned().collect()).unwrap_or_default()
    }

    /// Those that are left out for what is in their own way. All others close, or would once nothing is wrong with what is
    /// said once.
    pub fn own_refusals(&self) -> BTreeMap<OpportunityId, Refusal> {
        let own = |(id, refusal): &(OpportunityId, Refusal)| {
            let own = match refusal {
                Refusal::Problems(problems) => {
                    Refusal::Problems(problems.iter().filter(|it| !is_common(it)).cloned().collect())
                }
                refusal => refusal.clone(),
            };
            (own != Refusal::Problems(Vec::new())).then_some((*id, own))
        };
        let mut refusals = BTreeMap::new();
        refusals.extend(self.left_out.iter().filter_map(own));
        refusals
    }

    /// The actual revenue of those that pass, per currency, in minor units.
    pub fn sums(&self, book: &Book) -> BTreeMap<Currency, i128> {
        let mut sums = BTreeMap::new();
        for (id, closing) in &self.closing {
            let revenue = match closing.terms {
                super::Terms::Won { revenue } => Some(revenue),
                super::Terms::Lost { revenue, .. } => revenue,
            };
            if let (Some(opportunity), Some(revenue)) = (book.opportunity(*id), revenue) {
                *sums.entry(opportunity.details.currency).or_default() += i128::from(revenue.minor());
            }
        }
        sums
    }
}

/// Whether it is wrong with what is said once.
fn is_common(problem: &FieldProblem) -> bool {
    matches!(problem.field, Field::StatusReason | Field::CloseDate | Field::Competitor | Field::Description)
}
