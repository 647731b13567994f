//! The names of what the domain counts with, in English.

use super::English;
use crate::domain::{
    BillingMethod, BuiltInReason, ClosingWarning, Fate, Field, LossClass, OpenReason, Outcome, Process, QuoteAct,
    QuoteClosed, QuoteState, Rating, Stage, Timeframe,
};
use crate::ui::text::ValueWords;

impl ValueWords for English {
    fn field(&self, field: Field) -> &'static str {
        match field {
            Field::Topic => "Topic",
            Field::Customer => "Customer",
            Field::Contact => "Contact",
            Field::Currency => "Currency",
            Field::RevenueSource => "Revenue source",
            Field::EstimatedRevenue => "Estimated revenue",
            Field::EstimatedCloseDate => "Estimated close date",
            Field::Probability => "Probability",
            Field::Rating => "Rating",
            Field::Stage => "Stage",
            Field::OpenReason | Field::StatusReason => "Status reason",
            Field::Budget => "Budget amount",
            Field::Timeframe => "Purchase timeframe",
            Field::Process => "Purchase process",
            Field::AccountManager => "Account manager",
            Field::ContractingUnit => "Contracting unit",
            Field::Description => "Description",
            Field::CustomerNeed => "Customer need",
            Field::ProposedSolution => "Proposed solution",
            Field::Lines => "Lines",
            Field::LineName(_) | Field::QuoteName | Field::EntryName => "Name",
            Field::LineBilling(_) => "Billing method",
            Field::LineBudget(_) => "Customer budget",
            Field::LineAmount(_) => "Quoted amount",
            Field::Total => "Total",
            Field::EffectiveFrom => "Effective from",
            Field::EffectiveTo => "Effective to",
            Field::DueBy => "Due by",
            Field::Outcome => "Outcome",
            Field::ActualRevenue => "Actual revenue",
            Field::CloseDate => "Close date",
            Field::Competitor => "Competitor",
            Field::RevisitOn => "Revisit on",
            Field::Quotes => "Close all active and draft quotes with the opportunity",
            Field::Fate(_) => "Becomes",
            Field::Note => "Note",
            Field::EntryClass => "Counts as",
        }
    }

    fn open_state(&self) -> &'static str {
        "Open"
    }

    fn outcome(&self, outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Won => "Won",
            Outcome::Lost => "Lost",
        }
    }

    fn open_reason(&self, reason: OpenReason) -> &'static str {
        match reason {
            OpenReason::InProgress => "In progress",
            OpenReason::OnHold => "On hold",
        }
    }

    fn stage(&self, stage: Stage) -> &'static str {
        match stage {
            Stage::Qualify => "Qualify",
            Stage::Develop => "Develop",
            Stage::Propose => "Propose",
            Stage::Close => "Close",
        }
    }

    fn rating(&self, rating: Rating) -> &'static str {
        match rating {
            Rating::Hot => "Hot",
            Rating::Warm => "Warm",
            Rating::Cold => "Cold",
        }
    }

    fn timeframe(&self, timeframe: Timeframe) -> &'static str {
        match timeframe {
            Timeframe::Immediate => "Immediate",
            Timeframe::ThisQuarter => "This quarter",
            Timeframe::NextQuarter => "Next quarter",
            Timeframe::ThisYear => "This year",
            Timeframe::Unknown => "Unknown",
        }
    }

    fn process(&self, process: Process) -> &'static str {
        match process {
            Process::Individual => "Individual",
            Process::Committee => "Committee",
            Process::Unknown => "Unknown",
        }
    }

    fn billing(&self, billing: BillingMethod) -> &'static str {
        match billing {
            BillingMethod::TimeAndMaterial => "Time and material",
            BillingMethod::FixedPrice => "Fixed price",
        }
    }

    fn quote_state(&self, state: QuoteState) -> &'static str {
        match state {
            QuoteState::Draft => "Draft",
            QuoteState::Active => "Active",
            QuoteState::Won(_) => "Won",
            QuoteState::Closed(QuoteClosed::Lost, _) => "Lost",
            QuoteState::Closed(QuoteClosed::Canceled, _) => "Canceled",
            QuoteState::Closed(QuoteClosed::Revised, _) => "Revised",
        }
    }

    fn fate(&self, fate: Fate) -> &'static str {
        match fate {
            Fate::Won => "Won",
            Fate::Lost => "Lost",
            Fate::Canceled => "Canceled",
        }
    }

    fn quote_act(&self, act: QuoteAct) -> &'static str {
        match act {
            QuoteAct::Edit => "Edit",
            QuoteAct::Delete => "Delete",
            QuoteAct::Activate => "Activate",
            QuoteAct::Revise => "Revise",
            QuoteAct::Win => "Mark as won",
            QuoteAct::CloseAsLost => "Close as lost",
            QuoteAct::Cancel => "Cancel quote",
        }
    }

    fn built_in_reason(&self, reason: BuiltInReason) -> &'static str {
        match reason {
            BuiltInReason::Won => "Won",
            BuiltInReason::Canceled => "Canceled",
            BuiltInReason::OutSold => "Out-Sold",
            BuiltInReason::Price => "Price",
            BuiltInReason::NoDecision => "No decision",
            BuiltInReason::NoBudget => "No budget",
            BuiltInReason::NotAFit => "Not a fit",
            BuiltInReason::Other => "Other",
        }
    }

    fn loss_class(&self, class: LossClass) -> &'static str {
        match class {
            LossClass::Competitor => "Competitor",
            LossClass::NoDecision => "No decision",
            LossClass::Canceled => "Canceled",
            LossClass::Disqualified => "Disqualified",
            LossClass::Other => "Other",
        }
    }

    fn user_provided(&self) -> &'static str {
        "User provided"
    }

    fn calculated(&self) -> &'static str {
        "Calculated from lines"
    }

    fn closing_warning(&self, warning: ClosingWarning) -> String {
        match warning {
            ClosingWarning::DateInFuture => "The close date is in the future.".to_owned(),
            ClosingWarning::DateBeforeCreated => {
                "The close date is before the day on which this opportunity was created.".to_owned()
            }
            ClosingWarning::RevisitBeforeClose => "The revisit date is before the close date.".to_owned(),
            ClosingWarning::NoWinner => "This opportunity closes as won without a won quote.".to_owned(),
            ClosingWarning::WonQuote(quote) => format!("This opportunity closes as lost, and {quote} stays won."),
        }
    }
}
