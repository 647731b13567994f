//! Steps that several tests take, in the user's words; and records for tests that begin in the middle.

use std::collections::BTreeMap;

use anyhow::Result;
use serde_json::{Value, json};

use crate::page::Page;

/// What stands on the screen, in one language.
#[derive(Debug)]
#[allow(missing_docs, reason = "each is named for what it says")]
pub struct Words {
    pub language: &'static str,
    pub new_opportunity: &'static str,
    pub topic: &'static str,
    pub customer: &'static str,
    pub estimate: &'static str,
    pub estimated_date: &'static str,
    pub new_line: &'static str,
    pub name_of_line_1: &'static str,
    pub budget_of_line_1: &'static str,
    pub save: &'static str,
    pub new_quote: &'static str,
    pub activate: &'static str,
    pub close_dialog: &'static str,
    pub offer_won: &'static str,
    pub close_as_won: &'static str,
    pub one_thing_to_settle: &'static str,
    pub one_quote_stops: &'static str,
    pub active: &'static str,
    pub tick: &'static str,
    pub revenue: &'static str,
    pub won: &'static str,
    pub is_closed: &'static str,
    pub closed_with_one_quote: &'static str,
    pub reopen: &'static str,
    pub reopened: &'static str,
    pub correct: &'static str,
    pub correct_dialog: &'static str,
    pub correct_as_won: &'static str,
    pub corrected: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,
    pub undone_correction: &'static str,
    pub redone_correction: &'static str,
}

/// English.
pub static ENGLISH: Words = Words {
    language: "en",
    new_opportunity: "New opportunity",
    topic: "Topic",
    customer: "Customer",
    estimate: "Estimated revenue",
    estimated_date: "Estimated close date",
    new_line: "New line",
    name_of_line_1: "Name, line 1",
    budget_of_line_1: "Customer budget, line 1",
    save: "Save",
    new_quote: "New quote",
    activate: "Activate",
    close_dialog: "Close opportunity",
    offer_won: "Close as won…",
    close_as_won: "Close as won",
    one_thing_to_settle: "Not closed yet: 1 thing to settle",
    one_quote_stops: "1 quote stops this opportunity from closing.",
    active: "Active",
    tick: "Close all active and draft quotes with the opportunity",
    revenue: "Actual revenue",
    won: "Won",
    is_closed: "and read-only since.",
    closed_with_one_quote: "Closed as won, with 1 quote.",
    reopen: "Reopen",
    reopened: "Opportunity reopened.",
    correct: "Correct this closing…",
    correct_dialog: "Correct this closing",
    correct_as_won: "Correct as won",
    corrected: "Closing corrected, closed as won.",
    undo: "Undo",
    redo: "Redo",
    undone_correction: "Undone: closing corrected, closed as won.",
    redone_correction: "Done again: closing corrected, closed as won.",
};

/// Malay.
pub static MALAY: Words = Words {
    language: "ms",
    new_opportunity: "Peluang baharu",
    topic: "Topik",
    customer: "Pelanggan",
    estimate: "Anggaran hasil",
    estimated_date: "Anggaran tarikh tutup",
    new_line: "Baris baharu",
    name_of_line_1: "Nama, baris 1",
    budget_of_line_1: "Belanjawan pelanggan, baris 1",
    save: "Simpan",
    new_quote: "Sebut harga baharu",
    activate: "Aktifkan",
    close_dialog: "Tutup peluang",
    offer_won: "Tutup sebagai menang…",
    close_as_won: "Tutup sebagai menang",
    one_thing_to_settle: "Belum ditutup: 1 perkara perlu diselesaikan",
    one_quote_stops: "1 sebut harga menghalang peluang ini daripada ditutup.",
    active: "Aktif",
    tick: "Tutup semua sebut harga aktif dan draf pada masa yang sama",
    revenue: "Hasil sebenar",
    won: "Menang",
    is_closed: "dan baca sahaja sejak itu.",
    closed_with_one_quote: "Ditutup sebagai menang, bersama 1 sebut harga.",
    reopen: "Buka semula",
    reopened: "Peluang dibuka semula.",
    correct: "Betulkan penutupan ini…",
    correct_dialog: "Betulkan penutupan ini",
    correct_as_won: "Betulkan sebagai menang",
    corrected: "Penutupan dibetulkan, ditutup sebagai menang.",
    undo: "Buat asal",
    redo: "Buat semula",
    undone_correction: "Dibuat asal: penutupan dibetulkan, ditutup sebagai menang.",
    redone_correction: "Dibuat semula: penutupan dibetulkan, ditutup sebagai menang.",
};

