//! The main facts of an opportunity, as the program has them and as its JSON says them.

use serde_json::Value;
use tutup::domain::{Opportunity, QuoteState, ReasonId, Revenue};

/// The main facts of an opportunity, in words.
pub fn said(it: &Opportunity) -> Vec<String> {
    let details = &it.details;
    let estimate = match details.revenue {
        Revenue::UserProvided(typed) => typed.map_or("none".into(), |typed| typed.minor().to_string()),
        Revenue::Calculated => "calculated".into(),
    };
    let mut facts = vec![
        details.topic.to_string(),
        details.customer.as_ref().map_or("nobody".into(), ToString::to_string),
        details.currency.code().to_owned(),
        estimate,
        format!("{:?} {:?}", details.stage, details.rating),
        format!("{:?} {:?}", details.timeframe, details.process),
        format!("{:?}", details.probability.map(tutup::domain::Percent::get)),
        format!("{:?}", details.estimated_close_date.map(|date| date.to_string())),
        it.outcome().map_or("open".into(), |outcome| format!("{outcome:?}")),
        format!("{} lines, {} notes, {} changes of stage", it.lines.len(), it.notes.len(), it.stage_changes.len()),
        format!("{} to {}", it.created_on.0, it.modified_on.0),
    ];
    facts.extend(it.quotes.iter().map(|quote| {
        let steps = quote.steps.iter().map(|step| match step.state {
            QuoteState::Draft => format!("Draft {}", step.at.0),
            QuoteState::Active => format!("Active {}", step.at.0),
            QuoteState::Won(on) => format!("Won {} {on}", step.at.0),
            QuoteState::Closed(how, on) => format!("{how:?} {} {on}", step.at.0),
        });
        format!("{} {} {:?}", quote.key.code(), quote.content.name, steps.collect::<Vec<_>>())
    }));
    let canceled = it.canceled_closings.iter().map(|canceled| (&canceled.closing, format!("{:?}", canceled.by)));
    let closings = canceled.chain(it.closing().map(|closing| (closing, "holds".into())));
    facts.extend(closings.map(|(closing, holds)| {
        let (facts, revenue) = (closing.facts(), closing.revenue().map(tutup::domain::Money::minor));
        let rival = closing.competitor().map(|rival| rival.name.to_string());
        let reason = match facts.reason.id {
            ReasonId::BuiltIn(reason) => format!("{reason:?}"),
            ReasonId::Own(id) => id.to_string(),
        };
        format!("{:?} {reason} {} {revenue:?} {rival:?} {holds}", closing.outcome(), facts.date)
    }));
    facts
}

/// The same facts, read off the JSON by the words of `docs/stored-format.md`.
pub fn written(json: &Value) -> Vec<String> {
    let list = |json: &Value, name: &str| json[name].as_array().cloned().unwrap_or_default();
    let or = |json: &Value, name: &str, absent: &str| json[name].as_str().unwrap_or(absent).to_owned();
    let choice = |name: &str, choices: &[(&str, &str)], absent: &str| {
        let code = or(json, name, absent);
        choices.iter().find(|(letters, _)| *letters == code).map_or("None".into(), |(_, word)| (*word).to_owned())
    };
    let some = |word: String| if word == "None" { word } else { format!("Some({word})") };
    let stage = choice("sg", &[("q", "Qualify"), ("d", "Develop"), ("p", "Propose"), ("c", "Close")], "q");
    let rating = choice("ra", &[("h", "Hot"), ("w", "Warm"), ("c", "Cold")], "w");
    let times = [("i", "Immediate"), ("q", "ThisQuarter"), ("n", "NextQuarter"), ("y", "ThisYear"), ("u", "Unknown")];
    let deciders = [("i", "Individual"), ("c", "Committee"), ("u", "Unknown")];
    let estimate = match (&json["ca"], &json["er"]) {
        (Value::Bool(true), _) => "calculated".into(),
        (_, Value::Null) => "none".into(),
        (_, typed) => typed.to_string(),
    };
    let closings = list(json, "cl");
    let outcome = |closing: &Value| if closing["o"] == "w" { "Won".to_owned() } else { "Lost".to_owned() };
    let mut facts = vec![
        or(json, "t", ""),
        or(json, "cu", "nobody"),
        or(json, "cy", ""),
        estimate,
        format!("{stage} {rating}"),
        format!("{} {}", some(choice("tf", &times, "-")), some(choice("pp", &deciders, "-"))),
        format!("{:?}", json["pr"].as_u64()),
        format!("{:?}", json["ec"].as_str()),
        closings.last().filter(|last| last["xb"].is_null()).map_or("open".into(), outcome),
        ["ln", "no", "sc"].map(|name| list(json, name).len().to_string()).join("/"),
        format!("{} to {}", json["cr"], json["mo"]),
    ];
    if let Some(counts) = facts.get_mut(9) {
        let numbers: Vec<&str> = counts.split('/').collect();
        *counts = format!("{} lines, {} notes, {} changes of stage", numbers[0], numbers[1], numbers[2]);
    }
    let states = [("d", "Draft"), ("a", "Active"), ("w", "Won"), ("l", "Lost"), ("c", "Canceled"), ("r", "Revised")];
    facts.extend(list(json, "qu").iter().map(|quote| {
        let steps = list(quote, "st").into_iter().map(|step| {
            let became = states.iter().find(|(letter, _)| step[0] == *letter).unwrap().1;
            let day = step[2].as_str().map_or(String::new(), |day| format!(" {day}"));
            format!("{became} {}{day}", step[1])
        });
        let number = quote["i"].as_u64().unwrap();
        let revision = quote["r"].as_u64().unwrap_or(0);
        format!("Q-{number:05}-{revision} {} {:?}", or(quote, "n", ""), steps.collect::<Vec<_>>())
    }));
    let reasons = [
        ("w", "Won"),
        ("c", "Canceled"),
        ("o", "OutSold"),
        ("p", "Price"),
        ("n", "NoDecision"),
        ("b", "NoBudget"),
        ("f", "NotAFit"),
        ("x", "Other"),
    ];
    facts.extend(closings.iter().map(|closing| {
        let code = or(closing, "re", "");
        let reason = reasons.iter().find(|(letter, _)| *letter == code).map_or(code.as_str(), |(_, word)| word);
        let holds = match closing["xb"].as_str() {
            Some("r") => "Reopening",
            Some(_) => "Correction",
            None => "holds",
        };
        let (on, revenue, rival) = (or(closing, "on", ""), closing["ar"].as_i64(), closing["cn"].as_str());
        format!("{} {reason} {on} {revenue:?} {rival:?} {holds}", outcome(closing))
    }));
    facts
}
