//! Opportunities as a table for other programs.

use tutup::domain::{
    Command, CompetitorRef, Currency, Details, EntryCommand, LongText, OpenReason, OpportunityCommand,
    OpportunityEntry, Outcome, Percent, Rating, ReasonId, Stage, Terms,
};
use tutup::exchange::csv;

use super::examples::{closing, date, details, id, money, text};
use super::tab::Tab;

const HEAD: &str = "\u{feff}(Do Not Modify) Opportunity,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Topic,\
Potential Customer,Contact,Est. Revenue,Est. Close Date,Actual Revenue,Actual Close Date,Probability,Rating,Status,\
Status Reason,Sales Stage,Currency,Competitor,Revisit On,Description,Created On\r\n";

fn file(tab: &Tab) -> String {
    let book = tab.workspace.book();
    csv(book.opportunities().map(AsRef::as_ref), book.lists(), tab.clock)
}

fn create(tab: &mut Tab, number: u64, details: Details) {
    let entry = OpportunityEntry { details, open_reason: OpenReason::OnHold, lines: Vec::new() };
    tab.commit(&Command::Opportunity(id(number), OpportunityCommand::Create(entry))).unwrap();
}

/// The cells behind those that no one modifies and before the day of creation.
fn rows(file: &str) -> Vec<String> {
    let rows = file.strip_prefix(HEAD).expect("the heads come first").split_terminator("\r\n");
    rows.map(|row| row.splitn(4, ',').last().unwrap().rsplit_once(',').unwrap().0.to_owned()).collect()
}

#[test]
fn an_empty_table_has_its_heads() {
    assert_eq!(file(&Tab::new()), HEAD);
}

#[test]
fn r13_each_is_written_as_dynamics_would() {
    let mut tab = Tab::new();
    let rich = Details {
        customer: Some(text("Contoso")),
        contact: Some(text("Aina")),
        revenue: tutup::domain::Revenue::UserProvided(Some(money(125_050))),
        estimated_close_date: Some(date("2026-12-01")),
        probability: Percent::new(60),
        rating: Rating::Hot,
        stage: Stage::Propose,
        ..details("ERP rollout")
    };
    create(&mut tab, 1, rich.clone());
    create(&mut tab, 2, rich.clone());
    create(
        &mut tab,
        3,
        Details { currency: Currency::parse("JPY").unwrap(), revenue: money_of(500), ..details("Yen") },
    );
    create(&mut tab, 4, rich);
    let lost = Terms::Lost {
        revenue: None,
        competitor: Some(CompetitorRef { id: None, name: text("Northwind") }),
        revisit_on: Some(date("2027-03-01")),
    };
    let closings =
        [(2, closing(Outcome::Won)), (4, tutup::domain::ClosingEntry { terms: lost, ..closing(Outcome::Lost) })];
    for (number, closing) in closings {
        tab.commit(&Command::Opportunity(id(number), OpportunityCommand::Close(closing))).unwrap();
    }
    assert_eq!(
        rows(&file(&tab)),
        [
            "ERP rollout,Contoso,Aina,1250.50,2026-12-01,,,60,Hot,Open,On Hold,Propose,MYR,,,",
            "ERP rollout,Contoso,Aina,1250.50,2026-12-01,1180000.00,2026-11-22,100,Hot,Won,Won,Propose,MYR,,,",
            "Yen,,,500,,,,,Warm,Open,On Hold,Qualify,JPY,,,",
            "ERP rollout,Contoso,Aina,1250.50,2026-12-01,,2026-11-22,0,Hot,Lost,No decision,Propose,MYR,Northwind,2027-03-01,",
        ]
    );
}

fn money_of(minor: i64) -> tutup::domain::Revenue {
    tutup::domain::Revenue::UserProvided(Some(money(minor)))
}

#[test]
fn what_a_cell_could_end_or_begin_stays_in_it() {
    let cases = [
        ("plain", "plain"),
        ("a,b", "\"a,b\""),
        ("say \"hi\"", "\"say \"\"hi\"\"\""),
        ("=1+1", "'=1+1"),
        ("+60 12", "'+60 12"),
        ("-5", "'-5"),
        ("@cmd", "'@cmd"),
        ("=\"x\",1", "\"'=\"\"x\"\",1\""),
        ("a=b", "a=b"),
        ("Menara Ünïcödé 塔", "Menara Ünïcödé 塔"),
    ];
    for (topic, cell) in cases {
        let mut tab = Tab::new();
        create(&mut tab, 1, details(topic));
        assert_eq!(rows(&file(&tab)), [format!("{cell},,,,,,,,Warm,Open,On Hold,Qualify,MYR,,,")], "{topic}");
    }
}

#[test]
fn a_long_text_with_lines_is_one_cell() {
    let mut tab = Tab::new();
    let description = format!("{}\n\"{}\"", "x".repeat(700), "é".repeat(700));
    let long = LongText::parse(&description).unwrap();
    create(&mut tab, 1, Details { description: long, ..details("Long") });
    let expected = format!("MYR,,,\"{}\",", description.replace('"', "\"\""));
    assert!(file(&tab).contains(&expected), "{}", file(&tab));
}

#[test]
fn r18_a_reason_has_its_present_name() {
    let mut tab = Tab::new();
    create(&mut tab, 1, details("One"));
    let close = OpportunityCommand::Close(closing(Outcome::Won));
    tab.commit(&Command::Opportunity(id(1), close)).unwrap();
    let won = ReasonId::from_code("Won").unwrap();
    let rename = tutup::domain::ListsCommand::Reason(won, EntryCommand::Rename(text("Signed")));
    tab.commit(&Command::Lists(rename)).unwrap();
    assert!(file(&tab).contains(",Won,Signed,"), "{}", file(&tab));
}