/// What is typed into the form of a new opportunity.
#[derive(Debug, Clone, Copy)]
#[allow(missing_docs, reason = "each is the field of that name")]
pub struct Deal<'a> {
    pub topic: &'a str,
    pub customer: &'a str,
    pub estimate: &'a str,
    pub estimated_date: &'a str,
}

/// Types an opportunity into the form of a new one, which is open.
pub async fn fill_in(page: &Page, words: &Words, deal: Deal<'_>) -> Result<()> {
    page.fill(words.topic, deal.topic).await?;
    page.fill(words.customer, deal.customer).await?;
    page.fill(words.estimate, deal.estimate).await?;
    page.fill(words.estimated_date, deal.estimated_date).await
}

/// Adds a quote to the opportunity on the page and activates it; ends on the opportunity's page again.
pub async fn add_active_quote(page: &Page, words: &Words, deal: Deal<'_>) -> Result<()> {
    page.click("button", words.new_quote).await?;
    page.click("button", words.activate).await?;
    page.sees(words.active).await?;
    page.click("link", &format!("{} · {}", deal.topic, deal.customer)).await?;
    page.has("heading", deal.topic).await
}

/// An instant for records that are stored before the page starts: 1 October 2026, 02:00 UTC.
pub const STORED_AT: i64 = 1_790_820_000_000;

/// An open opportunity as it is stored, with nothing but a topic and an estimate of 1,000.00.
#[must_use]
pub fn open_deal(topic: &str) -> Value {
    json!({ "t": topic, "cy": "MYR", "er": 100_000, "cr": STORED_AT, "mo": STORED_AT })
}

/// A quote as it is stored: of 1,200.00, a draft or, with a second step, active.
#[must_use]
pub fn quote(number: u32, active: bool) -> Value {
    let mut steps = vec![json!(["d", STORED_AT])];
    if active {
        steps.push(json!(["a", STORED_AT]));
    }
    json!({ "i": number, "n": format!("Offer {number}"), "tt": 120_000, "st": steps })
}

/// The same opportunity closed as lost on 5 October 2026.
#[must_use]
pub fn closed_deal(topic: &str) -> Value {
    let mut deal = open_deal(topic);
    deal["cl"] = json!([{ "i": 1, "o": "l", "re": "p", "on": "2026-10-05", "at": STORED_AT, "es": 100_000 }]);
    deal
}

/// Stores an opportunity under this id of nine characters, before the page starts.
pub async fn store_deal(page: &Page, id: &str, deal: &Value) -> Result<()> {
    page.store(crate::steps::FORMAT_KEY, "1").await?;
    page.store_record(&format!("tutup:o:{id}"), deal).await
}

/// Opens a route and waits until keys give commands: they come with the second part of the program.
pub async fn arrive(page: &Page, route: &str) -> Result<()> {
    page.open(route).await?;
    commands_are_here(page).await
}

/// Waits for the same on a page that is loading.
pub async fn commands_are_here(page: &Page) -> Result<()> {
    page.holds("the commands", "return !!document.querySelector('button.commands:enabled')").await
}

/// The records as they are stored, each byte of them; not what the program keeps beside them.
pub async fn records(page: &Page) -> Result<BTreeMap<String, String>> {
    let mut stored = page.stored().await?;
    stored.retain(|key, _| key.starts_with("tutup:o:") || matches!(key.as_str(), "tutup:lists" | "tutup:prefs"));
    Ok(stored)
}

/// Where the version of the stored data stands.
pub const FORMAT_KEY: &str = "tutup:format";
