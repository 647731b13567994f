//! What the sample book tells: fictional companies, in Malaysia, Singapore and Japan.

mod closed;
mod open;

pub(super) use closed::CLOSED;
pub(super) use open::OPEN;

/// On the list; one more is typed new with a closing.
pub(super) const COMPETITORS: [&str; 3] =
    ["Wide World Importers Consulting", "The Phone Company", "Southridge Systems"];

const CONSULTING: &str = "Consulting KL";
const SINGAPORE: &str = "Consulting SG";
