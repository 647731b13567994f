//! Finding by a few letters, as the command palette does.

use tutup::domain::{Command, OpportunityCommand, Outcome, fold};
use tutup::workspace::{Fit, Letters};

use super::examples::{closing, id, long};
use super::tab::Tab;

#[test]
fn letters_fit_beginnings_first_then_words_anywhere() {
    let cases = [
        ("", "Close as won", Some(Fit::Begins)),
        ("clo", "Close as won", Some(Fit::Begins)),
        ("CLOSE  AS", "Close as won", Some(Fit::Begins)),
        ("won", "Close as won", Some(Fit::BeginsAWord)),
        ("as won", "Close as won", Some(Fit::BeginsAWord)),
        ("erp", "Phase 2 (ERP)", Some(Fit::BeginsAWord)),
        ("2", "Phase 2 (ERP)", Some(Fit::BeginsAWord)),
        ("caw", "Close as won", Some(Fit::Beginnings)),
        ("cw", "Close as won", Some(Fit::Beginnings)),
        ("clwo", "Close as won", Some(Fit::Beginnings)),
        ("close won", "Close as won", Some(Fit::Beginnings)),
        ("wc", "Close as won", None),
        ("won close", "Close as won", Some(Fit::Within)),
        ("lose", "Close as won", Some(Fit::Within)),
        ("close lost", "Close as won", None),
        ("cc", "Close as won", None),
        // The first word could take both letters; then the second would be left without.
        ("ab", "ab bc", Some(Fit::Begins)),
        ("abbc", "ab bc", Some(Fit::Beginnings)),
        ("abc", "ab bc", Some(Fit::Beginnings)),
        ("jose", "Projek José", Some(Fit::BeginsAWord)),
        ("JOSÉ", "projek jose", Some(Fit::BeginsAWord)),
        ("strasse", "Straße 1", None),
        ("x", "", None),
    ];
    for (typed, text, fit) in cases {
        assert_eq!(Letters::of(typed).fit(&fold(text)), fit, "{typed:?} in {text:?}");
    }
}

#[test]
fn letters_without_end_take_no_time_without_end() {
    let text = "aa ".repeat(100);
    let fits = |letters: String| Letters::of(&letters).fit(&text);
    assert_eq!(fits("a".repeat(99)), Some(Fit::Beginnings));
    assert_eq!(fits("a".repeat(98) + "b"), None);
    assert_eq!(fits("a".repeat(5000)), None);
}

#[test]
fn opportunities_are_found_best_first_and_never_in_the_bin() {
    let mut tab = Tab::new();
    let topics = ["Website for Erna", "ERP rollout", "Énergie audit", "Retail portal", "Deep relaunch", "ERP deleted"];
    for (number, topic) in (1..).zip(topics) {
        tab.create(number, topic);
    }
    tab.create(7, "ERP closed");
    for (number, act) in [
        (7, OpportunityCommand::Close(closing(Outcome::Won))),
        (6, OpportunityCommand::Delete),
        (4, OpportunityCommand::AddNote(long("They asked for an ERP first."))),
    ] {
        tab.commit(&Command::Opportunity(id(number), act)).unwrap();
    }
    let found = |letters: &str, most| {
        let rows = tab.workspace.index().find(&Letters::of(letters), most);
        rows.iter()
            .map(|row| tab.workspace.book().opportunity(row.id).unwrap().details.topic.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(found("erp", 50), ["ERP rollout", "ERP closed", "Retail portal"]);
    assert_eq!(found("ERP RO", 50), ["ERP rollout"]);
    assert_eq!(found("ener", 50), ["Énergie audit"]);
    assert_eq!(found("er", 50)[..3], ["ERP rollout", "ERP closed", "Website for Erna"]);
    assert_eq!(found("er", 1), ["ERP rollout"]);
    assert_eq!(found("dr", 50), ["Deep relaunch"]);
    assert_eq!(found("erp deleted", 50), [""; 0]);
}
